// Footnotes and endnotes of documents, as plain text has them: a number in brackets where they are referred to, and the notes behind the
// text, in the order in which they are met. What they say of sources is as much the article's as its paragraphs are.
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
