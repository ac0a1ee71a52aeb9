// Reads JSON lines of attributions, one at a time, so that a file of any length can be read as it comes.
import { z } from "zod";
import { type FileFinding, wrong } from "../files/finding.ts";
import { type JsonLimits, jsonFaultIn } from "../files/json-syntax.ts";
import type { Work } from "../model/work.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";
import { type ModelAnswer, readModelAnswer } from "./model-answer.ts";

type ReadLine<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FileFinding };

/** Code units of a line: an article's text fits in with every character written as an escape. */
export const longestLine = 6 * limits.articleLength + 10_000;

/** What a line may hold beside its text: numbers are far less than what an article's marks have. */
const lineLimits: JsonLimits = {
  depth: limits.jsonDepth,
  entries: limits.annotations,
  stringLength: limits.articleLength,
  values: 2_000_000,
};

const onLine = (number: number, what: Message): FileFinding =>
  wrong(message("suggestions.line", { number }), what, message("suggestions.line-form"));

export const lineTooLong = (number: number, most: number): FileFinding =>
  onLine(number, message("suggestions.line-too-long", { most }));

/** Blank lines have no value. Never throws. `number` counts from one. */
export function readLine<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  number: number,
): ReadLine<z.infer<Schema>> | null {
  const text = number === 1 ? line.replace(/^\ufeff/u, "") : line;
  if (text.trim() === "") return null;
  const fault = jsonFaultIn(text, lineLimits);
  if (fault) return { ok: false, problem: onLine(number, fault.what) };
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return { ok: true, value: parsed.data };
  const field = parsed.error.issues[0]?.path.join(".") ?? "";
  const what =
    field === "" ? message("suggestions.line-no-object") : message("suggestions.line-field", { field });
  return { ok: false, problem: onLine(number, what) };
}

// The lines that a model of the person's own answers with: one an article, each known by its id. A line that cannot be understood makes
// the whole answer useless; an attribution that cannot is refused by itself.

const answerLine = z.object({
  id: z.string().max(1_000),
  attributions: z.array(z.unknown()).max(100_000),
});

/** Why an answer cannot be used. */
type ModelLineFault = "no-json" | "no-line" | "stray" | "missing";

export type ModelLines =
  | { readonly ok: true; readonly answers: readonly ModelAnswer[] }
  | {
      readonly ok: false;
      readonly why: ModelLineFault;
      /** From one; 0 where a line is missing. */
      readonly line: number;
      /** The beginning of the line, or the id that is meant. */
      readonly at: string;
    };

const shownLength = 80;

/** An answer for each of the articles, in their order; a step a line. Never throws. */
export function* readingModelLines(
  output: string,
  articles: readonly { readonly id: string; readonly text: string }[],
  model: string,
): Work<ModelLines> {
  const indexesById = new Map<string, number[]>();
  for (const [at, { id }] of articles.entries()) indexesById.set(id, [...(indexesById.get(id) ?? []), at]);
  const answers: ModelAnswer[] = [];
  let done = 0;
  for (const [at, line] of output
    .replace(/^\ufeff/u, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const fault = (why: ModelLineFault): ModelLines => ({
      ok: false,
      why,
      line: at + 1,
      at: line.trim().slice(0, shownLength),
    });
    const value = jsonOf(line);
    if (value === undefined) return fault("no-json");
    const parsed = answerLine.safeParse(value);
    if (!parsed.success) return fault("no-line");
    const place = indexesById.get(parsed.data.id)?.shift();
    const text = place === undefined ? undefined : articles[place]?.text;
    if (place === undefined || text === undefined) return fault("stray");
    answers[place] = readModelAnswer(text, parsed.data.attributions, model);
    done += 1;
    yield { done, of: articles.length };
  }
  const missing = articles.findIndex((_, at) => answers[at] === undefined);
  if (missing >= 0)
    return { ok: false, why: "missing", line: 0, at: articles[missing]?.id.slice(0, shownLength) ?? "" };
  return { ok: true, answers };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
