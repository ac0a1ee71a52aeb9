// Folders that are no project, or one that is damaged, newer, in use or not ours to write: each gets its own answer, what can
// be read is shown, and nothing is written over.
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import {
  addingSpan,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  temporaryFolder,
  text,
} from "./workplace.ts";

interface Scene {
  readonly folder: string;
  readonly ana: Person;
  /** A closed project with two articles, the first with a tag. */
  readonly path: string;
  readonly project: OpenProject;
  readonly article: string;
  readonly other: string;
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const path = join(folder, "project");
  const { project, article } = await projectWith(ana, path);
  const report = await ana.call("article.importText", {
    project: project.handle,
    name: "other",
    text: `Other. ${text}`,
  });
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change: addingSpan(project),
  });
  await ana.call("project.close", { project: project.handle });
  return { folder, ana, path, project, article, other: report.article.id };
}

/** Every file below a folder with its bytes. */
function contentOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files[path] = readFileSync(path, "base64");
    }
  return files;
}

test("what is no project is said to be none, each in its way", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const file = join(folder, "file.txt");
  writeFileSync(file, "text");
  mkdirSync(join(folder, "empty"));
  mkdirSync(join(folder, "odd", "project.json"), { recursive: true });
  const open = (path: string) => problemOf(ana.call("project.open", { path, mode: "write" }));
  expect(await open(join(folder, "gone"))).toEqual({ problem: "project-missing", detail: { file: "gone" } });
  expect(await open(join(file, "inside"))).toMatchObject({ problem: "project-missing" });
  expect(await open(file)).toMatchObject({
    problem: "project-not-one",
    detail: { file: "file.txt", why: "file" },
  });
  expect(await open(join(folder, "empty"))).toMatchObject({
    problem: "project-not-one",
    detail: { file: "empty" },
  });
  expect(await open(join(folder, "odd"))).toMatchObject({ problem: "project-not-one" });
  expect(await open("relative")).toMatchObject({ problem: "input-invalid" });
  expect(await open("/with\0nul")).toMatchObject({ problem: "input-invalid" });
});

test("a damaged project file is named with the place of the mistake, and nothing is changed", async () => {
  const { ana, path } = await scene();
  const file = join(path, "project.json");
  const good = readFileSync(file, "utf8");
  const harmed: readonly [string, object][] = [
    ["", { why: "empty" }],
    [good.slice(0, 40), { why: "syntax", line: 3 }],
    [good.replace('"name": "Bridges",', '"name": "Bridges"'), { why: "syntax", line: 5, column: 3 }],
    [good.replace(`"schemaVersion": ${schemaVersion},`, ""), { why: "shape", at: "schemaVersion" }],
    [good.replace('"annotators": [', '"annotators": [7,'), { why: "shape", at: "annotators.0" }],
  ];
  for (const [content, detail] of harmed) {
    writeFileSync(file, content);
    const before = contentOf(path);
    const problem = await problemOf(ana.call("project.open", { path, mode: "write" }));
    expect(problem).toMatchObject({
      problem: "project-damaged",
      detail: { file: "project.json", ...detail },
    });
    expect(contentOf(path)).toEqual(before);
  }
});

test("a project of a newer version opens read-only, whole, and stays as it is byte for byte", async () => {
  const { ana, path, article } = await scene();
  const file = join(path, "project.json");
  const newer = readFileSync(file, "utf8").replace(
    `"schemaVersion": ${schemaVersion}`,
    '"schemaVersion": 7, "shiny": true',
  );
  writeFileSync(file, newer);
  const before = contentOf(path);
  const project = await ana.call("project.open", { path, mode: "write" });
  expect(project.readOnly).toMatchObject({ why: "newer", detail: { version: 7, supported: schemaVersion } });
  expect(project.articles).toHaveLength(2);
  const opened = await ana.call("article.open", { project: project.handle, article });
  expect(opened.set.spans).toHaveLength(1);
  const change = addingSpan(project);
  const save = ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 1,
    change,
  });
  expect(await problemOf(save)).toMatchObject({ problem: "project-read-only", detail: { why: "newer" } });
  await ana.call("project.close", { project: project.handle });
  expect(contentOf(path)).toEqual(before);

  writeFileSync(file, newer.replace('"tagset": {', '"tagset": 7, "was": {'));
  expect(await problemOf(ana.call("project.open", { path, mode: "write" }))).toMatchObject({
    problem: "project-newer",
    detail: { version: 7 },
  });
});

