// The places of the window, the queue of what is left to do in an article, and going back and forward.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import { articleBox, enterArticle, expectAccessible, openSample, openText, saved } from "./steps.ts";
import { counted } from "./suggested.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const text = [
  "The bridge will stay shut, the harbour board said on Monday.",
  "“Nobody asked us,” Ana Hart, the mayor, told reporters.",
  "The plans are called “Steel and Stone”.",
].join("\n\n");

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
const tab = (page: Page, name: RegExp) => page.locator(".place-tabs").getByRole("button", { name });
const rows = (page: Page) =>
  page.getByRole("list", { name: /^To do in this article/ }).locator(".opening-row");

/** That the numbers on the tabs of its kinds add up to that of all there is to do. */
const expectCountsOnce = (page: Page): Promise<void> =>
  expect
    .poll(async () => {
      const numbers = await page
        .locator(".place-parts .tab")
        .evaluateAll((tabs) =>
          tabs.map(({ textContent }) => Number(/\d+$/u.exec(textContent ?? "")?.[0] ?? 0)),
        );
      const [all = 0, ...kinds] = numbers;
      return all > 0 && all === kinds.reduce((sum, count) => sum + count, 0);
    })
    .toBe(true);

test("one key goes through all that is left to do, and each thing is done where it is shown", async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await counted(page, 2);
  await enterArticle(page);
  await page.keyboard.press("F7");
  await expect(tab(page, /^To do/)).toHaveAttribute("aria-current", "true");
  await expect(rows(page).first()).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await expectAccessible(page, { isRepetition: true });
  await expectCountsOnce(page);
  // A suggestion is accepted from the text; the queue has one thing less and goes on behind it.
  await expect(rows(page).first()).toHaveAttribute("aria-current", "true");
  await keys.press("Enter");
  await counted(page, 1);
  await saved(page);
  await page.keyboard.press("F7");
  const open = page.locator(".opening-item.open");
  await expect(open).toHaveCount(1);
  const first = await open.textContent();
  await page.keyboard.press("F7");
  await expect(open).not.toHaveText(first ?? "");
  await page.keyboard.press("Shift+F7");
  await expect(open).toHaveText(first ?? "");
  // By mouse: what is possibly missed, and is nothing, goes.
  const quotation = rows(page).filter({ hasText: /^Quotation without a claim.*Steel and Stone/u });
  await expectCountsOnce(page);
  await quotation.click();
  await expect(quotation).toHaveAttribute("aria-expanded", "true");
  await open.getByRole("button", { name: "Nothing is missing here" }).click();
  await expect(quotation).toHaveCount(0);
});

test("a key that is pressed as soon as the article is there leads to what is first to do in it", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openText(launchApp, folder, text);
  await enterArticle(page);
  await page.keyboard.press("F7");
  await expect(rows(page).first()).toHaveAttribute("aria-current", "true");
});

test("what is possibly missed is dismissed by one key after the other, and the keyboard goes on in the list", async ({
  launchApp,
}) => {
  const quotations = ["Steel and Stone", "Rust and Rain", "Wind and Water"].map(
    (title) => `That year brought “${title}” to the town.`,
  );
  const { page } = await openText(launchApp, folder, quotations.join("\n\n"));
  await place(page, "Article").press("Enter");
  for (const name of [/^To do/, /^Possibly missed/]) await tab(page, name).press("Enter");
  const missed = page.getByRole("list", { name: "Possibly missed" });
  const row = (words: RegExp) => missed.getByRole("button", { name: words });
  await expect(missed.getByRole("listitem")).toHaveCount(3);
  await row(/Rust and Rain/u).focus();
  await page.keyboard.press("Backspace");
  await expect(missed.getByRole("listitem")).toHaveCount(2);
  await expect(row(/Wind and Water/u)).toBeFocused();
  // After the last one it goes on to the one before it.
  await page.keyboard.press("Delete");
  await expect(missed.getByRole("listitem")).toHaveCount(1);
  await expect(missed.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Backspace");
  await expect(missed.getByRole("listitem")).toHaveCount(0);
});

test("a place shows what was last looked at in it, and back and forward lead through the window", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  const title = page.getByRole("heading", { level: 1 });
  const firstTitle = (await title.textContent()) ?? "";
  await place(page, "People & sources").click();
  await page.getByRole("option", { name: "Ana Ruiz" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await tab(page, /^New/).click();
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await place(page, "Article").click();
  await tab(page, /^Cards/).click();
  await expect(articleBox(page)).toBeVisible();
  await place(page, "People & sources").press("Enter");
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();

  await page.keyboard.press("Alt+ArrowLeft");
  await expect(articleBox(page)).toBeVisible();
  await page.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();
  await page.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByRole("main", { name: "New" })).toBeVisible();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(articleBox(page)).toBeVisible();
  await place(page, "Articles").click();
  await page.getByRole("option", { name: /^Harbour bridge/ }).click();
  await expect(title).not.toHaveText(firstTitle);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(title).toHaveText(firstTitle);
});

test("the sections of a place stand in one line beside the article, whichever is shown, in English and German", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.setViewportSize({ width: 1280, height: 800 });
  const sections = page.locator(".side .place-tabs > ul:first-of-type");
  const lines = (): Promise<number> =>
    sections
      .locator("li")
      .evaluateAll((all) => new Set(all.map((one) => (one as HTMLElement).offsetTop)).size);
  const expectOneLine = async (language: string): Promise<void> => {
    for (const key of ["1", "2", "8", "7", "5"]) {
      await page.keyboard.press(`ControlOrMeta+${key}`);
      await expect(sections.locator("[aria-current]")).toHaveCount(1);
      expect(await lines(), `${language}, Ctrl+${key}`).toBe(1);
    }
  };
  await expectOneLine("English");
  await page.keyboard.press("ControlOrMeta+,");
  await page.getByLabel("Language").selectOption("Deutsch");
  await page.keyboard.press("Escape");
  await expectOneLine("German");
});

