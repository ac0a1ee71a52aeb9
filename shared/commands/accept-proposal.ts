// Takes the voice and the cue that were proposed beside a person's own claim: both at once, into its card, which is made if need be.
// Whole suggested cards are made by `accept-suggestions`.
import { marking, usersOf } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Origin } from "../model/provenance.ts";
import type { Range } from "../model/range.ts";
import { get } from "../model/table.ts";
import { slotsFor, typeForSlot } from "../model/tagset.ts";
import { withSpanIn } from "./card-slots.ts";
import type { Command, CommandContext } from "./command.ts";
import { type Draft, draftOf, refuse } from "./draft.ts";
import { newCard, putSpan } from "./new-marks.ts";
import { selected } from "./segments.ts";

/** Words to be marked, or the span that marks them already. */
interface AcceptedMark extends Range {
  readonly span: Id | null;
}

/** What stands in the card stays; `within` is the card that a new one lies within. `rule`, `reason` and `suggested` are remembered with the spans that are made. */
interface AcceptProposal {
  readonly claim: Id;
  readonly voice: AcceptedMark | null;
  /** The entity that the voice means, `null` where that is open; where it is not given, the one whose name its words are. */
  readonly who?: Id | null;
  readonly cue: AcceptedMark | null;
  readonly within: Id | null;
  readonly rule: string;
  readonly reason: string;
  /** How sure the suggestion was that it comes from, and whose model made it. */
  readonly suggested?: { readonly confidence: number; readonly model: string | null } | null;
}

export const acceptProposal: Command<AcceptProposal> = {
  id: "accept-proposal",
  run(context, proposal) {
    const { annotations, tagset } = context;
    const claim = get(annotations.set.spans, proposal.claim);
    if (!claim) return refuse("span-missing");
    if (!slotsFor(tagset, claim.type).some(({ id }) => id === "claim")) return refuse("slot-refuses-type");
    if (proposal.within !== null && !get(annotations.set.attributions, proposal.within))
      return refuse("card-missing");
    const claimCard = usersOf(annotations.set, claim.id).find((card) => card.claim === claim.id);
    const start = claimCard ?? {
      ...newCard(context),
      claim: claim.id,
      within: proposal.within,
    };
    const draft = draftOf(context);
    const voice = start.voice.length === 0 ? markFor("voice", context, draft, proposal) : null;
    const cue = start.cue === null ? markFor("cue", context, draft, proposal) : null;
    if (voice === null && cue === null) return refuse("nothing-to-change");
    const voiced = voice === null ? start : withSpanIn(start, "voice", voice, "");
    draft.attributions.put(cue === null ? voiced : withSpanIn(voiced, "cue", cue, ""));
    return draft.outcome({ span: claim.id, card: start.id });
  },
};

/** The span for a slot: the one that is there, or one that is made in the draft; `null` when there can be none. */
function markFor(
  slot: "voice" | "cue",
  context: CommandContext,
  draft: Draft,
  proposal: AcceptProposal,
): Id | null {
  const { annotations, tagset, text } = context;
  const mark = proposal[slot];
  if (!mark) return null;
  if (mark.span !== null) {
    const span = get(annotations.set.spans, mark.span);
    return span && slotsFor(tagset, span.type).some(({ id }) => id === slot) ? span.id : null;
  }
  const type = typeForSlot(tagset, slot);
  const range = type && selected(text, mark, type);
  if (!type || !range) return null;
  const [twin] = marking(annotations.set, type.id, [range]);
  if (twin) return twin.id;
  const who = slot === "voice" ? proposal.who : undefined;
  return putSpan({ ...context, origin: originOf(proposal) }, draft, type, [range], who).id;
}

const originOf = ({ rule, reason, suggested }: AcceptProposal): Origin => ({
  by: "suggested",
  rule,
  reason,
  ...(suggested && { confidence: suggested.confidence }),
  ...(suggested?.model && { model: suggested.model }),
});
