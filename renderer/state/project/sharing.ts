// A project that others work in, too: what came from outside, and whose turn it is to write.
import type { Client } from "../../../shared/api/client.ts";
import type { Event, OpenProject } from "../../../shared/api/contract.ts";
import type { ConflictCopy, SettledCopies } from "../../../shared/api/copies.ts";
import {
  type ConflictSideName,
  type OutsideConflict,
  type OutsideNews,
  sideCommand,
} from "../../../shared/api/outside-news.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import type { Attempt } from "./attempts.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import { isFolderAway, type WorkspaceState, withWarnings } from "./workspace-state.ts";

export interface Sharing {
  /** Opens the project for writing where it is; `lock`: of somebody else that is to be taken over, as it was shown. */
  takeOver(lock: string | null): Promise<void>;
  /** Puts the text of an article back as its annotations know it. */
  restoreText(article: Id): Promise<void>;
  /** These were seen; what came since stays. */
  dismissNews(seen: readonly OutsideNews[]): void;
  /** Copies that synchronisation programs made of conflicts; `null` when that cannot be told, which the window shows. */
  listCopies(): Promise<readonly ConflictCopy[] | null>;
  /** Saves what waits, then merges copies and moves copies aside. `null` when it cannot be done, which the window shows. */
  settleCopies(merge: readonly string[], aside: readonly string[]): Promise<SettledCopies | null>;
  /** What was changed here and outside and nobody has seen to; `null` when that cannot be told, which the window shows. */
  listConflicts(): Promise<readonly OutsideConflict[] | null>;
  /** Puts one side's version in the place of what stands. False when it cannot be done, which the window shows. */
  takeSide(key: string, side: ConflictSideName): Promise<boolean>;
  /** Takes conflicts off the list. */
  settleConflicts(keys: readonly string[]): Promise<boolean>;
}

interface SharingOptions {
  readonly client: Client;
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  readonly link: ProjectLink;
  readonly newId: NewId;
  note(command: string): StepNote;
  record(step: Step): void;
  readonly attempt: Attempt;
  readonly follow: Attempt;
  /** Reads the history of the project. */
  load(project: OpenProject): Promise<void>;
}

export function createSharing(options: SharingOptions) {
  const offered: Sharing = {
    takeOver: (lock) => takeOver(options, lock),
    restoreText: (article) => restoreText(options, article),
    dismissNews: (seen) => keepNews(options, (item) => !seen.includes(item)),
    ...copiesIn(options),
    ...conflictsIn(options),
  };
  return {
    onEvent: (event: SharedEvent) => onEvent(options, event),
    offered,
    entered: (project: OpenProject) => tellConflicts(options, project),
    goOnFromAway: (path: string) => goOnFromAway(options, path),
  };
}

type SharedEvent = Extract<
  Event,
  { readonly type: "outside" | "folder" | "moved" | "taken-over" | "read-only" | "missed" }
>;

function onEvent(options: SharingOptions, event: SharedEvent): void {
  const { state, sessions, follow } = options;
  const { project, news } = state.get();
  if (event.type === "outside") state.patch({ news: withMoreNews(news, event.news) });
  else if (event.type === "missed")
    void follow(message("workbench.opening-project"), () => lookAnew(options));
  else if (event.type === "moved")
    // What was found at the opening is said where it was opened.
    void follow(message("workbench.opening-project"), async () => void (await goOnAt(options, event.path)));
  else if (event.type === "folder") {
    state.patch({ folderAway: event.isAway ? event.project : null });
    // What waits goes at once, and what others did on it meanwhile is seen.
    if (!event.isAway) sessions.refresh();
  } else if (event.type === "read-only") {
    const isTaken = project?.readOnly?.detail.isTaken === true;
    const readOnly = { ...event.readOnly, detail: { ...event.readOnly.detail, isTaken } };
    if (project?.readOnly) state.patch({ project: { ...project, readOnly } });
  } else if (project) {
    // At once, so that nothing more is done that could not be saved; then as a reader, who sees what is saved there.
    state.patch({
      project: { ...project, readOnly: { why: "locked", detail: { ...event.by, isTaken: true } } },
    });
    void follow(message("workbench.opening-project"), () => readOn(options));
  }
}

