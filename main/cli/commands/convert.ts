// `sayso convert`: annotations from one format to another without a project, with a report of what was rejected on the way in and
// lost on the way out. Between formats of other tools their labels stay as they are.
import type { ReadAnnotations } from "../../../shared/annotation-importers/annotation-importer.ts";
import {
  type Exported,
  exporterById,
  exporters,
  exportOf,
  exportStandoffs,
  packed,
} from "../../../shared/exporters/index.ts";
import type { Finding } from "../../../shared/importers/finding.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { guessMapping, type Mapping, mapped } from "../../../shared/interchange/mapping.ts";
import { overGuess } from "../../../shared/interchange/mapping-file.ts";
import { visibleText } from "../../../shared/problems/visible-text.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, type CommandLine, parse, required, UsageError } from "../cli-command.ts";
import { FileRefused, tellRefused } from "../read-bundle.ts";
import { importerNamed, mappingIn, readAs, readableFormats, readForeign, sha256 } from "../read-foreign.ts";
import { jsonOf, lineOf, lossLine, type ReportedProblem } from "../report.ts";
import { refuseArchive, reportOf, writeNamed, writeReport } from "../written-file.ts";

const writable = exporters.filter(({ capabilities }) => capabilities !== null);
const formats = writable.map(({ id }) => id).join(", ");

export const convertCommand: CliCommand = {
  name: "convert",
  synopsis: "IN --from FORMAT --to FORMAT --out FILE",
  summary: message("convert.convert"),
  options: [
    ["--from FORMAT", message("convert.convert-from", { formats: readableFormats })],
    ["--to FORMAT", message("convert.convert-to", { formats })],
    ["--out FILE", message("cli.export-out")],
    ["--map FILE", message("convert.convert-map")],
    ["--report FILE", message("convert.convert-report")],
    ["--force", message("cli.export-force")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      from: { type: "string" },
      to: { type: "string" },
      out: { type: "string" },
      map: { type: "string" },
      report: { type: "string" },
      force: { type: "boolean" },
      json: { type: "boolean" },
    });
    atMost(1, positionals);
    const from = required(positionals[0], "IN");
    const importer = importerNamed(required(values.from, "--from"));
    const to = required(values.to, "--to");
    const out = required(values.out, "--out");
    if (out === "-" && values.json === true) throw new UsageError(message("cli.both-to-output"));
    if (!writable.some(({ id }) => id === to))
      throw new UsageError(message("cli.no-format", { format: to, formats }));
    refuseArchive(exporterById(to), out);
    try {
      const mapping = await mappingIn(values.map);
      const { files, at } = await readForeign([from]);
      const read = readAs(importer, files, from);
      const done = converted(read, to, { mapping, at, from: importer.id, commandLine });
      const rejected = [...read.rejected, ...done.rejected];
      const report = {
        from: importer.id,
        to,
        articles: new Set(read.documents.map(({ article }) => article)).size,
        taken: read.taken,
        ...reportOf(
          { file: from, rejected, moved: read.moved, losses: done.exported.losses },
          commandLine.words,
        ),
      };
      const force = values.force === true;
      if (out === "-")
        for (const { bytes } of done.exported.files) commandLine.out(Buffer.from(bytes).toString("utf8"));
      else await writeNamed(out, done.bytes, force);
      await writeReport(values.report, report, force);
      tell(report, done.exported, { out, json: values.json === true, commandLine });
      return 0;
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      tellRefused(error, commandLine);
      return 1;
    }
  },
};

interface Conversion {
  readonly mapping: Mapping | null;
  readonly at: string;
  readonly from: string;
  readonly commandLine: CommandLine;
}

function converted(
  { documents, bundle }: Extract<ReadAnnotations, { ok: true }>,
  to: string,
  { mapping, at, from, commandLine: { version, words } }: Conversion,
): { readonly exported: Exported; readonly bytes: Uint8Array; readonly rejected: readonly Finding[] } {
  const exporter = exporterById(to);
  if (!exporter) throw new UsageError(message("cli.no-format", { format: to, formats }));
  const generator = `Sayso ${version}`;
  const title = words.say("convert.unnamed-annotator");
  if (bundle) {
    const exported = exportOf(exporter, bundle);
    return { exported, bytes: packed(exporter, exported), rejected: [] };
  }
  if (exporter.takes === "standoffs") {
    const theirs = mapping ? documents.map((document) => mapped(document, mapping).document) : documents;
    const exported = exportStandoffs(exporter, theirs, { generator, exportedAt: at, title: from });
    return { exported, bytes: packed(exporter, exported), rejected: [] };
  }
  const guess = guessMapping(documents, newsAttribution);
  const arrived = bundleOfDocuments({
    documents,
    mapping: mapping ? overGuess(guess, mapping) : guess,
    tagset: newsAttribution,
    from,
    at,
    generator,
    title: from,
    unnamed: title,
    known: [],
    hashOf: sha256,
  });
  const exported = exportOf(exporter, arrived.bundle);
  return { exported, bytes: packed(exporter, exported), rejected: arrived.rejected };
}

interface Told {
  readonly out: string;
  readonly json: boolean;
  readonly commandLine: CommandLine;
}

function tell(
  report: {
    readonly articles: number;
    readonly taken: number;
    readonly rejected: readonly ReportedProblem[];
    readonly moved: readonly ReportedProblem[];
  },
  { losses }: Exported,
  { out: file, json, commandLine: { out, err, words } }: Told,
): void {
  for (const problem of [...report.rejected, ...report.moved]) err(lineOf(problem));
  for (const loss of losses) err(lossLine(loss, words));
  if (json) out(jsonOf({ ok: true, ...report }));
  else if (file !== "-") {
    const { articles, taken, rejected } = report;
    out(
      `${words.say("convert.converted", { file: visibleText(file), articles, taken, rejected: rejected.length })}\n`,
    );
  }
}
