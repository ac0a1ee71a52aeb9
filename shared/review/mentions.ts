// Who is called in a remark: `@` and a whole name. Which annotators that are follows from the text alone, so that what is
// written and what is meant cannot fall apart.
import type { Id } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";

/** A call that is being typed. `start`: the offset of its `@` in the text. */
export interface OpenMention {
  readonly start: number;
  readonly typed: string;
}

/** Code units of a name that is being typed: more is no name any more. */
const longestTyped = 60;
const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/**
 * The annotators that the text calls, in the order of their ids. Where one name begins another, the longer one is meant;
 * people of the same name are all meant.
 */
export function mentionsIn(text: string, annotators: readonly Pick<Annotator, "id" | "name">[]): Id[] {
  const whole = text.normalize("NFC");
  const names = annotators.map(({ id, name }) => ({ id, name: name.normalize("NFC") }));
  const found = new Set<Id>();
  for (let at = whole.indexOf("@"); at >= 0; at = whole.indexOf("@", at + 1)) {
    if (isWithinWord(whole, at)) continue;
    const called = names.filter(({ name }) => name !== "" && isCalled(whole, at + 1, name));
    const longest = Math.max(...called.map(({ name }) => name.length));
    for (const { id, name } of called) if (name.length === longest) found.add(id);
  }
  return [...found].sort();
}

/** The call before the caret, if one is being typed there. */
export function openMention(text: string, caret: number): OpenMention | null {
  const before = text.slice(Math.max(0, caret - longestTyped), caret);
  const at = before.lastIndexOf("@");
  if (at < 0) return null;
  const typed = before.slice(at + 1);
  const start = caret - typed.length - 1;
  return typed.includes("\n") || isWithinWord(text, start) ? null : { start, typed };
}

/** Those that may be meant by what is typed of a name: names that begin so first, then those with a word that does. */
export function fittingAnnotators<T extends Pick<Annotator, "name">>(
  typed: string,
  annotators: readonly T[],
): readonly T[] {
  const query = typed.toLocaleLowerCase();
  const rank = ({ name }: T): number => {
    const whole = name.toLocaleLowerCase();
    if (whole.startsWith(query)) return 0;
    return whole.split(/\s+/u).some((word) => word.startsWith(query)) ? 1 : 2;
  };
  return annotators.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b));
}

/** Whether a word goes on before the offset, as in an address of mail. */
function isWithinWord(text: string, at: number): boolean {
  return at > 0 && wordCharacter.test(text.charAt(at - 1));
}

function isCalled(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !wordCharacter.test(text.charAt(at + name.length));
}
