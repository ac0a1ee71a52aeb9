// Reads UIMA CAS JSON 0.4: annotations of any types, those of each view on its own text. Structures stand in a list, or in an object by their
// numbers, as drafts of the format and some programs have them.
import { type Finding, pointer, wrong } from "../importers/finding.ts";
import { type CasStructure, type CasText, standoffsOfCas } from "../interchange/cas.ts";
import { aboutFile, contentsIn, isContents } from "../interchange/file-set.ts";
import { at, listAt, objectIn, stringAt, textOf } from "../interchange/json-value.ts";
import type { ReadStandoff } from "../interchange/standoff-reader.ts";
import { message } from "../words/message.ts";
import {
  type AnnotationImporter,
  filesEnding,
  joined,
  jsonOfFile,
  refused,
  textOfFile,
} from "./annotation-importer.ts";

export const casJsonImporter: AnnotationImporter = {
  id: "cas-json",
  extensions: ["json"],
  parts: "files",
  read(files) {
    const contents = contentsIn(files, (file) => {
      const read = textOfFile(file);
      return read.ok ? read.text : null;
    });
    if ("problems" in contents) return { ok: false, problems: contents.problems };
    const parts: ReadStandoff[] = [];
    const rejected: Finding[] = [];
    for (const file of filesEnding(files, ".json").filter(({ name }) => !isContents(name))) {
      const json = jsonOfFile(file);
      if (!json.ok) return json;
      const texts = textsIn(json.value);
      if (texts.length === 0 || texts.some(({ text }) => text === null))
        rejected.push(
          wrong(file.name, message("interchange.no-article-text"), message("interchange.choose-other")),
        );
      const about = aboutFile(contents, file.name.replace(/\.json$/u, ""));
      for (const one of standoffsOfCas(about, texts, structuresIn(json.value))) parts.push(one);
    }
    if (parts.length > 0) return joined(parts, rejected);
    return rejected.length > 0
      ? { ok: false, problems: rejected, each: true }
      : refused(message("interchange.no-file", { what: ".json" }));
  },
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

function structuresIn(value: unknown): readonly CasStructure[] {
  const arrays = new Map<number, number[]>();
  for (const structure of structureList(value)) {
    const id = at(structure, "%ID");
    const elements = at(structure, "%ELEMENTS");
    if (typeof id === "number" && Array.isArray(elements))
      arrays.set(
        id,
        elements.filter((element) => typeof element === "number"),
      );
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
        strings: features.flatMap(([name, one]) => {
          const text = textOf(one);
          return text === undefined ? [] : [{ name, value: text }];
        }),
        references: references.filter(({ to }) => !arrays.has(to)),
        lists: references.flatMap(({ name, to }) => {
          const list = arrays.get(to);
          return list ? [{ name, to: list }] : [];
        }),
        where: pointer(structuresName, Array.isArray(at(value, structuresName)) ? index : id),
      },
    ];
  });
}
