// The measures of insight counted by somebody else: a Python program that reads our export and docs/insight.md, and must find the same figures to
// the last digit. Without Python the worked examples and laws of `test/shared/insight` hold the figures alone.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { annotatedJsonOf } from "../../shared/exporters/annotated-json.ts";
import { articlePart } from "../../shared/insight/article-part.ts";
import { type InsightQuery, insightReport } from "../../shared/insight/report.ts";
import {
  defaultScope,
  duplicatePolicies,
  type InsightScope,
  indexedProject,
} from "../../shared/insight/scope.ts";
import { cuesOfDistance } from "../../shared/insight/statements.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import { wordsOf } from "../../shared/model/words.ts";
import { finish } from "../../shared/model/work.ts";
import { randomBundle, wholeSampleBundle } from "../helpers/bundles.ts";
import { ageField, genderField } from "../helpers/entity-fields.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  randomPlanted,
} from "../helpers/planted-statements.ts";
import { runs, tier } from "../helpers/tier.ts";

const script = fileURLToPath(new URL("check_insight.py", import.meta.url));
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython)
  console.error("Skipped: python3 is not here, so that nobody else counts the measures of insight.");

/** What reading a file gives, which is not what is checked here: where words stand, and what is known of each article. */
function readBefore(bundle: ExportBundle) {
  const articles = bundle.articles.map((exported) => {
    const { article, text } = exported;
    const words = articleTextOf(text).paragraphs.flatMap((one) => wordsOf(text, one));
    const { publisher, date, authors } = articlePart(exported);
    return {
      id: article.id,
      words: words.map(({ start, end }) => [start, end]),
      facts: { publisher, date, authors },
    };
  });
  return {
    words: Object.fromEntries(articles.map(({ id, words }) => [id, words])),
    facts: Object.fromEntries(articles.map(({ id, facts }) => [id, facts])),
  };
}

function byPython(bundle: ExportBundle, queries: readonly InsightQuery[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), "sayso-insight-"));
  try {
    const path = join(folder, "input.json");
    const input = {
      export: annotatedJsonOf(bundle),
      ...readBefore(bundle),
      distancing: cuesOfDistance,
      queries,
    };
    writeFileSync(path, JSON.stringify(input));
    const options = { encoding: "utf8", env: { ...process.env, PYTHONUTF8: "1" }, maxBuffer: 1e9 } as const;
    const { stdout, stderr } = spawnSync("python3", [script, path], options);
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const byUs = (bundle: ExportBundle, queries: readonly InsightQuery[]): unknown =>
  queries.map((query) => {
    const report = finish(insightReport(indexedProject(bundle), query));
    return report.ok && report.measures.map(({ id, unit, groups }) => ({ id, unit, groups }));
  });

const groupings = [
  ...[
    "publisher",
    "author",
    "day",
    "week",
    "month",
    "year",
    "entity",
    "class",
    "role",
    "kind",
    "about",
    "pair",
  ].map((one) => [one]),
  ...[["gender"], ["age"], ["publisher", "gender"], ["role", "kind"], ["about", "kind"], ["entity", "about"]],
  ...[[], ["publisher", "month"], ["year", "entity"], ["class", "kind"]],
];

/** The bundle with the fields that are asked for, though nobody has entered anything. */
const withFields = (bundle: ExportBundle): ExportBundle => ({
  ...bundle,
  tagset: { ...bundle.tagset, entityFields: [genderField, ageField] },
});

const query = (by: readonly string[], scope: Partial<InsightScope>, seed = 1): InsightQuery => ({
  ...{ measures: [], by, seed },
  scope: { ...defaultScope, ...scope },
});

/** Each grouping by one scope, and each scope without a grouping. */
const everyQuery = (seed: number): readonly InsightQuery[] => [
  ...groupings.map((by) => query(by, {}, seed)),
  ...duplicatePolicies.map((duplicates) => query([], { duplicates, nested: true }, seed)),
  query(["entity"], { weights: "fractional", duplicates: "document" }, seed),
  query(["class"], { weights: "fractional", nested: true }, seed),
];

describe.skipIf(!hasPython)("Python", () => {
  it("counts the same in the sample, by every grouping and policy", () => {
    const sample = wholeSampleBundle();
    const byFields = [["gender"], ["sector"], ["publisher", "sector"]].map((by) => query(by, {}));
    const all = [...everyQuery(1).filter(({ by }) => !by.includes("age")), ...byFields];
    // The planted project goes through each of them, too.
    const queries = all.filter((_, at) => tier === "all" || at % 5 === 0);
    expect(byUs(sample, queries)).toEqual(byPython(sample, queries));
  });

  it("counts the same in the planted project, with the same intervals", () => {
    const planted = plantedProject(plantedArticles, plantedEntities);
    // The random projects go through the groupings, too.
    const queries = everyQuery(7).filter((_, at) => tier === "all" || at % 2 === 0);
    expect(byUs(planted, queries)).toEqual(byPython(planted, queries));
  });

  it("counts the same in random projects", () => {
    for (const bundle of fc.sample(randomPlanted, { seed: 11, numRuns: runs(12) })) {
      const queries = everyQuery(3).filter((_, at) => (at + bundle.articles.length) % 4 === 0);
      expect(byUs(bundle, queries)).toEqual(byPython(bundle, queries));
    }
  });

  it("counts the same in random work on texts that break programs", () => {
    for (const bundle of fc.sample(randomBundle, { seed: 5, numRuns: runs(12) }).map(withFields))
      expect(byUs(bundle, everyQuery(1))).toEqual(byPython(bundle, everyQuery(1)));
  });
});
