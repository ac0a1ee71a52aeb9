// The program of the process in which files from outside are taken apart. A file of its own in the built application.
import { serveParent } from "../processes/serve-parent.ts";
import { createReader, type ReaderRequest } from "./read-files.ts";

const answerRequest = createReader();

serveParent((request: ReaderRequest) => answerRequest(request));
