// What people do to their copy of the project between two times that they synchronise, and what is known of it: what was acknowledged has to be found
// in the end. Each value that somebody writes into a field is one of its own, so that it tells who wrote it.
import { join } from "node:path";
import {
  addArticle,
  listArticles,
  readText,
  writeArticleFile,
} from "../../../main/storage/articles/article-files.ts";
import { writeRevision } from "../../../main/storage/articles/revision-files.ts";
import { statusIfAny } from "../../../main/storage/files/durable-file.ts";
import { listIfAny } from "../../../main/storage/files/list-if-any.ts";
import { takeLock } from "../../../main/storage/project/lock.ts";
import {
  annotationsFolder,
  openProjectFolder,
  type ProjectFolder,
} from "../../../main/storage/project/project-folder.ts";
import { openSetStore, type SetStore } from "../../../main/storage/sets/set-store.ts";
import { finishPutAway, putAway, takeBack } from "../../../main/storage/trash/trash.ts";
import { articlesInTrash } from "../../../main/storage/trash/trash-folder.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get, records } from "../../../shared/model/table.ts";
import type { Machine } from "./machine.ts";
import { articleOf, entityOf, projectId } from "./team-world.ts";

/** A value that somebody wrote over another one. `field`: the file, and the path in it, as conflicts name them. */
interface Edit {
  readonly field: string;
  readonly from: string | null;
  readonly to: string;
  /** A sync was interrupted before, and perhaps what came was written already and is not known to have been. */
  readonly isBlurred: boolean;
  isSaved: boolean;
}

/** What somebody added; who takes it away again notes that. */
interface Addition {
  readonly kind: "assignment" | "article set" | "entity" | "article" | "alias";
  readonly id: string;
}

/** What was done in a schedule. */
export interface Work {
  readonly edits: Edit[];
  readonly additions: Addition[];
  /** `article annotator opId` of each change of a set. */
  readonly changes: string[];
  /** Entities and assignments that somebody took out, with the name that they had then. */
  readonly removals: { readonly id: Id; readonly name: string }[];
  /** Machines of which the last sync did not come to its end. */
  readonly interrupted: Set<string>;
}

export const newWork = (): Work => ({
  edits: [],
  additions: [],
  changes: [],
  removals: [],
  interrupted: new Set(),
});

interface AtWork {
  readonly machine: Machine;
  readonly folder: ProjectFolder;
  readonly work: Work;
  fence(): Promise<void>;
}

type TeamAct = (at: AtWork) => Promise<void>;

/** Does something in the machine's copy of the project, as its only writer. */
export async function doAct(machine: Machine, work: Work): Promise<string> {
  const { disk, root, person, now, random } = machine;
  const [name, act] = random.pick(acts);
  const lock = await takeLock({ disk, root, holder: person, version: "0.0.0", now, folders: [root] });
  try {
    const folder = await openProjectFolder(disk, root);
    if (folder.unsafe || folder.warnings.length > 0)
      throw new Error(`it opens with ${JSON.stringify([folder.unsafe, folder.warnings])}`);
    // As whoever opens it does first.
    await finishPutAway(disk, root);
    const isEmpty = (await listArticles(disk, root)).articles.length === 0;
    await (isEmpty ? newArticle : act)({ machine, folder, work, fence: () => lock.fence() });
    return isEmpty ? "add an article" : name;
  } finally {
    await lock.release();
  }
}

const aTime = "2026-01-01T00:00:00.000Z";

/** Opens the set of whoever is at work here, of any article, and does something in it. */
async function inSet(
  { machine, fence }: AtWork,
  act: (store: SetStore, article: Article) => Promise<void>,
): Promise<void> {
  const { disk, root, annotator, device, now, random } = machine;
  const article = random.pick((await listArticles(disk, root)).articles);
  const place = {
    ...{ folder: annotationsFolder(root, article), project: projectId, article: article.id, annotator },
    textHash: article.textHash,
  };
  const store = await openSetStore({
    ...{ disk, root, place, device, now, fence },
    onSnapshotFailed: () => undefined,
  });
  try {
    if (store.unsafe) throw new Error(`a set opens with ${JSON.stringify(store.warnings)}`);
    await act(store, article);
  } finally {
    await store.close();
  }
}

