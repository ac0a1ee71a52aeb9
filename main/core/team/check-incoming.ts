// Examines what others have put where a project is shared, before anything of it is written here: names, kinds and sizes of all files, then the
// contents of those that are new, by the readers of the project's own files. What is wrong is named, and then nothing is taken.
import { gunzipSync } from "node:zlib";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Tree } from "../../../shared/team/merge-trees.ts";
import { journalWriter, type SharedKind, sharedKind } from "../../../shared/team/shared-file.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import type { Git } from "../../storage/git/git.ts";
import {
  contentsOf,
  inPortions,
  type ListedFile,
  readContent,
  readContents,
} from "../../storage/git/git-store.ts";
import { decodeHistory } from "../../storage/history/history-format.ts";
import { decodeJournal } from "../../storage/sets/journal-format.ts";
import { lastSeqOf, presentJournal, type WorkCount, workAfter } from "./journal-work.ts";
import { readArticle, readJson, readProject, readRegistry, readSnapshot } from "./team-files.ts";

/** Files of a project, and bytes of one and of all, that are taken. */
const most = { files: 400_000, file: 1024 * 1024 * 1024, all: 32 * 1024 * 1024 * 1024, path: 400 } as const;

/** Written into every state, for whoever looks at it with git alone: its files are bytes, and nothing of theirs is to be changed. */
export const ownFiles: Readonly<Record<string, string>> = {
  ".gitattributes": "* -text -diff -merge -filter -ident -working-tree-encoding\n",
  ".gitignore": ".lock*\n.quarantine/\n.sayso-trash/\n.*.tmp\n",
};

const refused = (why: string, file = ""): ApiError => new ApiError("team-refused", { why, file });

/** The files of a state. Throws `team-refused` with the first that may not be. */
export function checkListed(files: readonly ListedFile[]): Tree {
  if (files.length > most.files) throw refused("many");
  const folded = new Map<string, string>();
  let bytes = 0;
  for (const { mode, size, path } of files) {
    if (mode === "160000" || /(?:^|\/)\.gitmodules$/iu.test(path)) throw refused("submodule", path);
    if (mode === "120000") throw refused("link", path);
    if (mode !== "100644" && mode !== "100755") throw refused("name", path);
    if (!isPlainPath(path)) throw refused("name", path);
    if (/(?:^|\/)\.(?:gitattributes|lfsconfig)$/iu.test(path) && path !== ".gitattributes")
      throw refused("attributes", path);
    bytes += size;
    if (size > most.file || bytes > most.all) throw refused("too-large", path);
    // Also the folders of one file and the file of another are one name to some systems.
    for (const part of partsOf(path)) {
      const key = part.normalize("NFC").toLowerCase();
      const other = folded.get(key) ?? part;
      if (other !== part) throw refused("clash", path);
      folded.set(key, part);
    }
  }
  return new Map(files.map(({ path, name }) => [path, name]));
}

/** The path, and those of the folders above it. */
const partsOf = (path: string): readonly string[] =>
  path.split("/").map((_name, at, names) => names.slice(0, at + 1).join("/"));

