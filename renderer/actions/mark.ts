// Marking: the keys of the span types, segments and exclusions.
import {
  addSegment,
  excludeRange,
  retypeSpan,
  tagInNewCard,
  tagSelection,
} from "../../shared/commands/index.ts";
import type { Id } from "../../shared/model/id.ts";
import { overlaps, type Range } from "../../shared/model/range.ts";
import { get } from "../../shared/model/table.ts";
import { type Tagset, typeForSlot } from "../../shared/model/tagset.ts";
import { message } from "../../shared/words/message.ts";
import { typeName } from "../../shared/words/tagset-words.ts";
import { selectionIn } from "../state/session/cursor.ts";
import { meantAt } from "../state/session/find-entities.ts";
import type { Session } from "../state/session/session.ts";
import { type ActionEntry, inSession } from "./action.ts";
import { linkOption, tellMentionLink } from "./mention-link.ts";

/** The selection, or an empty range at the caret: the command refuses that with words. */
const selected = (session: Session): Range => selectionIn(session) ?? { start: 0, end: 0 };

/** Leaves the caret behind what was just marked of the span in focus, so that the next selection starts anew. */
function leaveSelection(session: Session, range: Range): void {
  const segments = get(session.annotations().set.spans, session.focus().span ?? "")?.segments ?? [];
  const end = segments.findLast((segment) => overlaps(segment, range))?.end;
  if (end !== undefined) session.view.current?.select({ start: end, end });
}

/**
 * One action a span type: it marks the selection, or without one gives the span in focus this type; and one with Alt
 * that takes the selection as it is, without snapping.
 */
export function markActions(tagset: Tagset): ActionEntry[] {
  return tagset.spanTypes.flatMap((type) =>
    [true, false].map((snap) =>
      inSession({
        id: `mark-${type.id}${snap ? "" : "-exactly"}`,
        title: message(snap ? "actions.mark-as" : "actions.mark-exactly-as", { type: typeName(type) }),
        group: "mark",
        keys: [snap ? type.key : `Alt+${type.key}`],
        run({ session }) {
          const { span, card } = session.focus();
          if (span !== null && !session.view.current?.selection()) {
            session.run(retypeSpan, { span, type: type.id });
            return;
          }
          const range = selected(session);
          const meant = type.refersToEntity ? meantAt(session, range) : null;
          const outcome = session.run(tagSelection, {
            range,
            type: type.id,
            snap,
            card,
            ...linkOption(meant),
          });
          if (!("change" in outcome)) return;
          leaveSelection(session, range);
          tellMentionLink(session, outcome.change, meant);
          if (outcome.focus.span !== null) session.proposals.propose(outcome.focus.span);
        },
      }),
    ),
  );
}

/** Tags the selection as a claim in a card of its own: without a key, since the type's key and then the one of cards do the same. */
export function newCardActions(tagset: Tagset): ActionEntry[] {
  const type = typeForSlot(tagset, "claim");
  if (!type) return [];
  return [
    inSession({
      id: "tag-in-new-card",
      title: message("actions.tag-in-new-card", { type: typeName(type) }),
      group: "mark",
      keys: [],
      enabled: ({ session }) => !session.readOnly && (session.view.current?.selection() ?? null) !== null,
      run({ session }) {
        const range = selected(session);
        const outcome = session.run(tagInNewCard, { range });
        if (!("change" in outcome) || outcome.focus.span === null) return;
        leaveSelection(session, range);
        session.proposals.propose(outcome.focus.span);
      },
    }),
  ];
}

/** What selected words are added to: the span in focus, the one that the caret has left for them, or the claim of the open card. */
export function spanToExtend(session: Session): Id | null {
  const { span, card } = session.focus();
  const { set } = session.annotations();
  const leftSpanId = get(set.spans, session.leftSpan.current ?? "")?.id;
  return span ?? leftSpanId ?? get(set.attributions, card ?? "")?.claim ?? null;
}

export const segmentActions: readonly ActionEntry[] = [true, false].map((snap) =>
  inSession({
    id: snap ? "add-segment" : "add-segment-exactly",
    group: "mark",
    keys: [snap ? "+" : "Alt++"],
    enabled: ({ session }) => spanToExtend(session) !== null,
    run({ session }) {
      const span = spanToExtend(session);
      if (span === null) return;
      const range = selected(session);
      const outcome = session.run(addSegment, { span, range, snap });
      if (!("change" in outcome)) return;
      leaveSelection(session, range);
      session.proposals.propose(span);
    },
  }),
);

export const exclusionActions: readonly ActionEntry[] = [
  inSession({
    id: "exclude-selection",
    group: "mark",
    keys: ["x"],
    run({ session, ui }) {
      // Without a selection the command says so; with one the reason is asked for first.
      if (session.view.current?.selection()) ui.patch({ dialog: "exclusion-reason" });
      else session.run(excludeRange, { range: selected(session), reason: "" });
    },
  }),
];
