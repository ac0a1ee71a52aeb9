// Sends the changes of one article to the core, one call a change, in order, and knows at any moment what is not yet
// safe on the disk. A change leaves the queue only when the core has acknowledged it or the person has been told.
import type { Client } from "../../../shared/api/client.ts";
import type { AppliedUnsaved, OpenArticle } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { StepPart } from "../../../shared/model/step.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Keeper, PendingChange } from "./outbox.ts";

/**
 * What the status line says. `waiting` counts the changes that are not yet acknowledged, `kept` those of them that are
 * safe on this computer outside the project.
 */
export type SaveStatus =
  | { readonly kind: "saved"; readonly at: string | null }
  | { readonly kind: "saving"; readonly waiting: number }
  | {
      readonly kind: "unsaved";
      readonly waiting: number;
      readonly kept: number;
      readonly error: ApiErrorData;
    };

export interface SaveQueueOptions {
  readonly client: Client;
  /** The handle of the open project, asked for at each call: it is another after a reopening. */
  project(): Id;
  readonly article: Id;
  /** Absent: this person's own set of it. */
  readonly whose?: Whose | undefined;
  readonly revision: number;
  /** Of the text that the changes are made on. */
  readonly textHash: string;
  /**
   * Called when what stands on the disk is not what the changes were made on, with that state and the changes not yet
   * acknowledged. Returns those that still fit; the queue goes on with them. One that is no longer the same has another
   * `opId`. `refused` is one that the core will not take for what it is; it is no longer among the unsent.
   */
  rebase(
    theirs: OpenArticle,
    unsent: readonly PendingChange[],
    refused: PendingChange | null,
  ): readonly PendingChange[];
  /** Called when the article’s text is another by now, with what became on it of what was not saved on this one. */
  movedOver(moved: MovedOver): void;
  /** Called when the queue goes on after a rebase. */
  rebased(theirs: OpenArticle): void;
  /** Opens the project again when the core no longer knows it, as after a sleep; a failure of it counts as the call's. */
  reopen(): Promise<void>;
  /** Whether somebody else is known to hold the project, so that opening it again leads to nothing. */
  isHeld?(): boolean;
  /** Keeps the changes that are not yet acknowledged. */
  readonly keeper: Keeper;
  /**
   * `null` when a change may be sent at once; otherwise resolves when it may, or with what keeps another change from being
   * saved that must go before it.
   */
  ready?(one: PendingChange): Promise<ApiErrorData | null> | null;
  /** Waits before another try. Passed in so that tests need no clock. */
  delay?(milliseconds: number): Promise<void>;
}

export interface MovedOver extends AppliedUnsaved {
  readonly handed: readonly PendingChange[];
  /** One that the core would not take for what it is. */
  readonly refused: PendingChange | null;
}

export interface SaveQueue {
  readonly status: ReadableStore<SaveStatus>;
  push(waiting: PendingChange): void;
  /** Of the set as this window knows it, with nothing unsent on top. */
  revision(): number;
  /**
   * Another call than the queue's saved this set, up to this revision. True when the window may apply the same to what it
   * shows; otherwise the queue takes the set in anew.
   */
  savedElsewhere(revision: number): boolean;
  /** The changes not yet acknowledged, in their order. */
  unsent(): readonly Change[];
  waiting(): readonly PendingChange[];
  /** Tries again at once instead of after the pause. */
  retry(): void;
  /** Looks at the set on the disk: while the host could not be reached, another window may have saved. */
  refresh(): void;
  /** Another window saved this set: takes its state in when it is not the one known here. */
  noticeRevision(revision: number): void;
  /** Resolves when nothing waits and nothing newer is known; stays pending while that fails. */
  upToDate(): Promise<void>;
  /** Resolves when nothing waits; stays pending while saving fails. */
  drained(): Promise<void>;
  /** Resolves once it is known whether what waits by now is kept outside the project. */
  keepingTried(): Promise<void>;
  /** Sends nothing more: what waits is for whoever opens the project next. */
  end(): void;
}

