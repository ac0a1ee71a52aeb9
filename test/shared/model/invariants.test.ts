import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { applyChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { violations, violationsOf } from "../../../shared/model/invariants.ts";
import type { Selector } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import { records, tableOf } from "../../../shared/model/table.ts";
import type { Violation, ViolationCode } from "../../../shared/model/violation.ts";
import { chooseBy } from "../../helpers/command-callers.ts";
import { corruption } from "../../helpers/corrupt.ts";
import { entity, invariantsFor, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, step, work } from "../../helpers/random-commands.ts";
import { runs } from "../../helpers/tier.ts";

const written = (all: readonly Violation[]): string[] =>
  all.map((violation) => JSON.stringify(violation)).sort();

describe("the invariants", () => {
  it("hold after every command", () => {
    fc.assert(
      fc.property(work, (of) => {
        const { text, done } = carriedOut(of);
        const context = invariantsFor(text);
        for (const { change, after, command } of done) {
          const found = violationsOf(after, change, context);
          expect([command, found.filter(({ severity }) => severity === "error")]).toEqual([command, []]);
        }
        const end = done.at(-1)?.after;
        if (end) expect(violations(end, context).filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });

  it("asked of a change alone find all that the change broke, and nothing that is not so", () => {
    fc.assert(
      fc.property(work, step, (of, { numbers }) => {
        const { text, start, done } = carriedOut(of);
        const context = invariantsFor(text);
        const before = done.at(-1)?.after ?? start;
        const change = corruption(before, chooseBy(numbers));
        const after = applyChange(before, change);
        const old = new Set(written(violations(before, context)));
        const whole = written(violations(after, context));
        const touched = written(violationsOf(after, change, context));
        expect(whole.filter((violation) => !old.has(violation) && !touched.includes(violation))).toEqual([]);
        expect(touched.filter((violation) => !whole.includes(violation))).toEqual([]);
      }),
      { numRuns: runs(250) },
    );
  });
});

const sound = markedArticle(
  "{o:speaker|Orban} {s:cue|said} {c:claim|it was over}, {p:source|Politico} wrote 👍.",
  {
    entities: [entity("e", "Orban", { aliases: ["Viktor Orban"] })],
    points: { o: "e" },
    cards: {
      k: { voice: ["o"], cue: "s", claim: "c", via: [{ span: "p", role: "told-to" }] },
      m: { claim: "c", cue: "s" },
    },
  },
);

/** The sound state with one record changed. */
interface Faults {
  readonly span?: (span: Span) => Span;
  readonly card?: (card: Attribution) => Attribution;
  readonly entity?: (entity: Entity) => Entity;
  readonly set?: Partial<ReturnType<typeof setToJson>>;
}

function withFaults({ span, card, entity: named, set }: Faults): Annotations {
  const json = setToJson(sound.set);
  const same = <T>(record: T): T => record;
  return {
    set: setFromJson({
      ...json,
      spans: json.spans.map((each) => (each.id === "o" ? (span ?? same)(each) : each)),
      attributions: json.attributions.map((each) => (each.id === "k" ? (card ?? same)(each) : each)),
      ...set,
    }),
    entities: tableOf([...records(sound.annotations.entities)].map(named ?? same)),
  };
}

const segments =
  (...at: readonly (readonly [number, number])[]) =>
  (span: Span): Span => ({
    ...span,
    segments: at.map(
      ([start, end]): Selector => ({
        start,
        end,
        quote: sound.text.text.slice(start, end),
        prefix: "",
        suffix: "",
      }),
    ),
  });
const first =
  (part: Partial<Selector>) =>
  (span: Span): Span => ({ ...span, segments: span.segments.map((segment) => ({ ...segment, ...part })) });
const thumb = sound.text.text.indexOf("👍");

/** One way to break each law. A law that is not here does not compile. */
const examples: Readonly<Record<ViolationCode, Faults>> = {
  "article-differs": { set: { articleId: "other" } },
  "annotator-unknown": { set: { annotatorId: "other" } },
  "id-malformed": { entity: (each) => ({ ...each, id: "../e" }) },
  "id-not-unique": { entity: (each) => ({ ...each, id: "k" }) },
  "segments-empty": { span: (each) => ({ ...each, segments: [] }) },
  "segment-outside-text": { span: first({ end: 99_999 }) },
  "segment-cuts-character": { span: segments([0, thumb + 1]) },
  "quote-differs": { span: first({ quote: "Orbán" }) },
  "context-differs": { span: first({ suffix: " saith" }) },
  "segments-unsorted": { span: segments([6, 10], [0, 5]) },
  "segments-overlap": { span: segments([0, 5], [3, 8]) },
  "segments-touch": { span: segments([0, 5], [5, 8]) },
  "type-unknown": { span: (each) => ({ ...each, type: "mood" }) },
  "type-takes-no-entity": { span: (each) => ({ ...each, type: "cue" }) },
  "entity-missing": { span: (each) => ({ ...each, entity: "nobody" }) },
  "annotator-differs": {
    card: (each) => ({ ...each, provenance: { ...each.provenance, annotator: "other" } }),
  },
  "span-missing": { card: (each) => ({ ...each, cue: "gone" }) },
  "slot-refuses-type": { card: (each) => ({ ...each, cue: "c" }) },
  "slot-repeats-span": { card: (each) => ({ ...each, voice: ["o", "o"] }) },
  "about-repeats": { card: (each) => ({ ...each, about: ["e", "e"] }) },
  "about-too-many": {
    card: (each) => ({ ...each, about: Array.from({ length: 1_001 }, (_, at) => `e${at}`) }),
  },
  "via-role-unknown": { card: (each) => ({ ...each, via: [{ span: "p", role: "dreamt-by" }] }) },
  "within-missing": { card: (each) => ({ ...each, within: "gone" }) },
  "within-cycle": { card: (each) => ({ ...each, within: "k" }) },
  "field-unknown": { card: (each) => ({ ...each, fields: { ...each.fields, mood: true } }) },
  "field-missing": { card: (each) => ({ ...each, fields: {} }) },
  "field-value-unknown": { card: (each) => ({ ...each, fields: { ...each.fields, polarity: null } }) },
  "flag-unknown": { card: (each) => ({ ...each, flags: ["shout"] }) },
  "note-too-long": { card: (each) => ({ ...each, note: "x".repeat(100_001) }) },
  "claim-missing": { card: (each) => ({ ...each, claim: null }) },
  "voice-and-cue-missing": { card: (each) => ({ ...each, voice: [], cue: null }) },
  "name-empty": { entity: (each) => ({ ...each, name: " " }) },
  "alias-empty": { entity: (each) => ({ ...each, aliases: [""] }) },
  "alias-is-name": { entity: (each) => ({ ...each, aliases: ["Orban"] }) },
  "alias-repeated": { entity: (each) => ({ ...each, aliases: ["V. Orban", "V. Orban"] }) },
  "merged-into-missing": { entity: (each) => ({ ...each, mergedInto: "nobody" }) },
  "merge-circle": { entity: (each) => ({ ...each, mergedInto: each.id }) },
  "appearance-differs": { set: { appearances: [{ id: "x", entity: "e", role: "chosen" }] } },
  "orphan-differs": {
    set: {
      orphans: [
        {
          id: "w",
          was: {
            kind: "exclusion",
            record: {
              id: "x",
              segment: { start: 0, end: 1, quote: "y", prefix: "", suffix: "" },
              reason: "",
            },
          },
          textHash: "0".repeat(64),
          why: "gone",
          uses: [],
          near: 0,
          proposals: [],
        },
      ],
    },
  },
};

describe("a violation", () => {
  it("is not found in a sound set", () => {
    expect(violations(sound.annotations, sound.invariants)).toEqual([]);
  });

  it.each(Object.entries(examples))("of %s is found", (code, faults) => {
    const found = violations(withFaults(faults), sound.invariants);
    expect(found.map((violation) => violation.code)).toContain(code);
    const unfinished = ["claim-missing", "voice-and-cue-missing", "field-missing"].includes(code);
    expect(found.find((violation) => violation.code === code)?.severity).toBe(
      unfinished ? "incomplete" : "error",
    );
  });

  it("says which record, and what the words for it need", () => {
    expect(violations(withFaults({ card: (card) => ({ ...card, cue: "c" }) }), sound.invariants)).toEqual([
      {
        code: "slot-refuses-type",
        severity: "error",
        kind: "attributions",
        id: "k",
        detail: { slot: "cue", span: "c", type: "claim" },
      },
    ]);
  });

  it("is not that an imported or curated record has another annotator", () => {
    for (const origin of [
      { by: "imported", from: "x" },
      { by: "curated", parents: ["a"] },
    ] as const)
      expect(
        violations(
          withFaults({
            span: (span) => ({ ...span, provenance: { ...span.provenance, annotator: "other", origin } }),
          }),
          sound.invariants,
        ),
      ).toEqual([]);
  });

  it("is found in an exclusion too", () => {
    const exclusions = [
      { id: "x", segment: { start: 0, end: 5, quote: "Trump", prefix: "", suffix: "" }, reason: "" },
    ];
    expect(violations(withFaults({ set: { exclusions } }), sound.invariants)).toEqual([
      {
        code: "quote-differs",
        severity: "error",
        kind: "exclusions",
        id: "x",
        detail: { segment: 0, start: 0, end: 5 },
      },
    ]);
  });
});

describe("a circle of cards", () => {
  it("is found in every card that it runs through, from any of them", () => {
    const circle = markedArticle("{s:cue|said} {c:claim|so}", {
      cards: {
        a: { cue: "s", claim: "c", within: "b" },
        b: { cue: "s", claim: "c", within: "d" },
        d: { cue: "s", claim: "c", within: "a" },
      },
    });
    const found = violations(circle.annotations, circle.invariants);
    expect(found.map(({ code, id }) => [code, id]).sort()).toEqual([
      ["within-cycle", "a"],
      ["within-cycle", "b"],
      ["within-cycle", "d"],
    ]);
  });
});
