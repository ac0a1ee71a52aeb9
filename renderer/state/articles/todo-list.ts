// The to-do queue of the article on the screen, in reading order: findings, gaps, suggestions, possibly missed attributions, and lost
// marks. One fact stands there once. It is worked out when the page is idle, while somebody looks.
import { type Finding, findingGroupKey, findingKey } from "../../../shared/checks/finding.ts";
import { type AnnotationSet, placeOf } from "../../../shared/model/annotation-set.ts";
import { type Gap, type GapKind, gapsOf } from "../../../shared/model/gaps.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { joinRanges, type Range, touchesAny } from "../../../shared/model/range.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Missed } from "../../../shared/suggestions/missed.ts";
import { uncovered } from "../../../shared/suggestions/new-suggestions.ts";
import { cardParts, cardPlace } from "../../../shared/suggestions/suggested-card.ts";
import { createStore, type ReadableStore, type Store, whileSubscribed } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import type { Workspace } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";
import { type Offered, suggestingOf } from "../suggestions/suggesting.ts";
import { liveChecksOf } from "./live-checks.ts";
import { isWaiting, orphanTrayOf, type TrayItem } from "./orphan-tray.ts";

/** One thing to do. `place` is the offset in the article where it comes in the queue, in UTF-16 code units. */
export type TodoItem = { readonly key: string; readonly place: number } & (
  | { readonly kind: "finding"; readonly finding: Finding }
  | { readonly kind: "gap"; readonly gap: Gap; readonly range: Range | null }
  | { readonly kind: "suggestion"; readonly offered: Offered }
  | { readonly kind: "missed"; readonly missed: Missed }
  | { readonly kind: "orphan"; readonly orphan: TrayItem }
);

interface TodoList {
  /** `null` until all of the article has been looked at once. */
  readonly state: ReadableStore<readonly TodoItem[] | null>;
  /** The item that was gone to last, and where that left the caret. A suggestion is none: it is chosen for the whole window. */
  readonly chosen: Store<ChosenTodo | null>;
  /** As it is at this moment; `null` as in `state`. */
  items(): readonly TodoItem[] | null;
  /**
   * Runs it once, as soon as all of the article has been looked at; a later call takes its place. It is forgotten when nobody listens to
   * `state` any more.
   */
  whenListed(run: () => void): void;
}

interface ChosenTodo {
  readonly key: string;
  readonly place: number;
  readonly caret: number;
}

/** The key of the item that is looked at. `suggestion`: the key of the suggestion in focus, wherever it was chosen. */
export const currentTodo = (chosen: ChosenTodo | null, suggestion: string | null): string | null =>
  suggestion === null ? (chosen?.key ?? null) : suggestionKey(suggestion);

const suggestionKey = (key: string): string => `suggestion:${key}`;

/** Milliseconds after which the list follows even while keys come without a pause. */
const longestLag = 500;

const todoListOfSession = memoize((session: Session, workspace: Workspace) =>
  createTodoList(workspace, session),
);

/** What is left to do in a session's article: the same list every time. */
export const todoListOf = (workspace: Workspace, session: Session): TodoList =>
  todoListOfSession(session, workspace);

function createTodoList(workspace: Workspace, session: Session): TodoList {
  const state = createStore<readonly TodoItem[] | null>(null);
  const checks = liveChecksOf(session);
  const suggesting = suggestingOf(workspace);
  let stopWaiting: (() => void) | null = null;
  let waitingRun: (() => void) | null = null;
  const isReady = (): boolean => checks.state.get().done && suggesting.state.get().status !== "looking";
  const schedule = (): void => {
    stopWaiting ??= whenIdle(() => {
      // What that tells is in this round already.
      suggesting.settle();
      stopWaiting = null;
      if (!isReady()) return;
      state.set(todoIn(workspace, session));
      const run = waitingRun;
      waitingRun = null;
      run?.();
    }, longestLag);
  };
  let seen = session.annotations();
  /** The focus and notices change nothing here. */
  const followSession = (): void => {
    if (session.annotations() !== seen) schedule();
    seen = session.annotations();
  };
  return {
    state: whileSubscribed(state, () => {
      const stops = [
        checks.state.subscribe(schedule),
        suggesting.state.subscribe(schedule),
        session.shown.subscribe(followSession),
      ];
      schedule();
      return () => {
        for (const stop of stops) stop();
        stopWaiting?.();
        stopWaiting = null;
        waitingRun = null;
      };
    }),
    chosen: createStore<ChosenTodo | null>(null),
    items() {
      suggesting.settle();
      return isReady() ? todoIn(workspace, session) : null;
    },
    whenListed(run) {
      waitingRun = run;
    },
  };
}

