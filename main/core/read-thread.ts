// The program of the thread in which files from outside are taken apart: it gets bytes and a name, never a path, and answers
// with the article or why there is none. A file of its own in the built application.
import { parentPort } from "node:worker_threads";
import type { ReadingChoices, SourceFile } from "../../shared/importers/importer.ts";
import { importerFor } from "../../shared/importers/index.ts";

parentPort?.on("message", async ({ file, choices }: { file: SourceFile; choices: ReadingChoices }) => {
  parentPort?.postMessage(await importerFor(file.fileName).read(file, choices));
});
