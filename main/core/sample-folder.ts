// This person's own copy of the sample project, made on first use in their home and theirs to change. What is marked in it says that it
// came with the sample, and until they give a name is said to be by Sayso.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import { schemaVersion } from "../../shared/model/project.ts";
import { type SampleArticle, sampleName, sampleProject } from "../../shared/sample/index.ts";
import { addArticle } from "../storage/articles/article-files.ts";
import { makeFolders, statusIfAny, syncFolder } from "../storage/files/durable-file.ts";
import { sha256 } from "../storage/files/json-text.ts";
import { orNull, writeError } from "../storage/files/storage-error.ts";
import { annotationsFolder, createProject, realFolder } from "../storage/project/project-folder.ts";
import { writeFirstSet } from "../storage/sets/imported-set.ts";
import type { CoreContext } from "./context.ts";

/** The author of the annotations that come with the sample, until somebody gives a name and they become theirs. */
export const sampleAuthorName = "Sayso";

/** Whether this is the folder of the copy; absolute, without links. */
export const isSample = async ({ disk, options }: CoreContext, root: string): Promise<boolean> =>
  root === (await orNull(() => realFolder(disk, join(options.home, "sample"))));

/** The folder of the copy. */
export async function sampleFolder(context: CoreContext): Promise<string> {
  const { disk, options, newId, settings } = context;
  const folder = join(options.home, "sample");
  const name = settings.get().annotatorName ?? sampleAuthorName;
  if (await statusIfAny(disk, folder)) return folder;
  // Whole under another name first, so that a crash leaves no half of it.
  const staged = join(options.home, `.sample-${randomBytes(6).toString("hex")}`);
  try {
    await writeSample(context, staged, { id: newId(), name });
    await disk.rename(staged, folder);
    await syncFolder(disk, options.home);
  } catch (error) {
    throw writeError(error, folder);
  }
  return folder;
}

async function writeSample(
  { disk, newId, now }: CoreContext,
  folder: string,
  annotator: { readonly id: string; readonly name: string },
): Promise<void> {
  const origin = { by: "imported", from: sampleName } as const;
  const sample = sampleProject({ newId, now, annotator: annotator.id, origin, hashOf: sha256 });
  const id = newId();
  const { name, tagset, articleSets } = sample;
  const project = { schemaVersion, id, name, createdAt: now(), tagset, articleSets };
  await createProject(disk, folder, { ...project, annotators: [annotator] }, sample.entities);
  for (const sampleArticle of sample.articles) {
    const bytes = Buffer.from(sampleArticle.text, "utf8");
    const article = articleOf(sampleArticle, bytes, now());
    await addArticle(disk, folder, { article, text: sampleArticle.text, original: bytes });
    await makeFolders(disk, folder, "annotations", article.id);
    const place = {
      folder: annotationsFolder(folder, article),
      project: id,
      article: article.id,
      annotator: annotator.id,
      textHash: article.textHash,
    };
    await writeFirstSet(disk, place, setFromJson(sampleArticle.set));
  }
}

function articleOf(
  { id, title, fileName, text, metadata, tags }: SampleArticle,
  bytes: Uint8Array,
  addedAt: string,
): Article {
  const hash = sha256(bytes);
  return {
    id,
    title,
    addedAt,
    textHash: hash,
    length: text.length,
    metadata,
    tags,
    original: {
      fileName,
      storedAs: "original.txt",
      byteLength: bytes.length,
      sha256: hash,
      encoding: "utf-8",
    },
  };
}
