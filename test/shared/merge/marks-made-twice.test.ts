// The same mark made on two machines: one after the merge, with nothing of either side lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeSets } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, isEmptyChange, updated } from "../../../shared/model/change.ts";
import { setKinds } from "../../../shared/model/record-kinds.ts";
import type { Span } from "../../../shared/model/span.ts";
import { has, records } from "../../../shared/model/table.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";
import { goneOn, lawsOf, twoSides } from "../review/two-sides.ts";

const place = ({ type, segments }: Span): string =>
  `${type} ${segments.map(({ start, end }) => `${start}-${end}`).join()}`;

/** How many spans of a type stand on the same stretches. */
function places({ set }: Annotations): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const span of records(set.spans)) counts.set(place(span), (counts.get(place(span)) ?? 0) + 1);
  return counts;
}

const kinds = ["spans", "attributions", "exclusions", "waivers", "rejections", "decisions"] as const;

/** The same state, whose marks that `base` lacks were made on another machine: under other ids, at another time. */
function madeElsewhere(base: Annotations, state: Annotations): Annotations {
  const isNew = new Set(
    kinds.flatMap((kind) =>
      [...records<{ readonly id: string }>(state.set[kind])].flatMap(({ id }) =>
        setKinds.some((other) => has<{ readonly id: string }>(base.set[other], id)) ? [] : [id],
      ),
    ),
  );
  const other = (_key: string, value: unknown): unknown => {
    if (typeof value === "string") return isNew.has(value) ? `t${value}` : value;
    const record = value as { readonly id?: string; readonly provenance?: object } | null;
    return record?.provenance && isNew.has(record.id ?? "")
      ? { ...record, provenance: { ...record.provenance, at: "2026-02-02T00:00:00.000Z" } }
      : value;
  };
  return { ...state, set: setFromJson(JSON.parse(JSON.stringify(setToJson(state.set), other))) };
}

