// Web pages as browsers save them in one file (`.mhtml`, RFC 2557): the page's own article; its pictures, style sheets and
// frames are left where they are.

import { endings } from "../files/endings.ts";
import { message } from "../words/message.ts";
import { importFound } from "./found-article.ts";
import { articleBlocks } from "./html-body.ts";
import { pageFacts } from "./html-facts.ts";
import { elementsOf, type HtmlElement, htmlTree } from "./html-tree.ts";
import { type Importer, refusal } from "./importer.ts";
import { openMessage } from "./mime.ts";

export const webArchiveImporter: Importer = {
  id: "web-archive",
  name: message("formats.web-archive"),
  extensions: endings.webArchive,
  async read(file, choices) {
    const mimeMessage = await openMessage(file, choices);
    if (!mimeMessage.ok) return mimeMessage;
    const { html } = mimeMessage.email;
    if (!html) return refusal("file-format", { file: file.fileName });
    const page = pageOf(html);
    const facts = pageFacts(page);
    const savedFrom =
      mimeMessage.header("snapshot-content-location") || mimeMessage.header("content-location");
    return importFound(
      {
        ...facts,
        ...(facts.url === "" ? { url: savedFrom, origins: { ...facts.origins, url: "message-head" } } : {}),
        blocks: articleBlocks(page, choices),
      },
      file.fileName,
    );
  },
};

/** The page itself: frames follow the one that shows them. */
export function pageOf(html: string): HtmlElement {
  const root = htmlTree(html);
  return elementsOf(root).find(({ name }) => name === "html") ?? root;
}