/** Adds a mark, or changes or takes away one that was made at this machine. */
const mark = (at: AtWork): Promise<void> =>
  inSet(at, async (store, article) => {
    const { machine, folder, work } = at;
    const { disk, root, annotator, device, random, newId } = machine;
    const own = [...records(store.set().spans)].filter(
      ({ id, entity }) => id.startsWith(ownMark(device)) && entity === undefined,
    );
    const text = await readText(disk, root, article);
    const entities = folder.registry.data().entities.map(({ id }) => id);
    const changes = Array.from({ length: 1 + random.below(3) }, () => {
      const id = `${ownMark(device)}${newId()}`.slice(0, 32);
      return { opId: newId(), change: changeOf(own, { id, text, annotator, entities, random }) };
    });
    await store.append(changes.filter(({ change }) => change !== null) as { opId: Id; change: Change }[]);
    for (const { opId, change } of changes)
      if (change) work.changes.push(`${article.id} ${annotator} ${opId}`);
    if (random.chance(0.3)) await store.compact();
  });

/** Says that one's own set of an article is done, or that it no longer is. */
const finish = (at: AtWork): Promise<void> =>
  inSet(at, async (store, article) => {
    const { newId, annotator } = at.machine;
    const from = get(store.set().progress, article.id);
    const to = { id: article.id, state: from?.state === "done" ? "in-progress" : "done", note: "" } as const;
    const opId = newId();
    const progress = from
      ? { added: [], updated: [{ from, to }], removed: [] }
      : { added: [to], updated: [], removed: [] };
    await store.append([{ opId, change: { progress } }]);
    at.work.changes.push(`${article.id} ${annotator} ${opId}`);
  });

/** Ids of marks say at which machine they were made. */
const ownMark = (device: Id): string => (device.endsWith("home") ? "home" : "desk");

interface Marking {
  readonly id: Id;
  readonly text: string;
  readonly annotator: Id;
  readonly entities: readonly Id[];
  readonly random: Machine["random"];
}

/** The next change; `own` is brought up to it. */
function changeOf(own: Span[], { id, text, annotator, entities, random }: Marking): Change {
  const way = random.next();
  const old = own.length > 0 && way > 0.6 ? own.splice(random.below(own.length), 1)[0] : undefined;
  if (old && way > 0.85) return { spans: { added: [], updated: [], removed: [old] } };
  if (old) {
    const to = { ...old, type: old.type === "cue" ? "claim" : "cue" };
    own.push(to);
    return { spans: { added: [], updated: [{ from: old, to }], removed: [] } };
  }
  const start = random.below(40);
  const speaks = entities.length > 0 && random.chance(0.3);
  const added: Span = {
    ...{ id, type: speaks ? "speaker" : "cue" },
    segments: [selectorOf(text, { start, end: start + 4 })],
    ...(speaks && { entity: random.pick(entities) }),
    provenance: { annotator, at: aTime, origin: { by: "human" } },
  };
  if (!speaks) own.push(added);
  return { spans: { added: [added], updated: [], removed: [] } };
}

/** Notes what is about to be written, and that it was once it is. */
async function edited(
  { machine, work }: AtWork,
  edit: Omit<Edit, "isSaved" | "isBlurred">,
  write: () => Promise<unknown>,
): Promise<void> {
  const noted = { ...edit, isBlurred: work.interrupted.has(machine.name), isSaved: false };
  work.edits.push(noted);
  await write();
  noted.isSaved = true;
}

async function renameEntity(at: AtWork): Promise<void> {
  const { machine, folder } = at;
  const { registry } = folder;
  const { entities } = registry.data();
  if (entities.length === 0) return;
  const { id, name: from } = machine.random.pick(entities);
  const to = `Name ${machine.newId()}`;
  await edited(at, { field: `entities.json entities.${id}.name`, from, to }, () =>
    registry.update((data) => ({
      ...data,
      entities: data.entities.map((one) => (one.id === id ? { ...one, name: to } : one)),
    })),
  );
}

async function addEntity({ machine, folder, work }: AtWork): Promise<void> {
  const id = machine.newId();
  await folder.registry.update((data) => ({
    ...data,
    entities: [...data.entities, entityOf(id, `Entity ${id}`)],
  }));
  work.additions.push({ kind: "entity", id });
}

