// The statements of a project as a table asks for them: narrowed, sorted, and counted by what each of them could be narrowed by further. One
// pass over the cards, from the parts of an index; only the rows in view are made out.

import { hasMark, segmentsOfSlot, unpackMarks, wordsOfSegments } from "../insight/card-marks.ts";
import { type CountedArticle, voiceWords } from "../insight/counted-article.ts";
import {
  articlesIn,
  defaultScope,
  type IndexedProject,
  type InsightScope,
  registryOf,
} from "../insight/scope.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { folded } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import type { Range } from "../model/range.ts";
import type { Table } from "../model/table.ts";
import type { Work } from "../model/work.ts";
import type { Message } from "../words/message.ts";
import { noValue } from "./card-facets.ts";
import {
  type ConcordanceNode,
  keyAfter,
  keyBefore,
  type NodeInContext,
  nodeInContext,
} from "./concordance.ts";
import {
  type ListedStatement,
  type ListingFacet,
  type StatementFacet,
  statementFacets,
} from "./statement-facets.ts";

/** One card of a project. */
export interface CardPlace {
  readonly article: Id;
  readonly card: Id;
}

/** The same for the same card. */
export const cardKey = ({ article, card }: CardPlace): string => `${article} ${card}`;

/** With whose set it stands in. */
export interface CardOfSet extends CardPlace {
  readonly annotator: Id;
}

/** What of a query a person sets, and may keep by a name. */
export interface StatementFilter extends Pick<StatementQuery, "typed" | "where" | "sort" | "node"> {
  /** The first and the last day of publication, as in a filter of articles. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface SavedStatementFilter {
  readonly name: string;
  readonly filter: StatementFilter;
}

export interface StatementQuery {
  readonly scope: Pick<InsightScope, "sets" | "set" | "filter">;
  /** Exactly these cards, such as those that a figure counts; `null`: all. */
  readonly cards: readonly CardPlace[] | null;
  /** Words that stand in who says it, the cue, the claim or whom it is about, in any order. */
  readonly typed: string;
  /** By the id of a facet values of which a card must have one. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly sort: StatementSort;
  /** Shows this part of each card in its context; cards without it are left out. */
  readonly node: ConcordanceNode | null;
}

export interface StatementSort {
  /** The id of a facet or of a column; statements that have the same there, and all of `text`, are in reading order. */
  readonly by: string;
  readonly isDescending: boolean;
}

/** What statements are sorted by beside their facets. */
const statementColumns = [
  "text",
  "title",
  "date",
  "cue",
  "claim",
  "via",
  "note",
  "edited",
  "before",
  "after",
] as const;
type StatementColumn = (typeof statementColumns)[number];

/** How many statements there would be for each value of a facet: those that fit all else that is asked for. */
export interface FacetCount {
  readonly facet: string;
  /** The most frequent first, and those that are asked for. */
  readonly values: readonly (readonly [value: string, count: number])[];
  /** Values that are not among them. */
  readonly more: number;
}

/** The statements that a query asks for, in its order. */
export interface StatementListing {
  readonly query: StatementQuery;
  readonly facets: readonly StatementFacet[];
  readonly entities: Table<Entity>;
  readonly found: readonly ListedStatement[];
  /** How many cards there are without narrowing. */
  readonly all: number;
  /** Articles that nobody chosen has a set of. */
  readonly leftOut: number;
  /** Articles that are curated in part, where curated sets are chosen. */
  readonly curatedInPart: number;
  /** `null` unless they were asked for. */
  readonly counts: readonly FacetCount[] | null;
}

type ListingResult =
  | { readonly ok: true; readonly listing: StatementListing }
  | { readonly ok: false; readonly problem: Message };

/** A row of the table. */
export interface StatementRow extends CardOfSet {
  /** Where it stands in its article. */
  readonly place: Range | null;
  readonly title: string;
  readonly date: string | null;
  readonly who: string;
  readonly cue: string;
  readonly claim: string;
  readonly via: string;
  readonly note: string;
  readonly editedAt: string;
  /** By facet. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** In a concordance. */
  readonly context: NodeInContext | null;
}

