// The article within a web page: navigation, advertisements and other furniture left out, the rest as blocks of text.
import type { Block, BlockKind } from "./found-article.ts";
import { elementsOf, type HtmlElement } from "./html-tree.ts";

/** Never shown, or never part of an article. */
const left = new Set(
  (
    "script style noscript template iframe object embed svg math canvas audio video nav footer aside form button select " +
    "option input textarea dialog menu head link meta map"
  ).split(" "),
);

const leftRoles = new Set(
  "navigation banner complementary contentinfo search dialog alert menu toolbar".split(" "),
);

/** Words of class names and ids by which pages call their furniture. */
const furniture =
  /(?:^|[-_ ])(?:nav|navbar|menu|breadcrumbs?|sidebar|related|recommend(?:ed|ations?)?|promo|advert(?:isement)?|ads?|sponsor(?:ed)?|newsletter|subscribe|subscription|paywall|cookies?|consent|comments?|share|sharing|social|footer|toolbar|popup|modal|most-read|trending|skip-link)(?:$|[-_ ])/iu;

const blockNames: Readonly<Record<string, BlockKind>> = {
  p: "paragraph",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "list-item",
  dt: "list-item",
  dd: "list-item",
  blockquote: "quote",
  figcaption: "caption",
  caption: "caption",
  tr: "row",
  pre: "preformatted",
};

/** Elements that end the words before them, whatever they are otherwise. */
const breaking = new Set([
  ...Object.keys(blockNames),
  ..."div section article main header figure table thead tbody tfoot ul ol dl hr address details summary".split(
    " ",
  ),
]);

function isLeft({ name, attributes }: HtmlElement): boolean {
  if (left.has(name) || leftRoles.has((attributes.role ?? "").toLowerCase())) return true;
  if ("hidden" in attributes || attributes["aria-hidden"] === "true") return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributes.style ?? "")) return true;
  if (name === "html" || name === "body" || name === "main" || name === "article") return false;
  return furniture.test(`${attributes.class ?? ""} ${attributes.id ?? ""}`);
}

/** The words of an element that a reader sees. */
export function visibleText(element: HtmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : isLeft(child) ? "" : visibleText(child)))
    .join("");
}

/** The blocks of the page's article, in reading order. */
export function articleBlocks(page: HtmlElement): Block[] {
  return blocksOf(smallestWhole(page, weigh(page)));
}

type Weights = ReadonlyMap<HtmlElement, number>;

/** For each element the weight of the paragraphs in it: their length in words that are no links. */
function weigh(page: HtmlElement): Weights {
  const weights = new Map<HtmlElement, number>();
  const walk = (element: HtmlElement): number => {
    if (isLeft(element)) return 0;
    const isParagraph = ["p", "blockquote", "pre"].includes(element.name);
    let weight = isParagraph ? proseIn(element) : 0;
    for (const child of elementsOf(element)) {
      const below = walk(child);
      if (!isParagraph) weight += below;
    }
    weights.set(element, weight);
    return weight;
  };
  walk(page);
  return weights;
}

/** Characters of an element outside links; 0 for what is too short to be a paragraph. */
function proseIn(element: HtmlElement): number {
  let length = 0;
  const walk = ({ children }: HtmlElement): void => {
    for (const child of children)
      if (typeof child === "string") length += child.trim().length;
      else if (child.name !== "a" && !isLeft(child)) walk(child);
  };
  walk(element);
  return length < 25 ? 0 : length;
}

/** A share of the page's prose: what an element holds that holds the article. */
const nearlyAll = 0.75;

/** The smallest element that holds nearly all of the page's prose; the page itself where none does. */
function smallestWhole(page: HtmlElement, weights: Weights): HtmlElement {
  const enough = (weights.get(page) ?? 0) * nearlyAll;
  let whole = page;
  for (;;) {
    const inner = elementsOf(whole).find((child) => (weights.get(child) ?? 0) >= enough);
    // A paragraph is no article: what stands around it (a headline, a picture's words) belongs to it.
    if (!inner || enough === 0 || inner.name in blockNames) return whole;
    whole = inner;
  }
}

function blocksOf(article: HtmlElement): Block[] {
  const blocks: Block[] = [];
  let words = "";
  let kind: BlockKind = "paragraph";
  /** Of the heading that is open. */
  let level = 0;
  const flush = (next: BlockKind): void => {
    const text = kind === "preformatted" ? words.replace(/^\n+|\s+$/gu, "") : tidy(words);
    const depth = kind === "heading" && level > 0 ? { level } : {};
    if (text !== "") blocks.push({ kind, text, ...depth });
    words = "";
    kind = next;
  };
  const walk = (element: HtmlElement, within: BlockKind): void => {
    const { name } = element;
    const own = blockNames[name];
    // A paragraph in a list item, a quotation or a caption is a block of that kind.
    const inner = own === undefined || (own === "paragraph" && within !== "paragraph") ? within : own;
    const breaks = breaking.has(name);
    if (breaks) flush(inner);
    if (own === "heading") level = Number(name.slice(1));
    for (const child of element.children) {
      if (typeof child === "string")
        words += inner === "preformatted" ? child : child.replace(/[ \t\r\n\f]+/gu, " ");
      else if (isLeft(child)) continue;
      else if (child.name === "br") words += "\n";
      else walk(child, inner);
      if (typeof child !== "string" && (child.name === "td" || child.name === "th")) words += "\t";
    }
    if (breaks) flush(within);
  };
  walk(article, "paragraph");
  flush("paragraph");
  return blocks;
}

/** Blanks as a page shows them: one each, none at the ends of lines. Cells of a row stay apart. */
function tidy(words: string): string {
  return words
    .replace(/ *\t */gu, "\t")
    .replace(/ {2,}/gu, " ")
    .replace(/ *\n */gu, "\n")
    .replace(/\n{2,}/gu, "\n")
    .replace(/^[ \t\n]+|[ \t\n]+$/gu, "");
}
