// Entities moved to the trash with their links, as one step; had back with their old ids, names and aliases, and with the
// links whose marks are still there; never anywhere between.
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added, type Change, removed, updated } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import type { Id } from "../../../../shared/model/id.ts";
import type { Span } from "../../../../shared/model/span.ts";
import { invertWork, type StepNote } from "../../../../shared/model/step.ts";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import {
  inMemory,
  newId,
  noteOf as note,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
  text,
} from "../workplace.ts";

const duarte: Entity = {
  id: "duarte",
  name: "Ines Duarte",
  type: "person",
  naming: "named",
  aliases: ["the mayor"],
  role: "Mayor",
};
const double: Entity = {
  id: "double",
  name: "I. Duarte",
  type: "person",
  naming: "named",
  aliases: [],
  mergedInto: "duarte",
};
const other: Entity = { id: "other", name: "Oakhill", type: "organization", naming: "named", aliases: [] };

interface Work {
  readonly ana: Person;
  readonly path: string;
  readonly home: string;
  readonly project: OpenProject;
  readonly articles: readonly [Id, Id];
}

const mention = ({ project }: Pick<Work, "project">, at: number, entity: Id): Span => ({
  ...spanBy(project.annotator?.id ?? "", at),
  type: "speaker",
  entity,
});

/** Two articles that mention the one entity three times, once by one merged into it, and another one. */
async function work(): Promise<Work> {
  const folder = temporaryFolder(inMemory);
  const path = join(folder, "bridges");
  const home = join(folder, "home");
  const ana = await person(home);
  const { project, article } = await projectWith(ana, path);
  const second = await ana.call("article.importText", { project: project.handle, name: "b.txt", text });
  const articles = [article, second.article.id] as const;
  await ana.call("project.apply", {
    project: project.handle,
    opId: newId(),
    step: note("tag-all"),
    parts: [
      {
        article,
        revision: 0,
        change: {
          spans: added(
            mention({ project }, 0, "duarte"),
            mention({ project }, 1, "double"),
            mention({ project }, 2, "other"),
          ),
        },
      },
      { article: articles[1], revision: 0, change: { spans: added(mention({ project }, 3, "duarte")) } },
    ],
    entities: added(duarte, double, other),
  });
  return { ana, path, home, project, articles };
}

const putAway = ({ ana, project }: Pick<Work, "ana" | "project">, entity = "duarte") =>
  ana.call("entity.putAway", {
    ...{ project: project.handle, entity, opId: newId() },
    step: note("put-entity-away"),
  });

const takeBack = ({ ana, project }: Pick<Work, "ana" | "project">, entity = "duarte") =>
  ana.call("trash.takeEntityBack", {
    project: project.handle,
    entity,
    opId: newId(),
    step: note("take-entity-back"),
  });

const inTrash = async ({ ana, project }: Pick<Work, "ana" | "project">) =>
  (await ana.call("trash.list", { project: project.handle })).items;

/** What each mention points to, by its place in the text. */
async function links({
  ana,
  project,
  articles,
}: Omit<Work, "path" | "home">): Promise<readonly (Id | null)[]> {
  const spans: Span[] = [];
  for (const article of articles) {
    const { set } = await ana.call("article.open", { project: project.handle, article });
    spans.push(...set.spans);
  }
  return spans.map(({ entity }) => entity ?? null);
}

const entitiesOf = (path: string): readonly Entity[] =>
  JSON.parse(readFileSync(join(path, "entities.json"), "utf8")).entities;

async function reopened(one: Work): Promise<Work> {
  await one.ana.call("project.close", { project: one.project.handle });
  return { ...one, project: await one.ana.call("project.open", { path: one.path, mode: "write" }) };
}

