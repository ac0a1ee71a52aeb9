// The file by which systems open a project's folder comes into a project that has none once it is opened to be written, and is nobody's change.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesBelow } from "../../helpers/golden-projects.ts";
import { inMemory, person, projectWith, temporaryFolder } from "./workplace.ts";

const opener = "project.sayso";

/** A project that was made before there was such a file, closed. */
async function projectOfBefore() {
  const folder = temporaryFolder(inMemory);
  const ana = await person(join(folder, "home"));
  const { project } = await projectWith(ana, join(folder, "project"));
  await ana.call("project.close", { project: project.handle });
  const { path } = project;
  rmSync(join(path, opener));
  return { ana, path, before: bytesBelow(path) };
}

test("who opens a project of before to write it gets the file, and nothing else of it is written or told", async () => {
  const { ana, path, before } = await projectOfBefore();
  const told = ana.events.length;
  const { handle, warnings, readOnly } = await ana.call("project.open", { path, mode: "write" });
  const { [opener]: text, ...rest } = bytesBelow(path);
  expect(text).toContain("Sayso opens the folder");
  const { ".lock": _held, ...unlocked } = rest;
  expect(unlocked).toEqual(before);
  expect([warnings, readOnly]).toEqual([[], null]);
  await ana.call("project.look", { project: handle });
  expect(ana.events.slice(told)).toEqual([]);
});

test("who only reads it writes nothing", async () => {
  const { ana, path, before } = await projectOfBefore();
  await ana.call("project.open", { path, mode: "read" });
  expect(bytesBelow(path)).toEqual(before);
});
