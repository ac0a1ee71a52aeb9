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
  type ReportCards,
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
  const { id, name, definition, unit, formula, columns, groups, isByAnnotator, more } = measure;
  const { say } = words;
  const spread = isByAnnotator ? (["spread"] as const) : [];
  const names = ["value", "interval", ...spread, "numerator", "denominator", "n", "unknown"] as const;
  const head = [...columns, ...names.map((name) => say(`method.column-${name}`))];
  const rules = [...columns.map(() => "---"), ...names.map(() => "---:")];
  const labelled = (label: string | null): string =>
    label === null ? `*${lineOf(say("method.unknown"))}*` : lineOf(label);
  const rows = groups.map(({ labels, figure }) => [
    ...labels.map(labelled),
    lineOf(figureText(figure.value, words, "share")),
    lineOf(intervalText(figure, words)),
    ...spread.map(() => lineOf(spreadText(figure, words))),
    ...([figure.numerator, figure.denominator, figure.n, figure.unknown] as const).map((count) =>
      lineOf(figureText(count, words, "count")),
    ),
  ]);
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = [row(head.map(lineOf)), row(rules), ...rows.map(row)];
  return [
    `## ${lineOf(name)}`,
    lineOf(definition),
    lineOf(say("method.counted", { id, unit, formula })),
    table.join("\n"),
    ...(more > 0 ? [lineOf(say("method.more", { count: more }))] : []),
    ...groups.flatMap(({ labels, cards }) =>
      cards ? [`### ${cardsHeading(labels.map(labelled), words)}`, cardsInMarkdown(cards, words)] : [],
    ),
  ].join("\n\n");
}

const cardsHeading = (labels: readonly string[], { say }: Words): string =>
  [lineOf(say("method.cards")), ...labels].join(" · ");

function cardsInMarkdown({ cards, more }: ReportCards, { say }: Words): string {
  const unknown = `*${lineOf(say("method.unknown"))}*`;
  const lines = cards.map(({ claim, who, title, publisher, date }) => {
    const from = [who === "" ? `*${lineOf(say("figures.no-voice"))}*` : lineOf(who), lineOf(title)];
    const published = [publisher, date].map((fact) => (fact === null ? unknown : lineOf(fact)));
    const said = claim === "" ? `*${lineOf(say("cards.no-claim"))}*` : lineOf(claim);
    return `* ${said} — ${[...from, ...published].join(" · ")}`;
  });
  return [...lines, ...(more > 0 ? [`* *${lineOf(say("method.cards-more", { count: more }))}*`] : [])].join(
    "\n",
  );
}

const lineOf = (text: string): string => markdownText(writtenOut(text));
