import { expect, test } from "vitest";
import type { SpanType } from "../../../shared/model/tagset.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { tagsetDifferences } from "../../../shared/tagsets/tagset-differences.ts";
import {
  addType,
  removeField,
  removeFlag,
  removeRole,
  removeType,
  removeValue,
  startDraft,
  withTagset,
} from "../../../shared/tagsets/tagset-draft.ts";
import { ageField, genderField, partyField } from "../../helpers/entity-fields.ts";

const start = startDraft(newsAttribution);
const [speaker, cue] = newsAttribution.spanTypes as [SpanType, SpanType];

test("an unchanged tagset has none, nor has one whose colours and order changed", () => {
  const { spanTypes } = newsAttribution;
  const recoloured = spanTypes.map((type) => ({ ...type, colour: speaker.colour })).reverse();
  expect(tagsetDifferences(start)).toEqual([]);
  expect(tagsetDifferences(withTagset(start, { ...newsAttribution, spanTypes: recoloured }))).toEqual([]);
});

test("what goes is told with what takes its place, by the name it has now", () => {
  const renamed = withTagset(start, {
    ...newsAttribution,
    spanTypes: newsAttribution.spanTypes.map((type) => (type === cue ? { ...type, name: "Signal" } : type)),
  });
  const into = removeType(renamed, "source", cue.id);
  expect(tagsetDifferences(addType(into, { ...speaker, name: "Expert" }))).toEqual([
    { what: "gone", kind: "type", name: "Source", field: "", to: "Signal" },
    { what: "renamed", kind: "type", name: "Cue", field: "", to: "Signal" },
    { what: "new", kind: "type", name: "Expert", field: "" },
  ]);
  expect(tagsetDifferences(removeType(start, "source", null))).toEqual([
    { what: "gone", kind: "type", name: "Source", field: "", to: null },
  ]);
});

test("values are told with their field, a field without them, roles and flags too", () => {
  const field = newsAttribution.fields.find(({ input }) => input === "choice");
  if (field?.input !== "choice") throw new Error("no field of choices");
  const [first, second] = field.choices;
  if (!first || !second) throw new Error("too few values");
  expect(tagsetDifferences(removeValue(start, field.id, second.id, first.id))).toEqual([
    { what: "gone", kind: "value", name: second.name, field: field.name, to: first.name },
  ]);
  expect(tagsetDifferences(removeField(start, field.id))).toEqual([
    { what: "gone", kind: "field", name: field.name, field: "", to: null },
  ]);
  const [role, other] = newsAttribution.viaRoles;
  const [flag] = newsAttribution.flags;
  const both = removeFlag(removeRole(start, role?.id ?? "", other?.id ?? ""), flag?.id ?? "", null);
  expect(tagsetDifferences(both)).toEqual([
    { what: "gone", kind: "role", name: role?.name, field: "", to: other?.name },
    { what: "gone", kind: "flag", name: flag?.name, field: "", to: null },
  ]);
});

test("fields of entities are told, and the values to choose from in them, as nothing takes the place of what goes", () => {
  const [other, ...rest] = [...genderField.choices].reverse();
  const draft = startDraft({ ...newsAttribution, entityFields: [genderField, ageField] });
  const choices = [...rest.map((one) => ({ ...one, name: `A ${one.id}` })), { id: "none", name: "None" }];
  const entityFields = [{ ...genderField, choices }, partyField];
  const told = { kind: "entity-field" as const, field: "" };
  const inGender = { ...told, field: "Gender" };
  expect(tagsetDifferences(withTagset(draft, { ...newsAttribution, entityFields }))).toEqual([
    { ...told, what: "gone", name: "Age", to: null },
    { ...told, what: "new", name: "Party" },
    { ...inGender, what: "renamed", name: "Woman", to: "A woman" },
    { ...inGender, what: "renamed", name: "Man", to: "A man" },
    { ...inGender, what: "gone", name: other?.name, to: null },
    { ...inGender, what: "new", name: "None" },
  ]);
});
