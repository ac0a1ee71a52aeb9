// Saves changes: each is held against the revision, the state and the invariants, and all that wait for the same set are written together.
// Entities that come are written before the set and those that go after it, so that no saved mention ever points to nothing.
import type { Saved } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type StepNote, setKey } from "../../../shared/model/step.ts";
import { has, tableOf, withRecords } from "../../../shared/model/table.ts";
import type { CoreContext } from "../context.ts";
import type { LiveProject, OpenSet } from "../project/live-project.ts";
import { stateAfter } from "./check-change.ts";
import { forgetKept } from "./close-sets.ts";
import { createMentionSearch, type MentionSearch } from "./mention-search.ts";
import { saveEntities } from "./save-entities.ts";
import type { Steps } from "./steps.ts";

export interface ChangeRequest {
  readonly opId: Id;
  /** Of the set, as the caller knew it when the change was made. */
  readonly revision: number;
  readonly change: Change;
  readonly step?: StepNote;
}

interface Applied extends Saved {
  /** False when a resend was answered: nothing has changed since. */
  readonly isNew: boolean;
  readonly entitiesChanged: boolean;
  /** True when entities stay that the change would have removed: its caller has to be told, too. */
  readonly entitiesKept: boolean;
}

export interface Applier {
  /** Resolves when the change is safe on the disk; throws an `ApiError` when it is not, and then it does not count. */
  apply(open: OpenSet, request: ChangeRequest): Promise<Applied>;
}

interface QueuedRequest {
  readonly open: OpenSet;
  readonly request: ChangeRequest;
  resolve(applied: Applied): void;
  reject(error: unknown): void;
}

interface ApplierState {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly steps: Pick<Steps, "exclusively" | "finish">;
  readonly mentions: MentionSearch;
  onSaved(article: Id): void;
  queue: QueuedRequest[];
  isRunning: boolean;
}

/** `onSaved` hears of each article whose set has been changed. */
export function createApplier(
  context: CoreContext,
  liveProject: LiveProject,
  steps: Pick<Steps, "exclusively" | "finish">,
  onSaved: (article: Id) => void = () => undefined,
): Applier {
  const mentions = createMentionSearch(context, liveProject);
  const applier: ApplierState = {
    context,
    liveProject,
    steps,
    mentions,
    onSaved,
    queue: [],
    isRunning: false,
  };
  /** What is being saved now: a resend of it waits for the same answer. */
  const underWay = new Map<string, Promise<Applied>>();
  return {
    async apply(open, request) {
      const key = `${open.article.id} ${open.whose} ${request.opId}`;
      const pendingSave = underWay.get(key);
      if (pendingSave) return { ...(await pendingSave), isNew: false };
      const saving = enqueue(applier, open, request);
      underWay.set(key, saving);
      try {
        return await saving;
      } finally {
        underWay.delete(key);
      }
    },
  };
}

function enqueue(applier: ApplierState, open: OpenSet, request: ChangeRequest): Promise<Applied> {
  return new Promise((resolve, reject) => {
    applier.queue.push({ open, request, resolve, reject });
    void run(applier);
  });
}

async function run(applier: ApplierState): Promise<void> {
  if (applier.isRunning) return;
  applier.isRunning = true;
  try {
    for (let queueHead = applier.queue[0]; queueHead; queueHead = applier.queue[0]) {
      const { open } = queueHead;
      const batch = applier.queue.filter((one) => one.open === open);
      applier.queue = applier.queue.filter((one) => one.open !== open);
      // Whatever goes wrong, every request gets its answer; those answered already do not hear it twice.
      await applier.steps
        .exclusively(() => save(applier, open, batch))
        .catch((error: unknown) => {
          for (const waiter of batch) waiter.reject(error);
        });
    }
  } finally {
    applier.isRunning = false;
  }
}

