// The articles of the open project that were shown in this window: one session each, and the registry and the tagset that they share.
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id, NewId, Now } from "../../../shared/model/id.ts";
import { type StepPart, setKey } from "../../../shared/model/step.ts";
import type { Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Store } from "../../lib/store.ts";
import { withEntitiesOf } from "../history/project-steps.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import { type AllSaves, createAllSaves } from "../session/all-saves.ts";
import { opIdsOf } from "../session/hand-over.ts";
import { keepCaret } from "../session/keep-caret.ts";
import { keeperIn, type LeftBehind, type Outbox } from "../session/outbox.ts";
import type { SaveQueue } from "../session/save-queue.ts";
import { createSession, type Notice, type Session } from "../session/session.ts";
import { waitForRegistry } from "../session/wait-for-registry.ts";
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
  /** The session of the curated set of an article, beside the one that is shown. Rejects with an `ApiError`. */
  openCurated(project: OpenProject, article: Id): Promise<Session>;
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
  /** The project can be written again: what could only be read is opened anew, the rest goes on where it was. */
  resume(): Promise<void>;
  /** Says what of an earlier window does not fit any more. */
  showUnfitting(left: LeftBehind): void;
  /** What could not be kept of this person's work was seen, and the page need keep it no longer. */
  dismissDropped(): void;
}

export interface OpenSessionsOptions {
  readonly client: Client;
  readonly newId: NewId;
  readonly now: Now;
  readonly outbox: Outbox;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  history(): HistoryWalk;
}

