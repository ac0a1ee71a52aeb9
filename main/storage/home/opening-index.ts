// Keeps in the home what the records of a project's articles and everybody's sets say, so that opening it, and asking how far everybody is, reads
// only those that are others than they were. Nothing of it is believed against a file: what is kept counts as long as the files it was read from look as they did then. Derived:
// a file that is damaged, of another form or of another folder is as if there were none.
import { join } from "node:path";
import { z } from "zod";
import type { SetSummary } from "../../../shared/api/contract.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { articleStates } from "../../../shared/model/progress.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { PublishedFacts } from "../../../shared/review/article-facts.ts";
import {
  article as articleSchema,
  sha256 as hashSchema,
  id as idSchema,
} from "../../../shared/schema/model.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, readDurable, writeDurable } from "../files/durable-file.ts";
import { fileSignature, filesSignature } from "../files/files-signature.ts";
import { sha256 } from "../files/json-text.ts";
import { ignoreFailure, orNull } from "../files/storage-error.ts";
import { articleFolder } from "../project/project-folder.ts";
import type { ReadSet, SetPlace } from "../sets/read-set.ts";
import { makeHome } from "./home-folder.ts";

/** What of a set is asked without anybody looking at its article. */
export interface SetDigest {
  readonly summary: SetSummary;
  /** How often each entity is mentioned. */
  readonly mentions: ReadonlyMap<Id, number>;
  /** How many suggestions were rejected. */
  readonly rejections: number;
  /** How many gaps it has by a tagset. */
  readonly gaps: { readonly tagset: TagsetKey; readonly count: number };
  readonly revision: number;
  /** The last record of this device's journal that it holds. */
  readonly seq: number;
}

/** The hash of what a tagset says. */
type TagsetKey = string;

export const tagsetKey = memoize((tagset: Tagset): TagsetKey => sha256(JSON.stringify(tagset)));

/** What is kept of something, if it can still be believed, and the way to keep what was read instead. */
interface Look<T> {
  readonly kept: T | null;
  keep(value: T): void;
}

export interface OpeningIndex {
  article(id: Id): Promise<Look<Article>>;
  /**
   * `wanted`: how many records of this device's journal there have to be; a set that has fewer is not believed. `files`: the look of all that
   * lies in its folder (`filesSignature`), where that is known already.
   */
  set(place: SetPlace, wanted: number, files?: readonly string[]): Promise<Look<SetDigest>>;
  /** Who published an article and when, as its record and its text say. */
  published(article: Article): Look<PublishedFacts>;
  /** Writes what is kept of these articles, if any of it is new. What cannot be written is read again next time: never throws. */
  save(articles: Iterable<Id>): Promise<void>;
}

/** Of which project in which folder, as whom, on which device. */
interface ProjectOpened {
  readonly disk: Disk;
  readonly home: string;
  readonly project: Id;
  readonly root: string;
  readonly device: Id;
  /** The program's: another one may read the same file otherwise. */
  readonly version: string;
}

/** Another one whenever what is kept, or what it means, is another. */
const form = 2;
/** Bytes; ten times what a large project has. */
const longest = 256 * 1024 * 1024;
const folderName = "openings";

const count = z.number().int().min(0);
const keptSet = z.strictObject({
  owner: idSchema,
  textHash: hashSchema,
  look: z.string(),
  summary: z.strictObject({
    ...{ spans: count, attributions: count, markedTo: count },
    ...{ state: z.enum(articleStates), hasNote: z.boolean() },
  }),
  /** An entity and how often it is mentioned, one after the other. */
  mentions: z.array(z.tuple([idSchema, count])),
  gaps: z.strictObject({ tagset: hashSchema, count }),
  ...{ rejections: count, revision: count, seq: count },
});
const published = z.strictObject({ publisher: z.string().nullable(), date: z.string().nullable() });
const keptArticle = z.strictObject({
  ...{ look: z.string(), article: articleSchema },
  ...{ published: published.nullable(), sets: z.array(keptSet) },
});
const indexFile = z.strictObject({
  ...{ form: z.literal(form), schemaVersion: z.literal(schemaVersion) },
  ...{ version: z.string(), root: z.string(), device: z.string() },
  articles: z.array(keptArticle),
});

type KeptSet = Omit<z.infer<typeof keptSet>, "mentions"> & Pick<SetDigest, "mentions">;
interface KeptRecord {
  readonly look: string;
  readonly article: Article;
  readonly published: PublishedFacts | null;
}
interface KeptArticle extends KeptRecord {
  readonly sets: readonly KeptSet[];
}

interface IndexState {
  readonly of: ProjectOpened;
  readonly articles: Map<Id, KeptRecord>;
  /** By article and owner. */
  readonly sets: Map<Id, Map<Id, KeptSet>>;
  isNew: boolean;
}

