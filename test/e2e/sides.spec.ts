// Two outlets side by side, from a number to its cards; and an unknown value that is given where it is counted, by keyboard.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openSample } from "./steps.ts";

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
const tab = (page: Page, name: string) =>
  page.locator(".place-tabs").getByRole("button", { name, exact: true });
const view = (page: Page, name: string) => page.getByRole("main", { name });

test("two outlets stand side by side, and each number opens its cards", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  await place(page, "Insight").press("Enter");
  await tab(page, "Side by side").press("Enter");
  const sides = view(page, "Side by side");
  await expect(sides.getByLabel("Compare", { exact: true })).toHaveValue("publisher");
  const rows = sides.getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  await expect(sides.getByRole("status").filter({ hasText: "against" })).toHaveText(
    /^\d+ articles against \d+ articles; intervals draw from each side’s articles separately\.$/,
  );
  await expectAccessible(page);

  const unnamed = sides.getByRole("button", { name: /, Articles with an unnamed source: / }).first();
  await unnamed.press("Enter");
  const cards = page.locator(".insight-cards");
  await expect(cards.getByRole("status")).toHaveText(/^\d+ cards?$/);
  await cards.getByRole("listitem").first().getByRole("button").press("Enter");
  await expect(page.locator(".page-place")).toHaveCount(0);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(rows.nth(1)).toBeVisible();

  await sides.getByLabel("Compare", { exact: true }).selectOption({ label: "Periods" });
  await expect(sides.getByLabel("First side", { exact: true })).toHaveValue(/^\d{4}-\d\d$/);
  await expect(rows.nth(1)).toBeVisible();
});

test("unknown values are given one after the other where they are counted", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await place(page, "Insight").press("Enter");
  await tab(page, "Source mix").press("Enter");
  const mix = view(page, "Source mix");
  await mix.getByLabel("Sources by").selectOption({ label: "Gender" });
  const unknown = mix.getByRole("button", { name: /, Not known: \d+/ }).first();
  const before = Number.parseInt((await unknown.textContent()) ?? "", 10);
  await unknown.press("Enter");
  const giving = page.getByRole("region", { name: "Gender, not known" });
  const left = async () => Number.parseInt((await giving.getByRole("status").textContent()) ?? "", 10);
  await expect(giving.getByRole("status")).toHaveText(/^\d+ left$/);
  const atFirst = await left();
  await expectAccessible(page);

  await giving.focus();
  await page.keyboard.press("1");
  await expect.poll(left).toBe(atFirst - 1);
  await expect
    .poll(async () => Number.parseInt((await unknown.textContent()) ?? "", 10))
    .toBeLessThan(before);
});
