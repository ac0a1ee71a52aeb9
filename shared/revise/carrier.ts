// A carrier finds stretches of one text in another: what a revision needs of the carry-over, and nothing more.
import { alignTexts, type TextAlignment } from "../carry/alignment.ts";
import { carrySegments, isCertain, isSure, type Segments } from "../carry/carry-set.ts";
import { rivalCheck } from "../carry/rivals.ts";
import { tokenEndingAfter } from "../carry/tokens.ts";
import type { OrphanProposal, OrphanReason } from "../model/orphan.ts";
import type { Range } from "../model/range.ts";
import type { Selector } from "../model/selector.ts";

/** There, and taken without asking. */
export interface PlacedStretch {
  readonly how: "placed";
  /** In order, none touching the next. */
  readonly segments: readonly Selector[];
  readonly confidence: number;
}

/** Perhaps with a place that may be meant. */
interface UnplacedStretch {
  readonly how: "waits";
  readonly why: OrphanReason;
  readonly proposals: readonly OrphanProposal[];
}

export type CarriedStretch = PlacedStretch | UnplacedStretch;

export interface Carrier {
  readonly from: string;
  readonly to: string;
  place(segments: readonly Range[]): CarriedStretch;
  /** Where an offset of the old text would lie in the new one. */
  mapOffset(offset: number): number;
}

/** `own`: somebody edits the text itself, and sees what their edits do. `foreign`: it came as another, and nobody has looked yet. */
export type Edited = "own" | "foreign";

/** One serves everything of an article. */
export function carrierBetween(from: string, to: string, edited: Edited): Carrier {
  const alignment = alignTexts(from, to);
  const hasRival = rivalCheck(alignment);
  return {
    from,
    to,
    place(segments) {
      const carriedSegments = carrySegments(alignment, segments, hasRival);
      if (typeof carriedSegments === "string") return { how: "waits", why: carriedSegments, proposals: [] };
      const { segments: there, confidence } = carriedSegments;
      if (isTaken(carriedSegments, edited)) return { how: "placed", segments: there, confidence };
      const ranges = there.map(({ start, end }) => ({ start, end }));
      return { how: "waits", why: "doubtful", proposals: [{ segments: ranges, confidence }] };
    },
    mapOffset: (offset) => mapOffset(alignment, offset),
  };
}

/** Whoever takes words out of a mark by hand means the mark to hold the rest. */
const isTaken = (found: Segments, edited: Edited): boolean =>
  isSure(found) || (edited === "own" && (isCertain(found) || found.reason === "cut"));

/** At the same distance in the same word, else behind the last word before it that is still there. */
function mapOffset({ from, to }: TextAlignment, offset: number): number {
  if (from.text === to.text) return offset;
  const nextIndex = tokenEndingAfter(from.tokens, offset);
  const partnerToken = to.tokens[from.partner[nextIndex] ?? -1];
  const token = from.tokens[nextIndex];
  if (partnerToken && token && offset >= token.start)
    return Math.min(partnerToken.end, partnerToken.start + offset - token.start);
  for (let at = nextIndex - 1; at >= 0; at -= 1) {
    const previousPartner = to.tokens[from.partner[at] ?? -1];
    const previousToken = from.tokens[at];
    if (!previousPartner || !previousToken) continue;
    const limit = to.tokens[(from.partner[at] ?? 0) + 1]?.start ?? to.text.length;
    return Math.min(
      limit,
      previousPartner.end + (at === nextIndex - 1 ? Math.max(0, offset - previousToken.end) : 0),
    );
  }
  return 0;
}
