// Runs the git that is installed on this machine, closed against what a repository from elsewhere can bring along: none of its hooks,
// filters or settings runs, no other protocol than the one that was asked for, and nothing that would wait for an answer. Only commands
// that leave every folder of files alone are used; what comes is read out of the store and written by ourselves.
import { spawn } from "node:child_process";
import { devNull, platform } from "node:os";
import { ApiError } from "../../../shared/errors/errors.ts";

/** How a shared repository is reached. */
export type Reached = "folder" | "ssh" | "https";

export interface GitOptions {
  /** The store, a bare repository of ours. */
  readonly store: string;
  /** What may be reached; absent: nothing. */
  readonly reached?: Reached;
  /** Ends what runs. */
  readonly signal?: AbortSignal;
  /** Called before each call of git; a test ends the process there, or makes the call fail. */
  readonly onCall?: (args: readonly string[]) => void | Promise<void>;
}

interface GitCall {
  readonly input?: Uint8Array | string;
  /** Of the environment, beside what every call gets. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder in which it runs; absent: the store. */
  readonly folder?: string;
  /** Bytes that it may answer. */
  readonly limit?: number;
  /** Exit codes that are an answer, beside 0. */
  readonly answers?: readonly number[];
}

interface GitAnswer {
  readonly code: number;
  readonly out: Buffer;
}

export interface Git {
  /** Throws `git-missing` where there is no git, and `git-failed` with what it said last. */
  run(args: readonly string[], call?: GitCall): Promise<GitAnswer>;
  /** The answer as one line. */
  line(args: readonly string[], call?: GitCall): Promise<string>;
}

/** Settings that the repository at the other end cannot change. */
const closed = [
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  "core.symlinks=false",
  "core.protectNTFS=true",
  "core.protectHFS=true",
  "core.fsmonitor=false",
  "core.autocrlf=false",
  "core.alternateRefsCommand=true",
  "core.askPass=",
  "fetch.fsckObjects=true",
  "transfer.fsckObjects=true",
  "receive.fsckObjects=true",
  "transfer.bundleURI=false",
  "fetch.recurseSubmodules=false",
  "submodule.recurse=false",
  "push.recurseSubmodules=no",
  "push.gpgSign=false",
  "init.templateDir=",
  "maintenance.auto=false",
  "gc.auto=0",
  "receive.autogc=false",
  "protocol.allow=never",
] as const;

const settings = (all: readonly string[]): string[] => all.flatMap((one) => ["-c", one]);

/**
 * Programs of git at the other end of a folder: started by us, in a repository that somebody else may have written, so they are closed as
 * well. The words hold nothing that a shell would read otherwise.
 */
export const otherEnd = (program: "upload-pack" | "receive-pack"): string =>
  ["git", ...settings(closed).map((word) => `'${word}'`), program].join(" ");

const protocols: Readonly<Record<Reached, string>> = { folder: "file", ssh: "ssh", https: "https" };

/** Bytes of an answer that is kept. */
const usualLimit = 256 * 1024 * 1024;

export function openGit({ store, reached, signal, onCall }: GitOptions): Git {
  const allowed = reached ? [`protocol.${protocols[reached]}.allow=always`] : [];
  const before = [...settings([...closed, ...allowed]), "--no-pager", "--literal-pathspecs"];
  const run: Git["run"] = async (args, call = {}) => {
    await onCall?.(args);
    return runGit([...before, ...args], {
      ...call,
      folder: call.folder ?? store,
      env: { ...surroundings(reached), GIT_DIR: store, ...call.env },
      ...(signal && { signal }),
    });
  };
  return {
    run,
    line: async (args, call) => (await run(args, call)).out.toString("utf8").trim(),
  };
}

/** The person's own settings of git count where it asks for a server's password or key, and nowhere else. */
function surroundings(reached: Reached | undefined): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && !name.startsWith("GIT_")) env[name] = value;
  const isOwn = reached === "ssh" || reached === "https";
  return {
    ...env,
    ...(isOwn ? {} : { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" }),
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    SSH_ASKPASS_REQUIRE: "never",
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
}

interface Started extends GitCall {
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

function runGit(args: readonly string[], call: Started): Promise<GitAnswer> {
  const { env, input, folder, limit = usualLimit, answers = [], signal } = call;
  return new Promise((done, fail) => {
    let ended: ApiError | null = null;
    const child = spawn("git", args, {
      env,
      ...(folder !== undefined && { cwd: folder }),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: platform() === "win32",
      ...(signal && { signal }),
    });
    const parts: Buffer[] = [];
    let said = "";
    let length = 0;
    child.stdout.on("data", (part: Buffer) => {
      length += part.length;
      if (length > limit) child.kill();
      else parts.push(part);
    });
    child.stderr.on("data", (part: Buffer) => {
      said = (said + part.toString("utf8")).slice(-4_000);
    });
    // One that ends before it has read everything says why itself.
    child.stdin.on("error", () => undefined);
    child.on("error", (error: Error & { readonly code?: string }) => {
      ended = error.code === "ENOENT" ? new ApiError("git-missing") : gitFailed(error.message, error);
      // One that was started and is being ended may still write.
      if (child.pid === undefined) fail(ended);
    });
    child.on("exit", () => {
      if (ended) fail(ended);
    });
    child.on("close", (code) => {
      if (length > limit) fail(new ApiError("team-refused", { why: "too-large" }));
      else if (code === 0 || (code !== null && answers.includes(code)))
        done({ code, out: Buffer.concat(parts) });
      else fail(gitFailed(said));
    });
    child.stdin.end(input);
  });
}

/** With the last line that says something. */
function gitFailed(said: string, cause?: unknown): ApiError {
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  const line = lines.findLast((one) => /^(?:fatal|error|remote):/u.test(one)) ?? lines.at(-1) ?? "";
  return new ApiError("git-failed", { problem: line.slice(0, 300) }, { cause });
}
