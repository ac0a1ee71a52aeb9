// Reads WebAnno TSV 3 files: span layers with their features and slots, relation layers, chains as spans. Text between sentences is not
// in these files; where there was some, blanks and a line end stand in its place.
import { type FileFinding, wrong } from "../files/finding.ts";
import { chainRelation, labelOfElement, labelOfLayer, labelOfRelation } from "../interchange/cas.ts";
import { unescaped } from "../interchange/escapes.ts";
import { aboutFile } from "../interchange/file-set.ts";
import { withJoinedPieces } from "../interchange/fit.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import { type ReadRelation, type ReadSpan, readStandoff } from "../interchange/standoff-reader.ts";
import { numbered, splitCell, unescapedCell } from "../interchange/webanno-cells.ts";
import { type Message, message } from "../words/message.ts";
import {
  type AnnotationImporter,
  filesEnding,
  notOfFormat,
  readEach,
  textOfFile,
} from "./annotation-importer.ts";

export const webannoTsvImporter: AnnotationImporter = {
  id: "webanno-tsv",
  extensions: ["tsv"],
  parts: "files",
  read: (files) =>
    readEach({ all: files, chosen: filesEnding(files, ".tsv"), missing: ".tsv" }, (file, contents) => {
      const fileText = textOfFile(file);
      if (!fileText.ok) return fileText;
      if (!/^#FORMAT=WebAnno TSV 3/u.test(fileText.text))
        return notOfFormat(file.name, "WebAnno TSV 3", fileText.text.slice(0, 40));
      const rejected: FileFinding[] = [];
      const { text, ...marks } = readLines(fileText.text, file.name, rejected);
      const of = { ...aboutFile(contents, file.name.replace(/\.tsv$/u, "")), text };
      const { document, ...rest } = readStandoff(of, { units: ["utf-16"], ...marks });
      return { ok: true, parts: [{ document: withJoinedPieces(document), ...rest }], rejected };
    }),
};

interface Layer {
  readonly kind: "SP" | "CH" | "RL";
  readonly type: string;
  /** A name for each column; of slots, the second one is `null`. */
  readonly columns: readonly (string | null)[];
  /** Where its columns begin, behind the three of every row. */
  readonly at: number;
}

function layersIn(lines: readonly string[]): readonly Layer[] {
  const layers: Layer[] = [];
  let at = 0;
  for (const line of lines) {
    const match = /^#T_(SP|CH|RL)=(.*)$/u.exec(line);
    if (!match) continue;
    const [type = "", ...features] = (match[2] ?? "").split("|");
    // A slot is followed by the type of what fills it.
    const columns = features.map((feature, index) =>
      features[index - 1]?.startsWith(slotPrefix) ? null : feature,
    );
    layers.push({
      kind: match[1] as Layer["kind"],
      type,
      columns: columns.length === 0 ? [""] : columns,
      at,
    });
    at += Math.max(1, columns.length);
  }
  return layers;
}

interface Building {
  readonly layer: Layer;
  start: number;
  end: number;
  readonly values: NamedValue[];
  readonly chain: Link | null;
  readonly where: Message;
}

/** Where an element stands in which chain, both from 1. */
interface Link {
  readonly chain: string;
  readonly place: number;
}

interface Pending {
  readonly label: string;
  readonly values: readonly NamedValue[];
  /** The row, and the annotation's number where it has one. */
  readonly from: { readonly row: string; readonly number: string };
  readonly to: { readonly row: string; readonly number: string };
  readonly where: Message;
}

interface ReadSentences {
  readonly text: string;
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
}

function readLines(file: string, name: string, rejected: FileFinding[]): ReadSentences {
  const lines = file.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  const layers = layersIn(lines);
  const building = new Map<string, Building>();
  const onRow = new Map<string, string>();
  const pending: Pending[] = [];
  let text = "";
  let sentence: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("#Text=")) sentence.push(unescapedCell(line.slice("#Text=".length)));
    if (line === "" || line.startsWith("#")) continue;
    const [row = "", place = "", , ...cells] = line.split("\t");
    const where = message("interchange.line", { file: name, line: String(index + 1) });
    const offsets = /^(\d+)-(\d+)$/u.exec(place);
    if (!offsets || !/^\d+-\d+(?:\.\d+)?$/u.test(row)) {
      const what = message("interchange.line-misread", { format: "WebAnno TSV 3" });
      const units = cells.some((cell) => cell !== "" && cell !== "_") ? 1 : 0;
      rejected.push({ ...wrong(where, what, message("interchange.left-out")), units });
      continue;
    }
    const [start, end] = [Number(offsets[1]), Number(offsets[2])];
    if (sentence.length > 0) {
      // Far more than any text between two sentences: a wrong number, which the check of places will name.
      const gap = start - text.length;
      if (gap > 0 && gap <= longestGap) text += `${" ".repeat(gap - 1)}\n`;
      text += sentence.join("\n");
      sentence = [];
    }
    for (const layer of layers) readCells({ layer, cells, row, start, end, where, building, onRow, pending });
  }
  const find = ({ row, number }: Pending["from"]): string =>
    onRow.get(`${row}[${number}]`) ?? onRow.get(row) ?? row;
  const tied = pending.map(({ from, to, ...relation }) => ({
    ...relation,
    from: find(from),
    to: find(to),
  }));
  return { text, spans: spansOf(building), relations: [...tied, ...relationsOfChains(building)] };
}

