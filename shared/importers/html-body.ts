// The article within a web page: navigation, advertisements and other furniture left out, the rest as blocks of text.
import type { Block, BlockKind } from "./found-article.ts";
import { elementsBelow, elementsOf, type HtmlElement } from "./html-tree.ts";
import type { ReadingChoices } from "./importer.ts";

const blockNames: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ["p", "paragraph"],
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["li", "list-item"],
  ["dt", "list-item"],
  ["dd", "list-item"],
  ["blockquote", "quote"],
  ["figcaption", "caption"],
  ["caption", "caption"],
  ["tr", "row"],
  ["pre", "preformatted"],
]);

/** Elements that end the words before them, whatever they are otherwise. */
const breaking = new Set([
  ...blockNames.keys(),
  ..."div section article main header figure table thead tbody tfoot ul ol dl hr address details summary".split(
    " ",
  ),
]);

const isLeft = (element: HtmlElement): boolean => isNeverShown(element) || furnitureOf(element) !== null;

/** Who is quoted stands at the foot of the quotation. */
const isSaidBy = ({ name }: HtmlElement, within: HtmlElement): boolean =>
  name === "footer" && within.name === "blockquote";

/** The words of an element that a reader sees. */
export function renderedText(element: HtmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : isLeft(child) ? "" : renderedText(child)))
    .join("");
}

/** The blocks of the page's article, in reading order, with what somebody wants kept of the rest. */
export function articleBlocks(page: HtmlElement, { keep = [] }: ReadingChoices = {}): Block[] {
  if (keep === "everything") return blocksOf(page, isNeverShown);
  const articleElement = smallestWhole(page, weigh(page));
  const leftOutParts = keep.length === 0 ? [] : leftIn(page, articleElement);
  const keptElements = new Set(
    leftOutParts.filter((_, number) => keep.includes(number)).map(({ element }) => element),
  );
  if (keptElements.size === 0) return blocksOf(articleElement, isLeft);
  const isOut = (element: HtmlElement): boolean => !keptElements.has(element) && isLeft(element);
  const within = new Set(elementsBelow(articleElement));
  const parts = [page, ...elementsBelow(page)].filter(
    (element) => element === articleElement || (keptElements.has(element) && !within.has(element)),
  );
  return parts.flatMap((element) => blocksOf(element, isOut));
}

/** A part of a page that is not taken for the article. `outside`: it stands beside it and is not known to be furniture. */
export interface LeftOutPart {
  readonly kind: Furniture | "outside";
  readonly text: string;
}

/** Parts that are told, and characters of each. */
const mostLeft = 300;
const longestLeft = 1_000;

/** What is left out of a page, in its order; by their numbers here they are kept. */
export const leftOut = (page: HtmlElement): LeftOutPart[] =>
  leftIn(page, smallestWhole(page, weigh(page)))
    .map(({ kind, text }) => ({ kind, text }))
    .slice(0, mostLeft);

function leftIn(page: HtmlElement, whole: HtmlElement): (LeftOutPart & { readonly element: HtmlElement })[] {
  const leftOutParts: (LeftOutPart & { element: HtmlElement })[] = [];
  const way = new Set(wayTo(page, whole));
  const add = (element: HtmlElement, kind: LeftOutPart["kind"]): void => {
    const text = blocksOf(element, isNeverShown)
      .map((block) => block.text)
      .join("\n")
      .slice(0, longestLeft);
    if (text !== "") leftOutParts.push({ element, kind, text });
  };
  const walk = (element: HtmlElement, isInside: boolean): void => {
    for (const child of elementsOf(element)) {
      if (isNeverShown(child)) continue;
      const kind = isSaidBy(child, element) ? null : furnitureOf(child);
      if (kind !== null) add(child, kind);
      else if (isInside || way.has(child)) walk(child, isInside || child === whole);
      else add(child, "outside");
    }
  };
  walk(page, page === whole);
  return leftOutParts;
}

/** The elements from the page down to one within it. */
function wayTo(from: HtmlElement, to: HtmlElement): HtmlElement[] {
  if (from === to) return [from];
  for (const child of elementsOf(from)) {
    const way = wayTo(child, to);
    if (way.length > 0) return [from, ...way];
  }
  return [];
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
  let articleElement = page;
  for (;;) {
    const inner = elementsOf(articleElement).find((child) => (weights.get(child) ?? 0) >= enough);
    // A paragraph is no article: what stands around it (a headline, a picture's words) belongs to it.
    if (!inner || enough === 0 || (blockNames.has(inner.name) && !isLayoutRow(inner))) return articleElement;
    articleElement = inner;
  }
}

function blocksOf(article: HtmlElement, isOut: (element: HtmlElement) => boolean): Block[] {
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
  const walk = (element: HtmlElement, within: BlockKind, isInFigure: boolean): void => {
    const { name } = element;
    const elementKind = kindOf(element, isInFigure);
    // A paragraph in a list item, a quotation or a caption is a block of that kind.
    const inner =
      elementKind === undefined || (elementKind === "paragraph" && within !== "paragraph")
        ? within
        : elementKind;
    const isInCell = within === "row" && (name === "p" || name === "div");
    const breaks = (breaking.has(name) && !isInCell) || elementKind === "credit";
    if (isInCell) words += " ";
    if (breaks) flush(inner);
    if (elementKind === "heading") level = /^h[1-6]$/u.test(name) ? Number(name.slice(1)) : 1;
    for (const child of element.children) {
      if (typeof child === "string")
        words += inner === "preformatted" ? child : child.replace(/[ \t\r\n\f]+/gu, " ");
      else if (isOut(child) && !(isSaidBy(child, element) && !isNeverShown(child))) continue;
      else if (child.name === "br") words += "\n";
      else walk(child, inner, isInFigure || name === "figure" || name === "figcaption");
      if (typeof child !== "string" && (child.name === "td" || child.name === "th")) words += "\t";
    }
    if (breaks) flush(within);
  };
  walk(article, "paragraph", false);
  flush("paragraph");
  return blocks;
}