/** A listing with its first rows, or those around a card that was asked for; or why there is none. */
export type ListedRows =
  | ({
      readonly ok: true;
      /** By which further rows of it are asked for. */
      readonly listing: Id;
      /** How many rows it has. */
      readonly total: number;
      /** Where the card stands that was asked for; `null` where it is not listed. */
      readonly at: number | null;
      /** Those of the cards asked about that are not listed. */
      readonly notListed: readonly CardPlace[];
      /** The place of the first of these rows. */
      readonly from: number;
      readonly rows: readonly StatementRow[];
    } & Pick<StatementListing, "all" | "leftOut" | "curatedInPart" | "counts">)
  | { readonly ok: false; readonly problem: Message };

/** The text of an article of the index. */
type TextOf = (article: Id) => string;

/** Articles that are looked at between two pauses. */
const turn = 500;
/** Values of a facet that are counted by name. */
const mostValues = 200;

export function* listStatements(
  project: IndexedProject,
  query: StatementQuery,
  { textOf, isCounting }: { readonly textOf: TextOf; readonly isCounting: boolean },
): Work<ListingResult> {
  const scoped = articlesIn(project, { ...defaultScope, ...query.scope }, "all");
  if (!scoped.ok) return scoped;
  const entities = registryOf(project.entities);
  const facets = statementFacets({ tagset: project.tagset, entities });
  const tally = newTally(facets, query, isCounting);
  const fits = fitting(query, textOf);
  let all = 0;
  for (const [done, article] of scoped.articles.entries()) {
    if (done % turn === 0) yield { done, of: scoped.articles.length };
    for (const listed of listedIn(article)) {
      all += 1;
      if (fits(listed)) tally.take(listed);
    }
  }
  const found = inOrder(tally.found, query, { facets, entities, textOf });
  const counts = isCounting ? tally.counts() : null;
  const { leftOut, curatedInPart } = scoped;
  return { ok: true, listing: { query, facets, entities, found, all, leftOut, curatedInPart, counts } };
}

/** The statements of an article, one object each for all listings. */
const listedIn = memoize((article: CountedArticle): readonly ListedStatement[] =>
  article.statements.map((statement) => ({ article, statement })),
);

