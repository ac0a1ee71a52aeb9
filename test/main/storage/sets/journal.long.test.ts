// Journals and snapshots that were damaged, cut, exchanged or replaced: nothing acknowledged is lost unseen, nothing that
// cannot be read is written over.
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { readSet } from "../../../../main/storage/sets/read-set.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { schemaVersion } from "../../../../shared/model/project.ts";
import { records } from "../../../../shared/model/table.ts";
import { tier } from "../../../helpers/tier.ts";
import { adding, type Op, type SetUnderTest, setUnderTest, spansIn, spansOf } from "../set-under-test.ts";

/** Saves so many changes and ends as a killed process does: without a snapshot. */
async function savedIn(under: SetUnderTest, count: number): Promise<Op[]> {
  const store = await under.open();
  const ops = Array.from({ length: count }, adding);
  for (const op of ops) await store.append([op]);
  return ops;
}

async function problemOf(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => "none",
    (error: unknown) => (error instanceof ApiError ? error.problem : String(error)),
  );
}

test("changes that wait together are written together", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const ops = [adding(), adding(), adding()];
  const saved = await store.append(ops);
  expect(saved.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  expect(spansOf(await under.open())).toEqual(spansIn(ops));
});

test("a flipped byte anywhere in the journal costs the record that it is in alone, is seen, and never written over", async () => {
  const under = setUnderTest();
  const ops = await savedIn(under, 3);
  const good = readFileSync(under.journal);
  const lastLine = good.lastIndexOf(0x0a, good.length - 2) + 1;
  // In the short tiers every seventh byte, and so each of the eight bits in turn.
  for (let at = 0; at < good.length; at += tier === "all" ? 1 : 7) {
    const bytes = Buffer.from(good);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(under.journal, bytes);
    const store = await under.open();
    const there = spansOf(store);
    const where = `byte ${at} of ${good.length}`;
    expect(spansIn(ops), where).toEqual(expect.arrayContaining(there));
    if (at < lastLine) {
      expect(store.unsafe, where).toBe("damaged");
      // The first line is the header.
      const hit = good.subarray(0, at).toString("latin1").split("\n").length - 2;
      expect(there, where).toEqual(spansIn(ops.filter((_, index) => index !== hit)));
      expect(await problemOf(store.append([adding()])), where).toBe("project-read-only");
      await store.close();
      expect(readFileSync(under.journal).equals(bytes), where).toBe(true);
    } else {
      // The end of a file looks the same after a flipped byte as after a torn write: what came before it is good.
      expect(there, where).toEqual(spansIn(ops.slice(0, 2)));
      expect(store.unsafe, where).toBe(null);
      expect(store.warnings.length, where).toBe(at < good.length - 1 ? 1 : 0);
    }
  }
});

test("a torn end is kept aside and cut, and work goes on before it", async () => {
  const under = setUnderTest();
  const ops = await savedIn(under, 2);
  const torn = Buffer.from('0badc0de {"v":1,"seq":3');
  appendFileSync(under.journal, torn);
  const store = await under.open();
  expect(store).toMatchObject({ unsafe: null, warnings: [] });
  const next = adding();
  await store.append([next]);
  expect(spansOf(await under.open())).toEqual(spansIn([...ops, next]));
  const kept = readdirSync(join(under.root, ".quarantine"));
  expect(kept.map((name) => readFileSync(join(under.root, ".quarantine", name)))).toEqual([torn]);
});

