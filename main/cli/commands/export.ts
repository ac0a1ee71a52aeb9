// `sayso export`: writes a project, or some of its articles and annotators, in one of the formats. It only reads the
// project, so it works while the application has it open.
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ExportReport, OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { exporterById, exporters } from "../../../shared/exporters/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, type CommandLine, parseProject, required, UsageError } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { annotatorNamed } from "../find-by-name.ts";
import { jsonOf, lineOf, lossLine, progressLine, reported } from "../report.ts";
import { stoppable } from "../stop-signal.ts";
import { refuseArchive, reportOf, writeReport } from "../written-file.ts";

const formats = exporters.map((exporter) => exporter.id).join(", ");

const cliOptions = [
  ["--format FORMAT", message("cli.export-format", { formats })],
  ["--out PATH", message("cli.export-out")],
  ["--article ID", message("cli.export-article"), "many"],
  ["--annotator NAME", message("cli.export-annotator"), "many"],
  ["--curated", message("convert.export-curated")],
  ["--folder", message("convert.export-folder")],
  ["--report FILE", message("convert.export-report")],
  ["--force", message("cli.export-force")],
  ["--json", message("cli.json")],
] as const;

export const exportCommand: CliCommand = {
  name: "export",
  synopsis: "PROJECT --format FORMAT --out PATH",
  summary: message("cli.export"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path: project } = parseProject(args, cliOptions);
    const format = required(values.format, "--format");
    const out = required(values.out, "--out");
    if (!exporterById(format)) throw new UsageError(message("cli.no-format", { format, formats }));
    refuseArchive(exporterById(format), out);
    if (out === "-" && values.json === true) throw new UsageError(message("cli.both-to-output"));
    const isFolder = values.folder === true;
    if (out === "-" && isFolder) throw new UsageError(message("convert.no-folder-to-output"));
    const write = (path: string): Promise<ExportReport> =>
      withClient(commandLine, async (client) => {
        const progress = progressLine(commandLine);
        client.subscribe((event) => {
          if (event.type === "exporting") progress.tell(event);
        });
        const openProject = await client.call("project.open", { path: project, mode: "read" });
        for (const warning of openProject.warnings)
          commandLine.err(lineOf(reported(warning, project, commandLine.words)));
        const named = values.annotator?.map((name) => annotatorNamed(openProject, name).id) ?? [];
        const curated = values.curated === true ? [curationIn(openProject)] : [];
        if (curated.length > 0) commandLine.err(`${commandLine.words.say("convert.curated-stays")}\n`);
        const annotators = [...named, ...curated];
        const writing = client.call("export.write", {
          project: openProject.handle,
          format,
          articles: values.article ?? null,
          annotators: annotators.length === 0 ? null : annotators,
          path,
          ...(isFolder ? { into: "folder" } : {}),
          overwrite: values.force === true,
        });
        return stoppable(writing, () => client.call("export.stop", { project: openProject.handle })).finally(
          progress.end,
        );
      });
    const saveReport = ({ losses }: ExportReport): Promise<void> =>
      writeReport(
        values.report,
        { format, ...reportOf({ file: out, rejected: [], losses }, commandLine.words) },
        values.force === true,
      );
    if (out === "-") return toStandardOutput(write, commandLine, saveReport);
    const report = await write(resolve(out));
    await saveReport(report);
    for (const loss of report.losses) commandLine.err(lossLine(loss, commandLine.words));
    commandLine.out(
      values.json === true ? jsonOf({ ok: true, ...report }) : sentenceOf(report, out, commandLine.words),
    );
    return 0;
  },
};

function curationIn({ project: { annotators } }: OpenProject): Id {
  const curation = annotators.find(({ kind }) => kind === "curation");
  if (!curation) throw new ApiError("nothing-curated");
  return curation.id;
}

function sentenceOf(
  { articles, sets, bytes, tagsetOnly }: ExportReport,
  file: string,
  { say }: Words,
): string {
  return tagsetOnly
    ? `${say("cli.exported-tagset", { file, bytes })}\n`
    : `${say("cli.exported", { file, articles, sets, bytes })}\n`;
}

/** By way of a file of our own, so that there is one way to write an export. */
async function toStandardOutput(
  write: (path: string) => Promise<ExportReport>,
  { out, err, words }: CommandLine,
  keep: (report: ExportReport) => Promise<void>,
): Promise<0> {
  const folder = await mkdtemp(join(tmpdir(), "sayso-export-"));
  try {
    const report = await write(join(folder, "export"));
    const { paths, losses } = report;
    await keep(report);
    for (const path of paths) for await (const part of createReadStream(path, "utf8")) out(String(part));
    for (const loss of losses) err(lossLine(loss, words));
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
