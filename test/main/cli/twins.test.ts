// Articles that a project has already: without a terminal nothing is decided for anybody.
import { utimes } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../../helpers/command-line.ts";

let place: Workplace;
let project: string;
let talks: string;
beforeEach(async () => {
  place = await workplace();
  project = place.at("project");
  talks = await place.file("talks.txt", "Talks\n\nAnna said so. Bo said no.\n");
  await place.sayso("import", project, talks, "--create", "--as", "Anna Lind");
});
afterEach(() => place.remove());

const articles = async (): Promise<{ id: string; title: string; sets: { annotator: string }[] }[]> => {
  const out = place.at("out.json");
  await place.sayso("export", project, "--format", "json", "--out", out, "--force");
  const { readFile } = await import("node:fs/promises");
  return JSON.parse(await readFile(out, "utf8")).articles;
};

describe("sayso import", () => {
  it("refuses what is there until it is said, and takes the others", async () => {
    const other = await place.file("other.txt", "Other\n\nNobody said so.\n");
    const { status, out, err } = await place.sayso("import", project, talks, other);
    expect(status).toBe(1);
    expect(out).toContain("imported as “other”");
    expect(err).toContain("The project already has this (The same file as “talks”).");
    expect(err).toContain("--twins same");
    expect(await articles()).toHaveLength(2);
  });

  it("refuses what differs in white space, or in the lines at its head, from what is there", async () => {
    const others = {
      "ends.txt": "Talks\r\n\r\nAnna said so.\r\nBo said no.",
      "row.jsonl": JSON.stringify({ publisher: "The Ledger", text: "Talks\n\nAnna said so. Bo said no." }),
    };
    for (const [name, text] of Object.entries(others)) {
      const { status, err } = await place.sayso("import", project, await place.file(name, text));
      expect([name, status, err]).toEqual([name, 1, expect.stringContaining("The same text as “talks”")]);
    }
    expect(await articles()).toHaveLength(1);
  });

  it("uses the one that is there, or brings in another one, as was said", async () => {
    expect((await place.sayso("import", project, talks, "--twins", "same")).status).toBe(0);
    expect(await articles()).toHaveLength(1);
    expect((await place.sayso("import", project, talks, "--twins", "new")).status).toBe(0);
    expect(await articles()).toHaveLength(2);
    expect((await place.sayso("import", project, talks, "--twins", "both")).status).toBe(2);
  });
});

describe("sayso import of what is named twice", () => {
  for (const said of ["ask", "same", "new"])
    it(`brings it in once (--twins ${said})`, async () => {
      const other = await place.file("more/other.txt", "Other\n\nNobody said so.\n");
      const named = [other, place.at("more"), other, `${place.at("more")}/../more/other.txt`];
      const { status, out, err } = await place.sayso("import", project, ...named, "--twins", said);
      expect([status, out.match(/imported as/gu)?.length, err]).toEqual([0, 1, ""]);
      expect(await articles()).toHaveLength(2);
    });

  it("takes one of two names of an option, and not both", async () => {
    const { status, err } = await place.sayso(
      "import",
      project,
      talks,
      "--twins",
      "new",
      "--duplicates",
      "skip",
    );
    expect([status, err]).toEqual([2, expect.stringContaining("--duplicates is the older name of --twins")]);
    expect(await articles()).toHaveLength(1);
  });
});

describe("sayso import-annotations", () => {
  const bring = (...more: string[]) =>
    place.sayso(
      "import-annotations",
      project,
      place.at("talks.ann"),
      "--from",
      "brat",
      "--as",
      "Bo",
      ...more,
    );
  beforeEach(() => place.file("talks.ann", "T1\tspeaker 7 11\tAnna\n"));

  it("puts a set where its article is", async () => {
    expect((await bring()).status).toBe(0);
    expect((await articles()).map(({ sets }) => sets.length)).toEqual([1]);
  });

  it("takes the same file as a changed set where its names mean something else now", async () => {
    await bring();
    const maps = { spans: { speaker: "source" }, relations: {}, values: {} };
    const map = await place.file("map.json", JSON.stringify(maps));
    const again = await bring("--map", map);
    expect([again.status, again.out]).toEqual([0, expect.stringContaining("newer version")]);
    expect((await bring("--map", map)).out).toContain("already here");
    const [{ sets = [] } = {}] = (await articles()) as { sets?: { spans?: { type: string }[] }[] }[];
    expect(sets.flatMap(({ spans = [] }) => spans.map(({ type }) => type))).toEqual(["source"]);
  });

  it("reads a file once that is named twice", async () => {
    const { status, out } = await bring(place.at("talks.ann"), "--json");
    const { rows, tally } = JSON.parse(out);
    expect([status, tally.units, rows.map(({ spans }: { spans: number }) => spans)]).toEqual([0, 1, [1]]);
  });

  it("takes nothing in where there are twins, until it is said", async () => {
    await place.sayso("import", project, talks, "--twins", "new");
    const before = await articles();
    const { status, err } = await bring();
    expect(status).toBe(1);
    expect(err).toContain("Several articles of the project have the text of “talks”");
    expect(await articles()).toEqual(before);
    expect((await bring("--twins", "same")).status).toBe(0);
    const once = await articles();
    expect(once.map(({ sets }) => sets.length).sort()).toEqual([0, 1]);
    const later = new Date(Date.UTC(2040, 0, 1));
    await utimes(place.at("talks.ann"), later, later);
    expect((await bring("--twins", "same")).out).toContain("already here");
    expect(await articles()).toEqual(once);
    expect((await bring("--twins", "new")).status).toBe(0);
    expect((await articles()).length).toBe(3);
    await bring("--twins", "new");
    expect((await articles()).length).toBe(3);
  });
});
