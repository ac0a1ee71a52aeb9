// The running text of a TEI document (https://tei-c.org/guidelines/p5/), and where its elements stand in it. White space is as in a browser: any
// of it is one blank, and blocks are lines; but what `xml:space` preserves stays as it is. What is not running text (notes, running heads,
// the other readings of a `choice` or an `app`) is left out.

import { elementsIn, type XmlElement } from "../files/xml.ts";
import type { Range } from "../model/range.ts";

export interface PlacedElement {
  readonly element: XmlElement;
  /** UTF-16 code units of the text; empty where the element has no text. */
  readonly place: Range;
  /** The number of the block that it begins in. */
  readonly block: number;
  /** What of a speech is spoken: its parts without the speaker and stage directions. */
  readonly spoken?: readonly Range[];
}

export interface TeiText {
  readonly text: string;
  /** In the order in which they begin. */
  readonly elements: readonly PlacedElement[];
  /** Where pointers lead to: an element, or a `string-range`; `null` for those that lead nowhere in the text or are of another kind. */
  placeOf(pointer: string): Range | null;
  /** How many elements with text were left out, by their names. */
  readonly leftOut: ReadonlyMap<string, number>;
}

const words = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Each begins a line and ends one. */
const blocks = words(
  "p ab head l lg sp speaker stage list item table row opener closer salute signed dateline byline trailer front body back group titlePage titlePart docTitle docAuthor docImprint docDate imprimatur epigraph argument floatingText castList castItem castGroup roleDesc figure div div1 div2 div3 div4 div5 div6 div7 text postscript entry sp u incident",
);
/** They hold other blocks, and white space in them is layout. */
const containers = words(
  "text front body back group div div1 div2 div3 div4 div5 div6 div7 lg sp list table row castList castGroup floatingText choice app rdgGrp listPerson cit",
);
const notText = words(
  "note fw del teiHeader standOff spanGrp span interpGrp interp figDesc desc index witDetail",
);
/** They are read beside the text, so that nothing of them is left out. */
const beside = words("span spanGrp standOff");
/**
 * Elements of which one child is the text (https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-choice.html, ref-app.html), and what that child
 * is called; where none is called so, it is the first. `sic`, `orig`, `abbr` and `rdg` also stand alone, and are text there.
 */
const readings: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["choice", words("corr reg expan")],
  ["app", words("lem")],
  ["rdgGrp", words("lem")],
]);

/** Elements that divide the text, or mark a place in it. */
export const isLayout = (name: string): boolean =>
  blocks.has(name) || containers.has(name) || readings.has(name) || milestones.has(name);

const milestones = words("lb pb cb gb milestone anchor corr reg expan lem sic orig abbr ex am");

interface Open {
  readonly element: XmlElement;
  readonly block: number;
  start: number | null;
  end: number;
  spoken?: Range[];
}

/** `isRanged`: whether pointers by characters are to be understood, for which every character of the source is kept in mind. */
export function textOfTei(tei: XmlElement, isRanged: boolean): TeiText {
  const builder = startText(isRanged);
  const placed: Open[] = [];
  const leftOut = new Map<string, number>();
  const byId = new Map<string, { readonly open: Open; readonly sourceStart: number }>();
  let block = 0;
  const walk = (element: XmlElement, isKept: boolean): Open => {
    if (blocks.has(element.local)) {
      builder.endLine();
      block += 1;
    }
    const openElement: Open = { element, block, start: null, end: 0 };
    placed.push(openElement);
    builder.onNextCharacter(openElement);
    const id = element.attributes.get("xml:id");
    if (id !== undefined && !byId.has(id))
      byId.set(id, { open: openElement, sourceStart: builder.sourceLength() });
    if (/^(?:left|both)$/u.test(element.attributes.get("join") ?? "")) builder.joinNext();
    const space = element.attributes.get("xml:space");
    const isPreserved = space === undefined ? isKept : space === "preserve";
    const reading = readingOf(element);
    for (const child of element.children)
      if (typeof child === "string") {
        if (!containers.has(element.local)) builder.add(child, isPreserved);
        else builder.leaveOut(child);
      } else if (reading ? child !== reading : notText.has(child.local)) {
        const text = allText(child);
        builder.leaveOut(text);
        if (text.trim() !== "" && !beside.has(child.local))
          leftOut.set(child.local, (leftOut.get(child.local) ?? 0) + 1);
      } else {
        const inner = walk(child, isPreserved);
        if (element.local === "sp") speak(openElement, inner);
      }
    if (element.local === "lb" && element.attributes.get("break") !== "no") builder.blank();
    if (/^(?:right|both)$/u.test(element.attributes.get("join") ?? "")) builder.joinNext();
    openElement.end = builder.length();
    if (blocks.has(element.local)) builder.endLine();
    return openElement;
  };
  for (const part of elementsIn(tei)) if (part.local === "text") walk(part, isKeptIn(tei));
  builder.end();
  const elements = placed.map(
    ({ element, block: own, start, end, spoken }): PlacedElement => ({
      element,
      place: { start: Math.min(start ?? end, end), end },
      block: own,
      ...(spoken && { spoken }),
    }),
  );
  const placeOf = (pointer: string): Range | null => {
    const [, id, from, length] = stringRange.exec(pointer) ?? [];
    const target = byId.get(id ?? pointer.replace(/^#/u, ""));
    if (!target || (id === undefined && !pointer.startsWith("#"))) return null;
    const { open, sourceStart } = target;
    if (id === undefined) return { start: open.start ?? open.end, end: open.end };
    return builder.rangeOf(sourceStart + Number(from), Number(length));
  };
  return { text: builder.text(), elements, placeOf, leftOut };
}

/** `string-range(id, offset, length)`, characters from 0 (16.2.4.5 of the guidelines). */
const stringRange = /^#?string-range\(\s*#?([^\s,()]+)\s*,\s*(\d{1,9})\s*,\s*(\d{1,9})\s*\)$/u;

const isKeptIn = (element: XmlElement): boolean => element.attributes.get("xml:space") === "preserve";

/** The one child that is the text of an element that holds several readings; `null` for other elements. */
function readingOf(element: XmlElement): XmlElement | null {
  const names = readings.get(element.local);
  if (!names) return null;
  const textChildren = elementsIn(element).filter(({ local }) => !notText.has(local));
  return textChildren.find(({ local }) => names.has(local)) ?? textChildren[0] ?? null;
}

const allText = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === "string" ? child : allText(child))).join("");

