// Lists, with both values, the fields of a project's shared files that both sides changed, and decides each for the other value: as a step that can be
// taken back, and the project's name and people, which no step is about, in the project's file.
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
import { projectFile, registryFile } from "../../storage/project/project-folder.ts";
import type { ProjectWindows } from "../changes/opening.ts";
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
  const isFor = (side: ConflictSideName): boolean =>
    (workFor(liveProject, conflict, side) ?? projectWith(liveProject, conflict, side)) !== null;
  return {
    ...{ key: conflictKey(conflict), file, path, why, by, at },
    ...namedField(liveProject, conflict),
    ...{ ours: shown(named(liveProject, path, ours)), theirs: shown(named(liveProject, path, theirs)) },
    stands: sameValue(now, ours) ? "ours" : sameValue(now, theirs) ? "theirs" : "other",
    isDecidable: isFor("ours") || isFor("theirs"),
  };
}

/** The innermost record with a name that the path leads through, and what is left of the path. */
function namedField(
  liveProject: LiveProject,
  { file, path, ours, theirs }: TeamConflict,
): Pick<TeamDifference, "title" | "field"> {
  const article = articleIn(liveProject, file);
  if (article) return { title: article.title, field: path };
  const [names, record] = [path.split("."), recordIn(liveProject, file)];
  for (let at = names.length; record && at > 0; at -= 1) {
    const values = [
      valueAt(record, names.slice(0, at).join(".")),
      ...(at === names.length ? [ours, theirs] : []),
    ];
    const title = values.map(nameOfRecord).find((name) => name !== null);
    if (title !== undefined && title !== null) return { title, field: names.slice(at).join(".") };
  }
  return { title: "", field: path };
}

function nameOfRecord(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { name, title } = value as { readonly name?: unknown; readonly title?: unknown };
  return typeof name === "string" ? name : typeof title === "string" ? title : null;
}

/** Ids of people and of entities as what they are called. */
function named(liveProject: LiveProject, path: string, value: unknown): unknown {
  if (!/\.(?:sameAs|notSameAs|mergedInto)$/u.test(path) || value === null) return value;
  const known: readonly { readonly id: Id; readonly name: string }[] = [
    ...liveProject.folder.project.data().annotators,
    ...entitiesOf(liveProject),
  ];
  return [value]
    .flat()
    .map((one) => known.find(({ id }) => id === one)?.name ?? one)
    .join(", ");
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
  if (file === projectFile) return liveProject.folder.project.data();
  if (file === registryFile) return { entities: entitiesOf(liveProject) };
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
  if (file === registryFile) {
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

/** The project with its name, or what is said of one of its people, as one side has it; `null` where it is so already, and for any other field. */
function projectWith(
  { folder, annotator }: LiveProject,
  { file, path, ...values }: TeamConflict,
  side: ConflictSideName,
): Project | null {
  const [list = "", id, field] = path.split(".");
  if (file !== projectFile || (path !== "name" && list !== "annotators")) return null;
  // What somebody is called who works here stands in their settings.
  if (id !== undefined && id === annotator?.id && field === "name") return null;
  const before = folder.project.data();
  const after = withValueAt(before, path, values[side] ?? undefined);
  return after === null || sameValue(before, after) ? null : after;
}

interface SideRequest {
  readonly key: string;
  readonly side: ConflictSideName;
  readonly opId: Id;
  readonly step: StepNote;
}

interface Deciding {
  readonly liveProject: LiveProject;
  readonly steps: Pick<Steps, "apply" | "exclusively">;
  readonly windows: Pick<ProjectWindows, "tell">;
}

/** Puts the value of one side in the place of what stands. Throws an `ApiError`: then nothing has changed. */
export async function takeDifference(
  context: CoreContext,
  deciding: Deciding,
  { key, side, opId, step: note }: SideRequest,
  client: Id,
): Promise<TookTeamSide> {
  const { liveProject, steps } = deciding;
  writerIn(liveProject);
  const conflicts = await readConflicts(context.disk, folderOf(context, liveProject));
  const conflict = conflicts.find((one) => conflictKey(one) === key);
  if (!conflict) return { step: null };
  const work = workFor(liveProject, conflict, side);
  if (!work) {
    await takeInProject(deciding, conflict, side);
    return { step: null };
  }
  await steps.apply({ opId, step: note, ...work, parts: [] }, client);
  return { step: { ...note, id: opId, ...work } };
}

async function takeInProject(
  { liveProject, steps, windows }: Deciding,
  conflict: TeamConflict,
  side: ConflictSideName,
): Promise<void> {
  const { lock } = writerIn(liveProject);
  await steps.exclusively(async () => {
    const next = projectWith(liveProject, conflict, side);
    if (next === null) return;
    await lock.fence();
    await liveProject.folder.project.update((data) => ({
      ...data,
      name: next.name,
      annotators: next.annotators,
    }));
  });
  const { name, annotators } = liveProject.folder.project.data();
  windows.tell(liveProject, { type: "renamed", name });
  windows.tell(liveProject, { type: "annotators", annotators });
}
