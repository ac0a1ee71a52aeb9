// The talk of the open project: everybody's remarks as the core last read them, with this person's own as they stand in the window. One
// talk a window.

import type { ArticleTalk, SubjectPlace } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { placeOf } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
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
} from "../../../shared/model/threads.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";

export interface ListedThread extends Thread {
  /** Why it waits for this person; `null` when it does not. */
  readonly waits: WaitReason | null;
}

interface TalkState {
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

interface Talk {
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

/** The talk of a window: the same one every time. */
export const talkOf = memoize(createTalk);

interface TalkParts extends Pick<Talk, "query" | "chosen" | "begun"> {
  readonly workspace: Workspace;
  readonly state: Store<TalkState>;
  articleTalks: readonly ArticleTalk[];
  /** What this window shows of this person's own sets, which may not be saved yet. */
  readonly ownRemarks: Map<Id, Table<Remark>>;
  places: Map<Id, readonly SubjectPlace[]>;
  handle: Id | null;
  session: Session | null;
  /** Ends listening to the session. */
  stop: () => void;
}

function createTalk(workspace: Workspace): Talk {
  const parts: TalkParts = {
    workspace,
    state: createStore<TalkState>({ threads: [], done: false }),
    query: createStore<TalkQuery>({ show: "open", where: "article" }),
    chosen: createStore<Id | null>(null),
    begun: createStore<RemarkSubject | null>(null),
    articleTalks: [],
    ownRemarks: new Map(),
    places: new Map(),
    handle: null,
    session: null,
    stop: () => undefined,
  };
  workspace.state.subscribe(() => follow(parts));
  workspace.client.subscribe((event) => {
    if (event.type === "sets" && event.project === parts.handle) void refresh(parts);
  });
  // A synchronised folder changes without a word while one is elsewhere.
  window.addEventListener("focus", () => void refresh(parts));
  follow(parts);
  const { state, query, chosen, begun } = parts;
  return {
    state,
    query,
    chosen,
    begun,
    refresh: () => refresh(parts),
    placeOf: (thread) => placeOfThread(parts, thread),
  };
}

function follow(parts: TalkParts): void {
  const { workspace, state, chosen, begun } = parts;
  const { project, session } = workspace.state.get();
  const nextHandle = project?.handle ?? null;
  if (nextHandle !== parts.handle) {
    parts.handle = nextHandle;
    parts.articleTalks = [];
    parts.places = new Map();
    parts.ownRemarks.clear();
    chosen.set(null);
    begun.set(null);
    state.set({ threads: [], done: false });
    void refresh(parts);
  }
  if (session === parts.session) return;
  parts.stop();
  parts.session = session;
  begun.set(null);
  parts.stop = session ? session.state.subscribe(() => takeOwn(parts)) : () => undefined;
  takeOwn(parts);
}

async function refresh(parts: TalkParts): Promise<void> {
  const { workspace, handle } = parts;
  if (handle === null) return;
  try {
    const { articles } = await workspace.call((project) =>
      workspace.client.call("review.threads", { project }),
    );
    if (handle !== parts.handle) return;
    parts.articleTalks = articles;
    parts.places = new Map();
    for (const place of articles.flatMap((one) => one.places))
      parts.places.set(place.id, [...(parts.places.get(place.id) ?? []), place]);
  } catch (error) {
    // What was read last is shown on; the next look tries again.
    if (!(error instanceof ApiError)) throw error;
  }
  publish(parts, true);
}

function takeOwn(parts: TalkParts): void {
  const { session, ownRemarks, state } = parts;
  const remarks = session?.annotations().set.remarks;
  if (!session || !remarks || ownRemarks.get(session.article.id) === remarks) return;
  ownRemarks.set(session.article.id, remarks);
  publish(parts, state.get().done);
}

function publish(
  { workspace, state, articleTalks, ownRemarks, places, session }: TalkParts,
  done: boolean,
): void {
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

function placeOfThread(
  { session, places }: TalkParts,
  { article, on }: Pick<Thread, "article" | "on">,
): Range | null {
  const annotationSet = session?.article.id === article ? session.annotations().set : null;
  for (const id of subjectIds(on)) {
    const span = annotationSet && get(annotationSet.spans, id);
    const card = annotationSet && get(annotationSet.attributions, id);
    const place = span ? spanHull(span) : card ? placeOf(annotationSet, card) : places.get(id)?.[0];
    if (place) return { start: place.start, end: place.end };
  }
  return null;
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
