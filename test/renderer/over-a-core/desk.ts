// A window's whole state at work in a project of two articles, over a real core.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { createStore, type ReadableStore } from "../../../renderer/lib/store.ts";
import {
  type ConnectionState,
  createWorkspace,
  type Workspace,
} from "../../../renderer/state/project/workspace.ts";
import type { Outbox } from "../../../renderer/state/session/outbox.ts";
import { type Client, clientOver } from "../../../shared/api/client.ts";
import type { Event } from "../../../shared/api/contract.ts";
import { tagSelection } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { noOutbox } from "../../helpers/memory-outbox.ts";
import { inMemory, newId, type Person, person, temporaryFolder, text } from "../../main/core/workplace.ts";

interface WindowOptions {
  readonly outbox?: Outbox | undefined;
  readonly connection?: ReadableStore<ConnectionState>;
}

export const windowOn = (
  client: Client,
  { outbox = noOutbox, connection = createStore<ConnectionState>("up") }: WindowOptions = {},
): Promise<Workspace> =>
  createWorkspace({ client, newId, now: () => new Date().toISOString(), connection, outbox });

/** One more window on the same core, which hears what the core tells it. */
export function listening({ core }: Pick<Person, "core">): Client {
  const id = newId();
  return clientOver({
    call: (name, input) => core.dispatch(name, input, id),
    subscribe: (listener: (event: Event) => void) =>
      core.subscribe((event, to) => {
        if (to === undefined || to === id) listener(event);
      }),
  });
}

export interface Desk {
  readonly folder: string;
  readonly path: string;
  readonly client: Person;
  readonly workspace: Workspace;
  readonly articles: readonly [Id, Id];
}

export async function desk(): Promise<Desk> {
  const folder = temporaryFolder(inMemory);
  const path = join(folder, "project");
  const client = await person(join(folder, "home"));
  const workspace = await windowOn(client);
  await workspace.createProject(path, "Bridges");
  await workspace.importText(text, "a.txt");
  await workspace.importText(text, "b.txt");
  const { report } = workspace.state.get();
  if (report?.kind === "article-twin") await report.importAgain();
  const [first, second] = workspace.state.get().articles;
  if (!first || !second) throw new Error("There are two articles.");
  return { folder, path, client, workspace, articles: [first.id, second.id] };
}

export const shownSession = ({ workspace }: Pick<Desk, "workspace">) => {
  const { session } = workspace.state.get();
  if (!session) throw new Error("An article is open.");
  return session;
};

export const past = ({ workspace }: Pick<Desk, "workspace">) => workspace.history.state.get().history;

export async function tagIn(here: Desk, article: Id, start: number, type = "speaker"): Promise<void> {
  await here.workspace.openArticle(article);
  const range = { start, end: start + 4 };
  shownSession(here).run(tagSelection, { range, type, snap: true, card: null });
}

/** Everything on the disk, as another reader finds it. */
export async function stored(client: Client, path: string): Promise<string> {
  const reader = await client.call("project.open", { path, mode: "read" });
  const sets: unknown[] = [];
  for (const { id } of reader.articles)
    sets.push((await client.call("article.open", { project: reader.handle, article: id })).set);
  const entities = [...reader.entities].sort((a, b) => (a.id < b.id ? -1 : 1));
  await client.call("project.close", { project: reader.handle });
  return JSON.stringify([sets, entities]);
}

/** Waits until nothing is unsaved. */
export const saved = async ({ workspace }: Desk): Promise<void> => {
  await expect.poll(() => workspace.hasUnsaved()).toBe(false);
};

/** The process is killed, and another one finds what is on the disk. */
export async function afterKill(here: Desk): Promise<Desk> {
  const path = join(here.folder, newId());
  cpSync(here.path, path, { recursive: true });
  rmSync(join(path, ".lock"), { force: true });
  const client = await person(join(here.folder, "home"));
  const again: Desk = { ...here, client, path, workspace: await windowOn(client) };
  await again.workspace.openProject(path, "write");
  const steps = past(here).done.map(({ step }) => step.id);
  await expect.poll(() => past(again).done.map(({ step }) => step.id)).toEqual(steps);
  return again;
}
