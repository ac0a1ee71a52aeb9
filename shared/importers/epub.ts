// Electronic books (EPUB 2 and 3): one article a file, its chapters in reading order with their headings. An issue of a
// newspaper and a chapter of a book look alike inside, so nothing is cut that the file keeps together.

import { endings } from "../files/endings.ts";
import { elementsIn, textIn, type XmlElement } from "../files/xml.ts";
import { message } from "../words/message.ts";
import { type Block, importFound } from "./found-article.ts";
import { articleBlocks } from "./html-body.ts";
import { htmlTree } from "./html-tree.ts";
import { type PlainImporter, refusal } from "./importer.ts";
import { firstNamed, type OfficeFile, openOfficeFile } from "./office-file.ts";

const container = "META-INF/container.xml";

export const epubImporter: PlainImporter = {
  id: "epub",
  name: message("formats.epub"),
  extensions: endings.epub,
  read(file) {
    const archive = openOfficeFile(file, container);
    if (!archive.ok) return archive;
    const root = archive.part(container);
    const packagePath = (root && firstNamed(root, "rootfile")?.attributes.get("full-path")) ?? "";
    const book = archive.part(packagePath);
    if (!book) return refusal("file-format", { file: file.fileName });
    const readMetadata = (local: string): string => {
      const metadata = firstNamed(book, "metadata");
      const element = metadata && firstNamed(metadata, local);
      return element ? textIn(element).trim() : "";
    };
    const folder = packagePath.slice(0, packagePath.lastIndexOf("/") + 1);
    const names = chapters(book).map((href) => resolved(folder, href));
    const locked = lockedParts(archive);
    if (names.some((name) => locked.has(name))) return refusal("file-locked", { file: file.fileName });
    const blocks = names.flatMap((name): Block[] => {
      const text = archive.text(name);
      return text === null ? [] : articleBlocks(htmlTree(text));
    });
    const creator = readMetadata("creator");
    return importFound(
      {
        title: readMetadata("title"),
        authors: creator === "" ? [] : [creator],
        publisher: readMetadata("publisher"),
        date: /^\d{4}-\d{2}-\d{2}/u.exec(readMetadata("date"))?.[0] ?? readMetadata("date"),
        url: readMetadata("source"),
        language: readMetadata("language"),
        origin: "properties",
        blocks,
      },
      file.fileName,
    );
  },
};

/** What the book says is locked (EPUB 3.3, 4.2.6.3.2), which may be no more than its fonts. */
function lockedParts(file: OfficeFile): ReadonlySet<string> {
  const list = file.part("META-INF/encryption.xml");
  const names = new Set<string>();
  const walk = (element: XmlElement): void => {
    if (element.local === "CipherReference") names.add(resolved("", element.attributes.get("URI") ?? ""));
    for (const child of elementsIn(element)) walk(child);
  };
  if (list) walk(list);
  return names;
}

/** The files of the chapters in reading order, without the table of contents. */
function chapters(book: XmlElement): string[] {
  const manifest = firstNamed(book, "manifest");
  const spine = firstNamed(book, "spine");
  const items = new Map(
    (manifest ? elementsIn(manifest) : []).map(({ attributes }) => [attributes.get("id") ?? "", attributes]),
  );
  return (spine ? elementsIn(spine) : []).flatMap(({ attributes }) => {
    const item = items.get(attributes.get("idref") ?? "");
    const isContents = (item?.get("properties") ?? "").split(" ").includes("nav");
    const href = item?.get("href");
    return href === undefined || isContents ? [] : [href];
  });
}

/** The name of a part within the archive: an address relative to the folder of the package. */
function resolved(folder: string, href: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${unescaped(href.replace(/#.*$/u, ""))}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
