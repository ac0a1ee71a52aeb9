// A folder of its own for every test, with a home in it, and people at work on projects there: typed clients over real
// cores over the real file system.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Core, type CoreOptions, createCore } from "../../../main/core/core.ts";
import { type Client, clientOver } from "../../../shared/api/client.ts";
import type { Event, OpenProject } from "../../../shared/api/contract.ts";
import { ApiError, type Problem, type ProblemDetail } from "../../../shared/errors/errors.ts";
import { added, type Change } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { StepNote } from "../../../shared/model/step.ts";
import { newId, spanOf } from "./span-of.ts";

export { inMemory } from "../../helpers/in-memory.ts";
export { newId } from "./span-of.ts";

let seconds = 0;
/** What is said of a step, each a second after the one before. */
export function noteOf(command: string, more: Partial<StepNote> = {}): StepNote {
  seconds += 1;
  return { command, at: new Date(Date.UTC(2026, 0, 1, 12, 0, seconds)).toISOString(), ...more };
}

/** A folder that is removed when the test is over. */
export function temporaryFolder(within = tmpdir()): string {
  const folder = mkdtempSync(join(within, "sayso-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Somebody at a window: the core behind it, and what it was told. */
export interface Person extends Client {
  readonly core: Core;
  readonly id: Id;
  readonly events: readonly Event[];
}

/**
 * Opens a core that is closed when the test is over, makes no backups and looks at no folder by itself unless asked to; when it looks
 * only when asked, what may be half written is taken as it stands at the second look. `name`: who annotates; `null` for somebody not
 * yet asked.
 */
export async function person(
  home: string,
  name: string | null = "Ana",
  options: Partial<CoreOptions> = {},
): Promise<Person> {
  const quiet = { backupPauses: null, watchPauses: null };
  const patience = options.watchPauses ? {} : { outsidePatience: 0 };
  const core = await createCore({
    host: "browser",
    version: "0.0.0",
    home,
    ...quiet,
    ...patience,
    ...options,
  });
  onTestFinished(() => core.close());
  const someone = windowOf(core);
  if (name !== null) await someone.call("settings.set", { annotatorName: name });
  return someone;
}

/** One more window on the same core. */
export function windowOf(core: Core): Person {
  const id = newId();
  const events: Event[] = [];
  core.subscribe((event, to) => {
    if (to === undefined || to === id) events.push(event);
  });
  const transport = {
    call: (name: string, input: unknown) => core.dispatch(name, input, id),
    subscribe: () => () => undefined,
  };
  return { ...clientOver(transport), core, id, events };
}

export const text = "Mayor Ines Duarte said the bridge would reopen in May. “It is safe,” she said.\n";

/** A project with one article of the text above. */
export async function projectWith(
  someone: Person,
  path: string,
  content = text,
): Promise<{ readonly project: OpenProject; readonly article: Id }> {
  const project = await someone.call("project.create", { path, name: "Bridges" });
  const report = await someone.call("article.importText", {
    project: project.handle,
    name: "bridge.txt",
    text: content,
  });
  return { project, article: report.article.id };
}

/** A cue on some characters of the text. */
export const spanBy = (annotator: Id, at = 0): Span => spanOf(annotator, text, at);

export function addingSpan(project: OpenProject, at = 0): Change {
  return { spans: added(spanBy(project.annotator?.id ?? "", at)) };
}

/** The problem and detail that a call fails with; throws when it does not fail. */
export async function problemOf(
  call: Promise<unknown>,
): Promise<{ readonly problem: Problem; readonly detail: ProblemDetail }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return { problem: error.problem, detail: error.detail };
    throw error;
  }
  throw new Error("The call went well.");
}

/** Writes a file for a test to bring in, and gives its path. */
export function fileWith(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
