// Changes that the project's disk does not take are kept in the home, and come into the project when it can be written
// again: by the window that still has them, or at the next opening when that is gone.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import { encodeLine } from "../../../main/storage/sets/journal-format.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { added, type Change, updated } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { faultyDisk } from "../storage/faulty-disk.ts";
import {
  inMemory,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
} from "./workplace.ts";

interface Scene {
  readonly home: string;
  readonly ana: Person;
  readonly project: OpenProject;
  readonly article: string;
  /** What the project's disk says to every attempt to write on it; `null`: nothing. */
  failWith(code: string | null): void;
  save(change: Change, options?: { readonly opId?: string; readonly revision?: number }): Promise<unknown>;
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder(inMemory);
  const home = join(folder, "home");
  let failing: string | null = null;
  const fail = (path: string): void => {
    if (failing !== null && path.startsWith(join(folder, "project")))
      throw Object.assign(new Error(failing), { code: failing });
  };
  const disk: typeof nodeDisk = {
    ...nodeDisk,
    async open(path, access) {
      if (access !== "read" && access !== "folder") fail(path);
      const file = await nodeDisk.open(path, access);
      return {
        ...file,
        async write(bytes, position) {
          fail(path);
          return file.write(bytes, position);
        },
      };
    },
  };
  const ana = await person(home, "Ana", { disk });
  const { project, article } = await projectWith(ana, join(folder, "project"));
  return {
    home,
    ana,
    project,
    article,
    failWith(code) {
      failing = code;
    },
    save: (change, { opId = newId(), revision = 0 } = {}) =>
      ana.call("annotations.apply", { project: project.handle, article, opId, revision, change }),
  };
}

