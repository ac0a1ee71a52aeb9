// Writes an export article by article, in the memory of one: all of them are read and looked at once, kept as they are at that
// moment, and then written in as many rounds as the format needs. Until it is whole, nothing stands in its place.

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import type { ExportReport } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import type { Loss } from "../../../shared/interchange/capabilities.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import type { MayReplace } from "../../storage/files/durable-file.ts";
import type { CoreContext } from "../context.ts";
import { askProcess } from "../processes/ask-process.ts";
import { startThread } from "../processes/own-process.ts";
import type { LiveProject } from "../project/live-project.ts";
import { type ExportChoice, type ExportSource, exportSource } from "./export-bundle.ts";
import {
  type ExportAnswer,
  type ExportQuestion,
  type ExportWorkInput,
  startExportWork,
} from "./export-work.ts";
import { printed } from "./printed.ts";
import { fileSink, folderSink, type Sink } from "./sinks.ts";
import { openSpool, type Spool } from "./spool.ts";

interface ExportWatch {
  /** Aborted, with an `ApiError`, when nobody wants it any more. */
  readonly signal: AbortSignal;
  onProgress(progress: WorkProgress): void;
}

export interface ExportTarget {
  /** Absolute. */
  readonly path: string;
  readonly into: "file" | "folder";
  readonly mayReplace: MayReplace;
}

/** Throws an `ApiError`, and leaves nothing behind then. */
export async function exportProject(
  context: CoreContext,
  liveProject: LiveProject,
  {
    exporter,
    target,
    ...choice
  }: ExportChoice & { readonly exporter: Exporter; readonly target: ExportTarget },
  watch: ExportWatch,
): Promise<ExportReport> {
  const { disk } = context;
  const { path, into, mayReplace } = target;
  const source = exportSource(context, liveProject, choice);
  const exportWorker = askExport({ format: exporter.id, head: source.head, apart: into === "folder" });
  const spool = openSpool(disk, dirname(path));
  let sink: Sink | null = null;
  try {
    const run = { source, asked: exportWorker, spool, exporter, into, watch, path };
    const overview = await surveyAll(run);
    sink = await (into === "folder" ? folderSink : fileSink)(disk, path, mayReplace);
    const out = exporter.printed ? printed(sink, context.options, { into, file: basename(path) }) : sink;
    await (into === "folder" && exporter.extension !== "zip" ? writeEach : writeAll)(
      run,
      overview.passes,
      out,
    );
    watch.signal.throwIfAborted();
    const bytes = await out.finish();
    const report = { paths: [path], bytes, losses: overview.losses };
    return exporter.tagsetOnly
      ? { ...report, articles: 0, sets: 0, tagsetOnly: true }
      : { ...report, articles: spool.count(), sets: overview.sets };
  } catch (error) {
    await sink?.abandon();
    throw error;
  } finally {
    exportWorker.end();
    await spool.remove();
  }
}

/** What would be lost, without writing anything. */
export async function exportLosses(
  context: CoreContext,
  liveProject: LiveProject,
  { exporter, ...choice }: ExportChoice & { readonly exporter: Exporter },
  watch: ExportWatch,
): Promise<readonly Loss[]> {
  const source = exportSource(context, liveProject, choice);
  const exportWorker = askExport({ format: exporter.id, head: source.head, apart: true });
  try {
    return (
      await surveyAll({ source, asked: exportWorker, spool: null, exporter, into: "file", watch, path: "" })
    ).losses;
  } finally {
    exportWorker.end();
  }
}

interface Run {
  readonly source: ExportSource;
  readonly asked: AskedExport;
  /** `null`: nothing will be written. */
  readonly spool: Spool | null;
  readonly exporter: Exporter;
  readonly into: "file" | "folder";
  readonly watch: ExportWatch;
  readonly path: string;
}

interface Overview {
  readonly losses: readonly Loss[];
  readonly passes: number;
  readonly sets: number;
}

async function surveyAll({ source, asked, spool, exporter, watch }: Run): Promise<Overview> {
  let sets = 0;
  // Nothing of any article goes into a tagset.
  const ids = exporter.tagsetOnly ? [] : source.ids;
  for (const [done, id] of ids.entries()) {
    watch.signal.throwIfAborted();
    watch.onProgress({ done, of: ids.length * (spool ? 2 : 1) });
    const article = await source.read(id);
    sets += article.sets.length;
    const text = JSON.stringify(article);
    await spool?.add(text);
    await asked.ask({ ask: "look", article: text });
  }
  return { sets, ...(await asked.ask({ ask: "losses" })) };
}

/** All articles together, in the format's passes. */
async function writeAll({ asked, spool, watch, path }: Run, passes: number, sink: Sink): Promise<void> {
  const count = spool?.count() ?? 0;
  const writeAnswer = async (question: ExportQuestion): Promise<void> => {
    const answer: ExportAnswer = await asked.ask(question);
    if (answer.isFull) throw new ApiError("export-too-large", { file: basename(path) });
    for (const part of answer.parts) await sink.add(part);
  };
  for (let pass = 0; pass < passes; pass += 1) {
    await writeAnswer({ ask: "begin", pass });
    for (let index = 0; index < count; index += 1) {
      watch.signal.throwIfAborted();
      watch.onProgress({ done: count * passes + pass * count + index, of: 2 * count * passes });
      await writeAnswer({ ask: "write", pass, article: (await spool?.get(index)) ?? "" });
    }
    await writeAnswer({ ask: "end", pass });
  }
  await writeAnswer({ ask: "close" });
}

/** A file of its own for each article. */
async function writeEach({ asked, spool, watch }: Run, _passes: number, sink: Sink): Promise<void> {
  const count = spool?.count() ?? 0;
  for (let index = 0; index < count; index += 1) {
    watch.signal.throwIfAborted();
    watch.onProgress({ done: count + index, of: 2 * count });
    const { parts } = await asked.ask({ ask: "alone", article: (await spool?.get(index)) ?? "" });
    for (const part of parts) await sink.add(part);
  }
}

/** Who asks the computing part of an export: over there in its thread; here, in turns with everything else, where the program of the thread is not built, as in tests over the sources. */
interface AskedExport {
  /** One question at a time. */
  ask(question: ExportQuestion): Promise<ExportAnswer>;
  end(): void;
}

function askExport(
  input: ExportWorkInput,
  program = join(import.meta.dirname, "export-thread.js"),
): AskedExport {
  if (existsSync(program)) {
    const thread = startThread(program, { workerData: input });
    return { ask: (question) => askProcess(thread, question, { time: null }), end: thread.kill };
  }
  // Copied as for a thread, so that tests find what could not be.
  const work = startExportWork(structuredClone(input));
  return {
    async ask(question) {
      await otherWork();
      return structuredClone(await work(question));
    },
    end: () => undefined,
  };
}