/** Holds none at first. */
export function createOpenSessions(options: OpenSessionsOptions): OpenSessions {
  const { client, newId, now, outbox, link, state } = options;
  /** By `setKey`. */
  const sessions = new Map<string, Session>();
  /** Those that are being opened, with what was told of them meanwhile: the answer may be older than that. */
  const openingCallbacks = new Map<string, ((queue: SaveQueue) => void)[]>();
  /** Those that were opened anew: what was done in one until then may still be on its way. */
  const former = new Set<Session>();
  const allSessions = (): readonly Session[] => [...sessions.values(), ...former];

  /** Gives a session up for another one, and forgets those that have nothing left to do. */
  function retire(key: string): void {
    for (const formerSession of former)
      if (formerSession.queue.status.get().kind === "saved" && formerSession !== state.get().session)
        former.delete(formerSession);
    const session = sessions.get(key);
    sessions.delete(key);
    if (session) former.add(session);
  }

  /** Its article is in the trash: what is not saved of it waits outside the others, which nothing of it is to hold up. */
  function detach(session: Session): void {
    state.patch({ stranded: [...state.get().stranded, session] });
    const stop = session.queue.status.subscribe(() => {
      if (session.queue.status.get().kind !== "saved") return;
      stop();
      reattach(session);
    });
  }

  function reattach(session: Session): void {
    state.patch({ stranded: state.get().stranded.filter((one) => one !== session) });
  }

  /** What waited for an article that is back goes on, and is shown where the article is still marked by the same tagset. */
  function goOn({ project: { tagset } }: OpenProject, article: Id): void {
    const { stranded, articles } = state.get();
    if (!articles.some(({ id }) => id === article)) return;
    for (const session of stranded.filter((one) => one.article.id === article)) {
      reattach(session);
      const key = keyOf(session);
      if (session.tagset === tagset && !sessions.has(key)) sessions.set(key, session);
      else former.add(session);
      session.queue.refresh();
    }
  }

  function drop(article: Id, changes: readonly Change[], opIds: readonly Id[] = []): void {
    const { articles, dropped } = state.get();
    const title = articles.find(({ id }) => id === article)?.title ?? "";
    state.patch({ dropped: [...dropped, { article, title, changes, opIds }] });
  }

  async function openSession(project: OpenProject, article: Id): Promise<void> {
    goOn(project, article);
    const knownSession = sessions.get(article);
    if (knownSession) {
      knownSession.takeEntities(state.get().entities);
      state.patch({ session: knownSession });
      return;
    }
    const session = await openAnew(project, { article });
    const previousSession = state.get().session;
    if (previousSession?.article.id === article) keepCaret(previousSession, session);
    state.patch({ session, warnings: withWarnings(state.get().warnings, session.opened.warnings) });
  }

  async function openCurated(project: OpenProject, article: Id): Promise<Session> {
    const curatedSet = { article, whose: "curation" as const };
    const knownSession = sessions.get(setKey(curatedSet));
    knownSession?.takeEntities(state.get().entities);
    return knownSession ?? openAnew(project, curatedSet);
  }

  async function openAnew(project: OpenProject, set: Pick<StepPart, "article" | "whose">): Promise<Session> {
    const key = setKey(set);
    const callbacks = openingCallbacks.get(key) ?? [];
    openingCallbacks.set(key, callbacks);
    const openedArticle = await link
      .call((handle) => client.call("article.open", { project: handle, ...set }))
      .finally(() => openingCallbacks.delete(key));
    const otherSession = sessions.get(key);
    // Asked for twice at once: one of them is enough, and two would write against each other.
    if (otherSession) return otherSession;
    const history = options.history();
    const session = createSession({
      client,
      project,
      opened: openedArticle,
      whose: set.whose,
      entities: state.get().entities,
      newId,
      now,
      keeper: keeperIn(outbox, project, openedArticle.article, set.whose && openedArticle.set.annotatorId),
      ready: (one) => waitForRegistry(one, queuesBut(key)),
      note: history.note,
      onStep: history.record,
      onStepReplaced: history.replaced,
      onDropped: (changes) => drop(set.article, changes),
      onOtherText: (notice) => void followText(set, session, notice),
      onEntities: takeEntities,
      onRegistry: takeRegistry,
      handle: link.handle,
      isLocked: () => state.get().project?.readOnly != null,
      isHeld() {
        const readOnly = state.get().project?.readOnly;
        return readOnly?.why === "locked" && readOnly.detail.isFree !== true;
      },
      reopen: link.reopen,
    });
    sessions.set(key, session);
    for (const callback of callbacks) callback(session.queue);
    return session;
  }

  async function openAgain(article: Id): Promise<void> {
    for (const articleSet of setsOf(article)) retire(setKey(articleSet));
    if (state.get().session?.article.id === article) await openSession(link.project(), article);
  }

  /** What was done on the text of before has come over; what is not saved in the other set of the article does so by itself. */
  async function followText(
    { article, whose }: Pick<StepPart, "article" | "whose">,
    from: Session,
    notice: Notice | null,
  ): Promise<void> {
    const otherSession = sessions.get(setKey({ article, ...(whose ? {} : { whose: "curation" }) }));
    const key = setKey({ article, ...(whose && { whose }) });
    const present = sessions.get(key);
    if (present === from) retire(key);
    // It was opened on the present text before this came over to it.
    if (present && present !== from) present.queue.refresh();
    // Where it was given up with the other one, that one is opened anew already.
    else if (!present && otherSession) otherSession.queue.refresh();
    else if (otherSession && otherSession.queue.waiting().length > 0) otherSession.queue.refresh();
    else await openAgain(article);
    if (notice) (sessions.get(article) ?? otherSession)?.say(notice);
  }

  const queuesBut = (set: string) =>
    Array.from(sessions).flatMap(([key, { queue }]) => (key === set ? [] : [queue]));

  function takeEntities(entities: Table<Entity>): void {
    state.patch({ entities });
    for (const session of allSessions()) session.takeEntities(entities);
  }

  function takeRegistry(entities: Table<Entity>): void {
    takeEntities(
      [...allSessions(), ...state.get().stranded]
        .flatMap(({ queue }) => queue.unsent())
        .reduce(withEntitiesOf, entities),
    );
  }

  function hear(set: Pick<StepPart, "article" | "whose">, tell: (queue: SaveQueue) => void): void {
    const session = sessions.get(setKey(set));
    if (session) tell(session.queue);
    else openingCallbacks.get(setKey(set))?.push(tell);
  }

  return {
    get: (article) => sessions.get(article),
    has: (article) => allSessions().some((one) => one.article.id === article),
    of: (set) => sessions.get(setKey(set)),
    onRemoteSet: hear,
    onTextChanged(article) {
      for (const articleSet of setsOf(article)) hear(articleSet, (queue) => queue.refresh());
    },
    open: openSession,
    openCurated,
    takeParts(parts, revisions) {
      for (const part of parts)
        sessions.get(setKey(part))?.takePart(part.change, revisions[setKey(part)] ?? 0);
    },
    forget: retire,
    openAgain,
    async leave(article) {
      for (const session of allSessions())
        if (session.article.id === article) {
          sessions.delete(keyOf(session));
          former.delete(session);
          if (session.queue.waiting().length > 0) detach(session);
        }
      const { articles, session } = state.get();
      const at = articles.findIndex(({ id }) => id === article);
      const remainingArticles = articles.filter(({ id }) => id !== article);
      state.patch({ articles: remainingArticles });
      if (session?.article.id !== article) return;
      state.patch({ session: null });
      const nextArticle = remainingArticles[at] ?? remainingArticles.at(-1);
      if (nextArticle) await openSession(link.project(), nextArticle.id);
    },
    onDeleted(articles) {
      const { stranded, dropped } = state.get();
      const isLost = ({ article }: Session): boolean => articles.includes(article.id);
      const lost = stranded.filter(isLost).map(({ article: { id, title }, queue }): Dropped => {
        queue.end();
        const opIds = opIdsOf(queue.waiting());
        return { article: id, isDeleted: true, title, changes: queue.unsent(), opIds };
      });
      state.patch({ stranded: stranded.filter((one) => !isLost(one)), dropped: [...dropped, ...lost] });
    },
    clear() {
      sessions.clear();
      former.clear();
      // It comes in when the project is opened again with its article.
      for (const { queue } of state.get().stranded) queue.end();
      state.patch({ stranded: [] });
    },
    takeEntities,
    takeRegistry,
    async takeTagset(tagset) {
      const { project, session } = state.get();
      if (!project) return;
      // What a session knows of its tagset never changes.
      for (const key of [...sessions.keys()]) retire(key);
      const nextProject = { ...project, project: { ...project.project, tagset } };
      state.patch({ project: nextProject });
      if (session) await openSession(nextProject, session.article.id);
    },
    ...createAllSaves(allSessions),
    async resume() {
      const { project, session } = state.get();
      if (!project) return;
      for (const [key, one] of [...sessions]) {
        if (one.state.get().notice?.kind === "read-only") one.dismissNotice();
        if (one.opened.readOnly === null) one.queue.refresh();
        else sessions.delete(key);
      }
      if (session && session.opened.readOnly !== null) await openSession(project, session.article.id);
    },
    showUnfitting: ({ article, waiting }) =>
      drop(
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

const setsOf = (article: Id): readonly Pick<StepPart, "article" | "whose">[] => [
  { article },
  { article, whose: "curation" },
];

const keyOf = ({ article, whose }: Session): string =>
  setKey({ article: article.id, ...(whose && { whose }) });
