// The forms in which figures leave the program, and how they are counted and written in one go. A new form is a line of the list. Short
// forms are written here: a workbook, Markdown, and the network of those who speak beside each other.

import { writtenOut } from "../errors/visible-text.ts";
import { cleanXml, emptyElement, openElement, xmlText } from "../files/xml.ts";
import { packZip, utf8 } from "../files/zip.ts";
import { markdownText } from "../interchange/citation.ts";
import { csvText } from "../interchange/csv-text.ts";
import { wholeFiles } from "../interchange/passes.ts";
import { startWorkbook } from "../interchange/workbook-writer.ts";
import { entityBehind, sourceClass } from "../model/entity.ts";
import { entityFieldsOf } from "../model/entity-field.ts";
import { idsBehind } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { longestPart } from "../model/shortened.ts";
import { get, tableOf } from "../model/table.ts";
import type { Work } from "../model/work.ts";
import { type Message, message } from "../words/message.ts";
import type { Words } from "../words/say.ts";
import { segmentsOfSlot, wordsOfSegments } from "./card-marks.ts";
import { voiceWords } from "./counted-article.ts";
import { type StatementBehind, statementsOfFigures } from "./figure-cards.ts";
import { figuresPage } from "./figures-page.ts";
import {
  type FiguresAbout,
  type FiguresReport,
  figureText,
  intervalText,
  methodNote,
  mostShown,
  type ReadableMeasure,
  type ReportCards,
  readableMeasures,
  spreadText,
} from "./figures-report.ts";
import { figuresCsv, figureTable } from "./figures-table.ts";
import { insightMeasures } from "./index.ts";
import { plainPart } from "./packed-part.ts";
import type { CommonArticles } from "./readings.ts";
import { type InsightGroup, type InsightQuery, insightReport, type MeasuredInsight } from "./report.ts";
import type { IndexedProject } from "./scope.ts";

interface FigureFormat {
  /** People read it, and it can show the cards behind its figures. */
  readonly isReport?: true;
  /** What it writes is no text, and no terminal shows it. */
  readonly isBinary?: true;
  /** Why it cannot hold these figures. */
  misfit?(measures: readonly MeasuredInsight[]): Message | null;
  write(report: FiguresReport, words: Words): Uint8Array;
}

/** By its id. */
const formats = {
  csv: { write: (report) => utf8(figuresCsv(report)) },
  json: { write: (report) => utf8(figuresJson(report)) },
  xlsx: { isBinary: true, write: figuresWorkbook },
  html: { isReport: true, write: (report, words) => utf8(figuresPage(report, words)) },
  markdown: { isReport: true, write: (report, words) => utf8(figuresMarkdown(report, words)) },
  graphml: { misfit: notOneNetwork, write: (report) => utf8(graphMl(report)) },
  edges: { misfit: notOneNetwork, write: (report) => utf8(edgesCsv(report)) },
} as const satisfies Readonly<Record<string, FigureFormat>>;

export type FigureFormatId = keyof typeof formats;

export const figureFormatIds = Object.keys(formats) as [FigureFormatId, ...FigureFormatId[]];

export const figureFormat = (id: FigureFormatId): FigureFormat => formats[id];

/** The forms that people read. */
export const reportFormatIds = figureFormatIds.filter((id) => figureFormat(id).isReport);

const figuresJson = ({ measures, common, about: { projectHash } }: FiguresReport): string =>
  `${JSON.stringify({ measures, ...(common && { common }), projectHash }, null, 2)}\n`;

/** What somebody asked for, beside the query. */
export interface FigureWriting extends Pick<FiguresAbout, "project" | "generator" | "writtenAt"> {
  readonly format: FigureFormatId;
  /** How many cards a report shows with each figure at most. */
  readonly cards: number;
}

export type WrittenFigures =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly articles: number;
      readonly leftOut: number;
      readonly curatedInPart: number;
      readonly excludedCards: number;
      readonly common: CommonArticles | null;
      /** Groups of all measures. */
      readonly groups: number;
    }
  | { readonly ok: false; readonly problem: Message };

/** What figures are written with. */
interface FigureTools {
  readonly words: Words;
  /** The same for equal JSON values, whatever the order of their keys. */
  hashOf(value: unknown): string;
  /** The text of an article of the project. */
  textOf(article: Id): string;
}

