// The search of the window and its hits, kept while the list is not on the screen. Typing searches after a short pause; a search that is
// overtaken by the next is forgotten.

import type { ArticleSummary } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import {
  type ArticleHits,
  type Hit,
  longestQuery,
  mostTexts,
  type Query,
  type SearchResult,
} from "../../../shared/search/query.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import { createLatest, searchPause } from "../../lib/typing-pauses.ts";
import { latestRecord } from "../history/history.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject, type WorkspaceState } from "../project/workspace-state.ts";

export interface FindOptions {
  readonly words: string;
  /** Several texts of which each is a hit, and who is called so; `null` looks for `words`. */
  readonly names: { readonly of: string; readonly texts: readonly string[] } | null;
  readonly isPattern: boolean;
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
  readonly ignoreAccents: boolean;
  readonly scope: "article" | "project";
}

/** What the hits are to be marked as. */
interface TagChoice {
  readonly type: string | null;
  /** `null`: each refers to the one entity that is called so, if there is one. */
  readonly entity: Id | null;
}

export interface FindState extends FindOptions, TagChoice {
  readonly searching: boolean;
  readonly result: SearchResult | null;
  readonly problem: ApiErrorData | null;
  /** The `hitKey`s of hits that are not to be marked. */
  readonly leftOut: ReadonlySet<string>;
  /** The `hitKey` of the hit that is shown. */
  readonly current: string | null;
}

export interface Find {
  readonly state: ReadableStore<FindState>;
  /** Changes what is looked for and looks again, at once or after a pause in typing. */
  look(options: Partial<FindOptions>, when: "now" | "soon"): void;
  /** Looks for the same again. */
  again(): void;
  stop(): void;
  choose(choice: Partial<TagChoice>): void;
  show(key: string | null): void;
  /** Leaves hits out of what is to be marked, or takes them in again. */
  leaveOut(keys: readonly string[], out: boolean): void;
}

/** The search of a window: the same one every time. */
export const findOf = memoize(createFind);

export const hitKey = (article: Id, { start, end }: Pick<Hit, "start" | "end">): string =>
  `${article} ${start} ${end}`;

/** The query of the options; `null` when nothing is looked for. */
export function queryOf(options: FindOptions): Query | null {
  const { words, names, isPattern, wholeWords, matchCase, ignoreAccents } = options;
  if (names) {
    const any = names.texts.filter((text) => text.trim() !== "" && text.length <= longestQuery);
    return any.length === 0
      ? null
      : { kind: "plain", any: any.slice(0, mostTexts), wholeWords, matchCase, ignoreAccents };
  }
  const searchedWords = words.slice(0, longestQuery);
  if (searchedWords.trim() === "") return null;
  return isPattern
    ? { kind: "pattern", pattern: searchedWords, wholeWords, matchCase }
    : { kind: "plain", any: [searchedWords], wholeWords, matchCase, ignoreAccents };
}

/** What belongs to one project. */
const unasked = {
  names: null,
  type: null,
  entity: null,
  searching: false,
  result: null,
  problem: null,
  leftOut: new Set<string>(),
  current: null,
} as const;

interface FindParts {
  readonly workspace: Workspace;
  readonly state: Store<FindState>;
  readonly latest: ReturnType<typeof createLatest>;
  searchCount: number;
  /** The articles as they stood when the hits were told. */
  searched: readonly ArticleSummary[];
  /** Those whose marks this person has changed since, which their summaries need not show: another type counts alike. */
  readonly touched: Set<Id>;
}

function createFind(workspace: Workspace): Find {
  const state = createStore<FindState>({
    ...unasked,
    words: "",
    isPattern: false,
    wholeWords: false,
    matchCase: false,
    ignoreAccents: true,
    scope: "article",
  });
  const latest = createLatest();
  const parts: FindParts = { workspace, state, latest, searchCount: 0, searched: [], touched: new Set() };
  followProject(workspace.state, () => {
    parts.searchCount += 1;
    state.patch(unasked);
  });
  followChanges(parts);
  return {
    state,
    look(options, when) {
      state.patch(options);
      searchAfter(parts, when === "now" ? 0 : searchPause);
    },
    again: () => searchAfter(parts, 0),
    // What it found until then comes with the search's own answer.
    stop: () => workspace.stop((project) => workspace.client.call("find.stop", { project })),
    choose: (choice) => state.patch(choice),
    show: (current) => state.patch({ current }),
    leaveOut(keys, out) {
      const leftOut = new Set(state.get().leftOut);
      for (const key of keys) {
        if (out) leftOut.add(key);
        else leftOut.delete(key);
      }
      state.patch({ leftOut });
    },
  };
}

