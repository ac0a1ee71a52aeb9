// What people do who exchange their work by file, by keyboard and by accessible names alone.
import { basename } from "node:path";
import type { Page } from "playwright/test";
import { expect, type RunningApp } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  goToPath,
  leaveText,
  pressWhenReady,
  saved,
} from "./steps.ts";

/** Somebody at a project of their own. */
export interface Desk {
  readonly app: RunningApp;
  readonly path: string;
}

/** Somebody with a project of their own in the folder, and an article of this text in it. */
export async function deskOf(
  folder: string,
  text: string,
  name: string,
  launchApp: (options: { project: string; home: string }) => Promise<RunningApp>,
): Promise<Desk> {
  const { home, path } = await leaveText(folder, text, { as: name, name: `project of ${name}` });
  const app = await launchApp({ project: path, home });
  await expect(articleBox(app.page)).toBeVisible();
  return { app, path };
}

/** Selects words by keyboard and presses the key of a type. */
export async function mark({ page }: RunningApp, text: string, words: string, key: string): Promise<void> {
  await enterArticle(page);
  const keys = keyboardOn(page, text);
  await keys.select(keys.find(words));
  await keys.press(key);
  await saved(page);
}

/** Whether this host asks for files by the system's dialogs. */
const native = ({ driver }: RunningApp): boolean => driver !== "browser";

/** Does something by the first command that these letters find. */
export async function byPalette(page: Page, action: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(action);
  await page.keyboard.press("Enter");
}

/** Hands everything of one's own over to a file in the folder, by keyboard. */
export async function handOver(app: RunningApp, folder: string, file: string): Promise<void> {
  const { page } = app;
  await app.answerDialog(file);
  await byPalette(page, "send for review");
  const dialog = page.getByRole("dialog", { name: "Send for review" });
  if (!native(app)) {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill(basename(file));
    await expectAccessible(page);
    await pressWhenReady(dialog.getByRole("button", { name: "Write the package" }));
  } else await dialog.getByRole("button", { name: "Choose where…" }).press("Enter");
  await expect(dialog).toBeHidden();
}

/** Looks into a colleague's file; nothing is imported yet. */
export async function lookInto(app: RunningApp, file: string) {
  const { page } = app;
  await app.answerDialog(file);
  await byPalette(page, "import a colleague");
  await page.getByRole("button", { name: "Choose a file…" }).press("Enter");
  if (!native(app)) await goToPath(page.getByRole("dialog"), file);
  const dialog = page.getByRole("dialog", { name: "Import a colleague’s work" });
  await expect(dialog.getByText(basename(file))).toBeVisible();
  return { dialog, take: dialog.getByRole("button", { name: "Import", exact: true }) };
}
