// The text of an article is corrected, by keyboard: the marks go along, all of it is taken back; and
// nothing that was typed is lost when somebody leaves, the host ends, or another window was first.
import type { Page } from "playwright/test";
import { typingPause } from "../../renderer/lib/typing-pauses.ts";
import { correct, editorOn, linesOf, misspelt, save, select } from "./corrections.ts";
import { expect, type LaunchApp, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  exportOf,
  giveName,
  mark,
  openRecent,
  openText,
  pressWhenReady,
  saved,
  takeOver,
} from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

test("an article's text is corrected, what lost its place put back, and all of it taken back", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, misspelt);
  await mark(page, keys, "The maior of Lund", "1");
  await mark(page, keys, "the bridge woud close", "3");
  await mark(page, keys, "Nobody", "1");
  await keys.select(keys.find("The end of it"));
  await page.keyboard.press("x");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Enter");
  await saved(page);
  const before = await exportOf(app, path);

  await page.keyboard.press("Alt+e");
  await expect(editorOn(page)).toBeFocused();
  await expectAccessible(page);
  // Without a change there is nothing to ask.
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await page.keyboard.press("Alt+e");
  // The key is the editor's, and takes back no step of the project.
  await page.keyboard.press("ControlOrMeta+z");
  let now = await correct(page, misspelt, "maior", "mayor");
  now = await correct(page, now, "woud", "would");
  await expect(page.getByRole("status").getByText("2 marks of yours change their words")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("status").getByText("1 mark of yours changes its words")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  now = await correct(page, now, "Nobody was asked about it before.", "It came as it had to.");
  await expect(page.getByRole("status").getByText("1 loses its place")).toBeVisible();
  await expect(editorOn(page).locator(".correct-mark")).toHaveText([
    "The mayor of Lund",
    "the bridge would close",
  ]);
  // Leaving is asked for, and forgets nothing.
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert").getByText("The corrections are not saved.")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await expect(articleBox(page)).toContainText("The maior of Lund");
  await page.getByRole("button", { name: "Corrections not saved" }).press("Enter");
  await expect.poll(() => linesOf(page)).toEqual(now.split("\n"));

  await page.keyboard.press("ControlOrMeta+Enter");
  const summary = page.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByRole("listitem").filter({ hasText: "Loses its place: “Nobody”" })).toContainText(
    "Speaker",
  );
  // The foot counts it apart from the spans.
  await expect(summary.getByText("One of them is a part left out of the analysis.")).toBeVisible();
  await expect(
    summary.getByText("Its words change: “The maior of Lund” becomes “The mayor of Lund”"),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(editorOn(page)).toBeFocused();
  await save(page, "As the paper has it.");
  await expect(articleBox(page)).toContainText("The mayor of Lund said the bridge would close.");
  await expect(page.getByRole("button", { name: "Corrections not saved" })).toHaveCount(0);
  await expect
    .poll(async () => (await exportOf(app, path)).spans)
    .toEqual(["The mayor of Lund: speaker", "the bridge would close: claim"]);

  await page.keyboard.press("ControlOrMeta+z");
  await expect(articleBox(page)).toContainText("The maior of Lund");
  expect(await exportOf(app, path)).toEqual(before);
});

test("the editor opens where the caret was, far down the text too", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const long = `${Array.from({ length: 80 }, (_, at) => `Paragraph ${at + 1} of the text.`).join("\n\n")}\n`;
  const { page, keys } = await openText(launchApp, folder, long);
  await keys.select(keys.find("60 of"));
  await page.keyboard.press("Alt+e");
  await expect(editorOn(page)).toBeFocused();
  await expect(editorOn(page).getByText("Paragraph 60 of the text.")).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
});

/** What stands before the caret in the article. */
const beforeCaret = (page: Page): Promise<string> =>
  articleBox(page).evaluate((box) => {
    const { anchorNode, anchorOffset } = window.getSelection() ?? {};
    if (!anchorNode || !box.contains(anchorNode)) return "";
    const range = document.createRange();
    range.setStart(box, 0);
    range.setEnd(anchorNode, anchorOffset ?? 0);
    return range.toString();
  });

test("the caret is in the article where it was in the editor, and a key at once still saves", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openText(launchApp, folder, misspelt);
  await page.keyboard.press("Alt+e");
  await correct(page, misspelt, "woud", "would");
  await save(page);
  await expect.poll(() => beforeCaret(page)).toMatch(/bridge would$/u);
  await page.keyboard.press("Alt+e");
  await expect(editorOn(page)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Escape");
  await expect.poll(() => beforeCaret(page)).toMatch(/would close\.$/u);
  // The text is another one again, under the same caret.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(articleBox(page)).toContainText("woud");
  await expect.poll(() => beforeCaret(page)).toMatch(/woud close\.$/u);
});

