// What is entered in the table of article sets is entered one after the other, each on what the one before it left, and rows that are no sets yet
// stay with the window.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { setTableOf } from "../../../../renderer/state/articles/set-table.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import type { SavedSet } from "../../../../shared/interchange/set-columns.ts";
import type { ArticleSet } from "../../../../shared/model/article-set.ts";
import { runs } from "../../../helpers/tier.ts";

/** A window on a core that answers late, with its events before or after the answers. */
function windowOver(before: readonly ArticleSet[], eventsLate = true) {
  const projectOf = (id: string, articleSets: readonly ArticleSet[]) => ({
    ...{ handle: id, project: { id, annotators: [], articleSets } },
  });
  const state = createStore({ project: projectOf("p", before), articles: [], session: null });
  const hear = (sets: readonly ArticleSet[]): void => state.patch({ project: projectOf("p", sets) });
  let sets = before;
  let ids = 0;
  function nextNumber(): number {
    ids += 1;
    return ids;
  }
  const failures: string[] = [];
  const calls: SavedSet[][] = [];
  async function save({ save: asked }: { readonly save: SavedSet[] }) {
    calls.push(asked);
    await Promise.resolve();
    if (failures.pop()) throw new ApiError("storage-failed", { code: "ENOSPC" });
    const saved = asked.map(({ id, newId, ...set }) => ({ ...set, id: id ?? newId ?? "core" }));
    const now = new Map([...sets, ...saved].map((set) => [set.id, set]));
    sets = [...now.values()];
    const told = sets;
    if (eventsLate) setTimeout(() => hear(told));
    else hear(told);
    return { articleSets: sets, step: null };
  }
  const workspace = {
    ...{ state, newId: () => `n${nextNumber()}` },
    call: <T>(run: (project: string) => T): T => run("p"),
    client: { call: (_name: string, input: { readonly save: SavedSet[] }) => save(input) },
    history: { note: () => ({}), record: () => undefined },
  };
  const table = setTableOf(workspace as unknown as Workspace);
  const enter = (row: string, column: string, words: string) => {
    const entered = table.enter({
      edits: [{ row, column, words }],
      added: new Set([table.drafts.get().nextId]),
    });
    return "problems" in entered ? Promise.resolve({ kind: "problems" as const }) : entered.done;
  };
  const rows = () => [...new Set(table.drafts.get().edits.map(({ row }) => row))];
  return {
    ...{ table, enter, rows, calls, hear, setsNow: () => sets },
    failNext: () => failures.push("once"),
    open: (id: string) => state.patch({ project: projectOf(id, []) }),
  };
}

const spring: ArticleSet = { id: "s1", name: "Spring", filter: { from: "2026-03" } };

test.each([true, false])("two cells of one set are both kept, events late: %s", async (eventsLate) => {
  const { enter, setsNow } = windowOver([spring], eventsLate);
  const entered = [enter("s1", "words", "talks"), enter("s1", "tags", "energy")];
  expect(await Promise.all(entered)).toEqual([{ kind: "saved" }, { kind: "saved" }]);
  expect(setsNow()).toEqual([{ ...spring, filter: { from: "2026-03", words: "talks", tags: ["energy"] } }]);
});

test.each([true, false])(
  "conditions of a row that is being made go into one set, events late: %s",
  async (late) => {
    const { enter, setsNow, table, rows, calls } = windowOver([], late);
    const { nextId: row } = table.drafts.get();
    expect(await enter(row, "name", "Ports")).toEqual({ kind: "waiting" });
    expect(calls).toEqual([]);
    expect(table.drafts.get().nextId).not.toBe(row);
    const entered = [enter(row, "words", "port"), enter(row, "from", "2026"), enter(row, "to", "2027")];
    expect(rows()).toEqual([row]);
    expect((await Promise.all(entered)).map(({ kind }) => kind)).toEqual(["saved", "saved", "saved"]);
    expect(setsNow()).toEqual([
      { id: row, name: "Ports", filter: { words: "port", from: "2026", to: "2027" } },
    ]);
    await expect.poll(rows).toEqual([]);
  },
);

test("whatever is entered before the answers, each cell says at the end what was entered last", async () => {
  const cell = fc.record({
    row: fc.constantFrom("s1", "s2"),
    column: fc.constantFrom("words", "publishers", "tags", "to"),
    words: fc.constantFrom("2026", "2027", "2028"),
  });
  const pauses = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 8 }), pauses, fc.boolean(), async (cells, waits, late) => {
      const before = [spring, { ...spring, id: "s2", name: "Autumn" }];
      const { enter, setsNow } = windowOver(before, late);
      const entered = [];
      for (const [at, { row, column, words }] of cells.entries()) {
        entered.push(enter(row, column, words));
        if (waits[at]) await Promise.all(entered);
      }
      await Promise.all(entered);
      const filters = new Map(before.map(({ id, filter }) => [id, { ...filter } as Record<string, unknown>]));
      for (const { row, column, words } of cells)
        Object.assign(filters.get(row) ?? {}, {
          [column]: column === "words" || column === "to" ? words : [words],
        });
      expect(setsNow().map(({ id, filter }) => [id, filter])).toEqual([...filters]);
    }),
    { numRuns: runs(60) },
  );
});

test("a draft that was not saved keeps what was typed, and another project has none of it", async () => {
  const { enter, table, rows, failNext, setsNow, open } = windowOver([]);
  const { nextId: row } = table.drafts.get();
  await enter(row, "name", "Ports");
  failNext();
  expect(await enter(row, "words", "port")).toMatchObject({ kind: "failed" });
  expect(table.drafts.get().edits.map(({ words }) => words)).toEqual(["Ports", "port"]);
  expect(await enter(row, "from", "2026")).toEqual({ kind: "saved" });
  expect(setsNow()).toMatchObject([{ filter: { words: "port", from: "2026" } }]);
  const other = table.drafts.get().nextId;
  await enter(other, "name", "Delta");
  const late = enter(other, "words", "delta");
  open("q");
  expect(rows()).toEqual([]);
  expect(await late).toEqual({ kind: "closed" });
  expect(setsNow()).toHaveLength(1);
});

test("a draft whose name somebody took meanwhile says so, and stays", async () => {
  const { enter, table, rows, hear } = windowOver([]);
  const { nextId: row } = table.drafts.get();
  await enter(row, "name", "Spring");
  const entered = enter(row, "words", "port");
  hear([spring]);
  expect(await entered).toMatchObject({ kind: "refused", why: { key: "problems.article-set-there" } });
  expect(rows()).toEqual([row]);
});

test("what does not fit is told at once, and is no draft", async () => {
  const { enter, table, rows } = windowOver([spring]);
  const { nextId } = table.drafts.get();
  expect(await enter("s1", "from", "soon")).toEqual({ kind: "problems" });
  expect(await enter(nextId, "name", "Spring")).toEqual({ kind: "problems" });
  expect(await enter("s1", "from", "")).toEqual({ kind: "problems" });
  expect(rows()).toEqual([]);
});
