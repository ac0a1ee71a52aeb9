// Word documents (ECMA-376, WordprocessingML): the text of the body as it reads with all tracked changes accepted. Pictures,
// notes and comments are left out.
import { elementsIn, textIn, type XmlElement } from "../interchange/xml.ts";
import { message } from "../words/message.ts";
import { endings } from "./endings.ts";
import { type Block, type BlockKind, importFound } from "./found-article.ts";
import type { PlainImporter } from "./importer.ts";
import { firstNamed, openOfficeFile } from "./office-file.ts";

export const docxImporter: PlainImporter = {
  id: "docx",
  name: message("formats.word-document"),
  extensions: endings.docx,
  read(file) {
    const opened = openOfficeFile(file, "word/document.xml");
    if (!opened.ok) return opened;
    const body = opened.part("word/document.xml");
    const about = opened.part("docProps/core.xml");
    const known = (local: string): string => {
      const element = about && firstNamed(about, local);
      return element ? textIn(element).trim() : "";
    };
    const blocks: (Block & { readonly isTitle: boolean })[] = [];
    if (body) collect(body, blocks);
    const title = blocks.find(({ isTitle }) => isTitle)?.text ?? known("title");
    const creator = known("creator");
    return importFound(
      {
        title,
        authors: creator === "" ? [] : [creator],
        publisher: "",
        date: "",
        blocks,
        origin: "properties",
        ...(blocks.some(({ isTitle }) => isTitle) ? { origins: { title: "text" } } : {}),
      },
      file.fileName,
    );
  },
};

/** Deleted text, field codes, and what only older programs show. */
const left = new Set(["del", "moveFrom", "instrText", "Fallback", "txbxContent", "comment"]);

const breaks: Readonly<Record<string, string>> = {
  tab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00ad",
};

function collect(element: XmlElement, blocks: (Block & { readonly isTitle: boolean })[]): void {
  for (const child of elementsIn(element)) {
    if (left.has(child.local)) continue;
    if (child.local === "p") {
      const style = attributeOf(firstNamed(child, "pStyle"), "val");
      blocks.push({
        kind: kindOf(style, child),
        text: runsIn(child).trim(),
        isTitle: /^title$/iu.test(style),
        ...levelOf(style),
      });
    } else if (child.local === "tr") {
      const cells = elementsIn(child).filter(({ local }) => local === "tc");
      const text = cells.map((cell) => paragraphsIn(cell)).join("\t");
      blocks.push({ kind: "row", text, isTitle: false });
    } else collect(child, blocks);
  }
}

function kindOf(style: string, paragraph: XmlElement): BlockKind {
  if (/^(?:heading|title|subtitle)/iu.test(style)) return "heading";
  if (/caption/iu.test(style)) return "caption";
  if (/quote/iu.test(style)) return "quote";
  return firstNamed(paragraph, "numPr") ? "list-item" : "paragraph";
}

/** Styles are called `Heading1` to `Heading9`, and the title’s own stands above them. */
function levelOf(style: string): { readonly level?: number } {
  const number = /^heading\s?([1-9])/iu.exec(style)?.[1];
  if (number !== undefined) return { level: Math.min(6, Number(number)) };
  return /^title$/iu.test(style) ? { level: 1 } : {};
}

const paragraphsIn = (cell: XmlElement): string =>
  elementsIn(cell)
    .filter(({ local }) => local === "p")
    .map(runsIn)
    .join(" ")
    .trim();

function runsIn(element: XmlElement): string {
  return elementsIn(element)
    .map((child) => {
      if (left.has(child.local)) return "";
      if (child.local === "t") return textIn(child);
      return breaks[child.local] ?? runsIn(child);
    })
    .join("");
}

function attributeOf(element: XmlElement | null, local: string): string {
  for (const [name, value] of element?.attributes ?? [])
    if (name === local || name.endsWith(`:${local}`)) return value;
  return "";
}
