// `sayso compare-versions`, of two files and of an article of a project with a fresh copy.
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";

let here: Workplace;
beforeEach(async () => {
  here = await workplace();
});
afterEach(() => here.remove());

const old =
  "Bridge to close\n\nThe bridge will close for 6 months, the mayor said on Monday to nobody’s surprise.\n\nCritics say that it is far too late for that.\n";
const present = old.replace("6 months", "9 months").replace(/\n\nCritics.*/u, "");

describe("two versions of an article", () => {
  test("are told apart in words, and as a page that is not written over", async () => {
    const files = [await here.file("old.txt", old), await here.file("new.txt", present)];
    const page = here.at("changes.html");
    const { status, out } = await here.sayso("compare-versions", ...files, "--out", page);
    expect(status).toBe(0);
    expect(out.split("\n").slice(1, 4)).toEqual([
      "1 paragraph is gone.",
      "1 paragraph was reworded.",
      "A figure changed from 6 to 9 (paragraph 2).",
    ]);
    expect(await readFile(page, "utf8")).toContain("<del>6</del>");
    const again = await here.sayso("compare-versions", ...files, "--out", page);
    expect(again.status).toBe(1);
    expect((await here.sayso("compare-versions", ...files, "--out", page, "--force")).status).toBe(0);
  });

  test("may be an article of a project and a file", async () => {
    const project = here.at("project");
    await here.sayso("import", project, await here.file("old.txt", old), "--create", "--as", "Ada");
    const { status, out } = await here.sayso(
      "compare-versions",
      "--project",
      project,
      "--article",
      "Bridge to close",
      await here.file("new.txt", present),
      "--json",
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      counts: { removed: 1, changed: 1 },
      tags: { claims: [] },
    });
  });

  test("must be two", async () => {
    expect((await here.sayso("compare-versions", await here.file("old.txt", old))).status).toBe(2);
  });
});
