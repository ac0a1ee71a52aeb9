// Measures whose unit is the appearance, a source in an article: who appears where, of what class, who is new and who comes first.
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Voice } from "./counted-article.ts";
import { type DrawsByArticle, draws, sumsInDraws } from "./draws.ts";
import {
  type AddOfSource,
  type ArticleTally,
  appearancesIn,
  type CountContext,
  type InsightMeasure,
  isUnvoiced,
  type Knowledge,
  namelessIn,
  ratioMeasure,
  type SampledPart,
  type Selection,
  type StatementsBehind,
  sampleMeasure,
  statementsBy,
  statementWeight,
  sumIn,
  voicedIn,
  voiceWeight,
} from "./measure.ts";

const base = { unit: "appearance", levels: ["source"], heedsDuplicates: false } as const;

const isKnown = ({ entity }: Voice): boolean => entity !== null;

/** The known sources of an article that are chosen. */
const chosenIn = (article: CountedArticle, { hasVoice }: Selection): readonly Voice[] =>
  appearancesIn(article).filter((voice) => isKnown(voice) && hasVoice(voice));

/** How many voices of an article are no entity. */
const unknownIn = memoize(
  (article: CountedArticle): number => appearancesIn(article).filter((voice) => !isKnown(voice)).length,
);

/** How many of them are one. */
const knownIn = memoize((article: CountedArticle): number => appearancesIn(article).filter(isKnown).length);

/** Appearances that are chosen, an article. */
const perArticle = {
  tally(article: CountedArticle, selection: Selection): ArticleTally {
    return {
      numerator: chosenIn(article, selection).length,
      denominator: 1,
      n: appearancesIn(article).length,
      unknown: unknownIn(article),
    };
  },
  eachSource(article: CountedArticle, _selection: unknown, _context: unknown, add: AddOfSource): void {
    for (const { entity } of appearancesIn(article)) if (entity) add(entity.id, 1);
  },
  behind: (article: CountedArticle, selection: Selection): StatementsBehind => ({
    numerator: statementsBy(article, chosenIn(article, selection)),
    denominator: null,
    unknown: namelessIn(article),
    units: voicedIn(article),
  }),
};

/**
 * Appearances that are chosen, among those of which as much is known: what a source declined to say is no group of the known. `counts` tells
 * by what is known of a voice whether it is in the denominator.
 */
const mixBy = (counts: (knowledge: Knowledge) => boolean) => {
  const countedIn = (voices: readonly Voice[], { knowledgeOf }: Selection): readonly Voice[] =>
    voices.filter((voice) => counts(knowledgeOf(voice)));
  const untoldIn = (article: CountedArticle, { knowledgeOf }: Selection): readonly Voice[] =>
    appearancesIn(article).filter((voice) => knowledgeOf(voice) === "unknown");
  return {
    tally(article: CountedArticle, selection: Selection): ArticleTally {
      const all = appearancesIn(article);
      return {
        numerator: countedIn(chosenIn(article, selection), selection).length,
        denominator: countedIn(all, selection).length,
        n: all.length,
        unknown: untoldIn(article, selection).length,
      };
    },
    behind: (article: CountedArticle, selection: Selection): StatementsBehind => ({
      numerator: statementsBy(article, countedIn(chosenIn(article, selection), selection)),
      denominator: statementsBy(article, countedIn(appearancesIn(article), selection)),
      unknown: statementsBy(article, untoldIn(article, selection)),
      units: voicedIn(article),
    }),
  };
};

const trackers = "Asr et al. 2021, PLOS ONE 16(1), Gender Gap Tracker: distinct sources of an article";

export const appearances: InsightMeasure = ratioMeasure({
  ...base,
  id: "appearances",
  name: message("insight.name-appearances"),
  about: message("insight.appearances"),
  formula: "a(e) = articles with e among the voices ÷ |A|",
  source: trackers,
  ...perArticle,
});

export const appearanceShare: InsightMeasure = ratioMeasure({
  ...base,
  id: "appearance-share",
  name: message("insight.name-appearance-share"),
  about: message("insight.appearance-share"),
  formula: "a(e) ÷ Σ a over all e",
  source: trackers,
  tally: (article, selection) => ({
    ...perArticle.tally(article, selection),
    denominator: knownIn(article),
  }),
  eachSource: perArticle.eachSource,
  behind: (article, selection) => ({
    numerator: statementsBy(article, chosenIn(article, selection)),
    denominator: statementsBy(article, appearancesIn(article).filter(isKnown)),
    unknown: namelessIn(article),
    units: voicedIn(article),
  }),
});

