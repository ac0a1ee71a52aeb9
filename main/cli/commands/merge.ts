// `sayso merge`: merges two versions of the same annotations into one file of annotated JSON, over the version that both come
// from where it is named first.
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { annotatedJsonOf } from "../../../shared/exporters/annotated-json.ts";
import { isDecidable } from "../../../shared/merge/merge-sets.ts";
import { mergeBundles } from "../../../shared/review/merge-bundles.ts";
import { message } from "../../../shared/words/message.ts";
import { prettyJson } from "../../storage/files/json-text.ts";
import { atMost, type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { readBundle } from "../read-bundle.ts";
import { conflictLine, jsonOf } from "../report.ts";
import { writeNamed } from "../written-file.ts";

const cliOptions = [
  ["--out FILE", message("cli.export-out")],
  ["--theirs", message("handover.merge-theirs")],
  ["--force", message("cli.export-force")],
  ["--json", message("cli.json")],
] as const;

export const mergeCommand: CliCommand = {
  name: "merge",
  synopsis: "[BASE] OURS THEIRS --out FILE",
  summary: message("handover.merge"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(3, positionals);
    required(positionals[0], "OURS");
    required(positionals[1], "THEIRS");
    const out = required(values.out, "--out");
    const { words } = commandLine;
    if (out === "-" && values.json === true) throw new UsageError(message("cli.both-to-output"));
    const bundles: ExportBundle[] = [];
    for (const path of positionals) bundles.push(await readBundle(path, commandLine));
    const theirBundle = required(bundles.pop(), "THEIRS");
    const ourBundle = required(bundles.pop(), "OURS");
    const { bundle, conflicts } = mergeBundles(
      bundles[0] ?? null,
      ourBundle,
      theirBundle,
      values.theirs === true ? "theirs" : undefined,
    );
    const text = prettyJson(annotatedJsonOf(bundle));
    if (out === "-") commandLine.out(text);
    else await writeNamed(out, Buffer.from(text, "utf8"), values.force === true);
    const sets = bundle.articles.reduce((sum, article) => sum + article.sets.length, 0);
    if (values.json === true) commandLine.out(jsonOf({ ok: true, sets, conflicts }));
    else if (out !== "-")
      commandLine.out(
        `${words.say("handover.merge-counts", { file: out, sets, conflicts: conflicts.length })}\n`,
      );
    if (values.json !== true)
      for (const conflict of conflicts) commandLine.err(`${conflictLine(conflict.title, conflict, words)}\n`);
    return conflicts.every((conflict) => values.theirs === true && isDecidable(conflict)) ? 0 : 4;
  },
};
