// Blocks of cells of the table of entities: copied and pasted back they change nothing, all of a block is entered or none of it, and what was
// entered is taken back to the letter.
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  blockText,
  type CellEdit,
  cellFinding,
  pastedEdits,
} from "../../../shared/interchange/cell-block.ts";
import { cellWords, entityColumns, planCells } from "../../../shared/interchange/entity-columns.ts";
import { isEntityTable } from "../../../shared/interchange/entity-values.ts";
import { emptySet } from "../../../shared/model/annotation-set.ts";
import type { Change } from "../../../shared/model/change.ts";
import { applyChange, invertChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type EntityAnswer, isAnswerOf } from "../../../shared/model/entity-field.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import { get, records, type Table, tableOf } from "../../../shared/model/table.ts";
import { entityFields } from "../../helpers/entity-fields.ts";
import { entity } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";

const provenance = { annotator: "n", at: "2026-01-01T00:00:00Z", origin: { by: "human" } } as const;
const later = { ...provenance, annotator: "m", at: "2026-02-01T00:00:00Z" } as const;
const tagset = { entityFields };
const columns = entityColumns({ tagset });

/** Words that could be taken for the form of a block or a formula. */
const awkward = fc.oneof(
  fc.constantFrom("=1+1", "'", '"', '"a', "a\tb", "a\nb", "x\r\ny", "-1.5", " mayor ", "\ufeff", "a,b;c|d"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
);

const answers = fc
  .dictionary(
    fc.constantFrom(...entityFields.map(({ id }) => id)),
    fc.oneof(
      fc.constant<EntityAnswer>({ declined: true }),
      fc.constantFrom("woman", "gone", "1961-02", 41, -1.5).map((value) => ({ value })),
      awkward.map((value) => ({ value })),
    ),
  )
  .map((all) => Object.entries(all).map(([id, answer]) => [id, { ...answer, provenance }] as const));

/** Other names: each once, none of them empty or white at its ends. */
const aliases = fc
  .array(fc.oneof(awkward, fc.constantFrom("Ruiz; Ana", "A\\;B", ";", "\\", "a\\\\; b")), { maxLength: 3 })
  .map((all) => [...new Set(all.map((one) => one.trim()).filter((one) => one !== ""))]);

const registry = fc
  .array(fc.record({ name: awkward, aliases, role: fc.option(awkward), answers, isMerged: fc.boolean() }), {
    ...{ minLength: 1, maxLength: 5 },
  })
  .map((all) =>
    tableOf<Entity>(
      all.map(({ name, aliases: others, role, answers: fields, isMerged }, at) => ({
        ...entity(`e${at}`, name.trim() === "" ? "Ana" : name),
        aliases: others.filter((one) => one !== name),
        ...(role !== null && { role }),
        ...(isMerged && at > 0 && { mergedInto: "e0" }),
        ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
      })),
    ),
  );

const groupsOf = (entities: Table<Entity>) => [...entityGroups(entities).values()];

/** A block within the table: its first cell, and how many rows and columns it has. */
const block = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());
function cells(entities: Table<Entity>, [a, b, c, d]: readonly [number, number, number, number]) {
  const groups = groupsOf(entities);
  const [row, column] = [a % groups.length, b % columns.length];
  const [height, width] = [1 + (c % (groups.length - row)), 1 + (d % (columns.length - column))];
  return {
    groups: groups.slice(row, row + height),
    columns: columns.slice(column, column + width),
    place: {
      rows: groups.slice(row).map((group) => group.entity.id),
      columns: columns.slice(column).map(({ id }) => id),
      ...{ selectedRows: height, selectedColumns: width },
    },
  };
}

it("changes nothing when a block is pasted where it was copied", () => {
  fc.assert(
    fc.property(registry, block, (entities, at) => {
      const { groups, columns: copied, place } = cells(entities, at);
      // Of a single cell that is selected alone: a table of one row that names its columns is told from a block by its heads.
      const pasted = pastedEdits(
        blockText(groups.map((group) => copied.map((column) => cellWords(column, group)))),
        place,
      );
      if (!pasted.ok) throw new Error(JSON.stringify(pasted.problems));
      expect(pasted.edits).toHaveLength(groups.length * copied.length);
      expect(planCells(pasted.edits, { tagset, entities }, { provenance: later })).toEqual({
        ...{ ok: true, entities: { added: [], updated: [], removed: [] } },
        ...{ cells: [], same: pasted.edits.length },
      });
    }),
    { numRuns: runs(300) },
  );
});

/** Words that fit somewhere or nowhere. */
const typed = fc.constantFrom(
  ...["", "person", "GROUP", "described", "Woman", "woman", "declined to say", "41", "1961-02-30", "1961"],
  ...["Ana", " mayor ", "=1", "keine Angabe gewünscht", "Ruiz;Ana ; Ruiz", ";"],
);
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), typed), { minLength: 1, maxLength: 8 });

const editsIn = (entities: Table<Entity>, all: readonly (readonly [number, number, string])[]) =>
  all.map(([row, column, words]): CellEdit => {
    const groups = groupsOf(entities);
    return {
      row: groups[row % groups.length]?.entity.id ?? "",
      column: columns[column % columns.length]?.id ?? "",
      words,
    };
  });

