// The index of a project: whatever is done to the project, it says what a rebuild says and what counting the articles themselves gives; and
// nothing is believed that lies in the home and is not as it was left there.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { prettyJson, sha256 } from "../../../../main/storage/files/json-text.ts";
import { type SetFile, setFileOfJson, setJsonIn } from "../../../../main/storage/sets/set-file.ts";
import { parseAnnotatedJson } from "../../../../shared/annotated-json/read.ts";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { type InsightQuery, insightReport } from "../../../../shared/insight/report.ts";
import { type ChosenSets, defaultScope, indexedProject } from "../../../../shared/insight/scope.ts";
import { saidIn } from "../../../../shared/model/article-about.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { finish } from "../../../../shared/model/work.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { runs } from "../../../helpers/tier.ts";
import { watchedDisk } from "../../../helpers/watched-disk.ts";
import { type Work, workIn } from "../random-project.ts";
import { keep, type Place, place, restore } from "../version-scene.ts";
import { inMemory, newId, noteOf, type Person, person, problemOf, temporaryFolder } from "../workplace.ts";

const query = (
  sets: ChosenSets,
  by: readonly string[] = [],
  measures: readonly string[] = [],
): InsightQuery => ({
  ...{ measures, by, seed: 1 },
  scope: { ...defaultScope, sets },
});

const ask = (who: Person, { handle: project }: OpenProject, of: InsightQuery) =>
  who.call("insight.measure", { project, ...of });

const everyQuery = (me: Id): readonly InsightQuery[] => [
  query({ of: "either" }),
  query({ of: "either" }, ["entity"], ["statements", "space", "new-voices"]),
  query({ of: "person", id: me }),
  query({ of: "curation" }, ["publisher"], ["attributed-share", "second-hand"]),
];

/** What another core finds, which reads the project alone. */
async function asked(home: string, { project }: Pick<Place, "project">, queries: readonly InsightQuery[]) {
  const reader = await person(home, "Ana");
  const opened = await reader.call("project.open", { path: project.path, mode: "read" });
  const found = [];
  for (const one of queries) found.push(await ask(reader, opened, one));
  await reader.core.close();
  return found;
}

/** What the articles themselves give. */
async function counted({ ana, project, folder }: Place, queries: readonly InsightQuery[]) {
  const path = join(folder, `${newId()}.json`);
  const everything = { articles: null, annotators: null, overwrite: false };
  await ana.call("export.write", { project: project.handle, format: "json", path, ...everything });
  const read = parseAnnotatedJson(readFileSync(path, "utf8"), sha256);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const bundle = indexedProject(read.bundle);
  return queries.map((one) => ({ report: finish(insightReport(bundle, one)), damaged: [] }));
}

const work: fc.Arbitrary<Work> = fc.record({
  article: fc.nat({ max: 2 }),
  command: fc.nat({ max: 200 }),
  numbers: fc.array(fc.nat({ max: 9_999 }), { minLength: 12, maxLength: 12 }),
});

const other = ["put away", "take back", "revise", "describe", "keep", "restore", "measure"] as const;
type Other = (typeof other)[number];

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constantFrom("annotate" as const, "curate" as const), work }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom<Other>(...other), work }) },
);

