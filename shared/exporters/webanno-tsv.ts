// WebAnno TSV 3.3 (INCEpTION user guide, "WebAnno TSV 3.3 File format"): a file an article and annotator, a row a word, parts of words in
// rows of their own. One layer of spans and one of relations. Offsets are UTF-16 code units. Every sentence reaches to the next, so
// that no character of the text is lost between two.

import { utf8 } from "../files/zip.ts";
import { allOfStandoff, type Capabilities } from "../interchange/capabilities.ts";
import { spanType } from "../interchange/cas.ts";
import { identifier } from "../interchange/escapes.ts";
import { inPieces } from "../interchange/fit.ts";
import { listedFilesPass } from "../interchange/passes.ts";
import type { Standoff, StandoffRelation, StandoffSpan } from "../interchange/standoff.ts";
import { escapedCell, escapedText } from "../interchange/webanno-cells.ts";
import { labelledSentences } from "../interchange/word-tags.ts";
import { contains, overlaps, type Range, sameRange } from "../model/range.ts";
import type { StandoffExporter } from "./exporter.ts";

const capabilities: Capabilities = { ...allOfStandoff, edges: "not-in-spaces" };

export const webannoTsvExporter: StandoffExporter = {
  id: "webanno-tsv",
  takes: "standoffs",
  extension: "zip",
  capabilities,
  passes: (survey, { generator }) => [
    listedFilesPass({ annotators: survey.annotators.length, generator, capabilities }, (document, name) => [
      { name: `${name}.tsv`, bytes: utf8(tsvOf(inPieces(document))) },
    ]),
  ],
};

const relationType = "webanno.custom.SaysoRelation";

interface Row extends Range {
  /** `1-2`, or `1-2.1` for a part of a word. */
  readonly id: string;
}

