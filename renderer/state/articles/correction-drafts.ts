// What was typed into an article's text and is neither saved nor given up. The page's own storage keeps it too, so that neither
// looking at another article, nor the end of the window or of its host, costs anything.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { createStore, type ReadableStore } from "../store.ts";
import type { Workspace } from "../workspace.ts";

export interface CorrectionDraft {
  /** The text that it was made from, and its hash. */
  readonly before: string;
  readonly textHash: string;
  readonly text: string;
}

export interface CorrectionDrafts {
  /** Those of the open project, by their articles. */
  readonly state: ReadableStore<ReadonlyMap<Id, CorrectionDraft>>;
  /** That of an article, where it was made from the text that the article has; what was made from another is not for its editor. */
  of(article: Pick<Article, "id" | "textHash">): CorrectionDraft | null;
  /** Keeps what an article's text is to become; a draft that changes nothing is none. */
  keep(article: Id, draft: CorrectionDraft): void;
  /** What another window keeps of the same article stays. */
  drop(article: Id): void;
}

interface Schema extends DBSchema {
  drafts: { key: [project: Id, article: Id]; value: CorrectionDraft };
}

const ofWindows = new WeakMap<Workspace, CorrectionDrafts>();

/** The drafts of a window: the same object every time. */
export function correctionDraftsOf(workspace: Workspace): CorrectionDrafts {
  const known = ofWindows.get(workspace) ?? createCorrectionDrafts(workspace);
  ofWindows.set(workspace, known);
  return known;
}

function createCorrectionDrafts(workspace: Workspace): CorrectionDrafts {
  const state = createStore<ReadonlyMap<Id, CorrectionDraft>>(new Map());
  let project: Id | null = null;
  let database: Promise<IDBPDatabase<Schema>> | null = null;

  /** Storage that fails costs only what it is for: the draft is still in the window. */
  async function stored<T>(work: (opened: IDBPDatabase<Schema>) => Promise<T>): Promise<T | null> {
    try {
      database ??= openDB<Schema>("sayso-corrections", 1, {
        upgrade: (opened) => void opened.createObjectStore("drafts"),
      });
      return await work(await database);
    } catch (error) {
      if (error instanceof DOMException || error instanceof ReferenceError) return null;
      throw error;
    }
  }

  function put(article: Id, draft: CorrectionDraft | null): void {
    const before = state.get().get(article);
    if (!draft && !before) return;
    const next = new Map(state.get());
    if (draft) next.set(article, draft);
    else next.delete(article);
    state.set(next);
    const of = project;
    if (of === null) return;
    void stored(async (opened) => {
      if (draft) return void (await opened.put("drafts", draft, [of, article]));
      const { store, done } = opened.transaction("drafts", "readwrite");
      if (sameValue(await store.get([of, article]), before)) await store.delete([of, article]);
      await done;
    });
  }

  async function load(of: Id): Promise<void> {
    const found = await stored(async (opened) => {
      const range = IDBKeyRange.bound([of], [of, []]);
      const [keys, drafts] = await Promise.all([
        opened.getAllKeys("drafts", range),
        opened.getAll("drafts", range),
      ]);
      return keys.map(([, article], at) => [article, drafts[at]] as const);
    });
    if (project !== of || !found) return;
    const read = found.flatMap(([article, draft]) => (draft ? [[article, draft] as const] : []));
    // What was typed while they were read is newer.
    state.set(new Map([...read, ...state.get()]));
  }

  const follow = (): void => {
    const next = workspace.state.get().project?.project.id ?? null;
    if (next === project) return;
    project = next;
    state.set(new Map());
    if (next !== null) void load(next);
  };
  workspace.state.subscribe(follow);
  follow();

  return {
    state,
    of({ id, textHash }) {
      const draft = state.get().get(id);
      return draft?.textHash === textHash ? draft : null;
    },
    keep: (article, draft) => put(article, draft.text === draft.before ? null : draft),
    drop: (article) => put(article, null),
  };
}
