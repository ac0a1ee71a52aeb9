// Motion can be switched off: by the setting of Sayso, and by that of the system.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../renderer/styles/", import.meta.url);
const sheets = readdirSync(folder).map((name) => ({
  name,
  css: readFileSync(new URL(name, folder), "utf8"),
}));
const all = sheets.map(({ css }) => css).join("\n");

/** What takes time by itself in a sheet: each declaration of a transition or an animation, with the selector of its rule. */
const moving = (css: string): readonly { readonly selector: string; readonly value: string }[] =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].flatMap(([, selector = "", body = ""]) =>
    [...body.matchAll(/(?<![-\w])(?:transition|animation): ([^;]+);/gu)].map(([, value = ""]) => ({
      selector: (selector.split("*/").at(-1) ?? "").trim(),
      value,
    })),
  );

const hasOwnTime = (value: string): boolean => /(?<![\w.-])[\d.]+m?s\b/u.test(value);

describe("law: whatever moves", () => {
  const rules = sheets.flatMap(({ css }) => moving(css));
  const own = rules.filter(({ value }) => hasOwnTime(value));

  test("takes the time that both settings set to nothing", () => {
    expect(rules.some(({ value }) => value.includes("var(--quick)"))).toBe(true);
    expect(all).toContain("@media (prefers-reduced-motion: reduce) {\n  :root {\n    --quick: 0s;");
    expect(all).toContain(':root[data-motion="reduced"] {\n  --quick: 0s;');
  });

  test("or stands still under both of them, where it has a time of its own", () => {
    expect(own.length).toBeGreaterThan(0);
    for (const { selector } of own) {
      const still = moving(all)
        .filter(({ value }) => value === "none")
        .map((rule) => rule.selector);
      expect(still).toContain(selector);
      expect(still).toContain(`:root[data-motion="reduced"] ${selector}`);
    }
  });
});
