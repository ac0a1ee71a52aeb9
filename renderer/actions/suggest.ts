// Whatever Sayso guesses, as a person meets it: going from suggestion to suggestion, accepting and rejecting them, and the voice and cue
// that are proposed beside a claim. What is accepted becomes cards by commands like all else.
import type { AcceptedCard, VoiceEntity } from "../../shared/commands/accept-suggestions.ts";
import { acceptProposal, acceptSuggestions, rejectSuggestions } from "../../shared/commands/index.ts";
import { usersOf } from "../../shared/model/annotation-set.ts";
import type { Id } from "../../shared/model/id.ts";
import { contains, hull, overlaps } from "../../shared/model/range.ts";
import { patternKey } from "../../shared/model/rejection.ts";
import { spanHull } from "../../shared/model/span.ts";
import { get, has, records } from "../../shared/model/table.ts";
import { slotsFor } from "../../shared/model/tagset.ts";
import type { Missed } from "../../shared/suggestions/missed.ts";
import { proposalReasons, reasonToKeep } from "../../shared/suggestions/reasons.ts";
import type { MeantEntity } from "../../shared/suggestions/resolve-entities.ts";
import { cardParts, cardPlace } from "../../shared/suggestions/suggested-card.ts";
import { nextEntry } from "../state/history/history.ts";
import { type FocusedElsewhere, putCaretIn, selectionIn, touches } from "../state/session/cursor.ts";
import { meantAt } from "../state/session/find-entities.ts";
import { roomBeside, type ShownProposals } from "../state/session/proposal-flow.ts";
import type { Session, WordlessNotice } from "../state/session/session.ts";
import { type Offered, type Suggesting, suggestingOf } from "../state/suggestions/suggesting.ts";
import { setPaneShown } from "../state/window/ui-state.ts";
import { type ActionContext, type ActionEntry, inSession, type SessionContext } from "./action.ts";
import { focusCard } from "./focus.ts";
import { linkOption, tellMentionLink } from "./mention-link.ts";
import { neighbourOf } from "./neighbour.ts";

/** Chooses a suggestion and brings its words into view; nothing else is in focus then. */
export function chooseSuggestion({ workspace }: ActionContext, one: Offered | null): void {
  const { session } = workspace.state.get();
  const suggesting = suggestingOf(workspace);
  session?.setFocus({ span: null, card: null });
  suggesting.chosen.set(one?.key ?? null);
  if (!one || !session) return;
  session.view.current?.reveal(cardPlace(one.card));
  // Whoever clicked some of its words stays there.
  const caret = selectionIn(session);
  const isThere = caret !== null && cardParts(one.card).some((part) => touches(part, caret));
  if (!isThere || caret.start < caret.end) putCaretIn(session, cardPlace(one.card));
}

/** The suggestion that is looked at, as what the caret can leave. */
export const suggestionInFocus = (suggesting: Suggesting): FocusedElsewhere => ({
  parts() {
    const suggestion = suggesting.current();
    return suggestion ? cardParts(suggestion.card) : [];
  },
  leave: () => suggesting.chosen.set(null),
});

/** The suggestion after or before the one that is looked at, or else the caret, going round. */
function neighbouringSuggestion({ workspace }: ActionContext, direction: 1 | -1): Offered | null {
  const suggesting = suggestingOf(workspace);
  suggesting.settle();
  const { offered } = suggesting.state.get();
  const { session } = workspace.state.get();
  const at = offered.findIndex(({ key }) => key === suggesting.chosen.get());
  const from = session?.view.current?.caret() ?? 0;
  return neighbourOf(offered, ({ card }) => cardPlace(card).start, { at, from, direction });
}

/** Nobody where several of the registry may be meant: that is left to the person. */
function entityOf(who: MeantEntity | null): VoiceEntity | null {
  if (!who || who.candidates.length > 0) return null;
  if (who.known) return { known: who.known.id };
  const { name, type, naming, role, anonymity } = who.suggested;
  return {
    name,
    type,
    naming,
    ...(role !== null && { role }),
    ...(anonymity !== null && { anonymity: { terms: anonymity.terms, reason: anonymity.reason } }),
  };
}

function accepted(all: readonly Offered[]): readonly AcceptedCard[] {
  const byPlace = new Map(all.map(({ at }, index) => [at, index]));
  return all.map((one) => {
    const { voice, cue, claim, via, fields, within, rule, confidence, model } = one.card;
    return {
      voice,
      entity: entityOf(one.who),
      cue,
      claim,
      via: via.map(({ start, end, role }, at) => ({
        start,
        end,
        role,
        entity: entityOf(one.via[at] ?? null),
      })),
      fields,
      within: within === null ? null : (byPlace.get(within) ?? null),
      rule,
      reason: reasonToKeep(rule, model),
      confidence,
      model,
    };
  });
}