it("enters all cells or none, each as its field takes it, touches no other cell, and is taken back to the letter", () => {
  fc.assert(
    fc.property(registry, edits, (entities, all) => {
      const asked = editsIn(entities, all);
      const planned = planCells(asked, { tagset, entities }, { provenance: later });
      const fits = asked.map((one) => planCells([one], { tagset, entities }, { provenance: later }).ok);
      if (!planned.ok) {
        expect(planned.problems.length).toBeGreaterThan(0);
        for (const { edit } of planned.problems) expect(asked[edit]).toBeDefined();
        for (const [edit, isFit] of fits.entries())
          if (!isFit) expect(planned.problems.map((one) => one.edit)).toContain(edit);
        return;
      }
      expect(fits).not.toContain(false);
      const state = {
        set: emptySet({ articleId: "a", annotatorId: "n", textHash: "" }),
        entities,
      };
      const change: Change = { entities: planned.entities };
      const after = applyChange(state, change).entities;
      const changed = new Set(planned.cells.map((cell) => `${cell.entity} ${cell.column.id}`));
      for (const group of groupsOf(entities))
        for (const column of columns) {
          const now = entityGroups(after).get(group.entity.id);
          // The name that one had stays among its other names.
          const isChanged = [column.id, ...(column.id === "aliases" ? ["name"] : [])].some((id) =>
            changed.has(`${group.entity.id} ${id}`),
          );
          if (!isChanged) expect(now && cellWords(column, now)).toBe(cellWords(column, group));
        }
      for (const { from, to } of planned.entities.updated)
        for (const [field, answer] of Object.entries(to.fields ?? {})) {
          const known = entityFields.find(({ id }) => id === field);
          if (answer.provenance.at === later.at) expect(known && isAnswerOf(known, answer)).toBe(true);
          else expect(answer).toEqual(from.fields?.[field]);
        }
      const back = applyChange({ ...state, entities: after }, invertChange(change)).entities;
      expect([...records(back)]).toEqual([...records(entities)]);
    }),
    { numRuns: runs(300) },
  );
});

const ana = entity("a", "Ana Ruiz", { role: "mayor" });
const ben = entity("b", "Ben Sand");
const known = tableOf([ana, ben]);
const place = {
  rows: ["a", "b"],
  columns: columns.map(({ id }) => id),
  ...{ selectedRows: 1, selectedColumns: 1 },
};

const names = {
  nameOfRow: (row: string) => get(known, row)?.name,
  nameOfColumn: (id: string) => columns.find((column) => column.id === id)?.name,
};

it("fills the selected cells with a single one, and keeps a comma in its cell", () => {
  expect(pastedEdits("Mayor, Norrland\n", { ...place, selectedRows: 2 })).toEqual({
    ok: true,
    edits: ["a", "b"].map((row) => ({ row, column: "name", words: "Mayor, Norrland" })),
    newRows: [],
  });
});

it("refuses a block that has no room, or a cell whose quotation marks are not closed, with where to begin", () => {
  const problemsOf = (text: string) => {
    const pasted = pastedEdits(text, place);
    return pasted.ok ? [] : pasted.problems.map(({ what, advice }) => [what, advice]);
  };
  expect(problemsOf("a\nb\nc")).toMatchObject([
    [{ key: "entities.block-rows", values: { rows: 3, room: 2 } }, { key: "entities.block-start" }],
  ]);
  expect(problemsOf(Array.from({ length: 12 }, () => "x").join("\t"))).toMatchObject([
    [{ key: "entities.block-columns", values: { columns: 12, room: columns.length } }, {}],
  ]);
  expect(problemsOf('a\t"b')).toMatchObject([
    [{ key: "entities.csv-quotes" }, { key: "entities.block-quotes" }],
  ]);
});

it("says of a cell that does not fit whose it is, in which column, and what would", () => {
  const asked = [
    { row: "a", column: "name", words: " " },
    { row: "b", column: "type", words: "robot" },
    { row: "b", column: "field age", words: "old" },
    { row: "gone", column: "role", words: "x" },
    { row: "a", column: "role", words: "x".repeat(1_000_001) },
  ];
  const read = { tagset, entities: known };
  const planned = planCells(asked, read, { provenance });
  if (planned.ok) throw new Error("None of it fits.");
  const told = planned.problems.map((problem) => cellFinding(problem, asked, names));
  expect(told).toMatchObject([
    {
      where: { key: "entities.cell-place", values: { name: "Ana Ruiz", column: "name" } },
      what: { key: "entities.cell-empty" },
      advice: { key: "entities.takes-name" },
    },
    { where: { values: { name: "Ben Sand", column: "type" } }, advice: { key: "entities.csv-takes-one" } },
    { where: { values: { column: "Age" } }, advice: { key: "entities.takes-number" } },
    { where: "", what: { key: "entities.csv-unknown" } },
    { what: { key: "entities.cell-too-long" }, advice: { key: "entities.cell-shorter" } },
  ]);
});

