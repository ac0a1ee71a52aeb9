// What two sides did at the same time, one to a text and the other to what it was corrected to: as if both had known.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeSets } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get, has, records, type Table } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carrySides } from "../../../shared/revise/carry-sides.ts";
import { invariantsFor } from "../../helpers/marked-article.ts";
import { ending, type Step } from "../../helpers/random-commands.ts";
import { runs } from "../../helpers/tier.ts";
import { stepOf, twoSides, twoSidesOf } from "../review/two-sides.ts";
import { everything, type Meanwhile, meanwhile, meanwhileOf } from "./meanwhile.ts";

/** The merge of what the other side has by now. */
function merged({ text, carrier, base, theirs }: Meanwhile, ours: Annotations, other = theirs) {
  const sides = carrySides({ base: setToJson(base.set), theirs: setToJson(other.set) }, ours.set, carrier);
  if (!sides.base) throw new Error("What both come from is known.");
  const from = { set: setFromJson(sides.base), entities: base.entities };
  const there = { set: setFromJson(sides.theirs), entities: other.entities };
  return { there, told: sides.records, ...mergeSets(from, ours, there, invariantsFor(text)) };
}

const quoteOf = ({ segments }: Span): string => segments.map(({ quote }) => quote).join(" … ");

const isAnywhere = ({ set }: Annotations, id: string): boolean => has(set.spans, id) || has(set.orphans, id);

/** What both sides do. */
const doneTwice = (...steps: readonly Step[]): Meanwhile =>
  meanwhileOf(twoSidesOf({ text: ending, prepared: true, steps: [] }, [], steps), [], null);
const cardMadeTwice = doneTwice(stepOf("create-attribution", [5]));
const spanMadeTwice = doneTwice(stepOf("tag-selection", [ending.indexOf("agreed"), 1, 6, 0]));

describe("work that went on on the text of before", () => {
  it("changes nothing where nothing was done there, whatever was done here", () => {
    fc.assert(
      fc.property(meanwhile, (all) => {
        const { change, conflicts } = merged(all, all.ours, all.base);
        expect([isEmptyChange(change), conflicts]).toEqual([true, []]);
      }),
      { numRuns: runs(40) },
    );
  });

  it("is as it is there where nothing was done here", () => {
    fc.assert(
      fc.property(meanwhile, (all) => {
        const { merged: after, conflicts, there } = merged(all, all.first);
        expect(conflicts).toEqual([]);
        expect(setToJson(after.set)).toEqual(setToJson(there.set));
      }),
      { numRuns: runs(40) },
    );
  });

  it("loses nothing that was added there, breaks no law, and comes once", () => {
    fc.assert(
      fc.property(meanwhile, (all) => {
        const { merged: after, conflicts, madeTwice } = merged(all, all.ours);
        const told = new Set(conflicts.map(({ id }) => id));
        const fresh = everything(all.theirs).filter(
          ({ kind, id }) => !has(all.base.set[kind] as Table<{ readonly id: string }>, id),
        );
        const isThere = (id: string): boolean =>
          everything(after).some((one) => one.id === id) || told.has(id);
        expect(fresh.filter(({ id }) => !isThere(madeTwice.get(id) ?? id))).toEqual([]);
        const laws = invariantsFor(all.text);
        const wrong = (state: Annotations) =>
          violations(state, laws)
            .filter(({ severity }) => severity === "error")
            .map(({ code, id }) => `${code} ${id}`);
        expect(wrong(after).filter((one) => !wrong(all.ours).includes(one))).toEqual([]);
        for (const { id } of records(after.set.orphans)) expect(get(after.set.spans, id)).toBeUndefined();
        expect(isEmptyChange(merged(all, after).change)).toBe(true);
      }),
      { numRuns: runs(40), examples: [[cardMadeTwice]] },
    );
  });

  it("keeps every mark once: with its words, with others of which it is told, or waiting for its place", () => {
    fc.assert(
      fc.property(meanwhile, (all) => {
        const { merged: after, conflicts, told, madeTwice } = merged(all, all.ours);
        const ourId = (id: string): string => madeTwice.get(id) ?? id;
        const isSettled = (id: string): boolean =>
          conflicts.some((one) => one.id === ourId(id)) ||
          (isAnywhere(all.base, id) && (!isAnywhere(all.ours, id) || !isAnywhere(all.theirs, id)));
        const found = [...records(all.theirs.set.spans)]
          .filter(({ id }) => !isSettled(id))
          .map((span) => {
            const { id } = span;
            const isNew = !isAnywhere(all.base, id);
            const standing = get(after.set.spans, ourId(id));
            const [record, ...more] = told.filter((one) => one.kind === "span" && one.id === id);
            const isTrue =
              more.length === 0 &&
              (standing !== undefined) !== has(after.set.orphans, id) &&
              // What was here before may have been put right by hand.
              (!isNew || (standing ? record?.how !== "waits" : record?.how === "waits")) &&
              (!isNew || !standing || (quoteOf(standing) !== quoteOf(span)) === (record?.how === "reworded"));
            return { id, isTrue };
          });
        expect(found.filter(({ isTrue }) => !isTrue)).toEqual([]);
        for (const { segments } of records(after.set.spans))
          for (const { start, end, quote } of segments) expect(all.text.text.slice(start, end)).toBe(quote);
      }),
      { numRuns: runs(40), examples: [[spanMadeTwice]] },
    );
  });

  it("is merged as on one text where the text is the same", () => {
    fc.assert(
      fc.property(twoSides, ({ text, base, ours, theirs }) => {
        const carrier = carrierBetween(text.text, text.text, "own");
        const sides = { base: setToJson(base.set), theirs: setToJson(theirs.set) };
        const { base: from, theirs: there } = carrySides(sides, ours.set, carrier);
        const laws = invariantsFor(text);
        const plain = mergeSets(base, ours, theirs, laws);
        const carried = mergeSets(
          from && { ...base, set: setFromJson(from) },
          ours,
          { ...theirs, set: setFromJson(there) },
          laws,
        );
        expect(setToJson(carried.merged.set)).toEqual(setToJson(plain.merged.set));
      }),
      { numRuns: runs(40) },
    );
  });
});
