// The first thing that must hold on every host: the page opens without an error, and the core behind it answers.
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { goToPath, pressWhenReady } from "./steps.ts";

test("the workstation opens, and opens again after a reload", { tag: "@each-host" }, async ({
  launchApp,
}) => {
  const app = await launchApp();
  await expect(app.page).toHaveTitle(/Sayso/);
  await expect(app.page.locator("#root")).not.toBeEmpty();
  await app.page.reload();
  await expect(app.page.locator("#root")).not.toBeEmpty();
  expect(new URL(app.page.url()).hash).toBe("");
});

test("it ends in order when it is told to, and starts again", { tag: ["@own-host", "@each-host"] }, async ({
  launchApp,
}) => {
  const app = await launchApp();
  await expect(app.page.locator("#root")).not.toBeEmpty();
  expect(await app.stop()).toBe(0);
  const page = await app.restart();
  await expect(page.locator("#root")).not.toBeEmpty();
});

test("it starts again after it was killed", { tag: ["@own-host", "@each-host"] }, async ({ launchApp }) => {
  const app = await launchApp();
  await app.kill();
  const page = await app.restart();
  await expect(page.locator("#root")).not.toBeEmpty();
});

test("a name can be typed at once when another dialog’s button asks for it", async ({
  launchApp,
  folder,
}) => {
  const app = await launchApp();
  const { page } = app;
  await app.answerDialog(join(folder, "Bridge"));
  await page.getByRole("button", { name: "New project" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New project" });
  if (app.driver === "browser") await goToPath(dialog, folder);
  await dialog.getByLabel("Name", { exact: true }).fill("Bridge");
  const make = dialog.getByRole("button", { name: app.driver === "browser" ? "Create" : "Choose where…" });
  await pressWhenReady(make);
  await expect(page.getByRole("dialog", { name: "Your name" })).toBeVisible();
  const field = page.getByRole("textbox", { name: "Name" });
  await expect(field).toBeFocused();
  await page.keyboard.type("Dana");
  // The Enter that ends what an input method composes is the input method's.
  await field.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
  await expect(page.getByRole("dialog", { name: "Your name" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
