// Two windows of one person: one history, walked from either.
import { expect, test } from "vitest";
import type { Outbox } from "../../../renderer/state/session/outbox.ts";
import { clientOver } from "../../../shared/api/client.ts";
import type { Event } from "../../../shared/api/contract.ts";
import { tagSelection } from "../../../shared/commands/index.ts";
import { memoryOutbox } from "../../helpers/memory-outbox.ts";
import { newId } from "../../main/core/workplace.ts";
import { type Desk, desk, past, saved, shownSession, tagIn, windowOn } from "./desk.ts";

/** One more window on the same core, which hears what the core tells it. `sent`: when what it saves goes on its way. */
async function another(here: Desk, sent?: Promise<void>, outbox?: Outbox): Promise<Desk> {
  const id = newId();
  const client = clientOver({
    async call(name, input) {
      if (name === "annotations.apply") await sent;
      return here.client.core.dispatch(name, input, id);
    },
    subscribe: (listener: (event: Event) => void) =>
      here.client.core.subscribe((event, to) => {
        if (to === undefined || to === id) listener(event);
      }),
  });
  const workspace = await windowOn(client, { outbox });
  await workspace.openProject(here.path, "write");
  return { ...here, workspace };
}

test("a step of one window is taken back from the other, and done again from the first", async () => {
  const here = await desk();
  const [one, two] = [await another(here), await another(here)];
  const [article] = here.articles;
  await tagIn(one, article, 0);
  await saved(one);
  await expect.poll(() => past(two).done.map(({ step }) => step.command)).toEqual(["tag-selection"]);
  await two.workspace.history.undo();
  expect(shownSession(two).article.id).toBe(article);
  expect(shownSession(two).state.get().spanOrder).toEqual([]);
  await saved(two);
  await expect.poll(() => past(one).undone.length).toBe(1);
  await expect.poll(() => shownSession(one).state.get().spanOrder.length).toBe(0);
  await one.workspace.history.redo();
  await saved(one);
  await expect.poll(() => past(two).done.length).toBe(1);
  await expect.poll(() => shownSession(two).state.get().spanOrder.length).toBe(1);
  expect(past(one)).toMatchObject({ done: [{}], undone: [] });
});

/** A window with a mark that is not saved, in an article that another window has put in the trash meanwhile. */
async function stranded(here: Desk, outbox?: Outbox): Promise<{ one: Desk; two: Desk; send: () => void }> {
  let send = (): void => undefined;
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  const [one, two] = [await another(here, sent, outbox), await another(here)];
  const [article, next] = here.articles;
  await tagIn(one, article, 0);
  expect(await two.workspace.trash.putAway("article", article)).toBe(true);
  await expect.poll(() => shownSession(one).article.id).toBe(next);
  return { one, two, send };
}

const strandedIn = ({ workspace }: Desk) =>
  workspace.state.get().stranded.map(({ article, queue }) => [article.id, queue.waiting().length]);

/** The marks of the article on the disk. */
async function onDisk(here: Desk): Promise<number> {
  const article = here.articles[0];
  const reader = await here.client.call("project.open", { path: here.path, mode: "read" });
  const { set } = await here.client.call("article.open", { project: reader.handle, article });
  return set.spans.length;
}

test("what is not saved of an article that another window moved to the trash is told, shown again and saved once it is back", async () => {
  const here = await desk();
  const { one, send } = await stranded(here);
  const [article] = here.articles;
  expect(strandedIn(one)).toEqual([[article, 1]]);
  send();
  expect(await one.workspace.trash.takeBack({ kind: "article", id: article, name: "One text" })).toBe(true);
  expect(one.workspace.state.get().report).toMatchObject({
    kind: "taken-back",
    report: { name: "One text" },
  });
  expect(shownSession(one).article.id).toBe(article);
  expect(shownSession(one).state.get().spanOrder).toHaveLength(1);
  expect(strandedIn(one)).toEqual([]);
  await saved(one);
  expect(await onDisk(here)).toBe(1);
});