test("a damaged registry opens the project read-only and is not written over", async () => {
  const { ana, path } = await scene();
  for (const harm of [
    () => writeFileSync(join(path, "entities.json"), "{"),
    () => rmSync(join(path, "entities.json")),
  ]) {
    harm();
    const before = contentOf(path);
    const project = await ana.call("project.open", { path, mode: "write" });
    expect(project).toMatchObject({
      readOnly: { why: "damaged" },
      warnings: [{ problem: "project-damaged" }],
    });
    await ana.call("project.close", { project: project.handle });
    expect(contentOf(path)).toEqual(before);
  }
});

test("a damaged article or set keeps nothing else from opening", async () => {
  const { ana, path, article, other, project } = await scene();
  writeFileSync(join(path, "articles", other, "text.txt"), "Something else.");
  writeFileSync(join(path, "annotations", article, `${project.annotator?.id}.json`), "{");
  const again = await ana.call("project.open", { path, mode: "write" });
  expect(again).toMatchObject({ readOnly: null, warnings: [{ problem: "set-damaged" }] });
  const open = (id: string) => ana.call("article.open", { project: again.handle, article: id });
  expect(await problemOf(open(other))).toMatchObject({
    problem: "article-damaged",
    detail: { file: "text.txt", why: "hash" },
  });
  expect(await open(article)).toMatchObject({
    readOnly: { why: "damaged" },
    warnings: [{ problem: "set-damaged" }],
  });
  expect(await problemOf(open("nothere"))).toMatchObject({ problem: "article-missing" });

  await ana.call("project.close", { project: again.handle });
  writeFileSync(join(path, "articles", other, "article.json"), "null");
  const third = await ana.call("project.open", { path, mode: "write" });
  expect(third.articles.map(({ id }) => id)).toEqual([article]);
  expect(third.warnings).toMatchObject([
    { problem: "article-damaged", detail: { article: other } },
    { problem: "set-damaged" },
  ]);
});

test("links planted in a project are refused, and what they lead to is left alone", async () => {
  const { ana, path, folder, article, other } = await scene();
  const victim = join(folder, "victim.txt");
  writeFileSync(victim, "untouched");
  rmSync(join(path, "articles", other), { recursive: true });
  symlinkSync(folder, join(path, "articles", other));
  rmSync(join(path, "articles", article, "text.txt"));
  symlinkSync(victim, join(path, "articles", article, "text.txt"));
  const project = await ana.call("project.open", { path, mode: "write" });
  expect(project.warnings).toMatchObject([
    { problem: "article-damaged", detail: { article: other, why: "link" } },
  ]);
  const opening = ana.call("article.open", { project: project.handle, article });
  expect(await problemOf(opening)).toMatchObject({
    problem: "article-damaged",
    detail: { why: "link-refused" },
  });
  await ana.call("project.close", { project: project.handle });

  renameSync(join(path, "entities.json"), join(folder, "entities.json"));
  symlinkSync(join(folder, "entities.json"), join(path, "entities.json"));
  const again = await ana.call("project.open", { path, mode: "write" });
  expect(again.readOnly).toMatchObject({ why: "damaged", detail: { file: "entities.json" } });
  await ana.call("project.close", { project: again.handle });
  rmSync(join(path, "project.json"));
  symlinkSync(victim, join(path, "project.json"));
  expect(await problemOf(ana.call("project.open", { path, mode: "write" }))).toMatchObject({
    problem: "link-refused",
  });
  expect(readFileSync(victim, "utf8")).toBe("untouched");
});

test("names of other programs' copies are no articles, and leftovers of a crash are swept by our own names only", async () => {
  const { ana, path, article } = await scene();
  mkdirSync(join(path, "articles", `${article} (Bo's conflicted copy)`));
  mkdirSync(join(path, "articles", ".new-0123456789ab"));
  writeFileSync(join(path, "articles", ".new-0123456789ab", "text.txt"), "half");
  writeFileSync(join(path, ".project.json.0123456789ab.tmp"), "half");
  writeFileSync(join(path, ".lock.stale-0123456789ab"), "half");
  writeFileSync(join(path, "notes.tmp"), "mine");
  const project = await ana.call("project.open", { path, mode: "write" });
  expect(project.articles).toHaveLength(2);
  expect(readdirSync(path).sort()).toEqual([
    ".lock",
    "annotations",
    "articles",
    "entities.json",
    "notes.tmp",
    "project.json",
    "project.sayso",
  ]);
  expect(readdirSync(join(path, "articles"))).toHaveLength(3);
});

