// Marks what was found and not left out, as one step: in the open article by its own command, over several articles by a
// step of the project.
import { withNameOf } from "../../../shared/commands/entity-names.ts";
import { tagAll } from "../../../shared/commands/index.ts";
import { type NewTags, newTags } from "../../../shared/commands/new-marks.ts";
import { isMarked } from "../../../shared/model/annotation-set.ts";
import { added, updated } from "../../../shared/model/change.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { StepWork } from "../../../shared/model/step.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { ArticleHits, Hit } from "../../../shared/search/query.ts";
import type { Workspace } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";
import { type FindState, hitKey } from "./find.ts";

/**
 * The hits that are to be marked: those left out are gone, and those that have the mark already, as the open article has
 * them now and the others had them when they were searched.
 */
export function hitsToTag(
  { result, leftOut, type }: Pick<FindState, "result" | "leftOut" | "type">,
  session: Session | null,
): readonly ArticleHits[] {
  if (!result || type === null) return [];
  const annotationSet = session?.annotations().set;
  return result.articles.flatMap(({ article, hits }) => {
    const isOpen = article === session?.article.id;
    const unmarkedHits = hits.filter((hit) => {
      if (leftOut.has(hitKey(article, hit))) return false;
      return isOpen && annotationSet ? !isMarked(annotationSet, type, [hit]) : !hit.marked.includes(type);
    });
    return unmarkedHits.length === 0 ? [] : { article, hits: unmarkedHits };
  });
}

/** True when everything was marked; otherwise the window says why not. */
export async function tagFound(workspace: Workspace, found: FindState): Promise<boolean> {
  if (!(await workspace.requireName())) return false;
  const { newId, now } = workspace;
  const { project, session, entities } = workspace.state.get();
  const type = project && found.type !== null ? spanTypeOf(project.project.tagset, found.type) : undefined;
  if (!project || !type) return false;
  const articles = hitsToTag(found, session);
  const entity = found.entity !== null && type.refersToEntity ? (get(entities, found.entity) ?? null) : null;
  const [only, second] = articles;
  if (session && only && !second && only.article === session.article.id) {
    const outcome = session.run(tagAll, {
      ranges: only.hits,
      type: type.id,
      entity: entity?.id ?? null,
    });
    return "change" in outcome && !session.readOnly;
  }
  if (!only || !project.annotator || project.readOnly) return false;
  // The open article may have been marked since it was searched, which `hitsToTag` knows.
  const unmarked = articles.map(({ article, hits }) => ({
    article,
    hits: hits.map((hit) => ({ ...hit, marked: [] })),
  }));
  const provenance = { annotator: project.annotator.id, at: now(), origin: { by: "human" } } as const;
  const work = taggingWork(unmarked, { type, entity, entities, newId, provenance });
  return workspace.applyStep({ command: tagAll.id, ...work });
}

// Tagging what was found in several articles: one piece of work, so one step of undo.

/** A span on every hit that is not marked with the type already. The entity that is given learns its names. */
export function taggingWork(articles: readonly ArticleHits[], tags: NewTags): StepWork {
  const newSpans: Span[] = [];
  const parts = articles.flatMap(({ article, hits }) => {
    const unmarked = hits.filter(({ marked }) => !marked.includes(tags.type.id));
    const spans = newTags(unmarked.map(selectorIn), tags);
    newSpans.push(...spans);
    return spans.length === 0 ? [] : { article, change: { spans: added(...spans) } };
  });
  const { entity } = tags;
  const learnt = entity && newSpans.reduce(withNameOf, entity);
  return { parts, ...(entity && learnt && learnt !== entity && { entities: updated(entity, learnt) }) };
}

const selectorIn = ({ start, end, quote, prefix, suffix }: Hit) => ({ start, end, quote, prefix, suffix });
