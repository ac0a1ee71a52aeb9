// What was acknowledged in a project once and is not in its folder any more, although nothing that is there is damaged: told when it is
// opened and by the examination, and brought back from the copies in the home when the person wants it. A backup that was restored looks
// the same, as does a folder that is still arriving, so that nothing is called damage and everything goes on meanwhile.
import { join } from "node:path";
import type { MissingWork } from "../../../shared/api/missing.ts";
import type { Article } from "../../../shared/model/article.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { makeFolders, statusIfAny, writeDurable } from "../../storage/files/durable-file.ts";
import { prettyJson } from "../../storage/files/json-text.ts";
import { valueIfAny } from "../../storage/files/storage-error.ts";
import { lastInHistory } from "../../storage/history/history-store.ts";
import { goodArticle } from "../../storage/project/good-article.ts";
import { isOfText, type KnownSet, ofHistory } from "../../storage/project/last-known.ts";
import { annotationsFolder, articleFolder, partsOf } from "../../storage/project/project-folder.ts";
import {
  annotatorsWithFiles,
  type ReadSet,
  readSet,
  type SetPlace,
  snapshotPath,
} from "../../storage/sets/read-set.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { takeVersions, untilCalm } from "../outside/take-versions.ts";
import { type FoundMissing, openSet, type ProjectInUse, setPlace, writerIn } from "../project-in-use.ts";
import { secondSourceOf, shelfOf } from "../second-source.ts";
import { recoverArticle } from "./recover-article.ts";

export interface KnownFolder {
  readonly root: string;
  readonly project: Project;
  readonly articles: ReadonlyMap<Id, Article>;
  /** What the home knows. */
  readonly known: Iterable<KnownSet>;
  /** A set that was read already, with what it lacks. */
  /** A set that was read already, if it lacks something; `null` for one that does not, `undefined` for one that was not read. */
  readBefore?(place: SetPlace): Lacking | null | undefined;
}

type Lacking = Pick<ReadSet, "set" | "missing">;

/** Of an open project. */
export const missingOf = (context: CoreContext, inUse: ProjectInUse): Promise<readonly FoundMissing[]> =>
  missingIn(context, {
    root: inUse.folder.root,
    project: inUse.folder.project.data(),
    articles: inUse.articles,
    known: inUse.known.sets(),
    readBefore: ({ article, annotator }) =>
      annotator === inUse.annotator?.id ? (inUse.lacking.get(article) ?? null) : undefined,
  });

/** More than these are not looked for in the copies. */
const mostCopies = 500;

export async function missingIn(context: CoreContext, of: KnownFolder): Promise<readonly FoundMissing[]> {
  const { project, articles } = of;
  const found: FoundMissing[] = [];
  const gone = new Map<Id, KnownSet[]>();
  const nameOf = namesIn(project);
  const files = filesIn(context, of);
  for (const set of of.known) {
    const article = articles.get(set.article);
    const name = nameOf(set.annotator);
    if (set.textHash === ofHistory) {
      const count = name === null ? 0 : set.seq - (await lastStep(context, of, set));
      if (count > 0) found.push(missingSteps(set, name ?? "", count));
      continue;
    }
    if (!article) gone.set(set.article, [...(gone.get(set.article) ?? []), set]);
    // Of a text of before, or of somebody who was put away.
    if (!article || name === null || !isOfText(set, article)) continue;
    const who = { annotator: { id: set.annotator, name }, article: article.id, title: article.title };
    const one = set.seq > 0 ? await missingChanges(context, of, article, set) : null;
    if (one?.missing) {
      const { count, copy } = one.missing;
      const work = { ...who, what: "changes", count, copiedAt: copy?.at ?? null } as const;
      found.push({ work, known: [set], changes: { found: one.set, copy } });
    } else if (set.seq === 0 && !(await files(article)).has(set.annotator)) {
      const place = placeOf(of, article, set.annotator);
      const copy = found.length < mostCopies ? await secondSourceOf(context, place)() : null;
      const work = { ...who, what: "set", count: null, copiedAt: copy?.at ?? null } as const;
      found.push({ work, known: [set], changes: null });
    }
  }
  for (const [article, known] of gone) {
    const one = await missingArticle(context, of, article);
    if (one) found.push({ work: one, known, changes: null });
  }
  return found;
}

const lastStep = ({ disk, settings: { device } }: CoreContext, { root }: KnownFolder, set: KnownSet) =>
  lastInHistory(disk, root, { annotator: set.annotator, device });

const missingSteps = (set: KnownSet, name: string, count: number): FoundMissing => ({
  work: {
    ...{ what: "steps", article: set.article, title: "", annotator: { id: set.annotator, name } },
    ...{ count, copiedAt: null },
  },
  known: [set],
  changes: null,
});

function namesIn(project: Project): (annotator: Id) => string | null {
  const names = new Map(project.annotators.map(({ id, name }) => [id, name]));
  const curation = curationOf(project);
  return (id) => names.get(id) ?? (id === curation.id ? curation.name : null);
}

const placeOf = ({ root, project }: KnownFolder, article: Article, annotator: Id): SetPlace => ({
  folder: annotationsFolder(root, article),
  project: project.id,
  article: article.id,
  annotator,
  textHash: article.textHash,
});

