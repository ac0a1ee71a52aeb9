// The commands of a discussion: add, edit and remove remarks, resolve and reopen a thread.
import { longestNote } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import type { Remark, RemarkKind, RemarkSubject } from "../model/remark.ts";
import { get, has } from "../model/table.ts";
import type { Command, CommandContext, Outcome, RefusalCode } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";

/** What is said in a thread that exists, perhaps only in colleagues' sets. `on`: what the thread is about. */
interface SaidInThread {
  readonly thread: Id;
  /** The last remark of the thread as the author sees it; `null` for none. */
  readonly after: Id | null;
  readonly on: RemarkSubject;
  readonly text: string;
  /** Annotators whose attention it wants, in any order; one that is named twice counts once. */
  readonly mentions: readonly Id[];
}

/** What speaks against a text; only what ends or reopens a thread may be without words. */
function textRefusal(kind: RemarkKind, text: string): RefusalCode | null {
  if (kind === "remark" && text === "") return "remark-empty";
  return text.length > longestNote ? "note-too-long" : null;
}

const distinctMentions = (mentions: readonly Id[]): Id[] => [...new Set(mentions)].sort();

/** Says something; `thread` null begins one, which is named after its first remark. */
function say(
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

interface AddRemark extends Omit<SaidInThread, "thread"> {
  /** `null` begins a thread. */
  readonly thread: Id | null;
}

/** Begins a thread, or answers in one. */
export const addRemark: Command<AddRemark> = {
  id: "add-remark",
  run: (context, said) => say(context, "remark", said),
};

interface EditRemark {
  readonly remark: Id;
  readonly text: string;
  readonly mentions: readonly Id[];
}

/** Gives one's own remark other words. */
export const editRemark: Command<EditRemark> = {
  id: "edit-remark",
  run(context, { remark, text: given, mentions }) {
    const existingRemark = get(context.annotations.set.remarks, remark);
    if (!existingRemark) return refuse("remark-missing");
    const text = given.trim();
    const refusal = textRefusal(existingRemark.kind, text);
    if (refusal) return refuse(refusal);
    const draft = draftOf(context);
    draft.remarks.put({ ...existingRemark, text, mentions: distinctMentions(mentions) });
    return draft.outcome();
  },
};

interface RemoveRemark {
  readonly remark: Id;
}

/** Takes one's own remark back. What others answered stays, and so does the thread. */
export const removeRemark: Command<RemoveRemark> = {
  id: "remove-remark",
  run(context, { remark }) {
    if (!has(context.annotations.set.remarks, remark)) return refuse("remark-missing");
    const draft = draftOf(context);
    draft.remarks.remove(remark);
    return draft.outcome();
  },
};

/** Says that a thread is settled, with or without words. */
export const resolveThread: Command<SaidInThread> = {
  id: "resolve-thread",
  run: (context, said) => say(context, "resolve", said),
};

/** Says that a thread is not settled after all, with or without words. */
export const reopenThread: Command<SaidInThread> = {
  id: "reopen-thread",
  run: (context, said) => say(context, "reopen", said),
};
