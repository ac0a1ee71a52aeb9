// Rich text (`.rtf`): the text as it reads, what stands in text boxes behind the paragraph that holds them, footnotes at the end. Pictures,
// comments, headers, objects and field codes are left out; nothing in it is followed or started.
import { endings } from "../files/endings.ts";
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { type LeftCounts, type NotesAtTheEnd, noneLeft, notesOfLeft } from "./document-notes.ts";
import { type Block, importFound } from "./found-article.ts";
import { type PlainImporter, refusal } from "./importer.ts";
import { decodeAs } from "./legacy-encoding.ts";
import { createRtfBlocks, type RtfAside, type RtfToken, rtfTokens } from "./rtf-blocks.ts";
import type { EncodingName } from "./without-readers.ts";

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

/** Each byte as the character of its number, in parts because a call takes only so many arguments. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join("");
}

/** What is no text of the article, with all that is in it. */
const skippedDestinations = new Set(
  (
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf " +
    "annotation fldinst themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl latentstyles " +
    "nonshppict shprslt"
  ).split(" "),
);
/** The bullets and numbers that a program wrote before the items of a list. */
const listSigns = new Set(["pntext", "listtext"]);
const tablesRead = new Set(["fonttbl", "stylesheet", "info"]);
const aboutWords = new Set(["title", "author"]);
/** What stands beside the text that is running: notes, and the words of text boxes. */
const asides: ReadonlySet<string> = new Set<RtfAside>(["footnote", "shptxt"]);
const isAside = (word: string): word is RtfAside => asides.has(word);

