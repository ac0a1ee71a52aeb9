// One's own work that comes from a machine on which the text was not corrected: as if that machine had known.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  setFromJson,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { has, type Table } from "../../../shared/model/table.ts";
import { type OwnSet, ownVerdict } from "../../../shared/review/take-in-own.ts";
import { invariantsFor } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";
import { everything, type Meanwhile, meanwhile } from "../revise/meanwhile.ts";

/** What importing `set` does; `known`: what is known here of the version that both come from. */
function taken(
  { before, text, entities }: Meanwhile,
  set: AnnotationSetJson,
  ours: AnnotationSet,
  known: Pick<OwnSet, "base" | "before">,
) {
  const { tagset, articleId } = invariantsFor(text);
  return ownVerdict(
    { set, text: before.text, entities, isImported: false },
    {
      article: { id: articleId, textHash: ours.textHash },
      otherText: text.text,
      own: { set: ours, ...known },
      entities,
      tagset,
    },
    () => undefined,
  );
}

const ways = ["the version taken in last", "the set on the earlier text", "nothing"] as const;

const knownBy = (way: (typeof ways)[number], { base }: Meanwhile): Pick<OwnSet, "base" | "before"> => ({
  base: way === "the version taken in last" ? setToJson(base.set) : null,
  before: way === "nothing" ? null : { edited: "own", set: setToJson(base.set) },
});

describe.each(ways)("one's own work on another text, where %s is known", (way) => {
  it("loses nothing that was added there, breaks no law, and comes once", () => {
    fc.assert(
      fc.property(meanwhile, (all) => {
        const theirs = setToJson(all.theirs.set);
        const verdict = taken(all, theirs, all.ours.set, knownBy(way, all));
        fc.pre(verdict.outcome !== "other-text");
        const { merge, asItCame = null } = verdict;
        if (!merge) throw new Error(verdict.outcome);
        const told = new Set(merge.conflicts.map(({ id }) => id));
        const there = new Set(everything(merge.merged).map(({ id }) => id));
        const isThere = (id: string): boolean => there.has(id) || told.has(id);
        const fresh = everything(all.theirs).filter(
          ({ kind, id }) => !has(all.base.set[kind] as Table<{ readonly id: string }>, id),
        );
        expect(fresh.filter(({ id }) => !isThere(merge.madeTwice.get(id) ?? id))).toEqual([]);
        const wrong = (set: AnnotationSet) =>
          violations({ set, entities: all.entities }, invariantsFor(all.text))
            .filter(({ severity }) => severity === "error")
            .map(({ code, id }) => `${code} ${id}`);
        expect(wrong(merge.merged.set).filter((one) => !wrong(all.ours.set).includes(one))).toEqual([]);
        const again = taken(all, theirs, merge.merged.set, { ...knownBy(way, all), base: asItCame });
        expect(again.outcome).toBe("same");
      }),
      { numRuns: runs(40) },
    );
  });

  if (way === "nothing") return;
  it("changes nothing where nothing was done there, whatever was done here", () => {
    fc.assert(
      fc.property(meanwhile, (all) => {
        const { outcome, merge } = taken(all, setToJson(all.base.set), all.ours.set, knownBy(way, all));
        expect([outcome, merge && isEmptyChange(merge.change), merge?.conflicts]).toEqual(["same", true, []]);
      }),
      { numRuns: runs(40) },
    );
  });
});

const asImported = (set: AnnotationSetJson): AnnotationSetJson =>
  JSON.parse(
    JSON.stringify(set, (key, value) => (key === "origin" ? { by: "imported", from: "brat" } : value)),
  );

/** As another tool's file has it, which knows none of our ids, and no marks that lost their place in a text. */
function underOtherIds({ orphans: _, ...set }: AnnotationSetJson): AnnotationSetJson {
  const { spans, attributions, exclusions, remarks = [] } = set;
  const ids = new Set([...spans, ...attributions, ...exclusions, ...remarks].map(({ id }) => id));
  // Words of the text may be written like one of the short ids here.
  const isWords = (key: string): boolean => ["quote", "prefix", "suffix"].includes(key);
  return JSON.parse(
    JSON.stringify(set, (key, value) =>
      typeof value === "string" && ids.has(value) && !isWords(key) ? `${value}x` : value,
    ),
  );
}

const placed = ({ spans, attributions }: AnnotationSetJson): readonly unknown[] => [
  ...spans.map(({ id, type, segments }) => ({
    id,
    type,
    at: segments.map(({ start, end }) => [start, end]),
  })),
  ...attributions.map(({ id }) => id),
];

it("takes nothing that came from another tool and went on here from whoever imports such a file again without what it was", () => {
  fc.assert(
    fc.property(meanwhile, ({ before, base, theirs, entities }) => {
      const ours = asImported(setToJson(theirs.set));
      const came = underOtherIds(asImported(setToJson(base.set)));
      const { tagset, articleId } = invariantsFor(before);
      const { merge } = ownVerdict(
        { set: came, text: before.text, entities, isImported: true },
        {
          article: { id: articleId, textHash: came.textHash },
          otherText: null,
          own: { set: setFromJson(ours), base: null, before: null },
          entities,
          tagset,
        },
        () => undefined,
      );
      if (!merge) throw new Error("It is not lawful.");
      expect(placed(setToJson(merge.merged.set))).toEqual(expect.arrayContaining([...placed(ours)]));
    }),
    { numRuns: runs(40) },
  );
});
