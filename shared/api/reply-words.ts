// Puts what the core answers into words, in the window and on the command line alike: the record of changes, revisions, versions and what
// going back to one would do, and what became of a set that is imported.

import { shortened } from "../model/shortened.ts";
import type { Tagset } from "../model/tagset.ts";
import type { RecordedChange, RecordedField, RecordedLine } from "../review/record.ts";
import { fieldName, valueName } from "../words/field-words.ts";
import { isKey } from "../words/keys.ts";
import { type Message, message } from "../words/message.ts";
import type { Words } from "../words/say.ts";
import type { ListedRevision } from "./revisions.ts";
import type { TakeInRow } from "./take-in.ts";
import type { RecordCounts, RestorePreview, RestoreRow, Version } from "./versions.ts";

/** Code units of a value that are shown. */
const longest = 160;

const short = (text: string): string => shortened(text, longest);

/** What a command did, as the history says it. */
export function stepMessage({ command }: Pick<RecordedChange, "command">): Message {
  const key = `history.did-${command}`;
  return isKey(key) ? { key, values: {} } : message("history.did-change");
}

/** What was done, as the history says it; what took something back, or did it again, says so. */
export function changeWords(
  { command, undoes, redoes }: Pick<RecordedChange, "command" | "undoes" | "redoes">,
  { say, tell }: Words,
): string {
  const what = tell(stepMessage({ command }));
  if (undoes !== undefined) return say("history.took-back", { what });
  return redoes === undefined ? what : say("history.did-again", { what });
}

/** `card added: “the bridge is safe”`. */
export function lineWords({ kind, what, quote }: RecordedLine, { say, tell }: Words): string {
  const head = say(`history.line-${what}`, { kind: tell({ key: `handover.kind-${kind}`, values: {} }) });
  return quote === "" ? head : `${head}: “${short(quote)}”`;
}

/** What is said of a line below its head, a field each; its quote says already where a mark is that was made or removed. */
export function detailWords(
  { what, quote, fields }: RecordedLine,
  tagset: Tagset,
  words: Words,
): readonly string[] {
  return fields
    .filter(({ name, from, to }) => name !== "segments" || what === "changed" || from + to !== quote)
    .map((field) => fieldWords(field, what, tagset, words));
}

/** `polarity: affirmed → denied`; of a new mark `Tagged as Speaker`. */
function fieldWords(
  { name, from, to }: RecordedField,
  what: RecordedLine["what"],
  tagset: Tagset,
  { say, tell }: Words,
): string {
  const value = (said: string): string => short(tell(valueName(name, said, tagset)));
  const field = tell(fieldName(name, tagset));
  if (what === "removed") return say("history.field-set", { field, to: value(from) });
  if (to === "") return say("history.field-removed", { field, from: value(from) });
  if (from !== "") return say("history.field-changed", { field, from: value(from), to: value(to) });
  const isSpanType = name === "type" && tagset.spanTypes.some(({ id }) => id === to);
  return isSpanType
    ? say("history.field-tagged", { to: value(to) })
    : say("history.field-set", { field, to: value(to) });
}

/** What a revision is called where two are compared. */
export function revisionLabel({ why, at, by }: Pick<ListedRevision, "why" | "at" | "by">): Message {
  const moment = new Date(at);
  return why === "brought-in"
    ? message("changes.label-brought-in", { at: moment })
    : message(`changes.label-${why}`, { at: moment, by });
}

/** How much longer or shorter the text became; `null`: neither. */
export function growthWords({ growth }: Pick<ListedRevision, "growth">): Message | null {
  if (growth === 0) return null;
  return growth > 0
    ? message("changes.longer", { count: growth })
    : message("changes.shorter", { count: -growth });
}

type Marks = ListedRevision["sets"][number];
const ends = ["same", "moved", "reworded", "waiting"] as const;

/** What became of one annotator's marks; `null` where there were none. */
export function marksWords(marks: Marks, { say, list }: Pick<Words, "say" | "list">): string | null {
  const phrases = ends
    .filter((end) => marks[end] > 0)
    .map((end) => say(`changes.marks-${end}`, { count: marks[end] }));
  return phrases.length === 0
    ? null
    : say("changes.marks-of", { name: marks.annotator, what: list(phrases) });
}

