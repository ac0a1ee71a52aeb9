// Finds files where somebody chose files, folders and links: each once, however it was chosen.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { foundFiles } from "../../../../main/core/articles/found-files.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { runs } from "../../../helpers/tier.ts";
import { temporaryFolder } from "../workplace.ts";

const files = ["a.txt", "b.txt", "one/a.txt", "one/deep/c.txt", "two/a.txt"];

test("every file is found once, whether it, its folder or a link to them was chosen, and however often", async () => {
  const root = temporaryFolder();
  for (const folder of ["one/deep", "two"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of files) writeFileSync(join(root, file), file);
  symlinkSync(join(root, "one"), join(root, "link"));
  symlinkSync(join(root, "b.txt"), join(root, "link.txt"));
  const chosen = new Map<string, readonly string[]>([
    ...files.map((file): [string, readonly string[]] => [file, [file]]),
    ["one", ["one/a.txt", "one/deep/c.txt"]],
    ["one/deep", ["one/deep/c.txt"]],
    ["two", ["two/a.txt"]],
    ["link", ["one/a.txt", "one/deep/c.txt"]],
    ["link.txt", ["b.txt"]],
  ]);
  const some = fc.array(fc.constantFrom(...chosen.keys()), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(some, async (names) => {
      const contents: string[] = [];
      const called = new Set<string>();
      for await (const one of foundFiles(nodeDisk, {
        paths: names.map((name) => join(root, name)),
        files: [],
      })) {
        if ("error" in one) throw new Error(one.file);
        contents.push(Buffer.from(await one.read()).toString("utf8"));
        called.add(one.file);
      }
      expect(contents.sort()).toEqual([...new Set(names.flatMap((name) => chosen.get(name) ?? []))].sort());
      expect(called.size).toBe(contents.length);
    }),
    { numRuns: runs(200) },
  );
});
