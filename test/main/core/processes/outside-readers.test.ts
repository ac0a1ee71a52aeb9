// What comes from outside is read in a process with limits, whoever asks: no part of a host or of the command line reads it itself.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type JobName, jobs } from "../../../../main/core/jobs/jobs.ts";
import { runJob } from "../../../../main/core/jobs/run-job.ts";
import { outsideLimits } from "../../../../main/core/processes/ask-process.ts";
import { createProcesses, type Program } from "../../../../main/core/processes/processes.ts";
import { repository } from "../../../helpers/built-app.ts";

/** What reads a whole file from outside; calls of these stand only where the programs of processes are. */
const readers =
  /\b(?:read(?:ing)?Package|readAnnotations|recogniseFormats|parseAnnotatedJson|readMapping|readTagset|readRatings|readContinuum|importerFor|readTable|leftOutOfFile|openMessage)\(/u;
const programs = [
  "main/core/articles/read-files.ts",
  "main/core/jobs/jobs.ts",
  "main/core/jobs/read-foreign-job.ts",
];

test("files from outside are read by the programs of processes only", () => {
  const calling = readdirSync(join(repository, "main"), { recursive: true, encoding: "utf8" })
    .map((file) => `main/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => readers.test(readFileSync(join(repository, file), "utf8")));
  expect(calling.toSorted()).toEqual(programs);
});

/** Jobs on what a project holds already. */
const onOwnData: readonly JobName[] = [
  ...([
    "compare",
    "agreement",
    "disagreements",
    "suggest",
    "gather",
    "people",
    "own-package",
    "learn",
  ] as const),
];

test("every job on what comes from outside has its limits", async () => {
  const started = new Map<JobName, Program>();
  const { signal } = new AbortController();
  for (const name of Object.keys(jobs) as JobName[]) {
    const processes = createProcesses((path, limits) => {
      started.set(name, { path, limits });
      throw new Error("not begun");
    });
    const begun = runJob(processes, name, null as never, { signal, onProgress() {} }, process.execPath);
    await expect(begun).rejects.toThrow("not begun");
  }
  const limited = [...started].filter(([, { limits }]) => limits === outsideLimits).map(([name]) => name);
  expect(limited.toSorted()).toEqual(
    Object.keys(jobs)
      .filter((name) => !onOwnData.includes(name as JobName))
      .toSorted(),
  );
});
