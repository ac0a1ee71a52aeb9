// The open disagreements between annotators, by how far each of them moves a figure: a disagreement is a card, with the spans in its slots,
// that somebody of those who annotated the same articles has otherwise or lacks, and that nobody has decided.
import type { ExportBundle, ExportedArticle } from "../annotated-json/bundle.ts";
import { type AnnotationSet, emptySet, setFromJson } from "../model/annotation-set.ts";
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { type Table, tableOf } from "../model/table.ts";
import type { Work, WorkProgress } from "../model/work.ts";
import { wordsOfGroup } from "../review/agreement/disputed.ts";
import { compareSets } from "../review/compare.ts";
import type { ComparedGroup } from "../review/comparison.ts";
import { bySize, type Difference } from "../review/difference.ts";
import { edgePolicies } from "../review/edge-policies.ts";
import { countedSets, oneSetEach, personOf } from "../review/one-person.ts";
import { isOpen, type Question, questionsOf } from "../review/questions.ts";
import { type Message, message } from "../words/message.ts";
import { type ArticlePart, articlePart, byPlace, type SetPart } from "./article-part.ts";
import { type CountedArticle, countArticle } from "./counted-article.ts";
import type { FigureQuery } from "./figure-cards.ts";
import { type GroupKey, insightGroupings } from "./groupings.ts";
import { groupsOfArticles, selectionsOf } from "./groups.ts";
import { type InsightMeasure, quotient, type Selection } from "./measure.ts";
import { askedFigures, groupingsOf } from "./query.ts";
import { type CommonArticles, countedBy, readingOf, readingsIn, type ScopeReading } from "./readings.ts";
import { round } from "./report.ts";
import { type InsightScope, indexedProject, withoutExcluded, withoutNested } from "./scope.ts";

/** A figure of annotators, as the figures name it but for the annotator. */
export interface DisagreementQuery extends Omit<FigureQuery, "part"> {
  /** Ids of policies for edges: what they pass over is no disagreement. */
  readonly policies: readonly string[];
}

/** What a project consists of, as far as figures and comparisons go. */
export type ComparedProject = Pick<ExportBundle, "annotators" | "tagset" | "entities" | "articles">;

export interface Disagreement {
  readonly article: Id;
  readonly title: string;
  /** By annotator: the id of their card; `null` for one who has none. */
  readonly members: readonly (Id | null)[];
  /** What the cards cover together; `null` where nothing of them is marked. */
  readonly place: Range | null;
  /** The words it is about. */
  readonly quote: string;
  /** What they differ in, the smallest first. */
  readonly differences: readonly Pick<Difference, "aspect" | "field">[];
  /** With everything else as this annotator has it, the figure moves most. */
  readonly base: Id;
  /** The figure then, if it is decided as each annotator has it; `null` where there is nothing to divide by. */
  readonly values: readonly (number | null)[];
  /** The greatest of these values less the least. */
  readonly movement: number;
}

export type Disagreements =
  | {
      readonly ok: true;
      readonly common: CommonArticles;
      /** The figure by each annotator's own sets. */
      readonly values: readonly (number | null)[];
      /** Those that move it, the one that does most first. */
      readonly moving: readonly Disagreement[];
      /** How many open ones do not. */
      readonly others: number;
      /** How many articles that the filter lets through not all annotated. */
      readonly leftOut: number;
      /** How many cards, of all annotators, do not count since they begin in a stretch that is left out of the analysis. */
      readonly excludedCards: number;
    }
  | { readonly ok: false; readonly problem: Message };

