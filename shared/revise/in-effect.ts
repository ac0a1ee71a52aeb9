// Which of the revisions that led to a text still make it what it is: those that were not taken back.
import type { Id } from "../model/id.ts";
import type { ArticleRevision } from "../model/revision.ts";

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