const paragraphEnd = "\n\n";
/** Words that stand for characters. */
const characters: ReadonlyMap<string, string> = new Map([
  ["par", paragraphEnd],
  ["sect", paragraphEnd],
  ["page", paragraphEnd],
  ["row", paragraphEnd],
  ["line", "\n"],
  ["tab", "\t"],
  ["cell", "\t"],
  ["emdash", "—"],
  ["endash", "–"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["bullet", "•"],
  ["emspace", "\u2003"],
  ["enspace", "\u2002"],
]);
const symbols: ReadonlyMap<string, string> = new Map([
  ["~", "\u00a0"],
  ["_", "\u2011"],
  ["-", "\u00ad"],
  ["\n", paragraphEnd],
  ["\r", paragraphEnd],
]);

interface Group {
  /** Whether its text is the article's. */
  readonly shown: boolean;
  /** Nothing in it is anybody's: no text box of a header, no note of a comment. */
  readonly isLeft: boolean;
  /** A word of `aboutWords`, or a table that is read. */
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

const outermost: Group = {
  shown: true,
  isLeft: false,
  into: null,
  asides: 0,
  hidden: false,
  deleted: false,
  stands: 1,
  font: -1,
};

/** Groups within groups: deeper ones are read as if they were on this level. */
const deepest = 1_000;

/** The number behind a word; `null` where there is none. */
type WordNumber = number | null;

interface ReadRtf {
  readonly blocks: readonly Block[];
  readonly notes: NotesAtTheEnd;
  /** Title and author, where the file says them. */
  readonly about: ReadonlyMap<string, string>;
  readonly counts: LeftCounts;
}

interface RtfReader {
  readonly encodings: ReturnType<typeof createRtfEncodings>;
  readonly running: ReturnType<typeof createRtfBlocks>;
  readonly headings: ReturnType<typeof createHeadingStyles>;
  readonly about: Map<string, string>;
  readonly counts: LeftCounts;
  readonly outer: Group[];
  group: Group;
  tooDeep: number;
  /** The next word says what the group is. */
  begins: boolean;
  /** Characters to come that only stand in for one that was there already. */
  skip: number;
  bytes: string;
}

/**
 * Groups within groups, each with what it says of the text in it, until it ends. What a group holds its first word says: text, something
 * beside the text, a table that is read, or what is no text of the article. Linear in the number of tokens.
 */
function readRtf(tokens: Iterable<RtfToken>): ReadRtf {
  const reader: RtfReader = {
    encodings: createRtfEncodings(),
    running: createRtfBlocks(),
    headings: createHeadingStyles(),
    about: new Map(),
    counts: noneLeft(),
    outer: [],
    group: outermost,
    tooDeep: 0,
    begins: false,
    skip: 0,
    bytes: "",
  };
  for (const token of tokens) readToken(reader, token);
  flushBytes(reader);
  const { running, about, counts } = reader;
  reader.group = reader.outer[0] ?? reader.group;
  running.endAsides(reader.group.asides, (text) => add(reader, text));
  running.end();
  return { blocks: running.all(), notes: running.notes, about, counts };
}

function readToken(reader: RtfReader, token: RtfToken): void {
  if (token.kind === "text") {
    readText(reader, token.text);
    return;
  }
  flushBytes(reader);
  if (token.kind === "open") openGroup(reader);
  else if (token.kind === "close") closeGroup(reader);
  else if (token.kind === "symbol") readSymbol(reader, token.symbol);
  else readWord(reader, token.word, token.number);
}

function readText(reader: RtfReader, text: string): void {
  const from = Math.min(reader.skip, text.length);
  reader.skip -= from;
  reader.bytes += text.slice(from);
  reader.begins = false;
}

function flushBytes(reader: RtfReader): void {
  const { bytes, encodings, group } = reader;
  if (bytes === "") return;
  reader.bytes = "";
  add(reader, encodings.decode(bytes, group.font));
}

function add({ group, about, headings, running }: RtfReader, text: string): void {
  if (group.into !== null && aboutWords.has(group.into))
    about.set(group.into, (about.get(group.into) ?? "") + text);
  else if (group.into === "stylesheet") headings.addName(text);
  else if (group.shown && !group.hidden && !group.deleted)
    running.add(text, group.asides > 0 ? "aside" : "paragraph");
}

function openGroup(reader: RtfReader): void {
  const { group, outer, headings } = reader;
  if (outer.length < deepest) outer.push(group);
  else reader.tooDeep += 1;
  reader.begins = true;
  reader.skip = 0;
  if (group.into === "stylesheet") headings.begin();
}

function closeGroup(reader: RtfReader): void {
  const { group, outer, headings, running } = reader;
  if (group.into === "stylesheet") headings.end();
  reader.skip = 0;
  if (reader.tooDeep > 0) reader.tooDeep -= 1;
  else {
    reader.group = outer.pop() ?? group;
    running.endAsides(reader.group.asides, (text) => add(reader, text));
  }
}

function readSymbol(reader: RtfReader, symbol: string): void {
  const text = symbols.get(symbol) ?? "";
  if (symbol === "*" && reader.begins) change(reader, { shown: false, into: null });
  else if (reader.skip > 0) reader.skip -= 1;
  else add(reader, text);
  if (text === paragraphEnd && reader.group.shown && reader.group.asides === 0) reader.running.end();
}

function change(reader: RtfReader, part: Partial<Group>): void {
  reader.group = { ...reader.group, ...part };
}

function readWord(reader: RtfReader, word: string, number: WordNumber): void {
  if (reader.begins) begin(reader, word);
  reader.begins = false;
  const { group, headings } = reader;
  const ofCharacter = ofCharacters.get(word);
  if (group.into === "fonttbl") readFontWord(reader, word, number);
  else if (group.into === "stylesheet") headings.read(word, number);
  else if (ofCharacter) ofCharacter(reader, number);
  else if (group.shown) readTextWord(reader, word, number);
}

/** The first word of a group. */
function begin(reader: RtfReader, word: string): void {
  const { group, running, counts } = reader;
  if (group.isLeft) return;
  if (tablesRead.has(word)) change(reader, { shown: false, into: word });
  else if (isAside(word)) change(reader, { shown: true, asides: running.open(word) });
  else if (aboutWords.has(word) && group.into === "info") change(reader, { into: word });
  else if (listSigns.has(word)) {
    if (group.asides === 0) running.become({ isItem: true });
    change(reader, { shown: false });
  } else if (skippedDestinations.has(word)) {
    if (word === "annotation") counts["comments-left"] += 1;
    change(reader, { shown: false, isLeft: true, into: null });
  }
}

function readFontWord(reader: RtfReader, word: string, number: WordNumber): void {
  const { encodings, group } = reader;
  if (word === "f") change(reader, { font: number ?? 0 });
  else if (word === "fcharset") encodings.setFontCharset(group.font, number);
  else if (word === "cpg") encodings.setFontPage(group.font, number);
}

type ReadNumber = (reader: RtfReader, number: WordNumber) => void;

/** What holds for text wherever it is: the document's code page, and how the characters of a group are to be read. */
const ofCharacters: ReadonlyMap<string, ReadNumber> = new Map([
  ["ansicpg", ({ encodings }, number) => encodings.setPage(number)],
  ["mac", ({ encodings }) => encodings.setPage(10_000)],
  ["uc", (reader, number) => change(reader, { stands: Math.max(0, number ?? 1) })],
  ["f", (reader, number) => change(reader, { font: number ?? -1 })],
  [
    "v",
    (reader, number) => {
      const { group, counts } = reader;
      if (number !== 0 && !group.hidden && !group.isLeft) counts["hidden-left"] += 1;
      change(reader, { hidden: number !== 0 });
    },
  ],
  [
    "deleted",
    (reader, number) => {
      countChange(reader, number);
      change(reader, { deleted: number !== 0 });
    },
  ],
  ["revised", (reader, number) => countChange(reader, number)],
  ["plain", (reader) => change(reader, { hidden: false, deleted: false })],
  [
    "u",
    (reader, number) => {
      add(reader, String.fromCharCode(((number ?? 0) + 0x10000) & 0xffff));
      reader.skip = reader.group.stands;
    },
  ],
] satisfies [string, ReadNumber][]);

function countChange({ group, counts }: RtfReader, number: WordNumber): void {
  if (number !== 0 && !group.isLeft) counts["changes-accepted"] += 1;
}

/** What holds for the paragraph that is running. */
const ofParagraphs: ReadonlyMap<string, ReadNumber> = new Map([
  ["pard", ({ running }) => running.become({ level: 0, isItem: false, inTable: false })],
  ["intbl", ({ running }) => running.become({ inTable: true })],
  ["ls", ({ running }) => running.become({ isItem: true })],
  ["outlinelevel", ({ running }, number) => running.become({ level: Math.min(6, (number ?? 0) + 1) })],
  ["s", ({ running, headings }, number) => running.become({ level: headings.levelOf(number ?? 0) })],
  [
    "row",
    ({ running }) => {
      running.become({ inTable: true });
      running.end();
    },
  ],
] satisfies [string, ReadNumber][]);

/** Of text that is the article's. */
function readTextWord(reader: RtfReader, word: string, number: WordNumber): void {
  const { group, running } = reader;
  const text = characters.get(word) ?? "";
  const ofParagraph = ofParagraphs.get(word);
  if (group.asides > 0) add(reader, text);
  else if (ofParagraph) ofParagraph(reader, number);
  else if (word === "par" && running.paragraph().inTable) add(reader, " ");
  else if (text === paragraphEnd) running.end();
  else add(reader, text);
}

/** Which styles of the style sheet are headings: those that are named so, whatever the language of the program. */
function createHeadingStyles() {
  const levels = new Map<number, number>();
  let style = -1;
  let name = "";
  return {
    begin(): void {
      style = 0;
      name = "";
    },
    read(word: string, number: WordNumber): void {
      if (word === "s") style = number ?? 0;
    },
    addName(text: string): void {
      name += text;
    },
    end(): void {
      const depth = /^\s*heading ([1-9])\s*;?/iu.exec(name)?.[1];
      if (depth !== undefined) levels.set(style, Math.min(6, Number(depth)));
      name = "";
    },
    levelOf: (of: number): number => levels.get(of) ?? 0,
  };
}

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

const western = 1252;

/** Which bytes of rich text are which characters: by the code page of the font that they are set in, else by that of the document. */
interface RtfEncodings {
  /** The code page of the whole document. */
  setPage(page: number | null): void;
  /** The code page of a font. */
  setFontPage(font: number, page: number | null): void;
  /** The same by the character set of the font; one that nobody knows says nothing. */
  setFontCharset(font: number, charset: number | null): void;
  /** Bytes as characters of Latin-1, each by its number. */
  decode(bytes: string, font: number): string;
}

function createRtfEncodings(): RtfEncodings {
  const ofFonts = new Map<number, number>();
  let ofAll = western;
  return {
    setPage(page) {
      ofAll = page ?? western;
    },
    setFontPage(font, page) {
      ofFonts.set(font, page ?? western);
    },
    setFontCharset(font, charset) {
      const page = charsets[charset ?? 0];
      if (page !== undefined) ofFonts.set(font, page);
    },
    decode(bytes, font) {
      if (!/[^ -~\t]/u.test(bytes)) return bytes;
      const name = codePages[ofFonts.get(font) ?? ofAll] ?? "windows-1252";
      const raw = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
      return decodeAs(name, raw).text;
    },
  };
}
