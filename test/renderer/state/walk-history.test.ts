// One history over the articles of a project, the registry and a restart, through a window's whole state and a real core:
// whatever was done is taken back to nothing and done again to everything, byte for byte.
import { cpSync, existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { noOutbox } from "../../../renderer/state/outbox.ts";
import { createStore } from "../../../renderer/state/store.ts";
import { type Connection, createWorkspace, type Workspace } from "../../../renderer/state/workspace.ts";
import type { Client } from "../../../shared/api/client.ts";
import { createEntity, deleteSpan, tagSelection } from "../../../shared/commands/index.ts";
import { added, type Change } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { newId, person, spanBy, temporaryFolder, text } from "../../main/core/workplace.ts";

const inMemory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

const windowOn = (client: Client): Promise<Workspace> =>
  createWorkspace({
    client,
    newId,
    now: () => new Date().toISOString(),
    connection: createStore<Connection>("up"),
    outbox: noOutbox,
  });

interface Desk {
  readonly folder: string;
  readonly path: string;
  readonly client: Client;
  readonly workspace: Workspace;
  readonly articles: readonly [Id, Id];
}

async function desk(): Promise<Desk> {
  const folder = temporaryFolder(inMemory);
  const path = join(folder, "project");
  const client = await person(join(folder, "home"));
  const workspace = await windowOn(client);
  await workspace.createProject(path, "Bridges");
  await workspace.importText(text, "a.txt");
  await workspace.importText(text, "b.txt");
  const [first, second] = workspace.state.get().articles;
  if (!first || !second) throw new Error("There are two articles.");
  return { folder, path, client, workspace, articles: [first.id, second.id] };
}

const shownSession = ({ workspace }: Pick<Desk, "workspace">) => {
  const { session } = workspace.state.get();
  if (!session) throw new Error("An article is open.");
  return session;
};

const past = ({ workspace }: Pick<Desk, "workspace">) => workspace.history.state.get().history;

async function tagIn(here: Desk, article: Id, start: number, type = "speaker"): Promise<void> {
  await here.workspace.openArticle(article);
  const range = { start, end: start + 4 };
  shownSession(here).run(tagSelection, { range, type, snap: true, card: null });
}

/** Everything on the disk, as another reader finds it. */
async function stored(client: Client, path: string): Promise<string> {
  const reader = await client.call("project.open", { path, mode: "read" });
  const sets: unknown[] = [];
  for (const { id } of reader.articles)
    sets.push((await client.call("article.open", { project: reader.handle, article: id })).set);
  const entities = [...reader.entities].sort((a, b) => (a.id < b.id ? -1 : 1));
  await client.call("project.close", { project: reader.handle });
  return JSON.stringify([sets, entities]);
}

/** Waits until nothing is unsaved. */
const saved = async ({ workspace }: Desk): Promise<void> => {
  await expect.poll(() => workspace.hasUnsaved()).toBe(false);
};

/** A step over both articles with an entity that both mention. */
function everywhere(here: Desk) {
  const annotator = here.workspace.state.get().project?.annotator?.id ?? "";
  const entity: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
  const change = (): Change => ({
    spans: added({ ...spanBy(annotator), type: "source", entity: entity.id }),
  });
  return here.workspace.applyStep({
    command: "tag-all",
    parts: here.articles.map((article) => ({ article, change: change() })),
    entities: added(entity),
  });
}

test("the last step is taken back wherever it was, and its article is shown, with a word", async () => {
  const here = await desk();
  const [first, second] = here.articles;
  await tagIn(here, first, 0);
  await tagIn(here, second, 6);
  await here.workspace.openArticle(first);
  await here.workspace.history.undo();
  expect(shownSession(here).article.id).toBe(second);
  expect(shownSession(here).state.get()).toMatchObject({
    spanOrder: [],
    notice: { kind: "walked", direction: "undo", title: shownSession(here).article.title },
  });
  expect(shownSession(here).wanted.current).toEqual({ start: 6, end: 10 });
  await here.workspace.history.undo();
  expect(shownSession(here).article.id).toBe(first);
  expect(past(here)).toMatchObject({ done: [], undone: [{}, {}] });
  await here.workspace.history.redo();
  expect(shownSession(here).article.id).toBe(first);
  expect(shownSession(here).state.get().notice).toBeNull();
  await here.workspace.history.redo();
  expect(shownSession(here).article.id).toBe(second);
});

test("a step over several articles is taken back and done again as one, in the open ones and on the disk", async () => {
  const here = await desk();
  const nothing = await stored(here.client, here.path);
  expect(await everywhere(here)).toBe(true);
  const everything = await stored(here.client, here.path);
  expect(shownSession(here).state.get().spanOrder).toHaveLength(1);
  await here.workspace.history.undo();
  expect(shownSession(here).state.get().spanOrder).toHaveLength(0);
  expect(await stored(here.client, here.path)).toBe(nothing);
  await here.workspace.history.redo();
  expect(await stored(here.client, here.path)).toBe(everything);
  expect(past(here)).toMatchObject({ done: [{ step: { command: "tag-all" } }], undone: [] });
});

test("whatever was done in two articles is undone to nothing and redone to everything, with a restart in between", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(1), fc.nat(60), fc.nat(5)), { minLength: 1, maxLength: 12 }),
      async (acts) => {
        const here = await desk();
        const nothing = await stored(here.client, here.path);
        for (const [which, start, what] of acts) {
          const article = here.articles[which === 0 ? 0 : 1];
          await here.workspace.openArticle(article);
          const { span } = shownSession(here).focus();
          if (what < 2) await tagIn(here, article, start, what === 0 ? "speaker" : "claim");
          else if (what === 2 && span !== null) shownSession(here).run(createEntity, { span });
          else if (what === 3 && span !== null) shownSession(here).run(deleteSpan, { span });
          else if (what === 4) await here.workspace.history.undo();
          else if (what === 5 && start < 20) await everywhere(here);
        }
        while (past(here).undone.length > 0) await here.workspace.history.redo();
        await saved(here);
        const everything = await stored(here.client, here.path);

        // The process is killed, and another one finds what is on the disk.
        const copy = join(here.folder, newId());
        cpSync(here.path, copy, { recursive: true });
        rmSync(join(copy, ".lock"), { force: true });
        const client = await person(join(here.folder, "home"));
        const again: Desk = { ...here, client, path: copy, workspace: await windowOn(client) };
        await again.workspace.openProject(copy, "write");
        const steps = past(here).done.map(({ step }) => step.id);
        await expect.poll(() => past(again).done.map(({ step }) => step.id)).toEqual(steps);
        await again.workspace.history.goTo(null);
        await saved(again);
        expect(await stored(client, copy)).toBe(nothing);
        expect(past(again).done).toHaveLength(0);
        const last = past(again).undone[0]?.step.id;
        if (last !== undefined) await again.workspace.history.goTo(last);
        await saved(again);
        expect(await stored(client, copy)).toBe(everything);
        await client.core.close();
      },
    ),
    { numRuns: 20 },
  );
}, 60_000);

test("a step that a colleague has overtaken is given up with a word, and those before it can be reached", async () => {
  const here = await desk();
  const [first] = here.articles;
  await tagIn(here, first, 0);
  await everywhere(here);
  await saved(here);
  // Somebody at another window takes the marks of the step away.
  const other = await windowOn(here.client);
  await other.openProject(here.path, "write");
  await other.openArticle(first);
  const marks = shownSession({ workspace: other }).state.get().annotations.set.spans;
  const sources = marks.buckets.flatMap((bucket) => [...(bucket?.values() ?? [])]);
  for (const span of sources.filter(({ type }) => type === "source"))
    shownSession({ workspace: other }).run(deleteSpan, { span: span.id });
  await expect.poll(() => other.hasUnsaved()).toBe(false);
  await here.workspace.history.undo();
  expect(shownSession(here).state.get().notice).toEqual({ kind: "cannot-undo" });
  expect(past(here).done.map(({ step }) => step.command)).toEqual(["tag-selection"]);
  await here.workspace.history.undo();
  expect(past(here).done).toHaveLength(0);
});
