// The processes that a core starts beside itself. One that has done its work waits a while for more, since to load its program takes
// longer than most work.
import type { OwnProcess, ProcessLimits, StartProcess } from "./own-process.ts";

/** What a process is started with. */
export interface Program {
  readonly path: string;
  readonly limits: ProcessLimits;
}

export interface Processes {
  /** One that waits, or else a new one. */
  take(program: Program): OwnProcess;
  /** A new one in any case. */
  start(program: Program): OwnProcess;
  /** Lets one that has nothing to do wait for more, in place of the one that waited before it; it keeps no host from ending. */
  keep(program: Program, own: OwnProcess): void;
  /** Ends those that wait. */
  close(): void;
}

/** Milliseconds that one waits. */
const idleTime = 30_000;

interface IdleProcess {
  readonly own: OwnProcess;
  readonly timer: NodeJS.Timeout;
}

const keyOf = ({ path, limits }: Program): string => `${limits.objects} ${limits.all} ${path}`;

export function createProcesses(start: StartProcess): Processes {
  const idleProcesses = new Map<string, IdleProcess>();

  function forget(key: string, own: OwnProcess): void {
    const idleProcess = idleProcesses.get(key);
    if (idleProcess?.own !== own) return;
    clearTimeout(idleProcess.timer);
    idleProcesses.delete(key);
  }

  function end(key: string): void {
    const idleProcess = idleProcesses.get(key);
    if (!idleProcess) return;
    forget(key, idleProcess.own);
    idleProcess.own.kill();
  }

  return {
    take(program) {
      const key = keyOf(program);
      const idleProcess = idleProcesses.get(key);
      if (!idleProcess) return start(program.path, program.limits);
      forget(key, idleProcess.own);
      idleProcess.own.hold(true);
      return idleProcess.own;
    },
    start: ({ path, limits }) => start(path, limits),
    keep(program, own) {
      const key = keyOf(program);
      end(key);
      own.hold(false);
      own.listen({ onMessage: () => undefined, onExit: () => forget(key, own) });
      idleProcesses.set(key, { own, timer: setTimeout(() => end(key), idleTime).unref() });
    },
    close() {
      for (const key of [...idleProcesses.keys()]) end(key);
    },
  };
}
