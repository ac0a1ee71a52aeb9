// A project in which a version control program has left both sides of a conflict is opened with both, whichever file they are in;
// nothing is written before somebody writes, and then the file with the marks is kept.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import type { Id } from "../../../../shared/model/id.ts";
import type { Span } from "../../../../shared/model/span.ts";
import { invertWork, type Step } from "../../../../shared/model/step.ts";
import {
  addingSpan,
  newId,
  noteOf,
  type Person,
  person,
  projectWith,
  temporaryFolder,
} from "../workplace.ts";

/** What git writes of two versions of a file: what both begin and end with stands once. */
function marked(ours: string, theirs: string): string {
  const [a, b] = [ours.split("\n"), theirs.split("\n")];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  let behind = 0;
  while (behind < Math.min(a.length, b.length) - from && a.at(-1 - behind) === b.at(-1 - behind)) behind += 1;
  const middle = (lines: string[]): string[] => lines.slice(from, lines.length - behind);
  return [
    ...a.slice(0, from),
    "<<<<<<< HEAD",
    ...middle(a),
    "=======",
    ...middle(b),
    ">>>>>>> other",
    ...a.slice(a.length - behind),
  ].join("\n");
}

interface Bench {
  readonly home: string;
  readonly path: string;
  readonly article: Id;
}

/** A project closed with one mark, and a copy of it; both go on by themselves with `ours` and `theirs`. */
async function branched(work: (at: Bench, who: Person, project: OpenProject) => Promise<void>) {
  const folder = temporaryFolder();
  const [home, path, other] = [join(folder, "home"), join(folder, "project"), join(folder, "other")];
  const ana = await person(home);
  const { project, article } = await projectWith(ana, path);
  const at = { home, path, article };
  await mark(at, ana, project, 0);
  await ana.call("project.close", { project: project.handle });
  cpSync(path, other, { recursive: true });
  for (const side of [other, path]) {
    const open = await ana.call("project.open", { path: side, mode: "write" });
    await work(at, ana, open);
    await ana.call("project.close", { project: open.handle });
  }
  await ana.core.close();
  return { ...at, other };
}

async function mark({ article }: Bench, who: Person, project: OpenProject, place: number): Promise<Span> {
  const { revision } = await who.call("article.open", { project: project.handle, article });
  const change = addingSpan(project, place);
  await who.call("annotations.apply", { project: project.handle, article, opId: newId(), revision, change });
  const [span] = change.spans?.added ?? [];
  if (!span) throw new Error("There is no span.");
  return span;
}

const filesIn = (path: string) =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]),
  );

function leaveMarks(path: string, other: string, file: string): string {
  const [ours, theirs] = [path, other].map((folder) => readFileSync(join(folder, file), "utf8"));
  const text = marked(ours ?? "", theirs ?? "");
  expect(text).toContain("<<<<<<< HEAD\n");
  writeFileSync(join(path, file), text);
  return text;
}

const problems = ({ warnings }: OpenProject): string[] => warnings.map(({ problem }) => problem);

async function spansOf(who: Person, project: OpenProject, article: Id): Promise<readonly Span[]> {
  return (await who.call("article.open", { project: project.handle, article })).set.spans;
}

const kept = (path: string): string[] =>
  readdirSync(join(path, ".quarantine")).map((name) => readFileSync(join(path, ".quarantine", name), "utf8"));

const news = (who: Person) => who.events.flatMap((event) => (event.type === "outside" ? event.news : []));

test("a set is opened with what is on either side, and what both changed is listed", async () => {
  let at = 0;
  const { home, path, other, article } = await branched(async (bench, who, project) => {
    at += 1;
    await mark(bench, who, project, at);
    const { set, revision } = await who.call("article.open", {
      project: project.handle,
      article: bench.article,
    });
    const [first] = set.spans;
    if (!first) throw new Error("There is no span.");
    await who.call("annotations.apply", {
      project: project.handle,
      article: bench.article,
      opId: newId(),
      revision,
      change: {
        spans: { added: [], updated: [{ from: first, to: { ...first, note: `side ${at}` } }], removed: [] },
      },
    });
  });
  const folder = join("annotations", article);
  const [name = ""] = readdirSync(join(path, folder)).filter((one) => one.endsWith(".json"));
  const text = leaveMarks(path, other, join(folder, name));
  // As git would, it leaves the journal of one side.
  const before = filesIn(path);
  const ana = await person(home);
  const reader = await ana.call("project.open", { path, mode: "read" });
  expect(problems(reader)).toContain("file-in-conflict");
  expect(await spansOf(ana, reader, article)).toHaveLength(3);
  const { findings } = await ana.call("project.examine", { path });
  expect(findings.map(({ weight }) => weight)).toContain("warning");
  expect(findings.map(({ weight }) => weight)).not.toContain("error");
  expect(filesIn(path)).toEqual(before);

  const writer = await ana.call("project.open", { path, mode: "write" });
  expect(writer.readOnly).toBeNull();
  expect(await spansOf(ana, writer, article)).toHaveLength(3);
  await ana.call("project.look", { project: writer.handle });
  expect(news(ana)).toMatchObject([{ what: "set-joined", article }]);
  expect(kept(path)).toContain(text);
  expect(JSON.parse(readFileSync(join(path, folder, name), "utf8")).spans).toHaveLength(3);
  const { conflicts } = await ana.call("conflicts.list", { project: writer.handle });
  expect(conflicts).toMatchObject([
    { kind: "spans", fields: [{ name: "note", ours: "side 2", theirs: "side 1" }], stands: "ours" },
  ]);
  await mark({ home, path, article }, ana, writer, 3);
  await ana.core.close();
  const again = await person(home);
  const later = await again.call("project.open", { path, mode: "write" });
  expect(problems(later)).toEqual([]);
  expect(await spansOf(again, later, article)).toHaveLength(4);
});

