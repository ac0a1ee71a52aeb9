// Rich text (`.rtf`): the text as it reads, what stands in text boxes behind the paragraph that holds them, footnotes at the end. Pictures,
// comments, headers, objects and field codes are left out; nothing in it is followed or started.
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import type { EncodingName } from "./encodings.ts";
import { endings } from "./endings.ts";
import { type Block, importFound } from "./found-article.ts";
import { type PlainImporter, refusal } from "./importer.ts";
import { type LeftCounts, noneLeft, notesOfLeft } from "./left-counts.ts";
import { decodeAs } from "./legacy-encoding.ts";
import { recogniseMagicNumber } from "./magic-numbers.ts";
import { createNotesAtTheEnd, type NotesAtTheEnd } from "./notes-at-the-end.ts";
import { type RtfToken, rtfTokens } from "./rtf-tokens.ts";

export const rtfImporter: PlainImporter = {
  id: "rtf",
  name: message("formats.rich-text"),
  extensions: endings.rtf,
  read({ bytes, fileName: file }) {
    if (bytes.length === 0) return refusal("file-empty", { file });
    if (bytes.length > limits.articleBytes)
      return refusal("file-too-large", { file, bytes: bytes.length, limit: limits.articleBytes });
    const looksLike = recogniseMagicNumber(bytes);
    if (looksLike !== "rtf")
      return looksLike === null
        ? refusal("file-format", { file })
        : refusal("file-binary", { file, looksLike });
    const { blocks, notes, about, counts } = readRtf(rtfTokens(latin(bytes)));
    const author = about.get("author") ?? "";
    return importFound(
      {
        title: about.get("title") ?? "",
        authors: author === "" ? [] : [author],
        publisher: "",
        date: "",
        origin: "properties",
        blocks,
        notesAtTheEnd: notes,
        notes: notesOfLeft(counts),
      },
      file,
    );
  },
};

/** What is no text of the article, with all that is in it. */
const left = new Set(
  (
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf " +
    "annotation fldinst themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl latentstyles " +
    "nonshppict shprslt"
  ).split(" "),
);
/** The bullets and numbers that a program wrote before the items of a list. */
const listSigns = new Set(["pntext", "listtext"]);
const listsRead = new Set(["fonttbl", "stylesheet", "info"]);
const aboutWords = new Set(["title", "author"]);
/** What stands beside the text that is running: notes, and the words of text boxes. */
const asides = new Set(["footnote", "shptxt"]);

const characters: Readonly<Record<string, string>> = {
  par: "\n\n",
  sect: "\n\n",
  page: "\n\n",
  line: "\n",
  tab: "\t",
  cell: "\t",
  row: "\n\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
};
const symbols: Readonly<Record<string, string>> = {
  "~": "\u00a0",
  _: "\u2011",
  "-": "\u00ad",
  "\n": "\n\n",
  "\r": "\n\n",
};

/** Windows code pages by their numbers, as `\ansicpg` and `\cpg` give them. */
const codePages: Readonly<Record<number, EncodingName>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  10000: "macintosh",
};
/** And by the character sets of fonts. */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  177: 1255,
  178: 1256,
  204: 1251,
  238: 1250,
};

interface Group {
  /** Whether its text is the article's. */
  readonly shown: boolean;
  /** Nothing in it is anybody's: no text box of a header, no note of a comment. */
  readonly isLeft: boolean;
  /** A word of `aboutWords`, or a table or list that is read. */
  readonly into: string | null;
  /** How many asides it is in. */
  readonly asides: number;
  readonly hidden: boolean;
  /** By a change that somebody tracked. */
  readonly deleted: boolean;
  /** Characters that stand in for one of Unicode, for older programs. */
  readonly stands: number;
  readonly font: number;
}

/** Groups within groups: deeper ones are read as if they were on this level. */
const deepest = 1_000;

