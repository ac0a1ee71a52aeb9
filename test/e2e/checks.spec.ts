// The checks by keyboard: each says what it found, is put right in one step, taken back, or let stand with a reason that
// survives a restart.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, layoutKept, openText, saved } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const text = "“Nobody asked us,” the union said on Tuesday. Its “house rule” is older.";

const count = (page: Page, findings: number) =>
  expect(page.getByRole("list", { name: "Findings" }).getByRole("listitem").first()).toHaveAttribute(
    "aria-setsize",
    `${findings}`,
  );
const finding = (page: Page, words: string | RegExp) =>
  page.getByRole("list", { name: "Findings" }).getByRole("button", { name: words });

test("what the rules find is shown, put right, taken back and let stand by keyboard", async ({
  launchApp,
}) => {
  const { app, page, keys } = await openText(launchApp, folder, text);

  // The first finding: marked as a claim by its fix, made a card of by the next one, and so on until the card is whole.
  await keys.press("F8");
  await count(page, 3);
  await expect(finding(page, /This quotation lies outside every claim/).first()).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  await expect(page.getByText("Words in quotation marks are usually somebody’s.")).toBeVisible();
  await expect(articleBox(page)).toBeFocused();
  await expectAccessible(page);
  await keys.press("Alt+F8");
  await expect(finding(page, /The quoted claim has no card/)).toBeVisible();
  await keys.press("F8");
  await keys.press("Alt+F8");
  await expect(finding(page, /neither a voice nor a cue/)).toBeVisible();

  // A cue with its day, as somebody marks it in a hurry.
  await keys.select(keys.between("said", "Tuesday"));
  await keys.press("2");
  await expect(finding(page, /The cue says when/)).toBeVisible();
  await expect(finding(page, /nobody is named as saying it/)).toBeVisible();
  await finding(page, /The cue says when/).press("Enter");
  await page.getByRole("button", { name: "Shorten the cue" }).press("Enter");
  await expect(finding(page, /The cue says when/)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(finding(page, /The cue says when/)).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(finding(page, /The cue says when/)).toHaveCount(0);

  // A quotation that is none may stand, and others read why.
  await finding(page, /This quotation lies outside every claim/).press("Enter");
  await keys.press("Control+F8");
  await page.keyboard.type("A term, not speech");
  await page.keyboard.press("Enter");
  await expect(finding(page, /This quotation lies outside every claim/)).toHaveCount(0);
  await expect(articleBox(page)).toBeFocused();
  await saved(page);
  const again = await app.restart();
  await again
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await expect(articleBox(again)).toBeVisible();
  await again.keyboard.press("F8");
  await count(again, 1);
  const stands = again.getByText("1 finding dismissed, with a reason");
  await stands.press("Enter");
  await expect(again.getByText("A term, not speech")).toBeVisible();
  await expectAccessible(again, { isRepetition: true });
  await again.getByRole("button", { name: "Show it again" }).press("Enter");
  await count(again, 2);
});

test("findings that say the same stand in one row, which is whole after a reload, down to the last of them", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const lines = Array.from({ length: 60 }, (_, at) => `“Words number ${at}” somewhere.`);
  const { app, page } = await openText(launchApp, folder, lines.join("\n"));
  await page.keyboard.press("F8");
  await layoutKept(app, { sidebar: "checks" });
  await page.reload();
  await expect(articleBox(page)).toBeVisible();
  await count(page, 1);
  const group = finding(page, /This quotation lies outside every claim/).first();
  await expect(group).toContainText("60");
  await group.press("Enter");
  await expect(page.getByText("“Words number 59”").last()).toBeVisible();
});

test("the marks beside the text lead to what is wrong, and stand level with it", async ({ launchApp }) => {
  const { page } = await openText(
    launchApp,
    folder,
    `${"A line that says nothing.\n".repeat(60)}“They asked,” and “never again”.`,
  );
  await expect(page.locator(".check-mark")).toHaveCount(0);
  await page.keyboard.press("F8");
  const mark = page.locator(".check-mark");
  await expect(mark).toHaveCount(1);
  await expect(mark).toHaveAccessibleName(/2 findings, first: This quotation lies outside every claim/);
  const [level, words] = await Promise.all([
    mark.boundingBox(),
    articleBox(page).evaluate((box) => {
      const paragraph = [...box.querySelectorAll("p")].at(-1)?.getBoundingClientRect();
      return paragraph && { top: paragraph.top, bottom: paragraph.bottom };
    }),
  ]);
  expect(level && words && level.y >= words.top - 8 && level.y + level.height <= words.bottom + 8).toBe(true);
  await page.getByRole("list", { name: "Findings" }).getByRole("button").first().click();
  await mark.click();
  await expect(finding(page, /This quotation/).first()).toHaveAttribute("aria-expanded", "true");
});