test("a journal is read with the records of both sides, and goes on", async () => {
  let at = 0;
  const journals: string[] = [];
  const { home, path, other, article } = await branched(async (bench, who, project) => {
    at += 1;
    await mark(bench, who, project, at);
    await mark(bench, who, project, at + 2);
    const folder = join(project.path, "annotations", bench.article);
    // As it lies there before a snapshot is written.
    const [name = ""] = readdirSync(folder).filter((one) => one.endsWith(".journal"));
    journals.push(readFileSync(join(folder, name), "utf8"));
    const [snapshot = ""] = readdirSync(folder).filter((one) => one.endsWith(".json"));
    journals.push(snapshot, readFileSync(join(folder, snapshot), "utf8"), name);
  });
  const [theirs = "", snapshot = "", base = "", journal = "", ours = ""] = journals;
  const folder = join(path, "annotations", article);
  for (const name of readdirSync(folder)) if (/\.journal\./.test(name)) writeFileSync(join(folder, name), "");
  writeFileSync(join(folder, snapshot), base);
  const text = marked(ours, theirs);
  writeFileSync(join(folder, journal), text);
  expect(other).not.toBe(path);

  const ana = await person(home);
  const reader = await ana.call("project.open", { path, mode: "read" });
  expect(problems(reader)).toContain("file-in-conflict");
  expect(await spansOf(ana, reader, article)).toHaveLength(5);
  const writer = await ana.call("project.open", { path, mode: "write" });
  expect(writer.readOnly).toBeNull();
  await mark({ home, path, article }, ana, writer, 5);
  expect(kept(path)).toContain(text);
  await ana.core.close();
  const again = await person(home);
  const later = await again.call("project.open", { path, mode: "write" });
  expect(problems(later)).toEqual([]);
  expect(await spansOf(again, later, article)).toHaveLength(6);
});

test("the project's own files are opened with what is on either side, and written as one when it is next opened to be written", async () => {
  let at = 0;
  const shared = newId();
  const { home, path, other } = await branched(async (bench, who, project) => {
    at += 1;
    const person = { type: "person" as const, naming: "named" as const, aliases: [] };
    const entities = [
      { ...person, id: newId(), name: `Side ${at}` },
      { ...person, id: shared, name: `Both ${at}` },
    ];
    const { revision } = await who.call("article.open", { project: project.handle, article: bench.article });
    await who.call("annotations.apply", {
      project: project.handle,
      article: bench.article,
      opId: newId(),
      revision,
      change: { entities: { added: entities, updated: [], removed: [] } },
    });
  });
  for (const [folder, name] of [
    [path, "Kim"],
    [other, "Lee"],
  ] as const) {
    const file = join(folder, "project.json");
    const project = JSON.parse(readFileSync(file, "utf8"));
    project.annotators.push({ id: newId(), name });
    project.name = `Project of ${name}`;
    writeFileSync(file, JSON.stringify(project, null, 2));
  }
  const texts = ["project.json", "entities.json"].map((file) => leaveMarks(path, other, file));
  const before = filesIn(path);
  const ana = await person(home);
  const reader = await ana.call("project.open", { path, mode: "read" });
  expect(problems(reader)).toEqual(["file-in-conflict", "file-in-conflict"]);
  expect(reader.project.annotators.map(({ name }) => name).sort()).toEqual(["Ana", "Kim", "Lee"]);
  const { findings } = await ana.call("project.examine", { path });
  expect(findings.map(({ file, weight }) => [file, weight])).toEqual([
    ["project.json", "warning"],
    ["entities.json", "warning"],
  ]);
  expect(reader.entities.map(({ name }) => name).sort()).toEqual(["Both 2", "Side 1", "Side 2"]);
  expect(filesIn(path)).toEqual(before);

  const writer = await ana.call("project.open", { path, mode: "write" });
  expect(writer.readOnly).toBeNull();
  await ana.call("project.look", { project: writer.handle });
  expect(news(ana)).toMatchObject([
    { what: "file-joined", file: "project.json" },
    { what: "project-named", ours: "Project of Kim", theirs: "Project of Lee" },
    { what: "file-joined", file: "entities.json" },
    { what: "conflicts", count: 1 },
  ]);
  expect(kept(path).sort()).toEqual([...texts].sort());
  const entities = JSON.parse(readFileSync(join(path, "entities.json"), "utf8")).entities;
  expect(entities.map(({ name }: { name: string }) => name).sort()).toEqual(["Both 2", "Side 1", "Side 2"]);
  const list = async () => (await ana.call("conflicts.list", { project: writer.handle })).conflicts;
  const [conflict, ...more] = await list();
  expect(conflict).toMatchObject({
    article: null,
    kind: "entities",
    quote: "Both 2",
    fields: [{ name: "name", ours: "Both 2", theirs: "Both 1" }],
    stands: "ours",
    isDecidable: true,
  });
  expect(more).toEqual([]);
  const take = async (side: "ours" | "theirs"): Promise<Step | null> =>
    (
      await ana.call("conflicts.take", {
        project: writer.handle,
        key: conflict?.key ?? "",
        side,
        opId: newId(),
        step: noteOf("take-side"),
      })
    ).step;
  const step = await take("theirs");
  expect(step?.entities?.updated).toMatchObject([{ from: { name: "Both 2" }, to: { name: "Both 1" } }]);
  expect((await list())[0]?.stands).toBe("theirs");
  expect((await ana.call("project.history", { project: writer.handle })).steps).toContainEqual(step);
  await take("ours");
  expect((await list())[0]?.stands).toBe("ours");
  await ana.core.close();
  const again = await person(home);
  const later = await again.call("project.open", { path, mode: "write" });
  expect(problems(later)).toEqual([]);
  expect(later.project.annotators).toHaveLength(3);
});

