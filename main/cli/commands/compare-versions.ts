// `sayso compare-versions`: what changed between two versions of an article, in words or as a page of HTML. It only reads the project.
import { resolve } from "node:path";
import type { ArticleVersionRef, ReadVersion } from "../../../shared/api/methods/comparisons.ts";
import { comparisonOf } from "../../../shared/carry/comparison.ts";
import { comparisonPage } from "../../../shared/carry/comparison-page.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { isId } from "../../../shared/model/id.ts";
import { message } from "../../../shared/words/message.ts";
import { copyInFile, versionOf } from "../../core/revise/copies.ts";
import { nodeDisk } from "../../storage/files/disk.ts";
import { atMost, type CliCommand, type CommandLine, parse, UsageError } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { articleNamed } from "../find-by-name.ts";
import { jsonOf } from "../report.ts";
import { writeNamed } from "../written-file.ts";

const cliOptions = [
  ["--project PROJECT", message("changes.cli-project")],
  ["--article TITLE", message("changes.cli-article")],
  ["--before REVISION", message("changes.cli-before")],
  ["--after REVISION", message("changes.cli-after")],
  ["--out FILE.html", message("changes.cli-out")],
  ["--force", message("cli.export-force")],
  ["--json", message("cli.json")],
] as const;

export const compareVersionsCommand: CliCommand = {
  name: "compare-versions",
  synopsis: "OLD NEW | --project PROJECT --article TITLE NEW|--after REVISION",
  summary: message("changes.cli"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const { before, after } = await bothOf(values, positionals, commandLine);
    const comparison = comparisonOf(before, after, before.set);
    const { words } = commandLine;
    if (values.out !== undefined) {
      const page = comparisonPage(
        comparison,
        { madeAt: new Date().toISOString(), generator: `Sayso ${commandLine.version}` },
        words,
      );
      await writeNamed(values.out, Buffer.from(page, "utf8"), values.force === true);
    }
    const { summary, texts, tags } = comparison;
    if (values.json === true)
      commandLine.out(
        jsonOf({
          ok: true,
          counts: texts.counts,
          words: texts.words,
          figures: texts.figures,
          tags,
          rows: texts.rows,
        }),
      );
    else {
      for (const line of summary) commandLine.out(`${words.tell(line)}\n`);
      if (tags) commandLine.out(`${words.say("changes.tags", tags)}\n`);
      for (const { how, claim, voice, cue } of tags?.claims ?? [])
        commandLine.out(
          `  ${words.say(`changes.claim-${how}`)}: ${[voice, cue].join(" ").trim()} “${claim}”\n`,
        );
      if (values.out !== undefined)
        commandLine.out(`${words.say("changes.cli-written", { file: values.out })}\n`);
    }
    return 0;
  },
};

const versionIn = async (file: string, { processes }: CommandLine): Promise<ReadVersion> =>
  versionOf(await copyInFile({ disk: nodeDisk, processes }, resolve(file)));

interface Arguments {
  readonly project?: string | undefined;
  readonly article?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

async function bothOf(
  { project, article, before = "present", after }: Arguments,
  positionals: readonly string[],
  commandLine: CommandLine,
): Promise<{ readonly before: ReadVersion; readonly after: ReadVersion }> {
  const inProject = project !== undefined && article !== undefined;
  atMost(inProject ? (after === undefined ? 1 : 0) : 2, positionals);
  const [first, second] = positionals;
  if (!inProject) {
    if (first === undefined || second === undefined) throw new UsageError(message("changes.cli-two"));
    return { before: await versionIn(first, commandLine), after: await versionIn(second, commandLine) };
  }
  if (first === undefined && after === undefined) throw new UsageError(message("changes.cli-two"));
  return withClient(commandLine, async (client) => {
    const openProject = await client.call("project.open", { path: resolve(project), mode: "read" });
    const { id } = articleNamed(openProject, article);
    const revisionOf = (named: string): Promise<ReadVersion> =>
      client.call("article.version", { project: openProject.handle, article: id, of: refOf(named) });
    return {
      before: await revisionOf(before),
      after: after === undefined ? await versionIn(first ?? "", commandLine) : await revisionOf(after),
    };
  });
}

/** Throws `revision-past` for what is no revision. */
function refOf(named: string): ArticleVersionRef {
  if (named === "present") return { kind: "present" };
  if (named === "brought-in") return { kind: "revision", revision: null };
  if (!isId(named)) throw new ApiError("revision-past", { article: named });
  return { kind: "revision", revision: named };
}
