// HTML as a plain tree, by the forgiving rules of browsers. Nothing in it runs, is fetched or can be reached from outside.
import { Parser } from "htmlparser2";
import { limits } from "../schema/limits.ts";

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
