// `sayso suggest`: attributions proposed for text files, or for articles in JSON lines, one line at a time.
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type LineRange, textLine } from "../../../shared/schema/attribution-lines.ts";
import type { SuggestedLine } from "../../../shared/suggestions/attribution-line.ts";
import { languageOf, supportOf } from "../../../shared/suggestions/language.ts";
import { lineTooLong, longestLine, readLine } from "../../../shared/suggestions/read-lines.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { holdToLimits } from "../../core/articles/fitting-text.ts";
import { type CliCommand, type CommandLine, parse, UsageError } from "../cli-command.ts";
import { LineTooLong, linesOf } from "../lines-of.ts";
import { FileRefused, readTextFile } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";
import { type Suggester, suggesterFor } from "../suggesters.ts";

export const suggestCommand: CliCommand = {
  name: "suggest",
  synopsis: "FILE… | --jsonl IN --out OUT",
  summary: message("cli.suggest"),
  options: [
    ["--jsonl IN", message("cli.suggest-jsonl")],
    ["--out OUT", message("cli.suggest-out")],
    ["--nested", message("cli.suggest-nested")],
    ["--at-least N", message("cli.suggest-at-least")],
    ["--model NAME", message("cli.suggest-model")],
    ["--command COMMAND", message("cli.suggest-command")],
    ["--address ADDRESS", message("cli.suggest-address")],
    ["--seconds N", message("cli.suggest-seconds")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      jsonl: { type: "string" },
      out: { type: "string" },
      nested: { type: "boolean" },
      "at-least": { type: "string" },
      model: { type: "string" },
      command: { type: "string" },
      address: { type: "string" },
      seconds: { type: "string" },
      json: { type: "boolean" },
    });
    const suggestOptions = { ...atLeastOf(values["at-least"]), nested: values.nested === true };
    const isLines = values.jsonl !== undefined;
    if (isLines === positionals.length > 0 || (values.out !== undefined && !isLines))
      throw new UsageError(message("cli.suggest-one-source"));
    const by = await suggesterFor(values, suggestOptions, commandLine);
    if (values.jsonl !== undefined) await suggestLines(values.jsonl, values.out ?? "-", by, commandLine);
    else for (const file of positionals) await suggestFile(file, by, values.json === true, commandLine);
    commandLine.err(by.report(commandLine.words));
    return 0;
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
  by: Suggester,
  asJson: boolean,
  { out, words }: CommandLine,
): Promise<void> {
  const text = await readTextFile(file);
  holdToLimits(text, basename(file));
  const [line] = await by.suggest([{ id: file, text }]);
  if (line) out(asJson ? jsonOf(line) : listOf(file, text, line, words));
}

/** Two lines a card: what is said by whom, and how sure that is. Then a line each for whoever speaks. */
function listOf(
  file: string,
  text: string,
  { attributions, entities }: SuggestedLine,
  { say, tell }: Words,
): string {
  const lines = attributions.map(({ source, cue, content, via = [], type, confidence, rule, model }) => {
    const parts = [
      ...[source, cue, content].map((ranges) => wordsOf(text, ranges)),
      ...via.map(({ range, role }) => `${role} ${wordsOf(text, [range])}`),
    ];
    const [[start] = [0]] = [...cue, ...content];
    const line = text.slice(0, start).split("\n").length;
    return `${file}:${line}: ${parts.join(" | ")}\n    ${type}, ${confidence.toFixed(2)}: ${tell(reasonOf(rule, model))}\n`;
  });
  const people = entities.map(
    ({ name, type, naming, mentions }) => `${name} (${type}, ${naming}): ${wordsOf(text, mentions, " | ")}\n`,
  );
  const isOfModel = attributions.some(({ model }) => model !== undefined);
  const limits = isOfModel ? "" : limitsOf(text, say);
  return `${limits}${lines.join("")}${people.join("")}${say("suggestions.counted", { count: attributions.length })}\n`;
}

function limitsOf(text: string, say: Words["say"]): string {
  const language = languageOf(text);
  switch (supportOf(language)) {
    case "lexicon":
      return `${say("suggestions.support-lexicon", { language: language ?? "" })}\n`;
    case "none":
      return `${say("suggestions.support-none")}\n`;
    default:
      return "";
  }
}

const wordsOf = (text: string, ranges: readonly LineRange[], between = " … "): string =>
  ranges.map(([start, end]) => text.slice(start, end).replace(/\s+/gu, " ")).join(between) || "–";

/** As IN: so that this is itself a command that reads and writes JSON lines. */
const standardInput = "-";

/** OUT appears whole or not at all, and never holds more than a line in memory. */
async function suggestLines(
  input: string,
  output: string,
  by: Suggester,
  { out }: CommandLine,
): Promise<void> {
  const path = await sourceOf(input);
  if (output === "-") return forEachLine(path, input, by, (line) => Promise.resolve(out(line)));
  const target = resolve(output);
  const partial = `${target}.${process.pid}.partial`;
  try {
    const stream = createWriteStream(partial);
    const failed = new Promise<never>((_, reject) => stream.once("error", reject));
    const write = (line: string) =>
      new Promise<void>((done) => {
        stream.write(line, () => done());
      });
    await Promise.race([failed, forEachLine(path, input, by, (line) => Promise.race([failed, write(line)]))]);
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
  if (file === standardInput) return file;
  const path = resolve(file);
  const status = await stat(path).catch(() => null);
  if (!status) throw new ApiError("file-missing", { file: basename(path) });
  if (status.isDirectory()) throw new ApiError("file-is-folder", { file: basename(path) });
  return path;
}

/** Code units of the articles that are held at once: many small ones, or one large one. */
const mostHeld = 2_000_000;

async function forEachLine(
  path: string,
  named: string,
  by: Suggester,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const input = path === standardInput ? process.stdin : createReadStream(path, "utf8");
  let batch: { readonly id: string; readonly text: string }[] = [];
  let size = 0;
  const writeHeld = async (): Promise<void> => {
    if (batch.length === 0) return;
    for (const line of await by.suggest(batch)) await write(`${JSON.stringify(line)}\n`);
    batch = [];
    size = 0;
  };
  try {
    let number = 0;
    for await (const line of linesOf(input, longestLine)) {
      number += 1;
      const parsedLine = readLine(textLine, line, number);
      if (parsedLine && !parsedLine.ok) throw new FileRefused(named, [parsedLine.problem]);
      if (!parsedLine) continue;
      batch.push(parsedLine.value);
      size += parsedLine.value.text.length;
      if (batch.length >= by.atOnce || size >= mostHeld) await writeHeld();
    }
    await writeHeld();
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error;
    throw new FileRefused(named, [lineTooLong(error.number, longestLine)]);
  } finally {
    input.destroy();
  }
}
