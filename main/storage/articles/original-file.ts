// The file that an article came from, read as it was kept.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article, Original } from "../../../shared/model/article.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../files/disk.ts";
import { readDurable } from "../files/durable-file.ts";
import { sha256 } from "../files/json-text.ts";
import { originalPath } from "../project/project-folder.ts";

/** Throws `article-damaged` where it is gone, or is not what it was. */
export async function readOriginalFile(
  disk: Disk,
  root: string,
  { id }: Pick<Article, "id">,
  original: Original,
): Promise<Uint8Array> {
  const bytes = await readDurable(disk, originalPath(root, { id }, original), limits.articleBytes);
  if (bytes && sha256(bytes) === original.sha256) return bytes;
  throw new ApiError("article-damaged", {
    article: id,
    file: original.storedAs,
    why: bytes ? "hash" : "missing",
  });
}
