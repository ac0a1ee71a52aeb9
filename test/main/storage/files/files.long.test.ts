// Single files: what stands in their place, who may read them, and what is left when writing fails.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { readDurable, writeDurable } from "../../../../main/storage/files/durable-file.ts";
import { growFile } from "../../../../main/storage/files/growing-file.ts";
import { openJsonFile } from "../../../../main/storage/files/json-file.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { temporaryFolder } from "../../core/workplace.ts";
import { faultyDisk } from "../faulty-disk.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

async function problemOf(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => "none",
    (error: unknown) => (error instanceof ApiError ? { ...error.detail, problem: error.problem } : error),
  );
}

test("a new file is its owner's alone; an old one keeps its mode", async () => {
  const path = join(temporaryFolder(), "a.json");
  await writeDurable(nodeDisk, path, bytes("one"));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o640);
  await writeDurable(nodeDisk, path, bytes("two"));
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readFileSync(path, "utf8")).toBe("two");
});

test("an exported file is for whoever the person lets read new files; one that is replaced keeps its rights", async () => {
  const path = join(temporaryFolder(), "a.json");
  const before = process.umask(0o027);
  try {
    const file = await growFile(nodeDisk, path, () => undefined);
    await file.append(bytes("one"));
    await file.finish();
  } finally {
    process.umask(before);
  }
  expect(statSync(path).mode & 0o777).toBe(0o640);
  chmodSync(path, 0o604);
  const again = await growFile(nodeDisk, path, () => undefined);
  await again.append(bytes("two"));
  await again.finish();
  expect(statSync(path).mode & 0o777).toBe(0o604);
});

test("a disk that is full and a share of it that is used up are told apart", async () => {
  const path = join(temporaryFolder(), "a.json");
  const told = async (code: string): Promise<unknown> => {
    const open = () => Promise.reject(Object.assign(new Error(code), { code }));
    return problemOf(writeDurable({ ...nodeDisk, open }, path, bytes("one")));
  };
  expect(await told("ENOSPC")).toMatchObject({ problem: "disk-full" });
  expect(await told("EDQUOT")).toMatchObject({ problem: "quota-full" });
});

test("a link in a file's place is refused, and what it leads to stays as it is", async () => {
  const folder = temporaryFolder();
  const victim = join(folder, "victim");
  writeFileSync(victim, "untouched");
  symlinkSync(victim, join(folder, "a.json"));
  symlinkSync(join(folder, "nowhere"), join(folder, "b.json"));
  for (const name of ["a.json", "b.json"]) {
    const refusal = { problem: "link-refused", file: name };
    expect(await problemOf(writeDurable(nodeDisk, join(folder, name), bytes("x")))).toEqual(refusal);
    expect(await problemOf(readDurable(nodeDisk, join(folder, name), 100))).toEqual(refusal);
  }
  expect(readFileSync(victim, "utf8")).toBe("untouched");
  expect(readdirSync(folder).sort()).toEqual(["a.json", "b.json", "victim"]);
});

test("a file with a second name is not written through it", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.json"), "old");
  linkSync(join(folder, "a.json"), join(folder, "elsewhere"));
  await writeDurable(nodeDisk, join(folder, "a.json"), bytes("new"));
  expect(readFileSync(join(folder, "elsewhere"), "utf8")).toBe("old");
});

test("folders and pipes in a file's place are refused at once", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a"));
  expect(await problemOf(readDurable(nodeDisk, join(folder, "a"), 100))).toMatchObject({
    problem: "file-is-folder",
  });
  expect(await problemOf(writeDurable(nodeDisk, join(folder, "a"), bytes("x")))).toMatchObject({
    problem: "file-is-folder",
  });
  if (process.platform === "win32") return;
  execFileSync("mkfifo", [join(folder, "pipe")]);
  expect(await problemOf(readDurable(nodeDisk, join(folder, "pipe"), 100))).toMatchObject({
    problem: "file-not-regular",
  });
  expect(await problemOf(readDurable(nodeDisk, "/dev/zero", 100))).toMatchObject({
    problem: "file-not-regular",
  });
});

