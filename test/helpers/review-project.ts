// A project folder in which several people's sets of the sample articles lie, as a synchronised folder would have them.

import { addArticle } from "../../main/storage/articles/article-files.ts";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { makeFolders } from "../../main/storage/files/durable-file.ts";
import { annotationsFolder, createProject } from "../../main/storage/project/project-folder.ts";
import { writeFirstSet } from "../../main/storage/sets/imported-set.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import { type Project, schemaVersion } from "../../shared/model/project.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { hashOf } from "./bundles.ts";
import { type SeveralAnnotators, severalAnnotators } from "./several-annotators.ts";
import { idSource } from "./sources.ts";

export interface ReviewProject extends SeveralAnnotators {
  readonly path: string;
  readonly project: Project;
}

/** Makes the folder `path`, which must not be there, the project. Whoever opens it by the first name owns the first sets. */
export async function writeReviewProject(path: string, names: readonly string[]): Promise<ReviewProject> {
  const newId = idSource("r");
  const several = severalAnnotators(names, newId);
  const project: Project = {
    schemaVersion,
    id: newId(),
    name: "Sample project",
    createdAt: "2026-01-01T00:00:00.000Z",
    tagset: newsAttribution,
    annotators: several.annotators,
  };
  await createProject(nodeDisk, path, project, several.entities);
  for (const { article: sample, sets } of several.articles) {
    const { id, title, fileName, text, metadata } = sample;
    const original = Buffer.from(text, "utf8");
    const textHash = hashOf(text);
    const article = {
      id,
      title,
      addedAt: "2026-01-01T00:00:00.000Z",
      textHash,
      length: text.length,
      metadata,
      original: {
        fileName,
        storedAs: "original.txt",
        byteLength: original.length,
        sha256: textHash,
        encoding: "utf-8" as const,
      },
    };
    await addArticle(nodeDisk, path, { article, text, original });
    await makeFolders(nodeDisk, path, "annotations", id);
    const folder = annotationsFolder(path, article);
    for (const set of sets)
      await writeFirstSet(
        nodeDisk,
        { folder, project: project.id, article: id, annotator: set.annotatorId, textHash },
        setFromJson(set),
      );
  }
  return { ...several, path, project };
}
