// One history over articles, the registry and restarts: what was done is taken back wherever it was, also after a kill.
import type { Locator, Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import {
  articleBox,
  endAbruptly,
  enterArticle,
  expectAccessible,
  killTag,
  openSample,
  saved,
  sayso,
} from "./steps.ts";

/** What stands on the disk, without when it was exported. */
async function standsIn({ home }: RunningApp): Promise<Omit<AnnotatedJson, "exportedAt">> {
  const project = `${home}/sample`;
  const { stdout, status } = await sayso(home, "export", project, "--format", "json", "--out", "-");
  expect(status).toBe(0);
  const { exportedAt: _at, ...rest } = JSON.parse(stdout) as AnnotatedJson;
  return rest;
}

/** Shows a tab of a place; choosing the place that is shown would put it away. */
async function show(page: Page, place: string, tab: string): Promise<void> {
  const button = page
    .getByRole("navigation", { name: "Places" })
    .getByRole("button", { name: place, exact: true });
  if ((await button.getAttribute("aria-current")) === null) await button.click();
  await page
    .getByRole("navigation", { name: place, exact: true })
    .getByRole("button", { name: new RegExp(`^${tab}`, "u") })
    .click();
}
const steps = (page: Page) => page.getByRole("list", { name: "History, newest first" }).locator("[data-row]");
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Opens a row, which changes nothing yet, and goes to the moment right after its step. */
async function goTo(page: Page, row: Locator, button: "Go back to here" | "Redo up to here"): Promise<void> {
  await row.press("Enter");
  await expect(row).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("button", { name: button }).press("Enter");
}

/** Deletes the first mark of the article that is shown, by keyboard. */
async function deleteFirstMark(page: Page): Promise<void> {
  await enterArticle(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Delete");
  await saved(page);
}

test("what was done in two articles is taken back where it was done, with a kill in between", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const app = await openSample(launchApp);
  const { page } = app;
  const before = await standsIn(app);
  await expect(title(page)).toContainText("Fishers and ministry");
  await deleteFirstMark(page);
  await show(page, "Articles", "List");
  await page.getByRole("option", { name: /Harbour bridge/ }).click();
  await expect(title(page)).toContainText("Harbour bridge");
  await deleteFirstMark(page);
  const after = await standsIn(app);
  expect(after).not.toEqual(before);
  await show(page, "Article", "History");
  await expect(steps(page)).toHaveCount(3);
  await expectAccessible(page);
  // Keys with Alt go from article to article wherever the keyboard is, in this list too.
  await steps(page).nth(1).focus();
  await page.keyboard.press("Alt+PageDown");
  await expect(title(page)).toContainText("Fishers and ministry");
  await page.keyboard.press("Alt+PageUp");
  await expect(title(page)).toContainText("Harbour bridge");

  // From another article, the last step is taken back where it was.
  await show(page, "Articles", "List");
  await page.getByRole("option", { name: /Fishers/ }).click();
  await expect(title(page)).toContainText("Fishers and ministry");
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(title(page)).toContainText("Harbour bridge");
  await expect(page.getByText(/Undone in “Harbour bridge.*”, where it was done/)).toBeVisible();
  await saved(page);

  await app.kill();
  const again = await app.restart();
  await again.getByRole("button", { name: /^Sample project/ }).press("Enter");
  await expect(articleBox(again)).toBeVisible();
  await show(again, "Article", "History");
  await expect(steps(again)).toHaveCount(3);
  await enterArticle(again);
  await again.keyboard.press("ControlOrMeta+z");
  await expect(title(again)).toContainText("Fishers and ministry");
  await expect.poll(() => standsIn(app)).toEqual(before);

  // And everything again, by the newest step.
  await goTo(again, steps(again).first(), "Redo up to here");
  await expect.poll(() => standsIn(app)).toEqual(after);
});

test("entities are merged, split and brought back, with a restart in between", { tag: killTag }, async ({
  launchApp,
}) => {
  const app = await openSample(launchApp);
  const { page } = app;
  const before = await standsIn(app);
  await show(page, "People & sources", "Registry");
  await page.getByRole("searchbox", { name: "Find an entity" }).fill("ana ruis");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("9 mentions")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Merge…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Merge entities" });
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("Aalto");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(dialog.getByText(/^9 mentions of “[^”]*Aalto” will count towards “Ana Ruiz”/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Merge 2 entities" }).press("Enter");
  await expect(page.getByText("18 mentions")).toBeVisible();
  const merged = await standsIn(app);
  expect(merged).not.toEqual(before);

  await endAbruptly(app);
  const again = await app.restart();
  await again.getByRole("button", { name: /^Sample project/ }).press("Enter");
  await expect(articleBox(again)).toBeVisible();
  await enterArticle(again);
  await again.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => standsIn(app)).toEqual(before);
  await again.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => standsIn(app)).toEqual(merged);

  // The entity that one was looking at is there again.
  await show(again, "People & sources", "Registry");
  await again.getByRole("button", { name: "Back to all entities" }).press("Enter");
  await again.getByRole("searchbox", { name: "Find an entity" }).fill("aalto");
  await again.keyboard.press("ArrowDown");
  await again.keyboard.press("Enter");
  await expect(again.getByText("18 mentions")).toBeVisible();
  await again.getByRole("row").first().focus();
  await again.keyboard.press("Space");
  await again.getByRole("button", { name: "Split off…" }).press("Enter");
  const split = again.getByRole("dialog", { name: "Make a new entity of these mentions" });
  const other = split.getByLabel("Name of the new entity");
  await expect(other).toHaveValue("Minister Johan Aalto");
  await expect(other).toBeFocused();
  // What is proposed is chosen, so that typing takes its place.
  await again.keyboard.type("Johan Aalto the younger");
  await expect(other).toHaveValue("Johan Aalto the younger");
  await expectAccessible(again);
  await split.getByRole("button", { name: "Split off" }).press("Enter");
  await expect(again.getByText("17 mentions")).toBeVisible();
  await expect(again.getByRole("button", { name: "Show “Johan Aalto the younger”" })).toBeFocused();
  await again.getByRole("tab", { name: "Details" }).click();
  await expectAccessible(again);
  await again.getByRole("button", { name: "Take apart" }).press("Enter");
  await expect(again.getByText("Merged into it")).toHaveCount(0);

  await show(again, "Article", "History");
  await expect(steps(again)).toHaveCount(4);
  const now = await standsIn(app);
  await steps(again).last().press("Enter");
  await expectAccessible(again, { isRepetition: true });
  expect(await standsIn(app)).toEqual(now);
  await again.getByRole("button", { name: "Go back to here" }).press("Enter");
  await expect.poll(() => standsIn(app)).toEqual(before);
  await again.getByRole("button", { name: "Redo all" }).press("Enter");
  await expect.poll(() => standsIn(app)).toEqual(now);
});
