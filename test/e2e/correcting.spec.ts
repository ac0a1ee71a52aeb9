// The text of an article is corrected, by keyboard: the marks go along, what loses its place waits and is put back by hand, all of it is
// taken back; and nothing that was typed is lost when somebody leaves, the host ends, or another window was first.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
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
  saved,
} from "./steps.ts";

const text =
  "The maior of Lund said the bridge woud close.\n\nNobody was asked about it before.\n\nThe end of it.\n";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const editorOn = (page: Page) => page.getByRole("textbox", { name: "Text of “" });

/** Selects words in the editor, of which the text is known. */
async function select(page: Page, of: string, words: string): Promise<void> {
  await expect(editorOn(page)).toBeFocused();
  // An editor that has just got the keyboard puts its own caret there a few frames later.
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+Home");
    for (let frames = 0; frames < 4; frames += 1) expect(await isAtStart(page)).toBe(true);
  }).toPass();
  for (let at = 0; at < of.indexOf(words); at += 1) await page.keyboard.press("ArrowRight");
  for (let at = 0; at < words.length; at += 1) await page.keyboard.press("Shift+ArrowRight");
}

/** Whether the caret is at the beginning of the text, with the next frame. */
const isAtStart = (page: Page): Promise<boolean> =>
  editorOn(page).evaluate(
    (box) =>
      new Promise((tell) => {
        requestAnimationFrame(() => {
          const { anchorNode, anchorOffset } = window.getSelection() ?? {};
          tell(anchorOffset === 0 && box.firstElementChild?.contains(anchorNode ?? null) === true);
        });
      }),
  );

async function correct(page: Page, of: string, words: string, by: string): Promise<string> {
  await select(page, of, words);
  if (by === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(by);
  const corrected = of.replace(words, by);
  await expect.poll(() => linesOf(page)).toEqual(corrected.split("\n"));
  return corrected;
}

const linesOf = (page: Page) => editorOn(page).locator(".correct-line").allTextContents();

async function save(page: Page, why = ""): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Enter");
  const summary = page.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByText("The text as it is now is kept")).toBeVisible();
  await page.keyboard.insertText(why);
  await page.keyboard.press("Enter");
  await expect(summary).toHaveCount(0);
  await expect(articleBox(page)).toBeFocused();
}

test("an article's text is corrected, what lost its place put back, and all of it taken back", async ({
  launchApp,
}) => {
  test.slow();
  const app = await launchApp();
  const { page } = app;
  const { path, keys } = await openText(app, folder, text);
  await mark(page, keys, "The maior of Lund", "1");
  await mark(page, keys, "the bridge woud close", "3");
  await mark(page, keys, "Nobody", "1");
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
  let now = await correct(page, text, "maior", "mayor");
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
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await expect(articleBox(page)).toContainText("The maior of Lund");
  await page.getByRole("button", { name: "Corrections not saved" }).press("Enter");
  await expect.poll(() => linesOf(page)).toEqual(now.split("\n"));

  await page.keyboard.press("ControlOrMeta+Enter");
  const summary = page.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByText("Loses its place: “Nobody”")).toBeVisible();
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

test("the editor opens where the caret was, far down the text too", async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  const long = `${Array.from({ length: 80 }, (_, at) => `Paragraph ${at + 1} of the text.`).join("\n\n")}\n`;
  const { keys } = await openText(app, folder, long);
  await keys.select(keys.find("60 of"));
  await page.keyboard.press("Alt+e");
  await expect(editorOn(page)).toBeFocused();
  await expect(editorOn(page).getByText("Paragraph 60 of the text.")).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
});

test("paragraphs are put in and pasted, and the marks below stay on their words", async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  const { path, keys } = await openText(app, folder, text);
  await mark(page, keys, "Nobody", "1");
  await saved(page);
  await page.keyboard.press("Alt+e");
  await select(page, text, "Nobody");
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

test("corrections outlive the host and the page", { tag: "@browser-host" }, async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  await openText(app, folder, text);
  await page.keyboard.press("Alt+e");
  let now = await correct(page, text, "maior", "mayor");
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
  await expect(page.getByText("These corrections were kept from before.")).toBeVisible();
  await save(page);
  await expect(articleBox(page)).toContainText("The mayor of Lund said the bridge would close.");
});

