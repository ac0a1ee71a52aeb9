// What is suggested for the gallery's project: nothing until an exhibit asks for it, so that the others stay as they are and wait for
// no tagger.
import { ApiError } from "../../shared/errors/errors.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import { tableOf } from "../../shared/model/table.ts";
import { uncovered } from "../../shared/suggestions/new-suggestions.ts";
import { noOwnWords } from "../../shared/suggestions/own-words.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { openArticles } from "./fixture-project.ts";

interface Engine {
  readonly propose: typeof import("../../shared/suggestions/suggest-cards.ts");
  readonly gather: typeof import("../../shared/suggestions/gather-article.ts");
  readonly people: typeof import("../../shared/suggestions/project-people.ts");
}
let engine: Engine | null = null;

export async function startSuggesting(): Promise<void> {
  const [propose, gather, people] = await Promise.all([
    import("../../shared/suggestions/suggest-cards.ts"),
    import("../../shared/suggestions/gather-article.ts"),
    import("../../shared/suggestions/project-people.ts"),
  ]);
  engine = { propose, gather, people };
}

/** The next exhibit begins without. */
export function stopSuggesting(): void {
  engine = null;
}

function started(): Engine {
  if (!engine) throw new ApiError("method-unknown");
  return engine;
}

/** By the names of the methods. */
export const suggestionAnswers: Readonly<
  Record<string, (input: Readonly<Record<string, unknown>>) => unknown>
> = {
  "suggestions.rejections": () => ({ articles: [] }),
  "suggestions.find"({ article }) {
    const open = openArticles.find((one) => one.article.id === article);
    return open ? { ...started().propose.suggestCards(open.text, noOwnWords), models: [] } : null;
  },
  "suggestions.people"() {
    const { gather, people } = started();
    const articles = openArticles.map(({ article, text }) => ({
      article: article.id,
      people: gather.gatherArticle(text, noOwnWords).people,
      marks: { linked: [], unlinked: [] },
    }));
    return { ...people.projectPeople(articles, tableOf([]), new Set()), articles: articles.length };
  },
  "suggestions.missed"() {
    const articles = openArticles.map(({ article, text, set }) => {
      const { missed } = started().gather.gatherArticle(text, noOwnWords);
      const placed = missed.map((one) => ({ ...one, range: one.segment, inClaim: false }));
      return { article: article.id, missed: uncovered(placed, setFromJson(set), newsAttribution, []) };
    });
    return { articles, count: articles.reduce((sum, { missed }) => sum + missed.length, 0), unbegun: 0 };
  },
};
