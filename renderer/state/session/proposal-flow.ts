// The proposals beside the claim that was just marked, from the frame after until they are taken, dismissed, or the focus goes elsewhere.
// Asking for them never keeps the mark itself waiting.
import type { Focus } from "../../../shared/commands/command.ts";
import { type AnnotationSet, type Annotations, usersOf } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import type { Id } from "../../../shared/model/id.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { slotsFor, type Tagset, typeForSlot } from "../../../shared/model/tagset.ts";
import { type MarkedAlready, type Proposal, proposalsFor } from "../../../shared/proposals/index.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import type { Ghost } from "../../editor/ghosts.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";

/** The proposals for a claim, the best first; `at` is the one that is shown. */
export interface ShownProposals {
  readonly claim: Id;
  readonly proposals: readonly [Proposal, ...Proposal[]];
  readonly at: number;
}

/** Which parts of a card a proposal has. */
export const proposedParts = ({ voice, cue }: Pick<Proposal, "voice" | "cue">): "both" | "voice" | "cue" =>
  voice && cue ? "both" : voice ? "voice" : "cue";

export interface ProposalFlow {
  readonly shown: ReadableStore<ShownProposals | null>;
  /** Looks for what to propose beside a span, once the next frame is painted. */
  propose(span: Id): void;
  /** What is proposed now; looks at once where that was still to come. */
  current(): ShownProposals | null;
  /** Shows the next candidate, behind the last one the first again. */
  next(): void;
  dismiss(): void;
}

interface ProposalOptions {
  readonly text: ArticleText;
  readonly tagset: Tagset;
  readonly readOnly: boolean;
  annotations(): Annotations;
  focus(): Focus;
  spanOrder(): readonly Id[];
  /** What is suggested for the article, as far as that is known. */
  suggested(): readonly SuggestedCard[];
  /** Shows the marks of the proposal that is shown, and no others of proposals. */
  show(ghosts: readonly Ghost[]): void;
  /** Calls the listener after every change and every move of the focus. */
  subscribe(listener: () => void): unknown;
}

/** Behind the frame after this one, so that a key costs nothing. */
const behindFrame = (run: () => void): void => {
  requestAnimationFrame(() => setTimeout(run));
};

/** What is proposed is looked for by `soon`, or when somebody asks for it. */
export function createProposalFlow(options: ProposalOptions, soon = behindFrame): ProposalFlow {
  const shownProposals = createStore<ShownProposals | null>(null);
  shownProposals.subscribe(() => options.show(ghostsOf(shownProposals.get(), options)));
  let wantedSpan: Id | null = null;

  const proposeNow = (): void => {
    if (wantedSpan === null) return;
    shownProposals.set(proposedFor(wantedSpan, options));
    wantedSpan = null;
  };
  const dismiss = (): void => {
    wantedSpan = null;
    shownProposals.set(null);
  };
  let previousSet = options.annotations().set;
  options.subscribe(() => {
    const { set } = options.annotations();
    const isSameSet = set === previousSet;
    previousSet = set;
    const about = wantedSpan ?? shownProposals.get()?.claim ?? null;
    if (about !== null && options.focus().span !== about) dismiss();
    else if (shownProposals.get() && !isSameSet) shownProposals.set(proposedFor(about ?? "", options));
  });

  return {
    shown: shownProposals,
    propose(span) {
      dismiss();
      if (options.readOnly) return;
      wantedSpan = span;
      soon(proposeNow);
    },
    current() {
      proposeNow();
      return shownProposals.get();
    },
    next() {
      const currentProposal = shownProposals.get();
      if (currentProposal)
        shownProposals.set({
          ...currentProposal,
          at: (currentProposal.at + 1) % currentProposal.proposals.length,
        });
    },
    dismiss,
  };
}

function ghostsOf(
  proposed: ShownProposals | null,
  { tagset, annotations }: ProposalOptions,
): readonly Ghost[] {
  const proposal = proposed?.proposals[proposed.at];
  if (!proposal) return [];
  return (["voice", "cue"] as const).flatMap((slot) => {
    const mark = proposal[slot];
    const markedType = mark?.span ? get(annotations().set.spans, mark.span)?.type : undefined;
    const type = markedType ?? typeForSlot(tagset, slot)?.id;
    return mark && type !== undefined ? [{ start: mark.start, end: mark.end, type, slot }] : [];
  });
}

/** Which of voice and cue the card of a claim lacks; `null` for a span that is no claim. */
export function roomBeside(id: Id, set: AnnotationSet, tagset: Tagset) {
  const span = get(set.spans, id);
  if (!span || !slotsFor(tagset, span.type).some((slot) => slot.id === "claim")) return null;
  const card = usersOf(set, id).find(({ claim }) => claim === id);
  return { voice: !card || card.voice.length === 0, cue: !card || card.cue === null };
}

/** What can be proposed beside a span: nothing unless it is a claim whose card has room. */
function proposedFor(id: Id, options: ProposalOptions): ShownProposals | null {
  const { text, tagset } = options;
  const { set } = options.annotations();
  const claim = get(set.spans, id);
  const room = roomBeside(id, set, tagset);
  if (!claim || !room) return null;
  const [first, ...rest] = proposalsFor(text, claim.segments, nearby(id, set, options), options.suggested())
    .map((proposal) => ({
      ...proposal,
      voice: room.voice ? proposal.voice : null,
      cue: room.cue ? proposal.cue : null,
    }))
    .filter(({ voice, cue }) => voice !== null || cue !== null);
  return first ? { claim: id, proposals: [first, ...rest], at: 0 } : null;
}

/** How far around the claim spans are looked at, in code units. */
const reach = 500;

/** The spans near a claim that could be its voice or its cue. */
function nearby(claim: Id, set: AnnotationSet, { tagset, spanOrder }: ProposalOptions): MarkedAlready[] {
  const order = spanOrder();
  const claimIndex = order.indexOf(claim);
  const claimSpan = get(set.spans, claim);
  if (claimIndex < 0 || !claimSpan) return [];
  const { start, end } = spanHull(claimSpan);
  const nearbyMarks: MarkedAlready[] = [];
  /** False when the span lies too far away to go on. */
  const addMark = (id: Id | undefined): boolean => {
    const span = id === undefined ? undefined : get(set.spans, id);
    if (!span) return false;
    const hull = spanHull(span);
    if (hull.start < start - reach || hull.start > end + reach) return false;
    const as = slotsFor(tagset, span.type).find((slot) => slot.id === "voice" || slot.id === "cue")?.id;
    if (as === "voice" || as === "cue")
      nearbyMarks.push({ id: span.id, as, free: usersOf(set, span.id).length === 0, ...hull });
    return true;
  };
  for (let at = claimIndex - 1; addMark(order[at]); at -= 1);
  for (let at = claimIndex + 1; addMark(order[at]); at += 1);
  return nearbyMarks;
}
