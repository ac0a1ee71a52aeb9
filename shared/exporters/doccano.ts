// doccano (https://doccano.github.io/doccano/): a line an article and annotator, with entities and relations. Offsets are code
// points; what else a line says, doccano keeps as metadata.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { factMembers } from "../interchange/detail-values.ts";
import { inPieces } from "../interchange/fit.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { countingOf } from "../interchange/units.ts";
import { jsonLine } from "../interchange/written-json.ts";
import { onlyFile, type StandoffExporter } from "./exporter.ts";

export const doccanoExporter: StandoffExporter = {
  id: "doccano",
  takes: "standoffs",
  extension: "jsonl",
  capabilities: {
    ...allOfStandoff,
    unit: "code-points",
    values: false,
    entityDetails: "none",
    provenance: "none",
  },
  passes() {
    let lines = 0;
    return [
      {
        article: (documents) =>
          documents.map((document) => {
            lines += 1;
            return jsonLine(onlyFile, lineOf(inPieces(document), lines));
          }),
      },
    ];
  },
};

function lineOf(document: Standoff, id: number): unknown {
  const { article, title, text, annotator, spans, relations } = document;
  const counting = countingOf(text, "code-points");
  const numbers = new Map(spans.map((span, at) => [span.id, at + 1]));
  return {
    id,
    text,
    entities: spans.map(({ label, segments: [segment] }, at) => ({
      id: at + 1,
      label,
      start_offset: counting.to(segment?.start ?? 0),
      end_offset: counting.to(segment?.end ?? 0),
    })),
    relations: relations.map(({ label, from, to }, at) => ({
      id: at + 1,
      from_id: numbers.get(from),
      to_id: numbers.get(to),
      type: label,
    })),
    Comments: [],
    article,
    title,
    ...(annotator === null ? {} : { annotator }),
    ...factMembers(document, "code-points"),
  };
}
