// The registry of commands: the one list that keys, menus, the palette and the tests walk.

import { acceptProposal } from "./accept-proposal.ts";
import { acceptSuggestions } from "./accept-suggestions.ts";
import { addRemark } from "./add-remark.ts";
import { addSegment } from "./add-segment.ts";
import type { Command } from "./command.ts";
import { createAttribution } from "./create-attribution.ts";
import { createEntity } from "./create-entity.ts";
import { deleteAttribution } from "./delete-attribution.ts";
import { deleteSpan } from "./delete-span.ts";
import { editRemark } from "./edit-remark.ts";
import { excludeRange } from "./exclude-range.ts";
import { includeRange } from "./include-range.ts";
import { joinSegments } from "./join-segments.ts";
import { linkEntity } from "./link-entity.ts";
import { linkSpan } from "./link-span.ts";
import { mergeAttributions } from "./merge-attributions.ts";
import { mergeEntities } from "./merge-entities.ts";
import { mergeSpans } from "./merge-spans.ts";
import { moveEdge } from "./move-edge.ts";
import { moveEdgeByUnit } from "./move-edge-by-unit.ts";
import { moveToCard } from "./move-to-card.ts";
import { nestAttribution } from "./nest-attribution.ts";
import { putBackOrphan } from "./put-back-orphan.ts";
import { putOrphanAside } from "./put-orphan-aside.ts";
import { rejectSuggestions } from "./reject-suggestions.ts";
import { removeAlias } from "./remove-alias.ts";
import { removeRemark } from "./remove-remark.ts";
import { removeSegment } from "./remove-segment.ts";
import { reopenThread } from "./reopen-thread.ts";
import { resolveThread } from "./resolve-thread.ts";
import { retypeSpan } from "./retype-span.ts";
import { setField } from "./set-field.ts";
import { setKind } from "./set-kind.ts";
import { setNote } from "./set-note.ts";
import { setProgress } from "./set-progress.ts";
import { setViaRole } from "./set-via-role.ts";
import { splitSpan } from "./split-span.ts";
import { tagAll } from "./tag-all.ts";
import { tagSelection } from "./tag-selection.ts";
import { takeBackRejection } from "./take-back-rejection.ts";
import { toggleFlag } from "./toggle-flag.ts";
import { unlinkEntity } from "./unlink-entity.ts";
import { unlinkSpan } from "./unlink-span.ts";
import { unmergeEntity } from "./unmerge-entity.ts";
import { unwaiveCheck } from "./unwaive-check.ts";
import { updateEntity } from "./update-entity.ts";
import { waiveCheck } from "./waive-check.ts";

export {
  acceptProposal,
  acceptSuggestions,
  addRemark,
  addSegment,
  createAttribution,
  createEntity,
  deleteAttribution,
  deleteSpan,
  editRemark,
  excludeRange,
  includeRange,
  joinSegments,
  linkEntity,
  linkSpan,
  mergeAttributions,
  mergeEntities,
  mergeSpans,
  moveEdge,
  moveEdgeByUnit,
  moveToCard,
  nestAttribution,
  putBackOrphan,
  putOrphanAside,
  rejectSuggestions,
  removeAlias,
  removeRemark,
  removeSegment,
  reopenThread,
  resolveThread,
  retypeSpan,
  setField,
  setKind,
  setNote,
  setProgress,
  setViaRole,
  splitSpan,
  tagAll,
  tagSelection,
  takeBackRejection,
  toggleFlag,
  unlinkEntity,
  unlinkSpan,
  unmergeEntity,
  unwaiveCheck,
  updateEntity,
  waiveCheck,
};

/** A command whose arguments' type is not known, as a list holds it. Calling it needs the type from its own file. */
export type AnyCommand = Pick<Command<never>, "id" | "run">;

/** Every command. */
export const commands: readonly AnyCommand[] = distinct([
  tagSelection,
  tagAll,
  addSegment,
  removeSegment,
  joinSegments,
  moveEdge,
  moveEdgeByUnit,
  retypeSpan,
  splitSpan,
  mergeSpans,
  deleteSpan,
  createAttribution,
  acceptProposal,
  acceptSuggestions,
  deleteAttribution,
  mergeAttributions,
  linkSpan,
  unlinkSpan,
  moveToCard,
  setViaRole,
  nestAttribution,
  setKind,
  setField,
  setNote,
  toggleFlag,
  createEntity,
  linkEntity,
  unlinkEntity,
  updateEntity,
  removeAlias,
  mergeEntities,
  unmergeEntity,
  excludeRange,
  includeRange,
  setProgress,
  waiveCheck,
  unwaiveCheck,
  rejectSuggestions,
  takeBackRejection,
  putBackOrphan,
  putOrphanAside,
  addRemark,
  editRemark,
  removeRemark,
  resolveThread,
  reopenThread,
] as const);

/** Throws a `RangeError` when two commands have the same id. */
function distinct(all: readonly AnyCommand[]): readonly AnyCommand[] {
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new RangeError(`Two commands have the id ${id}.`);
    ids.add(id);
  }
  return all;
}
