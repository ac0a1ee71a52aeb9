// Changes kept outside the project: whatever call to the disk fails, what was said to be kept can be read again.
import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import {
  openSpillJournal,
  readSpillJournals,
  setSpillJournalAside,
} from "../../../../main/storage/home/spill-journal.ts";
import { temporaryFolder } from "../../core/workplace.ts";
import { faultyDisk } from "../faulty-disk.ts";
import { adding } from "../set-under-test.ts";

const owner = { project: "pro", article: "art", annotator: "ann", device: "dev", textHash: "0".repeat(64) };
const now = () => "2026-01-01T00:00:00.000Z";

/** The names of the changes that another process would find. */
async function found(home: string): Promise<string[]> {
  const left = await readSpillJournals(nodeDisk, home, owner);
  return left.flatMap(({ records }) => records.map(({ opId }) => opId));
}

test("whatever call fails, what was said to be kept is there, and no more than was asked", async () => {
  const home = temporaryFolder();
  const disk = faultyDisk();
  const spill = openSpillJournal({ disk, home, owner, nonce: "non", now });
  const safe: string[] = [];
  const keep = async () => {
    const { opId, change } = adding();
    const went = await spill.keep([{ opId, change }]).then(
      () => true,
      () => false,
    );
    if (went) safe.push(opId);
    return { opId, went };
  };
  await keep();
  disk.disarm();
  await keep();
  const calls = disk.calls().length;
  let failed = 0;
  for (const fault of ["ENOSPC", "EIO", "EACCES", "short"] as const)
    for (const stays of [false, true])
      for (let at = 0; at < calls; at += 1) {
        disk.arm(at, fault, stays);
        const { opId, went } = await keep();
        disk.disarm();
        if (!went) failed += 1;
        const where = `${fault} ${stays ? "from" : "at"} call ${at}`;
        // A write whose last step failed may be there without having been promised.
        expect(
          (await found(home)).filter((id) => id !== opId || went),
          where,
        ).toEqual(safe);
      }
  expect(failed).toBeGreaterThan(calls);
  await keep();
  expect(await found(home)).toEqual(safe);
  await spill.forget(safe.slice(1));
  expect(await found(home)).toEqual(safe.slice(0, 1));
  await spill.forget(safe);
  expect(spill.isEmpty()).toBe(true);
  // Only what the failed writes could not take away; the next opening does, once it is certainly nobody's.
  const folder = join(home, "emergency", "pro");
  expect(readdirSync(folder).filter((name) => !name.endsWith(".tmp"))).toEqual([]);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 0, 0);
  expect(await found(home)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test("more than a day's worth is refused, and what was kept before stays", async () => {
  const home = temporaryFolder();
  const spill = openSpillJournal({ disk: nodeDisk, home, owner, nonce: "non", now });
  const { opId, change } = adding();
  await spill.keep([{ opId, change }]);
  const many = Array.from({ length: 20_000 }, (_, at) => ({ opId: `op${at}`, change: {} }));
  await expect(spill.keep(many)).rejects.toMatchObject({ detail: { code: "TOO-LARGE" } });
  expect(await found(home)).toEqual([opId]);
});

test("what did not fit is set aside, out of the way of the next opening, and the oldest of many go", async () => {
  const home = temporaryFolder();
  for (let at = 0; at < 52; at += 1) {
    const spill = openSpillJournal({
      disk: nodeDisk,
      home,
      owner,
      nonce: `n${"abcdefgh"[at % 8]}${"abcdefgh"[at >> 3]}`,
      now,
    });
    await spill.keep([adding()]);
    const [left] = await readSpillJournals(nodeDisk, home, owner);
    await setSpillJournalAside(nodeDisk, home, owner.project, left?.name ?? "");
  }
  expect(await found(home)).toEqual([]);
  expect(readdirSync(join(home, "emergency", "pro"))).toHaveLength(50);
});