const spansOf = (building: ReadonlyMap<string, Building>): readonly ReadSpan[] =>
  Array.from(building, ([id, { layer, start, end, values, chain, where }]) => {
    const { label, others } =
      layer.kind === "CH"
        ? labelOfElement(layer.type, chain?.chain ?? null, values)
        : labelOfLayer(layer.type, values);
    return { id, label, segments: [{ start, end }], values: others, where };
  });

/** From each element to the next one of its chain. */
function relationsOfChains(building: ReadonlyMap<string, Building>): readonly ReadRelation[] {
  const chains = new Map<string, (Building & { readonly id: string; readonly place: number })[]>();
  for (const [id, element] of building) {
    if (!element.chain) continue;
    const key = `${element.layer.at} ${element.chain.chain}`;
    const chainElements = chains.get(key);
    const chainElement = { ...element, id, place: element.chain.place };
    if (chainElements) chainElements.push(chainElement);
    else chains.set(key, [chainElement]);
  }
  return [...chains.values()].flatMap((elements) => {
    const ordered = elements.sort((a, b) => a.place - b.place);
    return ordered.slice(1).map(({ id: to }, at) => {
      const { id: from = "", layer, values = [], where = "" } = ordered[at] ?? {};
      const { relation } = labelOfElement(layer?.type ?? "", null, values);
      return { label: relation ?? chainRelation, from, to, where };
    });
  });
}

const longestGap = 10_000;

interface RowCells {
  readonly layer: Layer;
  readonly cells: readonly string[];
  readonly row: string;
  readonly start: number;
  readonly end: number;
  readonly where: Message;
  readonly building: Map<string, Building>;
  /** The first annotation that stands on a row, and the first with a number there: `1-2`, `1-2[3]`. */
  readonly onRow: Map<string, string>;
  readonly pending: Pending[];
}

function readCells(row: RowCells): void {
  const { layer, cells } = row;
  const cellsByColumn = layer.columns.map((_, at) => splitCell(cells[layer.at + at] ?? "_", "|"));
  const stacked = cellsByColumn.reduce((most, { length }) => Math.max(most, length), 0);
  for (let nth = 0; nth < stacked; nth += 1) {
    const values = cellsByColumn.map((column) => column[nth] ?? "_");
    // A slot that nothing fills is there all the same where anything of its host is.
    if (values.every((cell) => cell === "_")) continue;
    if (layer.kind === "RL") readRelation(row, values);
    else readSpan(row, values, nth);
  }
}

