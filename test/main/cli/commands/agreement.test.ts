import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localeFor } from "../../../../shared/words/language.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { person, projectWith } from "../../core/workplace.ts";

const ratings = "Ana,Ben\n1,1\n1,0\n0,1\n0,0\n0,0\n0,1\n0,0\n0,1\n0,0\n0,0\n";
const continuum = {
  length: 100,
  annotators: {
    Ana: [
      { start: 10, end: 30, label: "u" },
      { start: 40, end: 60, label: "u" },
      { start: 70, end: 80, label: "u" },
    ],
    Ben: [
      { start: 10, end: 30, label: "u" },
      { start: 42, end: 60, label: "u" },
      { start: 85, end: 95, label: "u" },
    ],
  },
};

let here: Workplace;
beforeEach(async () => {
  here = await workplace();
});
afterEach(() => here.remove());

test("ratings are measured, all of the measures or those asked for", async () => {
  const file = await here.file("ratings.csv", ratings);
  const one = await here.sayso("agreement", "--ratings", file, "--measure", "alpha-nominal", "--json");
  expect(one.status).toBe(0);
  const { measures } = JSON.parse(one.out);
  expect(measures).toEqual([{ id: "alpha-nominal", value: expect.closeTo(0.0952, 4), n: 10 }]);
  const all = JSON.parse((await here.sayso("agreement", "--ratings", file, "--json")).out);
  const ids = all.measures.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(["observed", "cohen-kappa", "scott-pi", "fleiss-kappa", "gwet-ac1", "alpha-masi"]),
  );
  const withInterval = await here.sayso(
    "agreement",
    "--ratings",
    file,
    "--measure",
    "observed",
    "--intervals",
    "--json",
  );
  expect(JSON.parse(withInterval.out).measures[0].interval).toHaveLength(2);
});

test("a continuum is measured, with the weights that are given", async () => {
  const file = await here.file("continuum.json", JSON.stringify(continuum));
  const run = async (...more: readonly string[]) =>
    JSON.parse(
      (await here.sayso("agreement", "--continuum", file, "--measure", "gamma-disorder", "--json", ...more))
        .out,
    ).measures[0].value;
  expect(await run()).toBeCloseTo(0.66759, 4);
  expect(await run("--alpha", "0")).not.toBeCloseTo(0.66759, 2);
});

test("people read a line a measure; what is undefined says why", async () => {
  const file = await here.file("same.csv", "Ana,Ben\na,a\na,a\n");
  const { out } = await here.sayso("agreement", "--ratings", file, "--measure", "cohen-kappa");
  expect(out).toMatch(/^cohen-kappa +undefined \(n = 2\) +Cohen’s kappa\. Only one category is used/);
});

test("a project that one person annotated has nothing to measure, and says so", async () => {
  const ana = await person(here.home);
  const path = here.at("project");
  await projectWith(ana, path);
  await ana.core.close();
  const { status, out } = await here.sayso("agreement", path, "--json");
  expect(status).toBe(0);
  for (const { value } of JSON.parse(out).measures) expect(value).toBeNull();
});