export const sourceMix: InsightMeasure = ratioMeasure({
  ...base,
  id: "source-mix",
  name: message("insight.name-source-mix"),
  about: message("insight.source-mix"),
  formula: "appearances of the class, or of the value of a field ÷ all appearances",
  source: `${trackers}; unknown stays in the denominator`,
  alwaysBy: "class",
  ...mixBy(() => true),
});

export const sourceMixKnown: InsightMeasure = ratioMeasure({
  ...base,
  id: "source-mix-known",
  name: message("insight.name-source-mix-known"),
  about: message("insight.source-mix-known"),
  formula: "appearances of the class, or of the value of a field ÷ appearances of which it is known",
  source: `${trackers}; unknown is left out`,
  alwaysBy: "class",
  ...mixBy((knowledge) => knowledge === "known"),
});

/** The earliest dates of the articles in which each source appears: one for each of days, months and years, since only what is known of both is compared. */
const datesBySource = memoize((scope: readonly CountedArticle[]): ReadonlyMap<Id, readonly string[]> => {
  const dates = new Map<Id, string[]>();
  for (const article of scope) {
    const { date } = article;
    if (date === null) continue;
    for (const { id } of appearancesIn(article)) {
      const known = dates.get(id);
      if (!known) dates.set(id, [date]);
      else putEarliest(known, date);
    }
  }
  return dates;
});

function putEarliest(dates: string[], date: string): void {
  const at = dates.findIndex(({ length }) => length === date.length);
  if (at < 0) dates.push(date);
  else if (date < (dates[at] ?? "")) dates[at] = date;
}

