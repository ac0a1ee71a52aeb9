// Tells which articles of several projects and files are one article, so that their sets can be laid side by side.
import type { ExportBundle, ExportedArticle } from "../annotated-json/bundle.ts";

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
