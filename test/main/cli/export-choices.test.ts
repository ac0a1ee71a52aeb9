// What `sayso export` writes where: into a folder, and the curated set alone.
import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { curationOf } from "../../../shared/model/curation.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { writeCuratedProject } from "../../helpers/curated-project.ts";

let place: Workplace;
let project: string;
beforeEach(async () => {
  place = await workplace();
  project = place.at("project");
  const text = await place.file("first.txt", "Bridge shut again\n\nThe bridge is shut, the mayor said.\n");
  await place.sayso("import", project, text, "--create", "--as", "Anna");
});
afterEach(() => place.remove());

describe("sayso export", () => {
  it("writes a file an article into a folder, or the files of the format, and never into one that has something", async () => {
    await place.sayso("import", project, await place.file("second.txt", "Another article, she said.\n"));
    const into = (format: string, out: string) =>
      place.sayso("export", project, "--format", format, "--folder", "--out", out);
    expect(await into("conll-u", place.at("each"))).toMatchObject({ status: 0 });
    expect((await readdir(place.at("each"))).sort()).toEqual(["Bridge-shut-again.conllu", "second.conllu"]);
    expect(await into("brat", place.at("files"))).toMatchObject({ status: 0 });
    expect(await readdir(place.at("files"))).toEqual(
      expect.arrayContaining(["annotation.conf", "contents.json", "second.ann", "second.txt"]),
    );
    expect(await into("brat", place.at("files"))).toMatchObject({
      status: 1,
      err: expect.stringContaining("is not empty"),
    });
    expect(await into("brat", "-")).toMatchObject({ status: 2 });
  });

  it("hands on the curated set alone, and says where there is none", async () => {
    const args = ["--format", "json", "--curated", "--out", "-"];
    expect(await place.sayso("export", project, ...args)).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("No article of this project has a curated set yet."),
    });
    const curated = await writeCuratedProject(place.at("curated"), ["Anna", "Bo"]);
    const { status, out, err } = await place.sayso("export", curated.path, ...args);
    expect(status).toBe(0);
    expect(err).toContain("Not in the curated set: threads, dismissed findings,");
    const { articles } = JSON.parse(out);
    const whose = articles.flatMap(({ sets }: { sets: { annotator: string }[] }) => sets);
    expect(whose.map(({ annotator }: { annotator: string }) => annotator)).toEqual([
      curationOf(curated.project).id,
    ]);
  });
});