/** Saves what fits of a batch in one write, and answers every request of it. */
async function save(applier: ApplierState, open: OpenSet, batch: readonly QueuedRequest[]): Promise<void> {
  const { liveProject } = applier;
  const { store, article } = open;
  const present = liveProject.articles.get(article.id);
  if (present && present.textRevision !== article.textRevision) {
    // It was corrected while they waited; their windows have them carried over.
    for (const waiter of batch) waiter.reject(new ApiError("article-revised", { article: article.title }));
    return;
  }
  try {
    await applier.steps.finish();
  } catch (error) {
    const failure = await keptOutside(applier, open, batch, error);
    for (const waiter of batch) waiter.reject(failure);
    return;
  }
  const entitiesBefore = liveProject.folder.registry.data().entities;
  const stateBefore: Annotations = { set: store.set(), entities: tableOf(entitiesBefore) };
  const { accepted, state } = await acceptBatch(applier, open, batch, stateBefore);
  if (accepted.length === 0) return;
  try {
    const going = entitiesBefore.filter(({ id }) => !has(state.entities, id));
    const entitiesCame = await saveEntities(liveProject, withRecords(state.entities, going));
    const saved = await appendOrTakeBack(applier, open, accepted, entitiesCame ? entitiesBefore : null);
    const areGone = going.length === 0 || (await deleteUnmentioned(applier, state.entities));
    const entitiesChanged = entitiesCame || (going.length > 0 && areGone);
    accepted.forEach((one, at) => {
      const answer = saved[at];
      if (answer) {
        const entitiesKept = one.entitiesKept || !areGone;
        one.resolve({ ...asSaved(answer), isNew: true, entitiesChanged, entitiesKept });
      }
    });
    applier.onSaved(article.id);
    void forgetKept(
      liveProject,
      open,
      accepted.map(({ request }) => request.opId),
    );
  } catch (error) {
    const failure = await keptOutside(applier, open, accepted, error);
    for (const waiter of accepted) waiter.reject(failure);
  }
}

interface Accepted extends QueuedRequest {
  readonly entitiesKept: boolean;
}

/** What fits of a batch, one upon the other, and the state it leads to. Answers resends and what does not fit. */
async function acceptBatch(
  { liveProject, mentions }: ApplierState,
  open: OpenSet,
  batch: readonly QueuedRequest[],
  stateBefore: Annotations,
): Promise<{ readonly accepted: readonly Accepted[]; readonly state: Annotations }> {
  const { store, article, text, whose } = open;
  let state = stateBefore;
  const accepted: Accepted[] = [];
  for (const waiter of batch) {
    const { opId } = waiter.request;
    const answered = store.answerTo(opId);
    if (answered)
      waiter.resolve({ ...asSaved(answered), isNew: false, entitiesChanged: false, entitiesKept: false });
    else
      try {
        const key = setKey({ article: article.id, ...(whose && { whose }) });
        const keptIds = await mentions.ofRemoved(waiter.request.change, [key]);
        const revision = store.revision() + accepted.length;
        const baseline = { state, revision, article: article.id, text };
        state = stateAfter(liveProject, baseline, waiter.request, keptIds);
        accepted.push({ ...waiter, entitiesKept: keptIds.size > 0 });
      } catch (error) {
        // What will never be taken must not be offered again later.
        if (error instanceof ApiError && error.problem === "change-invalid")
          void forgetKept(liveProject, open, [opId]);
        waiter.reject(error);
      }
  }
  return { accepted, state };
}

/** Keeps in the home what the project's disk did not take. Gives the error that says whether that went well. */
async function keptOutside(
  { context }: ApplierState,
  open: OpenSet,
  accepted: readonly QueuedRequest[],
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof ApiError) || !isOfTheDisk(error)) return error;
  try {
    await open.spill.keep(accepted.map(({ request: { revision: _revision, ...asked } }) => asked));
  } catch (second) {
    context.log.error(`keeping changes of ${open.article.id}`, second);
    return error;
  }
  return new ApiError(error.problem, { ...error.detail, kept: true }, { cause: error });
}

async function appendOrTakeBack(
  applier: ApplierState,
  open: OpenSet,
  accepted: readonly QueuedRequest[],
  entitiesBefore: readonly Entity[] | null,
) {
  try {
    return await open.store.append(accepted.map(({ request }) => request));
  } catch (error) {
    if (entitiesBefore) await takeBack(applier, entitiesBefore);
    throw error;
  }
}

async function takeBack({ liveProject, context }: ApplierState, entities: readonly Entity[]): Promise<void> {
  try {
    // The project may be somebody else's by now, and so is its registry.
    await liveProject.lock?.fence();
    await liveProject.folder.registry.update((data) => ({ ...data, entities }));
  } catch (error) {
    // An entity that nothing mentions does no harm, and a resend of the change takes it as done.
    context.log.error("taking the registry back", error);
  }
}

/** Takes away the entities that the saved changes removed. One that nothing mentions any more does no harm when that fails. */
async function deleteUnmentioned(
  { liveProject, context }: ApplierState,
  entities: Annotations["entities"],
): Promise<boolean> {
  try {
    await saveEntities(liveProject, entities);
    return true;
  } catch (error) {
    context.log.error("taking entities away", error);
    return false;
  }
}

/** Whether a change was refused for the state of the disk or its lock, not for what it is. */
const isOfTheDisk = ({ code, problem }: ApiError): boolean =>
  ["storage", "forbidden", "locked", "notFound"].includes(code) && problem !== "project-read-only";

const asSaved = ({ revision, at }: { readonly revision: number; readonly at: string }): Saved => ({
  revision,
  savedAt: at,
});
