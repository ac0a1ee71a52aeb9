import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, invertChange, misfits } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import type { CardField, Tagset } from "../../../shared/model/tagset.ts";
import { noMoves, partsGone, partsUndecided, type TagsetMoves } from "../../../shared/model/tagset-moves.ts";
import { carryOver, countsOfCarryOver, noCounts, sumOfCounts } from "../../../shared/tagsets/carry-over.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { contextFor, invariantsFor, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

/** Keeps the items whose bit is set. */
const someOf = <T>(items: readonly T[], bits: number): T[] => items.filter((_, at) => (bits >> at) & 1);

/** The shipped tagset with some of everything left out, and perhaps with a type and fields that are new. */
const otherTagset: fc.Arbitrary<Tagset> = fc
  .record({
    types: fc.integer({ min: 1, max: 15 }),
    roles: fc.nat(7),
    fields: fc.nat(63),
    values: fc.nat(255),
    flags: fc.nat(1),
    refersToEntity: fc.boolean(),
    more: fc.boolean(),
  })
  .map(({ types, roles, fields, values, flags, refersToEntity, more }) => {
    const spanTypes = someOf(newsAttribution.spanTypes, types).map((type) =>
      refersToEntity ? type : { ...type, refersToEntity: false },
    );
    const kept = someOf(newsAttribution.fields, fields).map((field): CardField => {
      if (field.input !== "choice") return field;
      const [head, ...rest] = field.choices;
      const choices = head ? [head, ...someOf(rest, values)] : [];
      return { ...field, choices, default: field.default === null ? null : (choices.at(-1)?.id ?? null) };
    });
    const extra: CardField = { id: "mood", name: "Mood", description: "", input: "switch", default: true };
    return {
      ...newsAttribution,
      spanTypes,
      slots: newsAttribution.slots.map((slot) => ({
        ...slot,
        accepts: slot.accepts.filter((id) => spanTypes.some((type) => type.id === id)),
      })),
      viaRoles: someOf(newsAttribution.viaRoles, roles),
      fields: more ? [...kept, extra] : kept,
      flags: someOf(newsAttribution.flags, flags),
    };
  });

/** Sends everything that goes to the first thing that stays, or, with `drop`, nowhere. */
function movesFor(before: Tagset, after: Tagset, drop: boolean): TagsetMoves {
  const gone = partsGone(before, after);
  const to = (kind: string, target: string | undefined): Record<string, string | null> =>
    Object.fromEntries(
      gone.flatMap((part) => (part.kind === kind ? [[part.id, drop ? null : (target ?? null)]] : [])),
    );
  const role = after.viaRoles[0]?.id;
  return {
    types: to("type", after.spanTypes[0]?.id),
    flags: to("flag", after.flags[0]?.id),
    roles:
      role === undefined
        ? {}
        : Object.fromEntries(gone.flatMap(({ kind, id }) => (kind === "role" ? [[id, role]] : []))),
    values: Object.fromEntries(
      after.fields.map((field) => [
        field.id,
        Object.fromEntries(
          gone.flatMap((part) =>
            part.kind === "value" && part.field === field.id && field.input === "choice"
              ? [[part.id, drop ? null : (field.choices[0]?.id ?? null)]]
              : [],
          ),
        ),
      ]),
    ),
  };
}

describe("a set carried over to another tagset", () => {
  it("holds to it, whatever both are, and comes back byte for byte", () => {
    fc.assert(
      fc.property(work, otherTagset, fc.boolean(), (of, after, drop) => {
        const { text, start, done } = carriedOut(of);
        const annotations = done.at(-1)?.after ?? start;
        const moves = movesFor(newsAttribution, after, drop);
        expect(partsUndecided(newsAttribution, after, moves)).toEqual([]);
        const context = contextFor(text, annotations);
        const change = carryOver(context, { before: newsAttribution, after, moves });
        expect(misfits(annotations, change)).toEqual([]);
        const carried = applyChange(annotations, change);
        const wrong = violations(carried, { ...invariantsFor(text), tagset: after });
        expect(wrong.filter(({ severity }) => severity === "error")).toEqual([]);
        const back = applyChange(carried, invertChange(change));
        expect(JSON.stringify(setToJson(back.set))).toBe(JSON.stringify(setToJson(annotations.set)));
      }),
    );
  });

  it("is not touched by the tagset that it has", () => {
    fc.assert(
      fc.property(work, (of) => {
        const { text, start, done } = carriedOut(of);
        const annotations = done.at(-1)?.after ?? start;
        const how = { before: newsAttribution, after: newsAttribution, moves: noMoves };
        expect(carryOver(contextFor(text, annotations), how)).toEqual({});
      }),
    );
  });

  const article = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|so}, {p:source|Politico} wrote", {
    cards: {
      k: {
        voice: ["o"],
        cue: "s",
        claim: "c",
        via: [{ span: "p", role: "told-to" }],
        flags: ["discuss"],
      },
    },
  });
  const without = (type: string): Tagset => ({
    ...newsAttribution,
    spanTypes: newsAttribution.spanTypes.filter(({ id }) => id !== type),
    slots: newsAttribution.slots.map((slot) => ({
      ...slot,
      accepts: slot.accepts.filter((id) => id !== type),
    })),
  });

  it("counts what becomes of it", () => {
    const merged = carryOver(article.context, {
      before: newsAttribution,
      after: without("source"),
      moves: { ...noMoves, types: { source: "speaker" } },
    });
    expect(countsOfCarryOver(merged)).toEqual({
      ...noCounts,
      spansRetyped: 1,
      cardsChanged: 1,
      linksRemoved: 1,
    });
    const dropped = carryOver(article.context, {
      before: newsAttribution,
      after: without("source"),
      moves: { ...noMoves, types: { source: null } },
    });
    expect(countsOfCarryOver(dropped)).toEqual({ ...noCounts, spansRemoved: 1, cardsChanged: 1 });
    expect(sumOfCounts([countsOfCarryOver(merged), countsOfCarryOver(dropped)])).toMatchObject({
      spansRetyped: 1,
      spansRemoved: 1,
      cardsChanged: 2,
    });
  });

  it("asks about what goes and has no place to go to", () => {
    const after = without("source");
    expect(partsUndecided(newsAttribution, after, noMoves)).toEqual([{ kind: "type", id: "source" }]);
    const nowhere = { ...noMoves, types: { source: "mood" } };
    expect(partsUndecided(newsAttribution, after, nowhere)).toEqual([{ kind: "type", id: "source" }]);
    expect(partsUndecided(newsAttribution, after, { ...noMoves, types: { source: null } })).toEqual([]);
  });
});