/** Whose files lie in an article's folder, asked once each. One that cannot be looked into may have them all. */
function filesIn({ disk }: CoreContext, { root }: KnownFolder) {
  const all: Pick<ReadonlySet<Id>, "has"> = { has: () => true };
  const asked = new Map<Id, Promise<Pick<ReadonlySet<Id>, "has">>>();
  return (article: Article) => {
    const before =
      asked.get(article.id) ?? annotatorsWithFiles(disk, annotationsFolder(root, article)).catch(() => all);
    asked.set(article.id, before);
    return before;
  };
}

async function missingChanges(
  context: CoreContext,
  of: KnownFolder,
  article: Article,
  { annotator, seq }: KnownSet,
): Promise<Lacking | null> {
  const place = placeOf(of, article, annotator);
  const last = { device: context.settings.device, seq };
  const before = of.readBefore?.(place);
  return before === undefined ? readSet(context.disk, place, secondSourceOf(context, place), last) : before;
}

/** `null` for one that is there and cannot be read, that is in the trash, or of which the annotations are left: that is told elsewhere. */
async function missingArticle(
  context: CoreContext,
  { root, project }: KnownFolder,
  article: Id,
): Promise<MissingWork | null> {
  const { disk } = context;
  const places = [
    articleFolder(root, article),
    join(root, "trash", article),
    join(root, "annotations", article),
  ];
  for (const path of places) if ((await valueIfAny(() => statusIfAny(disk, path))) !== null) return null;
  const good = await goodArticle(shelfOf(context, project.id), root, article);
  const title = good?.article.title ?? article;
  return { what: "article", article, title, annotator: null, count: null, copiedAt: good?.at ?? null };
}

interface InUse {
  readonly inUse: ProjectInUse;
  readonly steps: Steps;
  readonly outside: { look(isPatient: boolean): Promise<void> };
}

/**
 * Brings back whatever a copy holds, one's own annotations as a step that can be taken back. What could not be brought back is missing
 * still. Throws an `ApiError` for what the disk does; what came before it is back then.
 */
export async function bringBack(context: CoreContext, { inUse, steps, outside }: InUse): Promise<void> {
  writerIn(inUse);
  for (const one of [...inUse.missing]) {
    if (one.work.copiedAt === null) continue;
    if (one.work.what === "article") await bringArticle(context, inUse, one, steps);
    else if (one.changes) await bringChanges(context, inUse, steps, one);
    else await bringSet(context, inUse, one.work);
    inUse.missing = inUse.missing.filter((other) => other !== one);
  }
  await outside.look(false);
}

async function bringArticle(
  context: CoreContext,
  inUse: ProjectInUse,
  { work, known }: FoundMissing,
  steps: Steps,
): Promise<void> {
  await steps.alone(async () => {
    await recoverArticle(context, inUse, work.article);
    const article = inUse.articles.get(work.article);
    const annotators = known.filter((set) => article && isOfText(set, article)).map((set) => set.annotator);
    for (const annotator of new Set(annotators)) await writeCopy(context, inUse, work.article, annotator);
  });
}

async function bringChanges(
  context: CoreContext,
  inUse: ProjectInUse,
  steps: Steps,
  { work, changes }: FoundMissing,
): Promise<void> {
  if (!changes?.copy) return;
  const theirs = changes.copy.set;
  const whose = work.annotator?.id === inUse.annotator?.id ? undefined : "curation";
  const open = await openSet(context, inUse, work.article, whose);
  await untilCalm(() =>
    takeVersions(context, inUse, steps, open, { versions: [{ base: changes.found, theirs }] }),
  );
}

const bringSet = (context: CoreContext, inUse: ProjectInUse, { article, annotator }: MissingWork) =>
  annotator ? writeCopy(context, inUse, article, annotator.id) : Promise.resolve();

/** The newest copy of a set, where nothing of the set lies. */
async function writeCopy(context: CoreContext, inUse: ProjectInUse, id: Id, annotator: Id): Promise<void> {
  const { disk } = context;
  const { lock } = writerIn(inUse);
  const article = inUse.articles.get(id);
  if (!article) return;
  const place = setPlace(inUse.folder, article, annotator);
  const copy = await secondSourceOf(context, place)();
  if (!copy || (await annotatorsWithFiles(disk, place.folder)).has(annotator)) return;
  await lock.fence();
  await makeFolders(disk, inUse.folder.root, ...partsOf(inUse.folder.root, place.folder));
  await writeDurable(disk, snapshotPath(place), Buffer.from(prettyJson(copy.value), "utf8"));
}

/** The project is as it is: nothing of it is missing any more. */
export async function leaveMissing(inUse: ProjectInUse): Promise<void> {
  writerIn(inUse);
  for (const { work, known } of inUse.missing) {
    const left = known.map((set) => ({ ...set, seq: set.seq - (work.count ?? set.seq) }));
    await inUse.known.note(left.filter(({ seq }) => seq > 0));
    await inUse.known.forget(left.filter(({ seq }) => seq <= 0));
  }
  inUse.missing = [];
}
