// The list of actions: ids and keys are unique, and every command of the model that a key should reach has one.
import { expect, test } from "vitest";
import { actionsFor } from "../../../renderer/actions/index.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";

const actions = actionsFor(newsAttribution);

test("every action has an id of its own and a title", () => {
  const ids = actions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(actions.filter(({ title }) => title.trim() === "")).toEqual([]);
});

test("no key does two things", () => {
  const keys = actions.flatMap((action) => action.keys);
  expect(keys).toEqual([...new Set(keys)]);
});

test("each span type of the tagset has its key", () => {
  const keys = new Set(actions.filter(({ group }) => group === "Mark").flatMap((action) => action.keys));
  expect(newsAttribution.spanTypes.filter((type) => !keys.has(type.key))).toEqual([]);
});
