// `sayso insight` over a project, and over annotated JSON as somebody hands it on.
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { annotatedJsonText } from "../../../../shared/exporters/annotated-json.ts";
import { insightMeasures } from "../../../../shared/insight/index.ts";
import { sampleBundle } from "../../../helpers/bundles.ts";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";

let here: Workplace;
let sample: string;
beforeEach(async () => {
  here = await workplace();
  sample = await here.file("sample.json", annotatedJsonText(sampleBundle()));
});
afterEach(() => here.remove());

test("figures are printed as a table, a part for each measure, and how much was counted beside it", async () => {
  const { status, out, err } = await here.sayso(
    "insight",
    sample,
    "--measure",
    "source-mix,anonymity-appearances",
  );
  expect(status).toBe(0);
  expect(out).toMatch(
    /^measure +unit +class +value +numerator +denominator +n +low +high +unknown\nsource-mix +appearance +anonymous +0\.\d+/u,
  );
  expect(out).toMatch(/\n\nmeasure +unit +value .*\nanonymity-appearances +appearance +0\.\d+ /u);
  expect(err).toBe("2 articles counted.\nIntervals need at least 5 articles.\n");
});

test("JSON holds measures, groups, scope, policy and seed", async () => {
  const { out } = await here.sayso(
    ...[
      "insight",
      sample,
      "--measure",
      "statements",
      "--by",
      "entity",
      "--duplicates",
      "document",
      "--format",
      "json",
    ],
  );
  const { measures } = JSON.parse(out);
  expect(measures).toMatchObject([
    { id: "statements", unit: "statement", policy: "document", seed: 1, scope: { articles: 2, leftOut: 0 } },
  ]);
  expect(measures[0].groups).toContainEqual({
    by: { entity: "Ana Ruiz", entityId: expect.any(String) },
    ...{ value: expect.any(Number), numerator: expect.any(Number), denominator: expect.any(Number) },
    ...{ n: expect.any(Number), unknown: expect.any(Number), low: null, high: null },
  });
});

test("CSV goes to a file, which is not written over unless that is asked for", async () => {
  const file = here.at("figures.csv");
  const write = (...more: readonly string[]) =>
    here.sayso("insight", sample, "--by", "month", "--format", "csv", "--out", file, ...more);
  expect((await write()).out).toMatch(/figures\.csv: \d+ figures\n$/u);
  const text = await readFile(file, "utf8");
  const [head, ...rows] = text.split("\r\n");
  expect(head).toMatch(
    /^measure,unit,month,.*,value,numerator,denominator,n,low,high,unknown,articles,left_out,curated_in_part,excluded_cards,article_set,filter,sets,annotator,policy,weights,nested,seed,project_hash$/u,
  );
  expect(rows.length).toBeGreaterThan(insightMeasures.length);
  const again = await write();
  expect(again).toMatchObject({ status: 1, out: "" });
  expect((await write("--force")).status).toBe(0);
});

test.each(["html", "xlsx", "markdown", "graphml", "edges", "json"])(
  "a project and a file of it are written alike as %s, with the same hash",
  async (format) => {
    await writeReviewProject(here.at("own"), ["Ana"]);
    const exported = here.at("own.json");
    await here.sayso("export", here.at("own"), "--format", "json", "--out", exported);
    const writtenFrom = async (from: string, name: string): Promise<Buffer> => {
      const { status, out } = await here.sayso(
        ...["insight", from, "--annotator", "Ana", "--format", format],
        ...["--measure", "together", "--out", here.at(name)],
      );
      expect({ status, out }).toEqual({ status: 0, out: expect.stringMatching(/: \d+ figures?\n$/u) });
      return readFile(here.at(name));
    };
    const ofProject = await writtenFrom(here.at("own"), "of-project");
    const ofFile = await writtenFrom(exported, "of-file");
    // The note of a report says on which day it was written.
    if (["graphml", "edges", "json"].includes(format)) expect(ofProject).toEqual(ofFile);
    expect(Math.abs(ofProject.length - ofFile.length)).toBeLessThan(20);
    expect(ofProject.length).toBeGreaterThan(100);
  },
);

test("the list has every measure with its definition", async () => {
  const { out } = await here.sayso("insight", "--list");
  for (const { id, formula } of insightMeasures) {
    expect(out).toContain(`${id}: `);
    expect(out).toContain(formula);
  }
  const { measures } = JSON.parse((await here.sayso("insight", "--list", "--format", "json")).out);
  expect(measures).toHaveLength(insightMeasures.length);
});

test("a project that several people annotated is counted by one of them", async () => {
  await writeReviewProject(here.at("shared"), ["Ana", "Ben", "Cem"]);
  const refused = await here.sayso("insight", here.at("shared"));
  expect(refused).toMatchObject({ status: 2, out: "" });
  expect(refused.err).toMatch(
    /^Several people annotated “.*”: Ana, Ben, Cem\. Choose one of them with --annotator, or the curated sets with --curated\./u,
  );
  const { status, out } = await here.sayso(
    "insight",
    here.at("shared"),
    "--annotator",
    "Ben",
    "--measure",
    "statements",
  );
  expect(status).toBe(0);
  expect(out).toMatch(/\nstatements +statement +/u);
  const { out: none } = await here.sayso(
    "insight",
    here.at("shared"),
    "--curated",
    "--measure",
    "statements",
    "--format",
    "json",
  );
  expect(JSON.parse(none).measures[0]).toMatchObject({ scope: { articles: 0 }, groups: [{ value: null }] });
});

