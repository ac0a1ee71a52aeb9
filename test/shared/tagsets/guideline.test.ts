// The shipped guideline: the same pages in every language, and a project's own before it.
import { expect, it } from "vitest";
import { guidelineOf, newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { languages } from "../../../shared/words/language.ts";

it.each(languages)("has the same pages in %s, each with words of its own", (language) => {
  const pages = guidelineOf(newsAttribution, language);
  expect(pages.map(({ id }) => id)).toEqual(guidelineOf(newsAttribution, "en").map(({ id }) => id));
  expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
  expect(pages.filter(({ text }) => text.trim() === "" || /"/u.test(text))).toEqual([]);
});

it("is the project’s own where there is one, whatever the language", () => {
  const guideline = [{ id: "rules", title: "House rules", text: "Ask the desk." }];
  for (const language of languages)
    expect(guidelineOf({ ...newsAttribution, guideline }, language)).toBe(guideline);
  expect(guidelineOf({ ...newsAttribution, id: "another" }, "de")).toEqual([]);
});
