// Ghosts: marks that are only proposed. They are drawn in the form of their type, hatched and at half strength, and named
// for the slot they would take.
import { overlaps, type Range } from "../../shared/model/range.ts";
import type { SlotId, Tagset } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { slotName } from "../../shared/words/tagset-words.ts";
import { beginClass, laneCount, placeClass, placeName } from "./mark-classes.ts";
import { cssString, typeColour } from "./mark-styles.ts";
import type { Piece } from "./stretches.ts";

/** Words that would be marked with a type, for a slot of the card. */
export interface Ghost extends Range {
  readonly type: string;
  readonly slot: SlotId;
}

const ghostId = (slot: SlotId): string => `ghost-${slot}`;

/** The ghosts' share of a paragraph. */
export function ghostPieces(ghosts: readonly Ghost[], tagset: Tagset, paragraph: Range | undefined): Piece[] {
  return ghosts.flatMap((ghost) => {
    const type = tagset.spanTypes.findIndex(({ id }) => id === ghost.type);
    if (type < 0 || !paragraph || !overlaps(ghost, paragraph)) return [];
    const start = Math.max(ghost.start, paragraph.start);
    const end = Math.min(ghost.end, paragraph.end);
    const ends = { begins: start === ghost.start, ends: end === ghost.end };
    return {
      id: ghostId(ghost.slot),
      type,
      start,
      end,
      ...ends,
      length: ghost.end - ghost.start,
      ghost: true,
    };
  });
}

/** Rules for ghosts, the same for all of a tagset. */
export function ghostStyles(tagset: Tagset, { say }: Pick<Words, "say">): string {
  const places = [null, ...Array.from({ length: laneCount }, (_, lane) => lane)];
  return [
    ...tagset.slots.flatMap((slot) => [
      ...places.map(
        (lane) => `.article .${placeClass(ghostId(slot.id), lane)}{--strength-${placeName(lane)}:0.5}`,
      ),
      `.article .${beginClass(ghostId(slot.id))}::before{content:${cssString(say("proposals.perhaps", { slot: slotName(slot) }))};--label-colour:var(--hatch-colour)}`,
    ]),
    ...tagset.spanTypes.map((_, type) => `.article .ghost-t${type}{--hatch-colour:var(${typeColour(type)})}`),
  ].join("\n");
}
