// Whether a change may be saved: made on what stands, fitting it, and against no law. The same model code as in the window.
import { ApiError } from "../../shared/api/errors.ts";
import type { Annotations } from "../../shared/model/annotation-set.ts";
import { applyChange, type Change, misfits } from "../../shared/model/change.ts";
import type { Id } from "../../shared/model/id.ts";
import { violationsOf } from "../../shared/model/invariants.ts";
import { entitiesStillToChange } from "./entity-changes.ts";
import type { ProjectInUse } from "./project-in-use.ts";

export interface Standing {
  readonly state: Annotations;
  readonly revision: number;
  readonly article: Id;
  readonly text: string;
}

/**
 * The state after a change that may be saved. `kept`: entities that stay although the change removes them. Throws an
 * `ApiError`: `revision-conflict`, `change-misfit`, `change-invalid`.
 */
export function stateAfter(
  inUse: ProjectInUse,
  standing: Standing,
  request: { readonly revision: number; readonly change: Change },
  kept: ReadonlySet<Id>,
): Annotations {
  const { state, revision } = standing;
  if (request.revision !== revision) throw new ApiError("revision-conflict", { revision });
  const toDo = entitiesStillToChange(request.change, state.entities, kept);
  const [misfit] = misfits(state, toDo);
  if (misfit) throw new ApiError("change-misfit", { ...misfit, revision });
  const after = applyChange(state, toDo);
  holdLaws(inUse, { ...standing, state: after }, request.change);
  return after;
}

/** Throws `change-invalid` when what the change touched is against a law in the state after it. */
export function holdLaws(
  inUse: ProjectInUse,
  { state, article, text }: Omit<Standing, "revision">,
  change: Change,
): void {
  const { annotators, tagset } = inUse.folder.project.data();
  const annotatorIds = annotators.map((annotator) => annotator.id);
  const found = violationsOf(state, change, { text, articleId: article, annotatorIds, tagset });
  const error = found.find((violation) => violation.severity === "error");
  if (!error) return;
  const { code, kind, id, detail } = error;
  throw new ApiError("change-invalid", { ...detail, code, kind, id });
}
