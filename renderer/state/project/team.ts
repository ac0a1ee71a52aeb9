// The open project as a team shares it: what the core says of it, and what a person has seen of what came. One a window.
import { type ConflictSideName, sideCommand } from "../../../shared/api/outside-news.ts";
import {
  type CameFromTeam,
  nothingCame,
  notShared,
  type SyncTimes,
  type TeamDifference,
  type TeamState,
} from "../../../shared/api/team.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import { message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { WorkspacePorts } from "./attempts.ts";

/** `null` when it was done, or when somebody ended it; else why it was not. */
type Outcome = Promise<ApiErrorData | null>;

export interface TeamOfProject {
  readonly state: ReadableStore<TeamState>;
  /** What came and was looked at. */
  readonly seen: ReadableStore<CameFromTeam>;
  /** Saves what waits, then shares the project in a folder or at an address. */
  share(to: string): Outcome;
  sync(): Outcome;
  setTimes(times: SyncTimes): Outcome;
  /** Ends what is under way. */
  stop(): void;
  /** All that came until now was looked at. */
  markSeen(): void;
  /** Takes a shared project into a new folder; its path, or why there is none; `null` when somebody ended it. */
  clone(
    from: string,
    to: string,
  ): Promise<{ readonly path: string } | { readonly problem: ApiErrorData } | null>;
  stopCloning(): void;
  /** What both sides changed of the shared files; `null` when that cannot be told, which the window shows. */
  listDifferences(): Promise<readonly TeamDifference[] | null>;
  /** Puts one side's value in the place of what stands. False when it cannot be done, which the window shows. */
  takeSide(key: string, side: ConflictSideName): Promise<boolean>;
  settle(keys: readonly string[]): Promise<boolean>;
}

interface TeamPorts extends WorkspacePorts {
  note(command: string): StepNote;
  record(step: Step): void;
}

export function createTeam(ports: TeamPorts): TeamOfProject {
  const { client, link, sessions } = ports;
  const { state, seen } = followTeam(ports);
  return {
    state,
    seen,
    share: (to) =>
      outcomeOf(async () => {
        await sessions.allSaved();
        await link.call((project) => client.call("team.share", { project, to }));
      }),
    async sync() {
      // At once, so that nobody takes the outcome of an earlier one for that of this one.
      state.set({ ...state.get(), stage: state.get().stage ?? "reading" });
      const problem = await outcomeOf(async () => {
        await sessions.allSaved();
        await link.call((project) => client.call("team.sync", { project }));
      });
      if (problem) state.set({ ...state.get(), stage: null });
      return problem;
    },
    setTimes: (times) =>
      outcomeOf(async () =>
        state.set(await link.call((project) => client.call("team.times", { project, times }))),
      ),
    stop: () => link.stop((project) => client.call("team.stop", { project })),
    markSeen: () => seen.set(state.get().came),
    ...cloningIn(ports),
    ...differencesIn(ports),
  };
}

/** What the core says of the project that is open, whichever that is. */
function followTeam({ client, state: workspace }: TeamPorts) {
  const state = createStore<TeamState>(notShared);
  const seen = createStore<CameFromTeam>(nothingCame);
  let handle: Id | null = null;
  const follow = (): void => {
    const { project } = workspace.get();
    const next = project?.handle ?? null;
    if (next === handle) return;
    handle = next;
    state.set(notShared);
    seen.set(nothingCame);
    if (next !== null && project?.readOnly === null)
      void outcomeOf(async () => {
        const team = await client.call("team.get", { project: next });
        if (next === handle) state.set(team);
      });
  };
  workspace.subscribe(follow);
  client.subscribe((event) => {
    if (event.type === "team" && event.project === handle) state.set(event.team);
  });
  follow();
  return { state, seen };
}

const cloningIn = ({ client }: TeamPorts): Pick<TeamOfProject, "clone" | "stopCloning"> => ({
  async clone(from, to) {
    let path: string | null = null;
    const problem = await outcomeOf(async () => {
      ({ path } = await client.call("team.clone", { from, to }));
    });
    return problem ? { problem } : path === null ? null : { path };
  },
  stopCloning() {
    // It has ended where it cannot be asked any more.
    void outcomeOf(async () => void (await client.call("team.stopCloning", {})));
  },
});

function differencesIn(ports: TeamPorts): Pick<TeamOfProject, "listDifferences" | "takeSide" | "settle"> {
  const { client, link, sessions, attempt, newId, note, record } = ports;
  return {
    async listDifferences() {
      let differences: readonly TeamDifference[] | null = null;
      await attempt(message("outside.conflicts-looking"), async () => {
        ({ differences } = await link.call((project) => client.call("team.differences", { project })));
      });
      return differences;
    },
    takeSide: (key, side) =>
      attempt(message("outside.conflicts-taking"), async () => {
        await sessions.allSaved();
        const input = { key, side, opId: newId(), step: note(sideCommand) };
        const { step } = await link.call((project) => client.call("team.take", { project, ...input }));
        if (!step) return;
        record(step);
        if (step.tagset) await sessions.takeTagset(step.tagset.to);
      }),
    settle: (keys) =>
      attempt(message("outside.conflicts-looking"), async () => {
        await link.call((project) => client.call("team.settle", { project, keys: [...keys] }));
      }),
  };
}

async function outcomeOf(work: () => Promise<void>): Outcome {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.toData();
  }
}
