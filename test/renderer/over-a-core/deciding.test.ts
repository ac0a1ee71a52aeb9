// Deciding in a window over a real core: the next conflict comes by itself, what is taken back is shown where it was, also by a
// window that comes tomorrow, and what another window decides is there.
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { decideActions } from "../../../renderer/actions/decide.ts";
import type { Workspace } from "../../../renderer/state/project/workspace.ts";
import { nextToDecide } from "../../../renderer/state/review/assigning.ts";
import { comparingOf } from "../../../renderer/state/review/comparing.ts";
import {
  type Decisions,
  decidingOf,
  decisionsIn,
  isAllDecided,
  isCurated,
  memberAt,
  nextUnfinished,
  unfinishedOf,
  usualAccept,
} from "../../../renderer/state/review/deciding.ts";
import { createUiState, showPage } from "../../../renderer/state/window/ui-state.ts";
import { progressOfProject } from "../../../shared/api/project-progress.ts";
import { excludeRange, tagSelection } from "../../../shared/commands/index.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Span } from "../../../shared/model/span.ts";
import { records, tableOf } from "../../../shared/model/table.ts";
import { openExclusions } from "../../../shared/review/decide/exclusions.ts";
import { isOpen } from "../../../shared/review/questions.ts";
import { eventually } from "../../helpers/eventually.ts";
import { writeReviewProject } from "../../helpers/review-project.ts";
import { person, temporaryFolder } from "../../main/core/workplace.ts";
import { listening, windowOn } from "./desk.ts";

type Client = Awaited<ReturnType<typeof person>>;

interface Place {
  readonly home: string;
  readonly path: string;
  readonly article: string;
  readonly client: Client;
  readonly workspace: Workspace;
}

async function place(): Promise<Place> {
  const folder = temporaryFolder();
  const { path, articles } = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const home = join(folder, "home");
  const client = await person(home);
  const article = articles[0]?.article.id ?? "";
  return { home, path, article, client, workspace: await atWork(client, path, article) };
}

async function atWork(
  client: Parameters<typeof windowOn>[0],
  path: string,
  article: string,
): Promise<Workspace> {
  const workspace = await windowOn(client);
  await workspace.openProject(path, "write");
  await workspace.openArticle(article);
  await decidingOf(workspace).refresh();
  return workspace;
}

function shown(workspace: Workspace): Decisions {
  const decisions = decisionsIn(workspace);
  if (!decisions) throw new Error("Nothing is compared.");
  return decisions;
}

const saved = (workspace: Workspace) =>
  eventually(() => expect(decidingOf(workspace).state.get().session?.queue.status.get().kind).toBe("saved"));

test("each decision shows what is open next, and undo shows what it took back", async () => {
  const { workspace } = await place();
  const deciding = decidingOf(workspace);
  const order = shown(workspace).rows.map(({ group }) => group);
  expect(shown(workspace).current?.group).toBe(order[0]);
  deciding.setReason("the style book");
  deciding.decide({ how: "take", member: 1 });
  deciding.decide({ how: "unsure" });
  const { rows, current } = shown(workspace);
  expect(rows.slice(0, 3).map(({ state }) => state)).toEqual(["decided", "unsure", "open"]);
  expect(rows.slice(0, 2).map(({ decision }) => decision?.reason)).toEqual(["the style book", ""]);
  expect(current?.group).toBe(order[2]);
  await workspace.history.undo();
  expect(shown(workspace).current).toMatchObject({ group: order[1], state: "open" });
  await workspace.history.undo();
  expect(shown(workspace).current).toMatchObject({ group: order[0], state: "open" });
  await workspace.history.redo();
  expect(shown(workspace).current).toMatchObject({ group: order[0], state: "decided" });
});

test("what was decided is undone tomorrow, with the page or without", async () => {
  const { home, path, article, client, workspace } = await place();
  const deciding = decidingOf(workspace);
  const [first] = shown(workspace).rows;
  deciding.decide({ how: "take", member: 0 });
  deciding.accept({ threshold: 3, audited: 0, notesFrom: null });
  await saved(workspace);
  await workspace.closeProject();
  await client.core.close();
  const next = await atWork(await person(home), path, article);
  await eventually(() => expect(next.history.state.get().history.done).toHaveLength(2));
  expect(shown(next).queue.agreed.every(({ state }) => state === "decided")).toBe(true);
  await next.history.undo();
  await next.history.undo();
  await saved(next);
  expect(shown(next).rows.find(({ group }) => group === first?.group)?.state).toBe("open");
  expect(decidingOf(next).state.get().session?.annotations().set.decisions.size).toBe(0);
  expect(decidingOf(next).state.get().session?.annotations().set.spans.size).toBe(0);
});

