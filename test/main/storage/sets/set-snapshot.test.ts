// A snapshot holds what the set holds now, nothing that an older snapshot held.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../../main/storage/files/disk.ts";
import { setToJson } from "../../../../shared/model/annotation-set.ts";
import { added, removed } from "../../../../shared/model/change.ts";
import type { Progress } from "../../../../shared/model/progress.ts";
import { runs } from "../../../helpers/tier.ts";
import { newId } from "../../core/workplace.ts";
import { adding, setUnderTest, spansIn, spansOf } from "../set-under-test.ts";

test("what was taken back is not in the next snapshot, and the set opens whole again", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const progress: Progress = { id: under.place.article, state: "done", note: "Read twice." };
  await store.append([{ opId: newId(), change: { progress: added(progress) } }]);
  await store.compact();
  expect(readFileSync(under.snapshot, "utf8")).toContain("Read twice.");
  await store.append([{ opId: newId(), change: { progress: removed(progress) } }]);
  await store.compact();
  expect(readFileSync(under.snapshot, "utf8")).not.toContain("Read twice.");
  expect((await under.open()).found).toMatchObject({ unsafe: null, revision: 2 });
});

test("a snapshot of which the disk has other bytes than were written is no snapshot: the one before stands, and the journal", async () => {
  const under = setUnderTest();
  let isLying = false;
  const disk: Disk = {
    ...nodeDisk,
    async open(path, access) {
      const file = await nodeDisk.open(path, access);
      if (!isLying || access !== "create" || !basename(path).startsWith(`.${basename(under.snapshot)}.`))
        return file;
      return {
        ...file,
        async sync() {
          await file.sync();
          await file.write(Buffer.from("x"), 100);
        },
      };
    },
  };
  const store = await under.open({ disk });
  const ops = [adding(), adding()];
  await store.append(ops);
  await store.compact();
  const more = adding();
  await store.append([more]);
  const before = [readFileSync(under.snapshot), readFileSync(under.journal)];
  isLying = true;
  await expect(store.compact()).rejects.toMatchObject({ detail: { code: "READ-BACK" } });
  expect([readFileSync(under.snapshot), readFileSync(under.journal)]).toEqual(before);
  expect(readdirSync(under.place.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  rmSync(under.snapshot);
  expect(spansOf(await under.open())).toEqual(spansIn([...ops, more]));
});

test("a snapshot that another program has replaced at once counts only where it is what was written", async () => {
  for (const isOurs of [true, false]) {
    const under = setUnderTest();
    const disk: Disk = {
      ...nodeDisk,
      async rename(from, to) {
        await nodeDisk.rename(from, to);
        if (to !== under.snapshot) return;
        const bytes = readFileSync(to);
        rmSync(to);
        writeFileSync(to, isOurs ? bytes : bytes.subarray(0, 50));
      },
    };
    const store = await under.open({ disk });
    const op = adding();
    await store.append([op]);
    const journal = readFileSync(under.journal);
    const outcome = store.compact();
    if (isOurs) await outcome;
    else {
      await expect(outcome).rejects.toMatchObject({ detail: { code: "READ-BACK" } });
      expect(readFileSync(under.journal).equals(journal)).toBe(true);
      rmSync(under.snapshot);
    }
    expect(spansOf(await under.open())).toEqual(spansIn([op]));
  }
});

test("what a snapshot says of itself is what whoever opens it finds, whatever its notes hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 5 }), async (note, more) => {
      const under = setUnderTest();
      const store = await under.open();
      const op = adding();
      const [span] = op.change.spans?.added ?? [];
      if (!span) throw new Error("No span.");
      // Half a character too, and what a later version may know.
      await store.append([{ ...op, change: { spans: added({ ...span, note: `${note}\ud800`, more }) } }]);
      await store.compact();
      const again = await under.open();
      expect(again.found).toMatchObject({ unsafe: null, revision: 1 });
      expect(setToJson(again.set())).toEqual(JSON.parse(JSON.stringify(setToJson(store.set()))));
    }),
    { numRuns: runs(40) },
  );
});
