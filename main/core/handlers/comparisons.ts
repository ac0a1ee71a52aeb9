// Versions of an article, read and compared: nothing of the project is changed by it.

import { basename } from "node:path";
import type {
  ArticleVersionRef,
  comparisonsMethods,
  ReadVersion,
} from "../../../shared/api/methods/comparisons.ts";
import { revisionLabel } from "../../../shared/api/reply-words.ts";
import { comparisonOf } from "../../../shared/carry/comparison.ts";
import { comparisonPage } from "../../../shared/carry/comparison-page.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { hasTitle } from "../../../shared/model/article-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { message } from "../../../shared/words/message.ts";
import { createWords } from "../../../shared/words/say.ts";
import { readText } from "../../storage/articles/article-files.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { writablePlace } from "../export/write-export.ts";
import type { OpenProjects } from "../open-projects.ts";
import { articleIn, type LiveProject } from "../project/live-project.ts";
import { ownSet } from "../project/own-sets.ts";
import { readCopy, versionOf } from "../revise/copies.ts";
import { listedAs, revisionText } from "../revise/list-revisions.ts";
import { absolutePath } from "../source-file.ts";

export function comparisonsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof comparisonsMethods> {
  return {
    "article.version": ({ project, article, of }, client) =>
      readVersion(context, projects.get(project, client).liveProject, article, of),
    async "article.writeComparison"(
      { project, article, before, after, language, path: asked, overwrite },
      client,
    ) {
      const { liveProject } = projects.get(project, client);
      const path = absolutePath(asked);
      const { write } = await writablePlace(context.disk, path, { root: liveProject.folder.root, overwrite });
      const { printPdf, version } = context.options;
      const asPdf = /\.pdf$/iu.test(path);
      if (asPdf && !printPdf) throw new ApiError("pdf-unsupported", { file: basename(path) });
      const old = await readVersion(context, liveProject, article, before);
      const present = await readVersion(context, liveProject, article, after);
      const page = comparisonPage(
        comparisonOf(old, present, old.set),
        { madeAt: context.now(), generator: `Sayso ${version}` },
        createWords(localeFor(language, [])),
      );
      const bytes = Buffer.from(asPdf && printPdf ? await printPdf(page) : Buffer.from(page, "utf8"));
      await write(bytes);
      return { paths: [path], bytes: bytes.length, articles: 1, sets: old.set ? 1 : 0, losses: [] };
    },
  };
}

/** Throws an `ApiError` for an article or a revision that is not there, and for a file that is no article. */
async function readVersion(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
  of: ArticleVersionRef,
): Promise<ReadVersion> {
  if (of.kind === "file" || of.kind === "article") {
    const standingSet = of.kind === "article" ? await ownSet(context, liveProject, of.article) : null;
    return {
      ...versionOf(await readCopy(context, liveProject, of)),
      set: standingSet ? setToJson(standingSet.set) : null,
    };
  }
  const present = await articleIn(context, liveProject, id);
  if (of.kind === "present") {
    const text = await readText(context.disk, liveProject.folder.root, present);
    const standingSet = await ownSet(context, liveProject, id);
    return asVersion(present, text, message("changes.present"), standingSet && setToJson(standingSet.set));
  }
  const { article, text, set } = await revisionText(context, liveProject, present, of.revision);
  return asVersion(
    article,
    text,
    revisionLabel(await listedAs(context, liveProject, present, of.revision)),
    set,
  );
}

const asVersion = (
  article: Article,
  text: string,
  label: ReadVersion["label"],
  set: ReadVersion["set"],
): ReadVersion => ({
  title: article.title,
  isTitled: hasTitle(article, text),
  text,
  textHash: article.textHash,
  label,
  set,
});