const pauses = [500, 1_000, 2_000, 5_000, 10_000];
/** How many failures in a row are followed by another try without a pause, when something could be done about them. */
const patience = 3;
const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Failures after which another try of the same call can succeed by itself. */
const passes = (error: ApiErrorData): boolean =>
  ["storage", "unreachable", "locked", "forbidden", "internal", "notFound"].includes(error.code);

/** What a queue knows of its set. */
interface QueueState {
  readonly options: SaveQueueOptions;
  readonly setAddress: { readonly article: Id; readonly whose?: Whose };
  readonly delay: (milliseconds: number) => Promise<void>;
  readonly status: Store<SaveStatus>;
  readonly keptAside: KeptAside;
  unsent: readonly PendingChange[];
  /** One that was sent and not answered: it may be saved, and a resend of it tells. */
  unsure: PendingChange | null;
  isStale: boolean;
  revision: number;
  /** The latest revision that another window is known to have saved. */
  latest: number;
  running: boolean;
  ended: boolean;
  keeping: Promise<void>;
  wake: (() => void) | null;
  waiters: (() => void)[];
}

function initialState(options: SaveQueueOptions): QueueState {
  const { client, article, whose, textHash, revision } = options;
  const setAddress = { article, ...(whose && { whose }) };
  return {
    options,
    setAddress,
    delay: options.delay ?? wait,
    status: createStore<SaveStatus>({ kind: "saved", at: null }),
    keptAside: createKeptAside(client, options.project, { ...setAddress, textHash }),
    unsent: [],
    unsure: null,
    isStale: false,
    revision,
    latest: revision,
    running: false,
    ended: false,
    keeping: Promise.resolve(),
    wake: null,
    waiters: [],
  };
}

export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  const queue = initialState(options);
  return {
    status: queue.status,
    revision: () => queue.revision,
    savedElsewhere(theirs) {
      if (queue.running || queue.unsent.length > 0 || isBehind(queue) || theirs !== queue.revision + 1) {
        queue.latest = Math.max(queue.latest, theirs);
        void run(queue);
        return false;
      }
      queue.revision = theirs;
      queue.latest = queue.revision;
      return true;
    },
    push(waiting) {
      setUnsent(queue, [...queue.unsent, waiting]);
      const currentStatus = queue.status.get();
      if (currentStatus.kind === "unsaved") {
        sayUnsaved(queue, currentStatus.error);
        keepAside(queue);
      } else queue.status.set({ kind: "saving", waiting: queue.unsent.length });
      void run(queue);
    },
    retry: () => queue.wake?.(),
    end() {
      queue.ended = true;
      options.keeper.leave();
      queue.wake?.();
    },
    refresh() {
      queue.isStale = true;
      queue.wake?.();
      void run(queue);
    },
    waiting: () => queue.unsent,
    unsent: () => queue.unsent.map(({ change }) => change),
    noticeRevision(theirs) {
      queue.latest = Math.max(queue.latest, theirs);
      void run(queue);
    },
    keepingTried: () => queue.keeping,
    upToDate: () => (queue.running ? untilDone(queue) : Promise.resolve()),
    drained: () => (queue.unsent.length === 0 ? Promise.resolve() : untilDone(queue)),
  };
}

const untilDone = (queue: QueueState): Promise<void> =>
  new Promise((done) => (queue.waiters = [...queue.waiters, done]));

/** Makes one call after the other until nothing waits and nothing newer is known. */
async function run(queue: QueueState): Promise<void> {
  if (queue.running || queue.ended) return;
  queue.running = true;
  let tries = 0;
  let overcame = 0;
  try {
    for (
      let waitingChange = queue.unsent[0] ?? null;
      waitingChange || isBehind(queue);
      waitingChange = queue.unsent[0] ?? null
    ) {
      if (queue.ended) return;
      const error = await nextCall(queue, waitingChange);
      if (!error) {
        tries = 0;
        overcame = 0;
        continue;
      }
      const stuck = await overcome(queue, error, waitingChange);
      overcame = stuck ? 0 : overcame + 1;
      tries += 1;
      // What was overcome is tried again at once, however long the host was away before, but not at once for ever.
      if (stuck || overcame > patience) await pauseAfter(queue, stuck ?? error, tries - 1);
    }
    if (queue.status.get().kind !== "saved") queue.status.set({ kind: "saved", at: null });
  } finally {
    queue.running = false;
  }
  for (const done of queue.waiters.splice(0)) done();
}

