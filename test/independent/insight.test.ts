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
import {
  type Disagreement,
  type DisagreementQuery,
  disagreementsOn,
} from "../../shared/insight/disagreements.ts";
import { insightMeasures } from "../../shared/insight/index.ts";
import { type InsightQuery, insightReport } from "../../shared/insight/report.ts";
import {
  defaultScope,
  duplicatePolicies,
  type InsightScope,
  indexedProject,
} from "../../shared/insight/scope.ts";
import { type SideQuery, sideBySide } from "../../shared/insight/side-by-side.ts";
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
  planter,
  randomPlanted,
} from "../helpers/planted-statements.ts";
import { differingReread, secondReader, withSecondReader } from "../helpers/second-reader.ts";
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

/** A figure with the cards that comparing found to differ, which is not what is checked here. */
interface TriedFigure extends DisagreementQuery {
  readonly questions: readonly Pick<Disagreement, "article" | "members">[];
}

interface Answers {
  readonly figures: unknown;
  readonly disagreements: unknown;
  readonly sides: unknown;
}

function byPython(
  bundle: ExportBundle,
  queries: readonly InsightQuery[],
  disagreements: readonly TriedFigure[] = [],
  sides: readonly SideQuery[] = [],
): Answers {
  const folder = mkdtempSync(join(tmpdir(), "sayso-insight-"));
  try {
    const path = join(folder, "input.json");
    const input = {
      export: annotatedJsonOf(bundle),
      ...readBefore(bundle),
      distancing: cuesOfDistance,
      ...{ queries, disagreements, sides },
    };
    writeFileSync(path, JSON.stringify(input));
    const options = { encoding: "utf8", env: { ...process.env, PYTHONUTF8: "1" }, maxBuffer: 1e9 } as const;
    const { stdout, stderr } = spawnSync("python3", [script, path], options);
    expect(stderr).toBe("");
    return JSON.parse(stdout) as Answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One in the last of the digits to which figures are given. */
const unitOf = (figure: number): number => 10 ** (Math.floor(Math.log10(Math.abs(figure))) - 11);

/**
 * Ours, but with Python's number where ours is next to it in the last digit: logarithms of two libraries differ in the sixteenth, and now and
 * then one of a thousand draws lies where that turns the rounding.
 */
function asRounded(ours: unknown, theirs: unknown): unknown {
  if (typeof ours === "number" && typeof theirs === "number")
    return Math.abs(ours - theirs) < 1.5 * unitOf(theirs) ? theirs : ours;
  if (Array.isArray(ours) && Array.isArray(theirs)) return ours.map((one, at) => asRounded(one, theirs[at]));
  if (ours === null || typeof ours !== "object" || theirs === null || typeof theirs !== "object") return ours;
  return Object.fromEntries(
    Object.entries(ours).map(([name, value]) => [name, asRounded(value, Reflect.get(theirs, name))]),
  );
}

const expectSame = (ours: unknown, theirs: unknown): void => expect(asRounded(ours, theirs)).toEqual(theirs);

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

/** Every so many-th measure without groups, with the disagreements that move it; none where nobody annotated the same. */
function triedIn(bundle: ExportBundle, each: number) {
  const scope = { ...defaultScope, weights: "fractional", duplicates: "document" } as const;
  const plain = insightMeasures
    .filter(({ alwaysBy }) => alwaysBy === undefined)
    .filter((_, at) => tier === "all" || at % each === bundle.articles.length % each);
  return plain.flatMap(({ id: measure }) => {
    const asked: DisagreementQuery = { measure, by: [], group: {}, scope, policies: [] };
    const found = finish(disagreementsOn(bundle, asked));
    if (!found.ok) return [];
    const { values, moving } = found;
    const questions = moving.map(({ article, members }) => ({ article, members }));
    const told = moving.map(({ base, values: either, movement }) => ({ base, values: either, movement }));
    return [{ tried: { ...asked, questions }, answer: { values, moving: told } }];
  });
}

/** `null` where two annotators have nothing in common. */
const sidesOf = (bundle: ExportBundle, queries: readonly SideQuery[]) =>
  queries.map((asked) => {
    const project = indexedProject(bundle);
    const compared = finish(sideBySide([project, project], asked));
    return compared.ok ? compared.figures : null;
  });

describe.skipIf(!hasPython)("Python", () => {
  it("counts the same in the sample, by every grouping and policy", () => {
    const sample = wholeSampleBundle();
    const byFields = [["gender"], ["sector"], ["publisher", "sector"]].map((by) => query(by, {}));
    const all = [...everyQuery(1).filter(({ by }) => !by.includes("age")), ...byFields];
    // The planted project goes through each of them, too.
    const queries = all.filter((_, at) => tier === "all" || at % 5 === 0);
    expectSame(byUs(sample, queries), byPython(sample, queries).figures);
  });

  it("counts the same in the planted project, with the same intervals", () => {
    const planted = plantedProject(plantedArticles, plantedEntities);
    // The random projects go through the groupings, too.
    const queries = everyQuery(7).filter((_, at) => tier === "all" || at % 2 === 0);
    expectSame(byUs(planted, queries), byPython(planted, queries).figures);
  });

  it("counts the same in random projects", () => {
    for (const bundle of fc.sample(randomPlanted, { seed: 11, numRuns: runs(12) })) {
      const queries = everyQuery(3).filter((_, at) => (at + bundle.articles.length) % 4 === 0);
      expectSame(byUs(bundle, queries), byPython(bundle, queries).figures);
    }
  });

  it("counts the same in random work on texts that break programs", () => {
    for (const bundle of fc.sample(randomBundle, { seed: 5, numRuns: runs(12) }).map(withFields)) {
      const queries = everyQuery(1).filter(
        (_, at) => tier === "all" || (at + bundle.articles.length) % 2 === 0,
      );
      expectSame(byUs(bundle, queries), byPython(bundle, queries).figures);
    }
  });

  it("finds the same differences between two outlets, two times and two annotators", () => {
    const reread = differingReread(["ines", "insiders", "wire"]);
    const random = fc.sample(randomPlanted, { seed: 4, numRuns: tier === "all" ? 5 : 1 });
    const scopeOf = (more: Partial<InsightScope>): InsightScope => ({
      ...defaultScope,
      nested: true,
      ...more,
    });
    const filtered = (filter: Partial<InsightScope["filter"]>): InsightScope =>
      scopeOf({ filter: { ...defaultScope.filter, ...filter } });
    const of = (id: string): InsightScope => scopeOf({ duplicates: "document", sets: { of: "person", id } });
    const asked = { measures: [], by: [], seed: 3 };
    const outlets = {
      one: filtered({ publishers: ["Harbour Post"] }),
      other: filtered({ publishers: ["Delta"] }),
    };
    const times = { one: filtered({ to: "2026-01" }), other: filtered({ from: "2026-01-02" }) };
    const people = { one: of(planter), other: of(secondReader.id) };
    const planted = plantedProject(plantedArticles, plantedEntities);
    for (const bundle of [planted, ...random]) {
      const apart = [outlets, times].flatMap((sides) => [
        { ...asked, ...sides },
        { ...asked, ...sides, by: ["class"] },
      ]);
      expectSame(sidesOf(bundle, apart), byPython(bundle, [], [], apart).sides);
      const both = withSecondReader(bundle, reread);
      const paired = [{ ...asked, ...people }];
      const told = sidesOf(both, paired);
      if (told[0] !== null) expectSame(told, byPython(both, [], [], paired).sides);
    }
  });

  it("counts the same by annotator, and finds the same if disagreements are decided either way", () => {
    const reread = differingReread(["ines", "insiders", "wire"]);
    // The most expensive question to ask twice, and the sample asks it of much.
    const random = fc.sample(randomPlanted, { seed: 21, numRuns: tier === "all" ? 6 : 1 });
    const queries = [["annotator"], ["annotator", "publisher"], ["entity", "annotator"]].map((by) =>
      query(by, { nested: true, duplicates: "document" }, 5),
    );
    const sample = wholeSampleBundle();
    const inSample = differingReread(sample.entities.map(({ id }) => id));
    for (const bundle of [
      withSecondReader(sample, inSample),
      ...random.map((one) => withSecondReader(one, reread)),
    ]) {
      const found = triedIn(bundle, bundle.articles.length > 9 ? 8 : 3);
      const { figures, disagreements } = byPython(
        bundle,
        queries,
        found.map(({ tried }) => tried),
      );
      expectSame(byUs(bundle, queries), figures);
      expectSame(
        found.map(({ answer }) => answer),
        disagreements,
      );
    }
  });
});
