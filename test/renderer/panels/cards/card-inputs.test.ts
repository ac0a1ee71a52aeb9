import { expect, test } from "vitest";
import { cardInputs } from "../../../../renderer/panels/cards/card-fields.tsx";
import type { Tagset } from "../../../../shared/model/tagset.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { emptyCard } from "../../../helpers/marked-article.ts";

const { tell } = createWords({ language: "en", tag: "en-GB" });
const field = (id: string, more: object = {}) => ({
  id,
  name: id,
  description: "",
  input: "choice" as const,
  choices: [{ id: "a", name: "A" }],
  default: null,
  ...more,
});
const tagset: Tagset = {
  ...newsAttribution,
  fields: [
    { id: "sure", name: "sure", description: "", input: "switch", default: false },
    field("why", { required: true }),
    field("what", { when: { field: "why", is: ["a"] } }),
  ],
};
const inputsOf = (fields: Readonly<Record<string, string | boolean | null>>) =>
  cardInputs(tagset, { ...emptyCard("k"), fields }, null);

test("a card asks for its kind, then choices, then switches, each with a key of its own", () => {
  expect(inputsOf({ sure: false, why: null }).map(({ id, key }) => [id, key])).toEqual([
    ["kind", "1"],
    ["why", "2"],
    ["sure", "3"],
  ]);
});

test("a field that depends on another is asked for once that one has the value", () => {
  expect(inputsOf({ sure: false, why: "a" }).map(({ id }) => id)).toEqual(["kind", "why", "what", "sure"]);
});

test("a required field without a value is missing, and one with a value is not", () => {
  const missing = (fields: Parameters<typeof inputsOf>[0]) =>
    inputsOf(fields).flatMap(({ id, missing }) => (missing ? [id] : []));
  expect(missing({ sure: false, why: null })).toEqual(["why"]);
  expect(missing({ sure: false, why: "a" })).toEqual([]);
});

test("every value has a key, and what is not said has 0", () => {
  const [kind, why] = inputsOf({ sure: false, why: null });
  expect(kind?.options?.map(({ key, name }) => `${key} ${tell(name)}`)).toEqual([
    "0 needs a claim",
    "1 direct",
    "2 indirect",
    "3 mixed",
  ]);
  expect(why?.options?.map(({ key, value }) => [key, value])).toEqual([
    ["0", null],
    ["1", "a"],
  ]);
});