/** What cannot be done as things stand is refused, and nothing has happened. */
async function orRefused(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

async function doOther(here: Place, kind: Other, { article: at, numbers }: Work): Promise<void> {
  const { ana, project: opened, articles } = here;
  const [project, article] = [opened.handle, articles[at] ?? ""];
  switch (kind) {
    case "put away":
      await ana.call("article.putAway", { project, article });
      break;
    case "take back":
      await ana.call("trash.takeBack", { project, kind: "article", id: article });
      break;
    case "revise": {
      const { text } = await ana.call("article.open", { project, article });
      await ana.call("article.revise", {
        ...{ project, article, from: null, opId: newId(), step: noteOf("revise-article") },
        ...{ why: "correction", note: "", text: `${text.trimEnd()} ${numbers[0]}\n` },
      });
      break;
    }
    case "describe": {
      const { known } = await ana.call("article.known", { project, article });
      const said = { ...saidIn(known), publisher: [`Tide ${numbers[0]}`], date: ["2024"] };
      const step = noteOf("describe-article");
      await ana.call("article.describe", { project, article, opId: newId(), step, said });
      break;
    }
    case "keep":
      await keep(here);
      break;
    case "restore": {
      const { versions } = await ana.call("versions.list", { project });
      const version = versions.find(({ kind: of }) => of === "kept");
      if (version) await restore(here, { kind: "kept", id: version.id ?? "" });
      break;
    }
    case "measure":
      await ask(ana, opened, query({ of: "either" }));
  }
}

test("after any sequence of steps the index says what a rebuild says, what is kept says, and what the articles say", async () => {
  let measured = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 30 }), async (acts) => {
      const here = await place(3);
      const { ana, project, articles, folder } = here;
      const queries = everyQuery(project.annotator?.id ?? "");
      for (const { act: kind, work: one } of acts)
        await orRefused(() =>
          kind === "annotate" || kind === "curate"
            ? workIn(ana, project, articles, one, kind === "curate" ? "curation" : undefined)
            : doOther(here, kind, one),
        );
      const found = [];
      for (const one of queries) found.push(await ask(ana, project, one));
      expect(found).toEqual(await asked(join(folder, "another home"), here, queries));
      expect(found).toEqual(await counted(here, queries));
      await ana.core.close();
      for (const _ of ["read anew and kept", "kept"])
        expect(await asked(join(folder, "home"), here, queries)).toEqual(found);
      const [{ report } = { report: null }] = found;
      if (report?.ok && report.measures.some(({ groups }) => groups.some(({ n }) => n > 0))) measured += 1;
    }),
    { numRuns: runs(12) },
  );
  expect(measured).toBeGreaterThan(0);
});

/** A project that three people annotated, and Ana at it. */
async function shared(options: Parameters<typeof person>[2] = {}) {
  const folder = temporaryFolder(inMemory);
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const ana = await person(join(folder, "home"), "Ana", options);
  const project = await ana.call("project.open", { path: review.path, mode: "write" });
  const [me = "", ben = ""] = review.annotators.map(({ id }) => id);
  const setFileOf = (annotator: Id, article = review.articles[0]?.article.id ?? ""): string =>
    join(review.path, "annotations", article, `${annotator}.json`);
  return { folder, review, ana, project, me, ben, setFileOf };
}

/** The same set with another kind on each card, as another machine writes it. */
function mixIn(path: string): void {
  const file: SetFile = JSON.parse(readFileSync(path, "utf8"));
  const { attributions, ...set } = setJsonIn(file);
  const mixed = attributions.map((card) => ({ ...card, kind: "mixed" as const }));
  const facts = { revision: file.revision + 1, recent: [], before: file };
  const seqByDevice = new Map(Object.entries(file.have));
  writeFileSync(path, prettyJson(setFileOfJson({ ...set, attributions: mixed }, { ...facts, seqByDevice })));
}

test.each(["me", "ben"] as const)(
  "what another machine makes of a set of %s that is not open is counted once it is looked at",
  async (whose) => {
    const one = await shared();
    const of = query({ of: "person", id: one[whose] }, [], ["kinds"]);
    const before = await ask(one.ana, one.project, of);
    await one.ana.call("project.look", { project: one.project.handle });
    mixIn(one.setFileOf(one[whose]));
    await one.ana.call("project.look", { project: one.project.handle });
    const after = await ask(one.ana, one.project, of);
    expect(after).not.toEqual(before);
    const rebuilt = await asked(join(one.folder, "another home"), one, [of]);
    expect([after]).toEqual(rebuilt);
  },
);