describe("the same work done on two machines", () => {
  it("is there once, as it is here", () => {
    let made = 0;
    fc.assert(
      fc.property(twoSides, (sides) => {
        const { base, ours } = sides;
        const theirs = madeElsewhere(base, ours);
        for (const from of [base, null]) {
          const { merged, change, conflicts, madeTwice } = mergeSets(from, ours, theirs, lawsOf(sides));
          made += madeTwice.size;
          expect([conflicts, isEmptyChange(change)]).toEqual([[], true]);
          expect(setToJson(merged.set)).toEqual(setToJson(ours.set));
        }
      }),
      { numRuns: runs(80) },
    );
    expect(made).toBeGreaterThan(0);
  });

  it("costs neither side anything that it alone made", () => {
    fc.assert(
      fc.property(twoSides, (sides) => {
        const { text, base, ours, work } = sides;
        const theirs = goneOn(text, madeElsewhere(base, ours), work.other, "u");
        for (const from of [base, null]) {
          const { merged, conflicts, madeTwice } = mergeSets(from, ours, theirs, lawsOf(sides));
          const listed = new Set(conflicts.map(({ id }) => id));
          for (const kind of [...kinds, "remarks"] as const) {
            const here = new Set([...records<{ readonly id: string }>(merged.set[kind])].map(({ id }) => id));
            const lost = [...records<{ readonly id: string }>(theirs.set[kind])]
              .filter(({ id }) => !has<{ readonly id: string }>(base.set[kind], id))
              .map(({ id }) => madeTwice.get(id) ?? id)
              .filter((id) => !here.has(id) && !listed.has(id));
            expect(lost).toEqual([]);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("a card made on two machines", () => {
  const words = (prefix: string, more: object = {}) =>
    markedArticle(
      `{${prefix}o:speaker|Orban} {${prefix}s:cue|said} {${prefix}c:claim|it was over}. {${prefix}p:speaker|Putin} agreed.`,
      {
        cards: {
          [`${prefix}k`]: {
            voice: [`${prefix}o`],
            cue: `${prefix}s`,
            claim: `${prefix}c`,
            ...more,
          },
          [`${prefix}l`]: { voice: [`${prefix}p`], within: `${prefix}k` },
        },
      },
    );
  const [ours, theirs] = [words("m"), words("t")];
  const idsOf = (state: Annotations) =>
    [...records(state.set.attributions)].map(({ id, within }) => [id, within]).sort();

  it("is one with its spans, and so is what lies within it", () => {
    const { merged, change, conflicts } = mergeSets(
      null,
      ours.annotations,
      theirs.annotations,
      ours.invariants,
    );
    expect([isEmptyChange(change), conflicts]).toEqual([true, []]);
    expect(setToJson(merged.set)).toEqual(setToJson(ours.set));
  });

  it("stays beside ours where a field of it differs, on the same spans", () => {
    const other = words("t", { note: "theirs" });
    const { merged, conflicts } = mergeSets(null, ours.annotations, other.annotations, ours.invariants);
    expect(conflicts).toEqual([]);
    expect(places(merged)).toEqual(places(ours.annotations));
    expect(idsOf(merged)).toEqual([
      ["mk", null],
      ["ml", "mk"],
      ["tk", null],
      ["tl", "tk"],
    ]);
  });

  it("lists an entity that each side gave the same span, and takes one that only theirs gave", () => {
    const entities = [entity("e", "Viktor Orban"), entity("f", "Orban")];
    const named = (prefix: string, points: Record<string, string>) =>
      markedArticle(`{${prefix}o:speaker|Orban} said {${prefix}p:speaker|nothing}.`, { entities, points });
    const [mine, other] = [named("m", { mo: "e" }), named("t", { to: "f", tp: "f" })];
    const { merged, conflicts } = mergeSets(null, mine.annotations, other.annotations, mine.invariants);
    expect(conflicts.map(({ id, why, fields }) => [id, why, fields])).toEqual([
      ["mo", "both-changed", ["entity"]],
    ]);
    expect([...records(merged.set.spans)].map(({ id, entity: of }) => [id, of]).sort()).toEqual([
      ["mo", "e"],
      ["mp", "f"],
    ]);
  });

  it("is still the same one when their side has changed it since", () => {
    const first = mergeSets(null, ours.annotations, theirs.annotations, ours.invariants).merged;
    const card = theirs.card("tk");
    const later = applyChange(theirs.annotations, {
      attributions: { added: [], updated: [{ from: card, to: { ...card, note: "later" } }], removed: [] },
    });
    // Its first version is what both come from now.
    const { merged, conflicts } = mergeSets(theirs.annotations, first, later, ours.invariants);
    expect(conflicts).toEqual([]);
    expect([...records(merged.set.attributions)].map(({ id, note }) => [id, note]).sort()).toEqual([
      ["mk", "later"],
      ["ml", ""],
    ]);
    expect(places(merged)).toEqual(places(ours.annotations));
  });
});

describe("a card that one side deleted and made again while the other changed it", () => {
  const article = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", {
    cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  });
  const { annotations: base, invariants } = article;
  const card = article.card("k");
  const remade = applyChange(base, {
    attributions: { added: [{ ...card, id: "m" }], updated: [], removed: [card] },
  });
  const changed = applyChange(base, {
    attributions: updated(card, { ...card, fields: { ...card.fields, act: "believe" } }),
  });
  const cards = ({ merged, conflicts }: ReturnType<typeof mergeSets>) => [
    [...records(merged.set.attributions)].map(({ fields }) => fields.act),
    conflicts,
  ];

  it("is one card with the change, whichever side merges", () => {
    expect(cards(mergeSets(base, remade, changed, invariants))).toEqual([["believe"], []]);
    expect(cards(mergeSets(base, changed, remade, invariants))).toEqual([["believe"], []]);
  });
});
