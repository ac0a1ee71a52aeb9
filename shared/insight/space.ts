// Measures of words: whose claims take how much room, how much of an article is said by others, and how much of that in their own words. Each
// word counts once, whatever the policy of duplicates.
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import { joinRanges, type Range } from "../model/range.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Statement, Voice } from "./counted-article.ts";
import {
  type InsightMeasure,
  isUnvoiced,
  ratioMeasure,
  type Selection,
  sumOf,
  unvoicedIn,
  voicedIn,
} from "./measure.ts";

const base = { unit: "statement", levels: ["source", "statement"], heedsDuplicates: false } as const;

/** How many words ranges hold, each counted once. Most come in reading order. */
export function wordsIn(ranges: readonly Range[]): number {
  let [words, latestStart, coveredTo] = [0, 0, 0];
  for (const { start, end } of ranges) {
    if (start < latestStart) return sumOf(joinRanges(ranges), (joined) => joined.end - joined.start);
    words += Math.max(0, end - Math.max(start, coveredTo));
    latestStart = start;
    coveredTo = Math.max(coveredTo, end);
  }
  return words;
}

const wordCount = (
  statements: readonly Statement[],
  wordsOf: (statement: Statement) => readonly Range[] = ({ claimWords }) => claimWords,
): number => wordsIn(statements.flatMap(wordsOf));

/** The words of the claims of each source, some of which may come again. */
export function claimsBySource(statements: readonly Statement[]): ReadonlyMap<Id, readonly Range[]> {
  const claims = new Map<Id, Range[]>();
  for (const { claimWords, voices } of statements)
    for (const { entity } of voices) {
      if (!entity) continue;
      const known = claims.get(entity.id);
      if (known) known.push(...claimWords);
      else claims.set(entity.id, [...claimWords]);
    }
  return claims;
}

const isChosen =
  ({ bySource, hasVoice, hasStatement }: Selection) =>
  (statement: Statement): boolean =>
    hasStatement(statement) && (!bySource || statement.voices.some(hasVoice));

const hasClaim = ({ claimWords }: Statement): boolean => claimWords.length > 0;

const withClaim = memoize(({ statements }: CountedArticle): number => statements.filter(hasClaim).length);

/** Words of claims with a voice, and of those behind which nobody stands whom the registry knows. */
const wordsOfClaims = memoize((article: CountedArticle) => ({
  voiced: wordCount(voicedIn(article)),
  unvoiced: wordCount(unvoicedIn(article)),
}));

/** For each word of a claim, in order, who says it. */
function speakersByWord(statements: readonly Statement[]): readonly (readonly Voice[])[] {
  const speakers = new Map<number, Map<string, Voice>>();
  for (const { claimWords, voices } of statements)
    for (const { start, end } of claimWords)
      for (let word = start; word < end; word += 1) {
        const known = speakers.get(word) ?? new Map<string, Voice>();
        for (const voice of voices) known.set(voice.id, voice);
        speakers.set(word, known);
      }
  return [...speakers].sort(([one], [other]) => one - other).map(([, voices]) => [...voices.values()]);
}

export const space: InsightMeasure = ratioMeasure({
  ...base,
  id: "space",
  name: message("insight.name-space"),
  about: message("insight.space"),
  formula: "words of e’s claims ÷ words of claims with a voice",
  source: "our own, as the Gender Gap Tracker wishes for: space in words",
  tally(article, selection, { weights }) {
    const { hasVoice } = selection;
    const chosen = voicedIn(article).filter(selection.hasStatement);
    const isHeld = (voice: Voice): boolean => voice.entity !== null && hasVoice(voice);
    return {
      numerator:
        weights === "full"
          ? wordCount(chosen.filter(({ voices }) => voices.some(isHeld)))
          : sumOf(speakersByWord(chosen), (voices) => voices.filter(isHeld).length / voices.length),
      denominator: wordsOfClaims(article).voiced,
      n: withClaim(article),
      unknown: wordsOfClaims(article).unvoiced,
    };
  },
  eachSource(article, { hasStatement }, { weights }, add) {
    const chosen = voicedIn(article).filter(hasStatement);
    if (weights === "full") {
      for (const [source, ranges] of claimsBySource(chosen)) add(source, wordsIn(ranges));
      return;
    }
    for (const voices of speakersByWord(chosen))
      for (const { entity } of voices) if (entity) add(entity.id, 1 / voices.length);
  },
  behind({ statements }, selection) {
    const voiced = statements.filter((one) => hasClaim(one) && one.voices.length > 0);
    const isHeld = (voice: Voice): boolean => voice.entity !== null && selection.hasVoice(voice);
    const numerator = voiced.filter((one) => selection.hasStatement(one) && one.voices.some(isHeld));
    return { numerator, denominator: voiced, unknown: statements.filter(hasClaim).filter(isUnvoiced) };
  },
});

export const attributedShare: InsightMeasure = ratioMeasure({
  ...base,
  id: "attributed-share",
  name: message("insight.name-attributed-share"),
  about: message("insight.attributed-share"),
  formula: "words in claims ÷ words of the article",
  source: "Pareti 2015, PhD thesis, University of Edinburgh: share of attributed text",
  tally: (article, selection) => ({
    numerator: wordCount(article.statements.filter(isChosen(selection))),
    denominator: article.words,
    n: withClaim(article),
    unknown: 0,
  }),
  behind: ({ statements }, selection) => ({
    numerator: statements.filter((one) => hasClaim(one) && isChosen(selection)(one)),
    denominator: null,
    unknown: [],
    units: statements.filter(hasClaim),
  }),
});

export const verbatimShare: InsightMeasure = ratioMeasure({
  ...base,
  id: "verbatim-share",
  name: message("insight.name-verbatim-share"),
  about: message("insight.verbatim-share"),
  formula: "words of claims inside quotation marks ÷ words of claims",
  source: "our own; direct quotation as in Pareti et al. 2013, EMNLP",
  tally(article, selection) {
    const chosen = article.statements.filter(isChosen(selection));
    return {
      numerator: wordCount(chosen, ({ verbatimWords }) => verbatimWords),
      denominator: wordCount(chosen),
      n: chosen.filter(hasClaim).length,
      unknown: 0,
    };
  },
  behind({ statements }, selection) {
    const chosen = statements.filter((one) => hasClaim(one) && isChosen(selection)(one));
    const numerator = chosen.filter(({ verbatimWords }) => verbatimWords.length > 0);
    return { numerator, denominator: chosen, unknown: [] };
  },
});
