// Names revisions, and finds those of them that still make a text what it is: one that takes back a taking back has done something again.
import type { Id } from "../model/id.ts";
import type { ArticleRevision, RevisionReason } from "../model/revision.ts";

export type RevisionKind = RevisionReason | "done-again";

type MadeRevision = Pick<ArticleRevision, "id" | "why" | "takesBack">;

/**
 * Why a revision was made, with `done-again` where what it takes back was a taking back itself. `led`: the revisions that led to it,
 * the latest first. Where what it takes back is not among them, it is called as it is recorded.
 */
export function revisionKind(
  { id, why, takesBack }: MadeRevision,
  led: readonly MadeRevision[],
): RevisionKind {
  let isDoneAgain = false;
  let undone: Id | undefined = takesBack;
  // Only ever further back, so that records that take back each other end too.
  for (const earlier of led.slice(led.findIndex((one) => one.id === id) + 1)) {
    if (earlier.id !== undone || earlier.takesBack === undefined) continue;
    isDoneAgain = !isDoneAgain;
    undone = earlier.takesBack;
  }
  return isDoneAgain ? "done-again" : why;
}

/** `led`: all that led to it, the latest first. One that takes another back is in effect itself, unless it was taken back in turn. */
export function inEffect<R extends Pick<ArticleRevision, "id" | "takesBack">>(
  led: readonly R[],
): readonly R[] {
  const undone = new Set<Id>();
  return led.filter(({ id, takesBack }) => {
    if (undone.has(id)) return false;
    if (takesBack !== undefined) undone.add(takesBack);
    return true;
  });
}
