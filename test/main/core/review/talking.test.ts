// Threads through the door: everybody's remarks of a project, as they stand in the folder.
import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import type { Remark } from "../../../../shared/model/remark.ts";
import { lastOf, threadsOf } from "../../../../shared/model/threads.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { newId, type Person, person, temporaryFolder } from "../workplace.ts";

const said = (annotator: Id, more: Partial<Remark> = {}): Remark => ({
  id: newId(),
  thread: "thread",
  on: { what: "article" },
  kind: "remark",
  text: "Why?",
  mentions: [],
  provenance: { annotator, at: "2026-01-01T00:00:00.000Z", origin: { by: "human" } },
  ...more,
});

async function scene() {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben"]);
  const [first] = review.articles;
  if (!first) throw new Error("The sample has articles.");
  const talk = async (name: string, remark: (annotator: Id) => Remark): Promise<void> => {
    const someone = await person(join(folder, name), name);
    const { handle, annotator } = await someone.call("project.open", { path: review.path, mode: "write" });
    await say(someone, handle, remark(annotator?.id ?? ""));
    await someone.core.close();
  };
  const say = async (someone: Person, project: Id, remark: Remark): Promise<void> => {
    const { article } = first;
    const { revision } = await someone.call("article.open", { project, article: article.id });
    const change = { remarks: added(remark) };
    await someone.call("annotations.apply", {
      project,
      article: article.id,
      opId: newId(),
      revision,
      change,
    });
  };
  return { folder, review, article: first.article, sets: first.sets, talk, say };
}

test("what several people said in one folder is one thread, with the places that it is about", async () => {
  const { folder, review, article, sets, talk, say } = await scene();
  const span = sets[1]?.spans[0];
  const on = { what: "span", id: span?.id ?? "", quote: "" } as const;
  await talk("Ben", (by) => said(by, { on }));
  const ana = await person(join(folder, "Ana"), "Ana");
  const { handle, annotator } = await ana.call("project.open", { path: review.path, mode: "write" });
  const own = annotator?.id ?? "";
  const later = { annotator: own, at: "2026-01-02T00:00:00.000Z", origin: { by: "human" } } as const;
  const ask = () => ana.call("review.threads", { project: handle });
  const before = await ask();
  expect(before.articles.map((talked) => [talked.article, talked.sets.length])).toEqual([[article.id, 1]]);
  const [start, end] = [span?.segments[0]?.start, span?.segments.at(-1)?.end];
  expect(before.articles[0]?.places).toEqual([
    { id: on.id, annotator: review.annotators[1]?.id, start, end },
  ]);
  await say(ana, handle, said(own, { on, kind: "resolve", text: "", provenance: later }));
  const threads = threadsOf((await ask()).articles.flatMap((talked) => talked.sets));
  expect(threads.map((thread) => [thread.id, thread.remarks.length, thread.isResolved])).toEqual([
    ["thread", 2, true],
  ]);
  const [thread] = threads;
  expect(thread && lastOf(thread).by).toBe(own);
});

test("a colleague's file that comes later, or goes, is noticed", async () => {
  const { folder, review, article, talk } = await scene();
  await talk("Ben", (by) => said(by));
  const [, ben] = review.annotators;
  const sets = join(review.path, "annotations", article.id);
  const away = join(folder, "away");
  mkdirSync(away);
  const move = (from: string, to: string): void => {
    for (const name of readdirSync(from))
      if (name.startsWith(`${ben?.id}.`)) renameSync(join(from, name), join(to, name));
  };
  const ana = await person(join(folder, "Ana"), "Ana");
  const { handle } = await ana.call("project.open", { path: review.path, mode: "write" });
  const count = async () => (await ana.call("review.threads", { project: handle })).articles.length;
  expect(await count()).toBe(1);
  move(sets, away);
  expect(await count()).toBe(0);
  move(away, sets);
  expect(await count()).toBe(1);
});