function followChanges(parts: FindParts): void {
  const { workspace, touched } = parts;
  let seen: Id | null = null;
  workspace.history.state.subscribe(() => {
    const record = latestRecord(workspace.history.state.get().history);
    if (!record || record.id === seen) return;
    seen = record.id;
    for (const { article } of record.parts) touched.add(article);
    noticeChanges(parts);
  });
  workspace.state.subscribe(() => noticeChanges(parts));
}

/** Looks again where an article with hits is another than when it was searched. */
function noticeChanges(parts: FindParts): void {
  const { workspace, state, searched, touched } = parts;
  const { result, searching } = state.get();
  if (!result || searching) return;
  const { articles, session } = workspace.state.get();
  const isOther = ({ article }: ArticleHits): boolean =>
    article !== session?.article.id && touched.has(article);
  if (!areOthersChanged(result.articles, searched, { articles, session }) && !result.articles.some(isOther))
    return;
  parts.searched = articles;
  searchAfter(parts, searchPause, true);
}

function searchAfter(parts: FindParts, milliseconds: number, isSame = false): void {
  parts.latest.after(milliseconds, () => void search(parts, isSame));
}

/** `isSame`: what was found is looked for anew, because an article with hits has changed. */
async function search(parts: FindParts, isSame: boolean): Promise<void> {
  const { workspace, state } = parts;
  parts.searchCount += 1;
  const searchNumber = parts.searchCount;
  const { project: open, session, articles: standing } = workspace.state.get();
  parts.searched = standing;
  parts.touched.clear();
  const query = queryOf(state.get());
  const articles = state.get().scope === "project" ? null : session ? [session.article.id] : [];
  const none = { ...(isSame ? {} : { leftOut: new Set<string>(), current: null }), problem: null };
  if (!query || !open) {
    state.patch({ ...none, result: null, searching: false });
    return;
  }
  state.patch({ searching: true, problem: null });
  try {
    const result = await workspace.call((handle) =>
      workspace.client.call("find.search", { project: handle, query, articles }),
    );
    if (searchNumber === parts.searchCount) state.patch({ ...none, result, searching: false });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (searchNumber === parts.searchCount)
      state.patch({ ...none, result: null, searching: false, problem: error.toData() });
  }
}

/**
 * Whether an article with hits has other annotations than when it was searched. What the one on the screen has marked is
 * always known.
 */
function areOthersChanged(
  found: readonly ArticleHits[],
  before: readonly ArticleSummary[],
  { articles, session }: Pick<WorkspaceState, "articles" | "session">,
): boolean {
  if (articles === before) return false;
  const then = new Map(before.map((article) => [article.id, article]));
  const currentArticles = new Map(articles.map((article) => [article.id, article]));
  return found.some(
    ({ article }) =>
      article !== session?.article.id && !sameValue(then.get(article), currentArticles.get(article)),
  );
}

export interface PlacedHit {
  readonly article: Id;
  readonly hit: Hit;
  readonly key: string;
}

/** All hits in their order. */
export const hitsIn = (articles: readonly ArticleHits[]): readonly PlacedHit[] =>
  articles.flatMap(({ article, hits }) => hits.map((hit) => ({ article, hit, key: hitKey(article, hit) })));

/**
 * The hit after or before the one that is shown; without one, after or before a place in the open article, else the
 * first or last. Goes round at the end.
 */
export function neighbouringHit(
  hits: readonly PlacedHit[],
  from: { readonly current: string | null; readonly article: Id | null; readonly offset: number },
  direction: 1 | -1,
): PlacedHit | null {
  const at = hits.findIndex(({ key }) => key === from.current);
  if (at >= 0) return hits[(at + direction + hits.length) % hits.length] ?? null;
  const articleHits = hits.filter(({ article }) => article === from.article);
  const nextHit =
    direction === 1
      ? articleHits.find(({ hit }) => hit.start >= from.offset)
      : articleHits.findLast(({ hit }) => hit.end <= from.offset);
  return nextHit ?? hits.at(direction === 1 ? 0 : -1) ?? null;
}
