// A thread that does work on the disk: it asks and is answered, tells how it goes, and ends with an answer, a failure, or nothing.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askThread } from "../../../../main/core/processes/ask-process.ts";
import { temporaryFolder } from "../workplace.ts";

/** A program as `serve-parent.ts` makes it: it asks for what it is to answer with. */
function program(): string {
  const path = join(temporaryFolder(), "thread.mjs");
  writeFileSync(
    path,
    `import { parentPort } from "node:worker_threads";
    parentPort.once("message", (data) => {
      parentPort.once("message", (reply) => {
        parentPort.postMessage({ news: reply });
        if (reply === "hang") setInterval(() => {}, 1000);
        else if (reply === "throw") throw new Error("broken");
        else if (reply === "fault") parentPort.postMessage({ fault: { message: "faulty", stack: "" } });
        else if (reply === "fail") parentPort.postMessage({ failed: { code: "storage", problem: "disk-full", detail: {} } });
        else if (reply !== "end") parentPort.postMessage({ answer: reply + data });
      });
      parentPort.postMessage({ question: data });
    });`,
  );
  return path;
}

function run(reply: string, signal = new AbortController().signal) {
  const heard: unknown[] = [];
  const result = askThread<string>(program(), "data", {
    signal,
    async onQuestion(question) {
      heard.push(question);
      if (reply === "refuse") throw new Error("refused");
      return reply;
    },
    onNews: (news) => void heard.push(news),
  });
  return { heard, result };
}

test("what it asks is answered, what it tells is heard, and its answer is given", async () => {
  const { heard, result } = run("well: ");
  expect(await result).toBe("well: data");
  expect(heard).toEqual(["data", "well: "]);
});

test("a failure is the same failure here, and a fault, an end or a question without an answer breaks it off", async () => {
  await expect(run("fail").result).rejects.toMatchObject({ problem: "disk-full" });
  await expect(run("fault").result).rejects.toThrow("faulty");
  await expect(run("throw").result).rejects.toThrow("broken");
  await expect(run("end").result).rejects.toThrow("broke-off");
  await expect(run("refuse").result).rejects.toThrow("refused");
});

test("one that is stopped gives nothing, and has ended", async () => {
  const stopping = new AbortController();
  const { heard, result } = run("hang", stopping.signal);
  await expect.poll(() => heard).toContain("hang");
  stopping.abort();
  expect(await result).toBeNull();
});
