// Runs what the window does for a person, with a line that says so, and keeps a failure for them to see.
import type { Client } from "../../../shared/api/client.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { NewId } from "../../../shared/model/id.ts";
import type { Message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import { needsLook, type WorkspaceState, withWarnings } from "./workspace-state.ts";

/** Runs an action with a progress line; a failure is shown, never thrown. True when it went well. */
export type Attempt = (busy: Message, action: () => Promise<void>) => Promise<boolean>;

/** What the parts of a workspace work with: the core, the open project, its sessions, and how an action is run. */
export interface WorkspacePorts {
  readonly client: Client;
  readonly newId: NewId;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  readonly attempt: Attempt;
}

interface Attempts {
  /** What somebody asked for: what was said of the action before it has been seen by then, unless it asks for a look. */
  readonly attempt: Attempt;
  /** What nobody asked for here, such as what another window did: whatever is shown stays. */
  readonly follow: Attempt;
}

export function createAttempts(
  state: Pick<Store<WorkspaceState>, "get" | "patch">,
  sessions: Pick<OpenSessions, "stuckOn" | "drained">,
): Attempts {
  /** What goes on, the latest last. */
  const running = new Set<{ readonly busy: Message }>();
  const sayWhatRuns = (): void => state.patch({ busy: [...running].at(-1)?.busy ?? null });

  function show(problem: ApiErrorData): void {
    if (state.get().problem) {
      state.patch({ warnings: withWarnings(state.get().warnings, [problem]) });
      return;
    }
    state.patch({ problem });
    // What was said of a disk that takes nothing holds no more once it does.
    if (problem.problem === "changes-waiting" || sessions.stuckOn(problem.problem))
      void sessions.drained().then(() => {
        if (state.get().problem === problem) state.patch({ problem: null });
      });
  }

  async function follow(busy: Message, action: () => Promise<void>): Promise<boolean> {
    const runningAction = { busy };
    running.add(runningAction);
    sayWhatRuns();
    try {
      await action();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // The name was asked for and not given: there is nothing to report.
      if (error.problem !== "identity-missing") show(error.toData());
      return false;
    } finally {
      running.delete(runningAction);
      sayWhatRuns();
    }
  }

  return {
    attempt(busy, action) {
      const { report } = state.get();
      state.patch({ problem: null, report: report && needsLook(report) ? report : null });
      return follow(busy, action);
    },
    follow,
  };
}
