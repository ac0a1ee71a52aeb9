// Bringing many articles in, as the window knows it: all of them in parts that a call can carry, how far that is, and what came of it.
// It goes on whatever the window shows meanwhile. One a window.
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import { broughtInTogether } from "../../../shared/api/brought-in-together.ts";
import type { Input } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { mostBytesOf } from "../../../shared/importers/file-limit.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import type { ChosenFile, ToBringIn } from "../window/ui-state.ts";
import { base64Of, encodeFiles, partsOf } from "./carried-files.ts";

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

export interface BringingIn {
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

const ofWorkspaces = new WeakMap<Workspace, BringingIn>();

/** The bringing in of a window: the same one every time. */
export function bringingInOf(workspace: Workspace): BringingIn {
  const bringingIn = ofWorkspaces.get(workspace) ?? createBringingIn(workspace);
  ofWorkspaces.set(workspace, bringingIn);
  return bringingIn;
}

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

/** Another bringing in for a window, which `bringingInOf` does not know; `read` gives the bytes of a file for a call. */
export function createBringingIn(workspace: Workspace, read = base64Of): BringingIn {
  const { client, call } = workspace;
  const state = createStore(nothing);
  /** The one that runs or ran last. */
  let job: Job | null = null;

  const projectNow = (): string | null => workspace.state.get().project?.project.id ?? null;

  workspace.state.subscribe(() => {
    if (job === null || job.project === projectNow()) return;
    // Closing a project ends what runs for it.
    job.isStopped = true;
    job = null;
    state.set(nothing);
  });
  client.subscribe((event) => {
    if (event.type !== "bringing-in" || job === null || state.get().progress === null) return;
    if (event.project !== workspace.state.get().project?.handle) return;
    const { done, of, file } = event;
    const total = Math.max(job.sent, job.before + of);
    state.patch({ progress: { done: job.before + done, of: total, file } });
  });

  /** `kept`: what came of the same files before; `only`: those of them that are tried again. */
  async function run(own: Job, kept: BroughtIn, only?: readonly string[]): Promise<void> {
    job = own;
    const { files, paths } = own.what;
    const { inspect: _, ...how } = own.choices;
    const isWanted = ({ name }: ChosenFile): boolean =>
      !only || only.some((one) => one === name || one.startsWith(`${name}/`) || one.startsWith(`${name}:`));
    const sent = files.filter(isWanted);
    own.sent = sent.length;
    const fitting = sent.filter(({ file, name }) => file.size <= mostBytesOf(name));
    let broughtIn = only ? kept : { ...kept, refused: [...kept.refused, ...tooLarge(sent)] };
    state.set({ progress: { done: 0, of: Math.max(1, sent.length), file: "" }, result: null, problem: null });
    let problem: ApiErrorData | null = null;
    try {
      const parts = [...(paths.length > 0 ? [[]] : []), ...partsOf(fitting)];
      let goesOn = only !== undefined;
      for (const [at, part] of parts.entries()) {
        const { files: bytes, refused } = await encodeFiles(part, read);
        broughtIn = broughtInTogether(broughtIn, { ...none, refused }, only !== undefined);
        if (own.isStopped) break;
        if (part.length > 0 && bytes.length === 0) {
          own.before += part.length;
          continue;
        }
        const partOutcome = await call((project) =>
          client.call("bringIn.run", {
            project,
            paths: at === 0 ? [...paths] : [],
            files: bytes,
            ...how,
            goesOn,
            ...(only ? { only: [...only] } : {}),
          }),
        );
        broughtIn = broughtInTogether(broughtIn, partOutcome, only !== undefined);
        goesOn = true;
        own.before += part.length;
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problem = error.toData();
    } finally {
      if (job === own)
        state.set({
          progress: null,
          result: { ...broughtIn, stopped: own.isStopped || broughtIn.stopped },
          problem,
        });
    }
  }

  const begin = (what: Job["what"], choices: Choices): Job | null => {
    const project = projectNow();
    if (project === null || state.get().progress !== null) return null;
    return { project, what, choices, sent: 0, before: 0, isStopped: false };
  };

  const tryAgain = (only: readonly string[], choicesOf: (before: Choices) => Choices): void => {
    const { result } = state.get();
    const nextJob = job && begin(job.what, choicesOf(job.choices));
    if (!nextJob || !result) return;
    void run(nextJob, { ...result, stopped: false }, only);
  };

  return {
    state,
    start(what, choices) {
      const nextJob = begin(what, choices);
      if (nextJob) void run(nextJob, none);
    },
    again: (only, passwords) => tryAgain(only, (choices) => withPasswords(choices, passwords)),
    takeTwins: (only) => tryAgain(only, (choices) => ({ ...choices, duplicates: "take" })),
    stop() {
      if (job === null || state.get().progress === null) return;
      job.isStopped = true;
      workspace.stop((project) => client.call("bringIn.stop", { project }));
    },
    forget() {
      if (state.get().progress === null) state.set(nothing);
    },
  };
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
