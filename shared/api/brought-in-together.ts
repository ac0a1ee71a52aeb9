// Joins the outcomes of an import that was done in several calls.
import type { BroughtIn } from "./bringing-in.ts";

/** `again`: the next call tried files again that were refused or left out before: what came of each of them now takes the place of that. */
export function broughtInTogether(before: BroughtIn, next: BroughtIn, again: boolean): BroughtIn {
  const triedAgain = new Set(again ? filesIn(next) : []);
  const isOpen = ({ file }: { readonly file: string }): boolean => !triedAgain.has(file);
  return {
    taken: [...before.taken, ...next.taken],
    skipped: [...before.skipped.filter(isOpen), ...next.skipped],
    refused: [...before.refused.filter(isOpen), ...next.refused],
    stopped: next.stopped,
  };
}

const filesIn = ({ taken, skipped, refused }: BroughtIn): readonly string[] =>
  [...taken, ...skipped, ...refused].map(({ file }) => file);
