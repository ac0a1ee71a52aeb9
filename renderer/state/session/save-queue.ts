// Sends the changes of one article to the core, one call a change, in order, and knows at any moment what is not yet
// safe on the disk. A change leaves the queue only when the core has acknowledged it or the person has been told.
import type { Client } from "../../../shared/api/client.ts";
import type { HandedOver, OpenArticle } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import { createKeptAside } from "./kept-aside.ts";
import type { Keeper, Waiting } from "./outbox.ts";

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
  rebase(theirs: OpenArticle, unsent: readonly Waiting[], refused: Waiting | null): readonly Waiting[];
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
  ready?(one: Waiting): Promise<ApiErrorData | null> | null;
  /** Waits before another try. Passed in so that tests need no clock. */
  delay?(milliseconds: number): Promise<void>;
}

export interface MovedOver extends HandedOver {
  readonly handed: readonly Waiting[];
  /** One that the core would not take for what it is. */
  readonly refused: Waiting | null;
}

export interface SaveQueue {
  readonly status: ReadableStore<SaveStatus>;
  push(waiting: Waiting): void;
  /** Of the set as this window knows it, with nothing unsent on top. */
  revision(): number;
  /**
   * Another call than the queue's saved this set, up to this revision. True when the window may apply the same to what it
   * shows; otherwise the queue takes the set in anew.
   */
  savedElsewhere(revision: number): boolean;
  /** The changes not yet acknowledged, in their order. */
  unsent(): readonly Change[];
  waiting(): readonly Waiting[];
  /** Tries again at once instead of after the pause. */
  retry(): void;
  /** Looks at the set on the disk: while the host could not be reached, another window may have saved. */
  refresh(): void;
  /** Another window saved this set: takes its state in when it is not the one known here. */
  noticeRevision(revision: number): void;
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

export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  const { client } = options;
  const setAddress = { article: options.article, ...(options.whose && { whose: options.whose }) };
  const delay = options.delay ?? wait;
  const status = createStore<SaveStatus>({ kind: "saved", at: null });
  const keptAside = createKeptAside(client, options.project, { ...setAddress, textHash: options.textHash });
  let unsent: readonly Waiting[] = [];
  /** One that was sent and not answered: it may be saved, and a resend of it tells. */
  let unsure: Waiting | null = null;
  let isStale = false;
  let revision = options.revision;
  /** The latest revision that another window is known to have saved. */
  let latest = revision;
  let running = false;
  let ended = false;
  let keeping: Promise<void> = Promise.resolve();
  let wake: (() => void) | null = null;
  let waiters: (() => void)[] = [];

  const failed = (error: unknown): ApiErrorData => {
    if (error instanceof ApiError) return error.toData();
    throw error;
  };

  const setUnsent = (next: readonly Waiting[]): void => {
    unsent = next;
    options.keeper.hold(unsent);
  };

  async function sendFirst(first: Waiting): Promise<ApiErrorData | null> {
    const turn = options.ready?.(first);
    const inTheWay = turn && (await turn);
    if (inTheWay) return inTheWay;
    try {
      const saved = await client.call("annotations.apply", {
        project: options.project(),
        ...setAddress,
        revision,
        textHash: options.textHash,
        ...first,
      });
      revision = saved.revision;
      unsure = null;
      setUnsent(unsent.filter((one) => one !== first));
      keptAside.saved(first.opId);
      status.set(
        unsent.length === 0
          ? { kind: "saved", at: saved.savedAt }
          : { kind: "saving", waiting: unsent.length },
      );
      return null;
    } catch (error) {
      const why = failed(error);
      if (why.code === "unreachable" || why.code === "internal") unsure = first;
      return why;
    }
  }

  /** Takes the state on the disk as the ground, and what still fits of ours on top of it. */
  async function reload(refused: Waiting | null): Promise<ApiErrorData | null> {
    const staleness = { isStale, latest };
    // What is told while the answer is on its way may be newer than that.
    isStale = false;
    latest = revision;
    try {
      const openedArticle = await client.call("article.open", { project: options.project(), ...setAddress });
      if (openedArticle.article.textHash !== options.textHash) return await moveOver(openedArticle, refused);
      const fitting = options.rebase(
        openedArticle,
        unsent.filter((one) => one !== refused),
        refused,
      );
      revision = openedArticle.revision;
      unsure = null;
      setUnsent(fitting);
      void keptAside.keepOnly(unsent);
      options.rebased(openedArticle);
      return null;
    } catch (error) {
      isStale ||= staleness.isStale;
      latest = Math.max(latest, staleness.latest);
      return failed(error);
    }
  }

