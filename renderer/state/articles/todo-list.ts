// What is left to do in the article on the screen, as one queue in reading order: findings, suggestions, what is possibly missed, and marks
// that lost their place. What several of them are about stands there once. Worked out when the page has a moment, while somebody looks.
import { type Finding, findingKey } from "../../../shared/checks/finding.ts";
import { joinRanges, touchesAny } from "../../../shared/model/range.ts";
import type { Missed } from "../../../shared/suggestions/missed.ts";
import { uncovered } from "../../../shared/suggestions/new-suggestions.ts";
import { cardParts, cardPlace } from "../../../shared/suggestions/proposed-card.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import type { Workspace } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";
import { type Offered, suggestingOf } from "../suggestions/suggesting.ts";
import { liveChecksOf } from "./live-checks.ts";
import { isWaiting, orphanTrayOf, type TrayItem } from "./orphan-tray.ts";

/** One thing to do. `place` is the offset in the article where it comes in the queue, in UTF-16 code units. */
export type TodoItem = { readonly key: string; readonly place: number } & (
  | { readonly kind: "finding"; readonly finding: Finding }
  | { readonly kind: "suggestion"; readonly offered: Offered }
  | { readonly kind: "missed"; readonly missed: Missed }
  | { readonly kind: "orphan"; readonly orphan: TrayItem }
);

interface TodoList {
  /** `null` until all has been looked at once. */
  readonly state: ReadableStore<readonly TodoItem[] | null>;
  /** The one that is looked at, and where it left the caret: when it is done, one goes on from there. */
  readonly chosen: Store<{ readonly key: string; readonly place: number; readonly caret: number } | null>;
  /** As it is at this moment. */
  items(): readonly TodoItem[];
}

/** Milliseconds after which the list follows even while keys come without a pause. */
const longestLag = 500;

const ofSessions = new WeakMap<Session, TodoList>();

/** What is left to do in a session's article: the same list every time. */
export function todoListOf(workspace: Workspace, session: Session): TodoList {
  const todoList = ofSessions.get(session) ?? createTodoList(workspace, session);
  ofSessions.set(session, todoList);
  return todoList;
}

function createTodoList(workspace: Workspace, session: Session): TodoList {
  const state = createStore<readonly TodoItem[] | null>(null);
  const checks = liveChecksOf(session);
  const suggesting = suggestingOf(workspace);
  let listening = 0;
  let stopWaiting: (() => void) | null = null;
  let stops: readonly (() => void)[] = [];
  const schedule = (): void => {
    stopWaiting ??= whenIdle(() => {
      stopWaiting = null;
      if (checks.state.get().done) state.set(todoIn(workspace, session));
    }, longestLag);
  };
  return {
    state: {
      get: state.get,
      subscribe(listener) {
        if (listening === 0) {
          stops = [checks.state, suggesting.state, session.shown].map((store) => store.subscribe(schedule));
          schedule();
        }
        listening += 1;
        const leave = state.subscribe(listener);
        return () => {
          leave();
          listening -= 1;
          if (listening > 0) return;
          for (const stop of stops) stop();
          stopWaiting?.();
          stopWaiting = null;
        };
      },
    },
    chosen: createStore<{ key: string; place: number; caret: number } | null>(null),
    items() {
      suggesting.settle();
      return todoIn(workspace, session);
    },
  };
}

function todoIn(workspace: Workspace, session: Session): readonly TodoItem[] {
  const { set } = session.annotations();
  const { offered, proposed } = suggestingOf(workspace).state.get();
  const { open } = liveChecksOf(session).state.get();
  const missed = uncovered(proposed?.missed ?? [], set, session.tagset, session.article.metadata);
  const orphans = orphanTrayOf(session).items().filter(isWaiting);
  return queueOf({ findings: open, offered, missed, orphans });
}

interface Sources {
  readonly findings: readonly Finding[];
  readonly offered: readonly Offered[];
  readonly missed: readonly Missed[];
  readonly orphans: readonly TrayItem[];
}

/**
 * One queue of all of them. A quotation outside of claims is left to the suggestion that would put it into one, and what is possibly
 * missed to the suggestion or the finding about the same words.
 */
function queueOf({ findings, offered, missed, orphans }: Sources): readonly TodoItem[] {
  const claims = joinRanges(offered.flatMap(({ card }) => card.claim));
  const parts = joinRanges(offered.flatMap(({ card }) => cardParts(card)));
  const openFindings = findings.filter(
    ({ of, range }) => of !== "quotation" || range === null || !touchesAny(claims, range),
  );
  const found = joinRanges(
    openFindings.flatMap(({ of, range }) => (of === "quotation" && range ? [range] : [])),
  );
  const items: readonly TodoItem[] = [
    ...openFindings.map(
      (finding): TodoItem => ({
        ...{ kind: "finding", key: `finding:${findingKey(finding)}`, finding },
        place: finding.range?.start ?? Number.POSITIVE_INFINITY,
      }),
    ),
    ...offered.map(
      (one): TodoItem => ({
        ...{ kind: "suggestion", key: `suggestion:${one.key}`, offered: one },
        place: cardPlace(one.card).start,
      }),
    ),
    ...missed
      .filter(({ range }) => !touchesAny(parts, range) && !touchesAny(found, range))
      .map(
        (one): TodoItem => ({
          ...{ kind: "missed", key: `missed:${one.range.start}:${one.kind}`, missed: one },
          place: one.range.start,
        }),
      ),
    ...orphans.map(
      (orphan): TodoItem => ({
        ...{ kind: "orphan", key: `orphan:${orphan.key}`, orphan },
        place: orphan.orphan.near,
      }),
    ),
  ];
  return [...items].sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1));
}
