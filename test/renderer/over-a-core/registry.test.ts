// The registry as its view works with it: where entities are mentioned, merging, taking apart and splitting over articles,
// each one step that is taken back, also after a restart.
import { expect, test } from "vitest";
import { createEntity, mergeEntities, unmergeEntity, updateEntity } from "../../../shared/commands/index.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { idsBehind } from "../../../shared/model/entity-groups.ts";
import { get, records } from "../../../shared/model/table.ts";
import { afterKill, type Desk, desk, past, saved, shownSession, stored, tagIn } from "./desk.ts";

/** "Mayor Ines Duarte" and "she" in both articles: two entities, each mentioned twice. */
async function registered(): Promise<Desk & { readonly mayor: Entity; readonly she: Entity }> {
  const here = await desk();
  for (const article of here.articles)
    for (const start of [0, 70]) {
      await tagIn(here, article, start);
      const { focus, annotations } = shownSession(here).state.get();
      const span = get(annotations.set.spans, focus.span ?? "");
      if (span && span.entity === undefined) shownSession(here).run(createEntity, { span: span.id });
    }
  await saved(here);
  const [mayor, she] = [...records(here.workspace.state.get().entities)].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  if (!mayor || !she) throw new Error("There are two entities.");
  return { ...here, mayor, she };
}

const mentioned = async ({ workspace }: Desk, entity: Entity): Promise<number | undefined> =>
  (await workspace.registry.counts())?.get(entity.id)?.mentions;

test("tells how often and where each entity is mentioned, in articles that are open and in those that are not", async () => {
  const here = await registered();
  const again = await afterKill(here);
  for (const one of [here, again]) {
    const counts = await one.workspace.registry.counts();
    expect([...(counts?.values() ?? [])].sort((a) => (a.entity === here.mayor.id ? -1 : 1))).toEqual([
      { entity: here.mayor.id, mentions: 2, articles: 2 },
      { entity: here.she.id, mentions: 2, articles: 2 },
    ]);
    const mentions = await one.workspace.registry.mentions([here.mayor.id]);
    expect(mentions?.map(({ article }) => article)).toEqual(here.articles);
  }
});

test("a merge touches no set, is one step, and is taken back and apart, with a restart in between", async () => {
  const here = await registered();
  const { mayor, she } = here;
  const apart = await stored(here.client, here.path);
  expect(await here.workspace.registry.run(mergeEntities, { entities: [she.id], into: mayor.id })).toBeNull();
  const merged = await stored(here.client, here.path);
  expect(idsBehind(here.workspace.state.get().entities, she.id)).toEqual([mayor.id, she.id]);
  expect(idsBehind(shownSession(here).annotations().entities, she.id)).toEqual([mayor.id, she.id]);
  expect(await mentioned(here, mayor)).toBe(2);
  await here.workspace.history.undo();
  expect(await stored(here.client, here.path)).toBe(apart);
  await here.workspace.history.redo();
  const again = await afterKill(here);
  expect(await stored(again.client, again.path)).toBe(merged);
  await again.workspace.history.undo();
  expect(await stored(again.client, again.path)).toBe(apart);
  await again.workspace.history.redo();
  expect(await again.workspace.registry.run(unmergeEntity, { entity: she.id })).toBeNull();
  expect(await stored(again.client, again.path)).toBe(apart);
  expect(
    past(again)
      .done.slice(-2)
      .map(({ step }) => step.command),
  ).toEqual(["merge-entities", "unmerge-entity"]);
});

test("refuses a merge with itself and a name that is empty, and changes nothing", async () => {
  const here = await registered();
  const { registry } = here.workspace;
  const steps = past(here).done.length;
  const { id } = here.mayor;
  expect(await registry.run(mergeEntities, { entities: [id], into: id })).toBe("merge-with-itself");
  expect(await registry.run(updateEntity, { entity: id, name: " " })).toBe("name-empty");
  const mentions = (await registry.mentions([id])) ?? [];
  const split = { from: [here.mayor], mentions, staying: [], name: " " } as const;
  expect(await registry.split(split)).toEqual({ refusal: "name-empty" });
  expect(await registry.split({ ...split, mentions: [], name: "Another" })).toEqual({
    refusal: "nothing-to-change",
  });
  expect(past(here).done).toHaveLength(steps);
});

test("a split moves the chosen mentions of all articles to another entity, as one step and back", async () => {
  const here = await registered();
  const { registry, history } = here.workspace;
  const whole = await stored(here.client, here.path);
  const mentions = (await registry.mentions([here.mayor.id])) ?? [];
  expect(mentions).toHaveLength(2);
  const asked = { from: [here.mayor], mentions, staying: [], name: "Ines Duarte, the other" } as const;
  const done = await registry.split(asked);
  const split = await stored(here.client, here.path);
  const other = [...records(here.workspace.state.get().entities)].find(({ name }) =>
    name.endsWith("the other"),
  );
  expect(done).toEqual({ entity: other?.id });
  expect(other).toMatchObject({ type: here.mayor.type, aliases: [here.mayor.name] });
  expect(await mentioned(here, here.mayor)).toBeUndefined();
  expect(other && (await mentioned(here, other))).toBe(2);
  await history.undo();
  expect(await stored(here.client, here.path)).toBe(whole);
  await history.redo();
  expect(await stored(here.client, here.path)).toBe(split);
  const again = await afterKill(here);
  await again.workspace.history.undo();
  expect(await stored(again.client, again.path)).toBe(whole);
});

test("a split on mentions that have changed since is refused whole, and says so", async () => {
  const here = await registered();
  const mentions = (await here.workspace.registry.mentions([here.mayor.id])) ?? [];
  await tagIn(here, here.articles[0], 30, "cue");
  await saved(here);
  const before = await stored(here.client, here.path);
  await here.workspace.registry.split({
    from: [here.mayor],
    mentions,
    staying: [],
    name: "Another",
  });
  expect(here.workspace.state.get().problem).toMatchObject({ problem: "revision-conflict" });
  expect(await stored(here.client, here.path)).toBe(before);
});
