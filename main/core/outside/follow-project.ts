// A project that is only read, kept level with what its writer saves: nothing of it is held, so everything is read anew.

import { join } from "node:path";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Step } from "../../../shared/model/step.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { isMissing, orNull } from "../../storage/files/storage-error.ts";
import { annotationsFolder, articleFolder } from "../../storage/project/project-folder.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { outsideStep } from "../merge/outside-step.ts";
import { listArrived } from "../project/arrived-articles.ts";
import { backupOf } from "../project/backup-source.ts";
import { countsOf, entitiesOf, type ProjectInUse, setPlace } from "../project/project-in-use.ts";
import type { Tell } from "./tell.ts";
import type { Scope } from "./watch-folder.ts";

interface Windows {
  announceArticles(inUse: ProjectInUse): void;
}

interface FollowerState {
  readonly context: CoreContext;
  readonly inUse: ProjectInUse;
  readonly tell: Tell;
  readonly windows: Windows;
  signatures: ReadonlyMap<Id, string> | null;
}

/** Gives the function that looks, which tells the windows what is another than at its last call. */
export function followProject(
  context: CoreContext,
  inUse: ProjectInUse,
  tell: Tell,
  windows: Windows,
): (scope: Scope) => Promise<void> {
  const follower: FollowerState = { context, inUse, tell, windows, signatures: null };
  return async () => {
    await followFiles(follower);
    await followArticles(follower);
  };
}

async function followFiles({ inUse, tell, context }: FollowerState): Promise<void> {
  const { project, registry } = inUse.folder;
  const previousProject = project.data();
  const entities = entitiesOf(inUse);
  // What its writer is just writing, or has damaged, is read at the next look.
  await orNull(() => project.reload());
  await orNull(() => registry.reload());
  const currentProject = project.data();
  if (!sameValue(currentProject.annotators, previousProject.annotators))
    tell({ type: "annotators", annotators: currentProject.annotators });
  if (!sameValue(currentProject.assignments ?? [], previousProject.assignments ?? []))
    tell({ type: "assignments", assignments: currentProject.assignments ?? [] });
  if (!sameValue(entitiesOf(inUse), entities)) tell({ type: "entities", entities: entitiesOf(inUse) });
  if (sameValue(currentProject.tagset, previousProject.tagset)) return;
  const tagset = { from: previousProject.tagset, to: currentProject.tagset };
  const step: Step = { ...outsideStep(context), id: context.newId(), parts: [], tagset };
  tell({ type: "step", step });
}

async function signatureOf({ inUse, context }: FollowerState, article: Article): Promise<string> {
  const { root } = inUse.folder;
  const signatureParts = [article.textRevision ?? ""];
  for (const path of [articleFolder(root, article.id), annotationsFolder(root, article)])
    try {
      for (const { name, kind } of await context.disk.list(path)) {
        const status = kind === "file" ? await statusIfAny(context.disk, join(path, name)) : null;
        if (status) signatureParts.push(`${name} ${status.ino} ${status.size} ${status.modifiedAt}`);
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  return signatureParts.sort().join("\n");
}

async function followArticles(follower: FollowerState): Promise<void> {
  const { inUse } = follower;
  const { articles } = await listArrived(follower.context, inUse);
  const previousSignatures = follower.signatures;
  const currentSignatures = new Map<Id, string>();
  for (const article of articles) currentSignatures.set(article.id, await signatureOf(follower, article));
  follower.signatures = currentSignatures;
  if (previousSignatures === null) return;
  const changed = articles.filter(({ id }) => previousSignatures.get(id) !== currentSignatures.get(id));
  const isSame =
    changed.length === 0 && [...previousSignatures.keys()].every((id) => currentSignatures.has(id));
  if (isSame) return;
  inUse.articles.clear();
  for (const article of articles) inUse.articles.set(article.id, article);
  for (const article of changed) await countAnew(follower, article);
  follower.windows.announceArticles(inUse);
  follower.tell({ type: "sets", articles: changed.map(({ id }) => id) });
}

async function countAnew({ inUse, context, tell }: FollowerState, article: Article): Promise<void> {
  const annotator = inUse.annotator ?? inUse.folder.project.data().annotators[0];
  if (!annotator) return;
  const place = setPlace(inUse.folder, article, annotator.id);
  const { set, revision } = await readSet(context.disk, place, backupOf(context, place));
  inUse.counts.set(article.id, countsOf(set));
  tell({ type: "set", article: article.id, revision, again: true });
  tell({ type: "set", article: article.id, whose: "curation", revision, again: true });
}
