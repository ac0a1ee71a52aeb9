// HTML as a plain tree, by the forgiving rules of browsers. Nothing in it runs, is fetched or can be reached from outside.
import { Parser } from "htmlparser2";
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { firstInvalidUtf8 } from "../files/utf8.ts";
import { limits } from "../schema/limits.ts";
import { decode, replaceLoneSurrogates } from "./decode.ts";
import type { ImportRefusal, ReadingChoices } from "./importer.ts";
import { type DecodedText, decodeText, mendWindows1252 } from "./legacy-encoding.ts";

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
}

/** What is nested deeper is put on this level: no page means it, and recursion has an end. */
const deepest = 400;

/** A page has more in it than can be held. */
export class PageTooLarge extends Error {
  constructor() {
    super("page-too-large");
  }
}

/** Throws `PageTooLarge`. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: "", attributes: {}, children: [] };
  const openElements: HtmlElement[] = [root];
  let tooDeep = 0;
  let parts = 0;
  const count = (): void => {
    parts += 1;
    if (parts > limits.pageParts) throw new PageTooLarge();
  };
  const parser = new Parser(
    {
      // Before the attributes, which are counted one by one.
      onopentagname: count,
      onattribute: count,
      onopentag(name, attributes) {
        if (openElements.length > deepest) {
          tooDeep += 1;
          return;
        }
        const element = { name, attributes, children: [] };
        openElements.at(-1)?.children.push(element);
        openElements.push(element);
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep -= 1;
        else if (openElements.length > 1) openElements.pop();
      },
      ontext(text) {
        openElements.at(-1)?.children.push(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return root;
}

export const elementsOf = ({ children }: HtmlElement): HtmlElement[] =>
  children.filter((child) => typeof child !== "string");

/** All elements below one, in document order. */
export function* elementsBelow(element: HtmlElement): Generator<HtmlElement> {
  for (const child of elementsOf(element)) {
    yield child;
    yield* elementsBelow(child);
  }
}

/** The raw text below an element, in document order. */
export function rawText(element: HtmlElement): string {
  const parts: string[] = [];
  const walk = ({ children }: HtmlElement): void => {
    for (const child of children)
      if (typeof child === "string") parts.push(child);
      else walk(child);
  };
  walk(element);
  return parts.join("");
}

// The encoding of a web page, in the order that browsers go by: byte order mark, what the page says of itself, UTF-8 where the
// bytes are that, and Windows-1252, in which every byte is a character (WHATWG Encoding).

/** Bytes in which a page must say its encoding. */
const prescan = 4_096;

/** The encodings that pages name and that a page may be decoded by. */
const supportedEncoding =
  /^(?:windows-125[0-8]|windows-874|iso-8859-(?:[1-9]|1[0-6])|koi8-[ru]|macintosh|gbk|gb18030|gb2312|big5|shift[_-]jis|euc-jp|euc-kr|iso-2022-jp|ibm866)$/iu;

export function decodeHtml(
  bytes: Uint8Array,
  fileName: string,
  { encoding }: ReadingChoices = {},
): DecodedText | ImportRefusal {
  if (encoding !== undefined) return decodeText(bytes, fileName, { encoding });
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (bytes.length === 0 || isMarked || recogniseMagicNumber(bytes) !== null) return decode(bytes, fileName);
  if (firstInvalidUtf8(bytes) === null && declaredEncoding(bytes) === null) return decode(bytes, fileName);
  const label = declaredEncoding(bytes) ?? "windows-1252";
  const guessed = declaredEncoding(bytes) === null;
  const text = decodeAs(label, bytes);
  // A page of control characters is no page.
  if (text.slice(0, prescan).includes("\u0000")) return decode(bytes, fileName);
  const isOlder = label !== "utf-8";
  return {
    ok: true,
    encoding: "utf-8",
    ...replaceLoneSurrogates(text),
    ...(isOlder ? { charset: label } : {}),
    ...(guessed ? { guessed } : {}),
  };
}

function decodeAs(label: string, bytes: Uint8Array): string {
  const text = new TextDecoder(label, { fatal: false, ignoreBOM: false }).decode(bytes);
  return ["windows-1252", "iso-8859-1"].includes(label) ? mendWindows1252(text) : text;
}

/** The encoding that the page names at its beginning; `null` for none, UTF-8, or one that is not known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, prescan));
  const label =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start)?.[1] ??
    /encoding\s*=\s*["']([\w-]+)["']/iu.exec(start)?.[1];
  return label !== undefined && supportedEncoding.test(label) ? label.toLowerCase() : null;
}
