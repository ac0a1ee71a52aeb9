// The scope of figures: whose sets count, of which articles, whether inner cards do, how much cards with several voices do, and whether
// statements that say the same again do.
import type { ExportBundle } from "../annotated-json/bundle.ts";
import { type ArticleFilter, activeConditions, everyArticle, matches } from "../model/article-filter.ts";
import type { ArticleSet } from "../model/article-set.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { isPerson } from "../model/curation.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import type { Annotator } from "../model/project.ts";
import { tableOf } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { countedSets, personOf } from "../review/one-person.ts";
import { type Message, message } from "../words/message.ts";
import { type ArticlePart, articlePart, type PublicationFacts, type SetPart } from "./article-part.ts";
import { type CountedArticle, countArticle, type Statement } from "./counted-article.ts";
import { insightGroupings } from "./groupings.ts";
import type { CountContext, VoiceWeights } from "./measure.ts";
import { underAnnotator } from "./packed-part.ts";
import { cuesOfDistance } from "./statements.ts";

/**
 * Whose set of an article counts: the curated one once it is done, else that of the only annotator; the curated one alone, done or not; that of
 * a person; or those of several people, whose figures are then told apart.
 */
export type ChosenSets =
  | { readonly of: "either" }
  | { readonly of: "curation" }
  | { readonly of: "person"; readonly id: Id }
  | { readonly of: "people"; readonly ids: readonly Id[] };

/** All statements, or those that say the same once in an article or in a time. */
export const duplicatePolicies = ["all", "document", "day", "week", "month", "year"] as const;
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

export interface InsightScope {
  readonly sets: ChosenSets;
  /** The set of articles that an article must be in; `null`: all. */
  readonly set: Pick<ArticleSet, "id" | "name"> | null;
  /** What the filter of articles asks of what is known of them. */
  readonly filter: Pick<ArticleFilter, "words" | "publishers" | "tags" | "from" | "to">;
  /** Whether cards within others count. */
  readonly nested: boolean;
  readonly weights: VoiceWeights;
  readonly duplicates: DuplicatePolicy;
}

export const defaultScope: InsightScope = {
  sets: { of: "either" },
  set: null,
  filter: { words: "", publishers: [], tags: [], from: null, to: null },
  nested: false,
  weights: "full",
  duplicates: "all",
};

/** What figures are counted from. */
export interface IndexedProject {
  readonly annotators: readonly Annotator[];
  readonly tagset: Tagset;
  readonly entities: readonly Entity[];
  /** Of the articles of the scope's set, in the project's order. */
  readonly parts: readonly ArticlePart[];
}

/** The same of a project that is all there. */
export const indexedProject = (
  {
    annotators,
    tagset,
    entities,
    articles,
  }: Pick<ExportBundle, "annotators" | "tagset" | "entities" | "articles">,
  set: InsightScope["set"] = null,
): IndexedProject => ({
  ...{ annotators, tagset, entities },
  parts: articles.filter(({ inSets }) => set === null || inSets?.includes(set.id)).map(articlePart),
});

/** What figures of a scope go by beside the articles that they count; `articles`: all of the scope. */
export const countContext = (
  { weights }: Pick<InsightScope, "weights">,
  articles: readonly CountedArticle[],
): CountContext => ({ weights, distancing: new Set(cuesOfDistance), scope: articles });

type ScopedArticles =
  | {
      readonly ok: true;
      readonly articles: readonly CountedArticle[];
      /** How many articles that the filter lets through nobody chosen has a set of. */
      readonly leftOut: number;
      /** How many articles that the filter lets through are curated in part, where curated sets are chosen. */
      readonly curatedInPart: number;
      /** How many cards of the articles do not count since they begin in a stretch that is left out of the analysis. */
      readonly excludedCards: number;
    }
  | { readonly ok: false; readonly problem: Message };

/** The registry of a project: the same as long as its entities are. */
export const registryOf = memoize((entities: readonly Entity[]) => tableOf(entities));

/**
 * The articles of a scope with the cards that count in it; `all`: with every card, as lists have them. The same as long as the project is, so that what was
 * worked out of them holds.
 */
