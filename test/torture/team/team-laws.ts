// What must hold once a team has come to rest: all copies hold the same, nothing that was acknowledged is lost, what two people said differently was told
// exactly once, and the examination of a project finds nothing.
import { join } from "node:path";
import { readArticle, readProject, readRegistry } from "../../../main/core/team/team-files.ts";
import type { TeamConflict } from "../../../main/core/team/team-store.ts";
import { readDurable } from "../../../main/storage/files/durable-file.ts";
import { sha256 } from "../../../main/storage/files/json-text.ts";
import { listIfAny } from "../../../main/storage/files/list-if-any.ts";
import { readSet } from "../../../main/storage/sets/read-set.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Project } from "../../../shared/model/project.ts";
import { isSnapshot, sharedKind } from "../../../shared/team/shared-file.ts";
import { workerAt } from "../place.ts";
import type { Machine } from "./machine.ts";
import type { Work } from "./team-acts.ts";
import { projectId, type TeamWorld } from "./team-world.ts";

interface AtRest {
  readonly machines: readonly Machine[];
  readonly work: Work;
  readonly told: readonly ToldConflict[];
}

/** A conflict, and at which machine it was told. */
export interface ToldConflict extends Omit<TeamConflict, "at" | "by"> {
  readonly machine: string;
}

export async function wrongInTeam(
  world: TeamWorld,
  { machines, work, told }: AtRest,
): Promise<string | null> {
  const [first, ...others] = machines;
  if (!first) throw new Error("somebody is there");
  const files = await sharedFilesOf(first);
  const sets = await setsOf(first, files);
  for (const other of others) {
    const theirs = await sharedFilesOf(other);
    const differ = [...new Set([...files.keys(), ...theirs.keys()])].filter(
      (path) => !files.get(path)?.equals(theirs.get(path) ?? Buffer.alloc(0)),
    );
    if (differ.length > 0) return `${other.name} has other bytes than ${first.name}: ${differ}`;
    const theirSets = await setsOf(other, theirs);
    for (const [set, { json }] of sets)
      if (theirSets.get(set)?.json !== json)
        return `${other.name} reads another set than ${first.name}: ${set}`;
  }
  const end = stateOf(files);
  return (
    lostChanges(work, sets) ??
    lostAdditions(work, end) ??
    lostEdits(work, told, end) ??
    wronglyTold(work, told) ??
    (await found(world, first))
  );
}

type Files = ReadonlyMap<string, Buffer>;

async function sharedFilesOf({ context: { disk }, root }: Machine): Promise<Files> {
  const files = new Map<string, Buffer>();
  async function walk(folder: string): Promise<void> {
    for (const { name, kind } of await listIfAny(disk, join(root, folder))) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "folder") await walk(path);
      else if (sharedKind(path) !== null && !isSnapshot(path))
        files.set(path, Buffer.from((await readDurable(disk, join(root, path), 1e9)) ?? new Uint8Array()));
    }
  }
  await walk("");
  return files;
}

interface FoundSet {
  readonly json: string;
  readonly changes: ReadonlySet<string>;
}

async function setsOf(
  { context: { disk }, root }: Machine,
  files: Files,
): Promise<ReadonlyMap<string, FoundSet>> {
  const sets = new Map<string, FoundSet>();
  for (const path of files.keys()) {
    const found = setAt(path);
    const key = found && `${found.article} ${found.annotator} ${found.revision}`;
    if (!found || key === null || sets.has(key)) continue;
    const { article, annotator, revision, folder } = found;
    const text = [`articles/${article}/`, `trash/${article}/article/`]
      .map((at) => files.get(`${at}${revision === "" ? "" : `revisions/${revision}/`}text.txt`))
      .find((one) => one !== undefined);
    if (!text) throw new Error(`a set has no text: ${path}`);
    const place = {
      folder: join(root, folder),
      project: projectId,
      article,
      annotator,
      textHash: sha256(text),
    };
    const { set, applied, warnings } = await readSet(disk, place);
    if (warnings.length > 0) throw new Error(`a set is not whole: ${JSON.stringify(warnings)}`);
    const changes = new Set(applied.map(({ opId }) => opId));
    sets.set(key, { json: JSON.stringify(setToJson(set)), changes });
  }
  return sets;
}

/** Of an article at its place or in the trash, and of which of its texts; empty for the first. */
function setAt(path: string) {
  const there = /^(annotations\/([a-z2-7]+)(?:\/([a-z2-7]+))?)\/([a-z2-7]+)\.[^/]+$/u.exec(path);
  const away = /^(trash\/([a-z2-7]+)\/annotations(?:\/([a-z2-7]+))?)\/([a-z2-7]+)\.[^/]+$/u.exec(path);
  const [, folder, article, revision = "", annotator] = there ?? away ?? [];
  return folder === undefined || article === undefined || annotator === undefined
    ? null
    : { folder, article, revision, annotator };
}

interface State {
  readonly project: Project;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly articles: ReadonlyMap<string, Article>;
}

function stateOf(files: Files): State {
  const bytes = (path: string): Buffer => files.get(path) ?? Buffer.alloc(0);
  const articles = [...files].flatMap(([path, content]) =>
    /^(?:articles\/[a-z2-7]+|trash\/[a-z2-7]+\/article)\/article\.json$/u.test(path)
      ? [readArticle(content)]
      : [],
  );
  return {
    project: readProject(bytes("project.json")),
    entities: new Map(readRegistry(bytes("entities.json")).entities.map((one) => [one.id, one])),
    articles: new Map(articles.map((one) => [one.id, one])),
  };
}