async function addAlias({ machine, folder, work }: AtWork): Promise<void> {
  const { entities } = folder.registry.data();
  if (entities.length === 0) return;
  const { id } = machine.random.pick(entities);
  const alias = `Alias ${machine.newId()}`;
  await folder.registry.update((data) => ({
    ...data,
    entities: data.entities.map((one) =>
      one.id === id ? { ...one, aliases: [...one.aliases, alias] } : one,
    ),
  }));
  work.additions.push({ kind: "alias", id: `${id} ${alias}` });
}

/** One that no mark of this copy mentions, as the window has it. */
async function removeEntity({ machine, folder, work }: AtWork): Promise<void> {
  const { root, random } = machine;
  const { registry } = folder;
  const { entities } = registry.data();
  if (entities.length < 3) return;
  const { id, name } = random.pick(entities);
  for (const folder of ["annotations", "trash"])
    if (await holdsBelow(machine, join(root, folder), id)) return;
  work.removals.push({ id, name });
  await registry.update((data) => ({ ...data, entities: data.entities.filter((one) => one.id !== id) }));
}

async function holdsBelow(machine: Machine, folder: string, id: Id): Promise<boolean> {
  for (const { name, kind } of await listIfAny(machine.disk, folder)) {
    const path = join(folder, name);
    if (await (kind === "folder" ? holdsBelow : holds)(machine, path, id)) return true;
  }
  return false;
}

async function holds({ disk }: Machine, path: string, id: Id): Promise<boolean> {
  if (path.endsWith(".gz")) return false;
  const file = await disk.open(path, "read");
  try {
    const { size } = await file.status();
    const bytes = Buffer.alloc(size);
    await file.read(bytes, 0);
    return bytes.includes(id);
  } finally {
    await file.close();
  }
}

async function renameProject(at: AtWork): Promise<void> {
  const {
    machine,
    folder: { project },
  } = at;
  const { name: from } = project.data();
  const to = `Project ${machine.newId()}`;
  await edited(at, { field: "project.json name", from, to }, () =>
    project.update((data) => ({ ...data, name: to })),
  );
}

async function renameType(at: AtWork): Promise<void> {
  const {
    machine,
    folder: { project },
  } = at;
  const { id, name: from } = machine.random.pick(project.data().tagset.spanTypes.slice(0, 3));
  const to = `Type ${machine.newId()}`;
  await edited(at, { field: `project.json tagset.spanTypes.${id}.name`, from, to }, () =>
    project.update((data) => ({
      ...data,
      tagset: {
        ...data.tagset,
        spanTypes: data.tagset.spanTypes.map((one) => (one.id === id ? { ...one, name: to } : one)),
      },
    })),
  );
}

async function assign({ machine, folder: { project }, work }: AtWork): Promise<void> {
  const { disk, root, random, annotator } = machine;
  const { articles } = await listArticles(disk, root);
  const pair = { article: random.pick(articles).id, annotator: random.pick(project.data().annotators).id };
  const isThere = project
    .data()
    .assignments?.some((one) => one.article === pair.article && one.annotator === pair.annotator);
  if (isThere) return;
  const assignment = { ...pair, at: aTime, by: annotator };
  await project.update((data) => ({ ...data, assignments: [...(data.assignments ?? []), assignment] }));
  work.additions.push({ kind: "assignment", id: `${pair.article} ${pair.annotator}` });
}

/** Asks somebody no longer. */
async function release({ machine, folder: { project }, work }: AtWork): Promise<void> {
  const { assignments = [] } = project.data();
  if (assignments.length === 0) return;
  const { article, annotator } = machine.random.pick(assignments);
  work.removals.push({ id: `${article} ${annotator}`, name: "" });
  await project.update((data) => ({
    ...data,
    assignments: (data.assignments ?? []).filter(
      (one) => one.article !== article || one.annotator !== annotator,
    ),
  }));
}

async function addSet({ machine, folder: { project }, work }: AtWork): Promise<void> {
  const id = machine.newId();
  const set = { id, name: `Set ${id}`, filter: {} };
  await project.update((data) => ({ ...data, articleSets: [...(data.articleSets ?? []), set] }));
  work.additions.push({ kind: "article set", id });
}

