// Saving a mention together with its new entity writes two files: whatever call to the disk fails, an acknowledged mention
// never points to nothing, and the same change can be sent again until it is saved. So it is when both are taken back.
import { join } from "node:path";
import { expect, test } from "vitest";
import { added, type Change, invertChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { tier } from "../../helpers/tier.ts";
import { callsToFail, faultCases, faultSweep, faultyDisk } from "../storage/faulty-disk.ts";
import { inMemory, newId, person, projectWith, spanBy, temporaryFolder } from "./workplace.ts";

async function desk() {
  const folder = temporaryFolder(inMemory);
  const disk = faultyDisk();
  const ana = await person(join(folder, "home"), "Ana", { disk });
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const { handle } = project;

  const mention = (): { opId: string; change: Change } => {
    const entity: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
    const span = { ...spanBy(project.annotator?.id ?? ""), type: "speaker", entity: entity.id };
    return { opId: newId(), change: { spans: added(span), entities: added(entity) } };
  };
  const save = (revision: number, of: { opId: string; change: Change }) =>
    ana.call("annotations.apply", { project: handle, article, revision, ...of });
  const open = () => ana.call("article.open", { project: handle, article });
  const works = (act: Promise<unknown>) =>
    act.then(
      () => true,
      () => false,
    );
  /** What another reader finds on the disk. */
  const found = async () => {
    const reader = await ana.call("project.open", { path: project.path, mode: "read" });
    const opened = await ana.call("article.open", { project: reader.handle, article });
    await ana.call("project.close", { project: reader.handle });
    return opened;
  };

  return { disk, mention, save, open, works, found };
}

const faults = ["ENOSPC", "EIO", "EACCES", "short"] as const;

test("a mention and its entity are saved both or not at all, whatever call fails", async () => {
  const { disk, mention, save, open, works, found } = await desk();
  let { revision } = await save(0, mention());
  disk.disarm();
  revision = (await save(revision, mention())).revision;
  const made = disk.made();
  let failed = 0;
  for (const stays of [false, true])
    for (const { at, fault } of faultCases(made, stays ? ["ENOSPC", "EIO"] : faults)) {
      const one = mention();
      disk.arm(at, fault, stays);
      const went = await works(save(revision, one));
      disk.disarm();
      const where = `${fault} ${stays ? "from" : "at"} call ${at}`;
      const after = await found();
      expect(after.warnings, where).toEqual([]);
      const ids = new Set(after.entities.map(({ id }) => id));
      for (const span of after.set.spans) expect(ids.has(span.entity ?? ""), where).toBe(true);
      if (!went) {
        failed += 1;
        if (!stays) {
          const { entities } = await open();
          expect(entities, where).not.toContainEqual(one.change.entities?.added[0]);
        }
        // The resend of a window that was told that it is not saved.
        expect(await works(save(revision, one)), where).toBe(true);
      }
      revision += 1;
      const now = await found();
      expect(now.revision, where).toBe(revision);
      expect(now.set.spans, where).toContainEqual(one.change.spans?.added[0]);
    }
  expect(failed).toBeGreaterThan(callsToFail(made).length);
});

test("a mention and its entity that are taken back leave no mention of nothing, whatever call is the last", async () => {
  const { disk, mention, save, open, works, found } = await desk();
  let { revision } = await save(0, mention());
  const sweep = faultSweep();
  let failed = 0;
  for (const at of sweep.turns())
    for (const fault of tier === "all" ? faults : [faults[at % faults.length] ?? "EIO"]) {
      const one = mention();
      revision = (await save(revision, one)).revision;
      const back = { opId: newId(), change: invertChange(one.change) };
      sweep.arm(disk, at, fault, true);
      const went = await works(save(revision, back));
      disk.disarm();
      const where = `${fault} from call ${at}`;
      const after = await found();
      expect(after.warnings, where).toEqual([]);
      const ids = new Set(after.entities.map(({ id }) => id));
      for (const span of after.set.spans) expect(ids.has(span.entity ?? ""), where).toBe(true);
      if (!went) failed += 1;
      revision = went ? revision + 1 : (await save(revision, back)).revision;
      expect((await open()).set.spans, where).toHaveLength(1);
    }
  expect(failed).toBeGreaterThan(3);
});
