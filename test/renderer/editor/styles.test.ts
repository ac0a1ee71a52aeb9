import { expect, test } from "vitest";
import { cssString, focusStyles, hoverStyles } from "../../../renderer/editor/focus-styles.ts";
import { markStyles } from "../../../renderer/editor/mark-styles.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const words = createWords(localeFor("en", []));

const article = markedArticle("{s:speaker|{o:source|Fox} host} {q:cue|said} {c:claim|it rains} and left", {
  cards: { k: { voice: ["s"], cue: "q", claim: "c", via: [{ span: "o", role: "told-to" }] } },
});
const { annotations } = article;

test("without a focus there is no rule", () => {
  expect(focusStyles({ span: null, card: null }, annotations, newsAttribution, words)).toBe("");
});

test("a span in focus gets the ring and takes nothing from the others", () => {
  const css = focusStyles({ span: "c", card: null }, annotations, newsAttribution, words);
  expect(css).toContain(".s-c{box-shadow:");
  expect(css).not.toContain("--strength:");
});

test("a card in focus names its parts, two that begin together in one label", () => {
  const css = focusStyles({ span: null, card: "k" }, annotations, newsAttribution, words);
  const labels = [...css.matchAll(/\.article ([.\w-]+)::before\{content:("[^"]*")/gu)].map(
    ([, where, words]) => [where, words],
  );
  expect(labels).toEqual([
    [".b-s", '"Voice"'],
    [".b-q", '"Cue"'],
    [".b-c", '"Claim"'],
    [".b-o", '"told to"'],
    [".b-s.b-o", '"Voice\\2c  told to"'],
  ]);
});

test("a card or span that is gone leaves no rule that fails", () => {
  expect(focusStyles({ span: null, card: "gone" }, annotations, newsAttribution, words)).toBe("");
  expect(hoverStyles("gone", annotations, newsAttribution)).toContain("currentColor");
});

test("no character of a name can end its string", () => {
  expect(cssString('a"b\\c\nd')).toBe('"a\\22 b\\5c c\\a d"');
});

test("forms and colours come from the tagset", () => {
  const [first] = newsAttribution.spanTypes;
  if (!first) throw new RangeError("The tagset has no type.");
  const colour = { light: "#123456", dark: "#abcdef", highContrast: "#000001" };
  const css = markStyles({ ...newsAttribution, spanTypes: [{ ...first, form: "ground", colour }] });
  expect(css).toContain(":root{--span-colour-0:#123456}");
  expect(css).toContain(':root[data-theme="dark"]{--span-colour-0:#abcdef}');
  expect(css).toContain(':root[data-theme="high-contrast"]{--span-colour-0:#000001}');
  expect(css).toContain(".ground-t0-3{");
  expect(css).not.toContain("l0-t0");
});
