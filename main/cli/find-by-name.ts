// The article or annotator that somebody names on the command line, by id, title or name.
import type { ArticleSummary, OpenProject } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { type ArticleSet, setsNamed } from "../../shared/model/article-set.ts";
import type { Annotator } from "../../shared/model/project.ts";
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

/** Throws `article-set-missing`, with the names that there are, and a `UsageError` for a name that several have. */
export function articleSetNamed(sets: readonly ArticleSet[], wanted: string): ArticleSet {
  const [set, ...others] = setsNamed(sets, wanted);
  if (!set) {
    const known = sets.map(({ name }) => name).join(", ");
    throw new ApiError("article-set-missing", { name: wanted, known });
  }
  if (others.length > 0) {
    const ids = [set, ...others].map(({ id }) => id).join(", ");
    throw new UsageError(message("sets.cli-several", { name: visibleText(wanted), ids }));
  }
  return set;
}

interface ProjectOnly {
  readonly project: Pick<OpenProject["project"], "annotators">;
}

/** Throws `annotator-missing`, with the names that there are. */
export function annotatorNamed(opened: ProjectOnly, wanted: string): Annotator {
  const { annotators } = opened.project;
  const annotator =
    annotators.find(({ name }) => name === wanted) ?? annotators.find(({ id }) => id === wanted);
  if (!annotator) throw annotatorMissing(opened, wanted);
  return annotator;
}

export function annotatorMissing({ project }: ProjectOnly, name: string): ApiError {
  const names = project.annotators.map((annotator) => annotator.name).join(", ");
  return new ApiError("annotator-missing", { name, known: names });
}
