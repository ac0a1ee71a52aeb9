// The articles of the open project that were shown in this window: one session each, and the registry and the tagset that they share.
import type { Client } from "../../../shared/api/client.ts";
import type { OpenArticle, OpenProject } from "../../../shared/api/contract.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id, NewId, Now } from "../../../shared/model/id.ts";
import { type StepPart, setKey } from "../../../shared/model/step.ts";
import type { Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Store } from "../../lib/store.ts";
import { withEntitiesOf } from "../history/project-steps.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import { type AllSaves, createAllSaves, waitForRegistry } from "../session/all-saves.ts";
import { keeperIn, type Outbox, type UnsavedWork } from "../session/outbox.ts";
import { opIdsOf } from "../session/recover-unsaved.ts";
import type { SaveQueue } from "../session/save-queue.ts";
import { createSession, type Notice, type Session } from "../session/session.ts";
import type { ProjectLink } from "./project-link.ts";
import { type Dropped, type WorkspaceState, withWarnings } from "./workspace-state.ts";

export interface OpenSessions extends AllSaves {
  get(article: Id): Session | undefined;
  /** Whether any set of an article is open here. */
  has(article: Id): boolean;
  /** The session of either set of an article. */
  of(set: Pick<StepPart, "article" | "whose">): Session | undefined;
  /** Tells the queue of a set something that another window did; of a set that is being opened, once it is. */
  onRemoteSet(set: Pick<StepPart, "article" | "whose">, tell: (queue: SaveQueue) => void): void;
  /** The text of an article became another one elsewhere: whatever is open of it looks. */
  onTextChanged(article: Id): void;
  /** The session of a set of an article, beside the one that is shown. Rejects with an `ApiError`. */
  openBeside(project: OpenProject, set: Pick<StepPart, "article" | "whose">): Promise<Session>;
  /** Shows an article; one that was visited is there at once. Rejects with an `ApiError`. */
  open(project: OpenProject, article: Id): Promise<void>;
  /** Shows in every article that is open what a step made of it, at the revisions that its sets have then. */
  takeParts(parts: readonly StepPart[], revisions: Readonly<Record<string, number>>): void;
  /** Gives an article's session up, so that it is opened anew. */
  forget(article: Id): void;
  /** Gives up what is known of an article whose text is another now, and opens it anew where it is shown. Rejects with an `ApiError`. */
  openAgain(article: Id): Promise<void>;
  /** Gives up an article that is gone; where it is shown, the next of the list takes its place. Rejects with an `ApiError`. */
  leave(article: Id): Promise<void>;
  /** Articles were deleted for good: what waits for their coming back can never be saved, and is shown. */
  onDeleted(articles: readonly Id[]): void;
  clear(): void;
  /** The registry became another one. */
  takeEntities(entities: Table<Entity>): void;
  /** The registry as it stands on the disk: what is not yet saved comes on top. */
  takeRegistry(entities: Table<Entity>): void;
  /** Shows every article anew, under another tagset. */
  takeTagset(tagset: Tagset): Promise<void>;
  /** The person has given their name: every set that is open becomes theirs. Resolves once all are. */
  takeAnew(): Promise<void>;
  /** The project can be written again: what could only be read is opened anew, the rest goes on where it was. */
  resume(): Promise<void>;
  /** Says what of an earlier window does not fit any more. */
  showUnfitting(left: UnsavedWork): void;
  /** What could not be kept of this person's work was seen, and the page need keep it no longer. */
  dismissDropped(): void;
}

interface OpenSessionsOptions {
  readonly client: Client;
  readonly newId: NewId;
  readonly now: Now;
  readonly outbox: Outbox;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  history(): HistoryWalk;
  /** See `SessionOptions.askName`. */
  askName(again: () => void): void;
}

/** One set of an article; without `whose` this person's own. */
type ArticleSet = Pick<StepPart, "article" | "whose">;

/** What was told of a set while it is being opened: the answer may be older than that. */
type QueueCallback = (queue: SaveQueue) => void;

interface SessionsState {
  readonly options: OpenSessionsOptions;
  /** By `setKey`. */
  readonly bySet: Map<string, Session>;
  /** Those that are being opened. */
  readonly openingCallbacks: Map<string, QueueCallback[]>;
  /** Those that were opened anew: what was done in one until then may still be on its way. */
  readonly former: Set<Session>;
}