/** Whether a statement is among the cards that are asked for, has the part that is shown, and holds what was typed. */
function fitting({ cards, typed, node }: StatementQuery, textOf: TextOf) {
  const places = cards && new Set(cards.map(({ article, card }) => `${article} ${card}`));
  const typedWords = folded(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  return (listed: ListedStatement): boolean => {
    const { article, statement } = listed;
    if (places && !places.has(`${article.id} ${statement.card}`)) return false;
    if (node !== null && !hasMark(statement.marks, node)) return false;
    if (typedWords.length === 0) return true;
    const claim = folded(statement.wording);
    const left = typedWords.filter((word) => !claim.includes(word));
    if (left.length === 0) return true;
    // The text is read only where somebody speaks who is no entity.
    const isUnlinked = statement.voices.some(({ entity }) => entity === null);
    const voices = voiceWords(statement, isUnlinked ? textOf(article.id) : "");
    const about = statement.about.map(({ name }) => name);
    const words = folded([voices, ...(statement.cueWords ?? []), ...about].join(" "));
    return left.every((word) => words.includes(word));
  };
}

/** Statements that have a facet's values alike. */
interface AlikeStatements {
  readonly values: readonly string[];
  /** Whether they have a value that is asked for. */
  readonly isWanted: boolean;
  /** How many of them fit all else that is asked for. */
  count: number;
}

/** Finds the statements that have the values of a facet alike; those of an article mostly follow each other. */
function alikeBy({ of, keyOf }: ListingFacet, wanted: readonly string[]) {
  const groups = new Map<unknown, AlikeStatements>();
  let latestKey: unknown;
  let latest: AlikeStatements | null = null;
  return {
    groups,
    groupOf(listed: ListedStatement): AlikeStatements {
      const key = keyOf(listed);
      if (latest && latestKey === key) return latest;
      const group = groups.get(key) ?? groupWith(of(listed), wanted);
      if (group.count === 0) groups.set(key, group);
      latestKey = key;
      latest = group;
      return group;
    },
  };
}

const groupWith = (values: readonly string[], wanted: readonly string[]): AlikeStatements => ({
  ...{ values, count: 0 },
  isWanted: wanted.length === 0 || values.some((value) => wanted.includes(value)),
});

/** Takes statements that fit by facets, and counts for each value of each facet how many fit all else. */
function newTally(all: readonly ListingFacet[], { where }: StatementQuery, isCounting: boolean) {
  const asked = Object.keys(where).filter((id) => where[id]?.length !== 0);
  const facets = isCounting ? all : all.filter(({ id }) => asked.includes(id));
  const alike = facets.map((facet) => alikeBy(facet, where[facet.id] ?? []));
  const isUnknown = asked.some((id) => !all.some((facet) => facet.id === id));
  const found: ListedStatement[] = [];
  return {
    found,
    take(listed: ListedStatement): void {
      if (isUnknown) return;
      const groups = alike.map(({ groupOf }) => groupOf(listed));
      const unfit = groups.filter(({ isWanted }) => !isWanted);
      if (unfit.length === 0) found.push(listed);
      if (!isCounting || unfit.length > 1) return;
      // One that only a single facet keeps out would be there for that facet's other values.
      if (unfit[0]) unfit[0].count += 1;
      else for (const group of groups) group.count += 1;
    },
    counts: (): readonly FacetCount[] =>
      facets.map(({ id, values }, at) => mostOf(id, values, countsIn(alike[at]?.groups), where[id] ?? [])),
  };
}

function countsIn(groups: ReadonlyMap<unknown, AlikeStatements> = new Map()): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { values, count } of groups.values())
    for (const value of values) if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
  return counts;
}

function mostOf(
  facet: string,
  ordered: readonly string[] | null,
  counts: ReadonlyMap<string, number>,
  wanted: readonly string[],
): FacetCount {
  if (ordered)
    return { facet, values: ordered.map((value) => [value, counts.get(value) ?? 0] as const), more: 0 };
  const most = [...counts].sort(([a, one], [b, other]) => other - one || compareCodeUnits(a, b));
  const shown = most.filter(([value], at) => at < mostValues || wanted.includes(value));
  return { facet, values: shown, more: most.length - shown.length };
}

/** What a statement is sorted by; `null` goes last in either direction. */
type SortKey = string | number | null;

interface SortContext extends Pick<StatementListing, "facets" | "entities"> {
  readonly textOf: TextOf;
}

