// Sets of articles: a filter that everybody answers alike, under a name, and changes of them that can be inverted and merged.
import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeProjects } from "../../../shared/merge/merge-project.ts";
import {
  type ArticleFilter,
  activeConditions,
  everyArticle,
  isSameFilter,
  matches,
} from "../../../shared/model/article-filter.ts";
import {
  type ArticleSet,
  articleSetsBetween,
  filterOfSet,
  fittingArticleSets,
  isInSet,
  personalConditions,
  setsNamed,
  sharedConditions,
  sharedFilter,
  withArticleSets,
} from "../../../shared/model/article-set.ts";
import { invertRecords } from "../../../shared/model/change.ts";
import type { Project } from "../../../shared/model/project.ts";
import { articleSet as setSchema } from "../../../shared/schema/model.ts";
import { articleFacts, articleFilter } from "../../helpers/article-filters.ts";
import { runs } from "../../helpers/tier.ts";

const shared = articleFilter.map(sharedFilter);
const set = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  name: fc.constantFrom("Vote", "Bridge"),
  filter: shared,
});
const sets = fc.uniqueArray(set, { selector: ({ id }) => id, maxLength: 4 });
const byId = (all: readonly ArticleSet[]) => new Map(all.map((one) => [one.id, one]));

test("every condition of a filter is one that a set may ask, or about one person's own work", () => {
  const personal = personalConditions({ ...everyArticle, states: ["done"], gaps: "some", note: true });
  expect([...sharedConditions, ...personal].sort()).toEqual(Object.keys(everyArticle).sort());
});

test("a filter without conditions of one's own is the same as a set, and is stored as one", () => {
  fc.assert(
    fc.property(articleFilter, articleFacts, (filter, facts) => {
      const filterOf = { id: "a", name: "Vote", filter: sharedFilter(filter) };
      expect(setSchema.parse(JSON.parse(JSON.stringify(filterOf)))).toEqual(filterOf);
      const plain: ArticleFilter = { ...filter, states: [], gaps: null, note: null };
      expect(isSameFilter(filterOfSet(filterOf), plain)).toBe(true);
      expect(isInSet(filterOf, facts)).toBe(matches(plain, facts));
      expect(Object.keys(filterOf.filter).sort()).toEqual([...activeConditions(plain)].sort());
    }),
    { numRuns: runs(200) },
  );
});

test("a condition of a later version is refused rather than left out, which would make the set another one", () => {
  const stored = { id: "a", name: "Vote", filter: { tags: ["Vote"], mood: "grim" } };
  expect(setSchema.safeParse(stored).success).toBe(false);
  expect(setSchema.safeParse({ ...stored, filter: { states: ["done"] } }).success).toBe(false);
});

test("what leads from some sets to others does so, and its inverse leads back", () => {
  fc.assert(
    fc.property(sets, sets, (before, after) => {
      const change = articleSetsBetween(before, after);
      expect(byId(withArticleSets(before, change))).toEqual(byId(after));
      expect(byId(withArticleSets(after, invertRecords(change)))).toEqual(byId(before));
      expect(articleSetsBetween(before, before)).toEqual({ added: [], updated: [], removed: [] });
    }),
    { numRuns: runs(200) },
  );
});

test("of a change only what still stands as it was is done, and none of it twice", () => {
  fc.assert(
    fc.property(sets, sets, sets, (before, after, now) => {
      const change = articleSetsBetween(before, after);
      const fitting = fittingArticleSets(now, change) ?? { added: [], updated: [], removed: [] };
      const then = withArticleSets(now, fitting);
      expect(new Set(then.map(({ id }) => id)).size).toBe(then.length);
      const named = new Set(
        [...change.added, ...change.removed, ...change.updated.map(({ to }) => to)].map(({ id }) => id),
      );
      for (const one of now.filter(({ id }) => !named.has(id))) expect(then).toContain(one);
    }),
    { numRuns: runs(200) },
  );
});

test("sets of two sides are merged by id and field, and what either removed is gone unless the other changed it", () => {
  const project = (articleSets: readonly ArticleSet[]) =>
    ({
      id: "p",
      name: "P",
      schemaVersion: 3,
      createdAt: "",
      annotators: [],
      tagset: {},
      articleSets,
    }) as unknown as Project;
  const vote: ArticleSet = { id: "a", name: "Vote", filter: { tags: ["vote"] } };
  const bridge: ArticleSet = { id: "b", name: "Bridge", filter: { words: "bridge" } };
  const renamed = { ...vote, name: "The vote" };
  const asked = { ...vote, filter: { tags: ["vote", "poll"] } };
  const merged = (
    base: readonly ArticleSet[],
    ours: readonly ArticleSet[],
    theirs: readonly ArticleSet[],
  ) => {
    const { project: into, conflicts } = mergeProjects(project(base), project(ours), project(theirs));
    return [into.articleSets, conflicts.map(({ path }) => path)];
  };
  expect(merged([vote], [renamed], [asked])).toEqual([[{ ...asked, name: "The vote" }], []]);
  expect(merged([vote], [vote, bridge], [])).toEqual([[bridge], []]);
  expect(merged([vote], [vote], [])).toEqual([undefined, []]);
  expect(merged([vote], [renamed], [])).toEqual([[renamed], ["articleSets.a"]]);
  expect(merged([], [vote], [bridge])).toEqual([[vote, bridge], []]);
});

test("a set is found by its id, or by its name however that is written", () => {
  const both = [
    { id: "a", name: "Vote", filter: {} },
    { id: "b", name: "VOTE ", filter: {} },
  ];
  expect(setsNamed(both, "vote")).toEqual(both);
  expect(setsNamed(both, "b")).toEqual([both[1]]);
  expect(setsNamed(both, "bridge")).toEqual([]);
});
