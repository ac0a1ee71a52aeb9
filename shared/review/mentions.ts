// Finds the people who are called in a remark: `@` and a whole name. Which annotators that are follows from the text alone, so that what is
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
export function addressedIn(text: string, annotators: readonly Pick<Annotator, "id" | "name">[]): Id[] {
  const normalizedText = text.normalize("NFC");
  const names = annotators.map(({ id, name }) => ({ id, name: name.normalize("NFC") }));
  const mentionedIds = new Set<Id>();
  for (let at = normalizedText.indexOf("@"); at >= 0; at = normalizedText.indexOf("@", at + 1)) {
    if (isWithinWord(normalizedText, at)) continue;
    const called = names.filter(({ name }) => name !== "" && isCalled(normalizedText, at + 1, name));
    const longest = Math.max(...called.map(({ name }) => name.length));
    for (const { id, name } of called) if (name.length === longest) mentionedIds.add(id);
  }
  return [...mentionedIds].sort();
}

/** The call before the caret, if one is being typed there. */
export function openMention(text: string, caret: number): OpenMention | null {
  const textBefore = text.slice(Math.max(0, caret - longestTyped), caret);
  const at = textBefore.lastIndexOf("@");
  if (at < 0) return null;
  const typed = textBefore.slice(at + 1);
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
    const lowerName = name.toLocaleLowerCase();
    if (lowerName.startsWith(query)) return 0;
    return lowerName.split(/\s+/u).some((word) => word.startsWith(query)) ? 1 : 2;
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
