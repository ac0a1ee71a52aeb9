// Characters of a text that nobody sees and that change how it reads: control characters, those that turn the direction of what
// stands around them, and tags. They are kept, counted and told.
import { codePointName } from "../errors/visible-text.ts";
import { charactersIn } from "../files/control-characters.ts";

export interface UnseenCharacter {
  /** As `U+202E`. */
  readonly code: string;
  readonly count: number;
}

const unseen = charactersIn(
  [0x00, 0x08],
  [0x0b, 0x0b],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xe0000, 0xe007f],
);

/** Most frequent first. Flags of regions of a country are written with tags, and count. */
export function unseenIn(text: string): UnseenCharacter[] {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(unseen)) {
    const code = codePointName(character);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}
