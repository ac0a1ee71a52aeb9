// What waits for its place, where two sides of a set are brought together: nothing that waits on one side is lost, and what one side
// has put back waits no longer.
import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeRecord } from "../../../shared/merge/merge.ts";
import { foldChange, joinSets } from "../../../shared/merge/merge-sets.ts";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { added, applyChange, type Change, removed, updated } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { type Orphan, placedKinds } from "../../../shared/model/orphan.ts";
import { setKinds } from "../../../shared/model/record-kinds.ts";
import { get, records, type Table, tableOf } from "../../../shared/model/table.ts";
import { articleId, invariantsFor, markedArticle, textHash } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";
import { twoSides } from "../review/two-sides.ts";

const { annotations, text } = markedArticle("{o:speaker|Orban} said {c:claim|it was over}.");
const { set, entities } = annotations;
const [speaker, claim] = setToJson(set).spans;
if (!speaker || !claim) throw new Error("The marks are not there.");

const waiting = (record: typeof speaker): Orphan => ({
  id: record.id,
  was: { kind: "span", record },
  textHash,
  why: "gone",
  uses: [],
  near: 0,
  proposals: [],
});

/** The set in which these wait, and the other spans stand. */
const without = (...gone: readonly (typeof speaker)[]): AnnotationSetJson => ({
  ...setToJson(set),
  spans: setToJson(set).spans.filter((span) => !gone.includes(span)),
  ...(gone.length > 0 && { orphans: gone.map(waiting) }),
});

test("what waits on either side of a conflict's marks waits in both as one", () => {
  const bare = { ...setToJson(set), spans: [] };
  const joined = joinSets({ ...bare, orphans: [waiting(speaker)] }, { ...bare, orphans: [waiting(claim)] });
  expect(joined.set.orphans).toEqual([waiting(claim), waiting(speaker)]);
});

test("what one side of a conflict's marks has put back waits no longer", () => {
  const { set: joined } = joinSets(without(speaker), without(claim));
  expect(setToJson(setFromJson(joined))).toEqual(setToJson(set));
});

test("what both sides of a conflict's marks say of the article differently is told with both", () => {
  const bare = setToJson(set);
  const said = (state: "done" | "in-progress") => ({ id: articleId, state, note: state });
  const [here, there] = [said("done"), said("in-progress")];
  const { set: joined, conflicts } = joinSets({ ...bare, progress: here }, { ...bare, progress: there });
  expect(joined.progress).toEqual(here);
  expect(conflicts).toMatchObject([
    { kind: "progress", why: "both-changed", fields: ["note", "state"], ours: here, theirs: there },
  ]);
});

test("whatever stands on either side stands in both together, of every kind, and what differs is told", () => {
  type Known = { readonly id: string };
  fc.assert(
    fc.property(twoSides, ({ ours, theirs }) => {
      const joined = joinSets(setToJson(ours.set), setToJson(theirs.set));
      const here = setFromJson(joined.set);
      for (const [side, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const)
        for (const kind of setKinds)
          for (const record of records(side.set[kind] as Table<Known>)) {
            const kinds = kind === "orphans" ? [kind, ...placedKinds] : [kind];
            const found = kinds.flatMap((one) => get<Known>(here[one], record.id) ?? []);
            expect(found, `${kind} ${record.id}`).toHaveLength(1);
            const there = kinds.flatMap((one) => get<Known>(other.set[one], record.id) ?? []);
            const isSaid = joined.conflicts.some((one) => one.kind === kind && one.id === record.id);
            if (there.length === 0) expect(found).toEqual([record]);
            else if (!isSaid && side === ours && kind !== "orphans")
              expect(mergeRecord<Known>(undefined, record, there[0] ?? record).conflicts).toEqual([]);
          }
    }),
    { numRuns: runs(60) },
  );
});

test("what was put back on one machine and put aside on another is in its place, whichever came first", () => {
  const start = { set: setFromJson(without(speaker)), entities };
  const back: Change = { spans: added(speaker), orphans: removed(waiting(speaker)) };
  const aside: Change = { orphans: updated(waiting(speaker), { ...waiting(speaker), aside: true }) };
  for (const [first, second] of [
    [back, aside],
    [aside, back],
  ] as const) {
    const folded = foldChange(applyChange(start, first), second);
    expect(setToJson(folded.annotations.set)).toEqual(setToJson(set));
    expect(folded.conflicts).toEqual([]);
    const state = { set: folded.annotations.set, entities: tableOf<never>() };
    expect(violations(state, invariantsFor(text)).filter(({ severity }) => severity === "error")).toEqual([]);
  }
});
