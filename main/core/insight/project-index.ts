// The index of an open project: what each article adds to its figures and to the list of its cards, one part an article, made anew when the article or one of its sets is
// another. Parts lie in a thread while the project is open, and in the home between two times, where they may be thrown away.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import type {
  ComparedScopes,
  DamagedArticle,
  FoundFigureCards,
  FoundStrips,
  MeasuredFigures,
} from "../../../shared/api/methods/insight.ts";
import type { ListedStatements } from "../../../shared/api/methods/statements.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { partForm } from "../../../shared/insight/article-part.ts";
import type { FigureCards, FigureQuery } from "../../../shared/insight/figure-cards.ts";
import type { InsightQuery, InsightReport } from "../../../shared/insight/report.ts";
import type { InsightScope } from "../../../shared/insight/scope.ts";
import type { SideBySide, SideQuery } from "../../../shared/insight/side-by-side.ts";
import type { ArticleStrips, StripsQuery } from "../../../shared/insight/strips.ts";
import type { WrittenFigures } from "../../../shared/insight/written-figures.ts";
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { ArticleSet } from "../../../shared/model/article-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { CardOfSet, ListedRows, StatementRow } from "../../../shared/statements/list-statements.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { filesSignature } from "../../storage/files/files-signature.ts";
import { hashOfValue } from "../../storage/files/json-text.ts";
import { createQueue } from "../../storage/files/queue.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { annotationsFolder } from "../../storage/project/project-folder.ts";
import type { CoreContext } from "../context.ts";
import { setsHolding } from "../export/export-bundle.ts";
import type { JobOptions } from "../jobs/run-job.ts";
import { askProcess } from "../processes/ask-process.ts";
import { startThread } from "../processes/own-process.ts";
import { entitiesOf, type LiveProject, openSetIfAny } from "../project/live-project.ts";
import { unopenedKey } from "../project/own-sets.ts";
import { reviewSets } from "../project/review-sets.ts";
import { type IndexOwner, type IndexQuestion, type KnownKeys, startIndexWork } from "./index-work.ts";

interface ProjectIndex {
  measure(query: InsightQuery, options: JobOptions): Promise<MeasuredFigures>;
  /** The figures as a file; `null` when it was ended. Throws an `ApiError` where something of an article cannot be read. */
  write(query: InsightQuery, writing: Writing, options: JobOptions): Promise<WrittenFigures | null>;
  /** Two scopes side by side. */
  sides(query: SideQuery, options: JobOptions): Promise<ComparedScopes>;
  /** The cards behind a figure. */
  cards(query: FigureQuery): Promise<FoundFigureCards>;
  /** Articles as strips. */
  strips(query: StripsQuery): Promise<FoundStrips>;
  /** Lists the cards of the project as they stand, and keeps the listing. */
  list(asked: AskedListing, options: JobOptions): Promise<ListedStatements>;
  /** Rows of a listing as it was made, and the places of its cards; `null` when it is not kept any more. */
  rows(window: ListingWindow): Promise<readonly StatementRow[] | null>;
  places(window: ListingWindow): Promise<readonly CardOfSet[] | null>;
  close(): Promise<void>;
}

type AskedListing = Omit<
  IndexAsk<"list">,
  "ask" | "listing" | "articles" | "annotators" | "tagset" | "entities"
>;
type IndexAsk<Ask extends IndexQuestion["ask"]> = Extract<IndexQuestion, { readonly ask: Ask }>;
type ListingWindow = Omit<IndexAsk<"rows">, "ask">;

/** What can be seen of an article in memory: where none of it is another, nothing of the article is. */
type InMemory = readonly unknown[];

interface IndexedArticle {
  readonly inMemory: InMemory;
  readonly damaged: DamagedArticle | null;
}

interface IndexState {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly asked: AskedIndex;
  /** By article, once it was looked at. */
  readonly indexed: Map<Id, IndexedArticle>;
  /** The keys of the parts that the thread holds. */
  readonly held: Map<Id, string>;
  /** By the set of articles that figures were asked of, which articles it holds. */
  readonly holdings: Map<Id, Holdings>;
  /** Parts that were made since they were last written. */
  fresh: number;
}

/** Which articles a set holds, as long as it, the people and the assignments are as they were. */
interface Holdings {
  readonly by: readonly unknown[];
  readonly known: Map<Id, { readonly inMemory: InMemory | undefined; readonly isHeld: boolean }>;
}

const indexes = new WeakMap<LiveProject, ProjectIndex>();

export function indexOf(context: CoreContext, liveProject: LiveProject): ProjectIndex {
  const index = indexes.get(liveProject) ?? openIndex(context, liveProject);
  indexes.set(liveProject, index);
  return index;
}

