// Names of a project's own: whoever speaks is called by the whole of one, where the rules take less or more.
import { overlaps, type Range } from "../../model/range.ts";
import type { OwnName } from "./learned.ts";

/** Names that begin a voice's words, longest first, by how they are found. */
type NamesByLength = readonly string[];

export const namesByLength = (names: readonly Pick<OwnName, "name">[]): NamesByLength =>
  names.map(({ name }) => name).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** The name that stands where the voice is, as a range; the voice itself where none does. Of several the longest. */
export function voiceByName(text: string, voice: Range, names: NamesByLength): Range {
  for (const name of names) {
    const from = Math.max(0, voice.start - name.length);
    const near = text.slice(from, voice.end + name.length);
    for (let at = near.indexOf(name); at >= 0; at = near.indexOf(name, at + 1)) {
      const range = { start: from + at, end: from + at + name.length };
      if (overlaps(range, voice) && !isLetter(text, range.start - 1) && !isLetter(text, range.end))
        return range;
    }
  }
  return voice;
}

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
