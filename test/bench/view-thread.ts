// The program of a thread that opens views as the thread of the index does, and says what that takes. A file of its own in the built benchmark.
import { parentPort, workerData } from "node:worker_threads";
import { startIndexWork } from "../../main/core/insight/index-work.ts";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { openViews, type ViewTask } from "./index-views.ts";

const { home, of, names } = workerData as ViewTask;
const work = startIndexWork(nodeDisk, { home, project: of.id });
parentPort?.postMessage(await openViews(work, of, names));
