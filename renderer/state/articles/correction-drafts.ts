// Drafts of corrections: text typed into an article in this window and neither saved nor given up, and what windows that are gone have
// left of that. The page's own storage keeps it, so that neither looking at another article, nor the end of the window or of its host,
// costs anything. Each window keeps its own: two that type into one text take nothing from each other.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { openProjectId } from "../project/workspace-state.ts";

interface CorrectionDrafts {
  /** This window's of the open project, by their articles. */
  readonly state: ReadableStore<ReadonlyMap<Id, CorrectionDraft>>;
  /** Of windows that are gone, as far as was looked; the latest first. */
  readonly left: ReadableStore<ReadonlyMap<Id, readonly KeptDraft[]>>;
  /** That of an article, where it was made from the text that the article has; what was made from another is not for its editor. */
  of(article: Pick<Article, "id" | "textHash">): CorrectionDraft | null;
  /** Keeps what an article's text is to become; a draft that changes nothing is none. */
  keep(article: Id, draft: CorrectionDraft): void;
  /** What other windows keep or have left of the same article stays. */
  drop(article: Id): void;
  /** Looks for what windows have left that are gone by now. */
  look(): void;
  dropLeft(draft: KeptDraft): void;
}

type Key = [project: Id, article: Id] | [project: Id, article: Id, window: string];

interface Schema extends DBSchema {
  drafts: { key: Key; value: CorrectionDraft & Partial<Pick<KeptDraft, "at">> };
}

/** The drafts of a window: the same object every time. From the first time on other windows know that this one is there. */
export const correctionDraftsOf = memoize(createCorrectionDrafts);

/** Where the drafts of this window are. */
interface DraftPlace {
  readonly opened: IDBPDatabase<Schema>;
  readonly window: string;
}

const keyOf = (project: Id, { article, window }: Pick<KeptDraft, "article" | "window">): Key =>
  window === null ? [project, article] : [project, article, window];

const asStored = ({ article: _article, window: _window, ...stored }: KeptDraft) => stored;

interface DraftsParts {
  readonly state: Store<ReadonlyMap<Id, CorrectionDraft>>;
  readonly left: Store<ReadonlyMap<Id, readonly KeptDraft[]>>;
  readonly place: Promise<DraftPlace>;
  project: Id | null;
}

function createCorrectionDrafts(workspace: Workspace): CorrectionDrafts {
  const parts: DraftsParts = {
    state: createStore<ReadonlyMap<Id, CorrectionDraft>>(new Map()),
    left: createStore<ReadonlyMap<Id, readonly KeptDraft[]>>(new Map()),
    place: openPlace(),
    project: null,
  };
  const { state, left, place } = parts;
  // Whoever needs it is told.
  place.catch(() => undefined);
  const follow = (): void => {
    const project = openProjectId(workspace.state);
    if (project === parts.project) return;
    parts.project = project;
    state.set(new Map());
    left.set(new Map());
    if (project !== null) void load(parts, project);
  };
  workspace.state.subscribe(follow);
  follow();
  return {
    state,
    left,
    of({ id, textHash }) {
      const draft = state.get().get(id);
      return draft?.textHash === textHash ? draft : null;
    },
    keep: (article, draft) => putDraft(parts, article, draft.text === draft.before ? null : draft),
    drop: (article) => putDraft(parts, article, null),
    look() {
      const { project } = parts;
      if (project === null) return;
      void stored(place, async (draftPlace) => {
        const { sorted } = await readDrafts(project, draftPlace);
        if (parts.project === project) left.set(sorted.left);
      });
    },
    dropLeft(draft) {
      const { project } = parts;
      if (project === null) return;
      const otherDrafts = (left.get().get(draft.article) ?? []).filter((one) => one !== draft);
      left.set(new Map([...left.get(), [draft.article, otherDrafts]]));
      void stored(place, ({ opened }) => opened.delete("drafts", keyOf(project, draft)));
    },
  };
}

/** Storage that fails costs only what it is for: the draft is still in the window. */
async function stored(
  place: Promise<DraftPlace>,
  work: (place: DraftPlace) => Promise<unknown>,
): Promise<void> {
  try {
    await work(await place);
  } catch (error) {
    if (error instanceof DOMException || error instanceof ReferenceError) return;
    throw error;
  }
}

/** What was left becomes this window's where no other could want it, as after a restart. */
async function load(parts: DraftsParts, project: Id): Promise<void> {
  const { state, left, place } = parts;
  await stored(place, async (draftPlace) => {
    const { sorted, isAlone } = await readDrafts(project, draftPlace);
    if (parts.project !== project) return;
    // What was typed while they were read is newer.
    const ownDrafts = new Map<Id, CorrectionDraft>([...sorted.own, ...state.get()]);
    const { adopted, left: rest } = isAlone
      ? adoptable(sorted.left, ownDrafts)
      : { adopted: [], left: sorted.left };
    state.set(new Map([...ownDrafts, ...adopted.map((one) => [one.article, one] as const)]));
    left.set(rest);
    const { opened, window } = draftPlace;
    const change = opened.transaction("drafts", "readwrite");
    await Promise.all([
      ...adopted.flatMap((one) => [
        change.store.put(asStored(one), keyOf(project, { ...one, window })),
        change.store.delete(keyOf(project, one)),
      ]),
      change.done,
    ]);
  });
}

