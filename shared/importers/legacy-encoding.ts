// Text in an encoding that does not say what it is: guessed from the bytes, or as a person says. What is guessed is said, so
// that it can be put right.
import { analyse } from "chardet";
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { message } from "../words/message.ts";
import { type Decoded, decode, replaceLoneSurrogates } from "./decode.ts";
import { type ImportRefusal, type ReadingChoices, refusal } from "./importer.ts";
import { type EncodingName, encodings } from "./without-readers.ts";

const isKnown = (label: string): label is EncodingName => (encodings as readonly string[]).includes(label);

/** Decoded bytes, and what they were read by where it was guessed. */
export interface DecodedText extends Decoded {
  readonly charset?: string;
  readonly guessed?: boolean;
}

/** Bytes that are looked at for a guess. */
const sampled = 256 * 1024;

/** Decodes a whole file: exactly where it says or shows what it is, else by the best guess. Never throws. */
export function decodeText(
  bytes: Uint8Array,
  fileName: string,
  { encoding }: ReadingChoices = {},
): DecodedText | ImportRefusal {
  if (encoding !== undefined) return decodeChosen(bytes, fileName, encoding);
  const exact = decode(bytes, fileName);
  if (exact.ok || exact.problem !== "file-encoding") return exact;
  const guess = guessOf(bytes, exact.detail.looksLike);
  return guess === null ? exact : { ...decodeAs(guess, bytes), guessed: true };
}

/** For the report: by what a file was read, when it did not say so itself. */
export const guessNote = ({ charset, encoding }: DecodedText) =>
  message("importing.encoding-guessed", { encoding: charset ?? encoding });

/** `null` when the bytes are nearly UTF-8, or half a file: then something is broken, and guessing would hide it. */
function guessOf(bytes: Uint8Array, looksLike: unknown): EncodingName | null {
  if (looksLike === "utf-16le" || looksLike === "utf-16be") return looksLike;
  if (looksLike === "half-utf-16") return null;
  const sample = bytes.subarray(0, sampled);
  if (isNearlyUtf8(sample)) return null;
  const western = analyse(sample).some(({ name }) => name === "ISO-8859-1" || name === "windows-1252");
  // A few letters tell nothing of a language; most such text is Western.
  if (western && sample.filter((byte) => byte >= 0x80).length < fewLetters) return "windows-1252";
  const guessedEncodings: readonly string[] = analyse(sample).map(
    ({ name }) => aliases[name] ?? name.toLowerCase(),
  );
  return guessedEncodings.filter(isKnown).find((label) => label !== "utf-8") ?? "windows-1252";
}

const fewLetters = 16;

/** Most of what is not ASCII is well-formed: bytes of another encoding hardly ever are by chance. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(bytes);
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const intactCount = text.match(/[\u0080-\ufffc]|[\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
  return intactCount > broken;
}

/** What the detector calls otherwise; Latin-1 is read as the web does, as Windows-1252. */
const aliases: Readonly<Record<string, EncodingName>> = {
  ASCII: "windows-1252",
  "ISO-8859-1": "windows-1252",
  "ISO-8859-9": "windows-1254",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-6": "windows-1256",
  "UTF-16LE": "utf-16le",
  "UTF-16BE": "utf-16be",
};

function decodeChosen(bytes: Uint8Array, fileName: string, encoding: string): DecodedText | ImportRefusal {
  if (!isKnown(encoding)) return refusal("file-encoding", { file: fileName, byteOffset: 0, looksLike: null });
  if (bytes.length === 0) return refusal("file-empty", { file: fileName });
  const looksLike = recogniseMagicNumber(bytes);
  return looksLike === null
    ? decodeAs(encoding, bytes)
    : refusal("file-binary", { file: fileName, looksLike });
}

/** What is no character of the encoding becomes U+FFFD, and is counted. */
export function decodeAs(label: EncodingName, bytes: Uint8Array): DecodedText {
  const raw = new TextDecoder(label, { fatal: false, ignoreBOM: true }).decode(bytes);
  const { text, replacedCharacters } = replaceLoneSurrogates(
    label === "windows-1252" ? mendWindows1252(raw) : raw,
  );
  const lost = label === "utf-8" ? (text.match(/\ufffd/gu)?.length ?? 0) : replacedCharacters;
  const wide = label === "utf-16le" || label === "utf-16be";
  return {
    ok: true,
    text,
    encoding: wide ? label : "utf-8",
    replacedCharacters: lost,
    ...(wide || label === "utf-8" ? {} : { charset: label }),
  };
}

/**
 * Some versions of Node take Windows-1252 for ISO 8859-1 (nodejs/node#56542), where the bytes 0x80 to 0x9F are control
 * characters that no text has.
 */
export const mendWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);

/** The characters of the bytes 0x80 to 0x9F; a blank where the standard leaves the control character. */
const windows1252 = Array.from("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ", (character) =>
  character === " " ? null : character,
);
