// Messages as they are sent and as browsers save pages in them (RFC 5322, MIME), taken apart by a library that fetches nothing.
import PostalMime, { type Email } from "postal-mime";
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { limits } from "../schema/limits.ts";
import { type ImportRefusal, type ReadingChoices, refusal, type SourceFile } from "./importer.ts";
import { mendWindows1252 } from "./legacy-encoding.ts";
import { encodings } from "./without-readers.ts";

/** Parts within parts: no message means more. */
const deepest = 64;

type OpenedMessage =
  | { readonly ok: true; readonly email: Email; header(key: string): string }
  | ImportRefusal;

/** Refuses what has none of the headers that every message has. */
export async function openMessage(
  { bytes, fileName }: SourceFile,
  { encoding }: ReadingChoices = {},
): Promise<OpenedMessage> {
  const file = fileName;
  if (bytes.length === 0) return refusal("file-empty", { file });
  if (bytes.length > limits.articleBytes)
    return refusal("file-too-large", { file, bytes: bytes.length, limit: limits.articleBytes });
  const looksLike = recogniseMagicNumber(bytes);
  if (looksLike !== null) return refusal("file-binary", { file, looksLike });
  try {
    const email = mended(
      await PostalMime.parse(saying(withoutMark(bytes), encoding), {
        maxNestingDepth: deepest,
        // Put into the text by the library, they would be dated as this machine writes dates.
        forceRfc822Attachments: true,
      }),
    );
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

/** The message with this encoding said of each of its texts, in the place of what it says of them. */
function saying(bytes: Uint8Array, encoding: string | undefined): Uint8Array {
  if (encoding === undefined || !(encodings as readonly string[]).includes(encoding)) return bytes;
  let message = "";
  for (let at = 0; at < bytes.length; at += 8_192)
    message += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  // A header goes on in lines that begin with a blank.
  const messageWithCharset = message.replace(
    /^(content-type:[ \t]*text\/[\w.+-]+)((?:[^\r\n]|\r?\n[ \t])*)/gimu,
    (_whole, type: string, rest: string) =>
      `${type}; charset=${encoding}${rest.replace(/;\s*charset\s*=\s*(?:"[^"]*"|[^;\s]*)/giu, "")}`,
  );
  return Uint8Array.from(messageWithCharset, (character) => character.charCodeAt(0));
}

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
