// Word documents (ECMA-376, WordprocessingML): the text of the body as it reads with all tracked changes accepted, what stands in text
// boxes behind the paragraph that holds them, foot- and endnotes at the end. Pictures, comments and hidden text are left out.

import { endings } from "../files/endings.ts";
import { elementsIn, textIn, type XmlElement } from "../files/xml.ts";
import { message } from "../words/message.ts";
import {
  createNotesAtTheEnd,
  type LeftCounts,
  type NotesAtTheEnd,
  noneLeft,
  notesOfLeft,
} from "./document-notes.ts";
import { type Block, type BlockKind, importFound, titleFromHeading } from "./found-article.ts";
import type { PlainImporter } from "./importer.ts";
import { firstNamed, type OfficeFile, openOfficeFile } from "./office-file.ts";

export const docxImporter: PlainImporter = {
  id: "docx",
  name: message("formats.word-document"),
  extensions: endings.docx,
  read(file) {
    const officeFile = openOfficeFile(file, "word/document.xml");
    if (!officeFile.ok) return officeFile;
    const body = officeFile.part("word/document.xml");
    const about = officeFile.part("docProps/core.xml");
    const readProperty = (local: string): string => {
      const element = about && firstNamed(about, local);
      return element ? textIn(element).trim() : "";
    };
    const reading = startReading(officeFile);
    if (body) collectAll(body, reading);
    const { blocks, notes, counts } = reading;
    const styled = blocks.find(({ isTitle }) => isTitle)?.text;
    const title = styled ?? (readProperty("title") || titleFromHeading(blocks));
    const isInText = styled !== undefined || readProperty("title") === "";
    const creator = readProperty("creator");
    return importFound(
      {
        title,
        authors: creator === "" ? [] : [creator],
        publisher: "",
        date: "",
        blocks,
        notesAtTheEnd: notes,
        origin: "properties",
        ...(isInText ? { origins: { title: "text" } } : {}),
        notes: notesOfLeft(counts),
      },
      file.fileName,
    );
  },
};

type WordBlock = Block & { readonly isTitle?: boolean };

interface Reading {
  readonly blocks: WordBlock[];
  readonly notes: NotesAtTheEnd;
  /** How notes are referred to, by their kind and id; nothing while one is being read, so that none goes round in a circle. */
  readonly signs: Map<string, string>;
  /** What text boxes say that the paragraph at hand holds. */
  readonly boxes: WordBlock[];
  /** A paragraph whose end was deleted: its words begin the next one. */
  carried: WordBlock | null;
  readonly counts: LeftCounts;
  /** The name of a style as Word has it in every language, by its id. */
  styleOf(id: string): string;
  /** A foot- or endnote by its id; `null` where there is none. */
  note(kind: string, id: string): XmlElement | null;
}

function startReading(file: OfficeFile): Reading {
  const named = (part: string, local: string, key: string): ReadonlyMap<string, XmlElement> => {
    const root = file.part(part);
    const elements = root ? elementsIn(root).filter((element) => element.local === local) : [];
    return new Map(elements.map((element) => [attributeOf(element, key), element]));
  };
  const styles = named("word/styles.xml", "style", "styleId");
  const noted = new Map(
    ["footnote", "endnote"].map((kind) => [kind, named(`word/${kind}s.xml`, kind, "id")]),
  );
  return {
    blocks: [],
    notes: createNotesAtTheEnd(),
    signs: new Map(),
    boxes: [],
    carried: null,
    counts: noneLeft(),
    styleOf(id) {
      const style = styles.get(id);
      return (style && attributeOf(childNamed(style, "name"), "val")) || id;
    },
    note: (kind, id) => noted.get(kind)?.get(id) ?? null,
  };
}

/** Field codes, and what only older programs show. */
const skippedElements = new Set(["instrText", "Fallback", "pPr", "rPr"]);
const deletions = new Set(["del", "moveFrom"]);

const breaks: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "\u2011"],
  ["softHyphen", "\u00ad"],
]);

/** The blocks of a body or a box, also of a last paragraph that there is no next one for. */
function collectAll(element: XmlElement, reading: Reading): void {
  collect(element, reading);
  endOfCarried(reading);
}

function collect(element: XmlElement, reading: Reading): void {
  for (const child of elementsIn(element)) {
    if (skippedElements.has(child.local) || isDeleted(child, reading)) continue;
    if (child.local === "p") collectParagraph(child, reading);
    else if (child.local === "tr") {
      const form = childNamed(child, "trPr");
      if (form && childNamed(form, "del")) continue;
      endOfCarried(reading);
      const cells = elementsIn(child).filter(({ local }) => local === "tc");
      const text = cells.map((cell) => paragraphsIn(cell, reading)).join("\t");
      reading.blocks.push({ kind: "row", text });
      endOfBoxes(reading);
    } else collect(child, reading);
  }
}

