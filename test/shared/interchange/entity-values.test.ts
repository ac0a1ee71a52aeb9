// The table of entities and their fields: what it prints is read back as nothing new, and what is filled in becomes one change.
import fc from "fast-check";
import { expect, it } from "vitest";
import { entityValuesCsv, readEntityValues } from "../../../shared/interchange/entity-values.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type EntityAnswer, isAnswerOf } from "../../../shared/model/entity-field.ts";
import { get, tableOf } from "../../../shared/model/table.ts";
import { entityFields } from "../../helpers/entity-fields.ts";
import { entity } from "../../helpers/marked-article.ts";

const provenance = { annotator: "n", at: "2026-01-01T00:00:00Z", origin: { by: "human" } } as const;
const later = { ...provenance, at: "2026-02-01T00:00:00Z" };
const tagset = { entityFields };

const answers = fc
  .dictionary(
    fc.constantFrom(...entityFields.map(({ id }) => id)),
    fc.oneof(
      fc.constant<EntityAnswer>({ declined: true }),
      fc.constantFrom("woman", "Greens", "=1+1", "'", "1961-02", 41, -1.5).map((value) => ({ value })),
    ),
  )
  .map((all) =>
    Object.entries(all).filter(([id, answer]) => {
      const field = entityFields.find((one) => one.id === id);
      return field !== undefined && isAnswerOf(field, answer);
    }),
  );

it("reads back what it prints, into a registry without values as all of them and into its own as none", () => {
  fc.assert(
    fc.property(fc.array(answers, { minLength: 1, maxLength: 4 }), fc.boolean(), (all, isMerged) => {
      const known = all.map((said, at) => ({
        ...entity(`e${at}`, `Name, “${at}”`, isMerged && at > 0 ? { mergedInto: "e0" } : {}),
        fields: Object.fromEntries(said.map(([field, answer]) => [field, { ...answer, provenance }])),
      }));
      const csv = entityValuesCsv({ tagset, entities: tableOf(known) });
      const own = readEntityValues(csv, { tagset, entities: tableOf(known) }, { provenance: later });
      expect(own).toMatchObject({ ok: true, values: 0, entities: { added: [], updated: [], removed: [] } });
      if (isMerged) return;
      const bare = tableOf<Entity>(known.map(({ fields: _, ...one }) => one));
      const read = readEntityValues(csv, { tagset, entities: bare }, { provenance });
      if (!read.ok) throw new Error("It fits.");
      const filled = new Map(read.entities.updated.map(({ to }) => [to.id, to]));
      for (const one of known)
        expect((filled.get(one.id) ?? get(bare, one.id))?.fields ?? {}).toEqual(one.fields);
    }),
  );
});

it("finds an entity by its name, else by another one, also of what was merged into it", () => {
  const entities = tableOf([
    entity("a", "Ana Ruiz", { aliases: ["Ruiz"] }),
    entity("m", "The mayor", { mergedInto: "a" }),
    entity("b", "Ruiz"),
    entity("c", "Prado"),
    entity("d", "Prado"),
  ]);
  const fill = (name: string) => {
    const read = readEntityValues(`Name;AGE\n${name};41`, { tagset, entities }, { provenance });
    return read.ok ? read.entities.updated.map(({ to }) => to.id) : read.problems.length;
  };
  expect(["ana  RUIZ", "the mayor", "Ruiz"].map(fill)).toEqual([["a"], ["a"], ["b"]]);
  expect(["Prado", "Zoe", ""].map(fill)).toEqual([1, 1, 1]);
});

it("says in which line of the table something is wrong, and takes no row that has lost its quotation marks", () => {
  const entities = tableOf([entity("a", "Ana Ruiz")]);
  const problemsOf = (csv: string) => {
    const read = readEntityValues(csv, { tagset, entities }, { provenance });
    return read.ok ? [] : read.problems.map(({ where, what }) => [where, what]);
  };
  expect(problemsOf("\n\nentity,age\n\na,41\n\na,old\n")).toMatchObject([
    [{ values: { row: 7 } }, { key: "entities.csv-unfit" }],
  ]);
  expect(problemsOf("entity,name,age\na,Ruiz, Ana,41\n")).toMatchObject([
    [{ values: { row: 2 } }, { key: "entities.csv-too-wide" }],
  ]);
});

it("takes what the registry knows of an entity, too, unless a field of the project has the name of the column", () => {
  const entities = tableOf([entity("a", "Ana Ruiz", { role: "Mayor" })]);
  const csv =
    "name,Type,naming,role,affiliation,external_id\nAna Ruiz,Group,described,,City of Norrland,Q42\n";
  const read = readEntityValues(csv, { tagset, entities }, { provenance });
  expect(read).toMatchObject({
    ...{ ok: true, values: 4 },
    entities: {
      updated: [
        {
          to: entity("a", "Ana Ruiz", {
            ...{ type: "group", naming: "described", role: "Mayor" },
            ...{ affiliation: "City of Norrland", externalId: "Q42" },
          }),
        },
      ],
    },
  });
  const named = { entityFields: [{ id: "role", name: "Role", kind: "text" }] } as const;
  const asField = readEntityValues(
    "name,role\nAna Ruiz,chair\n",
    { tagset: named, entities },
    { provenance },
  );
  expect(asField).toMatchObject({
    entities: { updated: [{ to: { role: "Mayor", fields: { role: { value: "chair" } } } }] },
  });
  expect(entityValuesCsv({ tagset: named, entities }).split("\r\n")[0]).toBe(
    "entity,name,aliases,type,naming,affiliation,external_id,Role",
  );
  const wrong = readEntityValues("name,type,type\nAna Ruiz,robot,\n", { tagset, entities }, { provenance });
  expect(wrong).toMatchObject({ ok: false, problems: [{ what: { key: "entities.csv-column-twice" } }] });
  expect(readEntityValues("name,type\nAna Ruiz,robot\n", { tagset, entities }, { provenance })).toMatchObject(
    {
      ok: false,
      problems: [{ where: { values: { row: 2, column: "type" } }, what: { key: "entities.csv-unfit" } }],
    },
  );
});