/** Holds none at first. */
export function createOpenSessions(options: OpenSessionsOptions): OpenSessions {
  const { state, outbox } = options;
  const sessions: SessionsState = {
    options,
    bySet: new Map(),
    openingCallbacks: new Map(),
    former: new Set(),
  };
  return {
    get: (article) => sessions.bySet.get(article),
    has: (article) => allSessions(sessions).some((one) => one.article.id === article),
    of: (set) => sessions.bySet.get(setKey(set)),
    onRemoteSet: (set, tell) => tellQueue(sessions, set, tell),
    onTextChanged(article) {
      for (const articleSet of setsOf(article)) tellQueue(sessions, articleSet, (queue) => queue.refresh());
    },
    open: (project, article) => showSession(sessions, project, article),
    openBeside: (project, set) => openBeside(sessions, project, set),
    takeParts(parts, revisions) {
      for (const part of parts)
        sessions.bySet.get(setKey(part))?.takePart(part.change, revisions[setKey(part)] ?? 0);
    },
    forget: (article) => retire(sessions, article),
    openAgain: (article) => openAgain(sessions, article),
    leave: (article) => leave(sessions, article),
    onDeleted: (articles) => dropStranded(state, articles),
    clear() {
      sessions.bySet.clear();
      sessions.former.clear();
      // It comes in when the project is opened again with its article.
      for (const { queue } of state.get().stranded) queue.end();
      state.patch({ stranded: [] });
    },
    takeEntities: (entities) => takeEntities(sessions, entities),
    takeRegistry: (entities) => takeRegistry(sessions, entities),
    takeTagset: (tagset) => takeTagset(sessions, tagset),
    ...createAllSaves(() => allSessions(sessions)),
    async takeAnew() {
      for (const { queue } of allSessions(sessions)) queue.refresh();
      await Promise.all(allSessions(sessions).map(({ queue }) => queue.upToDate()));
    },
    resume: () => resume(sessions),
    showUnfitting: ({ article, waiting }) =>
      drop(
        state,
        article,
        waiting.map(({ change }) => change),
        opIdsOf(waiting),
      ),
    dismissDropped() {
      const { dropped } = state.get();
      state.patch({ dropped: [] });
      outbox.forget(dropped.flatMap(({ opIds }) => opIds));
    },
  };
}

const allSessions = ({ bySet, former }: SessionsState): readonly Session[] => [...bySet.values(), ...former];

const setsOf = (article: Id): readonly ArticleSet[] => [{ article }, { article, whose: "curation" }];

const keyOf = ({ article, whose }: Session): string =>
  setKey({ article: article.id, ...(whose && { whose }) });

function tellQueue({ bySet, openingCallbacks }: SessionsState, set: ArticleSet, tell: QueueCallback): void {
  const session = bySet.get(setKey(set));
  if (session) tell(session.queue);
  else openingCallbacks.get(setKey(set))?.push(tell);
}

async function showSession(sessions: SessionsState, project: OpenProject, article: Id): Promise<void> {
  const { state } = sessions.options;
  goOn(sessions, project, article);
  const knownSession = sessions.bySet.get(article);
  if (knownSession) {
    knownSession.takeEntities(state.get().entities);
    state.patch({ session: knownSession });
    return;
  }
  const session = await openAnew(sessions, project, { article });
  const previousSession = state.get().session;
  if (previousSession?.article.id === article) keepCaret(previousSession, session);
  state.patch({ session, warnings: withWarnings(state.get().warnings, session.opened.warnings) });
}

async function openBeside(sessions: SessionsState, project: OpenProject, set: ArticleSet): Promise<Session> {
  const knownSession = sessions.bySet.get(setKey(set));
  knownSession?.takeEntities(sessions.options.state.get().entities);
  return knownSession ?? openAnew(sessions, project, set);
}

async function openAnew(sessions: SessionsState, project: OpenProject, set: ArticleSet): Promise<Session> {
  const { client, link } = sessions.options;
  const key = setKey(set);
  const callbacks = sessions.openingCallbacks.get(key) ?? [];
  sessions.openingCallbacks.set(key, callbacks);
  const openedArticle = await link
    .call((handle) => client.call("article.open", { project: handle, ...set }))
    .finally(() => sessions.openingCallbacks.delete(key));
  const otherSession = sessions.bySet.get(key);
  // Asked for twice at once: one of them is enough, and two would write against each other.
  if (otherSession) return otherSession;
  const session = sessionOn(sessions, project, set, openedArticle);
  sessions.bySet.set(key, session);
  for (const callback of callbacks) callback(session.queue);
  return session;
}

