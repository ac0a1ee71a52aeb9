// Several windows on a project whose folder is moved while it is open: where one of them opens it, the others go on.
import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Desk, desk, listening, past, saved, shownSession, stored, tagIn, windowOn } from "./desk.ts";

async function another({ client: { core }, ...here }: Desk, mode: "read" | "write" = "write"): Promise<Desk> {
  const workspace = await windowOn(listening({ core }));
  await workspace.openProject(here.path, mode);
  return { ...here, client: { ...here, core } as unknown as Desk["client"], workspace };
}

const stateOf = ({ workspace }: Desk) => workspace.state.get();
const look = ({ workspace }: Desk) =>
  workspace.call((project) => workspace.client.call("project.look", { project }));

test("the others follow, with what is not saved in them, and go on in one history", async () => {
  const here = await desk();
  const [article] = here.articles;
  const [one, two] = [await another(here), await another(here)];
  await tagIn(two, article, 0);
  await saved(two);
  const elsewhere = join(here.folder, "elsewhere");
  renameSync(here.path, elsewhere);
  await look(two);
  expect(stateOf(two).folderAway).toBe(stateOf(two).project?.handle);
  await tagIn(two, article, 6);
  await expect.poll(() => shownSession(two).queue.status.get().kind).toBe("unsaved");

  await one.workspace.openProject(elsewhere, "write");
  await expect.poll(() => stateOf(two).project?.path).toBe(elsewhere);
  await saved(two);
  expect(stateOf(two)).toMatchObject({ problem: null, warnings: [], project: { readOnly: null } });
  expect(stateOf(two).settings.recentProjects[0]?.path).toBe(elsewhere);
  await look(two);
  expect(stateOf(two).folderAway).not.toBe(stateOf(two).project?.handle);
  expect(shownSession(two).state.get().spanOrder).toHaveLength(2);

  // From there on as before.
  await one.workspace.openArticle(article);
  await tagIn(one, article, 12);
  await saved(one);
  await expect.poll(() => shownSession(two).state.get().spanOrder.length).toBe(3);
  await two.workspace.history.undo();
  await saved(two);
  await expect.poll(() => past(one).undone.length).toBe(1);
  expect(JSON.parse(await stored(here.client, elsewhere))[0][0].spans).toHaveLength(2);
});

test("one that only reads follows, and goes on reading", async () => {
  const here = await desk();
  const [one, reader] = [await another(here), await another(here, "read")];
  const elsewhere = join(here.folder, "elsewhere");
  renameSync(here.path, elsewhere);
  await look(reader);
  await one.workspace.openProject(elsewhere, "write");
  await expect.poll(() => stateOf(reader).project?.path).toBe(elsewhere);
  expect(stateOf(reader)).toMatchObject({ problem: null, project: { readOnly: { why: "asked" } } });
});

test("a window with what could not be saved opens the project where it is now by itself, too, but no other one", async () => {
  const here = await desk();
  const [article] = here.articles;
  const one = await another(here);
  const [elsewhere, other] = [join(here.folder, "elsewhere"), join(here.folder, "other")];
  const made = await here.client.call("project.create", { path: other, name: "Another" });
  await here.client.call("project.close", { project: made.handle });
  renameSync(here.path, elsewhere);
  await look(one);
  await tagIn(one, article, 0);
  await expect.poll(() => shownSession(one).queue.status.get().kind).toBe("unsaved");
  await one.workspace.openProject(other, "write");
  expect(stateOf(one)).toMatchObject({ project: { path: here.path }, problem: {} });
  await one.workspace.openProject(elsewhere, "write");
  await saved(one);
  expect(stateOf(one)).toMatchObject({ problem: null, project: { path: elsewhere, readOnly: null } });
  expect(stateOf(one).warnings.map(({ problem }) => problem)).toEqual(["changes-kept"]);
  expect(shownSession(one).state.get().spanOrder).toHaveLength(1);
});
