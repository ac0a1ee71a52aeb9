// From a figure to the words that it counts, and back, by keyboard; and what the views of Insight show of the sample.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openSample } from "./steps.ts";

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
const tab = (page: Page, name: string) =>
  page.locator(".place-tabs").getByRole("button", { name, exact: true });
const view = (page: Page, name: string) => page.getByRole("main", { name });

test("a figure opens its cards, a card its words, and back leads to the figure", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  await place(page, "Insight").press("Enter");
  const overview = view(page, "Overview");
  await expect(overview.getByRole("heading", { name: "Articles with an unnamed source" })).toBeVisible();
  const unnamed = overview.getByRole("button", { name: /^Articles with an unnamed source: 50%/ });
  await expect(unnamed).toBeVisible();
  await expectAccessible(page);

  await unnamed.press("Enter");
  const cards = page.getByRole("region", { name: "Articles with an unnamed source" });
  const rows = cards.getByRole("listitem");
  await expect(cards.getByRole("status")).toHaveText(/^\d+ cards$/);
  const count = Number.parseInt((await cards.getByRole("status").textContent()) ?? "", 10);
  await expect(rows.first()).toHaveAttribute("aria-setsize", `${count}`);
  const official = rows.filter({ hasText: "the bill could pass 40 million crowns" }).getByRole("button");
  await expect(official).toBeVisible();
  await expect(rows.first().getByRole("button")).toBeFocused();
  await expectAccessible(page);
  await official.focus();
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await expect(page.locator(".page-place")).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Annotations" })).toContainText(
    "the bill could pass 40 million crowns",
  );

  await page.keyboard.press("Alt+ArrowLeft");
  await expect(view(page, "Overview")).toBeVisible();
  await expect(rows.first()).toHaveAttribute("aria-setsize", `${count}`);
  await expect(cards.locator("[aria-current=true]")).toContainText("40 million crowns");
});

test("who speaks, the source mix and anonymity are tables whose numbers are doors", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await place(page, "Insight").click();
  await tab(page, "Who speaks").click();
  const speakers = view(page, "Who speaks");
  const first = speakers.getByRole("row").nth(1);
  await expect(first).toContainText("Ana Ruiz");
  await speakers.getByRole("button", { name: "First voice", exact: true }).click();
  await expect(speakers.getByRole("columnheader", { name: "First voice" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expectAccessible(page, { isRepetition: true });
  await first.getByRole("button", { name: /, Statements: / }).click();
  await expect(page.locator(".insight-cards").getByRole("listitem").first()).toBeVisible();

  await tab(page, "Source mix").click();
  const mix = view(page, "Source mix");
  await mix.getByLabel("Divided by").selectOption({ label: "Outlet" });
  await expect(mix.getByRole("columnheader", { name: "named person" })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await mix
    .getByRole("button", { name: /, named person: / })
    .first()
    .click();
  await expect(page.locator(".insight-cards")).toContainText("named person");

  await tab(page, "Anonymity").click();
  const anonymity = view(page, "Anonymity");
  await expect(anonymity.getByRole("row", { name: /senior city official/ })).toContainText(
    "on condition of anonymity",
  );
  await expectAccessible(page, { isRepetition: true });
});
