// Looks through the texts of a project's articles, one after the other, and says which hits this person has marked.
import { setImmediate as otherWork } from "node:timers/promises";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type AnnotationSet, isMarked } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Range } from "../../../shared/model/range.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { findPlain } from "../../../shared/search/find-plain.ts";
import { flagsOf, hitsOfMatches, patternProblem } from "../../../shared/search/pattern.ts";
import {
  type ArticleHits,
  type Hit,
  longestHit,
  mostHits,
  type PatternQuery,
  patternTime,
  type Query,
  type SearchResult,
  type Stopped,
} from "../../../shared/search/query.ts";
import { readText } from "../../storage/articles/article-files.ts";
import type { CoreContext } from "../context.ts";
import { askProcess } from "../processes/ask-process.ts";
import { startThread } from "../processes/own-process.ts";
import type { LiveProject } from "../project/live-project.ts";
import { ownSet } from "../project/own-sets.ts";

interface FindOptions {
  readonly query: Query;
  readonly articles: readonly Article[];
  /** Aborted when somebody stopped the search. */
  readonly signal: AbortSignal;
}

/** Throws an `ApiError` for a pattern that cannot be read. */
export async function findHits(
  context: CoreContext,
  liveProject: LiveProject,
  { query, articles, signal }: FindOptions,
): Promise<SearchResult> {
  const finder = finderFor(query);
  const articleHits: ArticleHits[] = [];
  const unread: string[] = [];
  let hitsLeft = mostHits;
  let searched = 0;
  let stopped: Stopped | null = null;
  signal.addEventListener("abort", finder.close);
  try {
    for (const article of articles) {
      // Other windows are answered between two articles.
      await otherWork();
      if (signal.aborted) break;
      const text = await textOf(context, liveProject, article);
      if (text === null) {
        unread.push(article.title);
        continue;
      }
      // One more than can be shown tells that there are more.
      const ranges = await finder.find(text, hitsLeft + 1);
      if (ranges === null) {
        stopped = "slow";
        break;
      }
      const hits = ranges.slice(0, hitsLeft);
      if (hits.length > 0) articleHits.push(await markHits(context, liveProject, { article, text, hits }));
      hitsLeft -= hits.length;
      if (ranges.length > hits.length) {
        stopped = "many";
        break;
      }
      searched += 1;
    }
    return { articles: articleHits, searched, stopped: signal.aborted ? "asked" : stopped, unread };
  } finally {
    signal.removeEventListener("abort", finder.close);
    finder.close();
  }
}

interface Finder {
  /** At most so many hits; `null` when it takes too long. */
  find(text: string, most: number): Promise<readonly Range[] | null>;
  close(): void;
}

function finderFor(query: Query): Finder {
  if (query.kind === "plain")
    return {
      async find(text, most) {
        const ranges: Range[] = [];
        for (const range of findPlain({ text }, query)) {
          if (range.end - range.start <= longestHit) ranges.push(range);
          if (ranges.length >= most) break;
        }
        return ranges;
      },
      close: () => undefined,
    };
  const why = patternProblem(query);
  if (why !== null) throw new ApiError("pattern-invalid", { problem: why });
  const runner = createPatternRunner(query);
  return {
    async find(text, most) {
      const matches = await runner.matches(text);
      return matches && hitsOfMatches({ text }, matches, query).slice(0, most);
    },
    close: runner.close,
  };
}

/** `null` for a text that cannot be read: the others are looked through all the same. */
async function textOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<string | null> {
  try {
    const openSet = await liveProject.sets.get(article.id);
    return openSet?.text ?? (await readText(context.disk, liveProject.folder.root, article));
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

interface FoundIn {
  readonly article: Article;
  readonly text: string;
  readonly hits: readonly Range[];
}

async function markHits(
  context: CoreContext,
  liveProject: LiveProject,
  { article, text, hits }: FoundIn,
): Promise<ArticleHits> {
  const standingSet = await ownSet(context, liveProject, article.id);
  const types = liveProject.folder.project.data().tagset.spanTypes.map(({ id }) => id);
  const marksOn = (set: AnnotationSet, range: Range): string[] =>
    types.filter((type) => isMarked(set, type, [range]));
  const hitOf = (range: Range): Hit => ({
    ...selectorOf(text, range),
    marked: standingSet ? marksOn(standingSet.set, range) : [],
  });
  return { article: article.id, hits: hits.map(hitOf) };
}

/** Runs a regular expression over texts in a thread of its own that is ended when it takes too long: nothing can stop one that runs here. */
interface PatternRunner {
  /** The matches in a text, without empty ones; `null` when the time for all texts together is over. */
  matches(text: string): Promise<readonly Range[] | null>;
  /** Ends the thread; what it was asked comes back as `null`. */
  close(): void;
}

/** More matches than these in one text are not looked at: they cannot all be shown. */
const mostMatches = 100_000;

/**
 * The thread's program, as text, so that it is the same in every host, and no build has to know of it. Starts and ends
 * take turns in its answer.
 */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const pattern = new RegExp(workerData.pattern, workerData.flags);
parentPort.on("message", (text) => {
  const found = [];
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== "") found.push(match.index, match.index + match[0].length);
    if (found.length >= 2 * workerData.most) break;
  }
  parentPort.postMessage({ answer: found });
});
`;

/** `query` must be readable (see `patternProblem`). Close it when all texts are looked through. */
export function createPatternRunner(query: PatternQuery, milliseconds = patternTime): PatternRunner {
  const thread = startThread(program, {
    eval: true,
    workerData: { pattern: query.pattern, flags: flagsOf(query), most: mostMatches },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const timer = setTimeout(thread.kill, milliseconds);
  return {
    async matches(text) {
      // It ran out of memory, or was ended.
      const edges = await askProcess<readonly number[]>(thread, text, { time: null }).catch(() => null);
      return edges && rangesOf(edges);
    },
    close() {
      clearTimeout(timer);
      thread.kill();
    },
  };
}

function rangesOf(edges: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2)
    ranges.push({ start: edges[at] ?? 0, end: edges[at + 1] ?? 0 });
  return ranges;
}