test("what another window decides is there, and both go on", async () => {
  const one = await place();
  const second = await atWork(listening(one.client), one.path, one.article);
  const first = await atWork(listening(one.client), one.path, one.article);
  decidingOf(first).decide({ how: "take", member: 0 });
  await saved(first);
  await eventually(() => expect(shown(second).rows[0]?.state).toBe("decided"));
  await eventually(() => expect(comparingOf(second).state.get().progress).toBeNull());
  decidingOf(second).decide({ how: "nothing" });
  await saved(second);
  await eventually(() => {
    const { rows } = shown(first);
    expect(rows.slice(0, 3).map(({ state }) => state)).toEqual(["decided", "decided", "open"]);
  });
});

test("when another window gives the article another text, what is decided next is of that text", async () => {
  const one = await place();
  const second = await atWork(listening(one.client), one.path, one.article);
  const first = await atWork(listening(one.client), one.path, one.article);
  const { session: old } = decidingOf(second).state.get();
  const article = first.state.get().session?.article;
  if (!old || !article) throw new Error("The article is open in both.");
  const text = `A first line that nobody knew of.\n\n${old.text.text}`;
  expect(await first.revising.revise({ article, text, why: "correction" }, "")).toBe(true);
  await eventually(() =>
    expect(decidingOf(second).state.get().session?.article.textHash).toBe(
      first.state.get().session?.article.textHash,
    ),
  );
  await eventually(() => expect(comparingOf(second).state.get().review?.text.text).toBe(text));
  decidingOf(second).decide({ how: "take", member: 0 });
  await saved(second);
  await eventually(() => expect(shown(second).rows[0]?.state).toBe("decided"));
  expect(decidingOf(second).state.get().session?.annotations().set.decisions.size).toBe(1);
});

test("the keys follow the letters, also while names are hidden", async () => {
  const { workspace } = await place();
  expect([0, 1, 2, 3].map((at) => memberAt(workspace, at))).toEqual([0, 1, 2, null]);
  comparingOf(workspace).setBlind(true);
  const hidden = [0, 1, 2].map((at) => memberAt(workspace, at) ?? -1);
  expect([...hidden].sort()).toEqual([0, 1, 2]);
});

test("a phrase is decided in all articles as one step, taken back as one", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const words = ["The mayor", "said"];
  /** Marks the words of every article in their own way, and goes. */
  async function marks(name: string, types: readonly string[], isFirst: boolean): Promise<void> {
    const workspace = await windowOn(await person(join(folder, name), name));
    if (isFirst) {
      await workspace.createProject(path, "Bridges");
      for (const at of ["a", "b", "c"])
        await workspace.importText(`The mayor said it is safe. ${at}`, `${at}.txt`);
    } else await workspace.openProject(path, "write");
    for (const { id } of workspace.state.get().articles) {
      await workspace.openArticle(id);
      const { session } = workspace.state.get();
      for (const [at, type] of types.entries()) {
        const start = session?.text.text.indexOf(words[at] ?? "") ?? 0;
        const range = { start, end: start + (words[at]?.length ?? 0) };
        session?.run(tagSelection, { range, type, snap: false, card: null });
      }
      await session?.queue.drained();
    }
    await workspace.closeProject();
  }
  await marks("Ana", ["speaker", "cue"], true);
  await marks("Ben", ["source"], false);
  const workspace = await windowOn(await person(join(folder, "Cem"), "Cem"));
  await workspace.openProject(path, "write");
  await decidingOf(workspace).refresh();
  const deciding = decidingOf(workspace);
  const typed = shown(workspace).rows.find(({ differs }) => differs?.aspect === "type");
  deciding.showGroup(typed?.group ?? -1);
  deciding.setReach("project");
  deciding.decide({ how: "take", member: 1 });
  await eventually(() => expect(workspace.history.state.get().history.done).toHaveLength(1));
  const curated = async () =>
    Promise.all(
      workspace.state.get().articles.map(async ({ id }) => {
        const opened = await workspace.openCurated(id);
        return Array.from(records(opened?.annotations().set.spans ?? tableOf<Span>()), ({ type }) => type);
      }),
    );
  expect(await curated()).toEqual([["source"], ["source"], ["source"]]);
  await eventually(() => expect(shown(workspace).current?.state).toBe("open"));
  await workspace.history.undo();
  expect(await curated()).toEqual([[], [], []]);
});

