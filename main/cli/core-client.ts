// The command line's way through the door: the same core and the same typed client as the windows have.
import { randomBytes } from "node:crypto";
import { type Client, clientOver } from "../../shared/api/client.ts";
import type { OpenProject, ReadOnly } from "../../shared/api/contract.ts";
import { ApiError, type Problem } from "../../shared/errors/errors.ts";
import { type Id, idFromBytes } from "../../shared/model/id.ts";
import type { StepNote } from "../../shared/model/step.ts";
import { message } from "../../shared/words/message.ts";
import { createCore } from "../core/core.ts";
import { printing } from "./browser-window.ts";
import { type CommandLine, UsageError } from "./cli-command.ts";

/** A random id. */
export const newId = (): Id => idFromBytes(randomBytes(16));

/** Does some work with a core of its own, and closes it whatever happens. */
export async function withClient<T>(
  { version, home, processes }: CommandLine,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const core = await createCore({ host: "cli", version, home, processes, ...printing() });
  const name = newId();
  try {
    return await work(
      clientOver({
        call: (method, input) => core.dispatch(method, input, name),
        subscribe: (listener) => core.subscribe(listener),
      }),
    );
  } finally {
    await core.close();
  }
}

const problemOf: Readonly<Record<ReadOnly["why"], Problem>> = {
  asked: "project-read-only",
  locked: "project-locked",
  newer: "project-newer",
  "not-writable": "folder-not-writable",
  damaged: "project-damaged",
};

/** Opens a project; `takeOver`: from whoever has it open for writing. */
export async function openTakingOver(client: Client, path: string, takeOver: boolean): Promise<OpenProject> {
  const openProject = await client.call("project.open", { path, mode: "write" });
  const lock = openProject.readOnly?.why === "locked" ? openProject.readOnly.detail.lock : null;
  if (!takeOver || typeof lock !== "string") return openProject;
  await client.call("project.close", { project: openProject.handle });
  return client.call("project.open", { path, mode: "write", takeOver: lock });
}

/** Throws an `ApiError` for a project that can only be read. */
export function requireWritable({ readOnly, path }: OpenProject): void {
  if (readOnly) throw new ApiError(problemOf[readOnly.why], { path, ...readOnly.detail });
}

/** A new step, with the id under which it is asked for. */
export const newStep = (command: string): { readonly opId: Id; readonly step: StepNote } => ({
  opId: newId(),
  step: { command, at: new Date().toISOString() },
});

/** Whether a folder could not be opened because no project is in it. */
export const isNoProject = ({ problem }: ApiError): boolean =>
  ["folder-missing", "project-missing", "project-not-one"].includes(problem);

/** Answers the question that the interface asks once. Somebody else's name is not overwritten. */
export async function introduce(client: Client, name: string): Promise<void> {
  const { annotatorName } = await client.call("settings.get", {});
  if (annotatorName === null) await client.call("settings.set", { annotatorName: name });
  else if (annotatorName !== name) throw new UsageError(message("cli.other-name", { name: annotatorName }));
}
