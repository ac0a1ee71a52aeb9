// Facts of articles by which figures are divided and which may not be known: then the article is in the part “not known”.
import type { CountedArticle } from "./counted-article.ts";

export const missingFacts = ["publisher", "date", "month"] as const;
export type MissingFact = (typeof missingFacts)[number];

/** Whether it is not known of an article. A date that says the year alone lacks the month. */
export const lacksFact = (
  { publisher, date }: Pick<CountedArticle, "publisher" | "date">,
  fact: MissingFact,
): boolean =>
  fact === "publisher"
    ? publisher === null
    : date === null || (fact === "month" && date.length < "2026-03".length);
