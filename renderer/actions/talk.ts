// Beginning a thread on what is in focus, or on what several people marked differently, going from thread to thread, answering one and
// resolving it.
import { reopenThread, resolveThread } from "../../shared/commands/index.ts";
import { type RemarkSubject, subjectIds } from "../../shared/model/remark.ts";
import { spanText } from "../../shared/model/span.ts";
import { get, has } from "../../shared/model/table.ts";
import { lastOf } from "../../shared/model/threads.ts";
import type { ComparedGroup } from "../../shared/review/comparison.ts";
import { comparingOf, listedIn, rowOf } from "../state/review/comparing.ts";
import { decidedOn, decisionsIn } from "../state/review/deciding.ts";
import { type ListedThread, listedThreads, talkOf } from "../state/review/talk.ts";
import type { Session } from "../state/session/session.ts";
import { showView } from "../state/window/ui-state.ts";
import { type ActionContext, type ActionEntry, inSession, type SessionContext } from "./action.ts";

/** Characters of what a thread is about that are kept with it. */
const longestQuote = 300;

/** What is in focus, as what a thread can be on: the span before its card, the article without either. */
export function subjectInFocus(session: Session): RemarkSubject {
  const { span, card } = session.focus();
  const { set } = session.annotations();
  const quoteOf = (id: string | null): string => {
    const quotedSpan = id === null ? undefined : get(set.spans, id);
    return quotedSpan ? [...spanText(quotedSpan)].slice(0, longestQuote).join("") : "";
  };
  if (span !== null) return { what: "span", id: span, quote: quoteOf(span) };
  if (card === null) return { what: "article" };
  const focusedCard = get(set.attributions, card);
  const [voice = null] = focusedCard?.voice ?? [];
  return { what: "card", id: card, quote: quoteOf(focusedCard?.claim ?? focusedCard?.cue ?? voice) };
}

/** Asks for the first words of a thread. */
export function beginThread({ workspace, ui }: ActionContext, on: RemarkSubject): void {
  const { begun, chosen } = talkOf(workspace);
  chosen.set(null);
  begun.set(on);
  showView(ui, "talk");
}

/** Opens a thread in the list and goes to what it is on, in whichever article that is. */
export async function goToThread({ workspace, ui }: ActionContext, thread: ListedThread): Promise<void> {
  const { begun, chosen, query, placeOf } = talkOf(workspace);
  begun.set(null);
  chosen.set(thread.id);
  showView(ui, "talk");
  if (workspace.state.get().session?.article.id !== thread.article) {
    // Otherwise it would leave the list with the article that one comes from.
    query.patch({ where: "project" });
    await workspace.openArticle(thread.article);
  }
  const { session } = workspace.state.get();
  if (session?.article.id !== thread.article) return;
  const { set } = session.annotations();
  const ids = subjectIds(thread.on);
  const span = ids.find((id) => has(set.spans, id)) ?? null;
  const card = ids.find((id) => has(set.attributions, id)) ?? null;
  if (span !== null || card !== null) session.setFocus({ span, card });
  const place = placeOf(thread);
  if (place) session.reveal(place);
}

/** The thread that is chosen, when it is of the article on the screen: others cannot be answered from here. */
function chosenThread({ workspace, session }: SessionContext): ListedThread | null {
  const { chosen, state } = talkOf(workspace);
  const thread = state.get().threads.find(({ id }) => id === chosen.get());
  return thread?.article === session.article.id ? thread : null;
}

/** The listed thread after or before the chosen one, going round. */
function neighbouringThread({ workspace }: ActionContext, direction: 1 | -1): ListedThread | null {
  const { chosen, state, query } = talkOf(workspace);
  const article = workspace.state.get().session?.article.id ?? null;
  const listed = listedThreads(state.get().threads, query.get(), article);
  const at = listed.findIndex(({ id }) => id === chosen.get());
  if (at < 0) return listed.at(direction === 1 ? 0 : -1) ?? null;
  return listed[(at + direction + listed.length) % listed.length] ?? null;
}

const toThread = (direction: 1 | -1, key: string): ActionEntry => {
  const id = direction === 1 ? "next-thread" : "previous-thread";
  return {
    id,
    group: "move",
    keys: [key],
    enabled: (context) => neighbouringThread(context, direction) !== null,
    run(context) {
      const thread = neighbouringThread(context, direction);
      if (thread) void goToThread(context, thread);
    },
  };
};

export const talkActions: readonly ActionEntry[] = [
  inSession({
    id: "start-thread",
    group: "card",
    keys: ["Shift+t"],
    enabled: ({ session }) => !session.readOnly,
    run: (context) => beginThread(context, subjectInFocus(context.session)),
  }),
  toThread(1, "F9"),
  toThread(-1, "Shift+F9"),
  inSession({
    id: "answer-thread",
    group: "card",
    keys: ["Alt+F9"],
    enabled: (context) => !context.session.readOnly && chosenThread(context) !== null,
    run({ ui }) {
      showView(ui, "talk");
      // React shows the view with the next frame.
      requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-answer]")?.focus());
    },
  }),
  inSession({
    id: "settle-thread",
    group: "card",
    keys: ["Mod+F9"],
    enabled: (context) => !context.session.readOnly && chosenThread(context) !== null,
    run(context) {
      const thread = chosenThread(context);
      if (!thread) return;
      const remark = { thread: thread.id, after: lastOf(thread).id, on: thread.on, text: "", mentions: [] };
      context.session.run(thread.isResolved ? reopenThread : resolveThread, remark);
    },
  }),
];

/** What is shown on a page, when it is of the article that is open and can be talked about. */
function shownOn(page: "compare" | "decide", { workspace }: ActionContext): ComparedGroup | null {
  const comparing = comparingOf(workspace).state.get();
  const { session } = workspace.state.get();
  if (!comparing.review || session?.article.id !== comparing.review.article || session.readOnly) return null;
  if (page === "compare") return rowOf(listedIn(comparing), comparing.current)?.group ?? null;
  const decisions = decisionsIn(workspace);
  const number = decisions && decidedOn(decisions);
  return number === null ? null : (comparing.review.comparison.groups[number] ?? null);
}

const ids = { compare: "discuss-difference", decide: "discuss-conflict" } as const;

const discuss = (page: keyof typeof ids): ActionEntry => ({
  id: ids[page],
  group: "review",
  keys: ["Shift+t"],
  scope: page,
  enabled: (context) => shownOn(page, context) !== null,
  run(context) {
    const group = shownOn(page, context);
    const { session } = context.workspace.state.get();
    if (!group || !session) return;
    const { start, end } = group.place ?? { start: 0, end: 0 };
    const quote = [...session.text.text.slice(start, end)].slice(0, longestQuote).join("");
    const members = group.members.flatMap((member) => member ?? []);
    beginThread(context, { what: "conflict", members, quote });
    if (group.place) session.reveal(group.place);
  },
});

export const discussActions: readonly ActionEntry[] = [discuss("compare"), discuss("decide")];
