// Fields of a project's own for its entities: defined in the tagset, filled in by keyboard, told who entered what, and taken back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { Entity } from "../../shared/model/entity.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openSample } from "./steps.ts";

const answersOf = ({ home }: RunningApp, name: string): unknown => {
  const file = JSON.parse(readFileSync(join(home, "sample", "entities.json"), "utf8"));
  const found = (file.entities as readonly Entity[]).find((one) => one.name === name);
  return Object.fromEntries(
    Object.entries(found?.fields ?? {}).map(([id, { provenance: _, ...answer }]) => [id, answer]),
  );
};

async function define(page: Page): Promise<void> {
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("Edit the tagset");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Tagset: News attribution" });
  await dialog.getByRole("tab", { name: "Entity fields" }).click();
  await dialog.getByLabel("New field").fill("Party");
  await dialog.getByLabel("New field").press("Enter");
  await dialog.getByRole("radio", { name: "value from a list" }).press("Space");
  for (const value of ["green", "liberal"]) {
    await dialog.getByLabel("New value").fill(value);
    await dialog.getByLabel("New value").press("Enter");
  }
  await dialog.getByLabel("New field").fill("Age");
  await dialog.getByLabel("New field").press("Enter");
  await dialog.getByRole("radio", { name: "number" }).press("Space");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Review changes…" }).press("Enter");
  const preview = page.getByRole("dialog", { name: "What changes" });
  await expect(preview.getByText("“Party” is new")).toBeVisible();
  await preview.getByRole("button", { name: "Apply" }).press("Enter");
  await expect(articleBox(page)).toBeFocused();
}

test("fields are defined and filled in by keyboard, and a value is taken back", { tag: "@own-host" }, async ({
  launchApp,
}) => {
  const app = await openSample(launchApp);
  const { page } = app;
  await define(page);
  await page.keyboard.press("ControlOrMeta+5");
  await page.getByRole("searchbox", { name: "Find an entity" }).fill("ana ruis");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Details" }).click();
  const details = page.getByRole("tabpanel", { name: "Details" });

  await details.getByLabel("Party").selectOption("green");
  await expect(details.getByText(/^Entered by .+, /u).first()).toBeVisible();
  await expect.poll(() => answersOf(app, "Ana Ruiz")).toMatchObject({ party: { value: expect.any(String) } });
  await details.getByRole("textbox", { name: "Age" }).fill("forty");
  await page.keyboard.press("Enter");
  await expect(details.getByRole("alert")).toHaveText(/^Enter a number/u);
  await details.getByRole("textbox", { name: "Age" }).fill("41");
  await page.keyboard.press("Enter");
  await expect.poll(() => answersOf(app, "Ana Ruiz")).toMatchObject({ age: { value: 41 } });
  await expect(details.getByRole("alert")).toHaveCount(0);
  await details.getByRole("switch", { name: "Age: declined to say" }).press("Space");
  await expect.poll(() => answersOf(app, "Ana Ruiz")).toMatchObject({ age: { declined: true } });
  await expect(details.getByRole("textbox", { name: "Age" })).toHaveValue("");
  await expectAccessible(page);

  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => answersOf(app, "Ana Ruiz")).toMatchObject({ age: { value: 41 } });
});
