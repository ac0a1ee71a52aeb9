// Has a project copied into the home in a thread of its own. Where the program of the thread is not built, or the disk is not the
// system's, as in tests, and where waiting is all that is left to do, it is copied here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import {
  type CopiedRound,
  type CopyPorts,
  type CopyRound,
  copyRound,
} from "../../storage/recovery/copy-round.ts";
import type { CoreContext } from "../context.ts";
import { askThread } from "../processes/ask-process.ts";

/** What the thread asks for: the sets of an article that are held in memory, or the registry as it is now. */
export type CopyQuestion = { readonly heldOf: Id } | "registry";

export interface CopyNews {
  readonly file: string;
  readonly problem: ApiErrorData;
}

interface CopyOptions extends Omit<CopyPorts, "isBeside"> {
  readonly signal: AbortSignal;
  /** Nobody works any more. */
  readonly isLast: boolean;
}

/** `null` when it was stopped. */
export async function copyBeside(
  { disk, options }: CoreContext,
  round: CopyRound,
  { held, registryNow, onFailed, signal, isLast }: CopyOptions,
  program = join(import.meta.dirname, "backup-thread.js"),
): Promise<CopiedRound | null> {
  if (signal.aborted) return null;
  if (!isLast && options.disk === undefined && existsSync(program))
    return askThread<CopiedRound>(program, round, {
      signal,
      onQuestion: (question: CopyQuestion): Promise<unknown> =>
        question === "registry" ? registryNow() : held(question.heldOf),
      onNews: ({ file, problem }: CopyNews) => onFailed(file, problem),
    });
  const stopped = new Error("stopped");
  try {
    return await copyRound(disk, round, {
      onFailed,
      registryNow,
      isBeside: false,
      held(article) {
        if (signal.aborted) throw stopped;
        return held(article);
      },
    });
  } catch (error) {
    if (error === stopped) return null;
    throw error;
  }
}
