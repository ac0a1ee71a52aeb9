// A window's measurement follows what is said of who counts as whom, whichever window said it.
import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import { measuringOf } from "../../../../renderer/state/review/measuring.ts";
import type { Event } from "../../../../shared/api/contract.ts";

test("it measures anew when two are said to be one, and not when somebody joins or nothing was measured", async () => {
  const [ana, ben] = [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ];
  const listeners: ((event: Event) => void)[] = [];
  let measured = 0;
  const client = {
    subscribe: (listener: (event: Event) => void) => listeners.push(listener),
    async call() {
      measured += 1;
      return { report: null };
    },
  };
  const state = createStore({ project: { handle: "project", project: { id: "p", annotators: [ana, ben] } } });
  const workspace = {
    ...{ client, state },
    history: { state: createStore({ history: { done: [], undone: [] } }) },
    call: (call: (project: string) => unknown) => call("project"),
  } as unknown as Workspace;
  const measuring = measuringOf(workspace);
  const told = async (
    ...annotators: Extract<Event, { type: "annotators" }>["annotators"]
  ): Promise<number> => {
    for (const listener of listeners) listener({ type: "annotators", project: "project", annotators });
    await expect.poll(() => measuring.state.get().progress).toBe(null);
    return measured;
  };
  expect(await told(ana, { ...ben, sameAs: "ana" })).toBe(0);
  measuring.refresh();
  await expect.poll(() => measuring.state.get().result).not.toBe(null);
  expect(await told(ana, { ...ben, sameAs: "ana" }, { id: "cem", name: "Cem" })).toBe(1);
  expect(await told(ana, ben)).toBe(2);
  expect(await told(ana, { ...ben, sameAs: "ana" })).toBe(3);
});
