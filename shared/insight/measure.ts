// A measure of insight: a question about the statements of many articles, answered by a numerator and a denominator; and the few forms
// that most of them have.
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import type { Message } from "../words/message.ts";
import type { CountedArticle, Statement, Voice } from "./counted-article.ts";
import type { DrawsByArticle } from "./draws.ts";

/** What is counted; never mixed. */
export type CountedUnit = "statement" | "appearance" | "source" | "article" | "paragraph";

/** What a figure can be divided by, beside what is said of whole articles. */
export type SelectionLevel = "source" | "statement" | "pair";

/** How much a card with several voices counts for each: one whole, or its share, so that shares add up to one. */
export type VoiceWeights = "full" | "fractional";

/** `value` is `null` where there is nothing to divide by. */
export interface InsightCount {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** How many units it rests on. */
  readonly n: number;
  /** How many of them could not be told, such as voices that are no entity. */
  readonly unknown: number;
  /** One of the two of a pair is there over five times as often as the other, which makes a small share all but certain. */
  readonly isLopsided?: true;
}

/** What is known of a voice: that, that it declined to say, or nothing. */
export type Knowledge = "known" | "declined" | "unknown";

/** What of the articles a figure is about. */
export interface Selection {
  /** Whether voices are chosen at all. */
  readonly bySource: boolean;
  readonly hasVoice: (voice: Voice) => boolean;
  readonly hasStatement: (statement: Statement) => boolean;
  /** The same whatever the kind: what the share of a kind is a share of. */
  readonly hasStatementOfAnyKind: (statement: Statement) => boolean;
  /** What is known of a voice in what voices are chosen by. */
  readonly knowledgeOf: (voice: Voice) => Knowledge;
  /** Ids of the two entities of a pair. */
  readonly pair: readonly [string, string] | null;
}

/** What a measure goes by beside the articles that it counts. */
export interface CountContext {
  readonly weights: VoiceWeights;
  /** Words by which a cue distances, in small letters. */
  readonly distancing: ReadonlySet<string>;
  /** All articles of the scope, whichever of them are counted now. */
  readonly scope: readonly CountedArticle[];
}

/** The statements of an article that the numbers of a figure stand for. */
export interface StatementsBehind {
  readonly numerator: readonly Statement[];
  /** `null`: it counts something else than what statements stand for, such as all articles or all words. */
  readonly denominator: readonly Statement[] | null;
  readonly unknown: readonly Statement[];
  /** Those that the figure rests on, its n; absent: those of the numbers above together. `null`: it counts each article, whatever it says. */
  readonly units?: readonly Statement[] | null;
}

/** Counts the articles of a sample, which are given by their numbers and may come more than once. */
export interface SampleCount {
  (sample: ArrayLike<number>): InsightCount;
  /** Of a sum over articles divided by another one: what each article adds to the two. */
  readonly columns?: readonly [numerators: Float64Array, denominators: Float64Array];
  /** The value alone, where it takes less than all of the figure: a thousand draws need no more. */
  valueIn?(sample: ArrayLike<number>): number | null;
  /** The values of all draws at once, where that takes less than one after the other. */
  valuesIn?(draws: DrawsByArticle): readonly (number | null)[];
}

