// A label may mean what one of its values says: guessed from the values, kept in a mapping's file, and counted where a value means nothing.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundLabels } from "../../../shared/interchange/found-labels.ts";
import { guessMapping, type Mapping, mapped } from "../../../shared/interchange/mapping.ts";
import { overGuess, readMapping } from "../../../shared/interchange/mapping-file.ts";
import type { NamedValue, Standoff } from "../../../shared/interchange/standoff.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { runs } from "../../helpers/tier.ts";

const text = "She said that it is over.";

interface Quote {
  readonly label: string;
  readonly values: readonly NamedValue[];
}

const documentOf = (quotes: readonly Quote[]): Standoff => ({
  ...{ article: "a", title: "A", text, annotator: "Ana" },
  spans: quotes.map(({ label, values }, at) => ({
    ...{ id: String(at), label, values },
    segments: [{ start: at % 20, end: (at % 20) + 3 }],
  })),
  relations: quotes.slice(1).map(({ label, values }, at) => ({
    ...{ label, from: String(at), to: String(at + 1) },
    ...(values.length > 0 && { values }),
  })),
});

const role = (value: string): Quote => ({ label: "Quote", values: [{ name: "role", value }] });

describe("a label whose value says what it is", () => {
  it("is guessed by the feature whose values mean several things here", () => {
    const document = documentOf([
      role("speaker"),
      role("cue"),
      {
        label: "Quote",
        values: [
          { name: "role", value: "claim" },
          { name: "id", value: "speaker" },
        ],
      },
      role("other"),
      { label: "PER", values: [{ name: "role", value: "subject" }] },
    ]);
    const { spans, relations } = guessMapping([document], newsAttribution);
    expect(spans).toEqual({
      Quote: { by: "role", values: { speaker: "speaker", cue: "cue", claim: "claim", other: null } },
      PER: "speaker",
    });
    expect(relations).toMatchObject({ Quote: { by: "role" } });
  });

  it("is offered with each value, how often and where; what has too many of them is no such feature", () => {
    const many = Array.from({ length: 40 }, (_, at) => role(`n${at}`));
    const [found] = foundLabels([documentOf([role("cue"), role("cue"), role("claim")])]).spans;
    expect(found).toEqual({
      ...{ label: "Quote", count: 3, example: "She" },
      features: [
        {
          name: "role",
          values: [
            { label: "cue", count: 2, example: "She" },
            { label: "claim", count: 1, example: "e s" },
          ],
        },
      ],
    });
    expect(foundLabels([documentOf(many)]).spans[0]?.features).toBeUndefined();
    expect(guessMapping([documentOf(many)], newsAttribution).spans).toEqual({ Quote: "claim" });
  });

  it("keeps what a mapping's file says of its values, with those that the file does not know", () => {
    const guess: Mapping = {
      ...{ relations: {}, values: {} },
      spans: { Quote: { by: "role", values: { cue: "cue", odd: null } } },
    };
    const file = { ...guess, spans: { Quote: { by: "role", values: { cue: "claim" } } } };
    expect(overGuess(guess, file).spans).toEqual({
      Quote: { by: "role", values: { cue: "claim", odd: null } },
    });
    const other = { ...guess, spans: { Quote: { by: "kind", values: {} } } };
    expect(overGuess(guess, other)).toEqual(other);
  });
});

const names = fc.constantFrom("Quote", "__proto__", "PER", "constructor");
const features = fc.constantFrom("role", "__proto__", "kind");
const said = fc.constantFrom("speaker", "cue", "toString", "");
const quotes = fc.array(
  fc.record({
    label: names,
    values: fc.uniqueArray(fc.record({ name: features, value: said }), { selector: ({ name }) => name }),
  }),
  { maxLength: 12 },
);
const target = fc.constantFrom("speaker", "cue", "claim", null);
const entries = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(keys, values), { maxLength: 4 }).map((all): Record<string, T> => Object.fromEntries(all));
/** Files with such a key are refused as a whole. */
const known = (keys: fc.Arbitrary<string>) => keys.filter((key) => key !== "__proto__");
const meaning = fc.oneof(target, fc.record({ by: known(features), values: entries(said, target) }));
const mappings: fc.Arbitrary<Mapping> = fc.record({
  spans: entries(known(names), meaning),
  relations: entries(known(names), meaning),
  values: entries(known(features), fc.constantFrom("note", "kind", null)),
});

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

it("what is mapped and what is left out add up, and a mapping's file says the same as the mapping", () => {
  fc.assert(
    fc.property(quotes, mappings, (given, mapping) => {
      const document = documentOf(given);
      const all = mapped(document, mapping);
      const { document: ours, leftOut } = all;
      expect(ours.spans.length + total(leftOut.spans)).toBe(document.spans.length);
      expect(ours.relations.length + total(leftOut.relations) + total(leftOut.ends)).toBe(
        document.relations.length,
      );
      const kept = readMapping(JSON.stringify(mapping));
      if (!kept.ok) throw new Error(JSON.stringify(kept.problems));
      expect(mapped(document, kept.mapping)).toEqual(all);
      // What says the type is said by the type, and everything else is kept or counted.
      for (const { id, label, values } of ours.spans) {
        const [theirs] = document.spans.filter((one) => one.id === id);
        const by = Object.hasOwn(mapping.spans, theirs?.label ?? "") && mapping.spans[theirs?.label ?? ""];
        if (typeof by !== "object" || by === null) continue;
        const value = theirs?.values.find(({ name }) => name === by.by)?.value ?? "";
        expect(Object.getOwnPropertyDescriptor(by.values, value)?.value).toBe(label);
        expect(values.length).toBeLessThan(theirs?.values.length ?? 0);
      }
    }),
    { numRuns: runs(200) },
  );
});
