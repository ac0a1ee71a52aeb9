// `sayso sets`, and figures of the articles of one set.
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { type ReviewProject, writeReviewProject } from "../../../helpers/review-project.ts";

let here: Workplace;
let project: ReviewProject;
beforeEach(async () => {
  here = await workplace();
  project = await writeReviewProject(here.at("project"), ["Ana"]);
});
afterEach(() => here.remove());

const sets = (...args: readonly string[]) => here.sayso("sets", project.path, ...args);
const listed = async () => JSON.parse((await sets("--json")).out).sets;
const titles = () => project.articles.map(({ article }) => article.title);

test("a set is made of conditions or of articles picked by hand, listed, shown, renamed and removed", async () => {
  expect(await sets()).toMatchObject({ status: 0, out: "The project has no article sets yet.\n" });
  const [first = "", second = ""] = titles();
  expect(await sets("--make", "Picked", "--article", second, "--as", "Ana")).toMatchObject({
    status: 0,
    err: "",
  });
  const made = await sets("--make", "By Ana", "--annotated", "Ana", "--title", first);
  expect(made.out.split("\n")).toEqual([
    "Set     Articles  Conditions",
    "Picked  1         Chosen articles: 1",
    `By Ana  1         Title: ${first}; Annotated by: Ana`,
    "",
  ]);
  const shown = await sets("picked");
  expect(shown.out).toContain(second);
  expect(shown.out).not.toContain(first);
  expect(await sets("--rename", "By Ana", "--to", "Hers")).toMatchObject({ status: 0 });
  expect(await listed()).toMatchObject([
    { name: "Picked", filter: { articles: [expect.any(String)] }, articles: [{ title: second }] },
    { name: "Hers", articles: [{ title: first, tags: [] }] },
  ]);
  await sets("--remove", "Picked");
  expect(await listed()).toMatchObject([{ name: "Hers" }]);
});

test("what cannot be done is said, and changes nothing", async () => {
  const refused = async (...args: readonly string[]) => {
    const { status, err } = await sets(...args, "--as", "Ana");
    expect(status).not.toBe(0);
    return err;
  };
  await sets("--make", "One", "--title", "a", "--as", "Ana");
  expect(await refused("--make", "one", "--tag", "x")).toMatch(/An article set called “one” already exists/u);
  expect(await refused("--make", "All")).toMatch(/“All” has no conditions, so it would hold every article/u);
  expect(await refused("--make", "Odd", "--state", "odd")).toMatch(
    /There is no state “odd”, only: nobody, assigned/u,
  );
  expect(await refused("--make", "Odd", "--since", "soon")).toMatch(/“soon” is not a day/u);
  expect(await refused("--make", "Odd", "--assigned", "Zoe")).toMatch(/Zoe/u);
  expect(await refused("--remove", "Two")).toMatch(/There is no article set “Two”. The project has: One/u);
  expect(await refused("--rename", "One")).toMatch(/--to/u);
  expect(await refused("--rename", "One", "--remove", "One")).toMatch(/Give one of them/u);
  expect(await refused("--make", "Two", "--tag", "x", "--csv")).toMatch(/Give one of them/u);
  expect(await refused("One", "--csv")).toMatch(/Give one of them/u);
  expect(await refused("--csv", "--json")).toMatch(/--csv and --json exclude each other/u);
  expect(await refused("--make", "Two", "--tag", "x", "--dry-run")).toMatch(
    /--dry-run is only used with --fill/u,
  );
  expect(await refused("--rename", "One", "--to", "Two", "--tag", "x")).toMatch(
    /--tag is only used with --make/u,
  );
  expect(await listed()).toMatchObject([{ name: "One" }]);
});

test("figures are counted over the articles of a set, in a project and in a file exported from it", async () => {
  const [first = ""] = titles();
  await sets("--make", "First", "--article", first, "--as", "Ana");
  await sets("--make", "Voted", "--tag", "vote");
  const insight = (file: string, name: string) =>
    here.sayso("insight", file, "--set", name, "--measure", "statements", "--format", "json");
  const scopeOf = (text: string) => JSON.parse(text).measures[0].scope;
  const counted = await insight(project.path, "first");
  expect(scopeOf(counted.out)).toMatchObject({ articles: 1, set: { name: "First" } });
  const empty = await insight(project.path, "Voted");
  expect(empty).toMatchObject({ status: 1, out: "" });
  expect(empty.err).toMatch(/No article is in the set “Voted”/u);
  const unknown = await insight(project.path, "Third");
  expect(unknown).toMatchObject({ status: 1, out: "" });
  expect(unknown.err).toMatch(/There is no article set “Third”. The project has: First, Voted/u);

  const file = here.at("exported.json");
  await here.sayso("export", project.path, "--format", "json", "--out", file);
  expect((await insight(file, "First")).out).toBe(counted.out);
  expect((await insight(file, "Voted")).err).toMatch(
    /There is no article set “Voted”. The project has: First/u,
  );
});

test("sets are printed as a table, filled in and made from one, all of it or nothing", async () => {
  await sets("--make", "One", "--tag", "energy", "--as", "Ana");
  const { out: table } = await sets("--csv");
  const [head, row = ""] = table.trimEnd().split("\r\n");
  expect(head).toBe("set,name,title,publisher,tag,since,until,state,assigned,annotated,article");
  expect(row).toMatch(/^[^,]+,One,,,energy,,,,,,$/u);
  const [first = ""] = titles();
  const file = await here.file(
    "sets.csv",
    `name,tag,annotated,article\nOne,energy; port,,\nTwo,,Ana,${first}\n`,
  );
  const dry = await sets("--fill", file, "--dry-run");
  expect(dry).toMatchObject({ status: 0, out: "Would change 4 cells of 2 sets.\n" });
  expect(await listed()).toHaveLength(1);
  expect(await sets("--fill", file)).toMatchObject({ status: 0, out: "Changed 4 cells of 2 sets.\n" });
  expect(await listed()).toMatchObject([
    { name: "One", filter: { tags: ["energy", "port"] } },
    { name: "Two", filter: { annotated: [expect.any(String)], articles: [expect.any(String)] } },
  ]);
  expect((await sets("--fill", file)).out).toBe("Changed 0 cells of 0 sets.\n");
  const odd = await here.file("odd.csv", "name,since\nOne,2026-02-30\nThree,2026\n");
  const { status, err } = await sets("--fill", odd);
  expect(status).toBe(1);
  expect(err).toContain("row 2, “since”: “2026-02-30” does not fit this field.");
  expect(await listed()).toHaveLength(2);
});
