// Columns in the manner of CoNLL-2003: a word a line, then a column of BIO tags for each label, a blank line between sentences.
import { wordsInColumns } from "../interchange/capabilities.ts";
import { columnLabels, columnName, labelledSentences } from "../interchange/word-labels.ts";
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
  write(documents) {
    const columns = columnLabels(documents);
    const lines = [`# columns = ${["form", ...columns.map(columnName)].join(" ")}`];
    for (const document of documents) {
      const { title, annotator, text } = document;
      lines.push(`# newdoc title = ${oneLine(title)}`);
      if (annotator !== null) lines.push(`# annotator = ${oneLine(annotator)}`);
      lines.push("");
      for (const { words } of labelledSentences(document, columns)) {
        for (const { start, end, tags } of words) lines.push([text.slice(start, end), ...tags].join("\t"));
        lines.push("");
      }
    }
    return [{ name: onlyFile, bytes: utf8(lines.map((line) => `${line}\n`).join("")) }];
  },
};

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
