// The facts that a web page says of its article: structured data (JSON-LD of schema.org) first, then Open Graph and other meta elements,
// then what stands on the page.
import type { FactOrigin } from "../model/article.ts";
import type { KnownField } from "../model/article-about.ts";
import { renderedText } from "./html-body.ts";
import { elementsBelow, type HtmlElement, rawText } from "./html-tree.ts";

/** Empty where the page does not say. */
interface PageFacts extends StatedFacts {
  readonly origin: FactOrigin;
  readonly origins: Partial<Readonly<Record<KnownField, FactOrigin>>>;
}

interface StatedFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly date: string;
  readonly updated: string;
  readonly url: string;
  readonly language: string;
}

export function pageFacts(page: HtmlElement): PageFacts {
  const elements = [...elementsBelow(page)];
  const meta = metaOf(elements);
  const structuredFacts = structured(elements);
  const textOf = (name: string): string => {
    const namedElement = elements.find((element) => element.name === name);
    return namedElement ? renderedText(namedElement) : "";
  };
  const canonicalUrl = elements.find(
    ({ name, attributes }) => name === "link" && attributes.rel?.toLowerCase() === "canonical",
  )?.attributes.href;
  const time = elements.find(({ name, attributes }) => name === "time" && attributes.datetime);
  const ofHtml = elements.find(({ name, attributes }) => name === "html" && attributes.lang);
  const hasAuthors = structuredFacts !== null && structuredFacts.authors.length > 0;
  const origins: FactOrigins = hasAuthors ? { author: "structured-data" } : {};
  const title = pickFact(origins, "title", [
    ["structured-data", structuredFacts?.title],
    ["page-data", meta.get("og:title"), meta.get("twitter:title")],
    ["page", textOf("h1"), textOf("title")],
  ]);
  const publisher = pickFact(origins, "publisher", [
    ["structured-data", structuredFacts?.publisher],
    ["page-data", meta.get("og:site_name")],
  ]);
  const date = pickFact(origins, "date", [
    ["structured-data", structuredFacts?.date],
    ["page-data", meta.get("article:published_time"), meta.get("datepublished"), meta.get("date")],
    ["page", time?.attributes.datetime],
  ]);
  const updated = pickFact(origins, "updated", [
    ["structured-data", structuredFacts?.updated],
    ["page-data", meta.get("article:modified_time"), meta.get("datemodified"), meta.get("last-modified")],
  ]);
  const url = pickFact(origins, "url", [
    ["page-data", canonicalUrl, meta.get("og:url")],
    ["structured-data", structuredFacts?.url],
  ]);
  const language = pickFact(origins, "language", [
    ["page", ofHtml?.attributes.lang],
    ["structured-data", structuredFacts?.language],
    ["page-data", meta.get("og:locale")?.replace("_", "-")],
  ]);
  const authors = hasAuthors ? structuredFacts.authors : authorsIn(meta);
  const days = { date: dayOf(date), updated: dayOf(updated) };
  return { title, authors, publisher, ...days, url, language, origin: "page-data", origins };
}

/** The meta elements by their names, the first of each. */
function metaOf(elements: readonly HtmlElement[]): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const { name, attributes } of elements) {
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? "").toLowerCase();
    const value = attributes.content?.trim();
    if (name === "meta" && key !== "" && value && !meta.has(key)) meta.set(key, value);
  }
  return meta;
}

type FactOrigins = Partial<Record<KnownField, FactOrigin>>;

/** The first that says anything; notes which of the three it was. */
function pickFact(
  origins: FactOrigins,
  field: KnownField,
  ways: readonly (readonly [FactOrigin, ...(string | undefined)[]])[],
): string {
  for (const [origin, ...values] of ways) {
    const value = firstNonEmpty(...values);
    if (value === "") continue;
    origins[field] = origin;
    return value;
  }
  return "";
}

const firstNonEmpty = (...values: readonly (string | undefined)[]): string =>
  values.find((value) => value !== undefined && value.trim() !== "")?.trim() ?? "";

function authorsIn(meta: ReadonlyMap<string, string>): readonly string[] {
  const author = firstNonEmpty(meta.get("author"), meta.get("article:author"), meta.get("byl"));
  return isName(author) ? [withoutBy(author)] : [];
}

/** Some pages give the address of an author's page for the author. */
const isName = (text: string): boolean => text !== "" && !/^https?:/iu.test(text);

const withoutBy = (text: string): string => text.replace(/^by\s+/iu, "");

/** The calendar day of an exact time, as its own zone has it; other words stay as they are. */
const dayOf = (text: string): string => /^(\d{4}-\d{2}-\d{2})(?:T|$)/u.exec(text)?.[1] ?? text;

/** The first article that the page's JSON-LD describes. What is no JSON is passed over: others have written it. */
function structured(elements: readonly HtmlElement[]): StatedFacts | null {
  for (const element of elements) {
    if (element.name !== "script" || element.attributes.type?.trim().toLowerCase() !== "application/ld+json")
      continue;
    const articleFacts = articleIn(parsed(rawText(element)), 0);
    if (articleFacts) return articleFacts;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function articleIn(value: unknown, depth: number): StatedFacts | null {
  if (typeof value !== "object" || value === null || depth > 8) return null;
  if (Array.isArray(value)) {
    for (const entry of value) {
      const articleFacts = articleIn(entry, depth + 1);
      if (articleFacts) return articleFacts;
    }
    return null;
  }
  const of = value as Readonly<Record<string, unknown>>;
  const types = [of["@type"]].flat().map(String);
  if (types.some((type) => /(?:Article|Posting|Report)$/u.test(type)))
    return {
      title: textIn(of.headline) || textIn(of.name),
      authors: [of.author].flat().map(nameIn).filter(isName),
      publisher: [of.publisher].flat().map(nameIn).find(isName) ?? "",
      date: textIn(of.datePublished),
      updated: textIn(of.dateModified),
      url: textIn(of.url) || textIn(of.mainEntityOfPage),
      language: textIn(of.inLanguage),
    };
  return articleIn(of["@graph"], depth + 1) ?? articleIn(of.mainEntity, depth + 1);
}

const textIn = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const nameIn = (value: unknown): string =>
  typeof value === "object" && value !== null && "name" in value
    ? nameIn([value.name].flat()[0])
    : textIn(value);
