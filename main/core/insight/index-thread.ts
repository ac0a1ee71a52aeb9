// The program of the thread that holds the index of a project. A file of its own in the built application.
import { workerData } from "node:worker_threads";
import { nodeDisk } from "../../storage/files/disk.ts";
import { serveParent } from "../processes/serve-parent.ts";
import { type IndexOwner, type IndexQuestion, startIndexWork } from "./index-work.ts";

const work = startIndexWork(nodeDisk, workerData as IndexOwner);
serveParent((question: IndexQuestion, { ask }) => work(question, (progress) => ask<boolean>(progress)));