function isPlainPath(path: string): boolean {
  if (path.length > most.path || /[\p{Cc}\p{Cf}\uFFFD\\:*?"<>|]/u.test(path)) return false;
  return (
    path.split("/").every((name) => {
      const bare = name.replace(/[ .]+$/u, "");
      return (
        bare !== "" && bare === name && !/^(?:\.git|git~\d+|con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(bare)
      );
    }) ||
    path === ".gitattributes" ||
    path === ".gitignore"
  );
}

interface Incoming {
  /** What both sides come from; empty for a first copy. */
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
  readonly sizes: ReadonlyMap<string, number>;
  /** `null`: a first copy. */
  readonly project: Id | null;
  readonly device: Id;
}

/** What others did by the journal that it stands in. */
type CameByJournal = ReadonlyMap<string, WorkCount>;

/** Throws `team-refused` with what cannot be taken, `project-newer` for what a later version wrote. */
export async function checkContents(git: Git, incoming: Incoming): Promise<CameByJournal> {
  const { base, ours, theirs, sizes } = incoming;
  const fresh = [...theirs].filter(
    ([path, name]) => sharedKind(path) !== null && ours.get(path) !== name && base.get(path) !== name,
  );
  const came = new Map<string, WorkCount>();
  const articles: ComingArticle[] = [];
  const project = incoming.project ?? (await projectIn(git, theirs));
  for (const [path, own] of Object.entries(ownFiles))
    if (theirs.get(path) !== undefined && theirs.get(path) !== ours.get(path))
      await checkOwnFile(git, path, own, theirs);
  for (const path of base.keys())
    if (mustStay(path) && !theirs.has(path) && !isAway(path, theirs)) throw refused("tampered", path);
  const pathsByName = new Map<string, string[]>();
  for (const [path, name] of fresh) pathsByName.set(name, [...(pathsByName.get(name) ?? []), path]);
  const sizeOf = (name: string): number => sizes.get(name) ?? 0;
  const pathsOf = (name: string): readonly string[] => pathsByName.get(name) ?? [];
  for (const names of inPortions([...pathsByName.keys()], sizeOf)) {
    const before = await contentsOf(
      git,
      names.flatMap(pathsOf).flatMap((path) => earlierNames(base, path)),
      sizeOf,
    );
    await readContents(git, names, sizeOf, async (name, content) => {
      for (const path of pathsOf(name)) {
        const kind = sharedKind(path);
        if (content.subarray(0, 64).toString("latin1").startsWith("version https://git-lfs"))
          throw refused("filter", path);
        if (kind === "journal") {
          const work = checkComingJournal(incoming, before, { path, content, project });
          if (work) came.set(path, work);
        } else if (kind === "article" && path.startsWith("articles/"))
          articles.push({ path, article: checkArticle(path, content) });
        else if (kind) checkFile(kind, path, content, base.get(path), project);
      }
    });
  }
  await checkTexts(git, articles, incoming);
  return came;
}

async function checkOwnFile(git: Git, path: string, own: string, theirs: Tree): Promise<void> {
  const content = await readContent(git, theirs.get(path) ?? "");
  if (content.toString("utf8") !== own) throw refused("attributes", path);
}

async function projectIn(git: Git, theirs: Tree): Promise<Id> {
  const name = theirs.get("project.json");
  if (name === undefined) throw refused("no-project");
  return readProject(await readContent(git, name)).id;
}

/** What is never taken away by itself: a text goes with its article, and only into the trash. */
const mustStay = (path: string): boolean =>
  path === "project.json" || path === "entities.json" || /^articles\/[a-z2-7]+\/text\.txt$/u.test(path);

const isAway = (path: string, theirs: Tree): boolean =>
  path.startsWith("articles/") && !theirs.has(path.replace(/text\.txt$/u, "article.json"));

interface ComingJournal {
  readonly path: string;
  readonly content: Buffer;
  readonly project: Id;
}

/** Of the contents that a journal is compared with: its own of before, and that of the one which it was moved from. */
function earlierNames(base: Tree, path: string): readonly string[] {
  if (sharedKind(path) !== "journal" || path.endsWith(".gz")) return [];
  return [base.get(path), base.get(presentJournal(path))].filter((name) => name !== undefined);
}

/** What it says more than it did; `null` where that is not counted, as of a first copy. `before`: what `earlierNames` are of. */
function checkComingJournal(
  { base, device, project: known }: Incoming,
  before: ReadonlyMap<string, Buffer>,
  { path, content, project }: ComingJournal,
): WorkCount | null {
  const nameBefore = base.get(path);
  if (nameBefore !== undefined && journalWriter(path)?.device === device) throw refused("two-writers", path);
  if (path.endsWith(".gz")) {
    expanded(path, content);
    return null;
  }
  const earlier = earlierJournal(path, before.get(nameBefore ?? ""));
  if (path.startsWith("history/")) {
    checkJournal({ path, content, project }, decodeHistory(content), earlier);
    return null;
  }
  const journal = decodeJournal(content);
  checkJournal({ path, content, project }, journal, earlier);
  if (known === null) return null;
  const moved = earlier ?? earlierJournal(path, before.get(base.get(presentJournal(path)) ?? ""));
  return workAfter(moved ? lastSeqOf(moved.decoded()) : 0, journal);
}

type SomeJournal = ReturnType<typeof decodeJournal> | ReturnType<typeof decodeHistory>;

const decodedOf = (path: string, content: Buffer): SomeJournal =>
  path.startsWith("history/") ? decodeHistory(content) : decodeJournal(content);

interface EarlierJournal {
  readonly content: Buffer;
  /** Decoded once, and only where that is asked for. */
  decoded(): SomeJournal;
}

function earlierJournal(path: string, content: Buffer | undefined): EarlierJournal | null {
  if (!content) return null;
  let decoded: SomeJournal | null = null;
  return {
    content,
    decoded() {
      decoded ??= decodedOf(path, content);
      return decoded;
    },
  };
}

/** The file of before is its beginning, or in an older generation now. */
function checkJournal(
  { path, content, project }: ComingJournal,
  { header, state, wholeTail }: SomeJournal,
  before: EarlierJournal | null,
): void {
  const writer = journalWriter(path);
  if (state === "newer") throw refused("newer", path);
  // Half a line at the end is what a crash leaves; a whole one that makes no sense is not.
  if (state === "damaged" || wholeTail || header === null) throw refused("damaged", path);
  if (header.project !== project || header.annotator !== writer?.annotator || header.device !== writer.device)
    throw refused("tampered", path);
  const article = /^annotations\/([a-z2-7]+)\//u.exec(path)?.[1];
  if (article !== undefined && "article" in header && header.article !== article)
    throw refused("tampered", path);
  if (before === null || before.content.equals(content.subarray(0, before.content.length))) return;
  // One that begins later is another generation: the earlier one has been moved.
  if (header.after <= (before.decoded().header?.after ?? 0)) throw refused("tampered", path);
}

/** A copy of an article's file, under the name of its hash. */
function checkCopy(path: string, content: Buffer): void {
  const [, hash] = /([0-9a-f]{64})\.gz$/u.exec(path) ?? [];
  if (sha256(expanded(path, content)) !== hash) throw refused("tampered", path);
}

function expanded(path: string, content: Buffer): Buffer {
  try {
    return gunzipSync(content, { maxOutputLength: limits.jsonBytes * 4 });
  } catch {
    throw refused("damaged", path);
  }
}

function checkArticle(path: string, content: Buffer): Article {
  const article = understood(path, () => readArticle(content));
  if (article.id !== path.split("/")[1]) throw refused("tampered", path);
  return article;
}

function checkFile(
  kind: SharedKind,
  path: string,
  content: Buffer,
  before: string | undefined,
  project: Id,
): void {
  if (kind === "fixed" && before !== undefined) throw refused("tampered", path);
  if (!["fixed", "copy", "whole"].includes(kind) && content.length > limits.jsonBytes)
    throw refused("too-large", path);
  if (kind === "project" && understood(path, () => readProject(content)).id !== project)
    throw refused("other-project", path);
  if (kind === "copy") checkCopy(path, content);
  if (kind === "registry") understood(path, () => readRegistry(content));
  if (kind === "snapshot") {
    const set = understood(path, () => readSnapshot(content));
    const [, article, ...rest] = path.split("/");
    if (set.articleId !== article || `${set.annotatorId}.json` !== rest.at(-1))
      throw refused("tampered", path);
  }
  if (kind === "whole" && path.endsWith(".json")) understood(path, () => readJson(content));
}

function understood<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ApiError && error.problem === "project-newer") throw error;
    throw refused("damaged", path);
  }
}

interface ComingArticle {
  readonly path: string;
  readonly article: Article;
}

/** The text that an article's record names is there and is that text. */
async function checkTexts(
  git: Git,
  articles: readonly ComingArticle[],
  { theirs, sizes }: Incoming,
): Promise<void> {
  const texts = new Map<string, { readonly textPath: string; readonly textHash: string }[]>();
  for (const { path, article } of articles) {
    const { textRevision, textHash } = article;
    const folder = path.slice(0, -"article.json".length);
    const textPath =
      textRevision === undefined ? `${folder}text.txt` : `${folder}revisions/${textRevision}/text.txt`;
    const name = theirs.get(textPath);
    if (name === undefined) throw refused("damaged", textPath);
    texts.set(name, [...(texts.get(name) ?? []), { textPath, textHash }]);
  }
  const sizeOf = (name: string): number => sizes.get(name) ?? 0;
  await readContents(git, [...texts.keys()], sizeOf, async (name, content) => {
    const hash = sha256(content);
    for (const { textPath, textHash } of texts.get(name) ?? [])
      if (hash !== textHash) throw refused("tampered", textPath);
  });
}
