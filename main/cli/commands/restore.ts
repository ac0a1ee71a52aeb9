// `sayso restore`: goes back to a version, or says what that would change.
import { resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { changesAnything, restoreNotes, rowWords } from "../../../shared/api/reply-words.ts";
import type { RestorePreview, RestoreWhose, VersionRef } from "../../../shared/api/versions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { atMost, type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { introduce, newStep, requireWritable, withClient } from "../core-client.ts";
import { annotatorNamed } from "../find-by-name.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

const cliOptions = [
  ["--article ID", message("versions.cli-article")],
  ["--annotator NAME", message("versions.cli-annotator")],
  ["--preview", message("versions.cli-preview")],
  ["--as NAME", message("cli.import-as")],
  ["--json", message("cli.json")],
] as const;

export const restoreCommand: CliCommand = {
  name: "restore",
  synopsis: "PROJECT SNAPSHOT",
  summary: message("versions.cli-restore"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(2, positionals);
    const path = resolve(required(positionals[0], "PROJECT"));
    const snapshotName = required(positionals[1], "SNAPSHOT");
    const { words, out, err } = commandLine;
    const outcome = await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const openProject = await client.call("project.open", { path, mode: "write" });
      for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
      requireWritable(openProject);
      const scope = {
        project: openProject.handle,
        version: await versionCalled(client, openProject, snapshotName),
        article: values.article ?? null,
        whose: values.annotator === undefined ? null : whoseOf(openProject, values.annotator),
      };
      if (values.preview === true) return client.call("versions.preview", scope);
      const request = { ...scope, ...newStep("restore-version") };
      const { step: _step, ...restored } = await client.call("versions.restore", request);
      return restored;
    });
    out(values.json === true ? jsonOf({ ok: true, ...outcome }) : lines(outcome, words));
    return 0;
  },
};

/** By its id, its name where only one is called so, or the time of an automatic copy. */
async function versionCalled(client: Client, opened: OpenProject, asked: string): Promise<VersionRef> {
  const { versions } = await client.call("versions.list", { project: opened.handle });
  const byId = versions.find(({ id }) => id === asked);
  if (byId) return { kind: byId.kind, id: byId.id };
  const [named, second] = versions.filter(({ name }) => name === asked);
  if (second) throw new UsageError(message("versions.cli-ambiguous", { name: asked }));
  if (named) return { kind: named.kind, id: named.id };
  // Any moment will do: what was copied until then.
  if (!Number.isNaN(Date.parse(asked))) return { kind: "automatic", id: new Date(asked).toISOString() };
  throw new ApiError("version-missing", { name: asked });
}

function whoseOf(opened: OpenProject, name: string): RestoreWhose {
  const { id, kind } = annotatorNamed(opened, name);
  if (kind === "curation") return "curation";
  if (id === opened.annotator?.id) return "own";
  throw new UsageError(message("versions.cli-others-set", { name }));
}

function lines(preview: RestorePreview, words: Words): string {
  if (!changesAnything(preview)) return `${words.say("versions.same-all")}\n`;
  const rows = preview.rows.filter(({ outcome }) => outcome !== "same");
  return [
    ...rows.map((row) => `${visibleText(row.title)}: ${rowWords(row, words)}`),
    ...restoreNotes(preview, words).map(visibleText),
    "",
  ].join("\n");
}
