// OpenDocument texts (OASIS ODF 1.3): the text of the body as it reads, what stands in text boxes behind the paragraph that holds them,
// notes at the end. Pictures, comments, hidden and deleted text are left out.

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
import { type Block, importFound, titleFromHeading } from "./found-article.ts";
import type { PlainImporter } from "./importer.ts";
import { firstNamed, openOfficeFile } from "./office-file.ts";

export const odtImporter: PlainImporter = {
  id: "odt",
  name: message("formats.open-document"),
  extensions: endings.odt,
  read(file) {
    const officeFile = openOfficeFile(file, "content.xml");
    if (!officeFile.ok) return officeFile;
    const content = officeFile.part("content.xml");
    const body = content && firstNamed(content, "text");
    const about = officeFile.part("meta.xml");
    const readProperty = (local: string): string => {
      const element = about && firstNamed(about, local);
      return element ? textIn(element).trim() : "";
    };
    const reading: Reading = { blocks: [], notes: createNotesAtTheEnd(), boxes: [], counts: noneLeft() };
    if (body) collect(body, reading);
    const { blocks, notes, counts } = reading;
    const creator = readProperty("initial-creator");
    return importFound(
      {
        title: readProperty("title") || titleFromHeading(blocks),
        authors: creator === "" ? [] : [creator],
        publisher: "",
        date: "",
        origin: "properties",
        ...(readProperty("title") === "" ? { origins: { title: "text" } } : {}),
        blocks,
        notesAtTheEnd: notes,
        notes: notesOfLeft(counts),
      },
      file.fileName,
    );
  },
};

interface Reading {
  readonly blocks: Block[];
  readonly notes: NotesAtTheEnd;
  /** What text boxes say that the paragraph at hand holds. */
  readonly boxes: Block[];
  readonly counts: LeftCounts;
}

const skippedElements = new Set(["tracked-changes", "annotation-end", "sequence-decls", "binary-data"]);
/** What is said of a picture for those who do not see it. By their whole names: `text:title` is a word of the text. */
const ofPictures = new Set(["svg:title", "svg:desc"]);

/** Counts it where it is a comment or hidden, and the changes of a list of them. */
function isLeft(element: XmlElement, { counts }: Reading): boolean {
  const isComment = element.local === "annotation";
  const isHidden =
    element.attributes.get("text:display") === "none" ||
    element.local === "hidden-text" ||
    element.local === "hidden-paragraph";
  if (element.local === "tracked-changes")
    counts["changes-accepted"] += elementsIn(element).filter(
      ({ local }) => local === "changed-region",
    ).length;
  if (isComment) counts["comments-left"] += 1;
  if (isHidden) counts["hidden-left"] += 1;
  return isComment || isHidden || skippedElements.has(element.local) || ofPictures.has(element.name);
}

function collect(element: XmlElement, reading: Reading, isItem = false): void {
  for (const child of elementsIn(element)) {
    if (isLeft(child, reading)) continue;
    if (child.local === "p")
      reading.blocks.push({
        kind: isItem ? "list-item" : "paragraph",
        text: wordsIn(child, reading).trim(),
      });
    else if (child.local === "h")
      reading.blocks.push({
        kind: "heading",
        text: wordsIn(child, reading).trim(),
        level: Math.min(6, Math.max(1, Number(child.attributes.get("text:outline-level")) || 1)),
      });
    else if (child.local === "table-row") {
      const cells = elementsIn(child).filter(({ local }) => local === "table-cell");
      const text = cells.map((cell) => wordsIn(cell, reading).trim()).join("\t");
      reading.blocks.push({ kind: "row", text });
    } else {
      collect(child, reading, isItem || child.local === "list-item");
      continue;
    }
    for (const box of reading.boxes.splice(0)) reading.blocks.push(box);
  }
}

/** Of a row of blanks; what is no number of them means one. */
function spacesIn(count: string | undefined): number {
  const spaces = Math.floor(Number(count ?? "1"));
  return spaces > 0 ? Math.min(1_000, spaces) : 1;
}

function wordsIn(element: XmlElement, reading: Reading): string {
  return element.children
    .map((child) => {
      // White space in the source is one blank; what is meant has elements of its own.
      if (typeof child === "string") return child.replace(/[ \t\r\n]+/gu, " ");
      if (isLeft(child, reading)) return "";
      if (child.local === "note") {
        const body = firstNamed(child, "note-body");
        return body ? reading.notes.refer(wordsIn(body, reading)) : "";
      }
      if (child.local === "text-box") {
        collect(child, { ...reading, blocks: reading.boxes, boxes: [] });
        return "";
      }
      if (child.local === "s") return " ".repeat(spacesIn(child.attributes.get("text:c")));
      if (child.local === "tab") return "\t";
      if (child.local === "line-break") return "\n";
      // In a cell or a note.
      return child.local === "p" ? `${wordsIn(child, reading)} ` : wordsIn(child, reading);
    })
    .join("");
}
