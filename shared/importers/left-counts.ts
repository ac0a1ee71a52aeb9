// How much of a document is not in the article's text as it stood there: changes that somebody tracked, comments, hidden words.
import { type Message, message } from "../words/message.ts";

const kinds = ["changes-accepted", "comments-left", "hidden-left"] as const;

export type LeftCounts = Record<(typeof kinds)[number], number>;

export const noneLeft = (): LeftCounts => ({ "changes-accepted": 0, "comments-left": 0, "hidden-left": 0 });

/** What a person is told of them: a sentence for each that there is. */
export const notesOfLeft = (counts: LeftCounts): Message[] =>
  kinds.flatMap((what) =>
    counts[what] === 0 ? [] : [message(`importing.${what}`, { count: counts[what] })],
  );
