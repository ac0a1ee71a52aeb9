// The list of actions: ids and keys are unique, and every command of the model that a key should reach has one.
import { expect, test } from "vitest";
import { actionsFor } from "../../../renderer/actions/index.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

const { tell } = createWords(localeFor("en", []));
const actions = actionsFor(newsAttribution);

test("every action has an id and a title of its own", () => {
  const ids = actions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(new Set(actions.map(({ title }) => tell(title))).size).toBe(actions.length);
});

test("no key does two things", () => {
  const keys = actions.flatMap((action) => action.keys);
  expect(keys).toEqual([...new Set(keys)]);
});

test("each span type of the tagset has its key", () => {
  const keys = new Set(actions.filter(({ group }) => group === "mark").flatMap((action) => action.keys));
  expect(newsAttribution.spanTypes.filter((type) => !keys.has(type.key))).toEqual([]);
});
