// Saved web pages: the article without the furniture of its page, and what the page says of it.

import { endings } from "../files/endings.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { importFound } from "./found-article.ts";
import { articleBlocks } from "./html-body.ts";
import { pageFacts } from "./html-facts.ts";
import { decodeHtml, htmlTree } from "./html-tree.ts";
import { type PlainImporter, refusal } from "./importer.ts";
import { guessNote } from "./legacy-encoding.ts";

export const htmlImporter: PlainImporter = {
  id: "html",
  name: message("formats.web-page"),
  extensions: endings.html,
  read({ bytes, fileName }, choices) {
    if (bytes.length > limits.articleBytes)
      return refusal("file-too-large", { file: fileName, bytes: bytes.length, limit: limits.articleBytes });
    const decoded = decodeHtml(bytes, fileName, choices);
    if (!decoded.ok) return decoded;
    const page = htmlTree(decoded.text);
    const notes = decoded.guessed ? { notes: [guessNote(decoded)] } : {};
    const article = importFound(
      { ...pageFacts(page), blocks: articleBlocks(page, choices), ...notes },
      fileName,
    );
    return article.ok && decoded.charset !== undefined ? { ...article, charset: decoded.charset } : article;
  },
};
