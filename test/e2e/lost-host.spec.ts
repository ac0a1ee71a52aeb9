// A window that outlives its host: the host is killed while saves fail or are under way, and started again with the same
// command. Whatever was not acknowledged is handed over, from the window itself or from what the browser kept of it.
import type { Page } from "playwright/test";
import { tier } from "../helpers/tier.ts";
import { correct } from "./corrections.ts";
import { expect, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import type { Keyboard } from "./keyboard.ts";
import { articleBox, expectAccessible, exportOf, openText, saved } from "./steps.ts";

const text = "The mayor said the bridge is safe. Her office told Radio Bay so.";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

async function mark(keys: Keyboard, words: string, key: string): Promise<void> {
  await keys.select(keys.find(words));
  await keys.press(key);
}

/** A host that is killed after one span was saved, and a window that has marked another since. */
async function loseHost(launchApp: LaunchApp): Promise<{ app: RunningApp; path: string; keys: Keyboard }> {
  const { app, path, keys } = await openText(launchApp, folder, text);
  await mark(keys, "The mayor", "1");
  await saved(app.page);
  await app.kill();
  await mark(keys, "said", "2");
  await expect(app.page.getByText(/Not saved/).first()).toBeVisible();
  return { app, path, keys };
}

const wasStartedAgain = (page: Page) => expect(page.getByText(/Sayso was started again/)).toBeVisible();
const wereKept = (page: Page) => expect(page.getByText(/They are in the project now/)).toBeVisible();

async function enterAddress(page: Page, address: string): Promise<void> {
  await page.getByLabel("Address that Sayso printed").fill(address);
  await page.keyboard.press("Enter");
}

/** In another window of the same browser. */
async function openBeside(page: Page, address: string): Promise<Page> {
  const beside = await page.context().newPage();
  await beside.goto(address);
  return beside;
}

const both = ["The mayor: speaker", "said: cue"];

test("the window goes on at the address that is entered, with its work and its undo", {
  tag: "@own-host",
}, async ({ launchApp }) => {
  const { app, path, keys } = await loseHost(launchApp);
  const { page } = app;
  const address = await app.startAgain();
  expect(new URL(address).port).toBe(new URL(page.url()).port);
  await wasStartedAgain(page);
  await expectAccessible(page);
  await enterAddress(page, `${address}x`);
  await expect(page.getByText(/This address has already been used/)).toBeVisible();
  await enterAddress(page, address);
  await saved(page);
  expect((await exportOf(app, path)).spans).toEqual(both);
  // The field is gone; the article has the keyboard again.
  await expect(articleBox(page)).toBeFocused();
  await keys.press("Control+z");
  await keys.press("Control+z");
  await saved(page);
  await expect(page.getByText(/0 marks/).first()).toBeVisible();
  expect((await exportOf(app, path)).spans).toEqual([]);
});

test("what was corrected in a text and not saved is told as kept while the host is away", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, page } = await openText(launchApp, folder, text);
  await page.getByRole("button", { name: /^State of the article/ }).press("Enter");
  await page.getByRole("menuitem", { name: "Correct the text" }).press("Enter");
  await correct(page, text, "is safe", "was safe");
  await expect(page.getByText("Corrections not saved")).toBeVisible();
  await app.kill();
  await expect(page.getByText(/host has stopped/)).toBeVisible();
  await expect(page.getByText("Everything you marked is saved. What you corrected in a text")).toBeVisible();
});

test("the window goes on by itself when the address is opened beside it", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, path } = await loseHost(launchApp);
  const { page } = app;
  const address = await app.startAgain();
  await wasStartedAgain(page);
  await openBeside(page, address);
  await saved(page);
  expect((await exportOf(app, path)).spans).toEqual(both);
});

test("the window goes on when the address is opened in it", { tag: ["@own-host", "@repetition"] }, async ({
  launchApp,
}) => {
  const { app, path } = await loseHost(launchApp);
  const { page } = app;
  const address = await app.startAgain();
  await wasStartedAgain(page);
  await page.goto(address);
  await saved(page);
  expect((await exportOf(app, path)).spans).toEqual(both);
});

test("a window that was closed has left its work in the browser, for the next one that opens the project", {
  tag: "@own-host",
}, async ({ launchApp }) => {
  const { app, path } = await loseHost(launchApp);
  const { page } = app;
  const context = page.context();
  await context.newPage();
  await page.close();
  const next = await context.newPage();
  await next.goto(await app.startAgain());
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker"]);
  await next
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await wereKept(next);
  await expect(next.getByText(/2 marks/).first()).toBeVisible();
  expect((await exportOf(app, path)).spans).toEqual(both);
  // Once and for all.
  await next.reload();
  await expect(next.getByText(/2 marks/).first()).toBeVisible();
  await expect(next.getByText(/They are in the project now/)).toHaveCount(0);
});

test("a window that was loaded again asks for the address, and hands over what it had", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, path } = await loseHost(launchApp);
  const { page } = app;
  const address = await app.startAgain();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await enterAddress(page, address);
  await wereKept(page);
  await expect(articleBox(page)).toContainText(text);
  expect((await exportOf(app, path)).spans).toEqual(both);
});

test("a window that crashed has left its work in the browser", { tag: ["@own-host", "@repetition"] }, async ({
  launchApp,
}) => {
  const { app, path } = await loseHost(launchApp);
  const { page } = app;
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => undefined);
  await crashed;
  const next = await openBeside(page, await app.startAgain());
  await next
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await wereKept(next);
  expect((await exportOf(app, path)).spans).toEqual(both);
});

test("killed in the middle of saving, again and again, nothing is lost and nothing is there twice", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  const all = ["The", "mayor", "said", "bridge", "safe", "Her", "office", "told", "Radio", "Bay"];
  const words = tier === "all" ? all : all.filter((_, at) => at % 3 === 0);
  for (const word of words) {
    const at = all.indexOf(word);
    await keys.select(keys.find(word));
    // The kill and the key race each other, a little later each time.
    await Promise.all([
      keys.press(at % 2 === 0 ? "1" : "4"),
      new Promise((done) => setTimeout(done, at * 3)).then(() => app.kill()),
    ]);
    const address = await app.startAgain();
    await wasStartedAgain(page);
    await enterAddress(page, address);
    await saved(page);
    await articleBox(page).focus();
  }
  const { spans } = await exportOf(app, path);
  expect(spans.map((span) => span.replace(/: .*/, ""))).toEqual(words);
});
