// The marks that suggestions would make, for the article view to draw: the one that is looked at is named, the others are not.
import { type SlotId, spanTypeOf, type Tagset } from "../../../shared/model/tagset.ts";
import type { Ghost } from "../../editor/ghosts.ts";
import type { Offered } from "./offered.ts";

/** In the order of the suggestions. */
export function ghostsOf(
  offered: readonly Offered[],
  chosen: string | null,
  tagset: Tagset,
): readonly Ghost[] {
  return offered.flatMap(({ card, at, key, who }) => {
    const aside = key !== chosen;
    const kind = who?.known?.type ?? who?.suggested.type;
    const isThing = kind === "document" || kind === "outlet" || kind === "platform";
    const typeOf = (slot: SlotId): string | undefined => {
      const accepts = tagset.slots.find(({ id }) => id === slot)?.accepts ?? [];
      const ofThings = accepts.find((id) => spanTypeOf(tagset, id)?.newEntityType !== undefined);
      return (slot === "voice" && isThing ? ofThings : undefined) ?? accepts[0];
    };
    const parts = [
      ...card.claim.map((range) => ({ range, slot: "claim" as const })),
      ...card.voice.map((range) => ({ range, slot: "voice" as const })),
      ...card.cue.map((range) => ({ range, slot: "cue" as const })),
      ...card.via.map((range) => ({ range, slot: "via" as const })),
    ];
    return parts.flatMap(({ range, slot }): Ghost[] => {
      const type = typeOf(slot);
      return type === undefined
        ? []
        : [{ start: range.start, end: range.end, type, slot, suggestion: at, ...(aside && { aside }) }];
    });
  });
}
