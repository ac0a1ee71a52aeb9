// What is in focus, told to those who hear the page: short, and never cut within a character.
import { expect, test } from "vitest";
import { focusWords } from "../../../renderer/panels/focus-words.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

test("cuts a long mark and its card between two characters", () => {
  const { annotations } = markedArticle(`{c:claim|a${"😀".repeat(100)}} {o:speaker|He}`, {
    cards: { k: { claim: "c", voice: ["o"] } },
  });
  const words = createWords(localeFor("en", []));
  expect(focusWords({ tagset: newsAttribution }, annotations, { span: "c", card: "k" }, words)).toBe(
    `Claim: a${"😀".repeat(79)}…. Card: He: a${"😀".repeat(77)}…`,
  );
});
