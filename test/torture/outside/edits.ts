// Edits by hand, or by a program that knows what it writes: records added, changed and removed in the project's files.

import { hashOfValue } from "../../../main/storage/files/json-text.ts";
import { setJsonIn } from "../../../main/storage/sets/set-file.ts";
import { countOf } from "../../../main/storage/sets/set-size.ts";
import { type AnnotationSetJson, setFromJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { type Deed, edited, type OtherSide, snapshotsOf, textAt } from "./deed.ts";

type Named = { readonly id: string } & Readonly<Record<string, unknown>>;
type Json = Record<string, unknown>;

const listOf = (json: Json, kind: string): Named[] =>
  Array.isArray(json[kind]) ? (json[kind] as Named[]) : [];

/** Whether another record of the set points to this one. */
const isReferred = (json: Json, id: string): boolean =>
  Object.entries(json).some(([kind, all]) => kind !== "spans" && JSON.stringify(all ?? null).includes(id));

/** A change of one of the set files of somebody. */
function inSet(
  name: string,
  whose: "own" | "others",
  change: (side: OtherSide, json: Json) => Json | null,
): Deed {
  return {
    name,
    plan(side) {
      const isOf = (annotator: Id): boolean => (annotator === side.self) === (whose === "own");
      const files = snapshotsOf(side, isOf);
      if (files.length === 0) return null;
      const file = side.random.pick(files);
      return () => {
        const text = edited(side, file, (json) => change(side, json) ?? json);
        if (text !== null) side.ledger.write(name, file, Buffer.from(text));
      };
    },
  };
}

const newSpan = ({ truth, random, newId }: OtherSide, json: Json): Named | null => {
  const text = truth.articles.get(String(json.articleId))?.text;
  if (text === undefined) return null;
  const words = [...text.matchAll(/\p{L}+/gu)];
  const { index, 0: word } = random.pick(words);
  return {
    id: newId(),
    type: random.pick(["cue", "claim"]),
    segments: [selectorOf(text, { start: index, end: index + word.length })],
    provenance: { annotator: json.annotatorId, at: "2026-02-02T00:00:00.000Z", origin: { by: "human" } },
  };
};

const withSpan = (side: OtherSide, json: Json): Json | null => {
  const span = newSpan(side, json);
  return span && { ...json, spans: [...listOf(json, "spans"), span] };
};

const addsSpan = inSet("a span written into the own set", "own", withSpan);
/** As their own Sayso writes it: only one's own hand may leave the hash as it was. */
const addsTheirs = inSet("a span written into a colleague's set", "others", (side, json) => {
  const file = withSpan(side, json);
  if (!file) return null;
  const set = setFromJson(file as unknown as AnnotationSetJson);
  return {
    ...file,
    count: countOf(set),
    sha256: hashOfValue(setJsonIn(file as unknown as AnnotationSetJson)),
  };
});

const changesSpan = inSet("a span changed in the own set", "own", ({ random }, json) => {
  const spans = listOf(json, "spans").filter(({ type }) => type === "cue" || type === "claim");
  if (spans.length === 0) return null;
  const { id } = random.pick(spans);
  const other = (span: Named): Named => ({ ...span, type: span.type === "cue" ? "claim" : "cue" });
  return { ...json, spans: listOf(json, "spans").map((span) => (span.id === id ? other(span) : span)) };
});

const removesSpan = inSet("a span removed from the own set", "own", ({ random }, json) => {
  const spans = listOf(json, "spans").filter(({ id }) => !isReferred(json, id));
  if (spans.length === 0) return null;
  const { id } = random.pick(spans);
  return { ...json, spans: listOf(json, "spans").filter((span) => span.id !== id) };
});

const unlawful = inSet("a span beyond the end of the text", "own", (side, json) => {
  const span = newSpan(side, json);
  const [segment] = (span?.segments ?? []) as Named[];
  if (!span || !segment) return null;
  return {
    ...json,
    spans: [...listOf(json, "spans"), { ...span, segments: [{ ...segment, start: 9_000, end: 9_004 }] }],
  };
});

/** A change of one file of the project's own. */
function inFile(name: string, file: string, change: (side: OtherSide, json: Json) => Json | null): Deed {
  return {
    name,
    plan: (side) => () => {
      const text = edited(side, file, (json) => change(side, json) ?? json);
      if (text !== null) side.ledger.write(name, file, Buffer.from(text));
    },
  };
}

const entityOf = ({ newId, random }: OtherSide): Named => ({
  id: newId(),
  name: `Stranger ${random.below(1_000)}`,
  type: "person",
  naming: "named",
  aliases: [],
});

const addsEntity = inFile("an entity written into the registry", "entities.json", (side, json) => ({
  ...json,
  entities: [...listOf(json, "entities"), entityOf(side)],
}));

const renamesEntity = inFile("an entity renamed in the registry", "entities.json", ({ random }, json) => {
  const all = listOf(json, "entities");
  if (all.length === 0) return null;
  const { id } = random.pick(all);
  const name = `Renamed ${random.below(1_000)}`;
  return { ...json, entities: all.map((one) => (one.id === id ? { ...one, name } : one)) };
});

const removesEntity = inFile("an entity removed from the registry", "entities.json", ({ random }, json) => {
  const all = listOf(json, "entities");
  if (all.length === 0) return null;
  const { id } = random.pick(all);
  return { ...json, entities: all.filter((one) => one.id !== id) };
});

const addsPerson = inFile("a person written into the project", "project.json", ({ newId, random }, json) => ({
  ...json,
  annotators: [...listOf(json, "annotators"), { id: newId(), name: `Guest ${random.below(1_000_000)}` }],
}));

const renamesTagset = inFile("the tagset renamed in the project", "project.json", ({ random }, json) => ({
  ...json,
  tagset: { ...(json.tagset as Json), name: `Theirs ${random.below(1_000_000)}` },
}));

const assigns = inFile("an assignment written into the project", "project.json", (side, json) => {
  const articles = [...side.truth.articles.keys()];
  const people = listOf(json, "annotators").filter(({ kind }) => kind === undefined);
  if (articles.length === 0 || people.length === 0) return null;
  const one = { article: side.random.pick(articles), annotator: side.random.pick(people).id };
  const more = { at: "2026-02-02T00:00:00.000Z", by: side.self };
  const all = (json.assignments ?? []) as (typeof one)[];
  const isThere = all.some(
    ({ article, annotator }) => article === one.article && annotator === one.annotator,
  );
  return isThere ? null : { ...json, assignments: [...all, { ...one, ...more }] };
});

const retitles: Deed = {
  name: "the title of an article changed",
  plan(side) {
    const articles = [...side.truth.articles.keys()];
    if (articles.length === 0) return null;
    const file = `articles/${side.random.pick(articles)}/article.json`;
    const title = `Title ${side.random.below(1_000_000)}`;
    return () => {
      const text = edited(side, file, (json) => ({ ...json, title }));
      if (text !== null) side.ledger.write("the title of an article changed", file, Buffer.from(text));
    };
  },
};

/** The same said otherwise: in one line, with other ends of lines, with a mark of its order of bytes. */
const reformats: Deed = {
  name: "a file said otherwise",
  plan(side) {
    const files = ["project.json", "entities.json", ...snapshotsOf(side, () => true)];
    const file = side.random.pick(files);
    const way = side.random.below(3);
    return () => {
      const text = edited(side, file, (json) => json);
      if (text === null) return;
      const said =
        [JSON.stringify(JSON.parse(text)), text.replaceAll("\n", "\r\n"), `${text}\n\n`][way] ?? text;
      side.ledger.write("a file said otherwise", file, Buffer.from(said));
    };
  },
};

/** As an older Sayso, or a copy from its time, has it: with something that is new here. */
const olderForm: Deed = {
  name: "a file of an older form",
  plan(side) {
    const own = snapshotsOf(side, (annotator) => annotator === side.self);
    const file = side.random.pick(["entities.json", "project.json", ...own]);
    const kept = ["spans", "attributions", "exclusions"];
    return () => {
      const change = (json: Json): Json => {
        if (file === "entities.json")
          return { ...json, schemaVersion: 1, entities: [...listOf(json, "entities"), entityOf(side)] };
        if (file === "project.json") return { ...json, schemaVersion: 1 };
        // What that form did not know it cannot hold.
        const isOld = Object.keys(json).every(
          (key) => !Array.isArray(json[key]) || kept.includes(key) || key === "recent",
        );
        return isOld && !json.progress ? { ...(withSpan(side, json) ?? json), schemaVersion: 1 } : json;
      };
      const text = edited(side, file, change);
      if (text !== null) side.ledger.write("a file of an older form", file, Buffer.from(text));
    };
  },
};

/** Both sides of a conflict between the marks of a version control program. */
const marks: Deed = {
  name: "the marks of a conflict",
  plan(side) {
    const own = snapshotsOf(side, (annotator) => annotator === side.self);
    const file = side.random.pick(["entities.json", "project.json", ...own]);
    return () => {
      const here = textAt(side, file);
      const name = "the marks of a conflict";
      const there = edited(side, file, (json) => {
        if (file === "entities.json")
          return { ...json, entities: [...listOf(json, "entities"), entityOf(side)] };
        if (file === "project.json")
          return {
            ...json,
            annotators: [...listOf(json, "annotators"), { id: side.newId(), name: "Marked" }],
          };
        return withSpan(side, json) ?? json;
      });
      if (here === null || there === null || here === there) return;
      side.ledger.writeMarked(name, file, Buffer.from(marked(here, there)), Buffer.from(there));
    };
  },
};

/** What both share once, what differs between marks. */
function marked(ours: string, theirs: string): string {
  const [a, b] = [ours.split("\n"), theirs.split("\n")];
  let begin = 0;
  while (begin < Math.min(a.length, b.length) && a[begin] === b[begin]) begin += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - begin && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = (lines: readonly string[]): readonly string[] => lines.slice(begin, lines.length - end);
  return [
    ...a.slice(0, begin),
    "<<<<<<< HEAD",
    ...middle(a),
    "=======",
    ...middle(b),
    ">>>>>>> theirs",
    ...a.slice(a.length - end),
  ].join("\n");
}

export const edits: readonly Deed[] = [
  addsSpan,
  addsTheirs,
  changesSpan,
  removesSpan,
  unlawful,
  addsEntity,
  renamesEntity,
  removesEntity,
  addsPerson,
  renamesTagset,
  assigns,
  retitles,
  reformats,
  olderForm,
  marks,
];