export function* writtenFigures(
  project: IndexedProject,
  query: InsightQuery,
  { format, cards: mostCards, ...about }: FigureWriting,
  { words, hashOf, textOf }: FigureTools,
): Work<WrittenFigures> {
  const { isReport, misfit, write } = figureFormat(format);
  if (mostCards > 0 && !isReport)
    return { ok: false, problem: message("insight.no-cards", { known: reportFormatIds.join(", ") }) };
  const report = yield* insightReport(project, query);
  if (!report.ok) return report;
  const { measures, common } = report;
  const problem = misfit?.(measures) ?? null;
  if (problem) return { ok: false, problem };
  const cards = yield* cardsBehind(project, query, measures, { mostCards, textOf });
  const nodes = misfit ? yield* nodesOf(project, query) : [];
  const { annotators, tagset, entities } = project;
  const projectHash = hashOfCounted(project, hashOf);
  const bytes = write(
    { measures, common, nodes, cards, about: { ...about, annotators, tagset, entities, projectHash } },
    words,
  );
  const { articles = 0, leftOut = 0, curatedInPart = 0, excludedCards = 0 } = measures[0]?.scope ?? {};
  const groups = measures.flatMap((one) => one.groups).length;
  return { ok: true, bytes, articles, leftOut, curatedInPart, excludedCards, common, groups };
}

/** So many cards in all at most, whatever is asked for: nobody reads more, and a page has to open. */
const mostInAll = 5_000;

/** The cards that the numerators of the figures count, as far as a report shows the figures. */
function* cardsBehind(
  project: IndexedProject,
  { by, scope }: InsightQuery,
  measures: readonly MeasuredInsight[],
  { mostCards, textOf }: Pick<FigureTools, "textOf"> & { readonly mostCards: number },
): Work<ReadonlyMap<InsightGroup, ReportCards>> {
  const shown = new Map<InsightGroup, ReportCards>();
  if (mostCards === 0) return shown;
  let left = mostInAll;
  for (const [done, { id, groups }] of measures.entries()) {
    const groupsShown = groups.slice(0, mostShown);
    const among = new Set(groupsShown.flatMap((group) => [group.by.entityId ?? "", group.by.otherId ?? ""]));
    const found = statementsOfFigures(project, { measure: id, by, scope }, among);
    if (!found.ok) continue;
    for (const group of groupsShown) {
      yield { done, of: measures.length };
      const behind = found.behind(group.by, "numerator") ?? [];
      if (behind.length === 0) continue;
      const cards = behind.slice(0, Math.min(mostCards, left)).map((one) => reportCard(one, textOf));
      left -= cards.length;
      shown.set(group, { cards, more: behind.length - cards.length });
    }
  }
  return shown;
}

function reportCard({ article, statement }: StatementBehind, textOf: FigureTools["textOf"]) {
  const text = textOf(article.id);
  const { title, publisher, date } = article;
  const claim = wordsOfSegments(text, segmentsOfSlot(statement.marks, "claim"), longestPart);
  return { claim, who: voiceWords(statement, text), title, publisher, date };
}

function* nodesOf(project: IndexedProject, query: InsightQuery): Work<readonly InsightGroup[]> {
  const { pairSources: _pairs, mostSources: _sources, ...whole } = query;
  const report = yield* insightReport(project, { ...whole, measures: ["appearances"], by: ["entity"] });
  return report.ok ? report.measures.flatMap(({ groups }) => groups) : [];
}

/** The hash of all that figures are counted from: the articles of the set, those who annotated them, and those whom they mention. */
function hashOfCounted(
  { annotators, tagset, entities, parts }: IndexedProject,
  hashOf: (value: unknown) => string,
): string {
  const registry = tableOf(entities);
  const people = new Set(parts.flatMap(({ sets }) => sets.map(({ annotatorId }) => annotatorId)));
  const statements = parts.flatMap(({ sets }) => sets.flatMap((set) => set.statements));
  const mentioned = new Set<Id>();
  for (const { mentions, via, aboutIds } of statements)
    for (const id of [...mentions.map(({ entity }) => entity), ...via, ...aboutIds])
      if (id !== null && entityBehind(registry, id)) mentioned.add(id);
  const behind = new Set([...mentioned].flatMap((id) => idsBehind(registry, id)));
  const byId = <Item extends { readonly id: Id }>(items: readonly Item[], ids: ReadonlySet<Id>): Item[] =>
    items.filter(({ id }) => ids.has(id)).sort((one, other) => (one.id < other.id ? -1 : 1));
  return hashOf([
    parts.map((part) => hashOf(plainPart(part))),
    byId(annotators, people),
    entityFieldsOf(tagset),
    byId(entities, behind),
  ]);
}

