// The proposal beside a claim: taking it, and looking at the next one. Every other key simply goes on.
import { acceptProposal } from "../../shared/commands/index.ts";
import { usersOf } from "../../shared/model/annotation-set.ts";
import type { Id } from "../../shared/model/id.ts";
import { contains, hull, overlaps } from "../../shared/model/range.ts";
import { spanHull } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { slotsFor } from "../../shared/model/tagset.ts";
import { proposalReasons, reasonToKeep } from "../../shared/suggestions/reasons.ts";
import { message } from "../../shared/words/message.ts";
import type { Proposed } from "../state/session/proposal-flow.ts";
import type { Session } from "../state/session/session.ts";
import { type Offered, suggestingOf } from "../state/suggestions/suggesting.ts";
import { type Action, inSession, type SessionContext } from "./action.ts";
import { chooseSuggestion } from "./suggest.ts";

/** Takes the voice and cue that are proposed, in one step. False when nothing is. */
export function takeProposal(session: Session): boolean {
  const proposed = session.proposals.current();
  const proposal = proposed?.proposals[proposed.at];
  if (!proposed || !proposal) return false;
  session.proposals.dismiss();
  const { voice, cue, rule, suggested } = proposal;
  session.run(acceptProposal, {
    claim: proposed.claim,
    voice,
    cue,
    within: enclosingCard(session, proposed),
    rule,
    reason: suggested ? reasonToKeep(rule, suggested.model) : proposalReasons[rule],
    suggested,
  });
  return true;
}

/** The card whose claim holds all of what is proposed, claim and voice and cue: somebody is quoted there who quotes. */
function enclosingCard(session: Session, { claim, proposals, at }: Proposed): Id | null {
  const { set } = session.annotations();
  const claimSpan = get(set.spans, claim);
  if (!claimSpan) return null;
  const parts = [proposals[at]?.voice, proposals[at]?.cue].filter((part) => part != null);
  const proposalRange = hull([spanHull(claimSpan), ...parts]);
  for (const id of session.view.current?.spansAt(proposalRange.start) ?? []) {
    const outer = get(set.spans, id);
    const card = usersOf(set, id).find((user) => user.claim === id);
    if (outer && card && id !== claim && contains(spanHull(outer), proposalRange)) return card.id;
  }
  return null;
}

/** Whether the span in focus is a claim that lacks a voice or a cue. */
function hasRoom(session: Session): boolean {
  const { set } = session.annotations();
  const span = get(set.spans, session.focus().span ?? "");
  if (!span || !slotsFor(session.tagset, span.type).some(({ id }) => id === "claim")) return false;
  const card = usersOf(set, span.id).find(({ claim }) => claim === span.id);
  return !card || card.voice.length === 0 || card.cue === null;
}

/** What is suggested around the cue in focus, while that is in no card. */
function suggestedAround({ session, workspace }: SessionContext): Offered | null {
  const { set } = session.annotations();
  const span = get(set.spans, session.focus().span ?? "");
  if (!span || usersOf(set, span.id).length > 0) return null;
  if (!slotsFor(session.tagset, span.type).some(({ id }) => id === "cue")) return null;
  const isHere = ({ card }: Offered): boolean =>
    card.cue.some((range) => span.segments.some((segment) => overlaps(segment, range)));
  return suggestingOf(workspace).state.get().offered.find(isHere) ?? null;
}

const hasProposal = (session: Session): boolean => session.proposals.current() !== null;

export const proposalActions: readonly Action[] = [
  inSession({
    id: "take-proposal",
    title: message("actions.take-proposal"),
    group: "card",
    keys: [],
    enabled: ({ session }) => hasProposal(session),
    run: ({ session }) => void takeProposal(session),
  }),
  inSession({
    id: "next-proposal",
    title: message("actions.next-proposal"),
    group: "view",
    keys: ["Space"],
    enabled: ({ session }) => (session.proposals.current()?.proposals.length ?? 0) > 1,
    run: ({ session }) => session.proposals.next(),
  }),
  inSession({
    id: "propose",
    title: message("actions.propose"),
    group: "card",
    keys: ["y"],
    enabled: (context) => hasRoom(context.session) || suggestedAround(context) !== null,
    run(context) {
      const { session } = context;
      const { span } = session.focus();
      const around = suggestedAround(context);
      if (around) chooseSuggestion(context, around);
      if (around || span === null) return;
      session.proposals.propose(span);
      if (!hasProposal(session)) session.say({ kind: "no-proposal" });
    },
  }),
];