export function articlesIn(
  project: IndexedProject,
  scope: InsightScope,
  which: "counted" | "all" = "counted",
): ScopedArticles {
  const { sets, filter, nested } = scope;
  return keptLatest(scopesOf(project), JSON.stringify([sets, filter, nested, which]), () =>
    scopedAnew(project, scope, which),
  );
}

const scopesOf = memoize((_: IndexedProject) => new Map<string, ScopedArticles>());

/** So many results are kept of one object. */
const mostResults = 3;

/** What is kept under this key; worked out where nothing is, and then kept in place of the one that was asked for the longest ago. */
function keptLatest<Key extends string, T>(kept: Map<Key, T>, key: Key, workOut: () => T): T {
  const result = kept.get(key) ?? workOut();
  kept.delete(key);
  kept.set(key, result);
  for (const oldest of [...kept.keys()].slice(0, -mostResults)) kept.delete(oldest);
  return result;
}

function scopedAnew(
  { annotators, entities, parts }: IndexedProject,
  { sets, filter, nested }: InsightScope,
  which: "counted" | "all",
): ScopedArticles {
  const registry = registryOf(entities);
  const setsOf = setsChosen(annotators, sets);
  const isAsking = activeConditions({ ...everyArticle, ...filter }).length > 0;
  const wanted = isAsking ? parts.filter((part) => isWanted(part, filter)) : parts;
  const curatedInPart = countCuratedInPart(wanted, annotators, sets);
  const articles: CountedArticle[] = [];
  let [leftOut, excludedCards] = [0, 0];
  for (const part of wanted) {
    const [set, ...others] = setsOf(part);
    if (!set) {
      leftOut += 1;
      continue;
    }
    if (others.length > 0)
      return { ok: false, problem: severalPeople(part, [set, ...others], { annotators, curatedInPart }) };
    const article = countArticle(part, set, registry);
    if (which === "all") {
      articles.push(article);
      continue;
    }
    const asked = nested ? article : withoutNested(article);
    const counted = withoutExcluded(asked);
    excludedCards += asked.statements.length - counted.statements.length;
    articles.push(counted);
  }
  return { ok: true, articles, leftOut, curatedInPart, excludedCards };
}

const curationIn = (annotators: readonly Annotator[]): Id | undefined =>
  annotators.find(({ kind }) => kind === "curation")?.id;

/** In how many articles somebody began to decide, and nobody said that they are curated; 0 where curated sets are not asked for. */
function countCuratedInPart(
  parts: readonly ArticlePart[],
  annotators: readonly Annotator[],
  { of }: ChosenSets,
): number {
  const curation = curationIn(annotators);
  if (curation === undefined || (of !== "either" && of !== "curation")) return 0;
  const isInPart = ({ annotatorId, isDone }: SetPart): boolean => annotatorId === curation && !isDone;
  return parts.filter(({ sets }) => sets.some(isInPart)).length;
}

/** The sets of an article that may be meant; several are a question for whoever asks. */
function setsChosen(
  annotators: readonly Annotator[],
  chosen: ChosenSets,
): (part: ArticlePart) => readonly SetPart[] {
  const curation = curationIn(annotators);
  const person = personOf(annotators);
  const people = annotators.filter(isPerson);
  return ({ sets }) => {
    const curated = sets.filter(({ annotatorId }) => annotatorId === curation);
    if (chosen.of === "curation") return curated;
    const curatedWhole = curated.filter(({ isDone }) => isDone);
    if (chosen.of === "either" && curatedWhole.length > 0) return curatedWhole;
    const ofPeople = people.flatMap(({ id }) => sets.filter(({ annotatorId }) => annotatorId === id));
    const counted = countedSets(
      ofPeople.map((set) => ({ set })),
      person,
    ).counted.map(({ set }) => underPerson(set, person(set.annotatorId)));
    if (chosen.of === "either") return counted;
    const ids = (chosen.of === "person" ? [chosen.id] : chosen.ids).map(person);
    return counted.filter(({ annotatorId }) => ids.includes(person(annotatorId)));
  };
}

/** The same set every time for the same person, so that it is counted once. */
function underPerson(set: SetPart, person: Id): SetPart {
  if (set.annotatorId === person) return set;
  const known = setsByPerson(set);
  const same = known.get(person) ?? underAnnotator(set, person);
  known.set(person, same);
  return same;
}

