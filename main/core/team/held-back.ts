// Keeps colleagues' sets of an article out of the project until one's own is done, for who annotates blind: they arrive in the store, and are written into
// the project by the first sync after that.
import { join } from "node:path";
import { z } from "zod";
import { articleStateOf } from "../../../shared/model/article-state.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import { foldedName } from "../../../shared/model/folded-name.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import type { Tree } from "../../../shared/team/merge-trees.ts";
import { readArticle } from "../../storage/articles/article-files.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { durableJson } from "../../storage/files/durable-json.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { annotationsFolder } from "../../storage/project/project-folder.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { TeamContext } from "./team-store.ts";

const fileIn = (disk: Disk, folder: string) =>
  durableJson({
    disk,
    path: join(folder, "held-back.json"),
    schema: z.looseObject({ paths: z.array(z.string()) }),
    damaged: "storage-failed",
  });

/** The paths that a sync has left out of the project. `folder`: what the home has of it. */
export async function readHeldBack(disk: Disk, folder: string): Promise<ReadonlySet<string>> {
  return new Set((await fileIn(disk, folder).read())?.paths ?? []);
}

export async function writeHeldBack(disk: Disk, folder: string, paths: ReadonlySet<string>): Promise<void> {
  const before = await readHeldBack(disk, folder);
  const isSame = before.size === paths.size && [...paths].every((path) => before.has(path));
  if (!isSame) await fileIn(disk, folder).write({ paths: [...paths].sort() });
}

/** Of sets, and of what came with them. */
const form = /^(?:annotations|reviews)\/([a-z2-7]+)\/(?:[a-z2-7]+\/)?([a-z2-7]+)\.[^/]+$/u;

/** Those of these paths that are of colleagues' sets which this person is not to see before their own is done. */
export async function toHoldBack(
  { disk, name }: Pick<TeamContext, "disk" | "name">,
  root: string,
  project: Project,
  paths: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const me = project.annotators.find((one) => isPerson(one) && foldedName(one.name) === foldedName(name));
  const byArticle = new Map<Id, string[]>();
  for (const path of paths) {
    const [, article, annotator] = form.exec(path) ?? [];
    if (article === undefined || annotator === me?.id || !isAsked(project, article, me?.id)) continue;
    byArticle.set(article, [...(byArticle.get(article) ?? []), path]);
  }
  const held: string[] = [];
  for (const [article, of] of byArticle)
    if (!me || !(await isDone(disk, root, project.id, { article, annotator: me.id }))) held.push(...of);
  return new Set(held);
}

/** Whoever is assigned to an article is asked; where nobody is, everybody. */
function isAsked({ assignments = [] }: Project, article: Id, annotator: Id | undefined): boolean {
  const people = assignments.filter((one) => one.article === article);
  return people.length === 0 || people.some((one) => one.annotator === annotator);
}

async function isDone(
  disk: Disk,
  root: string,
  project: Id,
  { article, annotator }: { readonly article: Id; readonly annotator: Id },
): Promise<boolean> {
  const record = await orNull(() => readArticle(disk, root, article));
  if (!record) return false;
  const folder = annotationsFolder(root, record);
  const place = { folder, project, article, annotator, textHash: record.textHash };
  const { set, unsafe } = await readSet(disk, place);
  return unsafe === null && articleStateOf(set) === "done";
}

/** A state without these paths. */
export const withoutPaths = (tree: Tree, paths: ReadonlySet<string>): Tree =>
  new Map([...tree].filter(([path]) => !paths.has(path)));

interface HoldingBack {
  /** Paths that are not in the project, or lie there in an earlier version. */
  readonly heldBefore: ReadonlySet<string>;
  /** Paths that are not to be written into it. */
  readonly held: ReadonlySet<string>;
  readonly from: Tree;
  readonly to: Tree;
}

/** What to write into a project as the difference of two states: what was held back and no longer is, is written, and what is gone is removed. */
export function aroundHeldBack({ heldBefore, held, from, to }: HoldingBack): [from: Tree, to: Tree] {
  const absent = [...heldBefore].filter((path) => to.has(path));
  return [withoutPaths(from, new Set([...absent, ...held])), withoutPaths(to, held)];
}
