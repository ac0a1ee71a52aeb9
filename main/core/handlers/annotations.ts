// Annotations: saved, kept outside the project where it does not take them, taken over from windows that are gone, undone and found; and
// the tagset that they are made with, read from a file, looked at and put to use.

import { basename } from "node:path";
import type { annotationsMethods } from "../../../shared/api/methods/annotations.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { decode } from "../../../shared/importers/decode.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import { curationOf, type Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import {
  partsGone,
  partsUndecided,
  recordsUsing,
  type TagsetMoves,
} from "../../../shared/model/tagset-moves.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { carryOver, countsOfCarryOver } from "../../../shared/tagsets/carry-over.ts";
import { revisionsOf, setFolders } from "../../storage/articles/revision-files.ts";
import { readHistory } from "../../storage/history/read-history.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import { changeRecord } from "../changes/change-record.ts";
import { forgetKept } from "../changes/close-sets.ts";
import { latestOf } from "../changes/opening.ts";
import { retryOnConflict } from "../changes/retry-on-conflict.ts";
import type { StepRequest } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers, HandlersFor, HandlersNamed } from "../dispatch.ts";
import { findHits } from "../find/find-hits.ts";
import { readApart } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import {
  articleIn,
  countsOf,
  enterCuration,
  entitiesOf,
  type LiveProject,
  type OpenSet,
  openSet,
  setPlace,
  writerIn,
} from "../project/live-project.ts";
import { curatedSet, mentionCounts, mentionsIn, ownSet } from "../project/own-sets.ts";
import { applyLeft } from "../recovery/recover-kept.ts";
import { stepOf } from "../revise/revise-article.ts";
import { absolutePath, readSourceFile } from "../source-file.ts";
import { colleaguesMentioning } from "../trash/entity-trash.ts";

