// Whether anything on the page as it stands is in somebody's way: names, roles and structure as axe sees them, and the contrast of
// every text in every theme. A theme changes colours and nothing else, so one look of axe is enough for all of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type axe from "axe-core";
import { expect, type Page } from "playwright/test";
import { type FaintText, faintTexts } from "./contrast.ts";
import { repository } from "./drivers.ts";

const source = readFileSync(join(repository, "node_modules/axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** A tooltip lies over the page for as long as its button has the focus, and belongs to no part of it. */
const outsidePage = ["[data-overlay-container]:has(> [role=tooltip])", "[role=tooltip]"];

/**
 * Expects the page to have nothing that axe finds wrong, and no text that is too faint in any theme. `targets`: nor anything that is too
 * small to be met by a pointer, which takes as long as all else.
 */
export async function expectAccessible(page: Page, { targets = false } = {}): Promise<void> {
  // A colour on its way to another is nobody's contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  expect(await violationsOf(page, targets)).toEqual([]);
  const faint = await page.evaluate<FaintText[]>(`(${faintTexts})()`);
  expect(faint, "texts with too little contrast").toEqual([]);
}

/** What axe finds wrong: the rule, the element, and why. */
async function violationsOf(page: Page, targets: boolean): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(
    async ([values, exclude, enabled]) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
        { exclude },
        {
          runOnly: { type: "tag", values },
          resultTypes: ["violations"],
          // `contrast.ts` does this in a fraction of the time, and in every theme.
          rules: { "color-contrast": { enabled: false }, "target-size": { enabled } },
          iframes: false,
          selectors: false,
          elementRef: false,
        },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} — ${failureSummary}`),
      );
    },
    [tags, outsidePage, targets] as const,
  );
}
