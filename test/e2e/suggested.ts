// What the journeys over suggestions look at: how many are offered, what the line at the foot tells, what is kept.
import { expect, type Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { sayso } from "./steps.ts";

const footer = (page: Page) => page.getByRole("contentinfo");

/** How many are offered now, as the door to what is to do tells. */
export async function countNow(page: Page): Promise<number> {
  const door = footer(page).getByRole("button", { name: /to do$/ });
  const [hint] = await door.evaluateAll((doors) => doors.map((one) => one.getAttribute("data-hint")));
  return Number.parseInt(/(\d+) suggestions?/u.exec(hint ?? "")?.[1] ?? "0", 10);
}

/** That so many are offered. */
export const counted = (page: Page, count: number) => expect.poll(() => countNow(page)).toBe(count);

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
