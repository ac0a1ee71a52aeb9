// The import of many articles, as the window knows it: all of them in parts that a call can carry, how far that is, and what came of it. It
// goes on whatever the window shows meanwhile. One a window.

import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import { broughtInTogether } from "../../../shared/api/brought-in-together.ts";
import type { Event, Input } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { mostBytesOf } from "../../../shared/importers/without-readers.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { openProjectId } from "../project/workspace-state.ts";
import type { ChosenFile, ToBringIn } from "../window/ui-state.ts";
import { base64Of, encodeFiles, portionsOf } from "./carried-files.ts";

/** How files are read, and what becomes of those that are there already. */
export type Choices = Omit<Input<"bringIn.look">, "project" | "paths" | "files">;

/** Passwords by the names of the files. They go with the call and are kept nowhere. */
export type Passwords = Readonly<Record<string, string>>;

export interface BringingInState {
  /** Of the one that runs. */
  readonly progress: { readonly done: number; readonly of: number; readonly file: string } | null;
  /** Of the one that ended, until somebody has seen it. */
  readonly result: BroughtIn | null;
  /** What kept the last one from coming to its end. */
  readonly problem: ApiErrorData | null;
}

interface BringingIn {
  readonly state: ReadableStore<BringingInState>;
  /** Does nothing while one runs. */
  start(what: Pick<ToBringIn, "files" | "paths">, choices: Choices): void;
  /** Tries these again that were refused, with passwords; the rest of what came of it stays. */
  again(only: readonly string[], passwords: Passwords): void;
  /** Brings these in that were left out, since the project has them already; the rest of what came of it stays. */
  takeTwins(only: readonly string[]): void;
  /** What was taken until then stays. */
  stop(): void;
  /** What came of it was seen. */
  forget(): void;
}

const none: BroughtIn = { taken: [], skipped: [], refused: [], stopped: false };
const nothing: BringingInState = { progress: null, result: null, problem: null };

/** The bringing in of a window: the same one every time. */
export const bringingInOf = memoize(createBringingIn);

interface Job {
  /** The project it is for, whatever handle that has. */
  readonly project: string;
  readonly what: Pick<ToBringIn, "files" | "paths">;
  readonly choices: Choices;
  /** Files that the window sends, in all parts. */
  sent: number;
  /** Files of the parts before the one that is on its way. */
  before: number;
  isStopped: boolean;
}

interface BringingInParts {
  readonly workspace: Workspace;
  readonly read: typeof base64Of;
  readonly state: Store<BringingInState>;
  /** The one that runs or ran last. */
  job: Job | null;
}

/** Another bringing in for a window, which `bringingInOf` does not know; `read` gives the bytes of a file for a call. */
export function createBringingIn(workspace: Workspace, read = base64Of): BringingIn {
  const { client } = workspace;
  const state = createStore(nothing);
  const parts: BringingInParts = { workspace, read, state, job: null };
  workspace.state.subscribe(() => endForeignJob(parts));
  client.subscribe((event) => showProgress(parts, event));
  return {
    state,
    start(what, choices) {
      const job = jobFor(parts, what, choices);
      if (job) void run(parts, job, none);
    },
    again: (only, passwords) => tryAgain(parts, only, (choices) => withPasswords(choices, passwords)),
    takeTwins: (only) => tryAgain(parts, only, (choices) => ({ ...choices, duplicates: "take" })),
    stop() {
      if (parts.job === null || state.get().progress === null) return;
      parts.job.isStopped = true;
      workspace.stop((project) => client.call("bringIn.stop", { project }));
    },
    forget() {
      if (state.get().progress === null) state.set(nothing);
    },
  };
}

/** Closing a project ends what runs for it. */
function endForeignJob(parts: BringingInParts): void {
  const { job, workspace, state } = parts;
  if (job === null || job.project === openProjectId(workspace.state)) return;
  job.isStopped = true;
  parts.job = null;
  state.set(nothing);
}

