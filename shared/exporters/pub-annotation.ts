// PubAnnotation JSON (http://www.pubannotation.org/docs/annotation-format/): denotations, relations and attributes; a span in
// several pieces by its "bag" model. Offsets are code points.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { factMembers } from "../interchange/detail-values.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { countingOf } from "../interchange/units.ts";
import { jsonList } from "../interchange/written-json.ts";
import { onlyFile, type StandoffExporter } from "./exporter.ts";

export const pubAnnotationExporter: StandoffExporter = {
  id: "pubannotation",
  takes: "standoffs",
  extension: "json",
  capabilities: { ...allOfStandoff, unit: "code-points" },
  passes(_survey, { generator }) {
    const list = jsonList(onlyFile, (documents) => documents);
    return [
      {
        begin: list.begin,
        article: (documents) => documents.map((document) => list.item(valueOfDocument(document, generator))),
        end: list.end,
      },
    ];
  },
};

function valueOfDocument(document: Standoff, generator: string): unknown {
  const { article, title, text, annotator, spans, relations } = document;
  const counting = countingOf(text, "code-points");
  const ids = new Map(spans.map(({ id }, at) => [id, `T${at + 1}`]));
  const attributes = spans.flatMap(({ id, values }) =>
    values.map((value) => ({ subj: ids.get(id), ...value })),
  );
  return {
    text,
    sourcedb: generator.split(" ")[0],
    sourceid: article,
    title,
    ...(annotator === null ? {} : { annotator }),
    ...factMembers(document, "code-points"),
    denotations: spans.map(({ id, label, segments }) => {
      const places = segments.map(({ start, end }) => ({ begin: counting.to(start), end: counting.to(end) }));
      return { id: ids.get(id), span: places.length === 1 ? places[0] : places, obj: label };
    }),
    relations: relations.map(({ label, from, to }, at) => ({
      id: `R${at + 1}`,
      pred: label,
      subj: ids.get(from),
      obj: ids.get(to),
    })),
    attributes: attributes.map(({ subj, name, value }, at) => ({
      id: `A${at + 1}`,
      subj,
      pred: name,
      obj: value,
    })),
  };
}
