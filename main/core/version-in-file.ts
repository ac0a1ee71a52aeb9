// A version of an article as a file has it: read, and nothing of it kept.
import { basename } from "node:path";
import { ApiError } from "../../shared/api/errors.ts";
import type { ReadVersion } from "../../shared/api/methods/comparisons.ts";
import { message } from "../../shared/words/message.ts";
import type { Disk } from "../storage/disk.ts";
import { readArticleFile } from "./article-reader.ts";
import { readSourceFile } from "./source-file.ts";
import { titleFor } from "./title.ts";

/** Throws an `ApiError` for a file that is no article. */
export async function versionInFile(disk: Disk, path: string): Promise<ReadVersion> {
  const fileName = basename(path);
  const bytes = await readSourceFile(disk, path);
  const read = await readArticleFile({ bytes, fileName });
  if (!read.ok) throw new ApiError(read.problem, read.detail);
  return {
    title: read.title ?? titleFor(fileName, read.text),
    text: read.text,
    label: message("changes.from-file", { file: fileName }),
    set: null,
  };
}