async function renameSet(at: AtWork): Promise<void> {
  const {
    machine,
    folder: { project },
  } = at;
  const { articleSets = [] } = project.data();
  if (articleSets.length === 0) return;
  const { id, name: from } = machine.random.pick(articleSets);
  const to = `Set ${machine.newId()}`;
  await edited(at, { field: `project.json articleSets.${id}.name`, from, to }, () =>
    project.update((data) => ({
      ...data,
      articleSets: (data.articleSets ?? []).map((one) => (one.id === id ? { ...one, name: to } : one)),
    })),
  );
}

async function renamePerson(at: AtWork): Promise<void> {
  const {
    machine,
    folder: { project },
  } = at;
  const { id, name: from } = machine.random.pick(project.data().annotators);
  const to = `Person ${machine.newId()}`;
  await edited(at, { field: `project.json annotators.${id}.name`, from, to }, () =>
    project.update((data) => ({
      ...data,
      annotators: data.annotators.map((one) => (one.id === id ? { ...one, name: to } : one)),
    })),
  );
}

async function renameArticle(at: AtWork): Promise<void> {
  const { machine } = at;
  const { disk, root, random, newId } = machine;
  const article = random.pick((await listArticles(disk, root)).articles);
  const { id, title: from } = article;
  const to = `Title ${newId()}`;
  await edited(at, { field: `articles/${id}/article.json title`, from, to }, () =>
    writeArticleFile(disk, root, { ...article, title: to, titleFrom: "person" }),
  );
}

async function newArticle({ machine, work }: AtWork): Promise<void> {
  const { disk, root, random, newId } = machine;
  const id = newId();
  await addArticle(disk, root, { ...articleOf(id, 3 + random.below(1_000)), original: null });
  work.additions.push({ kind: "article", id });
}

/** Moves an article to the trash, with everybody's work on it. */
async function discard({ machine }: AtWork): Promise<void> {
  const { disk, root, random, annotator, now } = machine;
  const { id, title } = random.pick((await listArticles(disk, root)).articles);
  await putAway(disk, root, { id, title, putAwayAt: now(), by: annotator });
}

async function restore({ machine }: AtWork): Promise<void> {
  const { disk, root, random } = machine;
  const away: Id[] = [];
  // One that a sync was ended in taking back is at both places until the next one.
  for (const id of await articlesInTrash(disk, root))
    if (!(await statusIfAny(disk, join(root, "articles", id)))) away.push(id);
  if (away.length > 0) await takeBack(disk, root, random.pick(away));
}

/** Gives an article another text; what was marked in the earlier one stays with that. */
async function revise({ machine }: AtWork): Promise<void> {
  const { disk, root, random, annotator, now, newId } = machine;
  const before = random.pick((await listArticles(disk, root)).articles);
  const [id, at] = [newId(), now()];
  const { article, text } = articleOf(before.id, 3 + random.below(1_000));
  const { textHash, length } = article;
  const after = { ...before, textHash, length, revision: id, textRevision: id };
  const revision: ArticleRevision = {
    ...{
      id,
      parent: before.revision ?? null,
      before,
      after,
      why: "correction" as const,
      note: "",
      at,
      by: annotator,
    },
    ...{ opId: newId(), step: { command: "revise", at }, sets: [] },
  };
  await writeRevision(disk, root, { revision, text, sets: [], original: null });
}

const once: readonly (readonly [name: string, act: TeamAct])[] = [
  ["rename an entity", renameEntity],
  ["add an entity", addEntity],
  ["add an alias", addAlias],
  ["take out an entity", removeEntity],
  ["rename the project", renameProject],
  ["rename a type", renameType],
  ["assign", assign],
  ["ask somebody no longer", release],
  ["rename a set of articles", renameSet],
  ["rename somebody", renamePerson],
  ["move an article to the trash", discard],
  ["take an article out of the trash", restore],
  ["give an article another text", revise],
  ["add a set of articles", addSet],
  ["rename an article", renameArticle],
  ["add an article", newArticle],
  ["finish an article", finish],
];

/** Marks are made more often than anything else. */
const acts: readonly (readonly [name: string, act: TeamAct])[] = [
  ...once,
  ...Array.from({ length: 8 }, () => ["mark", mark] as const),
];
