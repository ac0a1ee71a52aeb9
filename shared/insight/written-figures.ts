// The registry of the forms in which figures leave the program, and how they are counted and written in one go. A new form is a line of the list.
import { utf8 } from "../files/zip.ts";
import { entityBehind } from "../model/entity.ts";
import { entityFieldsOf } from "../model/entity-field.ts";
import { idsBehind } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { tableOf } from "../model/table.ts";
import type { Work } from "../model/work.ts";
import type { Message } from "../words/message.ts";
import type { Words } from "../words/say.ts";
import { edgesCsv, graphMl, notOneNetwork } from "./figures-graph.ts";
import { figuresMarkdown } from "./figures-markdown.ts";
import { figuresPage } from "./figures-page.ts";
import type { FiguresAbout, FiguresReport } from "./figures-report.ts";
import { figuresCsv } from "./figures-table.ts";
import { figuresWorkbook } from "./figures-workbook.ts";
import { type InsightGroup, type InsightQuery, insightReport, type MeasuredInsight } from "./report.ts";
import type { IndexedProject } from "./scope.ts";

interface FigureFormat {
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
  html: { write: (report, words) => utf8(figuresPage(report, words)) },
  markdown: { write: (report, words) => utf8(figuresMarkdown(report, words)) },
  graphml: { misfit: notOneNetwork, write: (report) => utf8(graphMl(report)) },
  edges: { misfit: notOneNetwork, write: (report) => utf8(edgesCsv(report)) },
} as const satisfies Readonly<Record<string, FigureFormat>>;

export type FigureFormatId = keyof typeof formats;

export const figureFormatIds = Object.keys(formats) as [FigureFormatId, ...FigureFormatId[]];

export const figureFormat = (id: FigureFormatId): FigureFormat => formats[id];

const figuresJson = ({ measures, about: { projectHash } }: FiguresReport): string =>
  `${JSON.stringify({ measures, projectHash }, null, 2)}\n`;

/** What somebody asked for, beside the query. */
export interface FigureWriting extends Pick<FiguresAbout, "project" | "generator" | "writtenAt"> {
  readonly format: FigureFormatId;
}

export type WrittenFigures =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly articles: number;
      readonly leftOut: number;
      /** Groups of all measures. */
      readonly groups: number;
    }
  | { readonly ok: false; readonly problem: Message };

/** `hashOf`: the same for equal JSON values, whatever the order of their keys. */
export function* writtenFigures(
  project: IndexedProject,
  query: InsightQuery,
  { format, ...about }: FigureWriting,
  { words, hashOf }: { readonly words: Words; readonly hashOf: (value: unknown) => string },
): Work<WrittenFigures> {
  const report = yield* insightReport(project, query);
  if (!report.ok) return report;
  const { measures } = report;
  const { misfit, write } = figureFormat(format);
  const problem = misfit?.(measures) ?? null;
  if (problem) return { ok: false, problem };
  const nodes = misfit ? yield* nodesOf(project, query) : [];
  const { annotators, tagset, entities } = project;
  const projectHash = hashOfCounted(project, hashOf);
  const bytes = write(
    { measures, nodes, about: { ...about, annotators, tagset, entities, projectHash } },
    words,
  );
  const { articles = 0, leftOut = 0 } = measures[0]?.scope ?? {};
  return { ok: true, bytes, articles, leftOut, groups: measures.flatMap(({ groups }) => groups).length };
}

function* nodesOf(project: IndexedProject, query: InsightQuery): Work<readonly InsightGroup[]> {
  const report = yield* insightReport(project, { ...query, measures: ["appearances"], by: ["entity"] });
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
  for (const { mentions, via, about } of statements)
    for (const id of [...mentions.map(({ entity }) => entity), ...via, ...about])
      if (id !== null && entityBehind(registry, id)) mentioned.add(id);
  const behind = new Set([...mentioned].flatMap((id) => idsBehind(registry, id)));
  const byId = <Item extends { readonly id: Id }>(items: readonly Item[], ids: ReadonlySet<Id>): Item[] =>
    items.filter(({ id }) => ids.has(id)).sort((one, other) => (one.id < other.id ? -1 : 1));
  return hashOf([
    parts.map(hashOf),
    byId(annotators, people),
    entityFieldsOf(tagset),
    byId(entities, behind),
  ]);
}
