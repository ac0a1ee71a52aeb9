// Limits on the text of an article: short enough to be read, drawn and compared.
import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type ImportedText,
  type ImportRefusal,
  type ImportResult,
  refusal,
} from "../../../shared/importers/importer.ts";
import { lineEnd } from "../../../shared/model/article-text.ts";
import { limits } from "../../../shared/schema/limits.ts";

/** Throws `text-too-long` or `text-too-many-lines`. `file` is only for the message. */
export function holdToLimits(text: string, file: string | null): void {
  const misfit = misfitOf(text, file);
  if (misfit) throw new ApiError(misfit.problem, misfit.detail);
}

/** What was read, or the refusal of a text that no article can have. `file` is only for the message. */
export function heldToLimits(read: ImportResult, file: string | null): ImportResult {
  return (read.ok && (misfitOf(read.text, file) ?? longFactOf(read, file))) || read;
}

/** What a file says of itself is kept with the article, where nothing may be longer than this. */
function longFactOf({ title, metadata, about }: ImportedText, file: string | null): ImportRefusal | null {
  const length = longestString({ title, metadata, about });
  const limit = limits.stringLength;
  return length > limit ? refusal("facts-too-long", { file, length, limit }) : null;
}

function longestString(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longestString));
}

function misfitOf(text: string, file: string | null): ImportRefusal | null {
  const { length } = text;
  if (length > limits.articleLength)
    return refusal("text-too-long", { file, length, limit: limits.articleLength });
  const count = lineCount(text);
  if (count > limits.articleLines)
    return refusal("text-too-many-lines", { file, count, limit: limits.articleLines });
  return null;
}

/** An end of line at the very end begins no other. */
function lineCount(text: string): number {
  let count = 1;
  for (const { index, 0: end } of text.matchAll(lineEnd)) if (index + end.length < text.length) count += 1;
  return count;
}
