// The program of the process in which files from outside are taken apart. A file of its own in the built application.
import { serveParent } from "../processes/serve-parent.ts";
import { type Asked, createReading } from "./read-files.ts";

const answerRequest = createReading();

serveParent((asked: Asked) => answerRequest(asked));
