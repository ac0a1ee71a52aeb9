// The page's own store of changes that are not yet acknowledged, so that they outlive the page: a window that takes over where another one
// ended hands them to the core.
import type { Article } from "../../../shared/model/article.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { StepNote } from "../../../shared/model/step.ts";

export interface PendingChange {
  readonly opId: Id;
  readonly change: Change;
  /** The action that made it. */
  readonly step?: StepNote;
}

/** One annotator's set of one article. */
export interface SetAddress {
  readonly project: Id;
  readonly annotator: Id;
  readonly article: Id;
  /** Hash of the text that its changes are made on. */
  readonly textHash: string;
}

export interface UnsavedWork {
  readonly article: Id;
  /** Absent: of this person's own set. */
  readonly whose?: Whose;
  /** Hash of the text that they were made on; absent for what an earlier version of Sayso has kept. */
  readonly textHash?: string;
  readonly waiting: readonly PendingChange[];
}

/** Keeps what one session has not saved. Another session of the same set has its own. */
export interface Keeper {
  /** Keeps exactly these changes, in this order, from now on. Never throws: what cannot be kept stays in the window. */
  hold(waiting: readonly PendingChange[]): void;
  /** Nobody in this window sees to what is kept any more: it is for whoever opens the project next. */
  leave(): void;
}

export interface Outbox {
  keeper(set: SetAddress): Keeper;
  /**
   * What windows that are gone have left of this annotator's changes in this project, oldest first. From then on it is this
   * window's: no other gets it while this one is there. Never rejects.
   */
  takeOver(project: Id, annotator: Id): Promise<readonly UnsavedWork[]>;
  /** Drops changes that were taken over, once they are acknowledged or a person has been told. */
  forget(opIds: readonly Id[]): void;
}

/**
 * Keeps the changes of a session of an article until they are acknowledged. `owner`: whose set it is; `null` while nobody has given a name
 * who could make any.
 */
export function keeperIn(
  outbox: Outbox,
  project: Id,
  { id, textHash }: Pick<Article, "id" | "textHash">,
  owner: () => Id | null,
): Keeper {
  let keeper: Keeper | null = null;
  function keeperOfOwner(): Keeper {
    const annotator = owner();
    if (annotator === null) return keepsNothing;
    keeper ??= outbox.keeper({ project, annotator, article: id, textHash });
    return keeper;
  }
  return { hold: (waiting) => keeperOfOwner().hold(waiting), leave: () => keeperOfOwner().leave() };
}

const keepsNothing: Keeper = { hold: () => undefined, leave: () => undefined };
