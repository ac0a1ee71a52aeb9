// The cursor of an article: caret and focus as one place. What is put in focus takes the caret along, and a span that the caret
// leaves is in focus no longer. The card in focus stays open: what is tagged elsewhere joins it.
import type { Focus } from "../../../shared/commands/command.ts";
import { type AnnotationSet, type Annotations, placeOf } from "../../../shared/model/annotation-set.ts";
import { spansOf } from "../../../shared/model/attribution.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import type { ReadableStore } from "../../lib/store.ts";
import type { ShownProposals } from "./proposal-flow.ts";

/** What has a cursor: a session, as far as it matters here. */
interface WithCursor {
  /** The article view while it is mounted. */
  readonly view: { readonly current: ArticleEditorHandle | null };
  /** See `Session`. */
  readonly leftSpan: { current: Id | null };
  readonly proposals: { readonly shown: ReadableStore<ShownProposals | null> };
  annotations(): Annotations;
  focus(): Focus;
  setFocus(focus: Focus): void;
  subscribe(listener: (update: { readonly change: Change | null }) => void): () => void;
}

/** What is in focus beside spans and cards and has a place in the text: a suggestion. */
export interface FocusedElsewhere {
  /** Its parts; none when nothing is. */
  parts(): readonly Range[];
  leave(): void;
}

/**
 * Whether the selection, or the caret as an empty range, overlaps a place or stands at one of its edges. Offsets in UTF-16
 * code units of the article's text, ends exclusive.
 */
export const touches = (place: Range, selection: Range): boolean =>
  selection.start <= place.end && place.start <= selection.end;

/** The places of what is in focus: the span's, or else each part of the card's, the first one to go to; none without. */
export function placesInFocus(set: AnnotationSet, { span, card }: Focus): readonly Range[] {
  const focusedSpan = get(set.spans, span ?? "");
  if (focusedSpan) return [spanHull(focusedSpan)];
  const focusedCard = get(set.attributions, card ?? "");
  const firstPlace = focusedCard && placeOf(set, focusedCard);
  if (!firstPlace) return [];
  const parts = spansOf(focusedCard).flatMap((id) => get(set.spans, id) ?? []);
  return [firstPlace, ...parts.map(spanHull)];
}

/** The selection of the article's view, or the caret as an empty range; `null` before the article ever had one. */
export function selectionIn({ view }: Pick<WithCursor, "view">): Range | null {
  const caret = view.current?.caret() ?? null;
  return view.current?.selection() ?? (caret === null ? null : { start: caret, end: caret });
}

/** Whether the caret or the selection is at a part of what is in focus. */
export function isAtFocus(session: WithCursor, focus: Focus = session.focus()): boolean {
  const selection = selectionIn(session);
  const places = placesInFocus(session.annotations().set, focus);
  return selection !== null && places.some((place) => touches(place, selection));
}

/** Puts the caret at the start of a place, unless it is there already. A selection ends: it was made for what was before. */
export function putCaretIn(session: Pick<WithCursor, "view">, place: Range): void {
  const selection = selectionIn(session);
  const isThere = selection !== null && selection.start === selection.end && touches(place, selection);
  if (!isThere) session.view.current?.select({ start: place.start, end: place.start });
}

/** Keeps the caret where the focus is from now on; returns how to stop. */
export function keepCaretAtFocus(session: WithCursor): () => void {
  let previousFocus = session.focus();
  const follow = (isCommand: boolean): void => {
    const focus = session.focus();
    const { span, card } = previousFocus;
    previousFocus = focus;
    const [place] = placesInFocus(session.annotations().set, focus);
    if (!place) return;
    if (focus.card === card && focus.span === span) {
      if (isCommand && span !== null) stayIn(session, place);
    } else if (focus.card !== card || focus.span !== null) goTo(session, focus, place, isCommand);
  };
  if (selectionIn(session) === null) {
    const [place] = placesInFocus(session.annotations().set, previousFocus);
    if (place) putCaretIn(session, place);
  }
  const stopFollowing = session.subscribe(({ change }) => follow(change !== null));
  const stopReturning = returnFromProposals(session);
  return () => {
    stopFollowing();
    stopReturning();
  };
}

