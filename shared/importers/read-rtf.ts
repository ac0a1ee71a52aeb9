// Reads rich text: groups within groups, each with what it says of the text in it, until it ends. What a group holds its first word says:
// text, something beside the text, a table that is read, or what is no text of the article.
import type { Block } from "./found-article.ts";
import { type LeftCounts, noneLeft } from "./left-counts.ts";
import type { NotesAtTheEnd } from "./notes-at-the-end.ts";
import { createRtfBlocks, type RtfAside } from "./rtf-blocks.ts";
import { createRtfEncodings } from "./rtf-encodings.ts";
import type { RtfToken } from "./rtf-tokens.ts";

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

export interface ReadRtf {
  readonly blocks: readonly Block[];
  readonly notes: NotesAtTheEnd;
  /** Title and author, where the file says them. */
  readonly about: ReadonlyMap<string, string>;
  readonly counts: LeftCounts;
}

/** Linear in the number of tokens. */
export function readRtf(tokens: Iterable<RtfToken>): ReadRtf {
  const encodings = createRtfEncodings();
  const running = createRtfBlocks();
  const headings = createHeadingStyles();
  const about = new Map<string, string>();
  const counts: LeftCounts = noneLeft();
  const outer: Group[] = [];
  let group = outermost;
  let tooDeep = 0;
  /** The next word says what the group is. */
  let begins = false;
  /** Characters to come that only stand in for one that was there already. */
  let skip = 0;
  let bytes = "";

  const change = (part: Partial<Group>): void => {
    group = { ...group, ...part };
  };

  function add(text: string): void {
    if (group.into !== null && aboutWords.has(group.into))
      about.set(group.into, (about.get(group.into) ?? "") + text);
    else if (group.into === "stylesheet") headings.addName(text);
    else if (group.shown && !group.hidden && !group.deleted)
      running.add(text, group.asides > 0 ? "aside" : "paragraph");
  }

  function flushBytes(): void {
    if (bytes === "") return;
    const raw = bytes;
    bytes = "";
    add(encodings.decode(raw, group.font));
  }

  function openGroup(): void {
    if (outer.length < deepest) outer.push(group);
    else tooDeep += 1;
    begins = true;
    skip = 0;
    if (group.into === "stylesheet") headings.begin();
  }

  function closeGroup(): void {
    if (group.into === "stylesheet") headings.end();
    skip = 0;
    if (tooDeep > 0) tooDeep -= 1;
    else {
      group = outer.pop() ?? group;
      running.endAsides(group.asides, add);
    }
  }

  /** The first word of a group. */
  function begin(word: string): void {
    if (group.isLeft) return;
    if (tablesRead.has(word)) change({ shown: false, into: word });
    else if (isAside(word)) change({ shown: true, asides: running.open(word) });
    else if (aboutWords.has(word) && group.into === "info") change({ into: word });
    else if (listSigns.has(word)) {
      if (group.asides === 0) running.become({ isItem: true });
      change({ shown: false });
    } else if (skippedDestinations.has(word)) {
      if (word === "annotation") counts["comments-left"] += 1;
      change({ shown: false, isLeft: true, into: null });
    }
  }

  function readSymbol(symbol: string): void {
    const text = symbols.get(symbol) ?? "";
    if (symbol === "*" && begins) change({ shown: false, into: null });
    else if (skip > 0) skip -= 1;
    else add(text);
    if (text === paragraphEnd && group.shown && group.asides === 0) running.end();
  }

  function readFontWord(word: string, number: WordNumber): void {
    if (word === "f") change({ font: number ?? 0 });
    else if (word === "fcharset") encodings.setFontCharset(group.font, number);
    else if (word === "cpg") encodings.setFontPage(group.font, number);
  }

  /** What holds for text wherever it is: the document's code page, and how the characters of a group are to be read. */
  const ofCharacters: ReadonlyMap<string, (number: WordNumber) => void> = new Map([
    ["ansicpg", (number) => encodings.setPage(number)],
    ["mac", () => encodings.setPage(10_000)],
    ["uc", (number) => change({ stands: Math.max(0, number ?? 1) })],
    ["f", (number) => change({ font: number ?? -1 })],
    [
      "v",
      (number) => {
        if (number !== 0 && !group.hidden && !group.isLeft) counts["hidden-left"] += 1;
        change({ hidden: number !== 0 });
      },
    ],
    [
      "deleted",
      (number) => {
        countChange(number);
        change({ deleted: number !== 0 });
      },
    ],
    ["revised", (number) => countChange(number)],
    ["plain", () => change({ hidden: false, deleted: false })],
    [
      "u",
      (number) => {
        add(String.fromCharCode(((number ?? 0) + 0x10000) & 0xffff));
        skip = group.stands;
      },
    ],
  ] satisfies [string, (number: WordNumber) => void][]);

  function countChange(number: WordNumber): void {
    if (number !== 0 && !group.isLeft) counts["changes-accepted"] += 1;
  }

  /** What holds for the paragraph that is running. */
  const ofParagraphs: ReadonlyMap<string, (number: WordNumber) => void> = new Map([
    ["pard", () => running.become({ level: 0, isItem: false, inTable: false })],
    ["intbl", () => running.become({ inTable: true })],
    ["ls", () => running.become({ isItem: true })],
    ["outlinelevel", (number) => running.become({ level: Math.min(6, (number ?? 0) + 1) })],
    ["s", (number) => running.become({ level: headings.levelOf(number ?? 0) })],
    [
      "row",
      () => {
        running.become({ inTable: true });
        running.end();
      },
    ],
  ] satisfies [string, (number: WordNumber) => void][]);

  /** Of text that is the article's. */
  function readTextWord(word: string, number: WordNumber): void {
    const text = characters.get(word) ?? "";
    const ofParagraph = ofParagraphs.get(word);
    if (group.asides > 0) add(text);
    else if (ofParagraph) ofParagraph(number);
    else if (word === "par" && running.paragraph().inTable) add(" ");
    else if (text === paragraphEnd) running.end();
    else add(text);
  }

  function readWord(word: string, number: WordNumber): void {
    if (begins) begin(word);
    begins = false;
    const ofCharacter = ofCharacters.get(word);
    if (group.into === "fonttbl") readFontWord(word, number);
    else if (group.into === "stylesheet") headings.read(word, number);
    else if (ofCharacter) ofCharacter(number);
    else if (group.shown) readTextWord(word, number);
  }

  function readText(text: string): void {
    const from = Math.min(skip, text.length);
    skip -= from;
    bytes += text.slice(from);
    begins = false;
  }

  for (const token of tokens) {
    if (token.kind === "text") {
      readText(token.text);
      continue;
    }
    flushBytes();
    if (token.kind === "open") openGroup();
    else if (token.kind === "close") closeGroup();
    else if (token.kind === "symbol") readSymbol(token.symbol);
    else readWord(token.word, token.number);
  }
  flushBytes();
  group = outer[0] ?? group;
  running.endAsides(group.asides, add);
  running.end();
  return { blocks: running.all(), notes: running.notes, about, counts };
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
