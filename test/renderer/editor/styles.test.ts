import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { markStyles } from "../../../renderer/editor/mark-styles.ts";
import { colourChoices, contrastOf, leastContrast, pageColours } from "../../../shared/tagsets/colours.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";

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

const styles = readFileSync(new URL("../../../renderer/styles/marks.css", import.meta.url), "utf8");

/** A colour, this much of it, over another. */
const mixed = (colour: string, share: number, page: string): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const [over, under] = [colour, page].map((one) => Number.parseInt(one.slice(at, at + 2), 16));
      return Math.round((over ?? 0) * share + (under ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;

test("lines and edges of marks that step back stay clear against the page, in every colour and theme", () => {
  const [, block = ""] = /\.steps-back\) \.mark \{([^}]*)\}/u.exec(styles) ?? [];
  const shares = [...block.matchAll(/--strength(?:-edge)?: ([\d.]+);/gu)].map(([, share]) => Number(share));
  expect(shares).toHaveLength(2);
  for (const share of shares)
    for (const choice of colourChoices)
      for (const theme of ["light", "dark", "highContrast"] as const) {
        const page = pageColours[theme];
        expect(contrastOf(mixed(choice[theme], share, page), page)).toBeGreaterThanOrEqual(leastContrast);
      }
});

test("every form of a line has another one with gaps for suggestions, as dark while marks step back", () => {
  const [first] = newsAttribution.spanTypes;
  if (!first) throw new RangeError("The tagset has no type.");
  for (const form of ["underline", "double", "dotted", "dashed", "wavy"] as const) {
    const css = markStyles({ ...newsAttribution, spanTypes: [{ ...first, form }] });
    const [whole, broken] = ["t0", "broken0"].map(
      (name) => css.split("\n").find((rule) => rule.startsWith(`.article .l0-${name}{`)) ?? "",
    );
    expect(broken?.split("{")[1]).not.toBe(whole?.split("{")[1]);
    expect(whole).toContain("var(--strength,1)");
    expect(broken).toContain("var(--strength-l0,1)");
    expect(broken).not.toContain("var(--strength,1)");
  }
});