test("what has nothing to show gets a tab once it is gone to", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const { page } = await openText(launchApp, folder, text);
  await place(page, "Article").press("Enter");
  await tab(page, /^To do/).press("Enter");
  const onDemand = tab(page, /^(Lost marks|Missed in all articles)/);
  await expect(onDemand).toHaveCount(0);
  await tab(page, /^Possibly missed/).press("Enter");
  await page.locator("aside").getByRole("button", { name: "Missed in all articles" }).press("Enter");
  await expect(page.getByRole("main", { name: "Missed in all articles" })).toBeVisible();
  await expect(onDemand).toHaveText(/^Missed in all articles/);
  await expect(onDemand).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Alt+o");
  await expect(onDemand).toHaveText(/^Lost marks/);
});

test("an article that comes back to the screen stands where it was left: by the list, by its tab, and by going back", async ({
  launchApp,
}) => {
  const long = (name: string): string =>
    Array.from({ length: 60 }, (_, at) =>
      at === 40
        ? "“Nobody asked us,” Ana Hart, the mayor, told reporters."
        : `${name} ${at}. ${"It goes on and on. ".repeat(20)}`,
    ).join("\n");
  const names = ["Alpha", "Beta"] as const;
  const path = join(folder, "Two texts");
  const { page } = await launchApp({
    async prepare(client) {
      await client.call("settings.set", { annotatorName: "Dana Analyst" });
      const { handle } = await client.call("project.create", { path, name: "Two texts" });
      for (const name of names) {
        writeFileSync(join(folder, `${name}.txt`), long(name));
        await client.call("article.importFile", { project: handle, path: join(folder, `${name}.txt`) });
      }
      await client.call("project.close", { project: handle });
      return path;
    },
  });
  const heading = page.getByRole("heading", { level: 1 });
  const row = (name: string) => page.getByRole("option", { name: new RegExp(`^${name}`, "u") });
  const open = async (name: string, way: () => Promise<void>): Promise<void> => {
    await way();
    await expect(heading).toHaveText(new RegExp(`^${name}`, "u"));
    await expect(articleBox(page)).toContainText(`${name} 59.`);
  };
  await open("Alpha", () => row("Alpha").click());
  const scroller = page.locator(".article-scroller");
  const top = () => scroller.evaluate((one) => one.scrollTop);
  await articleBox(page).hover();
  await page.mouse.wheel(0, 2000);
  await expect.poll(top).toBeGreaterThan(1500);
  await scroller.click({ position: { x: 300, y: 300 } });
  const keys = keyboardOn(page, long("Alpha"));
  const caret = await keys.selection();
  // The caret is one place, and what is read may be another.
  await page.mouse.wheel(0, 400);
  await expect.poll(top).toBeGreaterThan(1900);
  const read = await top();
  /** The browser would scroll to the beginning of the article. */
  const takeKeyboard = () => articleBox(page).evaluate((box) => box.focus({ preventScroll: true }));
  const expectAsLeft = async (way: string): Promise<void> => {
    await expect.poll(async () => Math.abs((await top()) - read), way).toBeLessThan(40);
    await takeKeyboard();
    expect(await keys.selection(), way).toEqual(caret);
  };
  // At once: what was scrolled to last counts, too.
  await open("Beta", () => row("Beta").click());
  expect(await top()).toBeLessThan(40);
  await open("Alpha", () => row("Alpha").click());
  await expectAsLeft("by the list");
  await open("Beta", () => row("Beta").click());
  await open("Alpha", () => page.keyboard.press("Alt+ArrowLeft"));
  await expectAsLeft("by going back");
  await open("Beta", () => page.keyboard.press("Alt+ArrowRight"));
  await open("Alpha", () => row("Alpha").click({ button: "middle" }));
  await expectAsLeft("by a tab of its own");
  await open("Beta", () => page.keyboard.press("Alt+t"));
  await open("Alpha", () => page.keyboard.press("Alt+Shift+t"));
  await expectAsLeft("by its tab");

  // The suggestion that was looked at is so again, and the next key is about it.
  const suggestion = page.getByRole("region", { name: /^Suggestion 1 of 1$/u });
  await counted(page, 1);
  await takeKeyboard();
  await page.keyboard.press("g");
  await expect(suggestion).toBeVisible();
  await open("Beta", () => page.keyboard.press("Alt+t"));
  await expect(suggestion).toHaveCount(0);
  await open("Alpha", () => page.keyboard.press("Alt+Shift+t"));
  await expect(suggestion).toBeVisible();
});