export const annotationsHandlers = (
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof annotationsMethods> => ({
  ...savingHandlers(context, projects),
  ...unsavedWorkHandlers(context, projects),
  ...historyHandlers(context, projects),
  ...tagsetHandlers(context, projects),
  ...findHandlers(context, projects),
});

/** Several people decide in one set: its steps say whose they are, so that each finds their own in their history. */
const withDoer = <T extends { readonly step?: StepNote }>(asked: T, whose: Whose | undefined, by: Id): T =>
  whose === undefined || !asked.step ? asked : { ...asked, step: { ...asked.step, by } };

/** Offsets of one text mean nothing in another. Throws `article-revised`. */
function assertTextHash({ article }: OpenSet, textHash: string | undefined): void {
  if (textHash !== undefined && textHash !== article.textHash)
    throw new ApiError("article-revised", { article: article.title });
}

function savingHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "annotations.apply" | "annotations.keep"> {
  return {
    async "annotations.apply"({ project: handle, article, whose, textHash, ...asked }, client) {
      const { liveProject, applier } = projects.get(handle, client);
      const { annotator } = writerIn(liveProject);
      const workingSet = await openSet(context, liveProject, article, whose);
      assertTextHash(workingSet, textHash);
      const isFirst = whose === "curation" && (await enterCuration(liveProject));
      const request = withDoer(asked, whose, annotator.id);
      const applied = await applier.apply(workingSet, request);
      if (applied.isNew) {
        if (whose === undefined) liveProject.counts.set(article, countsOf(workingSet.store.set()));
        projects.announceArticles(liveProject);
        const setRef = { article, ...(whose && { whose }) };
        const { annotators } = liveProject.folder.project.data();
        if (isFirst) projects.tell(liveProject, { type: "annotators", annotators });
        projects.tell(liveProject, { type: "set", ...setRef, revision: applied.revision }, client);
        if (whose) projects.tell(liveProject, { type: "sets", articles: [article] }, client);
        if (request.step) {
          const parts = [{ ...setRef, change: request.change }];
          projects.tell(
            liveProject,
            { type: "step", step: { ...request.step, id: request.opId, parts } },
            client,
          );
        }
        const entities = entitiesOf(liveProject);
        if (applied.entitiesChanged) projects.tell(liveProject, { type: "entities", entities }, client);
        if (applied.entitiesKept) context.emit({ type: "entities", project: handle, entities }, client);
      }
      return { revision: applied.revision, savedAt: applied.savedAt };
    },
    async "annotations.keep"({ project, article, whose, changes, forget, textHash }, client) {
      const { liveProject } = projects.get(project, client);
      writerIn(liveProject);
      const workingSet = await openSet(context, liveProject, article, whose);
      await forgetKept(liveProject, workingSet, forget);
      if (changes.length > 0) assertTextHash(workingSet, textHash);
      const { store, spill } = workingSet;
      const unsavedChanges = changes.filter(({ opId }) => !store.answerTo(opId));
      await spill.keep(unsavedChanges);
      return { kept: changes.length };
    },
  };
}

/** Applies what a window that is gone had made and could not save. */
function unsavedWorkHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "annotations.applyUnsaved"> {
  return {
    async "annotations.applyUnsaved"({ project, article, whose, changes: asked, textHash }, client) {
      const { liveProject, applier } = projects.get(project, client);
      const { annotator } = writerIn(liveProject);
      const workingSet = await openSet(context, liveProject, article, whose);
      if (whose === "curation") await enterCuration(liveProject);
      const changes = asked.map((one) => withDoer(one, whose, annotator.id));
      const setRef = { article, ...(whose && { whose }) };
      try {
        const { applied, unfitting } = await applyLeft(context, liveProject, applier, {
          open: workingSet,
          changes,
          textHash,
        });
        const isOther = textHash !== undefined && textHash !== workingSet.article.textHash;
        for (const { opId, step, change } of isOther ? applied : []) {
          const done = step && { ...step, id: opId, parts: [{ ...setRef, change }] };
          if (done) projects.tell(liveProject, { type: "step", step: done }, client);
        }
        return { applied: applied.length, unfitting, ...(isOther && { carried: applied }) };
      } finally {
        projects.announceArticles(liveProject);
        // The caller opens the article after this, and learns of the rest with it.
        projects.tell(liveProject, { type: "set", ...setRef, revision: workingSet.store.revision() }, client);
        projects.announceEntities(liveProject);
      }
    },
  };
}

/** Steps that are about more than one article, the history of a person's steps, and where the registry's entities are mentioned. */
function historyHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "project.apply" | "project.history" | "history.read"> & HandlersNamed<"entities"> {
  return {
    async "project.apply"({ project, ...request }, client) {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      const { revisions, savedAt } = await steps.apply(request, client);
      return { revisions, savedAt };
    },
    async "project.history"({ project }, client) {
      const { liveProject } = projects.get(project, client);
      const { annotator, folder, articles } = liveProject;
      if (!annotator) return { steps: [] };
      const { root } = folder;
      const of = {
        root,
        project: folder.project.data().id,
        annotator: annotator.id,
        curation: curationOf(folder.project.data()).id,
        folders: await setFolders(context.disk, root, articles.keys()),
        more: await revisionSteps(context, liveProject, annotator.id),
      };
      const { historySteps: steps, historyBytes: bytes } = limits;
      return { steps: await readHistory(context.disk, of, { steps, bytes }) };
    },
    async "history.read"({ project, ...asked }, client) {
      return changeRecord(context, projects.get(project, client).liveProject, asked);
    },
    async "entities.counts"({ project }, client) {
      return { counts: await mentionCounts(context, projects.get(project, client).liveProject) };
    },
    async "entities.mentions"({ project, entities }, client) {
      return { mentions: await mentionsIn(context, projects.get(project, client).liveProject, entities) };
    },
    async "entities.colleagues"({ project, entities }, client) {
      const { liveProject } = projects.get(project, client);
      return { names: await colleaguesMentioning(context, liveProject, entities) };
    },
  };
}

/** The revisions that this person made of the articles. */
async function revisionSteps(
  { disk }: CoreContext,
  { folder, articles }: LiveProject,
  annotator: Id,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const article of articles.values())
    if (article.revision !== undefined)
      for (const revision of await revisionsOf(disk, folder.root, article))
        if (revision.by === annotator) steps.push(stepOf(revision));
  return steps;
}

