// Reads JSON lines of attributions, one at a time, so that a file of any length can be read as it comes.
import type { z } from "zod";
import { type Finding, wrong } from "../importers/finding.ts";
import { message } from "../words/message.ts";

export type ReadLine<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Finding };

/** Blank lines have no value. Never throws. `number` counts from one. */
export function readLine<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  number: number,
): ReadLine<z.infer<Schema>> | null {
  const text = number === 1 ? line.replace(/^\ufeff/u, "") : line;
  if (text.trim() === "") return null;
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return { ok: true, value: parsed.data };
  const field = parsed.error.issues[0]?.path.join(".") ?? "";
  const what =
    field === "" ? message("suggestions.line-no-object") : message("suggestions.line-field", { field });
  return {
    ok: false,
    problem: wrong(message("suggestions.line", { number }), what, message("suggestions.line-form")),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
