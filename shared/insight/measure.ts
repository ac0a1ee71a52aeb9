// A measure of insight: a question about the statements of many articles, answered by a numerator and a denominator; and the few forms
// that most of them have.
import { memoize } from "../model/memoize.ts";
import type { Message } from "../words/message.ts";
import type { CountedArticle, Statement, Voice } from "./counted-article.ts";

/** What is counted; never mixed. */
export type CountedUnit = "statement" | "appearance" | "source" | "article" | "paragraph";

/** What a figure can be divided by, beside what is said of whole articles. */
export type SelectionLevel = "source" | "kind" | "pair";

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
}

/** Counts the articles of a sample, which are given by their numbers and may come more than once. */
export type SampleCount = (sample: ArrayLike<number>) => InsightCount;

export interface InsightMeasure {
  readonly id: string;
  readonly unit: CountedUnit;
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
  count(articles: readonly CountedArticle[], selection: Selection, context: CountContext): SampleCount;
  /** The statements behind the figure of these articles, article by article. */
  statementsBehind(
    articles: readonly CountedArticle[],
    selection: Selection,
    context: CountContext,
  ): (article: CountedArticle) => StatementsBehind;
  /** Whether the figure of these articles is to be marked as one of a pair of which one is there far more often; absent: never. */
  readonly isLopsided?: (articles: Iterable<CountedArticle>, selection: Selection) => boolean;
  /** What one article adds, where the figure is a sum over articles divided by another one. */
  readonly tally?: (article: CountedArticle, selection: Selection, context: CountContext) => ArticleTally;
}

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
      return (sample) => {
        let [numerator, denominator, n, unknown] = [0, 0, 0, 0];
        for (let at = 0; at < sample.length; at += 1) {
          const article = sample[at] ?? 0;
          numerator += numerators[article] ?? 0;
          denominator += denominators[article] ?? 0;
          n += ns[article] ?? 0;
          unknown += unknowns[article] ?? 0;
        }
        return { value: quotient({ numerator, denominator }), numerator, denominator, n, unknown };
      };
    },
  };
}

/** A column a number: a thousand draws over all articles read them. */
const columnsOf = (tallies: readonly ArticleTally[]) =>
  [
    Float64Array.from(tallies, ({ numerator }) => numerator),
    Float64Array.from(tallies, ({ denominator }) => denominator),
    Float64Array.from(tallies, ({ n }) => n),
    Float64Array.from(tallies, ({ unknown }) => unknown),
  ] as const;

/** A measure that is worked out anew from what all articles of a sample give. */
export function sampleMeasure<Part>({
  part,
  figure,
  behind,
  ...facts
}: Facts & {
  part(article: CountedArticle, selection: Selection, context: CountContext): Part;
  figure(parts: readonly Part[]): InsightCount;
}): InsightMeasure {
  return {
    ...facts,
    statementsBehind: eachBehind(behind),
    count(articles, selection, context) {
      const parts = articles.map((article) => part(article, selection, context));
      return (sample) => figure(Array.from(sample, (at) => parts[at]).filter((one) => one !== undefined));
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

export const unvoicedIn = ({ statements }: Pick<CountedArticle, "statements">): readonly Statement[] =>
  statements.filter(isUnvoiced);

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
      const givesReason = voice.givesReason || voices.get(voice.id)?.givesReason === true;
      voices.set(voice.id, { ...voice, givesReason });
    }
    return [...voices.values()];
  },
);
