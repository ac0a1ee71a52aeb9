// `sayso revisions` and `sayso revise`: an article's text made another by command line, with what becomes of the marks told, and listed.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { corrected, marked } from "../../core/revised.ts";
import { person, text } from "../../core/workplace.ts";

let here: Workplace;
let project: string;
let article: string;
beforeEach(async () => {
  here = await workplace();
  const ana = await person(here.home);
  const made = await marked(ana, here.at("."));
  project = made.project.path;
  article = made.article;
  await ana.call("project.close", { project: made.project.handle });
});
afterEach(() => here.remove());

const listed = async (): Promise<unknown[]> => {
  const { out } = await here.sayso("revisions", project, "--article", article, "--json");
  return JSON.parse(out).revisions;
};

describe("revise", () => {
  test("says before what would become of each mark, and changes nothing then", async () => {
    const file = await here.file("corrected.txt", corrected);
    const { status, out } = await here.sayso(
      "revise",
      project,
      "--article",
      article,
      "--text",
      file,
      "--dry-run",
    );
    expect([status, ...out.trimEnd().split("\n").slice(1)]).toEqual([
      0,
      "  Marks of Ana: 1 as they were, 1 on other words and 2 without a place",
      "    on other words: “the bridge would reopen in May”",
      "    without a place: “It is safe,”",
      "    without a place: “she said”",
    ]);
    expect(await listed()).toHaveLength(1);
  });

  test("makes the revision, with why, and lists it", async () => {
    const file = await here.file("corrected.txt", corrected);
    const how = ["--article", article, "--text", file, "--note", "A word was missing.", "--json"];
    const { status, out } = await here.sayso("revise", project, ...how);
    expect(status).toBe(0);
    const { revision, sets } = JSON.parse(out);
    expect(sets).toMatchObject([{ annotator: { name: "Ana" }, same: 1, reworded: 1, waiting: 2 }]);
    expect(await listed()).toMatchObject([
      {
        id: revision,
        why: "correction",
        by: "Ana",
        note: "A word was missing.",
        file: null,
        isPresent: true,
      },
      { id: null, why: "brought-in" },
    ]);
    const told = await here.sayso("revisions", project, "--article", article);
    expect(told.out).toContain("Corrected  Ana");
    expect(told.out).toContain("Marks of Ana: 1 as they were, 1 on other words and 2 without a place");
  });

  test("takes a new version with its file, and two revisions are compared", async () => {
    const file = await here.file("fresh.txt", corrected);
    await here.sayso("revise", project, "--article", article, "--text", file, "--new-version");
    expect(await listed()).toMatchObject([{ why: "new-version", file: "fresh.txt" }, { why: "brought-in" }]);
    const both = ["--before", "brought-in", "--after", "present", "--json"];
    const { status, out } = await here.sayso(
      "compare-versions",
      ...["--project", project, "--article", article],
      ...both,
    );
    expect([status, JSON.parse(out).words]).toMatchObject([0, { added: 1, removed: 5 }]);
  });

  test.each([
    ["an empty file", "empty.txt", ""],
    ["no text", "blank.txt", "  \n"],
    ["what is no text", "noise.pdf", "no PDF"],
    ["the same text", "same.txt", text],
  ])("refuses %s, and changes nothing", async (_, name, content) => {
    const file = await here.file(name, content);
    const { status, err } = await here.sayso("revise", project, "--article", article, "--text", file);
    expect(status).toBe(1);
    expect(err.trim()).not.toBe("");
    expect(await listed()).toHaveLength(1);
  });

  test("refuses a file and an article that are not there, and wants both named", async () => {
    const file = await here.file("corrected.txt", corrected);
    const asked = (named: string, from: string) =>
      here.sayso("revise", project, "--article", named, "--text", from);
    expect((await asked(article, here.at("nowhere.txt"))).status).toBe(1);
    expect((await asked("Nothing", file)).status).toBe(1);
    expect((await here.sayso("revise", project, "--article", article)).status).toBe(2);
    expect((await here.sayso("revisions", project)).status).toBe(2);
  });

  test("wants the id where several articles have the title", async () => {
    for (const words of ["One bridge.", "Another bridge."])
      await here.sayso("import", project, await here.file("twin.txt", `${words} It stands in this town.\n`));
    const { status, err } = await here.sayso("revisions", project, "--article", "twin");
    expect([status, err]).toEqual([2, expect.stringMatching(/“twin”; name one by its id: \w{16}, \w{16}/u)]);
  });
});