const isBehind = ({ isStale, latest, revision }: QueueState): boolean => isStale || latest > revision;

/** One call: takes in what another window saved, else sends the first change. `null` when it went well. */
async function nextCall(queue: QueueState, first: PendingChange | null): Promise<ApiErrorData | null> {
  if (isBehind(queue) && (!first || first !== queue.unsure)) return reload(queue, null);
  return first && sendFirst(queue, first);
}

async function sendFirst(queue: QueueState, first: PendingChange): Promise<ApiErrorData | null> {
  const { options, setAddress, status } = queue;
  const turn = options.ready?.(first);
  const inTheWay = turn && (await turn);
  if (inTheWay) return inTheWay;
  try {
    const saved = await options.client.call("annotations.apply", {
      project: options.project(),
      ...setAddress,
      revision: queue.revision,
      textHash: options.textHash,
      ...first,
    });
    queue.revision = saved.revision;
    queue.unsure = null;
    setUnsent(
      queue,
      queue.unsent.filter((one) => one !== first),
    );
    queue.keptAside.saved(first.opId);
    status.set(
      queue.unsent.length === 0
        ? { kind: "saved", at: saved.savedAt }
        : { kind: "saving", waiting: queue.unsent.length },
    );
    return null;
  } catch (error) {
    const why = errorDataOf(error);
    if (why.code === "unreachable" || why.code === "internal") queue.unsure = first;
    return why;
  }
}

function setUnsent(queue: QueueState, unsent: readonly PendingChange[]): void {
  queue.unsent = unsent;
  queue.options.keeper.hold(unsent);
}

/** What the core answered; anything else is a bug, and thrown. */
function errorDataOf(error: unknown): ApiErrorData {
  if (error instanceof ApiError) return error.toData();
  throw error;
}

/** Takes the state on the disk as the ground, and what still fits of ours on top of it. */
async function reload(queue: QueueState, refused: PendingChange | null): Promise<ApiErrorData | null> {
  const { options, setAddress } = queue;
  const { isStale, latest } = queue;
  // What is told while the answer is on its way may be newer than that.
  queue.isStale = false;
  queue.latest = queue.revision;
  try {
    const openedArticle = await options.client.call("article.open", {
      project: options.project(),
      ...setAddress,
    });
    if (openedArticle.article.textHash !== options.textHash)
      return await moveOver(queue, openedArticle, refused);
    const fitting = options.rebase(
      openedArticle,
      queue.unsent.filter((one) => one !== refused),
      refused,
    );
    queue.revision = openedArticle.revision;
    queue.unsure = null;
    setUnsent(queue, fitting);
    void queue.keptAside.keepOnly(queue.unsent);
    options.rebased(openedArticle);
    return null;
  } catch (error) {
    queue.isStale ||= isStale;
    queue.latest = Math.max(queue.latest, latest);
    return errorDataOf(error);
  }
}

/** Has what is not saved carried over to the text that the article has now. Rejects with an `ApiError`; then it waits here. */
async function moveOver(
  queue: QueueState,
  theirs: OpenArticle,
  refused: PendingChange | null,
): Promise<null> {
  const { options, setAddress } = queue;
  const handed = queue.unsent.filter((one) => one !== refused);
  const moved: AppliedUnsaved =
    handed.length === 0
      ? { applied: 0, unfitting: [] }
      : await options.client.call("annotations.applyUnsaved", {
          project: options.project(),
          ...setAddress,
          textHash: options.textHash,
          changes: [...handed],
        });
  queue.revision = theirs.revision;
  queue.latest = queue.revision;
  queue.isStale = false;
  queue.unsure = null;
  setUnsent(
    queue,
    queue.unsent.filter((one) => one !== refused && !handed.includes(one)),
  );
  void queue.keptAside.keepOnly(queue.unsent);
  options.movedOver({ ...moved, handed, refused });
  return null;
}

