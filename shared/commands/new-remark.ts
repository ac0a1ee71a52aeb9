// Shared by the commands that say something in a thread: what a remark is held to, and the remark itself.
import { longestNote } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import type { Remark, RemarkKind, RemarkSubject } from "../model/remark.ts";
import type { CommandContext, Outcome, RefusalCode } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";

/** What is said in a thread that exists, perhaps only in colleagues' sets. `on`: what the thread is about. */
export interface SaidInThread {
  readonly thread: Id;
  /** The last remark of the thread as the author sees it; `null` for none. */
  readonly after: Id | null;
  readonly on: RemarkSubject;
  readonly text: string;
  /** Annotators whose attention it wants, in any order; one that is named twice counts once. */
  readonly mentions: readonly Id[];
}

/** What speaks against a text; only what ends or reopens a thread may be without words. */
export function textRefusal(kind: RemarkKind, text: string): RefusalCode | null {
  if (kind === "remark" && text === "") return "remark-empty";
  return text.length > longestNote ? "note-too-long" : null;
}

export const distinctMentions = (mentions: readonly Id[]): Id[] => [...new Set(mentions)].sort();

/** Says something; `thread` null begins one, which is named after its first remark. */
export function say(
  context: CommandContext,
  kind: RemarkKind,
  { thread, after, on, text: given, mentions }: Omit<SaidInThread, "thread"> & { readonly thread: Id | null },
): Outcome {
  const text = given.trim();
  const refusal = textRefusal(kind, text);
  if (refusal) return refuse(refusal);
  const id = context.newId();
  const remark: Remark = {
    id,
    thread: thread ?? id,
    ...(after === null ? {} : { after }),
    on,
    kind,
    text,
    mentions: distinctMentions(mentions),
    provenance: newProvenance(context),
  };
  const draft = draftOf(context);
  draft.remarks.put(remark);
  return draft.outcome();
}
