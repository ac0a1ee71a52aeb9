// What the home knows of a project's sets, read again after a power cut has left holes between what was written.
import { join } from "node:path";
import { expect, test } from "vitest";
import { type KnownProject, openLastKnown, readLastKnown } from "../../../../main/storage/home/last-known.ts";
import { homeIn, placeOf, projectIn } from "../../../torture/place.ts";

const textHash = "0123456789abcdef";
const setOf = (article: string) => ({ article, annotator: "cccc", textHash, seq: 3 });
const [first, second] = [setOf("aaaa"), setOf("bbbb")];

const always = async (): Promise<void> => undefined;

/** Ana's project, whose first set was forgotten, and the file in which the home says so. */
async function withOneForgotten() {
  const { root, disk } = await placeOf("/last-known");
  const of: KnownProject = {
    ...{ disk, home: homeIn(root), root: projectIn(root) },
    ...{ project: "dddd", device: "eeee" },
  };
  const known = await openLastKnown(of, always);
  await known.note([first, second]);
  await known.forget([first]);
  await known.close();
  const [path = ""] = disk.files().filter((file) => file.startsWith(join(of.home, "known", "dddd.")));
  const bytes = disk.bytesAt(path) ?? new Uint8Array();
  return { disk, of, path, text: Buffer.from(bytes).toString("utf8") };
}

const hole = "\0".repeat(40);

test.each([
  ["behind what was forgotten", (text: string) => `${text}${hole}\n["bbbb","cccc","${textHash}",5]`],
  ["before what was forgotten", (text: string) => text.replace(/\n(?=[^\n]*null\])/u, `${hole}\n`)],
  ["behind the first line", (text: string) => text.replace("\n", `${hole}\n`)],
  ["in the place of the end", (text: string) => `${text}${hole}`],
])("a hole %s takes nothing with it", async (_where, torn) => {
  const { disk, of, path, text } = await withOneForgotten();
  const after = torn(text);
  expect(after.length).toBeGreaterThan(text.length);
  disk.put(path, Buffer.from(after, "utf8"));
  const [one, ...more] = await readLastKnown(of);
  expect(one).toMatchObject({ article: "bbbb", seq: after.includes(",5]") ? 5 : 3 });
  expect(more).toEqual([]);
});

test("what is written behind a hole is known, and of when a copy was as well", async () => {
  const { disk, of, path, text } = await withOneForgotten();
  disk.put(path, Buffer.from(text + hole, "utf8"));
  const known = await openLastKnown(of, always);
  const lost = { ...second, lost: 2 };
  await known.note([lost]);
  await known.note([{ ...lost, copiedAt: "2026-01-01T00:00:00.000Z" }]);
  await known.close();
  expect(await readLastKnown(of)).toEqual([{ ...lost, copiedAt: "2026-01-01T00:00:00.000Z" }]);
});
