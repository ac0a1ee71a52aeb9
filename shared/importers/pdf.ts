// PDF documents with a text layer. The library draws nothing here: it reads the text that a page is printed with, runs no
// script, follows no link and compiles no font.
import { charactersIn } from "../files/control-characters.ts";
import { endings } from "../files/endings.ts";
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { type Block, importFound } from "./found-article.ts";
import { type Importer, type ImportResult, refusal } from "./importer.ts";

/** No article has more, and a book of more is no article. */
const mostPages = 5_000;

export const pdfImporter: Importer = {
  id: "pdf",
  name: message("formats.pdf"),
  extensions: endings.pdf,
  async read({ bytes, fileName }, { password } = {}) {
    if (bytes.length === 0) return refusal("file-empty", { file: fileName });
    if (bytes.length > limits.articleBytes)
      return refusal("file-too-large", { file: fileName, bytes: bytes.length, limit: limits.articleBytes });
    // Some programs write a few bytes before the document begins.
    if (!latin(bytes.subarray(0, 1_024)).includes("%PDF-")) {
      const looksLike = recogniseMagicNumber(bytes);
      return looksLike === null
        ? refusal("file-format", { file: fileName })
        : refusal("file-binary", { file: fileName, looksLike });
    }
    const printed = await printedPages(bytes, password);
    if (printed === "file-locked")
      return refusal(printed, { file: fileName, why: password === undefined ? "none" : "wrong" });
    if (printed === "file-format") return refusal(printed, { file: fileName });
    if (printed.count > mostPages)
      return refusal("pdf-too-long", { file: fileName, pages: printed.count, limit: mostPages });
    if (printed.pages.every(({ lines }) => lines.length === 0))
      return refusal("pdf-no-text", { file: fileName, pages: printed.count });
    return articleOf(printed, fileName);
  },
};

interface Printed {
  readonly count: number;
  /** None where there are too many. */
  readonly pages: readonly PrintedPage[];
  readonly about: About;
  /** Pieces of text that stand on their side or their head. */
  readonly turned: number;
  readonly characters: number;
  /** Of them, those that stand for no character that anybody knows. */
  readonly unmapped: number;
}

