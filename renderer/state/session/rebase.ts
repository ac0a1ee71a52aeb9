// Puts what a window has not yet saved on top of what stands on the disk, as far as it still fits. This is no merge of records (as in
// `shared/merge/merge.ts`): a step goes on top as a whole or is shown as dropped, since what undo takes back has to be what was done, and
// the core answers for each step whether it was saved. Entities alone are left out of one, since the registry is everybody's.
import { type Annotations, placeOf } from "../../../shared/model/annotation-set.ts";
import {
  applyChange,
  type Change,
  fittingPart,
  isDone,
  isEmptyChange,
  leftOutPart,
  type RecordsChange,
} from "../../../shared/model/change.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { spanHull } from "../../../shared/model/span.ts";
import type { PendingChange } from "./outbox.ts";

interface Rebased {
  readonly annotations: Annotations;
  readonly kept: readonly PendingChange[];
  /** What had to be left out of them. */
  readonly dropped: readonly Change[];
  /** Those that are no longer what was done: under another `opId`, or `null` where nothing of one could be kept. */
  readonly replaced: readonly { readonly opId: Id; readonly by: PendingChange | null }[];
}

/** `unsent` in the order of doing. A change that the disk has already is left out without a word. */
export function rebased(theirs: Annotations, unsent: readonly PendingChange[], newId: NewId): Rebased {
  let annotations = theirs;
  const keptChanges: PendingChange[] = [];
  const dropped: Change[] = [];
  const replaced: { opId: Id; by: PendingChange | null }[] = [];
  for (const waitingChange of unsent) {
    const { opId, change } = waitingChange;
    // It was saved without this window having heard of it.
    if (isDone(annotations, change)) continue;
    const fitting = fittingPart(annotations, change);
    const leftOut = fitting ? leftOutPart(annotations, change) : change;
    if (leftOut) dropped.push(leftOut);
    const isKept = fitting !== null && !isEmptyChange(fitting);
    const rebasedChange = !isKept
      ? null
      : fitting === change
        ? waitingChange
        : { ...waitingChange, opId: newId(), change: fitting };
    if (rebasedChange) {
      annotations = applyChange(annotations, rebasedChange.change);
      keptChanges.push(rebasedChange);
    }
    if (rebasedChange !== waitingChange) replaced.push({ opId, by: rebasedChange });
  }
  return { annotations, kept: keptChanges, dropped, replaced };
}

/** What a change left behind to look at: what it put before what it only changed. */
export function touchedBy({ spans, attributions }: Change): { span: Id | null; card: Id | null } {
  const firstId = (part: RecordsChange<{ readonly id: Id }> | undefined): Id | null =>
    part?.added[0]?.id ?? part?.updated[0]?.to.id ?? null;
  return { span: firstId(spans), card: firstId(attributions) };
}

/** The first place in the text that a change touched, in the state before it; `null` when it touched none. */
export function placeTouched(
  { set }: Annotations,
  { spans, attributions, exclusions }: Change,
): Range | null {
  const [span] = [...(spans?.added ?? []), ...afterwards(spans), ...(spans?.removed ?? [])];
  if (span) return spanHull(span);
  const [exclusion] = [...(exclusions?.added ?? []), ...(exclusions?.removed ?? [])];
  const [card] = [...(attributions?.added ?? []), ...afterwards(attributions)];
  return exclusion?.segment ?? (card ? placeOf(set, card) : null);
}

const afterwards = <T extends { readonly id: Id }>(part: RecordsChange<T> | undefined): readonly T[] =>
  part?.updated.map(({ to }) => to) ?? [];
