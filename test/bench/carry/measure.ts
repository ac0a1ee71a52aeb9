// How well spans are carried over to texts that were edited at random: the share that stands in exactly the right place, in a wrong
// one, is asked about, and waits in the tray. The same seeds give the same figures.
import type { Range } from "../../../shared/model/range.ts";
import { randomFrom } from "../../torture/random.ts";
import type { Annotated } from "./annotated.ts";
import { type KnownText, rightPlace } from "./known-text.ts";
import { type Method, methods, type Verdict } from "./methods.ts";
import { type Edit, edited, edits, sentencesOf } from "./random-edits.ts";

export interface Tally {
  /** Spans whose words are still there: how many stand rightly, wrongly, are asked about (`askedRight`: with the right place), or wait. */
  here: number;
  right: number;
  wrong: number;
  asked: number;
  askedRight: number;
  tray: number;
  /** Spans of which nothing is left, or whose parts went several ways: how many were placed all the same. */
  gone: number;
  goneWrong: number;
}

export const emptyTally = (): Tally => ({
  here: 0,
  right: 0,
  wrong: 0,
  asked: 0,
  askedRight: 0,
  tray: 0,
  gone: 0,
  goneWrong: 0,
});

/** One wrong placing, for whoever mends it. */
export interface Mistake {
  readonly article: string;
  readonly seed: number;
  readonly was: string;
  readonly placed: string;
  readonly right: string;
}

export interface Measured {
  readonly edit: string;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly mistakes: readonly Mistake[];
}

/** `rounds`: how often each article is edited in each way. */
export function measureCarry(
  articles: readonly Annotated[],
  rounds: number,
  chosen: readonly (readonly [string, Method])[] = methods,
): readonly Measured[] {
  const sentences = articles.map(({ text }) =>
    sentencesOf(text).map(({ start, end }) => text.slice(start, end)),
  );
  return edits.map(([name, edit], row) => {
    const tallies = new Map(chosen.map(([method]) => [method, emptyTally()]));
    const mistakes: Mistake[] = [];
    articles.forEach((article, at) => {
      for (let round = 0; round < rounds; round += 1) {
        const seed = seedOf(row, at, round);
        const known = editedWith(edit, article, sentences.filter((_, of) => of !== at).flat(), seed);
        for (const [method, carry] of chosen)
          count(article, known, carry, tallies.get(method) ?? emptyTally(), (mistake) => {
            if (method === "Sayso") mistakes.push({ ...mistake, seed });
          });
      }
    });
    return { edit: name, tallies, mistakes };
  });
}

/** Articles, each edited in one way, as they are measured. */
export function* editedArticles(
  articles: readonly Annotated[],
  round: number,
): Generator<readonly [article: Annotated, text: string]> {
  const sentences = articles.map(({ text }) =>
    sentencesOf(text).map(({ start, end }) => text.slice(start, end)),
  );
  for (const [row, [, edit]] of edits.entries())
    for (const [at, article] of articles.entries()) {
      const others = sentences.filter((_, of) => of !== at).flat();
      yield [article, editedWith(edit, article, others, seedOf(row, at, round)).text];
    }
}

const seedOf = (row: number, article: number, round: number): number =>
  1_000_000 * row + 1_000 * article + round;

const editedWith = (edit: Edit, article: Annotated, sentences: readonly string[], seed: number): KnownText =>
  edited(edit, { random: randomFrom(seed), article, sentences });

function count(
  { name, text, set }: Annotated,
  known: KnownText,
  carry: Method,
  tally: Tally,
  tell: (mistake: Omit<Mistake, "seed">) => void,
): void {
  const verdicts = carry(set, text, known.text);
  for (const { id, segments } of set.spans) {
    const verdict: Verdict = verdicts.get(id) ?? { how: "tray" };
    const places = segments.map((segment) => rightPlace(known, segment));
    const right = places.filter((place) => place !== null && place !== "torn");
    // Of a claim in several parts, what is left of them is the right place; where that is not all, nobody should decide alone.
    const isHere = places.every((place) => place !== "torn") && right.length > 0;
    const isSame = isHere && verdict.how !== "tray" && sameRanges(joined(right), joined(verdict.segments));
    if (!isHere) {
      tally.gone += 1;
      if (verdict.how === "placed") tally.goneWrong += 1;
    } else {
      tally.here += 1;
      if (verdict.how === "tray") tally.tray += 1;
      else if (verdict.how === "asked") {
        tally.asked += 1;
        if (isSame) tally.askedRight += 1;
      } else if (isSame) tally.right += 1;
      else tally.wrong += 1;
    }
    if (verdict.how === "placed" && !isSame)
      tell({
        article: name,
        was: segments.map(({ quote }) => quote).join(" … "),
        placed: verdict.segments.map(({ start, end }) => known.text.slice(start, end)).join(" … "),
        right: places
          .map((place) =>
            place === null || place === "torn" ? String(place) : known.text.slice(place.start, place.end),
          )
          .join(" … "),
      });
  }
}

function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last && last.end >= start) all[all.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else all.push({ start, end });
  }
  return all;
}

const sameRanges = (one: readonly Range[], other: readonly Range[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end }, at) => start === other[at]?.start && end === other[at]?.end);
