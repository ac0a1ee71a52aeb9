// Checks whether a change may be saved: made on what stands, fitting it, and against no law. The same model code as in the window.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSet, Annotations } from "../../../shared/model/annotation-set.ts";
import { applyChange, type Change, misfits } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { violations, violationsOf } from "../../../shared/model/invariants.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { get, type Table, tableOf } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { violationsOfTagset } from "../../../shared/model/violation.ts";
import type { LiveProject } from "../project/live-project.ts";

interface CheckedState {
  readonly state: Annotations;
  readonly revision: number;
  readonly article: Id;
  readonly text: string;
  /** What it is held to where the project's tagset is about to become another. */
  readonly tagset?: Tagset;
}

/**
 * The state after a change that may be saved. `kept`: entities that stay although the change removes them. Throws an
 * `ApiError`: `revision-conflict`, `change-misfit`, `change-invalid`.
 */
export function stateAfter(
  liveProject: LiveProject,
  standing: CheckedState,
  request: { readonly revision: number; readonly change: Change },
  kept: ReadonlySet<Id>,
): Annotations {
  const { state, revision } = standing;
  if (request.revision !== revision) throw new ApiError("revision-conflict", { revision });
  const toDo = entitiesStillToChange(request.change, state.entities, kept);
  const [misfit] = misfits(state, toDo);
  if (misfit) throw new ApiError("change-misfit", { ...misfit, revision });
  const nextState = applyChange(state, toDo);
  assertInvariants(liveProject, { ...standing, state: nextState }, request.change);
  return nextState;
}

/** Throws `change-invalid` when what the change touched is against a law in the state after it. */
export function assertInvariants(
  liveProject: LiveProject,
  { state, article, text, tagset: next }: Omit<CheckedState, "revision">,
  change: Change,
): void {
  const { annotators, tagset } = liveProject.folder.project.data();
  const annotatorIds = annotators.map((annotator) => annotator.id);
  const surroundings = { text, articleId: article, annotatorIds, tagset: next ?? tagset };
  const changeViolations = violationsOf(state, change, surroundings);
  const error = changeViolations.find((violation) => violation.severity === "error");
  if (!error) return;
  const { code, kind, id, detail } = error;
  throw new ApiError("change-invalid", { ...detail, code, kind, id });
}

/** Throws `change-invalid` when a record of the set does not hold to the tagset. */
export function assertFitsTagset({ folder }: LiveProject, set: AnnotationSet, tagset: Tagset): void {
  const state: Annotations = { set, entities: tableOf(folder.registry.data().entities) };
  const setViolations = violations(state, { text: "", articleId: set.articleId, tagset });
  const error = setViolations.find((violation) => violationsOfTagset.has(violation.code));
  if (error)
    throw new ApiError("change-invalid", {
      ...error.detail,
      code: error.code,
      kind: error.kind,
      id: error.id,
    });
}

// The part of a change that concerns the registry, without what is done already. After a crash between the registry and the
// journal a resend finds its entities there; that is no misfit.

/** `kept`: entities that other articles still mention, which therefore stay although this change removes them. */
export function entitiesStillToChange(
  change: Change,
  entities: Table<Entity>,
  kept: ReadonlySet<Id>,
): Change {
  if (!change.entities) return change;
  const { added, updated, removed } = change.entities;
  const isThere = (entity: Entity): boolean => sameValue(get(entities, entity.id), entity);
  return {
    ...change,
    entities: {
      added: added.filter((entity) => !isThere(entity)),
      updated: updated.filter(({ to }) => !isThere(to)),
      removed: removed.filter(({ id }) => get(entities, id) && !kept.has(id)),
    },
  };
}
