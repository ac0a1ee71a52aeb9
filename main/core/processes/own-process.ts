// A program of ours in a process of its own: what exhausts memory there, or never ends, ends that process and nothing else. A thread
// could not hold it, since a runtime that finds no memory ends the whole process, whichever of its threads asked for it. Work on the
// project's own files, and what only may take too long, is done in a thread, which speaks as a process does.
import { fork } from "node:child_process";
import { Worker, type WorkerOptions } from "node:worker_threads";

export interface OwnProcess {
  /** Whether it can be asked something: it has neither ended nor been killed. */
  readonly isRunning: () => boolean;
  /** Whether it has told anything yet: one that has may hold what it worked on before. */
  readonly isUsed: () => boolean;
  /** Sends plain data, copied; throws for what cannot be. */
  send(message: unknown): void;
  /** Tells a listener from now on, and the one before it nothing more. */
  listen(listener: ProcessListener): void;
  /** Whether this process lives until that one has ended. */
  hold(isHeld: boolean): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

interface ProcessListener {
  onMessage(message: unknown): void;
  /** It has ended by itself or by `kill`; nothing more comes. `fault`: it could not be started, or broke off by a mistake of ours. */
  onExit(fault: Error | null): void;
}

export interface ProcessLimits {
  /** Megabytes of objects, and of all that it holds with its program and the data beside them. */
  readonly objects: number;
  readonly all: number;
}

/** Starts the program in this file; each kind of host has its own way. */
export type StartProcess = (program: string, limits: ProcessLimits) => OwnProcess;

/** The arguments of Node and those of the program, which `serve-parent.ts` reads. */
export const processArguments = ({ objects, all }: ProcessLimits) => ({
  execArgv: [`--max-old-space-size=${objects}`],
  args: [String(all)],
});

/** What each kind of host does in its own way. */
interface Started {
  send(message: unknown): void;
  hold(isHeld: boolean): void;
  kill(): void;
}

/** `start` is given whom to tell. */
export function ownProcess(start: (listener: ProcessListener) => Started): OwnProcess {
  let listener: ProcessListener | null = null;
  let isRunning = true;
  let isUsed = false;
  let exit: { readonly fault: Error | null } | null = null;
  const started = start({
    onMessage(message) {
      isUsed = true;
      listener?.onMessage(message);
    },
    onExit(fault) {
      isRunning = false;
      if (exit === null) listener?.onExit(fault);
      exit ??= { fault };
    },
  });
  return {
    ...started,
    isRunning: () => isRunning,
    isUsed: () => isUsed,
    listen(next) {
      listener = next;
      if (exit !== null) next.onExit(exit.fault);
    },
    kill() {
      isRunning = false;
      started.kill();
    },
  };
}

const brokeOff = (program: string): Error => new Error(`broke-off ${program}`);

/** For hosts in plain Node. */
export const forkProcess: StartProcess = (program, limits) =>
  ownProcess(({ onMessage, onExit }) => {
    const { execArgv, args } = processArguments(limits);
    const child = fork(program, args, {
      execArgv,
      serialization: "advanced",
      // A runtime without memory writes pages of addresses there, which nobody can use.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("message", onMessage);
    // A program that was ended for its memory has a signal, or on Windows the status of one that was killed.
    child.once("exit", (code) =>
      onExit(code === 1 && process.platform !== "win32" ? brokeOff(program) : null),
    );
    child.on("error", onExit);
    return {
      // Whether it arrived is told by what comes, or by the end.
      send: (message) => void child.send(message as object, () => undefined),
      hold(isHeld) {
        if (isHeld) child.ref();
        else child.unref();
        if (isHeld) child.channel?.ref();
        else child.channel?.unref();
      },
      kill: () => void child.kill("SIGKILL"),
    };
  });

/** A thread of this process, which lives until it is killed. */
export const startThread = (program: string, options: WorkerOptions = {}): OwnProcess =>
  ownProcess(({ onMessage, onExit }) => {
    const worker = new Worker(program, options);
    worker.on("message", onMessage);
    worker.on("error", onExit);
    // Only then has it let go of every file.
    worker.on("exit", () => onExit(brokeOff(program)));
    return {
      send: (message) => worker.postMessage(message),
      hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
      kill: () => void worker.terminate(),
    };
  });
