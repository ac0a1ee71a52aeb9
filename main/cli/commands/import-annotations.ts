// `sayso import-annotations`: other tools' annotations into a project. They are mapped to the project's tagset and then taken in as a
// colleague's file is: each annotator's set under their own name, articles that are not here along with them, nothing of
// what is here changed before all of it is complete.
import { randomBytes } from "node:crypto";
import { basename, resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { TakeInPreview, TakeInRow } from "../../../shared/api/take-in.ts";
import { annotatedJsonText } from "../../../shared/exporters/annotated-json.ts";
import type { ExportBundle } from "../../../shared/exporters/bundle.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { guessMapping } from "../../../shared/interchange/mapping.ts";
import { overGuess } from "../../../shared/interchange/mapping-file.ts";
import { idFromBytes } from "../../../shared/model/id.ts";
import { visibleText } from "../../../shared/problems/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import { type CliCommand, parse, required } from "../cli-command.ts";
import { openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { FileRefused, inFile, tellRefused } from "../read-bundle.ts";
import { importerNamed, mappingIn, readAs, readableFormats, readForeign, sha256 } from "../read-foreign.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

export const importAnnotationsCommand: CliCommand = {
  name: "import-annotations",
  synopsis: "PROJECT FILE|FOLDER… --from FORMAT",
  summary: message("convert.import-annotations"),
  options: [
    ["--from FORMAT", message("convert.convert-from", { formats: readableFormats })],
    ["--map FILE", message("convert.convert-map")],
    ["--print-map", message("convert.import-annotations-print-map")],
    ["--as NAME", message("convert.import-annotations-as")],
    ["--take-over", message("outside.cli-take-over")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      from: { type: "string" },
      map: { type: "string" },
      "print-map": { type: "boolean" },
      as: { type: "string" },
      "take-over": { type: "boolean" },
      json: { type: "boolean" },
    });
    const [folder, ...paths] = positionals;
    const path = resolve(required(folder, "PROJECT"));
    const [first = ""] = [required(paths[0], "FILE")];
    const importer = importerNamed(required(values.from, "--from"));
    const { words, out, err } = commandLine;
    try {
      const mapping = await mappingIn(values.map);
      const { files, at } = await readForeign(paths);
      const read = readAs(importer, files, first);
      return await withClient(commandLine, async (client): Promise<0 | 1> => {
        const isDry = values["print-map"] === true;
        const opened = isDry
          ? await client.call("project.open", { path, mode: "read" })
          : await openTakingOver(client, path, values["take-over"] === true);
        for (const warning of opened.warnings) err(lineOf(reported(warning, path, words)));
        const guess = guessMapping(read.documents, opened.project.tagset);
        if (isDry) {
          out(jsonOf(mapping ? overGuess(guess, mapping) : guess));
          return 0;
        }
        requireWritable(opened);
        const arrived = read.bundle
          ? { bundle: read.bundle, accepted: read.taken, rejected: [] }
          : bundleOfDocuments({
              documents: read.documents,
              mapping: mapping ? overGuess(guess, mapping) : guess,
              tagset: opened.project.tagset,
              from: importer.id,
              at,
              generator: `Sayso ${commandLine.version}`,
              title: basename(first),
              unnamed: words.say("convert.unnamed-annotator"),
              known: opened.project.annotators,
              hashOf: sha256,
              ...(values.as === undefined ? {} : { as: values.as }),
            });
        const taken = await takeIn(client, opened, basename(first), arrived.bundle);
        if (!taken.ok) throw new FileRefused(first, taken.problems);
        const rejected = [...read.rejected, ...arrived.rejected].map((finding) =>
          inFile(first, finding, words),
        );
        const moved = read.moved.map((finding) => inFile(first, finding, words));
        for (const problem of [...rejected, ...moved]) err(lineOf(problem));
        const { accepted } = arrived;
        if (values.json === true) out(jsonOf({ ok: true, accepted, rejected, moved, rows: taken.rows }));
        else for (const row of taken.rows) out(`${lineFor(row, words)}\n`);
        return 0;
      });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      tellRefused(error, commandLine);
      return 1;
    }
  },
};

async function takeIn(
  client: Client,
  { handle }: OpenProject,
  name: string,
  bundle: ExportBundle,
): Promise<TakeInPreview> {
  const from = { name, text: annotatedJsonText(bundle) };
  const asked = { project: handle, from, unverified: false, bring: true, places: {}, decided: [] };
  const seen = await client.call("review.takeInPreview", asked);
  if (!seen.ok) return seen;
  const done = await client.call("review.takeIn", {
    ...asked,
    sha256: seen.sha256,
    opId: idFromBytes(randomBytes(16)),
    step: { command: "take-in", at: new Date().toISOString() },
  });
  return { ok: true, ...done };
}

function lineFor(
  { title, annotator, spans, cards, outcome }: TakeInRow,
  { say }: Parameters<typeof tellRefused>[1]["words"],
): string {
  return visibleText(
    say("convert.annotations-imported", { title, annotator: annotator.name, spans, cards, outcome }),
  );
}