/** What was not saved stays in this window and is safe on this computer by then. */
async function readOn({ sessions, link }: SharingOptions): Promise<void> {
  await sessions.settled();
  const reopenedProject = await link.openAnew({ lock: null, isTaken: true });
  sessions.takeRegistry(tableOf(reopenedProject.entities));
  if (reopenedProject.readOnly === null) await sessions.resume();
  else sessions.refresh();
}

/** What was told meanwhile is not to be had any more: the project is opened once more under what is shown of it. */
async function lookAnew(options: SharingOptions): Promise<void> {
  const { client, state, link } = options;
  const previousProject = state.get().project;
  state.patch({ settings: await client.call("settings.get", {}) });
  if (!previousProject || !state.get().project) return;
  // A call that the core no longer knew the project of may have opened it meanwhile.
  if (link.handle() === previousProject.handle) await link.reopen();
  link.stop(() => client.call("project.close", { project: previousProject.handle }));
  await goOnIn(options, link.project(), previousProject);
}

/**
 * Opens the project whose folder is away where it is now, with what could not be saved meanwhile. False where no folder is away, or
 * where another project is there.
 */
async function goOnFromAway(options: SharingOptions, path: string): Promise<boolean> {
  const { state } = options;
  if (!isFolderAway(state.get())) return false;
  try {
    const { warnings } = await goOnAt(options, path);
    state.patch({ warnings: withWarnings(state.get().warnings, warnings) });
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.problem === "project-missing" && "path" in error.detail)
      return false;
    throw error;
  }
}

async function goOnAt(options: SharingOptions, path: string): Promise<OpenProject> {
  const { client, state, link } = options;
  const previousProject = link.project();
  const reopenedProject = await link.openAnew({ lock: null, isTaken: false, path });
  state.patch({ settings: await client.call("settings.get", {}) });
  await goOnIn(options, reopenedProject, previousProject);
  return reopenedProject;
}

/** Brings what this window shows of the project level with it, opened anew. */
async function goOnIn(options: SharingOptions, open: OpenProject, before: OpenProject): Promise<void> {
  const { sessions } = options;
  sessions.takeRegistry(tableOf(open.entities));
  if (!sameValue(open.project.tagset, before.project.tagset)) await sessions.takeTagset(open.project.tagset);
  sessions.refresh();
  void options.load(open);
  void tellConflicts(options, open);
}

