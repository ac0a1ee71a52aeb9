// The groups that groupings divide articles into: groups of whole articles, and what of their statements each figure is about.
import { compareCodeUnits } from "../model/compare-code-units.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { CountedArticle, Statement, Voice } from "./counted-article.ts";
import {
  compareKeys,
  distinctKeys,
  type GroupKey,
  type InsightGrouping,
  isOfAnyMeasure,
} from "./groupings.ts";
import { appearancesIn, type Selection, type SelectionLevel } from "./measure.ts";

/** So many bins of time at most; more are a date that was mistyped. */
const mostBins = 10_000;
/** So many groups at most, of all groupings together: nobody reads more, and each takes memory. */
export const mostGroups = 1_000_000;

/** A group of articles; in a gap of time there are none. */
interface ArticleGroup {
  readonly by: GroupKey["by"];
  readonly articles: readonly CountedArticle[];
}

/** The values in the order in which the groupings were asked for. */
export const inOrder = (by: GroupKey["by"], groupings: readonly InsightGrouping[]): GroupKey["by"] =>
  Object.fromEntries(
    groupings.flatMap(({ columns }) => columns.map((column) => [column, by[column] ?? null])),
  );

/** `null` where dates lie too far apart for bins. */
export function groupsOfArticles(
  articles: readonly CountedArticle[],
  groupings: readonly InsightGrouping[],
): readonly ArticleGroup[] | null {
  let groups: readonly ArticleGroup[] = [{ by: {}, articles }];
  for (const grouping of groupings) {
    if (grouping.level !== "article") continue;
    const { id, keysOf, next } = grouping;
    const keys = distinctKeys(articles.flatMap((one) => keysOf(one).map((key) => ({ by: { [id]: key } }))));
    const values = keys.map(({ by }) => by[id] ?? null);
    const bins = next ? withGaps(values, next) : values;
    if (!bins || groups.length * bins.length > mostGroups) return null;
    groups = groups.flatMap(({ by, articles: inGroup }) => {
      const inBins = new Map<string | null, CountedArticle[]>(bins.map((bin) => [bin, []]));
      for (const one of inGroup) for (const key of new Set(keysOf(one))) inBins.get(key)?.push(one);
      return Array.from(inBins, ([bin, inBin]) => ({ by: { ...by, [id]: bin }, articles: inBin }));
    });
  }
  return groups;
}

/** All bins from the first to the last, and those without a date. `null` where there are too many. */
function withGaps(
  bins: readonly (string | null)[],
  next: (bin: string) => string,
): readonly (string | null)[] | null {
  const dated = bins.flatMap((bin) => bin ?? []);
  const [first, last] = [dated[0], dated.at(-1)];
  const filled: string[] = first === undefined ? [] : [first];
  for (let bin = first; bin !== undefined && bin !== last; filled.push(bin)) {
    if (filled.length === mostBins) return null;
    bin = next(bin);
  }
  return bins.includes(null) ? [...filled, null] : filled;
}

export const everySelection: Selection = {
  bySource: false,
  hasVoice: () => true,
  hasStatement: () => true,
  hasStatementOfAnyKind: () => true,
  knowledgeOf: ({ entity }) => (entity === null ? "unknown" : "known"),
  pair: null,
};

export interface NamedSelection extends GroupKey {
  readonly selection: Selection;
  /** The only source that is chosen, in whichever role it appears; absent: none, or several. */
  readonly source?: Id;
  /** The articles in which the source that is chosen, or one of the pair, speaks; absent: none is chosen. */
  readonly foundIn?: () => ReadonlySet<CountedArticle>;
}

/** What of the articles each group is about, in all combinations; pairs only of the sources `among`, where these are given. */
export function selectionsOf(
  articles: readonly CountedArticle[],
  groupings: readonly InsightGrouping[],
  among: ReadonlySet<Id> | null = null,
): readonly NamedSelection[] {
  let selections: readonly NamedSelection[] = [{ by: {}, selection: everySelection }];
  for (const grouping of groupings) {
    if (isOfAnyMeasure(grouping)) continue;
    const narrowings = narrowingsIn(articles, grouping, among);
    selections = selections.flatMap((selected) =>
      narrowings.map(({ by, selection, ...found }) => ({
        ...selected,
        ...found,
        by: { ...selected.by, ...by },
        selection: { ...selected.selection, ...selection, ...narrowedBoth(selected.selection, selection) },
      })),
    );
  }
  return selections;
}

/** Those of so many sources only: the ones that speak in the most articles; of equals the first. Without a number, all. */
export function mostHeard(
  selections: readonly NamedSelection[],
  most?: number,
): { readonly selections: readonly NamedSelection[]; readonly sourcesLeftOut: number } {
  if (most === undefined) return { selections, sourcesLeftOut: 0 };
  const sources = [...new Set(selections.flatMap(({ foundIn }) => foundIn ?? []))];
  const heard = new Set(sources.sort((one, other) => other().size - one().size).slice(0, most));
  return {
    selections: selections.filter(({ foundIn }) => foundIn === undefined || heard.has(foundIn)),
    sourcesLeftOut: sources.length - heard.size,
  };
}

/** Statements that two groupings choose are those that both do. */
const narrowedBoth = (one: Selection, other: Partial<Selection>): Partial<Selection> => ({
  hasStatement: both(one.hasStatement, other.hasStatement),
  hasStatementOfAnyKind: both(one.hasStatementOfAnyKind, other.hasStatementOfAnyKind),
});

/** The one that narrows anything is given back as it is: figures of many sources go by its identity. */
function both(one: Selection["hasStatement"], other: Selection["hasStatement"] | undefined) {
  const narrowsNothing = [everySelection.hasStatement, everySelection.hasStatementOfAnyKind];
  if (!other || narrowsNothing.includes(other)) return one;
  if (narrowsNothing.includes(one)) return other;
  return (statement: Statement): boolean => one(statement) && other(statement);
}

