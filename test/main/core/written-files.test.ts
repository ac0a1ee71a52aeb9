// Files that are handed on: none of the writers replaces what nobody said to replace, be it there before, or come while they worked.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import { contract, type Method } from "../../../shared/api/contract.ts";
import { defaultScope } from "../../../shared/insight/scope.ts";
import type { Id } from "../../../shared/model/id.ts";
import { writeCuratedProject } from "../../helpers/curated-project.ts";
import { watchedDisk } from "../../helpers/watched-disk.ts";
import { fileWith, type Person, person, problemOf, temporaryFolder } from "./workplace.ts";

interface Asked {
  readonly ana: Person;
  readonly project: Id;
  readonly article: Id;
  readonly annotator: Id;
  readonly place: { readonly path: string; readonly overwrite: boolean };
}

/** One for each method that takes a path and is told whether it may replace what is there. */
const writers: Partial<Record<Method, (asked: Asked) => Promise<unknown>>> = {
  "export.write": ({ ana, project, place }) =>
    ana.call("export.write", { project, format: "json", articles: null, annotators: null, ...place }),
  "export.copy": ({ ana, project, place }) => ana.call("export.copy", { project, unsaved: [], ...place }),
  "review.package": ({ ana, project, place }) =>
    ana.call("review.package", {
      ...{ project, articles: null, annotators: null, history: false, blind: null },
      ...place,
    }),
  "feedback.write": ({ ana, project, annotator, place }) =>
    ana.call("feedback.write", { project, annotator, language: "en", ...place }),
  "bringIn.report": ({ ana, project, place }) =>
    ana.call("bringIn.report", { project, language: "en", ...place }),
  "report.write": async ({ ana, place }) => {
    const { text } = await ana.call("report.get", {});
    return ana.call("report.write", { text, ...place });
  },
  "article.writeComparison": ({ ana, project, article, place }) =>
    ana.call("article.writeComparison", {
      ...{ project, article, language: "en", ...place },
      before: { kind: "present" },
      after: { kind: "present" },
    }),
  "insight.writeChart": ({ ana, project, place }) =>
    ana.call("insight.writeChart", {
      ...{
        project,
        format: "svg",
        base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString("base64"),
      },
      ...place,
    }),
  "insight.write": ({ ana, project, annotator, place }) =>
    ana.call("insight.write", {
      ...{ project, measures: ["statements"], by: [], seed: 1, format: "csv", language: "en", ...place },
      scope: { ...defaultScope, sets: { of: "person", id: annotator } },
    }),
};

/** A project to write things of, and what happens as soon as a writer begins a file in the place of its own. */
async function scene(target: (folder: string) => string) {
  const folder = temporaryFolder();
  const path = target(folder);
  const temporary = join(folder, `.${basename(path)}.`);
  let comes: (() => void) | null = null;
  const disk = watchedDisk(nodeDisk, ({ name, path: at }) => {
    const isBegun = (name === "create" || name === "makeFolder") && at.startsWith(temporary);
    if (isBegun && dirname(at) === folder) comes?.();
    return undefined;
  });
  const review = await writeCuratedProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(join(folder, "home"), "Ana", { disk });
  const { handle: project } = await ana.call("project.open", { path: review.path, mode: "write" });
  const paths = [fileWith(folder, "new.txt", "Ana Hart said that it would rain.\n")];
  await ana.call("bringIn.run", { project, paths, files: [], duplicates: "skip" });
  const asked = (overwrite = false): Asked => ({
    ...{ ana, project, article: review.articles[0]?.article.id ?? "" },
    ...{ annotator: review.annotators[0]?.id ?? "", place: { path, overwrite } },
  });
  return {
    ...{ folder, path, asked },
    onBegin(action: () => void) {
      comes = action;
    },
  };
}

const leftovers = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".tmp"));

it("every method that may replace a file is among the writers", () => {
  const methods = Object.entries(contract).filter(([, { input }]) => {
    const shape: object = "shape" in input ? (input.shape as object) : {};
    return "overwrite" in shape;
  });
  expect(Object.keys(writers).sort()).toEqual(methods.map(([name]) => name).sort());
});

describe.each(Object.entries(writers))("%s", (_name, write) => {
  it("leaves a file that came while it worked, and leaves nothing of its own beside it", async () => {
    const { folder, path, asked, onBegin } = await scene((within) => join(within, "out.csv"));
    let came = 0;
    onBegin(() => {
      came += 1;
      writeFileSync(path, "mine");
    });
    expect(await problemOf(write(asked()))).toMatchObject({
      problem: "export-exists",
      detail: { file: "out.csv" },
    });
    expect(came).toBe(1);
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect(leftovers(folder)).toEqual([]);
    await write(asked(true));
    expect(readFileSync(path, "utf8")).not.toBe("mine");
  });
});

describe("an export into a folder", () => {
  it.each(["a file", "a folder with something in it"])(
    "leaves %s that came while it worked",
    async (what) => {
      const { folder, path, asked, onBegin } = await scene((within) => join(within, "each"));
      onBegin(() => {
        if (what === "a file") writeFileSync(path, "mine");
        else {
          mkdirSync(path);
          fileWith(path, "mine.txt", "mine");
        }
      });
      const { ana, project, place } = asked();
      const writing = ana.call("export.write", {
        ...{ project, format: "doccano", articles: null, annotators: null, into: "folder", ...place },
      });
      expect(await problemOf(writing)).toMatchObject({ problem: "folder-not-empty" });
      expect(readFileSync(what === "a file" ? path : join(path, "mine.txt"), "utf8")).toBe("mine");
      expect(leftovers(folder)).toEqual([]);
    },
  );
});

it("a report that came while its export worked is left, and the export is not written without it", async () => {
  const { path, asked, onBegin } = await scene((within) => join(within, "out.conllu"));
  onBegin(() => writeFileSync(`${path}.report.json`, "mine"));
  const { ana, project, place } = asked();
  const writing = ana.call("export.write", {
    ...{ project, format: "conll-u", articles: null, annotators: null, report: "en", ...place },
  });
  expect(await problemOf(writing)).toMatchObject({
    problem: "export-exists",
    detail: { file: "out.conllu.report.json" },
  });
  expect(readFileSync(`${path}.report.json`, "utf8")).toBe("mine");
  expect(existsSync(path)).toBe(false);
});
