// Cards: making, opening, linking, nesting, flagging.
import { createAttribution, toggleFlag } from "../../shared/commands/index.ts";
import { usersOf } from "../../shared/model/annotation-set.ts";
import { get } from "../../shared/model/table.ts";
import type { Session, WordlessNotice } from "../state/session/session.ts";
import { setPaneShown } from "../state/window/ui-state.ts";
import { type ActionEntry, inSession, type SessionContext } from "./action.ts";
import { focusCard } from "./focus.ts";
import { isSuggestionChosen, takeProposal, takeSuggestion } from "./suggest.ts";

/** What a key about a card says without one: where a mark is in focus, how its card is opened. */
function noCardNotice({ session }: SessionContext): WordlessNotice {
  const { span, card } = session.focus();
  return span !== null && card === null ? "no-card" : "nothing-in-focus";
}

/** Takes what is proposed beside the mark in focus; else opens its card, or makes one. Nothing while no mark is in focus. */
export function openCard(session: Session): void {
  const { span, card } = session.focus();
  if (span === null || takeProposal(session)) return;
  const { set } = session.annotations();
  const isClaim = (id: string): boolean => get(set.attributions, id)?.claim === span;
  const users = usersOf(set, span).map(({ id }) => id);
  const cardId = users.find(isClaim) ?? (card !== null && users.includes(card) ? card : users[0]);
  if (cardId === undefined) session.run(createAttribution, { span });
  else focusCard(session, cardId);
}

const hasCard = ({ session }: SessionContext): boolean => session.focus().card !== null;

export const cardActions: readonly ActionEntry[] = [
  inSession({
    id: "open-card",
    group: "card",
    keys: ["Enter"],
    enabled: (context) => context.session.focus().span !== null || isSuggestionChosen(context),
    run(context) {
      const { session } = context;
      if (session.focus().span === null) {
        takeSuggestion(context, "next");
        return;
      }
      openCard(session);
    },
  }),
  inSession({
    id: "link-to-card",
    group: "card",
    keys: ["l"],
    enabled: ({ session }) => session.focus().span !== null,
    run: ({ ui }) => ui.patch({ dialog: "choose-card" }),
  }),
  inSession({
    id: "nest-card",
    group: "card",
    keys: ["i"],
    enabled: hasCard,
    unavailableNotice: noCardNotice,
    run: ({ ui }) => ui.patch({ dialog: "choose-enclosing-card" }),
  }),
  inSession({
    id: "choose-about",
    group: "card",
    keys: ["t"],
    enabled: (context) => hasCard(context) && !context.session.readOnly,
    unavailableNotice: noCardNotice,
    run: ({ ui }) => ui.patch({ dialog: "choose-about" }),
  }),
  inSession({
    id: "pick-value",
    group: "card",
    keys: ["v"],
    enabled: (context) => hasCard(context) && !context.session.readOnly,
    unavailableNotice: noCardNotice,
    run({ ui }) {
      setPaneShown(ui, "cards", true);
      ui.patch({ picking: { input: null } });
    },
  }),
  inSession({
    id: "write-note",
    group: "card",
    keys: ["Alt+n"],
    enabled: (context) => hasCard(context) && !context.session.readOnly,
    unavailableNotice: noCardNotice,
    run({ session, ui }) {
      setPaneShown(ui, "cards", true);
      ui.patch({ noteOf: session.focus().card });
    },
  }),
  inSession({
    id: "flag-card",
    group: "card",
    keys: ["d"],
    enabled: hasCard,
    unavailableNotice: noCardNotice,
    run({ session }) {
      const { card } = session.focus();
      const flag = session.tagset.flags[0]?.id;
      if (card !== null && flag !== undefined) session.run(toggleFlag, { card, flag });
    },
  }),
];
