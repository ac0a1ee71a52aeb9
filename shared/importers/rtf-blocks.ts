// The text of a rich text file as it grows: the paragraph that is running, and what stands beside it (text boxes and footnotes), which
// may lie within each other.
import { createNotesAtTheEnd, type NotesAtTheEnd } from "./document-notes.ts";
import type { Block } from "./found-article.ts";

export type RtfAside = "footnote" | "shptxt";

/** What the paragraph that is running is; each is as it was until a word says otherwise. */
interface Paragraph {
  /** Of a heading; 0 for none. */
  readonly level: number;
  readonly isItem: boolean;
  readonly inTable: boolean;
}

interface RtfBlocks {
  readonly notes: NotesAtTheEnd;
  paragraph(): Paragraph;
  /** Changes what the running paragraph is. */
  become(part: Partial<Paragraph>): void;
  /** Takes words of the running paragraph, or of the aside that was opened last. */
  add(words: string, where: "paragraph" | "aside"): void;
  /** Opens an aside, and tells how many are open. */
  open(aside: RtfAside): number;
  /** Ends the asides that are open beyond so many. `refer` puts the sign of a note where it is referred to. */
  endAsides(but: number, refer: (sign: string) => void): void;
  /** Ends the running paragraph; the text boxes that stood beside it follow. */
  end(): void;
  /** All that there is, once the last paragraph has ended. */
  all(): readonly Block[];
}

const plain: Paragraph = { level: 0, isItem: false, inTable: false };

export function createRtfBlocks(): RtfBlocks {
  const notes = createNotesAtTheEnd();
  const blocks: Block[] = [];
  const boxes: Block[] = [];
  const asides: { readonly kind: RtfAside; words: string }[] = [];
  let words = "";
  let paragraph = plain;
  return {
    notes,
    paragraph: () => paragraph,
    become(part) {
      paragraph = { ...paragraph, ...part };
    },
    add(more, where) {
      const currentAside = where === "aside" ? asides.at(-1) : undefined;
      if (currentAside) currentAside.words += more;
      else words += more;
    },
    open: (kind) => asides.push({ kind, words: "" }),
    endAsides(but, refer) {
      while (asides.length > but) {
        const lastAside = asides.pop() ?? { kind: "shptxt", words: "" };
        const text = lastAside.words.trim().replace(/\n{2,}/gu, "\n");
        if (lastAside.kind === "footnote") refer(notes.refer(text));
        else if (text !== "") boxes.push({ kind: "paragraph", text });
      }
    },
    end() {
      const text = withoutEnd(words.replace(/^[ \n]+/u, ""));
      words = "";
      if (text === "") return;
      blocks.push(blockOf(text, paragraph));
      // One by one: more than the arguments of a call may stand beside one paragraph.
      for (const box of boxes.splice(0)) blocks.push(box);
    },
    all: () => [...blocks, ...boxes],
  };
}

function blockOf(text: string, { level, isItem, inTable }: Paragraph): Block {
  if (inTable) return { kind: "row", text };
  if (level > 0) return { kind: "heading", text, level };
  // The bullet that stands before an item where a program wrote none of its own.
  return { kind: isItem ? "list-item" : "paragraph", text: text.replace(/^[•·]\s*/u, "") };
}

/** Without blanks, tabs and line ends at the end. A pattern would look for that end from each run of them. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\n".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

// The signs that rich text (RTF 1.9.1) consists of: groups, control words with their numbers, characters by byte, and text.
// Linear in the file's length, whatever is in it.

export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  /** `\word` with its number, or `null` without one. */
  | { readonly kind: "word"; readonly word: string; readonly number: number | null }
  /** A control symbol such as `\~`. */
  | { readonly kind: "symbol"; readonly symbol: string }
  /** Bytes of text, each a character of Latin-1 here. */
  | { readonly kind: "text"; readonly text: string };

const control = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/uy;
const plainCharacters = /[^\\{}\r\n]+/uy;

/** The tokens of a file whose bytes were made characters one by one. */
export function* rtfTokens(source: string): Generator<RtfToken, void, void> {
  let at = 0;
  while (at < source.length) {
    const sign = source[at] ?? "";
    if (sign === "{" || sign === "}") {
      yield { kind: sign === "{" ? "open" : "close" };
      at += 1;
    } else if (sign === "\r" || sign === "\n") {
      at += 1;
    } else if (sign === "\\") {
      control.lastIndex = at;
      const match = control.exec(source);
      if (match) {
        at = control.lastIndex;
        const number = match[2] === undefined ? null : Number(match[2]);
        if (match[1] === "bin") at += Math.max(0, number ?? 0);
        else yield { kind: "word", word: match[1] ?? "", number };
      } else if (source[at + 1] === "'") {
        const code = Number.parseInt(source.slice(at + 2, at + 4), 16);
        if (!Number.isNaN(code)) yield { kind: "text", text: String.fromCharCode(code) };
        at += 4;
      } else {
        const symbol = source[at + 1] ?? "";
        yield symbol === "\\" || symbol === "{" || symbol === "}"
          ? { kind: "text", text: symbol }
          : { kind: "symbol", symbol };
        at += 2;
      }
    } else {
      plainCharacters.lastIndex = at;
      const text = plainCharacters.exec(source)?.[0] ?? "";
      yield { kind: "text", text };
      at += text.length;
    }
  }
}
