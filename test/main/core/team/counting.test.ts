// Counting what waits to be sent, after every save: it reads what was touched since, and asks git as often for many journals as for one.
import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { statusHeld } from "../../../../main/core/team/sync.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { watchedDisk } from "../../../helpers/watched-disk.ts";
import { text } from "../workplace.ts";
import { type Colleague, mark, sync, teamScene, working } from "./team-scene.ts";

/** As they are some time after they were written: what was touched just now is looked at again. */
function age({ root }: Colleague): void {
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }))
    if (statSync(join(root, name)).isFile()) utimesSync(join(root, name), 1_700_000_000, 1_700_000_000);
}

/** The changes that wait, the files of annotations that were opened for that, and how often git was asked. */
async function count({ context, root }: Colleague) {
  const { id: project } = JSON.parse(readFileSync(join(root, "project.json"), "utf8")) as { readonly id: Id };
  const opened = new Set<string>();
  let calls = 0;
  const disk = watchedDisk(nodeDisk, ({ name, path }) => {
    if (name === "open" && path.startsWith(join(root, "annotations"))) opened.add(path);
    return undefined;
  });
  const onCall = (): void => {
    calls += 1;
  };
  const held = { root, project, fence: async () => undefined };
  const { changes } = await statusHeld({ ...context, disk, onCall }, held);
  return { changes, opened: opened.size, calls };
}

test("what waits is counted from the files that were touched, and in as many calls of git for many journals", async () => {
  const { ana, article } = await teamScene();
  const others = await working(ana, async (who, project) => {
    const ids: Id[] = [];
    for (const name of ["second", "third", "fourth", "fifth"]) {
      const file = { name: `${name}.txt`, text: `${text}That is the ${name} report.\n` };
      const { article: added } = await who.call("article.importText", { project, ...file });
      ids.push(added.id);
    }
    return ids;
  });
  await sync(ana);
  age(ana);
  await count(ana);
  expect(await count(ana)).toMatchObject({ changes: 0, opened: 0 });
  await mark(ana, article, 6);
  age(ana);
  const one = await count(ana);
  expect(one.changes).toBe(1);
  expect(one.opened).toBeGreaterThan(0);
  expect(await count(ana)).toMatchObject({ changes: 1, calls: one.calls });
  for (const other of others) await mark(ana, other, 4);
  age(ana);
  expect(await count(ana)).toMatchObject({ changes: 5, calls: one.calls });
});
