// Every file that a project has, damaged in every way while nobody has it open: the examination tells of it.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { generationsOf, sealGenerations } from "../../../../main/storage/sets/sealed-journal.ts";
import { damages } from "../../../helpers/damages.ts";
import { filesBelow } from "../../../helpers/golden-projects.ts";
import { tier } from "../../../helpers/tier.ts";
import { type FullScene, fullScene } from "../full-scene.ts";
import { inMemory, person } from "../workplace.ts";

const place = mkdtempSync(join(inMemory, "sayso-test-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What nobody can tell, and why nothing of anybody's work depends on it. */
const untold: readonly (readonly [file: RegExp, damage: RegExp, why: string])[] = [
  [/^project\.sayso$/u, /./u, "it holds nothing: who opens it opens the folder that it lies in"],
  [/^reviews\//u, /^(?:deleted|hit in the middle)$/u, "it is only looked up, and carries no hash"],
  [
    /\.journal\.1$/u,
    /^deleted$/u,
    "a set that came to its text has none either; it is the record of what was done",
  ],
];

/** The project of the scene with a sealed journal and all that the home knows of it, in another place. */
async function scene(): Promise<{ readonly root: string; readonly home: string }> {
  const { folder, plain }: FullScene = await fullScene(place);
  const home = join(folder, "home");
  const ana = await person(home, "Ana");
  const path = join(folder, "project");
  const project = await ana.call("project.open", { path, mode: "write" });
  await ana.call("project.look", { project: project.handle });
  await ana.core.close();
  const annotations = join(path, "annotations", plain);
  const journal = join(annotations, `${project.annotator?.id}.${deviceIn(home)}.journal`);
  const [first] = await generationsOf(nodeDisk, journal);
  if (first) await sealGenerations(nodeDisk, journal, [first]);
  const root = join(folder, "here");
  renameSync(path, root);
  return { root, home };
}

const deviceIn = (home: string): string => JSON.parse(readFileSync(join(home, "device.json"), "utf8")).device;

/** In the short tiers those that differ most. */
const tried = Object.entries(damages).filter(
  ([name]) => tier === "all" || ["deleted", "emptied", "hit in the middle"].includes(name),
);

test("a damage of any kind to any file is told", async () => {
  const { root, home } = await scene();
  const ana = await person(home, "Ana");
  const told = async (): Promise<number> =>
    ana.call("project.examine", { path: root }).then(
      ({ findings }) => findings.length,
      () => 1,
    );
  expect(await told()).toBe(0);
  const files = Object.keys(filesBelow(root));
  expect(files.length).toBeGreaterThan(37);
  expect(files.some((file) => file.endsWith(".gz") && file.includes(".journal."))).toBe(true);
  const silent: string[] = [];
  for (const file of files)
    for (const [name, damage] of tried) {
      const bytes = readFileSync(join(root, file));
      const after = damage(bytes);
      if (after) writeFileSync(join(root, file), after);
      else rmSync(join(root, file));
      const isExcepted = untold.some(([of, how]) => of.test(file) && how.test(name));
      if ((await told()) === 0 && !isExcepted) silent.push(`${file}: ${name}`);
      writeFileSync(join(root, file), bytes);
    }
  expect(silent).toEqual([]);
  expect(await told()).toBe(0);
});
