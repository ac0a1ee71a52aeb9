// Reshaping marks: splitting, merging and joining, and moving them to another card.
import { joinSegments, mergeSpans, splitSpan } from "../../shared/commands/index.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Span } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { selectionIn } from "../state/session/cursor.ts";
import type { Session } from "../state/session/session.ts";
import { type ActionEntry, inSession, type SessionContext } from "./action.ts";

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
