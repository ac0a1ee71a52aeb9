// People whom the articles of a project name, by keyboard: entered into the registry, joined with others, put aside, taken back, undone.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import { articleBox, bringIn, enterArticle, expectAccessible, openText } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const first = [
  "The bridge will stay shut, Ana Hart, the mayor, said on Monday.",
  "“Nobody asked us,” she told reporters. Oleksiy Danylenko said that the cracks were old.",
].join("\n\n");
const second = [
  "Mayor Ana Hart denied that the city had known.",
  "Oleksii Danylenko said the steel would hold. “We will see,” said a senior official, who asked not to be named because talks go on.",
].join("\n\n");

const people = (page: Page) => page.getByRole("list", { name: "New people and sources" });
const rowsOf = (page: Page, list: string) =>
  page.getByRole("list", { name: list }).getByRole("button", { expanded: false });
const openRow = (page: Page, list: string) =>
  page.getByRole("list", { name: list }).getByRole("button", { expanded: true });

test("people of all articles are entered, joined, put aside and taken back", async ({ launchApp }) => {
  const { app, page } = await openText(launchApp, folder, first);
  writeFileSync(join(folder, "second.txt"), second);
  await bringIn(app, join(folder, "second.txt"));
  await expect(articleBox(page)).toContainText("talks go on");
  await enterArticle(page);
  const keys = keyboardOn(page, second);

  // All who speak, of both articles, the most frequent first.
  await page.keyboard.press("ControlOrMeta+Alt+5");
  // The thread that reads them may have to wait for a busy machine.
  await expect(page.getByText(/^\d entities from 2 articles$/)).toBeVisible();
  await expect(rowsOf(page, "New people and sources").first()).toContainText(/Ana Hart.*person, named/u);
  await expect(people(page).getByText("perhaps the same as Oleksii Danylenko")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await rowsOf(page, "New people and sources").first().focus();
  await keys.press("Space");
  await expect(openRow(page, "New people and sources")).toContainText("Ana Hart");
  await expect(people(page).getByRole("definition").getByText("mayor", { exact: true })).toBeVisible();
  await expect(
    people(page).getByText("“Ana Hart, the mayor” is the nearest mention the pronoun can refer to."),
  ).toBeVisible();
  await expectAccessible(page, { isRepetition: true });

  // Entered, and the next one is open; two spellings of one name are one.
  await keys.press("Enter");
  await expect(openRow(page, "New people and sources")).toContainText(/Oleksii Danylenko.*person, named/u);
  await expect(openRow(page, "New people and sources")).toBeFocused();
  await expect(people(page).getByText("Ana Hart")).toHaveCount(0);
  await keys.press("m");
  const dialog = page.getByRole("dialog", { name: "Who is Oleksii Danylenko the same as?" });
  await expect(dialog.getByRole("option").first()).toContainText("another spelling");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(people(page).getByText(/Danylenko/)).toHaveCount(0);

  // Somebody unnamed, with the reason that the article gives; put aside, taken back, undone.
  await rowsOf(page, "New people and sources").filter({ hasText: "senior official" }).focus();
  await keys.press("Space");
  await expect(
    people(page)
      .getByText(/asked not to be named because talks go on/)
      .first(),
  ).toBeVisible();
  await keys.press("Backspace");
  await expect(people(page).getByText("senior official")).toHaveCount(0);
  await page.getByRole("radio", { name: "Put aside" }).press("Space");
  await expect(page.getByRole("list", { name: "Put aside" }).getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page, { isRepetition: true });
  await page
    .getByRole("list", { name: "Put aside" })
    .getByRole("button", { name: "Suggest it again" })
    .press("Enter");
  await expect(page.getByText("Nothing was put aside.")).toBeVisible();
  await page.getByRole("radio", { name: "Open" }).press("Space");
  await expect(people(page).getByText("senior official").first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(people(page).getByText("senior official")).toHaveCount(0);
});