test("what all have alike and nobody looked at yet is shown by G, and the dialog is not opened for nothing", async () => {
  const { workspace } = await place();
  const deciding = decidingOf(workspace);
  deciding.accept({ ...usualAccept, threshold: 3 });
  for (let left = 400; left > 0 && shown(workspace).queue.conflicts.some(isOpen); left -= 1)
    deciding.decide({ how: "take", member: 0 });
  expect(shown(workspace).queue.agreed.filter(isOpen).length).toBeGreaterThan(0);
  const ui = createUiState();
  const action = decideActions.find(({ id }) => id === "decide-unfinished");
  const context = { workspace, ui };
  for (let left = 400; left > 0 && shown(workspace).queue.agreed.some(isOpen); left -= 1) {
    action?.run(context);
    expect(ui.get().dialog).toBeNull();
    expect(shown(workspace).current).toMatchObject({ state: "open", differs: null });
    deciding.decide({ how: "take", member: 0 });
  }
  expect(shown(workspace).queue.agreed.filter(isOpen)).toEqual([]);
});

test("an article of which all is decided is marked as curated, which Progress shows and undo takes back", async () => {
  const { client, workspace, article } = await place();
  const deciding = decidingOf(workspace);
  const finish = decideActions.find(({ id }) => id === "decide-curated");
  const context = { workspace, ui: createUiState() };
  const stateNow = async () => {
    await saved(workspace);
    const { project } = workspace.state.get();
    if (!project) throw new Error("No project is open.");
    const { sets } = await client.call("project.progress", { project: project.handle });
    return progressOfProject(project.project, project.articles, sets).articles.find(
      (one) => one.article === article,
    )?.state;
  };
  expect(finish?.enabled?.(context)).toBe(false);
  for (let left = 400; left > 0 && shown(workspace).queue.conflicts.some(isOpen); left -= 1)
    deciding.decide({ how: "take", member: 0 });
  deciding.accept({ threshold: 3, audited: 0, notesFrom: 0 });
  expect(unfinishedOf(workspace)).toEqual([]);
  expect(await stateNow()).toBe("in-review");
  finish?.run(context);
  expect(await stateNow()).toBe("curated");
  expect(finish?.enabled?.(context)).toBe(false);
  await workspace.history.undo();
  expect(await stateNow()).toBe("in-review");
});

test("the next article to decide is one that several people annotated and nobody has called curated", async () => {
  const { workspace, article } = await place();
  const deciding = decidingOf(workspace);
  await workspace.importText("Nobody has marked anything here yet.", "c.txt");
  const { articles } = workspace.state.get();
  const other = articles.find(({ id, title }) => id !== article && !title.startsWith("Nobody"))?.id ?? "";
  await workspace.openArticle(other);
  expect(await nextToDecide(workspace)).toBe(article);
  await workspace.openArticle(article);
  expect(await nextToDecide(workspace)).toBe(other);
  await deciding.refresh();
  deciding.setCurated(true);
  await saved(workspace);
  expect(await nextToDecide(workspace)).toBe(other);
  await workspace.openArticle(other);
  expect(await nextToDecide(workspace)).toBeNull();
});

test("the next article to decide is not one with the sets of one person only", async () => {
  const { client, workspace, path } = await place();
  await workspace.importText("Nobody has marked anything here yet.", "c.txt");
  const projectNow = () => workspace.state.get().project;
  const people = projectNow()?.project.annotators.filter(isPerson) ?? [];
  const [first, ...others] = people.filter(({ name }) => ["Ana", "Ben", "Cem"].includes(name));
  expect(others).toHaveLength(2);
  expect(await nextToDecide(workspace)).not.toBeNull();
  for (const { id } of others)
    await client.call("review.samePerson", {
      ...{ project: projectNow()?.handle ?? "", people: [first?.id ?? "", id], answer: "same" },
    });
  await workspace.closeProject();
  await workspace.openProject(path, "write");
  expect(projectNow()?.project.annotators.filter(({ sameAs }) => sameAs !== undefined)).toHaveLength(2);
  expect(await nextToDecide(workspace)).toBeNull();
});

