// An id for a stretch of text that is no record, made from its words and what stands around them: the same stretch has the
// same id in every window, and keeps it when text elsewhere changes.
import { type Id, idFromBytes } from "./id.ts";
import type { Range } from "./range.ts";
import { contextLength } from "./selector.ts";

/** Two different stretches of one article practically never have the same id (64 bits). */
export function stretchId(text: string, { start, end }: Range): Id {
  const prefix = text.slice(Math.max(0, start - contextLength), start);
  const words = [prefix, text.slice(start, end), text.slice(end, end + contextLength)].join("\n");
  const bytes = new Uint8Array(13);
  let [low, high] = [0x811c9dc5, 0xdeadbeef];
  for (let at = 0; at < words.length; at += 1) {
    low = Math.imul(low ^ words.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ words.charCodeAt(at), 0x5f356495);
  }
  for (let at = 0; at < bytes.length; at += 1) {
    const half = at < 7 ? low ^ (low >>> 15) : high ^ (high >>> 15);
    bytes[at] = half >>> ((at % 7) * 4);
  }
  return idFromBytes(bytes);
}
