// Reads UIMA CAS XMI: annotations of any types, those of each view on its own text. Which features refer to others is read off the type system, where
// it is among the files; else off their names and values.

import { elementsIn, textIn, type XmlElement } from "../files/xml.ts";
import {
  arrayOfValues,
  type CasStructure,
  type CasText,
  joinedValues,
  standoffsOfCas,
} from "../interchange/cas.ts";
import { aboutFile } from "../interchange/file-set.ts";
import { message } from "../words/message.ts";
import { type AnnotationImporter, filesEnding, readEach, xmlOfFile } from "./annotation-importer.ts";

export const casXmiImporter: AnnotationImporter = {
  id: "cas-xmi",
  extensions: ["xmi"],
  parts: "files",
  read(files) {
    const primitive = new Set<string>();
    for (const file of files.filter(({ name }) => /typesystem[^/]*\.xml$/iu.test(name))) {
      const xml = xmlOfFile(file);
      if (!xml.ok) return xml;
      for (const name of primitiveFeatures(xml.root)) primitive.add(name);
    }
    const xmiFiles = filesEnding(files, ".xmi");
    return readEach({ all: files, chosen: xmiFiles, missing: ".xmi" }, (file, contents) => {
      const xml = xmlOfFile(file);
      if (!xml.ok) return xml;
      const about = aboutFile(contents, file.name.replace(/\.xmi$/u, ""));
      const structures = structuresIn(xml.root, file.name, primitive);
      return { ok: true, ...standoffsOfCas(about, textsIn(xml.root), structures, file.name) };
    });
  },
};

/** `Type feature` of each feature whose value is no reference. */
function primitiveFeatures(root: XmlElement): string[] {
  const child = (of: XmlElement, local: string): string => {
    const childElement = elementsIn(of).find((one) => one.local === local);
    return childElement ? textIn(childElement).trim() : "";
  };
  const types = descendants(root, "typeDescription");
  return types.flatMap((type) => {
    const name = child(type, "name");
    return descendants(type, "featureDescription")
      .filter((feature) =>
        /^uima\.cas\.(?:String|Integer|Float|Boolean|Double|Long|Short|Byte)$/u.test(
          child(feature, "rangeTypeName"),
        ),
      )
      .map((feature) => `${name} ${child(feature, "name")}`);
  });
}

function descendants(element: XmlElement, local: string): XmlElement[] {
  return elementsIn(element).flatMap((one) => (one.local === local ? [one] : descendants(one, local)));
}

const textsIn = (root: XmlElement): readonly CasText[] =>
  elementsIn(root)
    .filter(({ local }) => local === "Sofa")
    .map(({ attributes }) => ({
      id: Number(attributes.get("xmi:id")),
      view: attributes.get("sofaID") ?? "",
      text: attributes.get("sofaString") ?? null,
    }));

/** `http:///webanno/custom.ecore` and `SaysoSpan` name the type `webanno.custom.SaysoSpan`. */
function typeOf({ uri, local }: XmlElement): string {
  const path = uri.replace(/^http:\/\/\//u, "").replace(/\.ecore$/u, "");
  return path === "" ? local : `${path.replace(/\//gu, ".")}.${local}`;
}

const common = ["xmi:id", "sofa", "begin", "end"];

function structuresIn(
  root: XmlElement,
  file: string,
  primitive: ReadonlySet<string>,
): readonly CasStructure[] {
  const elements = elementsIn(root).filter(({ local }) => !["NULL", "Sofa", "View"].includes(local));
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.get("xmi:id") ?? []));
  const hasTypeSystem = elements.length > 0 && primitive.size > 0;
  const types = new Map(elements.map((one) => [one.attributes.get("xmi:id"), typeOf(one)]));
  const arrays = new Map(
    elements.flatMap((one) => {
      const id = one.attributes.get("xmi:id");
      return id !== undefined && arrayOfValues.test(typeOf(one)) ? [[id, valuesOfArray(one)] as const] : [];
    }),
  );
  return elements.flatMap((element): CasStructure[] => {
    const { attributes, line } = element;
    const id = Number(attributes.get("xmi:id"));
    if (!Number.isInteger(id)) return [];
    const type = typeOf(element);
    const isReferring = (name: string, value: string): boolean =>
      hasTypeSystem
        ? !primitive.has(`${type} ${name}`)
        : referring.test(name) ||
          (name === "first" && !attributes.has("begin")) ||
          (name === "next" && types.get(value) === type);
    const sofa = Number(attributes.get("sofa"));
    const offset = (key: string): unknown => {
      const value = attributes.get(key);
      return value !== undefined && /^\d+$/u.test(value) ? Number(value) : value;
    };
    return [
      {
        id,
        type,
        begin: offset("begin"),
        end: offset("end"),
        ...(Number.isInteger(sofa) ? { sofa } : {}),
        ...featuresOf(element, { ids, arrays, isReferring }),
        where: message("interchange.line", { file, line: String(line) }),
      },
    ];
  });
}

interface Features {
  readonly strings: { name: string; value: string }[];
  readonly lists: { name: string; to: number[] }[];
  readonly references: { name: string; to: number }[];
}

function featuresOf(
  element: XmlElement,
  {
    ids,
    arrays,
    isReferring,
  }: {
    readonly ids: ReadonlySet<string>;
    readonly arrays: ReadonlyMap<string, string>;
    isReferring(name: string, value: string): boolean;
  },
): Features {
  const features: Features = { strings: [], lists: [], references: [] };
  for (const [name, value] of element.attributes) {
    if (common.includes(name) || name.startsWith("xmlns")) continue;
    const refers = isReferring(name, value);
    // An empty list of slots.
    if (refers && value === "") continue;
    const parts = value.split(" ");
    const isReference = refers && parts.every((part) => ids.has(part));
    const array = isReference ? arrays.get(value) : undefined;
    if (array !== undefined) features.strings.push({ name, value: array });
    else if (!isReference) features.strings.push({ name, value });
    else if (name === "target" || name === "Governor" || name === "Dependent")
      features.references.push({ name, to: Number(value) });
    else features.lists.push({ name, to: parts.map(Number) });
  }
  features.strings.push(...textsOfChildren(element));
  return features;
}

/** An array of texts has an element for each, any other one all values in one attribute. */
const valuesOfArray = (array: XmlElement): string => {
  const values = array.attributes.get("elements");
  return joinedValues(values === undefined ? elementsIn(array).map(textIn) : values.split(" "));
};

/** A feature of several texts has an element for each. */
function textsOfChildren(element: XmlElement): readonly { readonly name: string; readonly value: string }[] {
  const texts = new Map<string, string[]>();
  for (const child of elementsIn(element)) {
    const before = texts.get(child.local);
    if (before) before.push(textIn(child));
    else texts.set(child.local, [textIn(child)]);
  }
  return Array.from(texts, ([name, all]) => ({ name, value: joinedValues(all) }));
}

const referring = /^(?:target|pos|Governor|Dependent|links|.*Links?|arguments|.*Arguments)$/u;