function collectParagraph(paragraph: XmlElement, reading: Reading): void {
  const form = childNamed(paragraph, "pPr");
  const style = reading.styleOf(attributeOf(form && childNamed(form, "pStyle"), "val"));
  const carriedText = reading.carried?.text ?? "";
  const isTitle = /^title$/iu.test(style);
  reading.carried = {
    kind: kindOf(style, form),
    text: carriedText + runsIn(paragraph, reading),
    ...(isTitle ? { isTitle } : {}),
    ...levelOf(style),
  };
  const mark = form && childNamed(form, "rPr");
  const isJoined = mark !== null && elementsIn(mark).some(({ local }) => deletions.has(local));
  if (!isJoined) endOfCarried(reading);
}

function endOfCarried(reading: Reading): void {
  const { carried } = reading;
  reading.carried = null;
  if (carried) reading.blocks.push({ ...carried, text: carried.text.trim() });
  endOfBoxes(reading);
}

function endOfBoxes({ blocks, boxes }: Reading): void {
  for (const box of boxes.splice(0)) blocks.push(box);
}

/** Counts it where it is a change that somebody tracked. */
function isDeleted({ local }: XmlElement, { counts }: Reading): boolean {
  if (deletions.has(local) || local === "ins") counts["changes-accepted"] += 1;
  return deletions.has(local);
}

function kindOf(style: string, form: XmlElement | null): BlockKind {
  if (/^(?:heading|title|subtitle)/iu.test(style)) return "heading";
  if (/caption/iu.test(style)) return "caption";
  if (/quote/iu.test(style)) return "quote";
  return form && childNamed(form, "numPr") ? "list-item" : "paragraph";
}

/** Styles are called `heading 1` to `heading 9`, and the title’s own stands above them. */
function levelOf(style: string): { readonly level?: number } {
  const number = /^heading\s?([1-9])/iu.exec(style)?.[1];
  if (number !== undefined) return { level: Math.min(6, Number(number)) };
  return /^title$/iu.test(style) ? { level: 1 } : {};
}

/** The words of all paragraphs within, also in tables in the cell. */
function paragraphsIn(element: XmlElement, reading: Reading): string {
  return elementsIn(element)
    .filter((child) => !skippedElements.has(child.local) && !isDeleted(child, reading))
    .map((child) => (child.local === "p" ? runsIn(child, reading) : paragraphsIn(child, reading)))
    .filter((words) => words.trim() !== "")
    .join(" ")
    .trim();
}

function runsIn(element: XmlElement, reading: Reading): string {
  return elementsIn(element)
    .map((child) => {
      if (skippedElements.has(child.local) || isDeleted(child, reading)) return "";
      if (child.local === "t") return textIn(child);
      if (child.local === "r" && isHidden(child)) {
        reading.counts["hidden-left"] += 1;
        return "";
      }
      if (child.local === "txbxContent") {
        collectAll(child, { ...reading, blocks: reading.boxes, boxes: [], carried: null });
        return "";
      }
      if (child.local === "commentReference") reading.counts["comments-left"] += 1;
      const kind = /^(footnote|endnote)Reference$/u.exec(child.local)?.[1];
      if (kind !== undefined) return referTo(kind, attributeOf(child, "id"), reading);
      return breaks.get(child.local) ?? runsIn(child, reading);
    })
    .join("");
}

/** The sign of a note, which is read where it is first referred to. */
function referTo(kind: string, id: string, reading: Reading): string {
  const key = `${kind} ${id}`;
  const knownSign = reading.signs.get(key);
  if (knownSign !== undefined) return knownSign;
  reading.signs.set(key, "");
  const note = reading.note(kind, id);
  const sign = note ? reading.notes.refer(paragraphsIn(note, reading)) : "";
  reading.signs.set(key, sign);
  return sign;
}

function isHidden(run: XmlElement): boolean {
  const form = childNamed(run, "rPr");
  const hidden = form && childNamed(form, "vanish");
  return hidden !== null && !/^(?:0|false|off)$/u.test(attributeOf(hidden, "val"));
}

const childNamed = (element: XmlElement, local: string): XmlElement | null =>
  elementsIn(element).find((child) => child.local === local) ?? null;

function attributeOf(element: XmlElement | null, local: string): string {
  for (const [name, value] of element?.attributes ?? [])
    if (name === local || name.endsWith(`:${local}`)) return value;
  return "";
}
