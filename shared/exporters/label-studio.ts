// Label Studio (https://labelstud.io/guide/export): one task an article, one annotation an annotator, with the labelling
// configuration that shows them. Offsets are UTF-16 code units, as JavaScript counts.

import { emptyElement, openElement } from "../files/xml.ts";
import { type NamedFile, utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { factMembers, withRemarksOfAll } from "../interchange/detail-values.ts";
import { inPieces } from "../interchange/fit.ts";
import { nameOfField, typeOfLabel } from "../interchange/labels.ts";
import { relationsWithTies, type Survey } from "../interchange/passes.ts";
import { type Standoff, wordsOfSpan } from "../interchange/standoff.ts";
import { jsonList } from "../interchange/written-json.ts";
import { spanTypeOf, type Tagset } from "../model/tagset.ts";
import type { About, StandoffExporter } from "./exporter.ts";

export const labelStudioExporter: StandoffExporter = {
  id: "label-studio",
  takes: "standoffs",
  extension: "zip",
  capabilities: allOfStandoff,
  passes(survey, about) {
    const list = jsonList("tasks.json", (tasks) => tasks);
    let tasks = 0;
    let annotations = 0;
    return [
      {
        begin: list.begin,
        *article(group) {
          const first = withRemarksOfAll(group);
          if (!first) return;
          tasks += 1;
          const { text, title, article } = first;
          const data = { text, title, article, ...factMembers(first, "utf-16") };
          const taskAnnotations = group.map((document, at) =>
            annotationOf(document, annotations + at + 1, about),
          );
          annotations += taskAnnotations.length;
          yield list.item({ id: tasks, data, annotations: taskAnnotations });
        },
        end: () => [...list.end(), labellingConfiguration(survey, about)],
      },
    ];
  },
};

function annotationOf(document: Standoff, id: number, about: About): unknown {
  return {
    id,
    ...(document.annotator === null ? {} : { annotator: document.annotator }),
    result: resultOf(inPieces(document), about),
    was_cancelled: false,
    ground_truth: false,
  };
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

/** Names of controls that are not values. */
const reservedName = /^(?:label|text|value_.*)$/u;

/** By which control a value is shown. */
function valueControl(
  name: string,
  tagset: Tagset | undefined,
): { readonly control: string; readonly type: "choices" | "textarea" } {
  const field = tagset?.fields.find(({ id }) => nameOfField(id) === name);
  return { control: reservedName.test(name) ? `value_${name}` : name, type: field ? "choices" : "textarea" };
}

function labellingConfiguration(survey: Survey, { tagset }: About): NamedFile {
  const { labels, values } = survey;
  const relations = relationsWithTies(survey);
  const lines = [
    "<View>",
    `  ${openElement("Labels", { name: "label", toName: "text" })}`,
    ...labels.map((value) => {
      const background = tagset && spanTypeOf(tagset, typeOfLabel(value))?.colour.light;
      return `    ${emptyElement("Label", { value, background })}`;
    }),
    "  </Labels>",
    `  ${emptyElement("Text", { name: "text", value: "$text", granularity: "symbol" })}`,
    ...(relations.length === 0
      ? []
      : [
          "  <Relations>",
          ...relations.map((value) => `    ${emptyElement("Relation", { value })}`),
          "  </Relations>",
        ]),
    ...Array.from(values).flatMap(([name, found]) => {
      const { control, type } = valueControl(name, tagset);
      const common = { name: control, toName: "text", perRegion: "true" };
      if (type === "textarea") return [`  ${emptyElement("TextArea", common)}`];
      const choices = found.map((value) => `    ${emptyElement("Choice", { value })}`);
      return [`  ${openElement("Choices", common)}`, ...choices, "  </Choices>"];
    }),
    "</View>",
  ];
  return { name: "labeling-config.xml", bytes: utf8(lines.map((line) => `${line}\n`).join("")) };
}