function inOrder(
  found: readonly ListedStatement[],
  query: StatementQuery,
  { facets, ...context }: SortContext,
): readonly ListedStatement[] {
  const { by, isDescending } = query.sort;
  if (by === "text") return isDescending ? found.toReversed() : found;
  const facet = facets.find(({ id }) => id === by);
  const keyOf = facet ? facetKey(facet) : columnKey(by, query.node, context);
  const keyed = found.map((listed) => ({ listed, key: keyOf(listed) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key, isDescending)).map(({ listed }) => listed);
}

function compareKeys(one: SortKey, other: SortKey, isDescending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order = one < other ? -1 : one > other ? 1 : 0;
  return isDescending ? -order : order;
}

/** By the order of the facet's values, or by what they are called. */
function facetKey({ values, isNumber, of, nameOf }: StatementFacet): (listed: ListedStatement) => SortKey {
  const ranks = new Map<string, SortKey>(values?.map((value, at) => [value, value === noValue ? null : at]));
  return (listed) => {
    const value = of(listed)[0] ?? noValue;
    const known = ranks.get(value);
    if (known !== undefined) return known;
    const name = nameOf(value);
    const key = typeof name !== "string" ? null : isNumber ? numberIn(value) : folded(name);
    ranks.set(value, key);
    return key;
  };
}

function numberIn(value: string): number | null {
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

function columnKey(
  by: string,
  node: ConcordanceNode | null,
  { entities, textOf }: Omit<SortContext, "facets">,
): (listed: ListedStatement) => SortKey {
  const orNull = (text: string): SortKey => (text === "" ? null : text);
  const inContext =
    (key: typeof keyBefore) =>
    ({ article, statement }: ListedStatement) =>
      node && key(textOf(article.id), statement.marks, node);
  const keys: Readonly<Record<StatementColumn, (listed: ListedStatement) => SortKey>> = {
    text: () => 0,
    title: ({ article }) => folded(article.title),
    date: ({ article }) => article.date,
    cue: ({ statement }) => orNull(folded((statement.cueWords ?? []).join(" "))),
    claim: ({ statement }) => orNull(folded(statement.wording)),
    via: (listed) => orNull(folded(viaWords(listed, entities, textOf(listed.article.id)))),
    note: ({ statement }) => orNull(folded(statement.note)),
    edited: ({ statement }) => statement.editedAt,
    before: inContext(keyBefore),
    after: inContext(keyAfter),
  };
  const column = statementColumns.find((one) => one === by);
  return column ? keys[column] : () => 0;
}

/** Who a statement came through: by their names, else by the words of their mentions. */
function viaWords({ statement }: ListedStatement, entities: Table<Entity>, text: string): string {
  if (statement.via.length === 0) return "";
  const mentions = unpackMarks(statement.marks).filter(({ slot }) => slot === "via");
  return statement.via
    .map((id, at) => {
      const entity = id === null ? undefined : entityBehind(entities, id);
      return entity?.name ?? wordsOfSegments(text, mentions[at]?.segments ?? []);
    })
    .join(", ");
}

/** The rows of a listing from one on. */
export const rowsOf = (
  listing: StatementListing,
  { from, count }: { readonly from: number; readonly count: number },
  textOf: TextOf,
): readonly StatementRow[] =>
  listing.found.slice(from, from + count).map((listed) => rowOf(listing, listed, textOf(listed.article.id)));

function rowOf(
  { query, facets, entities }: StatementListing,
  listed: ListedStatement,
  text: string,
): StatementRow {
  const { article, statement } = listed;
  const { card, place, marks, note, editedAt } = statement;
  return {
    ...{ article: article.id, annotator: article.annotatorId, card, place, note, editedAt },
    ...{ title: article.title, date: article.date },
    who: voiceWords(statement, text),
    cue: wordsOfSegments(text, segmentsOfSlot(marks, "cue")),
    claim: wordsOfSegments(text, segmentsOfSlot(marks, "claim")),
    via: viaWords(listed, entities, text),
    values: Object.fromEntries(facets.map((facet) => [facet.id, facet.of(listed)])),
    context: query.node && nodeInContext(text, marks, query.node),
  };
}

/** The place of a card in a listing; `null` where it is not in it. */
export function placeIn({ found }: StatementListing, { article, card }: CardPlace): number | null {
  const at = found.findIndex((listed) => listed.article.id === article && listed.statement.card === card);
  return at < 0 ? null : at;
}

/** Those of the cards that a listing does not have. */
export function cardsNotIn({ found }: StatementListing, cards: readonly CardPlace[]): readonly CardPlace[] {
  if (cards.length === 0) return [];
  const listed = new Set(
    found.map(({ article, statement }) => cardKey({ article: article.id, card: statement.card })),
  );
  return cards.filter((card) => !listed.has(cardKey(card)));
}

/** Which cards stand in these rows of a listing. */
export const placesOf = (
  { found }: StatementListing,
  { from, count }: { readonly from: number; readonly count: number },
): readonly CardOfSet[] =>
  found.slice(from, from + count).map(({ article, statement }) => ({
    ...{ article: article.id, annotator: article.annotatorId },
    card: statement.card,
  }));
