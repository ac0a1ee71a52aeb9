// `sayso take-in`: takes colleagues' packages, annotated JSON and project folders into a project. One that is refused does not
// keep the others out.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { carriedWords } from "../../../shared/api/reply-words.ts";
import type { LikePeople, TakeInPlanned, TakeInPreview, TakeInRow } from "../../../shared/api/take-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { foldedName } from "../../../shared/model/folded-name.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type Twins, twinsOf, twinsOption } from "../ask-terminal.ts";
import { type CliCommand, type CommandLine, parse, required, UsageError } from "../cli-command.ts";
import {
  introduce,
  isNoProject,
  newStep,
  openTakingOver,
  requireWritable,
  withClient,
} from "../core-client.ts";
import { FileRefused, inFile } from "../read-bundle.ts";
import {
  besideCuratedLines,
  conflictLine,
  jsonOf,
  lineOf,
  type ReportedProblem,
  reported,
} from "../report.ts";
import { alikeLines } from "../same-people.ts";
import { refusedTwin } from "../take-in-portions.ts";

interface Choices {
  readonly bring: boolean;
  readonly twins: Twins;
  readonly unverified: boolean;
  readonly mend: boolean;
  readonly isOwn: boolean;
  readonly isTheirs: boolean;
  readonly isDry: boolean;
}

interface Outcome {
  readonly taken: readonly (TakeInPlanned & { readonly named: string })[];
  readonly refused: readonly ReportedProblem[];
}

