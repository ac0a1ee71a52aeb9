// PDF documents with a text layer. The library draws nothing here: it reads the text that a page is printed with, runs no
// script, follows no link and compiles no font.
import { charactersIn } from "../files/control-characters.ts";
import { endings } from "../files/endings.ts";
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { importFound } from "./found-article.ts";
import { type Importer, type ImportResult, refusal } from "./importer.ts";
import { linesOfPage, type Piece } from "./pdf-lines.ts";
import { type PrintedPage, paragraphsOf } from "./pdf-paragraphs.ts";

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
    const found = { turned: 0, characters: 0, unmapped: 0 };
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
          found.turned += 1;
          continue;
        }
        found.characters += item.str.length;
        found.unmapped += item.str.match(noCharacter)?.length ?? 0;
        pieces.push({ text: item.str, x, y: y - bottom, width: item.width, size: d });
      }
      pages.push({ height: top - bottom, lines: linesOfPage(pieces) });
      page.cleanup();
    }
    return { count, pages, about, ...found };
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
  const said = (key: string): string => {
    const value = typeof info === "object" && info !== null ? (info as Record<string, unknown>)[key] : null;
    return typeof value === "string" ? value.trim() : "";
  };
  const title = said("Title");
  const isMade = /^(?:untitled|microsoft word\b.*|.*\.(?:docx?|indd|qxd|odt|rtf|pdf|html?))$/iu.test(title);
  const author = said("Author");
  return {
    title: isMade ? "" : title,
    author: /^(?:administrator|admin|user|unknown|owner|anonymous)$/iu.test(author) ? "" : author,
    language: said("Language"),
  };
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
