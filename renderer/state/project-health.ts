// Having the open project's folder examined, and a copy of it repaired.
import type { Client } from "../../shared/api/client.ts";
import type { Examination, RepairedCopy } from "../../shared/api/examination.ts";
import { type Message, message } from "../../shared/words/message.ts";
import type { Store } from "./store.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** `null`: it failed, and the window shows why. */
export interface ProjectHealth {
  examine(): Promise<Examination | null>;
  /** `out`: the copy's folder, which must not be there yet. */
  repairCopy(out: string): Promise<RepairedCopy | null>;
}

export function createProjectHealth(
  client: Client,
  state: Store<WorkspaceState>,
  attempt: (busy: Message, action: () => Promise<void>) => Promise<boolean>,
): ProjectHealth {
  async function ask<T>(work: (path: string) => Promise<T>): Promise<T | null> {
    const path = state.get().project?.path;
    if (path === undefined) return null;
    let answer: T | null = null;
    await attempt(message("doctor.looking"), async () => {
      answer = await work(path);
    });
    return answer;
  }
  return {
    examine: () => ask((path) => client.call("project.examine", { path })),
    repairCopy: (out) => ask((path) => client.call("project.repairCopy", { path, out })),
  };
}
