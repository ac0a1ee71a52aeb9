// The network of those who speak beside each other: GraphML for Gephi, Cytoscape and NetworkX, and a table of edges as CSV for all else. A node is a source, an
// edge two sources that speak in one article or paragraph.
import Papa from "papaparse";
import { cleanXml, emptyElement, openElement, xmlText } from "../files/xml.ts";
import { formulaLike } from "../interchange/formula-guard.ts";
import { sourceClass } from "../model/entity.ts";
import { get, tableOf } from "../model/table.ts";
import { type Message, message } from "../words/message.ts";
import type { FiguresReport } from "./figures-report.ts";
import { insightMeasures } from "./index.ts";
import type { InsightGroup, MeasuredInsight } from "./report.ts";

/** The measures of which a network can be made. */
const pairMeasures = insightMeasures.filter(({ alwaysBy }) => alwaysBy === "pair").map(({ id }) => id);

/** Why these figures are no network; `null`: they are one. A network has one measure, and each two sources once. */
export function notOneNetwork(measures: readonly MeasuredInsight[]): Message | null {
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
export function edgesCsv({ measures: [measured] }: FiguresReport): string {
  const columns = ["source", "target", "type", "weight", "source_name", "target_name", ...edgeFigures];
  const rows = edgesOf(measured?.groups ?? []).map(({ from, to, group }) => [
    ...[from, to, "Undirected", group.numerator, group.by.entity, group.by.other],
    ...edgeFigures.map((name) => group[name]),
  ]);
  return `${Papa.unparse([columns, ...rows], { escapeFormulae: formulaLike, newline: "\r\n" })}\r\n`;
}

const edgeFigures = ["value", "denominator", "n", "low", "high", "unknown"] as const;

const keys = [
  ...[["label", "node", "string"] as const, ["type", "node", "string"] as const],
  ...[["class", "node", "string"] as const, ["articles", "node", "int"] as const],
  ["weight", "edge", "double"] as const,
  ...edgeFigures.map((name) => [name, "edge", "double"] as const),
];

/** GraphML (http://graphml.graphdrawing.org): `weight` is the number of articles or paragraphs in which both speak, `value` their coefficient. */
export function graphMl({ measures: [measured], nodes, about }: FiguresReport): string {
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
