// What was left out of a page: told from the original that is kept, and had back in another article.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileWith, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

const page = `<html><body><nav>Home · News</nav><article><h1>Bridge closes</h1>
<p>The harbour bridge will close for a year, the mayor said on Tuesday, after cracks.</p>
<p style="display:none">Hidden words.</p></article><div class="ad">Buy this</div></body></html>`;

async function scene(name: string, content: string) {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana");
  const { project, article: plain } = await projectWith(ana, join(folder, "project"));
  const path = fileWith(folder, name, content);
  const { article } = await ana.call("article.importFile", { project: project.handle, path });
  const left = (id = article.id) => ana.call("article.left", { project: project.handle, article: id });
  const again = (keep: "everything" | number[], id = article.id) =>
    ana.call("article.importAgain", { project: project.handle, article: id, keep });
  const textOf = async (id: string) =>
    (await ana.call("article.open", { project: project.handle, article: id })).text;
  return { ana, project, article, plain, left, again, textOf };
}

test.each([
  ["page.html", page],
  ["mail.eml", `From: a@b.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`],
  [
    "saved.mht",
    `From: <saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`,
  ],
])("of %s it is told, and had back by choice in an article of its own", async (name, content) => {
  const { article, left, again, textOf } = await scene(name, content);
  expect((await left()).left).toEqual([
    { kind: "navigation", text: "Home · News" },
    { kind: "hidden", text: "Hidden words." },
    { kind: "advertisement", text: "Buy this" },
  ]);
  const before = await textOf(article.id);
  expect(before).not.toContain("Hidden words.");
  const some = await again([1]);
  expect(some.article.id).not.toBe(article.id);
  expect(some.article.original?.sha256).toBe(article.original?.sha256);
  expect(await textOf(some.article.id)).toBe(before.replace(/\n$/u, "\n\nHidden words.\n"));
  const all = await textOf((await again("everything")).article.id);
  for (const words of ["Home · News", "Hidden words.", "Buy this"]) expect(all).toContain(words);
  expect(await textOf(article.id)).toBe(before);
});

test("nothing was left out of what is no page, and a changed original is told", async () => {
  const { project, article, plain, left, again } = await scene("page.html", page);
  expect((await left(plain)).left).toEqual([]);
  expect(await problemOf(again("everything", plain))).toMatchObject({ problem: "article-no-page" });
  writeFileSync(join(project.path, "articles", article.id, "original.html"), "<p>Something else.</p>");
  expect(await problemOf(left())).toMatchObject({ problem: "article-damaged", detail: { why: "hash" } });
});
