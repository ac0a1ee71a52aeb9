// The articles that the list, the board and the table show: all of them by the filter that is set, in the order that is chosen.
import { useEffect, useMemo } from "react";
import type { Publication } from "../../../shared/api/contract.ts";
import { type ArticleFilter, activeConditions } from "../../../shared/model/article-filter.ts";
import type { ProjectProgress } from "../../../shared/review/assignments.ts";
import { useStore } from "../../lib/store.ts";
import { filteringOf } from "../../state/articles/filtering.ts";
import { assigningOf, progressIn } from "../../state/review/assigning.ts";
import { type ListedArticle, listedArticles, shownArticles } from "../../state/review/listed-articles.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Listing {
  /** In the order of the project. */
  readonly all: readonly ListedArticle[];
  readonly shown: readonly ListedArticle[];
  readonly filter: ArticleFilter;
  readonly progress: ProjectProgress;
  readonly publications: readonly Publication[];
  /** False while the core is asked what the filter, or what is shown, asks for. */
  readonly isKnown: boolean;
  /** False while it is not known which articles the filter lets through. */
  readonly areRowsKnown: boolean;
}

/** `needed`: whether what everybody's sets say is shown too, and not only asked for by a filter. */
export function useListedArticles(needed: boolean): Listing {
  const { workspace } = usePanels();
  const { compare } = useWords();
  const assigning = assigningOf(workspace);
  const { sets, publications, done } = useStore(assigning.state, (state) => state);
  const filter = useStore(filteringOf(workspace).filter, (value) => value);
  const project = useStore(workspace.state, (state) => state.project);
  const articles = useStore(workspace.state, (state) => state.articles);
  const sort = useStore(workspace.state, ({ settings }) => settings.articleListing.sort);
  const progress = useMemo(() => progressIn({ project, articles }, sets), [project, articles, sets]);
  const annotator = project?.annotator?.id ?? null;
  const all = useMemo(
    () => listedArticles(articles, { progress, sets, publications, annotator }),
    [articles, progress, sets, publications, annotator],
  );
  const shown = useMemo(() => shownArticles(all, filter, { sort, compare }), [all, filter, sort, compare]);
  const areRowsKnown = done || !asksEverybody(filter);
  const isKnown = done || (areRowsKnown && !needed);
  useEffect(() => {
    if (!isKnown) void assigning.refresh();
  }, [assigning, isKnown]);
  return { all, shown, filter, progress, publications, isKnown, areRowsKnown };
}

/** Whether a filter asks what the summaries of the articles do not say. */
const asksEverybody = (filter: ArticleFilter): boolean =>
  activeConditions(filter).some((name) => !saidBySummaries.includes(name));

const saidBySummaries: readonly string[] = ["words", "states", "tags", "note", "articles"];
