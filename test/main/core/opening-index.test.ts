// A project that is opened again reads what has changed since, and nothing that is kept of it is believed against its files.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../main/storage/files/disk.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { noMoves } from "../../../shared/model/tagset-moves.ts";
import { addingSpan, newId, noteOf, person, projectWith, temporaryFolder, text } from "./workplace.ts";

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

/** A project of a few articles in each of which a colleague has set a mark; `progress` asks on another day, and tells what was read. */
async function sharedScene() {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const first = await person(home);
  const { project } = await projectWith(first, join(folder, "project"));
  for (let number = 1; number < count; number += 1)
    await first.call("article.importText", {
      ...{ project: project.handle, name: `${number}.txt`, text: `${text}Report ${number}.\n` },
    });
  await first.core.close();
  const colleague = await person(join(folder, "colleague"), "Ben");
  const theirs = await colleague.call("project.open", { path: project.path, mode: "write" });
  for (const { id: article } of theirs.articles) {
    const { revision } = await colleague.call("article.open", { project: theirs.handle, article });
    await colleague.call("annotations.apply", {
      ...{ project: theirs.handle, article, opId: newId(), revision, change: addingSpan(theirs) },
    });
  }
  await colleague.core.close();

  const setsOf = (id: string) => join(project.path, "annotations", id);
  async function progress(use?: (later: Awaited<ReturnType<typeof person>>, open: OpenProject) => unknown) {
    const read: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      open(path, access) {
        if (access === "read" && /[/\\]project[/\\]annotations[/\\]/u.test(path)) read.push(path);
        return nodeDisk.open(path, access);
      },
    };
    const later = await person(home, "Ana", { disk });
    const open = await later.call("project.open", { path: project.path, mode: "write" });
    const answer = await later.call("project.progress", { project: open.handle });
    await use?.(later, open);
    const again = await later.call("project.progress", { project: open.handle });
    await later.core.close();
    return { answer, again, read };
  }
  return { progress, setsOf, home };
}

test("how far everybody is, is read once of each set, and again of those alone that changed", async () => {
  const { progress, setsOf } = await sharedScene();
  const first = await progress();
  expect(first.read.length).toBeGreaterThanOrEqual(count);
  expect(first.answer.sets.map(({ summary, gaps }) => [summary.spans, gaps])).toEqual(
    Array.from({ length: count }, () => [1, expect.any(Number)]),
  );
  const second = await progress();
  expect(second.read).toEqual([]);
  expect(second.answer).toEqual(first.answer);
  const [one] = first.answer.sets;
  if (!one) throw new RangeError("no set");
  const files = readdirSync(setsOf(one.article)).map((name) => join(setsOf(one.article), name));
  const [journal] = files.filter((path) => path.includes(".journal"));
  if (journal) rmSync(journal);
  const third = await progress();
  expect(third.read.every((path) => path.startsWith(setsOf(one.article)))).toBe(true);
  expect(third.answer.sets.filter(({ article }) => article !== one.article)).toEqual(
    first.answer.sets.filter(({ article }) => article !== one.article),
  );
});

test("where the index is gone, or the tagset is another, it is said as a whole reading says it", async () => {
  const { progress, home } = await sharedScene();
  const { answer } = await progress();
  rmSync(join(home, "openings"), { recursive: true });
  expect((await progress()).answer).toEqual(answer);
  const asked = await progress(async (later, { handle: project, project: { tagset } }) => {
    const spanTypes = tagset.spanTypes.map((type) => ({ ...type, refersToEntity: false }));
    const step = noteOf("put-tagset");
    await later.call("tagset.put", {
      project,
      opId: newId(),
      step,
      tagset: { ...tagset, spanTypes },
      moves: noMoves,
    });
  });
  expect(asked.read.length).toBeGreaterThanOrEqual(count);
  const kept = await progress();
  expect(kept.read).toEqual([]);
  expect(kept.answer).toEqual(asked.again);
});
