// A project of several people whose first article is curated: as the second has it, so that the first differs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { annotationsFolder } from "../../main/storage/project/project-folder.ts";
import { writeFirstSet } from "../../main/storage/sets/imported-set.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import { curationOf } from "../../shared/model/curation.ts";
import { type ReviewProject, writeReviewProject } from "./review-project.ts";

/** Makes the folder `path`, which must not be there, the project. */
export async function writeCuratedProject(path: string, names: readonly string[]): Promise<ReviewProject> {
  const review = await writeReviewProject(path, names);
  const curation = curationOf(review.project);
  const file = join(path, "project.json");
  const project = JSON.parse(readFileSync(file, "utf8"));
  project.annotators.push(curation);
  writeFileSync(file, JSON.stringify(project));
  const [article] = review.articles;
  const set = article?.sets[1];
  if (!article || !set) throw new RangeError("Two people are needed.");
  const place = {
    folder: annotationsFolder(path, article.article),
    project: review.project.id,
    article: article.article.id,
    annotator: curation.id,
    textHash: set.textHash,
  };
  await writeFirstSet(nodeDisk, place, setFromJson({ ...set, annotatorId: curation.id }));
  return review;
}
