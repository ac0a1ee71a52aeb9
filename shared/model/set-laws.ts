// What holds of what an annotator says of a set: progress is about its own article; notes, reasons and remarks are of bearable
// length.
import { longestNote } from "./card-laws.ts";
import type { Decision } from "./decision.ts";
import type { Progress } from "./progress.ts";
import type { Remark } from "./remark.ts";
import { type Law, reporter } from "./violation.ts";
import type { Waiver } from "./waiver.ts";

export const waiverLaw: Law<Waiver> = ({ id, reason }) =>
  reason.length > longestNote ? [reporter("waivers", id)("note-too-long", { length: reason.length })] : [];

export const remarkLaw: Law<Remark> = ({ id, text }) =>
  text.length > longestNote ? [reporter("remarks", id)("note-too-long", { length: text.length })] : [];

export const decisionLaw: Law<Decision> = ({ id, place, reason }, _annotations, { text }) => {
  const report = reporter("decisions", id);
  const isOutside =
    place !== null && (place.start < 0 || place.end <= place.start || place.end > text.length);
  return [
    ...(isOutside ? [report("segment-outside-text", { start: place.start, end: place.end })] : []),
    ...(reason.length > longestNote ? [report("note-too-long", { length: reason.length })] : []),
  ];
};

export const progressLaw: Law<Progress> = ({ id, note }, _annotations, { articleId }) => {
  const report = reporter("progress", id);
  return [
    ...(id === articleId ? [] : [report("article-differs", { article: id })]),
    ...(note.length > longestNote ? [report("note-too-long", { length: note.length })] : []),
  ];
};
