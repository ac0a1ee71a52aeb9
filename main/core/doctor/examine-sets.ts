// Holds every annotator's set of every article to its own hashes and to all the laws of the model.
import { join } from "node:path";
import type { ProjectFinding } from "../../../shared/api/examination.ts";
import { explainViolation } from "../../../shared/errors/explain.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { violations } from "../../../shared/model/invariants.ts";
import type { Project } from "../../../shared/model/project.ts";
import { type Table, tableOf } from "../../../shared/model/table.ts";
import { message } from "../../../shared/words/message.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { readError } from "../../storage/files/storage-error.ts";
import { annotationsFolder, articleFolder } from "../../storage/project/project-folder.ts";
import { type ReadSet, readSet, type SetPlace } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { listInOrder, type NoteFinding, projectFindingOf, type SoundArticle } from "./finding.ts";

interface Surroundings {
  readonly root: string;
  readonly project: Project;
  readonly entities: readonly Entity[];
  readonly articles: ReadonlyMap<Id, SoundArticle>;
}

/** Broken laws of one set that are told one by one; the rest is counted. */
const maxTold = 20;

/** Every set that lies in the folder, with the place of its files; those of unreadable articles are left out. */
export async function setsIn(
  { disk }: CoreContext,
  { root, project, articles }: Omit<Surroundings, "entities">,
): Promise<readonly SetPlace[]> {
  const places: SetPlace[] = [];
  for (const [article, { article: record }] of articles) {
    const folder = annotationsFolder(root, record);
    const entries = await listInOrder(disk, folder);
    const annotators = entries.flatMap(({ name, kind }) => {
      const [, annotator] = /^([a-z2-7]+)(?:\.json|\.[a-z2-7]+\.journal(?:\.[1-9]\d*)?)$/.exec(name) ?? [];
      return kind === "file" && annotator !== undefined && isId(annotator) ? [annotator] : [];
    });
    for (const annotator of new Set(annotators))
      places.push({ folder, project: project.id, article, annotator, textHash: record.textHash });
  }
  return places;
}

/** Notes what is wrong with the sets, and counts what was looked at. */
export async function examineSets(
  context: CoreContext,
  around: Surroundings,
  note: NoteFinding,
): Promise<{ readonly sets: number; readonly annotations: number }> {
  const { root, project, articles } = around;
  const entities = tableOf(uniqueById(around.entities));
  const annotatorIds = new Set(project.annotators.map(({ id }) => id));
  // Of one that is there and cannot be read the reason is told already.
  for (const { name } of await listInOrder(context.disk, join(root, "annotations")))
    if (isId(name) && (await statusIfAny(context.disk, articleFolder(root, name))) === null)
      note({
        weight: "error",
        file: `annotations/${name}`,
        mends: false,
        what: message("doctor.without-article"),
        advice: message("doctor.without-article-advice"),
      });
  const places = await setsIn(context, around);
  let annotations = 0;
  for (const place of places) {
    const file = `annotations/${place.article}/${place.annotator}`;
    try {
      const storedSet = await readSet(context.disk, place, backupOf(context, place));
      annotations += storedSet.set.spans.size + storedSet.set.attributions.size;
      if (!annotatorIds.has(place.annotator))
        note({
          weight: "warning",
          file,
          mends: false,
          what: message("doctor.unknown-annotator"),
          advice: message("doctor.unknown-annotator-advice"),
        });
      for (const warning of storedSet.warnings)
        note(
          storedSet.unsafe === "damaged"
            ? projectFindingOf(file, warning, "error", storedSet.recoverable)
            : projectFindingOf(file, warning, "warning"),
        );
      const article = articles.get(place.article);
      if (article && storedSet.unsafe !== "newer")
        noteBroken(note, { file, read: storedSet, article, entities, project });
    } catch (error) {
      note(projectFindingOf(file, readError(error, file)));
    }
  }
  return { sets: places.length, annotations };
}

function noteBroken(
  note: NoteFinding,
  of: {
    readonly file: string;
    readonly read: ReadSet;
    readonly article: SoundArticle;
    readonly entities: Table<Entity>;
    readonly project: Project;
  },
): void {
  const { file, read, article, entities, project } = of;
  const { id: articleId } = article.article;
  const broken = violations(
    { set: read.set, entities },
    { text: article.text, articleId, tagset: project.tagset },
  ).filter(({ severity }) => severity === "error");
  for (const violation of broken.slice(0, maxTold))
    note({ weight: "error", file: `${file}#${violation.id}`, mends: false, ...explainViolation(violation) });
  const untold = broken.length - maxTold;
  if (untold > 0)
    note({
      weight: "error",
      file,
      mends: false,
      what: message("doctor.more-broken", { count: untold }),
      advice: message("doctor.more-broken-advice"),
    } satisfies ProjectFinding);
}

/** The registry's own repeated ids are told by themselves. */
function uniqueById(entities: readonly Entity[]): readonly Entity[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
}
