// Answers of the core that come late, or in another order than they were asked for.
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { createCoreAnswer } from "../../../../renderer/state/insight/core-answer.ts";
import { stripsOf } from "../../../../renderer/state/insight/strips.ts";
import type { Workspace, WorkspaceState } from "../../../../renderer/state/project/workspace.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";

/** A workspace whose questions are answered by hand. */
function scene() {
  const project = { handle: "handle", project: { id: "p", annotators: [] }, desk: { insight: null } };
  const state = createStore({
    ...{ project, settings: { comparing: { blind: false } }, connection: "up", entities: null },
  } as unknown as WorkspaceState);
  const asked: { readonly input: never; answer(reply: unknown): void; fail(error: Error): void }[] = [];
  const client = {
    subscribe: () => () => undefined,
    call: (_method: string, input: never) =>
      new Promise((answer, fail) => asked.push({ input, answer, fail })),
  };
  const call = (make: (handle: string) => unknown) => make("handle");
  return { workspace: { state, client, call } as unknown as Workspace, asked };
}

const settled = () => setImmediate();

describe("strips", () => {
  const total = 150;
  const page = ({ from, count }: { readonly from: number; readonly count: number }, label: string) => ({
    found: {
      ...{ ok: true, total, leftOut: 0, voices: [], from },
      strips: Array.from({ length: Math.min(count, total - from) }, (_, at) => ({
        ...{ article: `${label} ${from + at}`, segments: [] },
      })),
    },
  });
  const loaded = (strips: ReturnType<typeof stripsOf>) =>
    [...strips.state.get().strips]
      .sort(([one], [other]) => one - other)
      .map(([at, { article }]) => [at, article]);
  const all = (label: string) => Array.from({ length: total }, (_, at) => [at, `${label} ${at}`]);

  for (const order of [
    [0, 1],
    [1, 0],
  ])
    it(`keep every page, answered in the order ${order.join(", ")}, and nothing from before a change`, async () => {
      const { workspace, asked } = scene();
      const strips = stripsOf(workspace);
      strips.follow();
      asked[0]?.answer(page(asked[0].input, "first"));
      await settled();
      strips.load(0, total);
      asked[1]?.answer(page(asked[1].input, "first"));
      await settled();
      expect(loaded(strips)).toEqual(all("first"));
      // Another view of the same strips asks anew.
      strips.follow();
      const again = asked.slice(2);
      expect(again).toHaveLength(2);
      for (const at of order) {
        again[at]?.answer(page(again[at].input, "second"));
        await settled();
      }
      expect(loaded(strips)).toEqual(all("second"));
    });
});

describe("an answer of the core", () => {
  function answers() {
    const { workspace, asked } = scene();
    const core = createCoreAnswer(workspace, async (project, query: { readonly n: number }) => {
      const reply = await workspace.client.call("insight.stop", { project, ...query });
      return reply as unknown as string;
    });
    return { core, asked };
  }
  const nothing = { answer: null, progress: null, problem: null };

  it("is that to the latest question, whichever comes first", async () => {
    const { core, asked } = answers();
    const leave = core.follow({ n: 1 });
    leave();
    core.follow({ n: 2 });
    asked[1]?.answer("second");
    await settled();
    asked[0]?.answer("first");
    await settled();
    expect(core.state.get()).toEqual({ ...nothing, answer: "second" });
  });

  it("is kept no longer than a view shows it, and one that comes later is not taken", async () => {
    const { core, asked } = answers();
    const leave = core.follow({ n: 1 });
    asked[0]?.answer("first");
    await settled();
    expect(core.state.get().answer).toBe("first");
    leave();
    expect(core.state.get()).toEqual(nothing);
    core.follow({ n: 2 })();
    asked[1]?.answer("second");
    await settled();
    expect(core.state.get()).toEqual(nothing);
  });

  it("is not taken from another view by one that was left late", async () => {
    const { core, asked } = answers();
    const leave = core.follow({ n: 1 });
    core.follow({ n: 2 });
    leave();
    asked[1]?.answer("second");
    await settled();
    expect(core.state.get()).toEqual({ ...nothing, answer: "second" });
  });

  it("tells a problem of the latest question alone, and of a stopped one nothing", async () => {
    const { core, asked } = answers();
    const problem = new ApiError("article-missing", { article: "gone" });
    core.follow({ n: 1 })();
    core.follow({ n: 2 });
    asked[0]?.fail(problem);
    await settled();
    expect(core.state.get().problem).toBeNull();
    asked[1]?.fail(problem);
    await settled();
    expect(core.state.get()).toEqual({ ...nothing, problem: problem.toData() });
    core.follow({ n: 3 });
    asked[2]?.answer(null);
    await settled();
    expect(core.state.get()).toEqual(nothing);
  });
});
