// A colleague and an entity that only they mention, both in the trash: wherever the power goes while the colleague is taken back,
// no mention of nothing is left; and whether the entity is mentioned is asked of a disk that may fail.
import { join } from "node:path";
import { expect, test } from "vitest";
import { putAwayCommand } from "../../../../shared/model/entity-put-away.ts";
import type { MemoryDisk } from "../../../torture/memory-disk.ts";
import { homeIn, placeOf, projectIn, workerAt } from "../../../torture/place.ts";
import { randomFrom } from "../../../torture/random.ts";
import { rebooted } from "../../../torture/rebooted.ts";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import { takeIn } from "../packages.ts";
import { newId, noteOf, problemOf } from "../workplace.ts";

/** Ben's package was imported, and then he and what else is said went to the trash. */
async function benAway(and: "entity" | "article") {
  const place = await placeOf("/trash-order");
  const [taken] = place.packages;
  if (!taken) throw new Error("Nobody sent anything.");
  const { client, close } = await workerAt(homeIn(place.root), place.disk);
  const project = await client.call("project.open", { path: projectIn(place.root), mode: "write" });
  await takeIn(client, project, join(place.root, taken.file));
  const { annotator } = taken;
  const entity = taken.entities[0]?.id ?? "";
  const article = [...taken.sets.keys()][0] ?? "";
  if (and === "article") await client.call("article.putAway", { project: project.handle, article });
  await client.call("annotator.putAway", { project: project.handle, annotator: annotator.id });
  if (and === "entity")
    await client.call("entity.putAway", {
      ...{ project: project.handle, entity, opId: newId() },
      step: noteOf(putAwayCommand),
    });
  await close();
  const disk = place.disk.afterCut("everything", randomFrom(1));
  return { ...place, annotator: annotator.id, entity, article, disk };
}

test("a power cut on a colleague's way back leaves no mention of an entity that is not there", async () => {
  const { root, disk: safe, annotator } = await benAway("entity");
  const sweep = faultSweep();
  let cuts = 0;
  for (const at of sweep.turns()) {
    const memory = safe.afterCut("everything", randomFrom(1));
    const disk = faultyDisk(memory);
    const worker = await workerAt(homeIn(root), disk);
    const project = await worker.client.call("project.open", { path: projectIn(root), mode: "write" });
    sweep.arm(disk, at, "EIO", true);
    const asked = { project: project.handle, kind: "annotator", id: annotator } as const;
    const failed = await worker.client.call("trash.takeBack", asked).then(
      () => false,
      () => true,
    );
    const image = rebooted(memory.afterCut("everything", randomFrom(1)), projectIn(root));
    memory.turnOff();
    await worker.close();
    const late = await workerAt(homeIn(root), image);
    const again = await late.client.call("project.open", { path: projectIn(root), mode: "write" });
    await late.client.call("project.close", { project: again.handle });
    const { findings } = await late.client.call("project.examine", { path: projectIn(root) });
    expect(
      findings.filter(({ weight }) => weight === "error"),
      `call ${at}`,
    ).toEqual([]);
    await late.close();
    if (failed) cuts += 1;
  }
  expect(cuts).toBeGreaterThan(3);
});

test("an article that comes back leaves in the trash what only a colleague there mentions in it", async () => {
  const { root, disk, annotator, entity, article } = await benAway("article");
  const { client, close } = await workerAt(homeIn(root), disk);
  const { handle: project } = await client.call("project.open", { path: projectIn(root), mode: "write" });
  const step = noteOf(putAwayCommand);
  await client.call("entity.putAway", { project, entity, opId: newId(), step });
  const kindsAway = async () =>
    (await client.call("trash.list", { project })).items.map(({ kind }) => kind).sort();
  await client.call("trash.takeBack", { project, kind: "article", id: article });
  expect(await kindsAway()).toEqual(["annotator", "entity"]);
  await client.call("trash.takeBack", { project, kind: "annotator", id: annotator });
  expect(await kindsAway()).toEqual([]);
  await close();
});

test("where a failing disk does not say who mentions an entity it stays, and that is told", async () => {
  const { root, disk: safe, entity } = await benAway("entity");
  const disk = faultyDisk(safe);
  const { client, close } = await workerAt(homeIn(root), disk);
  const { handle: project } = await client.call("project.open", { path: projectIn(root), mode: "write" });
  const items = [{ kind: "entity" as const, id: entity }];
  const told = new Set<string>();
  for (let at = 0; ; at += 1) {
    disk.arm(at, "EIO", true);
    const { problem } = await problemOf(client.call("trash.empty", { project, items }));
    const isOver = disk.made().length <= at;
    disk.disarm();
    told.add(problem);
    if (isOver) break;
  }
  expect([...told].sort()).toEqual(["entity-awaited", "storage-failed"]);
  await close();
});

test("an article that was taken back holds nothing of a colleague in the trash, whatever call failed on the way", async () => {
  const { root, disk: safe, annotator, article } = await benAway("article");
  const isTheirs = (path: string): boolean => path.includes(annotator);
  const inArticle = join(projectIn(root), "annotations", article);
  const wrong = (disk: Pick<MemoryDisk, "files">): string[] =>
    disk.files().filter((path) => path.startsWith(inArticle) && isTheirs(path));
  const sweep = faultSweep();
  let failures = 0;
  for (const at of sweep.turns()) {
    const memory = safe.afterCut("everything", randomFrom(1));
    const disk = faultyDisk(memory);
    const { client, close } = await workerAt(homeIn(root), disk);
    const { handle: project } = await client.call("project.open", { path: projectIn(root), mode: "write" });
    const asked = { project, kind: "article" as const, id: article };
    sweep.arm(disk, at, "EIO", false);
    const failed = await client.call("trash.takeBack", asked).then(
      () => false,
      () => true,
    );
    disk.disarm();
    expect(wrong(memory), `call ${at}`).toEqual([]);
    if (failed) await client.call("trash.takeBack", asked);
    expect(wrong(memory), `call ${at}`).toEqual([]);
    expect(memory.files().filter(isTheirs).length, `call ${at}`).toBeGreaterThan(0);
    await close();
    if (failed) failures += 1;
  }
  expect(failures).toBeGreaterThan(3);
});
