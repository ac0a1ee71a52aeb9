// The versions of a project in one list: what was kept under a name and the moments of the automatic copies, with their sizes.
import type { Version, Versions } from "../../../shared/api/versions.ts";
import { copiesOn, retentionPlan } from "../../storage/home/backups.ts";
import { listVersions } from "../../storage/versions/version-files.ts";
import { originalBytes } from "../../storage/versions/version-originals.ts";
import { momentsOf } from "../changes/version-source.ts";
import type { CoreContext } from "../context.ts";
import { backupStoreOf } from "../project/backup-source.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";

/** Throws an `ApiError` when one of the two places cannot be listed. */
export async function versionsOf(context: CoreContext, { folder }: ProjectInUse): Promise<Versions> {
  const named = await listVersions(context.disk, folder.root);
  const copies = await copiesOn(backupStoreOf(context, folder.project.data().id));
  const versions: Version[] = [
    ...named.map(({ id, about, bytes, problem }) => ({
      kind: "kept" as const,
      id,
      name: about?.name ?? "",
      at: about?.at ?? "",
      by: about?.by ?? "",
      bytes,
      articles: about?.articles.length ?? 0,
      leftOut: about?.leftOut.length ?? 0,
      problem: problem?.toData() ?? null,
    })),
    ...momentsOf(copies).map(({ until, bytes, articles }) => {
      const at = new Date(until).toISOString();
      return {
        kind: "automatic" as const,
        id: at,
        name: "",
        at,
        by: "",
        bytes,
        articles,
        leftOut: 0,
        problem: null,
      };
    }),
  ];
  return {
    versions: versions.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    keptBytes: named.reduce((sum, { bytes }) => sum + bytes, await originalBytes(context.disk, folder.root)),
    automaticBytes: copies.reduce((sum, { bytes }) => sum + bytes, 0),
    plan: retentionPlan,
  };
}