test("a journal cut anywhere opens with every record before the cut", async () => {
  const under = setUnderTest();
  const ops = await savedIn(under, 2);
  const good = readFileSync(under.journal);
  const ends = [...good.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
  for (let length = good.length - 1; length >= 0; length -= 3) {
    truncateSync(under.journal, length);
    const store = await under.open();
    const whole = Math.max(0, ends.filter((end) => end <= length).length - 1);
    expect(store.unsafe).toBe(null);
    expect(spansOf(store)).toEqual(spansIn(ops.slice(0, whole)));
  }
});

test("a line end of NUL bytes, as after a power cut, is cut like any torn end", async () => {
  const under = setUnderTest();
  const ops = await savedIn(under, 1);
  appendFileSync(under.journal, Buffer.alloc(4096));
  const store = await under.open();
  await store.append([adding()]);
  expect(spansOf(await under.open())).toEqual(expect.arrayContaining(spansIn(ops)));
});

test("a record that is missing or of another set makes the set read-only", async () => {
  const under = setUnderTest();
  await savedIn(under, 3);
  const lines = readFileSync(under.journal, "utf8").split("\n");
  writeFileSync(under.journal, [lines[0], lines[1], lines[3], ""].join("\n"));
  const gap = await under.open();
  expect(gap.unsafe).toBe("damaged");
  expect(spansOf(gap)).toHaveLength(2);
  expect(gap.warnings).toMatchObject([{ problem: "set-damaged", detail: { why: "gap" } }]);

  const foreign = await readSet(nodeDisk, { ...under.place, textHash: "1".repeat(64) });
  expect(foreign).toMatchObject({
    unsafe: "damaged",
    revision: 0,
    warnings: [{ detail: { why: "other-set" } }],
  });
});

test("a repeated record counts once", async () => {
  const under = setUnderTest();
  const ops = await savedIn(under, 2);
  const lines = readFileSync(under.journal, "utf8").split("\n");
  writeFileSync(under.journal, [...lines.slice(0, 3), lines[2], ""].join("\n"));
  const store = await under.open();
  expect(store.unsafe).toBe(null);
  expect(spansOf(store)).toEqual(spansIn(ops));
});

test("a journal that is deleted, replaced or cut while open is not acknowledged into, and is made again whole", async () => {
  for (const harm of [
    (path: string) => rmSync(path),
    (path: string) => copyFileSync(path, `${path}.copy`),
    (path: string) => truncateSync(path, 20),
    (path: string) => writeFileSync(path, readFileSync(path).fill(0x20)),
  ]) {
    const under = setUnderTest();
    const store = await under.open();
    const first = adding();
    await store.append([first]);
    harm(under.journal);
    if (existsSync(`${under.journal}.copy`)) renameSync(`${under.journal}.copy`, under.journal);
    const second = adding();
    const harmed = existsSync(under.journal) ? readFileSync(under.journal) : null;
    await store.append([second]);
    expect(spansOf(await under.open())).toEqual(spansIn([first, second]));
    const quarantine = join(under.root, ".quarantine");
    const kept = existsSync(quarantine) ? readdirSync(quarantine) : [];
    expect(kept.map((name) => readFileSync(join(quarantine, name)))).toEqual(harmed ? [harmed] : []);
  }
});

test("a journal that is deleted, replaced, cut or written on before it becomes an older generation is made whole first", async () => {
  for (const harm of [
    (path: string) => rmSync(path),
    (path: string) => truncateSync(path, readFileSync(path).length - 7),
    (path: string) => appendFileSync(path, "something else\n"),
    (path: string) => writeFileSync(path, readFileSync(path).fill(0x20)),
  ]) {
    const under = setUnderTest();
    const store = await under.open();
    const op = adding();
    await store.append([op]);
    harm(under.journal);
    const harmed = existsSync(under.journal) ? readFileSync(under.journal) : null;
    await store.compact();
    await store.close();
    const quarantine = join(under.root, ".quarantine");
    const kept = existsSync(quarantine) ? readdirSync(quarantine) : [];
    expect(kept.map((name) => readFileSync(join(quarantine, name)))).toEqual(harmed ? [harmed] : []);
    rmSync(under.snapshot);
    expect(spansOf(await under.open())).toEqual(spansIn([op]));
  }
});

test("an older snapshot put back loses nothing: the journals hold the rest", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const ops = [adding(), adding(), adding()];
  await store.append(ops.slice(0, 1));
  await store.compact();
  const older = readFileSync(under.snapshot);
  await store.append(ops.slice(1, 2));
  await store.compact();
  await store.append(ops.slice(2));
  await store.close();
  writeFileSync(under.snapshot, older);
  expect(spansOf(await under.open())).toEqual(spansIn(ops));
  rmSync(under.snapshot);
  expect(spansOf(await under.open())).toEqual(spansIn(ops));
});

test("a damaged snapshot opens what the journals hold, read-only, and stays as it is", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const ops = [adding(), adding()];
  await store.append(ops);
  await store.close();
  const good = readFileSync(under.snapshot, "utf8");
  const harmed = [
    "",
    "null",
    "0",
    '""',
    "[]",
    "{}",
    "\0".repeat(good.length),
    good.slice(0, good.length / 2),
    good.replace('"count": 2', '"count": 3'),
    good.replace("cue", "que"),
    good.replace(`"schemaVersion": ${schemaVersion},`, ""),
    good.replace('"articleId": "art"', '"articleId": "other"'),
  ];
  for (const content of harmed) {
    writeFileSync(under.snapshot, content);
    const reopened = await under.open();
    expect(reopened.unsafe, content.slice(0, 60)).toBe("damaged");
    expect(spansOf(reopened)).toEqual(spansIn(ops));
    expect(await problemOf(reopened.append([adding()]))).toBe("project-read-only");
    await reopened.close();
    expect(readFileSync(under.snapshot, "utf8")).toBe(content);
  }
});

