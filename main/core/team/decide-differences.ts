// Lists, with both values, the fields of a project's shared files that both sides changed, and decides each for the other value as a step that
// can be taken back.
import type { ConflictSideName } from "../../../shared/api/outside-news.ts";
import type { TeamDifference, TookTeamSide } from "../../../shared/api/team.ts";
import { valueAt, withValueAt } from "../../../shared/merge/value-at.ts";
import { aboutOf } from "../../../shared/model/article-about.ts";
import { articleSetsBetween } from "../../../shared/model/article-set.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { isEmptyWork, type StepNote, type StepWork } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { nothingIn, type Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type LiveProject, writerIn } from "../project/live-project.ts";
import { conflictKey, readConflicts, type TeamConflict, teamFolder } from "./team-store.ts";

const folderOf = ({ options }: CoreContext, { folder }: LiveProject): string =>
  teamFolder(options.home, folder.project.data().id);

/** The latest first. */
export async function listDifferences(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly TeamDifference[]> {
  const conflicts = await readConflicts(context.disk, folderOf(context, liveProject));
  return conflicts.map((one) => differenceOf(liveProject, one)).reverse();
}

function differenceOf(liveProject: LiveProject, conflict: TeamConflict): TeamDifference {
  const { file, path, why, by, at, ours, theirs } = conflict;
  const record = recordIn(liveProject, file);
  const now = record && (valueAt(record, path) ?? null);
  const work = (side: ConflictSideName): StepWork | null => workFor(liveProject, conflict, side);
  return {
    ...{ key: conflictKey(conflict), file, path, why, by, at },
    title: articleIn(liveProject, file)?.title ?? "",
    ...{ ours: shown(ours), theirs: shown(theirs) },
    stands: sameValue(now, ours) ? "ours" : sameValue(now, theirs) ? "theirs" : "other",
    isDecidable: (work("ours") ?? work("theirs")) !== null,
  };
}

/** Code units of a value that is shown. */
const most = 400;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

const articleIn = ({ articles }: LiveProject, file: string) => {
  const [, id = ""] = /^articles\/([a-z2-7]+)\/article\.json$/u.exec(file) ?? [];
  return articles.get(id) ?? null;
};

/** What the file says now, as it is open here. */
function recordIn(liveProject: LiveProject, file: string): object | null {
  if (file === "project.json") return liveProject.folder.project.data();
  if (file === "entities.json") return { entities: entitiesOf(liveProject) };
  return articleIn(liveProject, file);
}

/** `null` where it is so already, and where no step can make it so. */
function workFor(
  liveProject: LiveProject,
  { file, path, ...values }: TeamConflict,
  side: ConflictSideName,
): StepWork | null {
  const record = recordIn(liveProject, file);
  if (!record || path === "" || values.why === "removed-and-used") return null;
  const next = withValueAt(record, path, values[side] ?? undefined);
  if (next === null) return null;
  const work = { parts: [], ...changeIn(liveProject, file, record, next) };
  return isEmptyWork(work) ? null : work;
}

function changeIn(
  liveProject: LiveProject,
  file: string,
  before: object,
  after: object,
): Omit<StepWork, "parts"> {
  if (file === "entities.json") {
    const [from, to] = [before, after].map(
      (one) => (one as { readonly entities: readonly Entity[] }).entities,
    );
    const { entities } = changeBetween(nothingIn(tableOf(from ?? [])), nothingIn(tableOf(to ?? [])));
    return entities ? { entities } : {};
  }
  const article = articleIn(liveProject, file);
  if (article) {
    const about = { article: article.id, from: aboutOf(article), to: aboutOf(after as typeof article) };
    return { about: [about] };
  }
  const [from, to] = [before as Project, after as Project];
  const articleSets = articleSetsBetween(from.articleSets ?? [], to.articleSets ?? []);
  return {
    ...(!sameValue(from.tagset, to.tagset) && { tagset: { from: from.tagset, to: to.tagset } }),
    ...(articleSets.added.length + articleSets.updated.length + articleSets.removed.length > 0 && {
      articleSets,
    }),
  };
}

interface SideRequest {
  readonly key: string;
  readonly side: ConflictSideName;
  readonly opId: Id;
  readonly step: StepNote;
}

/** Puts the value of one side in the place of what stands. Throws an `ApiError`: then nothing has changed. */
export async function takeDifference(
  context: CoreContext,
  { liveProject, steps }: { readonly liveProject: LiveProject; readonly steps: Pick<Steps, "apply"> },
  { key, side, opId, step: note }: SideRequest,
  client: Id,
): Promise<TookTeamSide> {
  writerIn(liveProject);
  const conflicts = await readConflicts(context.disk, folderOf(context, liveProject));
  const conflict = conflicts.find((one) => conflictKey(one) === key);
  const work = conflict && workFor(liveProject, conflict, side);
  if (!work) return { step: null };
  await steps.apply({ opId, step: note, ...work, parts: [] }, client);
  return { step: { ...note, id: opId, ...work } };
}