/** What can be done about a failure before the next try; the failure that stays, or `null`. */
async function overcome(
  queue: QueueState,
  error: ApiErrorData,
  first: PendingChange | null,
): Promise<ApiErrorData | null> {
  const { options } = queue;
  if (error.problem === "project-read-only" && options.isHeld?.()) return error;
  // Read-only under a window that writes: somebody else took the project while this one slept.
  if (error.problem === "project-not-open" || error.problem === "project-read-only")
    return options.reopen().then(() => null, errorDataOf);
  return passes(error) ? error : reload(queue, error.code === "invalidInput" ? first : null);
}

async function pauseAfter(queue: QueueState, error: ApiErrorData, tries: number): Promise<void> {
  sayUnsaved(queue, error);
  if (error.code !== "unreachable") keepAside(queue);
  const woken = new Promise<void>((done) => {
    queue.wake = done;
  });
  await Promise.race([queue.delay(pauses[Math.min(tries, pauses.length - 1)] ?? 0), woken]);
  queue.wake = null;
}

function sayUnsaved({ status, unsent, keptAside }: QueueState, error: ApiErrorData): void {
  status.set({ kind: "unsaved", waiting: unsent.length, kept: keptAside.countOf(unsent), error });
}

function keepAside(queue: QueueState): void {
  // One after the other: the latest ends last.
  queue.keeping = keepNow(queue);
}

async function keepNow(queue: QueueState): Promise<void> {
  await queue.keptAside.keep(queue.unsent);
  const currentStatus = queue.status.get();
  if (currentStatus.kind === "unsaved") sayUnsaved(queue, currentStatus.error);
}

/** The changes that wait while the project cannot be written: asks the core to keep them on this computer, outside the project, and knows which of them are safe there. */
interface KeptAside {
  /** How many of these are safe on this computer. */
  countOf(waiting: readonly PendingChange[]): number;
  /** Has those kept that are not yet. Never rejects: what could not be kept is not counted. */
  keep(waiting: readonly PendingChange[]): Promise<void>;
  /** This one is in the project now, and the core has dropped it by itself. */
  saved(opId: Id): void;
  /** Has those dropped that are not among these any more. Never rejects. */
  keepOnly(waiting: readonly PendingChange[]): Promise<void>;
}

function createKeptAside(
  client: Client,
  project: () => Id,
  set: Pick<StepPart, "article" | "whose"> & { readonly textHash: string },
): KeptAside {
  let safe: ReadonlySet<Id> = new Set();
  let lastCall: Promise<void> = Promise.resolve();

  /** One call after the other, so that none is overtaken. */
  function sendChanges(
    what: () => { readonly changes: readonly PendingChange[]; readonly forget: readonly Id[] },
  ) {
    lastCall = lastCall.then(async () => {
      const { changes, forget } = what();
      if (changes.length === 0 && forget.length === 0) return;
      try {
        const input = { project: project(), ...set, changes: [...changes], forget: [...forget] };
        await client.call("annotations.keep", input);
      } catch (error) {
        if (error instanceof ApiError) return;
        throw error;
      }
      safe = new Set([...safe, ...changes.map(({ opId }) => opId)]);
      for (const opId of forget) without(opId);
    });
    return lastCall;
  }

  function without(opId: Id): void {
    safe = new Set([...safe].filter((one) => one !== opId));
  }

  return {
    countOf: (waiting) => waiting.filter(({ opId }) => safe.has(opId)).length,
    keep: (waiting) =>
      sendChanges(() => ({ changes: waiting.filter(({ opId }) => !safe.has(opId)), forget: [] })),
    saved: without,
    keepOnly: (waiting) =>
      sendChanges(() => {
        const stay = new Set(waiting.map(({ opId }) => opId));
        return { changes: [], forget: [...safe].filter((opId) => !stay.has(opId)) };
      }),
  };
}
