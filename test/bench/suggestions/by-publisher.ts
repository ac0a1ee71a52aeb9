// Suggestions on each publisher of a corpus alone, and what is left of them where only those cues count that are right at the others.
// The spread says how far the rules fit some papers better than the language.
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { GoldLine, LineAttribution } from "../../../shared/schema/attribution-lines.ts";
import { lineOfSuggestions } from "../../../shared/suggestions/attribution-line.ts";
import { evaluate, matchTriples } from "../../../shared/suggestions/evaluate.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";

interface Tally {
  right: number;
  wrong: number;
}

type Suggested = ReturnType<typeof lineOfSuggestions>;

/** Ids of the corpus begin with the publisher: `nyt_2016-09-20_…`. */
const publisherOf = ({ id }: GoldLine): string => id.split("_")[0] ?? id;

/** Share of a cue's suggestions at the other publishers that must be right for it to count. */
const leastRight = 0.4;

/**
 * A table for people: precision, recall, F1, exact F1 and the recall of direct speech, by publisher, with the mean of all. Empty where the
 * ids name no publisher.
 */
export function publisherReport(lines: readonly GoldLine[]): string {
  if (!lines.every(({ id }) => id.includes("_"))) return "";
  const found = lines.map(({ id, text }) => lineOfSuggestions(id, articleTextOf(text), suggest(text)));
  const tallies = talliesOf(lines, found);
  const publishers = [...new Set(lines.map(publisherOf))].sort();
  const counted = (
    name: string,
    countsFor: (publisher: string, text: string, one: Suggested["attributions"][number]) => boolean,
  ) => {
    const rows = publishers.map((publisher) => {
      const at = lines.flatMap((line, index) => (publisherOf(line) === publisher ? [index] : []));
      const gold = at.map((index) => lines[index] as GoldLine);
      const predicted = at.map((index, place) => ({
        id: gold[place]?.id ?? "",
        attributions: (found[index]?.attributions ?? [])
          .filter((one) => countsFor(publisher, gold[place]?.text ?? "", one))
          .map(({ source, cue, content }) => ({ source, cue, content })),
      }));
      return [publisher, figuresOf(gold, predicted)] as const;
    });
    const mean = (rows[0]?.[1] ?? []).map(
      (_, column) => rows.reduce((sum, [, figures]) => sum + (figures[column] ?? 0), 0) / rows.length,
    );
    return [
      `  ${name}`,
      ...[...rows, ["mean", mean] as const].map(([first, figures]) => lineOf(first, figures)),
    ];
  };
  return [
    "by publisher:      P     R     F1    exact direct",
    ...counted("all suggestions", () => true),
    ...counted("without cues that are mostly wrong at the others", (publisher, text, one) => {
      const { right, wrong } = elsewhere(tallies, publisher, keyOf(text, one));
      return right + wrong === 0 || right / (right + wrong) >= leastRight;
    }),
    "",
  ].join("\n");
}

const lineOf = (name: string, figures: readonly number[]): string =>
  `    ${name.padEnd(14)}${figures.map((figure) => figure.toFixed(1).padStart(5)).join(" ")}`;

function figuresOf(
  gold: readonly GoldLine[],
  predicted: readonly { readonly id: string; readonly attributions: readonly LineAttribution[] }[],
): readonly number[] {
  const { scores, tripleRecallByType } = evaluate(gold, predicted);
  const overlap = scores["triple overlap"];
  return [
    overlap?.precision ?? 0,
    overlap?.recall ?? 0,
    overlap?.f1 ?? 0,
    scores["triple exact"]?.f1 ?? 0,
    tripleRecallByType.direct?.recall ?? 0,
  ];
}

const keyOf = (text: string, { rule, cue }: Suggested["attributions"][number]): string =>
  `${rule} ${cue.map(([start, end]) => text.slice(start, end)).join(" … ")}`.toLowerCase();

/** How often the suggestions of each rule and cue are right and wrong, by publisher. */
function talliesOf(
  lines: readonly GoldLine[],
  found: readonly Suggested[],
): ReadonlyMap<string, ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Map<string, Tally>>();
  lines.forEach((line, at) => {
    const gold = line.attributions.filter(
      ({ cue, content }) => (cue?.length ?? 0) > 0 && (content?.length ?? 0) > 0,
    );
    const ours = found[at]?.attributions ?? [];
    const right = new Set(matchTriples(line.text, gold, ours).values());
    ours.forEach((one, index) => {
      const key = keyOf(line.text, one);
      const byPublisher = tallies.get(key) ?? new Map<string, Tally>();
      const tally = byPublisher.get(publisherOf(line)) ?? { right: 0, wrong: 0 };
      if (right.has(index)) tally.right += 1;
      else tally.wrong += 1;
      tallies.set(key, byPublisher.set(publisherOf(line), tally));
    });
  });
  return tallies;
}

/** The same at all publishers but one. */
function elsewhere(
  tallies: ReadonlyMap<string, ReadonlyMap<string, Tally>>,
  publisher: string,
  key: string,
): Tally {
  const sum: Tally = { right: 0, wrong: 0 };
  for (const [at, { right, wrong }] of tallies.get(key) ?? []) {
    if (at === publisher) continue;
    sum.right += right;
    sum.wrong += wrong;
  }
  return sum;
}
