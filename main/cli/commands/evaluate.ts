// `sayso evaluate`: predicted attributions measured against gold ones, both in JSON lines.
import type { z } from "zod";
import { goldLine, predictedLine } from "../../../shared/schema/attribution-lines.ts";
import { type Evaluation, evaluate } from "../../../shared/suggestions/evaluate.ts";
import { readLine } from "../../../shared/suggestions/read-lines.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { atMost, type CliCommand, parse, required } from "../cli-command.ts";
import { FileRefused, readTextFile } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";

export const evaluateCommand: CliCommand = {
  name: "evaluate",
  synopsis: "GOLD PREDICTED",
  summary: message("cli.evaluate"),
  options: [["--json", message("cli.json")]],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const gold = required(positionals[0], "GOLD");
    const predicted = required(positionals[1], "PREDICTED");
    atMost(2, positionals);
    const result = evaluate(await linesOf(gold, goldLine), await linesOf(predicted, predictedLine));
    commandLine.out(values.json === true ? jsonOf(result) : tableOf(result, commandLine.words));
    return 0;
  },
};

async function linesOf<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>[]> {
  const values: z.infer<Schema>[] = [];
  for (const [at, line] of (await readTextFile(file)).split("\n").entries()) {
    const read = readLine(schema, line, at + 1);
    if (read && !read.ok) throw new FileRefused(file, [read.problem]);
    if (read) values.push(read.value);
  }
  return values;
}

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
