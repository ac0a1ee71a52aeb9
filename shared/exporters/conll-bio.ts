// Columns in the manner of CoNLL-2003: a word a line, then a column of BIO tags for each label, a blank line between sentences.
import { wordsInColumns } from "../interchange/capabilities.ts";
import type { Part } from "../interchange/passes.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { columnName, labelledSentences } from "../interchange/word-labels.ts";
import { utf8 } from "../interchange/zip.ts";
import { message } from "../words/message.ts";
import { onlyFile, type StandoffExporter } from "./exporter.ts";

export const conllBioExporter: StandoffExporter = {
  id: "conll-bio",
  takes: "standoffs",
  name: message("formats.conll-bio"),
  extension: "conll",
  description: message("formats.conll-bio-about"),
  capabilities: wordsInColumns,
  passes: ({ labels: columns }) => [
    {
      begin: () => [part([`# columns = ${["form", ...columns.map(columnName)].join(" ")}`])],
      article: (documents) => documents.map((document) => part(linesOf(document, columns))),
    },
  ],
};

const part = (lines: readonly string[]): Part => ({
  name: onlyFile,
  bytes: utf8(lines.map((line) => `${line}\n`).join("")),
});

function linesOf(document: Standoff, columns: readonly string[]): string[] {
  const { title, annotator, text } = document;
  const lines = [`# newdoc title = ${oneLine(title)}`];
  if (annotator !== null) lines.push(`# annotator = ${oneLine(annotator)}`);
  lines.push("");
  for (const { words } of labelledSentences(document, columns)) {
    for (const { start, end, tags } of words) lines.push([text.slice(start, end), ...tags].join("\t"));
    lines.push("");
  }
  return lines;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
