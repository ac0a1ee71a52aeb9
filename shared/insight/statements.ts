// Measures whose unit is the statement: how many somebody makes, of what kind, how far down, through whom and with which cues.
import { memoize } from "../model/memoize.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Statement } from "./counted-article.ts";
import {
  type ArticleTally,
  type CountContext,
  type InsightMeasure,
  ratioMeasure,
  type Selection,
  type StatementsBehind,
  statementWeight,
  sumOf,
  unvoicedIn,
  voicedIn,
  voiceWeight,
} from "./measure.ts";

const base = { unit: "statement", levels: ["source", "statement"], heedsDuplicates: true } as const;

/** Weights of the known voices that are chosen. */
function voicesCounted(
  { statements }: CountedArticle,
  { hasVoice, hasStatement }: Pick<Selection, "hasVoice" | "hasStatement">,
  { weights }: Pick<CountContext, "weights">,
): number {
  let sum = 0;
  for (const statement of statements) {
    if (!hasStatement(statement)) continue;
    let chosen = 0;
    for (const voice of statement.voices) if (voice.entity !== null && hasVoice(voice)) chosen += 1;
    sum += chosen * voiceWeight(statement, weights);
  }
  return sum;
}

/** The same of each source. */
const voicesOfEach: InsightMeasure["eachSource"] = ({ statements }, { hasStatement }, { weights }, add) => {
  for (const statement of statements) {
    if (!hasStatement(statement)) continue;
    const weight = voiceWeight(statement, weights);
    for (const { entity } of statement.voices) if (entity) add(entity.id, weight);
  }
};

/** The statements behind these weights. */
const withVoice = (
  { statements }: CountedArticle,
  { hasVoice, hasStatement }: Pick<Selection, "hasVoice" | "hasStatement">,
): readonly Statement[] =>
  statements.filter(
    (statement) =>
      hasStatement(statement) && statement.voices.some((voice) => voice.entity !== null && hasVoice(voice)),
  );

const everything = { hasVoice: () => true, hasStatement: () => true };

/** Weights of all known voices of an article. */
const allVoices = {
  full: memoize((article: CountedArticle) => voicesCounted(article, everything, { weights: "full" })),
  fractional: memoize((article: CountedArticle) =>
    voicesCounted(article, everything, { weights: "fractional" }),
  ),
};

/** The statements that are chosen at all. */
const chosenIn = (
  { statements }: CountedArticle,
  selection: Selection,
  { weights }: Pick<CountContext, "weights">,
): readonly Statement[] => statements.filter((one) => statementWeight(one, selection, weights) > 0);

/** A share of the statements that are chosen; `test` answers `null` where it cannot tell. */
const shareOfStatements = (test: (statement: Statement, context: CountContext) => boolean | null) => ({
  tally(article: CountedArticle, selection: Selection, context: CountContext): ArticleTally {
    const tally = { numerator: 0, denominator: 0, n: 0, unknown: 0 };
    for (const statement of chosenIn(article, selection, context)) {
      const weight = statementWeight(statement, selection, context.weights);
      const answer = test(statement, context);
      tally.n += 1;
      if (answer === null) tally.unknown += 1;
      else tally.denominator += weight;
      if (answer === true) tally.numerator += weight;
    }
    return tally;
  },
  behind(article: CountedArticle, selection: Selection, context: CountContext): StatementsBehind {
    const chosen = chosenIn(article, selection, context).map((one) => [one, test(one, context)] as const);
    const answering = (isWanted: (answer: boolean | null) => boolean): readonly Statement[] =>
      chosen.flatMap(([one, answer]) => (isWanted(answer) ? [one] : []));
    return {
      numerator: answering((answer) => answer === true),
      denominator: answering((answer) => answer !== null),
      unknown: answering((answer) => answer === null),
    };
  },
});

export const statements: InsightMeasure = ratioMeasure({
  ...base,
  id: "statements",
  name: message("insight.name-statements"),
  about: message("insight.statements"),
  formula: "n(e) = Σ weights of cards with e among the voices ÷ cards with a voice",
  source:
    "Leifeld 2017, Discourse Network Analysis: Policy Debates as Dynamic Networks, in The Oxford Handbook of Political Networks",
  tally: (article, selection, context) => ({
    numerator: voicesCounted(article, selection, context),
    denominator: voicedIn(article).length,
    n: article.statements.length,
    unknown: unvoicedIn(article).length,
  }),
  eachSource: voicesOfEach,
  behind: (article, selection) => ({
    numerator: withVoice(article, selection),
    denominator: voicedIn(article),
    unknown: unvoicedIn(article),
    units: article.statements,
  }),
});

