// Sets that nobody's Sayso would write, lying in a folder that is shared: each is named or compared as data, and the others are
// compared all the same.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashOfValue } from "../../../../main/storage/files/json-text.ts";
import type { AnnotationSetJson } from "../../../../shared/model/annotation-set.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { person, temporaryFolder } from "../workplace.ts";

type Json = { [key: string]: unknown; spans: Json[]; attributions: Json[] };

/** Ben's set after `change`, with the count and the hash that then belong to it; compared with the others. */
async function withChanged(change: (set: Json) => void) {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const article = review.articles[0]?.article.id ?? "";
  const path = join(review.path, "annotations", article, `${review.annotators[1]?.id}.json`);
  const file = JSON.parse(readFileSync(path, "utf8")) as Json;
  change(file);
  const {
    format: _f,
    schemaVersion: _v,
    revision: _r,
    have: _h,
    count: _c,
    sha256: _s,
    recent: _n,
    ...set
  } = file;
  file.count = Object.values(set).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : 0),
    0,
  );
  file.sha256 = hashOfValue(set as unknown as AnnotationSetJson);
  writeFileSync(path, JSON.stringify(file));
  const ana = await person(join(folder, "home"));
  const { handle } = await ana.call("project.open", { path: review.path, mode: "write" });
  const { sets, damaged } = await ana.call("review.sets", { project: handle, article });
  const { comparison } = await ana.call("review.compare", {
    project: handle,
    article,
    annotators: sets.map(({ annotator }) => annotator.id),
    policies: [],
  });
  return { names: sets.map(({ annotator }) => annotator.name), damaged, comparison };
}

const first = (records: Json[]): Json => records[0] ?? ({} as Json);
const segmentOf = (span: Json): Json => first(span.segments as Json[]);

test("row 34: two records of one id are named as damage", async () => {
  const { names, damaged, comparison } = await withChanged((set) => {
    set.spans.push(first(set.spans));
  });
  expect(names).toEqual(["Ana", "Cem"]);
  expect(damaged).toMatchObject([{ annotator: { name: "Ben" }, problem: { problem: "set-damaged" } }]);
  expect(comparison?.groups.length).toBeGreaterThan(0);
});

test("row 36: offsets that lie beyond the text are compared as data", async () => {
  const { names, comparison } = await withChanged((set) => {
    segmentOf(first(set.spans)).end = 9_000_000;
    Object.assign(segmentOf(set.spans[1] ?? first(set.spans)), { start: 8_000_000, end: 8_000_001 });
  });
  expect(names).toEqual(["Ana", "Ben", "Cem"]);
  expect(comparison?.groups.some(({ place }) => place?.end === 9_000_000)).toBe(true);
});

test.each([
  ["negative", { start: -5 }],
  ["fractional", { start: 0.5 }],
  ["a text", { start: "5" }],
])("row 36: a set with an offset that is %s is named as damage", async (_how, offsets) => {
  const { names, damaged } = await withChanged((set) => {
    Object.assign(segmentOf(first(set.spans)), offsets);
  });
  expect([names, damaged.map(({ annotator }) => annotator.name)]).toEqual([["Ana", "Cem"], ["Ben"]]);
});

test("row 37: a stretch that is inverted is compared as data", async () => {
  const { names, comparison } = await withChanged((set) => {
    Object.assign(segmentOf(first(set.spans)), { start: 9, end: 3 });
  });
  expect(names).toEqual(["Ana", "Ben", "Cem"]);
  expect(comparison?.groups.length).toBeGreaterThan(0);
});

test("row 43: cards within themselves and within each other, and slots that lead nowhere, end and are compared", async () => {
  const { names, comparison } = await withChanged((set) => {
    const [one = {} as Json, two = {} as Json, three = {} as Json] = set.attributions;
    Object.assign(one, { within: one.id });
    Object.assign(two, { within: three.id, claim: "nowhere" });
    Object.assign(three, { within: two.id, voice: ["nobody"] });
  });
  expect(names).toEqual(["Ana", "Ben", "Cem"]);
  expect(
    comparison?.groups.some(({ differences }) => differences.some(({ aspect }) => aspect === "nesting")),
  ).toBe(true);
});

test("rows 32 and 44: types and fields that no tagset knows are compared under their names", async () => {
  const { comparison } = await withChanged((set) => {
    for (const span of set.spans) if (span.type === "cue") span.type = "constructor";
    first(set.attributions).fields = { toString: true, hasOwnProperty: "x" };
  });
  const differences = comparison?.groups.flatMap((group) => group.differences) ?? [];
  expect(differences.some(({ aspect, said }) => aspect === "type" && said.includes("constructor"))).toBe(
    true,
  );
  expect(differences.some(({ field }) => field === "toString")).toBe(true);
});

test("row 32: a field that is called like the prototype of all objects changes none of them", async () => {
  const { comparison } = await withChanged((set) => {
    first(set.attributions).fields = JSON.parse('{"__proto__": {"polluted": true}}');
  });
  expect(comparison?.groups.length).toBeGreaterThan(0);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
