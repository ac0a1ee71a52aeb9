// What becomes of the lock of a project that is open: one that was lost to somebody else, one that somebody else gave back.

import type { ReadOnly } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { readLock } from "../../storage/project/lock.ts";
import type { CoreContext } from "../context.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";

export type LockNews =
  | { readonly kind: "taken-over"; readonly by: ReadOnly["detail"] }
  | { readonly kind: "read-only"; readonly readOnly: ReadOnly };

const told = new WeakMap<ProjectInUse, ReadOnly["detail"]>();

/** `null`: as it was. */
export async function followLock({ disk }: CoreContext, inUse: ProjectInUse): Promise<LockNews | null> {
  if (inUse.lock) {
    try {
      await inUse.lock.check();
      return null;
    } catch (error) {
      if (error instanceof ApiError && error.problem === "project-locked")
        return { kind: "taken-over", by: error.detail };
      throw error;
    }
  }
  if (inUse.readOnly?.why !== "locked") return null;
  const now = (await readLock(disk, inUse.folder.root)) ?? { isFree: true };
  const before = told.get(inUse) ?? null;
  told.set(inUse, now);
  if (before === null || sameValue(now, before)) return null;
  return { kind: "read-only", readOnly: { why: "locked", detail: now } };
}
