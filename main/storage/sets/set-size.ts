// The number of annotations that a set has, and may have.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Change } from "../../../shared/model/change.ts";
import { setKinds } from "../../../shared/model/record-kinds.ts";
import { limits } from "../../../shared/schema/limits.ts";

/** How many records of all kinds there are. */
export const countOf = (set: AnnotationSet): number =>
  setKinds.reduce((sum, kind) => sum + set[kind].size, 0);

/** Throws `change-invalid` for a set that is too large to be stored. */
export function assertSize(set: AnnotationSet): void {
  for (const kind of setKinds)
    if (set[kind].size > limits.annotations)
      throw new ApiError("change-invalid", { code: "too-many", kind, limit: limits.annotations });
}

/** How many records more there are after a change. */
export function growth(change: Change): number {
  return setKinds.reduce(
    (sum, kind) => sum + (change[kind]?.added.length ?? 0) - (change[kind]?.removed.length ?? 0),
    0,
  );
}
