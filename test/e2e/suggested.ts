// What the journeys over suggestions look at: how many are offered, what the line at the foot tells, what is kept.
import { expect, type Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { sayso } from "./steps.ts";

const footer = (page: Page) => page.getByRole("contentinfo");

/** That so many are offered; none leaves no button. */
export const counted = (page: Page, count: number) =>
  count === 0
    ? expect(footer(page).getByRole("button", { name: /^\d+ suggestions?$/ })).toHaveCount(0)
    : expect(
        footer(page).getByRole("button", {
          name: count === 1 ? "1 suggestion" : `${count} suggestions`,
          exact: true,
        }),
      ).toBeVisible();

/** How many are offered now. */
export async function countNow(page: Page): Promise<number> {
  const [words] = await footer(page)
    .getByRole("button", { name: /^\d+ suggestions?$/ })
    .allTextContents();
  return Number.parseInt(words ?? "0", 10);
}

export const told = (page: Page, words: string | RegExp) =>
  expect(footer(page).getByRole("status").getByText(words)).toBeVisible();

/** What one person made of the first article, and the registry. */
export async function setOf(home: string, path: string) {
  const { stdout } = await sayso(home, "export", path, "--format", "json", "--out", "-");
  const { articles, entities } = JSON.parse(stdout) as AnnotatedJson;
  const [set] = articles[0]?.sets ?? [];
  if (!set) throw new Error("Nobody annotated it.");
  return { set, entities };
}
