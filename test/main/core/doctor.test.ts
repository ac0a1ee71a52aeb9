// The examination of a project: it finds what was done to the folder, says of nothing else that it is wrong, and changes
// nothing; a repair works on a copy.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conflictCopyOf } from "../../../main/core/doctor/foreign-files.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import {
  fileWith,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
} from "./workplace.ts";

/** A closed project with one article and one span. */
async function work(): Promise<{
  ana: Person;
  path: string;
  project: OpenProject;
  article: Id;
  at: (...parts: readonly string[]) => string;
}> {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const path = join(folder, "bridges");
  const { project, article } = await projectWith(ana, path);
  const change = { spans: { added: [spanBy(project.annotator?.id ?? "")], updated: [], removed: [] } };
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change,
  });
  await ana.call("project.close", { project: project.handle });
  return { ana, path, project, article, at: (...parts) => join(path, ...parts) };
}

/** Every file of a folder with its bytes. */
function bytesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name), "latin1"),
    ]),
  );
}

const change = (path: string, from: string, to: string): void =>
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

type Work = Awaited<ReturnType<typeof work>>;
const annotationsOf = ({ project, article }: Work): string =>
  ["annotations", article, project.annotator?.id].join("/");

describe("examining a project", () => {
  it("finds nothing in a sound one, counts what it looked at, and changes nothing", async () => {
    const { ana, path } = await work();
    const before = bytesIn(path);
    expect(await ana.call("project.examine", { path })).toEqual({
      findings: [],
      articles: 1,
      sets: 1,
      annotations: 1,
    });
    expect(bytesIn(path)).toEqual(before);
  });

  it("finds nothing in the sample project", async () => {
    const { ana } = await work();
    const { path, handle } = await ana.call("project.openSample", {});
    await ana.call("project.close", { project: handle });
    expect((await ana.call("project.examine", { path })).findings).toEqual([]);
  });

  const harm: readonly (readonly [
    name: string,
    doIt: (of: Work) => void,
    file: (of: Work) => string,
    weight: string,
  ])[] = [
    [
      "a project file cut in half",
      ({ at }) => writeFileSync(at("project.json"), '{"schemaVersion": 1, '),
      () => "project.json",
      "error",
    ],
    ["a registry that is gone", ({ at }) => rmSync(at("entities.json")), () => "entities.json", "error"],
    [
      "a changed text",
      ({ at, article }) => change(at("articles", article, "text.txt"), "Ines", "Inez"),
      ({ article }) => `articles/${article}`,
      "error",
    ],
    [
      "a text that is gone",
      ({ at, article }) => rmSync(at("articles", article, "text.txt")),
      ({ article }) => `articles/${article}`,
      "error",
    ],
    [
      "a set of which a byte was changed",
      (of) => change(of.at(`${annotationsOf(of)}.json`), '"count": 1', '"count": 2'),
      annotationsOf,
      "error",
    ],
    [
      "annotations of an article that is gone",
      ({ at, article }) => rmSync(at("articles", article), { recursive: true }),
      ({ article }) => `annotations/${article}`,
      "error",
    ],
    [
      "a set of somebody unknown",
      (of) => change(of.at("project.json"), of.project.annotator?.id ?? "?", newId()),
      annotationsOf,
      "warning",
    ],
    [
      "a damaged history",
      ({ at }) => {
        mkdirSync(at("history"), { recursive: true });
        writeFileSync(at("history", "a.b.journal"), "00000000 {}\n");
      },
      () => "history/a.b.journal",
      "warning",
    ],
    [
      "a conflict copy",
      (of) =>
        cpSync(
          of.at(`${annotationsOf(of)}.json`),
          of.at(`${annotationsOf(of)} (Ana's conflicted copy 2026-01-31).json`),
        ),
      (of) => `${annotationsOf(of)} (Ana's conflicted copy 2026-01-31).json`,
      "warning",
    ],
    [
      "a leftover",
      ({ at }) => writeFileSync(at(".project.json.0123456789ab.tmp"), ""),
      () => ".project.json.0123456789ab.tmp",
      "note",
    ],
    ["a stranger", ({ at }) => writeFileSync(at("notes.docx"), ""), () => "notes.docx", "note"],
    [
      "a link",
      ({ at, article }) => symlinkSync("/etc/passwd", at("articles", article, "original.txt")),
      ({ article }) => `articles/${article}/original.txt`,
      "note",
    ],
  ];
  it.each(harm)("finds %s, and only that", async (_name, doIt, file, weight) => {
    const of = await work();
    doIt(of);
    const before = bytesIn(of.path);
    const { findings } = await of.ana.call("project.examine", { path: of.path });
    const own = findings.filter(
      (finding) => !finding.file.startsWith("articles/") || finding.file === file(of),
    );
    // An article that cannot be read leaves its annotations without one.
    expect(own.filter((finding) => finding.file === file(of)).map((finding) => finding.weight)).toEqual([
      weight,
    ]);
    expect(
      findings.filter((finding) => finding.file !== file(of) && !finding.file.startsWith("annotations/")),
    ).toEqual([]);
    expect(bytesIn(of.path)).toEqual(before);
  });

  it("names every record that breaks a law, though its file is whole", async () => {
    const of = await work();
    // The registry loses an entity that a span mentions: no file is damaged by it.
    const { ana, path } = of;
    const entity = {
      id: newId(),
      name: "Ines Duarte",
      type: "person",
      aliases: [],
      naming: "named",
      note: "",
    };
    const opened = await ana.call("project.open", { path, mode: "write" });
    const { revision } = await ana.call("article.open", { project: opened.handle, article: of.article });
    const span = {
      ...spanBy(opened.annotator?.id ?? "", 6),
      id: newId(),
      type: "speaker",
      entity: entity.id,
    };
    await ana.call("annotations.apply", {
      project: opened.handle,
      article: of.article,
      opId: newId(),
      revision,
      change: {
        spans: { added: [span], updated: [], removed: [] },
        entities: { added: [entity as never], updated: [], removed: [] },
      },
    });
    await ana.call("project.close", { project: opened.handle });
    writeFileSync(of.at("entities.json"), JSON.stringify({ schemaVersion: 1, entities: [] }));
    const { findings } = await ana.call("project.examine", { path });
    expect(findings.map(({ file, weight, what }) => [file, weight, what])).toMatchObject([
      [`${annotationsOf(of)}#${span.id}`, "error", { key: "violations.entity-missing" }],
    ]);
  });

  it("refuses a folder that is no project", async () => {
    const { ana } = await work();
    const folder = temporaryFolder();
    fileWith(folder, "a.txt", "a");
    expect((await problemOf(ana.call("project.examine", { path: folder }))).problem).toBe("project-not-one");
  });
});