test("an article with a set that cannot be read is named and left out", async () => {
  const one = await shared();
  const file = one.setFileOf(one.ben);
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, whole.replace('"claim"', '"clam"'));
  const of = query({ of: "person", id: one.me }, [], ["statements"]);
  const [broken] = one.review.articles;
  const { report, damaged } = await ask(one.ana, one.project, of);
  expect(damaged).toMatchObject([{ article: broken?.article.id }]);
  const articles = one.project.articles.length - 1;
  expect(report).toMatchObject({ ok: true, measures: [{ scope: { articles, leftOut: 0 } }] });
});

test("how far it is is told; one that is ended, or that the next one ends, says so and keeps what was read", async () => {
  const one = await shared();
  const of = query({ of: "person", id: one.me });
  const first = ask(one.ana, one.project, of);
  const second = ask(one.ana, one.project, of);
  expect((await first).report).toBeNull();
  expect((await second).report).toMatchObject({ ok: true });
  const told = one.ana.events.filter(({ type }) => type === "counting");
  expect(told).toContainEqual({ type: "counting", project: one.project.handle, done: 0, of: 2 });
  const third = ask(one.ana, one.project, of);
  await one.ana.call("insight.stop", { project: one.project.handle });
  expect((await third).report).toBeNull();
  expect((await ask(one.ana, one.project, of)).report).toEqual((await second).report);
});

test("what fits nothing is refused, with what there is", async () => {
  const one = await shared();
  const { report } = await ask(one.ana, one.project, query({ of: "either" }, [], ["fame"]));
  expect(report).toMatchObject({ ok: false, problem: { key: "insight.no-measure" } });
  const half = ask(one.ana, one.project, { ...query({ of: "either" }), seed: 0.5 });
  expect(await problemOf(half)).toMatchObject({ problem: "input-invalid" });
});

test("a figure opens its cards as the project stands now, and a figure that is none is refused", async () => {
  const { ana, project: opened, me, review } = await shared();
  const project = opened.handle;
  const { scope } = query({ of: "person", id: me });
  const figure = { measure: "kinds", by: [], part: "denominator" as const, scope };
  const kinds = query({ of: "person", id: me }, [], ["kinds"]);
  const { report } = await ask(ana, opened, kinds);
  const groups = report?.ok ? (report.measures[0]?.groups ?? []) : [];
  expect(groups.length).toBeGreaterThan(0);
  const behind = async () => {
    const { found } = await ana.call("insight.cards", { project, ...figure, group: { ...groups[0]?.by } });
    return found?.ok ? (found.cards ?? []) : [];
  };
  const cards = await behind();
  expect(cards).toHaveLength(groups[0]?.denominator ?? -1);
  expect(new Set(cards.map(({ annotator }) => annotator))).toEqual(new Set([me]));
  const [first] = review.articles;
  const gone = first?.article.id ?? "";
  await ana.call("article.putAway", { project, article: gone });
  expect(await behind()).toEqual(cards.filter(({ article }) => article !== gone));
  const none = await ana.call("insight.cards", { project, ...figure, measure: "fame", group: {} });
  expect(none.found).toMatchObject({ ok: false, problem: { key: "insight.no-measure" } });
});

const writing = (
  { folder, project }: Pick<Place, "folder" | "project">,
  name: string,
  more: object = {},
) => ({
  ...({ project: project.handle, format: "html", language: "en", overwrite: false } as const),
  path: join(folder, name),
  ...more,
});

test("figures are written to a file with what was counted, in the language that is asked for", async () => {
  const one = await shared();
  const of = query({ of: "person", id: one.me }, ["entity"], ["statements"]);
  const { report } = await ask(one.ana, one.project, of);
  const groups = report?.ok ? (report.measures[0]?.groups.length ?? 0) : 0;
  for (const [language, sentence] of [
    ["en", "Only the sets by Ana count."],
    ["de", "Nur die Sätze von Ana zählen."],
  ] as const) {
    const into = writing(one, `${language}.html`, { language });
    const { file } = await one.ana.call("insight.write", { ...of, ...into });
    const page = readFileSync(into.path, "utf8");
    expect(file).toEqual({
      ok: true,
      path: into.path,
      bytes: Buffer.byteLength(page),
      articles: 2,
      common: null,
      curatedInPart: 0,
      excludedCards: 0,
      leftOut: 0,
      groups,
    });
    expect(page).toContain(sentence);
  }
});

