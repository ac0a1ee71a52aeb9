// Revisions of an article as versions to be compared: each with its text and the marks of its time, and written as a page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ArticleVersionRef } from "../../../../shared/api/methods/comparisons.ts";
import { corrected, marked, open, quotes, revise } from "../revised.ts";
import { person, problemOf, temporaryFolder, text } from "../workplace.ts";

/** Three texts: as imported, corrected, and corrected once more. */
async function twiceRevised() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await marked(ana, folder);
  const { step } = await revise(ana, project, article, corrected);
  const first = step.revised?.revision ?? "";
  const again = corrected.replace("May", "June");
  const { step: next } = await revise(ana, project, article, again, first);
  const version = (of: ArticleVersionRef) =>
    ana.call("article.version", { project: project.handle, article, of });
  return { folder, ana, project, article, first, second: next.revised?.revision ?? "", again, version };
}

test("every revision that is listed can be read, and the present one is the article as it is", async () => {
  const { ana, project, article, first, second, again, version } = await twiceRevised();
  const { revisions } = await ana.call("article.revisions", { project: project.handle, article });
  expect(revisions.map(({ id }) => id)).toEqual([second, first, null]);
  const read = await Promise.all(revisions.map(({ id }) => version({ kind: "revision", revision: id })));
  expect(read.map((one) => one.text)).toEqual([again, corrected, text]);
  expect(read.map(({ set }) => set?.spans.length)).toEqual([
    (await open(ana, project, article)).set.spans.length,
    2,
    4,
  ]);
  expect(read[2]?.set && quotes(read[2].set)).toContain("“It is safe,”");
  const present = await version({ kind: "present" });
  expect([present.text, present.set]).toEqual([read[0]?.text, read[0]?.set]);
});

test("each is called by what made it, by whom and when", async () => {
  const { first, version } = await twiceRevised();
  expect((await version({ kind: "revision", revision: first })).label).toEqual({
    key: "changes.label-correction",
    values: { by: "Ana", at: expect.any(Date) },
  });
  expect((await version({ kind: "revision", revision: null })).label).toMatchObject({
    key: "changes.label-brought-in",
  });
});

test("any two are written as a page, with the claims that the older one had", async () => {
  const { folder, ana, project, article, first, version: _version } = await twiceRevised();
  const path = join(folder, "changes.html");
  await ana.call("article.writeComparison", {
    ...{ project: project.handle, article, language: "en", path, overwrite: false },
    before: { kind: "revision", revision: null },
    after: { kind: "revision", revision: first },
  });
  const page = readFileSync(path, "utf8");
  expect(page).toContain("<ins>new</ins>");
  expect(page).toContain("“It is safe,”");
  expect(page).not.toContain("June");
});

test("one that is not there is refused", async () => {
  const { article, version } = await twiceRevised();
  expect((await problemOf(version({ kind: "revision", revision: article }))).problem).toBe("revision-past");
});