/** Tries each open disagreement as each annotator has it. Progress is counted in articles. */
export function* disagreementsOn(project: ComparedProject, query: DisagreementQuery): Work<Disagreements> {
  const figure = askedFigure(project, query);
  if (!figure.ok) return figure;
  const { common, readings, leftOut, excludedCards } = figure;
  const counts = readings.map((reading) => movedFigure(figure, reading));
  const isCommon = new Set(common.articles.map(({ id }) => id));
  const articles = project.articles.filter(({ article }) => isCommon.has(article.id));
  const moving: Disagreement[] = [];
  let others = 0;
  for (const [at, exported] of articles.entries()) {
    const progress = { done: at, of: articles.length };
    yield progress;
    const compared = yield* comparedIn(exported, project, { common, policies: query.policies, progress });
    const variants = variantsOf(exported, compared, figure);
    for (const question of openQuestions(compared)) {
      const moved = mostMoved(variants, question.group, counts, at);
      if (!moved || moved.movement === 0) others += 1;
      else moving.push(disagreementIn(compared, question, { exported, common, moved }));
    }
  }
  const values = counts.map((count) => count.value);
  moving.sort((one, other) => other.movement - one.movement);
  return { ok: true, common, values, moving, others, leftOut, excludedCards };
}

interface AskedFigure {
  readonly ok: true;
  readonly measure: InsightMeasure;
  readonly selection: Selection;
  /** The ids of the articles that it counts. */
  readonly inGroup: ReadonlySet<Id>;
  readonly scope: InsightScope;
  readonly readings: readonly ScopeReading[];
  readonly common: CommonArticles;
  readonly leftOut: number;
  readonly excludedCards: number;
  readonly registry: Table<Entity>;
}

function askedFigure(
  { articles, ...head }: ComparedProject,
  { measure: id, by, group, scope }: DisagreementQuery,
): AskedFigure | { readonly ok: false; readonly problem: Message } {
  const indexed = indexedProject({ ...head, articles }, scope.set);
  const asked = askedFigures(indexed, { measures: [id], by: by.filter((one) => one !== "annotator") });
  if (!asked.ok) return asked;
  const [measure] = asked.measures;
  if (!measure) return { ok: false, problem: message("insight.one-figure") };
  const annotator = insightGroupings.filter(({ level }) => level === "annotator");
  const groupings = [...annotator, ...groupingsOf(measure, asked.groupings)];
  const read = readingsIn(indexed, scope, groupings);
  if (!read.ok) return read;
  const { readings, common, leftOut, excludedCards } = read;
  const isAsked = ({ by: values }: GroupKey): boolean =>
    Object.entries(values).every(([column, value]) => (group[column] ?? null) === value);
  const everybody = readings.flatMap((reading) => countedBy(measure, reading));
  const selection = selectionsOf(everybody, groupings).find(isAsked)?.selection;
  const groups = groupsOfArticles(readings[0]?.articles ?? [], groupings);
  const inGroup = groups?.find(isAsked)?.articles.map((article) => article.id);
  if (!common || !selection || !inGroup) return { ok: false, problem: message("insight.one-figure") };
  const registry = tableOf(head.entities);
  const figure = { measure, selection, inGroup: new Set(inGroup), scope };
  return { ok: true, ...figure, readings, common, leftOut, excludedCards, registry };
}

/** What a figure is by an annotator's sets, and with one of their articles as it might be decided. */
interface MovedFigure {
  readonly value: number | null;
  /** `at`: the number of the article among those that all annotated. */
  with(at: number, article: CountedArticle): number | null;
}

function movedFigure(figure: AskedFigure, reading: ScopeReading): MovedFigure {
  const { measure, selection, inGroup, scope } = figure;
  const { articles } = reading;
  const { tally, looksAtOthers, heedsDuplicates } = measure;
  const withArticle = (at: number, article: CountedArticle): number | null => {
    const anew = readingOf(
      articles.map((one, index) => (index === at ? article : one)),
      scope,
      {},
    );
    return figureOf(figure, anew);
  };
  const value = figureOf(figure, reading);
  if (!tally || looksAtOthers || (heedsDuplicates && scope.duplicates !== "all"))
    return { value, with: withArticle };
  // What the other articles add stays as it is.
  const tallyOf = (article: CountedArticle) =>
    inGroup.has(article.id) ? tally(article, selection, reading.context) : null;
  const tallies = articles.map(tallyOf);
  return {
    value,
    with(at, article) {
      const moved = tallyOf(article);
      let [numerator, denominator] = [0, 0];
      for (const [index, one] of tallies.entries()) {
        const counted = index === at ? moved : one;
        numerator += counted?.numerator ?? 0;
        denominator += counted?.denominator ?? 0;
      }
      return round(quotient({ numerator, denominator }));
    },
  };
}

