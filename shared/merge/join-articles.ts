// Both sides of a file in which a version control program has left its marks: of an article's record they are one, and what belongs to a
// text stays together.
import type { Article } from "../model/article.ts";
import { foldedName } from "../model/folded-name.ts";
import { laterOf, mergeMembers, mergeRecord, type Precedence } from "./merge.ts";

export interface JoinedArticle {
  readonly article: Article;
  /** What both sides say differently, by the names of the fields, where the first side stands. */
  readonly differ: readonly string[];
  /** The record of the side whose text does not stand, where both had given it another text; else `null`. */
  readonly other: Article | null;
}

/**
 * Both sides of an article's record, field by field, over the one both come from where that is known. What belongs to a text comes
 * from one side whole, since offsets into one mean nothing in another: of the side that has another text than before, else of the
 * one that was revised, else of the first, or as the texts themselves say (`by-value`).
 */
export function joinArticles(
  first: Article,
  second: Article,
  base?: Article,
  precedence: Precedence = "ours",
): JoinedArticle {
  const isSame = isOfText(first, second);
  const isAsBefore = (one: Article): boolean => (base ? isOfText(one, base) : one.revision === undefined);
  const isLater = precedence === "by-value" && !isAsBefore(second) && laterText(first, second) === second;
  const isSecond = !isSame && (isAsBefore(first) || isLater);
  const [kept, other] = isSecond ? [second, first] : [first, second];
  const inText = (one: Article): Article => (isOfText(one, kept) ? one : withTextOf(one, kept));
  const { record: merged, conflicts } = mergeRecord(
    base && untagged(inText(base)),
    untagged(inText(first)),
    untagged(inText(second)),
    precedence,
  );
  const tags = mergeMembers(base?.tags ?? [], first.tags ?? [], second.tags ?? [], foldedName, precedence);
  const record = { ...merged, ...(tags.length > 0 && { tags }) };
  const isRevisedTwice = !isSame && (base ? !isOfText(other, base) : other.revision !== undefined);
  return { article: record, differ: conflicts, other: isRevisedTwice ? other : null };
}

function laterText(first: Article, second: Article): Article {
  const [one, other] = [first, second].map(({ textHash, textRevision = "" }) => ({ textHash, textRevision }));
  return laterOf(one, other) === one ? first : second;
}

const untagged = ({ tags: _tags, ...rest }: Article): Article => rest;

const isOfText = (a: Article, b: Article): boolean =>
  a.textHash === b.textHash && a.textRevision === b.textRevision;

/** The record as it would be on the other's text. */
function withTextOf(article: Article, of: Article): Article {
  const { metadata: _metadata, blocks: _blocks, revision: _revision, textRevision: _in, ...rest } = article;
  const { metadata, blocks, revision, textRevision, textHash, length, original } = of;
  return {
    ...rest,
    ...{ textHash, length, metadata, original },
    ...(blocks && { blocks }),
    ...(revision !== undefined && { revision }),
    ...(textRevision !== undefined && { textRevision }),
  };
}
