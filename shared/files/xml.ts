// XML as foreign formats use it: written escaped, read by a strict parser that takes a document type only where a format has them, and then
// nothing of it but small entities (`doctype.ts`).

import { SaxesParser } from "saxes";
import { limits } from "../schema/limits.ts";
import { charactersIn } from "./control-characters.ts";
import { type Entities, type EntityUse, entityDeclarations } from "./doctype.ts";

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
