// W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD, with the texts beside it. A position counts code
// points, as the model says; a quote goes with each. Relations are bodies that link, values are bodies that describe.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { fileBases } from "../interchange/file-set.ts";
import { valueNames } from "../interchange/labels.ts";
import { byArticle, relationsFrom, type Standoff, type StandoffSpan } from "../interchange/standoff.ts";
import { type Counting, countingOf } from "../interchange/units.ts";
import { jsonFile } from "../interchange/written-json.ts";
import { utf8 } from "../interchange/zip.ts";
import { selectorOf } from "../model/selector.ts";
import { message } from "../words/message.ts";
import type { StandoffExporter } from "./exporter.ts";

/** With a word that the model has not: `sayso:name`, of a value or a relation. */
const context = ["http://www.w3.org/ns/anno.jsonld", { sayso: "urn:sayso:terms:" }];

export const webAnnotationExporter: StandoffExporter = {
  id: "web-annotation",
  takes: "standoffs",
  name: message("formats.web-annotation"),
  extension: "zip",
  description: message("formats.web-annotation-about"),
  capabilities: { ...allOfStandoff, unit: "code-points" },
  write(documents, { generator }) {
    const articles = byArticle(documents).map(([first]) => ({ ...first, annotator: null }));
    const bases = fileBases(articles);
    const sources = new Map(bases.map(({ document, base }) => [document.article, `${base}.txt`]));
    const items = documents.flatMap((document, at) =>
      itemsOf(document, at, sources.get(document.article) ?? ""),
    );
    return [
      jsonFile("annotations.jsonld", {
        "@context": context,
        id: "urn:sayso:annotations",
        type: "AnnotationPage",
        generator: { type: "Software", name: generator },
        items,
      }),
      jsonFile("contents.json", {
        generator,
        files: bases.map(({ document, base }) => ({
          file: base,
          article: document.article,
          title: document.title,
          annotator: null,
        })),
      }),
      ...bases.map(({ document, base }) => ({ name: `${base}.txt`, bytes: utf8(document.text) })),
    ];
  },
};

function itemsOf({ text, annotator, spans, relations }: Standoff, at: number, source: string): unknown[] {
  const counting = countingOf(text, "code-points");
  const ids = new Map(spans.map(({ id }, index) => [id, `urn:sayso:annotation:${at + 1}-${index + 1}`]));
  const leaving = relationsFrom(relations);
  return spans.map((span) => ({
    id: ids.get(span.id),
    type: "Annotation",
    motivation: "tagging",
    ...(annotator === null ? {} : { creator: { type: "Person", name: annotator } }),
    body: [
      { type: "TextualBody", purpose: "tagging", value: span.label },
      ...span.values.map(({ name, value }) =>
        name === valueNames.note
          ? { type: "TextualBody", purpose: "commenting", value }
          : { type: "TextualBody", purpose: "describing", value, "sayso:name": name },
      ),
      ...(leaving.get(span.id) ?? []).map(({ label, to }) => ({
        type: "SpecificResource",
        purpose: "linking",
        source: ids.get(to),
        "sayso:name": label,
      })),
    ],
    target: targetsOf(span, text, counting, source),
  }));
}

function targetsOf({ segments }: StandoffSpan, text: string, counting: Counting, source: string): unknown {
  const targets = segments.map((segment) => {
    const { quote, prefix, suffix } = selectorOf(text, segment);
    return {
      source,
      selector: [
        { type: "TextQuoteSelector", exact: quote, prefix, suffix },
        { type: "TextPositionSelector", start: counting.to(segment.start), end: counting.to(segment.end) },
      ],
    };
  });
  return targets.length === 1 ? targets[0] : targets;
}
