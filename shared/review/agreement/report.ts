// The agreement between annotators of a project's articles, whole: every question with its measures, strict and under
// policies for edges, over all and for each two; and the units that they disagree on. Plain data from plain data.
import { continuumMeasures, ratingMeasures } from "../../agreement/index.ts";
import { defaultOptions, type Measure, type MeasureOptions } from "../../agreement/measure.ts";
import { countsOf, givenRatings, pairsOf, type Ratings, type UnitRatings } from "../../agreement/ratings.ts";
import type { Entity } from "../../model/entity.ts";
import type { Id } from "../../model/id.ts";
import { tableOf } from "../../model/table.ts";
import type { Tagset } from "../../model/tagset.ts";
import type { Work, WorkProgress } from "../../model/work.ts";
import { type Message, message } from "../../words/message.ts";
import { type EdgePolicy, edgePolicies } from "../edge-policies.ts";
import { answersTo, type How, type QuestionId, type RatedQuestion, ratedQuestions } from "./answers.ts";
import {
  type CompareChoice,
  type ComparedArticle,
  comparedArticle,
  type MeasuredArticle,
} from "./compared-article.ts";
import { type DisputedUnit, disputedIn } from "./disputed.ts";
import {
  type FigurePart,
  type Figures,
  type IntervalChoice,
  placedFigures,
  ratedFigures,
} from "./figures.ts";
import { overTime, type TimeStretch } from "./over-time.ts";
import { type AspectCount, aspectCounts, type CheckCount, checkCounts } from "./rules.ts";
import { characterRatings, continuumFrom } from "./set-continuum.ts";

export interface AgreementChoice {
  /** Span types that count; `null`: all. */
  readonly types: readonly string[] | null;
  /** `null`: all. */
  readonly questions: readonly QuestionId[] | null;
  /** Ids of policies for edges, for the lenient figures. */
  readonly policies: readonly string[];
  /** `null`: those that suit the question. */
  readonly measures: readonly string[] | null;
  /** Whether those suit that are slow: gamma and gamma-cat, whose chance is sampled. */
  readonly gamma: boolean;
  readonly options: MeasureOptions;
  readonly intervals: IntervalChoice;
  readonly parts: readonly FigurePart[];
}

export const defaultChoice: AgreementChoice = {
  types: null,
  questions: null,
  policies: edgePolicies.map(({ id }) => id),
  measures: null,
  gamma: false,
  options: defaultOptions,
  intervals: { seed: 1, draws: 1_000 },
  parts: ["macro", "pairs"],
};

export interface AgreementInput {
  readonly annotators: readonly { readonly id: Id; readonly name: string }[];
  /** Each with a set of every annotator. */
  readonly articles: readonly MeasuredArticle[];
  readonly entities: readonly Entity[];
  readonly tagset: Tagset;
  readonly choice: AgreementChoice;
}

export interface MeasuredBy {
  readonly measure: string;
  readonly strict: Figures;
  /** `null` where the policies can change nothing. */
  readonly lenient: Figures | null;
}

export interface QuestionReport {
  readonly question: QuestionId;
  /** Units that two annotators both have; for marks and characters those of the pooled figures. */
  readonly units: number;
  readonly measures: readonly MeasuredBy[];
  readonly confusions: Confusions | null;
  readonly warnings: readonly Message[];
}

export interface AgreementReport {
  readonly annotators: AgreementInput["annotators"];
  readonly articles: readonly {
    readonly id: Id;
    readonly title: string;
    readonly units: number;
    readonly disputed: number;
  }[];
  readonly questions: readonly QuestionReport[];
  readonly disputed: readonly DisputedUnit[];
  /** Disagreements that are counted and not listed, since there are too many. */
  readonly unlisted: number;
  readonly aspects: readonly AspectCount[];
  readonly checks: readonly CheckCount[];
  readonly time: readonly TimeStretch[];
  readonly warnings: readonly Message[];
}

/** Disagreements beyond these are counted, not listed. */
const mostListed = 5_000;
/** Fewer units say little, whatever the figure. */
const fewUnits = 30;

