// Says that a thread is not settled after all, with or without words.
import type { Command } from "./command.ts";
import { type SaidInThread, say } from "./new-remark.ts";

export const reopenThread: Command<SaidInThread> = {
  id: "reopen-thread",
  run: (context, said) => say(context, "reopen", said),
};
