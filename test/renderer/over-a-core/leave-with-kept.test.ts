// A project is left while its disk takes nothing: what is kept in the home, and in the page too, comes in once when it is opened again.
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import { tagSelection } from "../../../shared/commands/index.ts";
import { memoryOutbox } from "../../helpers/memory-outbox.ts";
import { watchedDisk } from "../../helpers/watched-disk.ts";
import { inMemory, person, temporaryFolder, text } from "../../main/core/workplace.ts";
import { shownSession, windowOn } from "./desk.ts";

async function leftWithKept() {
  const folder = temporaryFolder(inMemory);
  let isFull = false;
  const disk = watchedDisk(nodeDisk, ({ writes, path }) =>
    isFull && writes && path.includes("annotations")
      ? Object.assign(new Error("full"), { code: "ENOSPC" })
      : undefined,
  );
  const client = await person(join(folder, "home"), "Ana", { disk });
  const outbox = memoryOutbox();
  const workspace = await windowOn(client, { outbox });
  const path = join(folder, "project");
  await workspace.createProject(path, "Bridges");
  await workspace.importText(text, "a.txt");
  isFull = true;
  const range = { start: 0, end: 4 };
  shownSession({ workspace }).run(tagSelection, { range, type: "speaker", snap: true, card: null });
  await expect.poll(() => shownSession({ workspace }).queue.status.get()).toMatchObject({ kept: 1 });
  await workspace.closeWithKept();
  expect(workspace.state.get().project).toBeNull();
  const spans = () => shownSession({ workspace }).state.get().spanOrder.length;
  return {
    ...{ workspace, path, spans },
    empty() {
      isFull = false;
    },
    inOutbox: async () => {
      const { project, annotator } = workspace.state.get().project ?? {};
      return (await outbox.takeOver(project?.id ?? "", annotator?.id ?? "")).length;
    },
  };
}

test("what was kept comes in once, and stays nowhere else", async () => {
  const { workspace, path, spans, empty, inOutbox } = await leftWithKept();
  empty();
  await workspace.openProject(path, "write");
  expect(spans()).toBe(1);
  expect(await inOutbox()).toBe(0);
  expect(workspace.state.get().dropped).toEqual([]);
  await workspace.closeProject();
  await workspace.openProject(path, "write");
  expect(spans()).toBe(1);
});

test("it waits on where the disk is still full, and is told once", async () => {
  const { workspace, path, spans, empty, inOutbox } = await leftWithKept();
  await workspace.openProject(path, "write");
  const waiting = workspace.state.get().warnings.filter(({ detail }) => detail.why === "waiting");
  expect(waiting).toHaveLength(1);
  expect(await inOutbox()).toBe(1);
  await workspace.closeProject();
  empty();
  await workspace.openProject(path, "write");
  expect(spans()).toBe(1);
  expect(await inOutbox()).toBe(0);
});
