// A program of ours in a process of its own: what exhausts memory there, or never ends, ends that process and nothing else. A thread
// could not hold it, since a runtime that finds no memory ends the whole process, whichever of its threads asked for it.
import { fork } from "node:child_process";

export interface OwnProcess {
  /** Whether it can be asked something: it has neither ended nor been killed. */
  readonly isRunning: () => boolean;
  /** Sends plain data, copied; throws for what cannot be. */
  send(message: unknown): void;
  /** Tells a listener from now on, and the one before it nothing more. */
  listen(listener: ProcessListener): void;
  /** Whether this process lives until that one has ended. */
  hold(isHeld: boolean): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export interface ProcessListener {
  onMessage(message: unknown): void;
  /** It has ended by itself or by `kill`; nothing more comes. */
  onExit(): void;
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
  let hasExited = false;
  const started = start({
    onMessage: (message) => listener?.onMessage(message),
    onExit() {
      isRunning = false;
      if (!hasExited) listener?.onExit();
      hasExited = true;
    },
  });
  return {
    ...started,
    isRunning: () => isRunning,
    listen(next) {
      listener = next;
      if (hasExited) next.onExit();
    },
    kill() {
      isRunning = false;
      started.kill();
    },
  };
}

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
    child.once("exit", onExit);
    // It could not be started, or was gone when something was sent.
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
