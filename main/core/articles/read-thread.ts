// The program of the thread in which files from outside are taken apart. A file of its own in the built application.
import { parentPort } from "node:worker_threads";
import { type Asked, createReading } from "./read-files.ts";

const read = createReading();

parentPort?.on("message", async (asked: Asked) => {
  parentPort?.postMessage(await read(asked));
});
