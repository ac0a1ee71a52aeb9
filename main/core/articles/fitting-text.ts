// What a text must be to be an article's: short enough to be read, drawn and compared.
import { ApiError } from "../../../shared/api/errors.ts";
import { limits } from "../../../shared/schema/limits.ts";

/** Throws `text-too-long` or `text-too-many-lines`. `file` is only for the message. */
export function holdToLimits(text: string, file: string | null): void {
  const { length } = text;
  if (length > limits.articleLength)
    throw new ApiError("text-too-long", { file, length, limit: limits.articleLength });
  const count = lineCount(text);
  if (count > limits.articleLines)
    throw new ApiError("text-too-many-lines", { file, count, limit: limits.articleLines });
}

/** An end of line at the very end begins no other. */
function lineCount(text: string): number {
  let count = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
