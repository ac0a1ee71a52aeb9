// The workbench around the article: the palette, changed keys, panes that come back, the reading mode, the list of articles.
import { join } from "node:path";
import type { Page } from "playwright/test";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, test } from "./fixtures.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  giveName,
  goToPath,
  layoutKept,
  openSample,
  openText,
} from "./steps.ts";

const sidebar = (page: Page, view = "Articles") =>
  page.getByRole("complementary", { name: view, exact: true });
const widthOf = async (page: Page): Promise<number> => (await sidebar(page).boundingBox())?.width ?? 0;

test("a command is found by some of its letters, done, and comes first the next time", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  const palette = page.getByRole("dialog", { name: "Command palette" });

  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.type("nxt crd");
  await expect(palette.getByRole("option", { name: "Next card" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(palette).toHaveCount(0);
  await expect(page.getByText(/^card 1 of/)).toBeVisible();

  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("option").first()).toHaveAccessibleName(/^Next card/);
  await page.keyboard.type("redo");
  await expect(palette.getByRole("option", { name: /^Redo nothing to do right now/ })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
});

test("the palette finds articles, entities, cards and settings, and commands by other words for them", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  const palette = page.getByRole("dialog", { name: "Command palette" });
  const take = async (typed: string, name: RegExp): Promise<void> => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(typed);
    await expect(palette.getByRole("option").first()).toHaveAccessibleName(name);
    await page.keyboard.press("Enter");
    await expect(palette).toHaveCount(0);
  };

  await take("harbour bridge", /^Harbour bridge to close for a year Article$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour bridge to close for a year");
  await take("dark mode", /^Theme: Dark Setting$/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await take("metadata", /^About the article/);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await take("ana ruiz", /^Ana Ruiz Entity$/);
  await expect(sidebar(page, "Registry").getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await take("fishers and ministry", /Article$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Fishers and ministry/);
  await expect(articleBox(page)).toHaveAccessibleName(/Fishers and ministry/);
  await take("cod quota by a third", / Card$/);
  await expect(page.getByText(/^card \d+ of/)).toBeVisible();
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("option").first()).toHaveAccessibleName(/ Card$/);
  await expect(palette.getByRole("option").nth(1)).toHaveAccessibleName(/^Fishers and ministry .* Article$/);
  await page.keyboard.press("Escape");
});

test("what is printed is the whole article in light colours, and nothing around it", async ({
  launchApp,
  folder,
}) => {
  const text = Array.from(
    { length: 120 },
    (_, at) => `Paragraph ${at} of a long article, said the clerk.`,
  ).join("\n\n");
  const { page } = await openText(launchApp, folder, text);
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
  });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("print");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expectNothingAround(page);
  const head = page.locator(".print-head");
  await expect(head.getByText("text", { exact: true })).toBeVisible();
  await expect(head.getByRole("listitem")).toHaveText(["Speaker", "Cue", "Claim", "Source"]);
  await expect(articleBox(page).getByText("Paragraph 119 of")).toBeVisible();
  await expect(articleBox(page)).toHaveCSS("max-width", "none");
  await expect(page.locator(".article-scroller")).toHaveCSS("overflow-y", "visible");
  expect(await pagesPrinted(page)).toBeGreaterThan(2);
  // Afterwards the window is what it was.
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(head).toBeHidden();

  // The text that is being corrected is printed whole, too.
  await page.keyboard.press("Alt+e");
  await page.emulateMedia({ media: "print" });
  const sections = page.locator(".correct-section");
  await expect(sections.last()).toHaveCSS("content-visibility", "visible");
  expect(await pagesPrinted(page)).toBeGreaterThan(2);
});

async function expectNothingAround(page: Page): Promise<void> {
  for (const around of [".top-bar", ".rail", ".side", ".status-line"])
    for (const one of await page.locator(around).all()) await expect(one).toBeHidden();
}

const pagesPrinted = async (page: Page): Promise<number> =>
  (await page.pdf()).toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