function showProgress({ job, workspace, state }: BringingInParts, event: Event): void {
  if (event.type !== "bringing-in" || job === null || state.get().progress === null) return;
  if (event.project !== workspace.state.get().project?.handle) return;
  const { done, of, file } = event;
  const total = Math.max(job.sent, job.before + of);
  state.patch({ progress: { done: job.before + done, of: total, file } });
}

function jobFor({ workspace, state }: BringingInParts, what: Job["what"], choices: Choices): Job | null {
  const project = openProjectId(workspace.state);
  if (project === null || state.get().progress !== null) return null;
  return { project, what, choices, sent: 0, before: 0, isStopped: false };
}

function tryAgain(
  parts: BringingInParts,
  only: readonly string[],
  choicesOf: (before: Choices) => Choices,
): void {
  const { job, state } = parts;
  const { result } = state.get();
  const nextJob = job && jobFor(parts, job.what, choicesOf(job.choices));
  if (!nextJob || !result) return;
  void run(parts, nextJob, { ...result, stopped: false }, only);
}

/** `kept`: what came of the same files before; `only`: those of them that are tried again. */
async function run(
  parts: BringingInParts,
  job: Job,
  kept: BroughtIn,
  only?: readonly string[],
): Promise<void> {
  const { workspace, read, state } = parts;
  parts.job = job;
  const { paths } = job.what;
  const { inspect: _, ...how } = job.choices;
  const sent = filesAmong(job.what.files, only);
  job.sent = sent.length;
  const fitting = sent.filter(({ file, name }) => file.size <= mostBytesOf(name));
  let broughtIn = only ? kept : { ...kept, refused: [...kept.refused, ...tooLarge(sent)] };
  state.set({ progress: { done: 0, of: Math.max(1, sent.length), file: "" }, result: null, problem: null });
  let problem: ApiErrorData | null = null;
  try {
    let goesOn = only !== undefined;
    for (const [at, part] of [...(paths.length > 0 ? [[]] : []), ...portionsOf(fitting)].entries()) {
      const { files, refused } = await encodeFiles(part, read);
      broughtIn = broughtInTogether(broughtIn, { ...none, refused }, only !== undefined);
      if (job.isStopped) break;
      if (part.length > 0 && files.length === 0) {
        job.before += part.length;
        continue;
      }
      const input = {
        paths: at === 0 ? [...paths] : [],
        files,
        ...how,
        goesOn,
        ...(only && { only: [...only] }),
      };
      const partOutcome = await workspace.call((project) =>
        workspace.client.call("bringIn.run", { project, ...input }),
      );
      broughtIn = broughtInTogether(broughtIn, partOutcome, only !== undefined);
      goesOn = true;
      job.before += part.length;
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    problem = error.toData();
  } finally {
    const result = { ...broughtIn, stopped: job.isStopped || broughtIn.stopped };
    if (parts.job === job) state.set({ progress: null, result, problem });
  }
}

/** A file is among those that are named also where only articles in it are. */
function filesAmong(files: readonly ChosenFile[], only?: readonly string[]): readonly ChosenFile[] {
  if (!only) return files;
  return files.filter(({ name }) =>
    only.some((one) => one === name || one.startsWith(`${name}/`) || one.startsWith(`${name}:`)),
  );
}

/** Where a file was said to be read in a way of its own, that stays beside its password. */
export function withPasswords(choices: Choices, passwords: Passwords): Choices {
  const givenPasswords = Object.entries(passwords).filter(([, password]) => password !== "");
  if (givenPasswords.length === 0) return choices;
  const names = new Set(givenPasswords.map(([file]) => file));
  const otherFiles = (choices.each ?? []).filter(({ file }) => !names.has(file));
  const filesWithPassword = givenPasswords.map(([file, password]) => ({
    ...choices.each?.find((one) => one.file === file),
    file,
    password,
  }));
  return { ...choices, each: [...otherFiles, ...filesWithPassword] };
}

const tooLarge = (chosen: readonly ChosenFile[]): BroughtIn["refused"] =>
  chosen
    .filter(({ file, name }) => file.size > mostBytesOf(name))
    .map(({ name, file }) => {
      const detail = { file: name, bytes: file.size, limit: mostBytesOf(name) };
      return { file: name, error: new ApiError("file-too-large", detail).toData() };
    });
