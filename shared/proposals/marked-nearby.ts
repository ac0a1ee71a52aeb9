// Spans that are marked already: a proposal takes them over its own words, and where no rule finds anything the nearest
// ones are proposed.
import type { Id } from "../model/id.ts";
import { hull, overlaps, type Range } from "../model/range.ts";
import type { Candidate, Proposal, ProposedMark } from "./proposal.ts";

/** A span that could be a voice or a cue. `free`: it stands in no card yet. */
export interface MarkedAlready extends Range {
  readonly id: Id;
  readonly as: "voice" | "cue";
  readonly free: boolean;
}

/** How far from the claim a marked span may lie to be proposed without a rule. */
const near = 120;

export function withMarked(
  candidates: readonly Candidate[],
  marked: readonly MarkedAlready[],
  segments: readonly Range[],
): Proposal[] {
  const proposals = candidates.map(({ voice, cue, rule, suggested = null }) => ({
    voice: asMarked(voice, "voice", marked),
    cue: asMarked(cue, "cue", marked),
    rule,
    suggested,
  }));
  const claim = hull(segments);
  const free = marked
    .filter((span) => span.free && distance(span, claim) <= near)
    .filter((span) => !segments.some((segment) => overlaps(segment, span)))
    .sort((a, b) => distance(a, claim) - distance(b, claim));
  const cue = free.find(({ as }) => as === "cue");
  const voice = free.find(({ as }) => as === "voice");
  if (cue && voice)
    proposals.push({ voice: proposed(voice), cue: proposed(cue), rule: "marked-nearby", suggested: null });
  return proposals;
}

function asMarked(
  range: Range | null,
  as: MarkedAlready["as"],
  marked: readonly MarkedAlready[],
): ProposedMark | null {
  if (!range) return null;
  const span = marked.find((other) => other.as === as && overlaps(other, range));
  return span ? proposed(span) : { start: range.start, end: range.end, span: null };
}

const proposed = ({ start, end, id }: MarkedAlready): ProposedMark => ({ start, end, span: id });

function distance(a: Range, b: Range): number {
  return overlaps(a, b) ? 0 : Math.max(a.start - b.end, b.start - a.end);
}
