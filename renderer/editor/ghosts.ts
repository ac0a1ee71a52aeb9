// Ghosts: marks that are only proposed. They are drawn hatched and in the form of their type, with gaps in its line, and named for the
// slot that they would take.
import type { Id } from "../../shared/model/id.ts";
import { overlaps, type Range } from "../../shared/model/range.ts";
import type { SlotId, Tagset } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { slotName } from "../../shared/words/tagset-words.ts";
import { typeColour } from "./mark-styles.ts";
import type { SpanPiece } from "./stretches.ts";

/** Words that would be marked with a type, for a slot of the card. */
export interface Ghost extends Range {
  readonly type: string;
  readonly slot: SlotId;
  /** Which suggestion it is part of, by its place in the list of all; absent for what is proposed beside a claim. */
  readonly suggestion?: number;
  /** One of the many that are not looked at now: it is not named. */
  readonly aside?: boolean;
}

/** All ghosts of an article: of the suggestions for it, and of what is proposed beside the claim in focus. */
export interface Ghosts {
  readonly suggested: readonly Ghost[];
  readonly proposed: readonly Ghost[];
}

const ghostId = ({ slot, suggestion, aside }: Ghost): string =>
  aside ? `ghost-${slot}-${suggestion}` : named(slot);
const named = (slot: SlotId): string => `ghost-${slot}`;

/** Two ghosts that are drawn alike in one place are the same. */
export const ghostKey = (ghost: Ghost): string =>
  `${ghostId(ghost)} ${ghost.type} ${ghost.start}-${ghost.end}`;

/** The ghosts' share of a paragraph. */
export function ghostPieces(
  ghosts: readonly Ghost[],
  tagset: Tagset,
  paragraph: Range | undefined,
): SpanPiece[] {
  return ghosts.flatMap((ghost) => {
    const type = tagset.spanTypes.findIndex(({ id }) => id === ghost.type);
    if (type < 0 || !paragraph || !overlaps(ghost, paragraph)) return [];
    const start = Math.max(ghost.start, paragraph.start);
    const end = Math.min(ghost.end, paragraph.end);
    const ends = { begins: start === ghost.start, ends: end === ghost.end };
    return {
      id: ghostId(ghost),
      type,
      start,
      end,
      ...ends,
      length: ghost.end - ghost.start,
      ghost: true,
      ...(ghost.suggestion !== undefined && { suggestion: ghost.suggestion }),
      ...(ghost.aside && { aside: true }),
    };
  });
}

/** What a ghost is called in its place, by its id: those that are not looked at have no name. */
export const ghostNames = ({ slots }: Tagset, { say }: Pick<Words, "say">): ReadonlyMap<Id, string> =>
  new Map(slots.map((slot) => [named(slot.id), say("proposals.perhaps", { slot: slotName(slot) })]));

/** Rules for ghosts, the same for all of a tagset. */
export const ghostStyles = ({ spanTypes }: Tagset): string =>
  spanTypes.map((_, type) => `.article .ghost-t${type}{--hatch-colour:var(${typeColour(type)})}`).join("\n");