/** Progress is counted in steps of no fixed size: comparing an article, answering a question. */
export function* agreementReport({
  annotators,
  articles,
  entities: registry,
  tagset,
  choice,
}: AgreementInput): Work<AgreementReport> {
  const compare: CompareChoice = {
    entities: tableOf(registry),
    tagset,
    policies: edgePolicies.filter(({ id }) => choice.policies.includes(id)),
    types: choice.types && new Set(choice.types),
  };
  const isAsked = ({ id }: { id: QuestionId }): boolean => choice.questions?.includes(id) ?? true;
  const rated = ratedQuestions(tagset).filter(isAsked);
  const of = articles.length + 2 + rated.length + 1;
  let done = 0;
  const compared: ComparedArticle[] = [];
  for (const article of articles) {
    compared.push(yield* within(comparedArticle(article, compare), done, of));
    done += 1;
    yield { done, of };
  }
  const names = annotators.map(({ name }) => name);
  const questions: QuestionReport[] = [];
  if (annotators.length > 1 && compared.length > 0) {
    if (isAsked({ id: "marks" }))
      questions.push(yield* within(marksReport(names, compared, compare, choice), done, of));
    yield { done: done + 1, of };
    if (isAsked({ id: "characters" })) questions.push(charactersReport(names, compared, compare, choice));
    done += 2;
    yield { done, of };
    for (const question of rated) {
      questions.push(ratedReport(question, names, compared, compare, choice));
      done += 1;
      yield { done, of };
    }
  }
  const disputed = compared.map(disputedIn);
  const disputedUnits = disputed.flat().sort((a, b) => b.weight - a.weight);
  return {
    annotators,
    articles: compared.map(({ id, title, groups }, at) => ({
      id,
      title,
      units: groups.length,
      disputed: disputed[at]?.length ?? 0,
    })),
    questions,
    disputed: disputedUnits.slice(0, mostListed),
    unlisted: Math.max(0, disputedUnits.length - mostListed),
    aspects: aspectCounts(compared),
    checks: checkCounts(compared, compare),
    time: overTime(compared),
    warnings: compared.every(({ isExact }) => isExact) ? [] : [message("agreement.warns-alignment")],
  };
}

/** The steps of one part of the work, as a part of all of it. */
function* within<T>(work: Work<T>, before: number, of: number): Generator<WorkProgress, T, void> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield { done: before + step.value.done / Math.max(1, step.value.of), of };
  }
}

const chooseMeasures = <M extends Measure>(
  measures: readonly M[],
  isUsual: (measure: M) => boolean,
  { measures: ids }: AgreementChoice,
): readonly M[] => measures.filter((measure) => (ids ? ids.includes(measure.id) : isUsual(measure)));

const strictly: readonly EdgePolicy[] = [];

function* marksReport(
  names: readonly string[],
  articles: readonly ComparedArticle[],
  { policies, types }: CompareChoice,
  choice: AgreementChoice,
): Work<QuestionReport> {
  const measured = (used: readonly EdgePolicy[]) => {
    const on = { policies: used, types };
    return {
      whole: continuumFrom(names, articles, on),
      parts: articles.map((article) => continuumFrom(names, [article], on)),
    };
  };
  const [strict, lenient] = [measured(strictly), policies.length > 0 ? measured(policies) : null];
  const chosenMeasures = chooseMeasures(continuumMeasures, ({ isSlow }) => choice.gamma || !isSlow, choice);
  const measures: MeasuredBy[] = [];
  for (const measure of chosenMeasures) {
    const figures = (on: typeof strict) =>
      placedFigures(measure, on.whole, on.parts, choice.options, choice.intervals, choice.parts);
    measures.push({ measure: measure.id, strict: figures(strict), lenient: lenient && figures(lenient) });
    yield { done: measures.length, of: chosenMeasures.length };
  }
  const units = strict.whole.annotators.reduce((sum, one) => sum + one.units.length, 0);
  return {
    question: "marks",
    units,
    measures,
    confusions: null,
    warnings: warningsFor(units, measures, null),
  };
}

