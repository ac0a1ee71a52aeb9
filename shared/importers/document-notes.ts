// Footnotes and endnotes of documents, as plain text has them: a number in brackets where they are referred to, and the notes behind the
// text, in the order in which they are met. What they say of sources is as much the article's as its paragraphs are.
import { type Message, message } from "../words/message.ts";
import type { Block, FoundNotes } from "./found-article.ts";

export interface NotesAtTheEnd extends FoundNotes {
  /** Takes a note, and gives the words that stand where it is referred to; none for an empty one. */
  refer(text: string): string;
}

export function createNotesAtTheEnd(): NotesAtTheEnd {
  const blocks: Block[] = [];
  return {
    refer(text) {
      const words = text.trim();
      if (words === "") return "";
      const sign = `[${blocks.length + 1}]`;
      blocks.push({ kind: "paragraph", text: `${sign} ${words}` });
      return sign;
    },
    unmarked(words) {
      let remainingWords = words.trimEnd();
      for (;;) {
        const sign = /\[([1-9]\d{0,6})\]$/u.exec(remainingWords);
        if (!sign || Number(sign[1]) > blocks.length) return remainingWords;
        remainingWords = remainingWords.slice(0, sign.index).trimEnd();
      }
    },
    blocks: () => blocks,
  };
}

// How much of a document is not in the article's text as it stood there: changes that somebody tracked, comments, hidden words.

const kinds = ["changes-accepted", "comments-left", "hidden-left"] as const;

export type LeftCounts = Record<(typeof kinds)[number], number>;

export const noneLeft = (): LeftCounts => ({ "changes-accepted": 0, "comments-left": 0, "hidden-left": 0 });

/** What a person is told of them: a sentence for each that there is. */
export const notesOfLeft = (counts: LeftCounts): Message[] =>
  kinds.flatMap((what) =>
    counts[what] === 0 ? [] : [message(`importing.${what}`, { count: counts[what] })],
  );
