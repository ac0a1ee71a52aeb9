// The report of what the curation changed in somebody's work.
import { basename } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type FeedbackInput, feedbackFor } from "../../../shared/review/feedback/feedback.ts";
import { feedbackPage } from "../../../shared/review/feedback/feedback-page.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { writeReadBack } from "../../storage/files/durable-file.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { refuseUnfit } from "../export/write-export.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";
import { entitiesOf, type ProjectInUse } from "../project/project-in-use.ts";
import { reviewSets } from "../project/review-sets.ts";

export function feedbackHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "feedback.write"> {
  return {
    async "feedback.write"({ project, annotator, language, path: asked, overwrite }, client) {
      const { inUse } = projects.get(project, client);
      const path = absolutePath(asked);
      await refuseUnfit(context.disk, path, { root: inUse.folder.root, overwrite });
      const { printPdf } = context.options;
      const asPdf = /\.pdf$/iu.test(path);
      if (asPdf && !printPdf) throw new ApiError("pdf-unsupported", { file: basename(path) });
      const feedback = feedbackFor(await inputFor(context, inUse, annotator));
      const page = feedbackPage(
        feedback,
        {
          project: inUse.folder.project.data().name,
          madeAt: context.now(),
          generator: `Sayso ${context.options.version}`,
        },
        createWords(localeFor(language, [])),
      );
      const bytes = Buffer.from(asPdf && printPdf ? await printPdf(page) : Buffer.from(page, "utf8"));
      await writeReadBack(context.disk, path, bytes);
      const { articles, counts } = feedback;
      return {
        paths: [path],
        bytes: bytes.length,
        articles: articles.length,
        sets: articles.length,
        losses: [],
        counts,
      };
    },
  };
}

/** Throws an `ApiError` where nobody is called so, nothing is curated, or what is curated is none of theirs. */
async function inputFor(context: CoreContext, inUse: ProjectInUse, annotator: Id): Promise<FeedbackInput> {
  const { annotators: people, tagset } = inUse.folder.project.data();
  const articles: FeedbackInput["articles"][number][] = [];
  let person: FeedbackInput["annotator"] | null = people.find(({ id }) => id === annotator) ?? null;
  for (const id of inUse.articles.keys()) {
    const { article, text, sets } = await reviewSets(context, inUse, id);
    const curated = sets.find((one) => one.annotator.role === "curation");
    const annotatorSet = sets.find((one) => one.annotator.id === annotator);
    if (annotatorSet) person ??= annotatorSet.annotator;
    if (curated && annotatorSet && annotatorSet !== curated)
      articles.push({ id, title: article.title, text, own: annotatorSet.set, curated: curated.set });
  }
  if (!person) throw new ApiError("annotator-missing", { annotator });
  if (articles.length === 0) throw new ApiError("nothing-curated", { name: person.name });
  return { annotator: person, people, articles, entities: entitiesOf(inUse), tagset };
}
