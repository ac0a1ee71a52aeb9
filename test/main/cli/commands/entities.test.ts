// Fields of a project's own on the command line: defined, filled in from a table, told where the table does not fit, and counted by.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";

let place: Workplace;
let project: string;
beforeEach(async () => {
  place = await workplace();
  project = place.at("project");
  await writeReviewProject(project, ["Ana"]);
});
afterEach(() => place.remove());

const registry = (): readonly { name: string; fields?: Record<string, object> }[] =>
  JSON.parse(readFileSync(join(project, "entities.json"), "utf8")).entities;
const fieldsOf = (name: string) => registry().find((one) => one.name === name)?.fields;

const define = () =>
  place.sayso(
    "entities",
    project,
    "--as",
    "Ana",
    "--field",
    "Gender:choice:woman,man",
    "--field",
    "Age:number",
  );

test("fields are defined, filled in from the table that it prints, kept with who did so, and counted by", async () => {
  expect(await define()).toMatchObject({ status: 0, out: "Fields: Gender, Age\n", err: "" });
  const { out: table } = await place.sayso("entities", project);
  const [head, ...rows] = table.trimEnd().split("\r\n");
  expect(head).toBe("entity,name,aliases,type,naming,role,affiliation,external_id,Gender,Age");
  expect(rows.length).toBe(registry().length);
  const ruiz = rows.find((row) => row.includes("Ana Ruiz")) ?? "";
  const filled = [head, ruiz.replace(/,,$/u, ",Woman,41"), ruiz.replace(/,,$/u, ",,41")].join("\n");
  const file = await place.file("filled.csv", `\ufeff${filled}\n`);

  const before = readFileSync(join(project, "entities.json"), "utf8");
  const dry = await place.sayso("entities", project, "--fill", file, "--dry-run");
  expect(dry).toMatchObject({ status: 0, out: "Would enter 2 values of 1 entity.\n" });
  expect(readFileSync(join(project, "entities.json"), "utf8")).toBe(before);

  expect(await place.sayso("entities", project, "--fill", file)).toMatchObject({
    ...{ status: 0, out: "Entered 2 values of 1 entity.\n" },
  });
  const provenance = {
    ...{ annotator: expect.any(String), at: expect.any(String) },
    origin: { by: "imported", from: "filled.csv" },
  };
  expect(fieldsOf("Ana Ruiz")).toEqual({
    gender: { value: "woman", provenance },
    age: { value: 41, provenance },
  });
  const again = await place.sayso("entities", project, "--fill", file);
  expect(again.out).toBe("Entered 0 values of 0 entities.\n");

  const mix = ["--measure", "source-mix", "--by", "gender", "--format", "json"];
  const { measures } = JSON.parse((await place.sayso("insight", project, ...mix)).out);
  expect(measures[0].groups.map(({ by }: { by: object }) => by)).toEqual([
    { gender: "woman" },
    { gender: null },
  ]);
  const refused = await place.sayso("insight", project, "--by", "mood");
  expect(refused.err).toContain("kind, about, pair, annotator, gender, age");
});

test("a table that does not fit says what and where, and nothing of it is taken", async () => {
  await define();
  const before = readFileSync(join(project, "entities.json"), "utf8");
  const fill = async (...lines: readonly string[]) => {
    const file = await place.file("values.csv", `${lines.join("\n")}\n`);
    const { status, err } = await place.sayso("entities", project, "--fill", file);
    expect(status).toBe(1);
    expect(readFileSync(join(project, "entities.json"), "utf8")).toBe(before);
    return err;
  };
  const unfit = await fill("name,Gender,Age", "Ana Ruiz,woman,41", "Ana Ruiz,teacher,old", "Zoe,woman,");
  expect(unfit).toContain("row 3, “Gender”: “teacher” does not fit this field. Enter one of: woman, man;");
  expect(unfit).toContain("row 3, “Age”: “old” does not fit this field.");
  expect(unfit).toContain("row 4, “name”: There is no entity “Zoe”.");
  expect(await fill("name,Gender", "Ana Ruiz,woman", "Ana Ruiz,declined to say")).toContain(
    "row 3, “Gender”: An earlier row has a different value for “Ana Ruiz”.",
  );
  expect(await fill("name,Mood,gender,Gender", "Ana Ruiz,,,")).toMatch(
    /row 1, “Mood”: Nothing that is known.*external_id, Gender, Age\.\n.*row 1, “Gender”: Another column is the same/u,
  );
  expect(await fill("Gender", "woman")).toContain("row 1: No column says which entity");
  expect(await fill("name,Gender", '"Ana Ruiz,woman')).toContain("A cell in quotation marks");
});

test("names that nobody has become entities where that is asked for, counted before and after", async () => {
  await define();
  const file = await place.file("values.csv", "name,aliases,Age\nZoe Lind,Lind,41\n");
  const dry = await place.sayso("entities", project, "--fill", file, "--add", "--dry-run");
  expect(dry).toMatchObject({ status: 0, out: "Would enter 3 values of 1 entity.\n" });
  expect(registry().map(({ name }) => name)).not.toContain("Zoe Lind");
  const { out } = await place.sayso("entities", project, "--fill", file, "--add");
  expect(out).toBe("Entered 3 values of 1 entity.\n");
  expect(registry().find(({ name }) => name === "Zoe Lind")).toMatchObject({
    ...{ type: "person", naming: "named", aliases: ["Lind"], fields: { age: { value: 41 } } },
  });
  expect((await place.sayso("entities", project, "--fill", file)).out).toBe(
    "Entered 0 values of 0 entities.\n",
  );
});

test.each([
  ["Gender:mood", "“Gender:mood” defines no field"],
  [":text", "“:text” defines no field"],
  ["Age:choice:one,One", "Two fields or choices are called “One”"],
])("refuses the field %j as wrong usage", async (field, why) => {
  const { status, err } = await place.sayso("entities", project, "--as", "Ana", "--field", field);
  expect(status).toBe(2);
  expect(err).toContain(why);
});
