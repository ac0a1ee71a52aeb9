// Puts versions, and what going back would do, into words, in the window and on the command line alike.

import { type Message, message } from "../words/message.ts";
import type { Words } from "../words/say.ts";
import type { RecordCounts, RestorePreview, RestoreRow, Version } from "./versions.ts";

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
  const { rows, back, stay, entities, tagset, others } = preview;
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
  ];
}