/** All that storage has of the project, and the windows that are there. */
async function readDrafts(project: Id, { opened, window }: DraftPlace) {
  const alive = await windowsAlive();
  const change = opened.transaction("drafts");
  const range = IDBKeyRange.bound([project], [project, []]);
  const [keys, drafts] = await Promise.all([
    change.store.getAllKeys(range),
    change.store.getAll(range),
    change.done,
  ]);
  const keptDrafts = keys.flatMap(([, article, by = null], at): KeptDraft[] => {
    const draft = drafts[at];
    return draft ? [{ at: 0, ...draft, article, window: by }] : [];
  });
  return { sorted: sortDrafts(keptDrafts, window, alive), isAlone: alive.size === 1 };
}

function putDraft({ state, place, project }: DraftsParts, article: Id, draft: CorrectionDraft | null): void {
  if (!draft && !state.get().has(article)) return;
  const nextDrafts = new Map(state.get());
  if (draft) nextDrafts.set(article, draft);
  else nextDrafts.delete(article);
  state.set(nextDrafts);
  if (project === null) return;
  const at = Date.now();
  void stored(place, async ({ opened, window }) => {
    const key = keyOf(project, { article, window });
    const change = opened.transaction("drafts", "readwrite");
    const request = draft ? change.store.put({ ...draft, at }, key) : change.store.delete(key);
    // A page that goes now ends what was not committed.
    change.commit();
    await Promise.all([request, change.done]);
  });
}

async function openPlace(): Promise<DraftPlace> {
  const window = await nameOfWindow();
  const database = await openDB<Schema>("sayso-corrections", 1, {
    upgrade: (made) => void made.createObjectStore("drafts"),
  });
  return { opened: database, window };
}

const key = "sayso-window";
const locks = "sayso.drafts.";
/**
 * Milliseconds for which a page waits for the one before it to be gone. The one that it was loaded anew from is going, however long a
 * busy machine takes for that; a copy of a tab waits in vain.
 */
const longestGoing = { reload: 30_000, else: 1_000 } as const;

function longestWait(): number {
  const [navigation] = performance.getEntriesByType("navigation");
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === "reload";
  return isReload ? longestGoing.reload : longestGoing.else;
}

/** Rejects where the page has no storage. */
async function nameOfWindow(): Promise<string> {
  const storedName = sessionStorage.getItem(key);
  if (storedName !== null && (await holds(storedName, { signal: AbortSignal.timeout(longestWait()) })))
    return storedName;
  const name = crypto.randomUUID();
  sessionStorage.setItem(key, name);
  await holds(name, {});
  return name;
}

/** Held until the page is gone, whatever it dies of. False where another window holds it. */
const holds = (name: string, until: LockOptions): Promise<boolean> =>
  new Promise((tell) => {
    const lockRequest = navigator.locks.request(`${locks}${name}`, until, () => {
      tell(true);
      return new Promise<never>(() => undefined);
    });
    lockRequest.catch(() => tell(false));
  });

/** The names of the windows that are there. */
async function windowsAlive(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(locks) ? [name.slice(locks.length)] : [])));
}

// Sorts the drafts that the page's own storage keeps of a project by whose they are: this window's, those of windows that are gone, or of
// others.

export interface CorrectionDraft {
  /** The text that it was made from, and its hash. */
  readonly before: string;
  readonly textHash: string;
  readonly text: string;
  /** Revisions whose texts were put into it: saved, they are the article's own, unless they were taken out again. */
  readonly joins?: readonly Id[];
}

/** A draft in storage. */
export interface KeptDraft extends CorrectionDraft {
  readonly article: Id;
  /** The window that keeps it; `null`: an earlier version of Sayso, which kept one for all. */
  readonly window: string | null;
  /** Milliseconds since 1970 when it was typed. */
  readonly at: number;
}

interface SortedDrafts {
  readonly own: ReadonlyMap<Id, KeptDraft>;
  /** Of windows that are gone, the latest first. */
  readonly left: ReadonlyMap<Id, readonly KeptDraft[]>;
}

/** `alive`: the windows that are there, this one or not. */
export function sortDrafts(
  kept: readonly KeptDraft[],
  window: string,
  alive: ReadonlySet<string>,
): SortedDrafts {
  const ownDrafts = new Map<Id, KeptDraft>();
  const leftDrafts = new Map<Id, KeptDraft[]>();
  for (const draft of kept.toSorted((a, b) => b.at - a.at))
    if (draft.window === window) ownDrafts.set(draft.article, draft);
    else if (draft.window === null || !alive.has(draft.window))
      leftDrafts.set(draft.article, [...(leftDrafts.get(draft.article) ?? []), draft]);
  return { own: ownDrafts, left: leftDrafts };
}

/** Of what was left, the latest of each article that has none of `own`, for a window that goes on with it; and the rest. */
export function adoptable(
  left: SortedDrafts["left"],
  own: ReadonlyMap<Id, CorrectionDraft>,
): { readonly adopted: readonly KeptDraft[]; readonly left: SortedDrafts["left"] } {
  const adopted = [...left].flatMap(([article, [latest]]) => (latest && !own.has(article) ? [latest] : []));
  const remainingDrafts = [...left].map(
    ([article, all]) => [article, all.filter((one) => !adopted.includes(one))] as const,
  );
  return { adopted, left: new Map(remainingDrafts) };
}
