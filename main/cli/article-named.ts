// The article that somebody names on the command line, by its id or its title.
import type { ArticleSummary, OpenProject } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { message } from "../../shared/words/message.ts";
import { UsageError } from "./cli-command.ts";

/** Throws `article-missing` for none, and a `UsageError` for a title that several have. */
export function articleNamed({ articles }: Pick<OpenProject, "articles">, wanted: string): ArticleSummary {
  const byId = articles.find(({ id }) => id === wanted);
  const [article, ...others] = byId ? [byId] : articles.filter(({ title }) => title === wanted);
  if (!article) throw new ApiError("article-missing", { article: wanted });
  if (others.length > 0)
    throw new UsageError(
      message("changes.cli-several", {
        title: visibleText(wanted),
        ids: [article, ...others].map(({ id }) => id).join(", "),
      }),
    );
  return article;
}
