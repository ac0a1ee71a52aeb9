// Changing the project's tagset: reading one from a file, seeing what it would do to the annotations, and doing it.

import { basename } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { decode } from "../../../shared/importers/decode.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
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
import { readSet } from "../../storage/sets/read-set.ts";
import { makeAndApply } from "../changes/make-and-apply.ts";
import type { StepRequest } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { readApart } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";
import { curatedSet, ownSet } from "../project/own-sets.ts";
import { entitiesOf, type ProjectInUse, setPlace, writerIn } from "../project/project-in-use.ts";
import { readSourceFile } from "../source-file.ts";

export function tagsetHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "tagset.read" | "tagset.preview" | "tagset.put"> {
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
      const { inUse } = projects.get(project, client);
      const parts = await partsOf(context, inUse, tagset, moves);
      return {
        articles: parts.map(({ article, change }) => ({
          article,
          title: inUse.articles.get(article)?.title ?? article,
          counts: countsOfCarryOver(change),
        })),
        others: await othersUsing(context, inUse, tagset),
      };
    },
    async "tagset.put"({ project, opId, step, tagset, moves }, client) {
      const { inUse, steps } = projects.get(project, client);
      writerIn(inUse);
      return makeAndApply(
        async () => {
          const from = inUse.folder.project.data().tagset;
          return { parts: await partsOf(context, inUse, tagset, moves), tagset: { from, to: tagset } };
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
  inUse: ProjectInUse,
  after: Tagset,
  moves: TagsetMoves,
): Promise<StepRequest["parts"]> {
  const currentTagset = inUse.folder.project.data().tagset;
  const [undecided] = partsUndecided(currentTagset, after, moves);
  if (undecided)
    throw new ApiError("change-invalid", { code: "undecided", kind: undecided.kind, id: undecided.id });
  const entities = tableOf(entitiesOf(inUse));
  const parts: StepRequest["parts"][number][] = [];
  for (const article of inUse.articles.keys()) {
    const sets = [
      { article, standing: await ownSet(context, inUse, article) },
      { article, whose: "curation" as const, standing: await curatedSet(context, inUse, article) },
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
async function othersUsing(context: CoreContext, inUse: ProjectInUse, after: Tagset) {
  const { tagset, annotators } = inUse.folder.project.data();
  const removedParts = partsGone(tagset, after);
  const others: { annotator: string; records: number }[] = [];
  if (removedParts.length === 0) return others;
  for (const { id, name, kind } of annotators) {
    if (id === inUse.annotator?.id || kind === "curation") continue;
    let records = 0;
    for (const article of inUse.articles.values()) {
      const { set } = await readSet(context.disk, setPlace(inUse.folder, article, id));
      records += recordsUsing(set, removedParts);
    }
    if (records > 0) others.push({ annotator: name, records });
  }
  return others;
}