/** Where the library gives up, whatever it says of why, the document is one that it cannot read. */
async function printedPages(
  bytes: Uint8Array,
  password?: string,
): Promise<Printed | "file-locked" | "file-format"> {
  // Only when there is a document to read: it is larger than all else here together.
  const { getDocument } = await import("unpdf/pdfjs");
  const loading = getDocument({
    // The library takes the bytes for itself, and takes no Buffer.
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const about = await aboutOf(document);
    const counts = { turned: 0, characters: 0, unmapped: 0 };
    const pages: PrintedPage[] = [];
    const count = document.numPages;
    for (let number = 1; number <= count && count <= mostPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [, bottom = 0, , top = 0] = page.view;
      const pieces: Piece[] = [];
      for (const item of items) {
        if (!("str" in item) || item.str === "") continue;
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[];
        if (d <= 0 || Math.abs(b) > Math.abs(a) * 0.1 || Math.abs(c) > d * 0.1) {
          counts.turned += 1;
          continue;
        }
        counts.characters += item.str.length;
        counts.unmapped += item.str.match(noCharacter)?.length ?? 0;
        pieces.push({ text: item.str, x, y: y - bottom, width: item.width, size: d });
      }
      pages.push({ height: top - bottom, lines: linesOfPage(pieces) });
      page.cleanup();
    }
    return { count, pages, about, ...counts };
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "file-locked" : "file-format";
  } finally {
    await loading.destroy();
  }
}

const noCharacter = charactersIn([0x00, 0x08], [0xe000, 0xf8ff], [0xfffd, 0xfffd]);

function articleOf({ pages, about, turned, characters, unmapped }: Printed, fileName: string): ImportResult {
  const { blocks, dropped, mended } = paragraphsOf(pages);
  const heading = blocks.slice(0, 6).find(({ kind, level }) => kind === "heading" && level === 1);
  return importFound(
    {
      title: heading?.text ?? about.title,
      authors: about.author === "" ? [] : [about.author],
      publisher: "",
      date: "",
      language: about.language,
      origin: "properties",
      ...(heading ? { origins: { title: "text" } } : {}),
      blocks,
      notes: [
        ...(dropped > 0 ? [message("importing.running-heads-left", { count: dropped })] : []),
        ...(mended > 0 ? [message("importing.hyphens-mended", { count: mended })] : []),
        ...(turned > 0 ? [message("importing.turned-text-left", { count: turned })] : []),
        ...(unmapped > characters * 0.05 ? [message("importing.unmapped")] : []),
      ],
    },
    fileName,
  );
}

interface About {
  readonly title: string;
  readonly author: string;
  readonly language: string;
}

/** What the document says of itself, where it is not what a program put there. */
async function aboutOf(document: { getMetadata(): Promise<{ info: unknown }> }): Promise<About> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const infoText = (key: string): string => {
    const value = typeof info === "object" && info !== null ? (info as Record<string, unknown>)[key] : null;
    return typeof value === "string" ? value.trim() : "";
  };
  const title = infoText("Title");
  const isMade = /^(?:untitled|microsoft word\b.*|.*\.(?:docx?|indd|qxd|odt|rtf|pdf|html?))$/iu.test(title);
  const author = infoText("Author");
  return {
    title: isMade ? "" : title,
    author: /^(?:administrator|admin|user|unknown|owner|anonymous)$/iu.test(author) ? "" : author,
    language: infoText("Language"),
  };
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** From the lines of printed pages to the blocks of an article: running heads and page numbers dropped and counted, lines put together, words that were broken at a line's end made whole. */
interface PrintedPage {
  readonly height: number;
  /** In reading order. */
  readonly lines: readonly PrintedLine[];
}

interface PrintedText {
  readonly blocks: readonly Block[];
  /** Lines at the edges of pages that are no part of the article. */
  readonly dropped: number;
  /** Words that were broken at a line's end. */
  readonly mended: number;
}

function paragraphsOf(pages: readonly PrintedPage[]): PrintedText {
  const { kept, dropped } = withoutEdges(pages);
  const size = commonSize(kept.flat());
  const levels = headingSizes(kept.flat(), size);
  const words = wordsWithHyphens(kept.flat());
  const blocks: Block[] = [];
  let mended = 0;
  let openBlock: { lines: PrintedLine[]; level: number } | null = null;
  const close = (): void => {
    if (!openBlock) return;
    const joinedLines = joinLines(openBlock.lines, words);
    mended += joinedLines.mended;
    const { level } = openBlock;
    blocks.push(level > 0 ? { kind: "heading", text: joinedLines.text, level } : blockOf(joinedLines.text));
    openBlock = null;
  };
  for (const lines of kept) {
    const pitch = commonPitch(lines);
    for (const [at, line] of lines.entries()) {
      const level = levels.indexOf(Math.round(line.size)) + 1;
      const previousLine: PrintedLine | undefined = openBlock?.lines.at(-1);
      const goesOn =
        openBlock !== null &&
        previousLine !== undefined &&
        openBlock.level === level &&
        (level > 0
          ? isHeadingGoingOn(previousLine, line)
          : isGoingOn(previousLine, line, at > 0 ? pitch : null));
      if (!goesOn) close();
      openBlock = openBlock ? { lines: [...openBlock.lines, line], level } : { lines: [line], level };
    }
  }
  close();
  return { blocks, dropped, mended };
}

/** A share of the page's height at its top and bottom. */
const edge = 0.1;

/** Lines that stand at the edge of several pages alike but for their numbers, and page numbers. */
function withoutEdges(pages: readonly PrintedPage[]): {
  readonly kept: readonly (readonly PrintedLine[])[];
  readonly dropped: number;
} {
  const isEdge = ({ y }: PrintedLine, height: number): boolean =>
    y > height * (1 - edge) || y < height * edge;
  const key = ({ text }: PrintedLine): string => text.replace(/\d+/gu, "#").replace(/\s+/gu, " ").trim();
  const seen = new Map<string, number>();
  for (const { lines, height } of pages)
    for (const lineKey of new Set(lines.filter((line) => isEdge(line, height)).map(key)))
      seen.set(lineKey, (seen.get(lineKey) ?? 0) + 1);
  const enough = Math.max(2, Math.min(3, Math.ceil(pages.length / 2)));
  let dropped = 0;
  const remainingPages = pages.map(({ lines, height }) =>
    lines.filter((line) => {
      const isFurniture =
        isEdge(line, height) && (pageNumber.test(line.text.trim()) || (seen.get(key(line)) ?? 0) >= enough);
      if (isFurniture) dropped += 1;
      return !isFurniture;
    }),
  );
  return { kept: remainingPages, dropped };
}

const pageNumber =
  /^[-–—|\s]*(?:(?:page|seite|p\.|s\.)\s*)?\d{1,5}(?:\s*(?:\/|of|von)\s*\d{1,5})?[-–—|\s]*$/iu;

/** The size that most characters have. */
function commonSize(lines: readonly PrintedLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines)
    characters.set(Math.round(size), (characters.get(Math.round(size)) ?? 0) + text.length);
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** The sizes of headings, the largest first: clearly larger than the text, and of short lines only. */
function headingSizes(lines: readonly PrintedLine[], size: number): number[] {
  const larger = lines.filter((line) => Math.round(line.size) > size * 1.12 && line.text.length < 200);
  return [...new Set(larger.map((line) => Math.round(line.size)))].sort((a, b) => b - a).slice(0, 6);
}

/** The usual distance of base lines on a page; `null` for too few lines. */
function commonPitch(lines: readonly PrintedLine[]): number | null {
  const distances = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((distance) => distance > 1)
    .sort((a, b) => a - b);
  // Most lines go on, so what is small and frequent is the distance within paragraphs.
  return distances[Math.floor(distances.length * 0.3)] ?? null;
}

const isHeadingGoingOn = (before: PrintedLine, line: PrintedLine): boolean =>
  before.y - line.y > 0 && before.y - line.y < line.size * 2;

const sentenceEnd = /[.!?:…]["”’»)\]]*$/u;

function isGoingOn(before: PrintedLine, line: PrintedLine, pitch: number | null): boolean {
  const text = before.text.trimEnd();
  const ends = sentenceEnd.test(text);
  const distance = before.y - line.y;
  const sameColumn =
    pitch !== null && distance > 0 && Math.abs(before.column.left - line.column.left) < line.size * 3;
  // Over a column's or a page's end only the words tell.
  if (!sameColumn) return !ends || /^\p{Ll}/u.test(line.text);
  if (distance > Math.max(pitch * 1.35, line.size * 1.6)) return false;
  const indent = line.x - line.column.left;
  if (indent > line.size * 0.8 && before.x - before.column.left < line.size * 0.4) return false;
  if (/^(?:[•▪◦*–-]|\d{1,2}[.)])\s/u.test(line.text.trimStart())) return false;
  const room = before.column.right - (before.x + before.width);
  return !(ends && room > (before.column.right - before.column.left) * 0.2);
}

const blockOf = (text: string): Block => {
  const item = /^[•▪◦]\s+/u.exec(text);
  return item ? { kind: "list-item", text: text.slice(item[0].length) } : { kind: "paragraph", text };
};

/** Which words the text has whole, and which with a hyphen inside, where no line's end is in question. */
function wordsWithHyphens(lines: readonly PrintedLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text
      .trimEnd()
      .toLowerCase()
      .matchAll(/\p{L}+(?:-\p{L}+)*(?!\p{L}|-$)/gu))
      words.add(word);
  return words;
}

