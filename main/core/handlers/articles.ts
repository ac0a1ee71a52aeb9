// Articles: imported, one, many or from a watched folder; opened; said more about; and where somebody was in them.

import { basename, sep } from "node:path";
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import { broughtInTable, broughtInTogether } from "../../../shared/api/brought-in-together.ts";
import type { ImportReport, OpenArticle, ParsedInput } from "../../../shared/api/contract.ts";
import type { articlesMethods } from "../../../shared/api/methods/articles.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { ImportResult, ReadingChoices, SourceFile } from "../../../shared/importers/importer.ts";
import { importPlainText } from "../../../shared/importers/index.ts";
import { type AnnotationSet, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import {
  type AboutChange,
  aboutOf,
  aboutProblem,
  correctedAbout,
  isEmptyAbout,
  type KnownField,
  knownFields,
  knownOf,
  retagged,
  type SaidAbout,
} from "../../../shared/model/article-about.ts";
import { curationOf, type Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { languageOfArticle } from "../../../shared/model/language.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import { addUnlessTwin, bringAgain, leftOutOf } from "../articles/add-article.ts";
import { readArticleFile, steadyReader } from "../articles/article-reader.ts";
import { type BringInHooks, bringIn } from "../articles/bring-in.ts";
import { duplicateIndexOf } from "../articles/duplicate-index.ts";
import { previewImport } from "../articles/preview-import.ts";
import { watchedFolder } from "../articles/watch-articles.ts";
import { latestOf, type Opening } from "../changes/opening.ts";
import { takeBackMentioned } from "../changes/save-entities.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers, HandlersFor, HandlersNamed } from "../dispatch.ts";
import { writablePlace } from "../export/write-export.ts";
import type { OpenProjects } from "../open-projects.ts";
import { restoreText } from "../outside/scan-record.ts";
import { offering } from "../project/arrived-articles.ts";
import { backupOf } from "../project/backup-source.ts";
import {
  articleIn,
  countsOf,
  entitiesOf,
  type LiveProject,
  lockIn,
  openSet,
  recoverOpenSet,
  setPlace,
  shownAnnotator,
  writerIn,
} from "../project/live-project.ts";
import { recoverArticle } from "../recovery/recover-damaged.ts";
import { absolutePath, readSourceFile } from "../source-file.ts";

export const articlesHandlers = (
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof articlesMethods> => ({
  ...importHandlers(context, projects),
  ...aboutHandlers(context, projects),
  ...openHandlers(context, projects),
  ...bringInHandlers(context, projects),
  ...watchHandlers(context, projects),
});

type ImportMethods =
  | "article.importFile"
  | "article.importText"
  | "article.importPasted"
  | "article.importDropped"
  | "article.left"
  | "article.importAgain";

/** One article, from where a person points. */
function importHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, ImportMethods> {
  const fromFile = (liveProject: LiveProject, { bytes, fileName }: SourceFile, twins: Twins) =>
    importOne(context, projects, liveProject, { name: fileName, bytes, twins }, () =>
      readChosenFile(context, { bytes, fileName }),
    );
  return {
    async "article.importFile"({ project, path: asked, twins }, client) {
      const { liveProject } = projects.get(project, client);
      lockIn(liveProject);
      const path = absolutePath(asked);
      const bytes = await readSourceFile(context.disk, path);
      return fromFile(liveProject, { bytes, fileName: basename(path) }, twins);
    },
    async "article.importDropped"({ project, fileName, base64, twins }, client) {
      const { liveProject } = projects.get(project, client);
      return fromFile(
        liveProject,
        { bytes: Buffer.from(base64, "base64"), fileName: basename(fileName) },
        twins,
      );
    },
    async "article.importText"({ project, name, text, confirmed, twins }, client) {
      const { liveProject } = projects.get(project, client);
      const source = { name, bytes: null, twins, ...(confirmed && { confirmed }) };
      return importOne(context, projects, liveProject, source, async () => importPlainText(text, name));
    },
    async "article.importPasted"({ project, name, html, confirmed, twins }, client) {
      const { liveProject } = projects.get(project, client);
      const bytes = Buffer.from(html, "utf8");
      const source = { name, bytes, keptAs: pastedAs, twins, ...(confirmed && { confirmed }) };
      return importOne(context, projects, liveProject, source, () =>
        readChosenFile(context, { bytes, fileName: pastedAs }, { keep: "everything", encoding: "utf-8" }),
      );
    },
    async "article.left"({ project, article: id }, client) {
      const { liveProject } = projects.get(project, client);
      return { left: await leftOutOf(context, liveProject, await articleIn(context, liveProject, id)) };
    },
    async "article.importAgain"({ project, article: id, keep }, client) {
      const { liveProject } = projects.get(project, client);
      const report = await bringAgain(context, liveProject, await articleIn(context, liveProject, id), keep);
      projects.announceArticles(liveProject);
      return report;
    },
  };
}

/** The name of what was pasted with its form. */
const pastedAs = "pasted.html";

const readChosenFile = (
  context: CoreContext,
  file: SourceFile,
  choices?: ReadingChoices,
): Promise<ImportResult> => readArticleFile({ ...file, isChosen: true }, choices, steadyReader(context));

type Twins = ParsedInput<"article.importFile">["twins"];

/** Throws `article-twin` where the project has it already and a person is to be asked. */
async function importOne(
  context: CoreContext,
  projects: OpenProjects,
  liveProject: LiveProject,
  { twins, ...source }: Omit<Parameters<typeof addUnlessTwin>[4], "twins"> & { readonly twins: Twins },
  read: () => Promise<ImportResult>,
): Promise<ImportReport> {
  lockIn(liveProject);
  const result = await read();
  if (!result.ok) throw new ApiError(result.problem, result.detail);
  const index = await duplicateIndexOf(context, liveProject);
  const choice = { ...source, twins: twins === "ask" ? ("skip" as const) : ("take" as const) };
  const added = await addUnlessTwin(context, liveProject, index, result, choice);
  if ("twin" in added) throw new ApiError("article-twin", { name: added.twin.title, article: added.twin.id });
  projects.announceArticles(liveProject);
  return added.report;
}

function aboutHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "article.known" | "article.describe" | "article.tag"> {
  return {
    async "article.known"({ project, article: id }, client) {
      const { liveProject } = projects.get(project, client);
      const article = await articleIn(context, liveProject, id);
      const text = await readText(context.disk, liveProject.folder.root, article);
      return {
        known: knownOf(article, text),
        language: languageOfArticle(article, text, liveProject.folder.project.data().tagset.articleLanguage),
        original: article.original,
      };
    },
    async "article.describe"({ project, article: id, opId, step: note, said }, client) {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      const article = liveProject.articles.get(id);
      if (!article) throw new ApiError("article-missing", { article: id });
      const change = describing(
        article,
        await readText(context.disk, liveProject.folder.root, article),
        said,
      );
      if (isEmptyAbout(change)) return { step: null };
      const work = { parts: [], about: [change] };
      await steps.apply({ opId, step: note, ...work }, client);
      return { step: { ...note, id: opId, ...work } };
    },
    async "article.tag"({ project, articles, opId, step: note, add, remove }, client) {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      const about = [...new Set(articles)]
        .map((id) => retagging(liveProject, id, { add, remove }))
        .filter((change) => !isEmptyAbout(change));
      if (about.length === 0) return { step: null };
      const work = { parts: [], about };
      await steps.apply({ opId, step: note, ...work }, client);
      return { step: { ...note, id: opId, ...work } };
    },
  };
}

function retagging({ articles }: LiveProject, id: Id, tags: Parameters<typeof retagged>[1]): AboutChange {
  const article = articles.get(id);
  if (!article) throw new ApiError("article-missing", { article: id });
  for (const value of tags.add) assertFact("tags", value);
  return { article: id, from: aboutOf(article), to: retagged(article, tags) };
}

/** Throws `about-invalid` for a value that cannot be so. */
function assertFact(field: KnownField, value: string): void {
  const why = aboutProblem(field, value);
  if (why !== null) throw new ApiError("about-invalid", { field, value, why });
}

/** Throws `about-invalid` for what cannot be so. */
function describing(article: Article, text: string, said: SaidAbout): AboutChange {
  const facts = knownOf(article, text);
  for (const field of knownFields)
    for (const value of said[field]) {
      const stays = facts.some((fact) => fact.field === field && fact.value === value);
      if (!stays) assertFact(field, value);
    }
  return { article: article.id, from: aboutOf(article), to: correctedAbout(article, text, said) };
}

type OpenMethods =
  | "article.open"
  | "article.recover"
  | "article.recoverFiles"
  | "article.restoreText"
  | "article.place";

function openHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, OpenMethods> {
  return {
    async "article.open"({ project, article, whose }, client) {
      const projectOpening = projects.get(project, client);
      const openedArticle = await offering(context, projectOpening.liveProject.folder, () =>
        openFor(context, projectOpening, article, whose),
      );
      try {
        await context.settings.visit(projectOpening.liveProject.folder.project.data().id, article);
      } catch (error) {
        context.log.error("remembering an article", error);
      }
      return openedArticle;
    },
    async "article.recover"({ project, article }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject, steps } = projectOpening;
      const { store } = await recoverOpenSet(context, liveProject, article);
      liveProject.counts.set(article, countsOf(store.set()));
      // It may be as it was before an entity was moved to the trash.
      const isMentioned = await steps.exclusively(() => takeBackMentioned(context, liveProject, [article]));
      if (isMentioned) projects.announceEntities(liveProject);
      projects.announceArticles(liveProject);
      return openFor(context, projectOpening, article);
    },
    async "article.recoverFiles"({ project, article }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject, steps } = projectOpening;
      await steps.exclusively(() => recoverArticle(context, liveProject, article));
      projects.announceEntities(liveProject);
      projects.announceArticles(liveProject);
      return openFor(context, projectOpening, article);
    },
    async "article.restoreText"({ project, article: id }, client) {
      const { liveProject } = projects.get(project, client);
      writerIn(liveProject);
      const { article, text } = await openSet(context, liveProject, id);
      await restoreText(context, liveProject, article, text);
      return null;
    },
    async "article.place"({ project, article, place }, client) {
      const { liveProject } = projects.get(project, client);
      await context.settings.visit(liveProject.folder.project.data().id, article, place);
      return null;
    },
  };
}

async function openFor(context: CoreContext, opening: Opening, id: Id, whose?: Whose): Promise<OpenArticle> {
  const { liveProject } = opening;
  const place = context.settings.place(liveProject.folder.project.data().id, id);
  if (liveProject.lock && liveProject.annotator) {
    const { article, text, store } = await openSet(context, liveProject, id, whose);
    const { recoverable, copiedAt, revision } = store.found;
    const offer = store.unsafe === "damaged" ? { recoverable, copiedAt, revision } : {};
    const readOnly = store.unsafe && { why: store.unsafe, detail: { article: article.title, ...offer } };
    const warnings = [...store.warnings, ...contradictions(opening, store.set(), article, text)];
    return {
      ...articleContent(opening, article, text, store.set()),
      revision: store.revision(),
      place,
      readOnly,
      warnings,
    };
  }
  // Another process may be writing, or whoever does here has no name yet: what stands on the disk now is shown, and nothing is kept.
  const article = await articleIn(context, liveProject, id);
  const text = await readText(context.disk, liveProject.folder.root, article);
  const { project } = liveProject.folder;
  // In a project that nobody has annotated yet, an empty set belongs to nobody: the project's own id stands for that.
  const person = shownAnnotator(liveProject) ?? project.data();
  const annotator = whose === "curation" ? curationOf(project.data()) : person;
  const setAt = setPlace(liveProject.folder, article, annotator.id);
  const storedSet = await readSet(context.disk, setAt, backupOf(context, setAt));
  const warnings = [...storedSet.warnings, ...contradictions(opening, storedSet.set, article, text)];
  return {
    ...articleContent(opening, article, text, storedSet.set),
    revision: storedSet.revision,
    place,
    readOnly: liveProject.readOnly,
    warnings,
  };
}

function articleContent({ liveProject }: Opening, article: Article, text: string, set: AnnotationSet) {
  return { article, text, set: setToJson(set), entities: entitiesOf(liveProject) };
}

/** A warning when the set contradicts its text or itself, as after an edit by hand. Unfinished work is no contradiction. */
function contradictions(
  { liveProject }: Opening,
  set: AnnotationSet,
  article: Article,
  text: string,
): ApiErrorData[] {
  const annotations = { set, entities: tableOf(entitiesOf(liveProject)) };
  const { tagset } = liveProject.folder.project.data();
  const setViolations = violations(annotations, { text, articleId: article.id, tagset });
  const errors = setViolations.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (!first) return [];
  const detail = {
    file: article.title,
    why: "contradiction",
    code: first.code,
    record: first.id,
    count: errors.length,
  };
  return [new ApiError("set-damaged", detail).toData()];
}

/** Milliseconds between two tellings of what the project has now. */
const tellAfter = 1_000;

/** Brings in many articles at once. A window does one at a time; the next one ends the one before. */
function bringInHandlers(context: CoreContext, projects: OpenProjects): HandlersNamed<"bringIn"> {
  const bringing = latestOf();
  /** What came of the last one, by the handle of the project. */
  const lastByProject = new Map<Id, BroughtIn>();
  return {
    async "bringIn.look"({ project, paths, files, ...choices }, client) {
      projects.get(project, client);
      return previewImport(context, { paths: paths.map(absolutePath), files }, choices);
    },
    async "bringIn.run"({ project, paths, files, goesOn = false, ...choices }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      lockIn(liveProject);
      let announcedAt = Date.now();
      const onProgress: BringInHooks["onProgress"] = (progress) => {
        context.emit({ type: "bringing-in", project, ...progress }, client);
        if (Date.now() - announcedAt < tellAfter) return;
        announcedAt = Date.now();
        projects.announceArticles(liveProject);
      };
      const sources = { paths: paths.map(absolutePath), files };
      try {
        const broughtIn = await bringing.run(projectOpening, (signal) =>
          bringIn(context, liveProject, sources, { choices, hooks: { signal, onProgress } }),
        );
        const previousRun = goesOn ? lastByProject.get(project) : undefined;
        const isAgain = choices.only !== undefined;
        lastByProject.set(
          project,
          previousRun ? broughtInTogether(previousRun, broughtIn, isAgain) : broughtIn,
        );
        return broughtIn;
      } finally {
        projects.announceArticles(liveProject);
      }
    },
    "bringIn.stop"({ project }, client) {
      projects.get(project, client);
      bringing.stop(project);
      return null;
    },
    async "bringIn.report"({ project, language, path: asked, overwrite }, client) {
      const { liveProject } = projects.get(project, client);
      const broughtIn = lastByProject.get(project);
      if (!broughtIn) throw new ApiError("nothing-brought-in");
      const path = absolutePath(asked);
      const { write } = await writablePlace(context.disk, path, { root: liveProject.folder.root, overwrite });
      const text = /\.json$/iu.test(basename(path))
        ? `${JSON.stringify(broughtIn, null, 2)}\n`
        : broughtInTable(broughtIn, createWords(localeFor(language, [])));
      await write(Buffer.from(text, "utf8"));
      return { path };
    },
  };
}

/** The folder that is watched for a project. */
function watchHandlers({ disk }: CoreContext, projects: OpenProjects): HandlersNamed<"watch"> {
  /** Throws an `ApiError` for what is no folder, and for the project's own. */
  async function folderAt(asked: string, root: string): Promise<string> {
    const path = absolutePath(asked);
    const real = await watchedFolder(disk, path);
    const projectRoot = await disk.realPath(root);
    const isWithin = (one: string, other: string): boolean => `${one}${sep}`.startsWith(`${other}${sep}`);
    if (isWithin(real, projectRoot) || isWithin(projectRoot, real))
      throw new ApiError("watch-own-folder", { file: basename(path) });
    return path;
  }
  return {
    async "watch.get"({ project }, client) {
      return projects.get(project, client).watch.state();
    },
    async "watch.set"({ project, path, how, remember }, client) {
      const { liveProject, watch } = projects.get(project, client);
      lockIn(liveProject);
      return watch.set(path === null ? null : await folderAt(path, liveProject.folder.root), how, remember);
    },
    async "watch.take"({ project }, client) {
      const { liveProject, watch } = projects.get(project, client);
      lockIn(liveProject);
      return watch.take();
    },
  };
}