/** Makes cards of suggestions as one step. The first one's card; `null` when none came of it. */
export function acceptAll(session: Session, all: readonly Offered[]): Id | null {
  const outcome = session.run(acceptSuggestions, { cards: accepted(all) });
  return "change" in outcome ? outcome.focus.card : null;
}

/** Accepts the one that is looked at and goes on to the next, or opens its card. False when none is looked at. */
export const takeSuggestion = (context: SessionContext, then: "next" | "open"): boolean =>
  onSuggestion(context, (suggestion) => accept(context, suggestion, then));

/** Does this with the one that is looked at, all of it again where a name is asked for on the way. False when none is. */
function onSuggestion(context: SessionContext, run: (suggestion: Offered) => void): boolean {
  const { session, workspace } = context;
  if (session.readOnly || !suggestingOf(workspace).current()) return false;
  workspace.asWhole(() => {
    const suggestion = suggestingOf(workspace).current();
    if (suggestion) run(suggestion);
  });
  return true;
}

function accept(context: SessionContext, suggestion: Offered, then: "next" | "open"): void {
  const { session, ui } = context;
  const suggesting = suggestingOf(context.workspace);
  const nextSuggestion = neighbouringSuggestion(context, 1);
  const card = acceptAll(session, [suggestion]);
  if (card === null) return;
  if (then === "open") {
    suggesting.chosen.set(null);
    setPaneShown(ui, "cards", true);
    focusCard(session, card);
  } else goOn(context, nextSuggestion, suggestion);
}

/** Rejects the one that is looked at, and all of its pattern unless only this place is meant. False when none is. */
export const dropSuggestion = (context: SessionContext, where: "everywhere" | "here"): boolean =>
  onSuggestion(context, (suggestion) => reject(context, suggestion, where));

function reject(context: SessionContext, suggestion: Offered, where: "everywhere" | "here"): void {
  const { session } = context;
  const suggesting = suggestingOf(context.workspace);
  const pattern = where === "everywhere" ? suggestion.card.pattern : null;
  const alike = suggesting.state
    .get()
    .offered.filter(
      (other) =>
        other !== suggestion && patternKey(other.card.pattern) === patternKey(suggestion.card.pattern),
    );
  const nextSuggestion = neighbouringSuggestion(context, 1);
  const outcome = session.run(rejectSuggestions, {
    rejected: [{ place: cardPlace(suggestion.card), pattern }],
  });
  if (!("change" in outcome)) return;
  suggesting.settle();
  goOn(context, nextSuggestion, suggestion);
  if (pattern) session.say({ kind: "rejected-alike", count: alike.length + 1, cue: pattern.cue });
}

/** Goes to the next one if it is still there, else to whichever is now. */
function goOn(context: SessionContext, next: Offered | null, done: Offered): void {
  const suggesting = suggestingOf(context.workspace);
  suggesting.settle();
  const { offered } = suggesting.state.get();
  const place = cardPlace(done.card).start;
  const still =
    offered.find(({ key }) => key === next?.key) ??
    offered.find(({ card }) => cardPlace(card).start > place) ??
    offered[0] ??
    null;
  chooseSuggestion(context, still);
}

/** Steps after which fewer suggestions are left. */
const suggestionSteps: readonly string[] = [acceptSuggestions.id, rejectSuggestions.id];

/**
 * Call it before the last step is taken back, and what it returns afterwards: where that step accepted or rejected suggestions, the first
 * that is back is looked at, unless something else is in focus or a page is shown.
 */
export function followReturning(context: ActionContext): () => void {
  const { workspace } = context;
  const { session } = workspace.state.get();
  const suggesting = suggestingOf(workspace);
  const last = nextEntry(workspace.history.state.get().history, "undo");
  if (!session || !last || !suggestionSteps.includes(last.step.command)) return () => undefined;
  suggesting.settle();
  const before = new Set(suggesting.state.get().offered.map(({ key }) => key));
  const rejections = [...records(session.annotations().set.rejections)];
  return () => {
    const { span, card } = session.focus();
    const isElsewhere = workspace.state.get().session !== session || context.ui.get().page !== null;
    if (isElsewhere || span !== null || card !== null) return;
    suggesting.settle();
    const returning = suggesting.state.get().offered.filter(({ key }) => !before.has(key));
    // Of all that were like it, the one that was looked at.
    const rejection = rejections.find(({ id }) => !has(session.annotations().set.rejections, id));
    const rejected = returning.find(({ card }) => cardPlace(card).start === rejection?.segment.start);
    const back = rejected ?? returning[0];
    if (back) chooseSuggestion(context, back);
  };
}

/** Selects what is possibly missed and brings it into view; nothing else is in focus then. */
export function goToMissed(session: Session, { range }: Missed): void {
  session.setFocus({ span: null, card: null });
  session.view.current?.select(range);
  session.view.current?.reveal(range, "center");
}

/** Says that nothing is missing there. */
export const waiveMissed = (session: Session, { range }: Missed) =>
  session.run(rejectSuggestions, { rejected: [{ place: range, pattern: null }] });

