// The table of article sets: what it prints is read back as nothing new, what is entered is what the sets ask then, and what does not fit is told with
// nothing entered.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { CellEdit } from "../../../shared/interchange/cell-block.ts";
import {
  type KnownSets,
  planSets,
  type SavedSet,
  setColumns,
  setWords,
} from "../../../shared/interchange/set-columns.ts";
import { isSetTable, readSetValues, setValuesCsv } from "../../../shared/interchange/set-values.ts";
import { filterOfSet, sharedFilter } from "../../../shared/model/article-set.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { sharedFilter as sharedFilterSchema } from "../../../shared/schema/model.ts";
import { stepsOf } from "../../helpers/count-steps.ts";
import { runs } from "../../helpers/tier.ts";

const people = [
  { id: "p1", name: "Ana" },
  { id: "p2", name: "Ben" },
  { id: "p3", name: "Ben" },
];
const articles = [
  { id: "a1", title: "Port talks" },
  { id: "a2", title: "Strike; day two" },
  { id: "a3", title: "Same" },
  { id: "a4", title: "Same" },
];

/** Texts that could be taken for the form of a cell. */
const awkward = fc.constantFrom("Delta", "A; B", "\\-", "\\", "a\\; b", "-", "=1", "", "Post", "nobody");
const listOf = (one: fc.Arbitrary<string>) => fc.uniqueArray(one, { maxLength: 3 });
const filters = fc
  .record({
    words: fc.constantFrom("", "talks", "a; b"),
    publishers: listOf(awkward),
    tags: listOf(awkward),
    from: fc.constantFrom(null, "2026", "2026-03"),
    to: fc.constantFrom(null, "2026-04-30"),
    work: fc.uniqueArray(fc.constantFrom("nobody", "done", "in-progress"), { maxLength: 3 }),
    assigned: listOf(fc.constantFrom("nobody", "p1", "p2", "p3", "gone")),
    annotated: listOf(fc.constantFrom("nobody", "p1")),
    articles: listOf(fc.constantFrom("a1", "a2", "a3", "a4")),
  })
  .map((filter) => sharedFilter(filterOfSet({ filter })));
const projects = fc
  .array(fc.tuple(fc.constantFrom("Spring", "Two; three", "=x", "S\\pring"), filters), { maxLength: 4 })
  .map(
    (all): KnownSets => ({
      ...{ people, articles },
      sets: all.map(([name, filter], at) => ({ id: `s${at}`, name: `${name} ${at}`, filter })),
    }),
  );

const ids = () => {
  const all = Array.from({ length: 20 }, (_, at) => `n${at}`).values();
  return () => all.next().value ?? "";
};

it("reads back what it prints as nothing new, and into a project without sets as all of them", () => {
  fc.assert(
    fc.property(projects, (known) => {
      const csv = setValuesCsv(known);
      const own = readSetValues(csv, known, ids());
      expect(own).toMatchObject({ ok: true, save: [], cells: [] });
      // Without the ids, each name makes a set, unless it asks nothing or for somebody who is gone.
      const fit = known.sets.filter(
        ({ filter }) => Object.keys(filter).length > 0 && filter.assigned?.includes("gone") !== true,
      );
      const bare = setValuesCsv({ ...known, sets: fit }).replaceAll(/^(?:set|s\d+),/gmu, "");
      const read = readSetValues(bare, { ...known, sets: [] }, ids());
      expect(read).toMatchObject({ ok: true });
      expect(read.ok && read.save).toEqual(
        fit.map(({ name, filter }, at) => ({ id: null, newId: `n${at}`, name, filter })),
      );
    }),
    { numRuns: runs(200) },
  );
});

it("says in every cell what entering it again changes nothing of, in the words of a person too", () => {
  const names = new Map([
    ["nobody", "niemand"],
    ["done", "fertig"],
    ["in-progress", "in Arbeit"],
  ]);
  fc.assert(
    fc.property(projects, (plain) => {
      const known = { ...plain, names };
      const edits = known.sets.flatMap((set) =>
        setColumns.map((column) => ({ row: set.id, column: column.id, words: setWords(column, set, known) })),
      );
      const open = known.sets.some(({ filter }) => Object.keys(filter).length === 0);
      const planned = planSets(edits, known);
      if (!open) expect(planned).toEqual({ ok: true, save: [], cells: [], same: edits.length });
      const moved = edits.map((edit) => ({ ...edit, row: `new ${edit.row}`, words: edit.words }));
      const asGone = known.sets.some(({ filter }) => filter.assigned?.includes("gone"));
      const added = new Set(moved.map(({ row }) => row));
      const again = planSets(moved, { ...known, sets: [] }, added);
      if (!open && !asGone)
        expect(again.ok && again.save).toEqual(
          known.sets.map(({ id, name, filter }) => ({ id: null, newId: `new ${id}`, name, filter })),
        );
    }),
    { numRuns: runs(100) },
  );
});

