// `sayso import`: brings files into a project. One that is refused does not keep the others out.
import { basename, resolve } from "node:path";
import type { SkippedFile, TakenFile } from "../../../shared/api/bringing-in.ts";
import { broughtInTogether } from "../../../shared/api/brought-in-together.ts";
import type { Client } from "../../../shared/api/client.ts";
import type { Input, OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { columnFields } from "../../../shared/importers/without-readers.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { askAboutTwins, readSecret, type Twins, twinsOf, twinsOption } from "../ask-terminal.ts";
import { type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { introduce, isNoProject, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import {
  jsonOf,
  lineOf,
  problemLines,
  type ReportedProblem,
  reported,
  skippedLine,
  takenLine,
} from "../report.ts";

interface Outcome {
  readonly imported: readonly TakenFile[];
  readonly skipped: readonly SkippedFile[];
  readonly refused: readonly ReportedProblem[];
}

const cliOptions = [
  ["--create", message("cli.import-create")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ...columnFields.map((field) => [`--${field}-column NAME`, message("cli.import-column")] as const),
  ["--encoding NAME", message("cli.import-encoding")],
  ["--delimiter SIGN", message("cli.import-delimiter")],
  ["--password", message("cli.import-password")],
  twinsOption,
  ["--duplicates WHAT", message("cli.import-duplicates")],
  ["--report FILE", message("cli.import-report")],
  ["--json", message("cli.json")],
] as const;

export const importCommand: CliCommand = {
  name: "import",
  synopsis: "PROJECT FILE|FOLDER|ZIP…",
  summary: message("cli.import"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const secret =
      values.password === true
        ? await readSecret(() => commandLine.err(`${commandLine.words.say("cli.ask-password")} `))
        : "";
    const choices = { ...choicesOf(values), ...(secret === "" ? {} : { password: secret }) };
    const [folder, ...files] = positionals;
    const path = resolve(required(folder, "PROJECT"));
    required(files[0], "FILE");
    const { imported, skipped, refused } = await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const openProject = await openForWriting(
        client,
        path,
        values.create === true,
        values["take-over"] === true,
      );
      for (const warning of openProject.warnings)
        commandLine.err(lineOf(reported(warning, path, commandLine.words)));
      requireWritable(openProject);
      const outcome = await importFiles(client, openProject, { files, choices }, commandLine.words);
      if (values.report !== undefined)
        await client.call("bringIn.report", {
          project: openProject.handle,
          language: commandLine.words.language,
          path: resolve(values.report),
          overwrite: true,
        });
      return outcome;
    });
    const isNothing = imported.length + skipped.length + refused.length === 0;
    const status = isNothing || refused.length > 0 ? 1 : 0;
    if (values.json === true) commandLine.out(jsonOf({ ok: status === 0, imported, skipped, refused }));
    else for (const report of imported) commandLine.out(`${takenLine(report, commandLine.words)}\n`);
    if (values.json !== true)
      for (const skippedFile of skipped) commandLine.out(`${skippedLine(skippedFile, commandLine.words)}\n`);
    commandLine.err(problemLines(refused, commandLine.words));
    if (isNothing) commandLine.err(`${commandLine.words.say("cli.import-nothing")}\n`);
    return status;
  },
};

interface Choices extends Omit<Input<"bringIn.run">, "project" | "paths" | "files" | "duplicates"> {
  readonly twins: Twins;
}

/** What `--duplicates` said, which is older. */
const olderNames: Readonly<Record<string, Twins>> = { skip: "same", take: "new" };

function choicesOf(values: Readonly<Record<string, unknown>>): Choices {
  const { twins, duplicates, encoding, delimiter } = values;
  const older = typeof duplicates === "string" ? olderNames[duplicates] : undefined;
  if (duplicates !== undefined && older === undefined)
    throw new UsageError(message("cli.import-no-duplicates"));
  if (duplicates !== undefined && twins !== undefined)
    throw new UsageError(message("cli.import-duplicates-or-twins"));
  const columns = Object.fromEntries(
    columnFields.flatMap((field) => {
      const name = values[`${field}-column`];
      return typeof name === "string" ? [[field, name] as const] : [];
    }),
  );
  return {
    twins: older ?? twinsOf(typeof twins === "string" ? twins : undefined),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(typeof encoding === "string" ? { encoding } : {}),
    ...(typeof delimiter === "string" ? { delimiter: delimiter === "\\t" ? "\t" : delimiter } : {}),
  };
}

async function openForWriting(
  client: Client,
  path: string,
  create: boolean,
  takeOver: boolean,
): Promise<OpenProject> {
  try {
    return await openTakingOver(client, path, takeOver);
  } catch (error) {
    if (!(error instanceof ApiError && isNoProject(error)) || !create) throw error;
    return client.call("project.create", { path, name: basename(path) });
  }
}

/** Each as it was named: one that is refused is told by the path that was typed. */
async function importFiles(
  client: Client,
  { handle }: OpenProject,
  { files, choices }: { readonly files: readonly string[]; readonly choices: Choices },
  words: Words,
): Promise<Outcome> {
  const { twins, ...how } = choices;
  const run = (duplicates: "skip" | "take", only?: readonly string[]) =>
    client.call("bringIn.run", {
      ...{ project: handle, paths: files.map((file) => resolve(file)), files: [], ...how, duplicates },
      ...(only && { only: [...only], goesOn: true }),
    });
  let broughtIn = await run(twins === "new" ? "take" : "skip");
  const skippedTwins = twins === "ask" ? broughtIn.skipped : [];
  const answer =
    skippedTwins.length > 0
      ? await askAboutTwins(
          skippedTwins.map(({ file }) => visibleText(file)),
          words,
        )
      : "same";
  if (answer === "new") {
    const only = skippedTwins.map(({ file }) => file);
    broughtIn = broughtInTogether(broughtIn, await run("take", only), true);
  }
  const { taken, skipped, refused } = broughtIn;
  const why = ({ same, as }: SkippedFile): string =>
    words.say(`importing.same-${same}`, { title: visibleText(as) });
  const typed = (file: string): string => {
    const named = files.find(
      (path) =>
        file === basename(path) ||
        file.startsWith(`${basename(path)}/`) ||
        file.startsWith(`${basename(path)}:`),
    );
    return named === undefined ? file : `${named}${file.slice(basename(named).length)}`;
  };
  return {
    imported: taken.map((report) => ({ ...report, file: typed(report.file) })),
    skipped: answer === null ? [] : skipped.map((file) => ({ ...file, file: typed(file.file) })),
    refused: [
      ...refused.map(({ file, error }) => reported(error, typed(file), words)),
      ...(answer === null ? skipped : []).map((one) => ({
        where: typed(one.file),
        what: words.say("cli.twins-refused", { why: why(one) }),
        advice: words.say("cli.twins-advice"),
      })),
    ],
  };
}
