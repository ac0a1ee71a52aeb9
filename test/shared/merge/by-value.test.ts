// What machines merge for whom neither side is "ours": whoever merges, in whatever order, comes to the same bytes, and whatever both changed
// is told with both values.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sorted } from "../../../shared/files/canonical.ts";
import { joinArticles } from "../../../shared/merge/join-articles.ts";
import { mergeProjects } from "../../../shared/merge/merge-project.ts";
import { mergeEntities } from "../../../shared/merge/merge-registry.ts";
import { emptySet } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { compareCodeUnits } from "../../../shared/model/compare-code-units.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { violations } from "../../../shared/model/invariants.ts";
import type { Project } from "../../../shared/model/project.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { runs } from "../../helpers/tier.ts";

const bytesOf = (value: unknown): string => JSON.stringify(sorted(value));

const ids = ["a", "b", "c", "d"] as const;
const word = fc.constantFrom("Ines", "Bo", "Kim");
const entity = fc.record({
  id: fc.constantFrom(...ids),
  name: word,
  type: fc.constantFrom("person" as const, "group" as const),
  naming: fc.constant("named" as const),
  aliases: fc.subarray(["I.", "B.", "K."]),
});
const shuffledRegistry: fc.Arbitrary<readonly Entity[]> = fc.uniqueArray(entity, {
  selector: ({ id }) => id,
});
/** In one order, in which what is new may stand anywhere: nobody rearranges. */
const registry = shuffledRegistry.map((all) => all.toSorted((a, b) => compareCodeUnits(a.id, b.id)));

const spanTypes = newsAttribution.spanTypes.slice(0, 3);
/** Some of three types, renamed, with keys of their own; settings of the tagset, and what belongs to the project. */
const project: fc.Arbitrary<Project> = fc
  .record({
    name: word,
    there: fc.subarray(spanTypes, { minLength: 1 }),
    names: fc.array(word, { minLength: 3, maxLength: 3 }),
    checksOff: fc.subarray(["one", "two", "three"]),
    people: fc.subarray([...ids]),
    peopleNames: fc.array(word, { minLength: 4, maxLength: 4 }),
    assigned: fc.subarray([...ids]),
    at: fc.constantFrom("1", "2"),
    sets: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), name: word }), {
      selector: ({ id }) => id,
    }),
  })
  .map(({ name, there, names, checksOff, people, peopleNames, assigned, at, sets }) => ({
    ...{ schemaVersion: 6, id: "project", name, createdAt: "2026-01-01" },
    tagset: {
      ...{ ...newsAttribution, slots: [], viaRoles: [], fields: [] },
      spanTypes: there.map((type) => ({ ...type, name: names[spanTypes.indexOf(type)] ?? "" })),
      ...(checksOff.length > 0 && { checksOff }),
    },
    annotators: people.map((id) => ({ id, name: peopleNames[ids.indexOf(id)] ?? "" })),
    ...(assigned.length > 0 && {
      assignments: assigned.map((article) => ({ article, annotator: "a", at, by: "a" })),
    }),
    ...(sets.length > 0 && {
      articleSets: sets
        .toSorted((a, b) => compareCodeUnits(a.id, b.id))
        .map((set) => ({ ...set, filter: {} })),
    }),
  }));

const article: fc.Arbitrary<Article> = fc
  .record({ title: word, text: fc.nat(2), tags: fc.subarray(["vote", "bridge"]) })
  .map(({ title, text, tags }) => ({
    ...{ id: "article", title, addedAt: "2026-01-01", original: null, metadata: [], length: text },
    textHash: String(text).repeat(64),
    ...(text > 0 && { revision: `rev${text}`, textRevision: `rev${text}` }),
    ...(tags.length > 0 && { tags }),
  }));

interface Merged<T> {
  readonly value: T;
  /** By what names them, with what both sides say; in whatever order. */
  readonly told: ReadonlySet<string>;
}
type Merge<T> = (base: T, one: T, other: T) => Merged<T>;

/** Both values, whichever side is whose. */
const told = (name: string, one: unknown, other: unknown): string =>
  [name, ...[bytesOf(one ?? null), bytesOf(other ?? null)].sort()].join(" ");

const mergeOfProjects: Merge<Project> = (base, one, other) => {
  const { project: value, conflicts } = mergeProjects(base, one, other, "by-value");
  return { value, told: new Set(conflicts.map(({ path, ours, theirs }) => told(path, ours, theirs))) };
};
const mergeOfRegistries: Merge<readonly Entity[]> = (base, one, other) => {
  const { entities, conflicts } = mergeEntities(base, one, other, { precedence: "by-value" });
  return { value: entities, told: new Set(conflicts.map(({ id, ours, theirs }) => told(id, ours, theirs))) };
};
const mergeOfArticles: Merge<Article> = (base, one, other) => {
  const { article: value, differ } = joinArticles(one, other, base, "by-value");
  return { value, told: new Set(differ) };
};

