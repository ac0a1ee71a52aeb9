// Having the open project's folder examined, a copy of it repaired, and what was ever done in it read.
import type { Client } from "../../../shared/api/client.ts";
import type { Input, OpenProject } from "../../../shared/api/contract.ts";
import type { Examination, RepairedCopy } from "../../../shared/api/examination.ts";
import type { ChangeRecord } from "../../../shared/review/record.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import type { ProjectLink } from "./project-link.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** `null`: it failed, and the window shows why. */
export interface ProjectHealth {
  examine(): Promise<Examination | null>;
  /** `out`: the copy's folder, which must not be there yet. */
  repairCopy(out: string): Promise<RepairedCopy | null>;
  /** What was done to an article, or to one span or card of it, as it is saved. */
  readRecord(asked: Omit<Input<"history.read">, "project">): Promise<ChangeRecord | null>;
}

export interface HealthPorts {
  readonly client: Client;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  allSaved(): Promise<void>;
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
}

export function createProjectHealth({ client, link, state, allSaved, attempt }: HealthPorts): ProjectHealth {
  async function runWithProject<T>(
    work: (project: OpenProject) => Promise<T>,
    busy: Message = message("doctor.looking"),
  ): Promise<T | null> {
    const { project } = state.get();
    if (!project) return null;
    let answer: T | null = null;
    await attempt(busy, async () => {
      answer = await work(project);
    });
    return answer;
  }
  return {
    examine: () => runWithProject(({ path }) => client.call("project.examine", { path })),
    repairCopy: (out) => runWithProject(({ path }) => client.call("project.repairCopy", { path, out })),
    readRecord: (asked) =>
      runWithProject(async () => {
        await allSaved();
        return link.call((project) => client.call("history.read", { project, ...asked }));
      }, message("history.record-reading")),
  };
}
