// Figures of the planted project, worked out by hand.
import type { InsightScope } from "../../../shared/insight/scope.ts";

export interface WorkedExample {
  readonly measure: string;
  /** The group that is looked at, as the figures name it; left out where nothing is grouped. */
  readonly of?: Readonly<Record<string, string>>;
  /** The groupings asked for, beside those that the measure always has. */
  readonly by?: readonly string[];
  readonly scope?: Partial<InsightScope>;
  readonly numerator: number;
  readonly denominator: number;
  /** Where it is not the one divided by the other. */
  readonly value?: number;
  readonly n: number;
  readonly unknown: number;
  readonly working: string;
}

const ines = { of: { entity: "Ines Prado" }, by: ["entity"] } as const;
const ana = { of: { entity: "Ana Ruiz" }, by: ["entity"] } as const;
const pair = { entity: "Ana Ruiz", other: "Ines Prado" } as const;

export const workedExamples: readonly WorkedExample[] = [
  {
    ...{ measure: "statements", ...ines, numerator: 4, denominator: 10, n: 11, unknown: 2 },
    working:
      "A1 both cards, A2 the second, A4 the third; ten of the eleven cards have a voice, one of them no known one.",
  },
  {
    ...{ measure: "statements", ...ines, numerator: 3, denominator: 9, n: 10, unknown: 2 },
    scope: { duplicates: "month" },
    working: "Once a month: what Prado says in A2 she has said in A1, in March.",
  },
  {
    ...{ measure: "statements", ...ana, numerator: 4, denominator: 11, n: 12, unknown: 2 },
    scope: { nested: true },
    working: "With nested cards: A1, A4 and A6, and the mayor’s card within Prado’s; the mayor is Ruiz.",
  },
  {
    ...{ measure: "statement-share", ...ines, numerator: 4, denominator: 10, n: 11, unknown: 2 },
    working: "Prado 4, Ruiz 3, the official, insiders and the survey 1 each.",
  },
  {
    ...{ measure: "statement-share", ...ana, numerator: 2.5, denominator: 9, n: 11, unknown: 2 },
    scope: { weights: "fractional" },
    working:
      "In fractions: half of the card that Ruiz shares in A1, and one each in A4 and A6; nine cards have a known voice.",
  },
  {
    ...{ measure: "appearances", ...ines, numerator: 3, denominator: 6, n: 10, unknown: 1 },
    working: "A1, A2 and A4 of six; what she says in A6 is excluded. The man in A6 is nobody known.",
  },
  {
    ...{ measure: "appearance-share", ...ines, numerator: 3, denominator: 9, n: 10, unknown: 1 },
    working: "Known sources: two in A1, two in A2, one in A3, three in A4, one in A6.",
  },
  {
    ...{ measure: "space", ...ines, numerator: 17, denominator: 32, n: 11, unknown: 4 },
    working:
      "4 + 3 words in A1, 4 in A2, 6 in A4, of 7 + 9 + 2 + 10 + 4; four words in A6 have no known voice.",
  },
  {
    ...{ measure: "space", ...ana, numerator: 5.5, denominator: 32, n: 11, unknown: 4 },
    scope: { weights: "fractional" },
    working: "In fractions: half of the three words that she shares in A1, two in A4, two in A6.",
  },
  {
    ...{ measure: "attributed-share", numerator: 34, denominator: 77, n: 11, unknown: 0 },
    working: "Words in claims 7 + 9 + 2 + 10 + 0 + 6; words of the articles 16 + 16 + 4 + 22 + 4 + 15.",
  },
  {
    ...{ measure: "verbatim-share", numerator: 11, denominator: 34, n: 11, unknown: 0 },
    working: "“the bridge is safe” twice and “is a joke”: 4 + 4 + 3.",
  },
  {
    ...{ measure: "first-voice", ...ines, numerator: 1, denominator: 6, n: 6, unknown: 1 },
    working: "A1 alone; the first card of A6 has no voice.",
  },
  {
    ...{ measure: "mean-position", of: { entity: "Insiders" }, by: ["entity"] },
    ...{ numerator: 0.56, denominator: 1, n: 1, unknown: 0 },
    working: "The claim of A3 begins at character 14 of 25.",
  },
  {
    ...{ measure: "kinds", of: { kind: "direct" }, numerator: 2, denominator: 11, n: 11, unknown: 0 },
    working: "A1 the first card, A2 the second; A2’s first is mixed.",
  },
  {
    ...{ measure: "anonymity-articles", numerator: 2, denominator: 6, n: 6, unknown: 1 },
    working: "A2 and A3; the man in A6 may be named elsewhere.",
  },
  {
    ...{ measure: "anonymity-articles-with-cards", numerator: 2, denominator: 5, n: 6, unknown: 1 },
    working: "A2 and A3 of those but A5.",
  },
  {
    ...{ measure: "solely-unnamed", numerator: 1, denominator: 5, n: 6, unknown: 1 },
    working: "A3, where only insiders speak.",
  },
  {
    ...{ measure: "anonymity-appearances", numerator: 2, denominator: 8, n: 9, unknown: 1 },
    working: "The official and insiders; the survey is neither a person nor a group.",
  },
  {
    ...{ measure: "reason-given", numerator: 1, denominator: 2, n: 3, unknown: 1 },
    working: "A2 says why the official is not named.",
  },
  {
    ...{ measure: "described", numerator: 1, denominator: 2, n: 3, unknown: 1 },
    working: "The official is described, insiders are anonymous.",
  },
  {
    ...{
      measure: "source-mix",
      of: { class: "named person" },
      numerator: 6,
      denominator: 10,
      n: 10,
      unknown: 1,
    },
    working: "Prado in three articles, Ruiz in three; ten appearances with the man.",
  },
  {
    ...{ measure: "source-mix-known", of: { class: "named person" } },
    ...{ numerator: 6, denominator: 9, n: 10, unknown: 1 },
    working: "The same without the man.",
  },
  {
    ...{ measure: "source-mix", of: { gender: "Woman" }, by: ["gender"] },
    ...{ numerator: 6, denominator: 10, n: 10, unknown: 3 },
    working:
      "Prado in three articles, Ruiz in three, whose gender stands with the mayor; not known of insiders, the survey and the man.",
  },
  {
    ...{ measure: "source-mix-known", of: { gender: "Woman" }, by: ["gender"] },
    ...{ numerator: 6, denominator: 6, n: 10, unknown: 3 },
    working: "Of all of whom it is known; the official declined to say.",
  },
  {
    ...{ measure: "source-mix", of: { age: "declined to say" }, by: ["Age"] },
    ...{ numerator: 3, denominator: 10, n: 10, unknown: 4 },
    working: "Ruiz in three articles: what stands with her goes before the mayor’s 40.",
  },
  {
    ...{ measure: "source-mix", of: { role: "official" }, by: ["role"] },
    ...{ numerator: 4, denominator: 10, n: 10, unknown: 3 },
    working:
      "Prado in A1, the official in A2, Ruiz in A4 and A6, where the mayor is official; nothing is said of insiders, the survey and the man.",
  },
  {
    ...{ measure: "source-mix-known", of: { role: "chosen" }, by: ["role"] },
    ...{ numerator: 2, denominator: 7, n: 10, unknown: 3 },
    working: "Prado in A2 and A4, though she is official in A1.",
  },
  {
    ...{ measure: "statements", of: { role: "official" }, by: ["role"] },
    ...{ numerator: 5, denominator: 10, n: 11, unknown: 2 },
    working:
      "Both cards of A1, in which Prado is official, and those of the official and the mayor in A2, A4 and A6.",
  },
  {
    ...{ measure: "sources-mean", numerator: 9, denominator: 6, n: 10, unknown: 1 },
    working: "2 + 2 + 1 + 3 + 0 + 1 in six articles.",
  },
  {
    ...{ measure: "sources-median", numerator: 9, denominator: 6, value: 1.5, n: 10, unknown: 1 },
    working: "0, 1, 1, 2, 2, 3: between 1 and 2.",
  },
  {
    ...{ measure: "sources-spread", numerator: 9, denominator: 6, value: 1.04880884817, n: 10, unknown: 1 },
    working: "√((2.25 + 0.25 · 4 + 2.25) ÷ 5) = √1.1.",
  },
  {
    ...{ measure: "single-source", numerator: 2, denominator: 5, n: 6, unknown: 1 },
    working: "A3 and A6, of all but A5.",
  },
  {
    ...{ measure: "new-voices", numerator: 6, denominator: 9, n: 10, unknown: 1 },
    working: "Prado and Ruiz in A1, Ruiz in A6 on the same day, the official, insiders, the survey.",
  },
  {
    ...{ measure: "concentration", numerator: 28, denominator: 100, n: 5, unknown: 2 },
    working: "(4² + 3² + 1 + 1 + 1) ÷ 10².",
  },
  { measure: "top-5", numerator: 10, denominator: 10, n: 5, unknown: 2, working: "There are only five." },
  { measure: "top-10", numerator: 10, denominator: 10, n: 5, unknown: 2, working: "There are only five." },
  { measure: "diversity", numerator: 72, denominator: 100, n: 5, unknown: 2, working: "1 − 0.28." },
  {
    ...{ measure: "entropy", numerator: 14.1848366195, denominator: 10, n: 5, unknown: 2 },
    working: "ln 10 − (4 ln 4 + 3 ln 3) ÷ 10 = 2.302585 − 0.884101.",
  },
  {
    ...{ measure: "effective-sources", numerator: 10, denominator: 5, value: 4.13085192, n: 5, unknown: 2 },
    working: "e to the power of 1.418484.",
  },
  {
    ...{ measure: "class-diversity", numerator: 48, denominator: 100, n: 4, unknown: 2 },
    working: "1 − (7² + 1 + 1 + 1) ÷ 10².",
  },
  {
    ...{ measure: "class-entropy", numerator: 9.40447988655, denominator: 10, n: 4, unknown: 2 },
    working: "ln 10 − 7 ln 7 ÷ 10 = 2.302585 − 1.362137.",
  },
  {
    ...{ measure: "effective-classes", numerator: 10, denominator: 4, value: 2.56112852, n: 4, unknown: 2 },
    working: "e to the power of 0.940448.",
  },
  {
    ...{ measure: "second-hand", numerator: 1, denominator: 11, n: 11, unknown: 0 },
    working: "What the mayor denies in A4 Norrland Wire reported.",
  },
  {
    ...{ measure: "no-comment", numerator: 1, denominator: 6, n: 6, unknown: 0 },
    working: "The mayor in A6.",
  },
  {
    ...{ measure: "right-of-reply", numerator: 2, denominator: 4, n: 11, unknown: 6 },
    working:
      "The official’s card in A2 about Prado, who speaks there, and the survey’s in A4 about the mayor and Prado, who both do. Norrland Wire says nothing in A1, and Prado’s card in A6 is excluded; what Ruiz says of the mayor in A1 is about herself.",
  },
  {
    ...{ measure: "right-of-reply", of: { about: "Ana Ruiz" }, by: ["about"] },
    ...{ numerator: 1, denominator: 2, n: 3, unknown: 0 },
    working: "A4 of A4 and A6; in A6 Prado, whom the card is about as well, does not speak.",
  },
  {
    ...{ measure: "statements", of: { about: "Ines Prado" }, by: ["about"] },
    ...{ numerator: 2, denominator: 10, n: 11, unknown: 2 },
    working: "The official’s card in A2 and the survey’s in A4; the man’s in A6 has no known voice.",
  },
  {
    ...{ measure: "distancing-cues", numerator: 2, denominator: 11, n: 11, unknown: 0 },
    working: "“claimed” in A1, “insisted” in A4.",
  },
  {
    ...{ measure: "together", of: pair, numerator: 2, denominator: 4, n: 5, unknown: 1 },
    working: "Both in A1 and A4; Prado in A2 as well, Ruiz in A6.",
  },
  {
    ...{ measure: "together-paragraphs", of: pair, numerator: 1, denominator: 6, n: 10, unknown: 1 },
    working: "One paragraph of A1; Prado speaks in four, Ruiz in three.",
  },
];
