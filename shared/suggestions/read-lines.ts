// Reads JSON lines of attributions, one at a time, so that a file of any length can be read as it comes.
import type { z } from "zod";
import { type FileFinding, wrong } from "../files/finding.ts";
import { type JsonLimits, jsonFaultIn } from "../files/json-syntax.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";

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
