// Articles that are too much or named to do harm, through the door and by command line: very long texts, very many lines, names that
// mean something to a system, and files that are gone or are another by the time they are read.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { workplace } from "../../helpers/command-line.ts";
import { tier } from "../../helpers/tier.ts";
import { fileWith, newId, noteOf, person, problemOf, temporaryFolder } from "./workplace.ts";

const megabyte = 1024 * 1024;
const longText = (bytes: number): Buffer => Buffer.alloc(bytes, "The mayor said that it rained. ");

async function project() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { handle, path } = await ana.call("project.create", { path: join(folder, "p"), name: "P" });
  return { folder, ana, project: handle, path };
}

describe("a text that is too long", () => {
  const tooLong = [
    ["of 51 MB", 51 * megabyte, "file-too-large"],
    ["of one line of 10 MB", 10 * megabyte, "text-too-long"],
    ["of 50 MB", 50 * megabyte, "text-too-long"],
  ] as const;
  test.each(tier === "all" ? tooLong : tooLong.slice(0, 2))(
    "%s is refused with the limit, and leaves nothing",
    async (_, bytes, problem) => {
      const { folder, ana, project: handle, path } = await project();
      const file = fileWith(folder, "long.txt", longText(bytes));
      const refused = await problemOf(ana.call("article.importFile", { project: handle, path: file }));
      const limit = problem === "file-too-large" ? limits.articleBytes : limits.articleLength;
      expect([refused.problem, Object.values(refused.detail)]).toEqual([
        problem,
        expect.arrayContaining([limit]),
      ]);
      expect(existsSync(join(path, "articles"))).toBe(false);
    },
  );

  test("of a million lines is refused with the limit, and one of as many as it may have comes in", async () => {
    const { folder, ana, project: handle, path } = await project();
    const bring = (lines: number) =>
      ana.call("article.importFile", {
        project: handle,
        path: fileWith(folder, "lines.txt", Array.from({ length: lines }, () => "x").join("\n")),
      });
    expect(await problemOf(bring(1_000_000))).toEqual({
      problem: "text-too-many-lines",
      detail: { file: "lines.txt", count: 1_000_000, limit: limits.articleLines },
    });
    expect((await problemOf(bring(limits.articleLines + 1))).problem).toBe("text-too-many-lines");
    expect(existsSync(join(path, "articles"))).toBe(false);
    expect((await bring(limits.articleLines)).article.length).toBe(2 * limits.articleLines - 1);
  });

  test("is refused by command line, and the others come in", async () => {
    const here = await workplace();
    const files = [
      await here.file("long.txt", longText((tier === "all" ? 50 : 10) * megabyte)),
      await here.file("short.txt", "It rained.\n"),
    ];
    const { status, out, err } = await here.sayso(
      "import",
      here.at("p"),
      ...files,
      "--create",
      "--as",
      "Ana",
    );
    expect([status, out, err]).toEqual([
      1,
      expect.stringContaining("short.txt"),
      expect.stringContaining("10,000,000"),
    ]);
    await here.remove();
  });

  test("is no new version either", async () => {
    const { folder, ana, project: handle } = await project();
    const { article } = await ana.call("article.importText", {
      project: handle,
      name: null,
      text: "It rained.\n",
    });
    const of = {
      kind: "file",
      path: fileWith(folder, "long.txt", longText((tier === "all" ? 50 : 10) * megabyte)),
    } as const;
    const asked = ana.call("article.version", { project: handle, article: article.id, of });
    expect((await problemOf(asked)).problem).toBe("text-too-long");
  });
});

test("as many lines of one character as an article may have are taken, opened, and corrected", async () => {
  const { folder, ana, project: handle } = await project();
  const lines = "a\n".repeat(limits.articleLines - 1);
  const { article } = await ana.call("article.importFile", {
    project: handle,
    path: fileWith(folder, "lines.txt", lines),
  });
  const opened = await ana.call("article.open", { project: handle, article: article.id });
  expect(opened.text === lines).toBe(true);
  const corrected = `${lines}The end.\n`;
  await ana.call("article.revise", {
    ...{ project: handle, article: article.id, from: null, opId: newId(), step: noteOf("revise-article") },
    ...{ why: "correction", note: "", text: corrected },
  });
  const again = await ana.call("article.open", { project: handle, article: article.id });
  expect(again.text === corrected).toBe(true);
});

test.each([
  "CON.txt",
  "nul.txt",
  "aux",
  "COM1",
  "trailing. ",
  "dots...",
  "a:b.txt",
  "\\\\?\\x.txt",
  "//host/x.txt",
])("the name %j is a title at most, and nothing is stored under it", async (fileName) => {
  const { ana, project: handle, path } = await project();
  const base64 = Buffer.from("It rained.\n").toString("base64");
  const { article } = await ana.call("article.importDropped", { project: handle, fileName, base64 });
  const entries = readdirSync(join(path, "articles"), { recursive: true }).map(String);
  expect(
    entries.filter(
      (name) => !/^\w{16}(\/(article\.json|text\.txt|original(\.[a-z0-9]{1,8})?))?$/u.test(name),
    ),
  ).toEqual([]);
  expect([isId(article.id), article.title.includes("/")]).toEqual([true, false]);
});

test("files that are gone by the time they are read are told, and keep no others out", async () => {
  const { folder, ana, project: handle } = await project();
  const paths = ["one.txt", "two.txt"].map((name) =>
    fileWith(folder, name, `${name} said that it rained.\n`),
  );
  const asked = { project: handle, paths, files: [], duplicates: "skip" as const };
  expect((await ana.call("bringIn.look", asked)).files).toBe(2);
  rmSync(paths[0] ?? "");
  const { taken, refused } = await ana.call("bringIn.run", asked);
  expect(taken.map(({ file }) => file)).toEqual(["two.txt"]);
  expect(refused).toMatchObject([{ file: "one.txt", error: { problem: "file-missing" } }]);
  expect(
    (await problemOf(ana.call("article.importFile", { project: handle, path: paths[0] ?? "" }))).problem,
  ).toBe("file-missing");
});
