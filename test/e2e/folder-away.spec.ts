// A project whose folder goes away under an open window, as a drive does that is pulled out.
import { mkdirSync, renameSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectAccessible, goToPath, openText, pressWhenReady, saved } from "./steps.ts";
import { counted, setOf } from "./suggested.ts";

const text = "“We will sue,” said Ana Hart.\n\nThe mayor said the bridge is safe.";

/** In the picker of a window that has no dialog of its system. */
async function choose(page: Page, path: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Open a project" });
  await goToPath(dialog, path);
  await pressWhenReady(dialog.getByRole("button", { name: "Open", exact: true }));
}

// An empty folder is what a drive leaves that was mounted on it.
for (const isEmptyLeft of [false, true])
  test(`it is said until the folder is back, and what is marked meanwhile is in the project then${isEmptyLeft ? ", where an empty one is left" : ""}`, {
    tag: isEmptyLeft ? "@repetition" : [],
  }, async ({ launchApp, folder }) => {
    const { app, page, path, keys } = await openText(launchApp, folder, text);
    await keys.select(keys.find("The mayor"));
    await keys.press("1");
    await saved(page);
    const notice = page.getByRole("alert").filter({ hasText: "The project’s folder cannot be found." });
    const elsewhere = join(folder, "elsewhere");

    // Before anything waits to be saved.
    renameSync(path, elsewhere);
    if (isEmptyLeft) mkdirSync(path);
    await expect(notice).toBeVisible();
    await expect(notice).toContainText(`“${path}” is not there`);
    await expect(notice).toContainText("What you mark now is kept safe on this computer.");
    await expectAccessible(page, { isRepetition: true });
    await keys.select(keys.find("bridge"));
    await keys.press("1");
    await expect(page.getByText("Not saved: 1 change kept safe on this computer").first()).toBeVisible();
    await expect(page.getByRole("button", { name: /One text/ })).toHaveCount(1);

    // Nothing was written into it.
    if (isEmptyLeft) rmdirSync(path);
    renameSync(elsewhere, path);
    await expect(notice).toHaveCount(0);
    await saved(page);
    expect((await setOf(app.home, path)).set.spans).toHaveLength(2);
  });

test("a window that is opened meanwhile says it too, with what is known of the project", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { app, path } = await openText(launchApp, folder, text);
  await counted(app.page, 2);
  const elsewhere = join(folder, "elsewhere");
  renameSync(path, elsewhere);
  const title = "The project’s folder cannot be found.";
  await expect(app.page.getByText(title)).toBeVisible();
  const beside = await app.openWindow(path);
  await beside
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await expect(beside.getByText(title)).toBeVisible();
  await counted(beside, 2);
  renameSync(elsewhere, path);
  await expect(beside.getByText(title)).toHaveCount(0);
  await expect(app.page.getByText(title)).toHaveCount(0);
});

test("where one window opens the project in its new place the others go on, with what was marked meanwhile", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { app, path, keys } = await openText(launchApp, folder, text);
  const title = "The project’s folder cannot be found.";
  const elsewhere = join(folder, "elsewhere");
  renameSync(path, elsewhere);
  await expect(app.page.getByText(title)).toBeVisible();
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await expect(app.page.getByText("Not saved: 1 change kept safe on this computer").first()).toBeVisible();

  const beside = await app.openWindow(elsewhere);
  if (app.driver === "browser") {
    await beside.getByRole("button", { name: /^Open a project/ }).press("Enter");
    await choose(beside, elsewhere);
  }
  await expect(app.page.getByText(title)).toHaveCount(0);
  await expect(app.page.getByRole("status").getByText(/^Saved/)).toBeVisible();
  await expectAccessible(app.page);
  expect((await setOf(app.home, elsewhere)).set.spans).toHaveLength(1);
  await keys.select(keys.find("bridge"));
  await keys.press("1");
  await saved(app.page);
  expect((await setOf(app.home, elsewhere)).set.spans).toHaveLength(2);
});

test("the notice has the way to open the project where it is now, and what was marked meanwhile comes along", async ({
  launchApp,
  folder,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  const elsewhere = join(folder, "elsewhere");
  renameSync(path, elsewhere);
  const notice = page.getByRole("alert").filter({ hasText: "The project’s folder cannot be found." });
  await expect(notice).toBeVisible();
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await expect(page.getByText("Not saved: 1 change kept safe on this computer").first()).toBeVisible();

  await app.answerDialog(elsewhere);
  await notice.getByRole("button", { name: "Open it where it is now…" }).press("Enter");
  if (app.driver === "browser") await choose(page, elsewhere);
  await expect(notice).toHaveCount(0);
  await expect(page.getByText(/could not be saved at the time .* are in the project now/)).toBeVisible();
  expect((await setOf(app.home, elsewhere)).set.spans).toHaveLength(1);
});
