import { describe, expect, it } from "vitest";
import type { CardField, Tagset } from "../../../shared/model/tagset.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { type TagsetProblemCode, tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";

const first = <T>(items: readonly T[], change: (item: T) => T): T[] =>
  items.map((item, at) => (at === 0 ? change(item) : item));
const types = (change: Partial<Tagset["spanTypes"][number]>): Partial<Tagset> => ({
  spanTypes: first(newsAttribution.spanTypes, (type) => ({ ...type, ...change })),
});
const fields = (change: (field: CardField) => CardField): Partial<Tagset> => ({
  fields: first(newsAttribution.fields, change),
});

/** One way to spoil the shipped tagset for each problem. A problem that is not here does not compile. */
const spoilt: Readonly<Record<TagsetProblemCode, Partial<Tagset>>> = {
  "no-type": { spanTypes: [], slots: [] },
  "no-value": { entityFields: [{ id: "party", name: "Party", kind: "choice", choices: [] }] },
  "id-repeated": types({ id: "cue" }),
  "name-empty": types({ name: "  " }),
  "name-repeated": types({ name: "claim " }),
  "key-repeated": types({ key: "2" }),
  "key-not-one-character": types({ key: "12" }),
  "slot-repeated": { slots: [...newsAttribution.slots, ...newsAttribution.slots.slice(0, 1)] },
  "slot-accepts-unknown": {
    slots: first(newsAttribution.slots, (slot) => ({ ...slot, accepts: ["mood"] })),
  },
  "default-unknown": fields((field) => (field.input === "choice" ? { ...field, default: "shouts" } : field)),
  "when-unknown": fields((field) => ({ ...field, when: { field: "act", is: ["sing"] } })),
  "when-circle": {
    fields: newsAttribution.fields.map((field) => {
      if (field.id === "polarity") return { ...field, when: { field: "act", is: ["say"] } };
      return field.id === "act" ? { ...field, when: { field: "polarity", is: ["denies"] } } : field;
    }),
  },
};

describe("a tagset", () => {
  it("that we ship has no problem", () => {
    expect(tagsetProblems(newsAttribution)).toEqual([]);
  });

  it.each(Object.entries(spoilt))("with %s is found out", (code, change) => {
    expect(tagsetProblems({ ...newsAttribution, ...change }).map((problem) => problem.code)).toContain(code);
  });

  it("may name an emoji as a key, and a condition that holds", () => {
    expect(tagsetProblems({ ...newsAttribution, ...types({ key: "🗣" }) })).toEqual([]);
    const conditional = fields((field) => ({ ...field, when: { field: "hedged", is: [true] } }));
    expect(tagsetProblems({ ...newsAttribution, ...conditional })).toEqual([]);
  });

  it("says what collides with what", () => {
    expect(tagsetProblems({ ...newsAttribution, ...types({ key: "2" }) })).toEqual([
      { code: "key-repeated", part: "spanTypes", id: "cue", name: "Cue", other: "Speaker" },
    ]);
  });
});
