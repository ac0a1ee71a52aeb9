// A round of copying into the home, as it is asked for: whatever cannot be copied is named and hinders nothing else, sets that are held
// are copied as they are at their turn, and a round that is stopped says that it was.
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { CoreContext } from "../../../../main/core/context.ts";
import { copyBeside } from "../../../../main/core/recovery/backup-rounds.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { type CopyRound, copyRound } from "../../../../main/storage/recovery/copy-round.ts";
import { joinReach } from "../../../../main/storage/sets/reach.ts";
import { setFileOf } from "../../../../main/storage/sets/set-file.ts";
import type { HeldSet } from "../../../../main/storage/versions/stage-version.ts";
import { emptySet, setToJson } from "../../../../shared/model/annotation-set.ts";
import { tableOf } from "../../../../shared/model/table.ts";
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

const quiet = {
  isLast: false,
  onFailed: () => undefined,
  registryNow: () => Promise.reject(new Error("Nothing mentions an entity.")),
};

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
    ...quiet,
    isBeside: true,
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
  const state = { json, revision: 2, seqByDevice: new Map(), recent: [], before: null };
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

test.each([true, false])(
  "an entity that came since the round began is copied before the set that mentions it (beside the work: %s)",
  async (isBeside) => {
    const { round, copies, copyOf, article, self } = await bench();
    await copyRound(nodeDisk, { ...round, sets: [] }, { ...quiet, isBeside, held: async () => [] });
    const at = "2026-01-03T10:00:00.000Z";
    const entity = { id: newId(), name: "Ben Hart", type: "person", naming: "named", aliases: [] } as const;
    const unknown = newId();
    const mentions = [entity.id, entity.id, unknown].map((id, place) => ({
      ...spanBy(self, place),
      entity: id,
    }));
    const [{ article: record } = { article: null }] = round.sets;
    const of = { articleId: article, annotatorId: self, textHash: record?.textHash ?? "" };
    const set = { ...emptySet(of), spans: tableOf(mentions) };
    const state = { json: setToJson(set), revision: 2, seqByDevice: new Map(), recent: [], before: null };
    const place = join(round.root, "annotations", article);
    for (const name of readdirSync(place)) rmSync(join(place, name));
    writeFileSync(
      join(place, `${self}.json`),
      JSON.stringify(setFileOf({ ...state, set, carried: joinReach() })),
    );
    let asked = 0;
    const held = async () => [{ annotator: self, state }];
    const registryNow = async () => {
      asked += 1;
      expect(copies()).not.toContain(`${article}.${self}`);
      return { registry: { ...round.registry, entities: [entity] }, at: "2026-01-03T10:00:01.000Z" };
    };
    const again = [...round.sets, ...round.sets];
    const outcome = await copyRound(
      nodeDisk,
      { ...round, at, sets: again },
      { ...quiet, isBeside, held, registryNow },
    );
    expect(outcome).toEqual({ ownFailed: false, failed: [] });
    expect(copyOf(`${article}.${self}`).spans).toHaveLength(3);
    expect(copyOf("entities.json", -1).entities).toEqual([entity]);
    // Of what is in no registry it is not asked for again.
    expect(asked).toBe(1);
  },
);