export const statementShare: InsightMeasure = ratioMeasure({
  ...base,
  id: "statement-share",
  name: message("insight.name-statement-share"),
  about: message("insight.statement-share"),
  formula: "n(e) ÷ Σ n over all e",
  source: "Leifeld 2017; sums over articles as in Asr et al. 2021, PLOS ONE 16(1)",
  tally: (article, selection, context) => ({
    numerator: voicesCounted(article, selection, context),
    denominator: allVoices[context.weights](article),
    n: article.statements.length,
    unknown: unvoicedIn(article).length,
  }),
  eachSource: voicesOfEach,
  behind: (article, selection) => ({
    numerator: withVoice(article, selection),
    denominator: withVoice(article, everything),
    unknown: unvoicedIn(article),
    units: article.statements,
  }),
});

export const kinds: InsightMeasure = ratioMeasure({
  ...base,
  id: "kinds",
  name: message("insight.name-kinds"),
  about: message("insight.kinds"),
  formula: "cards of the kind ÷ cards with a kind",
  source: "Pareti et al. 2013, EMNLP: direct, indirect and mixed quotations",
  alwaysBy: "kind",
  tally({ statements }, selection, { weights }) {
    const anyKind = { ...selection, hasStatement: selection.hasStatementOfAnyKind };
    const all = statements.filter((one) => statementWeight(one, anyKind, weights) > 0);
    return {
      numerator: sumOf(all, (one) => statementWeight(one, selection, weights)),
      denominator: sumOf(all, (one) => (one.kind === null ? 0 : statementWeight(one, anyKind, weights))),
      n: all.length,
      unknown: all.filter(({ kind }) => kind === null).length,
    };
  },
  behind(article, selection, context) {
    const all = chosenIn(article, { ...selection, hasStatement: selection.hasStatementOfAnyKind }, context);
    return {
      numerator: chosenIn(article, selection, context),
      denominator: all.filter(({ kind }) => kind !== null),
      unknown: all.filter(({ kind }) => kind === null),
    };
  },
});

export const meanPosition: InsightMeasure = ratioMeasure({
  ...base,
  id: "mean-position",
  name: message("insight.name-mean-position"),
  about: message("insight.mean-position"),
  formula: "Σ (start ÷ length of the article) ÷ cards with a place",
  source: "van Dijk 1988, News as Discourse: what matters stands first",
  tally({ statements, length }, selection, { weights }) {
    const tally = { numerator: 0, denominator: 0, n: 0, unknown: 0 };
    for (const statement of statements) {
      const weight = statementWeight(statement, selection, weights);
      if (weight === 0) continue;
      tally.n += 1;
      if (statement.place === null) tally.unknown += 1;
      else {
        tally.numerator += weight * (statement.place.start / length);
        tally.denominator += weight;
      }
    }
    return tally;
  },
  behind(article, selection, context) {
    const chosen = chosenIn(article, selection, context);
    const placed = chosen.filter(({ place }) => place !== null);
    return {
      ...{ numerator: placed, denominator: placed },
      unknown: chosen.filter(({ place }) => place === null),
    };
  },
});

export const secondHand: InsightMeasure = ratioMeasure({
  ...base,
  id: "second-hand",
  name: message("insight.name-second-hand"),
  about: message("insight.second-hand"),
  formula: "cards via another outlet ÷ cards of which that is known",
  source: "Lewis, Williams & Franklin 2008, Journalism Studies 9(1): borrowed news",
  ...shareOfStatements(({ isSecondHand }) => isSecondHand),
});

export const distancingCues: InsightMeasure = ratioMeasure({
  ...base,
  id: "distancing-cues",
  name: message("insight.name-distancing-cues"),
  about: message("insight.distancing-cues"),
  formula: "cues with a word of the list ÷ cues",
  source:
    "compare Thompson & Ye 1991, Applied Linguistics 12(4), evaluation in reporting verbs; the list is our own",
  ...shareOfStatements(({ cueWords }, { distancing }) =>
    cueWords === null ? null : cueWords.some((word) => distancing.has(word)),
  ),
});

// Words of cues by which a text keeps its distance from what is said. A scope may go by a list of its own.

const english = [
  ...["allege", "alleges", "alleged", "alleging", "allegedly", "assert", "asserts", "asserted", "asserting"],
  ...["claim", "claims", "claimed", "claiming", "contend", "contends", "contended", "contending"],
  ...["insist", "insists", "insisted", "insisting", "maintain", "maintains", "maintained", "maintaining"],
  ...["purport", "purports", "purported", "purportedly", "reportedly", "supposedly"],
];

const german = [
  ...["angeblich", "beharrt", "beharrte", "beharren", "behaupten", "behauptet", "behauptete", "behaupteten"],
  ...["beteuern", "beteuert", "beteuerte", "beteuerten", "vorgeblich"],
];

export const cuesOfDistance: readonly string[] = [...english, ...german];
