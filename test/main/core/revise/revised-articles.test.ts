// Articles with revisions, and what else is done to a project: the trash, versions, colleagues' files that come late, leftovers, and
// others who write while it is open.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import type { Step } from "../../../../shared/model/step.ts";
import { eventually } from "../../../helpers/eventually.ts";
import {
  inMemory,
  newId,
  noteOf,
  type Person,
  person,
  projectWith,
  spanBy,
  temporaryFolder,
  text,
} from "../workplace.ts";

const corrected = text.replace("bridge would", "new bridge would");

const open = (someone: Person, { handle }: OpenProject, article: Id) =>
  someone.call("article.open", { project: handle, article });

async function mark(someone: Person, project: OpenProject, article: Id, at = 0): Promise<Id> {
  const { revision } = await open(someone, project, article);
  const span = spanBy(project.annotator?.id ?? "", at);
  await someone.call("annotations.apply", {
    ...{ project: project.handle, article, opId: newId(), revision },
    change: { spans: added(span) },
  });
  return span.id;
}

async function revise(someone: Person, project: OpenProject, article: Id): Promise<Id> {
  const { step } = await someone.call("article.revise", {
    ...{ project: project.handle, article, from: null, opId: newId(), step: noteOf("revise-article") },
    ...{ why: "correction", note: "", text: corrected },
  });
  return step.revised?.revision ?? "";
}

/** A project in which Ana has marked something, and then put a word right. */
async function revised(options: Parameters<typeof person>[2] = {}) {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana", options);
  const { project, article } = await projectWith(ana, join(folder, "bridges"));
  await mark(ana, project, article);
  const { id: version } = await ana.call("versions.keep", { project: project.handle, name: "Before" });
  const revision = await revise(ana, project, article);
  return { folder, ana, project, article, revision, version, me: project.annotator?.id ?? "" };
}

/** What another machine writes of the same set: one span more. */
function writeElsewhere(path: string, before: string): void {
  const set = JSON.parse(before);
  const more = { ...set.spans[0], id: "elsewhere", type: "claim" };
  writeFileSync(path, JSON.stringify({ ...set, spans: [...set.spans, more] }));
}

test("one comes back from the trash although another machine has written about its present text meanwhile", async () => {
  const { ana, project, article, revision, me } = await revised();
  await ana.core.flush();
  const folder = join(project.path, "annotations", article, revision);
  const before = readFileSync(join(folder, `${me}.json`), "utf8");
  await ana.call("article.putAway", { project: project.handle, article });
  mkdirSync(folder, { recursive: true });
  writeElsewhere(join(folder, `${me}.json`), before);
  await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: article });
  expect((await open(ana, project, article)).text).toBe(corrected);
  expect(existsSync(join(project.path, "trash", article))).toBe(false);
  const { copies } = await ana.call("copies.list", { project: project.handle });
  expect(copies).toMatchObject([{ state: "mergeable", added: 1 }]);
});

test("the trash counts those who marked the present text alone", async () => {
  const { ana, project, article, revision, me } = await revised();
  const folder = join(project.path, "annotations", article, revision);
  cpSync(join(folder, `${me}.json`), join(folder, `${newId()}.json`));
  await ana.call("article.putAway", { project: project.handle, article });
  const { items } = await ana.call("trash.list", { project: project.handle });
  expect(items).toMatchObject([{ kind: "article", holds: 2 }]);
});

test("a version of before leads back to one in the trash, whose text is another by now", async () => {
  const { ana, project, article, version } = await revised();
  await ana.call("article.putAway", { project: project.handle, article });
  const asked = { project: project.handle, version: { kind: "kept", id: version ?? "" } as const };
  const { rows } = await ana.call("versions.preview", { ...asked, article: null, whose: null });
  expect(rows).toEqual([
    {
      ...{ article, title: expect.any(String), whose: "own", outcome: "comes-back" },
      counts: { added: 0, changed: 0, removed: 0 },
    },
  ]);
});

test("what a crashed write has left among the sets of a revision, or beside them, is removed at the next opening", async () => {
  const { ana, project, article, revision } = await revised();
  await ana.call("project.close", { project: project.handle });
  const left = ["annotations", "articles"].map((parent) =>
    join(
      project.path,
      parent,
      article,
      ...(parent === "articles" ? ["revisions"] : []),
      revision,
      ".text.txt.0123456789ab.tmp",
    ),
  );
  for (const folder of ["history", join("reviews", article)]) {
    mkdirSync(join(project.path, folder), { recursive: true });
    left.push(join(project.path, folder, ".a.json.0123456789ab.tmp"));
  }
  for (const path of left) writeFileSync(path, "{");
  await ana.call("project.open", { path: project.path, mode: "write" });
  expect(left.filter(existsSync)).toEqual([]);
});

test("what comes to the sets of a revision from outside is noticed at once", async () => {
  const { ana, project, article, revision, me } = await revised({ watchPauses: { hint: 20, poll: 600_000 } });
  await open(ana, project, article);
  await ana.call("project.look", { project: project.handle });
  const path = join(project.path, "annotations", article, revision, `${me}.json`);
  writeElsewhere(path, readFileSync(path, "utf8"));
  const news = () => ana.events.flatMap((event) => (event.type === "outside" ? event.news : []));
  await eventually(() => expect(news()).toMatchObject([{ what: "set-merged", added: 1 }]));
});

test("what is done here is never told as if it came from outside, whenever somebody looks", async () => {
  const folder = temporaryFolder(inMemory);
  const ana = await person(join(folder, "home"), "Ana", { watchPauses: null });
  const { project: opened, article } = await projectWith(ana, join(folder, "bridges"));
  const { handle: project } = opened;
  await mark(ana, opened, article);
  let isOver = false;
  const looks = (async () => {
    while (!isOver) await ana.call("project.look", { project });
  })();
  let from: Id | null = null;
  for (let times = 0; times < 12; times += 1) {
    const { step }: { step: Step } = await ana.call("article.revise", {
      ...{ project, article, from, opId: newId(), step: noteOf("revise-article") },
      ...{ why: "correction" as const, note: "", text: times % 2 === 0 ? corrected : text },
    });
    from = step.revised?.revision ?? null;
  }
  isOver = true;
  await looks;
  const news = ana.events.flatMap((event) => (event.type === "outside" ? event.news : []));
  expect(news).toEqual([]);
});

test("a colleague's set that was not there when the text changed goes along as soon as it is", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "bridges"));
  await mark(ana, project, article);
  await ana.call("project.close", { project: project.handle });
  const ben = await person(join(folder, "home-ben"), "Ben");
  const his = await ben.call("project.open", { path: project.path, mode: "write" });
  await mark(ben, his, article, 6);
  await ben.call("project.close", { project: his.handle });
  const sets = join(project.path, "annotations", article);
  const late = readdirSync(sets).filter((name) => name.startsWith(his.annotator?.id ?? "nobody"));
  for (const name of late) renameSync(join(sets, name), join(folder, name));
  const hers = await ana.call("project.open", { path: project.path, mode: "write" });
  await revise(ana, hers, article);
  await ana.call("project.close", { project: hers.handle });
  for (const name of late) renameSync(join(folder, name), join(sets, name));
  const again = await ana.call("project.open", { path: project.path, mode: "write" });
  const { sets: all } = await ana.call("review.sets", { project: again.handle, article });
  expect(all.map(({ annotator, set }) => [annotator.name, set.spans.length])).toEqual([
    ["Ana", 1],
    ["Ben", 1],
  ]);
});
