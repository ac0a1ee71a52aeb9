// Changing the span in focus: its edges, its entity, its end, splitting, merging and joining it, and moving it to another card; and undo.
import {
  createEntity,
  deleteAttribution,
  deleteSpan,
  joinSegments,
  linkEntity,
  mergeSpans,
  moveEdgeByUnit,
  setAppearance,
  splitSpan,
  unlinkSpan,
} from "../../shared/commands/index.ts";
import { type AppearanceRole, appearanceRoles, rolesIn } from "../../shared/model/appearance.ts";
import { spansIn } from "../../shared/model/card-laws.ts";
import { entityBehind } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import { shortened } from "../../shared/model/shortened.ts";
import { type Span, spanHull, spanText } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { spanTypeOf } from "../../shared/model/tagset.ts";
import { message } from "../../shared/words/message.ts";
import { selectionIn } from "../state/session/cursor.ts";
import { firstEntitiesFor } from "../state/session/find-entities.ts";
import type { Session } from "../state/session/session.ts";
import { type ActionContext, type ActionEntry, inSession, type SessionContext } from "./action.ts";
import { focusSpan } from "./focus.ts";
import {
  dropSuggestion,
  followReturning,
  hasSuggestedVoice,
  isSuggestionChosen,
  takeSuggestion,
} from "./suggest.ts";

const spanInFocus = (session: Session): Span | undefined =>
  get(session.annotations().set.spans, session.focus().span ?? "");

/** Who or what is named: the span in focus where its type refers to somebody, or else the voice of the card in focus. */
function mentionInFocus(session: Session): Span | undefined {
  const span = spanInFocus(session);
  if (span && spanTypeOf(session.tagset, span.type)?.refersToEntity) return span;
  const { set } = session.annotations();
  const voice = get(set.attributions, session.focus().card ?? "")?.voice[0];
  return get(set.spans, voice ?? "");
}

/** Moves an edge of the span by a unit of the text. */
const edge = (
  key: string | null,
  side: "start" | "end",
  direction: "back" | "forward",
  by: "word" | "character" | "clause" | "sentence",
): ActionEntry =>
  inSession({
    id: `move-${side}-${direction}-by-${by}` as const,
    group: "span",
    keys: key === null ? [] : [key],
    enabled: ({ session }) => session.focus().span !== null,
    affectedRange({ session }) {
      const span = spanInFocus(session);
      const at = span && spanHull(span)[side];
      return at === undefined ? null : { start: at, end: at };
    },
    run({ session }) {
      const span = spanInFocus(session);
      if (!span) return;
      const segment = side === "start" ? 0 : span.segments.length - 1;
      session.run(moveEdgeByUnit, { span: span.id, segment, edge: side, direction, by });
    },
  });

/** Links a mention with the first one that is offered for it, or with the next (`at`), and says whom, or why with nobody. */
function linkOffered(session: Session, mention: Span, at: number): void {
  const first = mention.entity === undefined ? firstEntitiesFor(session, mention)[at] : undefined;
  if (!first) {
    session.say({ kind: mention.entity === undefined ? "no-first-entity" : "linked-already" });
    return;
  }
  const outcome = first.known
    ? session.run(linkEntity, { span: mention.id, entity: first.known.id })
    : session.run(createEntity, { span: mention.id, ...first.values });
  if (!("change" in outcome) || session.readOnly) return;
  const said = { words: shortened(spanText(mention), longestMention), name: first.name };
  const says = first.known ? message("workbench.linked-with", said) : message("workbench.entered-as", said);
  session.say({ kind: "result", says });
}

/** `null`: none. */
const roleAfter = (role: AppearanceRole | undefined): AppearanceRole | null =>
  role === undefined ? appearanceRoles[0] : (appearanceRoles[appearanceRoles.indexOf(role) + 1] ?? null);

/** Gives whoever is mentioned the next role in the article, after the last none, and says which. */
function giveNextRole(session: Session, { entity: mentioned }: Span): void {
  const { set, entities } = session.annotations();
  const entity = mentioned === undefined ? undefined : entityBehind(entities, mentioned);
  if (!entity) {
    session.say({ kind: "result", isRefused: true, says: message("workbench.role-of-nobody") });
    return;
  }
  const role = roleAfter(rolesIn(set, entities).get(entity.id));
  const outcome = session.run(setAppearance, { entity: entity.id, role });
  if (!("change" in outcome) || session.readOnly) return;
  session.say({
    kind: "result",
    says: message("cards.facet-value", {
      facet: shortened(entity.name, longestMention),
      value: message(role === null ? "entities.role-here-none" : `entities.role-${role}`),
    }),
  });
}

