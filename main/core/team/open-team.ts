// Keeps a project that somebody has open level with the place at which a team shares it: when somebody asks, and at the times that were set.
// What came is written into the project's folder and taken in from there, as whatever else comes from outside.
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import {
  type CameFromTeam,
  cameTogether,
  neverByItself,
  notShared,
  type SyncTimes,
  type TeamState,
} from "../../../shared/api/team.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { createQueue, type WorkQueue } from "../../storage/files/queue.ts";
import { errorCode, readError } from "../../storage/files/storage-error.ts";
import { withExclusiveAccess } from "../changes/opening.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { keepRegistryConflicts } from "../merge/keep-conflicts.ts";
import { type LiveProject, lockIn, writerIn } from "../project/live-project.ts";
import { shareHeld, statusHeld, syncHeld } from "./sync.ts";
import type { HeldProject, SyncReport } from "./take-incoming.ts";
import {
  isListedWithMarks,
  ownBranch,
  readPlace,
  type SharedPlace,
  settleConflicts,
  type TeamContext,
  teamFolder,
  writePlace,
} from "./team-store.ts";

export interface OpenTeam {
  state(): TeamState;
  /** Both give false when somebody ended it, and throw an `ApiError` where it cannot be done. `allow`: throws where the person does not agree. */
  share(to: string, allow: (signal: AbortSignal) => Promise<void>): Promise<boolean>;
  sync(): Promise<boolean>;
  setTimes(times: SyncTimes): Promise<TeamState>;
  /** Ends what is under way. */
  stop(): void;
  /** Something was saved: more waits to be sent. */
  onSaved(): void;
  /** Takes these of what both sides changed off the list: somebody has seen to them. */
  settle(keys: readonly string[]): Promise<void>;
  /** Syncs once more where that is wanted, and ends. Never throws. */
  close(): Promise<void>;
}

interface OpenTeamOptions {
  /** Does work that writes into the folder and takes it in. */
  take<T>(work: () => Promise<T>): Promise<{ readonly done: T; readonly news: readonly OutsideNews[] }>;
  onState(state: TeamState): void;
  onNews(news: readonly OutsideNews[]): void;
}

interface OpenTeamState extends OpenTeamOptions {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly steps: Pick<Steps, "exclusively">;
  /** What reaches the shared place, one after the other. */
  readonly queue: WorkQueue;
  /** Ends what is under way. */
  running: AbortController | null;
  /** The project is being closed: nothing is counted any more. */
  isClosing: boolean;
  /** Aborted when its closing may wait no longer: what is under way ends, and nothing else is begun. */
  readonly ending: AbortController;
  /** The sync that is under way or comes next: it serves whoever asks meanwhile. */
  syncing: Promise<boolean> | null;
  state: TeamState;
  counting: NodeJS.Timeout | null;
  /** Something was saved that was not counted. */
  isUncounted: boolean;
  timer: NodeJS.Timeout | null;
}

/** Milliseconds after something was saved until what waits is counted; the pause after that, in times as long as the counting took. */
const countAfter = { least: 1_000, times: 4 } as const;

/** Milliseconds that closing a project may wait for the shared place. */
const closingLimit = 20_000;

/** Of the present project: what others need to know who did it, and which machine it was. */
export const teamContextOf = (
  { disk, options, settings, now }: CoreContext,
  signal?: AbortSignal,
): TeamContext => ({
  ...{ disk, now, home: options.home, version: options.version, device: settings.device },
  name: settings.get().annotatorName ?? "",
  ...(signal && { signal }),
});

/** Reads where the project is shared; reaches the shared place only where the person has set that for the opening. */
export async function startOpenTeam(
  context: CoreContext,
  liveProject: LiveProject,
  steps: Pick<Steps, "exclusively">,
  options: OpenTeamOptions,
): Promise<OpenTeam> {
  const place = liveProject.lock ? await placeOf(context, liveProject) : null;
  const team: OpenTeamState = {
    ...options,
    ...{ context, liveProject, steps, queue: createQueue() },
    ...{ running: null, syncing: null, counting: null, timer: null, isUncounted: false },
    ...{ isClosing: false, ending: new AbortController() },
    state: { ...notShared, ...placeState(place) },
  };
  if (team.state.where !== null && context.options.watchPauses !== null) {
    if (team.state.times.atOpening) void syncQuietly(team);
    else countSoon(team, 0);
    setTimer(team);
  }
  return {
    state: () => team.state,
    share: (to, allow) => share(team, to, allow),
    sync: () => sync(team),
    setTimes: (times) => setTimes(team, times),
    stop: () => team.running?.abort(),
    onSaved: () => countSoon(team, countAfter.least),
    settle: (keys) => settle(team, keys),
    close: () => close(team),
  };
}