  /** Has what is not saved carried over to the text that the article has now. Rejects with an `ApiError`; then it waits here. */
  async function moveOver(theirs: OpenArticle, refused: Waiting | null): Promise<null> {
    const { textHash } = options;
    const handed = unsent.filter((one) => one !== refused);
    const moved: HandedOver =
      handed.length === 0
        ? { applied: 0, unfitting: [] }
        : await client.call("annotations.handOver", {
            project: options.project(),
            ...setAddress,
            textHash,
            changes: [...handed],
          });
    revision = theirs.revision;
    latest = revision;
    isStale = false;
    unsure = null;
    setUnsent(unsent.filter((one) => one !== refused && !handed.includes(one)));
    void keptAside.keepOnly(unsent);
    options.movedOver({ ...moved, handed, refused });
    return null;
  }

  /** What can be done about a failure before the next try; the failure that stays, or `null`. */
  async function overcome(error: ApiErrorData, first: Waiting | null): Promise<ApiErrorData | null> {
    if (error.problem === "project-read-only" && options.isHeld?.()) return error;
    // Read-only under a window that writes: somebody else took the project while this one slept.
    if (error.problem === "project-not-open" || error.problem === "project-read-only")
      return options.reopen().then(() => null, failed);
    return passes(error) ? error : reload(error.code === "invalidInput" ? first : null);
  }

  const isBehind = (): boolean => isStale || latest > revision;

  /** One call: takes in what another window saved, else sends the first change. `null` when it went well. */
  async function nextCall(first: Waiting | null): Promise<ApiErrorData | null> {
    if (isBehind() && (!first || first !== unsure)) return reload(null);
    return first && sendFirst(first);
  }

  function sayUnsaved(error: ApiErrorData): void {
    status.set({ kind: "unsaved", waiting: unsent.length, kept: keptAside.countOf(unsent), error });
  }

  async function keepNow(): Promise<void> {
    await keptAside.keep(unsent);
    const currentStatus = status.get();
    if (currentStatus.kind === "unsaved") sayUnsaved(currentStatus.error);
  }

  const keepAside = (): void => {
    // One after the other: the latest ends last.
    keeping = keepNow();
  };

  async function pauseAfter(error: ApiErrorData, tries: number): Promise<void> {
    sayUnsaved(error);
    if (error.code !== "unreachable") keepAside();
    const woken = new Promise<void>((done) => {
      wake = done;
    });
    await Promise.race([delay(pauses[Math.min(tries, pauses.length - 1)] ?? 0), woken]);
    wake = null;
  }

  async function run(): Promise<void> {
    if (running || ended) return;
    running = true;
    let tries = 0;
    let overcame = 0;
    try {
      for (
        let waitingChange = unsent[0] ?? null;
        waitingChange || isBehind();
        waitingChange = unsent[0] ?? null
      ) {
        if (ended) return;
        const error = await nextCall(waitingChange);
        if (!error) {
          tries = 0;
          overcame = 0;
          continue;
        }
        const stuck = await overcome(error, waitingChange);
        overcame = stuck ? 0 : overcame + 1;
        tries += 1;
        // What was overcome is tried again at once, however long the host was away before, but not at once for ever.
        if (stuck || overcame > patience) await pauseAfter(stuck ?? error, tries - 1);
      }
      if (status.get().kind !== "saved") status.set({ kind: "saved", at: null });
    } finally {
      running = false;
    }
    for (const done of waiters.splice(0)) done();
  }

  return {
    status,
    revision: () => revision,
    savedElsewhere(theirs) {
      if (running || unsent.length > 0 || isBehind() || theirs !== revision + 1) {
        latest = Math.max(latest, theirs);
        void run();
        return false;
      }
      revision = theirs;
      latest = revision;
      return true;
    },
    push(waiting) {
      setUnsent([...unsent, waiting]);
      const currentStatus = status.get();
      if (currentStatus.kind === "unsaved") {
        sayUnsaved(currentStatus.error);
        keepAside();
      } else status.set({ kind: "saving", waiting: unsent.length });
      void run();
    },
    retry: () => wake?.(),
    end() {
      ended = true;
      options.keeper.leave();
      wake?.();
    },
    refresh() {
      isStale = true;
      wake?.();
      void run();
    },
    waiting: () => unsent,
    unsent: () => unsent.map(({ change }) => change),
    noticeRevision(theirs) {
      latest = Math.max(latest, theirs);
      void run();
    },
    keepingTried: () => keeping,
    drained: () =>
      unsent.length === 0 ? Promise.resolve() : new Promise((done) => (waiters = [...waiters, done])),
  };
}
