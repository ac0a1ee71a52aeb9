// Files that commands write without a project: never over one that nobody said to replace.
import { basename, resolve } from "node:path";
import { ApiError } from "../../shared/errors/errors.ts";
import type { Exporter } from "../../shared/exporters/exporter.ts";
import { isArchive } from "../../shared/exporters/index.ts";
import type { FileFinding } from "../../shared/files/finding.ts";
import { type Loss, lossMessage } from "../../shared/interchange/capabilities.ts";
import { message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import { statusIfAny } from "../storage/files/durable-file.ts";
import { growFile } from "../storage/files/growing-file.ts";
import { UsageError } from "./cli-command.ts";
import { inFile } from "./read-bundle.ts";
import { jsonOf } from "./report.ts";

/** Throws an `ApiError` when the file is there and may not be replaced. */
export async function refuseThere(path: string, force: boolean): Promise<void> {
  const fullPath = resolve(path);
  if (!force && (await statusIfAny(nodeDisk, fullPath)))
    throw new ApiError("export-exists", { file: basename(fullPath) });
}

/** Throws an `ApiError` when the file is there and may not be replaced, or cannot be written. */
export async function writeNamed(path: string, bytes: Uint8Array, force: boolean): Promise<void> {
  const fullPath = resolve(path);
  await refuseThere(path, force);
  const file = await growFile(nodeDisk, fullPath, () => refuseThere(path, force));
  try {
    await file.append(bytes);
    await file.finish();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** An archive or a database is no text for a terminal. */
export function refuseArchive(exporter: Exporter | undefined, out: string): void {
  if (out === "-" && exporter && (isArchive(exporter) || exporter.printed || exporter.isBinary))
    throw new UsageError(message("convert.no-archive"));
}

/** What was not taken and what is lost, in words and for programs. */
export function reportOf(
  {
    file,
    rejected,
    moved = [],
    told = [],
    losses,
  }: {
    readonly file: string;
    readonly rejected: readonly FileFinding[];
    readonly moved?: readonly FileFinding[];
    readonly told?: readonly FileFinding[];
    readonly losses: readonly Loss[];
  },
  words: Words,
) {
  return {
    rejected: rejected.map((finding) => inFile(file, finding, words)),
    moved: moved.map((finding) => inFile(file, finding, words)),
    told: told.map((finding) => inFile(file, finding, words)),
    losses: losses.map((loss) => ({ ...loss, says: words.tell(lossMessage(loss)) })),
  };
}

export async function writeReport(path: string | undefined, value: unknown, force: boolean): Promise<void> {
  if (path !== undefined) await writeNamed(path, Buffer.from(jsonOf(value), "utf8"), force);
}