test("what a correction will do is told also of what another window marks meanwhile", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, page: one, path } = await openText(launchApp, folder, misspelt);
  const two = await app.openWindow(path);
  if (app.driver === "browser") await openRecent(two);
  await expect(articleBox(two)).toContainText("The maior");
  await one.keyboard.press("Alt+e");
  await correct(one, misspelt, "maior", "mayor");
  const effect = (words: string) => one.getByRole("status").getByText(words);
  await expect(effect("No mark of yours changes its words")).toBeVisible();
  await mark(two, keyboardOn(two, misspelt), "The maior of Lund", "1");
  await expect(effect("1 mark of yours changes its words")).toBeVisible();
  await one.keyboard.press("ControlOrMeta+Enter");
  const summary = one.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByText("becomes “The mayor of Lund”")).toBeVisible();
  await mark(two, keyboardOn(two, misspelt), "Nobody", "1");
  await expect(summary.getByText("1 mark stays on its words")).toBeVisible();
});

test("lines of a long text are joined and split wherever they are, and undone", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const lines = Array.from({ length: 80 }, (_, at) => [`Paragraph ${at + 1} of the text.`, ""]).flat();
  const { page, keys } = await openText(launchApp, folder, lines.join("\n"));
  const expectLines = (expected: readonly string[]) => expect.poll(() => linesOf(page)).toEqual(expected);
  // Each line of it, so that every place where the editor parts its text is among them.
  for (const paragraph of [25, 26, 27]) {
    await keys.select(keys.find(`Paragraph ${paragraph} of`));
    await page.keyboard.press("Alt+e");
    await expect(editorOn(page)).toBeFocused();
    const at = 2 * (paragraph - 1);
    await page.keyboard.press("Home");
    await page.keyboard.press("Backspace");
    await expectLines(lines.toSpliced(at - 1, 1));
    await page.keyboard.press("End");
    await page.keyboard.press("Delete");
    await expectLines(lines.toSpliced(at + 1, 1).toSpliced(at - 1, 1));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("A new one.");
    const grown = lines.toSpliced(at + 1, 1, "", "", "A new one.").toSpliced(at - 1, 1);
    await expectLines(grown);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(articleBox(page)).toBeFocused();
    // As it was left, and back to what the article has.
    await page.keyboard.press("Alt+e");
    await expectLines(grown);
    for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press("ControlOrMeta+z");
    await expectLines(lines);
    await page.keyboard.press("Escape");
    await expect(articleBox(page)).toBeFocused();
  }
});

test("paragraphs are put in and pasted, and the marks below stay on their words", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, page, path, keys } = await openText(launchApp, folder, misspelt);
  await mark(page, keys, "Nobody", "1");
  await saved(page);
  await page.keyboard.press("Alt+e");
  await select(page, misspelt, "Nobody");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.insertText("A new one.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  // As it comes from a browser: with its form, of which only the text is wanted.
  await editorOn(page).evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Pasted one.\r\n\r\nPasted two.\r\n\r\n");
    clipboardData.setData(
      "text/html",
      "<h1 onclick='x()'>Pasted</h1><img src='https://example.invalid/x.png'>",
    );
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await save(page);
  await expect(articleBox(page).locator("p")).toHaveText([
    "The maior of Lund said the bridge woud close.",
    "A new one.",
    "Pasted one.",
    "Pasted two.",
    "Nobody was asked about it before.",
    "The end of it.",
  ]);
  expect((await exportOf(app, path)).spans).toEqual(["Nobody: speaker"]);
});

test("corrections outlive the host and the page", { tag: ["@browser-host", "@own-host"] }, async ({
  launchApp,
}) => {
  const { app, page } = await openText(launchApp, folder, misspelt);
  await page.keyboard.press("Alt+e");
  let now = await correct(page, misspelt, "maior", "mayor");
  await app.kill();
  now = await correct(page, now, "woud", "would");
  page.on("dialog", (dialog) => void dialog.accept());
  // The window goes on with them, and so does one that knows nothing any more.
  const address = await app.startAgain();
  const startedAgain = page.getByText(/Sayso was started again/);
  await expect(startedAgain).toBeVisible();
  await page.goto(address);
  await expect(startedAgain).toHaveCount(0);
  await expect.poll(() => linesOf(page)).toEqual(now.split("\n"));
  await page.reload();
  await expect(articleBox(page)).toContainText("The maior");
  await page.getByRole("button", { name: "Corrections not saved" }).press("Enter");
  await expect.poll(() => linesOf(page)).toEqual(now.split("\n"));
  await expect(page.getByText("These corrections are from an earlier session.")).toBeVisible();
  await save(page);
  await expect(articleBox(page)).toContainText("The mayor of Lund said the bridge would close.");
});

/** Two windows in which the text of one article is being corrected. */
async function twoCorrecting(launchApp: LaunchApp): Promise<readonly [one: Page, two: Page]> {
  const { app, page: one, path } = await openText(launchApp, folder, misspelt);
  const two = await app.openWindow(path);
  if (app.driver === "browser") await openRecent(two);
  await expect(articleBox(two)).toContainText("The maior");
  await enterArticle(two);
  await one.keyboard.press("Alt+e");
  await two.keyboard.press("Alt+e");
  return [one, two];
}

