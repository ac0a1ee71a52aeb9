// Long computations in a process of their own: what it tells, what comes of it, and how it ends.
import { expect, test } from "vitest";
import type { CompareInput } from "../../../main/core/jobs/jobs.ts";
import { runJob } from "../../../main/core/jobs/run-job.ts";
import { Exhausted } from "../../../main/core/processes/ask-process.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { ownProcesses, programOf } from "./processes/process-scene.ts";

const input: CompareInput = { text: "", sets: [], entities: [], tagset: newsAttribution, policies: [] };

/** Runs jobs in this program. */
function running(body: string) {
  const processes = ownProcesses();
  const { path } = programOf(body);
  return (signal = new AbortController().signal) => {
    const told: object[] = [];
    const options = { signal, onProgress: (progress: object) => void told.push(progress) };
    return { told, result: runJob(processes, "compare", input, options, path) };
  };
}

const counting = "globalThis.done = (globalThis.done ?? 0) + 1; return globalThis.done;";

test("a process is given its job, tells how far it is, and what came of it", async () => {
  const { told, result } = running("onNews({ done: 1, of: 2 }); return question;")();
  expect(await result).toEqual({ name: "compare", input });
  expect(told).toEqual([{ done: 1, of: 2 }]);
});

test("a job that goes on for ever is ended when nobody wants its result", async () => {
  const stop = new AbortController();
  const run = running("for (;;);");
  const { result } = run(stop.signal);
  setTimeout(() => stop.abort(), 50);
  expect(await result).toBeNull();
});

test("a job that nobody wants any more is not begun", async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await running("throw new Error('begun');")(stop.signal).result).toBeNull();
});

test("a job that throws fails the call, and the next one is done all the same", async () => {
  const run = running(
    "if (!globalThis.done) { globalThis.done = 1; throw new Error('worn'); } return 'done';",
  );
  await expect(run().result).rejects.toThrow("worn");
  expect(await run().result).toBe("done");
});

test("a process that breaks off fails the call as a mistake of ours", async () => {
  await expect(
    running("setTimeout(() => { throw new Error(); }); await new Promise(() => undefined);")().result,
  ).rejects.toThrow("broke-off");
});

test("a process that ends without a word fails the call", async () => {
  await expect(running("process.exit(0);")().result).rejects.toThrow("too much memory");
});

test("a process that ended its job does the next one, and one more is begun where it is busy", async () => {
  const run = running(counting);
  expect(await run().result).toBe(1);
  expect(await run().result).toBe(2);
  expect(await Promise.all([run().result, run().result])).toEqual([3, 1]);
});

test("a job that cannot be given to a process fails, and the next one is done", async () => {
  const processes = ownProcesses();
  const { path } = programOf(counting);
  const impossible = { ...input, text: (() => "") as never };
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await expect(runJob(processes, "compare", impossible, options, path)).rejects.toThrow(
    "could not be cloned",
  );
  expect(await runJob(processes, "compare", input, options, path)).toBe(1);
});

test("a process that dies while it waits is not given another job", async () => {
  const run = running(`setTimeout(() => process.exit(1), 50); ${counting}`);
  expect(await run().result).toBe(1);
  await expect.poll(() => run().result.catch(() => null)).toBe(1);
});

test("a job about something from outside that ends its process is given up, and the next one is done", async () => {
  const processes = ownProcesses();
  const { path } = programOf(
    "if (question.input.output === 'huge') process.kill(process.pid, 'SIGKILL'); return question.input.output;",
  );
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const run = (output: string) =>
    runJob(processes, "model-answer", { model: "Tagger", output, articles: [] }, options, path);
  await expect(run("huge")).rejects.toThrow(new Exhausted("memory"));
  expect(await run("small")).toBe("small");
});
