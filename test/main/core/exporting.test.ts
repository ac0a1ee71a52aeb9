// Exports through the door: of some articles and annotators, as a file or a folder, with a report beside; and that what is stopped or
// fails leaves nothing behind.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSpool } from "../../../main/core/export/spool.ts";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import { exporters } from "../../../shared/exporters/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { addingSpan, newId, person, problemOf, projectWith, temporaryFolder } from "./workplace.ts";

/** A project of some articles, the first with a span of Ana. */
async function projectOf(folder: string, count: number, options = {}) {
  const ana = await person(join(folder, "home"), "Ana", options);
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const articles: Id[] = [article];
  for (let at = 1; at < count; at += 1) {
    const content = `Article ${at}. The mayor said it would rain.\n`;
    const { article: next } = await ana.call("article.importText", {
      project: project.handle,
      name: `article.txt`,
      text: content,
    });
    articles.push(next.id);
  }
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change: addingSpan(project),
  });
  const write = (format: string, path: string, more: object = {}) =>
    ana.call("export.write", {
      project: project.handle,
      format,
      articles: null,
      annotators: null,
      path,
      overwrite: false,
      ...more,
    });
  return { ana, project, articles, write };
}

describe("an export", () => {
  it("is of the articles and annotators that were chosen", async () => {
    const folder = temporaryFolder();
    const { project, articles, write } = await projectOf(folder, 3);
    const path = join(folder, "some.json");
    const chosen = [articles[0], articles[2]].flatMap((id) => id ?? []);
    const report = await write("json", path, { articles: chosen });
    expect(report).toMatchObject({ paths: [path], articles: 2, sets: 1, losses: [] });
    const file = JSON.parse(readFileSync(path, "utf8"));
    expect(file.articles.map(({ id }: { id: Id }) => id)).toEqual(chosen);
    await write("json", join(folder, "mine.json"), { annotators: [project.annotator?.id] });
    expect(await problemOf(write("json", join(folder, "x.json"), { annotators: [newId()] }))).toMatchObject({
      problem: "annotator-missing",
    });
    expect(readdirSync(folder).sort()).toEqual(["home", "mine.json", "project", "some.json"]);
  });

  it("is a file an article in a folder, or the files of the format", async () => {
    const folder = temporaryFolder();
    const { write } = await projectOf(folder, 3);
    const each = join(folder, "each");
    expect(await write("doccano", each, { into: "folder" })).toMatchObject({ articles: 3, sets: 1 });
    const names = readdirSync(each).sort();
    expect(names.length).toBe(3);
    for (const name of names) expect(readFileSync(join(each, name), "utf8").split("\n").length).toBe(2);
    const files = join(folder, "files");
    await write("brat", files, { into: "folder" });
    const inside = readdirSync(files, { recursive: true }).map(String);
    expect(inside).toEqual(expect.arrayContaining(["annotation.conf", "contents.json", "visual.conf"]));
    expect(inside.filter((name) => name.endsWith(".ann")).length).toBe(3);
    expect(await problemOf(write("brat", files, { into: "folder" }))).toMatchObject({
      problem: "folder-not-empty",
    });
    expect(
      await problemOf(write("brat", join(folder, "project", "articles", "x"), { into: "folder" })),
    ).toMatchObject({ problem: "export-exists", detail: { why: "project-file" } });
  });

  it.each(["articles", "annotations", "reviews", "history", "trash", "versions", ".quarantine"])(
    "is never written into the project’s own folder %s",
    async (name) => {
      const folder = temporaryFolder();
      const { write } = await projectOf(folder, 1);
      const own = join(folder, "project", name);
      mkdirSync(own, { recursive: true });
      const refusal = { problem: "export-exists", detail: { why: "project-file" } };
      expect(await problemOf(write("json", join(own, "x.json"), { overwrite: true }))).toMatchObject(refusal);
      expect(await problemOf(write("brat", join(own, "x"), { into: "folder" }))).toMatchObject(refusal);
    },
  );

  it("is never written over the project’s own file, in whatever case it is named", async () => {
    const folder = temporaryFolder();
    const { write } = await projectOf(folder, 1);
    for (const name of ["project.json", "Project.json", "ENTITIES.JSON"])
      expect(
        await problemOf(write("json", join(folder, "project", name), { overwrite: true })),
      ).toMatchObject({ problem: "export-exists", detail: { why: "project-file" } });
  });

  it("is every format into a file and a folder alike", async () => {
    const folder = temporaryFolder();
    const { write } = await projectOf(folder, 2, {
      printPdf: async (page: string) => Buffer.from(`%PDF ${page.length}`),
    });
    for (const { id, extension, tagsetOnly } of exporters) {
      const path = join(folder, `all.${id}.${extension}`);
      const { bytes } = await write(id, path);
      expect(readFileSync(path).length).toBe(bytes);
      expect(bytes).toBeGreaterThan(0);
      if (tagsetOnly) continue;
      await write(id, join(folder, id), { into: "folder" });
      expect(readdirSync(join(folder, id)).length).toBeGreaterThan(0);
    }
  });

  it("has its report beside it, in the language that was asked for", async () => {
    const folder = temporaryFolder();
    const { write } = await projectOf(folder, 1);
    const path = join(folder, "out.conllu");
    const { losses, paths } = await write("conll-u", path, { report: "de" });
    expect(paths).toEqual([path, `${path}.report.json`]);
    const report = JSON.parse(readFileSync(`${path}.report.json`, "utf8"));
    expect(report).toMatchObject({ file: "out.conllu", format: "conll-u", articles: 1, sets: 1 });
    expect(report.losses.map(({ says: _says, ...loss }: { says: string }) => loss)).toEqual(losses);
    expect(report.losses[0].says).toBe(
      "Bei 1 Markierung oder Karte fällt weg, von wem und von wann sie ist.",
    );
  });

  it("leaves nothing behind when it is stopped", async () => {
    const folder = temporaryFolder();
    const { ana, project, write } = await projectOf(folder, 30);
    for (const more of [{}, { into: "folder" }]) {
      const writing = problemOf(write("brat", join(folder, "stopped"), more));
      await ana.call("export.stop", { project: project.handle });
      expect(await writing).toMatchObject({ problem: "export-stopped" });
      expect(readdirSync(folder).sort()).toEqual(["home", "project"]);
    }
  });

  it("leaves what was there as it was when it fails", async () => {
    const folder = temporaryFolder();
    const { write } = await projectOf(folder, 2);
    const path = join(folder, "out.pdf");
    writeFileSync(path, "before");
    expect(await problemOf(write("pdf", path, { overwrite: true }))).toMatchObject({
      problem: "pdf-unsupported",
    });
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder).sort()).toEqual(["home", "out.pdf", "project"]);
  });
});

describe("what is gone over several times", () => {
  it("comes back as it was, from memory or from a file that is gone afterwards", async () => {
    for (const most of [0, 10, 1_000_000]) {
      const folder = temporaryFolder();
      const spool = openSpool(nodeDisk, folder, most);
      const texts = ["one", "zwei – ü", "", "👍🏽", "x".repeat(1000)];
      for (const text of texts) await spool.add(text);
      expect(readdirSync(folder).length).toBe(most === 1_000_000 ? 0 : 1);
      expect(await Promise.all(texts.map((_, at) => spool.get(at)))).toEqual(texts);
      await spool.remove();
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});
