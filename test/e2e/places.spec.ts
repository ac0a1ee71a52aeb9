// The places of the window, the queue of what is left to do in an article, and going back and forward.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openSample, openText, saved } from "./steps.ts";
import { counted } from "./suggested.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const text = [
  "The bridge will stay shut, the harbour board said on Monday.",
  "“Nobody asked us,” Ana Hart, the mayor, told reporters.",
  "The plans are called “Steel and Stone”.",
].join("\n\n");

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
const tab = (page: Page, name: RegExp) => page.locator(".place-tabs").getByRole("button", { name });
const rows = (page: Page) =>
  page.getByRole("list", { name: /^To do in this article/ }).locator(".opening-row");

test("one key goes through all that is left to do, and each thing is done where it is shown", async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await counted(page, 2);
  await enterArticle(page);
  await page.keyboard.press("F7");
  await expect(tab(page, /^To do/)).toHaveAttribute("aria-current", "true");
  await expect(rows(page).first()).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await expectAccessible(page, { isRepetition: true });
  // A suggestion is accepted from the text; the queue has one thing less and goes on behind it.
  await expect(rows(page).first()).toHaveAttribute("aria-current", "true");
  await keys.press("Enter");
  await counted(page, 1);
  await saved(page);
  await page.keyboard.press("F7");
  const open = page.locator(".opening-item.open");
  await expect(open).toHaveCount(1);
  const first = await open.textContent();
  await page.keyboard.press("F7");
  await expect(open).not.toHaveText(first ?? "");
  await page.keyboard.press("Shift+F7");
  await expect(open).toHaveText(first ?? "");
  // By mouse: what is possibly missed, and is nothing, goes.
  const quotation = rows(page).filter({ hasText: /^Quotation without a claim.*Steel and Stone/u });
  await quotation.click();
  await expect(quotation).toHaveAttribute("aria-expanded", "true");
  await open.getByRole("button", { name: "Nothing is missing here" }).click();
  await expect(quotation).toHaveCount(0);
});

test("a key that is pressed as soon as the article is there leads to what is first to do in it", async ({
  launchApp,
}) => {
  const { page } = await openText(launchApp, folder, text);
  await enterArticle(page);
  await page.keyboard.press("F7");
  await expect(rows(page).first()).toHaveAttribute("aria-current", "true");
});

test("what is possibly missed is dismissed by one key after the other, and the keyboard goes on in the list", async ({
  launchApp,
}) => {
  const quotations = ["Steel and Stone", "Rust and Rain", "Wind and Water"].map(
    (title) => `That year brought “${title}” to the town.`,
  );
  const { page } = await openText(launchApp, folder, quotations.join("\n\n"));
  await place(page, "Article").press("Enter");
  for (const name of [/^To do/, /^Possibly missed/]) await tab(page, name).press("Enter");
  const missed = page.getByRole("list", { name: "Possibly missed" });
  const row = (words: RegExp) => missed.getByRole("button", { name: words });
  await expect(missed.getByRole("listitem")).toHaveCount(3);
  await row(/Rust and Rain/u).focus();
  await page.keyboard.press("Backspace");
  await expect(missed.getByRole("listitem")).toHaveCount(2);
  await expect(row(/Wind and Water/u)).toBeFocused();
  // After the last one it goes on to the one before it.
  await page.keyboard.press("Delete");
  await expect(missed.getByRole("listitem")).toHaveCount(1);
  await expect(missed.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Backspace");
  await expect(missed.getByRole("listitem")).toHaveCount(0);
});

test("a place shows what was last looked at in it, and back and forward lead through the window", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  const title = page.getByRole("heading", { level: 1 });
  const firstTitle = (await title.textContent()) ?? "";
  await place(page, "People & sources").click();
  await page.getByRole("option", { name: "Ana Ruiz" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await tab(page, /^New/).click();
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await place(page, "Article").click();
  await tab(page, /^Cards/).click();
  await expect(articleBox(page)).toBeVisible();
  await place(page, "People & sources").press("Enter");
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();

  await page.keyboard.press("Alt+ArrowLeft");
  await expect(articleBox(page)).toBeVisible();
  await page.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();
  await page.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(articleBox(page)).toBeVisible();
  await place(page, "Articles").click();
  await page.getByRole("option", { name: /^Harbour bridge/ }).click();
  await expect(title).not.toHaveText(firstTitle);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(title).toHaveText(firstTitle);
});