test("a page is printed without the window around it, under an open dialog too, and the list of keys alone", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  const paper = page.locator(".page-place");
  await page.keyboard.press("ControlOrMeta+Alt+5");
  await expect(paper).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expectNothingAround(page);
  await expect(paper).toBeVisible();
  await expect(paper).toHaveCSS("overflow-y", "visible");

  await page.emulateMedia({ media: "screen" });
  await page.keyboard.press("ControlOrMeta+,");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(dialog).toBeHidden();
  await expect(paper).toBeVisible();

  await page.emulateMedia({ media: "screen" });
  // What is not shown has lost the keyboard.
  await dialog.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("?");
  await page.emulateMedia({ media: "print" });
  await expect(dialog.locator(".key-groups")).toBeVisible();
  await expect(page.locator("#root")).toBeHidden();
});

test("a key is changed, shown and obeyed, says what it takes, survives a restart, and is put back", async ({
  launchApp,
}) => {
  const app = await openSample(launchApp);
  let { page } = app;
  const keys = () => page.getByRole("dialog", { name: "Keys" });
  const key = (name: string) =>
    keys().getByRole("button", { name: `${name}, change this key of: Next card` });

  await page.keyboard.press("?");
  await page.keyboard.type("next card");
  await key("J").press("Enter");
  await page.keyboard.press("k");
  await expect(keys().getByText("same key: Previous card")).toBeVisible();
  await expect(keys().getByRole("status")).toContainText("One key belongs to more than one command");
  await expectAccessible(page, { isRepetition: true });
  await key("K").press("Enter");
  await page.keyboard.press("Escape");
  await expect(key("K")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("z");
  await expect(key("Z")).toBeFocused();
  await expect(keys().getByText("same key:")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await expect(page.getByRole("region", { name: "Nothing is in focus" })).toContainText(
    /Tab\s*goes through the marks, Z\s*and K\s*through the cards\./u,
  );
  await enterArticle(page);
  await page.keyboard.press("j");
  await expect(page.getByText(/^card \d+ of/)).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(page.getByText(/^card 1 of/)).toBeVisible();

  page = await app.restart();
  await openSampleAgain(page);
  await page.keyboard.press("?");
  await page.keyboard.type("next card");
  await keys().getByRole("button", { name: "Reset the keys of: Next card" }).press("Enter");
  await expect(key("J")).toBeVisible();
});

test("panes keep their width and their place over a reload and a restart", async ({ launchApp }) => {
  const app = await openSample(launchApp);
  let { page } = app;
  const before = await widthOf(page);
  const edge = page.getByRole("separator", { name: "Width of the sidebar" });
  await edge.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  const wider = await widthOf(page);
  expect(wider).toBeGreaterThan(before);
  await page.keyboard.press("ControlOrMeta+Alt+b");
  await expect(page.getByRole("complementary", { name: "Inspector" })).toHaveCount(0);
  await layoutKept(app, { cardsShown: false });

  await page.reload();
  await expect(articleBox(page)).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Inspector" })).toHaveCount(0);
  await expect.poll(() => widthOf(page)).toBeCloseTo(wider, 0);

  page = await app.restart();
  await openSampleAgain(page);
  await expect(page.getByRole("complementary", { name: "Inspector" })).toHaveCount(0);
  await expect.poll(() => widthOf(page)).toBeCloseTo(wider, 0);
  await page.keyboard.press("ControlOrMeta+Alt+b");
  await expect(page.getByRole("complementary", { name: "Inspector" })).toBeVisible();
});

test("reading leaves nothing but the article, and Escape brings everything back", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.keyboard.press("ControlOrMeta+.");
  await expect(page.getByRole("banner")).toHaveCount(0);
  await expect(sidebar(page)).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toHaveCount(0);
  await expect(articleBox(page)).toBeFocused();
  await expectAccessible(page);
  // One can go on marking; Escape first leaves what is in focus.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(sidebar(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(sidebar(page)).toBeVisible();
  await expect(page.getByRole("banner")).toBeVisible();
});

// On the desktop its own dialogs ask.
test(
  "the keyboard is not lost with what had it",
  { tag: "@browser-host" },
  async ({ launchApp }, testInfo) => {
    const { page } = await launchApp();
    const body = () => page.evaluate(() => document.activeElement === document.body);
    const inPane = (name: string) =>
      expect
        .poll(() =>
          page.evaluate(() => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane")),
        )
        .toBe(name);
    await test.step("a question that is given up, and a page that gives way to another", async () => {
      const start = page.getByRole("button", { name: "New project" });
      for (const answer of ["Escape", "Enter"]) {
        await start.press("Enter");
        const dialog = page.getByRole("dialog", { name: "New project" });
        await goToPath(dialog, testInfo.outputPath());
        await dialog.getByLabel("Name", { exact: true }).fill(`Project ${answer}`);
        // While the folder is listed nothing is made in the one before.
        await expect(dialog.getByText(`${testInfo.outputPath()}/Project ${answer}`)).toBeVisible();
        await dialog.getByLabel("Name", { exact: true }).press(answer);
        await expect(page.getByRole("dialog")).toHaveCount(0);
        await expect.poll(body).toBe(false);
      }
      await expect(page.getByText("No article yet")).toBeVisible();
      await inPane("article");
    });
    await test.step("a button that is switched off by what it did", async () => {
      await page.reload();
      await expect(page.getByText("No article yet")).toBeVisible();
      await page.keyboard.press("?");
      const keys = page.getByRole("dialog", { name: "Keys" });
      await expect(keys.getByRole("textbox")).toBeFocused();
      await page.keyboard.type("next card");
      await keys.getByRole("button", { name: "J, change this key of: Next card" }).press("Enter");
      await page.keyboard.press("h");
      await keys.getByRole("button", { name: "Reset all" }).press("Enter");
      await expect(keys.getByRole("button", { name: "Print" })).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(keys).toHaveCount(0);
    });
  },
);

test("F6 leads back to the place in the article that was left", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await page.setViewportSize({ width: 1280, height: 500 });
  const top = () => page.locator(".article-scroller").evaluate((scroller) => scroller.scrollTop);
  const marginCard = page.locator(".margin-face:focus");
  await page.keyboard.press("k");
  const place = await top();
  expect(place).toBeGreaterThan(100);
  await page.keyboard.press("F6");
  await expect(marginCard).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Shift+F6");
  await expect(articleBox(page)).toBeFocused();
  expect(await top()).toBe(place);
  // Without a card in focus it is one of those in view.
  await page.keyboard.press("Escape");
  await page.keyboard.press("F6");
  await expect(marginCard).toBeInViewport();
  expect(await top()).toBe(place);
});

test("a key that comes at once when the article has the keyboard again finds the caret where it was", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.keyboard.press("ControlOrMeta+End");
  await sidebar(page).getByRole("searchbox").focus();
  await articleBox(page).evaluate((article) => {
    article.focus();
    const key = { key: "Tab", shiftKey: true, bubbles: true, cancelable: true };
    article.dispatchEvent(new KeyboardEvent("keydown", key));
  });
  await expect(page.getByText(/in focus$/)).toBeVisible();
});

