// Titles of the articles of the project, by id: indexed once for each list of articles, however many parts of the window ask.
import type { ArticleSummary } from "../../shared/api/contract.ts";
import type { Id } from "../../shared/model/id.ts";
import { memoize } from "../../shared/model/memoize.ts";
import { useStore } from "../lib/store.ts";
import { usePanels } from "./app-context.tsx";

const titlesOf = memoize(
  (articles: readonly ArticleSummary[]): ReadonlyMap<Id, string> =>
    new Map(articles.map(({ id, title }) => [id, title])),
);

export const useTitles = (): ReadonlyMap<Id, string> =>
  titlesOf(useStore(usePanels().workspace.state, ({ articles }) => articles));
