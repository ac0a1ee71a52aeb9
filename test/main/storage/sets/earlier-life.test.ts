// An article that was deleted for good and came back from a version begins its set anew: a backup of before knows nothing of it.
import { appendFileSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { readSet } from "../../../../main/storage/sets/read-set.ts";
import { records } from "../../../../shared/model/table.ts";
import { adding, type Op, type SetUnderTest, setUnderTest, spansIn } from "../set-under-test.ts";

/** Does the work one change after the other, and gives the set as a backup of then has it. */
async function worked(under: SetUnderTest, ops: readonly Op[]) {
  const store = await under.open();
  for (const op of ops) await store.append([op]);
  const file = store.toFile();
  await store.close();
  return file;
}

async function foundWith(under: SetUnderTest, value: Awaited<ReturnType<typeof worked>>) {
  appendFileSync(under.snapshot, "{");
  const read = await readSet(nodeDisk, under.place, async () => ({ at: "2026-01-01T00:00:00.000Z", value }));
  return { spans: Array.from(records(read.set.spans), ({ id }) => id).sort(), read };
}

test("of a damaged set the journals count, where the backup is of the article's life before", async () => {
  const under = setUnderTest();
  const before = await worked(under, [adding(), adding(), adding()]);
  rmSync(under.place.folder, { recursive: true });
  const now = [adding(), adding()];
  await worked(under, now);
  const { spans, read } = await foundWith(under, before);
  expect(spans).toEqual(spansIn(now));
  expect([read.unsafe, read.recoverable, read.copiedAt]).toEqual(["damaged", true, null]);
});

test("a backup counts whose changes the journals know, and what came since is put on top", async () => {
  const under = setUnderTest();
  const [first, second] = [[adding(), adding()], [adding()]];
  const copy = await worked(under, first);
  await worked(under, second);
  const { spans, read } = await foundWith(under, copy);
  expect(spans).toEqual(spansIn([...first, ...second]));
  expect(read.recoverable).toBe(true);
});
