// What can be done with an article from its row and its title, and with a project from its menu: by pointer and by keyboard.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openSample, openText } from "./steps.ts";

const row = (page: Page, title: string) => page.getByRole("option", { name: new RegExp(`^${title}`, "u") });
const menu = (page: Page) => page.getByRole("menu", { name: "What to do with the article" });
const [fishers, harbour] = ["Fishers and ministry at odds", "Harbour bridge to close"] as const;

test("the list of articles has a menu, by the right button and by its keys, also for an article that is not open", async ({
  launchApp,
}) => {
  const { page, driver } = await openSample(launchApp);
  const open = await page.getByRole("heading", { level: 1 }).textContent();
  const [here, other] = open?.startsWith(fishers) ? [fishers, harbour] : [harbour, fishers];
  await row(page, other).click({ button: "right" });
  await expect(menu(page).getByRole("menuitem", { name: /^Rename the article/ })).toBeVisible();
  await expect(menu(page).getByRole("menuitemradio")).toHaveCount(4);
  await expect(menu(page).getByText("F2", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await menu(page).getByRole("menuitem", { name: "About the article" }).click();
  const about = page.getByRole("dialog", { name: "About the article" });
  await expect(about.getByLabel("Title", { exact: true })).toHaveValue(new RegExp(`^${other}`, "u"));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(open ?? "");

  // By keyboard, from the row that has it; what needs the article opens it first.
  await row(page, here).focus();
  await page.keyboard.press("Shift+F10");
  await expect(menu(page).getByRole("menuitemradio", { name: "New" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row(page, here)).toBeFocused();
  await row(page, other).click({ button: "right" });
  await menu(page).getByRole("menuitemradio", { name: "Done" }).press("Enter");
  await expect(page.getByRole("option", { name: new RegExp(`^${other}.*Done,`, "u") })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(open ?? "");

  // The desktop asks for the name in a dialog of the system.
  if (driver === "browser") {
    await row(page, here).click({ button: "right" });
    await menu(page)
      .getByRole("menuitem", { name: /^Export/ })
      .click();
    await expect(page.getByRole("textbox", { name: "File" })).toHaveValue(
      new RegExp(`${here}.*\\.json$`, "u"),
    );
  }
});

test("a title is edited in its place, and is another everywhere at once", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  const field = page.getByRole("textbox", { name: "Title of the article" });
  const heading = page.getByRole("heading", { level: 1 });
  const before = (await heading.textContent()) ?? "";

  await page.keyboard.press("F2");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(before);
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.type("Thrown away");
  await page.keyboard.press("Escape");
  await expect(heading).toHaveText(before);
  await expect(articleBox(page)).toBeFocused();

  await heading.dblclick();
  await field.fill("  ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: /title/i })).toBeVisible();
  await field.fill("A title of  our own");
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText("A title of our own");
  await expect(row(page, "A title of our own")).toBeVisible();
  await expect(articleBox(page)).toHaveAccessibleName("Article: A title of our own");
  await expect(page).toHaveTitle(/^A title of our own/);
  await expect(articleBox(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(heading).toHaveText(before);

  // From the list it is the article of the row, which is opened for it.
  const other = before.startsWith(fishers) ? harbour : fishers;
  await row(page, other).focus();
  await page.keyboard.press("F2");
  await expect(field).toHaveValue(new RegExp(`^${other}`, "u"));
  await page.keyboard.type("By the list");
  await page.keyboard.press("Enter");
  await expect(row(page, "By the list")).toBeVisible();
});

test("rows of the list of articles are as tall as their words, and that of the article on the screen is in view", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.setViewportSize({ width: 1280, height: 560 });
  const list = page.getByRole("listbox", { name: "Articles" });
  const rooms = () =>
    list.getByRole("option").evaluateAll((rows) =>
      rows.map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const last = row.lastElementChild?.getBoundingClientRect().bottom ?? 0;
        const first = row.firstElementChild?.getBoundingClientRect();
        const behind = row.parentElement?.getBoundingClientRect().bottom ?? 0;
        const parts = [(first?.top ?? 0) - top, bottom - last, behind - bottom].map(Math.round);
        return { parts, lines: Math.round((first?.height ?? 0) / 17) };
      }),
    );
  // Their titles take one line or two; the room around them is the same.
  await expect.poll(async () => new Set((await rooms()).map(({ lines }) => lines)).size).toBe(2);
  await expect.poll(async () => new Set((await rooms()).map(({ parts }) => parts.join())).size).toBe(1);
  for (let step = 0; step < 9; step += 1) await page.keyboard.press("Alt+PageDown");
  const current = list.getByRole("option", { selected: true });
  await expect(current).toBeInViewport({ ratio: 1 });
});

test("the project's menu has four groups, and renames the project", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  const projectButton = page.getByRole("button", { name: /^Project / });
  await projectButton.press("Enter");
  await expect(page.getByRole("menu").getByRole("separator")).toHaveCount(3);
  await expect(page.getByRole("menuitem", { name: /Copies of files/ })).toHaveCount(0);
  await expectAccessible(page, { isRepetition: true });
  await page.getByRole("menuitem", { name: "Rename the project…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Rename the project" });
  await dialog.getByLabel("Name of the project").fill("Peace talks 2025");
  await page.keyboard.press("Enter");
  await expect(projectButton).toHaveAccessibleName("Project Peace talks 2025");
  await expect(page).toHaveTitle(/Peace talks 2025/);
  // What left the menu is in the palette.
  await page.keyboard.press("ControlOrMeta+k");
  for (const name of [
    "Watch a folder…",
    "Copies of files changed in two places…",
    "Write feedback for an annotator…",
  ]) {
    await page.getByRole("searchbox", { name: "Command palette" }).fill(name);
    const palette = page.getByRole("dialog", { name: "Command palette" });
    await expect(palette.getByRole("option").first()).toHaveAccessibleName(new RegExp(`^${name}`, "u"));
  }
});

test("the line at the foot names what the next key changes, whole at every width, and what was said goes with the next act", async ({
  launchApp,
  folder,
}) => {
  const { page, keys } = await openText(
    launchApp,
    folder,
    "“Nobody asked us,” the union said on Tuesday. It stays.",
  );
  const foot = page.getByRole("contentinfo");
  // The quotation is suggested, and a finding too: it is counted once.
  await expect(foot.getByRole("button", { name: "1 to do" })).toHaveAttribute("data-hint", "1 suggestion");
  await expect(foot.getByText("Select words, then")).toBeVisible();

  await keys.select(keys.find("the union"));
  await expect(foot.getByText("Selected “the union”")).toBeVisible();
  await expect(foot.getByText("Tag as")).toBeVisible();
  await keys.press("1");
  await expect(foot.getByText("Speaker “the union”")).toBeVisible();
  await expect(foot.getByText("Change to")).toBeVisible();
  await keys.press("Enter");
  await expect(foot.getByText("Enter opens its card.")).toBeVisible();
  await keys.press("Escape");
  await expect(foot.getByText("New marks join the card. Esc leaves it.")).toBeVisible();

  for (const width of [1920, 1440, 1280, 1024, 640]) {
    await page.setViewportSize({ width, height: 800 });
    for (const part of [
      foot.getByText("New marks join the card. Esc leaves it."),
      foot.getByText("Source"),
    ]) {
      const whole = await part.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const line = element.closest("footer")?.getBoundingClientRect();
        return (
          element.scrollWidth <= Math.ceil(box.width) &&
          line !== undefined &&
          box.right <= line.right &&
          box.bottom <= line.bottom
        );
      });
      expect(whole, `${width}`).toBe(true);
    }
  }

  await page.setViewportSize({ width: 1024, height: 800 });
  await enterArticle(page);
  await keys.press("Escape");
  await keys.press("Escape");
  await keys.select(keys.find("stays"));
  await keys.press("ArrowRight");
  const notice = foot.getByText("Select a mark or card first");
  for (const nextAct of [
    () => keys.press("ArrowLeft"),
    () => page.getByRole("heading", { level: 1 }).click(),
  ]) {
    await keys.press("m");
    await expect(notice).toBeVisible();
    expect(await notice.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await nextAct();
    await expect(notice).toHaveCount(0);
    await enterArticle(page);
  }
});
