// Recovering a project whose own files are damaged: says from when its copies are, and puts them back under its lock.
import { ApiError } from "../../../shared/errors/errors.ts";
import { takeLock } from "../../storage/project/lock.ts";
import { realFolder } from "../../storage/project/project-folder.ts";
import { refuseEmptied, restorableFiles, restoreFiles } from "../../storage/recovery/recover-project.ts";
import type { CoreContext } from "../context.ts";

/**
 * Adds to an error of opening a damaged project when the copy was made from which it can be recovered; says where there is none of it that
 * it is not there.
 */
export async function withOffer(context: CoreContext, path: string, error: unknown): Promise<unknown> {
  const isDamage =
    error instanceof ApiError &&
    (error.problem === "project-damaged" ||
      (error.problem === "project-not-one" && error.detail.why === "no-project-file"));
  if (!isDamage) return error;
  const { disk, options } = context;
  try {
    const root = await realFolder(disk, path);
    await refuseEmptied(disk, options.home, root);
    const [copy] = await restorableFiles(disk, options.home, root);
    if (!copy) return error;
    return new ApiError(error.problem, { ...error.detail, copiedAt: copy.at }, { cause: error });
  } catch (other) {
    return other instanceof ApiError && other.problem === "project-missing" ? other : error;
  }
}

/** Throws `identity-missing`, `project-locked`, `project-damaged` without a copy, and what hinders writing. */
export async function recoverProject(context: CoreContext, path: string): Promise<void> {
  const { disk, options, settings, now } = context;
  const holder = settings.get().annotatorName;
  if (holder === null) throw new ApiError("identity-missing");
  const root = await realFolder(disk, path);
  await refuseEmptied(disk, options.home, root);
  const lock = await takeLock({ disk, root, holder, version: options.version, now });
  try {
    const files = await restorableFiles(disk, options.home, root);
    await lock.fence();
    await restoreFiles(disk, root, files);
  } finally {
    await lock.release();
  }
}