/** Says what nobody has seen to; a window that has just opened the project hears of no event from before that. */
async function tellConflicts(
  { client, state }: SharingOptions,
  { handle, readOnly }: OpenProject,
): Promise<void> {
  if (readOnly) return;
  try {
    const { conflicts } = await client.call("conflicts.list", { project: handle });
    const { project, news } = state.get();
    if (conflicts.length > 0 && project?.handle === handle)
      state.patch({ news: withMoreNews(news, [{ what: "conflicts", count: conflicts.length }]) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

async function takeOver(
  { client, state, sessions, link, attempt, load }: SharingOptions,
  lock: string | null,
): Promise<void> {
  await attempt(message("outside.taking-over"), async () => {
    const isTaken = state.get().project?.readOnly?.detail.isTaken === true;
    const reopenedProject = await link.openAnew({ lock, isTaken });
    if (reopenedProject.readOnly?.why === "locked")
      throw new ApiError("project-locked", reopenedProject.readOnly.detail);
    sessions.takeRegistry(tableOf(reopenedProject.entities));
    state.patch({ settings: await client.call("settings.get", {}) });
    void load(reopenedProject);
    await sessions.resume();
    state.patch({ warnings: withWarnings(state.get().warnings, reopenedProject.warnings) });
  });
}

async function restoreText(options: SharingOptions, article: Id): Promise<void> {
  const { client, state, link, attempt } = options;
  const done = await attempt(message("saving.recovering"), async () => {
    await link.call((project) => client.call("article.restoreText", { project, article }));
  });
  const news = state.get().news.filter((one) => one.what !== "text-changed" || one.article !== article);
  if (done) state.patch({ news });
}

function keepNews({ state }: SharingOptions, stays: (item: OutsideNews) => boolean): void {
  state.patch({ news: state.get().news.filter(stays) });
}

function copiesIn(options: SharingOptions): Pick<Sharing, "listCopies" | "settleCopies"> {
  const { client, state, sessions, link, newId, note, attempt } = options;
  return {
    async listCopies() {
      let copies: readonly ConflictCopy[] | null = null;
      await attempt(message("outside.copies-looking"), async () => {
        copies = (await link.call((project) => client.call("copies.list", { project }))).copies;
      });
      return copies;
    },
    async settleCopies(merge, aside) {
      let settled: SettledCopies | null = null;
      await attempt(message("outside.copies-merging"), async () => {
        await sessions.allSaved();
        const input = { merge: [...merge], aside: [...aside], opId: newId(), step: note("merge-copies") };
        settled = await link.call((project) => client.call("copies.settle", { project, ...input }));
      });
      keepNews(options, ({ what }) => what !== "copies");
      const { project } = state.get();
      if (settled && project) await tellConflicts(options, project);
      return settled;
    },
  };
}

function conflictsIn(
  options: SharingOptions,
): Pick<Sharing, "listConflicts" | "takeSide" | "settleConflicts"> {
  const { client, state, sessions, link, newId, note, attempt } = options;
  return {
    async listConflicts() {
      let conflicts: readonly OutsideConflict[] | null = null;
      await attempt(message("outside.conflicts-looking"), async () => {
        await sessions.allSaved();
        conflicts = (await link.call((project) => client.call("conflicts.list", { project }))).conflicts;
        state.patch({ news: withConflictCount(state.get().news, conflicts.length) });
      });
      return conflicts;
    },
    takeSide: (key, side) =>
      attempt(message("outside.conflicts-taking"), async () => {
        await sessions.allSaved();
        const input = { key, side, opId: newId(), step: note(sideCommand) };
        const { step, revisions } = await link.call((project) =>
          client.call("conflicts.take", { project, ...input }),
        );
        if (!step) return;
        options.record(step);
        sessions.takeParts(step.parts, revisions);
      }),
    settleConflicts: (keys) =>
      attempt(message("outside.conflicts-looking"), async () => {
        await link.call((project) => client.call("conflicts.settle", { project, keys: [...keys] }));
      }),
  };
}

// News that came into the project from outside and was not seen yet: how it is kept, and which of it comes first.

/** Pieces that are kept unseen; beyond them the older ones give way of which nobody need know. */
const most = 500;

/** Pieces that are shown at once. */
const mostShown = 8;

type News = readonly OutsideNews[];

/** Each thing once. What only says how much there is of something is said as it is now. */
export function withMoreNews(news: News, more: News): News {
  const counted = new Set<string>(
    more.flatMap(({ what }) => (what === "copies" || what === "conflicts" ? [what] : [])),
  );
  const allNews: OutsideNews[] = news.filter(({ what }) => !counted.has(what));
  for (const newsItem of more)
    if (!allNews.some((other) => sameValue(newsItem, other))) allNews.push(newsItem);
  const over = allNews.length - most;
  if (over <= 0) return allNews;
  const givingWay = new Set(allNews.filter((one) => !newsNeedsLook(one)).slice(0, over));
  return allNews.filter((one) => !givingWay.has(one));
}

/** The line that says how many conflicts there are, where it is shown, says how many there still are. */
const withConflictCount = (news: News, count: number): News =>
  news
    .filter(({ what }) => what !== "conflicts" || count > 0)
    .map((one) => (one.what === "conflicts" ? { ...one, count } : one));

/** What is to be seen next; the rest once this was seen. */
export const nextNews = (news: News): News =>
  [...news.filter(newsNeedsLook), ...news.filter((one) => !newsNeedsLook(one))].slice(0, mostShown);

/** Whether somebody should do something about it, or know it before they go on. */
export function newsNeedsLook(one: OutsideNews): boolean {
  switch (one.what) {
    case "text-changed":
    case "tagset-refused":
    case "article-sets":
    case "article-gone":
    case "colleagues-lost":
    case "late-work-refused":
    case "copies":
      return true;
    case "article-joined":
    case "article-revised":
      return one.otherText !== null;
    default:
      return hasConflicts(one);
  }
}

export const hasConflicts = (one: OutsideNews): boolean =>
  one.what === "conflicts" ||
  (one.what === "team" && one.differences > 0) ||
  ("conflicts" in one && one.conflicts.length > 0);