function readRelation({ layer, row, where, pending }: RowCells, cells: readonly string[]): void {
  const end = layer.columns.findIndex((column) => column?.startsWith("BT_"));
  const at = end < 0 ? cells.length - 1 : end;
  const source = numbered(cells[at] ?? "");
  const [from = "0", to = "0"] = (source.number ?? "").split("_");
  const namedValues = layer.columns.flatMap((column, index) =>
    index === at ? [] : saidBy(column, cells[index] ?? "*"),
  );
  const { label, others: values } = labelOfRelation(layer.type, namedValues);
  pending.push({
    label,
    values,
    from: { row: source.value, number: from },
    to: { row, number: to },
    where,
  });
}

function readSpan(
  { layer, row, start, end, where, building, onRow, pending }: RowCells,
  cells: readonly string[],
  nth: number,
): void {
  const chain = layer.kind === "CH" ? linkIn(cells) : null;
  // Of slots the number stands at the target; any other column may have it.
  const number = layer.columns
    .map((column, at) => (isSlot(column) ? undefined : numbered(cells[at] ?? "").number))
    .find((one) => one !== undefined);
  const stackedId = number === undefined ? `${layer.at} ${row} ${nth}` : `${layer.at}[${number}]`;
  const id =
    layer.kind === "CH"
      ? chain
        ? `${layer.at} chain ${chain.chain}-${chain.place}`
        : `${layer.at} ${row} ${nth}`
      : stackedId;
  const names = layer.kind === "CH" || number === undefined ? [row] : [row, `${row}[${number}]`];
  for (const name of names) if (!onRow.has(name)) onRow.set(name, id);
  const element = building.get(id);
  if (element) {
    element.start = Math.min(element.start, start);
    element.end = Math.max(element.end, end);
    return;
  }
  const values: NamedValue[] = [];
  for (const [at, column] of layer.columns.entries()) {
    const cell = cells[at] ?? "*";
    if (column === null) continue;
    if (isSlot(column))
      for (const { label, to } of fillersIn(column, cell, cells[at + 1] ?? ""))
        pending.push({ label, values: [], from: { row, number: number ?? "0" }, to, where });
    else if (chain && at === 0) values.push(...saidBy(column, cell.slice(0, cell.lastIndexOf("->"))));
    else values.push(...saidBy(column, cell));
  }
  building.set(id, { layer, start, end, values, chain, where });
}

/** What fills a slot, with the role of each, or else the name of the slot. */
function fillersIn(column: string, roles: string, targets: string): readonly Pick<Pending, "label" | "to">[] {
  const filling = splitCell(targets, ";");
  return splitCell(roles, ";").flatMap((role, at) => {
    const target = numbered(filling[at] ?? "");
    if (["", "*", "_"].includes(target.value)) return [];
    const named = numbered(role).value;
    const label = ["", "*", "_"].includes(named) ? slotName(column) : unescapedCell(named);
    return [{ label, to: { row: target.value, number: target.number ?? "0" } }];
  });
}

/** The element of a chain in the cells of one: `relation->chain-place`, and what it is. */
function linkIn([cell = ""]: readonly string[]): Link | null {
  const arrow = cell.lastIndexOf("->");
  const [, chain, place] = (arrow < 0 ? null : /^(\d+)-(\d+)$/u.exec(cell.slice(arrow + 2))) ?? [];
  return chain === undefined ? null : { chain, place: Number(place) };
}

/** The value of a feature; none where it has none. */
function saidBy(column: string | null, cell: string): readonly NamedValue[] {
  const { value } = numbered(cell);
  if (column === null || column.startsWith("BT_") || value === "*" || value === "_") return [];
  return [{ name: valueName(column), value: unescapedCell(value) }];
}

const slotPrefix = "ROLE_";
const isSlot = (column: string | null): boolean => column === null || column.startsWith(slotPrefix);

/** `ROLE_`, the layer, `:`, the feature, `_` and the type of its links. */
const slotName = (column: string): string => {
  const feature = column.slice(column.indexOf(":") + 1);
  const end = feature.lastIndexOf("_");
  return end <= 0 ? feature : feature.slice(0, end);
};

function valueName(column: string): string {
  return unescaped(column.startsWith("value_") ? column.slice("value_".length) : column);
}
