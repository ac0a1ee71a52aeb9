// A folder that is watched: what is new and whole comes in, once; what grows is waited for; what is hostile is told and left.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packZip, utf8 } from "../../../../shared/files/zip.ts";
import { person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

const story = (number: number): string =>
  `Report ${number} of the harbour says that ferries will run, he said.\n`;
const quick = { watchPauses: { hint: 20, poll: 150 } };

async function scene() {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const ana = await person(home, "Ana", quick);
  const { project } = await projectWith(ana, join(folder, "project"));
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  const handle = project.handle;
  const set = (how: "take" | "offer" = "take", path: string | null = inbox) =>
    ana.call("watch.set", { project: handle, path, how, remember: true });
  const state = () => ana.call("watch.get", { project: handle });
  const count = () => readdirSync(join(project.path, "articles")).length;
  const named = async () => {
    const { taken, skipped, refused } = (await state()).broughtIn;
    return {
      taken: taken.map(({ file }) => file),
      skipped: skipped.map(({ file }) => file),
      refused: refused.map(({ file, error }) => [file, error.problem]),
    };
  };
  return { folder, home, ana, project, inbox, set, state, count, named };
}

test("what is there and what comes is imported once, also from folders and archives, and told", async () => {
  const { inbox, set, count, named, ana, project } = await scene();
  writeFileSync(join(inbox, "1.txt"), story(1));
  await set();
  await expect.poll(named).toMatchObject({ taken: ["inbox/1.txt"] });
  mkdirSync(join(inbox, "deep"));
  writeFileSync(join(inbox, "deep", "2.txt"), story(2));
  writeFileSync(join(inbox, "again.txt"), story(1));
  writeFileSync(join(inbox, "broken.html.crdownload"), "half");
  writeFileSync(join(inbox, "empty.txt"), "");
  writeFileSync(join(inbox, "z.zip"), packZip([{ name: "../../3.txt", bytes: utf8(story(3)) }]));
  await expect.poll(named).toEqual({
    taken: ["inbox/1.txt", "inbox/deep/2.txt", "inbox/z.zip/../../3.txt"],
    skipped: ["inbox/again.txt"],
    refused: [["inbox/empty.txt", "file-empty"]],
  });
  expect(count()).toBe(4);
  await expect
    .poll(() => ana.events.some((event) => event.type === "watching" && event.project === project.handle))
    .toBe(true);
  await new Promise((later) => setTimeout(later, 500));
  expect(count()).toBe(4);
});

test("a file that is still being written waits until it is whole", async () => {
  const { inbox, set, named, state } = await scene();
  await set();
  const path = join(inbox, "slow.txt");
  writeFileSync(path, "The first half, ");
  for (let part = 0; part < 12; part += 1) {
    await new Promise((later) => setTimeout(later, 40));
    appendFileSync(path, `part ${part}, `);
    expect((await named()).taken).toEqual([]);
  }
  await expect.poll(named).toMatchObject({ taken: ["inbox/slow.txt"] });
  expect((await state()).broughtIn.taken[0]?.article.length).toBe("The first half, ".length + 12 * 8 + 2);
});

test("what is offered waits until somebody takes it", async () => {
  const { ana, project, inbox, set, state, count } = await scene();
  writeFileSync(join(inbox, "1.txt"), story(1));
  await set("offer");
  await expect.poll(async () => (await state()).waiting).toEqual(["inbox/1.txt"]);
  expect(count()).toBe(1);
  const after = await ana.call("watch.take", { project: project.handle });
  expect(after).toMatchObject({ waiting: [], broughtIn: { taken: [{ file: "inbox/1.txt" }] } });
  expect(count()).toBe(2);
});

test("links are told and not followed, whatever they lead to and whenever they came", async () => {
  const { folder, inbox, set, named, count } = await scene();
  writeFileSync(join(folder, "secret.txt"), "A secret of somebody else, he said.");
  mkdirSync(join(folder, "elsewhere"));
  writeFileSync(join(folder, "elsewhere", "x.txt"), "Words from elsewhere, she said.");
  symlinkSync(join(folder, "secret.txt"), join(inbox, "link.txt"));
  symlinkSync(join(folder, "elsewhere"), join(inbox, "way-out"));
  symlinkSync(inbox, join(inbox, "loop"));
  await set();
  await expect
    .poll(async () => (await named()).refused)
    .toEqual([
      ["inbox/link.txt", "link-refused"],
      ["inbox/loop", "link-refused"],
      ["inbox/way-out", "link-refused"],
    ]);
  await new Promise((later) => setTimeout(later, 400));
  expect((await named()).refused).toHaveLength(3);
  expect(count()).toBe(1);
});

test("it goes on after a restart, with nothing twice, not even what was put in the trash", async () => {
  const { home, ana, project, inbox, set, named, state } = await scene();
  writeFileSync(join(inbox, "1.txt"), story(1));
  await set();
  await expect.poll(named).toMatchObject({ taken: ["inbox/1.txt"] });
  const article = (await state()).broughtIn.taken[0]?.article.id ?? "";
  await ana.call("article.putAway", { project: project.handle, article });
  await ana.core.close();
  writeFileSync(join(inbox, "2.txt"), story(2));
  const again = await person(home, "Ana", quick);
  const open = await again.call("project.open", { path: project.path, mode: "write" });
  const taken = async () =>
    (await again.call("watch.get", { project: open.handle })).broughtIn.taken.map(({ file }) => file);
  await expect.poll(taken).toEqual(["inbox/2.txt"]);
  const off = await again.call("watch.set", {
    project: open.handle,
    path: null,
    how: "take",
    remember: true,
  });
  expect(off.path).toBeNull();
  writeFileSync(join(inbox, "3.txt"), story(3));
  await new Promise((later) => setTimeout(later, 400));
  expect(await taken()).toEqual(["inbox/2.txt"]);
});

test("a folder that goes away is told, and gone on with when it is back", async () => {
  const { inbox, set, state, named } = await scene();
  await set();
  renameSync(inbox, `${inbox}-away`);
  await expect.poll(async () => (await state()).problem?.problem).toBe("folder-missing");
  renameSync(`${inbox}-away`, inbox);
  writeFileSync(join(inbox, "1.txt"), story(1));
  await expect.poll(named).toMatchObject({ taken: ["inbox/1.txt"] });
  expect((await state()).problem).toBeNull();
});

test("no folder, a file, and the project's own folder are refused", async () => {
  const { folder, project, inbox, set, state } = await scene();
  writeFileSync(join(inbox, "1.txt"), story(1));
  for (const [path, problem] of [
    [join(folder, "nowhere"), "folder-missing"],
    [join(inbox, "1.txt"), "folder-missing"],
    [project.path, "watch-own-folder"],
    [join(project.path, "articles"), "watch-own-folder"],
    [folder, "watch-own-folder"],
    ["relative", "input-invalid"],
  ] as const)
    expect({ path, ...(await problemOf(set("take", path))) }).toMatchObject({ path, problem });
  expect((await state()).path).toBeNull();
  rmSync(inbox, { recursive: true });
  expect(existsSync(inbox)).toBe(false);
});
