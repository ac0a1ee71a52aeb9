// Merges two versions of whole bundles, over the one that both come from where it is known: set by set, for articles of the same
// text (of several by their ids and titles) and annotators of the same id. What only one side has is taken. Entities are merged once; one that is mentioned stays.
import type { ExportBundle, ExportedArticle } from "../annotated-json/bundle.ts";
import { type MergeConflict, mergeSets } from "../merge/merge-sets.ts";
import {
  type AnnotationSetJson,
  type Annotations,
  emptySet,
  setFromJson,
  setToJson,
} from "../model/annotation-set.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { get, has, records, type Table, tableOf, withRecords } from "../model/table.ts";
import { type ConflictWords, conflictWords } from "./conflict-words.ts";
import { entitiesMadeTwice, withEntities } from "./entities-made-twice.ts";
import { atHome } from "./take-in-outcome.ts";
import { cameIn, type KnownArticles, noChoices, placesOf } from "./take-in-places.ts";

interface BundleConflict extends Pick<MergeConflict, "kind" | "id" | "why">, ConflictWords {
  /** Empty for a conflict of the registry. */
  readonly title: string;
}

interface MergedBundles {
  readonly bundle: ExportBundle;
  readonly conflicts: readonly BundleConflict[];
}

/** `decided`: for which side all conflicts are decided. The tagset, and what else is said once, is ours. */
export function mergeBundles(
  from: ExportBundle | null,
  ours: ExportBundle,
  other: ExportBundle,
  decided?: "ours" | "theirs",
): MergedBundles {
  // What the common version has is no entity that only one side has.
  const baseIds = new Set(from?.entities.map(({ id }) => id));
  const madeTwice = entitiesMadeTwice(
    ours.entities.filter(({ id }) => !baseIds.has(id)),
    other.entities.filter(({ id }) => !baseIds.has(id)),
  );
  const theirBundle = underOurEntities(other, madeTwice);
  const base = from && underOurEntities(from, madeTwice);
  const conflicts: BundleConflict[] = [];
  const merge = (title: string, sides: Sides, text: string): Annotations => {
    const { set } = sides.ours;
    const context = { text, articleId: set.articleId, tagset: ours.tagset };
    const merged = mergeSets(sides.base, sides.ours, sides.theirs, context, () => decided);
    for (const conflict of merged.conflicts) {
      const { kind, id, why } = conflict;
      conflicts.push({ title, kind, id, why, ...conflictWords(conflict, sides.ours, sides.theirs) });
    }
    return merged.merged;
  };
  const entities = mergedEntities(base, ours, theirBundle, merge);
  const [came, common] = [placed(theirBundle, ours), base && placed(base, ours)];
  const articles = ours.articles.map((one): ExportedArticle => {
    const others = came.at.get(one.article.id) ?? [];
    const sets = one.sets.map((set): AnnotationSetJson => {
      const theirSet = setIn(others, set);
      if (!theirSet) return set;
      const from = setIn(common?.at.get(one.article.id) ?? [], set);
      const side = (json: AnnotationSetJson): Annotations => ({ set: setFromJson(json), entities });
      const sides = { base: from ? side(from) : null, ours: side(set), theirs: side(theirSet) };
      return setToJson(merge(one.article.title, sides, one.text).set);
    });
    const annotatorIds = new Set(one.sets.map(({ annotatorId }) => annotatorId));
    const more = others
      .flatMap((other) => other.sets)
      .filter(({ annotatorId }) => !annotatorIds.has(annotatorId));
    return { ...one, sets: [...sets, ...more.map((set) => atHome(set, one.article.id))] };
  });
  return {
    bundle: {
      ...ours,
      annotators: inOrderOf(ours.annotators, withRecords(tableOf(theirBundle.annotators), ours.annotators)),
      entities: inOrderOf(ours.entities, entities),
      articles: [...articles, ...came.more],
    },
    conflicts,
  };
}

function underOurEntities(bundle: ExportBundle, ids: ReadonlyMap<Id, Id>): ExportBundle {
  if (ids.size === 0) return bundle;
  const led = (id: Id): Id => ids.get(id) ?? id;
  return {
    ...bundle,
    entities: bundle.entities
      .filter(({ id }) => !ids.has(id))
      .map((one) => (one.mergedInto === undefined ? one : { ...one, mergedInto: led(one.mergedInto) })),
    articles: bundle.articles.map((one) => ({
      ...one,
      sets: one.sets.map((set) => withEntities(set, ids)),
    })),
  };
}

/** What was there in its order, then what is new by id. */
function inOrderOf<T extends { readonly id: Id }>(before: readonly T[], after: Table<T>): T[] {
  const knownIds = new Set(before.map(({ id }) => id));
  const more = [...records(after)]
    .filter(({ id }) => !knownIds.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...before.flatMap(({ id }) => get(after, id) ?? []), ...more];
}

interface Sides {
  readonly base: Annotations | null;
  readonly ours: Annotations;
  readonly theirs: Annotations;
}

interface PlacedArticles {
  /** By our article's id. */
  readonly at: ReadonlyMap<Id, readonly ExportedArticle[]>;
  /** Those that are none of ours. */
  readonly more: readonly ExportedArticle[];
}

/** As they would be imported where twins go to what is there: only articles of the same text are one. */
function placed(bundle: ExportBundle, ours: ExportBundle): PlacedArticles {
  const annotators = new Map(cameIn(ours).map(({ article, annotators: all }) => [article.id, all]));
  const here: KnownArticles = {
    articles: ours.articles.map(({ article }) => article),
    former: () => [],
    sameWords: () => [],
    annotatorsOf: (id) => annotators.get(id) ?? [],
  };
  const placings = placesOf(cameIn(bundle), here, { ...noChoices, bring: true, twins: "same" });
  const at = new Map<Id, readonly ExportedArticle[]>();
  const more: ExportedArticle[] = [];
  for (const exportedArticle of bundle.articles) {
    const placing = placings.get(exportedArticle.article.id);
    if (placing?.kind !== "same-text") more.push(exportedArticle);
    else at.set(placing.article.id, [...(at.get(placing.article.id) ?? []), exportedArticle]);
  }
  return { at, more };
}

/** The same annotator's set among the articles of the other bundle, under our id of the article. */
function setIn(
  articles: readonly ExportedArticle[],
  { articleId, annotatorId }: AnnotationSetJson,
): AnnotationSetJson | undefined {
  const annotationSet = articles.flatMap(({ sets }) => sets).find((one) => one.annotatorId === annotatorId);
  return annotationSet && atHome(annotationSet, articleId);
}

function mergedEntities(
  base: ExportBundle | null,
  ours: ExportBundle,
  theirs: ExportBundle,
  merge: (title: string, sides: Sides, text: string) => Annotations,
): Table<Entity> {
  const annotationSet = emptySet({ articleId: "none", annotatorId: "none", textHash: "" });
  const side = ({ entities }: ExportBundle): Annotations => ({
    set: annotationSet,
    entities: tableOf(entities),
  });
  const sides = { base: base && side(base), ours: side(ours), theirs: side(theirs) };
  const { entities } = merge("", sides, "");
  // What one side removed and the other still mentions comes back; a bundle holds only what is mentioned.
  const droppedEntities = [...theirs.entities, ...ours.entities].filter(({ id }) => !has(entities, id));
  return withRecords(entities, droppedEntities);
}
