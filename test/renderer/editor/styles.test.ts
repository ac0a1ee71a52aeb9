import { expect, test } from "vitest";
import { cssString, markStyles } from "../../../renderer/editor/mark-styles.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";

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
