// E-mails (`.eml`): the message's own words, its HTML where it has any; who sent it, when, and under which subject.
import { message } from "../words/message.ts";
import { endings } from "./endings.ts";
import { type Block, importFound } from "./found-article.ts";
import { articleBlocks } from "./html-body.ts";
import { htmlTree } from "./html-tree.ts";
import type { Importer } from "./importer.ts";
import { openMessage } from "./mime.ts";

export const emailImporter: Importer = {
  id: "email",
  name: message("formats.email"),
  extensions: endings.email,
  async read(file, choices) {
    const opened = await openMessage(file, choices);
    if (!opened.ok) return opened;
    const { email } = opened;
    const fromPage = email.html ? articleBlocks(htmlTree(email.html), choices) : [];
    const from = email.from?.name || email.from?.address || "";
    const kept = email.attachments.filter(({ disposition }) => disposition === "attachment").length;
    return importFound(
      {
        title: email.subject ?? "",
        authors: from === "" ? [] : [from],
        publisher: "",
        date: dayOf(opened.header("date")),
        origin: "message-head",
        blocks: fromPage.length > 0 ? fromPage : blocksOf(email.text ?? ""),
        notes: kept > 0 ? [message("importing.attachments-left", { count: kept })] : [],
      },
      file.fileName,
    );
  },
};

/** Paragraphs as blank lines part them; lines that answer an earlier message are a quotation. */
export function blocksOf(text: string): Block[] {
  return text
    .replace(/\r\n?/gu, "\n")
    .split(/\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+/u)
    .map((paragraph): Block => {
      const lines = paragraph
        .trim()
        .split("\n")
        .map((line) => line.trimEnd());
      const quoted = lines.every((line) => line.startsWith(">"));
      return quoted
        ? {
            kind: "quote",
            text: lines
              .map((line) => line.replace(/^(?:> ?)+/u, ""))
              .join("\n")
              .trim(),
          }
        : { kind: "paragraph", text: lines.join("\n").trim() };
    });
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The calendar day of a date as messages have it (`Tue, 19 Aug 2025 08:30:00 +0200`), where it was sent. */
export function dayOf(date: string): string {
  const found = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})\b/iu.exec(date);
  const month = months.indexOf((found?.[2] ?? "").toLowerCase()) + 1;
  if (!found || month === 0) return date.trim();
  return `${found[3]}-${String(month).padStart(2, "0")}-${String(found[1]).padStart(2, "0")}`;
}