test("what is typed in the moment in which the page is loaded again is in the correction", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openText(launchApp, folder, misspelt);
  let now = misspelt;
  await page.keyboard.press("Alt+e");
  for (const typed of ["Once. ", "Twice. ", "Three times. "]) {
    await select(page, now, "");
    await page.keyboard.insertText(typed);
    now = typed + now;
    await page.reload();
    await page.getByRole("button", { name: "Corrections not saved" }).press("Enter");
    await expect.poll(() => linesOf(page)).toEqual(now.split("\n"));
  }
});

test("two windows correct one text: whoever comes second puts theirs into it", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const [one, two] = await twoCorrecting(launchApp);
  await correct(one, misspelt, "woud", "will");
  let now = await correct(two, misspelt, "maior", "mayor");
  now = await correct(two, now, "woud", "would");
  await save(one);
  await expect(two.getByRole("heading", { name: /^The text of .* has changed$/u })).toBeVisible();
  await expectAccessible(two);
  await two.getByRole("button", { name: "Put the corrections into the current text" }).press("Enter");
  await expect(two.getByText("“woud” was to become “would”")).toBeVisible();
  await expectAccessible(two);
  await expect(editorOn(two)).toContainText("The mayor of Lund said the bridge will close.");
  await save(two);
  for (const page of [one, two])
    await expect(articleBox(page)).toContainText("The mayor of Lund said the bridge will close.");
});

/** What waits for a pause in typing waits as long as it does on a machine that is busy. */
const pauseLate = (page: Page): Promise<void> =>
  page.evaluate((pause) => {
    const { setTimeout } = window;
    const late = (run: () => void, time = 0) => setTimeout(run, time < pause ? time : time + 60_000);
    Object.assign(window, { setTimeout: late });
  }, typingPause);

test("what is typed in the moment in which another window saves its correction is put into that one, too", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const [one, two] = await twoCorrecting(launchApp);
  await correct(one, misspelt, "woud", "will");
  await one.keyboard.press("ControlOrMeta+Enter");
  const summary = one.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByRole("button", { name: "Save the correction" })).toBeEnabled();
  await select(two, misspelt, "maior");
  await pauseLate(two);
  await two.keyboard.insertText("mayor");
  await one.keyboard.press("Enter");
  const isOther = two.getByRole("heading", { name: /^The text of .* has changed$/u });
  await expect(isOther).toBeVisible();
  // What the first one gives up, being saved, is its own.
  await expect(summary).toHaveCount(0);
  await two.reload();
  await two.getByRole("button", { name: "Corrections not saved" }).press("Enter");
  await expect(isOther).toBeVisible();
  await two.getByRole("button", { name: "Put the corrections into the current text" }).press("Enter");
  await expect(editorOn(two)).toContainText("The mayor of Lund said the bridge will close.");
});

test("what was typed before and after a takeover is there when the project is taken back", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app: one, path, keys } = await openText(launchApp, folder, misspelt);
  await mark(one.page, keys, "Nobody", "1");
  await saved(one.page);
  await one.page.keyboard.press("Alt+e");
  let now = await correct(one.page, misspelt, "maior", "mayor");
  const two = await launchApp({ project: path });
  await giveName(two.page, "Dana Analyst");
  await takeOver(two.page, "Take over…");
  await expect(one.page.getByText("The project is read-only now.")).toBeVisible();
  await expectAccessible(one.page);
  now = await correct(one.page, now, "woud", "would");
  // Nothing can be saved now; the other one saves, and this one follows without losing a word.
  await one.page.keyboard.press("ControlOrMeta+Enter");
  await expect(one.page.getByRole("dialog")).toHaveCount(0);
  await expect(articleBox(two.page)).toContainText("The maior");
  await mark(two.page, keyboardOn(two.page, misspelt), "The maior of Lund", "1");
  await saved(two.page);
  await expect.poll(() => linesOf(one.page)).toEqual(now.split("\n"));

  await takeOver(one.page, "Take it back…");
  await expect(one.page.getByText("The project is read-only now.")).toHaveCount(0);
  await expect.poll(() => linesOf(one.page)).toEqual(now.split("\n"));
  await one.page.getByRole("button", { name: "Save the correction" }).press("Enter");
  const summary = one.page.getByRole("dialog", { name: "What the correction does" });
  await pressWhenReady(summary.getByRole("button", { name: "Save the correction" }));
  await expect(summary).toHaveCount(0);
  await expect(articleBox(one.page)).toContainText("The mayor of Lund said the bridge would close.");
  expect((await exportOf(one, path)).spans).toEqual(["The mayor of Lund: speaker", "Nobody: speaker"]);
});

test("whoever may only read cannot correct", { tag: ["@own-host", "@repetition"] }, async ({ launchApp }) => {
  const { path } = await openText(launchApp, folder, misspelt);
  const second = await launchApp({ project: path });
  const { page } = second;
  await giveName(page, "Kim Colleague");
  await expect(articleBox(page)).toContainText("The maior");
  await enterArticle(page);
  await page.keyboard.press("Alt+e");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.insertText("correct the text");
  await expect(page.getByRole("option", { name: /Correct the text/ })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect(editorOn(page)).toHaveCount(0);
});