/** Keeps what is new for the next time. */
export const closeIndex = async (liveProject: LiveProject): Promise<void> =>
  indexes.get(liveProject)?.close();

type ProjectQuestion = NonNullable<Awaited<ReturnType<typeof upToDate>>["question"]>;

/** What is asked about the project as it stands; `null`: nothing, since it was ended. */
type QuestionOf = (
  question: ProjectQuestion,
  state: { readonly index: IndexState; readonly damaged: readonly DamagedArticle[] },
) => IndexQuestion | null | Promise<IndexQuestion | null>;

function openIndex(context: CoreContext, liveProject: LiveProject): ProjectIndex {
  const queue = createQueue();
  let state: IndexState | null = null;
  /** After a failure of the thread all is read from the home again. */
  async function inState<T>(work: (state: IndexState) => Promise<T>): Promise<T> {
    state ??= await begin(context, liveProject);
    try {
      return await work(state);
    } catch (error) {
      // A refusal is an answer, and no failure of the thread.
      if (!(error instanceof ApiError)) {
        state.asked.end();
        state = null;
      }
      throw error;
    }
  }
  /** What the thread answers about the project as it stands now. */
  const about = <Answer>(
    set: InsightScope["set"],
    options: JobOptions,
    questionOf: QuestionOf,
  ): Promise<{ readonly answer: Answer | null; readonly damaged: readonly DamagedArticle[] }> =>
    queue.run(() =>
      inState(async (index) => {
        const { question, damaged } = await upToDate(index, set, options);
        const asked = question && (await questionOf(question, { index, damaged }));
        return { answer: asked && (await index.asked.ask<Answer | null>(asked, options)), damaged };
      }),
    );
  return {
    async measure(query, options) {
      const { answer: report, damaged } = await about<InsightReport>(
        query.scope.set,
        options,
        (question) => ({
          ...{ ask: "measure", query, ...question },
        }),
      );
      return { report, damaged };
    },
    async write(query, writing, options) {
      const { answer } = await about<WrittenFigures>(query.scope.set, options, (question, { damaged }) => {
        const [first] = damaged;
        if (first) throw new ApiError(first.problem.problem, first.problem.detail);
        return { ask: "write", query, ...writing, ...question };
      });
      return answer;
    },
    async sides(query, options) {
      const { answer: report, damaged } = await about<SideBySide>(
        query.one.set,
        options,
        async (question, { index }) => {
          const { question: other } = await upToDate(index, query.other.set, options);
          return other && { ask: "sides", query, ...question, otherArticles: other.articles };
        },
      );
      return { report, damaged };
    },
    async cards(query) {
      const { answer: found, damaged } = await about<FigureCards>(
        query.scope.set,
        inBackground,
        (question) => ({ ask: "cards", query, ...question }),
      );
      return { found, damaged };
    },
    async strips(query) {
      const { answer: found, damaged } = await about<ArticleStrips>(
        query.scope.set,
        inBackground,
        (question) => ({ ask: "strips", query, ...question }),
      );
      return { found, damaged };
    },
    async list(asked, options) {
      const listing = context.newId();
      const { answer: listed, damaged } = await about<ListedRows>(
        asked.query.scope.set,
        options,
        (question) => ({ ask: "list", listing, ...asked, ...question }),
      );
      return { listed, damaged };
    },
    rows: (window) => queue.run(() => inState(({ asked }) => asked.ask({ ask: "rows", ...window }))),
    places: (window) => queue.run(() => inState(({ asked }) => asked.ask({ ask: "places", ...window }))),
    close: () =>
      queue.run(async () => {
        const closing = state;
        state = null;
        if (closing) await closeState(closing);
      }),
  };
}

/** Keeps what is new, and ends the thread. */
async function closeState(closing: IndexState): Promise<void> {
  try {
    if (closing.fresh > 0) await keep(closing);
  } catch (error) {
    // What was not kept is counted anew; closing goes on.
    closing.context.log.error("keeping the index", error);
  } finally {
    closing.asked.end();
  }
}

async function begin(context: CoreContext, liveProject: LiveProject): Promise<IndexState> {
  const asked = askIndex(context, {
    home: context.options.home,
    project: liveProject.folder.project.data().id,
  });
  const held = new Map(await asked.ask<KnownKeys>({ ask: "begin" }));
  return { context, liveProject, asked, indexed: new Map(), held, holdings: new Map(), fresh: 0 };
}

/** In which form and language figures are written. */
type Writing = Pick<Extract<IndexQuestion, { ask: "write" }>, "writing" | "language">;

