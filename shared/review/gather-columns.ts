// Puts the sets of several files and projects side by side, article by article: who marked the same text. A person who is in two
// files with different work stands there twice, told apart by the file.
import type { ExportBundle } from "../exporters/bundle.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Entity } from "../model/entity.ts";
import type { Annotator } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { type Table, tableOf, withRecords } from "../model/table.ts";

export interface Column {
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

/** In the order in which texts and sets are first met. */
export function gatherColumns(
  sources: readonly { readonly from: string; readonly bundle: ExportBundle }[],
): readonly Columns[] {
  const found = new Map<string, Columns & { readonly columns: Column[] }>();
  for (const { from, bundle } of sources) {
    const entities = withRecords(tableOf<Entity>(), bundle.entities);
    for (const { article, text, sets } of bundle.articles) {
      const { title, textHash } = article;
      const before = found.get(textHash) ?? { title, text, textHash, columns: [] };
      found.set(textHash, before);
      for (const set of sets) {
        const known = bundle.annotators.find(({ id }) => id === set.annotatorId);
        const annotator = known ?? { id: set.annotatorId, name: set.annotatorId };
        const twin = before.columns.find((column) => column.annotator.id === annotator.id);
        if (twin && sameValue(content(twin.set), content(set))) continue;
        const name = twin ? `${annotator.name} (${from})` : annotator.name;
        before.columns.push({ annotator: { ...annotator, name }, from, set, entities });
      }
    }
  }
  return [...found.values()];
}

const content = ({ spans, attributions, exclusions }: AnnotationSetJson) => ({
  spans,
  attributions,
  exclusions,
});