export interface InsightMeasure {
  readonly id: string;
  readonly unit: CountedUnit;
  /** What people call it. */
  readonly name: Message;
  /** In one sentence what it is. */
  readonly about: Message;
  /** Σ: over all articles; n(e): statements of e; A: the articles. */
  readonly formula: string;
  /** Who counts like this. */
  readonly source: string;
  /** What it can be grouped by beside what is said of whole articles. */
  readonly levels: readonly SelectionLevel[];
  /** The grouping by which it is always divided. */
  readonly alwaysBy?: string;
  /** Whether the policy of duplicates changes it; all others count everything. */
  readonly heedsDuplicates: boolean;
  /** What an article adds depends on the other articles of the scope. */
  readonly looksAtOthers?: true;
  count(articles: readonly CountedArticle[], selection: Selection, context: CountContext): SampleCount;
  /** The statements behind the figure of these articles, article by article. */
  statementsBehind(
    articles: readonly CountedArticle[],
    selection: Selection,
    context: CountContext,
  ): (article: CountedArticle) => StatementsBehind;
  /** What one article adds, where the figure is a sum over articles divided by another one. */
  readonly tally?: (article: CountedArticle, selection: Selection, context: CountContext) => ArticleTally;
  /** Tells what each source adds to an article's numerator, in one or several amounts, where which source is chosen changes nothing else of the tally. */
  readonly eachSource?: (
    article: CountedArticle,
    selection: Pick<Selection, "hasStatement">,
    context: CountContext,
    add: AddOfSource,
  ) => void;
  /** Of a measure of pairs: what it counts is where both are, of where either is. */
  readonly meetings?: {
    /** Tells in which places of an article each voice speaks, given by numbers; a place may come again. */
    eachPlace(article: CountedArticle, add: AddOfSource): void;
    /** Whether a figure is to be marked, since one of the two is in far more places. */
    isLopsided(first: number, second: number): boolean;
  };
}

/** Takes a number of a source. */
export type AddOfSource = (source: Id, number: number) => void;

/** What one article adds to a figure. */
export type ArticleTally = Omit<InsightCount, "value" | "isLopsided">;

interface Facts extends Omit<InsightMeasure, "count" | "tally" | "statementsBehind"> {
  /** The statements behind what one article adds. */
  behind(article: CountedArticle, selection: Selection, context: CountContext): StatementsBehind;
}

const eachBehind =
  (behind: Facts["behind"]): InsightMeasure["statementsBehind"] =>
  (_articles, selection, context) =>
  (article) =>
    behind(article, selection, context);

/** A measure that is a sum over articles divided by another one. */
export function ratioMeasure({
  tally,
  behind,
  ...facts
}: Facts & {
  tally(article: CountedArticle, selection: Selection, context: CountContext): ArticleTally;
}): InsightMeasure {
  return {
    ...facts,
    tally,
    statementsBehind: eachBehind(behind),
    count(articles, selection, context) {
      const tallies = articles.map((article) => tally(article, selection, context));
      const [numerators, denominators, ns, unknowns] = columnsOf(tallies);
      const count = (sample: ArrayLike<number>): InsightCount => {
        const [numerator, denominator] = [sumIn(numerators, sample), sumIn(denominators, sample)];
        const value = quotient({ numerator, denominator });
        return { value, numerator, denominator, n: sumIn(ns, sample), unknown: sumIn(unknowns, sample) };
      };
      return Object.assign(count, {
        columns: [numerators, denominators] as const,
        valueIn: (sample: ArrayLike<number>) =>
          quotient({ numerator: sumIn(numerators, sample), denominator: sumIn(denominators, sample) }),
      });
    },
  };
}

/** In the order of the sample, which sums of fractions depend on. */
export function sumIn(column: ArrayLike<number>, sample: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < sample.length; at += 1) sum += column[sample[at] ?? 0] ?? 0;
  return sum;
}

/** A column a number, filled one by one: an iterator takes several times as long. */
function columnsOf(tallies: readonly ArticleTally[]) {
  const column = (): Float64Array => new Float64Array(tallies.length);
  const columns = [column(), column(), column(), column()] as const;
  const [numerators, denominators, ns, unknowns] = columns;
  for (let at = 0; at < tallies.length; at += 1) {
    const tally = tallies[at];
    if (!tally) continue;
    numerators[at] = tally.numerator;
    denominators[at] = tally.denominator;
    ns[at] = tally.n;
    unknowns[at] = tally.unknown;
  }
  return columns;
}

/** What each article gives to a measure that is no quotient of sums: an amount, and how many units of it could not be told. */
export interface SampledPart {
  readonly amount: number;
  readonly unknown: number;
}