function todoIn(workspace: Workspace, session: Session): readonly TodoItem[] {
  const { set } = session.annotations();
  const { offered, proposed } = suggestingOf(workspace).state.get();
  const { open, waived } = liveChecksOf(session).state.get();
  const missed = uncovered(proposed?.missed ?? [], set, session.tagset, session.article.metadata);
  const orphans = orphanTrayOf(session).items().filter(isWaiting);
  const isReported = reportedBy([...open, ...waived.map(({ finding }) => finding)]);
  const gaps = gapsOf(set, session.tagset)
    .map((gap) => ({ gap, range: rangeOf(set, gap) }))
    .filter(({ gap, range }) => !isReported(gap, range));
  return queueOf({ findings: open, gaps, offered, missed, orphans });
}

function rangeOf(set: AnnotationSet, { span, card }: Gap): Range | null {
  const gapSpan = span === null ? undefined : get(set.spans, span);
  if (gapSpan) return spanHull(gapSpan);
  const gapCard = card === null ? undefined : get(set.attributions, card);
  return gapCard ? placeOf(set, gapCard) : null;
}

/** The checks that find the same. */
const checksOfGaps: Readonly<Record<GapKind, readonly string[]>> = {
  "claim-without-card": ["claim-without-card"],
  "card-without-voice": ["voice-and-cue-missing", "quotation-without-voice"],
  "card-without-claim": ["claim-missing"],
  "mention-without-entity": ["voice-without-entity"],
};

/** Tells whether one of these findings is about a gap. That of a mention is one about its card, at the place of the mention. */
function reportedBy(findings: readonly Finding[]) {
  const reported = new Set(
    findings.flatMap(({ check, on, range }) => [`${check} ${on}`, `${check} ${range?.start}-${range?.end}`]),
  );
  return ({ kind, span, card }: Gap, range: Range | null): boolean =>
    checksOfGaps[kind].some(
      (check) =>
        reported.has(`${check} ${card ?? span}`) ||
        (card === null && reported.has(`${check} ${range?.start}-${range?.end}`)),
    );
}

interface Sources {
  readonly findings: readonly Finding[];
  readonly gaps: readonly { readonly gap: Gap; readonly range: Range | null }[];
  readonly offered: readonly Offered[];
  readonly missed: readonly Missed[];
  readonly orphans: readonly TrayItem[];
}

/**
 * One queue of all of them. A quotation outside of claims is left to the suggestion that would put it into one, and what is possibly
 * missed to the suggestion or the finding about the same words.
 */
function queueOf({ findings, gaps, offered, missed, orphans }: Sources): readonly TodoItem[] {
  const claims = joinRanges(offered.flatMap(({ card }) => card.claim));
  const parts = joinRanges(offered.flatMap(({ card }) => cardParts(card)));
  const openFindings = findings.filter(
    ({ of, range }) => of !== "quotation" || range === null || !touchesAny(claims, range),
  );
  const quotationsFound = joinRanges(
    openFindings.flatMap(({ of, range }) => (of === "quotation" && range ? [range] : [])),
  );
  const items: readonly TodoItem[] = [
    ...openFindings.map(
      (finding): TodoItem => ({
        ...{ kind: "finding", key: `finding:${findingKey(finding)}`, finding },
        place: finding.range?.start ?? Number.POSITIVE_INFINITY,
      }),
    ),
    ...gaps.map(
      ({ gap, range }): TodoItem => ({
        ...{ kind: "gap", key: `gap:${gap.kind}:${gap.card ?? gap.span}`, gap, range },
        place: range?.start ?? Number.POSITIVE_INFINITY,
      }),
    ),
    ...offered.map(
      (one): TodoItem => ({
        ...{ kind: "suggestion", key: suggestionKey(one.key), offered: one },
        place: cardPlace(one.card).start,
      }),
    ),
    ...missed
      .filter(({ range }) => !touchesAny(parts, range) && !touchesAny(quotationsFound, range))
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
  return items.toSorted((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1));
}

/** What of the queue is alike, as a key: findings that say the same, gaps of one kind. `null`: like nothing else. */
export function likeTodo(item: TodoItem): string | null {
  if (item.kind === "finding") return findingGroupKey(item.finding);
  return item.kind === "gap" ? item.gap.kind : null;
}

/** How much of each kind there is to do, in this order; kinds of which there is none are left out. */
export function todoCounts(
  items: readonly TodoItem[],
): readonly { readonly kind: TodoItem["kind"]; readonly count: number }[] {
  return todoKinds
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

const todoKinds = ["suggestion", "finding", "gap", "missed", "orphan"] as const;