/** `base` must be as a project's people leave it: none of them is ever taken out of its file. */
function holdsLaws<T>(
  name: string,
  values: fc.Arbitrary<T>,
  merge: Merge<T>,
  asLeft: (base: T, side: T) => T,
): void {
  describe(name, () => {
    const three = fc
      .tuple(values, values, values, values)
      .map(([base, a, b, c]) => ({ base, a: asLeft(base, a), b: asLeft(base, b), c: asLeft(base, c) }));

    it("of what both did alike, or one alone did, is that and tells nothing", () => {
      fc.assert(
        fc.property(three, ({ base, a }) => {
          for (const { value, told: said } of [
            merge(base, a, a),
            merge(base, a, base),
            merge(base, base, a),
          ]) {
            expect(bytesOf(value)).toBe(bytesOf(a));
            expect(said).toEqual(new Set());
          }
        }),
        { numRuns: runs(300) },
      );
    });

    it("is the same from both sides, with the same told", () => {
      fc.assert(
        fc.property(three, ({ base, a, b }) => {
          const [one, other] = [merge(base, a, b), merge(base, b, a)];
          expect(bytesOf(one.value)).toBe(bytesOf(other.value));
          expect(one.told).toEqual(other.told);
        }),
        { numRuns: runs(300) },
      );
    });

    it("of three people is the same in whatever order they come", () => {
      fc.assert(
        fc.property(three, ({ base, a, b, c }) => {
          const inOrder = (one: T, ...others: readonly T[]): string =>
            bytesOf(others.reduce((sum, next) => merge(base, sum, next).value, one));
          const expected = inOrder(a, b, c);
          for (const [one, other, last] of [
            [a, c, b],
            [b, a, c],
            [b, c, a],
            [c, a, b],
            [c, b, a],
          ] as const)
            expect(inOrder(one, other, last)).toBe(expected);
          const together = merge(base, b, c).value;
          expect(bytesOf(merge(base, a, together).value)).toBe(expected);
        }),
        { numRuns: runs(300) },
      );
    });

    it("changes nothing, and tells nothing new, when it is done again after a stop", () => {
      fc.assert(
        fc.property(three, ({ base, a, b }) => {
          const { value } = merge(base, a, b);
          expect(bytesOf(merge(base, value, b).value)).toBe(bytesOf(value));
          expect(bytesOf(merge(b, value, b).value)).toBe(bytesOf(value));
        }),
        { numRuns: runs(300) },
      );
    });
  });
}

holdsLaws("merging a project's file", project, mergeOfProjects, (base, side) => ({
  ...side,
  annotators: [
    ...base.annotators.map((one) => side.annotators.find(({ id }) => id === one.id) ?? one),
    ...side.annotators.filter(({ id }) => base.annotators.every((one) => one.id !== id)),
  ],
}));
holdsLaws("merging the registry", registry, mergeOfRegistries, (_base, side) => side);
holdsLaws("merging an article's record", article, mergeOfArticles, (_base, side) => side);

const ines: Entity = { id: "ines", name: "Ines", type: "person", naming: "named", aliases: [] };
const kim: Entity = { ...ines, id: "kim", name: "Kim" };
const registryOf = (base: readonly Entity[], one: readonly Entity[], other: readonly Entity[]) =>
  mergeEntities(base, one, other, { precedence: "by-value" });

