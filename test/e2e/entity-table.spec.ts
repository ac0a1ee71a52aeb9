// The table of entities: typed through by keys, copied and pasted as in a spreadsheet, filled from a file; whatever does not fit is told and
// nothing of it entered, and each entry is one step that is taken back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright/test";
import type { Entity } from "../../shared/model/entity.ts";
import { newId } from "../main/core/span-of.ts";
import { expect, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openSample } from "./steps.ts";

const entityCalled = ({ home }: RunningApp, name: string): Entity | undefined =>
  (JSON.parse(readFileSync(join(home, "sample", "entities.json"), "utf8")).entities as Entity[]).find(
    (one) => one.name === name,
  );

const gridOn = (page: Page): Locator => page.getByRole("grid", { name: "Table of entities" });
const cellOf = (page: Page, name: string, column: number): Locator =>
  gridOn(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name, exact: true }) })
    .locator(`[aria-colindex="${column}"]`);
const columnAt = {
  ...{ name: 1, aliases: 2, type: 3, naming: 4 },
  ...{ role: 5, affiliation: 6, externalId: 7, gender: 8 },
};

async function openTable(launchApp: LaunchApp, open = openSample): Promise<RunningApp> {
  const app = await open(launchApp);
  await enterArticle(app.page);
  await app.page.keyboard.press("ControlOrMeta+5");
  await app.page.getByRole("button", { name: "Edit entities as a table" }).press("Enter");
  await expect(gridOn(app.page)).toBeVisible();
  return app;
}