function sessionOn(
  sessions: SessionsState,
  project: OpenProject,
  set: ArticleSet,
  opened: OpenArticle,
): Session {
  const { client, newId, now, outbox, link, state } = sessions.options;
  const history = sessions.options.history();
  // They may give a name while the project is open.
  const annotator = (): Id | null => {
    const present = state.get().project;
    return (present?.project.id === project.project.id ? present : project).annotator?.id ?? null;
  };
  const session = createSession({
    client,
    project,
    opened,
    whose: set.whose,
    entities: state.get().entities,
    newId,
    now,
    keeper: keeperIn(outbox, project.project.id, opened.article, () =>
      set.whose && annotator() !== null ? opened.set.annotatorId : annotator(),
    ),
    annotator,
    askName: sessions.options.askName,
    ready: (one) => waitForRegistry(one, queuesBut(sessions, setKey(set))),
    note: history.note,
    onStep: history.record,
    onStepReplaced: history.replaced,
    onDropped: (changes) => drop(state, set.article, changes),
    onOtherText: (notice) => void followText(sessions, set, session, notice),
    onEntities: (entities) => takeEntities(sessions, entities),
    onRegistry: (entities) => takeRegistry(sessions, entities),
    handle: link.handle,
    isLocked: () => state.get().project?.readOnly != null,
    isHeld() {
      const readOnly = state.get().project?.readOnly;
      return readOnly?.why === "locked" && readOnly.detail.isFree !== true;
    },
    reopen: link.reopen,
  });
  return session;
}

const queuesBut = ({ bySet }: SessionsState, set: string): readonly SaveQueue[] =>
  Array.from(bySet).flatMap(([key, { queue }]) => (key === set ? [] : [queue]));

/** What was done on the text of before has come over; what is not saved in the other set of the article does so by itself. */
async function followText(
  sessions: SessionsState,
  { article, whose }: ArticleSet,
  from: Session,
  notice: Notice | null,
): Promise<void> {
  const otherSession = sessions.bySet.get(setKey({ article, ...(whose ? {} : { whose: "curation" }) }));
  const key = setKey({ article, ...(whose && { whose }) });
  const present = sessions.bySet.get(key);
  if (present === from) retire(sessions, key);
  // It was opened on the present text before this came over to it.
  if (present && present !== from) present.queue.refresh();
  // Where it was given up with the other one, that one is opened anew already.
  else if (!present && otherSession) otherSession.queue.refresh();
  else if (otherSession && otherSession.queue.waiting().length > 0) otherSession.queue.refresh();
  else await openAgain(sessions, article);
  if (notice) (sessions.bySet.get(article) ?? otherSession)?.say(notice);
}

async function openAgain(sessions: SessionsState, article: Id): Promise<void> {
  const { link, state } = sessions.options;
  for (const articleSet of setsOf(article)) retire(sessions, setKey(articleSet));
  if (state.get().session?.article.id === article) await showSession(sessions, link.project(), article);
}

/** Gives a session up for another one, and forgets those that have nothing left to do. */
function retire({ options: { state }, bySet, former }: SessionsState, key: string): void {
  for (const formerSession of former)
    if (formerSession.queue.status.get().kind === "saved" && formerSession !== state.get().session)
      former.delete(formerSession);
  const session = bySet.get(key);
  bySet.delete(key);
  if (session) former.add(session);
}

async function leave(sessions: SessionsState, article: Id): Promise<void> {
  const { link, state } = sessions.options;
  for (const session of allSessions(sessions))
    if (session.article.id === article) {
      sessions.bySet.delete(keyOf(session));
      sessions.former.delete(session);
      if (session.queue.waiting().length > 0) detach(state, session);
    }
  const { articles, session } = state.get();
  const at = articles.findIndex(({ id }) => id === article);
  const remainingArticles = articles.filter(({ id }) => id !== article);
  state.patch({ articles: remainingArticles });
  if (session?.article.id !== article) return;
  state.patch({ session: null });
  const nextArticle = remainingArticles[at] ?? remainingArticles.at(-1);
  if (nextArticle) await showSession(sessions, link.project(), nextArticle.id);
}

