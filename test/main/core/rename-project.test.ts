// A project gets another name: in its file, in every window, and where it is listed as opened before.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { person, problemOf, temporaryFolder, windowOf } from "./workplace.ts";

const nameOnDisk = (path: string): string =>
  JSON.parse(readFileSync(join(path, "project.json"), "utf8")).name;

test("the new name stands in the file, is told to every window, and to whoever opens the project next", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { handle } = await ana.call("project.create", { path, name: "Draft" });
  const other = windowOf(ana.core);
  const { handle: otherHandle } = await other.call("project.open", { path, mode: "write" });

  const { recentProjects } = await ana.call("project.rename", {
    project: handle,
    name: " Peace talks 2025 ",
  });
  expect(nameOnDisk(path)).toBe("Peace talks 2025");
  expect(recentProjects.map((recent) => recent.name)).toEqual(["Peace talks 2025"]);
  expect(ana.events).toContainEqual({ type: "renamed", project: handle, name: "Peace talks 2025" });
  expect(other.events).toContainEqual({ type: "renamed", project: otherHandle, name: "Peace talks 2025" });
  await other.call("project.close", { project: otherHandle });
  await ana.call("project.close", { project: handle });
  expect((await ana.call("project.open", { path, mode: "read" })).project.name).toBe("Peace talks 2025");
});

test("a reader beside the writer is told the new name at its next look", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { handle } = await ana.call("project.create", { path, name: "Draft" });
  const ben = await person(join(folder, "home of Ben"), "Ben");
  const { handle: reader } = await ben.call("project.open", { path, mode: "read" });
  await ana.call("project.rename", { project: handle, name: "Peace talks" });
  await ben.call("project.look", { project: reader });
  expect(ben.events).toContainEqual({ type: "renamed", project: reader, name: "Peace talks" });
  const other = windowOf(ben.core);
  expect((await other.call("project.open", { path, mode: "read" })).project.name).toBe("Peace talks");
});

test("a name that somebody writes into the file by hand stays, and is told to every window", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { handle } = await ana.call("project.create", { path, name: "Draft" });
  const other = windowOf(ana.core);
  const { handle: otherHandle } = await other.call("project.open", { path, mode: "write" });
  const file = join(path, "project.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), name: "By hand" }));
  await ana.call("project.look", { project: handle });
  expect(ana.events).toContainEqual({ type: "renamed", project: handle, name: "By hand" });
  expect(other.events).toContainEqual({ type: "renamed", project: otherHandle, name: "By hand" });
  expect(nameOnDisk(path)).toBe("By hand");
});

test("whoever may only read it cannot rename it, and no name is refused", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { handle } = await ana.call("project.create", { path, name: "Draft" });
  expect((await problemOf(ana.call("project.rename", { project: handle, name: "  " }))).problem).toBe(
    "input-invalid",
  );
  await ana.call("project.close", { project: handle });
  const { handle: reader } = await ana.call("project.open", { path, mode: "read" });
  expect((await problemOf(ana.call("project.rename", { project: reader, name: "Other" }))).problem).toBe(
    "project-read-only",
  );
  expect(nameOnDisk(path)).toBe("Draft");
});