describe("an entity in the trash", () => {
  test("goes with those merged into it and off every mention, is told of, and comes back as it was, tomorrow too", async () => {
    const one = await work();
    expect(await links(one)).toEqual(["duarte", "double", "other", "duarte"]);
    await putAway(one);
    expect(await links(one)).toEqual([null, null, "other", null]);
    expect(entitiesOf(one.path)).toEqual([other]);
    const again = await reopened(one);
    expect(again.project.entities).toEqual([other]);
    expect(await inTrash(again)).toMatchObject([
      { kind: "entity", id: "duarte", name: "Ines Duarte", by: "Ana", holds: 3 },
    ]);
    await takeBack(again);
    expect(await links(again)).toEqual(["duarte", "double", "other", "duarte"]);
    const back = entitiesOf(again.path);
    for (const entity of [duarte, double, other]) expect(back).toContainEqual(entity);
    expect(await inTrash(again)).toEqual([]);
  });

  test("is given back to the marks that are still there and mean nobody else", async () => {
    const one = await work();
    const { ana, project, articles } = one;
    await putAway(one);
    const { set, revision } = await ana.call("article.open", {
      project: project.handle,
      article: articles[0],
    });
    const [first, second] = set.spans;
    if (!first || !second) throw new Error("There are no mentions.");
    const change = {
      spans: { ...removed(first), ...{ updated: updated(second, { ...second, entity: "other" }).updated } },
    };
    await ana.call("annotations.apply", {
      project: project.handle,
      article: articles[0],
      opId: newId(),
      revision,
      change,
    });
    await takeBack(one);
    expect(await links(one)).toEqual(["other", "other", "duarte"]);
  });

  test("comes back by undo, goes again by redo, and the trash knows", async () => {
    const one = await work();
    const { ana, project } = one;
    const { step } = await putAway(one);
    const { id, command } = step;
    const back = invertWork(step);
    const apply = (more: Partial<StepNote>, { parts, entities }: typeof back) =>
      ana.call("project.apply", {
        project: project.handle,
        opId: newId(),
        step: note(command, more),
        parts: parts.map((part) => ({ ...part, revision: null })),
        ...(entities && { entities }),
      });
    await apply({ undoes: id }, back);
    expect(await links(one)).toEqual(["duarte", "double", "other", "duarte"]);
    expect(await inTrash(one)).toEqual([]);
    await apply({ redoes: id }, step);
    expect(await links(one)).toEqual([null, null, "other", null]);
    expect(await inTrash(one)).toMatchObject([{ id: "duarte", holds: 3 }]);

    const taken = await takeBack(one);
    await ana.call("project.apply", {
      project: project.handle,
      opId: newId(),
      step: note("take-entity-back", { undoes: taken.step.id }),
      parts: invertWork(taken.step).parts.map((part) => ({ ...part, revision: null })),
      entities: invertWork(taken.step).entities,
    });
    expect(await inTrash(one)).toMatchObject([{ id: "duarte", holds: 3 }]);
  });

  test("is undone after a restart", async () => {
    const one = await work();
    await putAway(one);
    const again = await reopened(one);
    const { steps } = await again.ana.call("project.history", { project: again.project.handle });
    const step = steps.at(-1);
    if (!step) throw new Error("There is no step.");
    const { parts, entities } = invertWork(step);
    await again.ana.call("project.apply", {
      project: again.project.handle,
      opId: newId(),
      step: note(step.command, { undoes: step.id }),
      parts: parts.map((part) => ({ ...part, revision: null })),
      ...(entities && { entities }),
    });
    expect(await links(again)).toEqual(["duarte", "double", "other", "duarte"]);
    expect(await inTrash(again)).toEqual([]);
  });

  test("stays where it is while a colleague mentions it, who is named", async () => {
    const one = await work();
    const { ana, project, path, articles } = one;
    await ana.call("project.close", { project: project.handle });
    const ben = await person(join(path, "..", "ben"), "Ben");
    const his = await ben.call("project.open", { path, mode: "write" });
    await ben.call("annotations.apply", {
      project: his.handle,
      article: articles[0],
      opId: newId(),
      revision: 0,
      change: { spans: added(mention({ project: his }, 5, "double")) },
    });
    await ben.call("project.close", { project: his.handle });
    const again = { ...one, project: await ana.call("project.open", { path, mode: "write" }) };
    const colleagues = (...entities: string[]) =>
      ana.call("entities.colleagues", { project: again.project.handle, entities });
    // Who is named in the refusal is known before one asks.
    expect(await colleagues("duarte", "double")).toEqual({ names: ["Ben"] });
    expect(await colleagues("other")).toEqual({ names: [] });
    expect(await problemOf(putAway(again))).toEqual({
      problem: "entity-mentioned",
      detail: { name: "Ines Duarte", known: "Ben" },
    });
    expect((await problemOf(putAway(again, "nobody"))).problem).toBe("entity-missing");
    expect((await problemOf(takeBack(again))).problem).toBe("entity-missing");
    expect(await links(again)).toEqual(["duarte", "double", "other", "duarte"]);
  });

  test.each([[[]], [["other"]]])("comes back with an article, where %j went before", async (before) => {
    const one = await work();
    const { ana, project, articles } = one;
    for (const entity of before) await putAway(one, entity);
    await ana.call("article.putAway", { project: project.handle, article: articles[1] });
    await putAway(one);
    expect(entitiesOf(one.path)).not.toContainEqual(duarte);
    await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: articles[1] });
    expect(await links(one)).toEqual([null, null, before.length > 0 ? null : "other", "duarte"]);
    expect(entitiesOf(one.path)).toContainEqual(duarte);
    expect((await inTrash(one)).map(({ id }) => id)).toEqual(before);
    const told = ana.events.findLast(({ type }) => type === "entities");
    expect(told).toMatchObject({ entities: { length: 3 - before.length } });
  });

  test("is not deleted for good while an article in the trash mentions it, which is named; with that it is", async () => {
    const one = await work();
    const { ana, project, articles } = one;
    const article = { kind: "article" as const, id: articles[1] };
    const entity = { kind: "entity" as const, id: "duarte" };
    await ana.call("article.putAway", { project: project.handle, article: article.id });
    await putAway(one);
    const empty = (items: Parameters<typeof ana.call<"trash.empty">>[1]["items"]) =>
      ana.call("trash.empty", { project: project.handle, items });
    const [{ name = "" } = {}] = (await inTrash(one)).filter(({ kind }) => kind === "article");
    expect(await problemOf(empty([entity]))).toEqual({
      problem: "entity-awaited",
      detail: { name: "Ines Duarte", known: name },
    });
    expect((await inTrash(one)).map(({ kind }) => kind).sort()).toEqual(["article", "entity"]);
    expect(await empty([entity, article])).toEqual({ items: [] });
  });

  test("or undone stays while an article in the trash mentions it", async () => {
    const one = await work();
    const { ana, project, articles } = one;
    const span = mention(one, 4, "fresh");
    const fresh: Entity = { ...other, id: "fresh", name: "Fresh" };
    const save = async (article: Id, change: Change): Promise<unknown> => {
      const { revision } = await ana.call("article.open", { project: project.handle, article });
      return ana.call("annotations.apply", {
        ...{ project: project.handle, article, opId: newId(), revision, change },
      });
    };
    await save(articles[0], { spans: added(span), entities: added(fresh) });
    await save(articles[1], { spans: added(mention(one, 5, "fresh")) });
    await ana.call("article.putAway", { project: project.handle, article: articles[1] });
    await save(articles[0], { spans: removed(span), entities: removed(fresh) });
    await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: articles[1] });
    expect(await links(one)).toEqual(["duarte", "double", "other", "duarte", "fresh"]);
    expect(entitiesOf(one.path)).toContainEqual(fresh);
  });

  test("is deleted for good only by hand, and alone", async () => {
    const one = await work();
    const { ana, project } = one;
    await putAway(one);
    await putAway(one, "other");
    const left = await ana.call("trash.empty", {
      project: project.handle,
      items: [
        { kind: "entity", id: "duarte" },
        { kind: "entity", id: "unknown" },
      ],
    });
    expect(left.items).toMatchObject([{ id: "other" }]);
    expect((await problemOf(takeBack(one))).problem).toBe("entity-missing");
    expect(readFileSync(join(one.path, "entities.json"), "utf8")).not.toContain("Ines Duarte");
  });
});