test("a second process gets the project to read, with who has it, and to write when it is free again", async () => {
  const { ana, path, folder, article } = await scene();
  const project = await ana.call("project.open", { path, mode: "write" });
  const bo = await person(join(folder, "home of Bo"), "Bo");
  const theirs = await bo.call("project.open", { path, mode: "write" });
  expect(theirs.readOnly).toMatchObject({ why: "locked", detail: { holder: "Ana", pid: process.pid } });
  expect(theirs.annotator).toBe(null);
  const shown = await bo.call("article.open", { project: theirs.handle, article });
  expect(shown).toMatchObject({ readOnly: { why: "locked" }, revision: 1 });
  const change = addingSpan(project, 1);
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 1,
    change,
  });
  expect((await bo.call("article.open", { project: theirs.handle, article })).revision).toBe(2);
  const save = bo.call("annotations.apply", {
    project: theirs.handle,
    article,
    opId: newId(),
    revision: 2,
    change,
  });
  expect(await problemOf(save)).toMatchObject({
    problem: "project-read-only",
    detail: { why: "locked", holder: "Ana" },
  });

  await ana.core.close();
  const free = await bo.call("project.open", { path, mode: "write" });
  expect(free).toMatchObject({ readOnly: null, annotator: { name: "Bo" } });
  expect(free.project.annotators.map(({ name }) => name)).toEqual(["Ana", "Bo"]);
});

test("a folder that cannot be written opens read-only with the reason, and is read whole", async () => {
  const { path, folder, article } = await scene();
  for (const code of ["EACCES", "EROFS", "ENOSPC"]) {
    const refuse = async () => {
      throw Object.assign(new Error(code), { code });
    };
    const disk = {
      ...nodeDisk,
      open: (at: string, access: Parameters<typeof nodeDisk.open>[1]) =>
        access === "create" && at.startsWith(path) ? refuse() : nodeDisk.open(at, access),
    };
    const ana = await person(join(folder, "home"), "Ana", { disk });
    const project = await ana.call("project.open", { path, mode: "write" });
    expect(project.readOnly).toMatchObject({ why: "not-writable", detail: { code } });
    const opened = await ana.call("article.open", { project: project.handle, article });
    expect(opened).toMatchObject({ text, revision: 1, readOnly: { why: "not-writable" } });
  }
});

test("a folder without the permission to write opens read-only", async ({ skip }) => {
  if (process.getuid?.() === 0) skip("root may write everywhere");
  const { ana, path } = await scene();
  chmodSync(path, 0o500);
  const project = await ana.call("project.open", { path, mode: "write" });
  chmodSync(path, 0o700);
  expect(project.readOnly).toMatchObject({ why: "not-writable" });
});

test("a folder is made a project only when it is empty, and an interrupted making can be done again", async () => {
  const { ana, path, folder } = await scene();
  const create = (at: string) => ana.call("project.create", { path: at, name: "New" });
  expect(await problemOf(create(path))).toEqual({ problem: "folder-not-empty", detail: { file: "project" } });
  expect(await problemOf(create(join(folder, "no", "where")))).toMatchObject({ problem: "folder-missing" });
  expect(await problemOf(create(join(folder, "x".repeat(300))))).toMatchObject({
    problem: "storage-failed",
    detail: { code: "ENAMETOOLONG" },
  });
  const half = join(folder, "half");
  mkdirSync(half);
  writeFileSync(join(half, "entities.json"), '{"schemaVersion": 2, "entities": []}');
  writeFileSync(join(half, ".project.json.0123456789ab.tmp"), "{");
  expect((await create(half)).readOnly).toBe(null);
  for (const name of ["#1 100%?", "dé 日本 🙂", "with space "])
    expect((await create(join(folder, name))).path).toBe(join(folder, name));
});

test("a project copied to another place is the same project", async () => {
  const { ana, path, folder, article } = await scene();
  cpSync(path, join(folder, "copy"), { recursive: true });
  const copy = await ana.call("project.open", { path: join(folder, "copy"), mode: "write" });
  expect((await ana.call("article.open", { project: copy.handle, article })).set.spans).toHaveLength(1);
});

test("who has given no name may read", async () => {
  const { path, folder } = await scene();
  const somebody = await person(join(folder, "another home"), null);
  const project = await somebody.call("project.open", { path, mode: "read" });
  expect(project).toMatchObject({ annotator: null, readOnly: { why: "asked" } });
  expect(project.articles.map(({ spans }) => spans).sort()).toEqual([0, 1]);
});