test("a file of figures replaces nothing unasked, and nothing is written of what cannot be counted", async () => {
  const one = await shared();
  const of = query({ of: "person", id: one.me }, [], ["statements"]);
  const into = writing(one, "figures.csv", { format: "csv" });
  writeFileSync(into.path, "mine");
  const replaced = one.ana.call("insight.write", { ...of, ...into });
  expect(await problemOf(replaced)).toMatchObject({ problem: "export-exists" });
  expect(readFileSync(into.path, "utf8")).toBe("mine");
  await one.ana.call("insight.write", { ...of, ...into, overwrite: true });
  expect(readFileSync(into.path, "utf8")).toMatch(/^measure,unit,/u);
  const inProject = { ...into, path: join(one.review.path, "project.json"), overwrite: true };
  expect(await problemOf(one.ana.call("insight.write", { ...of, ...inProject }))).toMatchObject({
    problem: "export-exists",
  });
  const refused = { ...query({ of: "person", id: one.me }, [], ["fame"]), ...writing(one, "fame.html") };
  expect(await one.ana.call("insight.write", refused)).toMatchObject({
    file: { ok: false, problem: { key: "insight.no-measure" } },
  });
  expect(existsSync(refused.path)).toBe(false);
  const ended = one.ana.call("insight.write", { ...of, ...writing(one, "ended.html") });
  await one.ana.call("insight.stop", { project: one.project.handle });
  expect(await ended).toEqual({ file: null });
  expect(existsSync(join(one.folder, "ended.html"))).toBe(false);
});

test("a file that comes while figures are counted is not replaced unasked", async () => {
  const one = await shared();
  const into = writing(one, "late.csv", { format: "csv" });
  one.ana.core.subscribe(({ type }) => type === "counting" && writeFileSync(into.path, "mine"));
  const of = query({ of: "person", id: one.me }, [], ["statements"]);
  const late = one.ana.call("insight.write", { ...of, ...into });
  expect(await problemOf(late)).toMatchObject({ problem: "export-exists" });
  expect(readFileSync(into.path, "utf8")).toBe("mine");
});

test("no file is written of figures from which an article that cannot be read would be missing", async () => {
  const one = await shared();
  const damaged = one.setFileOf(one.ben);
  writeFileSync(damaged, readFileSync(damaged, "utf8").replace('"claim"', '"clam"'));
  const of = query({ of: "person", id: one.me }, [], ["statements"]);
  const [problem] = (await ask(one.ana, one.project, of)).damaged;
  const into = writing(one, "broken.html");
  const written = one.ana.call("insight.write", { ...of, ...into });
  expect(await problemOf(written)).toMatchObject({ problem: problem?.problem.problem });
  expect(existsSync(into.path)).toBe(false);
});

/** The files of the index in the home. */
function keptFiles(folder: string, project: string): readonly string[] {
  const place = join(folder, "home", "insight", project);
  return readdirSync(place).map((name) => join(place, name));
}

/** A kept file with another head or other texts and its hash made to fit: 32 bytes of hash, 4 of the length of the head, the head as JSON, the rest. */
function resealed(
  change: (head: KeptHead, rest: Buffer) => { readonly head?: object; readonly rest?: Buffer },
) {
  return (bytes: Buffer): Uint8Array => {
    const end = 36 + bytes.readUInt32LE(32);
    const before = { head: JSON.parse(bytes.toString("utf8", 36, end)), rest: bytes.subarray(end) };
    const { head, rest } = { ...before, ...change(before.head, before.rest) };
    const written = Buffer.from(JSON.stringify(head));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(written.length);
    const sealed = Buffer.concat([length, written, rest]);
    return Buffer.concat([createHash("sha256").update(sealed).digest(), sealed]);
  };
}