function tagsetHandlers(context: CoreContext, projects: OpenProjects): HandlersNamed<"tagset"> {
  return {
    async "tagset.read"({ path: asked }) {
      const path = absolutePath(asked);
      const file = basename(path);
      const decoded = decode(await readSourceFile(context.disk, path, limits.jsonBytes), file);
      if (!decoded.ok) throw new ApiError(decoded.problem, decoded.detail);
      const parseResult = await readApart(context.processes, "read-tagset", decoded.text, file);
      if (!parseResult.ok) throw new ApiError("tagset-unreadable", { file, ...parseResult.fault });
      return { tagset: parseResult.tagset };
    },
    async "tagset.preview"({ project, tagset, moves }, client) {
      const { liveProject } = projects.get(project, client);
      const parts = await partsOf(context, liveProject, tagset, moves);
      return {
        articles: parts.map(({ article, change }) => ({
          article,
          title: liveProject.articles.get(article)?.title ?? article,
          counts: countsOfCarryOver(change),
        })),
        others: await othersUsing(context, liveProject, tagset),
      };
    },
    async "tagset.put"({ project, opId, step, tagset, moves }, client) {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      return retryOnConflict(
        async () => {
          const from = liveProject.folder.project.data().tagset;
          return { parts: await partsOf(context, liveProject, tagset, moves), tagset: { from, to: tagset } };
        },
        async (made) => {
          const { revisions, savedAt } = await steps.apply({ opId, step, ...made }, client);
          const parts = made.parts.map(({ revision: _revision, ...part }) => part);
          return { revisions, savedAt, step: { ...step, id: opId, ...made, parts } };
        },
      );
    },
  };
}

/** What becomes of each of this person's sets. Throws `change-invalid` when something that goes has no place to go to. */
async function partsOf(
  context: CoreContext,
  liveProject: LiveProject,
  after: Tagset,
  moves: TagsetMoves,
): Promise<StepRequest["parts"]> {
  const currentTagset = liveProject.folder.project.data().tagset;
  const [undecided] = partsUndecided(currentTagset, after, moves);
  if (undecided)
    throw new ApiError("change-invalid", { code: "undecided", kind: undecided.kind, id: undecided.id });
  const entities = tableOf(entitiesOf(liveProject));
  const parts: StepRequest["parts"][number][] = [];
  for (const article of liveProject.articles.keys()) {
    const sets = [
      { article, standing: await ownSet(context, liveProject, article) },
      { article, whose: "curation" as const, standing: await curatedSet(context, liveProject, article) },
    ];
    for (const { standing, ...part } of sets) {
      if (!standing) continue;
      const annotations = { set: standing.set, entities };
      const change = carryOver({ annotations, now: context.now }, { before: currentTagset, after, moves });
      if (!isEmptyChange(change)) parts.push({ ...part, revision: standing.revision, change });
    }
  }
  return parts;
}

/** Which colleagues use something that goes. */
async function othersUsing(context: CoreContext, liveProject: LiveProject, after: Tagset) {
  const { tagset, annotators } = liveProject.folder.project.data();
  const removedParts = partsGone(tagset, after);
  const others: { annotator: string; records: number }[] = [];
  if (removedParts.length === 0) return others;
  for (const { id, name, kind } of annotators) {
    if (id === liveProject.annotator?.id || kind === "curation") continue;
    let records = 0;
    for (const article of liveProject.articles.values()) {
      const { set } = await readSet(context.disk, setPlace(liveProject.folder, article, id));
      records += recordsUsing(set, removedParts);
    }
    if (records > 0) others.push({ annotator: name, records });
  }
  return others;
}

function findHandlers(context: CoreContext, projects: OpenProjects): HandlersNamed<"find"> {
  const searching = latestOf();
  return {
    async "find.search"({ project, query, articles }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      return searching.run(projectOpening, async (signal) => {
        const searchedArticles = articles
          ? await Promise.all([...new Set(articles)].map((id) => articleIn(context, liveProject, id)))
          : [...liveProject.articles.values()];
        return await findHits(context, liveProject, { query, articles: searchedArticles, signal });
      });
    },
    "find.stop"({ project }, client) {
      projects.get(project, client);
      searching.stop(project);
      return null;
    },
  };
}