describe("a project that several people annotated", () => {
  const measured = async (...args: readonly string[]) => {
    const { out, err, status } = await here.sayso("agreement", here.at("shared"), "--json", ...args);
    const found: { id: string; value: number | null; n: number; interval?: unknown; note?: string }[] =
      status === 0 ? JSON.parse(out).measures : [];
    return { status, err, found, of: (id: string) => found.find((one) => one.id === id) };
  };
  beforeEach(() => writeReviewProject(here.at("shared"), ["Ana", "Ben", "Cem"]));

  test("is measured on its marks and on what is said of them, each id once", async () => {
    const { found, of } = await measured();
    const ids = found.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, value, note } of found) {
      if (value === null) expect(note, id).toBeTruthy();
      else expect(Number.isFinite(value), id).toBe(true);
    }
    expect(of("span-f1-strict")?.value).toBeGreaterThan(0.5);
    expect(of("cohen-kappa")?.value).toBeGreaterThan(0.5);
    expect(of("alpha-ordinal")).toMatchObject({ value: null });
    expect(of("u-alpha")?.value).toBeNull();
  });

  test("is measured as the policies see the edges, of the annotators, types and questions named", async () => {
    const strict = (await measured("--measure", "span-f1-strict", "--intervals")).found[0];
    const lenient = (await measured("--measure", "span-f1-strict", "--policy", "all")).found[0];
    expect(lenient?.value).toBeGreaterThan(strict?.value ?? 1);
    expect(strict?.interval).toHaveLength(2);
    const two = (await measured("--measure", "span-f1-strict", "--annotator", "Ana", "--annotator", "Ben"))
      .found;
    expect(two[0]?.note).toBeUndefined();
    const kind = (await measured("--on", "kind", "--measure", "alpha-nominal")).found[0];
    expect(kind?.n).toBeGreaterThan(0);
    expect((await measured("--measure", "span-f1-exact", "--macro")).found[0]?.n).toBe(2);
    expect((await measured("--type", "claim", "--measure", "u-alpha")).found).toHaveLength(1);
  });

  test("has the same figures and reasons on the command line as on the page", async () => {
    const { found } = await measured();
    const ana = await person(here.home);
    const { handle: project } = await ana.call("project.open", { path: here.at("shared"), mode: "read" });
    const { report } = await ana.call("agreement.run", {
      project,
      annotators: null,
      articles: null,
      types: null,
      questions: ["marks"],
      policies: [],
      measures: null,
      gamma: true,
    });
    await ana.core.close();
    const [marks] = report?.questions ?? [];
    expect(marks?.measures.map(({ measure }) => measure)).toContain("gamma-cat");
    const words = createWords(localeFor("en", []));
    for (const { measure, strict } of marks?.measures ?? []) {
      const { value, n, note } = strict.pooled;
      const theirs = { id: measure, value, n, ...(note && { note: words.tell(note) }) };
      expect(found.find(({ id }) => id === measure)).toEqual(theirs);
    }
  });

  test("says what it does not know", async () => {
    const said = async (...args: readonly string[]) => (await measured(...args)).err;
    expect(await said("--policy", "x")).toContain("There is no policy “x”, only: white-space");
    expect(await said("--on", "x")).toContain("only on: marks, characters, type");
    expect(await said("--annotator", "Dora")).toContain("“Dora” here, only: Ana, Ben, Cem");
    expect(await said("--on", "kind", "--measure", "gamma")).toContain("There is no measure “gamma”");
  });
});

test("what cannot be measured is refused, and usage explained", async () => {
  const file = await here.file("bad.csv", "Ana,Ben,Ana\n1,2,3\n");
  const refused = await here.sayso("agreement", "--ratings", file);
  expect([refused.status, refused.err]).toEqual([
    1,
    expect.stringContaining("Two annotators are called “Ana”"),
  ]);
  const bad = await here.file(
    "bad.json",
    '{"length": 5, "annotators": {"Ana": [{"start": 1, "end": 9, "label": "x"}]}}',
  );
  const outside = await here.sayso("agreement", "--continuum", bad);
  expect([outside.status, outside.err]).toEqual([1, expect.stringContaining("/annotators/Ana/0")]);
  expect((await here.sayso("agreement", "--ratings", "nowhere.csv")).status).toBe(1);
  expect((await here.sayso("agreement")).status).toBe(2);
  expect((await here.sayso("agreement", "--ratings", file, "--continuum", bad)).status).toBe(2);
  expect((await here.sayso("agreement", "--ratings", file, "--seed", "x")).status).toBe(2);
  const good = await here.file("good.csv", ratings);
  expect((await here.sayso("agreement", "--ratings", good, "--measure", "kappa")).status).toBe(2);
});
