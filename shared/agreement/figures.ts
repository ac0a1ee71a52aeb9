// The figures that measures answer with, in the few forms they take.
import { type Message, message } from "../words/message.ts";
import type { Figure } from "./measure.ts";
import { mean, pairsOf, type Ratings } from "./ratings.ts";

export const figure = (value: number, n: number, note?: Message): Figure =>
  note ? { value, n, note } : { value, n };

export const undefinedFigure = (note: Message, n = 0): Figure => ({ value: null, n, note });

export const tooFew = (n = 0): Figure => undefinedFigure(message("agreement.too-few"), n);

/** Nothing could have differed, so chance agreement is all there is. */
export const oneCategory = (n: number): Figure => undefinedFigure(message("agreement.one-category"), n);

/** Agreement corrected for chance, (observed − expected) ÷ (1 − expected). */
export function corrected(observed: number, expected: number, n: number, note?: Message): Figure {
  return 1 - expected < 1e-12 ? oneCategory(n) : figure((observed - expected) / (1 - expected), n, note);
}

/** A figure for each two annotators, averaged where there are more than two (Light 1971 for kappa). */
export function overPairs(ratings: Ratings, measure: (a: number, b: number) => Figure): Figure {
  const figures = pairsOf(ratings.annotators.length).map(([a, b]) => measure(a, b));
  const [first] = figures;
  if (!first) return tooFew();
  if (figures.length === 1) return first;
  const n = Math.max(...figures.map((one) => one.n));
  const values = figures.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return { ...first, n };
  const note = message("agreement.mean-of-pairs", { pairs: values.length, all: figures.length });
  return figure(mean(values), n, note);
}
