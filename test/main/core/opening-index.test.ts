// A project that is opened again reads what has changed since, and nothing that is kept of it is believed against its files.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../main/storage/files/disk.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { addingSpan, newId, person, projectWith, temporaryFolder, text } from "./workplace.ts";

const count = 6;

/** A project of a few articles in the first of which a mark was set; `next` opens it as another day would, and tells what was read. */
async function scene() {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const first = await person(home);
  const { project, article } = await projectWith(first, join(folder, "project"));
  for (let number = 1; number < count; number += 1)
    await first.call("article.importText", {
      ...{ project: project.handle, name: `${number}.txt`, text: `${text}Report ${number}.\n` },
    });
  const opened = await first.call("article.open", { project: project.handle, article });
  const change = addingSpan(project);
  const opId = newId();
  const { revision } = opened;
  await first.call("annotations.apply", { project: project.handle, article, opId, revision, change });
  await first.core.close();

  async function next<T>(use: (open: OpenProject) => T | Promise<T>): Promise<{ answer: T; read: string[] }> {
    const read: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      open(path, access) {
        if (access === "read" && /[/\\]project[/\\](?:articles|annotations)[/\\]/u.test(path))
          read.push(path);
        return nodeDisk.open(path, access);
      },
    };
    const later = await person(home, "Ana", { disk });
    const open = await later.call("project.open", { path: project.path, mode: "write" });
    const answer = await use(open);
    await later.call("entities.counts", { project: open.handle });
    await later.call("suggestions.rejections", { project: open.handle });
    await later.core.close();
    return { answer, read };
  }
  const recordOf = (id: string) => join(project.path, "articles", id, "article.json");
  const keptAt = () => join(home, "openings", readdirSync(join(home, "openings"))[0] ?? "");
  return { next, article, recordOf, keptAt };
}

const listed = ({ articles, warnings }: OpenProject) => ({ articles, warnings });

test("what was read once is not read again, and the list says the same", async () => {
  const { next, article } = await scene();
  const whole = await next(listed);
  expect(whole.read.length).toBeGreaterThanOrEqual(count);
  const again = await next(listed);
  expect(again.read).toEqual([]);
  expect(again.answer).toEqual(whole.answer);
  expect(again.answer.articles.find(({ id }) => id === article)).toMatchObject({ spans: 1 });
});

test("what another wrote meanwhile is read, and that alone", async () => {
  const { next, article, recordOf } = await scene();
  await next(listed);
  const record = readFileSync(recordOf(article), "utf8");
  const { title } = JSON.parse(record) as { title: string };
  writeFileSync(recordOf(article), record.replace(JSON.stringify(title), JSON.stringify("Another title")));
  const { answer, read } = await next(listed);
  expect(answer.articles.map((one) => one.title)).toContain("Another title");
  expect(read).toEqual([recordOf(article)]);
});

test("an article whose folder is gone is not shown", async () => {
  const { next, article, recordOf } = await scene();
  await next(listed);
  rmSync(join(recordOf(article), ".."), { recursive: true });
  const { answer } = await next(listed);
  expect(answer.articles.map(({ id }) => id)).not.toContain(article);
});

test("where what was kept is cut short, damaged or gone, all is read and kept anew", async () => {
  const { next, keptAt } = await scene();
  const whole = (await next(listed)).answer;
  const kept = readFileSync(keptAt(), "utf8");
  const damaged = [
    "",
    kept.slice(0, kept.length / 2),
    kept.replace("Report", "Repart"),
    kept.replace(/^\w/u, "x"),
    "{}",
  ];
  for (const one of [...damaged, null]) {
    if (one === null) rmSync(keptAt());
    else writeFileSync(keptAt(), one);
    const { answer, read } = await next(listed);
    expect(answer).toEqual(whole);
    if (one !== kept) expect(read.length).toBeGreaterThanOrEqual(count);
    expect((await next(listed)).read).toEqual([]);
  }
});