test.each([
  [["--measure", "fame"], "There is no measure “fame”, only: statements, statement-share"],
  [["--by", "mood"], "Figures cannot be grouped by “mood”, only by: publisher, author"],
  [["--measure", "described", "--by", "kind"], "“described” cannot be grouped by “kind”, only by: publisher"],
  [["--duplicates", "hour"], "There is no policy “hour”, only: all, document"],
  [
    ["--format", "pdf"],
    "There is no format “pdf”, only: table, csv, json, xlsx, html, markdown, graphml, edges.",
  ],
  [["--format", "xlsx"], "This format is no text for standard output: name a file with --out."],
  [
    ["--format", "graphml"],
    "A network holds one measure of pairs and no other grouping: give one of together",
  ],
  [["--from", "soon"], "“soon” is not a day, a month or a year"],
  [["--seed", "1.5"], "“1.5” is not a number that --seed accepts."],
  [["--curated", "--annotator", "Anna Lind"], "Give --annotator or --curated: one of the two."],
  [["more"], "Unexpected argument: “more”."],
])("refuses %j as wrong usage", async (args, why) => {
  const { status, out, err } = await here.sayso("insight", sample, ...args);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain(why);
});

test("an annotator whom nobody knows is named, with those that there are", async () => {
  const { status, err } = await here.sayso("insight", sample, "--annotator", "Zoe");
  expect(status).toBe(1);
  expect(err).toContain("Anna Lind");
});

test("several people are told apart, alike from a project and from a file of it, with what moves a figure", async () => {
  await writeReviewProject(here.at("own"), ["Ana", "Ben"]);
  const exported = here.at("own.json");
  await here.sayso("export", here.at("own"), "--format", "json", "--out", exported);
  const both = async (...more: readonly string[]) => {
    const asked = ["--measure", "verbatim-share", ...more];
    const [project, file] = [
      await here.sayso("insight", here.at("own"), ...asked),
      await here.sayso("insight", exported, ...asked),
    ];
    expect(project).toEqual(file);
    return project;
  };
  const figures = await both("--by", "annotator", "--format", "json");
  const { measures, common } = JSON.parse(figures.out);
  expect(common.annotators).toMatchObject([{ name: "Ana" }, { name: "Ben" }]);
  const [ana, ben] = measures[0].groups;
  expect([ana.by.annotator, ben.by.annotator]).toEqual(["Ana", "Ben"]);
  const ends = [Math.min(ana.value, ben.value), Math.max(ana.value, ben.value)];
  for (const { least, most } of [ana, ben]) expect([least, most]).toEqual(ends);
  expect(figures.err).toMatch(/^2 articles counted that Ana and Ben all annotated: “/u);

  const listed = await both("--disagreements", "--format", "json");
  const { disagreements, values, others } = JSON.parse(listed.out);
  expect(values).toEqual([ana.value, ben.value]);
  expect(disagreements.length + others).toBeGreaterThan(5);
  const movements: readonly number[] = disagreements.map(({ movement }: { movement: number }) => movement);
  expect(movements).toEqual(movements.toSorted((one, other) => other - one));
  expect((await both("--disagreements")).out).toMatch(
    /^moves +article +title +start +end +claim +differ_in +base +as Ana +as Ben\n/u,
  );

  const sides = await both("--compare", "annotator=Ana", "--with", "annotator=Ben", "--format", "json");
  const { figures: compared, isPaired } = JSON.parse(sides.out);
  expect(isPaired).toBe(true);
  expect(compared[0].difference).toBeCloseTo(ana.value - ben.value, 10);
});

test.each([
  [["--annotator", "Ana", "--annotator", "Ben"], /add --by annotator/u],
  [["--curated", "--by", "annotator"], /leave out --curated/u],
  [["--disagreements"], /One figure is asked for/u],
  [["--measure", "no-comment", "--disagreements", "--format", "html"], /as table, csv or json, not as html/u],
  [["--compare", "publisher=Delta"], /--with needs one of set, publisher, tag, days, annotator/u],
  [["--compare", "colour=red", "--with", "publisher=Delta"], /--compare needs one of set/u],
])("what makes no sense about several people or sides is refused: %j", async (more, told) => {
  await writeReviewProject(here.at("own"), ["Ana", "Ben"]);
  const { status, err } = await here.sayso("insight", here.at("own"), ...more);
  expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(told) });
});

test("a report shows the cards of its figures where they are asked for, and tables say that they cannot", async () => {
  const of = ["insight", sample, "--measure", "statements", "--format"];
  const without = await here.sayso(...of, "markdown");
  expect(without.out).not.toContain("Cards counted");
  const shown = await here.sayso(...of, "markdown", "--cards", "2");
  expect(shown.status).toBe(0);
  expect(shown.out).toContain("### Cards counted");
  expect(shown.out).toMatch(/more cards are not shown here/u);
  for (const format of ["csv", "table"]) {
    const { status, err } = await here.sayso(...of, format, "--cards", "2");
    expect(status).toBe(2);
    expect(err).toContain("html, markdown");
  }
  expect((await here.sayso(...of, "html", "--cards", "many")).status).toBe(2);
});

test("a group that is called like the sign for what is not known is told apart from it on the terminal", async () => {
  const bundle = sampleBundle();
  const articles = bundle.articles.map((one, at) => {
    const value = at === 0 ? "–" : "";
    return {
      ...one,
      article: { ...one.article, about: [{ field: "publisher", value, from: "person" } as const] },
    };
  });
  const named = await here.file("dash.json", annotatedJsonText({ ...bundle, articles }));
  const { out } = await here.sayso("insight", named, "--measure", "anonymity-articles", "--by", "publisher");
  const groups = out.split("\n").map((line) => line.split(/ +/u)[2]);
  expect(groups).toEqual(["publisher", "“–”", "–", undefined]);
});