it("keeps a name that may still be read in an article, and forgets one that nothing mentions", () => {
  const rename = [{ row: "a", column: "name", words: "Ana Ruiz-Moll" }];
  const read = { tagset, entities: known };
  const aliasesOf = (isMentioned: boolean) => {
    const planned = planCells(rename, read, { provenance, isMentioned: () => isMentioned });
    return planned.ok ? planned.entities.updated.map(({ to }) => [to.name, to.aliases]) : [];
  };
  expect([aliasesOf(true), aliasesOf(false)]).toEqual([
    [["Ana Ruiz-Moll", ["Ana Ruiz"]]],
    [["Ana Ruiz-Moll", []]],
  ]);
});

const planned = (asked: readonly CellEdit[], added: readonly string[] = []) => {
  const all = planCells(asked, { tagset, entities: known }, { provenance, added: new Set(added) });
  if (!all.ok) throw new Error(JSON.stringify(all.problems));
  return all;
};

it("takes other names between semicolons, each once and none that is the name, and keeps a name that is changed with them", () => {
  const asked = (words: string) => planned([{ row: "a", column: "aliases", words }]);
  expect(asked("Ruiz;  A. Ruiz ; Ruiz;Ana Ruiz;").entities.updated).toMatchObject([
    { to: { aliases: ["Ruiz", "A. Ruiz"] } },
  ]);
  expect(asked("Ruiz\\; Moll").entities.updated).toMatchObject([{ to: { aliases: ["Ruiz; Moll"] } }]);
  expect(asked("Ana Ruiz")).toMatchObject({ entities: { updated: [] }, cells: [], same: 1 });
  const both = [
    { row: "a", column: "aliases", words: "Ruiz" },
    { row: "a", column: "name", words: "Ana Moll" },
  ];
  for (const order of [both, both.toReversed()])
    expect(planned(order).entities.updated).toMatchObject([
      { to: { name: "Ana Moll", aliases: ["Ruiz", "Ana Ruiz"] } },
    ]);
});

it("makes an entity of a new row: what is not entered is guessed from the name, and an empty row makes none", () => {
  const { entities, cells } = planned(
    [
      { row: "n1", column: "name", words: " City Council " },
      { row: "n1", column: "role", words: "host" },
      { row: "n2", column: "name", words: "two officials" },
      { row: "n2", column: "type", words: "group" },
      { row: "n2", column: "field age", words: "41" },
      { row: "n3", column: "name", words: "" },
      { row: "n3", column: "type", words: " " },
    ],
    ["n1", "n2", "n3"],
  );
  expect(entities).toEqual({
    added: [
      { id: "n1", name: "City Council", type: "organization", naming: "named", aliases: [], role: "host" },
      {
        ...{ id: "n2", name: "two officials", type: "group", naming: "described", aliases: [] },
        fields: { age: { value: 41, provenance } },
      },
    ],
    ...{ updated: [], removed: [] },
  });
  expect(cells.map(({ entity: id, column, before }) => [id, column.id, before])).toEqual([
    ["n1", "name", ""],
    ["n1", "role", ""],
    ["n2", "name", ""],
    ["n2", "type", ""],
    ["n2", "field age", ""],
  ]);
});

it("refuses a new row without a name, and one whose name somebody has, and says in which row", () => {
  const asked = [
    { row: "n1", column: "role", words: "host" },
    { row: "n2", column: "name", words: "ana  RUIZ" },
    { row: "n3", column: "name", words: "Zoe" },
    { row: "n4", column: "name", words: "zoe" },
  ];
  const read = { tagset, entities: known };
  const added = new Set(asked.map(({ row }) => row));
  const refused = planCells(asked, read, { provenance, added });
  if (refused.ok) throw new Error("None of it fits.");
  expect(refused.problems.map(({ edit, what }) => [edit, what.key])).toEqual([
    [0, "entities.cell-no-name"],
    [1, "entities.cell-name-taken"],
    [3, "entities.cell-name-taken"],
  ]);
  const [, second] = refused.problems;
  expect(second && cellFinding(second, asked, names).where).toMatchObject({
    values: { name: "ana  RUIZ", column: "name" },
  });
});

it("gives the rows of a block that goes below the table an id each, where it may", () => {
  const ids = ["n1", "n2", "n3"].values();
  const newRow = () => ids.next().value ?? "";
  const pasted = pastedEdits("Ana\nBen\nCarl\nDora\n", { ...place, newRow });
  expect(pasted).toMatchObject({ ok: true, newRows: ["n1", "n2"] });
  expect(pasted.ok && pasted.edits.map(({ row }) => row)).toEqual(["a", "b", "n1", "n2"]);
});

it("tells a table that names its columns from a block", () => {
  const read = { tagset, entities: known };
  const isTable = (text: string) => isEntityTable(text, read);
  expect([isTable("name\tGender\nAna\twoman"), isTable("entity,role\na,mayor")]).toEqual([true, true]);
  expect([isTable("name"), isTable("Ana\twoman\nBen\tman"), isTable("name\tmood\nAna\tgood")]).toEqual([
    ...[false, false, false],
  ]);
  expect(get(known, "a")).toBe(ana);
});
