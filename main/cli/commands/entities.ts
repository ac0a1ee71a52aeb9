// `sayso entities`: the entities of a project with its own fields as a table to fill in; the filled table back, all of it or nothing; and
// fields defined.
import { basename, resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { entityValuesCsv, readEntityValues } from "../../../shared/interchange/entity-values.ts";
import { entityFieldsOf } from "../../../shared/model/entity-field.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { EntityField, Tagset } from "../../../shared/model/tagset.ts";
import { noMoves } from "../../../shared/model/tagset-moves.ts";
import { idFor } from "../../../shared/tagsets/tagset-draft.ts";
import { tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { introduce, newId, newStep, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { FileRefused, readTextFile } from "../read-bundle.ts";
import { lineOf, reported } from "../report.ts";
import { writeNamed } from "../written-file.ts";

const cliOptions = [
  ["--field NAME:KIND", message("entities.cli-field"), "many"],
  ["--fill FILE", message("entities.cli-fill")],
  ["--add", message("entities.cli-add")],
  ["--dry-run", message("entities.cli-dry-run")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--out FILE", message("entities.cli-out")],
  ["--force", message("cli.export-force")],
] as const;

export const entitiesCommand: CliCommand = {
  name: "entities",
  synopsis: "PROJECT",
  summary: message("entities.cli"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(1, positionals);
    const path = resolve(required(positionals[0], "PROJECT"));
    const { out, err, words } = commandLine;
    const isDry = values["dry-run"] === true;
    const isAdding = values.add === true;
    const definitions = (values.field ?? []).map(fieldFrom);
    const isChange = !isDry && (definitions.length > 0 || values.fill !== undefined);
    const csv = values.fill === undefined ? null : await readTextFile(values.fill);
    await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const opened = isChange
        ? await openTakingOver(client, path, values["take-over"] === true)
        : await client.call("project.open", { path, mode: "read" });
      for (const warning of opened.warnings) err(lineOf(reported(warning, path, words)));
      if (isChange) requireWritable(opened);
      const tagset = withFields(opened.project.tagset, definitions);
      // What does not fit is told before anything is changed.
      const read =
        csv === null ? null : valuesIn(csv, values.fill ?? "", { opened, tagset, isDry, isAdding });
      if (isChange && definitions.length > 0) await putTagset(client, opened, tagset);
      if (isChange && read && read.values > 0) await putValues(client, opened, read.entities);
      if (read)
        out(`${words.say(isDry ? "entities.cli-would-fill" : "entities.cli-filled", countsOf(read))}\n`);
      else if (definitions.length > 0)
        out(`${words.say("entities.cli-fields", { names: namesOf(tagset) })}\n`);
      else await writeTable(entityValuesCsv({ tagset, entities: tableOf(opened.entities) }), values.out);
    });
    return 0;

    async function writeTable(text: string, file: string | undefined): Promise<void> {
      if (file === undefined) out(text);
      else await writeNamed(file, Buffer.from(text, "utf8"), values.force === true);
    }
  },
};

const fieldForm = /^(?<name>[^:]+):(?:(?<kind>text|number|date)|choice:(?<choices>.+))$/u;

/** `Gender:choice:woman,man` or `Party:text`. */
function fieldFrom(text: string): EntityField {
  const { name = "", kind, choices } = fieldForm.exec(text)?.groups ?? {};
  if (name.trim() === "") throw new UsageError(message("entities.cli-no-field-form", { text }));
  const named = { id: "", name: name.trim() };
  if (kind !== undefined) return { ...named, kind: kind as "text" | "number" | "date" };
  const names = (choices ?? "").split(",").map((one) => one.trim());
  const list: { id: string; name: string }[] = [];
  for (const choice of names) list.push({ id: idFor(choice, list), name: choice });
  return { ...named, kind: "choice", choices: list };
}

/** Throws a `UsageError` for a tagset that could not be put to use. */
function withFields(tagset: Tagset, definitions: readonly EntityField[]): Tagset {
  if (definitions.length === 0) return tagset;
  const entityFields = [...entityFieldsOf(tagset)];
  for (const definition of definitions)
    entityFields.push({ ...definition, id: idFor(definition.name, [...tagset.fields, ...entityFields]) });
  const next = { ...tagset, entityFields };
  const [problem] = tagsetProblems(next);
  if (problem) throw new UsageError(message("entities.cli-field-twice", { name: problem.name }));
  return next;
}

interface Filling {
  readonly opened: OpenProject;
  readonly tagset: Tagset;
  readonly isDry: boolean;
  /** Whether names that nobody has become new entities. */
  readonly isAdding: boolean;
}

/** What the table says. Throws `FileRefused` where anything in it does not fit. */
function valuesIn(csv: string, file: string, { opened, tagset, isDry, isAdding }: Filling) {
  const annotator = opened.annotator?.id;
  if (annotator === undefined && !isDry) throw new ApiError("identity-missing");
  const provenance = {
    ...{ annotator: annotator ?? "", at: new Date().toISOString() },
    origin: { by: "imported", from: basename(file) },
  } as const;
  const known = { tagset, entities: tableOf(opened.entities) };
  const read = readEntityValues(csv, known, { provenance, ...(isAdding && { newId }) });
  if (!read.ok) throw new FileRefused(file, read.problems);
  return read;
}

type Values = ReturnType<typeof valuesIn>;

const countsOf = ({ entities, values }: Values) => ({
  values,
  entities: entities.updated.length + entities.added.length,
});

const namesOf = (tagset: Tagset): string =>
  entityFieldsOf(tagset)
    .map(({ name }) => visibleText(name))
    .join(", ");

async function putTagset(client: Client, { handle: project }: OpenProject, tagset: Tagset): Promise<void> {
  await client.call("tagset.put", { project, ...newStep("put-tagset"), tagset, moves: noMoves });
}

async function putValues(
  client: Client,
  { handle: project }: OpenProject,
  entities: Values["entities"],
): Promise<void> {
  await client.call("project.apply", { project, ...newStep("fill-entity-fields"), parts: [], entities });
}
