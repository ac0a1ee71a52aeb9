// Keeping a version while people go on working: it holds the moment at which it was asked for, and one that is stopped leaves
// nothing.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { Disk } from "../../../../main/storage/files/disk.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { sha256 } from "../../../../main/storage/files/json-text.ts";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { inMemory, newId, type Person, person, spanBy, temporaryFolder, text } from "../workplace.ts";

/** A promise, and how to keep it. */
function door() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve: () => resolve() };
}

/** A disk on which whoever opens a text for the nth time since `arm` waits until it is let through. */
function gatedDisk() {
  let left = Number.POSITIVE_INFINITY;
  let gate = door();
  let reached = door();
  const disk: Disk = {
    ...nodeDisk,
    async open(path, access) {
      if (path.endsWith("text.txt")) {
        left -= 1;
        if (left === 0) {
          reached.resolve();
          await gate.promise;
        }
      }
      return nodeDisk.open(path, access);
    },
  };
  return {
    disk,
    arm(nth: number): void {
      left = nth;
      gate = door();
      reached = door();
    },
    reached: () => reached.promise,
    letThrough: () => gate.resolve(),
  };
}

async function place(count: number, disk?: Disk) {
  const folder = temporaryFolder(inMemory);
  const ana = await person(join(folder, "home"), "Ana", disk ? { disk } : {});
  const project = await ana.call("project.create", { path: join(folder, "project"), name: "Bridges" });
  const articles: Id[] = [];
  for (let at = 0; at < count; at += 1) {
    const name = `${at}.txt`;
    const { article } = await ana.call("article.importText", { project: project.handle, name, text });
    articles.push(article.id);
  }
  return { folder, ana, project, articles };
}

async function mark(ana: Person, project: OpenProject, article: Id): Promise<void> {
  const { revision } = await ana.call("article.open", { project: project.handle, article });
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision,
    change: { spans: added(spanBy(project.annotator?.id ?? "", revision)) },
  });
}

const spansIn = (project: OpenProject, version: Id, article: Id): number => {
  const path = join(project.path, "versions", version, `${article}.json.gz`);
  const { sets } = JSON.parse(gunzipSync(readFileSync(path)).toString("utf8"));
  return sets.length === 0 ? 0 : sets[0].spans.length;
};

it("holds all sets as they were when it was asked for, while work goes on and is saved", async () => {
  const gate = gatedDisk();
  const { ana, project, articles } = await place(3, gate.disk);
  const [first = "", second = "", third = ""] = articles;
  // The second is changed while it lies closed, the third was never begun.
  for (const article of [first, second]) await mark(ana, project, article);
  await ana.call("project.close", { project: project.handle });
  const again = await ana.call("project.open", { path: project.path, mode: "write" });
  await mark(ana, again, first);
  gate.arm(1);
  const keeping = ana.call("versions.keep", { project: again.handle, name: "Then" });
  await gate.reached();
  await Promise.all(
    [first, second, third].map(async (article) => {
      gate.letThrough();
      await mark(ana, again, article);
    }),
  );
  const { id } = await keeping;
  expect(id).not.toBeNull();
  expect(articles.map((article) => spansIn(again, id ?? "", article))).toEqual([2, 1, 0]);
  await ana.core.close();
});

it("leaves nothing when it is stopped, at whatever article, and can be kept again", async () => {
  const gate = gatedDisk();
  const { ana, project, articles } = await place(4, gate.disk);
  for (const article of articles) await mark(ana, project, article);
  for (let at = 1; at <= 4; at += 1) {
    gate.arm(at);
    const keeping = ana.call("versions.keep", { project: project.handle, name: "Stopped" });
    await gate.reached();
    await ana.call("versions.stop", { project: project.handle });
    gate.letThrough();
    expect(await keeping).toEqual({ id: null });
    expect(readdirSync(join(project.path, "versions"))).toEqual([]);
  }
  const { id } = await ana.call("versions.keep", { project: project.handle, name: "Whole" });
  expect(readdirSync(join(project.path, "versions"))).toEqual([id]);
  await ana.core.close();
});

it("has the file that an article came from once for all versions, and gives it back with the article", async () => {
  const { folder, ana, project } = await place(0);
  const source = join(folder, "bridge.html");
  writeFileSync(source, `<html><body><article><h1>Bridge</h1><p>${text}</p></article></body></html>`);
  const { article } = await ana.call("article.importFile", { project: project.handle, path: source });
  const stored = join(project.path, "articles", article.id, article.original?.storedAs ?? "");
  const bytes = readFileSync(stored);
  const first = await ana.call("versions.keep", { project: project.handle, name: "First" });
  const second = await ana.call("versions.keep", { project: project.handle, name: "Second" });
  const originals = join(project.path, "versions", "original-files");
  expect(readdirSync(originals)).toEqual([`${sha256(bytes)}.gz`]);
  expect((await ana.call("project.examine", { path: project.path })).findings).toEqual([]);

  await ana.call("article.putAway", { project: project.handle, article: article.id });
  await ana.call("trash.empty", { project: project.handle, items: [{ kind: "article", id: article.id }] });
  expect(existsSync(stored)).toBe(false);
  await ana.call("versions.forget", { project: project.handle, version: first.id ?? "" });
  const told = await ana.call("versions.restore", {
    project: project.handle,
    version: { kind: "kept", id: second.id ?? "" },
    article: null,
    whose: null,
    opId: newId(),
    step: { command: "restore-version", at: "2026-01-03T09:00:00.000Z" },
  });
  expect(told.back).toEqual([{ title: article.title, from: "version", hasOriginal: true }]);
  expect(readFileSync(stored)).toEqual(bytes);
  expect((await ana.call("project.examine", { path: project.path })).findings).toEqual([]);

  await ana.call("versions.forget", { project: project.handle, version: second.id ?? "" });
  expect(readdirSync(join(project.path, "versions"))).toEqual([]);
  await ana.core.close();
  rmSync(folder, { recursive: true });
});
