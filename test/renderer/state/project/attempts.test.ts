// What is said of several things that the window does at once, and of what went wrong with them.
import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { createAttempts } from "../../../../renderer/state/project/attempts.ts";
import type { Report, WorkspaceState } from "../../../../renderer/state/project/workspace-state.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { message } from "../../../../shared/words/message.ts";

function atWork() {
  const nothing = { busy: null, problem: null, report: null, warnings: [] };
  const state = createStore(nothing as unknown as WorkspaceState);
  const attempts = createAttempts(state, { stuckOn: () => false, drained: async () => undefined });
  return { state, ...attempts };
}

/** An action that goes on until it is told how it ends. */
function action() {
  let end = (_error?: ApiError): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  return { run: () => ended, end: (error?: ApiError) => end(error) };
}

const [opening, saving] = [message("workbench.opening-article"), message("revisions.saving")];

test("what goes on is said until it is done, whatever began and ended meanwhile", async () => {
  const { state, attempt, follow } = atWork();
  const [long, short] = [action(), action()];
  const first = attempt(saving, long.run);
  const second = follow(opening, short.run);
  expect(state.get().busy).toBe(opening);
  short.end();
  await second;
  expect(state.get().busy).toBe(saving);
  long.end();
  await first;
  expect(state.get().busy).toBeNull();
});

test("what began first and ends first leaves the other said, also where both say the same", async () => {
  const { state, follow } = atWork();
  const [one, two] = [action(), action()];
  const [first, second] = [follow(saving, one.run), follow(saving, two.run)];
  one.end();
  await first;
  expect(state.get().busy).toBe(saving);
  two.end(new ApiError("host-unreachable"));
  expect(await second).toBe(false);
  expect(state.get()).toMatchObject({ busy: null, problem: { problem: "host-unreachable" } });
});

test("with the next that is asked for a report goes that told of nothing special, and one that asks for a look stays", async () => {
  const { state, attempt } = atWork();
  const report = (losses: number): Report => ({
    kind: "exported",
    report: {
      paths: ["/a.json"],
      bytes: 1,
      articles: 1,
      sets: 1,
      losses: losses === 0 ? [] : [{ what: "remarks", count: losses, examples: [] }],
    },
  });
  for (const [losses, left] of [
    [0, null],
    [1, report(1)],
  ] as const) {
    state.patch({ report: report(losses) });
    await attempt(opening, async () => undefined);
    expect(state.get().report).toEqual(left);
  }
});
