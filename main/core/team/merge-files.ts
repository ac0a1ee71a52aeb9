// Merges the files of a project that both sides have changed, each by the one merge and over what both come from, so that whoever merges comes to
// the same bytes. What both changed differently is told with both values; one of them stands, until somebody decides.
import { ApiError } from "../../../shared/errors/errors.ts";
import { joinArticles } from "../../../shared/merge/join-articles.ts";
import { type FieldConflict, laterOf, mergeMembers } from "../../../shared/merge/merge.ts";
import { conflictsIn, mergeProjects } from "../../../shared/merge/merge-project.ts";
import { mergeEntities } from "../../../shared/merge/merge-registry.ts";
import type { EntityPutAway } from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator, Project } from "../../../shared/model/project.ts";
import { tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";
import { mergeTrees, type PathVersions, type Tree } from "../../../shared/team/merge-trees.ts";
import { alignPutAway } from "../../../shared/team/put-away.ts";
import { sharedKind } from "../../../shared/team/shared-file.ts";
import type { Git } from "../../storage/git/git.ts";
import { keepContent, readContent, readContents, sizesOf } from "../../storage/git/git-store.ts";
import { decodeHistory } from "../../storage/history/history-format.ts";
import { type RegistryFile, registryFile } from "../../storage/project/project-folder.ts";
import { sourceOf } from "../../storage/sets/imported-set.ts";
import { decodeJournal } from "../../storage/sets/journal-format.ts";
import { annotatorFolderName, noteName } from "../../storage/trash/trash-folder.ts";
import {
  articleBytes,
  projectBytes,
  readArticle,
  readProject,
  readRegistry,
  readSnapshot,
  registryBytes,
} from "./team-files.ts";
import type { TeamConflict } from "./team-store.ts";

/** The contents of a file on the three sides; `base` `null`: both added it. */
interface FileContents {
  readonly base: Uint8Array | null;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

interface MergedFile {
  readonly content: Uint8Array;
  readonly conflicts: readonly Omit<TeamConflict, "by" | "at">[];
}

/** What the other files of both sides say. */
interface Around {
  /** Whether something that a side changed mentions an entity. */
  isMentioned(id: Id): boolean;
  /** Whether somebody's files lie in the trash. */
  isAway(annotator: Id): boolean;
}

/** The files of a project on the three sides. */
export interface Trees {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
}

/** Merges what both sides have changed. `kept`: contents that came to be by that, in the store already. */
export async function mergeContents(git: Git, sides: Trees) {
  const { settle, ...trees } = alignPutAway(sides);
  const { tree, both } = mergeTrees(trees.base, trees.ours, trees.theirs);
  const result = new Map(tree);
  const conflicts: Omit<TeamConflict, "by" | "at">[] = [];
  const kept: { readonly name: string; readonly size: number }[] = [];
  const registry = versionsOf(trees, registryFile);
  const mentioned = registry ? await mentionedIn(git, trees) : new Set<Id>();
  // What one side alone took out of the registry the other may mention.
  const others = both.filter(({ path }) => path !== registryFile);
  for (const versions of registry ? [registry, ...others] : others) {
    const contents = {
      base: versions.base === undefined ? null : await readContent(git, versions.base),
      ours: await readContent(git, versions.ours),
      theirs: await readContent(git, versions.theirs),
    };
    const merged = mergeFile(versions, contents, {
      isMentioned: (id) => mentioned.has(id),
      isAway: (annotator) => tree.has(`trash/${annotatorFolderName(annotator)}/${noteName}`),
    });
    const name = await keepContent(git, merged.content);
    kept.push({ name, size: merged.content.length });
    result.set(versions.path, name);
    conflicts.push(...merged.conflicts);
  }
  return { tree: settle(result), conflicts, kept };
}

/** A file that is not the same on both sides and is there on both; `null` for any other. */
function versionsOf({ base, ours, theirs }: Trees, path: string): PathVersions | null {
  const [mine, came] = [ours.get(path), theirs.get(path)];
  if (mine === undefined || came === undefined || mine === came) return null;
  return { path, base: base.get(path), ours: mine, theirs: came };
}

/** Entities that one side took away and the other mentions in what it has written since. */
async function mentionedIn(git: Git, { base, ours, theirs }: Trees): Promise<ReadonlySet<Id>> {
  const entitiesIn = async (tree: Tree): Promise<ReadonlySet<Id>> => {
    const name = tree.get("entities.json");
    return new Set(
      name === undefined ? [] : readRegistry(await readContent(git, name)).entities.map(({ id }) => id),
    );
  };
  const [before, here, there] = [await entitiesIn(base), await entitiesIn(ours), await entitiesIn(theirs)];
  const mentioned = new Set<Id>();
  for (const [side, gone] of [
    [ours, [...before].filter((id) => !there.has(id))],
    [theirs, [...before].filter((id) => !here.has(id))],
  ] as const) {
    if (gone.length === 0) continue;
    const written = [...side].flatMap(([path, name]) => {
      const isOther = base.get(path) !== name && path.startsWith("annotations/") && sharedKind(path) !== null;
      return isOther ? [name] : [];
    });
    const names = [...new Set(written)];
    const sizes = await sizesOf(git, names);
    const sizeOf = (name: string): number => sizes.get(name) ?? 0;
    await readContents(git, names, sizeOf, async (_name, bytes) => {
      const content = bytes.toString("latin1");
      for (const id of gone) if (content.includes(`"${id}"`)) mentioned.add(id);
    });
  }
  return mentioned;
}

/** Throws `team-refused` for what can only have come about by two machines that take each other for one, or by hand. */
export function mergeFile(versions: PathVersions, contents: FileContents, around: Around): MergedFile {
  const { path } = versions;
  const kind = sharedKind(path);
  if (kind === "project") return mergeProjectFiles(path, contents, around);
  if (kind === "registry") return mergeRegistryFiles(path, contents, around);
  if (kind === "article") return mergeArticleFiles(path, contents);
  if (kind === "journal") return { content: longerJournal(path, contents), conflicts: [] };
  if (kind === "snapshot") return { content: laterSnapshot(contents), conflicts: [] };
  if (kind === "copy") return { content: laterBytes(contents), conflicts: [] };
  if (kind === "fixed") throw new ApiError("team-refused", { why: "tampered", file: path });
  const { ours, theirs } = contents;
  const isOurs = laterOf(versions.ours, versions.theirs) === versions.ours;
  // Both have moved the same to the trash: who did, and when, is no matter for anybody.
  if (path.startsWith("trash/") && path.endsWith(`/${noteName}`))
    return { content: isOurs ? ours : theirs, conflicts: [] };
  // Of one person, at two machines; or no file of the project's at all.
  return { content: isOurs ? ours : theirs, conflicts: [conflictOf(path, { path: "", ...nothing })] };
}

const nothing = { base: undefined, ours: undefined, theirs: undefined } as const;

const conflictOf = (
  file: string,
  { path, base, ours, theirs }: FieldConflict,
  why?: TeamConflict["why"],
): Omit<TeamConflict, "by" | "at"> => ({
  file,
  path,
  why:
    why ??
    (path !== "" && (ours === undefined) !== (theirs === undefined) ? "removed-and-changed" : "both-changed"),
  ...{ base: base ?? null, ours: ours ?? null, theirs: theirs ?? null },
});

function mergeProjectFiles(
  file: string,
  { base, ours, theirs }: FileContents,
  { isAway }: Around,
): MergedFile {
  const [mine, came] = [readProject(ours), readProject(theirs)];
  const before = base ? readProject(base) : { ...came, name: "", annotators: [] };
  const { project: merged, conflicts } = mergeProjects(before, mine, came, "by-value");
  const project = withoutPeople(merged, ({ id }) => {
    const isGone = [mine, came].some(({ annotators }) => annotators.every((one) => one.id !== id));
    return isGone && isAway(id) && before.annotators.some((one) => one.id === id);
  });
  const told = conflicts.map((one) => conflictOf(file, one));
  const isSound = ({ tagset }: Project): boolean => tagsetProblems(tagset).length === 0;
  if (isSound(project) || !isSound(mine) || !isSound(came))
    return { content: projectBytes(project), conflicts: told };
  // Each by itself can be put to use, and both together cannot, as when two types got the same key.
  const tagset = laterOf(mine.tagset, came.tagset);
  const versions = { base: before.tagset, ours: mine.tagset, theirs: came.tagset };
  return {
    content: projectBytes({ ...project, tagset }),
    conflicts: [
      ...told.filter(({ path }) => !path.startsWith("tagset.")),
      conflictOf(file, { path: "tagset", ...versions }, "breaks"),
    ],
  };
}

/** People stay in a merge; whoever one side has put into the trash, with all their files, does not. */
function withoutPeople(project: Project, isGone: (one: Annotator) => boolean): Project {
  const gone = new Set(project.annotators.filter(isGone).map(({ id }) => id));
  if (gone.size === 0) return project;
  const { assignments: before = [], ...rest } = project;
  const assignments = before.filter(({ annotator }) => !gone.has(annotator));
  const annotators = project.annotators.filter(({ id }) => !gone.has(id));
  return { ...rest, annotators, ...(assignments.length > 0 && { assignments }) };
}

function mergeRegistryFiles(file: string, contents: FileContents, { isMentioned }: Around): MergedFile {
  const none: RegistryFile = { schemaVersion: 1, entities: [] };
  const base = contents.base ? readRegistry(contents.base) : none;
  const [ours, theirs] = [readRegistry(contents.ours), readRegistry(contents.theirs)];
  const { entities, conflicts } = mergeEntities(base.entities, ours.entities, theirs.entities, {
    precedence: "by-value",
    isMentioned,
  });
  const there = new Set(entities.map(({ id }) => id));
  const first = ({ entities: [one] }: EntityPutAway): Id => one.id;
  const putAway = mergeMembers(
    base.putAway ?? [],
    ours.putAway ?? [],
    theirs.putAway ?? [],
    first,
    "by-value",
  ).filter((one) => !there.has(first(one)));
  const { putAway: _putAway, ...rest } = laterOf(ours, theirs);
  return {
    content: registryBytes({ ...rest, entities, ...(putAway.length > 0 && { putAway }) }),
    conflicts: conflicts.flatMap((one) => {
      const why = one.why === "removed-and-used" ? one.why : undefined;
      return conflictsIn("entities", one).map((field) => conflictOf(file, field, why));
    }),
  };
}

function mergeArticleFiles(file: string, { base, ours, theirs }: FileContents): MergedFile {
  const [mine, came] = [readArticle(ours), readArticle(theirs)];
  const before = base ? readArticle(base) : undefined;
  const { article, differ, other } = joinArticles(mine, came, before, "by-value");
  const valueIn = (one: object | undefined, path: string): unknown => one && Reflect.get(one, path);
  const fields = [...differ, ...(other ? ["revision"] : [])];
  return {
    content: articleBytes(article),
    conflicts: fields.map((path) =>
      conflictOf(
        file,
        { path, base: valueIn(before, path), ours: valueIn(mine, path), theirs: valueIn(came, path) },
        "both-changed",
      ),
    ),
  };
}

/** One is the beginning of the other, or a generation before it, which lies beside it by now. */
function longerJournal(file: string, { ours, theirs }: FileContents): Uint8Array {
  const [shorter, longer] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  if (Buffer.from(longer.subarray(0, shorter.length)).equals(shorter)) return longer;
  const decode = file.startsWith("history/") ? decodeHistory : decodeJournal;
  const [mine, came] = [ours, theirs].map((content) => decode(content).header?.after);
  if (mine !== undefined && came !== undefined && mine !== came) return mine > came ? ours : theirs;
  throw new ApiError("team-refused", { why: "two-writers", file });
}

/** Of the same content, compressed on two systems. */
const laterBytes = ({ ours, theirs }: FileContents): Uint8Array =>
  Buffer.compare(ours, theirs) >= 0 ? ours : theirs;

/** What the earlier one lacks is in the journals. One's own goes before what came from a file, and of two such the one handed over later. */
function laterSnapshot({ ours, theirs }: FileContents): Uint8Array {
  const orderOf = (content: Uint8Array): readonly [isOwn: number, at: number] => {
    const set = readSnapshot(content);
    const source = sourceOf(set);
    return source ? [0, Date.parse(source.exportedAt)] : [1, set.revision];
  };
  const [mine, came] = [orderOf(ours), orderOf(theirs)];
  const order = mine[0] - came[0] || mine[1] - came[1] || Buffer.compare(ours, theirs);
  return order >= 0 ? ours : theirs;
}
