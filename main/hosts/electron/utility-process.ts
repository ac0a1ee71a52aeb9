// How the desktop starts a process that runs one of our programs: the packed application cannot be started as Node, so Electron has a way
// of its own.
import { utilityProcess } from "electron";
import { ownProcess, processArguments, type StartProcess } from "../../core/processes/own-process.ts";

export const startUtilityProcess: StartProcess = (program, limits) =>
  ownProcess(({ onMessage, onExit }) => {
    const { execArgv, args } = processArguments(limits);
    const child = utilityProcess.fork(program, args, {
      execArgv,
      stdio: "ignore",
      serviceName: "sayso-reader",
    });
    let isKilled = false;
    child.on("message", onMessage);
    child.once("exit", () => onExit(null));
    // A runtime without memory tells this before it ends; that it ends is all we need to know.
    child.on("error", () => undefined);
    // Before that there is nothing that could be killed.
    child.once("spawn", () => {
      if (isKilled) child.kill();
    });
    return {
      send: (message) => child.postMessage(message),
      // It keeps no application from ending.
      hold: () => undefined,
      kill() {
        isKilled = true;
        child.kill();
      },
    };
  });
