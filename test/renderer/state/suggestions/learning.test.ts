// What was learned is shown for the project that is open, and for no other, whenever the core answers.
import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import { learningOf } from "../../../../renderer/state/suggestions/learning.ts";
import type { LearnedSuggestions } from "../../../../shared/api/replies.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";

const learnedOf = (damaged: boolean): LearnedSuggestions => ({
  ...{ on: true, used: null, last: null, canUndo: false, damaged },
});

/** A window with a project, over a core that answers when the test says so. */
function window() {
  const open = (id: string) => ({ project: { project: { id } } });
  const state = createStore(open("one"));
  const answers: {
    resolve(learned: LearnedSuggestions | null): void;
    reject(error: ApiError): void;
  }[] = [];
  const call = () =>
    new Promise<LearnedSuggestions | null>((resolve, reject) => answers.push({ resolve, reject }));
  const learning = learningOf({ state, client: {}, call } as unknown as Workspace);
  return {
    learning,
    answers,
    openTwo: () => state.set(open("two")),
  };
}

test("is forgotten with the project, and so is what comes about it afterwards", async () => {
  const { learning, answers, openTwo } = window();
  const first = learning.load();
  answers[0]?.resolve(learnedOf(true));
  await first;
  expect(learning.state.get().learned).toEqual(learnedOf(true));

  const learn = learning.learn();
  const undo = learning.undo();
  expect(learning.state.get().isLearning).toBe(true);
  openTwo();
  expect(learning.state.get()).toEqual({ learned: null, isLearning: false, problem: null });

  const second = learning.load();
  answers[3]?.resolve(learnedOf(false));
  await second;
  answers[1]?.resolve(learnedOf(true));
  answers[2]?.reject(new ApiError("nothing-learned"));
  await Promise.all([learn, undo]);
  expect(learning.state.get()).toEqual({ learned: learnedOf(false), isLearning: false, problem: null });
});

test("of two projects each learns for itself", async () => {
  const { learning, answers, openTwo } = window();
  const first = learning.learn();
  openTwo();
  const second = learning.learn();
  answers[0]?.resolve(null);
  await first;
  expect(learning.state.get().isLearning).toBe(true);
  answers[1]?.resolve(null);
  await second;
  expect(learning.state.get().isLearning).toBe(false);
});
