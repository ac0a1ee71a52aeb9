// Finds out whether an entity that a change removes is mentioned in another article or by another annotator. Looked up in
// the files once, when it is first needed; the sets that are open are asked themselves.
import { type AnnotationSet, mentionsOf } from "../../shared/model/annotation-set.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Id } from "../../shared/model/id.ts";
import { readSet } from "../storage/read-set.ts";
import type { CoreContext } from "./context.ts";
import { type ProjectInUse, setPlace } from "./project-in-use.ts";

export interface MentionSearch {
  /** Of the entities that the change to this article's set removes, those that are mentioned elsewhere. */
  ofRemoved(change: Change, article: Id): Promise<ReadonlySet<Id>>;
}

interface StoredSet {
  readonly article: Id;
  readonly annotator: Id;
  readonly set: AnnotationSet;
}

export function createMentionSearch(context: CoreContext, inUse: ProjectInUse): MentionSearch {
  let stored: Promise<readonly StoredSet[]> | null = null;

  async function readAll(): Promise<StoredSet[]> {
    const sets: StoredSet[] = [];
    for (const article of inUse.articles.values())
      for (const { id } of inUse.folder.project.data().annotators) {
        const { set } = await readSet(context.disk, setPlace(inUse.folder, article, id));
        if (set.spans.size > 0) sets.push({ article: article.id, annotator: id, set });
      }
    return sets;
  }

  async function othersThan(article: Id): Promise<AnnotationSet[]> {
    stored ??= readAll();
    const own = inUse.annotator?.id;
    const others: AnnotationSet[] = [];
    for (const one of await stored)
      if (one.annotator !== own || (one.article !== article && !inUse.sets.has(one.article)))
        others.push(one.set);
    for (const [id, opening] of inUse.sets) if (id !== article) others.push((await opening).store.set());
    return others;
  }

  return {
    async ofRemoved(change, article) {
      const removed = change.entities?.removed ?? [];
      if (removed.length === 0) return new Set();
      const others = await othersThan(article);
      const isMentioned = (id: Id): boolean => others.some((set) => mentionsOf(set, id).length > 0);
      return new Set(removed.map(({ id }) => id).filter(isMentioned));
    },
  };
}
