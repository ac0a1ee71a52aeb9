// XML as foreign formats use it: written escaped, read by a strict parser that takes a document type only where a format has them, and then
// nothing of it but small entities (as declared below).
import { SaxesParser } from "saxes";
import { limits } from "../schema/limits.ts";
import { charactersIn } from "./control-characters.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // As references, so that no parser makes a blank or another line end of them.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\u0085": "&#133;",
  "\u2028": "&#8232;",
};

/** Characters that XML 1.0 cannot hold, even escaped. */
export const notXml = charactersIn([0x00, 0x08], [0x0b, 0x0c], [0x0e, 0x1f], [0xfffe, 0xffff]);

/** With U+FFFD in the place of each character that XML cannot hold, so that every offset stays what it is. */
export function cleanXml(text: string, tell?: (character: string) => void): string {
  return text.replace(notXml, (character) => {
    tell?.(character);
    return "\ufffd";
  });
}

/** For the value of an attribute, in double quotation marks. */
export function xmlAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r\u0085\u2028]/gu, (character) => escapes[character] ?? character);
}

/** For the content of an element. */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r\u0085\u2028]/gu, (character) => escapes[character] ?? character);
}

/** An element without content, its attributes in their order; those that are `undefined` are left out. */
export function emptyElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  return `<${name}${attributeText(attributes)}/>`;
}

export function openElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): string {
  return `<${name}${attributeText(attributes)}>`;
}

function attributeText(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlAttribute(String(value))}"`]))
    .join("");
}

export interface XmlElement {
  /** With its prefix, as it stands. */
  readonly name: string;
  /** The namespace's address; empty for none. */
  readonly uri: string;
  /** Without its prefix. */
  readonly local: string;
  /** By their names as they stand. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  readonly line: number;
}

type ReadXml =
  | {
      readonly ok: true;
      readonly root: XmlElement;
      /** Of a file with a document type: what became of its entities. */
      readonly entities?: EntityUse;
    }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly why: string };

const deepest = limits.jsonDepth * 4;

class XmlFault extends Error {}

const isEntityName = (name: string): boolean => /^[^\s<>&"'%]+$/u.test(name);

/**
 * Reads a whole document. `why` is the parser's own word for the fault, in English. `doctype`: whether a file may have a document type, of
 * which its own small entities are expanded; without, it is refused.
 */
export function readXml(text: string, doctype: "refused" | "taken" = "refused"): ReadXml {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const openElements: { element: XmlElement; children: (XmlElement | string)[] }[] = [];
  let root: XmlElement | undefined;
  const fail = (why: string): never => {
    throw new XmlFault(why);
  };
  parser.on("error", (error) => fail(error.message.replace(/^\d+:\d+: /u, "")));
  let entities: Entities | undefined;
  parser.on("doctype", (declared) => {
    if (doctype === "refused") fail("a document type is not taken");
    const declaredEntities = entityDeclarations(declared, text.length);
    entities = declaredEntities;
    // The parser takes all from `&` to `;` for a name; what is none is a fault.
    parser.ENTITIES = new Proxy(
      {},
      {
        get: (_none, name) =>
          isEntityName(String(name)) ? declaredEntities.textOf(String(name)) : undefined,
      },
    );
  });
  parser.on("opentag", (tag) => {
    if (openElements.length >= deepest) fail(`nests deeper than ${deepest} levels`);
    const children: (XmlElement | string)[] = [];
    const attributes = new Map(
      Object.values(tag.attributes).map(({ name, value }) => [name, value] as const),
    );
    const element = {
      name: tag.name,
      uri: tag.uri,
      local: tag.local,
      attributes,
      children,
      line: parser.line,
    };
    const parent = openElements.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    openElements.push({ element, children });
  });
  parser.on("closetag", () => {
    openElements.pop();
  });
  const addText = (part: string): void => {
    openElements.at(-1)?.children.push(part);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { ok: false, line: parser.line, column: parser.column + 1, why: error.message };
  }
  return root
    ? { ok: true, root, ...(entities && { entities: entities.use() }) }
    : { ok: false, line: 1, column: 1, why: "no element" };
}

export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** All text within an element, in order. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

// Entities that an XML file declares in its document type (https://www.w3.org/TR/xml/#sec-entity-decl), as far as they are plain text: small ones
// are expanded, as often as the length of the file allows. What is declared elsewhere is never fetched, and markup never inserted.

/** References that a file makes, by what became of them. */
export interface EntityUse {
  readonly expanded: number;
  /** Names of entities that were left as they stand, `&name;`, with how often. */
  readonly left: ReadonlyMap<string, number>;
}

interface Entities {
  /** What stands in the place of a reference. */
  textOf(name: string): string;
  use(): EntityUse;
}

const longestValue = 1_000;
const mostDeclared = 10_000;

/** Each alternative goes on to its end or to that of the text, so that the subset is gone through once. */
const declaration =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!ENTITY\s+([^\s%"'<>&;]+)\s+(?:"([^"]*)"|'([^']*)')/gu;

/** Entities within entities beyond which none is expanded. */
const deepestReference = 100;

/** `doctype`: what stands between `<!DOCTYPE` and its `>`. `length`: of the whole file, in code units. */
function entityDeclarations(doctype: string, length: number): Entities {
  const values = new Map<string, string>();
  const subset = doctype.indexOf("[");
  for (const [, name, double, single] of subset < 0 ? [] : doctype.slice(subset + 1).matchAll(declaration)) {
    // The first declaration of a name counts.
    if (name !== undefined && !values.has(name) && values.size < mostDeclared)
      values.set(name, double ?? single ?? "");
  }
  const textsByName = new Map<string, string | null>(Object.entries(predefined));
  let depth = 0;
  const resolve = (name: string): string | null => {
    const cachedText = textsByName.get(name);
    if (cachedText !== undefined) return cachedText;
    if (depth >= deepestReference) return null;
    // Whoever comes back here goes in a circle.
    textsByName.set(name, null);
    const value = values.get(name);
    depth += 1;
    const text = value === undefined || value.length > longestValue ? null : plainText(value, resolve);
    depth -= 1;
    textsByName.set(name, text);
    return text;
  };
  let room = length;
  let expanded = 0;
  const unresolvedCounts = new Map<string, number>();
  return {
    textOf(name) {
      const isPredefined = Object.hasOwn(predefined, name);
      const text = resolve(name);
      if (text !== null && (isPredefined || text.length <= room)) {
        if (!isPredefined) {
          room -= text.length;
          expanded += 1;
        }
        return text;
      }
      unresolvedCounts.set(name, (unresolvedCounts.get(name) ?? 0) + 1);
      return `&${name};`;
    },
    use: () => ({ expanded, left: unresolvedCounts }),
  };
}

const predefined = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" } as const;

/** The text that a value stands for; `null` where it holds markup, leads to what nobody knows, or is too long. */
function plainText(value: string, resolve: (name: string) => string | null): string | null {
  const replacement = value.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/giu, characterOf);
  if (replacement.includes("<")) return null;
  let isWhole = true;
  let length = 0;
  const text = replacement.replace(
    /&(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))|([^;&\s]{1,80}));/giu,
    (...found: string[]) => {
      const [reference = "", hex, decimal, name] = found;
      const inner =
        name === undefined
          ? characterOf(reference, hex, decimal)
          : length > longestValue
            ? null
            : resolve(name);
      length += inner?.length ?? 0;
      isWhole &&= inner !== null;
      return inner ?? "";
    },
  );
  return isWhole && text.length <= longestValue ? text : null;
}

function characterOf(reference: string, hex?: string, decimal?: string): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : reference;
}