test("a snapshot of a newer version opens read-only and stays as it is, byte for byte", async () => {
  const under = setUnderTest();
  const store = await under.open();
  await store.append([adding()]);
  await store.close();
  const newer = readFileSync(under.snapshot, "utf8").replace(
    `"schemaVersion": ${schemaVersion}`,
    `"schemaVersion": ${schemaVersion + 1}`,
  );
  writeFileSync(under.snapshot, newer);
  const reopened = await under.open();
  expect(reopened.unsafe).toBe("newer");
  await reopened.close();
  expect(readFileSync(under.snapshot, "utf8")).toBe(newer);
});

test("fields that this version does not know are kept at every level", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const op = adding();
  const [span] = op.change.spans?.added ?? [];
  if (!span) throw new Error("No span.");
  const richer = {
    ...span,
    mood: { "": [null, 1] },
    segments: span.segments.map((one) => ({ ...one, page: 3 })),
  };
  await store.append([{ ...op, change: { spans: { added: [richer], updated: [], removed: [] } } }]);
  await store.close();
  const file = { ...JSON.parse(readFileSync(under.snapshot, "utf8")), reviewedBy: ["somebody"] };
  writeFileSync(under.snapshot, JSON.stringify(file));
  const reopened = await under.open();
  expect(reopened.warnings).toEqual([]);
  await reopened.append([adding()]);
  await reopened.close();
  const written = JSON.parse(readFileSync(under.snapshot, "utf8"));
  expect(written.reviewedBy).toEqual(["somebody"]);
  expect(written.spans).toContainEqual(richer);
});

test("two devices that changed different annotations are merged; of the same one the first stays, and it is said", async () => {
  const under = setUnderTest();
  const base = await under.open();
  const shared = adding();
  await base.append([shared]);
  await base.close();
  const [span] = shared.change.spans?.added ?? [];
  if (!span) throw new Error("No span.");
  const one = await under.open();
  const two = await under.open({ device: "two" });
  const ops = [adding(), adding()] as const;
  await one.append([ops[0]]);
  await two.append([ops[1]]);
  expect(spansOf(await under.open())).toEqual(spansIn([shared, ...ops]));

  const changed = (type: string) => ({
    opId: type,
    change: { spans: { added: [], updated: [{ from: span, to: { ...span, type } }], removed: [] } },
  });
  await one.append([changed("claim")]);
  await two.append([changed("source")]);
  const conflict = await under.open();
  expect(conflict.unsafe).toBe(null);
  expect(conflict.warnings).toMatchObject([{ problem: "changes-crossed", detail: { count: 1 } }]);
  const types = Array.from(records(conflict.set().spans), ({ id, type }) => (id === span.id ? [type] : []));
  expect(types.flat()).toEqual(["claim"]);
});

test("what was answered is answered again after a restart, from the journal and from the snapshot", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const op = adding();
  const [saved] = await store.append([op]);
  expect((await under.open()).answerTo(op.opId)).toEqual(saved);
  await store.close();
  expect((await under.open()).answerTo(op.opId)).toEqual(saved);
  expect((await under.open()).revision()).toBe(1);
});

test("a long journal is folded into the snapshot by itself, and stays short", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const ops = Array.from({ length: 3_000 }, adding);
  await store.append(ops);
  await store.append([adding()]);
  await store.compact();
  expect(readFileSync(under.journal).length).toBeLessThan(1_000);
  expect(JSON.parse(readFileSync(under.snapshot, "utf8")).count).toBe(3_001);
});

test("who may not write any more does not write", async () => {
  const under = setUnderTest();
  let isOurs = true;
  const fence = async (): Promise<void> => {
    if (!isOurs) throw new ApiError("project-locked");
  };
  const store = await under.open({ fence });
  await store.append([adding()]);
  isOurs = false;
  const before = readFileSync(under.journal);
  expect(await problemOf(store.append([adding()]))).toBe("project-locked");
  expect(await problemOf(store.compact())).toBe("project-locked");
  await store.close();
  expect(readFileSync(under.journal).equals(before)).toBe(true);
  expect(existsSync(under.snapshot)).toBe(false);
});
