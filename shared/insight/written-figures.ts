// The registry of the forms in which figures leave the program, and how they are counted and written in one go. A new form is a line of the list.
import { utf8 } from "../files/zip.ts";
import { entityBehind } from "../model/entity.ts";
import { entityFieldsOf } from "../model/entity-field.ts";
import { idsBehind } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { longestPart } from "../model/shortened.ts";
import { tableOf } from "../model/table.ts";
import type { Work } from "../model/work.ts";
import { type Message, message } from "../words/message.ts";
import type { Words } from "../words/say.ts";
import { segmentsOfSlot, wordsOfSegments } from "./card-marks.ts";
import { voiceWords } from "./counted-article.ts";
import { type StatementBehind, statementsOfFigures } from "./figure-cards.ts";
import { edgesCsv, graphMl, notOneNetwork } from "./figures-graph.ts";
import { figuresMarkdown } from "./figures-markdown.ts";
import { figuresPage } from "./figures-page.ts";
import { type FiguresAbout, type FiguresReport, mostShown, type ReportCards } from "./figures-report.ts";
import { figuresCsv } from "./figures-table.ts";
import { figuresWorkbook } from "./figures-workbook.ts";
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
