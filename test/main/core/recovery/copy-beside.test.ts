// A round of copying into the home, as it is asked for: whatever cannot be copied is named and hinders nothing else, sets that are held
// are copied as they are at their turn, and a round that is stopped says that it was.
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { CoreContext } from "../../../../main/core/context.ts";
import { copyBeside } from "../../../../main/core/recovery/copy-beside.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { type CopyRound, copyRound } from "../../../../main/storage/recovery/copy-round.ts";
import type { HeldSet } from "../../../../main/storage/versions/stage-version.ts";
import { addingSpan, newId, person, projectWith, spanBy, temporaryFolder } from "../workplace.ts";

async function bench() {
  const folder = temporaryFolder();
  const [root, home] = [join(folder, "project"), join(folder, "copies")];
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, root);
  const change = addingSpan(project);
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change,
  });
  const [summary] = project.articles.length > 0 ? project.articles : await articles();
  async function articles() {
    return (await ana.call("project.open", { path: root, mode: "read" })).articles;
  }
  const self = project.annotator?.id ?? "";
  const whole = `${article}.article.json`;
  const recordOf = async (id: string) =>
    (await ana.call("article.open", { project: project.handle, article: id })).article;
  const own = summary ? [{ article: await recordOf(summary.id), annotators: [self, "nobody"] }] : [];
  const registry = { schemaVersion: project.project.schemaVersion, entities: [] };
  const at = "2026-01-02T10:00:00.000Z";
  const round: CopyRound = { root, home, at, project: project.project, registry, sets: own };
  const context = { disk: nodeDisk, options: {} } as unknown as CoreContext;
  const copies = () => readdirSync(join(home, "backups", project.project.id)).sort();
  const copyOf = (name: string, which = 0) => {
    const shelf = join(home, "backups", project.project.id, name);
    const file = readdirSync(shelf).sort().at(which) ?? "";
    return JSON.parse(gunzipSync(readFileSync(join(shelf, file))).toString("utf8"));
  };
  return { round, context, copies, copyOf, article, whole, self };
}

const quiet = { isLast: false, onFailed: () => undefined };

test("a set that is not open is read, one that was never begun is passed over, and one that must not be trusted is not copied", async () => {
  const { round, context, copies, copyOf, article, whole, self } = await bench();
  const { signal } = new AbortController();
  const done = await copyBeside(context, round, { ...quiet, signal, held: async () => [] });
  expect(done).toEqual({ ownFailed: false, failed: [] });
  expect(copies()).toEqual([`${article}.${self}`, whole, "entities.json", "project.json"].sort());
  expect(copyOf(whole, -1)).toMatchObject({ article: { id: article } });
  expect(copyOf(`${article}.${self}`).spans).toHaveLength(1);
  const other = await bench();
  const held = async () => [{ annotator: other.self, state: null }];
  await copyBeside(other.context, other.round, { ...quiet, signal, held });
  expect(other.copies()).toEqual([other.whole, "entities.json", "project.json"].sort());
});

test("what cannot be copied is named, and everything else is", async () => {
  const { round, context, copies, article, whole, self } = await bench();
  const failed: string[] = [];
  const broken = { ...round, registry: { ...round.registry, entities: 1n as unknown as [] } };
  const done = await copyBeside(context, broken, {
    ...quiet,
    signal: new AbortController().signal,
    held: async () => [],
    onFailed: (file) => void failed.push(file),
  });
  expect([done, failed]).toEqual([{ ownFailed: true, failed: [] }, ["entities.json"]]);
  expect(copies()).toEqual([`${article}.${self}`, whole, "project.json"].sort());
});

test("a round that is stopped says so, and copies no more sets", async () => {
  const { round, context, copies, whole } = await bench();
  const stopping = new AbortController();
  stopping.abort();
  expect(
    await copyBeside(context, round, { ...quiet, signal: stopping.signal, held: async () => [] }),
  ).toBeNull();
  const later = new AbortController();
  const held = async () => {
    later.abort();
    throw new Error("It is over.");
  };
  await expect(copyBeside(context, round, { ...quiet, signal: later.signal, held })).rejects.toThrow("over");
  expect(copies()).toEqual([whole, "entities.json", "project.json"].sort());
});

test("beside the work a set is read where it lies, and asked for only where that makes no sense at this moment", async () => {
  const { round, copies, copyOf, article, self } = await bench();
  const asked: string[] = [];
  const ports = (held: readonly HeldSet[]) => ({
    isBeside: true,
    onFailed: () => undefined,
    held: async (id: string) => {
      asked.push(id);
      return held;
    },
  });
  await copyRound(nodeDisk, round, ports([]));
  expect(asked).toEqual([]);
  expect(copyOf(`${article}.${self}`).spans).toHaveLength(1);

  const { spans, ...set } = copyOf(`${article}.${self}`);
  const json = { ...set, spans: [...spans, spanBy(self, 5)] };
  const state = { json, revision: 2, have: new Map(), recent: [], before: null };
  appendFileSync(join(round.root, "annotations", article, `${self}.json`), "{");
  await copyRound(
    nodeDisk,
    { ...round, at: "2026-01-03T10:00:00.000Z" },
    ports([{ annotator: self, state }]),
  );
  expect(asked).toEqual([article]);
  expect(copies()).toHaveLength(4);
  expect(copyOf(`${article}.${self}`, -1).spans).toHaveLength(2);
});
