// `sayso validate --from FORMAT`: whether all that files of other tools' formats hold can be taken.
import type { AnnotationImporter } from "../../shared/annotation-importers/annotation-importer.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import type { Finding } from "../../shared/files/finding.ts";
import { startSortingByText } from "../../shared/interchange/sort-by-text.ts";
import { startTally, type TallyInAll } from "../../shared/interchange/tally.ts";
import { sha256 } from "../storage/files/json-text.ts";
import type { CommandLine } from "./cli-command.ts";
import { FileRefused, inFile } from "./read-bundle.ts";
import { importerNamed, readParts, refuseWhereNothing } from "./read-foreign.ts";
import { foreignParts } from "./read-parts.ts";
import { jsonOf, problemLines, type ReportedProblem, reported } from "./report.ts";
import { tallyLines, tallyReport } from "./tally-lines.ts";

interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly articles: number;
  /** `null` for files that are refused as a whole. */
  readonly tally: TallyInAll | null;
  readonly problems: readonly ReportedProblem[];
}

/** Throws `FileRefused` for what is not of the format at all. */
async function verdictOn(
  importer: AnnotationImporter,
  file: string,
  commandLine: CommandLine,
): Promise<Verdict> {
  const { words } = commandLine;
  const sorting = startSortingByText(sha256);
  const rejected: Finding[] = [];
  const moved: Finding[] = [];
  const notes: Finding[] = [];
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
export async function validateForeign(
  paths: readonly string[],
  format: string,
  commandLine: CommandLine,
  json: boolean,
): Promise<0 | 1> {
  const { out, err, words } = commandLine;
  const importer = importerNamed(format);
  const verdicts: Verdict[] = [];
  for (const file of paths)
    try {
      verdicts.push(await verdictOn(importer, file, commandLine));
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