test("the history is read with the steps of both sides, which can be taken back, and goes on", async () => {
  let side = 0;
  const steps: Step[] = [];
  const { home, path, other } = await branched(async (_bench, who, project) => {
    side += 1;
    const person = { type: "person" as const, naming: "named" as const, aliases: [] };
    const added = [{ ...person, id: newId(), name: `Side ${side}` }];
    const step = {
      id: newId(),
      ...noteOf("create-entity"),
      parts: [],
      entities: { added, updated: [], removed: [] },
    };
    const { id: opId, command, at, ...work } = step;
    await who.call("project.apply", { project: project.handle, opId, step: { command, at }, ...work });
    steps.push(step);
  });
  const [name = ""] = readdirSync(join(path, "history"));
  const entities = leaveMarks(path, other, "entities.json");
  const history = leaveMarks(path, other, join("history", name));
  const ana = await person(home);
  const { findings } = await ana.call("project.examine", { path });
  expect(findings.map(({ file }) => file).sort()).toEqual(["entities.json", `history/${name}`]);
  const project = await ana.call("project.open", { path, mode: "write" });
  const read = async (who: Person, handle: Id) => {
    const all = (await who.call("project.history", { project: handle })).steps;
    return all.flatMap(({ id }) => (steps.some((step) => step.id === id) ? [id] : [])).sort();
  };
  const both = steps.map(({ id }) => id).sort();
  expect(await read(ana, project.handle)).toEqual(both);
  for (const step of steps) {
    const { parts: _parts, entities: back } = invertWork(step);
    const undoing = { project: project.handle, opId: newId(), parts: [], ...(back && { entities: back }) };
    await ana.call("project.apply", { ...undoing, step: noteOf(step.command, { undoes: step.id }) });
  }
  expect(kept(path).sort()).toEqual([entities, history].sort());
  await ana.core.close();
  const again = await person(home);
  const later = await again.call("project.open", { path, mode: "write" });
  expect(problems(later)).toEqual([]);
  expect(later.entities).toEqual([]);
  expect(await read(again, later.handle)).toEqual(both);
  expect((await again.call("project.examine", { path })).findings).toEqual([]);
});

test("article sets that both sides of the project's file have otherwise are told, and stay as on the first", async () => {
  const { home, path, other } = await branched(async () => undefined);
  const vote = { id: newId(), name: "Vote" };
  const sides = [path, other].map((folder, at) => {
    const file = join(folder, "project.json");
    const articleSets = [{ ...vote, filter: { tags: [`side ${at}`] } }];
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), articleSets }, null, 2));
    return articleSets;
  });
  leaveMarks(path, other, "project.json");
  const ana = await person(home);
  const { handle } = await ana.call("project.open", { path, mode: "write" });
  await ana.call("project.look", { project: handle });
  const [kept = ""] = readdirSync(join(path, ".quarantine"));
  expect(news(ana)).toMatchObject([
    { what: "file-joined", file: "project.json" },
    { what: "article-sets", names: ["Vote"], keptAs: [`.quarantine/${kept}`] },
  ]);
  expect(JSON.parse(readFileSync(join(path, "project.json"), "utf8")).articleSets).toEqual(sides[0]);
});
