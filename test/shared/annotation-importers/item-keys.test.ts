// Nothing that an item of a JSON file holds goes missing untold: each key is read, known to be no annotation, or told.
import fc from "fast-check";
import { expect, it } from "vitest";
import { annotationImporters } from "../../../shared/annotation-importers/index.ts";
import { takenFrom } from "./reading.ts";

const text = "Ann said yes.";
/** An item of each format, with further keys in each of its places. */
const itemsOf: Readonly<Record<string, readonly ((more: object) => unknown)[]>> = {
  doccano: [(more) => ({ text, entities: [{ id: 1, start_offset: 0, end_offset: 3, label: "A" }], ...more })],
  prodigy: [(more) => ({ text, spans: [{ start: 0, end: 3, label: "A" }], ...more })],
  "attribution-lines": [(more) => ({ text, attributions: [{ cue: [[4, 8]] }], ...more })],
  pubannotation: [
    (more) => ({ text, denotations: [], ...more }),
    (more) => ({ text, tracks: [{ project: "A", denotations: [], ...more }] }),
  ],
  "label-studio": [
    (more) => ({ data: { text }, annotations: [], ...more }),
    (more) => ({ data: { text }, annotations: [{ result: [], ...more }] }),
    (more) => ({ data: { text }, annotations: [{ result: [{ type: "x", value: {}, ...more }] }] }),
  ],
  citron: [(more) => ({ text, quotes: [], ...more }), (more) => ({ text, quotes: [{ ...more }] })],
};
/** Their keys are of vocabularies and type systems without end, or they are read through another reader. */
const others = ["json", "web-annotation", "cas-json", "inception"];

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
  const something = fc.jsonValue().filter((value) => value !== null && JSON.stringify(value).length > 2);
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ maxLength: 20 }).map((key) => `x-${key}`),
        something,
      ),
      (more) => {
        const { passed = [] } = takenFrom(format, { "a.json": JSON.stringify(item(more)) });
        const names = passed.map(({ name }) => name.replace(/^.*?(?=x-)/su, ""));
        expect(names.sort()).toEqual(Object.keys(more).sort());
        expect(passed.every(({ count }) => count > 0)).toBe(true);
      },
    ),
  );
});

it.each(["doccano", "prodigy"])("%s: what is said of a whole text is told one by one", (format) => {
  const labels = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 4 });
  fc.assert(
    fc.property(labels, fc.dictionary(fc.string({ maxLength: 9 }), fc.integer()), (listed, table) => {
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