test("a file that is too large is told before it is read", async () => {
  const path = join(temporaryFolder(), "a");
  writeFileSync(path, "four");
  expect(await problemOf(readDurable(nodeDisk, path, 3))).toEqual({
    problem: "file-too-large",
    file: "a",
    bytes: 4,
    maximum: 3,
  });
});

test("a file is flushed before it takes its name, and its folder after", async () => {
  const disk = faultyDisk();
  disk.disarm();
  await writeDurable(disk, join(temporaryFolder(), "a.json"), bytes("new"));
  const steps = ["write", "sync", "close", "rename", "syncFolder"];
  const order = disk.calls().filter((call) => steps.includes(call));
  expect(order).toEqual(["write", "sync", "close", "rename", "syncFolder", "close"]);
});

test("every call of a write may fail: the old or the new file is there, whole, and nothing beside it", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "a.json");
  const disk = faultyDisk();
  const old = "old ".repeat(1_000);
  const fresh = "new ".repeat(2_000);
  writeFileSync(path, old);
  disk.disarm();
  await writeDurable(disk, path, bytes(fresh));
  const calls = disk.calls().length;
  for (const fault of ["ENOSPC", "EIO", "EACCES", "short"] as const)
    for (let at = 0; at < calls; at += 1) {
      writeFileSync(path, old);
      disk.arm(at, fault, false);
      await problemOf(writeDurable(disk, path, bytes(fresh)));
      expect([old, fresh], `${fault} at ${at}`).toContain(readFileSync(path, "utf8"));
      expect(readdirSync(folder), `${fault} at ${at}`).toEqual(["a.json"]);
    }
});

test("a JSON file that cannot be understood is never written over", async () => {
  const path = join(temporaryFolder(), "a.json");
  const options = {
    disk: nodeDisk,
    path,
    schema: z.looseObject({ name: z.string() }),
    damaged: "project-damaged",
  } as const;
  const contents: readonly [string, object][] = [
    ["", { why: "empty" }],
    ["\0\0\0", { why: "empty" }],
    ["null", { why: "shape", at: "" }],
    ["[]", { why: "shape" }],
    ['{"name": 7}', { why: "shape", at: "name" }],
    ['{"name": "a"\n "b": 1}', { why: "syntax", line: 2, column: 2 }],
    ['{"name": "a"', { why: "syntax", line: 1, column: 13 }],
    [`{"name": "a", "deep": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`, { why: "depth" }],
  ];
  for (const [content, detail] of contents) {
    writeFileSync(path, content);
    const expected = { problem: "project-damaged", file: "a.json", ...detail };
    expect(await problemOf(openJsonFile(options, { name: "" }))).toMatchObject(expected);
    expect(readFileSync(path, "utf8")).toBe(content);
  }
  writeFileSync(path, Buffer.from([0x7b, 0xff, 0x7d]));
  expect(await problemOf(openJsonFile(options, { name: "" }))).toMatchObject({ why: "encoding" });
});

test("a failed update leaves data and file as they were, and keeps unknown fields when it works", async () => {
  const path = join(temporaryFolder(), "a.json");
  writeFileSync(path, '{"later": [1], "name": "a", "__proto__": {"x": 1}}');
  const disk = faultyDisk();
  const schema = z.looseObject({ name: z.string() });
  const file = await openJsonFile({ disk, path, schema, damaged: "project-damaged" }, { name: "" });
  disk.arm(0, "EIO", true);
  expect(await problemOf(file.update((data) => ({ ...data, name: "b" })))).toMatchObject({
    problem: "storage-failed",
  });
  expect(file.data()).toMatchObject({ name: "a", later: [1] });
  disk.disarm();
  await file.update((data) => ({ ...data, name: "c" }));
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ name: "c", later: [1] });
  expect(Reflect.get({}, "x")).toBe(undefined);
});

test("updates of one file run one after the other", async () => {
  const path = join(temporaryFolder(), "a.json");
  const schema = z.object({ count: z.number() });
  const file = await openJsonFile({ disk: nodeDisk, path, schema, damaged: "project-damaged" }, { count: 0 });
  await Promise.all(Array.from({ length: 20 }, () => file.update(({ count }) => ({ count: count + 1 }))));
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ count: 20 });
});
