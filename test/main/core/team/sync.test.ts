// A project shared over real git, in a folder: two homes come to the same bytes, and nothing that was done is lost.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cloneProject } from "../../../../main/core/team/clone-project.ts";
import { shareProject, statusOfProject } from "../../../../main/core/team/sync.ts";
import { added, type Change } from "../../../../shared/model/change.ts";
import { newId, noteOf, problemOf } from "../workplace.ts";
import {
  type Colleague,
  colleague,
  handCopy,
  mark,
  marksOf,
  sharedFiles,
  sync,
  teamScene,
  working,
} from "./team-scene.ts";

test("two people who both marked, and both sync, come to the same bytes with the marks of both", async () => {
  const { ana, ben, article } = await teamScene();
  expect(existsSync(join(ben.root, "project.sayso"))).toBe(true);
  await mark(ana, article, 6);
  await mark(ben, article, 12);
  expect(await sync(ana)).toMatchObject({ came: 0, conflicts: [] });
  expect(await sync(ben)).toMatchObject({ changes: 1, conflicts: [] });
  expect(await sync(ana)).toMatchObject({ sent: 0, conflicts: [] });
  expect(sharedFiles(ana.root)).toEqual(sharedFiles(ben.root));
  for (const who of [ana, ben]) expect(await marksOf(who, article)).toEqual({ Ana: 2, Ben: 1 });
  expect(await sync(ana)).toMatchObject({ sent: 0, came: 0 });
});

test("what both changed of the registry stands the same on both sides and is told once, with both values", async () => {
  const { ana, ben } = await teamScene();
  const id = newId();
  const ines = { id, name: "Ines", type: "person", naming: "named", aliases: [] } as const;
  const become = (who: Colleague, entities: NonNullable<Change["entities"]>): Promise<unknown> =>
    working(who, (person, project) =>
      person.call("project.apply", {
        project,
        opId: newId(),
        step: noteOf("edit-entity"),
        parts: [],
        entities,
      }),
    );
  await become(ana, added(ines));
  await sync(ana);
  await sync(ben);
  const renamed = (name: string) => ({
    added: [],
    updated: [{ from: ines, to: { ...ines, name } }],
    removed: [],
  });
  await become(ana, renamed("Ines Roth"));
  await become(ben, renamed("Ines Duarte"));
  expect((await sync(ana)).conflicts).toEqual([]);
  const [conflict] = (await sync(ben)).conflicts;
  expect(conflict).toMatchObject({
    ...{ file: "entities.json", path: `entities.${id}.name`, why: "both-changed" },
    ...{ base: "Ines", ours: "Ines Duarte", theirs: "Ines Roth", by: "Ana" },
  });
  expect((await sync(ana)).conflicts).toEqual([]);
  expect((await statusOfProject(ben.context, ben.root)).conflicts).toEqual([conflict]);
  for (const { root } of [ana, ben])
    expect(JSON.parse(readFileSync(join(root, "entities.json"), "utf8")).entities).toMatchObject([
      { name: "Ines Roth" },
    ]);
});

test("a snapshot stays here while its journals tell all of it, and is shared once they do not", async () => {
  const scene = await teamScene();
  const { ana, ben, article } = scene;
  const folder = join(ana.root, "annotations", article);
  const snapshotsIn = (files: readonly string[]) =>
    files.filter((path) => /(?:^|\/)[a-z2-7]+\.json$/u.test(path));
  const sharedSnapshots = () => {
    const files = handCopy(scene).git("ls-files", "annotations").split("\n");
    return snapshotsIn(files);
  };
  expect(snapshotsIn(readdirSync(folder))).toHaveLength(1);
  expect(sharedSnapshots()).toEqual([]);
  for (const name of readdirSync(folder)) if (/\.journal\.\d+$/u.test(name)) rmSync(join(folder, name));
  await sync(ana);
  expect(sharedSnapshots()).toHaveLength(1);
  await sync(ben);
  expect(await marksOf(ben, article)).toEqual({ Ana: 1 });
});