/** Its article is in the trash: what is not saved of it waits outside the others, which nothing of it is to hold up. */
function detach(state: Store<WorkspaceState>, session: Session): void {
  state.patch({ stranded: [...state.get().stranded, session] });
  const stop = session.queue.status.subscribe(() => {
    if (session.queue.status.get().kind !== "saved") return;
    stop();
    reattach(state, session);
  });
}

function reattach(state: Store<WorkspaceState>, session: Session): void {
  state.patch({ stranded: state.get().stranded.filter((one) => one !== session) });
}

/** What waited for an article that is back goes on, and is shown where the article is still marked by the same tagset. */
function goOn(sessions: SessionsState, { project: { tagset } }: OpenProject, article: Id): void {
  const { state } = sessions.options;
  const { stranded, articles } = state.get();
  if (!articles.some(({ id }) => id === article)) return;
  for (const session of stranded.filter((one) => one.article.id === article)) {
    reattach(state, session);
    const key = keyOf(session);
    if (session.tagset === tagset && !sessions.bySet.has(key)) sessions.bySet.set(key, session);
    else sessions.former.add(session);
    session.queue.refresh();
  }
}

/** What waits for articles that were deleted for good can never be saved: it is shown. */
function dropStranded(state: Store<WorkspaceState>, articles: readonly Id[]): void {
  const { stranded, dropped } = state.get();
  const isLost = ({ article }: Session): boolean => articles.includes(article.id);
  const lost = stranded.filter(isLost).map(({ article: { id, title }, queue }): Dropped => {
    queue.end();
    const opIds = opIdsOf(queue.waiting());
    return { article: id, isDeleted: true, title, changes: queue.unsent(), opIds };
  });
  state.patch({ stranded: stranded.filter((one) => !isLost(one)), dropped: [...dropped, ...lost] });
}

function drop(
  state: Store<WorkspaceState>,
  article: Id,
  changes: readonly Change[],
  opIds: readonly Id[] = [],
): void {
  const { articles, dropped } = state.get();
  const title = articles.find(({ id }) => id === article)?.title ?? "";
  state.patch({ dropped: [...dropped, { article, title, changes, opIds }] });
}

function takeEntities(sessions: SessionsState, entities: Table<Entity>): void {
  sessions.options.state.patch({ entities });
  for (const session of allSessions(sessions)) session.takeEntities(entities);
}

function takeRegistry(sessions: SessionsState, entities: Table<Entity>): void {
  takeEntities(
    sessions,
    [...allSessions(sessions), ...sessions.options.state.get().stranded]
      .flatMap(({ queue }) => queue.unsent())
      .reduce(withEntitiesOf, entities),
  );
}

async function takeTagset(sessions: SessionsState, tagset: Tagset): Promise<void> {
  const { state } = sessions.options;
  const { project, session } = state.get();
  if (!project) return;
  // What a session knows of its tagset never changes.
  for (const key of [...sessions.bySet.keys()]) retire(sessions, key);
  const nextProject = { ...project, project: { ...project.project, tagset } };
  state.patch({ project: nextProject });
  if (session) await showSession(sessions, nextProject, session.article.id);
}

async function resume(sessions: SessionsState): Promise<void> {
  const { project, session } = sessions.options.state.get();
  if (!project) return;
  for (const [key, one] of [...sessions.bySet]) {
    if (one.state.get().notice?.kind === "read-only") one.dismissNotice();
    if (one.opened.readOnly === null) one.queue.refresh();
    else sessions.bySet.delete(key);
  }
  if (session && session.opened.readOnly !== null) await showSession(sessions, project, session.article.id);
}

// An article that is opened anew under somebody, under another text too, leaves their caret where it was.

/** Hands the caret of the view on to the session that takes its place. */
function keepCaret(from: Session, to: Session): void {
  const at = from.view.current?.caret() ?? null;
  if (at !== null) to.caret.current = offsetAfter(from.text.text, to.text.text, at);
}

/** Where an offset of a text is in another one: as far from the start, or from the end, as the texts are the same up to there. */
export function offsetAfter(before: string, after: string, offset: number): number {
  let sameLength = 0;
  while (sameLength < offset && before[sameLength] === after[sameLength]) sameLength += 1;
  if (sameLength === offset) return offset;
  const suffix = before.slice(offset);
  // Where the words at the offset are others, it stands at the first that is.
  return after.endsWith(suffix) ? after.length - suffix.length : sameLength;
}
