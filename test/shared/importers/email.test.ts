// Messages made here part by part: what of them and of those that they hand on is told as left out.
import { expect, test } from "vitest";
import { utf8 } from "../../../shared/files/zip.ts";
import { emailImporter } from "../../../shared/importers/email.ts";

const head = ["From: Lena Marsh <lena@paper.example>", "Subject: Minutes"];
const attached = (name: string): readonly string[] => [
  `Content-Type: application/pdf; name="${name}"`,
  `Content-Disposition: attachment; filename="${name}"`,
  "",
  "%PDF",
];
const mixed = (boundary: string, ...parts: readonly (readonly string[])[]): readonly string[] => [
  ...head,
  `Content-Type: multipart/mixed; boundary="${boundary}"`,
  "",
  ...parts.flatMap((part) => [`--${boundary}`, ...part]),
  `--${boundary}--`,
];
const notesOf = async (lines: readonly string[]) => {
  const read = await emailImporter.read({ bytes: utf8(lines.join("\r\n")), fileName: "a.eml" });
  return read.ok ? read.notes : read.problem;
};
const handedOn = (message: readonly string[]): readonly string[] => [
  "Content-Type: message/rfc822",
  "",
  ...message,
];
const words = ["Content-Type: text/plain", "", "They met on Monday."];

test("what is attached to messages that are handed on is told with the rest", async () => {
  const innermost = mixed("c", words, attached("three.pdf"), attached("four.pdf"));
  const inner = mixed("b", words, attached("two.pdf"), handedOn(innermost));
  expect(await notesOf(mixed("a", words, attached("one.pdf"), handedOn(inner)))).toEqual([
    { key: "importing.attachments-left", values: { count: 4 } },
  ]);
  expect(await notesOf(mixed("a", words, handedOn(mixed("b", words))))).toBeUndefined();
});

test("a message that is handed on and cannot be read is told as left out", async () => {
  expect(await notesOf(mixed("a", words, ["Content-Type: message/rfc822", "", ""]))).toEqual([
    { key: "importing.attachments-left", values: { count: 1 } },
  ]);
});