const known: KnownSets = {
  ...{ people, articles },
  sets: [
    { id: "s1", name: "Spring", filter: { from: "2026-03", publishers: ["Delta", ""] } },
    { id: "s2", name: "Talks", filter: { words: "talks" } },
  ],
};
const saved = (edits: readonly CellEdit[], added: readonly string[] = []): readonly SavedSet[] => {
  const planned = planSets(edits, known, new Set(added));
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  return planned.save;
};
const keysOf = (edits: readonly CellEdit[], added: readonly string[] = []) => {
  const planned = planSets(edits, known, new Set(added));
  return planned.ok ? [] : planned.problems.map(({ edit, what }) => [edit, what.key]);
};
const cell = (row: string, column: string, words: string): CellEdit => ({ row, column, words });

it("takes what is entered as conditions, an empty cell as none, and leaves the others as they are", () => {
  expect(
    saved(
      [
        cell("s1", "publishers", "Delta;Harbour Post ; \\-"),
        cell("s1", "from", ""),
        cell("s1", "articles", "Port talks; Strike\\; day two; a3"),
        cell("s2", "name", "Peace talks"),
        cell("s2", "assigned", "ana; nobody; p3"),
        cell("n1", "name", "Done"),
        cell("n1", "work", "DONE"),
        cell("n2", "tags", " "),
      ],
      ["n1", "n2"],
    ),
  ).toEqual([
    {
      ...{ id: "s1", name: "Spring" },
      filter: { publishers: ["Delta", "Harbour Post", ""], articles: ["a1", "a2", "a3"] },
    },
    { id: "s2", name: "Peace talks", filter: { words: "talks", assigned: ["p1", "nobody", "p3"] } },
    { id: null, newId: "n1", name: "Done", filter: { work: ["done"] } },
  ]);
});

it("tells what does not fit: days, states, people, articles, names that are taken, and a set that would ask nothing", () => {
  expect(
    keysOf([
      cell("s1", "from", "2026-02-30"),
      cell("s1", "work", "sleepy"),
      cell("s1", "assigned", "Ben"),
      cell("s1", "annotated", "Zoe"),
      cell("s1", "articles", "Same; Nothing"),
      cell("gone", "name", "x"),
    ]),
  ).toEqual([
    [0, "entities.csv-unfit"],
    [1, "entities.csv-unfit"],
    [2, "entities.csv-unfit"],
    [3, "entities.csv-unfit"],
    [4, "entities.csv-unfit"],
    [5, "sets.gone"],
  ]);
  expect(keysOf([cell("s2", "name", "SPRING")])).toEqual([[0, "problems.article-set-there"]]);
  expect(keysOf([cell("s2", "name", "")])).toEqual([[0, "sets.no-name"]]);
  expect(keysOf([cell("s2", "words", "")])).toEqual([[0, "problems.article-set-open"]]);
  expect(keysOf([cell("s2", "from", "2026"), cell("s2", "from", "2025")])).toEqual([
    [1, "entities.csv-two-values"],
  ]);
  const unfinished = planSets([cell("n1", "name", "New")], known, new Set(["n1"]));
  expect(unfinished).toMatchObject({ ok: false, unfinished: new Set(["n1"]) });
});