const setsByPerson = memoize((_: SetPart) => new Map<Id, SetPart>());

function severalPeople(
  { title }: Pick<PublicationFacts, "title">,
  sets: readonly SetPart[],
  {
    annotators,
    curatedInPart,
  }: { readonly annotators: readonly Annotator[]; readonly curatedInPart: number },
): Message {
  const names = sets.map(
    ({ annotatorId }) => annotators.find(({ id }) => id === annotatorId)?.name ?? annotatorId,
  );
  return message("insight.several-people", { title, names: names.join(", "), curatedInPart });
}

/** Whether a filter lets an article through. */
export const isWanted = (
  { id, title, publisher, date, tags }: PublicationFacts,
  filter: InsightScope["filter"],
): boolean =>
  matches(
    { ...everyArticle, ...filter },
    {
      article: id,
      title,
      publisher,
      date,
      tags,
      state: "new",
      work: null,
      assigned: [],
      annotated: [],
      gaps: 0,
      hasNote: false,
    },
  );

/** Without the cards within others. */
export const withoutNested = memoize(
  (article: CountedArticle): CountedArticle =>
    article.statements.some(({ isNested }) => isNested)
      ? { ...article, statements: article.statements.filter(({ isNested }) => !isNested) }
      : article,
);

/** Without the cards that begin in a stretch that is left out of the analysis. */
export const withoutExcluded = memoize(
  (article: CountedArticle): CountedArticle =>
    article.statements.some(({ isExcluded }) => isExcluded)
      ? { ...article, statements: article.statements.filter(({ isExcluded }) => !isExcluded) }
      : article,
);

/**
 * The articles with each statement once in an article, or in a time: of those with the same voices, the same polarity and the same words of the
 * claim the first one stays. An article without the date that this takes is a time of its own.
 */
export const withoutDuplicates = (
  articles: readonly CountedArticle[],
  policy: DuplicatePolicy,
): readonly CountedArticle[] =>
  policy === "all" ? articles : keptLatest(distinctOf(articles), policy, () => distinctIn(articles, policy));

const distinctOf = memoize(
  (_: readonly CountedArticle[]) => new Map<DuplicatePolicy, readonly CountedArticle[]>(),
);

function distinctIn(
  articles: readonly CountedArticle[],
  policy: Exclude<DuplicatePolicy, "all">,
): readonly CountedArticle[] {
  const knownByTime = new Map<string, Set<string>>();
  const kept = new Map<CountedArticle, readonly Statement[]>();
  for (const article of [...articles].sort(byDate)) {
    const time = timeOf(article, policy).join(" ");
    const known = knownByTime.get(time) ?? new Set();
    knownByTime.set(time, known);
    const isFirst = (statement: Statement): boolean => {
      const before = known.size;
      return known.add(sameStatement(statement)).size > before;
    };
    kept.set(article, article.statements.filter(isFirst));
  }
  return articles.map((article) => {
    const statements = kept.get(article) ?? [];
    // One that loses nothing stays the same, with what was worked out of it.
    return statements.length === article.statements.length ? article : { ...article, statements };
  });
}

/** Those without a date last; the sort keeps the order of the rest. */
const byDate = ({ date: one }: CountedArticle, { date: other }: CountedArticle): number =>
  one === null || other === null
    ? Number(one === null) - Number(other === null)
    : compareCodeUnits(one, other);

function timeOf(article: CountedArticle, policy: Exclude<DuplicatePolicy, "all">): readonly string[] {
  const grouping = insightGroupings.find(({ id }) => id === policy);
  const key = grouping?.level === "article" ? grouping.keysOf(article)[0] : null;
  return key === null || key === undefined ? ["article", article.id] : [policy, key];
}

/** What two statements that say the same have alike: until claims are grouped, the words stand for what is claimed. */
function sameStatement({ card, voices, polarity, wording }: Statement): string {
  if (wording === "") return card;
  const ids = voices.length < 2 ? (voices[0]?.id ?? "") : voices.map(({ id }) => id).sort();
  // Neither ids nor wordings have lines.
  return `${ids}\n${polarity}\n${wording}`;
}
