// OpenDocument texts (OASIS ODF 1.3): the text of the body as it reads. Pictures, notes, comments and deleted text are left
// out.
import { elementsIn, textIn, type XmlElement } from "../interchange/xml.ts";
import { message } from "../words/message.ts";
import { endings } from "./endings.ts";
import { type Block, importFound } from "./found-article.ts";
import type { PlainImporter } from "./importer.ts";
import { firstNamed, openOfficeFile } from "./office-file.ts";

export const odtImporter: PlainImporter = {
  id: "odt",
  name: message("formats.open-document"),
  extensions: endings.odt,
  read(file) {
    const opened = openOfficeFile(file, "content.xml");
    if (!opened.ok) return opened;
    const content = opened.part("content.xml");
    const body = content && firstNamed(content, "text");
    const about = opened.part("meta.xml");
    const known = (local: string): string => {
      const element = about && firstNamed(about, local);
      return element ? textIn(element).trim() : "";
    };
    const blocks: Block[] = [];
    if (body) collect(body, blocks);
    const creator = known("initial-creator");
    return importFound(
      {
        title: known("title"),
        authors: creator === "" ? [] : [creator],
        publisher: "",
        date: "",
        origin: "properties",
        blocks,
      },
      file.fileName,
    );
  },
};

const left = new Set(["tracked-changes", "note", "annotation", "annotation-end", "frame", "sequence-decls"]);

function collect(element: XmlElement, blocks: Block[], isItem = false): void {
  for (const child of elementsIn(element)) {
    if (left.has(child.local)) continue;
    if (child.local === "p")
      blocks.push({ kind: isItem ? "list-item" : "paragraph", text: wordsIn(child).trim() });
    else if (child.local === "h")
      blocks.push({
        kind: "heading",
        text: wordsIn(child).trim(),
        level: Math.min(6, Math.max(1, Number(child.attributes.get("text:outline-level")) || 1)),
      });
    else if (child.local === "table-row") {
      const cells = elementsIn(child).filter(({ local }) => local === "table-cell");
      blocks.push({ kind: "row", text: cells.map((cell) => wordsIn(cell).trim()).join("\t") });
    } else collect(child, blocks, isItem || child.local === "list-item");
  }
}

function wordsIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      // White space in the source is one blank; what is meant has elements of its own.
      if (typeof child === "string") return child.replace(/[ \t\r\n]+/gu, " ");
      if (left.has(child.local)) return "";
      if (child.local === "s")
        return " ".repeat(Math.min(1_000, Number(child.attributes.get("text:c") ?? "1") || 1));
      if (child.local === "tab") return "\t";
      if (child.local === "line-break") return "\n";
      return wordsIn(child);
    })
    .join("");
}