interface KeptHead {
  readonly form: number;
  readonly parts: readonly { readonly id: string; readonly numbers: number; readonly text: number }[];
}

const withParts = (change: (part: KeptHead["parts"][number]) => object) =>
  resealed((head) => ({ head: { ...head, parts: head.parts.map((one) => ({ ...one, ...change(one) })) } }));

test.each<[string, (bytes: Buffer) => Uint8Array]>([
  ["is empty", () => Buffer.alloc(0)],
  ["is cut off", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["has another byte", (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))],
  ["is something else", () => Buffer.from("{}")],
  ["is too large", () => Buffer.alloc(65 * 1024 * 1024, " ")],
  ["is of another form", resealed((head) => ({ head: { ...head, form: 0 } }))],
  ["is of a computer with another order of bytes", resealed((head) => ({ head: { ...head, bytes: "BE" } }))],
  ["has a field that is none", withParts(() => ({ more: 1 }))],
  ["has lengths that are not those of its parts", withParts(({ text }) => ({ text: text + 1 }))],
  ["has numbers that are none", withParts(({ numbers }) => ({ numbers: numbers + 1 }))],
  ["has more than its parts", resealed((_, rest) => ({ rest: Buffer.concat([rest, Buffer.alloc(4)]) }))],
  [
    "has a date that is none",
    resealed((_, rest) => {
      const before = rest.toString("latin1");
      const after = before.replaceAll(/20\d\d-\d\d-\d\d(?!T)/gu, "2026-13-45");
      if (after === before) throw new Error("No article has a date.");
      return { rest: Buffer.from(after, "latin1") };
    }),
  ],
  [
    "names places that are not there",
    resealed((_, rest) => {
      const other = Buffer.from(rest);
      other.writeInt32LE(1_000_000, 8);
      return { rest: other };
    }),
  ],
  ["has articles that belong into another", withParts(() => ({ id: "zzzz" }))],
])("a kept file that %s is thrown away and made anew", async (_how, damage) => {
  const one = await shared();
  const of = query({ of: "person", id: one.ben });
  const found = await ask(one.ana, one.project, of);
  await one.ana.core.close();
  const files = keptFiles(one.folder, one.review.project.id);
  const whole = files.map((file) => readFileSync(file));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    writeFileSync(file, damage(readFileSync(file)));
    writeFileSync(file.replace(/parts$/u, "json.gz"), "of an earlier form");
  }
  expect(await asked(join(one.folder, "home"), one, [of])).toEqual([found]);
  expect(files.map((file) => readFileSync(file))).toEqual(whole);
  expect(keptFiles(one.folder, one.review.project.id)).toEqual(files);
});

test("an article that is as it was is not opened again at the next time", async () => {
  const one = await shared();
  const of = query({ of: "person", id: one.ben });
  const found = await ask(one.ana, one.project, of);
  await one.ana.core.close();
  const opened: string[] = [];
  const disk = watchedDisk(nodeDisk, ({ name, path }) => void (name === "open" && opened.push(path)));
  const again = await person(join(one.folder, "home"), "Ana", { disk });
  const project = await again.call("project.open", { path: one.review.path, mode: "read" });
  opened.length = 0;
  expect(await ask(again, project, of)).toEqual(found);
  expect(opened.filter((path) => path.startsWith(one.review.path))).toEqual([]);
  expect(opened).toContain(keptFiles(one.folder, one.review.project.id)[0]);
});