/** One that cannot be read is none until it is asked for. */
async function placeOf({ disk, options, log }: CoreContext, { folder }: LiveProject) {
  try {
    return await readPlace({ disk, home: options.home }, folder.project.data().id);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    log.error("reading where a project is shared", error);
    return null;
  }
}

const placeState = (place: SharedPlace | null): Pick<TeamState, "where" | "branch" | "times"> => ({
  where: place?.address ?? null,
  branch: place && ownBranch(place),
  times: place?.times ?? neverByItself,
});

function become(team: OpenTeamState, changed: Partial<TeamState>): void {
  team.state = { ...team.state, ...changed };
  team.onState(team.state);
}

/** The project as it is open: nothing is saved while its files are kept, and what came is taken in from outside. */
function heldProject(team: OpenTeamState): HeldProject {
  const { context, liveProject, steps } = team;
  const quietly = <T>(work: () => Promise<T>): Promise<T> => withExclusiveAccess(liveProject, steps, work);
  return {
    root: liveProject.folder.root,
    project: liveProject.folder.project.data().id,
    fence: () => lockIn(liveProject).fence(),
    open: {
      quietly,
      async taking(work) {
        const { done, news } = await team.take(() => quietly(work));
        tellCame(team, done, news);
        return done;
      },
      onEntities: async (base, ours, theirs) =>
        void (await keepRegistryConflicts(context, liveProject, base, ours, theirs)),
      onStage: (stage) => become(team, { stage }),
    },
  };
}

/** Does what reaches the shared place. False when somebody ended it, or the project is closed by then. */
function reach(
  team: OpenTeamState,
  work: (context: TeamContext & { readonly signal: AbortSignal }, held: HeldProject) => Promise<SyncReport>,
): Promise<boolean> {
  return team.queue.run(async () => {
    writerIn(team.liveProject);
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, team.ending.signal]);
    if (signal.aborted) return false;
    team.running = controller;
    try {
      await work({ ...teamContextOf(team.context), signal }, heldProject(team));
      become(team, { stage: null, problem: null, syncedAt: team.context.now() });
      return true;
    } catch (thrown) {
      const error = errorCode(thrown) === "" ? thrown : readError(thrown, team.liveProject.folder.root);
      const problem = error instanceof ApiError && !signal.aborted ? error.toData() : null;
      become(team, { stage: null, problem });
      if (signal.aborted) return false;
      throw error;
    } finally {
      team.running = null;
      await count(team);
    }
  });
}

/** What came is told by article and person; what only says that something came, is not told beside it. What both changed is counted. */
function tellCame(team: OpenTeamState, report: SyncReport, news: readonly OutsideNews[]): void {
  const came = cameOf(team, report);
  const isAny = came.articles.length + came.work.length > 0;
  if (isAny) become(team, { came: cameTogether(team.state.came, came) });
  const differences = report.conflicts.filter((one) => !isListedWithMarks(one)).length;
  const count = team.liveProject.conflicts.list().length;
  const told: readonly OutsideNews[] = [
    ...(isAny || differences > 0 ? [{ what: "team" as const, ...came, differences }] : []),
    ...news.filter(({ what }) => what !== "colleagues" && what !== "article-came"),
    ...(report.conflicts.length > differences && count > 0 ? [{ what: "conflicts" as const, count }] : []),
  ];
  if (told.length > 0) team.onNews(told);
}

