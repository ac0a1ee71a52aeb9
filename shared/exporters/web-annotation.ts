// W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD, with the texts beside it. A position counts code
// points, as the model says; a quote goes with each. Relations are bodies that link, values are bodies that describe.

import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { factValues, withRemarksOfAll } from "../interchange/detail-values.ts";
import { contentsFile, fileNames, type NamedDocument } from "../interchange/file-set.ts";
import { valueNames } from "../interchange/labels.ts";
import type { ArticleStandoffs, Pass } from "../interchange/passes.ts";
import { relationsFrom, type Standoff, type StandoffSpan } from "../interchange/standoff.ts";
import { type Counting, countingOf } from "../interchange/units.ts";
import { jsonList } from "../interchange/written-json.ts";
import { selectorOf } from "../model/selector.ts";
import type { StandoffExporter } from "./exporter.ts";

/** With a word that the model has not: `sayso:name`, of a value or a relation. */
const context = ["http://www.w3.org/ns/anno.jsonld", { sayso: "urn:sayso:terms:" }];

export const webAnnotationExporter: StandoffExporter = {
  id: "web-annotation",
  takes: "standoffs",
  extension: "zip",
  capabilities: { ...allOfStandoff, unit: "code-points" },
  passes(_survey, { generator }) {
    const sourceOf = textFiles();
    const list = jsonList("annotations.jsonld", (items) => ({
      "@context": context,
      id: "urn:sayso:annotations",
      type: "AnnotationPage",
      generator: { type: "Software", name: generator },
      items,
    }));
    let articles = 0;
    let documents = 0;
    return [
      {
        begin: list.begin,
        *article(group) {
          const source = sourceOf(group);
          articles += 1;
          if (source && source.facts.length > 0) yield list.item(articleItem(source, articles));
          for (const document of group) {
            documents += 1;
            for (const item of itemsOf(document, documents, `${source?.file}.txt`)) yield list.item(item);
          }
        },
        end: list.end,
      },
      textsPass(generator),
    ];
  },
};

/** The texts beside the annotations. */
function textsPass(generator: string): Pass<ArticleStandoffs> {
  const sourceOf = textFiles();
  const sources: NamedDocument[] = [];
  return {
    *article(group) {
      const source = sourceOf(group);
      if (!source) return;
      sources.push(source);
      yield { name: `${source.file}.txt`, bytes: utf8(group[0]?.text ?? "") };
    },
    end: () => [contentsFile(sources, generator)],
  };
}

/** What the text of each article is called, one article after the other. */
function textFiles(): (group: ArticleStandoffs) => NamedDocument | undefined {
  const nameOf = fileNames(false);
  return (group) => {
    const first = withRemarksOfAll(group);
    if (!first) return undefined;
    const { article, title } = first;
    const facts = factValues(first, "code-points");
    return { file: nameOf({ title, annotator: null }), article, title, annotator: null, facts };
  };
}

/** What is known of an article describes its text as a whole. */
const articleItem = ({ file, facts }: NamedDocument, number: number): unknown => ({
  id: `urn:sayso:article:${number}`,
  type: "Annotation",
  motivation: "describing",
  body: facts.map(({ name, value }) => describingBody(name, value)),
  target: `${file}.txt`,
});

const describingBody = (name: string, value: string) => ({
  type: "TextualBody",
  purpose: "describing",
  value,
  "sayso:name": name,
});

function itemsOf({ text, annotator, spans, relations }: Standoff, number: number, source: string): unknown[] {
  const counting = countingOf(text, "code-points");
  const ids = new Map(spans.map(({ id }, index) => [id, `urn:sayso:annotation:${number}-${index + 1}`]));
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
          : describingBody(name, value),
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
