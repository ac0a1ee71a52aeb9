// What was said in the open project: everybody's remarks as the core last read them, with this person's own as they stand in
// the window. One talk a window.
import type { ArticleTalk, SubjectPlace } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { placeOf } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { type Remark, type RemarkSubject, subjectIds } from "../../../shared/model/remark.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { get, has, records, type Table } from "../../../shared/model/table.ts";
import {
  type SetRemarks,
  type Thread,
  threadsOf,
  type WaitReason,
  waitsFor,
} from "../../../shared/review/threads.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";

export interface ListedThread extends Thread {
  /** Why it waits for this person; `null` when it does not. */
  readonly waits: WaitReason | null;
}

export interface TalkState {
  /** The one with the latest word first. */
  readonly threads: readonly ListedThread[];
  /** Whether the core has been asked. */
  readonly done: boolean;
}

/** Which threads are shown. */
export interface TalkQuery {
  readonly show: "open" | "waiting" | "resolved" | "all";
  readonly where: "article" | "project";
}

export interface Talk {
  readonly state: ReadableStore<TalkState>;
  readonly query: Store<TalkQuery>;
  /** The thread that is open in the list. */
  readonly chosen: Store<Id | null>;
  /** What a thread is being begun on; `null` while none is. */
  readonly begun: Store<RemarkSubject | null>;
  /** Where what a thread is on stands; `null` for one on the article, or on what is gone. */
  placeOf(thread: Pick<Thread, "article" | "on">): Range | null;
  /** Asks the core again. Resolves when that is done, or when it could not be. */
  refresh(): Promise<void>;
}

const ofWorkspaces = new WeakMap<Workspace, Talk>();

/** The talk of a window: the same one every time. */
export function talkOf(workspace: Workspace): Talk {
  const talk = ofWorkspaces.get(workspace) ?? createTalk(workspace);
  ofWorkspaces.set(workspace, talk);
  return talk;
}

function createTalk(workspace: Workspace): Talk {
  const state = createStore<TalkState>({ threads: [], done: false });
  const chosenThread = createStore<Id | null>(null);
  const begun = createStore<RemarkSubject | null>(null);
  const query = createStore<TalkQuery>({ show: "open", where: "article" });
  let articleTalks: readonly ArticleTalk[] = [];
  /** What this window shows of this person's own sets, which may not be saved yet. */
  const ownRemarks = new Map<Id, Table<Remark>>();
  let places = new Map<Id, readonly SubjectPlace[]>();
  let handle: Id | null = null;
  let session: Session | null = null;
  let stop = (): void => undefined;

  function publish(done: boolean): void {
    const me = workspace.state.get().project?.annotator?.id ?? null;
    const others: SetRemarks[] = articleTalks.flatMap(({ article, sets }) =>
      sets.filter(({ annotatorId }) => annotatorId !== me || !ownRemarks.has(article)),
    );
    const ownSets: SetRemarks[] =
      me === null
        ? []
        : Array.from(ownRemarks, ([articleId, table]) => ({
            articleId,
            annotatorId: me,
            remarks: [...records(table)],
          }));
    const isMine = (id: Id): boolean => {
      const annotationSet = session?.annotations().set;
      if (annotationSet && (has(annotationSet.spans, id) || has(annotationSet.attributions, id))) return true;
      return places.get(id)?.some(({ annotator }) => annotator === me) ?? false;
    };
    const threads = threadsOf([...others, ...ownSets]).map((thread) => ({
      ...thread,
      waits: me === null ? null : waitsFor(me, thread, isMine),
    }));
    state.set({ threads, done });
  }

  async function refresh(): Promise<void> {
    const handleBefore = handle;
    if (handleBefore === null) return;
    try {
      const { articles } = await workspace.call((project) =>
        workspace.client.call("review.threads", { project }),
      );
      if (handleBefore !== handle) return;
      articleTalks = articles;
      places = new Map();
      for (const place of articles.flatMap((one) => one.places))
        places.set(place.id, [...(places.get(place.id) ?? []), place]);
    } catch (error) {
      // What was read last is shown on; the next look tries again.
      if (!(error instanceof ApiError)) throw error;
    }
    publish(true);
  }

  function takeOwn(): void {
    const remarks = session?.annotations().set.remarks;
    if (!session || !remarks || ownRemarks.get(session.article.id) === remarks) return;
    ownRemarks.set(session.article.id, remarks);
    publish(state.get().done);
  }

  function follow(): void {
    const { project, session: shown } = workspace.state.get();
    const nextHandle = project?.handle ?? null;
    if (nextHandle !== handle) {
      handle = nextHandle;
      articleTalks = [];
      places = new Map();
      ownRemarks.clear();
      chosenThread.set(null);
      begun.set(null);
      state.set({ threads: [], done: false });
      void refresh();
    }
    if (shown === session) return;
    stop();
    session = shown;
    begun.set(null);
    stop = shown ? shown.state.subscribe(takeOwn) : () => undefined;
    takeOwn();
  }

  workspace.state.subscribe(follow);
  workspace.client.subscribe((event) => {
    if (event.type === "sets" && event.project === handle) void refresh();
  });
  // A synchronised folder changes without a word while one is elsewhere.
  window.addEventListener("focus", () => void refresh());
  follow();

  return {
    state,
    query,
    chosen: chosenThread,
    begun,
    refresh,
    placeOf({ article, on }) {
      const annotationSet = session?.article.id === article ? session.annotations().set : null;
      for (const id of subjectIds(on)) {
        const span = annotationSet && get(annotationSet.spans, id);
        const card = annotationSet && get(annotationSet.attributions, id);
        const place = span ? spanHull(span) : card ? placeOf(annotationSet, card) : places.get(id)?.[0];
        if (place) return { start: place.start, end: place.end };
      }
      return null;
    },
  };
}

/** The threads that are asked for. `article`: the one on the screen. */
export function listedThreads(
  threads: readonly ListedThread[],
  { show, where }: TalkQuery,
  article: Id | null,
): readonly ListedThread[] {
  return threads.filter(
    (thread) =>
      (where === "project" || thread.article === article) &&
      (show === "all" ||
        (show === "waiting" ? thread.waits !== null : thread.isResolved === (show === "resolved"))),
  );
}

export const waitingCount = (threads: readonly ListedThread[]): number =>
  threads.filter(({ waits }) => waits !== null).length;
