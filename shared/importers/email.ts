// E-mails (`.eml`): the message's own words, its HTML where there is some; who sent it, when, and under which subject. Messages that it hands
// on follow, each under its own subject.
import type { Email } from "postal-mime";
import { endings } from "../files/endings.ts";
import { message } from "../words/message.ts";
import { type Block, importFound } from "./found-article.ts";
import { articleBlocks } from "./html-body.ts";
import { htmlTree } from "./html-tree.ts";
import type { Importer, ReadingChoices } from "./importer.ts";
import { openMessage } from "./mime.ts";

export const emailImporter: Importer = {
  id: "email",
  name: message("formats.email"),
  extensions: endings.email,
  async read(file, choices) {
    const mimeMessage = await openMessage(file, choices);
    if (!mimeMessage.ok) return mimeMessage;
    const { email } = mimeMessage;
    const from = senderOf(email);
    const emailContents: MessageParts = { blocks: [], attachmentsLeft: 0 };
    await collectBlocks(email, choices, emailContents);
    const { blocks, attachmentsLeft: count } = emailContents;
    return importFound(
      {
        title: email.subject ?? "",
        authors: from === "" ? [] : [from],
        publisher: "",
        date: dayOf(mimeMessage.header("date")),
        origin: "message-head",
        blocks,
        notes: count > 0 ? [message("importing.attachments-left", { count })] : [],
      },
      file.fileName,
    );
  },
};

const handedOn = "message/rfc822";

/** Messages within messages: nobody hands on more. */
const deepest = 10;

const senderOf = ({ from }: Email): string => from?.name || from?.address || "";

function wordsOf({ html, text }: Email, choices: ReadingChoices | undefined): Block[] {
  const fromPage = html ? articleBlocks(htmlTree(html), choices) : [];
  return fromPage.length > 0 ? fromPage : blocksOf(text ?? "");
}

interface MessageParts {
  readonly blocks: Block[];
  /** Files of this message and of those that it hands on. */
  attachmentsLeft: number;
}

/** What a message says, then what those say that it hands on, each with its subject, sender and day above it. */
async function collectBlocks(
  email: Email,
  choices: ReadingChoices | undefined,
  told: MessageParts,
  depth = 0,
): Promise<void> {
  for (const block of wordsOf(email, choices)) told.blocks.push(block);
  for (const { disposition, mimeType, content } of email.attachments) {
    const isHandedOn = mimeType === handedOn && typeof content !== "string" && depth < deepest;
    const innerMessage = isHandedOn
      ? await openMessage({ bytes: new Uint8Array(content), fileName: "" }, choices)
      : null;
    if (!innerMessage?.ok) {
      if (disposition === "attachment" || mimeType === handedOn) told.attachmentsLeft += 1;
      continue;
    }
    const inner = innerMessage.email;
    const sent = [senderOf(inner), dayOf(innerMessage.header("date"))]
      .filter((words) => words !== "")
      .join(", ");
    told.blocks.push(
      { kind: "heading", text: inner.subject ?? "", level: 2 },
      { kind: "paragraph", text: sent },
    );
    await collectBlocks(inner, choices, told, depth + 1);
  }
}

/** Paragraphs as blank lines part them; lines that answer an earlier message are a quotation. */
function blocksOf(text: string): Block[] {
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
function dayOf(date: string): string {
  const match = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})\b/iu.exec(date);
  const month = months.indexOf((match?.[2] ?? "").toLowerCase()) + 1;
  if (!match || month === 0) return date.trim();
  return `${match[3]}-${String(month).padStart(2, "0")}-${String(match[1]).padStart(2, "0")}`;
}
