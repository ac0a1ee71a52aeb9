// Reads attributions as JSON lines, an article a line, as corpora of quotations are handed on and `sayso suggest` writes them: each with the
// ranges of its source, cue and content. A line states no quotes, so that the edges of words tell which unit its offsets are in.

import { allOfStandoff } from "../interchange/capabilities.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import { at, listAt, listIn, stringAt, textAt } from "../interchange/json-value.ts";
import { exclusionLabel, valueNames, viaPrefix } from "../interchange/labels.ts";
import { type ReadAttribution, spansOfAttributions } from "../interchange/quotes.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import { type ReadSpan, type ReadStandoff, readStandoff } from "../interchange/standoff-reader.ts";
import type { OffsetUnit } from "../interchange/units.ts";
import { type Message, message } from "../words/message.ts";
import { type AnnotationImporter, standoffsOfLines } from "./annotation-importer.ts";
import { fittingUnits } from "./word-edges.ts";

/** Those of `sayso suggest`, and those of programs that count characters. */
const units: readonly [OffsetUnit, ...OffsetUnit[]] = ["utf-16", "code-points"];

export const attributionLinesImporter: AnnotationImporter = {
  id: "attribution-lines",
  extensions: ["jsonl", "json"],
  parts: "lines",
  readOnly: {
    name: message("formats.attribution-lines"),
    capabilities: { ...allOfStandoff, values: false, entityDetails: "none", provenance: "none" },
  },
  read: (files) =>
    standoffsOfLines(files, keys, (value, where, line) => {
      const text = stringAt(value, "text");
      if (text === undefined || !Array.isArray(at(value, "attributions"))) return null;
      const passed = listAt(value, "attributions").flatMap((one) => [
        ...unreadKeys(one, keysOfAttribution, "attributions."),
        ...listAt(one, "via").flatMap((via) => unreadKeys(via, keysOfVia, "attributions.via.")),
      ]);
      return { parts: [partOf(value, text, where, line)], passed };
    }),
};

const keys: ItemKeys = {
  lists: ["attributions", "discard"],
  others: ["id", "title", "text", "annotator"],
};

const fields = ["polarity", "act", "channel", "hedged"];
const keysOfAttribution: ItemKeys = {
  lists: ["source", "cue", "content", "via"],
  others: ["id", "within", "type", "note", "confidence", "rule", "model", ...fields],
};
const keysOfVia: ItemKeys = { lists: [], others: ["role", "range"] };

function partOf(value: unknown, text: string, where: Message, line: number): ReadStandoff {
  const id = textAt(value, "id");
  const of = {
    article: id ?? String(line),
    title: stringAt(value, "title") ?? id ?? "",
    text,
    annotator: stringAt(value, "annotator") ?? null,
  };
  const attributions = listAt(value, "attributions").map((one, index) => attributionOf(one, index, where));
  const { spans, relations, empty } = spansOfAttributions(attributions);
  const discarded = listAt(value, "discard").map((range, index): ReadSpan => {
    return { id: `discard-${index}`, label: exclusionLabel, segments: [placeIn(range)], where };
  });
  const allSpans = [...spans, ...discarded];
  const places = allSpans.flatMap(({ segments }) => segments);
  const standoff = readStandoff(of, { units: fittingUnits(text, places, units), spans: allSpans, relations });
  return { ...standoff, rejected: [...standoff.rejected, ...empty] };
}

const idOf = (index: number): string => `attribution-${index}`;

function placeIn(range: unknown) {
  const [start, end] = listIn(range);
  return { start, end };
}

function attributionOf(value: unknown, index: number, where: Message): ReadAttribution {
  const around = at(value, "within");
  return {
    id: idOf(index),
    voice: listAt(value, "source").map(placeIn),
    cue: listAt(value, "cue").map(placeIn),
    claim: listAt(value, "content").map(placeIn),
    more: listAt(value, "via").map((via) => ({
      label: "source",
      relation: `${viaPrefix}${stringAt(via, "role") ?? ""}`,
      places: [placeIn(at(via, "range"))],
    })),
    ...(typeof around === "number" && { within: idOf(around) }),
    values: valuesIn(value),
    where,
  };
}

/** What is said of an attribution, under the names of the fields that mean the same here. */
function valuesIn(attribution: unknown): NamedValue[] {
  const named = [
    [valueNames.kind, textAt(attribution, "type")],
    [valueNames.note, textAt(attribution, "note")],
    ...fields.map((name) => [name, textAt(attribution, name)] as const),
  ] as const;
  return named.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
