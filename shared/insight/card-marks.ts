// The places of a card’s marks in its article, packed into one short text: an index holds them for very many cards.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { shortened } from "../model/shortened.ts";
import { get } from "../model/table.ts";
import type { SlotId } from "../model/tagset.ts";

interface CardMark {
  readonly slot: SlotId;
  readonly segments: readonly Range[];
}

/** A slot is known by its letter here. */
const letters = { voice: "v", cue: "c", claim: "q", via: "s" } as const satisfies Record<SlotId, string>;
const slots = new Map(Object.entries(letters).map(([slot, letter]) => [letter as string, slot as SlotId]));

/** For each mark the letter of its slot and its segments: `v12-18 c19-23 q28-60+70-90`. */
export const packedMarks = /^(?:[vcqs]\d{1,9}-\d{1,9}(?:\+\d{1,9}-\d{1,9})*(?: (?!$)|$))*$/u;

/** The marks of a card in the order of its slots. */
export function packMarks({ voice, cue, claim, via }: Attribution, { spans }: AnnotationSet): string {
  const packed = (slot: SlotId, ids: readonly (Id | null)[]): readonly string[] =>
    ids.flatMap((id) => {
      const span = id === null ? undefined : get(spans, id);
      return span
        ? `${letters[slot]}${span.segments.map(({ start, end }) => `${start}-${end}`).join("+")}`
        : [];
    });
  return [
    ...packed("voice", voice),
    ...packed("cue", [cue]),
    ...packed("claim", [claim]),
    ...packed(
      "via",
      via.map(({ span }) => span),
    ),
  ].join(" ");
}

export const unpackMarks = (packed: string): readonly CardMark[] =>
  packed === "" ? [] : packed.split(" ").flatMap(unpackMark);

/** The segments of the first mark of a slot; none where the card has none. */
export function segmentsOfSlot(packed: string, slot: SlotId): readonly Range[] {
  const start = startOfMark(packed, slot);
  if (start < 0) return [];
  const end = packed.indexOf(" ", start);
  return unpackMark(packed.slice(start, end < 0 ? packed.length : end))[0]?.segments ?? [];
}

/** Whether a card has a mark of this slot. */
export const hasMark = (packed: string, slot: SlotId): boolean => startOfMark(packed, slot) >= 0;

/** Where the first mark of a slot begins; -1 where there is none. */
function startOfMark(packed: string, slot: SlotId): number {
  const letter = letters[slot];
  if (packed.startsWith(letter)) return 0;
  const blank = packed.indexOf(` ${letter}`);
  return blank < 0 ? -1 : blank + 1;
}

function unpackMark(packed: string): readonly CardMark[] {
  const slot = slots.get(packed.charAt(0));
  if (!slot) return [];
  const segments = packed
    .slice(1)
    .split("+")
    .map((segment) => {
      const [start = 0, end = 0] = segment.split("-").map(Number);
      return { start, end };
    });
  return [{ slot, segments }];
}

/** Code units of words that stand on a line of a list. */
const longestWords = 300;

/** The words of segments in their order, on one line, cut where they are longer than that. */
export const wordsOfSegments = (text: string, segments: readonly Range[], longest = longestWords): string =>
  shortened(segments.map(({ start, end }) => text.slice(start, end)).join(" … "), longest);