function cameOf({ liveProject }: OpenTeamState, { newArticles, work }: SyncReport): CameFromTeam {
  const titleOf = (id: Id): string => liveProject.articles.get(id)?.title ?? id;
  const { annotators } = liveProject.folder.project.data();
  return {
    articles: newArticles.map((article) => ({ article, title: titleOf(article) })),
    work: work.map(({ article, annotator, marks, changes }) => ({
      ...{ article, marks, changes, title: titleOf(article) },
      name: annotators.find(({ id }) => id === annotator)?.name ?? annotator,
    })),
  };
}

async function share(
  team: OpenTeamState,
  to: string,
  allow: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const isDone = await reach(team, async (context, held) => {
    await allow(context.signal);
    return shareHeld(context, held, to);
  });
  const place = await placeOf(team.context, team.liveProject);
  become(team, placeState(place));
  await count(team);
  return isDone;
}

function sync(team: OpenTeamState): Promise<boolean> {
  team.syncing ??= reach(team, syncHeld).finally(() => {
    team.syncing = null;
  });
  return team.syncing;
}

/** Said by us or by the system, so that it is no bug. */
const isOfSystem = (error: unknown): boolean => error instanceof ApiError || errorCode(error) !== "";

/** One that nobody is waiting for: why it failed stands in the state. */
async function syncQuietly(team: OpenTeamState): Promise<void> {
  try {
    await sync(team);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    team.context.log.error("syncing a project", error);
  }
}

async function setTimes(team: OpenTeamState, times: SyncTimes): Promise<TeamState> {
  const { context, liveProject } = team;
  writerIn(liveProject);
  const project = liveProject.folder.project.data().id;
  const place = await readPlace(teamContextOf(context), project);
  if (!place) throw new ApiError("team-not-shared", { name: liveProject.folder.project.data().name });
  await writePlace(context.disk, teamFolder(context.options.home, project), { ...place, times });
  become(team, { times });
  setTimer(team);
  return team.state;
}

function setTimer(team: OpenTeamState): void {
  if (team.timer) clearInterval(team.timer);
  const { every } = team.state.times;
  team.timer = every === null ? null : setInterval(() => void syncQuietly(team), every * 60_000).unref();
}

/** Counts what waits to be sent, which takes git on this machine and reaches nothing. What cannot be counted is not known. */
async function count(team: OpenTeamState): Promise<void> {
  if (team.state.where === null || !team.liveProject.lock || team.isClosing) return;
  const context = teamContextOf(team.context, team.ending.signal);
  try {
    const { changes, conflicts } = await statusHeld(context, heldProject(team));
    become(team, { waiting: changes, differences: conflicts.length });
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    team.context.log.error("counting what waits to be sent", error);
    become(team, { waiting: null });
  }
}

/** A project so large that counting takes long is counted less often. */
function countSoon(team: OpenTeamState, after: number): void {
  if (team.state.where === null || team.context.options.watchPauses === null || team.isClosing) return;
  team.isUncounted = true;
  team.counting ??= setTimeout(() => {
    team.isUncounted = false;
    const began = performance.now();
    void team.queue
      .run(() => count(team))
      .finally(() => {
        if (team.isClosing) return;
        const pause = countAfter.times * (performance.now() - began);
        team.counting = setTimeout(() => {
          team.counting = null;
          if (team.isUncounted) countSoon(team, 0);
        }, pause).unref();
      });
  }, after).unref();
}

/** While nothing is merged into the project, which may find more of them. */
async function settle(team: OpenTeamState, keys: readonly string[]): Promise<void> {
  const { context, liveProject, steps } = team;
  writerIn(liveProject);
  const folder = teamFolder(context.options.home, liveProject.folder.project.data().id);
  const differences = await withExclusiveAccess(liveProject, steps, () =>
    settleConflicts(context.disk, folder, keys),
  );
  become(team, { differences });
}

/** What is being written into the project is written to its end; whatever else is under way when the limit is over ends. */
async function close(team: OpenTeamState): Promise<void> {
  team.isClosing = true;
  if (team.timer) clearInterval(team.timer);
  if (team.counting) clearTimeout(team.counting);
  const { where, times } = team.state;
  const isWanted = where !== null && times.atClosing;
  if (!isWanted) team.ending.abort();
  const limit = setTimeout(() => team.ending.abort(), closingLimit);
  if (isWanted) await syncQuietly(team);
  await team.queue.run(async () => undefined);
  clearTimeout(limit);
}