/** Compared as far as both are known: a month is not earlier than one of its days. */
function isEarlier(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

/** Those who speak in no article before the date. */
function newIn(voices: readonly Voice[], date: string, scope: readonly CountedArticle[]): readonly Voice[] {
  const dates = datesBySource(scope);
  return voices.filter(({ id }) => !(dates.get(id) ?? []).some((day) => isEarlier(day, date)));
}

export const newVoices: InsightMeasure = ratioMeasure({
  ...base,
  looksAtOthers: true,
  id: "new-voices",
  name: message("insight.name-new-voices"),
  about: message("insight.new-voices"),
  formula: "appearances of e without an earlier article with e ÷ appearances in dated articles",
  source: "our own",
  tally(article, selection, { scope }) {
    const { date } = article;
    const chosen = chosenIn(article, selection);
    const untold = unknownIn(article);
    const n = chosen.length + untold;
    if (date === null) return { numerator: 0, denominator: 0, n, unknown: n };
    const numerator = newIn(chosen, date, scope).length;
    return { numerator, denominator: chosen.length, n, unknown: untold };
  },
  behind(article, selection, { scope }) {
    const { date } = article;
    const chosen = chosenIn(article, selection);
    const untold = appearancesIn(article).filter((voice) => !isKnown(voice));
    if (date === null)
      return { numerator: [], denominator: [], unknown: statementsBy(article, [...chosen, ...untold]) };
    return {
      numerator: statementsBy(article, newIn(chosen, date, scope)),
      denominator: statementsBy(article, chosen),
      unknown: statementsBy(article, untold),
    };
  },
});

/** How much the first statement counts for the known sources that are chosen. */
function firstWeight(
  { statements: [first] }: CountedArticle,
  { hasVoice, ...selection }: Selection,
  { weights }: CountContext,
): number {
  const isChosen = (voice: Voice): boolean => isKnown(voice) && hasVoice(voice);
  return first ? statementWeight(first, { ...selection, bySource: true, hasVoice: isChosen }, weights) : 0;
}

export const firstVoice: InsightMeasure = ratioMeasure({
  ...base,
  id: "first-voice",
  unit: "article",
  name: message("insight.name-first-voice"),
  about: message("insight.first-voice"),
  formula: "articles whose first card is e’s ÷ |A|",
  source: "van Dijk 1988, News as Discourse: what matters stands first",
  tally(article, selection, context) {
    const [first] = article.statements;
    return {
      numerator: firstWeight(article, selection, context),
      denominator: 1,
      n: 1,
      unknown: first && isUnvoiced(first) ? 1 : 0,
    };
  },
  eachSource({ statements: [first] }, { hasStatement }, { weights }, add) {
    if (!first || !hasStatement(first)) return;
    for (const { entity } of first.voices) if (entity) add(entity.id, voiceWeight(first, weights));
  },
  behind: (article, selection, context) => ({
    numerator: firstWeight(article, selection, context) > 0 ? article.statements.slice(0, 1) : [],
    denominator: null,
    unknown: article.statements.slice(0, 1).filter(isUnvoiced),
    units: null,
  }),
});

const ofSources = { ...base, source: trackers } as const;

export const sourcesMean: InsightMeasure = ratioMeasure({
  ...ofSources,
  id: "sources-mean",
  name: message("insight.name-sources-mean"),
  about: message("insight.sources-mean"),
  formula: "Σ distinct e ÷ |A|",
  ...perArticle,
});

const sourcesOf = (article: CountedArticle, selection: Selection): SampledPart => ({
  amount: chosenIn(article, selection).length,
  unknown: unknownIn(article),
});

/** What is left out of the chosen sources is no unit of theirs. */
function chosenBehind(article: CountedArticle, selection: Selection): StatementsBehind {
  const { numerator, denominator, unknown } = perArticle.behind(article, selection);
  return { numerator, denominator, unknown };
}

const greatestOf = memoize((amounts: Float64Array): number => amounts.reduce((a, b) => Math.max(a, b), 0));

/** How often each amount comes in a sample. */
function countsIn(amounts: Float64Array, sample: ArrayLike<number>): Int32Array {
  const counts = new Int32Array(greatestOf(amounts) + 1);
  for (let at = 0; at < sample.length; at += 1) {
    const amount = amounts[sample[at] ?? 0] ?? 0;
    counts[amount] = (counts[amount] ?? 0) + 1;
  }
  return counts;
}

/** How often each amount comes in each draw: by the amount, and then by the draw. */
function countsInDraws(amounts: Float64Array, by: DrawsByArticle): readonly Float64Array[] {
  const sums = Array.from({ length: greatestOf(amounts) + 1 }, () => sumsInDraws(by));
  for (const [article, amount] of amounts.entries()) sums[amount]?.add(article, 1);
  return sums.map((ofAmount) => ofAmount.whole());
}

/** The amount that has so many before it in order. */
function amountOfRank(counts: Int32Array, rank: number): number {
  let before = 0;
  return counts.findIndex((count) => {
    before += count;
    return before > rank;
  });
}

/** `length`: how many amounts there are. */
const medianOf = (counts: Int32Array, length: number): number | null =>
  length === 0 ? null : (amountOfRank(counts, (length - 1) >> 1) + amountOfRank(counts, length >> 1)) / 2;

export const sourcesMedian: InsightMeasure = sampleMeasure({
  ...ofSources,
  id: "sources-median",
  name: message("insight.name-sources-median"),
  about: message("insight.sources-median"),
  formula: "median of distinct e an article",
  behind: chosenBehind,
  part: sourcesOf,
  valueIn: (amounts, sample) => medianOf(countsIn(amounts, sample), sample.length),
  valuesIn(amounts, by) {
    const inDraws = countsInDraws(amounts, by);
    const countsOf = (draw: number): Int32Array => Int32Array.from(inDraws, (counts) => counts[draw] ?? 0);
    return Array.from({ length: draws }, (_, draw) => medianOf(countsOf(draw), amounts.length));
  },
});

export const sourcesSpread: InsightMeasure = sampleMeasure({
  ...ofSources,
  id: "sources-spread",
  name: message("insight.name-sources-spread"),
  about: message("insight.sources-spread"),
  formula: "√(Σ (distinct e − mean)² ÷ (|A| − 1))",
  behind: chosenBehind,
  part: sourcesOf,
  valueIn(amounts, sample) {
    const { length } = sample;
    if (length < 2) return null;
    const mean = sumIn(amounts, sample) / length;
    let squares = 0;
    for (let at = 0; at < length; at += 1) {
      const distance = (amounts[sample[at] ?? 0] ?? 0) - mean;
      squares += distance * distance;
    }
    return Math.sqrt(squares / (length - 1));
  },
});

export const singleSource: InsightMeasure = ratioMeasure({
  ...ofSources,
  id: "single-source",
  unit: "article",
  levels: [],
  name: message("insight.name-single-source"),
  about: message("insight.single-source"),
  formula: "articles with exactly one e ÷ articles with at least one",
  source:
    "Project for Excellence in Journalism 2005, The State of the News Media: stories by their number of sources",
  tally(article, selection) {
    const { amount: sources, unknown } = sourcesOf(article, selection);
    return {
      numerator: sources === 1 ? 1 : 0,
      denominator: sources > 0 ? 1 : 0,
      n: 1,
      unknown: unknown > 0 ? 1 : 0,
    };
  },
  behind(article, selection) {
    const chosen = chosenIn(article, selection);
    const voiced = statementsBy(article, chosen);
    const numerator = chosen.length === 1 ? voiced : [];
    return { numerator, denominator: voiced, unknown: namelessIn(article), units: null };
  },
});