function joinLines(
  lines: readonly PrintedLine[],
  words: ReadonlySet<string>,
): { readonly text: string; readonly mended: number } {
  let text = "";
  let mended = 0;
  for (const line of lines) {
    const lineText = line.text.trim().replace(/\s+/gu, " ");
    const broken = /(\p{L}+(?:-\p{L}+)*)[-\u00ad\u2010]$/u.exec(text);
    const begun = /^\p{Ll}+/u.exec(lineText)?.[0];
    if (!broken || begun === undefined) {
      text += `${text === "" ? "" : " "}${lineText}`;
      continue;
    }
    const joinedWord = `${broken[1]}${begun}`.toLowerCase();
    const parted = `${broken[1]}-${begun}`.toLowerCase();
    const keepsHyphen = words.has(parted) && !words.has(joinedWord) && !text.endsWith("\u00ad");
    text = keepsHyphen ? text + lineText : text.slice(0, -1) + lineText;
    mended += 1;
  }
  return { text, mended };
}

/** A piece of text as it is printed. Points, from the left and the bottom of the page. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

interface PrintedLine extends Piece {
  /** The left and right edges of the column that it stands in. */
  readonly column: { readonly left: number; readonly right: number };
}

/** The lines of one page in reading order. */
function linesOfPage(pieces: readonly Piece[]): PrintedLine[] {
  return inColumns(joinPieces(pieces));
}

const endOf = ({ x, width }: Piece): number => x + width;