it("reads a table by names, makes sets of others, and says in which row and column something is wrong", () => {
  const read = readSetValues("Name;tag;since\nspring;energy;\nAutumn;;2026-09\n", known, ids());
  expect(read).toMatchObject({ ok: true, empty: 2 });
  expect(read.ok && read.save).toEqual([
    { id: "s1", name: "Spring", filter: { from: "2026-03", publishers: ["Delta", ""], tags: ["energy"] } },
    { id: null, newId: "n0", name: "Autumn", filter: { from: "2026-09" } },
  ]);
  const problemsOf = (csv: string) => {
    const all = readSetValues(csv, known, ids());
    return all.ok ? [] : all.problems.map(({ where, what }) => [where, what]);
  };
  expect(problemsOf("name,since\nSpring,soon\n")).toMatchObject([
    [{ values: { row: 2, column: "since" } }, { key: "entities.csv-unfit" }],
  ]);
  expect(problemsOf("name,mood,tag,tag\nSpring,,,\n")).toMatchObject([
    [{ values: { column: "mood" } }, { key: "sets.csv-no-column" }],
    [{ values: { column: "tag" } }, { key: "entities.csv-column-twice" }],
  ]);
  expect(problemsOf("tag\nenergy\n")).toMatchObject([[{}, { key: "sets.csv-no-set" }]]);
  expect(problemsOf("set,tag\nnone,energy\n")).toMatchObject([[{}, { key: "sets.gone" }]]);
  expect(problemsOf("name,tag\nNew,\n")).toMatchObject([[{}, { key: "problems.article-set-open" }]]);
  expect(problemsOf('name,tag\n"Spring,x\n')).toMatchObject([[{}, { key: "entities.csv-quotes" }]]);
  expect([isSetTable("name\ttag\nx\ty"), isSetTable("Spring\tx\ny\tz")]).toEqual([true, false]);
});

it("takes what the schema of a set takes, up to the same length and number", () => {
  const many = (count: number): string => Array.from({ length: count }, (_, at) => `v${at}`).join(";");
  const { factLength, annotators } = limits;
  const fits = (column: string, words: string): boolean => {
    const planned = planSets([cell("s2", column, words)], known);
    if (planned.ok)
      for (const { filter } of planned.save) expect(sharedFilterSchema.safeParse(filter).success).toBe(true);
    return planned.ok;
  };
  const x = "x".repeat(factLength);
  expect([fits("words", x), fits("words", `${x}x`)]).toEqual([true, false]);
  expect([fits("publishers", `${x};a`), fits("publishers", `${x}x;a`)]).toEqual([true, false]);
  expect([fits("tags", many(annotators)), fits("tags", many(annotators + 1))]).toEqual([true, false]);
  const full = Array.from({ length: limits.articleSets - 1 }, (_, at) => ({
    id: `f${at}`,
    name: `Full ${at}`,
    filter: { words: "x" },
  }));
  const made = ["n1", "n2"].flatMap((id) => [cell(id, "name", `New ${id}`), cell(id, "words", "x")]);
  const planned = planSets(made, { ...known, sets: full }, new Set(["n1", "n2"]));
  expect(!planned.ok && planned.problems).toMatchObject([
    { edit: 2, what: { key: "problems.article-sets-too-many" } },
  ]);
});

it("says people so that the words lead back to them, whatever they are called", () => {
  const name = fc.constantFrom("Ana", "ANA", "ana ", "Nobody", "Niemand", "niemand", "p2", "Ben", "");
  fc.assert(
    fc.property(fc.array(name, { maxLength: 5 }), fc.boolean(), (all, isSpoken) => {
      const ids = [...all.map((_, at) => `p${at}`), "nobody"];
      const registry: KnownSets = {
        ...{ articles, people: all.map((one, at) => ({ id: `p${at}`, name: one })) },
        sets: ids.map((id) => ({ id: `set ${id}`, name: `Set ${id}`, filter: { assigned: [id] } })),
        ...(isSpoken && { names: new Map([["nobody", "niemand"]]) }),
      };
      const words = registry.sets.map((set) => setWords(setColumns[7], set, registry));
      const edits = words.map((said, at) => cell(`new ${at}`, "assigned", said));
      const named = words.map((_, at) => cell(`new ${at}`, "name", `Of ${at}`));
      const planned = planSets([...edits, ...named], registry, new Set(edits.map(({ row }) => row)));
      expect(planned.ok && planned.save.map(({ filter }) => filter.assigned)).toEqual(ids.map((id) => [id]));
    }),
    { numRuns: runs(200) },
  );
});

it("looks at the articles once, however many of them the cells name", () => {
  const steps = (count: number): number => {
    const all = Array.from({ length: count }, (_, at) => ({ id: `a${at}`, title: `Title ${at}` }));
    const set = { id: "s", name: "All", filter: { articles: all.map(({ id }) => id) } };
    const registry: KnownSets = { people, articles: all, sets: [set] };
    const worded = stepsOf(() => setWords(setColumns[9], set, registry));
    const again = stepsOf(() => setWords(setColumns[9], set, registry));
    expect(again).toBeLessThan(worded);
    return worded / count;
  };
  expect(steps(800)).toBeLessThan(1.5 * steps(100));
});