test("the next article to decide is not opened when one has gone to another page meanwhile", async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const { workspace } = await place();
  const ui = createUiState();
  const opens = vi.spyOn(workspace, "openArticle");
  const goOn = (): void =>
    void decideActions.find(({ id }) => id === "decide-next-article")?.run({ workspace, ui });
  goOn();
  showPage(ui, "progress");
  await nextToDecide(workspace);
  await nextToDecide(workspace);
  expect(opens).not.toHaveBeenCalled();
  goOn();
  await eventually(() => expect(opens).toHaveBeenCalledOnce());
});

/** An article of which these people only left something out, with whoever decides at it. */
async function leftOutBy(people: Readonly<Record<string, readonly string[]>>): Promise<Workspace> {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  for (const [at, [name, stretches]] of Object.entries(people).entries()) {
    const workspace = await windowOn(await person(join(folder, name), name));
    if (at === 0) {
      await workspace.createProject(path, "Bridges");
      await workspace.importText("Advertisement. The mayor said it is safe. Read more.", "a.txt");
    } else await workspace.openProject(path, "write");
    const [article] = workspace.state.get().articles;
    await workspace.openArticle(article?.id ?? "");
    const { session } = workspace.state.get();
    for (const words of stretches) {
      const start = session?.text.text.indexOf(words) ?? 0;
      session?.run(excludeRange, { range: { start, end: start + words.length }, reason: "" });
    }
    await session?.queue.drained();
    await workspace.closeProject();
  }
  const client = await person(join(folder, "Dana"), "Dana");
  const workspace = await windowOn(client);
  await workspace.openProject(path, "write");
  const [article] = workspace.state.get().articles;
  return atWork(client, path, article?.id ?? "");
}

const leftOpen = (workspace: Workspace) => {
  const { session } = decidingOf(workspace).state.get();
  return session ? openExclusions(shown(workspace).review, session.annotations().set) : [];
};

test("an article in which people only left something out is finished and marked as curated", async () => {
  const workspace = await leftOutBy({ Ana: ["Advertisement."], Ben: ["Read more."] });
  const deciding = decidingOf(workspace);
  const finish = decideActions.find(({ id }) => id === "decide-curated");
  const context = { workspace, ui: createUiState() };
  expect([shown(workspace).current, leftOpen(workspace).length]).toEqual([null, 2]);
  for (const question of leftOpen(workspace)) {
    expect(finish?.enabled?.(context)).toBe(false);
    deciding.decideExclusion({ question, taken: question.members[0] ? 0 : null });
  }
  expect(isAllDecided(workspace)).toBe(true);
  expect(finish?.enabled?.(context)).toBe(true);
  finish?.run(context);
  expect(isCurated(workspace)).toBe(true);
});

test("the next article to decide is not one of which people only left something out", async () => {
  const workspace = await leftOutBy({ Ana: ["Advertisement."], Ben: ["Read more."] });
  await workspace.importText("Nobody has marked anything here yet.", "c.txt");
  expect(await nextToDecide(workspace)).toBeNull();
});

test("an article that nobody annotated is never all decided", async () => {
  const workspace = await leftOutBy({ Ana: [], Ben: [] });
  expect(isAllDecided(workspace)).toBe(false);
});

test("whatever is unfinished is gone to once before any of it a second time, what was left out too", async () => {
  const { workspace } = await place();
  const deciding = decidingOf(workspace);
  const { session } = workspace.state.get();
  session?.run(excludeRange, { range: { start: 0, end: 20 }, reason: "" });
  await session?.queue.drained();
  await deciding.refresh();
  const all = unfinishedOf(workspace) ?? [];
  expect(all.map(({ what }) => what)).toContain("exclusions");
  const gone = all.map(() => {
    const next = nextUnfinished(workspace);
    if (next) deciding.showUnfinished(next);
    return all.findIndex((one) => one.what === next?.what && one.question?.group === next.question?.group);
  });
  expect(gone.sort((a, b) => a - b)).toEqual([...all.keys()]);
});