/** Characters stand and fall together, so an interval by characters would be far too narrow: there is none. */
function charactersReport(
  names: readonly string[],
  articles: readonly ComparedArticle[],
  { types, policies }: CompareChoice,
  choice: AgreementChoice,
): QuestionReport {
  const ratings = (used: readonly EdgePolicy[]): Ratings[] =>
    articles.map((article) => characterRatings(continuumFrom(names, [article], { policies: used, types })));
  const [strict, lenient] = [ratings(strictly), policies.length > 0 ? ratings(policies) : null];
  const none: IntervalChoice = { seed: 1, draws: 0 };
  const measures = chooseMeasures(ratingMeasures, ({ scales }) => scales.includes("characters"), choice)
    .filter(({ scales }) => scales.includes("category"))
    .map(
      (measure): MeasuredBy => ({
        measure: measure.id,
        strict: ratedFigures(measure, strict, none, choice.parts),
        lenient: lenient && ratedFigures(measure, lenient, none, choice.parts),
      }),
    );
  const units = strict.reduce((sum, one) => sum + one.units.length, 0);
  return { question: "characters", units, measures, confusions: null, warnings: [] };
}

function ratedReport(
  question: RatedQuestion,
  names: readonly string[],
  articles: readonly ComparedArticle[],
  compare: CompareChoice,
  choice: AgreementChoice,
): QuestionReport {
  const ratings = (how: How): Ratings[] =>
    articles.map((article) => ({
      annotators: names,
      units: answersTo(question, article, compare, how).map(({ values }) => values),
    }));
  // Only what a slot holds has edges that a policy can pass over.
  const hasEdges = ["voice", "cue", "claim", "via"].includes(question.id) && compare.policies.length > 0;
  const [strict, lenient] = [ratings("strict"), hasEdges ? ratings("lenient") : null];
  const measures = chooseMeasures(
    ratingMeasures,
    ({ scales }) => scales.includes(question.scale),
    choice,
  ).map(
    (measure): MeasuredBy => ({
      measure: measure.id,
      strict: ratedFigures(measure, strict, choice.intervals, choice.parts),
      lenient: lenient && ratedFigures(measure, lenient, choice.intervals, choice.parts),
    }),
  );
  const units = strict.flatMap((one) => one.units);
  const common = units.filter((unit) => givenRatings(unit).length > 1);
  return {
    question: question.id,
    units: common.length,
    measures,
    confusions:
      question.scale === "category" ? confusionsOf(units, names.length, question.id === "type") : null,
    warnings: warningsFor(common.length, measures, question.scale === "category" ? common : null),
  };
}

/** What a reader should know before believing the figures. `units`: of which few categories are said. */
function warningsFor(
  n: number,
  measures: readonly MeasuredBy[],
  units: readonly (readonly (string | null)[])[] | null,
): readonly Message[] {
  const warnings: Message[] = [];
  if (n < fewUnits) warnings.push(message("agreement.warns-few", { n, enough: fewUnits }));
  const wide = measures.some(({ strict: { pooled } }) => {
    const [low, high] = pooled.interval ?? [0, 0];
    return high - low > 0.3;
  });
  if (wide && n >= fewUnits) warnings.push(message("agreement.warns-wide"));
  if (units && units.length > 0) {
    const values = units.flatMap((unit) => givenRatings(unit));
    const most = Math.max(...countsOf(values).values());
    if (most < values.length && most > 0.9 * values.length) warnings.push(message("agreement.warns-skewed"));
  }
  return warnings;
}

/** Who says what where another says something else: a table for each two annotators. */
interface Confusions {
  /** What is said, by how often; `null` last: has no such unit. */
  readonly categories: readonly (string | null)[];
  /** For each two annotators, in the order of `pairsOf`: rows are what the first says, columns what the second says. */
  readonly tables: readonly (readonly (readonly number[])[])[];
}

/** More categories than these make no table that anybody reads. */
const mostCategories = 24;

/** `null` where there is nothing to set against each other, or too much. `withMissing`: a unit that only one has counts. */
function confusionsOf(
  units: readonly UnitRatings[],
  annotators: number,
  withMissing: boolean,
): Confusions | null {
  const counts = new Map<string, number>();
  let lacks = false;
  for (const unit of units)
    for (const value of unit)
      if (value === null) lacks = true;
      else counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size === 0 || counts.size > mostCategories) return null;
  const named = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
  const categories = withMissing && lacks ? [...named, null] : named;
  const place = new Map(categories.map((value, at) => [value, at]));
  const tables = pairsOf(annotators).map(([a, b]) => {
    const table = categories.map(() => categories.map(() => 0));
    for (const unit of units) {
      const [one, other] = [unit[a] ?? null, unit[b] ?? null];
      if (one === null && other === null) continue;
      const row = table[place.get(one) ?? -1];
      const column = place.get(other);
      if (row && column !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
    return table;
  });
  return { categories, tables };
}
