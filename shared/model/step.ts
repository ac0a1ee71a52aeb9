// A step: what one action of a person did, as the history keeps it. History only grows: taking a step back, and doing it
// again, are steps too, so that it can be walked after a restart as before.

import { type AboutChange, invertAbout, isEmptyAbout } from "./article-about.ts";
import type { ArticleSetsChange } from "./article-set.ts";
import type { AssignmentsChange } from "./assignment.ts";
import {
  type Change,
  invertChange,
  invertRecords,
  isEmptyChange,
  isEmptyRecords,
  type RecordsChange,
} from "./change.ts";
import type { Whose } from "./curation.ts";
import type { Entity } from "./entity.ts";
import type { Id } from "./id.ts";
import { sameValue } from "./same-value.ts";
import type { Tagset } from "./tagset.ts";

/** What is written beside a change about the action that made it. */
export interface StepNote {
  /** The id of the command or action, by which the history finds its words. */
  readonly command: string;
  /** When the person did it (ISO 8601, UTC). Later in one window is always greater, so it orders the history. */
  readonly at: string;
  /** The step that this one takes back, or does again. It is always one that was done first, never an undo itself. */
  readonly undoes?: Id;
  readonly redoes?: Id;
  /** Whose step it is, where the set is not one person's alone. */
  readonly by?: Id;
}

/** What a step changed in one article's set; with the registry's part where the same command changed both. */
export interface StepPart {
  readonly article: Id;
  /** Absent: in one's own set. */
  readonly whose?: Whose;
  readonly change: Change;
}

/** Which article became which revision. */
export interface RevisedArticle {
  readonly article: Id;
  readonly revision: Id;
}

/** The whole tagset before and after: it is small, and its parts hang together. */
export interface TagsetChange {
  readonly from: Tagset;
  readonly to: Tagset;
}

/** Articles that a step took out of the trash, and those that it put there. */
export interface ArticlesChange {
  readonly back: readonly Id[];
  readonly away: readonly Id[];
}

/** What a step changed: sets of one or more articles, the registry, the tagset, who is to annotate what, sets of articles, or several of these. */
export interface StepWork {
  readonly parts: readonly StepPart[];
  /** The registry's part of a step that is not about one article alone. */
  readonly entities?: RecordsChange<Entity>;
  /** The tagset's part. The sets' parts hold to what it becomes. */
  readonly tagset?: TagsetChange;
  readonly assignments?: AssignmentsChange;
  readonly articleSets?: ArticleSetsChange;
  /** What is said of articles beside their texts, each article once. */
  readonly about?: readonly AboutChange[];
  /** Articles that come back do so before everything else, those that go do so after it. */
  readonly articles?: ArticlesChange;
  /** The revision of an article that the step made. It is taken back by another one, not by its inverse. */
  readonly revised?: RevisedArticle;
}

/** `id` is the `opId` under which it is saved. */
export interface Step extends StepNote, StepWork {
  readonly id: Id;
}

/** What takes the work back: doing both changes nothing. */
export function invertWork({
  parts,
  entities,
  tagset,
  assignments,
  articleSets,
  about,
  articles,
}: StepWork): StepWork {
  const back = entities && invertChange({ entities }).entities;
  return {
    parts: parts.map((part) => ({ ...part, change: invertChange(part.change) })).reverse(),
    ...(back && { entities: back }),
    ...(tagset && { tagset: { from: tagset.to, to: tagset.from } }),
    ...(assignments && { assignments: { added: assignments.removed, removed: assignments.added } }),
    ...(articleSets && { articleSets: invertRecords(articleSets) }),
    ...(about && { about: about.map(invertAbout) }),
    ...(articles && { articles: { back: articles.away, away: articles.back } }),
  };
}

export const isEmptyWork = ({
  parts,
  entities,
  tagset,
  assignments,
  articleSets,
  about = [],
  articles,
  revised,
}: StepWork): boolean =>
  revised === undefined &&
  parts.every(({ change }) => isEmptyChange(change)) &&
  isEmptyChange(entities ? { entities } : {}) &&
  (tagset === undefined || sameValue(tagset.from, tagset.to)) &&
  (assignments === undefined || assignments.added.length + assignments.removed.length === 0) &&
  (articleSets === undefined || isEmptyRecords(articleSets)) &&
  about.every(isEmptyAbout) &&
  (articles === undefined || articles.back.length + articles.away.length === 0);

/** The one set that the work is about; `null` when it is about several, or about the registry alone. */
export function onlyPart({ parts, revised, ...rest }: StepWork): StepPart | null {
  const [first, second] = parts;
  const isMore = revised !== undefined || Object.keys(projectWork(rest)).length > 0;
  return first && !second && !isMore ? first : null;
}

/** What of the work is about the project itself, where there is any. */
export const projectWork = ({
  entities,
  tagset,
  assignments,
  articleSets,
  about,
  articles,
}: Omit<StepWork, "parts">): Omit<StepWork, "parts"> => ({
  ...(entities && { entities }),
  ...(tagset && { tagset }),
  ...(assignments && { assignments }),
  ...(articleSets && { articleSets }),
  ...(about && { about }),
  ...(articles && { articles }),
});

/** Under which name a set of this person is known among others: the article's id for their own. */
export const setKey = ({ article, whose }: Pick<StepPart, "article" | "whose">): string =>
  whose === undefined ? article : `${article} ${whose}`;
