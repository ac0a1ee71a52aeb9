// A copy of the whole project elsewhere: what is not saved is in it, and it works when the project's disk is gone.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { annotatedJson } from "../../../shared/annotated-json/schema.ts";
import { added, updated } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { newId, person, problemOf, projectWith, spanBy, temporaryFolder, text } from "./workplace.ts";

async function scene() {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const path = join(folder, "project");
  const ana = await person(home, "Ana", { backupPauses: { first: 100_000_000, between: 100_000_000 } });
  const { project, article } = await projectWith(ana, path);
  const other = await ana.call("article.importText", {
    project: project.handle,
    name: "other",
    text: `Other. ${text}`,
  });
  const saved = spanBy(project.annotator?.id ?? "");
  const change = { spans: added(saved) };
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change,
  });
  return { folder, home, path, ana, project, article, other: other.article, saved };
}

const contentOf = (path: string) => annotatedJson.parse(JSON.parse(readFileSync(path, "utf8")));

test("a copy holds what is saved and what is not, with the disk there and with the disk gone", async () => {
  const { folder, path, ana, project, article, other, saved } = await scene();
  const entity: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
  const unsavedSpan = { ...spanBy(saved.provenance.annotator, 1), type: "speaker", entity: entity.id };
  const changes = [
    { spans: added(unsavedSpan), entities: added(entity) },
    { spans: updated(saved, { ...saved, type: "claim" }) },
    // Made on what another window has changed: it does not fit, and keeps nothing else from the copy.
    { spans: updated({ ...saved, type: "source" }, saved) },
  ];
  const copy = (to: string, overwrite = false) =>
    ana.call("export.copy", {
      project: project.handle,
      unsaved: [{ article, changes }],
      path: join(folder, to),
      overwrite,
    });
  expect(await copy("there.json")).toMatchObject({ articles: 2, sets: 1, leftOut: [] });
  expect(await problemOf(copy("there.json"))).toMatchObject({ problem: "export-exists" });
  renameSync(path, join(folder, "unplugged"));
  const gone = await copy("gone.json");
  expect(gone).toMatchObject({ articles: 1, sets: 1, leftOut: [other.title] });
  for (const name of ["there.json", "gone.json"]) {
    const content = contentOf(join(folder, name));
    const [first] = content.articles.filter((one) => one.id === article);
    expect(first?.text).toBe(text);
    const types = first?.sets[0]?.spans.map(({ id, type }) => [id, type]);
    expect(types).toEqual(
      expect.arrayContaining([
        [saved.id, "claim"],
        [unsavedSpan.id, "speaker"],
      ]),
    );
    expect(types).toHaveLength(2);
    expect(content.entities.map(({ name }) => name)).toEqual(["Ines Duarte"]);
  }
  expect(existsSync(path)).toBe(false);
});

test("what others annotated comes from the disk, or from its backup when that is gone", async () => {
  const { folder, home, path, ana, project, article } = await scene();
  await ana.call("project.close", { project: project.handle });
  const bo = await person(home, "Bo", { backupPauses: null });
  const theirs = await bo.call("project.open", { path, mode: "write" });
  await bo.call("article.open", { project: theirs.handle, article });
  const copy = (to: string) =>
    bo.call("export.copy", { project: theirs.handle, unsaved: [], path: join(folder, to), overwrite: false });
  // Bo's own set, which is empty, and Ana's.
  expect(await copy("there.json")).toMatchObject({ sets: 1 });
  renameSync(path, join(folder, "unplugged"));
  expect(await copy("gone.json")).toMatchObject({ sets: 1 });
  expect(contentOf(join(folder, "gone.json")).articles[0]?.sets).toEqual(
    contentOf(join(folder, "there.json")).articles[0]?.sets,
  );
});

test("a copy never replaces the project's own files, and a place that cannot be written is said", async () => {
  const { folder, path, ana, project } = await scene();
  const copy = (to: string) =>
    ana.call("export.copy", { project: project.handle, unsaved: [], path: to, overwrite: true });
  expect(await problemOf(copy(join(path, "project.json")))).toMatchObject({ problem: "export-exists" });
  expect(await problemOf(copy(join(folder, "nowhere", "copy.json")))).toMatchObject({
    problem: "folder-missing",
  });
  writeFileSync(join(folder, "old.json"), "old");
  await copy(join(folder, "old.json"));
  expect(contentOf(join(folder, "old.json")).project.name).toBe("Bridges");
  rmSync(join(folder, "old.json"));
});
