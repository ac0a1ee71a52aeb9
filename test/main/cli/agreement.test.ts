import { afterEach, beforeEach, expect, test } from "vitest";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { person, projectWith } from "../core/workplace.ts";

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
  expect(out).toMatch(/^cohen-kappa +undefined \(n = 2\) +Cohen’s kappa\. Only one category is in use/);
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
