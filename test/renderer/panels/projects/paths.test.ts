import { expect, test } from "vitest";
import { crumbsOf, folderOf, joinPath, safeFileName } from "../../../../renderer/panels/projects/paths.ts";

test("paths are joined as the host writes them", () => {
  expect([
    joinPath("/", "a"),
    joinPath("/data/ana", "a"),
    joinPath("C:\\", "a"),
    joinPath("C:\\x", "a"),
  ]).toEqual(["/a", "/data/ana/a", "C:\\a", "C:\\x\\a"]);
});

test("every folder on the way can be returned to", () => {
  expect(crumbsOf("/data/ana").map(({ path }) => path)).toEqual(["/", "/data", "/data/ana"]);
  expect(crumbsOf("C:\\Users\\ana")).toEqual([
    { name: "C:", path: "C:\\" },
    { name: "Users", path: "C:\\Users" },
    { name: "ana", path: "C:\\Users\\ana" },
  ]);
});

test("a name becomes one that every system takes, and never a path", () => {
  expect(
    [
      "../../etc",
      "a/b\\c",
      " Peace: talks? ",
      "x\u202egnp.exe",
      "...",
      "a".repeat(200),
      "with Ukrainian…",
      `${"word ".repeat(15)}cut-in-the-middle`,
    ].map(safeFileName),
  ).toEqual([
    ...["etc", "a-b-c", "Peace- talks", "x-gnp.exe", "", "a".repeat(80), "with Ukrainian"],
    "word ".repeat(15).trim(),
  ]);
});

test("the folder of a file is found from its absolute path alone", () => {
  expect(folderOf("/in/peace/talks.txt")).toBe("/in/peace");
  expect(folderOf("/talks.txt")).toBe("/");
  expect(folderOf("C:\\in\\talks.txt")).toBe("C:\\in");
  expect(folderOf("C:\\talks.txt")).toBe("C:\\");
  expect(folderOf("talks.txt")).toBeNull();
  expect(folderOf("/")).toBeNull();
});