test("two windows correct one text: whoever comes second puts theirs into it", async ({ launchApp }) => {
  test.slow();
  const app = await launchApp();
  const { page: one } = app;
  const { path } = await openText(app, folder, text);
  const two = await app.openWindow(path);
  if (app.driver === "browser") await openRecent(two);
  await expect(articleBox(two)).toContainText("The maior");
  await enterArticle(two);
  await one.keyboard.press("Alt+e");
  await two.keyboard.press("Alt+e");
  await correct(one, text, "woud", "will");
  let now = await correct(two, text, "maior", "mayor");
  now = await correct(two, now, "woud", "would");
  await save(one);
  await expect(two.getByRole("heading", { name: "has become another one" })).toBeVisible();
  await expectAccessible(two);
  await two.getByRole("button", { name: "Put the corrections into the present text" }).press("Enter");
  await expect(two.getByText("“woud” was to become “would”")).toBeVisible();
  await expectAccessible(two);
  await expect(editorOn(two)).toContainText("The mayor of Lund said the bridge will close.");
  await save(two);
  for (const page of [one, two])
    await expect(articleBox(page)).toContainText("The mayor of Lund said the bridge will close.");
});

test("whoever may only read cannot correct", async ({ launchApp }) => {
  const first = await launchApp();
  const { path } = await openText(first, folder, text);
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

test("marks without a place are gone through by one key each, and all of it is undone", async ({
  launchApp,
}) => {
  test.slow();
  const app = await launchApp();
  const { page } = app;
  const { path, keys } = await openText(app, folder, text);
  await mark(page, keys, "The maior of Lund", "1");
  await mark(page, keys, "said", "2");
  await mark(page, keys, "Nobody was asked about it", "3");
  await saved(page);
  const before = await exportOf(app, path);
  await page.keyboard.press("Alt+e");
  let now = await correct(page, text, "The maior of Lund said the bridge woud close.", "");
  now = await correct(page, now, "Nobody was asked about it before.", "");
  now = await correct(
    page,
    now,
    "The end of it.",
    "Nobody had been asked of it. Somebody said so. Lund: the mayor.",
  );
  await save(page);
  const door = page.getByRole("button", { name: "3 marks without a place" });
  await expect(door).toBeVisible();
  expect((await exportOf(app, path)).spans).toEqual([]);

  await page.keyboard.press("Alt+o");
  const tray = page.getByRole("dialog", { name: "Marks without a place" });
  const status = tray.getByRole("status");
  await expect(status).toContainText("1 of 3 without a place.");
  await expect(tray.getByText("Speaker, as it stood")).toBeVisible();
  // What stands around is cut between words.
  await expect(tray.getByRole("blockquote")).toContainText("said the bridge woud close.…");
  await expectAccessible(page);
  // Left for later, and come back to.
  await page.keyboard.press("j");
  await expect(status).toContainText("2 of 3");
  await expect(tray.getByText("Cue, as it stood")).toBeVisible();
  await page.keyboard.press("1");
  await expect(status).toContainText("2 of 2 without a place. 1 was seen to.");
  await expect(tray.getByText("Claim, as it stood")).toBeVisible();
  await expect(
    tray.getByRole("button", { name: /^1.*nearly the same.*Nobody had been asked of it/ }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(status).toContainText("1 of 1 without a place. 2 were seen to.");
  // The one before is taken back, looked at again and put back once more.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(tray.getByText("Claim, as it stood")).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("a");
  await expect(tray.getByText("Nothing waits but what was put aside.")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /without a place/ })).toHaveCount(0);
  await expect
    .poll(async () => (await exportOf(app, path)).spans)
    .toEqual(["Nobody had been asked of it: claim", "said: cue"]);

  // What was put aside is taken up, and put back by hand at what is selected.
  await enterArticle(page);
  const there = keyboardOn(page, now);
  await there.select(there.find("Lund: the mayor"));
  await page.keyboard.press("Alt+o");
  await tray.getByRole("button", { name: "Take up again" }).press("Enter");
  await expect(status).toContainText("1 of 1");
  await page.keyboard.press("s");
  await expect(tray.getByText("Every mark has its place.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await exportOf(app, path)).spans).toContain("Lund: the mayor: speaker");

  // Five steps and the correction, one after the other.
  for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press("ControlOrMeta+z");
  await expect(articleBox(page)).toContainText("The maior of Lund");
  await expect.poll(() => exportOf(app, path)).toEqual(before);
});
