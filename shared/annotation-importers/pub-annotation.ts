// Reads PubAnnotation JSON: a document, a list of them, or one a file.
import { pointer } from "../files/finding.ts";
import { factsAmong } from "../interchange/detail-values.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import { at, listAt, listIn, stringAt, textAt, textOrJson } from "../interchange/json-value.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadStandoff,
  readStandoff,
  type StandoffText,
  saidOfNothing,
} from "../interchange/standoff-reader.ts";
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

const marks = ["denotations", "relations", "attributes", "modifications"] as const;
const keys: ItemKeys = {
  lists: [...marks, "tracks"],
  others: [
    ...["text", "title", "target", "sourcedb", "sourceid", "source_url", "divid", "section", "id"],
    ...["project", "annotator", "namespaces", "config", "typesettings", "styles"],
  ],
  facts: true,
};

const keysOfTrack: ItemKeys = { lists: marks, others: keys.others };
const keysOf: Readonly<Record<(typeof marks)[number], ItemKeys>> = {
  denotations: { lists: [], others: ["id", "span", "obj"] },
  relations: { lists: [], others: ["id", "subj", "pred", "obj"] },
  attributes: { lists: [], others: ["id", "subj", "pred", "obj"] },
  modifications: { lists: [], others: ["id", "pred", "obj"] },
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
    facts: factsAmong(value),
  };
  const inTracks = tracks.map((track, nth) => {
    const annotator = stringAt(track, "project") ?? null;
    const { passed = [], ...read } = partOf({ ...of, annotator }, track, `${where}${pointer("tracks", nth)}`);
    return { ...read, passed: [...passed, ...unreadKeys(track, keysOfTrack, "tracks.")] };
  });
  if (tracks.length > 0 && marks.every((mark) => listAt(value, mark).length === 0)) return inTracks;
  const annotator = stringAt(value, "annotator") ?? stringAt(value, "project") ?? null;
  return [partOf({ ...of, annotator }, value, where), ...inTracks];
}

function partOf(of: StandoffText, value: unknown, where: string): ReadStandoff {
  const attributesById = saidIn(value, where);
  const annotations = annotationsIn(value, where, attributesById);
  const { rejected, ...read } = readStandoff(of, annotations);
  const ids = new Set([...annotations.spans, ...annotations.relations].map(({ id }) => id));
  const ofNothing = Array.from(attributesById).flatMap(([id, all]) =>
    ids.has(id) ? [] : all.map((one) => saidOfNothing(one.where, id, one.name)),
  );
  const unread = marks.flatMap((mark) =>
    listAt(value, mark).flatMap((one) => unreadKeys(one, keysOf[mark], `${mark}.`)),
  );
  const passed = [...unread, ...(read.passed ?? [])];
  return { ...read, rejected: [...rejected, ...ofNothing], passed };
}

interface PlacedValue extends NamedValue {
  readonly where: string;
}

/** What attributes and modifications say of denotations and relations, by the ids of these. */
function saidIn(value: unknown, where: string): ReadonlyMap<string, readonly PlacedValue[]> {
  const values = new Map<string, PlacedValue[]>();
  const say = (id: string, one: PlacedValue): void => {
    const attributes = values.get(id);
    if (attributes) attributes.push(one);
    else values.set(id, [one]);
  };
  for (const [nth, one] of listAt(value, "attributes").entries())
    say(textAt(one, "subj") ?? "", {
      name: textAt(one, "pred") ?? "",
      value: textOrJson(at(one, "obj")) ?? "",
      where: `${where}${pointer("attributes", nth)}`,
    });
  for (const [nth, one] of listAt(value, "modifications").entries())
    say(textAt(one, "obj") ?? "", {
      name: textAt(one, "pred") ?? "",
      value: "true",
      where: `${where}${pointer("modifications", nth)}`,
    });
  return values;
}

function annotationsIn(value: unknown, where: string, said: ReturnType<typeof saidIn>) {
  const valuesOf = (id: string): readonly NamedValue[] =>
    (said.get(id) ?? []).map(({ name, value: one }) => ({ name, value: one }));
  const spans = listAt(value, "denotations").map((denotation, nth) => {
    const id = textAt(denotation, "id") ?? `denotation-${nth}`;
    const span = at(denotation, "span");
    const places = Array.isArray(span) ? listIn(span) : [span];
    return {
      id,
      label: textOrJson(at(denotation, "obj")) ?? "",
      segments: places.map((place) => ({ start: at(place, "begin"), end: at(place, "end") })),
      values: valuesOf(id),
      where: `${where}${pointer("denotations", nth)}`,
    };
  });
  const relations = listAt(value, "relations").map((relation, nth) => {
    const id = textAt(relation, "id");
    const values = id === undefined ? [] : valuesOf(id);
    return {
      id,
      label: textAt(relation, "pred") ?? "related",
      from: textAt(relation, "subj") ?? "",
      to: textAt(relation, "obj") ?? "",
      ...(values.length > 0 && { values }),
      where: `${where}${pointer("relations", nth)}`,
    };
  });
  return { units: ["code-points"] as const, spans, relations };
}
