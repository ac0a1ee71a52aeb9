// The colours of charts can be seen on the ground of each theme, their words and edges too; and neighbours are told apart without any colour.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contrastOf } from "../../../../shared/tagsets/colours.ts";

const css = readFileSync(join(import.meta.dirname, "../../../../renderer/styles/theme.css"), "utf8");

/** The custom properties of a theme that are written as six digits. */
function coloursOf(selector: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map(([, name = "", colour = ""]) => [name, colour]),
  );
}

const themes = {
  light: coloursOf(":root"),
  dark: coloursOf(':root[data-theme="dark"]'),
  "high-contrast": coloursOf(':root[data-theme="high-contrast"]'),
};

const series = [1, 2, 3, 4, 5, 6, 7].map((number) => `series-${number}`);

describe.each(Object.entries(themes))("in the %s theme", (_, colours) => {
  const onGround = (name: string): number => contrastOf(colours.get(name) ?? "", colours.get("ground") ?? "");

  it("bars, points, strips, edges of gaps and the focus reach 3 : 1", () => {
    const faint = [...series, "line-control", "focus"].filter((name) => onGround(name) < 3);
    expect(faint).toEqual([]);
  });

  it("words beside axes and above lanes reach 4.5 : 1", () => {
    expect(["text", "text-quiet"].filter((name) => onGround(name) < 4.5)).toEqual([]);
  });

  it("every series has a colour of its own", () => {
    expect(new Set(series.map((name) => colours.get(name))).size).toBe(series.length);
  });
});
