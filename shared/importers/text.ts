// Plain text: the importer of `.txt` files, of everything that no other importer reads, and of pasted text.

import { endings, isMarkdown } from "../files/endings.ts";
import type { Original } from "../model/article.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { replaceLoneSurrogates } from "./decode.ts";
import type { ImportResult, PlainImporter } from "./importer.ts";
import { decodeText, guessNote } from "./legacy-encoding.ts";
import { withMarkdownShapes } from "./markdown-shapes.ts";
import { recogniseMetadata, titleIn } from "./recognise-metadata.ts";

export const textImporter: PlainImporter = {
  id: "text",
  name: message("formats.text"),
  extensions: endings.text,
  read({ bytes, fileName }, choices) {
    if (bytes.length > limits.articleBytes)
      return {
        ok: false,
        problem: "file-too-large",
        detail: { file: fileName, bytes: bytes.length, limit: limits.articleBytes },
      };
    const decoded = decodeText(bytes, fileName, choices);
    if (!decoded.ok) return decoded;
    const article = articleFrom(decoded, fileName);
    if (!article.ok) return article;
    return {
      ...(isMarkdown(fileName) ? withMarkdownShapes(article) : article),
      ...(decoded.charset === undefined ? {} : { charset: decoded.charset }),
      ...(decoded.guessed ? { notes: [guessNote(decoded)] } : {}),
    };
  },
};

/** An article from pasted text, kept as it is. `name` is only for the refusal. */
export function importPlainText(text: string, name: string | null): ImportResult {
  return articleFrom({ ...replaceLoneSurrogates(text), encoding: "utf-8" }, name);
}

interface PlainText {
  readonly text: string;
  readonly encoding: Original["encoding"];
  readonly replacedCharacters: number;
}

function articleFrom(
  { text, encoding, replacedCharacters }: PlainText,
  fileName: string | null,
): ImportResult {
  // White space in the sense of ECMAScript includes the byte order mark.
  if (!/\S/u.test(text)) return { ok: false, problem: "text-empty", detail: { file: fileName } };
  if (text.length > limits.articleLength)
    return {
      ok: false,
      problem: "text-too-long",
      detail: { file: fileName, length: text.length, limit: limits.articleLength },
    };
  const metadata = recogniseMetadata(text);
  return { ok: true, text, encoding, title: titleIn(text, metadata), metadata, replacedCharacters };
}
