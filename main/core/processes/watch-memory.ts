// The program of the thread beside a program that may be busy: ends the process once it holds more than it may, or once whoever started
// it is gone. A file of its own in the built application. `workerData`: bytes.
import { workerData } from "node:worker_threads";

const parent = process.ppid;
const end = (): void => void process.kill(process.pid, "SIGKILL");

setInterval(() => {
  if (process.memoryUsage.rss() > workerData) end();
}, 50);

/** On Windows a process goes on naming the one that started it. */
function isParentThere(): boolean {
  if (process.platform !== "win32") return process.ppid === parent;
  try {
    return process.kill(parent, 0);
  } catch {
    return false;
  }
}

setInterval(() => {
  if (!isParentThere()) end();
}, 1_000);