/**
 * Brings the caret from words that were proposed for the claim in focus back to the claim, once they are proposed no more. Words that were
 * selected there stay selected when the proposal is dismissed: the claim is left for them.
 */
function returnFromProposals(session: WithCursor): () => void {
  const { shown } = session.proposals;
  let previousClaim = shown.get()?.claim ?? null;
  let previousSet = session.annotations().set;
  return shown.subscribe(() => {
    const [claim, set] = [previousClaim, previousSet];
    previousClaim = shown.get()?.claim ?? null;
    previousSet = session.annotations().set;
    const selection = selectionIn(session);
    const places = placesOfSpan(session, claim);
    const [place] = places;
    if (!place || !selection || session.focus().span !== claim) return;
    if (places.some((one) => touches(one, selection))) return;
    const isDismissed = previousClaim === null && previousSet === set;
    if (isDismissed && selection.start < selection.end) leaveSpan(session);
    else stayIn(session, place);
  });
}

/** Where the caret is at a span: the span itself, and the words that are proposed for it; none without one. */
function placesOfSpan(session: WithCursor, id: Id | null): readonly Range[] {
  const span = get(session.annotations().set.spans, id ?? "");
  if (!span) return [];
  const proposed = session.proposals.shown.get();
  const { voice, cue } = proposed?.proposals[proposed.at] ?? { voice: null, cue: null };
  // Words that are proposed for a claim are clicked or corrected on its behalf.
  return [spanHull(span), ...(voice ? [voice] : []), ...(cue ? [cue] : [])];
}

/** Brings the caret to what came into focus. A command that was about the selected words leaves them selected. */
function goTo(session: WithCursor, focus: Focus, place: Range, isCommand: boolean): void {
  const selection = selectionIn(session);
  if (selection && touches(place, selection)) {
    if (isCommand || (selection.start === selection.end && !isInAnotherMark(session, focus))) return;
  }
  session.view.current?.select({ start: place.start, end: place.start });
  session.view.current?.reveal({ start: place.start, end: place.start });
}

/** Whether the caret is in a mark that is no part of the card in focus, such as one in its claim: the next key would be about that one. */
function isInAnotherMark(session: WithCursor, { span, card }: Focus): boolean {
  const { attributions } = session.annotations().set;
  const focusedCard = span === null ? get(attributions, card ?? "") : undefined;
  const caret = session.view.current?.caret() ?? null;
  const [innermost] = caret === null ? [] : (session.view.current?.spansAt(caret) ?? []);
  return focusedCard !== undefined && innermost !== undefined && !spansOf(focusedCard).includes(innermost);
}

/** A span that became shorter at the caret takes it along. */
function stayIn(session: WithCursor, place: Range): void {
  const selection = selectionIn(session);
  if (!selection || touches(place, selection)) return;
  const edge = selection.start > place.end ? place.end : place.start;
  session.view.current?.select({ start: edge, end: edge });
}

/** Lets go of what the caret has left: the span in focus, and what is in focus elsewhere. Call it with each new selection. */
export function leaveFocus(session: WithCursor, selection: Range, elsewhere: FocusedElsewhere): void {
  const { span } = session.focus();
  const parts = elsewhere.parts();
  if (parts.length > 0 && !parts.some((part) => touches(part, selection))) elsewhere.leave();
  const places = placesOfSpan(session, span);
  if (places.length === 0 || places.some((place) => touches(place, selection))) return;
  leaveSpan(session);
}

/** Its card stays open, and its next segment can still be added to it. */
function leaveSpan(session: WithCursor): void {
  const { span, card } = session.focus();
  session.setFocus({ span: null, card });
  session.leftSpan.current = span;
}
