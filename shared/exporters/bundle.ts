// Everything an exporter may know, as plain values: the articles chosen, the annotation sets chosen, and what they refer
// to. Readers of our own format give the same value back.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Annotator, Project } from "../model/project.ts";
import { get, type Table, tableOf } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";

export interface ExportedArticle {
  readonly article: Article;
  readonly text: string;
  /** One a person, at most. */
  readonly sets: readonly AnnotationSetJson[];
}

export interface ExportBundle {
  readonly project: Pick<Project, "id" | "name">;
  readonly annotators: readonly Annotator[];
  readonly tagset: Tagset;
  readonly entities: readonly Entity[];
  readonly articles: readonly ExportedArticle[];
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** The program and its version, e.g. `Sayso 0.1.0`. */
  readonly generator: string;
}

/** What an export is made of before the choice of what belongs with it. */
export interface BundleParts {
  readonly project: Project;
  readonly entities: readonly Entity[];
  readonly articles: readonly ExportedArticle[];
  readonly exportedAt: string;
  readonly generator: string;
}

/**
 * The bundle of these articles and sets: with the annotators the sets are by, and the entities that they refer to. The
 * rest of the registry stays at home, so that one article can be handed on without what was noted about others.
 */
export function bundleOf({ project, entities, articles, exportedAt, generator }: BundleParts): ExportBundle {
  const sets = articles.flatMap((article) => article.sets);
  const mentioned = withThoseBehind(
    sets.flatMap((set) => set.spans.flatMap(({ entity }) => entity ?? [])),
    tableOf(entities),
  );
  const people = new Set(sets.flatMap(peopleIn));
  return {
    project: { id: project.id, name: project.name },
    annotators: project.annotators.filter((annotator) => people.has(annotator.id)),
    tagset: project.tagset,
    // By id: the registry's order tells what was undone and done again, and the same records give the same bytes.
    entities: entities
      .filter((entity) => mentioned.has(entity.id))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    articles,
    exportedAt,
    generator,
  };
}

/** The entities mentioned, and those they were merged into. */
function withThoseBehind(mentioned: readonly Id[], entities: Table<Entity>): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const first of mentioned)
    for (
      let id: Id | undefined = first;
      id !== undefined && !found.has(id);
      id = get(entities, id)?.mergedInto
    )
      found.add(id);
  return found;
}

/** Whose set it is, and who made single records in it. */
function peopleIn(set: AnnotationSetJson): string[] {
  const decisions = set.decisions ?? [];
  return [
    set.annotatorId,
    ...[...set.spans, ...set.attributions, ...decisions].map((record) => record.provenance.annotator),
    ...decisions.flatMap(({ members }) => members.map(({ annotator }) => annotator)),
  ];
}
