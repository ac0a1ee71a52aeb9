import { describe, expect, it } from "vitest";
import { colourChoices, contrastOf, leastContrast, pageColours } from "../../../shared/tagsets/colours.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";

const themes = ["light", "dark", "highContrast"] as const;

describe("the contrast of two colours", () => {
  it("is that of the standard's own ends, whichever comes first", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastOf("#ffffff", "#000000")).toBeCloseTo(21, 5);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrastOf("#123456", "#123456")).toBe(1);
  });
});

describe("the colours to choose from", () => {
  it.each(themes)("can be seen on the %s page", (theme) => {
    const faint = [...colourChoices, ...newsAttribution.spanTypes.map(({ colour }) => colour)].filter(
      (colour) => contrastOf(colour[theme], pageColours[theme]) < leastContrast,
    );
    expect(faint).toEqual([]);
  });

  it("hold those that the shipped tagset uses", () => {
    const choices = colourChoices.map(({ id: _id, ...colour }) => colour);
    for (const { colour } of newsAttribution.spanTypes) expect(choices).toContainEqual(colour);
  });
});
