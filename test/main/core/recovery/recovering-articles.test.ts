// Articles whose folder is gone or whose files are damaged while nobody has the project open: told at the opening with what can be had
// instead, and had back whole, with the annotations that never went.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import {
  addingSpan,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  temporaryFolder,
  text,
} from "../workplace.ts";

const never = 100_000_000;

interface Scene {
  readonly path: string;
  readonly article: string;
  readonly folder: string;
  who(home?: string): Promise<Person>;
}

/** A closed project with one mark, and a version of it. */
async function scene(isBackedUp: boolean): Promise<Scene> {
  const at = temporaryFolder();
  const backupPauses = isBackedUp ? { first: never, between: never } : null;
  const who: Scene["who"] = (home = "home") => person(join(at, home), "Ana", { backupPauses });
  const ana = await who();
  const path = join(at, "project");
  const { project, article } = await projectWith(ana, path);
  const change = addingSpan(project);
  await ana.call("annotations.apply", {
    ...{ project: project.handle, article, opId: newId(), revision: 0, change },
  });
  await ana.core.close();
  return { path, article, folder: join(path, "articles", article), who };
}

const open = (who: Person, { path }: Scene): Promise<OpenProject> =>
  who.call("project.open", { path, mode: "write" });

test("one whose folder is gone is told by its name, and had back from the copy in the home", async () => {
  const here = await scene(true);
  const record = readFileSync(join(here.folder, "article.json"), "utf8");
  rmSync(here.folder, { recursive: true });
  const ana = await here.who();
  const { handle: project, warnings, articles } = await open(ana, here);
  expect(articles).toEqual([]);
  expect(warnings).toMatchObject([
    {
      problem: "article-lost",
      detail: { article: here.article, name: "bridge", copiedAt: expect.any(String) },
    },
  ]);
  const opened = await ana.call("article.recoverFiles", { project, article: here.article });
  expect([opened.text, opened.set.spans.length]).toEqual([text, 1]);
  expect(JSON.parse(readFileSync(join(here.folder, "article.json"), "utf8"))).toEqual(JSON.parse(record));
  await ana.core.close();
  const later = await open(await here.who(), here);
  expect([later.warnings, later.articles.length]).toEqual([[], 1]);
});

test("another machine has it back from a version that is kept in the project, with the file that it came from", async () => {
  const here = await scene(false);
  const ana = await here.who();
  const source = join(here.path, "..", "page.txt");
  writeFileSync(source, "Another text.\n");
  const before = await open(ana, here);
  const { article } = await ana.call("article.importFile", { project: before.handle, path: source });
  await ana.call("versions.keep", { project: before.handle, name: "Before" });
  await ana.core.close();
  const folder = join(here.path, "articles", article.id);
  for (const name of ["article.json", "text.txt", "original.txt"]) rmSync(join(folder, name));
  const ben = await here.who("home of Ben");
  const { handle: project, warnings } = await open(ben, here);
  expect(warnings).toMatchObject([{ problem: "article-damaged", detail: { name: "page" } }]);
  await ben.call("article.recoverFiles", { project, article: article.id });
  expect(readFileSync(join(folder, "original.txt"), "utf8")).toBe("Another text.\n");
  expect((await ben.call("project.examine", { path: here.path })).findings).toEqual([]);
});

test("where there is no good state nothing is offered, and nothing written", async () => {
  const here = await scene(false);
  const file = join(here.folder, "text.txt");
  writeFileSync(file, "Torn");
  const ana = await here.who();
  const { handle: project } = await open(ana, here);
  const { detail } = await problemOf(ana.call("article.open", { project, article: here.article }));
  expect(detail).not.toHaveProperty("copiedAt");
  const recovering = ana.call("article.recoverFiles", { project, article: here.article });
  expect(await problemOf(recovering)).toMatchObject({ problem: "article-damaged" });
  expect(readFileSync(file, "utf8")).toBe("Torn");
});

test("a copy of another text is never put under the annotations of this one", async () => {
  const here = await scene(true);
  // As if the copies were of a text of before: what they hold is whole, and of another text.
  const record = JSON.parse(readFileSync(join(here.folder, "article.json"), "utf8"));
  writeFileSync(join(here.folder, "text.txt"), "Corrected elsewhere.");
  writeFileSync(
    join(here.folder, "article.json"),
    JSON.stringify({ ...record, textHash: "1".repeat(64), length: 20 }),
  );
  const again = await here.who();
  const { handle: project } = await open(again, here);
  const { detail } = await problemOf(again.call("article.open", { project, article: here.article }));
  expect(detail).not.toHaveProperty("copiedAt");
});
