// A thread that does work on the disk: it asks and is answered, tells how it goes, and ends with a result, a failure, or nothing.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inThread } from "../../../../main/core/jobs/in-thread.ts";
import { temporaryFolder } from "../workplace.ts";

/** A program as `thread-side.ts` makes it: it asks for what it is to end with. */
function program(): string {
  const path = join(temporaryFolder(), "thread.mjs");
  writeFileSync(
    path,
    `import { parentPort, workerData } from "node:worker_threads";
    parentPort.once("message", (answer) => {
      parentPort.postMessage({ news: answer });
      if (answer === "hang") setInterval(() => {}, 1000);
      else if (answer === "fault") throw new Error("broken");
      else if (answer === "fail") parentPort.postMessage({ failed: { code: "storage", problem: "disk-full", detail: {} } });
      else parentPort.postMessage({ result: answer + workerData });
    });
    parentPort.postMessage({ question: workerData });`,
  );
  return path;
}

function run(answer: string, signal = new AbortController().signal) {
  const heard: unknown[] = [];
  const result = inThread<string, string, string>(program(), "data", {
    signal,
    async answer(question) {
      heard.push(question);
      if (answer === "refuse") throw new Error("refused");
      return answer;
    },
    onNews: (news) => void heard.push(news),
  });
  return { heard, result };
}

test("what it asks is answered, what it tells is heard, and its result is given", async () => {
  const { heard, result } = run("well: ");
  expect(await result).toBe("well: data");
  expect(heard).toEqual(["data", "well: "]);
});

test("a failure is the same failure here, and a fault or an answer that cannot be given ends it", async () => {
  await expect(run("fail").result).rejects.toMatchObject({ problem: "disk-full" });
  await expect(run("fault").result).rejects.toThrow("broken");
  await expect(run("refuse").result).rejects.toThrow("refused");
});

test("one that is stopped gives nothing, and has ended", async () => {
  const stopping = new AbortController();
  const { heard, result } = run("hang", stopping.signal);
  await expect.poll(() => heard).toContain("hang");
  stopping.abort();
  expect(await result).toBeNull();
});