describe("repairing a copy", () => {
  it("leaves the project as it is, and mends what its own files still give", async () => {
    const of = await work();
    change(of.at(`${annotationsOf(of)}.json`), '"count": 1', '"count": 2');
    writeFileSync(of.at(".entities.json.0123456789ab.tmp"), "");
    const before = bytesIn(of.path);
    const found = await of.ana.call("project.examine", { path: of.path });
    const { path, mended, after } = await of.ana.call("project.repairCopy", {
      path: of.path,
      out: `${of.path}-2`,
    });
    expect(bytesIn(of.path)).toEqual(before);
    expect(mended).toEqual(found.findings);
    expect(after).toEqual({ findings: [], articles: 1, sets: 1, annotations: 1 });
    const opened = await of.ana.call("project.open", { path, mode: "write" });
    const { set } = await of.ana.call("article.open", { project: opened.handle, article: of.article });
    expect(set.spans).toHaveLength(1);
  });

  it("never writes into a folder that is there, or into the project itself", async () => {
    const { ana, path } = await work();
    const there = temporaryFolder();
    expect((await problemOf(ana.call("project.repairCopy", { path, out: there }))).problem).toBe(
      "folder-not-empty",
    );
    expect((await problemOf(ana.call("project.repairCopy", { path, out: join(path, "copy") }))).problem).toBe(
      "export-exists",
    );
    expect(readdirSync(path)).not.toContain("copy");
  });
});

it.each([
  ["a (Ana's conflicted copy 2026-01-31).json", "a.json"],
  ["a (conflicted copy 2026-01-31 101500).json", "a.json"],
  ["a.sync-conflict-20260131-101500-ABCDEFG.json", "a.json"],
  ["a-LAPTOP-7.json", "a.json"],
  ["a 2.json", "a.json"],
  ["a (1).json", "a.json"],
])("knows of %s that it was made of %s", (name, original) => {
  expect(conflictCopyOf(name)).toContain(original);
});
