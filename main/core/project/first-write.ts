// Prepares a project for its first write: opening it writes nothing. One of an older form is copied whole into the
// home, and its own files are written in the form of today; somebody who is new to it is entered, once they have a name.
import type { Annotator } from "../../../shared/model/project.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { copyOlder } from "../../storage/home/older-copy.ts";
import type { Lock } from "../../storage/project/lock.ts";
import { type ProjectFolder, readVersion } from "../../storage/project/project-folder.ts";
import type { CoreContext } from "../context.ts";

/** The lock, whose fence nobody passes before that is done. When it fails, nothing of the project was written. */
export function guardFirstWrite(
  context: CoreContext,
  folder: ProjectFolder,
  annotator: Annotator | null,
  lock: Lock,
): Lock {
  let ready: Promise<void> | null = null;
  return {
    ...lock,
    async fence() {
      await lock.fence();
      ready ??= makeReady(context, folder, annotator);
      try {
        await ready;
      } catch (error) {
        ready = null;
        throw error;
      }
    },
  };
}

async function makeReady(
  { disk, options, now, emit }: CoreContext,
  { root, project, registry, version: opened }: ProjectFolder,
  annotator: Annotator | null,
): Promise<void> {
  // What others have made of the file since it was opened is no reason to write nothing any more.
  const version = (await orNull(() => readVersion(disk, root))) ?? opened;
  const isOlder = version < schemaVersion;
  const { id } = project.data();
  const copy = isOlder
    ? await copyOlder({ disk, home: options.home, project: id, root, version, at: now() })
    : null;
  // The project file first: from then on an older version opens the project for reading only. Of the others each says its
  // own form, so that one that is still of the older form is read as such, also after a crash.
  await project.update((data) => {
    const annotators = annotator ? withAnnotator(data.annotators, annotator) : data.annotators;
    return annotators === data.annotators && !isOlder ? data : { ...data, annotators };
  });
  if (!copy) return;
  await registry.update((data) => ({ ...data }));
  emit({ type: "migrated", root, copy });
}

/** The annotators with this one under their present name; the same list where that changes nothing. */
export function withAnnotator(
  annotators: readonly Annotator[],
  { id, name }: Annotator,
): readonly Annotator[] {
  const existing = annotators.find((one) => one.id === id);
  if (!existing) return [...annotators, { id, name }];
  return existing.name === name
    ? annotators
    : annotators.map((one) => (one === existing ? { ...one, name } : one));
}
