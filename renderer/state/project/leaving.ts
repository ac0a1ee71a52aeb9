// Leaving the open project: at once when all is saved, and after a question where its disk takes nothing and all is safe elsewhere.
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { OpenSessions } from "./open-sessions.ts";

export interface Leaving {
  /**
   * Waits until everything is saved, then leaves the project; stays, and says why, when something cannot be saved (`changes-waiting`
   * where all of that is kept on this computer).
   */
  closeProject(): Promise<void>;
  /** Leaves it with changes that are not in the project and are kept on this computer; they come in when it is opened here again. */
  closeWithKept(): Promise<void>;
}

export interface LeavingPorts {
  readonly sessions: Pick<OpenSessions, "allSaved" | "settled" | "keepingTried" | "kept" | "giveUp">;
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
  leave(): Promise<void>;
}

export function createLeaving({ sessions, attempt, leave }: LeavingPorts): Leaving {
  const busy = message("workbench.closing-project");
  async function allSaved(): Promise<void> {
    try {
      await sessions.allSaved();
    } catch (error) {
      await sessions.keepingTried();
      const count = sessions.kept();
      throw count === null ? error : new ApiError("changes-waiting", { count }, { cause: error });
    }
  }
  return {
    async closeProject() {
      await attempt(busy, async () => {
        await allSaved();
        await leave();
      });
    },
    async closeWithKept() {
      await attempt(busy, async () => {
        await sessions.settled();
        await sessions.keepingTried();
        // Something came since that is kept nowhere yet.
        if (sessions.kept() === null) await allSaved();
        sessions.giveUp();
        await leave();
      });
    },
  };
}
