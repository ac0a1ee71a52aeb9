// Begins a thread, or answers in one.
import type { Id } from "../model/id.ts";
import type { Command } from "./command.ts";
import { type SaidInThread, say } from "./new-remark.ts";

interface AddRemark extends Omit<SaidInThread, "thread"> {
  /** `null` begins a thread. */
  readonly thread: Id | null;
}

export const addRemark: Command<AddRemark> = {
  id: "add-remark",
  run: (context, said) => say(context, "remark", said),
};
