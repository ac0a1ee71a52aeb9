// Puts the sets of several files and projects side by side, article by article: who marked the same article. A person who is in two
// files with different work stands there twice, told apart by the file.
import type { ExportBundle } from "../annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Entity } from "../model/entity.ts";
import type { Annotator } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { type Table, tableOf, withRecords } from "../model/table.ts";
import { sameArticles } from "./same-articles.ts";

interface Column {
  readonly annotator: Annotator;
  /** The file or project it comes from, as it was named. */
  readonly from: string;
  readonly set: AnnotationSetJson;
  readonly entities: Table<Entity>;
}

export interface Columns {
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  readonly columns: readonly Column[];
}

/** In the order in which articles and sets are first met. */
export function gatherColumns(
  sources: readonly { readonly from: string; readonly bundle: ExportBundle }[],
): readonly Columns[] {
  const registries = sources.map(({ bundle }) => withRecords(tableOf<Entity>(), bundle.entities));
  return sameArticles(sources.map(({ bundle }) => bundle)).map((group) => {
    const columns: Column[] = [];
    for (const { source, sets } of group) {
      const { from = "", bundle } = sources[source] ?? {};
      const entities = registries[source] ?? tableOf<Entity>();
      for (const annotationSet of sets) {
        const annotator = bundle?.annotators.find(({ id }) => id === annotationSet.annotatorId) ?? {
          id: annotationSet.annotatorId,
          name: annotationSet.annotatorId,
        };
        const existingColumn = columns.find((column) => column.annotator.id === annotator.id);
        if (existingColumn && sameValue(content(existingColumn.set), content(annotationSet))) continue;
        const name = existingColumn ? `${annotator.name} (${from})` : annotator.name;
        columns.push({ annotator: { ...annotator, name }, from, set: annotationSet, entities });
      }
    }
    const { article, text } = group[0];
    return { title: article.title, text, textHash: article.textHash, columns };
  });
}

const content = ({ spans, attributions, exclusions }: AnnotationSetJson) => ({
  spans,
  attributions,
  exclusions,
});
