// The content of a project folder, a review package or an annotated JSON file, for commands that compare, merge and measure. A project is
// read through the door, as it stands, also while the application has it open.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import type { FileFinding } from "../../shared/files/finding.ts";
import { decode } from "../../shared/importers/decode.ts";
import { limits } from "../../shared/schema/limits.ts";
import type { Words } from "../../shared/words/say.ts";
import { readApart } from "../core/jobs/run-job.ts";
import { readSourceFile } from "../core/source-file.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import type { CommandLine } from "./cli-command.ts";
import { withClient } from "./core-client.ts";
import { lineOf, type ReportedProblem } from "./report.ts";

/** A file that is not what it should be: each finding is a line of its own. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
  readonly file: string;
  readonly findings: readonly FileFinding[];

  constructor(file: string, findings: readonly FileFinding[]) {
    super(file);
    this.file = file;
    this.findings = findings;
  }
}

/** Writes the findings, a line each. */
export function tellRefused({ file, findings }: FileRefused, { err, words }: CommandLine): void {
  for (const finding of findings) err(lineOf(inFile(file, finding, words)));
}

/** A finding with the file it is about. */
export function inFile(file: string, { where, what, advice }: FileFinding, { tell }: Words): ReportedProblem {
  const place = tell(where);
  return { where: place === "" ? file : `${file}: ${place}`, what: tell(what), advice: tell(advice) };
}

/** The text of a file that somebody named, at most as large as a JSON file may be. Throws an `ApiError`. */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readSourceFile(nodeDisk, resolve(file), limits.jsonBytes);
  const decoded = decode(bytes, basename(file));
  if (!decoded.ok) throw new ApiError(decoded.problem, decoded.detail);
  return decoded.text;
}

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Throws an `ApiError`, or `FileRefused` for a file that breaks a law. */
export async function readBundle(path: string, commandLine: CommandLine): Promise<ExportBundle> {
  if (!(await isFolder(path))) return bundleIn(path, path, "read-package", commandLine);
  const folder = await mkdtemp(join(tmpdir(), "sayso-read-"));
  try {
    const file = join(folder, "project.json");
    await withClient(commandLine, async (client) => {
      const { handle } = await client.call("project.open", { path: resolve(path), mode: "read" });
      const exportOptions = { articles: null, annotators: null, overwrite: false };
      return client.call("export.write", { project: handle, format: "json", path: file, ...exportOptions });
    });
    return await bundleIn(file, path, "own-package", commandLine);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundleIn(
  file: string,
  named: string,
  job: "read-package" | "own-package",
  { processes }: CommandLine,
): Promise<ExportBundle> {
  const text = await readTextFile(file);
  const parseResult = await readApart(processes, job, { text, options: {} }, basename(named));
  if (!parseResult.ok) throw new FileRefused(named, parseResult.problems);
  return parseResult.bundle;
}