const cliOptions = [
  ["--bring", message("handover.take-in-bring")],
  ["--create", message("handover.take-in-create")],
  twinsOption,
  ["--own", message("handover.take-in-own")],
  ["--theirs", message("handover.take-in-theirs")],
  ["--unverified", message("handover.take-in-unverified")],
  ["--mend", message("handover.take-in-mend")],
  ["--dry-run", message("handover.take-in-dry-run")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

export const takeInCommand: CliCommand = {
  name: "take-in",
  synopsis: "PROJECT FILE|FOLDER…",
  summary: message("handover.take-in"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const [folder, ...files] = positionals;
    const path = resolve(required(folder, "PROJECT"));
    required(files[0], "FILE");
    const { words, out, err } = commandLine;
    const choices = {
      // What a project is started from comes into it.
      bring: values.bring === true || values.create === true,
      twins: twinsOf(values.twins),
      unverified: values.unverified === true,
      mend: values.mend === true,
      isOwn: values.own === true,
      isTheirs: values.theirs === true,
      isDry: values["dry-run"] === true,
    };
    const name = values.as ?? null;
    const isNew = values.create === true && !(await isProject(commandLine, path));
    const into = async (client: Client, opened: OpenProject): Promise<Outcome> => {
      for (const warning of opened.warnings) err(lineOf(reported(warning, path, words)));
      requireWritable(opened);
      return takeAll(client, opened.handle, { files, choices, words });
    };
    const start = async (client: Client, at: string): Promise<Outcome> =>
      into(client, await startProject(client, { path: at, title: basename(path), files, choices }));
    const { taken, refused } =
      isNew && choices.isDry
        ? await rehearsed(commandLine, name, start)
        : await withClient(commandLine, async (client) => {
            if (name !== null) await introduce(client, name);
            if (isNew) return start(client, path);
            return into(client, await openTakingOver(client, path, values["take-over"] === true));
          });
    const undecidedFiles = taken.filter(({ rows }) => rows.some(({ outcome }) => outcome === "own-asked"));
    const twins = taken.filter((one) => one.twins.length > 0);
    const isWhole = refused.length === 0 && undecidedFiles.length === 0 && twins.length === 0;
    if (values.json === true) out(jsonOf({ ok: isWhole, taken, refused }));
    else for (const takenFile of taken) for (const line of linesOf(takenFile, words)) out(`${line}\n`);
    for (const { rows } of taken) err(besideCuratedLines(rows, words));
    for (const problem of refused) err(lineOf(problem));
    for (const { named, twins: which } of twins)
      for (const { title } of which) err(lineOf(inFile(named, refusedTwin(title), words)));
    for (const { named: file } of undecidedFiles)
      err(`${words.say("handover.take-in-own-asked", { file: visibleText(file) })}\n`);
    for (const { alike } of taken)
      for (const line of alikeLines(alike, alike.flatMap(namedIn), words, "project")) err(line);
    if (!isWhole) return 1;
    const conflicts = taken.flatMap(({ rows }) => rows.flatMap(({ merge }) => merge?.conflicts ?? []));
    return conflicts.every(({ isDecidable }) => choices.isTheirs && isDecidable) ? 0 : 4;
  },
};

/** Whether a project is there, whatever may be wrong with it. */
const isProject = (commandLine: CommandLine, path: string): Promise<boolean> =>
  withClient(commandLine, async (client) => {
    try {
      const { handle: project } = await client.call("project.open", { path, mode: "read" });
      await client.call("project.close", { project });
      return true;
    } catch (error) {
      return !(error instanceof ApiError && isNoProject(error));
    }
  });

/** Does in a home and a folder that are gone afterwards what would be done in a new project. Throws what `work` throws. */
async function rehearsed<T>(
  commandLine: CommandLine,
  as: string | null,
  work: (client: Client, path: string) => Promise<T>,
): Promise<T> {
  const { annotatorName } = await withClient(commandLine, (client) => client.call("settings.get", {}));
  const folder = await mkdtemp(join(tmpdir(), "sayso-dry-run-"));
  try {
    return await withClient({ ...commandLine, home: join(folder, "home") }, async (client) => {
      if (annotatorName !== null) await introduce(client, annotatorName);
      if (as !== null) await introduce(client, as);
      return work(client, join(folder, "project"));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface ToStart {
  readonly path: string;
  /** What it is called where the file's has no name. */
  readonly title: string;
  readonly files: readonly string[];
  readonly choices: Choices;
}

/** A new project with the tagset of the first file. Throws `FileRefused` for a file that is not right, and a `UsageError` (see `ownIn`). */
async function startProject(
  client: Client,
  { path, title, files: [file = ""], choices: { unverified, mend, isOwn } }: ToStart,
): Promise<OpenProject> {
  const packageSource = { from: { path: resolve(file) }, unverified, mend };
  const head = await client.call("review.packageHead", packageSource);
  if (!head.ok) throw new FileRefused(file, head.problems);
  const { annotatorName } = await client.call("settings.get", {});
  const me = isOwn && annotatorName !== null ? ownIn(head.people, annotatorName, file) : null;
  const name = head.project.trim() === "" ? title : head.project;
  return client.call("project.create", { path, name, start: { ...packageSource, me } });
}

/** Whose sets of a file are one's own. Throws a `UsageError` where nobody of that name is in it, or several are. */
function ownIn(people: readonly Annotator[], name: string, file: string): Id {
  const [first, ...more] = people.filter((one) => foldedName(one.name) === foldedName(name));
  if (first && more.length === 0) return first.id;
  const details = { file: visibleText(file), name: visibleText(name) };
  if (first)
    throw new UsageError(message("handover.take-in-own-several", { ...details, count: 1 + more.length }));
  if (people.length === 0) throw new UsageError(message("handover.take-in-own-none", { file: details.file }));
  const names = people.map((one) => visibleText(one.name)).join("; ");
  throw new UsageError(message("handover.take-in-own-nobody", { ...details, names }));
}

const namedIn = ({ people, names }: LikePeople): readonly Annotator[] => [
  { id: people[0], name: names[0] },
  { id: people[1], name: names[1] },
];

interface TakeInRequest {
  readonly files: readonly string[];
  readonly choices: Choices;
  readonly words: Words;
}

async function takeAll(
  client: Client,
  project: Id,
  { files, choices, words }: TakeInRequest,
): Promise<Outcome> {
  const takenFiles: Outcome["taken"][number][] = [];
  const refused: ReportedProblem[] = [];
  for (const file of files)
    try {
      const preview = await takeOne(client, project, resolve(file), choices);
      if (preview.ok) takenFiles.push({ named: file, ...preview });
      else refused.push(...preview.problems.map((finding) => inFile(file, finding, words)));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === "internal") throw error;
      refused.push(reported(error.toData(), file, words));
    }
  return { taken: takenFiles, refused };
}

async function takeOne(
  client: Client,
  project: Id,
  path: string,
  { bring, twins, unverified, mend, isOwn, isTheirs, isDry }: Choices,
): Promise<TakeInPreview> {
  const ownMode = isOwn ? ("merge" as const) : ("ask" as const);
  const request = {
    project,
    from: { path },
    unverified,
    mend,
    bring,
    places: {},
    twins,
    own: ownMode,
    decided: [],
  };
  const seen = await client.call("review.takeInPreview", request);
  if (!seen.ok || isDry) return seen;
  const conflicts = seen.rows.flatMap(({ merge }) => merge?.conflicts ?? []);
  const {
    step: _step,
    revisions: _revisions,
    ...taken
  } = await client.call("review.takeIn", {
    ...request,
    decided: isTheirs ? conflicts.map(({ key }) => ({ key, side: "theirs" as const })) : [],
    sha256: seen.sha256,
    ...newStep("take-in"),
  });
  return { ok: true, ...taken };
}

function linesOf(
  { named, rows, missing, otherFacts, mended }: Outcome["taken"][number],
  words: Words,
): string[] {
  const { say } = words;
  const file = visibleText(named);
  return [
    ...missing
      .filter(({ isBrought }) => isBrought)
      .map(({ title }) => say("handover.brought", { file, title: visibleText(title) })),
    ...rows.flatMap((row) => rowLines(file, row, words)),
    ...[...otherFacts, ...(mended?.findings ?? [])].map(
      (finding) => `  ${lineOf(inFile(named, finding, words)).trimEnd()}`,
    ),
  ];
}

function rowLines(file: string, row: TakeInRow, words: Words): string[] {
  const { say, tell } = words;
  const { outcome, annotator, spans, cards, carried, merge } = row;
  const title = visibleText(row.title);
  const name = visibleText(annotator.name);
  const word = tell(message(`handover.outcome-${outcome}`));
  const carriedOver = carriedWords(row);
  return [
    say("handover.took-in", { file, name, title, outcome: word, spans, cards }),
    ...(carriedOver ? [`  ${tell(carriedOver)}`] : []),
    ...(carried?.lost ?? []).map(
      ({ quote, why }) => `  “${visibleText(quote)}”: ${tell(message(`handover.lost-${why}`))}`,
    ),
    ...(merge
      ? [
          `  ${say("handover.merged-counts", { ...merge, file, title, conflicts: merge.conflicts.length })}`,
          ...merge.conflicts.map((conflict) => `  ${conflictLine(row.title, conflict, words)}`),
        ]
      : []),
  ];
}
