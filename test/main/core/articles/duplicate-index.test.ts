// What is nearly the same is found without reading the texts again, and nothing that was kept for it is believed against a text.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../../main/storage/files/disk.ts";
import { fileWith, person, projectWith, temporaryFolder } from "../workplace.ts";

const report = (number: number): string =>
  `Report ${number}\n\n${Array.from({ length: 60 }, (_, at) => `Sentence ${at * number} of report ${number} says something else.`).join(" ")}\n`;
const count = 25;

/** A project that so many reports were brought into, closed again; `next` opens it as another day would. */
async function scene() {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const files = join(folder, "files");
  mkdirSync(files);
  for (let number = 1; number <= count; number += 1) fileWith(files, `${number}.txt`, report(number));
  const first = await person(home);
  const { project } = await projectWith(first, join(folder, "project"));
  const asked = { paths: [files], files: [], duplicates: "skip" as const };
  await first.call("bringIn.run", { project: project.handle, ...asked });
  await first.core.close();
  const sketches = join(home, "sketches");
  async function next(name: string, text: string) {
    const read: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      open(path, access) {
        if (access === "read" && basename(path) === "text.txt") read.push(path);
        return nodeDisk.open(path, access);
      },
    };
    const later = await person(home, "Ana", { disk });
    const { handle } = await later.call("project.open", { path: project.path, mode: "write" });
    read.length = 0;
    const path = fileWith(folder, name, text);
    const { versionOf } = await later.call("article.importFile", { project: handle, path });
    await later.core.close();
    return { versionOf: versionOf?.title ?? null, read: read.length };
  }
  const keptAt = () => join(sketches, readdirSync(sketches)[0] ?? "");
  return { next, keptAt };
}

const nearly = report(7).replace("Sentence 70 of report 7 says something else.", "");

test("on another day no text is read but the one that is found", async () => {
  const { next } = await scene();
  expect(await next("other.txt", report(99))).toEqual({ versionOf: null, read: 0 });
  // The one of the day before, too few to be written for, and the one that is found.
  expect(await next("near.txt", nearly)).toEqual({ versionOf: "Report 7", read: 2 });
});

test("where what was kept is damaged or gone, it is made anew", async () => {
  const { next, keptAt } = await scene();
  const whole = readFileSync(keptAt(), "utf8");
  const others = [whole.slice(0, 500), "[]", '{"kind":"of old","sketches":{}}'];
  for (const [at, damaged] of others.entries()) {
    writeFileSync(keptAt(), damaged);
    const text = `${nearly}\nThe copy of day ${at}.\n`;
    expect(await next("near.txt", text)).toMatchObject({ versionOf: expect.any(String) });
    expect(Object.keys(JSON.parse(readFileSync(keptAt(), "utf8")).sketches).length).toBeGreaterThan(count);
  }
});

test("what was kept is not believed against the text", async () => {
  const { next, keptAt } = await scene();
  const file = JSON.parse(readFileSync(keptAt(), "utf8")) as { sketches: Record<string, string> };
  const hashes = Object.keys(file.sketches);
  // Each text with the sketch of the next.
  const moved = hashes.map((hash, at) => [hash, file.sketches[hashes[(at + 1) % hashes.length] ?? ""]]);
  writeFileSync(keptAt(), JSON.stringify({ ...file, sketches: Object.fromEntries(moved) }));
  expect(await next("near.txt", nearly)).toMatchObject({ versionOf: null });
});
