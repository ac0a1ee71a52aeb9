// `sayso validate`: holds annotated JSON files to the format, to their own hashes and to the laws of the model.
import { basename } from "node:path";
import type { AnnotationImporter } from "../../../shared/annotation-importers/annotation-importer.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import type { FileFinding } from "../../../shared/files/finding.ts";
import { startSortingByText } from "../../../shared/interchange/sort-by-text.ts";
import { startTally, type TallyInAll } from "../../../shared/interchange/tally.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { readApart } from "../../core/jobs/run-job.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { type CliCommand, type CommandLine, parse, required } from "../cli-command.ts";
import { FileRefused, inFile, readTextFile } from "../read-bundle.ts";
import { importerNamed, readableFormats, readParts, refuseWhereNothing } from "../read-foreign.ts";
import { foreignParts } from "../read-parts.ts";
import {
  jsonOf,
  lineOf,
  problemLines,
  type ReportedProblem,
  reported,
  tallyLines,
  tallyReport,
} from "../report.ts";

interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly articles: number;
  readonly sets: number;
  readonly problems: readonly ReportedProblem[];
  /** Work that is not finished; no reason to refuse the file. */
  readonly unfinished: readonly ReportedProblem[];
}

const cliOptions = [
  ["--from FORMAT", message("convert.validate-from", { formats: readableFormats })],
  ["--json", message("cli.json")],
] as const;

export const validateCommand: CliCommand = {
  name: "validate",
  synopsis: "FILE…",
  summary: message("cli.validate"),
  options: cliOptions,
  async run(args, commandLine) {
    const { out, err, words } = commandLine;
    const { values, positionals } = parse(args, cliOptions);
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

// `sayso validate --from FORMAT`: whether all that files of other tools' formats hold can be taken.

interface ForeignVerdict {
  readonly file: string;
  readonly ok: boolean;
  readonly articles: number;
  /** `null` for files that are refused as a whole. */
  readonly tally: TallyInAll | null;
  readonly problems: readonly ReportedProblem[];
}

/** Throws `FileRefused` for what is not of the format at all. */
async function foreignVerdictOn(
  importer: AnnotationImporter,
  file: string,
  commandLine: CommandLine,
): Promise<ForeignVerdict> {
  const { words } = commandLine;
  const sorting = startSortingByText(sha256);
  const rejected: FileFinding[] = [];
  const moved: FileFinding[] = [];
  const notes: FileFinding[] = [];
  const tallying = startTally();
  const { parts } = await foreignParts(importer, [file]);
  for await (const part of readParts(importer, parts, file, commandLine)) {
    for (const document of part.documents) sorting.add(document);
    for (const finding of part.rejected) rejected.push(finding);
    for (const finding of part.moved) moved.push(finding);
    for (const finding of part.told ?? []) notes.push(finding);
    tallying.read(part, part.bundle && part.taken);
  }
  const { articles, told: ofNames } = sorting.end();
  refuseWhereNothing(articles.length, rejected, file);
  const problems = [...rejected, ...moved, ...notes, ...ofNames].map((finding) =>
    inFile(file, finding, words),
  );
  return {
    file,
    ok: rejected.length + moved.length === 0,
    articles: articles.length,
    tally: tallying.result(),
    problems,
  };
}

/** Throws a fault of ours, and a `UsageError`, again. */
function problemsIn(error: unknown, file: string, words: CommandLine["words"]): readonly ReportedProblem[] {
  if (error instanceof FileRefused) return error.findings.map((finding) => inFile(file, finding, words));
  if (error instanceof ApiError && error.code !== "internal") return [reported(error.toData(), file, words)];
  throw error;
}

/** 0 when nothing of any file is refused. */
async function validateForeign(
  paths: readonly string[],
  format: string,
  commandLine: CommandLine,
  json: boolean,
): Promise<0 | 1> {
  const { out, err, words } = commandLine;
  const importer = importerNamed(format);
  const verdicts: ForeignVerdict[] = [];
  for (const file of paths)
    try {
      verdicts.push(await foreignVerdictOn(importer, file, commandLine));
    } catch (error) {
      const problems = problemsIn(error, file, words);
      verdicts.push({ file, ok: false, articles: 0, tally: null, problems });
    }
  const ok = verdicts.every((verdict) => verdict.ok);
  const sumsOf = ({ taken = 0, rejected = 0 }: Partial<TallyInAll>) => ({ taken, rejected });
  if (json)
    out(
      jsonOf({
        ok,
        files: verdicts.map(({ tally, problems, ...verdict }) => ({
          ...{ ...verdict, ...sumsOf(tally ?? {}) },
          ...{ ...(tally && tallyReport(tally, words)), problems },
        })),
      }),
    );
  else
    for (const { file, articles, tally } of verdicts) {
      const sums = { file: visibleText(file), articles, ...sumsOf(tally ?? {}) };
      out(`${words.say("convert.read-whole", sums)}\n${tally ? tallyLines(tally, words) : ""}`);
    }
  for (const { problems } of verdicts) err(problemLines(problems, words));
  return ok ? 0 : 1;
}