/** A count of bytes as people read it. */
export function sizeMessage(bytes: number): Message {
  const kilo = 1024;
  if (bytes < kilo) return message("versions.size", { unit: "bytes", size: bytes });
  if (bytes < kilo * kilo)
    return message("versions.size", { unit: "kilobytes", size: Math.ceil(bytes / kilo) });
  return message("versions.size", { unit: "megabytes", size: Math.ceil((bytes / (kilo * kilo)) * 10) / 10 });
}

/** What a version is called in a list. */
export function versionName({ kind, name, problem }: Version, { say }: Words): string {
  if (kind === "automatic") return say("versions.automatic");
  return problem && name === "" ? say("versions.unreadable") : name;
}

/** `2 come back, 1 changes`; empty where nothing does. */
function countsWords({ added, changed, removed }: RecordCounts, { say }: Words): string {
  return [
    ...(added > 0 ? [say("versions.adds", { count: added })] : []),
    ...(changed > 0 ? [say("versions.changes", { count: changed })] : []),
    ...(removed > 0 ? [say("versions.removes", { count: removed })] : []),
  ].join(", ");
}

const isEmpty = ({ added, changed, removed }: RecordCounts): boolean => added + changed + removed === 0;

/** Whether going back would do anything at all. */
export const changesAnything = ({ rows, back, entities, tagset }: RestorePreview): boolean =>
  rows.some(({ outcome }) => outcome === "changes") ||
  back.length > 0 ||
  !isEmpty(entities) ||
  tagset === "restored";

/** What becomes of one set. */
export function rowWords({ outcome, counts, whose }: RestoreRow, words: Words): string {
  const setLabel = words.say(`versions.set-${whose}`);
  const what = outcome === "changes" ? "" : words.say(`versions.outcome-${outcome}`);
  const numbers = ["changes", "comes-back"].includes(outcome) ? countsWords(counts, words) : "";
  return `${setLabel}: ${[what, numbers].filter((part) => part !== "").join(", ")}`;
}

/** All that is to be said beside the rows, a sentence a line. */
export function restoreNotes(preview: RestorePreview, words: Words): readonly string[] {
  const { say, list } = words;
  const { rows, back, stay, entities, tagset, others, staying } = preview;
  const unchangedCount = rows.filter(({ outcome }) => outcome === "same").length;
  return [
    ...back.map(({ title, from, hasOriginal }) =>
      say(from === "version" && !hasOriginal ? "versions.back-without-file" : `versions.back-${from}`, {
        title,
      }),
    ),
    ...(isEmpty(entities) ? [] : [`${say("versions.entities-change")}: ${countsWords(entities, words)}.`]),
    ...(tagset === "same" ? [] : [say(`versions.tagset-${tagset}`)]),
    ...(unchangedCount > 0 ? [say("versions.same-count", { count: unchangedCount })] : []),
    ...(stay.length > 0
      ? [say("versions.stay", { count: stay.length, titles: list(stay.slice(0, 12)) })]
      : []),
    ...(others > 0 ? [say("versions.others", { count: others })] : []),
    ...staying.map((part) => say(`versions.staying-${part}`)),
  ];
}

/** Of one's own work that is merged, what lost its place waits; of anybody else's, and of what is left, it was not found. */
export function carriedWords({ carried, merge }: Pick<TakeInRow, "carried" | "merge">): Message | null {
  if (!carried) return null;
  const { unmoved, moved, lostInAll, doubtfulInAll } = carried;
  return merge
    ? message("handover.carried-own", {
        placed: unmoved + moved,
        missing: lostInAll - doubtfulInAll,
        doubtful: doubtfulInAll,
      })
    : message("handover.carried", { unmoved, moved, lost: lostInAll });
}

/** What becomes of a set, as a sentence. */
export const outcomeWords = ({ outcome, again }: Pick<TakeInRow, "outcome" | "again">): Message =>
  message(
    outcome === "curated" && again
      ? "handover.outcome-curated-again-about"
      : `handover.outcome-${outcome}-about`,
  );

/** Why a curated set is kept beside the project's own; `null` of any other. */
export function besideCuratedWords({
  besideCurated: why,
  againstCurated: against,
}: Pick<TakeInRow, "besideCurated" | "againstCurated">): Message | null {
  if (why === undefined) return null;
  return why === "differs" && against
    ? message("handover.beside-curated-differs", { ...against })
    : message(
        why === "unlawful" ? "handover.beside-curated-unlawful" : "handover.beside-curated-another-here",
      );
}
