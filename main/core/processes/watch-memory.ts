// The program of the thread beside a program that may be busy: ends the process once it holds more than it may, or once whoever started
// it is gone. A file of its own in the built application. `workerData`: bytes.
import { workerData } from "node:worker_threads";

const parent = process.ppid;

setInterval(() => {
  if (process.memoryUsage.rss() > workerData || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 50);