/** Reads what is kept. Never throws. */
export async function openOpeningIndex(of: ProjectOpened): Promise<OpeningIndex> {
  const state: IndexState = { of, articles: new Map(), sets: new Map(), isNew: false };
  for (const { sets, ...record } of (await orNull(() => readIndex(of))) ?? []) {
    state.articles.set(record.article.id, record);
    state.sets.set(record.article.id, new Map(sets.map((set) => [set.owner, set])));
  }
  return {
    article: (id) => lookAtArticle(state, id),
    set: (place, wanted, files) => lookAtSet(state, place, wanted, files),
    published: (article) => lookAtPublished(state, article),
    save: (articles) => saveIndex(state, articles),
  };
}

async function lookAtArticle(state: IndexState, id: Id): Promise<Look<Article>> {
  const { disk, root } = state.of;
  const look = await orNull(() => fileSignature(disk, join(articleFolder(root, id), "article.json")));
  const known = state.articles.get(id);
  return {
    kept: known && known.look === look ? known.article : null,
    keep(article) {
      if (look === null) return;
      state.articles.set(id, { look, article, published: null });
      state.isNew = true;
    },
  };
}

/** A record that was changed since it was read is another object, of which nothing is kept. */
function lookAtPublished(state: IndexState, article: Article): Look<PublishedFacts> {
  const known = state.articles.get(article.id);
  const isSame = known?.article === article;
  return {
    kept: isSame ? known.published : null,
    keep(published) {
      if (!isSame) return;
      state.articles.set(article.id, { ...known, published });
      state.isNew = true;
    },
  };
}

async function lookAtSet(
  state: IndexState,
  { folder, article, annotator: owner, textHash }: SetPlace,
  wanted: number,
  files?: readonly string[],
): Promise<Look<SetDigest>> {
  const isOwn = (name: string): boolean => name.startsWith(`${owner}.`);
  const lines = files?.filter(isOwn) ?? (await orNull(() => filesSignature(state.of.disk, folder, isOwn)));
  const look = lines?.join("\n") ?? null;
  const known = state.sets.get(article)?.get(owner);
  const isSame = known?.textHash === textHash && known.look === look;
  return {
    kept: known && isSame && known.seq >= wanted ? known : null,
    keep(digest) {
      if (look === null) return;
      const ofArticle = state.sets.get(article) ?? new Map<Id, KeptSet>();
      state.sets.set(article, ofArticle.set(owner, { ...digest, owner, textHash, look }));
      state.isNew = true;
    },
  };
}

/** Whether all that a set says is in its files alone, so that files that look the same say the same. */
export const isPlain = ({
  unsafe,
  warnings,
  conflicts,
  missing,
  journals,
  filesWithConflictMarkers,
}: ReadSet): boolean =>
  unsafe === null &&
  missing === null &&
  warnings.length + conflicts.length + filesWithConflictMarkers.length === 0 &&
  journals.every(({ lostTail }) => lostTail === null);

const pathFor = ({ home, project, root }: ProjectOpened): string =>
  join(home, folderName, `${project}.${sha256(root).slice(0, 16)}.json`);

/** Throws for whatever is not to be believed. */
async function readIndex(of: ProjectOpened): Promise<readonly KeptArticle[]> {
  const bytes = isId(of.project) ? await readDurable(of.disk, pathFor(of), longest) : null;
  if (!bytes) return [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const end = text.indexOf("\n");
  const json = text.slice(end + 1);
  if (text.slice(0, end) !== sha256(json)) throw new RangeError(pathFor(of));
  const { version, root, device, articles } = indexFile.parse(JSON.parse(json));
  if (version !== of.version || root !== of.root || device !== of.device) return [];
  return articles.map(({ sets, ...record }) => ({
    ...record,
    sets: sets.map((set) => ({ ...set, mentions: new Map(set.mentions) })),
  }));
}

async function saveIndex(state: IndexState, ids: Iterable<Id>): Promise<void> {
  const { of } = state;
  if (!state.isNew || !isId(of.project)) return;
  state.isNew = false;
  const articles = [...ids].flatMap((id) => {
    const record = state.articles.get(id);
    const sets = [...(state.sets.get(id)?.values() ?? [])];
    return record ? [{ ...record, sets: sets.map((set) => ({ ...set, mentions: [...set.mentions] })) }] : [];
  });
  const { version, root, device } = of;
  const json = JSON.stringify({ form, schemaVersion, version, root, device, articles });
  await ignoreFailure(async () => {
    await makeHome(of.disk, of.home);
    await makeFolders(of.disk, of.home, folderName);
    await writeDurable(of.disk, pathFor(of), Buffer.from(`${sha256(json)}\n${json}`, "utf8"));
  });
}