const tag = ({ project }: Scene) => spanBy(project.annotator?.id ?? "");
const kept = ({ home, project }: Scene): string[] => {
  const folder = join(home, "emergency", project.project.id);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

/** Another process that opens the project after the first has died: no more than its lock is left of that. */
async function nextProcess({ home, project, article }: Scene, path = project.path) {
  writeFileSync(
    join(path, ".lock"),
    readFileSync(join(path, ".lock"), "utf8").replace(/"pid": \d+/u, '"pid": 4194999'),
  );
  const ana = await person(home);
  const opened = await ana.call("project.open", { path, mode: "write" });
  return { ana, opened, set: await ana.call("article.open", { project: opened.handle, article }) };
}

test("a change that cannot be saved is said to be kept, with its whole text, and dropped once it is saved", async () => {
  const here = await scene();
  for (const [code, problem] of [
    ["ENOSPC", "disk-full"],
    ["EROFS", "folder-not-writable"],
    ["EIO", "storage-failed"],
  ] as const) {
    const span = tag(here);
    const opId = newId();
    const { revision } = await here.ana.call("article.open", {
      project: here.project.handle,
      article: here.article,
    });
    here.failWith(code);
    for (const _try of [1, 2])
      expect(await problemOf(here.save({ spans: added(span) }, { opId, revision }))).toMatchObject({
        problem,
        detail: { kept: true, code },
      });
    const [name = ""] = kept(here);
    const content = readFileSync(join(here.home, "emergency", here.project.project.id, name), "utf8");
    expect(content.split(opId)).toHaveLength(2);
    expect(content).toContain(span.id);
    here.failWith(null);
    expect(await here.save({ spans: added(span) }, { opId, revision })).toMatchObject({
      revision: revision + 1,
    });
    await expect.poll(() => kept(here)).toEqual([]);
  }
});

test("what a process kept before it died is in the project after the next opening, once, with its entity", async () => {
  const here = await scene();
  const entity: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
  const first = { ...tag(here), type: "speaker", entity: entity.id };
  await here.save({ spans: added(tag(here)) });
  here.failWith("ENOSPC");
  const failing = here.save({ spans: added(first), entities: added(entity) }, { revision: 1 });
  expect(await problemOf(failing)).toMatchObject({ detail: { kept: true } });
  // What was done after it waits behind it in the window.
  const second = tag(here);
  const changes = [
    { opId: newId(), change: { spans: added(second) } },
    { opId: newId(), change: { spans: updated(second, { ...second, type: "claim" }) } },
  ];
  const keep = { project: here.project.handle, article: here.article, changes, forget: [] };
  expect(await here.ana.call("annotations.keep", keep)).toEqual({ kept: 2 });

  const { opened, set, ana } = await nextProcess(here);
  expect(opened.warnings).toMatchObject([{ problem: "changes-kept", detail: { why: "applied", count: 3 } }]);
  expect(opened.articles[0]).toMatchObject({ spans: 3 });
  expect(set.revision).toBe(4);
  expect(set.set.spans).toEqual(expect.arrayContaining([first, { ...second, type: "claim" }]));
  expect(set.entities).toEqual([entity]);
  expect(kept(here)).toEqual([]);
  await ana.call("project.close", { project: opened.handle });
  const again = await ana.call("project.open", { path: here.project.path, mode: "write" });
  expect(again.warnings).toEqual([]);
});

test("what does not fit any more is kept, said once with its place, and changes nothing", async () => {
  const here = await scene();
  const span = tag(here);
  await here.save({ spans: added(span) });
  here.failWith("EIO");
  await problemOf(here.save({ spans: updated(span, { ...span, type: "claim" }) }, { revision: 1 }));
  here.failWith(null);
  const other = { ...span, type: "source" };
  await here.save({ spans: updated(span, other) }, { revision: 1 });
  const { opened, set, ana } = await nextProcess(here);
  expect(opened.warnings).toMatchObject([
    { problem: "changes-kept", detail: { why: "unfitting", count: 1, applied: 0 } },
  ]);
  expect(set.set.spans).toEqual([other]);
  expect(readFileSync(String(opened.warnings[0]?.detail.path), "utf8")).toContain(span.id);
  await ana.call("project.close", { project: opened.handle });
  const again = await ana.call("project.open", { path: here.project.path, mode: "write" });
  expect(again.warnings).toEqual([]);
  expect(kept(here)).toHaveLength(1);
});

test("what is in the project already is not applied twice and not spoken of, whatever its file says", async () => {
  const here = await scene();
  const span = tag(here);
  const opId = newId();
  here.failWith("EIO");
  await problemOf(here.save({ spans: added(span) }, { opId }));
  const folder = join(here.home, "emergency", here.project.project.id);
  const [name = ""] = kept(here);
  const content = readFileSync(join(folder, name));
  here.failWith(null);
  await here.save({ spans: added(span) }, { opId });
  await expect.poll(() => kept(here)).toEqual([]);
  // As if the process had died before it could remove the file.
  writeFileSync(join(folder, name), content);
  const second = await nextProcess(here);
  expect(second.opened.warnings).toEqual([]);
  expect(second.set).toMatchObject({ revision: 1, set: { spans: [span] } });
  expect(kept(here)).toEqual([]);
  await second.ana.call("project.close", { project: second.opened.handle });
  // Under a name that is long forgotten only the state tells.
  const forgotten = content.toString("utf8").split("\n")[0];
  const record = {
    v: 1,
    seq: 1,
    revision: 0,
    opId: newId(),
    at: "2026-01-01",
    change: { spans: added(span) },
  };
  writeFileSync(join(folder, name), `${forgotten}\n${Buffer.from(encodeLine(record)).toString("utf8")}`);
  const third = await second.ana.call("project.open", { path: here.project.path, mode: "write" });
  expect(third.warnings).toEqual([]);
  expect(third.articles[0]?.spans).toBe(1);
  expect(kept(here)).toEqual([]);
});

test("changes that were given up, and those the core refuses for what they are, are not offered again", async () => {
  const here = await scene();
  here.failWith("EIO");
  const opId = newId();
  await problemOf(here.save({ spans: added(tag(here)) }, { opId }));
  expect(kept(here)).toHaveLength(1);
  const keep = { project: here.project.handle, article: here.article, changes: [], forget: [opId] };
  await here.ana.call("annotations.keep", keep);
  expect(kept(here)).toEqual([]);
  const broken = { ...tag(here), segments: [] };
  expect(await problemOf(here.save({ spans: added(broken) }))).not.toMatchObject({ detail: { kept: true } });
  expect(kept(here)).toEqual([]);
});

test("nothing is said to be kept where the home cannot be written either", async () => {
  const here = await scene();
  writeFileSync(join(here.home, "emergency"), "in the way");
  here.failWith("ENOSPC");
  const problem = await problemOf(here.save({ spans: added(tag(here)) }));
  expect(problem.problem).toBe("disk-full");
  expect(problem.detail).not.toHaveProperty("kept");
});

test("what another person kept on this computer stays theirs", async () => {
  const here = await scene();
  here.failWith("EIO");
  await problemOf(here.save({ spans: added(tag(here)) }));
  await here.ana.core.close();
  const bo = await person(here.home, "Bo");
  const theirs = await bo.call("project.open", { path: here.project.path, mode: "write" });
  expect(theirs.warnings).toEqual([]);
  expect(kept(here)).toHaveLength(1);
});

test("on the good path a tag is one write and one flush, and a line in the home that is not flushed", async () => {
  const folder = temporaryFolder();
  const disk = faultyDisk();
  const ana = await person(join(folder, "home"), "Ana", { disk });
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const save = (revision: number) => {
    const change = { spans: added(spanBy(project.annotator?.id ?? "")) };
    return ana.call("annotations.apply", {
      project: project.handle,
      article,
      opId: newId(),
      revision,
      change,
    });
  };
  await save(0);
  disk.disarm();
  await save(1);
  const counted = (name: string): number => disk.calls().filter((call) => call === name).length;
  expect([counted("write"), counted("syncData"), counted("sync")]).toEqual([2, 1, 0]);
  expect(disk.calls().length).toBeLessThan(8);
});
