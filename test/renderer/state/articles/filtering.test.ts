// Filters of articles: those that are saved belong to their project, and the one that is set lasts as long as it is open.
import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { filteringOf } from "../../../../renderer/state/articles/filtering.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import { emptyDesk } from "../../../../shared/api/desk.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { everyArticle, type SavedFilter } from "../../../../shared/model/article-filter.ts";

const saved = (name: string): SavedFilter => ({ name, filter: { ...everyArticle, words: name } });
const projectOf = (id: string, handle: string, filters: readonly SavedFilter[] = []) => ({
  ...{ project: { id }, handle },
  desk: { ...emptyDesk, filters },
});

/** A window that has the project `p` open with these filters; `answer` is the core's to what is saved. */
function windowWith(filters: readonly SavedFilter[], answer: () => Promise<readonly SavedFilter[]>) {
  const state = createStore({ project: projectOf("p", "first", filters) });
  const sent: unknown[] = [];
  const client = {
    async call(name: string, input: object) {
      sent.push({ name, ...input });
      return { filters: await answer() };
    },
  };
  const call = <T>(run: (project: string) => T): T => run(state.get().project.handle);
  return {
    filtering: filteringOf({ state, client, call } as unknown as Workspace),
    sent,
    open: (project: ReturnType<typeof projectOf>) => state.set({ project }),
  };
}

test("a filter is saved beside all others of its project, which need not be known here", async () => {
  const { filtering, sent } = windowWith([saved("mine")], async () =>
    ["mine", "other window", "new"].map(saved),
  );
  expect(filtering.saved.get()).toEqual([saved("mine")]);
  expect(sent).toEqual([]);
  filtering.filter.set(saved("new").filter);
  expect(await filtering.save("new")).toBeNull();
  const change = { name: "desk.saveFilters", project: "first" };
  expect(sent).toEqual([{ ...change, save: [saved("new")], remove: [] }]);
  expect(filtering.saved.get().map(({ name }) => name)).toEqual(["mine", "other window", "new"]);
  await filtering.remove("mine");
  expect(sent.at(-1)).toEqual({ ...change, save: [], remove: ["mine"] });
});

test("what cannot be saved is told, and changes nothing", async () => {
  const { filtering } = windowWith([saved("mine")], async () => {
    throw new ApiError("storage-failed", { code: "ENOSPC" });
  });
  expect(await filtering.remove("mine")).toMatchObject({ problem: "storage-failed" });
  expect(filtering.saved.get()).toEqual([saved("mine")]);
});

test("the filter that is set stays while the project is opened again, and goes with it", async () => {
  let reply = (_filters: readonly SavedFilter[]): void => undefined;
  const { filtering, open } = windowWith([], () => new Promise((resolve) => (reply = resolve)));
  filtering.filter.set(saved("bridge").filter);
  open(projectOf("p", "second"));
  expect(filtering.filter.get().words).toBe("bridge");
  const saving = filtering.save("late");
  open(projectOf("q", "third", [saved("theirs")]));
  reply([saved("late")]);
  await saving;
  expect(filtering.filter.get()).toEqual(everyArticle);
  expect(filtering.saved.get()).toEqual([saved("theirs")]);
});

test("a filter becomes a set of the project, in the place of one of its name, and sets go: steps of the history", async () => {
  const vote = { id: "vote", name: "Vote", filter: { words: "vote" } };
  const open = { project: { id: "p", articleSets: [vote] }, handle: "first", desk: emptyDesk };
  const said: unknown[] = [];
  const session = { say: (notice: unknown) => said.push(notice), dismissNotice: () => undefined };
  const state = createStore({ project: open, session });
  const sent: unknown[] = [];
  const recorded: unknown[] = [];
  const workspace = {
    ...{ state, newId: () => "op", call: <T>(run: (project: string) => T): T => run("first") },
    client: {
      async call(name: string, input: object) {
        sent.push({ name, ...input });
        return { articleSets: [vote], step: { id: "op" } };
      },
    },
    history: { note: (command: string) => ({ command }), record: (step: unknown) => recorded.push(step) },
  };
  const filtering = filteringOf(workspace as unknown as Workspace);
  expect(await filtering.saveSet("VOTE", { tags: ["vote"] })).toBeNull();
  expect(await filtering.saveSet("Bridge", { articles: ["a"] })).toBeNull();
  expect(said).toEqual([]);
  expect(await filtering.removeSet("vote")).toBeNull();
  expect(said).toMatchObject([{ says: { key: "sets.removed", values: { name: "Vote" } } }]);
  const request = { name: "articleSets.save", project: "first", opId: "op" };
  const saving = { ...request, step: { command: "save-article-set" }, remove: [] };
  expect(sent).toEqual([
    { ...saving, save: [{ id: "vote", name: "VOTE", filter: { tags: ["vote"] } }] },
    { ...saving, save: [{ id: null, name: "Bridge", filter: { articles: ["a"] } }] },
    { ...request, step: { command: "remove-article-set" }, save: [], remove: ["vote"] },
  ]);
  expect(recorded).toHaveLength(3);
});
