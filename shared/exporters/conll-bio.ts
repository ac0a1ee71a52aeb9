// Columns in the manner of CoNLL-2003: a word a line, then a column of BIO tags for each label, a blank line between sentences. Comments
// hold what words alone do not say.

import { utf8 } from "../files/zip.ts";
import { wordsInColumns } from "../interchange/capabilities.ts";
import { factComments } from "../interchange/column-rows.ts";
import type { Part } from "../interchange/passes.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { escapedLine } from "../interchange/text-of-words.ts";
import { columnName, labelledSentences, textAndSpace } from "../interchange/word-tags.ts";
import { onlyFile, type StandoffExporter } from "./exporter.ts";

export const conllBioExporter: StandoffExporter = {
  id: "conll-bio",
  takes: "standoffs",
  extension: "conll",
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
  const { article, title, annotator, text } = document;
  const lines = [`# newdoc title = ${escapedLine(title)}`, `# article = ${escapedLine(article)}`];
  if (annotator !== null) lines.push(`# annotator = ${escapedLine(annotator)}`);
  lines.push(...factComments(document), "");
  const sentences = labelledSentences(document, columns);
  if (sentences.length === 0) lines.push(verbatim(text), "");
  for (const [index, { words }] of sentences.entries()) {
    const from = index === 0 ? 0 : (words[0]?.start ?? 0);
    lines.push(verbatim(text.slice(from, sentences[index + 1]?.words[0]?.start ?? text.length)));
    for (const { start, end, tags } of words) lines.push([text.slice(start, end), ...tags].join("\t"));
    lines.push("");
  }
  return lines;
}

/** Words alone do not say what stands between them. */
const verbatim = (text: string): string => `# ${textAndSpace} = ${escapedLine(text)}`;
