// `sayso import-annotations`: other tools' annotations into a project. They are mapped to the project's tagset and then imported as a
// colleague's file is: each annotator's set under their own name, articles that are not here along with them, nothing of
// what is here changed before all of it is read and understood.
import { tmpdir } from "node:os";
import { basename, resolve } from "node:path";
import type { AnnotationImporter } from "../../../shared/annotation-importers/annotation-importer.ts";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { TakeInRow } from "../../../shared/api/take-in.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { annotatedJsonText } from "../../../shared/exporters/annotated-json.ts";
import type { FileFinding } from "../../../shared/files/finding.ts";
import { guessFor, type Mapping } from "../../../shared/interchange/mapping.ts";
import { overGuess, unmetNames } from "../../../shared/interchange/mapping-file.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { openSpool, type Spool } from "../../core/export/spool.ts";
import { nodeDisk } from "../../storage/files/disk.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { askAboutTwins, type Twins, twinsOf, twinsOption } from "../ask-terminal.ts";
import { type CliCommand, type CommandLine, parse, required } from "../cli-command.ts";
import { type ReadInput, readInput } from "../convert-run.ts";
import { openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { inFile } from "../read-bundle.ts";
import { importerNamed, mappingIn, readableFormats } from "../read-foreign.ts";
import {
  besideCuratedLines,
  jsonOf,
  lineOf,
  problemLines,
  progressLine,
  reported,
  tallyLines,
  tallyReport,
} from "../report.ts";
import { stopFlag } from "../stop-signal.ts";
import { type Arrivals, spoolPortions, takeInPortions, type Watch } from "../take-in-portions.ts";

const cliOptions = [
  ["--from FORMAT", message("convert.convert-from", { formats: readableFormats })],
  ["--map FILE", message("convert.convert-map")],
  ["--print-map", message("convert.import-annotations-print-map")],
  ["--as NAME", message("convert.import-annotations-as")],
  twinsOption,
  ["--own", message("handover.take-in-own")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

export const importAnnotationsCommand: CliCommand = {
  name: "import-annotations",
  synopsis: "PROJECT FILE|FOLDER… --from FORMAT",
  summary: message("convert.import-annotations"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const [folder, ...paths] = positionals;
    const path = resolve(required(folder, "PROJECT"));
    required(paths[0], "FILE");
    const importer = importerNamed(required(values.from, "--from"));
    const request = {
      path,
      paths,
      importer,
      as: values.as,
      twins: twinsOf(values.twins),
      // Whoever says whose work of another tool it is has been asked; a file of ours says that itself.
      own:
        values.own === true || (values.as !== undefined && importer.id !== "json")
          ? ("merge" as const)
          : ("ask" as const),
      mapFile: values.map,
      printMap: values["print-map"] === true,
      takeOver: values["take-over"] === true,
      json: values.json === true,
    };
    const spools = { read: openSpool(nodeDisk, tmpdir()), portions: openSpool(nodeDisk, tmpdir()) };
    const progress = progressLine(commandLine);
    const stopped = stopFlag("take-in-stopped");
    try {
      const isWhole = await imported(
        request,
        spools,
        { stopped, tell: (share) => progress.tell({ done: share, of: 1 }) },
        commandLine,
      );
      return isWhole ? 0 : 1;
    } finally {
      progress.end();
      stopped.end();
      await spools.read.remove();
      await spools.portions.remove();
    }
  },
};

interface ImportRequest {
  readonly path: string;
  readonly paths: readonly string[];
  readonly importer: AnnotationImporter;
  readonly as: string | undefined;
  readonly twins: Twins;
  readonly own: "ask" | "merge";
  readonly mapFile: string | undefined;
  readonly printMap: boolean;
  readonly takeOver: boolean;
  readonly json: boolean;
}

/** False where some of it was refused. Throws `FileRefused`, an `ApiError` or a `UsageError`. */
async function imported(
  request: ImportRequest,
  { read: readSpool, portions }: { readonly read: Spool; readonly portions: Spool },
  watch: Watch,
  commandLine: CommandLine,
): Promise<boolean> {
  const { path, paths, importer, mapFile, printMap, takeOver } = request;
  const { stopped, tell } = watch;
  const { words, out, err } = commandLine;
  const fileMapping = await mappingIn(mapFile, commandLine);
  const input = await readInput(importer, paths, {
    spool: readSpool,
    tell(done, of) {
      stopped.throwIfStopped();
      if (of > 0) tell(done / of);
    },
    commandLine,
  });
  const work: ImportWork = { request, input, fileMapping, portions, watch, commandLine };
  return withClient(commandLine, async (client) => {
    const openProject = printMap
      ? await client.call("project.open", { path, mode: "read" })
      : await openTakingOver(client, path, takeOver);
    for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
    const guess = guessFor(input.names, openProject.project.tagset);
    const mapping = fileMapping ? overGuess(guess, fileMapping) : guess;
    if (printMap) {
      out(jsonOf(mapping));
      return true;
    }
    requireWritable(openProject);
    const arrivals = await spoolArrivals(work, openProject, mapping);
    return report(work, arrivals, await takeArrivals(work, client, openProject));
  });
}

interface ImportWork {
  readonly request: ImportRequest;
  readonly input: ReadInput;
  readonly fileMapping: Mapping | null;
  readonly portions: Spool;
  readonly watch: Watch;
  readonly commandLine: CommandLine;
}

const namedFile = ({ paths: [file = ""] }: ImportRequest): string => file;

async function spoolArrivals(
  { request, input, portions, watch: { stopped, tell }, commandLine }: ImportWork,
  { project, entities }: OpenProject,
  mapping: Mapping,
): Promise<Arrivals> {
  if (input.bundle) {
    await portions.add(annotatedJsonText(input.bundle));
    return { accepted: input.taken, rejected: [], unmapped: new Map(), values: [], told: [] };
  }
  const arriving = {
    mapping,
    tagset: project.tagset,
    from: input.from,
    at: input.at,
    generator: `Sayso ${commandLine.version}`,
    title: basename(namedFile(request)),
    unnamed: commandLine.words.say("convert.unnamed-annotator"),
    known: project.annotators,
    registry: entities,
    hashOf: sha256,
    ...(request.as === undefined ? {} : { as: request.as }),
  };
  const building = { stopped, tell: (share: number) => tell((1 + share) / 3) };
  return spoolPortions(input, arriving, portions, building);
}

interface TakenArrivals {
  readonly rows: readonly TakeInRow[];
  readonly isAsked: boolean;
  /** What was said of articles that were there, and was not taken over. */
  readonly otherFacts: readonly FileFinding[];
}

/** `rows` only where they are reported as JSON; `isAsked`: it has to be said whether a set is the person's own. */
async function takeArrivals(
  { request, input, portions, watch: { stopped, tell }, commandLine: { words, out, err } }: ImportWork,
  client: Client,
  openProject: OpenProject,
): Promise<TakenArrivals> {
  const { twins, own, json } = request;
  const file = namedFile(request);
  const rows: TakeInRow[] = [];
  const articles = new Set<string>();
  const otherFacts: FileFinding[] = [];
  let isAsked = false;
  const toTakeIn = {
    name: basename(file),
    file,
    spool: portions,
    importedFrom: input.bundle ? null : input.from,
    twins,
    askAboutTwins: (titles: readonly string[]) => askAboutTwins(titles, words),
    own,
    onTaken(some: readonly TakeInRow[], others: readonly FileFinding[]) {
      for (const one of others) otherFacts.push(one);
      for (const row of some) {
        articles.add(row.cameAs);
        isAsked ||= row.outcome === "own-asked";
        if (json) rows.push(row);
        else out(linesFor(row, words));
      }
      err(besideCuratedLines(some, words));
    },
  };
  const taking = { stopped, tell: (share: number) => tell((2 + share) / 3) };
  try {
    await takeInPortions(client, openProject, toTakeIn, taking);
  } catch (error) {
    const of = input.articles.length;
    if (articles.size > 0)
      err(`${words.say("convert.import-annotations-so-far", { count: articles.size, of })}\n`);
    throw error;
  }
  return { rows, isAsked, otherFacts };
}

/** False where some of it was refused. */
function report(
  { request, input, fileMapping, commandLine: { words, out, err } }: ImportWork,
  arrivals: Arrivals,
  { rows, isAsked, otherFacts }: TakenArrivals,
): boolean {
  const file = namedFile(request);
  const reportedAll = (findings: readonly FileFinding[]) =>
    findings.map((finding) => inFile(file, finding, words));
  const rejected = reportedAll([...input.rejected, ...arrivals.rejected]);
  const moved = reportedAll(input.moved);
  const unmet =
    fileMapping && !input.bundle ? unmetNames(fileMapping, input.names, request.mapFile ?? "") : [];
  const toKnow = reportedAll([...input.told, ...unmet, ...arrivals.told, ...otherFacts]);
  err(problemLines([...rejected, ...moved, ...toKnow], words));
  input.tallying.leave(arrivals);
  const tally = input.tallying.result();
  const { files: _files, passedOver: _passed, leftValues: _left, ...sums } = tally;
  if (tally.taken < tally.units || tally.moved + tally.valuesLeft > 0)
    err(`${words.say("convert.tally", sums)}\n${tallyLines(tally, words)}`);
  if (isAsked) err(`${words.say("handover.take-in-own-asked", { file: visibleText(file) })}\n`);
  const isNothing = tally.taken === 0 && toKnow.length > otherFacts.length;
  const isWhole = rejected.length === 0 && !isAsked && !isNothing;
  if (request.json)
    out(
      jsonOf({
        ...{ ok: isWhole, accepted: arrivals.accepted, ...tallyReport(tally, words) },
        ...{ rejected, moved, told: toKnow, rows },
      }),
    );
  return isWhole;
}

function linesFor(row: TakeInRow, { say, tell }: Words): string {
  const { title, annotator, spans, cards, again, merge } = row;
  const outcome = tell(message(`handover.outcome-${row.outcome}`));
  const lines = [
    say("convert.annotations-imported", { title, annotator: annotator.name, spans, cards, outcome }),
    ...(row.isNamesake ? [`  ${say("handover.is-namesake", { title })}`] : []),
    ...(again && (row.outcome === "newer" || row.outcome === "curated")
      ? [`  ${say("handover.again", { ...again })}`]
      : []),
    ...(merge ? [`  ${say("handover.merges", merge)}`] : []),
    ...(row.outcome === "worked-on" ? [`  ${say("handover.outcome-worked-on-about")}`] : []),
  ];
  return lines.map((line) => `${visibleText(line)}\n`).join("");
}
