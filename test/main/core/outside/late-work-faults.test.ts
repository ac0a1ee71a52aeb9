// Work on the text of before comes over while the disk fails: all of it is there afterwards, once, whichever call that writes was the
// last one, and what a person takes back then stays away.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import { quotes } from "../revised.ts";
import {
  correct,
  look,
  markAt,
  opened,
  outsideSteps,
  type Seat,
  setBy,
  setOf,
  syncSets,
  twoMachines,
  undoLate,
} from "../two-machines.ts";
import { inMemory, newId, person } from "../workplace.ts";

/** A folder in which work on the text of before lies that nobody has looked at yet; closed. */
async function lateFor(name: string) {
  const { folder, desk, laptop } = await twoMachines(name, {}, inMemory);
  await markAt(laptop, "in May", "source");
  await markAt(laptop, "“It is safe,”", "claim");
  await correct(desk);
  await desk.who.call("project.close", { project: desk.project.handle });
  await syncSets(laptop, desk);
  return { folder, desk };
}

/** The project as a machine that lost its power finds it, opened by a new process and looked at. */
async function afterCrash(folder: string, { path, article }: Seat): Promise<Seat> {
  const copy = join(folder, newId());
  cpSync(path, copy, { recursive: true });
  rmSync(join(copy, ".lock"), { force: true });
  const home = join(folder, "desk-home");
  return opened(await person(home, "Ana"), copy, article, home);
}

async function marksOf(seat: Seat, name: string) {
  const found = await setBy(seat, name);
  return found && [quotes(found), (found.orphans ?? []).length];
}

test.each([
  ["Ana", [["Mayor Ines Duarte", "said", "in May"], 1]],
  ["Ben", [["the new bridge would reopen in May", "in May"], 1]],
] as const)("of %s, whatever call is the last", async (name, all) => {
  const { folder, desk } = await lateFor(name);
  const sweep = faultSweep({ isMeant: ({ writes }) => writes });
  for (const at of sweep.turns()) {
    const path = join(folder, newId());
    cpSync(desk.path, path, { recursive: true });
    const disk = faultyDisk();
    const who = await person(join(folder, "desk-home"), "Ana", { disk });
    const project = await who.call("project.open", { path, mode: "write" });
    const seat = { ...desk, who, project, path };
    sweep.arm(disk, at, "EIO", true);
    await look(seat);
    disk.disarm();
    const where = `call ${at}`;
    const after = await afterCrash(folder, seat);
    expect(await marksOf(after, name), where).toEqual(all);
    expect((await outsideSteps(after)).length, where).toBe(name === "Ana" ? 1 : 0);
    const examined = await after.who.call("project.examine", { path: after.path });
    expect(examined.findings, where).toEqual([]);
    // The window that lived on has it at the next look, without a restart; what it had already and took back stays away.
    const isThere = (await setOf(seat)).spans.length > 2;
    if (isThere) await undoLate(seat);
    await look(seat);
    const expected = isThere ? [["Mayor Ines Duarte", "said"], 0] : all;
    expect(await marksOf(seat, name), where).toEqual(expected);
    await who.core.close();
    await after.who.core.close();
    for (const gone of [path, after.path]) rmSync(gone, { recursive: true });
  }
});