function lostChanges({ changes }: Work, sets: ReadonlyMap<string, FoundSet>): string | null {
  const kept = new Set(
    [...sets].flatMap(([key, found]) => {
      const [article, annotator] = key.split(" ");
      return [...found.changes].map((opId) => `${article} ${annotator} ${opId}`);
    }),
  );
  const lost = changes.filter((change) => !kept.has(change));
  return lost.length > 0 ? `changes of sets are lost: ${lost}` : null;
}

function lostAdditions({ additions, removals }: Work, { project, entities, articles }: State): string | null {
  const removed = new Set(removals.map(({ id }) => id));
  const isThere = ({ kind, id }: Work["additions"][number]): boolean => {
    const [first = "", second = ""] = [id.slice(0, id.indexOf(" ")), id.slice(id.indexOf(" ") + 1)];
    if (kind === "assignment")
      return (
        removed.has(id) ||
        !!project.assignments?.some((one) => one.article === first && one.annotator === second)
      );
    if (kind === "article set") return !!project.articleSets?.some((one) => one.id === id);
    if (kind === "entity") return entities.has(id) || removed.has(id);
    if (kind === "article") return articles.has(id);
    return removed.has(first) || !!entities.get(first)?.aliases.includes(second);
  };
  const lost = additions.filter((one) => !isThere(one));
  return lost.length > 0 ? `what was added is lost: ${JSON.stringify(lost)}` : null;
}

const fieldOf = ({ file, path }: ToldConflict): string => `${file} ${path}`;

/** The value of a field in the end; `undefined` where what it was of is gone. */
function standingValue({ project, entities, articles }: State, field: string): string | undefined {
  const [, entity] = /^entities\.json entities\.([a-z2-7]+)\.name$/u.exec(field) ?? [];
  if (entity !== undefined) return entities.get(entity)?.name;
  const [, article] = /^articles\/([a-z2-7]+)\/article\.json title$/u.exec(field) ?? [];
  if (article !== undefined) return articles.get(article)?.title;
  const [, person] = /^project\.json annotators\.([a-z2-7]+)\.name$/u.exec(field) ?? [];
  if (person !== undefined) return project.annotators.find(({ id }) => id === person)?.name;
  const [, set] = /^project\.json articleSets\.([a-z2-7]+)\.name$/u.exec(field) ?? [];
  if (set !== undefined) return project.articleSets?.find(({ id }) => id === set)?.name;
  const [, type] = /^project\.json tagset\.spanTypes\.([a-z-]+)\.name$/u.exec(field) ?? [];
  return type === undefined ? project.name : project.tagset.spanTypes.find(({ id }) => id === type)?.name;
}

/** A value stands, or somebody who saw it wrote another over it, or it was told as one of two. */
function lostEdits({ edits, removals }: Work, told: readonly ToldConflict[], end: State): string | null {
  const written = new Set(edits.map(({ field, from }) => `${field} ${from}`));
  const removed = new Set(removals.map(({ id, name }) => `entities.json entities.${id}.name ${name}`));
  const tellings = JSON.stringify(told);
  const lost = edits.filter(
    ({ field, to, isSaved }) =>
      isSaved &&
      standingValue(end, field) !== to &&
      !written.has(`${field} ${to}`) &&
      !removed.has(`${field} ${to}`) &&
      !tellings.includes(JSON.stringify(to)),
  );
  return lost.length > 0 ? `values are lost: ${JSON.stringify(lost)}` : null;
}

/** Two values that met are told of once, and only where each was written without knowing the other. */
function wronglyTold({ edits }: Work, told: readonly ToldConflict[]): string | null {
  const met = new Map<string, number>();
  for (const one of told) {
    if (one.why !== "both-changed" || one.path === "") continue;
    const field = fieldOf(one);
    const [ours, theirs] = [String(one.ours), String(one.theirs)];
    if (isAfter(edits, field, ours, theirs) || isAfter(edits, field, theirs, ours))
      return `it tells of two values of which one was written over the other: ${JSON.stringify(one)}`;
    const pair = [field, ...[ours, theirs].sort()].join(" ");
    met.set(pair, (met.get(pair) ?? 0) + 1);
  }
  const twice = [...met].filter(([, count]) => count > 1);
  return twice.length > 0 ? `it is told more than once that two values met: ${twice}` : null;
}

function isAfter(edits: Work["edits"], field: string, later: string, earlier: string): boolean {
  const [first] = edits.filter((one) => one.field === field && one.to === later);
  return (
    !!first?.from &&
    !first.isBlurred &&
    (first.from === earlier || isAfter(edits, field, first.from, earlier))
  );
}

async function found({ disk }: TeamWorld, { home, root }: Machine): Promise<string | null> {
  const worker = await workerAt(home, disk);
  try {
    const { findings } = await worker.client.call("project.examine", { path: root });
    const wrong = findings.filter(({ weight }) => weight !== "note");
    return wrong.length > 0 ? `the examination finds ${JSON.stringify(wrong)}` : null;
  } finally {
    await worker.close();
  }
}
