// `sayso suggest`: attributions proposed for text files, or for articles in JSON lines, one line at a time.
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { ApiError } from "../../../shared/errors/errors.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { languageOf } from "../../../shared/model/language.ts";
import { type LineRange, textLine } from "../../../shared/schema/attribution-lines.ts";
import {
  lineOfCards,
  lineOfSuggestions,
  type SuggestedLine,
} from "../../../shared/suggestions/attribution-line.ts";
import { supportOf } from "../../../shared/suggestions/language-support.ts";
import type { ModelReport } from "../../../shared/suggestions/model-answer.ts";
import {
  modelMegabytes,
  modelSeconds,
  type OwnModel,
  splitCommand,
} from "../../../shared/suggestions/own-model.ts";
import { isAllowed, modelWay } from "../../../shared/suggestions/own-models.ts";
import { lineTooLong, longestLine, readLine } from "../../../shared/suggestions/read-lines.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { suggestFor } from "../../../shared/suggestions/suggest.ts";
import { leastSure, type SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { holdToLimits } from "../../core/articles/fitting-text.ts";
import { type RunOptions, runModel, sumOf } from "../../core/own-model/run-model.ts";
import { nodeDisk } from "../../storage/files/disk.ts";
import { ignoreFailure, orNull } from "../../storage/files/storage-error.ts";
import { openSettings } from "../../storage/home/settings.ts";
import { type CliCommand, type CommandLine, parse, UsageError } from "../cli-command.ts";
import { newId } from "../core-client.ts";
import { FileRefused, readTextFile } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [
  ["--jsonl IN", message("cli.suggest-jsonl")],
  ["--out OUT", message("cli.suggest-out")],
  ["--nested", message("cli.suggest-nested")],
  ["--at-least N", message("cli.suggest-at-least")],
  ["--model NAME", message("cli.suggest-model")],
  ["--command COMMAND", message("cli.suggest-command")],
  ["--address ADDRESS", message("cli.suggest-address")],
  ["--seconds N", message("cli.suggest-seconds")],
  ["--json", message("cli.json")],
] as const;

export const suggestCommand: CliCommand = {
  name: "suggest",
  synopsis: "FILE… | --jsonl IN --out OUT",
  summary: message("cli.suggest"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
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
    case "cards":
      return `${say("suggestions.support-cards", { language: language ?? "" })}\n`;
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
    await ignoreFailure(() => rm(partial, { force: true }));
    if (error instanceof FileRefused || error instanceof ApiError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new ApiError(missing ? "folder-missing" : "folder-not-writable", { path: dirname(target) });
  }
}

async function sourceOf(file: string): Promise<string> {
  if (file === standardInput) return file;
  const path = resolve(file);
  const status = await orNull(() => stat(path));
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

interface SuggestOptions {
  readonly atLeast?: number;
  readonly nested: boolean;
}

/** Who proposes on the command line: the rules, or a model of the person's own, which is then asked alone. */
interface Suggester {
  /** The name of the model; `null`: the rules. */
  readonly model: string | null;
  /** How many articles it is best given together. */
  readonly atOnce: number;
  /** In the order of the articles. */
  suggest(
    articles: readonly { readonly id: string; readonly text: string }[],
  ): Promise<readonly SuggestedLine[]>;
  /** What became of all that it gave, for people; empty for the rules. */
  report(words: Words): string;
}

const byRules = (asked: SuggestOptions): Suggester => ({
  model: null,
  atOnce: 1,
  suggest: async (articles) =>
    articles.map(({ id, text }) => {
      const article = articleTextOf(text);
      return lineOfSuggestions(id, article, suggestFor(article, asked));
    }),
  report: () => "",
});

function byModel(
  model: OwnModel,
  { folder, processes }: Omit<RunOptions, "signal">,
  { atLeast = leastSure, nested }: SuggestOptions,
): Suggester {
  const reports: ModelReport[] = [];
  return {
    model: model.name,
    atOnce: 20,
    async suggest(articles) {
      const stop = new AbortController();
      const interrupted = (): void => stop.abort();
      process.once("SIGINT", interrupted);
      const ran = await runModel(model, articles, { signal: stop.signal, folder, processes });
      process.off("SIGINT", interrupted);
      // Ended by hand: what was started has ended, and so does this.
      if (!ran) {
        process.kill(process.pid, "SIGINT");
        return [];
      }
      if (!ran.ok) throw new ApiError(ran.problem.problem, ran.problem.detail);
      reports.push(...ran.answers.map(({ report }) => report));
      return ran.answers.map(({ cards }, at) =>
        lineOfCards(
          articles[at]?.id ?? "",
          articleTextOf(articles[at]?.text ?? ""),
          wantedCards(cards, atLeast, nested),
        ),
      );
    },
    report({ say, tell }) {
      const { given, taken, moved, refused } = sumOf(reports);
      const lines = refused.map(({ why, count, field }) =>
        say("models.refused", { count, why: tell({ key: `models.why-${why}`, values: { field } }) }),
      );
      return [say("cli.suggest-report", { name: model.name, given, taken, moved }), ...lines]
        .map((line) => `${line}\n`)
        .join("");
    },
  };
}

/** Sure enough, and at the top unless nested ones are wanted; `within` counts in what is left. */
function wantedCards(
  cards: readonly SuggestedCard[],
  atLeast: number,
  nested: boolean,
): readonly SuggestedCard[] {
  const remainingCards = cards.filter(
    ({ confidence, within }) => confidence >= atLeast && (nested || within === null),
  );
  return remainingCards.map((card) => {
    const outer = card.within === null ? undefined : cards[card.within];
    const at = outer ? remainingCards.indexOf(outer) : -1;
    return { ...card, within: at < 0 ? null : at };
  });
}

interface ModelOptions {
  readonly model?: string;
  readonly command?: string;
  readonly address?: string;
  readonly seconds?: string;
}

/** The rules, unless a model is named. What is typed here is allowed by being typed; what was set up must have been allowed there. */
async function suggesterFor(
  { model, command, address, seconds }: ModelOptions,
  asked: SuggestOptions,
  { home, processes }: CommandLine,
): Promise<Suggester> {
  const named = [model, command, address].filter((one) => one !== undefined);
  if (named.length > 1) throw new UsageError(message("cli.suggest-one-model"));
  if (named.length === 0 && seconds === undefined) return byRules(asked);
  if (model !== undefined) {
    const ownModel = await knownModel(home, model);
    return byModel(
      seconds === undefined ? ownModel : { ...ownModel, seconds: secondsOf(seconds) },
      { folder: home, processes },
      asked,
    );
  }
  const typed =
    address === undefined
      ? { by: "command", command: splitCommand(command ?? "") }
      : { by: "address", address };
  const way = modelWay.safeParse(typed);
  if (!way.success)
    throw new UsageError(message(address === undefined ? "models.command-wrong" : "models.address-wrong"));
  return byModel(
    {
      name: command ?? address ?? "",
      way: way.data,
      seconds: secondsOf(seconds),
      megabytes: modelMegabytes.usual,
    },
    { folder: process.cwd(), processes },
    asked,
  );
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return modelSeconds.usual;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < modelSeconds.least || seconds > modelSeconds.most)
    throw new UsageError(message("cli.no-number", { option: "--seconds", text }));
  return seconds;
}

async function knownModel(home: string, name: string): Promise<OwnModel> {
  const settings = await openSettings(nodeDisk, home, newId);
  const model = settings.models().find((one) => one.name === name);
  if (!model) throw new ApiError("model-unknown", { name });
  if (!isAllowed(model)) throw new ApiError("model-not-allowed", { name });
  return model;
}

// The lines of a stream of text, one at a time, none of them longer than it may be: a file without an end of line is not held in memory.

/** A line is longer than this; counted from one. */
class LineTooLong extends Error {
  readonly number: number;

  constructor(number: number) {
    super("line-too-long");
    this.number = number;
  }
}

/** Without their ends, `\n` or `\r\n`. `most`: code units of a line. Throws `LineTooLong`. */
export async function* linesOf(stream: Readable, most: number): AsyncGenerator<string> {
  stream.setEncoding("utf8");
  let parts: string[] = [];
  let length = 0;
  let number = 1;
  const add = (part: string): void => {
    length += part.length;
    if (length > most) throw new LineTooLong(number);
    parts.push(part);
  };
  const takeLine = (): string => {
    const line = parts.join("").replace(/\r$/u, "");
    parts = [];
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<string>) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
      add(chunk.slice(from, end));
      yield takeLine();
      from = end + 1;
    }
    add(chunk.slice(from));
  }
  if (length > 0) yield takeLine();
}
