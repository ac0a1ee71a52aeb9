// What changed between an article and a fresh copy of it: chosen, read, walked and saved by keyboard, with the claims that are gone.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { lockedPdf } from "../helpers/locked-pdf.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import {
  articleBox,
  bringIn,
  expectAccessible,
  goToPath,
  mark,
  openText,
  pressWhenReady,
  saved,
} from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const title = "Council shuts the old bridge";
const vote =
  "The council voted on Tuesday to close the bridge for 6 months while engineers look at its piers.";
const mayor = "The mayor said that nobody on the east bank would lose work over it.";
const built =
  "The bridge was built in 1911 and carries some four thousand cars on every working day of the year.";
const last = "Most of them come from the villages in the hills.";
const old = `${[title, vote, mayor, built, last].join("\n\n")}\n`;
const fresh = `${[title, built, vote.replace("6 months", "9 months"), "A clerk declined to answer questions about the cost.", last].join("\n\n")}\n`;

async function choose(page: Page, action: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(action);
  await page.keyboard.press("Enter");
}

/** Compares the article with a fresh copy of it. `look`: what is done in the dialog before. */
async function compareWithCopy(app: RunningApp, look = async (): Promise<void> => undefined): Promise<void> {
  const { page } = app;
  const copy = join(folder, "fresh.txt");
  writeFileSync(copy, fresh);
  await app.answerDialog(copy);
  await choose(page, "compare with a fresh copy");
  const dialog = page.getByRole("dialog", { name: "Choose a fresh copy of the article" });
  // Until the folder is listed its buttons are on their way from one colour to another.
  if (app.driver === "browser")
    await expect(dialog.getByRole("navigation", { name: "Where this folder is" })).toBeVisible();
  await look();
  if (app.driver === "browser") await goToPath(dialog, copy);
  else await dialog.getByRole("button", { name: "Choose the file…" }).press("Enter");
  await expect(page.getByText("A figure changed from 6 to 9 (paragraph 3).")).toBeVisible();
}

test("a fresh copy is compared with the article, and the comparison saved", async ({ launchApp }) => {
  const { app, page, keys } = await openText(launchApp, folder, old);
  await mark(page, keys, "that nobody on the east bank would lose work over it", "3");
  await saved(page);

  await compareWithCopy(app, () => expectAccessible(page));
  await expect(page.getByText("1 paragraph was moved.")).toBeVisible();
  await expect(page.getByText("was paragraph", { exact: false })).toBeVisible();
  const claims = page.getByRole("region", { name: "Claims that are gone or changed" });
  await expect(claims.getByRole("listitem")).toContainText(
    "that nobody on the east bank would lose work over it",
  );
  await expectAccessible(page);

  await page.keyboard.press("j");
  await expect(page.getByRole("status").getByText(/^1 of \d$/)).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("radio", { name: "In one text" })).toBeChecked();
  await expect(page.getByRole("deletion").getByText("6", { exact: true })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });

  const file = join(folder, `${title} – What changed.html`);
  await app.answerDialog(file);
  await page.getByRole("button", { name: "Save the comparison…" }).press("Enter");
  const saving = page.getByRole("dialog", { name: "Save the comparison" });
  await expectAccessible(page);
  if (app.driver === "browser") {
    await goToPath(saving, folder);
    await expect(saving.getByRole("button", { name: "Save" })).toBeEnabled();
    await saving.getByLabel("File name").press("Enter");
  } else await pressWhenReady(saving.getByRole("button", { name: "Choose where…" }));
  await expect(saving).toHaveCount(0);
  await expect(page.getByText("Saved the comparison")).toBeVisible();
  expect(readFileSync(file, "utf8")).toContain("<del>6</del>");

  // What would lose its place is told before, and undo brings it back.
  await page.getByRole("button", { name: "Use it as the new version" }).press("Enter");
  await expect(page.getByRole("status").getByText(/^1 mark has no certain place there/)).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page.getByRole("button", { name: "Use it anyway" }).press("Enter");
  await expect(articleBox(page)).toContainText("9 months");
  await expect(page.locator("mark[data-spans]")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(articleBox(page)).toContainText("6 months");
  await expect(page.locator("mark[data-spans]").first()).toBeVisible();
});