/** A sheet of figures as their CSV has them, one of the measures with their definitions, and one of the method note. */
function figuresWorkbook(report: FiguresReport, words: Words): Uint8Array {
  const [columns = [], ...rows] = figureTable(report);
  const measures = readableMeasures(report, words);
  const book = startWorkbook();
  const parts = [
    ...book.table({ name: "figures", columns: columns.map(String) }),
    ...book.rows(rows),
    ...book.table({
      name: "measures",
      columns: ["measure", "name", "unit", "definition", "formula", "source"],
    }),
    ...book.rows(
      measures.map(({ id, name, unit, definition, formula, source }) => [
        ...[id, name, unit],
        ...[definition, formula, source],
      ]),
    ),
    ...book.table({ name: "method", columns: ["method"] }),
    ...book.rows(methodNote(report, words).map((sentence) => [sentence])),
    ...book.end(),
  ];
  return packZip(wholeFiles(parts));
}

/** CommonMark with GitHub's tables: a table a measure, and the method note. */
function figuresMarkdown(report: FiguresReport, words: Words): string {
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

/** The measures of which a network can be made. */
const pairMeasures = insightMeasures.filter(({ alwaysBy }) => alwaysBy === "pair").map(({ id }) => id);

/** Why these figures are no network; `null`: they are one. A network has one measure, and each two sources once. */
function notOneNetwork(measures: readonly MeasuredInsight[]): Message | null {
  const [first, ...more] = measures;
  const isPair = first !== undefined && pairMeasures.includes(first.id) && more.length === 0;
  const isWhole = first?.groups.every(({ by }) => Object.keys(by).length === 4) ?? false;
  return isPair && isWhole ? null : message("insight.no-network", { known: pairMeasures.join(", ") });
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly group: InsightGroup;
}

/** Where two never meet there is no edge. */
const edgesOf = (groups: readonly InsightGroup[]): readonly Edge[] =>
  groups.flatMap((group) => {
    const { entityId, otherId } = group.by;
    const isEdge = entityId && otherId && group.numerator > 0;
    return isEdge ? [{ from: entityId, to: otherId, group }] : [];
  });

/** The table of edges (RFC 4180), with the names of columns that Gephi knows. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function edgesCsv({ measures: [measured] }: FiguresReport): string {
  const columns = ["source", "target", "type", "weight", "source_name", "target_name", ...edgeFigures];
  const rows = edgesOf(measured?.groups ?? []).map(({ from, to, group }) => [
    ...[from, to, "Undirected", group.numerator, group.by.entity, group.by.other],
    ...edgeFigures.map((name) => group[name]),
  ]);
  return csvText([columns, ...rows]);
}

const edgeFigures = ["value", "denominator", "n", "low", "high", "unknown"] as const;

const keys = [
  ...[["label", "node", "string"] as const, ["type", "node", "string"] as const],
  ...[["class", "node", "string"] as const, ["articles", "node", "int"] as const],
  ["weight", "edge", "double"] as const,
  ...edgeFigures.map((name) => [name, "edge", "double"] as const),
];

/** GraphML (http://graphml.graphdrawing.org), for Gephi, Cytoscape and NetworkX: `weight` is the number of articles or paragraphs in which both speak, `value` their coefficient. */
function graphMl({ measures: [measured], nodes, about }: FiguresReport): string {
  const edges = edgesOf(measured?.groups ?? []);
  const registry = tableOf(about.entities);
  const articles = new Map(nodes.map(({ by, numerator }) => [by.entityId, numerator]));
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
  const nodeLines = ids.map((id) => {
    const entity = get(registry, id);
    const data = [
      ...(entity ? [dataOf("label", entity.name), dataOf("type", entity.type)] : []),
      ...(entity ? [dataOf("class", sourceClass(entity))] : []),
      dataOf("articles", articles.get(id) ?? null),
    ];
    return `${openElement("node", { id })}${data.join("")}</node>`;
  });
  const edgeLines = edges.map(({ from, to, group }, at) => {
    const data = [dataOf("weight", group.numerator), ...edgeFigures.map((name) => dataOf(name, group[name]))];
    return `${openElement("edge", { id: `e${at}`, source: from, target: to })}${data.join("")}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, of, type]) =>
      emptyElement("key", { id: name, for: of, "attr.name": name, "attr.type": type }),
    ),
    openElement("graph", { id: measured?.id, edgedefault: "undirected" }),
    ...nodeLines,
    ...edgeLines,
    "</graph>",
    "</graphml>\n",
  ].join("\n");
}

const dataOf = (key: string, value: string | number | null): string =>
  value === null ? "" : `${openElement("data", { key })}${xmlText(cleanXml(String(value)))}</data>`;
