// A package from somebody whose sets came over git: what it holds beyond their journals is merged into their set, and nothing is there twice once the
// journals arrive.
import { join } from "node:path";
import { expect, test } from "vitest";
import { cloneProject } from "../../../../main/core/team/clone-project.ts";
import { removed } from "../../../../shared/model/change.ts";
import { newId, noteOf } from "../workplace.ts";
import {
  type Colleague,
  colleague,
  mark,
  marksOf,
  sharedFiles,
  sync,
  type TeamScene,
  teamScene,
  working,
} from "./team-scene.ts";

const everything = { articles: null, annotators: null, history: false, blind: null, overwrite: true };

const packageOf = (who: Colleague, path: string): Promise<unknown> =>
  working(who, (person, project) => person.call("review.package", { project, path, ...everything }));

/** Takes a package in, and gives what became of each set in it, by whose it is. */
const takeIn = (who: Colleague, path: string): Promise<Record<string, string>> =>
  working(who, async (person, project) => {
    const asked = {
      ...{ project, from: { path }, bring: true, places: {}, decided: [], unverified: false },
    };
    const seen = await person.call("review.takeInPreview", asked);
    if (!seen.ok) throw new Error("refused");
    const step = noteOf("take-in");
    await person.call("review.takeIn", { ...asked, sha256: seen.sha256, opId: newId(), step });
    return Object.fromEntries(seen.rows.map(({ annotator, outcome }) => [annotator.name, outcome]));
  });

async function fromBen(): Promise<TeamScene & { readonly path: string }> {
  const scene = await teamScene();
  const { ana, ben, article, shared } = scene;
  await mark(ben, article, 6);
  await sync(ben);
  await sync(ana);
  return { ...scene, path: join(shared, "..", "ben.json") };
}

test("what a package holds beyond the journals is merged, and is no change when they arrive", async () => {
  const { ana, ben, article, path } = await fromBen();
  await mark(ben, article, 12);
  await packageOf(ben, path);
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 1 });
  expect((await takeIn(ana, path)).Ben).toBe("newer");
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 2 });
  expect((await takeIn(ana, path)).Ben).toBe("same");
  await mark(ben, article, 18);
  await sync(ben);
  expect(await sync(ana)).toMatchObject({ conflicts: [] });
  await sync(ben);
  expect(sharedFiles(ana.root)).toEqual(sharedFiles(ben.root));
  for (const who of [ana, ben]) expect(await marksOf(who, article)).toEqual({ Ana: 1, Ben: 3 });
  await working(ana, async (person, project) => {
    const opened = await person.call("article.open", { project, article });
    expect(opened.warnings).toEqual([]);
  });
});

test("a package that is older than the journals brings nothing back", async () => {
  const { ana, ben, article, path } = await fromBen();
  await packageOf(ben, path);
  await working(ben, async (person, project) => {
    const { revision, set } = await person.call("article.open", { project, article });
    const change = { spans: removed(...set.spans) };
    await person.call("annotations.apply", { project, article, opId: newId(), revision, change });
  });
  await sync(ben);
  await sync(ana);
  expect((await takeIn(ana, path)).Ben).toBe("at-home");
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 0 });
});

test("work that came from two machines by two ways is all there", async () => {
  const { ana, ben, article, path, shared } = await fromBen();
  const atHome = await colleague(join(shared, ".."), "Ben", "ben-at-home");
  await cloneProject(atHome.context, shared, atHome.root);
  await mark(atHome, article, 3);
  await sync(atHome);
  await sync(ana);
  await mark(ben, article, 12);
  await packageOf(ben, path);
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 2 });
  expect((await takeIn(ana, path)).Ben).toBe("newer");
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 3 });
});