/** What is asked of the index as the project stands now; `question` null: it was ended. */
async function upToDate(state: IndexState, asked: InsightScope["set"], options: JobOptions) {
  const { liveProject, indexed } = state;
  const set = asked && setIn(liveProject, asked);
  const isWhole = await update(state, options);
  const damaged = [...liveProject.articles.keys()].flatMap((id) => indexed.get(id)?.damaged ?? []);
  const readable = [...liveProject.articles.values()].filter(({ id }) => indexed.get(id)?.damaged === null);
  const articles = isWhole ? await idsInSet(state, readable, { set, options }) : null;
  const { annotators, tagset } = liveProject.folder.project.data();
  const question = articles && { articles, annotators, tagset, entities: entitiesOf(liveProject) };
  return { question, damaged };
}

/** Throws an `ApiError` for one that the project does not have. */
function setIn({ folder }: LiveProject, { id, name }: Pick<ArticleSet, "id" | "name">): ArticleSet {
  const { articleSets = [] } = folder.project.data();
  const set = articleSets.find((one) => one.id === id);
  if (set) return set;
  const known = articleSets.map((one) => one.name).join(", ");
  throw new ApiError("article-set-missing", { name, known });
}

/** The articles that the set holds. One that is as it was is not asked anew: the index does not know who works on what. `null` when it was ended. */
async function idsInSet(
  state: IndexState,
  articles: readonly Article[],
  { set, options: { signal, onProgress } }: { readonly set: ArticleSet | null; readonly options: JobOptions },
): Promise<readonly Id[] | null> {
  if (set === null) return articles.map(({ id }) => id);
  const { context, liveProject } = state;
  const { known } = holdingsOf(state, set);
  const ids: Id[] = [];
  for (const [done, article] of articles.entries()) {
    const inMemory = state.indexed.get(article.id)?.inMemory;
    const before = known.get(article.id);
    if (before === undefined || before.inMemory !== inMemory) {
      if (signal.aborted) return null;
      onProgress({ done, of: articles.length });
      const text = await readText(context.disk, liveProject.folder.root, article);
      const holding = await setsHolding(context, liveProject, { article, text, among: [set] });
      known.set(article.id, { inMemory, isHeld: holding.length > 0 });
      await otherWork();
    }
    if (known.get(article.id)?.isHeld) ids.push(article.id);
  }
  if (ids.length === 0) throw new ApiError("article-set-empty", { name: set.name });
  return ids;
}

function holdingsOf({ liveProject, holdings }: IndexState, set: ArticleSet): Holdings {
  const { annotators, assignments } = liveProject.folder.project.data();
  const by = [set, annotators, assignments];
  const before = holdings.get(set.id);
  if (before && isSame(before.by, by)) return before;
  const fresh: Holdings = { by, known: new Map() };
  holdings.set(set.id, fresh);
  return fresh;
}

/** Articles that are read before the thread is asked to index them; it does so while the next ones are read. */
const batch = 20;
/** New parts that are worth writing all of their files: fewer are written when the project is closed. */
const worthKeeping = 500;

/** Reads what is another than it was. False when it was ended; what was read until then stays. */
async function update(state: IndexState, { signal, onProgress }: JobOptions): Promise<boolean> {
  const { liveProject, asked, indexed, held } = state;
  for (const id of indexed.keys()) if (!liveProject.articles.has(id)) indexed.delete(id);
  const stale = await staleArticles(state, signal);
  let indexing: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < stale.length && !signal.aborted; from += batch) {
    onProgress({ done: from, of: stale.length });
    const sent: { readonly id: Id; readonly key: string; readonly article: string }[] = [];
    for (const one of stale.slice(from, from + batch)) {
      const exported = await readStale(state, one);
      if (exported) sent.push({ id: one.id, key: one.key, article: JSON.stringify(exported) });
      await otherWork();
    }
    await indexing;
    state.fresh += sent.length;
    for (const { id, key } of sent) held.set(id, key);
    indexing = asked.ask({ ask: "put", articles: sent });
    // Rejects where it is awaited.
    indexing.catch(() => undefined);
  }
  await indexing;
  if (state.fresh >= worthKeeping) await keep(state);
  return !signal.aborted;
}

async function keep(state: IndexState): Promise<void> {
  const { asked, held, liveProject } = state;
  state.fresh = 0;
  for (const id of held.keys()) if (!liveProject.articles.has(id)) held.delete(id);
  await asked.ask({ ask: "keep", articles: [...held.keys()] });
}

/** An article whose part has to be made, as it was seen before it was read. */
interface StaleArticle {
  readonly id: Id;
  readonly key: string;
  readonly inMemory: InMemory;
}

/** Folders that are listed at once: one after the other, the disk mostly waits for us. */
const listedAtOnce = 16;

