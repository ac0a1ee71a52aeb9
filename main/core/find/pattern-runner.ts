// Runs a regular expression over texts in a thread of its own that is ended when it takes too long: nothing can stop one
// that runs here.
import { Worker } from "node:worker_threads";
import type { Range } from "../../../shared/model/range.ts";
import { flagsOf } from "../../../shared/search/pattern.ts";
import { type PatternQuery, patternTime } from "../../../shared/search/query.ts";

export interface PatternRunner {
  /** The matches in a text, without empty ones; `null` when the time for all texts together is over. */
  matches(text: string): Promise<readonly Range[] | null>;
  /** Ends the thread; what it was asked comes back as `null`. */
  close(): Promise<void>;
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
  parentPort.postMessage(found);
});
`;

/** `query` must be readable (see `patternProblem`). Close it when all texts are looked through. */
export function createPatternRunner(query: PatternQuery, milliseconds = patternTime): PatternRunner {
  const worker = new Worker(program, {
    eval: true,
    workerData: { pattern: query.pattern, flags: flagsOf(query), most: mostMatches },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  let answer: (found: readonly number[] | null) => void = () => undefined;
  let ended = false;
  const end = (): void => {
    ended = true;
    answer(null);
  };
  worker.on("message", (found: readonly number[]) => answer(found));
  // It ran out of memory, or was ended.
  worker.on("error", end);
  worker.on("exit", end);
  const timer = setTimeout(() => void worker.terminate(), milliseconds);
  return {
    async matches(text) {
      if (ended) return null;
      const found = await new Promise<readonly number[] | null>((resolve) => {
        answer = resolve;
        worker.postMessage(text);
      });
      return found && rangesOf(found);
    },
    async close() {
      clearTimeout(timer);
      await worker.terminate();
    },
  };
}

function rangesOf(edges: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2)
    ranges.push({ start: edges[at] ?? 0, end: edges[at + 1] ?? 0 });
  return ranges;
}
