// Without the keyboard: the toolbar that floats over words selected with the pointer and over a suggestion that it clicked, gone with the
// first key; the menu at a place; and copying a card.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";
import { clickAt, dragOver } from "./pointer.ts";
import { articleBox, expectAccessible, openText } from "./steps.ts";

const text = readFileSync(join(repository, "test/fixtures/journeys/harbour-bridge.txt"), "utf8");

test("words are tagged, added to the mark and put in a card of their own without the keyboard", async ({
  launchApp,
  folder,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  const toolbar = page.getByRole("toolbar", { name: "Selected words" });
  const marked = (words: string) => articleBox(page).locator("mark[data-spans]", { hasText: words }).first();

  await dragOver(page, text, keys.find("We will rebuild it"));
  await expectAccessible(page);
  await toolbar.getByRole("button", { name: /^Claim/ }).click();
  await expect(marked("We will rebuild it")).toBeVisible();
  await expect(toolbar).toHaveCount(0);
  await expect(articleBox(page)).toBeFocused();

  await dragOver(page, text, keys.find("will not raise"));
  await toolbar.getByRole("button", { name: /^Add to mark/ }).click();
  await expect(marked("will not raise")).toBeVisible();
  await expect(page.getByText(/^1 mark$/)).toBeVisible();

  await dragOver(page, text, keys.find("told The Port"));
  await toolbar.getByRole("button", { name: "New card" }).click();
  await expect(page.getByText(/^card 1 of 1$/i).first()).toBeVisible();
  // It was one step.
  await keys.press("Control+z");
  await expect(page.getByText(/^1 mark$/)).toBeVisible();
  await expect(page.getByText(/^card 1 of 1$/i)).toHaveCount(0);

  await dragOver(page, text, keys.find("The harbour bridge"));
  await expect(toolbar).toBeVisible();
  await keys.press("1");
  await expect(marked("The harbour bridge")).toBeVisible();
  await expect(toolbar).toHaveCount(0);
});

test("a suggestion that is clicked says how sure it is in one row, and is accepted and rejected where it stands", async ({
  launchApp,
  folder,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  const toolbar = page.getByRole("toolbar", { name: "Suggestion" });
  const suggested = articleBox(page).locator("mark[data-suggestion]");
  await expect(suggested.first()).toBeVisible();
  // The pane has all of it, and is not said twice.
  await clickAt(page, text, keys.find("We will rebuild it").start + 4);
  await expect(page.getByRole("region", { name: /^Suggestion \d/ })).toBeVisible();
  await expect(toolbar).toHaveCount(0);
  await page.getByRole("button", { name: "Hide the inspector" }).click();
  await clickAt(page, text, keys.find("We will rebuild it").start + 4);
  await expect(toolbar.getByText(/\d+% sure/)).toBeVisible();
  expect((await toolbar.boundingBox())?.height).toBeLessThan(44);
  await expectAccessible(page);
  await toolbar.getByRole("button", { name: /^Accept/ }).click();
  await expect(page.getByText(/^1 card$/)).toBeVisible();
  // The next one is looked at, still with the pointer.
  await expect(toolbar).toBeVisible();
  const before = await suggested.count();
  await toolbar.getByRole("button", { name: "Reject", exact: true }).click();
  await expect.poll(() => suggested.count()).toBeLessThan(before);
  await keys.press("Escape");
  await expect(toolbar).toHaveCount(0);
});

test("the menu at a mark is in sections, and copies its card as a citation that a text field and a page can take", {
  tag: "@each-host",
}, async ({ launchApp, folder }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await dragOver(page, text, keys.find("We will rebuild it"));
  await page
    .getByRole("toolbar", { name: "Selected words" })
    .getByRole("button", { name: "New card" })
    .click();
  await expect(page.getByText(/^card 1 of 1$/i).first()).toBeVisible();
  const pasted = page.evaluate(
    () =>
      new Promise<readonly string[]>((done) => {
        const set = DataTransfer.prototype.setData;
        const all: string[] = [];
        DataTransfer.prototype.setData = function (type, words) {
          all.push(`${type} ${words}`);
          set.call(this, type, words);
          if (all.length === 2) done(all);
        };
      }),
  );
  // Its words go over the end of a line, so that the middle of their box is none of them.
  const [x = 0, y = 0] = await articleBox(page)
    .locator("mark[data-spans]")
    .first()
    .evaluate((mark) => {
      const [line] = mark.getClientRects();
      return line ? [line.left + 8, line.top + line.height / 2] : [];
    });
  await page.mouse.click(x, y, { button: "right" });
  const menu = page.getByRole("menu", { name: "What is here" });
  for (const section of ["Tag", "Mark", "Card"])
    await expect(menu.getByRole("group", { name: section, exact: true })).toBeVisible();
  await menu.getByRole("menuitem", { name: /^Copy the card as a citation(?! in)/ }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const [plain, html] = await pasted;
  expect(plain).toMatch(/^text\/plain .*We will rebuild it.*\n— /u);
  expect(html).toMatch(/^text\/html <blockquote><p dir="auto">.*We will rebuild it/u);
});