function tsvOf({ text, spans, relations }: Standoff): string {
  const names = [...new Set(spans.flatMap(({ values }) => values.map(({ name }) => name)))].sort();
  const sentences = sentencesWithRows(text, spans);
  const rows = sentences.flatMap((sentence) => sentence.rows);
  const numbers = new Map(spans.map(({ id }, at) => [id, at + 1]));
  const on = new Map<string, StandoffSpan[]>();
  const firstRow = new Map<string, string>();
  for (const span of spans)
    for (const row of rowsOf(span, rows)) {
      on.set(row.id, [...(on.get(row.id) ?? []), span]);
      if (!firstRow.has(span.id)) firstRow.set(span.id, row.id);
    }
  const arrivals = new Map<string, StandoffRelation[]>();
  for (const relation of relations) {
    const row = firstRow.get(relation.to) ?? "";
    arrivals.set(row, [...(arrivals.get(row) ?? []), relation]);
  }
  const cellsOf = (row: Row): string[] => {
    const rowSpans = on.get(row.id) ?? [];
    const cell = (saying: (span: StandoffSpan) => string | undefined): string =>
      rowSpans.length === 0
        ? "_"
        : rowSpans.map((span) => `${escapedOr(saying(span))}[${numbers.get(span.id)}]`).join("|");
    const arriving = arrivals.get(row.id) ?? [];
    return [
      cell(({ label }) => label),
      ...names.map((name) => cell(({ values }) => values.find((one) => one.name === name)?.value)),
      ...(relations.length === 0
        ? []
        : [
            arriving.map(({ label }) => escapedOr(label)).join("|") || "_",
            arriving
              .map(({ from, to }) => `${firstRow.get(from)}[${numbers.get(from)}_${numbers.get(to)}]`)
              .join("|") || "_",
          ]),
    ];
  };
  const lines = [
    "#FORMAT=WebAnno TSV 3.3",
    `#T_SP=${[spanType, "label", ...names.map(featureName)].join("|")}`,
    ...(relations.length === 0 ? [] : [`#T_RL=${relationType}|label|BT_${spanType}`]),
    "",
    ...sentences.flatMap((sentence) => [
      "",
      ...text
        .slice(sentence.start, sentence.end)
        .split("\n")
        .map((line) => `#Text=${escapedText(line)}`),
      ...sentence.rows.map((row) =>
        [
          row.id,
          `${row.start}-${row.end}`,
          escapedText(text.slice(row.start, row.end)),
          ...cellsOf(row),
          "",
        ].join("\t"),
      ),
    ]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const escapedOr = (value: string | undefined): string => (value === undefined ? "*" : escapedCell(value));

/** A feature's name, of Java; `label` is taken. */
function featureName(name: string): string {
  const safe = identifier(name);
  return safe === "label" || safe.startsWith("value_") ? `value_${safe}` : safe;
}

interface Sentence extends Range {
  readonly rows: readonly Row[];
}

function sentencesWithRows(text: string, spans: readonly StandoffSpan[]): readonly Sentence[] {
  const sentences = labelledSentences(
    { article: "", title: "", text, annotator: null, spans: [], relations: [] },
    [],
  );
  const starts = sentences.map(({ words }) => words[0]?.start ?? 0);
  const segments = spans.flatMap((span) => span.segments);
  const tokens = sentences.map(({ words }): Range[] => words.map(({ start, end }) => ({ start, end })));
  // What stands before the first word is a word of its own: a sentence begins with one.
  const lead = starts[0] ?? text.length;
  if (lead > 0) {
    const firstTokens = tokens[0];
    if (firstTokens) firstTokens.unshift({ start: 0, end: lead });
    else tokens.push([{ start: 0, end: lead }]);
  }
  const cut = partsOfWords(segments, tokens.flat());
  return tokens.map((own, index) => ({
    start: index === 0 ? 0 : (starts[index] ?? 0),
    end: starts[index + 1] ?? text.length,
    rows: own.flatMap((token, at) => {
      const id = `${index + 1}-${at + 1}`;
      const parts = cut.get(token.start) ?? new Map<string, Range>();
      const sorted = [...parts.values()].sort((a, b) => a.start - b.start || a.end - b.end);
      return [{ id, ...token }, ...sorted.map((part, nth) => ({ id: `${id}.${nth + 1}`, ...part }))];
    }),
  }));
}

/** Of words that a segment holds only a part of: these parts, by where the word begins. Segments cut no more than two words. */
function partsOfWords(
  segments: readonly Range[],
  tokens: readonly Range[],
): ReadonlyMap<number, ReadonlyMap<string, Range>> {
  const cut = new Map<number, Map<string, Range>>();
  for (const segment of segments)
    for (const offset of [segment.start, segment.end - 1]) {
      const token = tokens[lastFrom(offset, tokens)];
      if (!token || !overlaps(segment, token) || contains(segment, token)) continue;
      const part = { start: Math.max(segment.start, token.start), end: Math.min(segment.end, token.end) };
      const parts = cut.get(token.start) ?? new Map<string, Range>();
      cut.set(token.start, parts.set(`${part.start} ${part.end}`, part));
    }
  return cut;
}

/** The index of the last one that begins at or before the offset. */
function lastFrom(offset: number, rows: readonly Range[]): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whole words as they are, and of words that the span holds a part of, that part. `rows` are in order, parts behind their word. */
function rowsOf({ segments: [segment] }: StandoffSpan, rows: readonly Row[]): readonly Row[] {
  if (!segment) return [];
  const spanRows: Row[] = [];
  let token: Row | undefined;
  for (let at = firstTouching(segment, rows); at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) break;
    const isPart = row.id.includes(".");
    if (!isPart) token = row;
    if (!token || token.start >= segment.end) break;
    if (!overlaps(token, segment)) continue;
    const clipped = { start: Math.max(token.start, segment.start), end: Math.min(token.end, segment.end) };
    if (isPart ? !contains(segment, token) && sameRange(row, clipped) : contains(segment, token))
      spanRows.push(row);
  }
  return spanRows;
}

/** The index of the first word that the segment may share a character with. */
function firstTouching({ start }: Range, rows: readonly Row[]): number {
  let at = Math.max(0, lastFrom(start, rows));
  while (at > 0 && (rows[at]?.id.includes(".") || (rows[at]?.end ?? 0) > start)) at -= 1;
  return at;
}
