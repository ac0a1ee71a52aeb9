// Says in plain values what a merge changed and what it left in conflict, for whoever asked.
import type { TakeInConflict } from "../../../shared/api/take-in.ts";
import { conflictKey, isDecidable, type MergeConflict } from "../../../shared/merge/merge-sets.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type ConflictSide, conflictWords } from "../../../shared/review/conflict-words.ts";

export function conflictOf(
  article: Id,
  conflict: MergeConflict,
  sides: { readonly ours: ConflictSide; readonly theirs: ConflictSide },
): TakeInConflict {
  const { kind, why, ours, theirs } = conflict;
  return {
    key: conflictKey(article, conflict),
    kind,
    why,
    ...conflictWords(conflict, sides.ours, sides.theirs),
    removedBy: !ours ? "ours" : !theirs ? "theirs" : null,
    isDecidable: isDecidable(conflict),
  };
}
