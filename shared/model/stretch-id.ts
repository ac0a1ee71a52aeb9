// An id for a stretch of text that is no record, made from its words and what stands around them: the same stretch has the
// same id in every window, and keeps it when text elsewhere changes.
import { type Id, idFromText } from "./id.ts";
import type { Range } from "./range.ts";
import { contextLength } from "./selector.ts";

export function stretchId(text: string, { start, end }: Range): Id {
  const prefix = text.slice(Math.max(0, start - contextLength), start);
  return idFromText([prefix, text.slice(start, end), text.slice(end, end + contextLength)].join("\n"));
}
