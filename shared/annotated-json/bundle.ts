// Everything an exporter may know, as plain values: the articles chosen, the annotation sets chosen, and what they refer
// to. Readers of our own format give the same value back.
import { type AnnotationSetJson, entitiesNamed } from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import type { ArticleSet } from "../model/article-set.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Annotator, Project } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import { get, type Table, tableOf } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";

export interface ExportedArticle {
  readonly article: Article;
  readonly text: string;
  /** One a person, at most. */
  readonly sets: readonly AnnotationSetJson[];
  /** The sets of articles that hold it, by their ids; absent: none. */
  readonly inSets?: readonly Id[];
}

/** All but the articles. */
export interface ExportHead {
  readonly project: Pick<Project, "id" | "name">;
  readonly annotators: readonly Annotator[];
  readonly tagset: Tagset;
  readonly entities: readonly Entity[];
  /** Sets of articles; absent: none. */
  readonly articleSets?: readonly ArticleSet[];
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** The program and its version, e.g. `Sayso 0.1.0`. */
  readonly generator: string;
}

export interface ExportBundle extends ExportHead {
  readonly articles: readonly ExportedArticle[];
}

/** What an export is made of before the choice of what belongs with it. */
interface BundleParts {
  readonly project: Project;
  readonly entities: readonly Entity[];
  readonly articles: readonly ExportedArticle[];
  readonly exportedAt: string;
  readonly generator: string;
}

/**
 * The bundle of these articles and sets: with the annotators the sets are by, the entities that they refer to, and the sets of articles that hold one. The
 * rest of the registry stays at home, so that one article can be handed on without what was noted about others.
 */
export function bundleOf({ project, articles, ...parts }: BundleParts): ExportBundle {
  const { annotators, tagset, articleSets = [] } = project;
  const referred = startReferences();
  for (const article of articles) referred.add(article);
  const head = { project: { id: project.id, name: project.name }, annotators, tagset, articleSets, ...parts };
  return { ...referred.headOf(head), articles };
}

/** Gathers whom and what articles and their sets refer to, an article at a time. */
interface References {
  add(article: ExportedArticle): void;
  /** The head with nobody and nothing else in it. */
  headOf(head: ExportHead): ExportHead;
}

export function startReferences(): References {
  const people = new Set<Id>();
  const mentioned = new Set<Id>();
  const setIds = new Set<Id>();
  return {
    add({ sets, inSets = [] }) {
      for (const id of inSets) setIds.add(id);
      for (const annotationSet of sets) {
        for (const id of peopleIn(annotationSet)) people.add(id);
        for (const id of entitiesNamed(spansAndLostSpans(annotationSet), annotationSet.attributions))
          mentioned.add(id);
      }
    },
    headOf(head) {
      const needed = withThoseBehind(mentioned, tableOf(head.entities));
      // By id: the registry's order tells what was undone and done again, and the same records give the same bytes.
      const entities = head.entities
        .filter(({ id }) => needed.has(id))
        .sort((a, b) => compareCodeUnits(a.id, b.id));
      const entered = entities.flatMap(({ fields = {} }) => Object.values(fields));
      const everyone = new Set([...people, ...entered.map(({ provenance }) => provenance.annotator)]);
      const { articleSets = [], ...rest } = head;
      const sets = articleSets.filter(({ id }) => setIds.has(id));
      return {
        ...rest,
        ...(sets.length > 0 && { articleSets: sets }),
        annotators: head.annotators.filter(({ id }) => everyone.has(id)),
        entities,
      };
    },
  };
}

/** The spans, with those that lost their place, which may refer to somebody as well. */
export const spansAndLostSpans = (set: AnnotationSetJson): readonly Span[] => [
  ...set.spans,
  ...waitingIn(set),
];

const waitingIn = ({ orphans = [] }: AnnotationSetJson): readonly Span[] =>
  orphans.flatMap(({ was }) => (was.kind === "span" ? [was.record] : []));

/** The entities mentioned, and those they were merged into. */
function withThoseBehind(mentioned: Iterable<Id>, entities: Table<Entity>): ReadonlySet<Id> {
  const entityIds = new Set<Id>();
  for (const mentionedId of mentioned)
    for (
      let id: Id | undefined = mentionedId;
      id !== undefined && !entityIds.has(id);
      id = get(entities, id)?.mergedInto
    )
      entityIds.add(id);
  return entityIds;
}

/** Whose set it is, and who made single records in it. */
function peopleIn(set: AnnotationSetJson): string[] {
  const decisions = set.decisions ?? [];
  return [
    set.annotatorId,
    ...[...spansAndLostSpans(set), ...set.attributions, ...decisions].map(
      (record) => record.provenance.annotator,
    ),
    ...decisions.flatMap(({ members }) => members.map(({ annotator }) => annotator)),
  ];
}
