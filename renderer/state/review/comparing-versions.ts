// The comparison of two versions of the article on the screen: which they are, what changed, and which change is shown.

import type { Input } from "../../../shared/api/contract.ts";
import type { ArticleVersionRef, ReadVersion } from "../../../shared/api/methods/comparisons.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import type { ComparedRow } from "../../../shared/carry/compare-texts.ts";
import { comparisonOf, type VersionComparison } from "../../../shared/carry/comparison.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";

/** An article with the text that it had. */
type AsItStood = Pick<Article, "id" | "revision">;

export interface VersionsState {
  /** The article whose versions these are, as it stood when they were compared. */
  readonly article: AsItStood | null;
  /** Of that article, the latest first; `null` until they are read. */
  readonly revisions: readonly ListedRevision[] | null;
  /** The last of each side that did not lead to the present text, the latest first. */
  readonly others: readonly ListedRevision[];
  readonly before: ArticleVersionRef;
  /** `null`: nothing is chosen yet. */
  readonly after: ArticleVersionRef | null;
  readonly comparison: VersionComparison | null;
  /** Of the text of `after`. */
  readonly textHash: string;
  readonly waiting: boolean;
  readonly problem: ApiErrorData | null;
  readonly columns: boolean;
  /** The number of the change that is shown, among those of `changesIn`; `null`: none. */
  readonly current: number | null;
}

interface ComparingVersions {
  readonly state: ReadableStore<VersionsState>;
  /** Compares two versions of an article. */
  compare(article: AsItStood, before: ArticleVersionRef, after: ArticleVersionRef): Promise<void>;
  /** Puts the comparison away, for the list of revisions. */
  putAway(): void;
  /** Reads the revisions of the article; forgets what was compared of another one, and of a text that has become another one since. */
  follow(article: AsItStood | null): void;
  setColumns(columns: boolean): void;
  /** Shows the next or the previous change; goes round at the end. */
  step(direction: 1 | -1): void;
  /** True when the page was written. */
  write(to: Pick<Input<"article.writeComparison">, "path" | "overwrite" | "language">): Promise<boolean>;
}

/** The comparison of a window: the same one every time. */
export const comparingVersionsOf = memoize(createComparingVersions);

/** The rows that are changes, in order. Where a passage went is told where it came from, and is one change. */
export const changesIn = ({ comparison }: Pick<VersionsState, "comparison">): readonly ComparedRow[] =>
  comparison?.texts.rows.filter(({ kind }) => kind !== "same" && kind !== "left" && kind !== "written") ?? [];

const nothing: VersionsState = {
  article: null,
  revisions: null,
  others: [],
  before: { kind: "present" },
  after: null,
  comparison: null,
  textHash: "",
  waiting: false,
  problem: null,
  columns: true,
  current: null,
};

interface VersionsParts {
  readonly workspace: Workspace;
  readonly state: Store<VersionsState>;
  /** Of the latest comparison, so that an overtaken one is forgotten. */
  comparisonCount: number;
}

function createComparingVersions(workspace: Workspace): ComparingVersions {
  const state = createStore<VersionsState>(nothing);
  const parts: VersionsParts = { workspace, state, comparisonCount: 0 };
  return {
    state,
    compare: (article, before, after) => compare(parts, article, before, after),
    putAway() {
      parts.comparisonCount += 1;
      const { article, revisions, others, columns } = state.get();
      state.set({ ...nothing, article, revisions, others, columns });
    },
    follow(article) {
      if (!isShown(parts, article)) {
        parts.comparisonCount += 1;
        state.set({ ...nothing, article, columns: state.get().columns });
      }
      if (article && state.get().revisions === null) void listRevisions(parts, article);
    },
    setColumns: (columns) => state.patch({ columns }),
    step(direction) {
      const { current } = state.get();
      const { length } = changesIn(state.get());
      if (length === 0) return;
      const nextIndex =
        current === null ? (direction === 1 ? 0 : length - 1) : (current + direction + length) % length;
      state.patch({ current: nextIndex });
    },
    write(to) {
      const { article, before, after } = state.get();
      if (article === null || after === null) return Promise.resolve(false);
      return workspace.exchange.writeComparison({ article: article.id, before, after, ...to });
    },
  };
}

function isShown({ state }: VersionsParts, article: AsItStood | null): boolean {
  const comparedArticle = state.get().article;
  return comparedArticle?.id === article?.id && comparedArticle?.revision === article?.revision;
}

async function compare(
  parts: VersionsParts,
  article: AsItStood,
  before: ArticleVersionRef,
  after: ArticleVersionRef,
): Promise<void> {
  const { state, workspace } = parts;
  parts.comparisonCount += 1;
  const comparisonNumber = parts.comparisonCount;
  const { revisions, others } = isShown(parts, article) ? state.get() : nothing;
  state.patch({
    article,
    revisions,
    others,
    before,
    after,
    comparison: null,
    waiting: true,
    problem: null,
    current: null,
  });
  const readVersion = (of: ArticleVersionRef): Promise<ReadVersion> =>
    workspace.exchange.readVersion({ article: article.id, of });
  try {
    const [old, present] = [await readVersion(before), await readVersion(after)];
    if (comparisonNumber !== parts.comparisonCount) return;
    state.patch({
      comparison: comparisonOf(old, present, old.set),
      textHash: present.textHash,
      waiting: false,
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (comparisonNumber === parts.comparisonCount) state.patch({ problem: error.toData(), waiting: false });
  }
}

async function listRevisions(parts: VersionsParts, article: AsItStood): Promise<void> {
  const { state, workspace } = parts;
  try {
    const { revisions, others } = await workspace.revising.list(article.id);
    if (isShown(parts, article)) state.patch({ revisions, others });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (isShown(parts, article)) state.patch({ problem: error.toData() });
  }
}
