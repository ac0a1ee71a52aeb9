// Rich text (`.rtf`): the text as it reads, what stands in text boxes behind the paragraph that holds them, footnotes at the end. Pictures,
// comments, headers, objects and field codes are left out; nothing in it is followed or started.

import { endings } from "../files/endings.ts";
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { importFound } from "./found-article.ts";
import { type PlainImporter, refusal } from "./importer.ts";
import { notesOfLeft } from "./left-counts.ts";
import { readRtf } from "./read-rtf.ts";
import { rtfTokens } from "./rtf-tokens.ts";

export const rtfImporter: PlainImporter = {
  id: "rtf",
  name: message("formats.rich-text"),
  extensions: endings.rtf,
  read({ bytes, fileName: file }) {
    if (bytes.length === 0) return refusal("file-empty", { file });
    if (bytes.length > limits.articleBytes)
      return refusal("file-too-large", { file, bytes: bytes.length, limit: limits.articleBytes });
    const looksLike = recogniseMagicNumber(bytes);
    if (looksLike !== "rtf")
      return looksLike === null
        ? refusal("file-format", { file })
        : refusal("file-binary", { file, looksLike });
    const { blocks, notes, about, counts } = readRtf(rtfTokens(latin(bytes)));
    const author = about.get("author") ?? "";
    return importFound(
      {
        title: about.get("title") ?? "",
        authors: author === "" ? [] : [author],
        publisher: "",
        date: "",
        origin: "properties",
        blocks,
        notesAtTheEnd: notes,
        notes: notesOfLeft(counts),
      },
      file,
    );
  },
};

/** Each byte as the character of its number, in parts because a call takes only so many arguments. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join("");
}