/** So much of a mention is said again. */
const longestMention = 60;

/** The keys of each unit: the start back and forward, then the end. Sentences are for the palette, or for keys of one's own. */
const edgeKeys = [
  { by: "word", keys: ["[", "]", "{", "}"] },
  { by: "character", keys: ["Alt+[", "Alt+]", "Alt+{", "Alt+}"] },
  { by: "clause", keys: ["(", ")", "<", ">"] },
  { by: "sentence", keys: [null, null, null, null] },
] as const;

/** Whether words are selected: the line at the foot names these, and the card that is open beside them is not what a key deletes. */
const hasSelection = ({ session }: SessionContext): boolean => session.view.current?.selection() != null;

/**
 * Walks one step. What was proposed beside the claim that is in focus then is proposed again, and a suggestion whose acceptance or
 * rejection is undone is looked at again.
 */
async function walkHistory(context: ActionContext, direction: "undo" | "redo"): Promise<void> {
  const { workspace } = context;
  const lookAtReturning = direction === "undo" ? followReturning(context) : null;
  await workspace.history[direction]();
  const { session } = workspace.state.get();
  const span = session?.focus().span ?? null;
  if (session && span !== null) session.proposals.propose(span);
  else lookAtReturning?.();
}

const linkingOffered = (
  id: "link-first-entity" | "link-second-entity",
  key: string,
  at: number,
): ActionEntry =>
  inSession({
    id,
    group: "span",
    keys: [key],
    enabled: ({ session }) => mentionInFocus(session) !== undefined,
    unavailableNotice: ({ session }) => (session.focus().card === null ? "nothing-in-focus" : "no-voice"),
    run({ session }) {
      const mention = mentionInFocus(session);
      if (mention) linkOffered(session, mention, at);
    },
  });

export const changeSpanActions: readonly ActionEntry[] = [
  ...edgeKeys.flatMap(({ by, keys: [startBack, startForward, endBack, endForward] }) => [
    edge(startBack, "start", "back", by),
    edge(startForward, "start", "forward", by),
    edge(endBack, "end", "back", by),
    edge(endForward, "end", "forward", by),
  ]),
  inSession({
    id: "choose-entity",
    group: "span",
    keys: ["e"],
    enabled: (context) => mentionInFocus(context.session) !== undefined || hasSuggestedVoice(context),
    unavailableNotice: (context) =>
      context.session.focus().card === null && !isSuggestionChosen(context) ? "nothing-in-focus" : "no-voice",
    run(context) {
      const { session, ui } = context;
      // Of a suggestion nothing can be said before it is a card.
      if (hasSuggestedVoice(context)) takeSuggestion(context, "open");
      const mention = mentionInFocus(session);
      if (!mention) return;
      if (mention.id !== session.focus().span) focusSpan(session, mention.id);
      ui.patch({ dialog: "choose-entity" });
    },
  }),
  linkingOffered("link-first-entity", "Shift+e", 0),
  linkingOffered("link-second-entity", "Alt+Shift+e", 1),
  inSession({
    id: "next-role",
    group: "span",
    keys: ["r"],
    enabled: ({ session }) => mentionInFocus(session) !== undefined,
    unavailableNotice: ({ session }) => (session.focus().card === null ? "nothing-in-focus" : "no-voice"),
    run({ session }) {
      const mention = mentionInFocus(session);
      if (mention) giveNextRole(session, mention);
    },
  }),
  inSession({
    id: "delete",
    group: "span",
    keys: ["Backspace", "Delete"],
    enabled: (context) =>
      context.session.focus().span !== null ||
      (context.session.focus().card !== null && !hasSelection(context)) ||
      isSuggestionChosen(context),
    unavailableNotice: (context) =>
      context.session.focus().card !== null && hasSelection(context) ? "words-selected" : "nothing-in-focus",
    run(context) {
      const { session } = context;
      const { span, card } = session.focus();
      if (span !== null) session.run(deleteSpan, { span });
      else if (card !== null) session.run(deleteAttribution, { card });
      else dropSuggestion(context, "here");
    },
  }),
  inSession({
    id: "take-out-of-card",
    group: "card",
    keys: ["u"],
    enabled: ({ session }) => session.focus().span !== null && session.focus().card !== null,
    run({ session }) {
      const { span, card } = session.focus();
      const target = card === null ? undefined : get(session.annotations().set.attributions, card);
      const slot =
        target && span !== null
          ? session.tagset.slots.find(({ id }) => spansIn(target, id).includes(span))
          : undefined;
      if (target && span !== null && slot) session.run(unlinkSpan, { card: target.id, span, slot: slot.id });
    },
  }),
  {
    id: "undo",
    group: "span",
    keys: ["Mod+z"],
    scope: "everywhere",
    enabled: ({ workspace }) => workspace.history.state.get().history.done.length > 0,
    run: (context) => void walkHistory(context, "undo"),
  },
  {
    id: "redo",
    group: "span",
    keys: ["Mod+Shift+z", "Mod+y"],
    scope: "everywhere",
    enabled: ({ workspace }) => workspace.history.state.get().history.undone.length > 0,
    run: (context) => void walkHistory(context, "redo"),
  },
];

