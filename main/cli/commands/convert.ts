// `sayso convert`: annotations from one format to another without a project, with a report of what was rejected on the way in and
// lost on the way out. Between formats of other tools their labels stay as they are.
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporterById, exporters } from "../../../shared/exporters/index.ts";
import type { Loss } from "../../../shared/interchange/capabilities.ts";
import { guessFor, type Mapping } from "../../../shared/interchange/mapping.ts";
import { overGuess, unmetNames } from "../../../shared/interchange/mapping-file.ts";
import type { TallyInAll } from "../../../shared/interchange/tally.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { message } from "../../../shared/words/message.ts";
import { printed } from "../../core/export/printed.ts";
import { fileSink, type Sink } from "../../core/export/sinks.ts";
import { openSpool } from "../../core/export/spool.ts";
import { nodeDisk } from "../../storage/files/disk.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { printing } from "../browser-window.ts";
import { atMost, type CliCommand, type CommandLine, parse, required, UsageError } from "../cli-command.ts";
import {
  type ReadInput,
  type ReportProgress,
  readInput,
  type WrittenExport,
  writeArrived,
  writeBundle,
  writeConverted,
} from "../convert-run.ts";
import { importerNamed, mappingIn, readableFormats } from "../read-foreign.ts";
import {
  jsonOf,
  lossLine,
  problemLines,
  progressLine,
  type ReportedProblem,
  tallyLines,
  tallyReport,
} from "../report.ts";
import { stopFlag } from "../stop-signal.ts";
import { refuseArchive, refuseThere, reportOf, writeReport } from "../written-file.ts";

const writable = exporters.filter(({ capabilities }) => capabilities !== null);
const formats = writable.map(({ id }) => id).join(", ");

const cliOptions = [
  ["--from FORMAT", message("convert.convert-from", { formats: readableFormats })],
  ["--to FORMAT", message("convert.convert-to", { formats })],
  ["--out FILE", message("cli.export-out")],
  ["--map FILE", message("convert.convert-map")],
  ["--report FILE", message("convert.convert-report")],
  ["--force", message("cli.export-force")],
  ["--json", message("cli.json")],
] as const;

export const convertCommand: CliCommand = {
  name: "convert",
  synopsis: "IN --from FORMAT --to FORMAT --out FILE",
  summary: message("convert.convert"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(1, positionals);
    const from = required(positionals[0], "IN");
    const importer = importerNamed(required(values.from, "--from"));
    const to = required(values.to, "--to");
    const out = required(values.out, "--out");
    if (out === "-" && values.json === true) throw new UsageError(message("cli.both-to-output"));
    if (!writable.some(({ id }) => id === to))
      throw new UsageError(message("cli.no-format", { format: to, formats }));
    refuseArchive(exporterById(to), out);
    const force = values.force === true;
    if (out !== "-") await refuseThere(out, force);
    const exporter = exporterById(to);
    if (!exporter) throw new UsageError(message("cli.no-format", { format: to, formats }));
    const spool = openSpool(nodeDisk, tmpdir());
    const progress = progressLine(commandLine);
    const stopped = stopFlag();
    const tellProgress = (done: number, of: number): void => {
      stopped.throwIfStopped();
      progress.tell({ done, of });
    };
    try {
      const mapping = await mappingIn(values.map, commandLine);
      const input = await readInput(importer, [from], { spool, tell: tellProgress, commandLine });
      const mayReplace = () => refuseThere(out, force);
      const sink =
        out === "-" ? standardOutput(commandLine) : await fileSink(nodeDisk, resolve(out), mayReplace);
      const done = await converted(input, exporter, {
        mapping,
        from: input.from,
        commandLine,
        sink: exporter.printed ? printed(sink, printing(), { into: "file", file: out }) : sink,
        tellProgress,
      });
      progress.end();
      const rejected = [...input.rejected, ...done.rejected];
      const unmet = mapping && !input.bundle ? unmetNames(mapping, input.names, values.map ?? "") : [];
      input.tallying.leave(done);
      const tally = input.tallying.result();
      const report = {
        from: input.from,
        to,
        articles: input.articles.length,
        ...tallyReport(tally, commandLine.words),
        ...reportOf(
          { file: from, rejected, moved: input.moved, told: [...input.told, ...unmet], losses: done.losses },
          commandLine.words,
        ),
      };
      await writeReport(values.report, report, force);
      printReport(report, { tally, losses: done.losses }, { out, json: values.json === true, commandLine });
      const isNothing = tally.taken === 0 && input.told.length > 0;
      return rejected.length > 0 || isNothing ? 1 : 0;
    } finally {
      progress.end();
      stopped.end();
      await spool.remove();
    }
  },
};

interface Conversion {
  readonly mapping: Mapping | null;
  readonly from: string;
  readonly commandLine: CommandLine;
  readonly sink: Sink;
  readonly tellProgress: ReportProgress;
}

async function converted(
  read: ReadInput,
  exporter: Exporter,
  { mapping, from, commandLine: { version, words }, sink, tellProgress }: Conversion,
): Promise<WrittenExport> {
  const generator = `Sayso ${version}`;
  try {
    let report: WrittenExport;
    if (read.bundle) {
      const losses = await writeBundle(read.bundle, exporter, sink.add, tellProgress);
      report = { losses, rejected: [], unmapped: new Map(), values: [] };
    } else if (exporter.takes === "standoffs") {
      const about = { generator, exportedAt: read.at, title: from };
      report = await writeConverted(read, { exporter, about, mapping }, sink.add, tellProgress);
    } else {
      const guess = guessFor(read.names, newsAttribution);
      const arriving = {
        mapping: mapping ? overGuess(guess, mapping) : guess,
        tagset: newsAttribution,
        from,
        at: read.at,
        generator,
        title: from,
        unnamed: words.say("convert.unnamed-annotator"),
        known: [],
        hashOf: sha256,
      };
      const built = openSpool(nodeDisk, tmpdir());
      try {
        const to = { exporter, arriving, spool: built };
        report = await writeArrived(read, to, sink.add, tellProgress);
      } finally {
        await built.remove();
      }
    }
    await sink.finish();
    return report;
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/** Nothing that was said can be taken back. */
const standardOutput = ({ out }: CommandLine): Sink => ({
  async add({ bytes }) {
    out(Buffer.from(bytes).toString("utf8"));
  },
  finish: async () => 0,
  abandon: async () => undefined,
});

interface ConvertOutput {
  readonly out: string;
  readonly json: boolean;
  readonly commandLine: CommandLine;
}

function printReport(
  report: {
    readonly articles: number;
    readonly rejected: readonly ReportedProblem[];
    readonly moved: readonly ReportedProblem[];
    readonly told: readonly ReportedProblem[];
  },
  { tally, losses }: { readonly tally: TallyInAll; readonly losses: readonly Loss[] },
  { out: file, json, commandLine: { out, err, words } }: ConvertOutput,
): void {
  err(problemLines([...report.rejected, ...report.moved, ...report.told], words));
  for (const loss of losses) err(lossLine(loss, words));
  err(tallyLines(tally, words));
  if (json) out(jsonOf({ ok: report.rejected.length === 0, ...report }));
  else if (file !== "-") {
    const { articles } = report;
    const { files: _files, passedOver: _passed, leftValues: _left, ...sums } = tally;
    out(`${words.say("convert.converted", { file: visibleText(file), articles, ...sums })}\n`);
  }
}
