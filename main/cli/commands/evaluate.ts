// `sayso evaluate`: predicted attributions measured against gold ones, both in JSON lines.
import { basename } from "node:path";
import type { Evaluation } from "../../../shared/suggestions/evaluate.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { readApart } from "../../core/jobs/run-job.ts";
import { atMost, type CliCommand, parse, required } from "../cli-command.ts";
import { FileRefused, readTextFile } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [["--json", message("cli.json")]] as const;

export const evaluateCommand: CliCommand = {
  name: "evaluate",
  synopsis: "GOLD PREDICTED",
  summary: message("cli.evaluate"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const files = {
      gold: required(positionals[0], "GOLD"),
      predicted: required(positionals[1], "PREDICTED"),
    };
    atMost(2, positionals);
    const texts = { gold: await readTextFile(files.gold), predicted: await readTextFile(files.predicted) };
    const outcome = await readApart(commandLine.processes, "evaluate", texts, basename(files.predicted));
    if (!outcome.ok) throw new FileRefused(files[outcome.in], [outcome.problem]);
    const { evaluation } = outcome;
    commandLine.out(values.json === true ? jsonOf(evaluation) : tableOf(evaluation, commandLine.words));
    return 0;
  },
};

function tableOf({ missingDocuments, scores, tripleRecallByType }: Evaluation, { say }: Words): string {
  const lines: string[] = [];
  if (missingDocuments > 0) lines.push(say("suggestions.missing-documents", { count: missingDocuments }));
  for (const [name, { precision, recall, f1 }] of Object.entries(scores))
    lines.push(
      `${name.padEnd(16)} ${say("suggestions.score-line", { precision: precision.toFixed(1), recall: recall.toFixed(1), f1: f1.toFixed(1) })}`,
    );
  for (const [type, { recall, gold }] of Object.entries(tripleRecallByType))
    lines.push(
      `${say("suggestions.recall-of", { type }).padEnd(19)} ${say("suggestions.recall-line", { recall: recall.toFixed(1), gold: String(gold) })}`,
    );
  return lines.map((line) => `${line}\n`).join("");
}
