// Filters of articles in a window: those that are kept come with the project, and nothing of another window is lost.
import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { filteringOf } from "../../../../renderer/state/articles/filtering.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import { emptyDesk } from "../../../../shared/api/desk.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { everyArticle, type SavedFilter } from "../../../../shared/review/article-filter.ts";

const named = (name: string, words = name): SavedFilter => ({ name, filter: { ...everyArticle, words } });

interface Change {
  readonly keep: readonly SavedFilter[];
  readonly remove: readonly string[];
}

/** A window with a project in which these are kept. `inOther`: what another window keeps meanwhile. */
function windowWith(filters: readonly SavedFilter[], inOther: readonly SavedFilter[] = []) {
  let kept = [...filters, ...inOther];
  const state = createStore<Record<string, unknown>>({ project: null });
  const enter = (id: string, handle: string): void =>
    state.patch({ project: { handle, project: { id }, desk: { ...emptyDesk, filters } } });
  const answers: { refusal: ApiError | null } = { refusal: null };
  const workspace = {
    state,
    client: {
      async call(_name: string, { keep, remove }: Change) {
        if (answers.refusal) throw answers.refusal;
        const gone = new Set([...remove, ...keep.map(({ name }) => name)]);
        kept = [...kept.filter(({ name }) => !gone.has(name)), ...keep];
        return { filters: kept };
      },
    },
    call: <T>(call: (project: string) => T) => call("handle"),
  } as unknown as Workspace;
  enter("p", "one");
  return { ...filteringOf(workspace), enter, answers };
}

test("the filters that are kept are there with the project, and one that is saved comes beside those of other windows", async () => {
  const { saved, filter, save, remove } = windowWith([named("Bridges")], [named("Quotas")]);
  expect(saved.get()).toEqual([named("Bridges")]);
  filter.patch({ words: "tide" });
  expect(await save("Tides")).toBeNull();
  expect(saved.get()).toEqual([named("Bridges"), named("Quotas"), named("Tides", "tide")]);
  expect(await remove("Bridges")).toBeNull();
  expect(saved.get()).toEqual([named("Quotas"), named("Tides", "tide")]);
});

test("a filter that cannot be kept is told, and those that are kept stay", async () => {
  const { saved, save, answers } = windowWith([named("Bridges")]);
  answers.refusal = new ApiError("filters-too-many", { limit: 1 });
  expect(await save("Tides")).toMatchObject({ problem: "filters-too-many" });
  expect(saved.get()).toEqual([named("Bridges")]);
});

test("the filter that is set stays when the project is opened anew under the window, and goes with another project", () => {
  const { filter, enter } = windowWith([]);
  filter.patch({ words: "tide" });
  enter("p", "two");
  expect(filter.get().words).toBe("tide");
  enter("other", "three");
  expect(filter.get()).toEqual(everyArticle);
});