/** Pieces of one base line that are no further apart than words, as one. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[][] = [];
  // The library puts blanks of any width between pieces; where words end is told by the places.
  const sorted = pieces.filter(({ text }) => text.trim() !== "").sort((a, b) => b.y - a.y || a.x - b.x);
  for (const piece of sorted) {
    // A raised sign is smaller and a little higher, and belongs to the line below it.
    const row = rows.at(-1);
    const firstPiece = row?.[0];
    const near = Math.max(piece.size, firstPiece?.size ?? 0) * 0.45;
    if (row && firstPiece && firstPiece.y - piece.y <= near) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const lines: Piece[] = [];
    for (const piece of [...row].sort((a, b) => a.x - b.x)) {
      const previousPiece = lines.at(-1);
      const gap = previousPiece ? piece.x - endOf(previousPiece) : 0;
      const size = Math.max(piece.size, previousPiece?.size ?? 0);
      if (!previousPiece || gap > size * 1.6) lines.push(piece);
      else lines[lines.length - 1] = together(previousPiece, piece, gap > size * 0.12);
    }
    return lines.filter(({ text }) => text.trim() !== "");
  });
}

function together(before: Piece, piece: Piece, apart: boolean): Piece {
  const isParted = /\s$/u.test(before.text) || /^\s/u.test(piece.text);
  const main = piece.text.trim().length > before.text.trim().length ? piece : before;
  return {
    text: `${before.text}${apart && !isParted ? " " : ""}${piece.text}`,
    x: before.x,
    y: main.y,
    width: Math.max(endOf(piece), endOf(before)) - before.x,
    size: main.size,
  };
}

/** Fewer lines on a side are no column. */
const fewestLines = 4;

function inColumns(lines: readonly Piece[], depth = 0): PrintedLine[] {
  const gutter = depth < 4 ? gutterOf(lines) : null;
  if (gutter === null) {
    const column = { left: Math.min(...lines.map(({ x }) => x)), right: Math.max(...lines.map(endOf)) };
    return [...lines].sort((a, b) => b.y - a.y || a.x - b.x).map((line) => ({ ...line, column }));
  }
  const printedLines: PrintedLine[] = [];
  let leftColumn: Piece[] = [];
  let right: Piece[] = [];
  let across: Piece[] = [];
  const readColumns = (): void => {
    if (leftColumn.length > 0) printedLines.push(...inColumns(leftColumn, depth + 1));
    if (right.length > 0) printedLines.push(...inColumns(right, depth + 1));
    leftColumn = [];
    right = [];
  };
  const readAcross = (): void => {
    if (across.length > 0) printedLines.push(...inColumns(across, 4));
    across = [];
  };
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    if (line.x < gutter && endOf(line) > gutter) {
      readColumns();
      across.push(line);
    } else {
      readAcross();
      (line.x >= gutter ? right : leftColumn).push(line);
    }
  }
  readColumns();
  readAcross();
  return printedLines;
}

/** Where white space parts two columns: the place that the fewest lines cross, with text on both sides side by side. */
function gutterOf(lines: readonly Piece[]): number | null {
  if (lines.length < fewestLines * 2) return null;
  const starts = [...new Set(lines.map(({ x }) => Math.round(x)))].sort((a, b) => a - b);
  let best: { readonly at: number; readonly crossing: number } | null = null;
  for (const start of starts.slice(0, 400)) {
    const at = start - 1;
    const beside = lines.filter(({ x }) => x >= at);
    const linesBefore = lines.filter((line) => endOf(line) <= at);
    const crossing = lines.length - beside.length - linesBefore.length;
    if (beside.length < fewestLines || linesBefore.length < fewestLines || crossing > lines.length * 0.4)
      continue;
    if (!areSideBySide(linesBefore, beside)) continue;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** Both reach over a good part of the same height, and both are wide enough for words. */
function areSideBySide(one: readonly Piece[], other: readonly Piece[]): boolean {
  const top = (lines: readonly Piece[]): number => Math.max(...lines.map(({ y }) => y));
  const bottom = (lines: readonly Piece[]): number => Math.min(...lines.map(({ y }) => y));
  const shared = Math.min(top(one), top(other)) - Math.max(bottom(one), bottom(other));
  const shorter = Math.min(top(one) - bottom(one), top(other) - bottom(other));
  const wide = (lines: readonly Piece[]): boolean =>
    lines.filter(({ width, size }) => width > size * 6).length >= lines.length / 2;
  return shared > shorter * 0.5 && wide(one) && wide(other);
}
