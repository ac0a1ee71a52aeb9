// Finds the newest good copy of a project's file among its backups in the home.

import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { parseJson } from "../../storage/files/durable-json.ts";
import { type BackupStore, copiedAs, newestCopy } from "../../storage/home/backups.ts";
import { type ProjectFolder, projectFile, projectJsonOptions } from "../../storage/project/project-folder.ts";
import { type SecondSource, type SetPlace, snapshotPath } from "../../storage/sets/read-set.ts";
import { checkSetFile, setFile } from "../../storage/sets/set-file.ts";
import type { CoreContext } from "../context.ts";

export const backupStoreOf = ({ disk, options }: CoreContext, project: string): BackupStore => ({
  disk,
  home: options.home,
  project,
});

/** Somebody as the newest copy of the project's own file knows them that does; `null` for none. Never throws. */
export async function annotatorFromBackup(
  context: CoreContext,
  { root, project }: Pick<ProjectFolder, "root" | "project">,
  id: Id,
): Promise<Annotator | null> {
  const options = projectJsonOptions(context.disk, root);
  const copy = await newestCopy(backupStoreOf(context, project.data().id), projectFile, (bytes) => {
    const annotator = parseJson(bytes, options).annotators.find((one) => one.id === id);
    if (!annotator) throw new ApiError("annotator-missing", { annotator: id });
    return annotator;
  });
  return copy?.value ?? null;
}

/** The newest good copy of a set, of the same project, article, annotator and text. */
export function backupOf(context: CoreContext, place: SetPlace): SecondSource {
  const { article: articleId, annotator: annotatorId, textHash } = place;
  return (isWanted = () => true) =>
    newestCopy(backupStoreOf(context, place.project), copiedAs(place), (bytes) => {
      const file = parseJson(bytes, { path: snapshotPath(place), schema: setFile, damaged: "set-damaged" });
      checkSetFile(file, { articleId, annotatorId, textHash });
      if (!isWanted(file)) throw new ApiError("set-damaged", { article: articleId, why: "count" });
      return file;
    });
}
