// Bringing in many articles while somebody works: the window is theirs meanwhile, the foot of it says how far it is, and what was taken
// when it was stopped stays.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  mark,
  openText,
  pressWhenReady,
  saved,
} from "./steps.ts";

const story = "The mayor said on Tuesday that the bridge will close.";
const count = 2_000;

test("a person tags and saves while articles come in, stops it, and is told what was taken", async ({
  launchApp,
  folder,
}) => {
  const { app, page, keys } = await openText(launchApp, folder, story);
  const many = join(folder, "many");
  mkdirSync(many);
  for (let at = 0; at < count; at += 1)
    writeFileSync(join(many, `${at}.txt`), `Report ${at}\n\n${at} words.\n`);

  await app.answerDialog(many);
  await page.keyboard.press("ControlOrMeta+i");
  if (app.driver === "browser") await page.locator('input[type="file"]').nth(1).setInputFiles(many);
  else await page.getByRole("button", { name: "A folder…", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await expect(dialog.getByText("2,000 files")).toBeVisible();
  await pressWhenReady(dialog.getByRole("button", { name: "Import", exact: true }));
  await expect(dialog.getByRole("progressbar", { name: "Progress" })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await dialog.getByRole("button", { name: "Continue working" }).press("Enter");
  await expect(dialog).toBeHidden();

  const door = page.getByRole("button", { name: /^Importing: / });
  await expect(door).toBeVisible();
  await enterArticle(page);
  await mark(page, keys, "The mayor", "1");
  await saved(page);
  // Nothing that comes in takes the keyboard or the article away.
  await expect(page.getByRole("button", { name: /^List [\d,]{2,}/ })).toBeVisible();
  await expect(articleBox(page)).toBeFocused();
  await expect(articleBox(page)).toContainText(story);

  await door.press("Enter");
  await dialog.getByRole("button", { name: "Stop", exact: true }).press("Enter");
  const result = page.getByRole("dialog", { name: "What was imported" });
  await expect(result.getByText("Stopped; what was imported until then stays.")).toBeVisible();
  const counts = (await result.getByText(/articles imported/).textContent()) ?? "";
  const taken = Number(/^([\d,]+)/.exec(counts)?.[1]?.replace(",", ""));
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(count);
  await result.getByRole("button", { name: "Close", exact: true }).last().press("Enter");
  await expect(door).toBeHidden();
  const listed = (taken + 1).toLocaleString("en");
  await expect(page.getByRole("button", { name: `List ${listed}` })).toBeVisible();
});