test("it is saved also where the other window takes the article back, and is told no more then", async () => {
  const here = await desk();
  const { one, two, send } = await stranded(here);
  const [article] = here.articles;
  await two.workspace.trash.takeBack({ kind: "article", id: article, name: "One text" });
  send();
  await expect.poll(() => strandedIn(one)).toEqual([]);
  expect(await onDisk(here)).toBe(1);
  await one.workspace.openArticle(article);
  expect(shownSession(one).state.get().spanOrder).toHaveLength(1);
});

test("what was decided and is not saved waits for the article, too, and keeps nothing else from being saved", async () => {
  const here = await desk();
  const [article, next] = here.articles;
  let send = (): void => undefined;
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  const [one, two] = [await another(here, sent), await another(here)];
  const curated = await one.workspace.openCurated(article);
  curated?.run(tagSelection, { range: { start: 0, end: 4 }, type: "speaker", snap: true, card: null });
  expect(one.workspace.hasUnsaved()).toBe(true);
  await two.workspace.trash.putAway("article", article);
  await expect.poll(() => strandedIn(one)).toEqual([[article, 1]]);
  expect(one.workspace.hasUnsaved()).toBe(false);
  await one.workspace.openArticle(next);
  send();
  await one.workspace.trash.takeBack({ kind: "article", id: article, name: "One text" });
  await saved(one);
  expect(strandedIn(one)).toEqual([]);
  const reader = await here.client.call("project.open", { path: here.path, mode: "read" });
  const { set } = await here.client.call("article.open", {
    project: reader.handle,
    article,
    whose: "curation",
  });
  expect(set.spans).toHaveLength(1);
});

test.each(["here", "in the other window"])(
  "what waited while the project was closed is saved once the article is back, taken back %s",
  async (where) => {
    const here = await desk();
    const { one, two, send } = await stranded(here, memoryOutbox());
    const [article] = here.articles;
    await one.workspace.closeProject();
    send();
    await one.workspace.openProject(here.path, "write");
    const { workspace } = where === "here" ? one : two;
    await workspace.trash.takeBack({ kind: "article", id: article, name: "One text" });
    await expect.poll(() => onDisk(here)).toBe(1);
    await one.workspace.openArticle(article);
    expect(shownSession(one).state.get().spanOrder).toHaveLength(1);
    expect(one.workspace.state.get().warnings).toMatchObject([{ problem: "changes-kept" }]);
  },
);

test("what waits for an article that another window deletes for good is shown with its article, and waits no more", async () => {
  const here = await desk();
  const { one, two } = await stranded(here);
  const [id] = here.articles;
  const [waiting] = one.workspace.state.get().stranded;
  const changes = waiting?.queue.unsent();
  expect(changes).toHaveLength(1);
  await two.workspace.trash.empty([{ kind: "article", id, name: "" }]);
  await expect.poll(() => strandedIn(one)).toEqual([]);
  expect(one.workspace.state.get().dropped).toEqual([
    { article: id, isDeleted: true, title: waiting?.article.title, changes, opIds: [expect.any(String)] },
  ]);
  expect(two.workspace.state.get().dropped).toEqual([]);
});

test("a curated set that is open without one's own goes to the text that another window has made of the article", async () => {
  const here = await desk();
  const [one, two] = [await another(here), await another(here)];
  const { articles } = one.workspace.state.get();
  const { id, textHash } = articles.find((article) => article.id !== shownSession(one).article.id) ?? {};
  if (id === undefined) throw new Error("One of the two is not shown.");
  const before = await one.workspace.openCurated(id);
  expect(before?.article.textHash).toBe(textHash);
  const corrected = `${before?.text.text} More.`;
  const project = two.workspace.state.get().project?.handle ?? "";
  await two.workspace.client.call("article.revise", {
    ...{ project, article: id, from: null, opId: newId(), why: "correction", note: "" },
    ...{ step: { command: "revise-article", at: "2026-01-01T00:00:00.000Z" }, text: corrected },
  });
  await expect.poll(async () => (await one.workspace.openCurated(id))?.text.text).toBe(corrected);
});
