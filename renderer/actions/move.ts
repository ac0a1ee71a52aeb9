// Moving through spans, cards and the panes of the window.
import { message } from "../../shared/words/message.ts";
import { suggestingOf } from "../state/suggestions/suggesting.ts";
import { type Action, inSession } from "./action.ts";
import { focusCard, focusSpan, neighbouringCard, neighbouringSpan } from "./focus.ts";
import { focusPane } from "./panes.ts";

const toSpan = (direction: 1 | -1, keys: readonly string[]): Action =>
  inSession({
    id: direction === 1 ? "next-span" : "previous-span",
    title: message(direction === 1 ? "actions.next-span" : "actions.previous-span"),
    group: "move",
    keys,
    enabled: ({ session }) => neighbouringSpan(session, direction) !== null,
    run: ({ session }) => focusSpan(session, neighbouringSpan(session, direction)),
  });

const toCard = (direction: 1 | -1, key: string): Action =>
  inSession({
    id: direction === 1 ? "next-card" : "previous-card",
    title: message(direction === 1 ? "actions.next-card" : "actions.previous-card"),
    group: "move",
    keys: [key],
    enabled: ({ session }) => neighbouringCard(session, direction) !== null,
    run: ({ session }) => focusCard(session, neighbouringCard(session, direction)),
  });

const toPane = (direction: 1 | -1, keys: readonly string[]): Action => ({
  id: direction === 1 ? "next-pane" : "previous-pane",
  title: message(direction === 1 ? "actions.next-pane" : "actions.previous-pane"),
  group: "move",
  keys,
  on: "everywhere",
  enabled: () => true,
  run: () => focusPane(direction),
});

export const moveActions: readonly Action[] = [
  toSpan(1, ["Tab"]),
  toSpan(-1, ["Shift+Tab"]),
  toCard(1, "j"),
  toCard(-1, "k"),
  toPane(1, ["F6"]),
  toPane(-1, ["Shift+F6"]),
  inSession({
    id: "step-out",
    title: message("actions.step-out"),
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
