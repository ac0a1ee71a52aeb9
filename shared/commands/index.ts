// The registry of commands: each by its name. Keys and panels call those that they are about; the laws of the tests walk all of them.
export { acceptProposal } from "./accept-proposal.ts";
export { acceptSuggestions } from "./accept-suggestions.ts";
export {
  addAbout,
  removeAbout,
  setAppearance,
  setField,
  setKind,
  setNote,
  setViaRole,
  toggleFlag,
} from "./card-values.ts";
export {
  createAttribution,
  deleteAttribution,
  linkSpan,
  mergeAttributions,
  moveToCard,
  nestAttribution,
  tagInNewCard,
  unlinkSpan,
} from "./cards.ts";
export {
  addSegment,
  excludeRange,
  includeRange,
  joinSegments,
  moveEdge,
  moveEdgeByUnit,
  removeSegment,
} from "./edit-segments.ts";
export {
  createEntity,
  mergeEntities,
  removeAlias,
  setEntityField,
  unmergeEntity,
  updateEntity,
} from "./entities.ts";
export { linkEntity, unlinkEntity } from "./mentions.ts";
export { putBackOrphan, putOrphanAside } from "./orphans.ts";
export { rejectSuggestions, takeBackRejection } from "./reject-suggestions.ts";
export { addRemark, editRemark, removeRemark, reopenThread, resolveThread } from "./remarks.ts";
export { setProgress } from "./set-progress.ts";
export { deleteSpan, mergeSpans, retypeSpan, splitSpan, tagAll, tagSelection } from "./tag-spans.ts";
export { unwaiveCheck, waiveCheck } from "./waive-checks.ts";