/** The same project, copied, open on a disk that can be made to fail. */
async function onCopy(made: Work, at: number) {
  const path = join(made.path, "..", `copy-${at}`);
  const home = join(made.path, "..", `home-${at}`);
  cpSync(made.path, path, { recursive: true });
  const disk = faultyDisk();
  const ana = await person(home, "Ana", { disk });
  const one = { ...made, ana, path, project: await ana.call("project.open", { path, mode: "write" }) };
  await links(one);
  return { path, home, disk, one };
}

test.each(["there", "back"] as const)(
  "a failing disk leaves it here or there, with all its links: on the way %s",
  async (way) => {
    const made = await work();
    if (way === "back") await putAway(made);
    await made.ana.call("project.close", { project: made.project.handle });
    const before = way === "there" ? ["duarte", "double", "other", "duarte"] : [null, null, "other", null];
    const after = way === "there" ? [null, null, "other", null] : ["duarte", "double", "other", "duarte"];
    const sweep = faultSweep({ isLong: true });
    let failures = 0;
    for (const at of sweep.turns()) {
      const { path, home, disk, one } = await onCopy(made, at);
      sweep.arm(disk, at, "EIO", true);
      const failed = await (way === "there" ? putAway(one) : takeBack(one)).then(
        () => false,
        () => true,
      );
      disk.disarm();
      await one.ana.core.close();
      // What was decided is finished at the next opening.
      const late = await person(home, "Ana");
      const again = { ...one, ana: late, project: await late.call("project.open", { path, mode: "write" }) };
      const found = await links(again);
      expect([before, after]).toContainEqual(found);
      if (!failed) expect(found).toEqual(after);
      const isAway = found[0] === null;
      expect((await inTrash(again)).map(({ id, holds }) => [id, holds])).toEqual(
        isAway ? [["duarte", 3]] : [],
      );
      expect(again.project.entities.some(({ id }) => id === "duarte")).toBe(!isAway);
      await late.core.close();
      rmSync(path, { recursive: true });
      if (failed) failures += 1;
    }
    expect(failures).toBeGreaterThan(3);
  },
);

test.each(["there", "back"] as const)(
  "asked for once more after the disk failed once, all of it is done without a restart: on the way %s",
  async (way) => {
    const made = await work();
    if (way === "back") await putAway(made);
    await made.ana.call("project.close", { project: made.project.handle });
    const after = way === "there" ? [null, null, "other", null] : ["duarte", "double", "other", "duarte"];
    const sweep = faultSweep({ isLong: true });
    let failures = 0;
    for (const at of sweep.turns()) {
      const { path, disk, one } = await onCopy(made, at);
      const move = (): Promise<unknown> => (way === "there" ? putAway(one) : takeBack(one));
      sweep.arm(disk, at, "EIO", false);
      const failed = await problemOf(move()).then(
        () => true,
        () => false,
      );
      disk.disarm();
      // Where it was decided already, the entity is no longer where it came from.
      if (failed)
        await move().catch((error: unknown) => expect(error).toMatchObject({ problem: "entity-missing" }));
      expect(await links(one), `call ${at}`).toEqual(after);
      await one.ana.core.close();
      rmSync(path, { recursive: true });
      if (failed) failures += 1;
    }
    expect(failures).toBeGreaterThan(3);
  },
);
