// Nothing that an item of a JSON file holds goes missing untold: each key is read, known to be no annotation, or told.
import fc from "fast-check";
import { expect, it } from "vitest";
import { annotationImporters } from "../../../shared/annotation-importers/index.ts";
import { takenByReaders } from "../../helpers/json-values.ts";
import { read, takenFrom } from "./reading.ts";

const text = "Ann said yes.";
/** An item of each format, with further keys in each of its places. */
const itemsOf: Readonly<Record<string, readonly ((more: object) => unknown)[]>> = {
  doccano: [
    (more) => ({ text, entities: [{ id: 1, start_offset: 0, end_offset: 3, label: "A" }], ...more }),
    (more) => ({ text, entities: [{ id: 1, start_offset: 0, end_offset: 3, label: "A", ...more }] }),
    (more) => ({ text, annotations: [{ start_offset: 0, end_offset: 3, label: 1, user: 1, ...more }] }),
    (more) => ({ text, relations: [{ from_id: 1, to_id: 1, type: "a", ...more }] }),
  ],
  prodigy: [
    (more) => ({ text, spans: [{ start: 0, end: 3, label: "A" }], ...more }),
    (more) => ({ text, spans: [{ start: 0, end: 3, label: "A", token_start: 0, ...more }] }),
    (more) => ({ text, relations: [{ head: 0, head_span: ann, child_span: ann, ...more }] }),
    (more) => ({ text, relations: [{ child: 0, head_span: ann, child_span: { ...ann, ...more } }] }),
  ],
  "attribution-lines": [
    (more) => ({ text, attributions: [{ cue: [[4, 8]] }], ...more }),
    (more) => ({ text, attributions: [{ cue: [[4, 8]], rule: "a", ...more }] }),
    (more) => ({ text, attributions: [{ cue: [[4, 8]], via: [{ role: "a", range: [0, 3], ...more }] }] }),
  ],
  pubannotation: [
    (more) => ({ text, denotations: [], ...more }),
    (more) => ({ text, denotations: [{ id: "T1", span: { begin: 0, end: 3 }, obj: "A", ...more }] }),
    (more) => ({ text, relations: [{ id: "R1", subj: "T1", pred: "a", obj: "T2", ...more }] }),
    (more) => ({ text, attributes: [{ id: "A1", subj: "T1", pred: "a", obj: "b", ...more }] }),
    (more) => ({ text, modifications: [{ id: "M1", pred: "Negation", obj: "T1", ...more }] }),
    (more) => ({ text, tracks: [{ project: "A", denotations: [], ...more }] }),
    (more) => ({ text, tracks: [{ denotations: [{ span: { begin: 0, end: 3 }, obj: "A", ...more }] }] }),
  ],
  "label-studio": [
    (more) => ({ data: { text }, annotations: [], ...more }),
    (more) => ({ data: { text }, annotations: [{ result: [], ...more }] }),
    (more) => ({ data: { text }, annotations: [{ result: [{ type: "x", value: {}, ...more }] }] }),
    (more) => ({ data: { text }, annotations: [{ result: [{ ...region, meta: { ...more } }] }] }),
    (more) => ({
      data: { text },
      annotations: [{ result: [{ ...region, value: { ...region.value, ...more } }] }],
    }),
    (more) => ({
      data: { text },
      annotations: [{ result: [{ ...region, type: "choices", value: { choices: ["a"], ...more } }] }],
    }),
  ],
  citron: [
    (more) => ({ text, quotes: [], ...more }),
    (more) => ({ text, quotes: [{ ...more }] }),
    (more) => ({ text, quotes: [{ cue: { start: 4, end: 8, ...more } }] }),
  ],
  "web-annotation": [
    (more) => ({ type: "AnnotationPage", items: [annotation()], ...more }),
    (more) => ({ first: { items: [annotation()] }, ...more }),
    (more) => ({ items: [{ ...annotation(), ...more }] }),
    (more) => ({ items: [annotation({ body: [{ type: "TextualBody", value: "a", ...more }] })] }),
    (more) => ({ items: [annotation({ target: { selector: [position], ...more } })] }),
    (more) => ({ items: [annotation({ target: { selector: [{ ...position, ...more }] } })] }),
  ],
  "cas-json": [
    (more) => ({ ...cas(), ...more }),
    (more) => cas({ "%ID": 2, ...mark, ...more }),
    (more) => ({ ...cas(), "%FEATURE_STRUCTURES": { "1": sofa, "2": { ...mark, ...more } } }),
  ],
};
const ann = { start: 0, end: 3, label: "A" };
const region = { id: "a", type: "labels", value: { start: 0, end: 3, labels: ["A"] } };
const position = { type: "TextPositionSelector", start: 0, end: 3 };
const annotation = (more: object = {}) => ({
  ...{ type: "Annotation", body: { purpose: "tagging", value: "A" }, target: { selector: position } },
  ...more,
});
const sofa = { "%ID": 1, "%TYPE": "uima.cas.Sofa", sofaID: "_InitialView", sofaString: text };
const mark = { "%TYPE": "a.b.Mark", "@sofa": 1, begin: 0, end: 3 };
const cas = (...structures: readonly object[]) => ({
  "%TYPES": {},
  "%FEATURE_STRUCTURES": [sofa, ...structures],
});
/** Their keys are held by a schema, or they are read through another reader. */
const others = ["json", "inception"];
/** Where texts lie beside the annotations. */
const besideOf: Readonly<Record<string, object>> = { "web-annotation": { "a.txt": text } };
/** Where every feature is read that is a text, a number or a switch. */
const takesTexts = ["cas-json"];

