// Gathers a copy of the whole project for when it cannot be saved: from memory first, with what the window has not yet saved
// on top, so that it works when the project's disk is gone. What can be had of the rest is read; what cannot is named.

import { bundleOf, type ExportBundle, type ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type AnnotationSetJson,
  type Annotations,
  setFromJson,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { applyChange, type Change, fittingPart } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { records, type Table, tableOf } from "../../../shared/model/table.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { entitiesOf, openSetIfAny, type ProjectInUse, setPlace } from "../project/project-in-use.ts";

interface ProjectCopy {
  readonly bundle: ExportBundle;
  /** Titles of the articles that could not be read. */
  readonly leftOut: readonly string[];
}

/** `unsaved`: the changes of each article that are not acknowledged, in their order. Those that do not fit are left out. */
export async function gatherCopy(
  context: CoreContext,
  inUse: ProjectInUse,
  unsaved: ReadonlyMap<Id, readonly Change[]>,
): Promise<ProjectCopy> {
  const project = inUse.folder.project.data();
  let entities: Table<Entity> = tableOf(entitiesOf(inUse));
  const articles: ExportedArticle[] = [];
  const leftOut: string[] = [];
  for (const article of inUse.articles.values())
    try {
      const openSet = await openSetIfAny(inUse, article.id);
      const text = openSet?.text ?? (await readText(context.disk, inUse.folder.root, article));
      const changes = unsaved.get(article.id) ?? [];
      const ownState = openSet && withUnsaved({ set: openSet.store.set(), entities }, changes);
      const isBegun = openSet !== null && openSet.store.revision() + changes.length > 0;
      entities = ownState?.entities ?? entities;
      const others = await setsOf(context, inUse, article, ownState ? inUse.annotator?.id : undefined);
      articles.push({
        article,
        text,
        sets: [...(ownState && isBegun ? [setToJson(ownState.set)] : []), ...others],
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      leftOut.push(article.title);
    }
  const generator = `Sayso ${context.options.version}`;
  const parts = { project, entities: [...records(entities)], articles, exportedAt: context.now(), generator };
  return { bundle: bundleOf(parts), leftOut };
}

function withUnsaved(state: Annotations, changes: readonly Change[]): Annotations {
  return changes.reduce((before, change) => {
    const part = fittingPart(before, change);
    return part ? applyChange(before, part) : before;
  }, state);
}

async function setsOf(
  context: CoreContext,
  inUse: ProjectInUse,
  article: Article,
  except: Id | undefined,
): Promise<AnnotationSetJson[]> {
  const sets: AnnotationSetJson[] = [];
  for (const { id } of inUse.folder.project.data().annotators) {
    if (id === except) continue;
    const place = setPlace(inUse.folder, article, id);
    const secondSource = backupOf(context, place);
    const { set, revision } = await readSet(context.disk, place, secondSource);
    // A disk that is gone looks like a set that was never begun.
    const copy = revision === 0 ? await secondSource() : null;
    if (revision > 0 || copy) sets.push(setToJson(copy ? setFromJson(copy.value) : set));
  }
  return sets;
}