test("figures of one set of articles open the sets of annotators only where that one asks for them", async () => {
  const opened: string[] = [];
  const disk = watchedDisk(nodeDisk, ({ name, path }) => void (name === "open" && opened.push(path)));
  const one = await shared({ disk });
  const { articleSets } = await one.ana.call("articleSets.save", {
    ...{ project: one.project.handle, opId: newId(), step: noteOf("save-article-set"), remove: [] },
    save: [
      {
        id: null,
        name: "Picked",
        filter: { articles: one.project.articles.slice(0, 1).map(({ id }) => id) },
      },
      { id: null, name: "Ben’s", filter: { annotated: [one.ben] } },
    ],
  });
  const of = query({ of: "person", id: one.ben }, [], ["statements"]);
  await ask(one.ana, one.project, of);
  const annotations = join(one.review.path, "annotations");
  const openedFor = async (name: string) => {
    const known = articleSets.find((saved) => saved.name === name);
    const set = known ? { id: known.id, name } : null;
    opened.length = 0;
    const { report } = await ask(one.ana, one.project, { ...of, scope: { ...of.scope, set } });
    expect(report).toMatchObject({ ok: true });
    return opened.filter((path) => path.startsWith(annotations)).length;
  };
  expect(await openedFor("Picked")).toBe(0);
  expect(await openedFor("Ben’s")).toBeGreaterThan(0);
  expect(await openedFor("Ben’s")).toBe(0);
});

test("once an article was read, views open no file of the project, and an edit opens those of one article", async () => {
  const opened: string[] = [];
  const disk = watchedDisk(nodeDisk, ({ name, path }) => void (name === "open" && opened.push(path)));
  const one = await shared({ disk });
  const { ana, project: opening, me, review } = one;
  const project = opening.handle;
  const { articleSets } = await ana.call("articleSets.save", {
    ...{ project, opId: newId(), step: noteOf("save-article-set"), remove: [] },
    save: [{ id: null, name: "Begun", filter: { annotated: [me] } }],
  });
  const set = { id: articleSets[0]?.id ?? "", name: "Begun" };
  const scope = { ...defaultScope, sets: { of: "person" as const, id: me }, set };
  const figures = [
    { ...query(scope.sets, [], ["top-5", "reason-given"]), scope },
    { ...query(scope.sets, ["entity"], ["space", "first-voice"]), scope },
    { ...query(scope.sets, ["publisher"], ["source-mix"]), scope },
  ];
  const listed = { from: 0, count: 100 };
  const statements = {
    ...{
      cards: null,
      typed: "a",
      where: {},
      sort: { by: "after", isDescending: false },
      node: "claim" as const,
    },
    scope: { sets: scope.sets, set, filter: scope.filter },
  };
  const openedByViews = async (): Promise<readonly string[]> => {
    opened.length = 0;
    for (const of of figures) await ask(ana, opening, of);
    const { listed: list } = await ana.call("statements.list", {
      ...{ project, query: statements, isCounting: true, window: listed, around: null },
    });
    expect(list).toMatchObject({ ok: true });
    const figure = { measure: "statements", by: [], group: {}, part: "numerator" as const, scope };
    await ana.call("insight.cards", { project, ...figure });
    return opened.filter((path) => path.startsWith(review.path));
  };
  expect(await openedByViews()).not.toEqual([]);
  expect(await openedByViews()).toEqual([]);
  const [edited] = review.articles;
  const { article } = edited ?? {};
  const found = await ana.call("statements.list", {
    ...{
      project,
      query: { ...statements, typed: "", node: null, sort: { by: "text", isDescending: false } },
    },
    ...{ isCounting: false, window: listed, around: null },
  });
  const row = found.listed?.ok ? found.listed.rows.find((one) => one.article === article?.id) : undefined;
  if (!row) throw new Error("The edited article has no card.");
  await ana.call("statements.edit", {
    ...{ project, opId: newId(), step: noteOf("edit-cards") },
    cards: [{ article: row.article, annotator: row.annotator, card: row.card }],
    edit: { of: "flag", flag: "discuss", isSet: true },
  });
  const others = review.articles.slice(1).map((one) => one.article.id);
  const again = await openedByViews();
  expect(again).not.toEqual([]);
  expect(again.filter((path) => others.some((id) => path.includes(id)))).toEqual([]);
  expect(await openedByViews()).toEqual([]);
});