/** What an element makes of its words; Word says by styles what other pages say by names. */
function kindOf(element: HtmlElement, isInFigure: boolean): BlockKind | undefined {
  const { name, attributes } = element;
  if (isCredit(element, isInFigure)) return "credit";
  if (name === "tr" && isLayoutRow(element)) return undefined;
  if (name !== "p") return blockNames.get(name);
  if (/mso-list\s*:/iu.test(attributes.style ?? "")) return "list-item";
  return /(?:^|\s)Mso(?:Title|Subtitle)(?:$|\s)/u.test(attributes.class ?? "") ? "heading" : "paragraph";
}

/** What stands in no cell of a table of figures. */
const inLayout = new Set("table h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure pre article section".split(" "));

/** Paragraphs that the cells of a row of figures have at most. */
const inCells = 8;

/** Whether a row arranges a page, as old pages do, and holds no cells of a table. */
function isLayoutRow(element: HtmlElement): boolean {
  if (element.name !== "tr") return false;
  let paragraphs = 0;
  const arranges = (within: HtmlElement): boolean =>
    elementsOf(within).some((child) => {
      if (child.name === "p") paragraphs += 1;
      return inLayout.has(child.name) || paragraphs > inCells || arranges(child);
    });
  return arranges(element);
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

/** What of a web page is no article: what is never shown, and the furniture around an article, with what kind of furniture it is. */
const furnitureKinds = [
  "navigation",
  "advertisement",
  "cookies",
  "related",
  "subscription",
  "comments",
  "sharing",
  "hidden",
  "other",
] as const;

type Furniture = (typeof furnitureKinds)[number];

/** Never words of a page. */
const never = new Set(
  "script style noscript template iframe object embed svg math canvas audio video select option input textarea head link meta map".split(
    " ",
  ),
);

const byName: ReadonlyMap<string, Furniture> = new Map<string, Furniture>([
  ["nav", "navigation"],
  ["menu", "navigation"],
  ["footer", "navigation"],
  ["aside", "related"],
  ["form", "other"],
  ["button", "other"],
  ["dialog", "other"],
]);

const byRole: ReadonlyMap<string, Furniture> = new Map<string, Furniture>([
  ["navigation", "navigation"],
  ["banner", "navigation"],
  ["contentinfo", "navigation"],
  ["menu", "navigation"],
  ["toolbar", "navigation"],
  ["search", "navigation"],
  ["complementary", "related"],
  ["dialog", "other"],
  ["alert", "other"],
]);

/** Words of class names and ids by which pages call their furniture. */
const called: readonly (readonly [Furniture, string])[] = [
  ["navigation", "nav|navbar|menu|breadcrumbs?|sidebar|footer|toolbar|skip-link"],
  ["related", "related|recommend(?:ed|ations?)?|most-read|trending"],
  ["advertisement", "promo|advert(?:isement)?|ads?|sponsor(?:ed)?"],
  ["subscription", "newsletter|subscribe|subscription|paywall"],
  ["cookies", "cookies?|consent"],
  ["comments", "comments?"],
  ["sharing", "share|sharing|social"],
  ["other", "popup|modal"],
];
const callings = called.map(
  ([kind, words]) => [kind, new RegExp(`(?:^|[-_ ])(?:${words})(?:$|[-_ ])`, "iu")] as const,
);

const isNeverShown = ({ name, attributes }: HtmlElement): boolean =>
  never.has(name) || /mso-list:\s*ignore/iu.test(attributes.style ?? "");

/** What kind of furniture an element is; `null` for what may be an article. */
function furnitureOf({ name, attributes }: HtmlElement): Furniture | null {
  const named = byName.get(name) ?? byRole.get((attributes.role ?? "").toLowerCase());
  if (named !== undefined) return named;
  if ("hidden" in attributes || attributes["aria-hidden"] === "true") return "hidden";
  if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributes.style ?? "")) return "hidden";
  if (name === "html" || name === "body" || name === "main" || name === "article") return null;
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`;
  return callings.find(([, words]) => words.test(names))?.[0] ?? null;
}

/** Whether it says who made the picture that it stands with. */
function isCredit({ attributes }: HtmlElement, isInFigure: boolean): boolean {
  if (attributes.itemprop?.toLowerCase() === "copyrightholder") return true;
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`;
  return ofPicture.test(names) || (isInFigure && plainCredit.test(names));
}

const ofPicture =
  /(?:^|[-_ ])(?:photo|image|img|picture|media|caption)(?:__|[-_])?(?:credits?|source|copyright)(?:$|[-_ ])/iu;
const plainCredit = /(?:^|[-_ ])(?:credits?|source|copyright|photographer)(?:$|[-_ ])/iu;
