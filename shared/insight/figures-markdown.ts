// Figures as Markdown (CommonMark with GitHub's tables): a table a measure, and the method note.
import { writtenOut } from "../errors/visible-text.ts";
import { markdownText } from "../interchange/citation.ts";
import type { Words } from "../words/say.ts";
import {
  type FiguresReport,
  figureText,
  intervalText,
  methodNote,
  type ReadableMeasure,
  readableMeasures,
  spreadText,
} from "./figures-report.ts";

export function figuresMarkdown(report: FiguresReport, words: Words): string {
  const { say } = words;
  const parts = [
    `# ${lineOf(say("method.title", { project: report.about.project }))}`,
    ...readableMeasures(report, words).map((measure) => measureInMarkdown(measure, words)),
    `## ${lineOf(say("method.heading"))}`,
    methodNote(report, words)
      .map((sentence) => `* ${lineOf(sentence)}`)
      .join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function measureInMarkdown(measure: ReadableMeasure, words: Words): string {
  const { id, definition, unit, formula, columns, groups, isByAnnotator, more } = measure;
  const { say } = words;
  const spread = isByAnnotator ? (["spread"] as const) : [];
  const names = ["value", "interval", ...spread, "numerator", "denominator", "n", "unknown"] as const;
  const head = [...columns, ...names.map((name) => say(`method.column-${name}`))];
  const rules = [...columns.map(() => "---"), ...names.map(() => "---:")];
  const rows = groups.map(({ labels, figure }) => [
    ...labels,
    figureText(figure.value, words, "share"),
    intervalText(figure, words),
    ...spread.map(() => spreadText(figure, words)),
    ...([figure.numerator, figure.denominator, figure.n, figure.unknown] as const).map((count) =>
      figureText(count, words, "count"),
    ),
  ]);
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = [row(head.map(lineOf)), row(rules), ...rows.map((cells) => row(cells.map(lineOf)))];
  return [
    `## ${lineOf(id)}`,
    lineOf(definition),
    lineOf(say("method.counted", { unit, formula })),
    table.join("\n"),
    ...(more > 0 ? [lineOf(say("method.more", { count: more }))] : []),
  ].join("\n\n");
}

const lineOf = (text: string): string => markdownText(writtenOut(text));
