// A timeline has all that is counted, once, in the bins in which it was published; where there is nothing, it says so.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { type InsightQuery, insightReport, type MeasuredInsight } from "../../../shared/insight/report.ts";
import { articlesIn, defaultScope, indexedProject } from "../../../shared/insight/scope.ts";
import { gapsIn, type TimeGrouping, timeGroupings, timelineOf } from "../../../shared/insight/timeline.ts";
import { finish } from "../../../shared/model/work.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  randomPlanted,
} from "../../helpers/planted-statements.ts";
import { runs } from "../../helpers/tier.ts";

function counted(bundle: ExportBundle, query: Pick<InsightQuery, "measures" | "by" | "mostSources">) {
  const report = finish(insightReport(indexedProject(bundle), { ...query, scope: defaultScope, seed: 1 }));
  if (!report.ok) throw new Error("It can be counted.");
  return report.measures;
}

function measured(bundle: ExportBundle, id: string, by: readonly string[], mostSources?: number) {
  const [measure] = counted(bundle, {
    ...{ measures: [id], by },
    ...(mostSources !== undefined && { mostSources }),
  });
  return measure as MeasuredInsight;
}

const timeline = (bundle: ExportBundle, time: TimeGrouping, lanes: readonly string[]) =>
  timelineOf({
    time,
    measured: measured(bundle, "statements", [time, ...lanes]),
    articles: measured(bundle, "appearances", lanes.includes("publisher") ? [time, ...lanes] : [time]),
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const lanesToTry = [[], ["publisher"], ["entity"], ["class"]];

describe("a timeline", () => {
  it("has every statement and every article once, in a bin or without a date", () => {
    fc.assert(
      fc.property(
        randomPlanted,
        fc.constantFrom(...timeGroupings),
        fc.constantFrom(...lanesToTry),
        (bundle, time, lanes) => {
          const { bins, undatedArticles, lanes: drawn } = timeline(bundle, time, lanes);
          const byTime = measured(bundle, "statements", [time]);
          const undated = byTime.groups.find(({ by }) => by[time] === null)?.numerator ?? 0;
          const [whole] = measured(bundle, "statements", []).groups;
          expect(sum(drawn.map(({ total }) => total)) + undated).toBe(whole?.numerator);
          const scoped = articlesIn(indexedProject(bundle), defaultScope);
          const articles = scoped.ok ? scoped.articles.length : 0;
          const inBins = drawn.map(({ cells }) => sum(cells.map((cell) => cell.articles)));
          const dated = lanes.includes("publisher") ? sum(inBins) : (inBins[0] ?? articles - undatedArticles);
          expect(dated + undatedArticles).toBe(articles);
          for (const { cells } of drawn) expect(cells.map(({ bin }) => bin)).toEqual(bins);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it("has a gap where there are no articles, and none where articles say nothing", () => {
    const bundle = plantedProject(
      [
        ...plantedArticles,
        { id: "A7", publisher: "Delta", date: "2026-05-20", text: "Nobody spoke.", cards: [] },
        { id: "A8", publisher: "Delta", date: "2026-07-01", text: "Nobody spoke.", cards: [] },
      ],
      plantedEntities,
    );
    const { bins, undatedArticles, lanes } = timeline(bundle, "month", []);
    expect(bins).toEqual(["2026-03", "2026-04", "2026-05", "2026-06", "2026-07"]);
    expect(undatedArticles).toBe(1);
    expect(lanes[0]?.cells.map(({ articles }) => articles)).toEqual([3, 2, 1, 0, 1]);
    expect(gapsIn(lanes[0]?.cells ?? [])).toEqual([{ first: "2026-06", last: "2026-06", bins: 1 }]);
  });

  it("joins gaps that follow each other, and each empty bin is in one of them", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 20 }), (articles) => {
        const cells = articles.map((count, at) => ({ bin: `${at}`, articles: count, group: null }));
        const gaps = gapsIn(cells);
        const within = gaps.flatMap(({ first, bins }) =>
          Array.from({ length: bins }, (_, at) => Number(first) + at),
        );
        expect(within).toEqual(articles.flatMap((count, at) => (count === 0 ? [at] : [])));
        for (const [at, { first, last, bins }] of gaps.entries()) {
          expect(Number(last) - Number(first) + 1).toBe(bins);
          expect(Number(first)).toBeGreaterThan(Number(gaps[at - 1]?.last ?? -2) + 1);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("figures of the sources that speak in the most articles", () => {
  it("are those of all sources, and none that is left out speaks in more articles", () => {
    fc.assert(
      fc.property(
        randomPlanted,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(["entity"], ["month", "entity"]),
        (bundle, most, by) => {
          const all = measured(bundle, "statements", by);
          const few = measured(bundle, "statements", by, most);
          const named = JSON.stringify;
          const known = new Map(all.groups.map((group) => [named(group.by), group]));
          for (const group of few.groups) expect(group).toEqual(known.get(named(group.by)));
          const kept = new Set(few.groups.map((group) => group.by.entityId));
          const sources = measured(bundle, "appearances", ["entity"]).groups;
          expect(kept.size).toBe(Math.min(most, sources.length));
          expect(few.sourcesLeftOut ?? 0).toBe(sources.length - kept.size);
          const articlesOf = (isKept: boolean) =>
            sources
              .filter((group) => kept.has(group.by.entityId ?? null) === isKept)
              .map(({ numerator }) => numerator);
          expect(Math.max(0, ...articlesOf(false))).toBeLessThanOrEqual(
            Math.min(...articlesOf(true), Infinity),
          );
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
