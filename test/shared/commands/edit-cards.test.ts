// One value for many cards of a set: what changes, what refuses and why, and what has the value already.
import { expect, test } from "vitest";
import { editCards } from "../../../shared/commands/card-values.ts";
import { applyChange, invertChange } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, tableOf } from "../../../shared/model/table.ts";
import type { CardField } from "../../../shared/model/tagset.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { contextFor, defaultFields, entity, markedArticle } from "../../helpers/marked-article.ts";

/** Asked only of cards that withhold. */
const why: CardField = {
  ...{ id: "why", name: "Why", description: "Why nothing was said.", input: "choice", default: null },
  choices: [{ id: "talks", name: "Talks go on" }],
  when: { field: "polarity", is: ["withholds"] },
};

const { text, annotations } = markedArticle("{a:claim|It is safe}, {b:claim|he said}.", {
  cards: {
    k: { claim: "a", fields: { ...defaultFields, why: null } },
    l: { claim: "b", fields: { ...defaultFields, polarity: "withholds", why: null } },
  },
});
const context = {
  ...contextFor(text, annotations),
  tagset: { ...newsAttribution, fields: [...newsAttribution.fields, why] },
};

test("each card is changed once, with nothing else of it, and those that have the value are counted", () => {
  const edit = { of: "field", field: "polarity", value: "withholds" } as const;
  const { change, refused, unchanged } = editCards(context, ["k", "l", "k"], edit);
  expect({ refused, unchanged, edits: change.attributions?.updated.length }).toEqual({
    refused: [],
    unchanged: 1,
    edits: 1,
  });
  const [before, after] = [annotations, applyChange(annotations, change)].map(({ set }) => set.attributions);
  expect(after && get(after, "l")).toEqual(before && get(before, "l"));
  const [edited, earlier] = [after && get(after, "k"), before && get(before, "k")];
  expect(edited).toEqual({
    ...earlier,
    fields: { ...defaultFields, why: null, polarity: "withholds" },
    provenance: { ...earlier?.provenance, editedAt: edited?.provenance.editedAt },
  });
});

test("a field that a card does not ask for is refused, as is what is not there", () => {
  const value = { of: "field", field: "why", value: "talks" } as const;
  expect(editCards(context, ["k", "l", "m"], value)).toMatchObject({
    refused: [
      { card: "k", refusal: "field-not-asked" },
      { card: "m", refusal: "card-missing" },
    ],
    change: { attributions: { updated: [{ to: { id: "l" } }] } },
  });
  expect(editCards(context, ["k"], { of: "field", field: "mood", value: "glad" }).refused).toEqual([
    { card: "k", refusal: "unknown-field" },
  ]);
});

test("a flag is set where it is not, and taken off where it is", () => {
  const flag = newsAttribution.flags[0]?.id ?? "";
  const set = (isSet: boolean) => ({ of: "flag", flag, isSet }) as const;
  const flagged = editCards(context, ["k", "l"], set(true));
  expect(flagged.unchanged).toBe(0);
  const after = { ...context, annotations: applyChange(annotations, flagged.change) };
  expect(editCards(after, ["k", "l"], set(true))).toMatchObject({ change: {}, unchanged: 2 });
  const back = editCards(after, ["k", "l"], set(false));
  expect(back.change.attributions?.updated.map(({ to }) => to.flags)).toEqual([[], []]);
});

test("a kind is said, and left to the quotation marks again", () => {
  const said = editCards(context, ["k"], { of: "kind", kind: "mixed" });
  expect(said.change.attributions?.updated.map(({ to }) => to.kind)).toEqual(["mixed"]);
  expect(editCards(context, ["k"], { of: "kind", kind: null })).toMatchObject({ change: {}, unchanged: 1 });
});

test("claims are about somebody as well as others, whatever name stands for them, and no longer", () => {
  const entities = tableOf([
    entity("ana", "Ana Ruiz"),
    entity("mayor", "the mayor", { mergedInto: "ana" }),
    entity("ben", "Ben Sand"),
  ]);
  const about = (state: typeof annotations) =>
    ["k", "l"].map((id) => get(state.set.attributions, id)?.about ?? []);
  const known = { ...context, annotations: { ...annotations, entities } };
  const set = (of: Id, isAbout: boolean) => ({ of: "about", entity: of, isAbout }) as const;
  const first = applyChange(known.annotations, editCards(known, ["k"], set("ben", true)).change);
  const both = editCards({ ...known, annotations: first }, ["k", "l"], set("mayor", true));
  const second = applyChange(first, both.change);
  expect([about(second), both.unchanged]).toEqual([[["ben", "ana"], ["ana"]], 0]);
  const here = { ...known, annotations: second };
  expect(editCards(here, ["k", "l"], set("ana", true))).toMatchObject({ change: {}, unchanged: 2 });
  const off = editCards(here, ["k", "l"], set("mayor", false));
  expect(about(applyChange(second, off.change))).toEqual([["ben"], []]);
  expect(about(applyChange(applyChange(second, off.change), invertChange(off.change)))).toEqual(
    about(second),
  );
  expect(editCards(here, ["l"], set("ben", false))).toMatchObject({ change: {}, unchanged: 1 });
  expect(editCards(here, ["k"], set("gone", true)).refused).toEqual([
    { card: "k", refusal: "entity-missing" },
  ]);
});
