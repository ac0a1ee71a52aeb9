// Long computations in a thread of their own: what it tells, what comes of it, and how it ends. The threads here are small
// programs that stand for the built one.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CompareInput } from "../../../main/core/jobs/compare-job.ts";
import { runJob } from "../../../main/core/jobs/run-job.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { temporaryFolder } from "./workplace.ts";

const input: CompareInput = { text: "", sets: [], entities: [], tagset: newsAttribution, policies: [] };

function threadOf(program: string): string {
  const path = join(temporaryFolder(), "thread.cjs");
  writeFileSync(path, `const { parentPort } = require("node:worker_threads");\n${program}`);
  return path;
}

function runIn(thread: string, signal = new AbortController().signal) {
  const told: object[] = [];
  const result = runJob("compare", input, { signal, onProgress: (progress) => told.push(progress) }, thread);
  return { told, result };
}

const run = (program: string, signal?: AbortSignal) => runIn(threadOf(program), signal);

test("a thread is given its job, tells how far it is, and what came of it", async () => {
  const { told, result } = run(`
    parentPort.on("message", (job) => {
      parentPort.postMessage({ progress: { done: 1, of: 2 } });
      parentPort.postMessage({ result: job });
    });
  `);
  expect(await result).toEqual({ name: "compare", input });
  expect(told).toEqual([{ done: 1, of: 2 }]);
});

test("a thread that goes on for ever is ended when nobody wants its result", async () => {
  const stop = new AbortController();
  const { result } = run("for (;;);", stop.signal);
  setTimeout(() => stop.abort(), 50);
  expect(await result).toBeNull();
});

test("a job that nobody wants any more is not begun", async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await run("throw new Error('begun');", stop.signal).result).toBeNull();
});

test("a thread that throws or ends without a word fails the call", async () => {
  await expect(run("throw new Error('worn');").result).rejects.toThrow("worn");
  await expect(run("").result).rejects.toThrow("ended without a result");
});

test("a thread that ended its job does the next one, and one more is begun where it is busy", async () => {
  const counting = threadOf(`
    let done = 0;
    parentPort.on("message", () => {
      done += 1;
      parentPort.postMessage({ result: done });
    });
  `);
  expect(await runIn(counting).result).toBe(1);
  expect(await runIn(counting).result).toBe(2);
  const both = [runIn(counting).result, runIn(counting).result];
  expect(await Promise.all(both)).toEqual([3, 1]);
});

test("a job that cannot be given to a thread fails, and leaves no thread behind", async () => {
  const impossible = { ...input, text: (() => "") as never };
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await expect(runJob("compare", impossible, options, threadOf(""))).rejects.toThrow("could not be cloned");
});

test("a thread that dies while it waits is not given another job", async () => {
  const dying = threadOf(`
    let done = 0;
    parentPort.on("message", () => {
      done += 1;
      parentPort.postMessage({ result: done });
      setTimeout(() => { throw new Error("worn"); }, 50);
    });
  `);
  expect(await runIn(dying).result).toBe(1);
  await expect.poll(() => runIn(dying).result.catch(() => null)).toBe(1);
});
