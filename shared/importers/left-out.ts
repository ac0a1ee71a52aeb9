// What the readers of pages leave out of a file.
import { endingOf, endings } from "../files/endings.ts";
import { type LeftOutPart, leftOut } from "./html-body.ts";
import { decodeHtml, htmlTree } from "./html-tree.ts";
import type { ImportRefusal, ReadingChoices, SourceFile } from "./importer.ts";
import { openMessage } from "./mime.ts";
import { pageOf } from "./web-archive.ts";

/** By the numbers of the list each is kept when the file is read again. */
export async function leftOutOfFile(
  file: SourceFile,
  choices: ReadingChoices,
): Promise<readonly LeftOutPart[] | ImportRefusal> {
  if ((endings.html as readonly string[]).includes(endingOf(file.fileName))) {
    const decoded = decodeHtml(file.bytes, file.fileName, choices);
    return decoded.ok ? leftOut(htmlTree(decoded.text)) : decoded;
  }
  const mimeMessage = await openMessage(file, choices);
  if (!mimeMessage.ok) return mimeMessage;
  const { html } = mimeMessage.email;
  if (!html) return [];
  const isArchive = (endings.webArchive as readonly string[]).includes(endingOf(file.fileName));
  return leftOut(isArchive ? pageOf(html) : htmlTree(html));
}
