// CoNLL-U (https://universaldependencies.org/format.html): ten columns, of which ours is the last: `BIO=claim:B,speaker:I`, with
// `SpaceAfter=No` and, for other white space, `SpacesAfter` and `SpacesBefore` as UDPipe writes them.

import { utf8 } from "../files/zip.ts";
import { wordsInColumns } from "../interchange/capabilities.ts";
import { factComments } from "../interchange/column-rows.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { escapedLine, escapedSpaces } from "../interchange/text-of-words.ts";
import { columnName, labelledSentences, placeholder } from "../interchange/word-tags.ts";
import { onlyFile, type StandoffExporter } from "./exporter.ts";

export const conllUExporter: StandoffExporter = {
  id: "conll-u",
  takes: "standoffs",
  extension: "conllu",
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
  const { text, article, title, annotator } = document;
  const sentences = labelledSentences(document, columns);
  const head = [
    `# newdoc id = ${number}`,
    `# article = ${escapedLine(article)}`,
    `# title = ${escapedLine(title)}`,
    ...(annotator === null ? [] : [`# annotator = ${escapedLine(annotator)}`]),
    ...factComments(document),
  ];
  if (sentences.length === 0) return [...head, ...withoutWords(text, number)];
  return sentences.flatMap(({ words }, index) => {
    const start = words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? 0;
    const nextSentenceStart = sentences[index + 1]?.words[0]?.start ?? text.length;
    const rows = words.map((word, at) => {
      const nextStart = words[at + 1]?.start ?? nextSentenceStart;
      const tags = word.tags.flatMap((tag, column) =>
        tag === "O" ? [] : [`${columnName(columns[column] ?? "")}:${tag.charAt(0)}`],
      );
      const isFirst = index === 0 && at === 0 && start > 0;
      return row(at + 1, text.slice(word.start, word.end), [
        ...(tags.length === 0 ? [] : [`BIO=${tags.join(",")}`]),
        ...(isFirst ? [`SpacesBefore=${escapedSpaces(text.slice(0, start))}`] : []),
        ...spaceAfter(text.slice(word.end, nextStart), nextStart === text.length),
      ]);
    });
    return [
      ...(index === 0 ? head : []),
      `# sent_id = ${number}-${index + 1}`,
      `# text = ${oneLine(text.slice(start, end))}`,
      ...rows,
      "",
    ];
  });
}

/** A sentence of the format has a word: of a text without any, one stands in their place and says so. */
const withoutWords = (text: string, number: number): readonly string[] => [
  `# sent_id = ${number}-1`,
  "# text = _",
  row(1, "_", [
    placeholder,
    ...(text === "" ? [] : [`SpacesBefore=${escapedSpaces(text)}`]),
    "SpaceAfter=No",
  ]),
  "",
];

const row = (number: number, form: string, misc: readonly string[]): string =>
  [number, form, "_", "_", "_", "_", "_", "_", "_", misc.length === 0 ? "_" : misc.join("|")].join("\t");

/** One blank needs no words, except at the end, where other programs say nothing and mean nothing. */
const spaceAfter = (gap: string, isLast: boolean): readonly string[] =>
  gap === " " && !isLast ? [] : [gap === "" ? "SpaceAfter=No" : `SpacesAfter=${escapedSpaces(gap)}`];

/** What parts words, as `word-tags.ts` has it. */
const white = /[\s\u200b]/gu;

const oneLine = (text: string): string => text.replace(white, " ").replace(/ +/gu, " ").trim();
