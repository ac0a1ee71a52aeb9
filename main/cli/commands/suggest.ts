// `sayso suggest`: attributions proposed for text files, or for articles in JSON lines, one line at a time.
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { ApiError } from "../../../shared/api/errors.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Range } from "../../../shared/model/range.ts";
import { textLine } from "../../../shared/schema/attribution-lines.ts";
import { lineOfSuggestions } from "../../../shared/suggestions/attribution-line.ts";
import { entitiesIn } from "../../../shared/suggestions/entities.ts";
import { languageOf, supportOf } from "../../../shared/suggestions/language.ts";
import { readLine } from "../../../shared/suggestions/read-lines.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { type Suggestion, suggest } from "../../../shared/suggestions/suggest.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, type CommandLine, parse, UsageError } from "../cli-command.ts";
import { FileRefused, readTextFile, tellRefused } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";

interface Asked {
  readonly atLeast?: number;
  readonly nested: boolean;
}

export const suggestCommand: CliCommand = {
  name: "suggest",
  synopsis: "FILE… | --jsonl IN --out OUT",
  summary: message("cli.suggest"),
  options: [
    ["--jsonl IN", message("cli.suggest-jsonl")],
    ["--out OUT", message("cli.suggest-out")],
    ["--nested", message("cli.suggest-nested")],
    ["--at-least N", message("cli.suggest-at-least")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      jsonl: { type: "string" },
      out: { type: "string" },
      nested: { type: "boolean" },
      "at-least": { type: "string" },
      json: { type: "boolean" },
    });
    const asked = { ...atLeastOf(values["at-least"]), nested: values.nested === true };
    const isLines = values.jsonl !== undefined;
    if (isLines === positionals.length > 0 || (values.out !== undefined && !isLines))
      throw new UsageError(message("cli.suggest-one-source"));
    try {
      if (values.jsonl !== undefined) await suggestLines(values.jsonl, values.out ?? "-", asked, commandLine);
      else for (const file of positionals) await suggestFile(file, asked, values.json === true, commandLine);
      return 0;
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      tellRefused(error, commandLine);
      return 1;
    }
  },
};

function atLeastOf(text: string | undefined): { readonly atLeast?: number } {
  if (text === undefined) return {};
  const atLeast = Number(text);
  if (text.trim() === "" || !(atLeast >= 0 && atLeast <= 1))
    throw new UsageError(message("cli.no-number", { option: "--at-least", text }));
  return { atLeast };
}

async function suggestFile(
  file: string,
  asked: Asked,
  asJson: boolean,
  { out, words }: CommandLine,
): Promise<void> {
  const text = await readTextFile(file);
  const suggestions = suggest(text, asked);
  if (asJson) out(jsonOf(lineOfSuggestions(file, text, suggestions)));
  else out(listOf(file, text, suggestions, words));
}

/** Two lines a card: what is said by whom, and how sure that is. Then a line each for whoever speaks. */
function listOf(
  file: string,
  text: string,
  suggestions: readonly Suggestion[],
  { say, tell }: Words,
): string {
  const lines = suggestions.map(({ voice, cue, claim, via, kind, confidence, rule }) => {
    const parts = [
      voice ? words(text, voice) : "–",
      words(text, cue),
      claim.map((one) => words(text, one)).join(" … "),
      ...via.map(({ range, role }) => `${role} ${words(text, range)}`),
    ];
    const line = text.slice(0, cue.start).split("\n").length;
    return `${file}:${line}: ${parts.join(" | ")}\n    ${kind}, ${confidence.toFixed(2)}: ${tell(reasonOf(rule))}\n`;
  });
  const people = entitiesIn(articleTextOf(text), suggestions).map(({ name, type, naming, mentions }) => {
    const all = mentions.map(({ range }) => words(text, range)).join(" | ");
    return `${name} (${type}, ${naming}): ${all}\n`;
  });
  const language = languageOf(text);
  const support = supportOf(language);
  const limits =
    support === "lexicon"
      ? `${say("suggestions.support-lexicon", { language: language ?? "" })}\n`
      : support === "none"
        ? `${say("suggestions.support-none")}\n`
        : "";
  return `${limits}${lines.join("")}${people.join("")}${say("suggestions.counted", { count: suggestions.length })}\n`;
}

const words = (text: string, { start, end }: Range): string => text.slice(start, end).replace(/\s+/gu, " ");

/** OUT appears whole or not at all, and never holds more than a line in memory. */
async function suggestLines(
  input: string,
  output: string,
  asked: Asked,
  { out }: CommandLine,
): Promise<void> {
  const path = await sourceOf(input);
  if (output === "-") return forEachLine(path, input, asked, (line) => Promise.resolve(out(line)));
  const target = resolve(output);
  const partial = `${target}.${process.pid}.partial`;
  try {
    const stream = createWriteStream(partial);
    const failed = new Promise<never>((_, reject) => stream.once("error", reject));
    const write = (line: string) =>
      new Promise<void>((done) => {
        stream.write(line, () => done());
      });
    await Promise.race([
      failed,
      forEachLine(path, input, asked, (line) => Promise.race([failed, write(line)])),
    ]);
    await Promise.race([failed, new Promise<void>((done) => stream.end(() => done()))]);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    if (error instanceof FileRefused || error instanceof ApiError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new ApiError(missing ? "folder-missing" : "folder-not-writable", { path: dirname(target) });
  }
}

async function sourceOf(file: string): Promise<string> {
  const path = resolve(file);
  const found = await stat(path).catch(() => null);
  if (!found) throw new ApiError("file-missing", { file: basename(path) });
  if (found.isDirectory()) throw new ApiError("file-is-folder", { file: basename(path) });
  return path;
}

async function forEachLine(
  path: string,
  named: string,
  asked: Asked,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const input = createReadStream(path, "utf8");
  try {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      const read = readLine(textLine, line, number);
      if (read && !read.ok) throw new FileRefused(named, [read.problem]);
      if (read)
        await write(
          `${JSON.stringify(lineOfSuggestions(read.value.id, read.value.text, suggest(read.value.text, asked)))}\n`,
        );
    }
  } finally {
    input.destroy();
  }
}
