import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { underOurIds } from "../../../shared/merge/marks-made-twice.ts";
import { type MergeConflict, mergeSets } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, isEmptyChange, misfits, removed, updated } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { records } from "../../../shared/model/table.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";
import { lawsOf, nothing, twoSides } from "../review/two-sides.ts";

/** What can be compared whole. */
const plain = ({ set, entities }: Annotations) => ({
  ...setToJson(set),
  entities: [...records(entities)].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

const numRuns = runs(60);
const told = (conflicts: readonly MergeConflict[]): string[] =>
  conflicts.map(({ kind, id, why, fields }) => `${kind} ${id} ${why} ${fields.join()}`).sort();

describe("merging two versions of a set", () => {
  it("gives our version where they changed nothing, and theirs where we changed nothing", () => {
    fc.assert(
      fc.property(twoSides, (sides) => {
        const { base, ours, theirs } = sides;
        const mine = mergeSets(base, ours, base, lawsOf(sides));
        expect([plain(mine.merged), mine.conflicts, isEmptyChange(mine.change)]).toEqual([
          plain(ours),
          [],
          true,
        ]);
        const other = mergeSets(base, base, theirs, lawsOf(sides));
        expect([plain(other.merged), other.conflicts]).toEqual([plain(theirs), []]);
      }),
      { numRuns },
    );
  });

  it("breaks no law that held on both sides", () => {
    fc.assert(
      fc.property(twoSides, (sides) => {
        const laws = (state: Annotations): string[] =>
          violations(state, lawsOf(sides)).map((violation) => JSON.stringify(violation));
        const known = new Set([...laws(sides.ours), ...laws(sides.theirs)]);
        for (const base of [sides.base, null]) {
          const { merged, change } = mergeSets(base, sides.ours, sides.theirs, lawsOf(sides));
          expect(laws(merged).filter((violation) => !known.has(violation))).toEqual([]);
          expect(misfits(sides.ours, change)).toEqual([]);
          expect(plain(applyChange(sides.ours, change))).toEqual(plain(merged));
        }
      }),
      { numRuns },
    );
  });

  it("changes nothing when the same is imported again", () => {
    fc.assert(
      fc.property(twoSides, (sides) => {
        const { base, ours, theirs } = sides;
        const once = mergeSets(base, ours, theirs, lawsOf(sides)).merged;
        for (const before of [base, theirs])
          expect(plain(mergeSets(before, once, theirs, lawsOf(sides)).merged)).toEqual(plain(once));
      }),
      { numRuns },
    );
  });

  it("is the same from both sides but for what is in conflict", () => {
    let [tried, compared] = [0, 0];
    fc.assert(
      fc.property(twoSides, (sides) => {
        tried += 1;
        const { base, ours, theirs } = sides;
        const mine = mergeSets(base, ours, theirs, lawsOf(sides));
        const other = mergeSets(base, theirs, ours, lawsOf(sides));
        // Where a law would be broken each side stays as it is, and so does what hangs on it.
        if ([...mine.conflicts, ...other.conflicts].some(({ why }) => why === "breaks")) return;
        compared += 1;
        // Each side keeps its own id of what both made.
        const asMine = (conflict: MergeConflict): MergeConflict => ({
          ...conflict,
          id: mine.madeTwice.get(conflict.id) ?? conflict.id,
        });
        // What is still used follows from the value that stays where both changed it.
        const changed = ({ why }: MergeConflict): boolean => why !== "removed-and-used";
        expect(told(other.conflicts.filter(changed).map(asMine))).toEqual(
          told(mine.conflicts.filter(changed)),
        );
        const clear = (state: Annotations) => {
          const open = new Set([...mine.conflicts, ...other.conflicts.map(asMine)].map(({ id }) => id));
          const { spans, attributions, exclusions, waivers = [], remarks = [], entities } = plain(state);
          // Aliases are there or not; each side lists its own first.
          const unordered = entities.map((entity) => ({ ...entity, aliases: entity.aliases.toSorted() }));
          return [spans, attributions, exclusions, waivers, remarks, unordered].map((list) =>
            list.filter(({ id }) => !open.has(id)),
          );
        };
        const merged = underOurIds(other.merged, mine.madeTwice, mine.merged);
        expect(clear(merged)).toEqual(clear(mine.merged));
      }),
      { numRuns },
    );
    expect(compared).toBeGreaterThan(tried / 4);
  });

  it("loses no record that either side added or both kept", () => {
    fc.assert(
      fc.property(twoSides, (sides) => {
        const { base, ours, theirs } = sides;
        const { merged, conflicts, madeTwice } = mergeSets(base, ours, theirs, lawsOf(sides));
        const idsIn = (state: Annotations): string[] => [...records(state.set.spans)].map(({ id }) => id);
        const listed = new Set(conflicts.map(({ id }) => id));
        const [before, here] = [new Set(idsIn(base)), new Set(idsIn(merged))];
        // What both made is there under our id.
        const lost = [...idsIn(ours), ...idsIn(theirs).map((id) => madeTwice.get(id) ?? id)].filter(
          (id) => !before.has(id) && !here.has(id) && !listed.has(id),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("begins from nothing as if everything were added", () => {
    fc.assert(
      fc.property(twoSides, (sides) => {
        const { merged, conflicts } = mergeSets(null, nothing, sides.theirs, lawsOf(sides));
        expect([plain(merged), conflicts]).toEqual([plain(sides.theirs), []]);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe("a conflict", () => {
  const article = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", {
    cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  });
  const { annotations: base, invariants } = article;
  const card = article.card("k");
  const changed = (change: Parameters<typeof applyChange>[1]) => applyChange(base, change);
  const field = (name: string, value: string) =>
    changed({ attributions: updated(card, { ...card, fields: { ...card.fields, [name]: value } }) });
  const told = (ours: Annotations, theirs: Annotations) =>
    mergeSets(base, ours, theirs, invariants).conflicts.map(({ id, why, fields, law }) => [
      id,
      why,
      fields,
      law,
    ]);

  it("is none where two sides changed different fields of a card", () => {
    const [ours, theirs] = [field("polarity", "denies"), field("channel", "social")];
    const { merged, conflicts } = mergeSets(base, ours, theirs, invariants);
    expect(conflicts).toEqual([]);
    const [both] = records(merged.set.attributions);
    expect([both?.fields.polarity, both?.fields.channel]).toEqual(["denies", "social"]);
  });

  it("names the fields that both changed, and keeps all three versions", () => {
    const [ours, theirs] = [field("polarity", "denies"), field("polarity", "neutral")];
    const [conflict] = mergeSets(base, ours, theirs, invariants).conflicts;
    expect([conflict?.why, conflict?.fields]).toEqual(["both-changed", ["fields.polarity"]]);
    expect([conflict?.base, conflict?.ours, conflict?.theirs]).toEqual(
      [base, ours, theirs].map((state) => [...records(state.set.attributions)][0]),
    );
  });

  it("keeps what one side changed and the other removed, from both sides", () => {
    const gone = changed({ attributions: removed(card) });
    const kept = field("polarity", "denies");
    for (const [ours, theirs] of [
      [gone, kept],
      [kept, gone],
    ] as const) {
      expect(told(ours, theirs)).toEqual([["k", "removed-and-changed", [], undefined]]);
      expect(mergeSets(base, ours, theirs, invariants).merged.set.attributions.size).toBe(1);
    }
  });

  it("brings back what one side removed and the other still uses", () => {
    const unused = { ...card, cue: null };
    const gone = changed({ attributions: updated(card, unused), spans: removed(article.span("s")) });
    const added = changed({
      attributions: { added: [{ ...card, id: "m" }], updated: [], removed: [] },
    });
    for (const [ours, theirs] of [
      [gone, added],
      [added, gone],
    ] as const)
      expect(told(ours, theirs)).toEqual([["s", "removed-and-used", [], undefined]]);
  });

  it("leaves ours where both together would break a law", () => {
    const second = { ...card, id: "m" };
    const from = applyChange(base, { attributions: { added: [second], updated: [], removed: [] } });
    const within = (inner: typeof card, outer: string) =>
      applyChange(from, { attributions: updated(inner, { ...inner, within: outer }) });
    const [ours, theirs] = [within(card, "m"), within(second, "k")];
    const { merged, conflicts } = mergeSets(from, ours, theirs, invariants);
    expect(conflicts.map(({ id, why, law }) => [id, why, law])).toEqual([["m", "breaks", "within-cycle"]]);
    expect(plain(merged)).toEqual(plain(ours));
  });
});
