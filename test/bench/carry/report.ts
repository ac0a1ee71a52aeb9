// The table of docs/carry-over.md, and how long carrying takes with the length of a text.
import { alignTexts } from "../../../shared/carry/alignment.ts";
import { carrySet } from "../../../shared/carry/carry-set.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { annotatorId, articleId, provenance, textHash } from "../../helpers/marked-article.ts";
import { randomFrom } from "../../torture/random.ts";
import type { Annotated } from "./annotated.ts";
import { emptyTally, type Measured, measureCarry, type Tally } from "./measure.ts";
import { methods } from "./methods.ts";

export const rounds = 10;

const added = (one: Tally, other: Tally): Tally => ({
  here: one.here + other.here,
  right: one.right + other.right,
  wrong: one.wrong + other.wrong,
  asked: one.asked + other.asked,
  askedRight: one.askedRight + other.askedRight,
  tray: one.tray + other.tray,
  gone: one.gone + other.gone,
  goneWrong: one.goneWrong + other.goneWrong,
});

const percent = (part: number, of: number): string => (of === 0 ? "–" : ((100 * part) / of).toFixed(2));

/** Shares in percent: of the spans that are still there, and wrong ones of all. */
const cells = ({ here, right, wrong, asked, askedRight, tray, gone, goneWrong }: Tally): string[] => [
  percent(right, here),
  percent(wrong + goneWrong, here + gone),
  asked === 0 ? "–" : `${percent(asked, here)} (${percent(askedRight, asked)})`,
  percent(tray, here),
];

export function tableOf(measured: readonly Measured[]): string {
  const row = (words: readonly string[]): string => `| ${words.join(" | ")} |`;
  const lines = [
    row(["edit", "method", "right", "wrong", "asked", "tray"]),
    "| --- | --- | ---: | ---: | ---: | ---: |",
  ];
  const all = new Map(methods.map(([name]) => [name, emptyTally()]));
  const write = (edit: string, tallies: ReadonlyMap<string, Tally>): void => {
    for (const [name, tally] of tallies)
      lines.push(row([name === "Sayso" ? edit : "", name === "Sayso" ? "**Sayso**" : name, ...cells(tally)]));
  };
  for (const { edit, tallies } of measured) {
    write(edit, tallies);
    for (const [name, tally] of tallies) all.set(name, added(all.get(name) ?? emptyTally(), tally));
  }
  write("**all rows**", all);
  return lines.join("\n");
}

/** What there is to measure, in words. */
export function extent(articles: readonly Annotated[]): string {
  const spans = articles.reduce((sum, { set }) => sum + set.spans.length, 0);
  return `${articles.length} articles, ${spans} spans, each article edited ${rounds} times in each way`;
}

export const measureAll = (articles: readonly Annotated[]): readonly Measured[] =>
  measureCarry(articles, rounds);

export { annotatedArticles } from "./annotated.ts";

/** Milliseconds of the processor for texts of so many words with a tag for every tenth, half of whose sentences are edited. */
export function timesOf(
  articles: readonly Annotated[],
  sizes: readonly number[],
): readonly (readonly [words: number, milliseconds: number])[] {
  return sizes.map((words) => {
    const { from, to, set } = longText(articles, words);
    const started = process.cpuUsage();
    carrySet(set, alignTexts(from, to));
    const { user, system } = process.cpuUsage(started);
    return [words, Math.round((user + system) / 1_000)] as const;
  });
}

function longText(
  articles: readonly Annotated[],
  words: number,
): { from: string; to: string; set: AnnotationSetJson } {
  const random = randomFrom(words);
  const vocabulary = articles.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []);
  const sentences: string[] = [];
  for (let made = 0; made < words; made += 15)
    sentences.push(`${Array.from({ length: 15 }, () => random.pick(vocabulary)).join(" ")}.`);
  const paragraphs = (of: readonly string[]): string =>
    of.map((sentence, at) => sentence + (at % 4 === 3 ? "\n\n" : " ")).join("");
  const from = paragraphs(sentences);
  const edited = sentences.flatMap((sentence) => {
    if (random.chance(0.5)) return [sentence];
    const one = random.pick(sentences);
    return random.pick([[], [sentence, one], [sentence.replace(/\p{L}+/u, random.pick(vocabulary))], [one]]);
  });
  const spans = Array.from({ length: Math.floor(words / 10) }, (_, at) => {
    const start = random.below(from.length - 60);
    return {
      id: `s${at}`,
      type: "claim",
      segments: [selectorOf(from, { start, end: start + 1 + random.below(50) })],
      provenance,
    };
  });
  const set = { articleId, annotatorId, textHash, spans, attributions: [], exclusions: [] };
  return { from, to: paragraphs(edited), set };
}
