// Messages as they are sent and as browsers save pages in them (RFC 5322, MIME), taken apart by a library that fetches nothing.
import PostalMime, { type Email } from "postal-mime";
import { limits } from "../schema/limits.ts";
import { type ImportRefusal, refusal, type SourceFile } from "./importer.ts";
import { mendWindows1252 } from "./legacy-encoding.ts";
import { recogniseMagicNumber } from "./magic-numbers.ts";

/** Parts within parts: no message means more. */
const deepest = 64;

export type OpenedMessage =
  | { readonly ok: true; readonly email: Email; header(key: string): string }
  | ImportRefusal;

/** Refuses what has none of the headers that every message has. */
export async function openMessage({ bytes, fileName }: SourceFile): Promise<OpenedMessage> {
  const file = fileName;
  if (bytes.length === 0) return refusal("file-empty", { file });
  if (bytes.length > limits.articleBytes)
    return refusal("file-too-large", { file, bytes: bytes.length, limit: limits.articleBytes });
  const looksLike = recogniseMagicNumber(bytes);
  if (looksLike !== null) return refusal("file-binary", { file, looksLike });
  try {
    const email = mended(await PostalMime.parse(withoutMark(bytes), { maxNestingDepth: deepest }));
    const header = (key: string): string => email.headers.find((one) => one.key === key)?.value ?? "";
    const isMessage = ["from", "date", "subject", "mime-version", "message-id"].some(
      (key) => header(key) !== "",
    );
    return isMessage ? { ok: true, email, header } : refusal("file-format", { file });
  } catch {
    // It throws for what passes its limits and for nothing that people send.
    return refusal("file-format", { file });
  }
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** The library decodes Windows-1252 by a decoder that some versions of Node have wrong (see `mendWindows1252`). */
function mended(email: Email): Email {
  const { subject, from, html, text } = email;
  return {
    ...email,
    ...(subject === undefined ? {} : { subject: mendWindows1252(subject) }),
    ...(from?.name === undefined
      ? {}
      : { from: { ...from, name: mendWindows1252(from.name) } as typeof from }),
    ...(html === undefined ? {} : { html: mendWindows1252(html) }),
    ...(text === undefined ? {} : { text: mendWindows1252(text) }),
  };
}
