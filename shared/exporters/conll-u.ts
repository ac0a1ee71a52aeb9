// CoNLL-U (https://universaldependencies.org/format.html): ten columns, of which ours is the last: `BIO=claim:B,speaker:I`, with
// `SpaceAfter=No` and, for other white space, `SpacesAfter` as UDPipe writes it.
import { wordsInColumns } from "../interchange/capabilities.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { columnName, labelledSentences } from "../interchange/word-labels.ts";
import { utf8 } from "../interchange/zip.ts";
import { message } from "../words/message.ts";
import { onlyFile, type StandoffExporter } from "./exporter.ts";

export const conllUExporter: StandoffExporter = {
  id: "conll-u",
  takes: "standoffs",
  name: message("formats.conll-u"),
  extension: "conllu",
  description: message("formats.conll-u-about"),
  capabilities: wordsInColumns,
  passes({ labels: columns }) {
    let number = 0;
    return [
      {
        article: (documents) =>
          documents.map((document) => {
            number += 1;
            const lines = linesOf(document, columns, number);
            return { name: onlyFile, bytes: utf8(lines.map((line) => `${line}\n`).join("")) };
          }),
      },
    ];
  },
};

function linesOf(document: Standoff, columns: readonly string[], number: number): string[] {
  const { text, title, annotator } = document;
  const sentences = labelledSentences(document, columns);
  return sentences.flatMap(({ words }, index) => {
    const start = words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? 0;
    const after = sentences[index + 1]?.words[0]?.start ?? text.length;
    const head =
      index > 0
        ? []
        : [
            `# newdoc id = ${number}`,
            `# title = ${oneLine(title)}`,
            ...(annotator === null ? [] : [`# annotator = ${oneLine(annotator)}`]),
          ];
    const rows = words.map((word, at) => {
      const next = words[at + 1]?.start ?? after;
      const tags = word.tags.flatMap((tag, column) =>
        tag === "O" ? [] : [`${columnName(columns[column] ?? "")}:${tag.charAt(0)}`],
      );
      const misc = [
        ...(tags.length === 0 ? [] : [`BIO=${tags.join(",")}`]),
        ...spaceAfter(text.slice(word.end, next)),
      ];
      return [
        at + 1,
        text.slice(word.start, word.end),
        "_",
        "_",
        "_",
        "_",
        "_",
        "_",
        "_",
        misc.length === 0 ? "_" : misc.join("|"),
      ].join("\t");
    });
    return [
      ...head,
      `# sent_id = ${number}-${index + 1}`,
      `# text = ${oneLine(text.slice(start, end))}`,
      ...rows,
      "",
    ];
  });
}

function spaceAfter(gap: string): string[] {
  if (gap === " ") return [];
  if (gap === "") return ["SpaceAfter=No"];
  const names: Readonly<Record<string, string>> = {
    " ": "\\s",
    "\t": "\\t",
    "\n": "\\n",
    "\r": "\\r",
    "|": "\\p",
    "\\": "\\\\",
  };
  const escaped = gap.replace(/[ \t\n\r|\\]/gu, (character) => names[character] ?? character);
  return [
    `SpacesAfter=${escaped.replace(white, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}`,
  ];
}

/** What parts words, as `word-rows.ts` has it. */
const white = /[\s\u200b]/gu;

const oneLine = (text: string): string => text.replace(white, " ").replace(/ +/gu, " ").trim();
