// An annotator's remark about a span, a card, a conflict between sets or an article. It lies in its author's own set, also when it answers
// a colleague's: the remarks of all sets that name the same thread are that thread.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";

/**
 * What a thread is about. `quote`: the words that it was about when the remark was made, so that it can be read when the
 * mark is gone or lies in a set that is not here.
 */
export type RemarkSubject =
  | { readonly what: "article" }
  | { readonly what: "span" | "card"; readonly id: Id; readonly quote: string }
  /** The spans or cards of several sets that were aligned with each other. */
  | { readonly what: "conflict"; readonly members: readonly Id[]; readonly quote: string };

/** `resolve` and `reopen` say what becomes of the thread, with or without words. */
export const remarkKinds = ["remark", "resolve", "reopen"] as const;
export type RemarkKind = (typeof remarkKinds)[number];

export interface Remark {
  readonly id: Id;
  /** The id of the thread's first remark, which may be gone or in a set that is not here. */
  readonly thread: Id;
  /** The last word that its author had read: it comes after that whatever their clocks say. Absent in a first remark. */
  readonly after?: Id;
  readonly on: RemarkSubject;
  readonly kind: RemarkKind;
  /** Markdown. */
  readonly text: string;
  /** Annotators whose attention it wants. */
  readonly mentions: readonly Id[];
  /** Who said it and when. */
  readonly provenance: Provenance;
}

/** The ids of the spans or cards that a remark is on. */
export function subjectIds(on: RemarkSubject): readonly Id[] {
  if (on.what === "article") return [];
  return on.what === "conflict" ? on.members : [on.id];
}