it("every reader of JSON is held to it", () => {
  const readers = annotationImporters.filter(({ extensions }) =>
    extensions.some((one) => /^json/u.test(one)),
  );
  expect(
    readers
      .map(({ id }) => id)
      .filter((id) => !others.includes(id))
      .sort(),
  ).toEqual(Object.keys(itemsOf).sort());
});

const places = Object.entries(itemsOf).flatMap(([format, items]) =>
  items.map((item, at) => [`${format} ${at}`, format, item] as const),
);

it.each(places)("%s: what has an unknown key is told by its name", (_name, format, item) => {
  const isMore = (value: unknown): boolean => typeof value === "object" || !takesTexts.includes(format);
  const something = fc
    .jsonValue()
    .filter((value) => value !== null && JSON.stringify(value).length > 2 && isMore(value));
  fc.assert(
    fc.property(
      takenByReaders(
        fc.dictionary(
          fc.string({ maxLength: 20 }).map((key) => `x-${key}`),
          something,
        ),
      ),
      (more) => {
        const { passed = [] } = takenFrom(format, { "a.json": item(more), ...besideOf[format] });
        const names = passed.map(({ name }) => name.replace(/^.*?(?=x-)/su, ""));
        expect(names.sort()).toEqual(Object.keys(more).sort());
        expect(passed.every(({ count }) => count > 0)).toBe(true);
      },
    ),
  );
});

it.each(places)("%s: a file that has the key “__proto__” is refused for it", (_name, format, item) => {
  const more = { "x-": JSON.parse('{"": [{"__proto__": 0}]}') };
  expect(read(format, { "a.json": item(more), ...besideOf[format] })).toMatchObject({
    ok: false,
    problems: [{ file: "a.json", what: { key: "findings.json-proto" } }],
  });
});

it.each(Object.keys(itemsOf))(
  "%s: a broken file hides nothing of those beside it, and is told by its name",
  (format) => {
    const whole = { "a.json": itemsOf[format]?.[0]?.({}), ...besideOf[format] };
    const { documents, rejected } = takenFrom(format, { ...whole, "b.json": "{" });
    expect(documents).toEqual(takenFrom(format, whole).documents);
    expect(rejected.map(({ file }) => file)).toEqual(["b.json"]);
  },
);

it.each(["doccano", "prodigy"])("%s: what is said of a whole text is told one by one", (format) => {
  const labels = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 4 });
  const tables = takenByReaders(fc.dictionary(fc.string({ maxLength: 9 }), fc.integer()));
  fc.assert(
    fc.property(labels, tables, (listed, table) => {
      for (const [cats, said] of [
        [listed, listed],
        [table, Object.entries(table).map(([name, value]) => `${name}: ${value}`)],
      ] as const) {
        const { rejected } = takenFrom(format, { "a.jsonl": JSON.stringify({ text, cats }) });
        expect(rejected).toMatchObject(
          said.map((label) => ({ what: { key: "interchange.whole-text", values: { label } } })),
        );
      }
    }),
  );
});

it("doccano's comments, and a list that is none, are told", () => {
  const line = { text, Comments: ["odd headline", { text: "see 2" }], relations: { a: 1 } };
  const { rejected, passed } = takenFrom("doccano", { "a.jsonl": JSON.stringify(line) });
  expect(rejected.map(({ what }) => (typeof what === "string" ? what : what.values?.label))).toEqual([
    "odd headline",
    "see 2",
  ]);
  expect(passed).toEqual([{ file: "a.jsonl", name: "relations", why: "not-read", count: 1 }]);
});

it("Label Studio's results of unknown kinds are told, and what is noted of a region is its note", () => {
  const region = {
    id: "a",
    type: "labels",
    value: { start: 0, end: 3, labels: ["A"] },
    meta: { text: ["who?"] },
  };
  const odd = { id: "b", type: "taxonomy", value: { taxonomy: [["x", "y"]] } };
  const task = { data: { text }, annotations: [{ result: [region, odd] }] };
  const { documents, rejected } = takenFrom("label-studio", { "a.json": JSON.stringify([task]) });
  expect(documents[0]?.spans[0]?.values).toEqual([{ name: "note", value: "who?" }]);
  expect(rejected).toMatchObject([
    {
      what: { key: "interchange.kind-not-read", values: { kind: "taxonomy" } },
      where: "/0/annotations/0/result/1",
    },
  ]);
});