/** Puts a text on the clipboard as another program would, and pastes it where the keyboard is. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

const undo = (page: Page): Promise<void> => page.keyboard.press("ControlOrMeta+z");

test("cells are filled in by keys, one after the other, and taken back", async ({ launchApp }) => {
  const app = await openTable(launchApp);
  const { page } = app;
  const search = page.getByRole("searchbox", { name: "Find an entity" });
  await search.focus();
  await page.keyboard.type("ana ruis");
  await expect(gridOn(page)).toHaveAttribute("aria-rowcount", "3");
  await page.keyboard.press("ArrowDown");
  await expect(cellOf(page, "Ana Ruiz", columnAt.name)).toBeFocused();

  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  for (let column = columnAt.name; column < columnAt.role; column += 1)
    await page.keyboard.press("ArrowRight");
  await expect(cellOf(page, "Ana Ruiz", columnAt.role)).toBeFocused();
  await page.keyboard.press("F2");
  const editor = page.getByRole("textbox", { name: "Ana Ruiz, Role" });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue("mayor");
  await page.keyboard.type("chair");
  await page.keyboard.press("Escape");
  await expect(cellOf(page, "Ana Ruiz", columnAt.role)).toHaveText("mayor");
  await expect(cellOf(page, "Ana Ruiz", columnAt.role)).toBeFocused();

  await page.keyboard.type("Lady Mayor");
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(cellOf(page, "Ana Ruiz", columnAt.affiliation)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(cellOf(page, "Ana Ruiz", columnAt.affiliation)).toHaveText("");
  await expect.poll(() => entityCalled(app, "Ana Ruiz")).toMatchObject({ role: "Lady Mayor" });
  await expect.poll(() => entityCalled(app, "Ana Ruiz")?.affiliation).toBeUndefined();

  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("d");
  await expect(page.getByRole("combobox", { name: "Ana Ruiz, Gender" })).toHaveValue("declined to say");
  await page.keyboard.press("Enter");
  const gender = (): unknown => Object.values(entityCalled(app, "Ana Ruiz")?.fields ?? {});
  await expect.poll(gender).toContainEqual(expect.objectContaining({ declined: true }));
  // The row below it makes a new entity.
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText(/^Entered by .+, /u)).toBeVisible();
  await expectAccessible(page);

  await undo(page);
  await expect(cellOf(page, "Ana Ruiz", columnAt.gender)).toHaveText("woman");
  await undo(page);
  await expect(cellOf(page, "Ana Ruiz", columnAt.affiliation)).toHaveText("Port Ellery");
  await undo(page);
  await expect.poll(() => entityCalled(app, "Ana Ruiz")).toMatchObject({ role: "mayor" });

  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await expect(gridOn(page).locator(":focus")).toHaveCount(0);
});

test("a block is pasted as a whole or not at all, and copied cells are pasted elsewhere", async ({
  launchApp,
}) => {
  const app = await openTable(launchApp);
  const { page } = app;
  await cellOf(page, "Ana Ruiz", columnAt.role).click();
  await paste(page, "head of town\tTown Hall\tQ42\tteacher\n");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("1 problem. Nothing was entered.");
  await expect(alert).toContainText("“Ana Ruiz”, Gender: “teacher” does not fit this field. Enter one of: ");
  await expectAccessible(page);
  await expect(cellOf(page, "Ana Ruiz", columnAt.role)).toHaveText("mayor");

  await paste(page, "head of town\tTown Hall\tQ42\tdeclined to say\n");
  await expect(alert).toHaveCount(0);
  await expect(page.getByText("4 cells changed")).toBeVisible();
  await expect
    .poll(() => entityCalled(app, "Ana Ruiz"))
    .toMatchObject({
      ...{ role: "head of town", affiliation: "Town Hall", externalId: "Q42" },
    });
  await expect(cellOf(page, "Ana Ruiz", columnAt.externalId)).toHaveText("Q42");
  await undo(page);
  await expect.poll(() => entityCalled(app, "Ana Ruiz")?.externalId).toBeUndefined();
  await expect(cellOf(page, "Ana Ruiz", columnAt.role)).toHaveText("mayor");

  // One cell over several; by the keys of the system's own clipboard.
  await cellOf(page, "Ana Ruiz", columnAt.affiliation).click();
  await page.keyboard.press("ControlOrMeta+c");
  await cellOf(page, "Emil Sand", columnAt.role).click();
  await page.keyboard.down("Shift");
  await cellOf(page, "Fathom Research poll", columnAt.role).click();
  await page.keyboard.up("Shift");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByText("2 cells changed")).toBeVisible();
  await expect(cellOf(page, "Emil Sand", columnAt.role)).toHaveText("Port Ellery");
  await expect(cellOf(page, "Fathom Research poll", columnAt.role)).toHaveText("Port Ellery");
});

test("a file is looked at before it is taken, and a table sorted by any column", async ({ launchApp }) => {
  const app = await openTable(launchApp);
  const { page } = app;
  const choose = (text: string) =>
    page
      .getByLabel("Import CSV…", { exact: true })
      .and(page.locator("input"))
      .setInputFiles({
        ...{ name: "sources.csv", mimeType: "text/csv" },
        buffer: Buffer.from(text),
      });
  const dialog = page.getByRole("dialog", { name: "Import values from sources.csv" });
  await choose("name,Gender\nAna Ruiz,teacher\nNobody,woman\n");
  await expect(dialog.getByRole("alert")).toContainText(
    "row 2, “Gender”: “teacher” does not fit this field.",
  );
  await expect(dialog.getByRole("alert")).toContainText("row 3, “name”: There is no entity “Nobody”.");
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await dialog.getByRole("switch", { name: "Add the name that nobody has as a new entity" }).press("Space");
  await expect(dialog.getByRole("alert")).not.toContainText("Nobody");
  await dialog.getByRole("button", { name: "Cancel" }).press("Enter");

  await choose("\ufeffname;role;external_id;Gender\nAna Ruiz;mayor;Q42;\nEmil Sand;press officer;;man\n");
  for (const told of ["1 new value", "1 changed value", "2 values already known", "2 empty cells ignored"])
    await expect(dialog.getByText(told, { exact: true })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Emil Sand Role spokesman press officer" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Import 2 values" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => entityCalled(app, "Emil Sand")?.role).toBe("press officer");
  await expect.poll(() => entityCalled(app, "Ana Ruiz")?.externalId).toBe("Q42");

  await gridOn(page).getByRole("button", { name: "Sort by External ID" }).press("Enter");
  await expect(gridOn(page).getByRole("columnheader", { name: "Sort by External ID" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(gridOn(page).getByRole("rowheader").first()).toHaveText("Ana Ruiz");
  await undo(page);
  await expect.poll(() => entityCalled(app, "Emil Sand")?.role).toBe("spokesman");
  await expect.poll(() => entityCalled(app, "Ana Ruiz")?.externalId).toBeUndefined();
});

test("a name in the last row makes an entity, whose other names and values are typed on, and a block several", async ({
  launchApp,
}) => {
  const app = await openTable(launchApp);
  const { page } = app;
  const grid = gridOn(page);
  await grid.getByRole("rowheader").first().click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("x");
  await expect(page.getByText("Enter a name first.")).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.type("Ana Ruiz");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Somebody is called “Ana Ruiz” already.");
  const field = page.getByRole("textbox", { name: "New entity…, Name" });
  await expect(field).toBeFocused();
  await field.fill("Harbour Union");
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(cellOf(page, "Harbour Union", columnAt.aliases)).toBeFocused();
  await page.keyboard.type("the union;dockers");
  await page.keyboard.press("Tab");
  await expect(cellOf(page, "Harbour Union", columnAt.aliases)).toHaveText("the union; dockers");
  await expect
    .poll(() => entityCalled(app, "Harbour Union"))
    .toMatchObject({ type: "organization", naming: "named", aliases: ["the union", "dockers"] });

  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Home");
  await paste(page, "Vera Holm\tHolm\tperson\nPaul Brandt\n");
  await expect(page.getByText("3 cells changed")).toBeVisible();
  await expect
    .poll(() => entityCalled(app, "Vera Holm"))
    .toMatchObject({ aliases: ["Holm"], type: "person" });
  await expect.poll(() => entityCalled(app, "Paul Brandt")?.naming).toBe("named");
  await undo(page);
  await expect.poll(() => entityCalled(app, "Paul Brandt")).toBeUndefined();
  await undo(page);
  await undo(page);
  await expect.poll(() => entityCalled(app, "Harbour Union")).toBeUndefined();
  await expect(grid).toHaveAttribute("aria-rowcount", String(38 + 2));
});

/** The sample with so many more entities. */
const openLarge =
  (count: number) =>
  (launchApp: LaunchApp): Promise<RunningApp> =>
    launchApp({
      async prepare(client) {
        await client.call("settings.set", { annotatorName: "Dana Analyst" });
        const { handle: project, path } = await client.call("project.openSample", {});
        const added = Array.from(
          { length: count },
          (_, at): Entity => ({
            ...{ id: newId(), name: `Source ${at}`, aliases: [] },
            ...{ type: "person", naming: "named" },
          }),
        );
        const step = { command: "create-entity", at: "2026-01-01T00:00:00Z" };
        const entities = { added, updated: [], removed: [] };
        await client.call("project.apply", { project, opId: newId(), step, parts: [], entities });
        await client.call("project.close", { project });
        return path;
      },
    });

test("thousands of entities have rows for those in view, and the keyboard at either end", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openTable(launchApp, openLarge(5_000));
  const grid = gridOn(page);
  await expect(grid).toHaveAttribute("aria-rowcount", String(5_000 + 38 + 2));
  await grid.getByRole("rowheader").first().click();
  await page.keyboard.press("ControlOrMeta+End");
  await expect(grid.locator('[aria-rowindex="5040"]').locator("[aria-colindex]").last()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  const last = grid.locator('[aria-rowindex="5039"]');
  expect(await grid.locator("[aria-rowindex]").count()).toBeLessThan(80);
  await page.keyboard.press("Home");
  await expect(last.getByRole("rowheader")).toBeFocused();
  for (let column = columnAt.name; column < columnAt.role; column += 1)
    await page.keyboard.press("ArrowRight");
  await page.keyboard.type("witness");
  await page.keyboard.press("Shift+Enter");
  await expect(last.locator(`[aria-colindex="${columnAt.role}"]`)).toHaveText("witness");
  await page.keyboard.press("ControlOrMeta+Home");
  await expect(grid.locator('[aria-rowindex="2"]').getByRole("rowheader")).toBeFocused();
  expect(await grid.locator("[aria-rowindex]").count()).toBeLessThan(80);
});