test("articles are found, filtered and sorted, and the next that needs work is opened by keyboard", async ({
  launchApp,
  folder,
}) => {
  const review = await writeReviewProject(join(folder, "project"), ["Dana Analyst"]);
  const { page } = await launchApp({ project: review.path });
  await giveName(page, "Dana Analyst");
  const rows = () => sidebar(page).getByRole("option");
  const [first, second] = [
    "Fishers and ministry at odds over cod quota",
    "Harbour bridge to close for a year",
  ];
  await expect(rows()).toHaveCount(2);

  await page.getByRole("button", { name: "State of the article: In progress" }).press("Enter");
  await page.getByRole("menuitemradio", { name: "Done" }).press("Enter");
  await expect(page.getByRole("button", { name: "State of the article: Done" })).toBeVisible();
  const open = await page.getByRole("heading", { level: 1 }).textContent();
  await enterArticle(page);
  await page.keyboard.press("Alt+a");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText((open === first ? second : first) ?? "");

  await page.getByRole("searchbox", { name: "Find an article" }).fill("bridge");
  await expect(rows()).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(rows()).toHaveCount(2);
  await page.getByRole("button", { name: "Filter and sort" }).press("Enter");
  await page.getByRole("button", { name: "State: any" }).press("Enter");
  await page.getByRole("menuitemcheckbox", { name: "Done" }).press("Enter");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toHaveAccessibleName(/ Done, /);
  await expectAccessible(page, { isRepetition: true });
  // Down from the field into the list, and open what stands there.
  await page.getByRole("searchbox", { name: "Find an article" }).press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(open ?? "");
});

