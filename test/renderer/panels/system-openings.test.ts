// What the system asks a window to open: all of it, in order, whenever it comes and whatever becomes of what came before.
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { createStore } from "../../../renderer/lib/store.ts";
import type { Panels } from "../../../renderer/panels/app-context.tsx";
import { followOpenings } from "../../../renderer/panels/system-openings.ts";
import type { Event } from "../../../shared/api/contract.ts";
import type { SystemOpening } from "../../../shared/api/opening.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { eventually } from "../../helpers/eventually.ts";
import { runs } from "../../helpers/tier.ts";

afterEach(() => vi.unstubAllGlobals());

/** A window over a host that is asked to open projects, those of which `fails` names cannot be opened. */
function window(fails: (path: string) => boolean = () => false) {
  const opened: string[] = [];
  const reported: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
  let waiting: readonly SystemOpening[] = [];
  const listeners = new Set<(event: Event) => void>();
  const client = {
    async call() {
      const openings = waiting;
      waiting = [];
      return { openings };
    },
    subscribe(listener: (event: Event) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const openProject = async (path: string) => {
    opened.push(path);
    if (fails(path)) throw new Error(path);
  };
  const panels = {
    workspace: { client, openProject },
    ui: createStore({ dialog: null }),
    asked: createStore<string | null>(null),
  } as unknown as Panels;
  return {
    panels,
    opened,
    reported,
    /** As a desktop's windows tell their pages. */
    ask(path: string) {
      waiting = [...waiting, { kind: "project", path }];
      for (const listener of listeners) listener({ type: "opening" });
    },
  };
}

const projects = (paths: readonly string[]): SystemOpening[] =>
  paths.map((path) => ({ kind: "project", path }));

test("opens everything in order, whichever of it fails", async () => {
  const paths = (by: string) =>
    fc.nat(4).map((count) => Array.from({ length: count }, (_, at) => `/${by}${at}`));
  await fc.assert(
    fc.asyncProperty(paths("first"), paths("later"), fc.func(fc.boolean()), async (first, later, fails) => {
      const { panels, opened, reported, ask } = window(fails);
      const stop = followOpenings(panels, projects(first));
      for (const path of later) ask(path);
      await eventually(() => expect(opened).toEqual([...first, ...later]));
      await eventually(() => expect(reported).toHaveLength(opened.filter((path) => fails(path)).length));
      stop();
    }),
    { numRuns: runs(50) },
  );
});

test("opens what was asked for before anything listened", async () => {
  const { panels, opened, ask } = window();
  ask("/early");
  followOpenings(panels, projects(["/first"]));
  await eventually(() => expect(opened).toEqual(["/first", "/early"]));
});

test("has the workspace find where a link leads, and forgets the folder that was asked for before", async () => {
  const { panels, opened, ask } = window();
  const link = { project: "aaaaaaaaaaaaaaaa", article: null, mark: null };
  panels.asked.set("/before");
  const asked: (string | null)[] = [];
  const openLinked = async () => {
    asked.push(panels.asked.get());
    throw new ApiError("host-unreachable");
  };
  Object.assign(panels.workspace, { openLinked });
  followOpenings(panels, [{ kind: "link", link }]);
  ask("/after");
  await eventually(() => expect(opened).toEqual(["/after"]));
  expect(asked).toEqual([null]);
});
