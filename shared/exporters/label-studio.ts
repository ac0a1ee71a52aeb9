// Label Studio (https://labelstud.io/guide/export): one task an article, one annotation an annotator, with the labelling
// configuration that shows them. Offsets are UTF-16 code units, as JavaScript counts.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { inPieces } from "../interchange/pieces.ts";
import { byArticle, type Standoff, wordsOfSpan } from "../interchange/standoff.ts";
import { jsonFile } from "../interchange/written-json.ts";
import { message } from "../words/message.ts";
import type { About, StandoffExporter } from "./exporter.ts";
import { labellingConfiguration, valueControl } from "./label-studio-configuration.ts";

export const labelStudioExporter: StandoffExporter = {
  id: "label-studio",
  takes: "standoffs",
  name: message("formats.label-studio"),
  extension: "zip",
  description: message("formats.label-studio-about"),
  capabilities: allOfStandoff,
  write: (documents, about) => [
    jsonFile("tasks.json", tasksOf(documents, about)),
    labellingConfiguration(documents, about),
  ],
};

function tasksOf(documents: readonly Standoff[], about: About): unknown[] {
  let annotations = 0;
  return byArticle(documents).map((group, index) => ({
    id: index + 1,
    data: { text: group[0].text, title: group[0].title, article: group[0].article },
    annotations: group.map((document) => {
      annotations += 1;
      return {
        id: annotations,
        ...(document.annotator === null ? {} : { annotator: document.annotator }),
        result: resultOf(inPieces(document), about),
        was_cancelled: false,
        ground_truth: false,
      };
    }),
  }));
}

function resultOf({ text, spans, relations }: Standoff, about: About): unknown[] {
  const to_name = "text";
  const regions = new Map(spans.map(({ id }, at) => [id, `r${at + 1}`]));
  return [
    ...spans.flatMap((span) => {
      const id = regions.get(span.id);
      const { start, end } = span.segments[0] ?? { start: 0, end: 0 };
      const place = { start, end };
      return [
        {
          id,
          from_name: "label",
          to_name,
          type: "labels",
          value: { ...place, text: wordsOfSpan(text, span), labels: [span.label] },
        },
        ...span.values.map(({ name, value }) => {
          const { control, type } = valueControl(name, about.tagset);
          const key = type === "choices" ? "choices" : "text";
          return { id, from_name: control, to_name, type, value: { ...place, [key]: [value] } };
        }),
      ];
    }),
    ...relations.map(({ label, from, to }) => ({
      type: "relation",
      from_id: regions.get(from),
      to_id: regions.get(to),
      direction: "right",
      labels: [label],
    })),
  ];
}
