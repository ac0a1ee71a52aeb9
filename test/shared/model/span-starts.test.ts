import fc from "fast-check";
import { expect, test } from "vitest";
import { type AnnotationSet, isMarked, marking } from "../../../shared/model/annotation-set.ts";
import { startsOf } from "../../../shared/model/span-starts.ts";
import { records } from "../../../shared/model/table.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

const buckets = (starts: AnnotationSet["starts"]) =>
  starts.buckets.map((bucket) => bucket && [...bucket].sort(([a], [b]) => a - b));

test("where spans begin, kept from change to change, is what looking at all of them gives", () => {
  fc.assert(
    fc.property(work, (of) => {
      for (const { after } of carriedOut(of).done)
        expect(buckets(after.set.starts)).toEqual(buckets(startsOf(records(after.set.spans))));
    }),
  );
});

test("a span is found by its type and segments, and by no others", () => {
  fc.assert(
    fc.property(work, (of) => {
      for (const { after } of carriedOut(of).done)
        for (const { id, type, segments } of records(after.set.spans)) {
          expect(marking(after.set, type, segments).map((span) => span.id)).toEqual([id]);
          expect(isMarked(after.set, `${type}-other`, segments)).toBe(false);
          const longer = segments.map(({ start, end }) => ({ start, end: end + 1 }));
          const twins = [...records(after.set.spans)].filter(
            (span) =>
              span.type === type && JSON.stringify(ends(span)) === JSON.stringify(ends({ segments: longer })),
          );
          expect(isMarked(after.set, type, longer)).toBe(twins.length > 0);
        }
    }),
  );
});

const ends = ({ segments }: { readonly segments: readonly { start: number; end: number }[] }) =>
  segments.map(({ start, end }) => [start, end]);
