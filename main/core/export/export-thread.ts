// The program of the thread in which an export is computed: it answers one question after the other until it is ended from outside. A
// file of its own in the built application.
import { workerData } from "node:worker_threads";
import { serveParent } from "../processes/serve-parent.ts";
import { type ExportWorkInput, startExportWork } from "./export-work.ts";

serveParent(startExportWork(workerData as ExportWorkInput));
