// The same mark made on two machines: one after the merge, with nothing of either side lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sorted } from "../../../shared/files/canonical.ts";
import { mergeSets } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, isEmptyChange, updated } from "../../../shared/model/change.ts";
import { setKinds, tableIn } from "../../../shared/model/record-kinds.ts";
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

/** The same state in which these records were deleted and made again: the same, under other ids. */
function madeAgain(state: Annotations, prefix: string, ids: ReadonlySet<string>): Annotations {
  const renamed = (_key: string, value: unknown): unknown =>
    typeof value === "string" && ids.has(value) ? `${prefix}${value}` : value;
  return { ...state, set: setFromJson(JSON.parse(JSON.stringify(setToJson(state.set), renamed))) };
}

const markIds = ({ set }: Annotations): readonly string[] =>
  kinds.flatMap((kind) => [...records<{ readonly id: string }>(set[kind])].map(({ id }) => id)).sort();

/** Two sides that each deleted some of the marks they began with and made them again; ours went on. */
const twoRemakers = fc
  .tuple(twoSides, fc.array(fc.nat(), { maxLength: 5 }), fc.array(fc.nat(), { maxLength: 5 }))
  .map(([sides, here, there]) => {
    const { text, base, work } = sides;
    const all = markIds(base);
    const chosen = (places: readonly number[]) =>
      new Set(all.length === 0 ? [] : places.map((place) => all[place % all.length] ?? ""));
    return {
      ...sides,
      ours: goneOn(text, madeAgain(base, "here-", chosen(here)), work.mine, "m"),
      theirs: madeAgain(base, "there-", chosen(there)),
    };
  });

/** By kind, what a merged set says, whoever made it when; marks that are one by these pairs have one id. */
function contentOf({ set }: Annotations, pairs: readonly (readonly [string, string])[]) {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id);
    return name === undefined ? id : nameOf(name);
  };
  for (const [one, other] of pairs) if (nameOf(one) !== nameOf(other)) names.set(nameOf(one), nameOf(other));
  const plain = (key: string, value: unknown): unknown => {
    if (key === "provenance") return null;
    return typeof value === "string" ? nameOf(value) : value;
  };
  return setKinds.map((kind) =>
    [...records(tableIn(set, kind))].map((record) => JSON.stringify(sorted(record), plain)).sort(),
  );
}

describe("marks that one side deleted and made again", () => {
  it("come out the same, whichever side merges", () => {
    let paired = 0;
    fc.assert(
      fc.property(twoRemakers, (sides) => {
        const { base, ours, theirs } = sides;
        const merges = [
          mergeSets(base, ours, theirs, lawsOf(sides)),
          mergeSets(base, theirs, ours, lawsOf(sides)),
        ] as const;
        const [first, second] = merges;
        expect(first.conflicts.length === 0).toBe(second.conflicts.length === 0);
        // What both did differently with a mark stays as it is here.
        if (first.conflicts.length > 0) return;
        const pairs = merges.flatMap(({ madeTwice }) => [...madeTwice]);
        paired += pairs.length;
        expect(contentOf(first.merged, pairs)).toEqual(contentOf(second.merged, pairs));
      }),
      { numRuns: runs(120) },
    );
    expect(paired).toBeGreaterThan(0);
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

  it("is one card also where the other made its voice again", () => {
    const voice = article.span("o");
    const voiced = applyChange(base, {
      spans: { added: [{ ...voice, id: "p" }], updated: [], removed: [voice] },
      attributions: updated(card, { ...card, voice: ["p"], fields: { ...card.fields, act: "believe" } }),
    });
    expect(cards(mergeSets(base, voiced, remade, invariants))).toEqual([["believe"], []]);
    expect(cards(mergeSets(base, remade, voiced, invariants))).toEqual([["believe"], []]);
  });
});
