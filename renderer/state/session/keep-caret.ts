// An article that is opened anew under somebody, under another text too, leaves their caret where it was.
import type { Session } from "./session.ts";

/** Hands the caret of the view on to the session that takes its place. */
export function keepCaret(from: Session, to: Session): void {
  const at = from.view.current?.caret() ?? null;
  if (at !== null) to.caret.current = offsetAfter(from.text.text, to.text.text, at);
}

/** Where an offset of a text is in another one: as far from the start, or from the end, as the texts are the same up to there. */
export function offsetAfter(before: string, after: string, offset: number): number {
  let sameLength = 0;
  while (sameLength < offset && before[sameLength] === after[sameLength]) sameLength += 1;
  if (sameLength === offset) return offset;
  const suffix = before.slice(offset);
  // Where the words at the offset are others, it stands at the first that is.
  return after.endsWith(suffix) ? after.length - suffix.length : sameLength;
}
