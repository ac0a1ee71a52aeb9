// Electron's processes beside the application's own, as processes of Node: what they know of Electron is the door to who started them.
import { fork } from "node:child_process";
import { EventEmitter } from "node:events";
import type { ForkOptions, UtilityProcess } from "electron";
import { surroundings } from "./window.ts";

/** Runs in such a process before its program. */
const door = `
process.parentPort = {
  on(_event, listener) { process.on("message", (data) => listener({ data })); },
  postMessage(message) { process.send(message); },
};
process.on("disconnect", () => process.exit(0));`;

type Used = Pick<UtilityProcess, "postMessage" | "kill">;

export const utilityProcess = {
  fork(
    program: string,
    args: string[] = [],
    { execArgv = [], stdio }: ForkOptions = {},
  ): Used & EventEmitter {
    if (!surroundings.isReady) throw new Error("utilityProcess.fork can only be called after app is ready");
    if (stdio !== "ignore") throw new Error("The stand-in starts only processes that write nothing");
    const child = fork(program, args, {
      execArgv: [...execArgv, "--import", `data:text/javascript,${encodeURIComponent(door)}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const events = new EventEmitter();
    let isSpawned = false;
    child.once("spawn", () => {
      isSpawned = true;
      events.emit("spawn");
    });
    child.on("message", (message) => events.emit("message", message));
    child.once("exit", (code) => events.emit("exit", code ?? 1));
    return Object.assign(events, {
      postMessage: (message: unknown) => void child.send(message as object, () => undefined),
      // As in Electron, there is nothing to kill before it has been spawned.
      kill: () => isSpawned && child.kill("SIGTERM"),
    });
  },
};
