// Taking in more annotations than are in memory at once: the same comes of it as of all together, stopping leaves whole portions, and
// nothing comes twice.
import { readdir, readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { exportStandoffs } from "../../helpers/standoffs.ts";

let place: Workplace;
let project: string;
beforeEach(async () => {
  place = await workplace();
  project = place.at("project");
  const other = await place.file("other.txt", "Another article, she said.\n");
  await place.sayso("import", project, other, "--create", "--as", "Anna Lind");
});
afterEach(() => place.remove());

const count = 12;

const words = "Venn said that nobody asked. ".repeat(8_000);

/** What Bo Berg marked in an article: these words, where they first stand. */
function marked(article: string, text: string, ...marks: readonly string[]): Standoff {
  const spanOf = (mark: string, at: number) => {
    const start = text.indexOf(mark);
    return {
      ...{ id: `s${at}`, label: "speaker", segments: [{ start, end: start + mark.length }] },
      values: [{ name: "entity", value: mark }],
    };
  };
  return { article, title: article, text, annotator: "Bo Berg", spans: marks.map(spanOf), relations: [] };
}

async function folderOf(documents: readonly Standoff[]): Promise<string> {
  const exporter = exporterById("cas-json");
  if (exporter?.takes !== "standoffs") throw new RangeError("cas-json");
  const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };
  for (const { name, bytes } of exportStandoffs(exporter, documents, about).files)
    await place.file(`in/${name}`, bytes);
  return place.at("in");
}

const articleAt = (at: number): Standoff => marked(`a${at + 10}`, `Article ${at}\n\n${words}`, "Venn");

/** More than a portion, with one person who speaks in all of it. */
const folder = (): Promise<string> => folderOf(Array.from({ length: count }, (_, at) => articleAt(at)));

const bring = async (from: string, ...more: readonly string[]) =>
  place.sayso("import-annotations", project, from, "--from", "cas-json", "--json", ...more);

async function inProject() {
  const out = place.at("out.json");
  await place.sayso("export", project, "--format", "json", "--out", out, "--force");
  const { articles, entities } = JSON.parse(await readFile(out, "utf8"));
  return { articles: articles.length, entities: entities.map(({ name }: { name: string }) => name) };
}

it("brings in all of it, and knows one person through all portions", async () => {
  const from = await folder();
  const first = await bring(from);
  expect(first).toMatchObject({ status: 0, err: "" });
  const { accepted, rows } = JSON.parse(first.out);
  expect({ accepted, rows: rows.length }).toEqual({ accepted: count, rows: count });
  expect(await inProject()).toEqual({ articles: count + 1, entities: ["Venn"] });
  const again = JSON.parse((await bring(from)).out);
  expect(new Set(again.rows.map(({ outcome }: { outcome: string }) => outcome))).toEqual(new Set(["same"]));
  expect(await inProject()).toEqual({ articles: count + 1, entities: ["Venn"] });
});

it("leaves what came in whole when it is stopped, and goes on from there", async () => {
  const from = await folder();
  const bringing = bring(from);
  const articles = place.at("project", "articles");
  await expect.poll(async () => (await readdir(articles)).length, { interval: 2 }).toBeGreaterThan(1);
  process.emit("SIGTERM");
  const stopped = await bringing;
  expect(stopped.status).toBe(1);
  expect(stopped.out + stopped.err).toContain("stopped before it was done");
  expect((await readdir(articles)).length).toBeLessThan(count + 1);
  expect(await bring(from)).toMatchObject({ status: 0, err: "" });
  expect(await inProject()).toEqual({ articles: count + 1, entities: ["Venn"] });
});

it("keeps both sets of two articles of one text that stand far apart, whatever was said of twins", async () => {
  const twins = [marked("a00", words, "Venn"), marked("a99", words, "nobody")];
  const [first, last] = twins;
  if (!first || !last) throw new RangeError("two");
  const from = await folderOf([first, ...Array.from({ length: count }, (_, at) => articleAt(at)), last]);
  await place.sayso("import", project, await place.file("twin.txt", words));
  const spansOf = async (): Promise<string[]> => {
    const out = place.at("out.json");
    await place.sayso("export", project, "--format", "json", "--out", out, "--force");
    const { articles } = JSON.parse(await readFile(out, "utf8")) as { articles: ExportedArticle[] };
    return articles
      .filter(({ text }) => text === words)
      .flatMap(({ sets }) =>
        sets.flatMap(({ spans }) => spans.flatMap(({ segments }) => segments[0]?.quote ?? "")),
      )
      .sort();
  };
  expect((await bring(from)).status).toBe(1);
  expect(await spansOf()).toEqual([]);
  for (const said of ["same", "new", "same"]) {
    expect(await bring(from, "--twins", said)).toMatchObject({ status: 0 });
    expect(new Set(await spansOf())).toEqual(new Set(["Venn", "nobody"]));
  }
});

it("puts no set of an article's text before a correction in the place of one of its text since, or the other way round", async () => {
  const corrected = words.trim().replaceAll("Venn", "Ven");
  const [before, since] = [marked("a00", words, "Venn"), marked("a99", corrected, "nobody")];
  const others = Array.from({ length: count }, (_, at) => articleAt(at));
  const from = await folderOf([before, ...others, since]);
  await place.sayso("import", project, await place.file("twin.txt", words));
  const fresh = await place.file("fresh.txt", corrected);
  await place.sayso("revise", project, "--article", "twin", "--text", fresh);
  const first = await bring(from, "--twins", "same");
  const outcomes = JSON.parse(first.out).rows.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes.sort()).toEqual([...Array(count + 1).fill("new"), "repeated"]);
});