function readRtf(tokens: Iterable<RtfToken>): {
  readonly blocks: readonly Block[];
  readonly notes: NotesAtTheEnd;
  readonly about: ReadonlyMap<string, string>;
  readonly counts: LeftCounts;
} {
  const blocks: Block[] = [];
  const about = new Map<string, string>();
  const pages = new Map<number, number>();
  const headings = new Map<number, number>();
  let page = 1252;
  let group: Group = {
    shown: true,
    isLeft: false,
    into: null,
    asides: 0,
    hidden: false,
    deleted: false,
    stands: 1,
    font: -1,
  };
  const outer: Group[] = [];
  let tooDeep = 0;
  let begins = false;
  let skip = 0;
  let bytes = "";
  let words = "";
  let level = 0;
  let isItem = false;
  let inTable = false;
  let style = -1;
  let styleName = "";
  const open: { readonly kind: string; text: string }[] = [];
  const counts: LeftCounts = noneLeft();
  const boxes: Block[] = [];
  const notes = createNotesAtTheEnd();

  const add = (text: string): void => {
    if (group.into !== null && aboutWords.has(group.into))
      about.set(group.into, (about.get(group.into) ?? "") + text);
    else if (group.into === "stylesheet") styleName += text;
    else if (!group.shown || group.hidden || group.deleted) return;
    else {
      const aside = group.asides > 0 ? open.at(-1) : undefined;
      if (aside) aside.text += text;
      else words += text;
    }
  };
  const flushBytes = (): void => {
    if (bytes === "") return;
    const raw = bytes;
    bytes = "";
    const label = codePages[pages.get(group.font) ?? page] ?? "windows-1252";
    const isAscii = !/[^ -~\t]/u.test(raw);
    add(
      isAscii
        ? raw
        : decodeAs(
            label,
            Uint8Array.from(raw, (byte) => byte.charCodeAt(0)),
          ).text,
    );
  };
  const endBlock = (): void => {
    const text = withoutEnd(words.replace(/^[ \n]+/u, ""));
    words = "";
    if (text === "") return;
    if (inTable) blocks.push({ kind: "row", text });
    else if (level > 0) blocks.push({ kind: "heading", text, level });
    else blocks.push({ kind: isItem ? "list-item" : "paragraph", text: text.replace(/^[•·]\s*/u, "") });
    for (const box of boxes.splice(0)) blocks.push(box);
  };
  /** What stood beside the text, and not beside the group at hand, has ended. */
  const endAsides = (): void => {
    while (open.length > group.asides) {
      const { kind, text: whole } = open.pop() ?? { kind: "", text: "" };
      const text = whole.trim().replace(/\n{2,}/gu, "\n");
      if (kind === "footnote") add(notes.refer(text));
      else if (text !== "") boxes.push({ kind: "paragraph", text });
    }
  };
  const begin = (word: string): void => {
    if (group.isLeft) return;
    if (listsRead.has(word)) group = { ...group, shown: false, into: word };
    else if (asides.has(word)) {
      open.push({ kind: word, text: "" });
      group = { ...group, shown: true, asides: open.length };
    } else if (aboutWords.has(word) && group.into === "info") group = { ...group, into: word };
    else if (listSigns.has(word)) {
      if (group.asides === 0) isItem = true;
      group = { ...group, shown: false };
    } else if (left.has(word)) {
      if (word === "annotation") counts["comments-left"] += 1;
      group = { ...group, shown: false, isLeft: true, into: null };
    }
  };

  for (const token of tokens) {
    if (token.kind === "text") {
      const from = Math.min(skip, token.text.length);
      skip -= from;
      bytes += token.text.slice(from);
      begins = false;
      continue;
    }
    flushBytes();
    if (token.kind === "open") {
      if (outer.length < deepest) outer.push(group);
      else tooDeep += 1;
      begins = true;
      skip = 0;
      if (group.into === "stylesheet") {
        style = 0;
        styleName = "";
      }
      continue;
    }
    if (token.kind === "close") {
      if (group.into === "stylesheet") {
        const depth = /^\s*heading ([1-9])\s*;?/iu.exec(styleName)?.[1];
        if (depth !== undefined) headings.set(style, Math.min(6, Number(depth)));
        styleName = "";
      }
      if (tooDeep > 0) tooDeep -= 1;
      else {
        group = outer.pop() ?? group;
        endAsides();
      }
      skip = 0;
      continue;
    }
    if (token.kind === "symbol") {
      if (token.symbol === "*" && begins) group = { ...group, shown: false, into: null };
      else if (skip > 0) skip -= 1;
      else add(symbols[token.symbol] ?? "");
      if (symbols[token.symbol] === "\n\n" && group.shown && group.asides === 0) endBlock();
      continue;
    }
    const { word, number } = token;
    if (begins) begin(word);
    begins = false;
    if (group.into === "fonttbl") {
      if (word === "f") group = { ...group, font: number ?? 0 };
      else if (word === "fcharset" && charsets[number ?? 0] !== undefined)
        pages.set(group.font, charsets[number ?? 0] ?? 1252);
      else if (word === "cpg") pages.set(group.font, number ?? 1252);
      continue;
    }
    if (group.into === "stylesheet") {
      if (word === "s") style = number ?? 0;
      continue;
    }
    if (word === "ansicpg") page = number ?? 1252;
    else if (word === "mac") page = 10000;
    else if (word === "uc") group = { ...group, stands: Math.max(0, number ?? 1) };
    else if (word === "f") group = { ...group, font: number ?? -1 };
    else if (word === "v") {
      if (number !== 0 && !group.hidden && !group.isLeft) counts["hidden-left"] += 1;
      group = { ...group, hidden: number !== 0 };
    } else if (word === "deleted" || word === "revised") {
      if (number !== 0 && !group.isLeft) counts["changes-accepted"] += 1;
      if (word === "deleted") group = { ...group, deleted: number !== 0 };
    } else if (word === "plain") group = { ...group, hidden: false, deleted: false };
    else if (word === "u") {
      add(String.fromCharCode(((number ?? 0) + 0x10000) & 0xffff));
      skip = group.stands;
    } else if (!group.shown) {
      // What follows says how the article looks, and this is not the article.
    } else if (group.asides > 0) add(characters[word] ?? "");
    else if (word === "pard") {
      level = 0;
      isItem = false;
      inTable = false;
    } else if (word === "intbl") inTable = true;
    else if (word === "ls") isItem = true;
    else if (word === "outlinelevel") level = Math.min(6, (number ?? 0) + 1);
    else if (word === "s") level = headings.get(number ?? 0) ?? 0;
    else if (word === "row") {
      inTable = true;
      endBlock();
    } else if (inTable && word === "par") add(" ");
    else if (characters[word] === "\n\n") endBlock();
    else add(characters[word] ?? "");
  }
  flushBytes();
  group = outer[0] ?? group;
  endAsides();
  endBlock();
  return { blocks: [...blocks, ...boxes], notes, about, counts };
}

/** Without blanks, tabs and line ends at the end. A pattern would look for that end from each run of them. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\n".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Each byte as the character of its number, in parts because a call takes only so many arguments. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join("");
}