test("somebody who sends between what another one fetched and sends is merged as well", async () => {
  const { ana, ben, article } = await teamScene();
  await mark(ana, article, 6);
  await mark(ben, article, 12);
  let isFirst = true;
  const overtaken = {
    ...ben,
    context: {
      ...ben.context,
      async onCall([name]: readonly string[]) {
        if (name !== "push" || !isFirst) return;
        isFirst = false;
        await sync(ana);
      },
    },
  };
  expect(await sync(overtaken)).toMatchObject({ changes: 1, conflicts: [] });
  await sync(ana);
  expect(sharedFiles(ana.root)).toEqual(sharedFiles(ben.root));
  expect(await marksOf(ana, article)).toEqual({ Ana: 2, Ben: 1 });
});

test("files that somebody else has put into the repository stay there and come into no project", async () => {
  const scene = await teamScene();
  const copy = handCopy(scene);
  writeFileSync(join(copy.root, "README.md"), "For IT\n");
  copy.send();
  await mark(scene.ana, scene.article, 6);
  await sync(scene.ana);
  await sync(scene.ben);
  expect(() => readFileSync(join(scene.ana.root, "README.md"))).toThrow("ENOENT");
  expect(handCopy(scene).git("show", "HEAD:README.md")).toBe("For IT\n");
});

test("a place that is taken, a second copy on one computer, and what is not shared are each refused by name", async () => {
  const { ana, ben, shared, article } = await teamScene();
  expect((await problemOf(shareProject(ana.context, ana.root, shared))).problem).toBe("team-shared");
  expect((await problemOf(cloneProject(ana.context, shared, `${ana.root}-2`))).problem).toBe("team-here");
  expect((await problemOf(cloneProject(ben.context, `${shared}-none`, `${ben.root}-2`))).problem).toBe(
    "team-nothing",
  );
  expect(
    (await problemOf(cloneProject(ben.context, "ext::sh -c touch% /tmp/x", `${ben.root}-2`))).problem,
  ).toBe("team-address");
  const kim = await colleague(join(shared, ".."), "Kim");
  await working({ ...kim, root: ana.root }, async () => undefined);
  expect((await problemOf(sync({ ...kim, root: ana.root }))).problem).toBe("team-not-shared");
  expect((await problemOf(shareProject(kim.context, ana.root, shared))).problem).toBe("team-taken");
  await mark(ana, article, 6);
  expect(await sync(ana)).toMatchObject({ came: 0 });
});

test("of two clones of one project at once one is whole, and nothing is left of the other or of one that was killed", async () => {
  const { shared, article } = await teamScene();
  const kim = await colleague(join(shared, ".."), "Kim");
  const beside = join(kim.root, "..");
  const [old, young] = ["arriving-0123456789ab", "arriving-ba9876543210"];
  for (const name of [
    join(kim.home, "team", old),
    join(kim.home, "team", young),
    join(beside, `.bridges.${old}`),
  ])
    mkdirSync(name, { recursive: true });
  for (const folder of [join(kim.home, "team", old), join(beside, `.bridges.${old}`)])
    utimesSync(folder, 1, 1);
  const roots = [kim.root, `${kim.root}-2`];
  const ended = await Promise.allSettled(roots.map((root) => cloneProject(kim.context, shared, root)));
  const whole = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value.root] : []));
  expect(whole).toHaveLength(1);
  expect(ended).toContainEqual({
    ...{ status: "rejected" },
    reason: expect.objectContaining({ problem: "team-here", detail: { where: whole[0] } }),
  });
  expect(await marksOf({ ...kim, root: whole[0] ?? "" }, article)).toEqual({ Ana: 1 });
  expect(readdirSync(join(kim.home, "team")).filter((name) => name.startsWith("arriving"))).toEqual([young]);
  expect(readdirSync(beside).filter((name) => name.includes("arriving"))).toEqual([]);
});

test("where the shared place is gone the project is as it was, and syncs once it is back", async () => {
  const { ana, shared, article } = await teamScene();
  await mark(ana, article, 6);
  const before = sharedFiles(ana.root);
  rmSync(shared, { recursive: true });
  expect((await problemOf(sync(ana))).problem).toBe("git-failed");
  expect(sharedFiles(ana.root)).toEqual(before);
});

test("without git on the computer one sentence says so", async () => {
  const { ana } = await teamScene();
  const path = process.env.PATH;
  process.env.PATH = "/nowhere";
  try {
    expect((await problemOf(sync(ana))).problem).toBe("git-missing");
  } finally {
    process.env.PATH = path;
  }
});
