// Both sides of a file in which a version control program has left its marks, brought together where what they were made from is not
// known: whatever is on either side stays, and of what both say differently the first side's.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import { type SetKind, setKinds } from "../model/change.ts";
import { placedKinds } from "../model/orphan.ts";
import type { Project } from "../model/project.ts";
import { mergeProjects } from "./merge-project.ts";
import { mergeRecord } from "./merge-record.ts";
import { mergeRecords } from "./merge-records.ts";
import type { MergeConflict } from "./merge-sets.ts";

/** People and assignments of both; the rest is as the first says. */
export function joinProjects(first: Project, second: Project): Project {
  const { assignments: _assignments, ...base } = second;
  return mergeProjects({ ...base, annotators: [] }, first, second).project;
}

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
 * one that was revised, else of the first.
 */
export function joinArticles(first: Article, second: Article, base?: Article): JoinedArticle {
  const isSame = isOfText(first, second);
  const isSecond = !isSame && (base ? isOfText(first, base) : first.revision === undefined);
  const [kept, other] = isSecond ? [second, first] : [first, second];
  const inText = (one: Article): Article => (isOfText(one, kept) ? one : withTextOf(one, kept));
  const { record, conflicts } = mergeRecord(base && inText(base), inText(first), inText(second));
  const isRevisedTwice = !isSame && (base ? !isOfText(other, base) : other.revision !== undefined);
  return { article: record, differ: conflicts, other: isRevisedTwice ? other : null };
}

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

interface JoinedSet {
  readonly set: AnnotationSetJson;
  readonly conflicts: readonly MergeConflict[];
}

/** There is one progress at most, which is no list. */
const kinds = setKinds.filter((kind): kind is Exclude<SetKind, "progress"> => kind !== "progress");

/** Both in the JSON of the present form. `conflicts` names what both say differently. */
export function joinSets(first: AnnotationSetJson, second: AnnotationSetJson): JoinedSet {
  const conflicts: MergeConflict[] = [];
  const parts: Record<string, unknown> = {};
  for (const kind of kinds) {
    const [ours, theirs] = [first[kind] ?? [], second[kind] ?? []] as [Records, Records];
    const merged = mergeRecords([], ours, theirs);
    if (merged.records.length > 0 || first[kind] !== undefined) parts[kind] = merged.records;
    for (const { id, fields } of merged.conflicts)
      conflicts.push({
        kind,
        id,
        why: "both-changed",
        fields,
        base: null,
        ours: (merged.records.find((one) => one.id === id) ?? null) as MergeConflict["ours"],
        theirs: (theirs.find((one) => one.id === id) ?? null) as MergeConflict["theirs"],
      });
  }
  const progress = first.progress ?? second.progress;
  if (first.progress && second.progress) {
    const { conflicts: fields } = mergeRecord(undefined, first.progress, second.progress);
    const sides = { base: null, ours: first.progress, theirs: second.progress };
    if (fields.length > 0)
      conflicts.push({ kind: "progress", id: first.progress.id, why: "both-changed", fields, ...sides });
  }
  return { set: withoutPlaced({ ...first, ...parts, ...(progress && { progress }) }), conflicts };
}

/** What one side has put back waits no longer. */
function withoutPlaced({ orphans, ...set }: AnnotationSetJson): AnnotationSetJson {
  const placed = new Set(placedKinds.flatMap((kind) => (set[kind] ?? []).map(({ id }) => id)));
  const remainingOrphans = orphans?.filter(({ id }) => !placed.has(id)) ?? [];
  return remainingOrphans.length > 0 ? { ...set, orphans: remainingOrphans } : set;
}

type Records = readonly { readonly id: string }[];
