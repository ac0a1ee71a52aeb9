// The program of the thread in which an export is computed: it answers one question after the other until it is ended from outside. A
// file of its own in the built application.
import { parentPort, workerData } from "node:worker_threads";
import { type ExportQuestion, type ExportWorkInput, startExportWork } from "./export-work.ts";

const work = startExportWork(workerData as ExportWorkInput);
parentPort?.on("message", (question: ExportQuestion) => parentPort?.postMessage(work(question)));
