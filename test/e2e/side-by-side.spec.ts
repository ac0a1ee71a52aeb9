// Two things side by side, tabs and bookmarks; and a window that comes back with them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, openSample } from "./steps.ts";

const beside = (page: Page) => page.getByRole("complementary", { name: /^Beside the article/ });
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const tabs = (page: Page) => page.getByRole("navigation", { name: "Open articles" }).getByRole("listitem");
/** Of the two articles that the sample opens with, the one that is not open. */
const otherRow = (page: Page) =>
  page
    .getByRole("listbox", { name: "Articles" })
    .getByRole("option", { name: /^(?:Fishers and ministry|Harbour bridge)/u, selected: false });

test("an article is read beside the other, tabs stay open, a bookmark leads back, and all is there after a reload", async ({
  launchApp,
}) => {
  const { page, home } = await openSample(launchApp);
  const first = (await title(page).textContent()) ?? "";
  const second = (await otherRow(page).locator(".article-row-title").textContent()) ?? "";
  // The other article opens beside, to be read.
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(second);
  await expect(page.getByRole("dialog").getByRole("option").first()).toHaveAccessibleName(
    `${second} Article`,
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  const text = beside(page).getByRole("textbox");
  await expect(text).toBeFocused();
  await expect(beside(page).getByRole("heading", { level: 2 })).toHaveText(second);
  await expect(text.locator("mark").first()).toBeVisible();
  await expectAccessible(page);
  // Keys about the article do nothing from there.
  const marks = await page.locator("main .article mark[data-spans]").count();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("q");
  await page.keyboard.press("1");
  await expect(page.locator("main .article mark[data-spans]")).toHaveCount(marks);
  // The two change over, and the keyboard is where one writes.
  await page.keyboard.press("Alt+x");
  await expect(title(page)).toHaveText(second);
  await expect(beside(page).getByRole("heading", { level: 2 })).toHaveText(first);
  await expect(page.getByRole("main").getByRole("textbox")).toBeFocused();
  // A bookmark here; the other article gets a tab of its own, and what is selected is not pasted, as the middle button would on Linux.
  await page.keyboard.press("Alt+k");
  await page.keyboard.press("ControlOrMeta+Shift+ArrowRight");
  await otherRow(page).click({ button: "middle" });
  await expect(title(page)).toHaveText(first);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(tabs(page)).toHaveCount(2);
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.press("F4");
  await expect(title(page)).toHaveText(second);
  await page.keyboard.press("Alt+t");
  await expect(title(page)).toHaveText(first);

  const kept = () => JSON.parse(readFileSync(join(home, "desks.json"), "utf8")).desks[0];
  await expect.poll(() => kept()).toMatchObject({ tabs: { length: 2 }, beside: { kind: "article" } });
  await expect
    .poll(() => JSON.parse(readFileSync(join(home, "places.json"), "utf8")).visits[0].article)
    .toBe(kept().bookmarks[0].article === kept().tabs[0] ? kept().tabs[1] : kept().tabs[0]);
  await page.reload();
  await expect(title(page)).toHaveText(first);
  await expect(tabs(page)).toHaveCount(2);
  await expect(beside(page)).toBeVisible();
  await page.getByRole("main").getByRole("textbox").focus();
  await page.keyboard.press("Alt+b");
  await expect(beside(page)).toHaveCount(0);
  await page.keyboard.press("Alt+w");
  await expect(title(page)).toHaveText(second);
  await expect(tabs(page)).toHaveCount(0);
  await page
    .getByRole("navigation", { name: "Articles" })
    .getByRole("button", { name: /^Bookmarks/ })
    .click();
  await expectAccessible(page);
  const row = page.getByRole("grid", { name: "Bookmarks in this project" }).getByRole("row");
  await expect(row).toHaveCount(1);
  await row.getByRole("button", { name: /^Remove the bookmark/ }).click();
  await expect(page.getByText("No bookmarks yet")).toBeVisible();
  await expect(articleBox(page)).toBeVisible();
});

test("a project opens on the page that one left, and on the entity that one was looking at", async ({
  launchApp,
}) => {
  const { page, home } = await openSample(launchApp);
  const file = join(home, "desks.json");
  const kept = () => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).desks[0] : null);
  await page.keyboard.press("ControlOrMeta+5");
  const entity = page.locator("[data-pane=sidebar]").getByRole("option").first();
  await entity.click();
  const heading = page.locator(".entity-page").getByRole("heading").first();
  const name = (await heading.textContent()) ?? "";
  await expect.poll(() => kept()).toMatchObject({ page: null, entity: expect.any(String) });
  const layout = () => JSON.parse(readFileSync(join(home, "settings.json"), "utf8")).layout;
  await expect.poll(layout).toMatchObject({ sidebar: "entities" });
  await page.reload();
  await expect(heading).toHaveText(name);
  await page.keyboard.press("ControlOrMeta+Alt+8");
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible();
  await expect.poll(() => kept()).toMatchObject({ page: "board" });
  await page.reload();
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
});