type NarrowingGrouping = Extract<InsightGrouping, { readonly level: SelectionLevel }>;

interface Narrowing extends Omit<NamedSelection, "selection"> {
  readonly selection: Partial<Selection>;
}

function narrowingsIn(
  articles: readonly CountedArticle[],
  grouping: NarrowingGrouping,
  among: ReadonlySet<Id> | null,
): readonly Narrowing[] {
  if (grouping.level === "source") return sourcesIn(articles, grouping);
  if (grouping.level === "pair") return pairsIn(articles, among);
  const statements = articles.flatMap((article) => article.statements);
  return distinctKeys(statements.flatMap(grouping.keysOf)).map((wanted) => {
    const hasStatement = (statement: Statement): boolean =>
      grouping.keysOf(statement).some((key) => compareKeys(key, wanted) === 0);
    const isOfKind = grouping.id === "kind";
    return {
      by: wanted.by,
      selection: { hasStatement, ...(!isOfKind && { hasStatementOfAnyKind: hasStatement }) },
    };
  });
}

function pairsIn(articles: readonly CountedArticle[], among: ReadonlySet<Id> | null): readonly Narrowing[] {
  const speakers = speakersIn(articles).filter(({ entity }) => among === null || among.has(entity.id));
  const articlesOf = new Map(speakers.map((one) => [one.entity.id, one.articles]));
  return meetingsOf(articles, speakers.map(({ entity }) => entity).sort(byName)).map(([one, other]) => {
    const pair = [one.id, other.id] as const;
    return {
      by: { entity: one.name, entityId: one.id, other: other.name, otherId: other.id },
      selection: { pair },
      foundIn: () => new Set(pair.flatMap((id) => articlesOf.get(id) ?? [])),
    };
  });
}

const byName = (one: Entity, other: Entity): number =>
  compareCodeUnits(one.name, other.name) || compareCodeUnits(one.id, other.id);

/** Each two of these sources that speak in the same article, in the order of the sources. */
function meetingsOf(
  articles: readonly CountedArticle[],
  sources: readonly Entity[],
): readonly (readonly [Entity, Entity])[] {
  const places = new Map(sources.map(({ id }, at) => [id, at]));
  const met = sources.map(() => new Set<number>());
  for (const article of articles) {
    const speaking = appearancesIn(article)
      .flatMap(({ entity }) => (entity && places.get(entity.id)) ?? [])
      .sort((one, other) => one - other);
    for (const [at, one] of speaking.entries())
      for (let next = at + 1; next < speaking.length; next += 1) met[one]?.add(speaking[next] ?? 0);
  }
  return sources.flatMap((one, at) =>
    [...(met[at] ?? [])]
      .sort((first, second) => first - second)
      .flatMap((place) => {
        const other = sources[place];
        return other ? [[one, other] as const] : [];
      }),
  );
}

/** The sources that appear in the most articles; of those that appear in as many, the first by name. */
export function mostFrequentSources(articles: readonly CountedArticle[], count: number): ReadonlySet<Id> {
  const speakers = speakersIn(articles).sort(
    (one, other) => other.articles.length - one.articles.length || byName(one.entity, other.entity),
  );
  return new Set(speakers.slice(0, count).map(({ entity }) => entity.id));
}

/** Each source, with the articles in which it speaks. */
function speakersIn(
  articles: readonly CountedArticle[],
): { readonly entity: Entity; readonly articles: CountedArticle[] }[] {
  const speakers = new Map<Id, { readonly entity: Entity; readonly articles: CountedArticle[] }>();
  for (const article of articles)
    for (const { entity } of appearancesIn(article)) {
      if (!entity) continue;
      const speaker = speakers.get(entity.id) ?? { entity, articles: [] };
      speaker.articles.push(article);
      speakers.set(entity.id, speaker);
    }
  return [...speakers.values()];
}

/** Each source, or class of sources, with the articles in which it speaks. */
function sourcesIn(
  articles: readonly CountedArticle[],
  grouping: Extract<NarrowingGrouping, { readonly level: "source" }>,
): readonly Narrowing[] {
  const found = new Map<string, GroupKey & { ids: Set<string>; foundIn: Set<CountedArticle> }>();
  const idOf = ({ id, role }: Voice): string => (grouping.isOfAppearance ? `${id} ${role}` : id);
  const keysById = new Map<string, readonly string[]>();
  function keysFor(voice: Voice): readonly string[] {
    const known = keysById.get(idOf(voice));
    if (known) return known;
    const keys = grouping.keysOf(voice).map((key) => {
      const name = JSON.stringify(key.by);
      const source = found.get(name) ?? {
        ...key,
        ids: new Set<string>(),
        foundIn: new Set<CountedArticle>(),
      };
      found.set(name, source);
      source.ids.add(idOf(voice));
      return name;
    });
    keysById.set(idOf(voice), keys);
    return keys;
  }
  for (const article of articles)
    for (const voice of appearancesIn(article))
      for (const name of keysFor(voice)) found.get(name)?.foundIn.add(article);
  return [...found.values()].sort(compareKeys).map(({ by, ids, foundIn }) => ({
    by,
    ...(ids.size === 1 && !grouping.isOfAppearance && { source: [...ids].join() }),
    foundIn: () => foundIn,
    selection: {
      ...{ bySource: true, hasVoice: (voice: Voice) => ids.has(idOf(voice)) },
      ...(grouping.knowledgeOf && { knowledgeOf: grouping.knowledgeOf }),
    },
  }));
}