/**
 * A measure that is worked out anew from the amounts of all articles of a sample. `valueIn`: of the amounts that have these numbers; `valuesIn`: the same of
 * all draws at once.
 */
export function sampleMeasure({
  part,
  valueIn,
  valuesIn,
  behind,
  ...facts
}: Facts & {
  part(article: CountedArticle, selection: Selection, context: CountContext): SampledPart;
  valueIn(amounts: Float64Array, sample: ArrayLike<number>): number | null;
  valuesIn?(amounts: Float64Array, by: DrawsByArticle): readonly (number | null)[];
}): InsightMeasure {
  return {
    ...facts,
    statementsBehind: eachBehind(behind),
    count(articles, selection, context) {
      const parts = articles.map((article) => part(article, selection, context));
      const amounts = Float64Array.from(parts, ({ amount }) => amount);
      const unknowns = Float64Array.from(parts, ({ unknown }) => unknown);
      const count = (sample: ArrayLike<number>): InsightCount => {
        const [numerator, unknown] = [sumIn(amounts, sample), sumIn(unknowns, sample)];
        const value = valueIn(amounts, sample);
        return { value, numerator, denominator: sample.length, n: numerator + unknown, unknown };
      };
      return Object.assign(count, {
        valueIn: (sample: ArrayLike<number>) => valueIn(amounts, sample),
        ...(valuesIn && { valuesIn: (by: DrawsByArticle) => valuesIn(amounts, by) }),
      });
    },
  };
}

/** `null` where there is nothing to divide by. */
export const quotient = ({
  numerator,
  denominator,
}: Pick<InsightCount, "numerator" | "denominator">): number | null =>
  denominator === 0 ? null : numerator / denominator;

export const sumOf = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((sum, item) => sum + amount(item), 0);

/** How much a statement counts for the voices that are chosen; 1 where none are. */
export function statementWeight(statement: Statement, selection: Selection, weights: VoiceWeights): number {
  if (!selection.hasStatement(statement)) return 0;
  if (!selection.bySource) return 1;
  const chosen = statement.voices.filter(selection.hasVoice).length;
  if (weights === "fractional") return chosen / Math.max(1, statement.voices.length);
  return chosen > 0 ? 1 : 0;
}

/** How much each voice of a statement counts. */
export const voiceWeight = ({ voices }: Statement, weights: VoiceWeights): number =>
  weights === "full" ? 1 : 1 / Math.max(1, voices.length);

/** Whether nobody whom the registry knows stands behind it. */
export const isUnvoiced = ({ voices }: Statement): boolean => voices.every(({ entity }) => entity === null);

export const unvoicedIn = memoize(
  ({ statements }: Pick<CountedArticle, "statements">): readonly Statement[] => statements.filter(isUnvoiced),
);

/** The statements of an article with a voice, whether or not it is an entity. */
export const voicedIn = memoize(({ statements }: Pick<CountedArticle, "statements">): readonly Statement[] =>
  statements.filter(({ voices }) => voices.length > 0),
);

/** The statements of an article with a voice that is no entity. */
export const namelessIn = ({ statements }: Pick<CountedArticle, "statements">): readonly Statement[] =>
  statements.filter(({ voices }) => voices.some(({ entity }) => entity === null));

/** The statements of an article behind which one of these voices stands. */
export function statementsBy(
  { statements }: Pick<CountedArticle, "statements">,
  voices: readonly Voice[],
): readonly Statement[] {
  const ids = new Set(voices.map(({ id }) => id));
  return statements.filter((statement) => statement.voices.some(({ id }) => ids.has(id)));
}

/** The sources that appear in an article, each once, in the order of their first statements. */
export const appearancesIn = memoize(
  ({ statements }: Pick<CountedArticle, "statements">): readonly Voice[] => {
    const voices = new Map<string, Voice>();
    for (const voice of statements.flatMap((statement) => statement.voices)) {
      const before = voices.get(voice.id);
      voices.set(voice.id, before?.givesReason === true && !voice.givesReason ? before : voice);
    }
    return [...voices.values()];
  },
);
