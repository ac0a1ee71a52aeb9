// Says that a thread is settled, with or without words.
import type { Command } from "./command.ts";
import { type SaidInThread, say } from "./new-remark.ts";

export const resolveThread: Command<SaidInThread> = {
  id: "resolve-thread",
  run: (context, said) => say(context, "resolve", said),
};
