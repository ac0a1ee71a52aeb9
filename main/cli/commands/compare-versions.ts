// `sayso compare-versions`: what changed between two versions of an article, in words or as a page of HTML. It only reads the project.
import { basename, resolve } from "node:path";
import { ApiError } from "../../../shared/api/errors.ts";
import type { ReadVersion } from "../../../shared/api/methods/comparisons.ts";
import { comparisonOf } from "../../../shared/carry/comparison.ts";
import { comparisonPage } from "../../../shared/carry/comparison-page.ts";
import { message } from "../../../shared/words/message.ts";
import { copyInFile, versionOf } from "../../core/revise/copies.ts";
import { nodeDisk } from "../../storage/disk.ts";
import { writeReadBack } from "../../storage/durable-file.ts";
import { atMost, type CliCommand, type CommandLine, parse, UsageError } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { jsonOf } from "../report.ts";

export const compareVersionsCommand: CliCommand = {
  name: "compare-versions",
  synopsis: "OLD NEW | --project PROJECT --article TITLE NEW",
  summary: message("changes.cli"),
  options: [
    ["--project PROJECT", message("changes.cli-project")],
    ["--article TITLE", message("changes.cli-article")],
    ["--out FILE.html", message("changes.cli-out")],
    ["--force", message("cli.export-force")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      project: { type: "string" },
      article: { type: "string" },
      out: { type: "string" },
      force: { type: "boolean" },
      json: { type: "boolean" },
    });
    const inProject = values.project !== undefined && values.article !== undefined;
    atMost(inProject ? 1 : 2, positionals);
    const [first, second] = positionals;
    const newest = inProject ? first : second;
    if (first === undefined || newest === undefined) throw new UsageError(message("changes.cli-two"));
    const before =
      values.project !== undefined && values.article !== undefined
        ? await inProjectOf(values.project, values.article, commandLine)
        : await versionIn(first);
    const comparison = comparisonOf(before, await versionIn(newest), before.set);
    const { words } = commandLine;
    if (values.out !== undefined) {
      const path = resolve(values.out);
      if (values.force !== true && (await isThere(path)))
        throw new ApiError("export-exists", { file: basename(path) });
      const page = comparisonPage(
        comparison,
        { madeAt: new Date().toISOString(), generator: `Sayso ${commandLine.version}` },
        words,
      );
      await writeReadBack(nodeDisk, path, Buffer.from(page, "utf8"));
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
      for (const one of summary) commandLine.out(`${words.tell(one)}\n`);
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

const isThere = async (path: string): Promise<boolean> => {
  const status = await nodeDisk.status(path).catch(() => null);
  return status !== null;
};

const versionIn = async (file: string): Promise<ReadVersion> =>
  versionOf(await copyInFile(nodeDisk, resolve(file)));

const inProjectOf = (path: string, wanted: string, commandLine: CommandLine): Promise<ReadVersion> =>
  withClient(commandLine, async (client) => {
    const { handle, articles } = await client.call("project.open", { path: resolve(path), mode: "read" });
    const found = articles.find(({ id, title }) => id === wanted || title === wanted);
    if (!found) throw new ApiError("article-missing", { article: wanted });
    return client.call("article.version", { project: handle, article: found.id, of: { kind: "present" } });
  });