it("reads an own field that is called as the columns are that say whom a row is about, and takes neither column twice", () => {
  const known = tableOf([entity("a", "Ana Ruiz")]);
  const own = {
    entityFields: ["Name", "Entity"].map((name) => ({ id: `f-${name}`, name, kind: "text" }) as const),
  };
  const [head = "", row = ""] = entityValuesCsv({ tagset: own, entities: known }).split("\r\n");
  const read = readEntityValues(
    `${head}\n${row.replace(/,,$/u, ",Anita,Person")}`,
    { tagset: own, entities: known },
    { provenance },
  );
  if (!read.ok) throw new Error("It fits.");
  expect(read.entities.updated.map(({ to }) => to.fields)).toMatchObject([
    { "f-Name": { value: "Anita" }, "f-Entity": { value: "Person" } },
  ]);
  const twice = readEntityValues("name,name\nAna Ruiz,Anita", { tagset, entities: known }, { provenance });
  expect(twice).toMatchObject({ ok: false, problems: [{ what: { key: "entities.csv-column-twice" } }] });
});

it("renames an entity that a row names by its id, and counts what is new, changed, known and empty", () => {
  const entities = tableOf([entity("a", "Ana Ruiz", { role: "Mayor" }), entity("b", "Ben Sand")]);
  const csv = "entity,name,role,age\na,Ana Ruiz-Moll,Mayor,41\nb,Ben Sand,,\n";
  const read = readEntityValues(csv, { tagset, entities }, { provenance });
  expect(read).toMatchObject({
    ...{ ok: true, values: 2, same: 2, empty: 2 },
    cells: [
      { entity: "a", before: "Ana Ruiz", after: "Ana Ruiz-Moll" },
      { entity: "a", before: "", after: "41" },
    ],
    entities: {
      updated: [
        { to: { name: "Ana Ruiz-Moll", aliases: ["Ana Ruiz"], fields: { age: { value: 41, provenance } } } },
      ],
    },
  });
  const unnamed = readEntityValues("entity,name\na,\n", { tagset, entities }, { provenance });
  expect(unnamed).toMatchObject({ ok: true, values: 0, empty: 1 });
});

it("makes entities of names that nobody has where it may, each once, and tells them otherwise", () => {
  const entities = tableOf([entity("a", "Ana Ruiz", { aliases: ["Ruiz"] })]);
  const csv = "name,aliases,role\nZoe Lind,Lind;Z. Lind,nurse\nruiz,,mayor\nzoe  LIND,,nurse\n";
  const refused = readEntityValues(csv, { tagset, entities }, { provenance });
  expect(refused).toMatchObject({
    ...{ ok: false, unknownNames: ["Zoe Lind"] },
    problems: [
      { where: { values: { row: 2 } }, what: { key: "entities.csv-unknown" } },
      { where: { values: { row: 4 } }, what: { key: "entities.csv-unknown" } },
    ],
  });
  const newId = () => "z";
  const read = readEntityValues(csv, { tagset, entities }, { provenance, newId });
  expect(read).toMatchObject({ ok: true, unknownNames: ["Zoe Lind"] });
  expect(read.ok && read.entities).toEqual({
    added: [{ ...entity("z", "Zoe Lind", { aliases: ["Lind", "Z. Lind"] }), role: "nurse" }],
    updated: [
      { from: get(entities, "a"), to: entity("a", "Ana Ruiz", { aliases: ["Ruiz"], role: "mayor" }) },
    ],
    removed: [],
  });
  // Semicolons within cells are no marks between them.
  const semicolons = "name,aliases\nAna Ruiz,A; B; C\n";
  expect(readEntityValues(semicolons, { tagset, entities }, { provenance })).toMatchObject({
    entities: { updated: [{ to: { aliases: ["A", "B", "C"] } }] },
  });
  const problemsOf = (text: string) => {
    const all = readEntityValues(text, { tagset, entities }, { provenance, newId });
    return all.ok ? [] : all.problems.map(({ what }) => typeof what !== "string" && what.key);
  };
  // An id that is none is a mistake, and so is a row that says two things of one new name, or has no name.
  expect(problemsOf("entity,name,role\nx,Zoe,nurse\n")).toEqual(["entities.csv-unknown"]);
  expect(problemsOf("name,role\nZoe,nurse\nZoe,doctor\n")).toEqual(["entities.csv-two-values"]);
  expect(problemsOf("name,role\n,nurse\n")).toEqual(["entities.csv-unknown"]);
});
