// `sayso validate`: holds annotated JSON files to the format, to their own hashes and to the laws of the model.
import { basename } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { readApart } from "../../core/jobs/run-job.ts";
import { type CliCommand, type CommandLine, parse, required } from "../cli-command.ts";
import { inFile, readTextFile } from "../read-bundle.ts";
import { readableFormats } from "../read-foreign.ts";
import { jsonOf, lineOf, type ReportedProblem, reported } from "../report.ts";
import { validateForeign } from "../validate-foreign.ts";

interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly articles: number;
  readonly sets: number;
  readonly problems: readonly ReportedProblem[];
  /** Work that is not finished; no reason to refuse the file. */
  readonly unfinished: readonly ReportedProblem[];
}

export const validateCommand: CliCommand = {
  name: "validate",
  synopsis: "FILE…",
  summary: message("cli.validate"),
  options: [
    ["--from FORMAT", message("convert.validate-from", { formats: readableFormats })],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { out, err, words } = commandLine;
    const { values, positionals } = parse(args, { from: { type: "string" }, json: { type: "boolean" } });
    required(positionals[0], "FILE");
    if (values.from !== undefined && values.from !== "json")
      return validateForeign(positionals, values.from, commandLine, values.json === true);
    const verdicts: Verdict[] = [];
    for (const file of positionals) verdicts.push(await verdictOn(file, commandLine));
    const ok = verdicts.every((verdict) => verdict.ok);
    if (values.json === true) out(jsonOf({ ok, files: verdicts }));
    else for (const verdict of verdicts) if (verdict.ok) out(sentenceOf(verdict, words));
    for (const { problems } of verdicts) for (const problem of problems) err(lineOf(problem));
    return ok ? 0 : 1;
  },
};

async function verdictOn(file: string, { processes, words }: CommandLine): Promise<Verdict> {
  const refused = (problems: readonly ReportedProblem[]): Verdict => ({
    file,
    ok: false,
    articles: 0,
    sets: 0,
    problems,
    unfinished: [],
  });
  try {
    const text = await readTextFile(file);
    const parseResult = await readApart(processes, "read-annotated-json", text, basename(file));
    if (!parseResult.ok) return refused(parseResult.problems.map((finding) => inFile(file, finding, words)));
    const { articles } = parseResult.bundle;
    const sets = articles.reduce((count, article) => count + article.sets.length, 0);
    const unfinished = parseResult.unfinished.map((finding) => inFile(file, finding, words));
    return { file, ok: true, articles: articles.length, sets, problems: [], unfinished };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code === "internal") throw error;
    const problem = reported(error.toData(), file, words);
    // Their advice is for articles.
    const isNoText = error.problem === "file-empty" || error.problem === "file-binary";
    return refused([isNoText ? { ...problem, advice: words.say("cli.advice-json") } : problem]);
  }
}

function sentenceOf({ file, articles, sets, unfinished }: Verdict, { say }: Words): string {
  const counts = { articles, sets, unfinished: unfinished.length };
  return `${say("cli.valid", { file: visibleText(file), ...counts })}\n`;
}
