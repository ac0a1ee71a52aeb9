// The history of a mark, a card and an article in the window: what was ever done, also before a restart, by keyboard.
import { expect, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openRecent, openText, saved, sayso } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

test("what was done to a mark and an article can be read, also of an earlier session", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, "The mayor said the bridge is safe.\n");
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await keys.press("4");
  await saved(page);
  await page.keyboard.press("ControlOrMeta+z");
  await saved(page);

  const again = await app.restart();
  await openRecent(again);
  await expect(again.getByRole("textbox", { name: /^Article:/ })).toContainText("The mayor");
  await enterArticle(again);
  await again.keyboard.press("Tab");
  await again.getByRole("button", { name: "History of the mark" }).press("Enter");
  const dialog = again.getByRole("dialog", { name: "History of the mark" });
  const changes = dialog.locator(".record-change");
  await expect(changes).toHaveCount(3);
  await expect(changes.first()).toContainText("Undone: Changed the type");
  await expect(changes.first()).toContainText("type: Source → Speaker");
  await expect(changes.nth(1)).toContainText("type: Speaker → Source");
  await expect(changes.nth(2)).toContainText(/Tagged.*Dana Analyst.*mark made: “The mayor”/s);
  await expectAccessible(again);
  await again.keyboard.press("Escape");

  await again.getByRole("button", { name: /^State of the article/ }).press("Enter");
  await again.getByRole("menuitem", { name: "History of the article" }).press("Enter");
  const whole = again.getByRole("dialog", { name: "History of the article" });
  await expect(whole.locator(".record-change")).toHaveCount(3);
  await expectAccessible(again, { isRepetition: true });
  const { stdout, status } = await sayso(app.home, "history", path);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /Dana Analyst {2}text {2}Undone: Changed the type\n {4}mark changed: “The mayor”\n {6}type: Source → Speaker/,
  );
});