function figureOf({ measure, selection, inGroup }: AskedFigure, reading: ScopeReading): number | null {
  const articles = countedBy(measure, reading).filter(({ id }) => inGroup.has(id));
  const count = measure.count(articles, selection, reading.context);
  return round(count(articles.map((_, at) => at)).value);
}

/** An article with everybody's sets of it, compared. */
interface Compared {
  /** In the order of the annotators. */
  readonly sets: readonly ExportedArticle["sets"][number][];
  readonly read: readonly AnnotationSet[];
  readonly groups: readonly ComparedGroup[];
  readonly questions: readonly Question[];
  readonly text: ArticleText;
}

interface ComparedBy extends Pick<DisagreementQuery, "policies"> {
  readonly common: CommonArticles;
  readonly progress: WorkProgress;
}

function* comparedIn(
  { article, text, sets }: ExportedArticle,
  { annotators, tagset, entities }: ComparedProject,
  { common, policies, progress }: ComparedBy,
): Work<Compared> {
  const person = personOf(annotators);
  const all = sets.map((set) => ({ set, source: set.annotatorId }));
  const each = oneSetEach(all, person);
  const chosen = common.annotators.flatMap(({ id }) => each.find(({ set }) => set.annotatorId === id) ?? []);
  const registry = tableOf(entities);
  const read = chosen.map(({ set }) => setFromJson(set));
  const reviewed = read.map((set) => ({ set, entities: registry }));
  const articleText = articleTextOf(text);
  const comparison = yield* insideOne(
    compareSets(reviewed, {
      ...{ article: articleText, tagset },
      policies: edgePolicies.filter(({ id }) => policies.includes(id)),
    }),
    progress,
  );
  const curation = annotators.find(({ kind }) => kind === "curation")?.id;
  const curated = sets.find(({ annotatorId }) => annotatorId === curation);
  const beside = countedSets(all, person).passedOver.flatMap(({ set }) => set.spans.map(({ id }) => id));
  const review = {
    annotators: chosen.map(({ set }) => set.annotatorId),
    sources: chosen.map(({ source }) => source),
    beside: new Set(beside),
    ...{ sets: reviewed, comparison },
  };
  const nothing = emptySet({ articleId: article.id, annotatorId: "", textHash: article.textHash });
  const questions = questionsOf(review, curated ? setFromJson(curated) : nothing);
  return {
    sets: chosen.map(({ set }) => set),
    read,
    groups: comparison.groups,
    questions,
    text: articleText,
  };
}

/** The work as part of another one, which is told how far that is. */
function* insideOne<T>(work: Work<T>, progress: WorkProgress): Work<T> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield progress;
  }
}

const openQuestions = ({ questions, groups }: Compared): readonly Question[] =>
  questions.filter(
    (question) => question.differs !== null && isOpen(question) && groups[question.group]?.kind === "card",
  );

/** What somebody’s set of an article is once a card is decided as another has it, and how the article is then counted. */
interface Variants {
  readonly groups: readonly ComparedGroup[];
  /** `own` and `taken`: the numbers of the annotators. */
  counted(own: number, taken: number, members: ComparedGroup["members"]): CountedArticle;
}

/**
 * Each annotator’s set with a card replaced by that of another, put in, or taken out. What of the article is excluded, and who appears in which
 * role, stays as the set has it.
 */