describe("a merged registry", () => {
  it("holds to the laws of the registry, whatever either side did", () => {
    const merging = fc
      .tuple(registry, fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 4, maxLength: 4 }))
      .map(([all, targets]) =>
        all.map((one, at) => {
          // Into one that stands before it alone: no side has a circle of its own.
          const target = all.slice(0, at).find(({ id }) => id === targets[at]);
          return target ? { ...one, mergedInto: target.id } : one;
        }),
      );
    fc.assert(
      fc.property(merging, merging, merging, (base, a, b) => {
        const merged = registryOf(base, a, b).entities;
        const set = emptySet({ articleId: "x", annotatorId: "y", textHash: "" });
        const state = { set, entities: tableOf(merged) };
        expect(
          violations(state, { text: "", articleId: "x", tagset: newsAttribution }).filter(
            ({ kind }) => kind === "entities",
          ),
        ).toEqual([]);
        expect(bytesOf(registryOf(base, b, a).entities)).toBe(bytesOf(merged));
      }),
      { numRuns: runs(300) },
    );
  });

  it("is the same from both sides when they have rearranged it, too", () => {
    fc.assert(
      fc.property(shuffledRegistry, shuffledRegistry, shuffledRegistry, (base, a, b) => {
        expect(bytesOf(registryOf(base, a, b).entities)).toBe(bytesOf(registryOf(base, b, a).entities));
        expect(bytesOf(registryOf(base, a, base).entities)).toBe(bytesOf(a));
      }),
      { numRuns: runs(300) },
    );
  });

  it("gathers the aliases of both, and none of them is the name that the other gave", () => {
    const { entities, conflicts } = registryOf(
      [ines],
      [{ ...ines, name: "Ines Roth", aliases: ["Ines"] }],
      [{ ...ines, aliases: ["Roth", "Ines Roth"] }],
    );
    expect(entities).toEqual([{ ...ines, name: "Ines Roth", aliases: ["Ines", "Roth"] }]);
    expect(conflicts).toEqual([]);
  });

  it("keeps an entity that one side took away and a mention of the other needs, and says so", () => {
    const merged = mergeEntities([ines, kim], [kim], [ines, kim], {
      precedence: "by-value",
      isMentioned: (id) => id === "ines",
    });
    expect(merged.entities).toEqual([ines, kim]);
    expect(merged.conflicts).toEqual([
      {
        kind: "entities",
        id: "ines",
        why: "removed-and-used",
        fields: [],
        base: ines,
        ours: null,
        theirs: ines,
      },
    ]);
  });

  it("leaves two that each side merged into the other as they were", () => {
    const { entities } = registryOf(
      [ines, kim],
      [{ ...ines, mergedInto: "kim" }, kim],
      [ines, { ...kim, mergedInto: "ines" }],
    );
    expect(entities).toEqual([ines, kim]);
  });
});

describe("a merged tagset", () => {
  const [claim, voice] = newsAttribution.spanTypes;
  const projectWith = (tagset: object): Project => ({
    ...{ schemaVersion: 6, id: "project", name: "P", createdAt: "2026-01-01", annotators: [] },
    tagset: { ...newsAttribution, ...tagset },
  });
  if (!claim || !voice) throw new Error("the shipped tagset has two types at least");
  const typesOf = (first: object, second: object) => [
    { ...claim, ...first },
    { ...voice, ...second },
  ];

  it("has what either side changed in its types, checks and fields, each by itself", () => {
    const base = projectWith({ spanTypes: typesOf({}, {}) });
    const one = projectWith({
      spanTypes: typesOf({ name: "Assertion" }, {}),
      checksOff: ["claim-full-stop"],
    });
    const other = projectWith({
      spanTypes: [
        ...typesOf({ key: "9" }, { name: "Speaker" }),
        { ...claim, id: "gesture", name: "Gesture" },
      ],
      checksOff: ["claim-missing"],
    });
    const { project: merged, conflicts } = mergeProjects(base, one, other, "by-value");
    expect(merged.tagset).toEqual({
      ...newsAttribution,
      spanTypes: [
        ...typesOf({ name: "Assertion", key: "9" }, { name: "Speaker" }),
        { ...claim, id: "gesture", name: "Gesture" },
      ],
      checksOff: ["claim-full-stop", "claim-missing"],
    });
    expect(conflicts).toEqual([]);
  });

  it("tells what both changed by its path, with the three values", () => {
    const base = projectWith({ spanTypes: typesOf({}, {}) });
    const one = projectWith({ spanTypes: typesOf({ name: "Assertion" }, {}) });
    const other = projectWith({ spanTypes: typesOf({ name: "Statement" }, {}) });
    const { project: merged, conflicts } = mergeProjects(base, one, other, "by-value");
    const { name } = claim;
    expect(conflicts).toEqual([
      { path: `tagset.spanTypes.${claim.id}.name`, base: name, ours: "Assertion", theirs: "Statement" },
    ]);
    expect(merged.tagset.spanTypes[0]?.name).toBe("Statement");
  });
});

describe("mistakes in a merge", () => {
  const merges: Readonly<Record<string, Merge<readonly Entity[]>>> = {
    "our side stands": (base, one, other) => ({
      value: mergeEntities(base, one, other).entities,
      told: new Set(),
    }),
    "the other side stands": (base, one, other) => ({
      value: mergeEntities(base, other, one).entities,
      told: new Set(),
    }),
    "the base is forgotten": (_base, one, other) => ({
      value: registryOf([], one, other).entities,
      told: new Set(),
    }),
  };
  it.each(Object.entries(merges))("are found by the laws: %s", (_name, merge) => {
    const isLawful = (base: readonly Entity[], a: readonly Entity[], b: readonly Entity[]): boolean =>
      bytesOf(merge(base, a, b).value) === bytesOf(merge(base, b, a).value) &&
      bytesOf(merge(base, a, base).value) === bytesOf(a);
    const found = fc.check(fc.property(registry, registry, registry, isLawful), { numRuns: 200, seed: 1 });
    expect(found.failed).toBe(true);
  });
});
