// Moving through spans, cards, gaps and the panes of the window, and growing the selection.
import { placeOf } from "../../shared/model/annotation-set.ts";
import { type Gap, nextGap } from "../../shared/model/gaps.ts";
import type { Range } from "../../shared/model/range.ts";
import { get } from "../../shared/model/table.ts";
import { growRange, shrinkRange, type TextUnit } from "../../shared/model/unit-ranges.ts";
import { selectionIn } from "../state/session/cursor.ts";
import type { Session } from "../state/session/session.ts";
import { suggestingOf } from "../state/suggestions/suggesting.ts";
import { type ActionEntry, inSession } from "./action.ts";
import { focusCard, focusSpan, neighbouringCard, neighbouringSpan } from "./focus.ts";
import { focusPane } from "./panes.ts";

const toSpan = (direction: 1 | -1, keys: readonly string[]): ActionEntry =>
  inSession({
    id: direction === 1 ? "next-span" : "previous-span",
    group: "move",
    keys,
    enabled: ({ session }) => neighbouringSpan(session, direction) !== null,
    run: ({ session }) => focusSpan(session, neighbouringSpan(session, direction)),
  });

const toCard = (direction: 1 | -1, key: string): ActionEntry =>
  inSession({
    id: direction === 1 ? "next-card" : "previous-card",
    group: "move",
    keys: [key],
    enabled: ({ session }) => neighbouringCard(session, direction) !== null,
    run: ({ session }) => focusCard(session, neighbouringCard(session, direction)),
  });

const toPane = (direction: 1 | -1, keys: readonly string[]): ActionEntry => ({
  id: direction === 1 ? "next-pane" : "previous-pane",
  group: "move",
  keys,
  scope: "everywhere",
  enabled: () => true,
  run: () => focusPane(direction),
});

export const moveActions: readonly ActionEntry[] = [
  toSpan(1, ["Tab"]),
  toSpan(-1, ["Shift+Tab"]),
  toCard(1, "j"),
  toCard(-1, "k"),
  toPane(1, ["F6"]),
  toPane(-1, ["Shift+F6"]),
  inSession({
    id: "step-out",
    group: "move",
    keys: ["Escape"],
    enabled: ({ session, ui, workspace }) =>
      ui.get().drawer !== null ||
      session.proposals.current() !== null ||
      suggestingOf(workspace).current() !== null ||
      session.focus().span !== null ||
      session.focus().card !== null ||
      session.view.current?.selection() != null ||
      ui.get().reading,
    run({ session, ui, workspace }) {
      const { span, card } = session.focus();
      const view = session.view.current;
      if (ui.get().drawer !== null) ui.patch({ drawer: null });
      else if (session.proposals.current() !== null) session.proposals.dismiss();
      else if (suggestingOf(workspace).current() !== null) suggestingOf(workspace).chosen.set(null);
      else if (span !== null) session.setFocus({ span: null, card });
      else if (card !== null) session.setFocus({ span: null, card: null });
      else if (view?.selection() == null) ui.patch({ reading: false });
      else {
        const caret = view.caret() ?? 0;
        view.select({ start: caret, end: caret });
      }
    },
  }),
];

// Going from gap to gap: what is still to be said of the marks that are there.

/** The next gap from what is in focus, or from the caret. */
function gapFrom(session: Session, direction: 1 | -1): Gap | null {
  const { annotations, focus, spanOrder, cardOrder } = session.state.get();
  const card = focus.card === null ? undefined : get(annotations.set.attributions, focus.card);
  const place = card && placeOf(annotations.set, card);
  const from =
    focus.span !== null
      ? { id: focus.span }
      : card && !place
        ? { id: card.id }
        : { offset: place ? place.start + (direction === 1 ? 1 : 0) : (session.view.current?.caret() ?? 0) };
  return nextGap(annotations.set, session.tagset, { spanOrder, cardOrder, from, direction });
}

/** Puts the gap in focus, and proposes what could fill it. */
export function goToGap(session: Session, { kind, span, card }: Gap): void {
  if (span === null) {
    focusCard(session, card);
    return;
  }
  focusSpan(session, span);
  if (card !== null) session.setFocus({ span, card });
  if (kind === "claim-without-card" || kind === "card-without-voice") session.proposals.propose(span);
}

const toGap = (direction: 1 | -1, key: string): ActionEntry =>
  inSession({
    id: direction === 1 ? "next-gap" : "previous-gap",
    group: "move",
    keys: [key],
    run({ session }) {
      const gap = gapFrom(session, direction);
      if (gap) goToGap(session, gap);
      else session.say({ kind: "no-gap" });
    },
  });

export const gapActions: readonly ActionEntry[] = [toGap(1, "n"), toGap(-1, "Shift+n")];

// Growing and shrinking the selection by units of the text, from the caret outward.

const units: readonly { unit: TextUnit; key: string }[] = [
  { unit: "word", key: "w" },
  { unit: "clause", key: "c" },
  { unit: "quotation", key: "q" },
  { unit: "sentence", key: "s" },
  { unit: "paragraph", key: "p" },
];

export const selectActions: readonly ActionEntry[] = units.flatMap(({ unit, key }) => [
  selecting("grow", key, growRange, unit),
  selecting("shrink", `Shift+${key}`, shrinkRange, unit),
]);

function selecting(
  way: "grow" | "shrink",
  key: string,
  change: typeof growRange,
  unit: TextUnit,
): ActionEntry {
  return inSession({
    id: `${way}-${unit}` as const,
    group: "select",
    keys: [key],
    run({ session }) {
      const view = session.view.current;
      const { start, end } = selectionIn(session) ?? { start: 0, end: 0 };
      const after = change(session.text, { start, end }, unit);
      view?.select(after);
      view?.reveal(movedEnd({ start, end }, after));
    },
  });
}

/** What one looks at of a changed selection, which may be higher than the window: the end that has moved, all of it where both have. */
function movedEnd(before: Range, after: Range): Range {
  if (after.start === before.start) return { start: Math.max(after.start, after.end - 1), end: after.end };
  if (after.end === before.end) return { start: after.start, end: Math.min(after.end, after.start + 1) };
  return after;
}