function variantsOf(
  { article, text }: ExportedArticle,
  { sets, groups }: Compared,
  { registry, scope }: AskedFigure,
): Variants {
  const crossed = sets.flatMap((own) => sets.map((other) => ({ ...other, exclusions: own.exclusions })));
  const part = articlePart({ article, text, sets: crossed });
  const setOf = (own: number, other: number): SetPart | undefined => part.sets[own * sets.length + other];
  return {
    groups,
    counted(own, taken, members) {
      const set = setOf(own, own);
      if (!set) throw new RangeError("An annotator without a set is compared.");
      const kept = set.statements.filter(({ card }) => card !== members[own]);
      const put = (setOf(own, taken)?.statements ?? []).filter(({ card }) => card === members[taken]);
      return countedVariant(part, { ...set, statements: [...kept, ...put].sort(byPlace) }, registry, scope);
    },
  };
}

function countedVariant(
  part: ArticlePart,
  set: SetPart,
  registry: Table<Entity>,
  { nested }: Pick<InsightScope, "nested">,
): CountedArticle {
  const article = countArticle(part, set, registry);
  return withoutExcluded(nested ? article : withoutNested(article));
}

type Moved = Pick<Disagreement, "values" | "movement"> & { readonly base: number };

/** The annotator with whose sets a decision moves the figure most; the first of several. */
function mostMoved(
  { groups, counted }: Variants,
  number: number,
  figures: readonly MovedFigure[],
  at: number,
): Moved | null {
  const members = groups[number]?.members ?? [];
  let most: Moved | null = null;
  for (const [base, figure] of figures.entries()) {
    const values = figures.map((_, taken) => figure.with(at, counted(base, taken, members)));
    const known = values.filter((value) => value !== null);
    const movement = known.length === 0 ? 0 : round(Math.max(...known) - Math.min(...known));
    if (!most || movement > most.movement) most = { base, values, movement };
  }
  return most;
}

interface Found {
  readonly exported: ExportedArticle;
  readonly common: CommonArticles;
  readonly moved: Moved;
}

function disagreementIn(
  { groups, read, text }: Compared,
  { group: number, parts }: Question,
  { exported: { article }, common, moved: { base, ...moved } }: Found,
): Disagreement {
  const group = groups[number] ?? { kind: "card", members: [], place: null, differences: [] };
  const asked = parts.flatMap((part) => part.asked).sort(bySize);
  const differences = new Map(
    asked.map(({ aspect, field }) => [
      `${aspect} ${field ?? ""}`,
      { aspect, ...(field !== undefined && { field }) },
    ]),
  );
  return {
    ...{ article: article.id, title: article.title },
    ...{ members: group.members, place: group.place },
    quote: wordsOfGroup(group, { sets: read, text }).quote,
    differences: [...differences.values()],
    base: common.annotators[base]?.id ?? "",
    ...moved,
  };
}

/**
 * A table for a spreadsheet or a terminal: the names of the columns, and a row for each; beside `moves` and the place, in UTF-16 code units, `base` is the annotator with whom everything
 * else stays as it is, and a column for each annotator has the figure if it is decided as they have it.
 */
export function disagreementRows({
  common,
  moving,
}: Extract<Disagreements, { ok: true }>): readonly (readonly (string | number | null)[])[] {
  const { annotators } = common;
  const nameOf = (id: string): string => annotators.find((one) => one.id === id)?.name ?? id;
  const columns = ["moves", "article", "title", "start", "end", "claim", "differ_in", "base"];
  return [
    [...columns, ...annotators.map(({ name }) => `as ${name}`)],
    ...moving.map(({ movement, article, title, place, quote, differences, base, values }) => [
      ...[movement, article, title, place?.start ?? null, place?.end ?? null, quote],
      ...[differingIn(differences), nameOf(base), ...values],
    ]),
  ];
}

const differingIn = (differences: Disagreement["differences"]): string =>
  differences.map(({ aspect, field }) => (field === undefined ? aspect : `field:${field}`)).join(" ");