const spanIn = (session: Session): Span | undefined =>
  get(session.annotations().set.spans, session.focus().span ?? "");

const hasSpan = ({ session }: SessionContext): boolean => session.focus().span !== null;

/** The nearest span of the same type behind (`1`) or before (`-1`) this one in reading order. */
function neighbourOfType(session: Session, span: Span, direction: 1 | -1): Id | null {
  const { spanOrder, annotations } = session.state.get();
  const spanIndex = spanOrder.indexOf(span.id);
  for (let at = spanIndex + direction; at >= 0 && at < spanOrder.length; at += direction) {
    const neighbour = get(annotations.set.spans, spanOrder[at] ?? "");
    if (neighbour?.type === span.type) return neighbour.id;
  }
  return null;
}

const mergeWith = (direction: 1 | -1, key: string): ActionEntry =>
  inSession({
    id: direction === 1 ? "merge-with-next" : "merge-with-previous",
    group: "span",
    keys: [key],
    enabled: hasSpan,
    // Where the other one is out of view the text goes there first; its words are what nobody would see go.
    affectedRange({ session }) {
      const span = spanIn(session);
      const neighbour = span && neighbourOfType(session, span, direction);
      const segments = get(session.annotations().set.spans, neighbour ?? "")?.segments;
      return segments?.at(direction === 1 ? 0 : -1) ?? null;
    },
    run({ session }) {
      const span = spanIn(session);
      const neighbour = span && neighbourOfType(session, span, direction);
      if (span && neighbour) session.run(mergeSpans, { span: span.id, other: neighbour });
      else session.say({ kind: "nothing-to-merge" });
    },
  });

export const reshapeActions: readonly ActionEntry[] = [
  inSession({
    id: "split-span",
    group: "span",
    keys: ["/"],
    enabled: hasSpan,
    affectedRange: ({ session }) => selectionIn(session),
    run({ session }) {
      const span = spanIn(session);
      const at = selectionIn(session);
      if (span && at) session.run(splitSpan, { span: span.id, at });
    },
  }),
  mergeWith(1, "m"),
  mergeWith(-1, "Shift+m"),
  inSession({
    id: "join-segments",
    group: "span",
    keys: ["="],
    enabled: ({ session }) => (spanIn(session)?.segments.length ?? 0) > 1,
    run({ session }) {
      const span = spanIn(session);
      if (span) session.run(joinSegments, { span: span.id, segment: null });
    },
  }),
  inSession({
    id: "move-to-card",
    group: "card",
    keys: ["Shift+l"],
    enabled: ({ session }) => session.focus().span !== null && session.focus().card !== null,
    run: ({ ui }) => ui.patch({ dialog: "move-to-card" }),
  }),
  inSession({
    id: "merge-cards",
    group: "card",
    keys: ["Shift+j"],
    enabled: ({ session }) => session.focus().card !== null,
    run: ({ ui }) => ui.patch({ dialog: "merge-cards" }),
  }),
];
