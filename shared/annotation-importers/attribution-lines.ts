// Reads attributions as JSON lines, an article a line, as corpora of quotations are handed on and `sayso suggest` writes them: each with the
// ranges of its source, cue and content. A line states no quotes, so that the edges of words tell which unit its offsets are in.
import { wrong } from "../importers/finding.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { at, listAt, listIn, stringAt, textAt } from "../interchange/json-value.ts";
import {
  attributionLabel,
  exclusionLabel,
  valueNames,
  viaPrefix,
  withinLabel,
} from "../interchange/labels.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import type { Unit } from "../interchange/units.ts";
import { type Message, message } from "../words/message.ts";
import { type AnnotationImporter, standoffsOfLines } from "./annotation-importer.ts";
import { fittingUnits } from "./word-edges.ts";

/** Those of `sayso suggest`, and those of programs that count characters. */
const units: readonly [Unit, ...Unit[]] = ["utf-16", "code-points"];

export const attributionLinesImporter: AnnotationImporter = {
  id: "attribution-lines",
  extensions: ["jsonl", "json"],
  parts: "lines",
  readOnly: {
    name: message("formats.attribution-lines"),
    capabilities: { ...allOfStandoff, values: false },
  },
  read: (files) =>
    standoffsOfLines(files, (value, where, line) => {
      const text = stringAt(value, "text");
      if (text === undefined || !Array.isArray(at(value, "attributions"))) return null;
      return { parts: [partOf(value, text, where, line)] };
    }),
};

function partOf(value: unknown, text: string, where: Message, line: number): ReadStandoff {
  const id = textAt(value, "id") ?? String(line);
  const of = {
    article: id,
    title: stringAt(value, "title") ?? id,
    text,
    annotator: stringAt(value, "annotator") ?? null,
  };
  const { empty, ...found } = attributionsIn(value, where);
  const places = found.spans.flatMap(({ segments }) => segments);
  const read = readStandoff(of, { units: fittingUnits(text, places, units), ...found });
  const left = Array.from({ length: empty }, () =>
    wrong(where, message("interchange.no-place"), message("interchange.left-out")),
  );
  return { ...read, rejected: [...read.rejected, ...left] };
}

/** Spans of one label in one place are one, which several attributions may have. `empty`: attributions without any words. */
function attributionsIn(value: unknown, where: Message) {
  const spans = new Map<string, ReadSpan>();
  const relations: ReadRelation[] = [];
  const span = (label: string, ranges: readonly unknown[]): string | undefined => {
    if (ranges.length === 0) return undefined;
    const segments = ranges.map((range) => {
      const [start, end] = listIn(range);
      return { start, end };
    });
    const id = JSON.stringify([label, segments]);
    if (!spans.has(id)) spans.set(id, { id, label, segments, where });
    return id;
  };
  const list = listAt(value, "attributions");
  let empty = 0;
  const idOf = (index: number): string => `attribution-${index}`;
  for (const [index, one] of list.entries()) {
    const id = idOf(index);
    const [voice, cue, claim] = [
      span("speaker", listAt(one, "source")),
      span("cue", listAt(one, "cue")),
      span("claim", listAt(one, "content")),
    ];
    const head = spans.get(claim ?? cue ?? voice ?? "");
    if (!head) {
      empty += 1;
      continue;
    }
    spans.set(id, { ...head, id, label: attributionLabel, values: valuesIn(one), where });
    const tie = (label: string, to: string | undefined): void => {
      if (to !== undefined) relations.push({ label, from: id, to, where });
    };
    tie("voice", voice);
    tie("cue", cue);
    tie("claim", claim);
    for (const via of listAt(one, "via"))
      tie(`${viaPrefix}${stringAt(via, "role") ?? ""}`, span("source", [at(via, "range")]));
    const around = at(one, "within");
    if (typeof around === "number") tie(withinLabel, idOf(around));
  }
  for (const [index, range] of listAt(value, "discard").entries()) {
    const [start, end] = listIn(range);
    const id = `discard-${index}`;
    spans.set(id, { id, label: exclusionLabel, segments: [{ start, end }], where });
  }
  return { spans: [...spans.values()], relations, empty };
}

/** What is said of an attribution, under the names of the fields that mean the same here. */
function valuesIn(attribution: unknown): NamedValue[] {
  const named = [
    [valueNames.kind, textAt(attribution, "type")],
    [valueNames.note, textAt(attribution, "note")],
    ...["polarity", "act", "channel", "hedged"].map((name) => [name, textAt(attribution, name)] as const),
  ] as const;
  return named.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
