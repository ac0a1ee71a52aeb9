// What is kept in the home for a set that was closed is known until all of it is in the project or given up.
import { expect, test } from "vitest";
import { closeSetsOf, forgetKept } from "../../../../main/core/changes/close-sets.ts";
import type { LiveProject, OpenSet } from "../../../../main/core/project/live-project.ts";

/** A set whose changes the disk did not take; each forgetting goes on until it is let go. */
function scene(...opIds: readonly string[]) {
  const kept = new Set(opIds);
  let letGo = (): void => undefined;
  const spill = {
    async forget(gone: readonly string[]) {
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      for (const opId of gone) kept.delete(opId);
    },
    isEmpty: () => kept.size === 0,
  };
  const open = { article: { id: "a" }, store: { close: async () => undefined }, spill };
  const set = open as unknown as OpenSet;
  const liveProject = { sets: new Map([["a", set]]), curated: new Map(), spillsOfClosedSets: new Map() };
  return { kept, set, liveProject: liveProject as unknown as LiveProject, letGo: () => letGo() };
}

test("a set that is closed while one of its changes is forgotten has the others forgotten later", async () => {
  const { kept, set, liveProject, letGo } = scene("1", "2");
  const forgetting = forgetKept(liveProject, set, ["1"]);
  await closeSetsOf(liveProject, "a");
  letGo();
  await forgetting;
  // The article has another text, and with it another place in the home.
  const next = {
    ...set,
    spill: { ...set.spill, forget: async () => undefined, isEmpty: () => true },
  };
  const last = forgetKept(liveProject, next, ["2"]);
  await Promise.resolve();
  letGo();
  await last;
  expect([...kept]).toEqual([]);
  expect(liveProject.spillsOfClosedSets.get("a")).toEqual([]);
});
