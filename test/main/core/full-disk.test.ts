// A disk that is really full, and one that really is read-only: a small one in memory, where the system lets us mount it.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fillDisk, mountDisk } from "../../helpers/small-disk.ts";
import { addingSpan, newId, person, problemOf, projectWith, temporaryFolder, text } from "./workplace.ts";

/** A disk of so many kilobytes at this path, for one test; `false` where none can be had. */
function mount(path: string, kilobytes: number): boolean {
  const { unmount } = mountDisk(path, kilobytes);
  if (unmount) onTestFinished(unmount);
  return unmount !== null;
}

test("a full disk is told, loses nothing, and saving goes on when there is room again", async ({ skip }) => {
  const folder = temporaryFolder();
  const disk = join(folder, "disk");
  if (!mount(disk, 256)) skip("no disk can be mounted here");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(disk, "project"));
  const { handle } = project;
  let revision = 0;
  const save = (opId: string, change = addingSpan(project)) =>
    ana.call("annotations.apply", { project: handle, article, opId, revision, change });
  revision = (await save(newId())).revision;

  const empty = fillDisk(disk);
  const opId = newId();
  const change = addingSpan(project);
  let problem = "";
  // The journal's last block may still have room for a few.
  for (let tries = 0; problem === "" && tries < 50; tries += 1)
    try {
      revision = (await save(tries === 0 ? opId : newId(), tries === 0 ? change : addingSpan(project)))
        .revision;
    } catch {
      problem = (await problemOf(save(newId()))).problem;
    }
  expect(problem).toBe("disk-full");
  const paste = (content: string) =>
    ana.call("article.importText", { project: handle, name: "new", text: content });
  expect(await problemOf(paste(`More. ${text}`))).toMatchObject({ problem: "disk-full" });
  expect(readdirSync(join(disk, "project", "articles"))).toEqual([article]);
  const output = { project: handle, format: "json", articles: null, annotators: null, overwrite: true };
  expect(
    await problemOf(ana.call("export.write", { ...output, path: join(disk, "out.json") })),
  ).toMatchObject({ problem: "disk-full" });
  expect((await ana.call("article.open", { project: handle, article })).revision).toBe(revision);
  await ana.call("project.close", { project: handle });
  const full = await ana.call("project.open", { path: project.path, mode: "write" });
  expect((await ana.call("article.open", { project: full.handle, article })).revision).toBe(revision);
  await ana.call("project.close", { project: full.handle });

  empty();
  const again = await ana.call("project.open", { path: project.path, mode: "write" });
  // The two that were sent to the full disk were kept outside it.
  expect(again).toMatchObject({ readOnly: null, warnings: [{ detail: { why: "applied", count: 2 } }] });
  revision += 2;
  const next = { project: again.handle, article, opId: newId(), revision, change: addingSpan(project) };
  expect((await ana.call("annotations.apply", next)).revision).toBe(revision + 1);
  expect(
    (await ana.call("export.write", { ...output, project: again.handle, path: join(disk, "out.json") })).sets,
  ).toBe(1);
});

test("a disk that is read-only opens to read, with the reason", async ({ skip }) => {
  const folder = temporaryFolder();
  const disk = join(folder, "disk");
  if (!mount(disk, 1024)) skip("no disk can be mounted here");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(disk, "project"));
  await ana.call("project.close", { project: project.handle });
  execFileSync("mount", ["-o", "remount,ro", disk]);
  const opened = await ana.call("project.open", { path: project.path, mode: "write" });
  expect(opened.readOnly).toMatchObject({ why: "not-writable", detail: { code: "EROFS" } });
  expect((await ana.call("article.open", { project: opened.handle, article })).text).toBe(text);
  const create = ana.call("project.create", { path: join(disk, "another"), name: "Another" });
  expect(await problemOf(create)).toMatchObject({
    problem: "folder-not-writable",
    detail: { code: "EROFS" },
  });
});