async function staleArticles(state: IndexState, signal: AbortSignal): Promise<readonly StaleArticle[]> {
  const { indexed, held } = state;
  const changed = await changedInMemory(state, signal);
  const stale: StaleArticle[] = [];
  for (let from = 0; from < changed.length && !signal.aborted; from += listedAtOnce) {
    const seen = await Promise.all(
      changed.slice(from, from + listedAtOnce).map(async ({ article, own, inMemory }) => {
        // What cannot be listed is told when it is read.
        const key = own ? "" : ((await orNull(() => keyOf(state, article))) ?? "");
        return { id: article.id, key, inMemory };
      }),
    );
    for (const one of seen)
      if (one.key !== "" && one.key === held.get(one.id))
        indexed.set(one.id, { inMemory: one.inMemory, damaged: null });
      else stale.push(one);
  }
  return stale;
}

/** Those that are another in memory than they were, or were never looked at. */
async function changedInMemory({ liveProject, indexed }: IndexState, signal: AbortSignal) {
  const changed: (Awaited<ReturnType<typeof inMemoryOf>> & { readonly article: Article })[] = [];
  for (const article of [...liveProject.articles.values()]) {
    if (signal.aborted) break;
    const seen = await inMemoryOf(liveProject, article);
    const before = indexed.get(article.id);
    // What could not be read is tried again: a disk may be back.
    if (before?.damaged === null && isSame(before.inMemory, seen.inMemory)) continue;
    changed.push({ article, ...seen });
  }
  return changed;
}

const isSame = (one: InMemory, other: InMemory): boolean => one.every((value, at) => value === other[at]);

async function inMemoryOf(
  liveProject: LiveProject,
  article: Article,
): Promise<{ readonly own: AnnotationSet | null; readonly inMemory: InMemory }> {
  const own = (await openSetIfAny(liveProject, article.id))?.store.set() ?? null;
  const curated = (await openSetIfAny(liveProject, article.id, "curation"))?.store.set() ?? null;
  return {
    own,
    inMemory: [article, own, curated, liveProject.importGeneration.count, unopenedKey(liveProject)],
  };
}

/** The hash of all that an article's part is made from: its record, which has the hash of its text, and the files of its sets. */
async function keyOf({ context, liveProject }: IndexState, article: Article): Promise<string> {
  const folder = annotationsFolder(liveProject.folder.root, article);
  return hashOfValue([partForm, article, await filesSignature(context.disk, folder)]);
}

/** `null` for one that is damaged. */
async function readStale(
  { context, liveProject, indexed, held }: IndexState,
  { id, inMemory }: StaleArticle,
): Promise<ExportedArticle | null> {
  // Of one that is damaged the thread may hold a part from before.
  held.delete(id);
  try {
    const { article, text, sets, damaged } = await reviewSets(context, liveProject, id);
    const [first] = damaged;
    indexed.set(id, { inMemory, damaged: first ? { article: id, problem: first.problem } : null });
    return first ? null : { article, text, sets: sets.map(({ set }) => set) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    indexed.set(id, { inMemory, damaged: { article: id, problem: error.toData() } });
    return null;
  }
}

/** Who asks the computing part: over there in its thread; here, in turns with everything else, where the program of the thread is not built, as in tests over the sources. */
interface AskedIndex {
  /** One question at a time; `options` of one that takes a while. */
  ask<Answer>(question: IndexQuestion, options?: JobOptions): Promise<Answer>;
  end(): void;
}

function askIndex(
  { disk, options }: CoreContext,
  owner: IndexOwner,
  program = join(import.meta.dirname, "index-thread.js"),
): AskedIndex {
  if (options.disk === undefined && existsSync(program)) {
    const thread = startThread(program, { workerData: owner });
    return {
      ask: (question, { signal, onProgress } = inBackground) =>
        askProcess(thread, question, {
          time: null,
          async onQuestion(progress) {
            if (!signal.aborted) onProgress(progress as { done: number; of: number });
            return !signal.aborted;
          },
        }),
      end: thread.kill,
    };
  }
  const work = startIndexWork(disk, owner);
  return {
    async ask<Answer>(question: IndexQuestion, { signal, onProgress }: JobOptions = inBackground) {
      await otherWork();
      // Copied as for a thread, so that tests find what could not be.
      const answer = await work(structuredClone(question), async (progress) => {
        await otherWork();
        if (!signal.aborted) onProgress(progress);
        return !signal.aborted;
      });
      return structuredClone(answer) as Answer;
    },
    end: () => undefined,
  };
}

const inBackground: JobOptions = { signal: new AbortController().signal, onProgress: () => undefined };
