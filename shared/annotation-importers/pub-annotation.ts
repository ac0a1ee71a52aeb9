// Reads PubAnnotation JSON: a document, a list of them, or one a file.
import { pointer } from "../files/finding.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import { at, listAt, listIn, stringAt, textAt } from "../interchange/json-value.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import { type ReadStandoff, readStandoff } from "../interchange/standoff-reader.ts";
import { type AnnotationImporter, standoffsOfList } from "./annotation-importer.ts";

export const pubAnnotationImporter: AnnotationImporter = {
  id: "pubannotation",
  extensions: ["json"],
  parts: "list",
  read: (files) =>
    standoffsOfList(files, keys, (value, index, isListed) => {
      const text = stringAt(value, "text");
      return text === undefined ? null : partsOf(value, text, isListed ? pointer(index) : "", index);
    }),
};

const keys: ItemKeys = {
  lists: ["denotations", "relations", "attributes", "tracks"],
  others: [
    ...["text", "title", "target", "sourcedb", "sourceid", "source_url", "divid", "section", "id"],
    ...["project", "annotator", "namespaces", "config", "typesettings", "styles"],
  ],
};

/** A document's tracks, where it has them, are what several annotators made of it. */
function partsOf(value: unknown, text: string, where: string, index: number): ReadStandoff[] {
  const tracks = listAt(value, "tracks");
  // A document in divisions is a text each.
  const division = textAt(value, "divid");
  const source = textAt(value, "sourceid") ?? String(index + 1);
  const of = {
    article: division === undefined ? source : `${source}/${division}`,
    title: stringAt(value, "title") ?? "",
    text,
  };
  const inTracks = tracks.map((track, nth) => ({
    ...readStandoff(
      { ...of, annotator: stringAt(track, "project") ?? null },
      annotationsIn(track, `${where}${pointer("tracks", nth)}`),
    ),
    passed: unreadKeys(track, keys, "tracks."),
  }));
  if (tracks.length > 0 && listAt(value, "denotations").length === 0) return inTracks;
  const annotator = stringAt(value, "annotator") ?? stringAt(value, "project") ?? null;
  return [readStandoff({ ...of, annotator }, annotationsIn(value, where)), ...inTracks];
}

function annotationsIn(value: unknown, where: string): Parameters<typeof readStandoff>[1] {
  const values = new Map<string, NamedValue[]>();
  for (const attribute of listAt(value, "attributes")) {
    const of = textAt(attribute, "subj") ?? "";
    const named = { name: textAt(attribute, "pred") ?? "", value: textAt(attribute, "obj") ?? "" };
    values.set(of, [...(values.get(of) ?? []), named]);
  }
  const spans = listAt(value, "denotations").map((denotation, nth) => {
    const id = textAt(denotation, "id") ?? `denotation-${nth}`;
    const span = at(denotation, "span");
    const places = Array.isArray(span) ? listIn(span) : [span];
    return {
      id,
      label: textAt(denotation, "obj") ?? "",
      segments: places.map((place) => ({ start: at(place, "begin"), end: at(place, "end") })),
      values: values.get(id) ?? [],
      where: `${where}${pointer("denotations", nth)}`,
    };
  });
  const relations = listAt(value, "relations").map((relation, nth) => ({
    label: textAt(relation, "pred") ?? "related",
    from: textAt(relation, "subj") ?? "",
    to: textAt(relation, "obj") ?? "",
    where: `${where}${pointer("relations", nth)}`,
  }));
  return { units: ["code-points"], spans, relations };
}
