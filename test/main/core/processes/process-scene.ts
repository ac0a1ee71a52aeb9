// Small programs that stand for the built ones, in processes of their own.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { forkProcess, type ProcessLimits } from "../../../../main/core/processes/own-process.ts";
import { createProcesses, type Processes, type Program } from "../../../../main/core/processes/processes.ts";
import { temporaryFolder } from "../workplace.ts";

/** A program that answers each question by this function's body: `question` and `onNews` are what it is given. */
export function programOf(body: string, limits: ProcessLimits = { objects: 64, all: 300 }): Program {
  const path = join(temporaryFolder(), "program.mjs");
  writeFileSync(
    path,
    `const onNews = (news) => process.send({ news });
    const answer = async (question) => {${body}};
    process.on("message", (question) =>
      answer(question).then(
        (answer) => process.send({ answer }),
        (error) => process.send({ fault: { message: error.message, stack: error.stack } }),
      ),
    ).on("disconnect", () => process.exit(0));`,
  );
  return { path, limits };
}

/** Processes that have ended when the test is over. */
export function ownProcesses(): Processes {
  const processes = createProcesses(forkProcess);
  onTestFinished(() => processes.close());
  return processes;
}