test("the settings change how the article reads, at once and for good", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  const size = () => articleBox(page).evaluate((box) => getComputedStyle(box).fontSize);
  expect(await size()).toBe("18px");
  await page.keyboard.press("ControlOrMeta+,");
  await page.getByRole("slider", { name: "Text size of articles" }).press("ArrowRight");
  expect(await size()).toBe("19px");
  await expectAccessible(page, { isRepetition: true });
  await page.getByText("Compact", { exact: true }).click();
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(articleBox(page)).toBeVisible();
  expect(await size()).toBe("19px");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

/** The name is known by now. */
async function openSampleAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
}

test("where a project is made, a folder without folders in it is no dead end", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const app = await launchApp();
  const { page } = app;
  // The dialogs of a system have words of their own.
  if (app.driver !== "browser") return;
  await page.getByRole("button", { name: "New project" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New project" });
  await goToPath(dialog, folder);
  await expect(
    dialog.getByText(/^This folder is empty\. Use this folder, or make a new folder in it\.$/),
  ).toBeVisible();
});

test("in a window of usual height the rail shows all of its buttons at once", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  for (const height of [1080, 900, 800, 768]) {
    await page.setViewportSize({ width: 1280, height });
    const hidden = () =>
      page
        .getByRole("navigation", { name: "Places" })
        .evaluate((rail) => rail.scrollHeight - rail.clientHeight);
    await expect.poll(hidden, { message: `Of the rail, at a height of ${height}` }).toBe(0);
  }
});

test("the pane of what is in focus is never wider than it is, whatever is in focus", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  const pane = page.locator("aside.right");
  const sideways = () =>
    pane.evaluate((element) =>
      [element, ...element.querySelectorAll("*")]
        .filter(
          (one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth,
        )
        .map(({ className }) => String(className)),
    );
  for (let at = 0; at < 8; at += 1) {
    await page.keyboard.press("Tab");
    await expect(pane.getByText(/in focus$/)).toBeVisible();
    expect(await sideways()).toEqual([]);
  }
  // Words of a longer language, beside a mark that is in no card yet.
  await page.keyboard.press("ControlOrMeta+,");
  await page.getByLabel("Language").selectOption("Deutsch");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("textbox", { name: /^Artikel:/ }).focus();
  // The buttons beside whom a mention refers to stay within their frame, also where a long word stands before them.
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(pane.getByText("beschrieben", { exact: true })).toBeVisible({ timeout: 200 });
  }).toPass({ intervals: [0] });
  const edit = pane.getByRole("button", { name: "Bearbeiten" });
  const beyond = (button: Element) => {
    const frame = button.closest(".entity")?.getBoundingClientRect();
    return frame && button.getBoundingClientRect().right - frame.right;
  };
  expect(await edit.evaluate(beyond)).toBeLessThan(0);
  for (const key of ["Escape", "Escape", "ControlOrMeta+Home", "ControlOrMeta+Shift+ArrowRight", "1"])
    await page.keyboard.press(key);
  await expect(pane.getByRole("button", { name: /^Mit einer Karte verknüpfen/ })).toBeVisible();
  expect(await sideways()).toEqual([]);
});

test("in a low window every button of the rail is come to by keyboard, and seen where it is", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.setViewportSize({ width: 800, height: 600 });
  const buttons = page.getByRole("navigation", { name: "Places" }).getByRole("button");
  await buttons.first().focus();
  for (const button of await buttons.all()) {
    await expect(button).toBeFocused();
    await expect(button).toBeInViewport({ ratio: 0.95 });
    await page.keyboard.press("Tab");
  }
  const guideline = buttons.filter({ hasText: "Guideline" });
  await guideline.press("Enter");
  await expect(guideline).toHaveAttribute("aria-current", "true");
  await expectAccessible(page, { isRepetition: true });
});
