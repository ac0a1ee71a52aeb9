// A colleague and an entity that only they mention, both in the trash: wherever the power goes while the colleague is taken back,
// no mention of nothing is left; and whether the entity is mentioned is asked of a disk that may fail.
import { join } from "node:path";
import { expect, test } from "vitest";
import { putAwayCommand } from "../../../shared/model/entity-put-away.ts";
import { homeIn, placeOf, projectIn, workerAt } from "../../torture/place.ts";
import { randomFrom } from "../../torture/random.ts";
import { rebooted } from "../../torture/rebooted.ts";
import { faultyDisk } from "../storage/faulty-disk.ts";
import { takeIn } from "./packages.ts";
import { newId, noteOf, problemOf } from "./workplace.ts";

/** Ben's package was taken in, and then he and whom he mentions were put away. */
async function bothAway() {
  const place = await placeOf("/trash-order");
  const [taken] = place.packages;
  const { client, close } = await workerAt(homeIn(place.root), place.disk);
  const project = await client.call("project.open", { path: projectIn(place.root), mode: "write" });
  await takeIn(client, project, join(place.root, taken?.file ?? ""));
  const annotator = taken?.annotator.id ?? "";
  const entity = taken?.entities[0]?.id ?? "";
  await client.call("annotator.putAway", { project: project.handle, annotator });
  await client.call("entity.putAway", {
    project: project.handle,
    entity,
    opId: newId(),
    step: noteOf(putAwayCommand),
  });
  await close();
  return { ...place, annotator, entity, disk: place.disk.afterCut("everything", randomFrom(1)) };
}

test("a power cut on a colleague's way back leaves no mention of an entity that is not there", async () => {
  const { root, disk: safe, annotator } = await bothAway();
  let cuts = 0;
  for (let at = 0; ; at += 1) {
    const memory = safe.afterCut("everything", randomFrom(at));
    const disk = faultyDisk(memory);
    const worker = await workerAt(homeIn(root), disk);
    const project = await worker.client.call("project.open", { path: projectIn(root), mode: "write" });
    disk.arm(at, "EIO", true);
    const asked = { project: project.handle, kind: "annotator", id: annotator } as const;
    const failed = await worker.client.call("trash.takeBack", asked).then(
      () => false,
      () => true,
    );
    const image = rebooted(memory.afterCut("everything", randomFrom(at)), projectIn(root));
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
    if (!failed) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(10);
}, 60_000);

test("where a failing disk does not say who mentions an entity it stays, and that is told", async () => {
  const { root, disk: safe, entity } = await bothAway();
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
