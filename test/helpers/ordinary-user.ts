// Permissions mean nothing to root, which tests in a container often are: this does some work as somebody else.
import { lchown, readdir } from "node:fs/promises";
import { join } from "node:path";

const nobody = 65_534;

/** False on systems where permissions are no numbers; what they forbid cannot be tested there. */
export const canBeOrdinary = process.getuid !== undefined;

/** Does the work as a user to whom permissions apply, who owns the folder `root` and all in it. */
export async function asOrdinaryUser<T>(root: string, work: () => Promise<T>): Promise<T> {
  const { getuid, seteuid } = process;
  if (getuid?.() !== 0 || !seteuid) return work();
  await own(root);
  seteuid(nobody);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}

async function own(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true }))
    if (entry.isDirectory()) await own(join(path, entry.name));
    else await lchown(join(path, entry.name), nobody, nobody);
  await lchown(path, nobody, nobody);
}
