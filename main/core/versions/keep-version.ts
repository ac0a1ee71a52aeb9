// Keeps the state of a project under a name: everybody's sets, the registry, the tagset and the texts, as they stand at one
// moment. Call it while nothing else is saved.
import { ApiError } from "../../../shared/api/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { readText } from "../../storage/article-files.ts";
import { readSet } from "../../storage/read-set.ts";
import { type SetFile, setFileOf } from "../../storage/set-file.ts";
import { type VersionAbout, type VersionArticle, writeVersion } from "../../storage/version-files.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type ProjectInUse, setPlace, writerIn } from "../project-in-use.ts";
import { annotatorsOf } from "../review-sets.ts";

/** `onArticle`: told how many articles are done; throws to stop. */
export async function keepVersion(
  context: CoreContext,
  inUse: ProjectInUse,
  name: string,
  onArticle: (done: number) => void = () => undefined,
): Promise<VersionAbout> {
  const { lock, annotator } = writerIn(inUse);
  const { disk, newId, now } = context;
  await lock.fence();
  async function* articles(): AsyncGenerator<VersionArticle | { readonly leftOut: string }> {
    let done = 0;
    for (const article of inUse.articles.values()) {
      yield await partOf(context, inUse, article);
      done += 1;
      onArticle(done);
    }
  }
  return writeVersion(disk, inUse.folder.root, {
    id: newId(),
    name,
    at: now(),
    by: annotator.name,
    project: inUse.folder.project.data(),
    entities: entitiesOf(inUse),
    articles,
  });
}

async function partOf(
  context: CoreContext,
  inUse: ProjectInUse,
  article: Article,
): Promise<VersionArticle | { readonly leftOut: string }> {
  try {
    const text = await readText(context.disk, inUse.folder.root, article);
    const sets: SetFile[] = [];
    const unread: string[] = [];
    for (const { id, role } of await annotatorsOf(context, inUse, article)) {
      const opening = role === "own" ? inUse.sets : role === "curation" ? inUse.curated : null;
      const file = await fileOf(context, inUse, article, {
        annotator: id,
        open: await opening?.get(article.id),
      });
      if (file === "unread") unread.push(id);
      else if (file.revision > 0) sets.push(file);
    }
    return { article, text, sets, unread };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    context.log.error(`keeping ${article.id}`, error);
    return { leftOut: article.id };
  }
}

async function fileOf(
  context: CoreContext,
  inUse: ProjectInUse,
  article: Article,
  {
    annotator,
    open,
  }: {
    readonly annotator: string;
    readonly open: Awaited<ReturnType<ProjectInUse["sets"]["get"]>> | undefined;
  },
): Promise<SetFile | "unread"> {
  if (open) return open.store.unsafe ? "unread" : open.store.toFile();
  const read = await readSet(context.disk, setPlace(inUse.folder, article, annotator));
  const { set, revision, have, applied, snapshot, unsafe } = read;
  if (unsafe) return "unread";
  return setFileOf({ set, revision, have, recent: applied.slice(-200), before: snapshot });
}