/** A part of a speech goes on with what was spoken, unless the speaker's name or a stage direction stands between. */
function speak(speech: Open, { element, start, end }: Open): void {
  speech.spoken ??= [];
  if (element.local === "speaker" || element.local === "stage") speech.spoken.push({ start: end, end });
  else if (start !== null && start < end) {
    const lastRange = speech.spoken.at(-1);
    if (lastRange && lastRange.start < lastRange.end)
      speech.spoken[speech.spoken.length - 1] = { start: lastRange.start, end };
    else speech.spoken.push({ start, end });
  }
}

/** Where the characters of the source stand in the text, in code points of the source; nothing where nobody asks. */
function startSource(isRanged: boolean) {
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    /** `at`: UTF-16 code units of the text. `isShown`: whether the text has these characters. */
    add(piece: string, at: number, isShown: boolean): void {
      if (!isRanged) return;
      let offset = at;
      for (const character of piece) {
        starts.push(offset);
        if (isShown) offset += character.length;
        ends.push(offset);
      }
    },
    length: () => starts.length,
    rangeOf(from: number, count: number): Range | null {
      const [start, end] = [starts[from], ends[from + count - 1]];
      return start === undefined || end === undefined ? null : { start, end: Math.max(start, end) };
    },
  };
}

/** Puts the text together; white space that is layout waits for the next character. */
function startText(isRanged: boolean) {
  const source = startSource(isRanged);
  const pieces: string[] = [];
  let length = 0;
  let lastCharacter = "";
  let pendingSpace: "" | " " | "\n" = "";
  let isJoined = false;
  let starting: Open[] = [];
  const append = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
    lastCharacter = piece.charAt(piece.length - 1);
  };
  const flush = (): void => {
    if (
      pendingSpace === "\n"
        ? length > 0 && !/[\n\r\u2028\u2029]/u.test(lastCharacter)
        : pendingSpace === " " && !isJoined
    )
      append(pendingSpace);
    pendingSpace = "";
    isJoined = false;
    for (const openElement of starting) openElement.start = length;
    starting = [];
  };
  const addWords = (piece: string): void => {
    flush();
    source.add(piece, length, true);
    append(piece);
  };
  /** A blank that the source has no character for. */
  const blank = (): void => {
    if (pendingSpace === "" && length > 0) pendingSpace = " ";
  };
  return {
    add(text: string, isPreserved: boolean): void {
      if (isPreserved) {
        if (text !== "") addWords(text);
        return;
      }
      for (const [piece] of text.matchAll(/[ \t\n\r]+|[^ \t\n\r]+/gu))
        if (/[^ \t\n\r]/u.test(piece)) addWords(piece);
        else {
          source.add(piece, length, false);
          blank();
        }
    },
    blank,
    /** Text of the source that is not in the text. */
    leaveOut: (text: string): void => source.add(text, length, false),
    endLine(): void {
      pendingSpace = "\n";
    },
    joinNext(): void {
      isJoined = true;
    },
    onNextCharacter: (open: Open) => starting.push(open),
    length: () => length,
    sourceLength: source.length,
    rangeOf: source.rangeOf,
    end(): void {
      for (const openElement of starting) openElement.start = length;
    },
    text: () => pieces.join(""),
  };
}
