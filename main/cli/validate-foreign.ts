// `sayso validate --from FORMAT`: whether all that files of other tools' formats hold can be taken.
import { visibleText } from "../../shared/problems/visible-text.ts";
import type { CommandLine } from "./cli-command.ts";
import { FileRefused, inFile } from "./read-bundle.ts";
import { importerNamed, readAs, readForeign } from "./read-foreign.ts";
import { jsonOf, lineOf, type ReportedProblem } from "./report.ts";

interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly articles: number;
  readonly taken: number;
  readonly rejected: number;
  readonly problems: readonly ReportedProblem[];
}

/** 0 when nothing of any file is refused. */
export async function validateForeign(
  paths: readonly string[],
  format: string,
  { out, err, words }: CommandLine,
  json: boolean,
): Promise<0 | 1> {
  const importer = importerNamed(format);
  const verdicts: Verdict[] = [];
  for (const file of paths)
    try {
      const { files } = await readForeign([file]);
      const { documents, taken, rejected, moved } = readAs(importer, files, file);
      const articles = new Set(documents.map(({ article }) => article)).size;
      const problems = [...rejected, ...moved].map((finding) => inFile(file, finding, words));
      verdicts.push({
        file,
        ok: problems.length === 0,
        articles,
        taken,
        rejected: rejected.length,
        problems,
      });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      const problems = error.findings.map((finding) => inFile(file, finding, words));
      verdicts.push({ file, ok: false, articles: 0, taken: 0, rejected: 0, problems });
    }
  const ok = verdicts.every((verdict) => verdict.ok);
  if (json) out(jsonOf({ ok, files: verdicts }));
  else
    for (const { file, articles, taken, rejected } of verdicts)
      out(`${words.say("convert.read-whole", { file: visibleText(file), articles, taken, rejected })}\n`);
  for (const { problems } of verdicts) for (const problem of problems) err(lineOf(problem));
  return ok ? 0 : 1;
}
