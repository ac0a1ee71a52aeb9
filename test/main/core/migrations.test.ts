// Projects of older forms: opened without a byte changed, copied whole before the first change, and then written in the form
// of today, with everything in them and every step still there to be taken back. Newer ones are only read.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../main/storage/files/json-text.ts";
import { encodeLine } from "../../../main/storage/sets/journal-format.ts";
import { parseAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import type { OpenArticle, OpenProject } from "../../../shared/api/contract.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { invertWork } from "../../../shared/model/step.ts";
import {
  bytesBelow,
  copyGolden,
  filesBelow,
  goldenExport,
  goldenProjects,
} from "../../helpers/golden-projects.ts";
import { faultSweep, faultyDisk } from "../storage/faulty-disk.ts";
import { inMemory, newId, type Person, person, problemOf, spanBy, temporaryFolder } from "./workplace.ts";

/** A disk in memory where the system has one: every call of a first write is made to fail. */

interface Older {
  readonly path: string;
  readonly home: string;
}

function older(name: string): Older {
  const folder = temporaryFolder(inMemory);
  const path = join(folder, "project");
  copyGolden(name, path);
  return { path, home: join(folder, "home") };
}

const open = (someone: Person, path: string, mode: "read" | "write" = "write"): Promise<OpenProject> =>
  someone.call("project.open", { path, mode });

/** The article with most in it, and its set. */
async function fullest(someone: Person, { handle, articles }: OpenProject): Promise<OpenArticle> {
  const [most] = [...articles].sort((a, b) => b.spans - a.spans);
  return someone.call("article.open", { project: handle, article: most?.id ?? "" });
}

/** Adds a mark to the fullest article. */
async function mark(someone: Person, project: OpenProject): Promise<OpenArticle> {
  const article = await fullest(someone, project);
  await someone.call("annotations.apply", {
    project: project.handle,
    article: article.article.id,
    opId: newId(),
    revision: article.revision,
    change: {
      spans: { added: [spanBy(project.annotator?.id ?? "", 7)], updated: [], removed: [] },
    },
    step: { command: "tag-selection", at: "2027-01-01T00:00:00.000Z" },
  });
  return article;
}

async function exported(someone: Person, project: OpenProject, to: string): Promise<Record<string, unknown>> {
  const path = join(to, `${newId()}.json`);
  await someone.call("export.write", {
    project: project.handle,
    format: "json",
    articles: null,
    annotators: null,
    path,
    overwrite: false,
  });
  return JSON.parse(readFileSync(path, "utf8"));
}

const spansIn = ({ articles }: OpenProject): number => articles.reduce((sum, { spans }) => sum + spans, 0);

const copiesIn = (home: string): string[] => {
  const shelf = join(home, "older-forms");
  return existsSync(shelf)
    ? readdirSync(shelf).flatMap((project) =>
        readdirSync(join(shelf, project)).map((name) => join(shelf, project, name)),
      )
    : [];
};

const said = (path: string, file: string): unknown =>
  JSON.parse(readFileSync(join(path, file), "utf8")).schemaVersion;

describe.each(goldenProjects)("the project %s", (name) => {
  test("opens without a byte or a time of it changed, whoever opens it", async () => {
    const { path, home } = older(name);
    const before = filesBelow(path);
    for (const who of ["Ana", "Cleo"])
      for (const mode of ["read", "write"] as const) {
        const someone = await person(home, who);
        const project = await open(someone, path, mode);
        expect(project.warnings).toEqual([]);
        await fullest(someone, project);
        await someone.call("project.history", { project: project.handle });
        await someone.call("project.close", { project: project.handle });
        await someone.core.close();
        expect(filesBelow(path)).toEqual(before);
      }
    expect(copiesIn(home)).toEqual([]);
  });

  test("gives the annotated JSON that the code of its time gave", async () => {
    const { path, home } = older(name);
    const ana = await person(home);
    const {
      exportedAt: _now,
      generator: _this,
      ...now
    } = await exported(ana, await open(ana, path, "read"), home);
    const { exportedAt: _then, generator: _that, ...then } = JSON.parse(goldenExport(name));
    // Entities were listed in the order in which they were made.
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect(now).toEqual({ ...then, entities: [...then.entities].sort(byId) });
  });

  test("is copied whole before the first change, and holds all of it in the form of today afterwards", async () => {
    const { path, home } = older(name);
    const before = bytesBelow(path);
    const ana = await person(home);
    const project = await open(ana, path);
    const { set } = await mark(ana, project);
    const [copy] = copiesIn(home);
    expect(bytesBelow(copy ?? "")).toEqual(before);
    expect(ana.events.filter(({ type }) => type === "migrated")).toEqual([
      { type: "migrated", root: path, copy },
    ]);
    expect([said(path, "project.json"), said(path, "entities.json")]).toEqual([schemaVersion, schemaVersion]);
    await ana.call("project.close", { project: project.handle });

    const again = await open(ana, path);
    const after = await fullest(ana, again);
    expect(after.set.spans).toHaveLength(set.spans.length + 1);
    expect({
      ...after.set,
      spans: after.set.spans.filter(({ id }) => set.spans.some((one) => one.id === id)),
    }).toEqual(set);
    expect(again.entities).toEqual(project.entities);
    expect(again.project).toEqual(project.project);
    await mark(ana, again);
    expect(copiesIn(home)).toHaveLength(1);
    const unwritten = Object.keys(before).filter((file) => file.startsWith("articles/"));
    for (const file of unwritten) expect(readFileSync(join(path, file), "latin1")).toBe(before[file]);
  });

  test("still takes back, afterwards, what was done before", async () => {
    const { path, home } = older(name);
    const ana = await person(home);
    const project = await open(ana, path);
    const { handle } = project;
    await mark(ana, project);
    const { steps } = await ana.call("project.history", { project: handle });
    const [done, last] = steps.slice(-2);
    expect(last?.at).toBe("2027-01-01T00:00:00.000Z");
    if (!done) throw new Error("There is no step to take back.");
    const [part] = invertWork(done).parts;
    const { revision } = await ana.call("article.open", { project: handle, article: part?.article ?? "" });
    await ana.call("annotations.apply", {
      project: handle,
      article: part?.article ?? "",
      opId: newId(),
      revision,
      change: part?.change ?? {},
      step: { command: done.command, at: "2027-01-01T00:00:01.000Z", undoes: done.id },
    });
    const undone = await ana.call("article.open", { project: handle, article: part?.article ?? "" });
    const { spans, appearances } = done.parts[0]?.change ?? {};
    const taken = [...(spans?.added ?? []), ...(appearances?.added ?? [])].map(({ id }) => id);
    expect(taken).toHaveLength(1);
    const standing = [...undone.set.spans, ...(undone.set.appearances ?? [])];
    expect(standing.filter(({ id }) => taken.includes(id))).toEqual([]);
  });

  // The projects share the calls among them: there are some four hundred, most of them of the copy.
  test("is whole whichever call of the disk fails in the first change, and takes it afterwards", async () => {
    const sweep = faultSweep({ isLong: true });
    let failures = 0;
    const share = { at: goldenProjects.indexOf(name), of: goldenProjects.length };
    for (const at of sweep.turns(share)) {
      const { path, home } = older(name);
      const before = bytesBelow(path);
      const disk = faultyDisk();
      const ana = await person(home, "Ana", { disk });
      const project = await open(ana, path);
      await fullest(ana, project);
      sweep.arm(disk, at, "EIO", true);
      const failed = await mark(ana, project).then(
        () => false,
        () => true,
      );
      disk.disarm();
      const isSwitched = said(path, "project.json") === schemaVersion;
      // Nothing is written in the form of today before the copy is there.
      if (isSwitched) expect(bytesBelow(copiesIn(home)[0] ?? "")).toEqual(before);
      else expect(bytesBelow(path)).toMatchObject(before);
      const reader = await person(home, "Ana");
      const read = await open(reader, path, "read");
      expect(read.warnings).toEqual([]);
      // What was not acknowledged may be there all the same; nothing else may be missing or more.
      const more = spansIn(read) - spansIn(project);
      expect(failed ? [0, 1] : [1]).toContain(more);
      await reader.core.close();
      if (failed) failures += 1;
      const { revision } = await fullest(ana, project);
      if (revision > 0) await mark(ana, project);
      expect(said(path, "project.json")).toBe(schemaVersion);
      await ana.core.close();
      expect(bytesBelow(copiesIn(home)[0] ?? "")).toEqual(before);
    }
    expect(failures).toBeGreaterThan(3);
  });

  test("of which the code of its time made annotated JSON that is read today", async () => {
    const read = parseAnnotatedJson(goldenExport(name), sha256);
    expect(read).toMatchObject({ ok: true });
  });
});

test.each(goldenProjects)("the examination finds %s whole", async (name) => {
  const { path, home } = older(name);
  const ana = await person(home);
  expect((await ana.call("project.examine", { path })).findings).toEqual([]);
});

/** The only snapshot of the fullest article of a project that was copied to `path`. */
async function snapshotOf(someone: Person, path: string): Promise<string> {
  const { article, set } = await fullest(someone, await open(someone, path, "read"));
  return join(path, "annotations", article.id, `${set.annotatorId}.json`);
}

test("a set of an older form that is damaged is damaged still", async () => {
  const { path, home } = older("version-1-steps");
  const ana = await person(home);
  const file = await snapshotOf(ana, path);
  writeFileSync(file, readFileSync(file, "utf8").replace("Oakhill", "Oakhell"));
  const { warnings } = await open(ana, path, "read");
  expect(warnings).toMatchObject([{ problem: "set-damaged", detail: { why: "hash" } }]);
});

test("lines of a form that is to come make a set one that is only read, not a damaged one", async () => {
  const { path, home } = older("version-1-steps");
  const ana = await person(home);
  const folder = dirname(await snapshotOf(ana, path));
  const journal = join(folder, readdirSync(folder).find((name) => name.endsWith(".journal")) ?? "");
  appendFileSync(journal, encodeLine({ v: schemaVersion + 1, mood: "calm" }));
  const before = bytesBelow(path);
  const project = await open(ana, path);
  expect(project.warnings).toEqual([]);
  expect(await problemOf(mark(ana, project))).toMatchObject({
    problem: "project-read-only",
    detail: { why: "newer" },
  });
  await ana.call("project.close", { project: project.handle });
  expect(bytesBelow(path)).toEqual(before);
});

test("a project of a form that is to come is read, says so, is exported, and never written", async () => {
  const { path, home } = older(goldenProjects[0] ?? "");
  const file = join(path, "project.json");
  const project = JSON.parse(readFileSync(file, "utf8"));
  const next = schemaVersion + 1;
  writeFileSync(file, JSON.stringify({ ...project, schemaVersion: next, moods: [{ id: "calm" }] }));
  const before = filesBelow(path);
  const ana = await person(home);
  const opened = await open(ana, path);
  expect(opened.readOnly).toMatchObject({
    why: "newer",
    detail: { version: next, supported: schemaVersion },
  });
  expect((await problemOf(mark(ana, opened))).problem).toBe("project-read-only");
  const { articles } = await exported(ana, opened, home);
  expect(articles).toHaveLength(2);
  await ana.call("project.close", { project: opened.handle });
  expect(filesBelow(path)).toEqual(before);
});
