// The first thing that must hold on every host: the page opens without an error, and the core behind it answers. Of the desktop
// `desktop.spec.ts` shows it.
import { expect, test } from "./fixtures.ts";

test("the workstation opens, and opens again after a reload", async ({ launchApp }) => {
  const app = await launchApp();
  await expect(app.page).toHaveTitle(/Sayso/);
  await expect(app.page.locator("#root")).not.toBeEmpty();
  await app.page.reload();
  await expect(app.page.locator("#root")).not.toBeEmpty();
  expect(new URL(app.page.url()).hash).toBe("");
});

test("it ends in order when it is told to, and starts again", { tag: "@own-host" }, async ({ launchApp }) => {
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
