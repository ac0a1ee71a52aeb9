// The list of actions: ids and keys are unique, and every command of the model that a key should reach has one.
import { expect, test } from "vitest";
import { isInScope } from "../../../renderer/actions/action.ts";
import { actionsFor } from "../../../renderer/actions/index.ts";
import { pages } from "../../../renderer/state/window/places.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { en } from "../../../shared/words/en/index.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

const { tell } = createWords(localeFor("en", []));
const actions = actionsFor(newsAttribution);

test("every action has an id and a title of its own", () => {
  const ids = actions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(new Set(actions.map(({ title }) => tell(title))).size).toBe(actions.length);
});

test("what is listed as one thing to do stands in the order in which its title names it", () => {
  expect(tell({ key: "keys.family-cards-of-mark", values: {} })).toBe(
    "Remove the mark from its card, move it, link it",
  );
  expect(
    actions.map(({ id }) => id).filter((id) => /-card$/u.test(id) && /^(link|move|take)/u.test(id)),
  ).toEqual(["take-out-of-card", "move-to-card", "link-to-card"]);
});

test("other words are there for commands and settings that there are", () => {
  const ids = new Set(actions.map(({ id }) => id));
  const isKnown = (id: string): boolean => ids.has(id) || id.startsWith("setting-");
  expect(Object.keys(en.synonyms).filter((id) => !isKnown(id))).toEqual([]);
});

test("no key does two things at one place", () => {
  for (const page of [null, ...pages.map(({ id }) => id)]) {
    const keys = actions.filter((action) => isInScope(action, page)).flatMap((action) => action.keys);
    expect(keys).toEqual([...new Set(keys)]);
  }
});

test("what marks and changes the article’s own spans and cards is not there while a page stands in its place", () => {
  const there = actions.filter((action) => isInScope(action, "compare"));
  const groups = new Set(there.filter(({ id }) => id !== "undo" && id !== "redo").map(({ group }) => group));
  expect([...groups].sort()).toEqual(["move", "project", "review", "view"]);
});

test("each span type of the tagset has its key", () => {
  const keys = new Set(actions.filter(({ group }) => group === "mark").flatMap((action) => action.keys));
  expect(newsAttribution.spanTypes.filter((type) => !keys.has(type.key))).toEqual([]);
});
