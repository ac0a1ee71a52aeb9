// Revisions of an article in words: what tells one from the others, how much the text grew, and what became of whose marks.

import { type Message, message } from "../words/message.ts";
import type { Words } from "../words/say.ts";
import type { ListedRevision } from "./revisions.ts";

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
