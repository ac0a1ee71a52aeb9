// The size of something on the disk in words: as file managers say it, in powers of ten.
import { type Message, message } from "./message.ts";

/** The message for a number of bytes. */
export function sizeMessage(bytes: number): Message {
  if (bytes < 1_000) return message("trash.size", { unit: "bytes", amount: bytes });
  if (bytes < 1_000_000) return message("trash.size", { unit: "kb", amount: Math.round(bytes / 1_000) });
  return message("trash.size", { unit: "mb", amount: Math.round(bytes / 100_000) / 10 });
}
