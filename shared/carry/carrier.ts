// Carries one record after the other from one text to another, for whoever keeps records of their own kinds.
import type { Range } from "../model/range.ts";
import { type Alignment, alignTexts } from "./alignment.ts";
import { carrySegments, isSure, type Segments } from "./carry-set.ts";
import { rivalCheck } from "./rivals.ts";
import { tokenEndingAfter } from "./tokens.ts";

/** `waits`: it is nowhere, or where somebody should look first: then that is the proposal. */
export type CarriedRecord =
  | ({ readonly how: "placed" } & Segments)
  | {
      readonly how: "waits";
      readonly why: "gone" | "unclear" | "doubtful";
      readonly proposals: readonly Segments[];
    };

export interface Carrier {
  readonly alignment: Alignment;
  place(segments: readonly Range[]): CarriedRecord;
  /** Where an offset of the old text would lie in the new one. */
  mapOffset(offset: number): number;
}

/** One serves everything of an article. */
export function carrierBetween(from: string, to: string): Carrier {
  const alignment = alignTexts(from, to);
  const hasRival = rivalCheck(alignment);
  return {
    alignment,
    place(segments) {
      const found = carrySegments(alignment, segments, hasRival);
      if (typeof found === "string") return { how: "waits", why: found, proposals: [] };
      return isSure(found)
        ? { how: "placed", ...found }
        : { how: "waits", why: "doubtful", proposals: [found] };
    },
    mapOffset: (offset) => mapOffset(alignment, offset),
  };
}

/** The end of the nearest word before the offset that is still there, at the same distance where that is in the same gap. */
function mapOffset({ from, to }: Alignment, offset: number): number {
  if (from.text === to.text) return offset;
  const next = tokenEndingAfter(from.tokens, offset);
  const own = to.tokens[from.partner[next] ?? -1];
  const token = from.tokens[next];
  if (own && token && offset >= token.start) return Math.min(own.end, own.start + offset - token.start);
  for (let at = next - 1; at >= 0; at -= 1) {
    const before = to.tokens[from.partner[at] ?? -1];
    const last = from.tokens[at];
    if (!before || !last) continue;
    const limit = to.tokens[(from.partner[at] ?? 0) + 1]?.start ?? to.text.length;
    return Math.min(limit, before.end + (at === next - 1 ? Math.max(0, offset - last.end) : 0));
  }
  return 0;
}
