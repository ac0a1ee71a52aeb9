// Reads UIMA CAS JSON 0.4: annotations of any types, those of each view on its own text. Structures stand in a list, or in an object by their
// numbers, as drafts of the format and some programs have them.
import { pointer } from "../files/finding.ts";
import {
  arrayOfValues,
  type CasStructure,
  type CasText,
  joinedValues,
  standoffsOfCas,
} from "../interchange/cas.ts";
import { aboutFile } from "../interchange/file-set.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import { at, listAt, objectIn, stringAt, textOf, textOrJson } from "../interchange/json-value.ts";
import type { PassedOver } from "../interchange/tally.ts";
import { type AnnotationImporter, filesEnding, jsonOfFile, readEach } from "./annotation-importer.ts";

export const casJsonImporter: AnnotationImporter = {
  id: "cas-json",
  extensions: ["json"],
  parts: "files",
  read: (files) =>
    readEach({ all: files, chosen: filesEnding(files, ".json"), missing: ".json" }, (file, contents) => {
      const json = jsonOfFile(file);
      if (!json.ok) return json;
      const about = aboutFile(contents, file.name.replace(/\.json$/u, ""));
      const { value } = json;
      const { passed, ...read } = standoffsOfCas(about, textsIn(value), structuresIn(value), file.name);
      return { ok: true, ...read, passed: [...passed, ...unreadIn(value)] };
    }),
};

const structuresName = "%FEATURE_STRUCTURES";

const numberOf = (structure: unknown): number => {
  const id = at(structure, "%ID");
  return typeof id === "number" ? id : Number.NaN;
};

/** Each with its number. */
function structureList(value: unknown): readonly unknown[] {
  const byNumber = objectIn(at(value, structuresName));
  if (!byNumber) return listAt(value, structuresName);
  return Object.entries(byNumber).map(([id, one]) => ({ "%ID": Number(id), ...objectIn(one) }));
}

const textsIn = (value: unknown): readonly CasText[] =>
  structureList(value)
    .filter((one) => stringAt(one, "%TYPE") === "uima.cas.Sofa")
    .map((sofa) => ({
      id: numberOf(sofa),
      view: stringAt(sofa, "sofaID") ?? "",
      text: stringAt(sofa, "sofaString") ?? null,
    }));

const keysOfFile: ItemKeys = { lists: [], others: ["%HEADER", "%TYPES", structuresName, "%VIEWS"] };
const keysOfStructure: ItemKeys = { lists: [], others: ["%ID", "%TYPE", "%ELEMENTS", "begin", "end"] };

/** What of the file and of its structures is not read: what has no number or type, and features that are neither texts nor references. */
function unreadIn(value: unknown): PassedOver[] {
  const structures = structureList(value);
  const nameless = structures.filter(
    (one) => Number.isNaN(numberOf(one)) || stringAt(one, "%TYPE") === undefined,
  ).length;
  return [
    ...unreadKeys(value, keysOfFile),
    ...(nameless === 0 ? [] : [{ name: structuresName, why: "not-read" as const, count: nameless }]),
    ...structures.flatMap((structure) => {
      const type = stringAt(structure, "%TYPE") ?? "";
      const others = Object.entries(objectIn(structure) ?? {}).filter((feature) => !isReadFeature(feature));
      const path = `${type.slice(type.lastIndexOf(".") + 1)}.`;
      return unreadKeys(Object.fromEntries(others), keysOfStructure, path);
    }),
  ];
}

const isReadFeature = ([name, value]: readonly [string, unknown]): boolean =>
  name.startsWith("@") ? typeof value === "number" : !/^[%^]/u.test(name) && textOf(value) !== undefined;

function structuresIn(value: unknown): readonly CasStructure[] {
  const arrays = new Map<number, number[]>();
  const textArrays = new Map<number, string>();
  for (const structure of structureList(value)) {
    const id = at(structure, "%ID");
    const elements = at(structure, "%ELEMENTS");
    if (typeof id !== "number" || !Array.isArray(elements)) continue;
    const isOfValues =
      arrayOfValues.test(stringAt(structure, "%TYPE") ?? "") ||
      elements.some((element) => typeof element === "string");
    arrays.set(id, isOfValues ? [] : elements.filter((element) => typeof element === "number"));
    if (isOfValues)
      textArrays.set(id, joinedValues(elements.flatMap((element) => textOrJson(element) ?? [])));
  }
  return structureList(value).flatMap((structure, index): CasStructure[] => {
    const id = at(structure, "%ID");
    const type = stringAt(structure, "%TYPE");
    if (typeof id !== "number" || type === undefined || type === "uima.cas.Sofa" || arrays.has(id)) return [];
    const entries = Object.entries(objectIn(structure) ?? {});
    const features = entries.filter(([name]) => !/^[%@^]/u.test(name) && name !== "begin" && name !== "end");
    const references = entries.flatMap(([name, to]) =>
      name.startsWith("@") && name !== "@sofa" && typeof to === "number" ? [{ name: name.slice(1), to }] : [],
    );
    const [begin, end, sofa] = ["begin", "end", "@sofa"].map((name) => at(structure, name));
    return [
      {
        id,
        type,
        ...(begin === undefined ? {} : { begin }),
        ...(end === undefined ? {} : { end }),
        ...(typeof sofa === "number" ? { sofa } : {}),
        strings: [
          ...features.flatMap(([name, one]) => {
            const text = textOf(one);
            return text === undefined ? [] : [{ name, value: text }];
          }),
          ...references.flatMap(({ name, to }) => {
            const text = textArrays.get(to);
            return text === undefined ? [] : [{ name, value: text }];
          }),
        ],
        references: references.filter(({ to }) => !arrays.has(to)),
        lists: references.flatMap(({ name, to }) => {
          const list = textArrays.has(to) ? undefined : arrays.get(to);
          return list ? [{ name, to: list }] : [];
        }),
        where: pointer(structuresName, Array.isArray(at(value, structuresName)) ? index : id),
      },
    ];
  });
}
