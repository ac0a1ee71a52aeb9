// Tells which articles of several projects and files are one article, and lays their sets side by side.
import type { ExportBundle, ExportedArticle } from "../annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Entity } from "../model/entity.ts";
import type { Annotator } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { type Table, tableOf, withRecords } from "../model/table.ts";

/** One article of one of the bundles. */
interface SourcedArticle extends ExportedArticle {
  /** At which place its bundle stands. */
  readonly source: number;
}

type Group = [SourcedArticle, ...SourcedArticle[]];
type SameArticle = Readonly<Group>;

/**
 * By id and text first, then by text and title, then by text alone, in the order in which they are first met. Two articles of one bundle
 * are never one, whatever their text: somebody may have added it twice and annotated both.
 */
export function sameArticles(bundles: readonly Pick<ExportBundle, "articles">[]): readonly SameArticle[] {
  const groups: Group[] = [];
  const byText = new Map<string, Group[]>();
  for (const [source, { articles }] of bundles.entries()) {
    const takenGroups = new Set<Group>();
    let openArticles = articles;
    for (const isLike of [isSameId, isSameTitle, () => true])
      openArticles = openArticles.filter((one) => {
        const group = byText
          .get(one.article.textHash)
          ?.find((some) => !takenGroups.has(some) && some.some((other) => isLike(one, other)));
        group?.push({ ...one, source });
        if (group) takenGroups.add(group);
        return !group;
      });
    for (const exportedArticle of openArticles) {
      const group: Group = [{ ...exportedArticle, source }];
      groups.push(group);
      byText.set(exportedArticle.article.textHash, [
        ...(byText.get(exportedArticle.article.textHash) ?? []),
        group,
      ]);
    }
  }
  return groups;
}

const isSameId = (one: ExportedArticle, other: ExportedArticle): boolean =>
  one.article.id === other.article.id;

const isSameTitle = (one: ExportedArticle, other: ExportedArticle): boolean =>
  one.article.title === other.article.title;

// Puts the sets of several files and projects side by side, article by article: who marked the same article. A person who is in two
// files with different work stands there twice, told apart by the file.

interface Column {
  readonly annotator: Annotator;
  /** The file or project it comes from, as it was named. */
  readonly from: string;
  readonly set: AnnotationSetJson;
  readonly entities: Table<Entity>;
}

export interface ArticleColumns {
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  readonly columns: readonly Column[];
}

/** In the order in which articles and sets are first met. */
export function gatherColumns(
  sources: readonly { readonly from: string; readonly bundle: ExportBundle }[],
): readonly ArticleColumns[] {
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