export const isSuggestionChosen = ({ workspace, session }: SessionContext): boolean =>
  !session.readOnly && suggestingOf(workspace).current() !== null;

/** Whether the suggestion that is looked at says who speaks. */
export const hasSuggestedVoice = (context: SessionContext): boolean =>
  isSuggestionChosen(context) && (suggestingOf(context.workspace).current()?.card.voice.length ?? 0) > 0;

/** Takes the voice and cue that are proposed, in one step. False when nothing is. */
export function takeProposal(session: Session): boolean {
  const proposed = session.proposals.current();
  const proposal = proposed?.proposals[proposed.at];
  if (!proposed || !proposal) return false;
  session.proposals.dismiss();
  const { voice, cue, rule, suggested } = proposal;
  const meant = voice?.span === null ? meantAt(session, voice) : null;
  const outcome = session.run(acceptProposal, {
    claim: proposed.claim,
    voice,
    ...linkOption(meant),
    cue,
    within: enclosingCard(session, proposed),
    rule,
    reason: suggested ? reasonToKeep(rule, suggested.model) : proposalReasons[rule],
    suggested,
  });
  if ("change" in outcome) tellMentionLink(session, outcome.change, meant);
  return true;
}

/** The card whose claim holds all of what is proposed, claim and voice and cue: somebody is quoted there who quotes. */
function enclosingCard(session: Session, { claim, proposals, at }: ShownProposals): Id | null {
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
  const room = roomBeside(session.focus().span ?? "", session.annotations().set, session.tagset);
  return room !== null && (room.voice || room.cue);
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

const noSuggestionNotice = ({ workspace }: SessionContext): WordlessNotice =>
  suggestingOf(workspace).state.get().status === "looking" ? "looking-for-suggestions" : "no-suggestions";

const toSuggestion = (direction: 1 | -1, key: string): ActionEntry => {
  const id = direction === 1 ? "next-suggestion" : "previous-suggestion";
  return inSession({
    id,
    group: "move",
    keys: [key],
    enabled: ({ workspace }) => suggestingOf(workspace).state.get().offered.length > 0,
    unavailableNotice: noSuggestionNotice,
    run(context) {
      const suggestion = neighbouringSuggestion(context, direction);
      if (suggestion) chooseSuggestion(context, suggestion);
    },
  });
};

export const suggestionActions: readonly ActionEntry[] = [
  inSession({
    id: "take-proposal",
    group: "card",
    keys: [],
    byKeyOf: "open-card",
    enabled: ({ session }) => hasProposal(session),
    run: ({ session }) => void takeProposal(session),
  }),
  inSession({
    id: "next-proposal",
    group: "view",
    keys: ["Space"],
    enabled: ({ session }) => (session.proposals.current()?.proposals.length ?? 0) > 1,
    run: ({ session }) => session.proposals.next(),
  }),
  inSession({
    id: "propose",
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
  toSuggestion(1, "g"),
  toSuggestion(-1, "Shift+g"),
  inSession({
    id: "accept-suggestion",
    group: "card",
    keys: [],
    byKeyOf: "open-card",
    enabled: isSuggestionChosen,
    unavailableNotice: () => "no-suggestion-in-focus",
    run: (context) => void takeSuggestion(context, "next"),
  }),
  inSession({
    id: "edit-suggestion",
    group: "card",
    keys: ["Shift+Enter"],
    enabled: isSuggestionChosen,
    unavailableNotice: () => "no-suggestion-in-focus",
    run: (context) => void takeSuggestion(context, "open"),
  }),
  inSession({
    id: "reject-suggestion",
    group: "card",
    keys: [],
    byKeyOf: "delete",
    enabled: isSuggestionChosen,
    unavailableNotice: () => "no-suggestion-in-focus",
    run: (context) => void dropSuggestion(context, "here"),
  }),
  inSession({
    id: "reject-suggestions-alike",
    group: "card",
    keys: ["Shift+Backspace", "Shift+Delete"],
    enabled: isSuggestionChosen,
    unavailableNotice: () => "no-suggestion-in-focus",
    run: (context) => void dropSuggestion(context, "everywhere"),
  }),
  inSession({
    id: "accept-suggestions",
    group: "card",
    keys: ["Alt+g"],
    enabled: ({ workspace, session }) =>
      !session.readOnly && suggestingOf(workspace).state.get().offered.length > 0,
    unavailableNotice: noSuggestionNotice,
    affectedRange: () => "article",
    run: ({ ui }) => ui.patch({ dialog: "accept-suggestions" }),
  }),
  inSession({
    id: "toggle-suggestions",
    group: "view",
    keys: [],
    run({ workspace }) {
      const { suggesting } = workspace.state.get().settings;
      void workspace.setPreferences({ suggesting: { ...suggesting, shown: !suggesting.shown } });
    },
  }),
];