test("the revisions of an article are listed, any two compared, and the present one taken back", async ({
  launchApp,
}) => {
  const { app, page, keys } = await openText(launchApp, folder, old);
  await mark(page, keys, "that nobody on the east bank would lose work over it", "3");
  await saved(page);
  await compareWithCopy(app);
  await page.getByRole("button", { name: "Use it as the new version" }).press("Enter");
  await page.getByRole("button", { name: "Use it anyway" }).press("Enter");
  await expect(articleBox(page)).toContainText("9 months");

  await choose(page, "revisions of the article");
  const revisions = page.getByRole("region", { name: "Revisions of the article" }).getByRole("listitem");
  await expect(revisions).toHaveCount(2);
  await expect(revisions.nth(0)).toContainText("as it is now");
  await expect(revisions.nth(0)).toContainText("Marks of Dana Analyst: 1 without a place");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^What it changed: New version/ }).press("Enter");
  await expect(page.getByText("A figure changed from 6 to 9 (paragraph 3).")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use it as the new version" })).toHaveCount(0);
  const [before, after] = [
    page.getByLabel("Compare", { exact: true }),
    page.getByLabel("with", { exact: true }),
  ];
  await expect(before).toHaveValue("1");
  await expectAccessible(page, { isRepetition: true });
  await after.press("ArrowDown");
  await expect(page.getByText("Both versions have the same words.")).toBeVisible();
  await before.press("ArrowUp");
  await expect(page.getByText("A figure changed from 9 to 6", { exact: false })).toBeVisible();

  await page.keyboard.press("Alt+v");
  await page.getByRole("button", { name: /^Revert it/ }).press("Enter");
  await expect(revisions).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toContainText("6 months");
  await expect(page.locator("mark[data-spans]").first()).toBeVisible();
});

test("a file that may be a new version of an article is compared with it, taken, and leaves no second article", async ({
  launchApp,
}) => {
  const { app, page } = await openText(launchApp, folder, old);
  const copy = join(folder, "fresh.txt");
  writeFileSync(copy, old.replace("6 months", "9 months"));
  await bringIn(app, copy);
  await expect(page.getByText(`Nearly the same text as “${title}”`)).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page.getByRole("button", { name: "What changed" }).press("Enter");
  await expect(page.getByText("A figure changed from 6 to 9 (paragraph 2).")).toBeVisible();
  await page.getByRole("button", { name: "Use it as the new version" }).press("Enter");
  await expect(articleBox(page)).toContainText("9 months");
  await expect(page.getByText("and all its annotations to the trash", { exact: false })).toBeVisible();
  await page.keyboard.press("Alt+v");
  const revisions = page.getByRole("region", { name: "Revisions of the article" }).getByRole("listitem");
  await expect(revisions.nth(0)).toContainText("File fresh.txt");
  await expectAccessible(page, { isRepetition: true });
});

test("a fresh copy is read by the encoding that is chosen, and a locked one is opened with its password", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, page } = await openText(launchApp, folder, old);
  const copy = join(folder, "fresh.txt");
  const locked = join(folder, "locked.pdf");
  writeFileSync(copy, Buffer.from(old.replace("6 months", "9 mois d'été"), "latin1"));
  writeFileSync(locked, lockedPdf([old.replaceAll("\n", " ")], "swordfish"));
  const open = async (path: string): Promise<void> => {
    await app.answerDialog(path);
    await choose(page, "compare with a fresh copy");
    const dialog = page.getByRole("dialog", { name: "Choose a fresh copy of the article" });
    if (app.driver === "browser") await goToPath(dialog, path);
    else await dialog.getByRole("button", { name: "Choose the file…" }).press("Enter");
  };
  await open(copy);
  await expect(page.getByText("d'été")).toBeVisible();
  await page.getByLabel("Encoding of fresh.txt").selectOption("windows-1251");
  await expect(page.getByText("d'йtй")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Encoding of fresh.txt").selectOption("");
  await expect(page.getByText("d'été")).toBeVisible();

  await open(locked);
  const password = page.getByLabel("Password of locked.pdf");
  await expect(password).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("trout");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That is not the password of “locked.pdf”.")).toBeVisible();
  await password.fill("swordfish");
  await password.press("Enter");
  await expect(page.getByRole("button", { name: "Use it as the new version" })).toBeVisible();
});
