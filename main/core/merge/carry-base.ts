// The version of one's own set that was taken in last, on the text that the article has now, or on the one that the next comes on: what
// another machine did since is told by it, also where the text was corrected in between.
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { revisionsOf } from "../../storage/articles/revision-files.ts";
import { readBase } from "../../storage/sets/kept-set.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, setPlace } from "../project/project-in-use.ts";
import type { EarlierText } from "./earlier-texts.ts";

/** Whose last version of which article is asked for, and of what: of another tool's files of this format; `null`: of files of ours. */
interface BaseOf {
  readonly article: Article;
  readonly annotator: string;
  readonly importedFrom: string | null;
}

/** `null` for none, and for one of a text that is no earlier one of the article: without it the merge asks more. */
export async function baseOf(
  { disk }: CoreContext,
  { folder }: ProjectInUse,
  { article, annotator, importedFrom }: BaseOf,
): Promise<AnnotationSetJson | null> {
  const { root } = folder;
  const base = await readBase(disk, root, setPlace(folder, article, annotator), importedFrom);
  if (!base || base.textHash === article.textHash) return base;
  const later = await revisionsOf(disk, root, article);
  const from = later.findIndex(({ before }) => before.textHash === base.textHash);
  let carriedSet: AnnotationSetJson = base;
  // As the set itself went along, revision by revision.
  for (const { before, after, why } of later.slice(0, from + 1).reverse()) {
    const [old, present] = [await readText(disk, root, before), await readText(disk, root, after)];
    const edited = why === "new-version" ? "foreign" : "own";
    carriedSet = carryRecords(carriedSet, carrierBetween(old, present, edited), after.textHash).set;
  }
  return from === -1 ? null : carriedSet;
}

/** The same on another text than the present one, with this hash. `earlier`: all texts that the article had before. */
export async function baseOn(
  { disk }: CoreContext,
  { folder }: ProjectInUse,
  { article, annotator, importedFrom }: BaseOf,
  to: { readonly text: string; readonly textHash: string; readonly earlier: readonly EarlierText[] },
): Promise<AnnotationSetJson | null> {
  const { root } = folder;
  const base = await readBase(disk, root, setPlace(folder, article, annotator), importedFrom);
  if (!base || base.textHash === to.textHash) return base;
  const articleVersions = [article, ...to.earlier.map(({ before }) => before)];
  const of = articleVersions.find(({ textHash }) => textHash === base.textHash);
  if (!of) return null;
  const edited = to.earlier.find(({ before }) => before.textHash === to.textHash)?.edited ?? "foreign";
  const carrier = carrierBetween(await readText(disk, root, of), to.text, edited);
  return carryRecords(base, carrier, to.textHash).set;
}
