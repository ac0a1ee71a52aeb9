// A search and its hits: the same for one article, for a project, and on both sides of the door.
import type { Id } from "../model/id.ts";
import type { Selector } from "../model/selector.ts";

/** `any` holds one text, or several of which each is a hit, such as an entity's names. None of them is empty. */
export interface PlainQuery {
  readonly kind: "plain";
  readonly any: readonly string[];
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
  /** Whether `résumé` is found by `resume`, and `שָׁלוֹם` by `שלום`. */
  readonly ignoreAccents: boolean;
}

/** A regular expression as JavaScript reads it with the `u` and `m` flags. */
export interface PatternQuery {
  readonly kind: "pattern";
  readonly pattern: string;
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
}

export type Query = PlainQuery | PatternQuery;

/** A place where the words stand, with what stands around it, and the types of the own marks on exactly these words. */
export interface Hit extends Selector {
  readonly marked: readonly string[];
}

export interface ArticleHits {
  readonly article: Id;
  /** In reading order. */
  readonly hits: readonly Hit[];
}

/** Why a search ended before its end: too many hits, a pattern that takes too long, or somebody who stopped it. */
export type Stopped = "many" | "slow" | "asked";

export interface SearchResult {
  readonly articles: readonly ArticleHits[];
  /** How many articles were looked through to their end. */
  readonly searched: number;
  /** `null` when all there is was found. */
  readonly stopped: Stopped | null;
  /** Titles of the articles that could not be read. */
  readonly unread: readonly string[];
}

/** Hits that one search shows at most. */
export const mostHits = 10_000;
/** Code units of a hit at most: a longer one is no mark that anybody would make, and is left out. */
export const longestHit = 2_000;
/** Code units of a text or pattern that is looked for. */
export const longestQuery = 1_000;
/** Texts that a query looks for at most. */
export const mostTexts = 500;
/** How long a pattern may run in all, in milliseconds. */
export const patternTime = 3_000;
