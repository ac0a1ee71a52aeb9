// Reads WebAnno TSV 3 files: span layers with their features and slots, relation layers, chains as spans. Text between sentences is not
// in these files; where there was some, blanks and a line end stand in its place.
import { type Finding, wrong } from "../importers/finding.ts";
import { labelOfLayer } from "../interchange/cas.ts";
import { unescaped } from "../interchange/escapes.ts";
import { aboutFile, contentsIn } from "../interchange/file-set.ts";
import { withJoinedPieces } from "../interchange/pieces.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import { numbered, splitCell, unescapedCell } from "../interchange/webanno-cells.ts";
import { type Message, message } from "../words/message.ts";
import { type AnnotationImporter, filesEnding, joined, refused, textOfFile } from "./annotation-importer.ts";

export const webannoTsvImporter: AnnotationImporter = {
  id: "webanno-tsv",
  extensions: ["tsv"],
  parts: "files",
  read(files) {
    const contents = contentsIn(files, (file) => {
      const read = textOfFile(file);
      return read.ok ? read.text : null;
    });
    if ("problems" in contents) return { ok: false, problems: contents.problems };
    const parts: ReadStandoff[] = [];
    const rejected: Finding[] = [];
    for (const file of filesEnding(files, ".tsv")) {
      const read = textOfFile(file);
      if (!read.ok) return read;
      if (!/^#FORMAT=WebAnno TSV 3/u.test(read.text)) {
        const why = read.text.slice(0, 40);
        return refused(message("interchange.not-format", { format: "WebAnno TSV 3", why }));
      }
      const { text, ...found } = readLines(read.text, file.name, rejected);
      const of = { ...aboutFile(contents, file.name.replace(/\.tsv$/u, "")), text };
      const { document, ...rest } = readStandoff(of, { units: ["utf-16"], ...found });
      parts.push({ document: withJoinedPieces(document), ...rest });
    }
    return parts.length > 0
      ? joined(parts, rejected)
      : refused(message("interchange.no-file", { what: ".tsv" }));
  },
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
      features[index - 1]?.startsWith("ROLE_") ? null : feature,
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
  readonly where: Message;
}

interface Pending {
  readonly label: string;
  /** The row, and the annotation's number where it has one. */
  readonly from: { readonly row: string; readonly number: string };
  readonly to: { readonly row: string; readonly number: string };
  readonly where: Message;
}

interface Found {
  readonly text: string;
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
}

function readLines(file: string, name: string, rejected: Finding[]): Found {
  const lines = file.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  const layers = layersIn(lines);
  const building = new Map<string, Building>();
  const onRow = new Map<string, string[]>();
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
      rejected.push(
        wrong(
          where,
          message("interchange.line-misread", { format: "WebAnno TSV 3" }),
          message("interchange.left-out"),
        ),
      );
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
  const spans = Array.from(building, ([id, { layer, start, end, values, where }]): ReadSpan => {
    const { label, others } = labelOfLayer(layer.type, values);
    return {
      id,
      label: layer.kind === "CH" ? (values[0]?.value ?? label) : label,
      segments: [{ start, end }],
      values: layer.kind === "CH" ? [] : others,
      where,
    };
  });
  const find = ({ row, number }: Pending["from"]): string => {
    const onThis = onRow.get(row) ?? [];
    return onThis.find((id) => number !== "0" && id.endsWith(`[${number}]`)) ?? onThis[0] ?? row;
  };
  const relations = pending.map(({ label, from, to, where }) => ({
    label,
    from: find(from),
    to: find(to),
    where,
  }));
  return { text, spans, relations };
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
  readonly onRow: Map<string, string[]>;
  readonly pending: Pending[];
}

function readCells({ layer, cells, row, start, end, where, building, onRow, pending }: RowCells): void {
  const own = layer.columns.map((_, at) => splitCell(cells[layer.at + at] ?? "_", "|"));
  if (own[0]?.[0] === "_" || own[0] === undefined) return;
  for (const [nth, firstCell] of own[0].entries()) {
    if (layer.kind === "RL") {
      const source = numbered(own.at(-1)?.[nth] ?? "");
      const [from = "0", to = "0"] = (source.number ?? "").split("_");
      const label = firstCell === "*" ? shortName(layer.type) : unescapedCell(numbered(firstCell).value);
      pending.push({ label, from: { row: source.value, number: from }, to: { row, number: to }, where });
      continue;
    }
    // Of slots the number stands at the target; any other column may have it.
    const number = layer.columns
      .map((column, at) => (isSlot(column) ? undefined : numbered(own[at]?.[nth] ?? "").number))
      .find((one) => one !== undefined);
    const isChain = layer.kind === "CH";
    const id = number === undefined || isChain ? `${layer.at} ${row} ${nth}` : `${layer.at}[${number}]`;
    onRow.set(row, [...(onRow.get(row) ?? []), id]);
    const known = building.get(id);
    if (known) {
      known.start = Math.min(known.start, start);
      known.end = Math.max(known.end, end);
      continue;
    }
    const values: NamedValue[] = [];
    for (const [at, column] of layer.columns.entries()) {
      const cell = own[at]?.[nth] ?? "*";
      if (column === null || cell === "*" || cell === "_") continue;
      if (isSlot(column)) {
        const targets = splitCell(own[at + 1]?.[nth] ?? "", ";");
        for (const [slot, role] of splitCell(cell, ";").entries()) {
          const target = numbered(targets[slot] ?? "");
          if (role === "*" && target.value === "") continue;
          const from = { row, number: number ?? "0" };
          const label = unescapedCell(numbered(role).value);
          pending.push({ label, from, to: { row: target.value, number: target.number ?? "0" }, where });
        }
      } else {
        const value = numbered(cell).value;
        if (value !== "*") values.push({ name: valueName(column), value: unescapedCell(value) });
      }
    }
    building.set(id, { layer, start, end, values, where });
  }
}

const isSlot = (column: string | null): boolean => column === null || column.startsWith("ROLE_");
const shortName = (type: string): string => type.slice(type.lastIndexOf(".") + 1);

function valueName(column: string): string {
  return unescaped(column.startsWith("value_") ? column.slice("value_".length) : column);
}
