// What the journeys do again and again, by keyboard and by accessible names alone.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { expect, type Locator, type Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import type { Client } from "../../shared/api/client.ts";
import type { Layout } from "../../shared/api/preferences.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import { hasRepetition } from "../helpers/tier.ts";
import { newId } from "../main/core/span-of.ts";
import { expectAccessible } from "./accessible.ts";
import { repository } from "./drivers.ts";
import { furnish, type LaunchApp, type RunningApp } from "./fixtures.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import { sharedHost } from "./shared-host.ts";

/** Says who annotates: where that is asked, or else by the command for it, once a project is open. */
export async function giveName(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Your name" });
  await expect(dialog.or(page.locator(".workbench"))).toBeVisible();
  if (!(await dialog.isVisible())) {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog", { name: "Command palette" })).toBeVisible();
    await page.keyboard.type("Your name");
    await page.keyboard.press("Enter");
  }
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
}

/** Whether this host asks for files and folders by the system's dialogs. */
const native = ({ driver }: RunningApp): boolean => driver !== "browser";

/** Makes a project in a folder, and gives the annotator's name. Resolves with the project's folder. */
export async function createProject(app: RunningApp, parent: string, name: string): Promise<string> {
  const { page } = app;
  const path = join(parent, name);
  await app.answerDialog(path);
  await page.getByRole("button", { name: "New project" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New project" });
  if (!native(app)) await typePath(dialog, parent);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  if (!native(app)) await expect(dialog.getByText(path)).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).press("Enter");
  await giveName(page, "Dana Analyst");
  await expect(page.getByRole("heading", { name: /^Articles/ })).toBeVisible();
  return path;
}

/** Types a path into a picker of ours, once it shows where it is, and leaves it there. */
export async function typePath(dialog: Locator, path: string): Promise<void> {
  await expect(dialog.getByRole("navigation", { name: "Where this folder is" })).toBeVisible();
  await dialog.getByLabel("Path").fill(path);
}

/** Types a path into a picker of ours and goes there. */
export async function goToPath(dialog: Locator, path: string): Promise<void> {
  await typePath(dialog, path);
  await dialog.getByLabel("Path").press("Enter");
}

/** Presses a button by keyboard as soon as it can be: one that waits for a folder to be listed takes no key. */
export async function pressWhenReady(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.press("Enter");
}

/** Brings a file in, by the dialog or by typing its path. */
export async function bringIn(app: RunningApp, file: string): Promise<void> {
  const { page } = app;
  await app.answerDialog(file);
  await page.keyboard.press("ControlOrMeta+i");
  await page.getByRole("button", { name: "Choose an article…" }).press("Enter");
  if (native(app)) return;
  const dialog = page.getByRole("dialog", { name: "Choose an article" });
  await goToPath(dialog, file);
}

/** Makes a project, by the core's door, with these files as its articles, and closes it. */
async function leaveProject(
  client: Client,
  { path, files }: { readonly path: string; readonly files: readonly string[] },
): Promise<void> {
  const { handle } = await client.call("project.create", { path, name: basename(path) });
  for (const file of files) await client.call("article.importFile", { project: handle, path: file });
  await client.call("project.close", { project: handle });
}

/** An application that has a project without an article open. Resolves with it and the project's folder. */
export async function openEmpty(
  launchApp: LaunchApp,
  parent: string,
  name: string,
): Promise<{ readonly app: RunningApp; readonly page: Page; readonly path: string }> {
  const path = join(parent, name);
  const app = await launchApp({
    async prepare(client) {
      await client.call("settings.set", { annotatorName: "Dana Analyst" });
      await leaveProject(client, { path, files: [] });
      return path;
    },
  });
  await expect(app.page.getByText("No article yet")).toBeVisible();
  return { app, page: app.page, path };
}

interface LeftProject {
  readonly home: string;
  /** The project's folder. */
  readonly path: string;
}

/** A project with one article of this text, as somebody left it who has a home of their own. */
export async function leaveText(
  parent: string,
  text: string,
  { as = "Dana Analyst", name = "One text" }: { readonly as?: string; readonly name?: string } = {},
): Promise<LeftProject> {
  const home = join(parent, `home of ${as}`);
  const path = join(parent, name);
  const file = join(parent, "text.txt");
  mkdirSync(home);
  furnish(home);
  writeFileSync(file, text);
  await sharedHost.withClient(home, async (client) => {
    await client.call("settings.set", { annotatorName: as });
    await leaveProject(client, { path, files: [file] });
  });
  return { home, path };
}

/** Marks words in the one article of a project that was left, one after the other, on another day. */
export async function leaveMarks(
  { home, path }: LeftProject,
  marks: readonly (readonly [words: string, type: string])[],
): Promise<void> {
  await sharedHost.withClient(home, async (client) => {
    const { handle, annotator, articles } = await client.call("project.open", { path, mode: "write" });
    const [article] = articles;
    if (!annotator || !article) throw new Error("Somebody has a project with an article.");
    const here = { project: handle, article: article.id };
    const { text, revision: first } = await client.call("article.open", here);
    let revision = first;
    for (const [words, type] of marks) {
      const start = text.indexOf(words);
      const segments = [selectorOf(text, { start, end: start + words.length })];
      const origin = { by: "human" } as const;
      const provenance = { annotator: annotator.id, at: new Date().toISOString(), origin };
      const span = { id: newId(), type, segments, provenance };
      const change = { spans: { added: [span], updated: [], removed: [] } };
      ({ revision } = await client.call("annotations.apply", { ...here, opId: newId(), revision, change }));
    }
    await client.call("project.close", { project: handle });
  });
}

interface OpenText {
  readonly app: RunningApp;
  readonly page: Page;
  /** The project's folder. */
  readonly path: string;
  readonly keys: Keyboard;
}

/** An application that has a project with one article of this text open, and the keyboard in it. */
export async function openText(launchApp: LaunchApp, parent: string, text: string): Promise<OpenText> {
  const file = join(parent, "text.txt");
  const path = join(parent, "One text");
  writeFileSync(file, text);
  const app = await launchApp({
    async prepare(client) {
      await client.call("settings.set", { annotatorName: "Dana Analyst" });
      await leaveProject(client, { path, files: [file] });
      return path;
    },
  });
  await expect(articleBox(app.page)).toContainText(text.trimEnd().split("\n").at(-1) ?? "");
  await enterArticle(app.page);
  return { app, page: app.page, path, keys: keyboardOn(app.page, text) };
}

/** An application that has the sample project open, and the keyboard in its article. */
export async function openSample(launchApp: LaunchApp): Promise<RunningApp> {
  const app = await launchApp({
    async prepare(client) {
      await client.call("settings.set", { annotatorName: "Dana Analyst" });
      const { handle, path } = await client.call("project.openSample", {});
      await client.call("project.close", { project: handle });
      return path;
    },
  });
  await expect(articleBox(app.page)).toBeVisible();
  await enterArticle(app.page);
  return app;
}

export { expectAccessible } from "./accessible.ts";

export const articleBox = (page: Page) => page.getByRole("textbox", { name: /^Article:/ });

/** Moves the keyboard into the article, by F6. */
export async function enterArticle(page: Page): Promise<void> {
  // One that is opened anew while the keys are pressed is another box.
  await expect(async () => {
    if (!(await articleBox(page).evaluate((box) => box === document.activeElement)))
      await page.keyboard.press("F6");
    await expect(articleBox(page)).toBeFocused({ timeout: 500 });
  }).toPass();
}

/** Selects words, presses the key of a type, and leaves what is proposed then. */
export async function mark(page: Page, keys: Keyboard, words: string, key: string): Promise<void> {
  await keys.select(keys.find(words));
  await keys.press(key);
  await leaveProposal(page, keys);
}

/** Leaves what is proposed beside a claim, if anything is, as somebody does who knows better. */
export async function leaveProposal(page: Page, keys: Keyboard): Promise<void> {
  // Proposals come with the frame after the mark.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))),
  );
  if ((await page.locator("mark[data-proposed]").count()) > 0) await keys.press("Escape");
}

export const saved = (page: Page) => expect(page.getByRole("status").getByText(/^Saved \d/)).toBeVisible();

/** The layout is on the disk, as it is once it has rested. */
export const layoutKept = ({ home }: RunningApp, layout: Partial<Layout>): Promise<void> =>
  expect
    .poll(() => JSON.parse(readFileSync(join(home, "settings.json"), "utf8")).layout)
    .toMatchObject(layout);

/** What stands on the disk of the first article: its spans in words, in reading order, and the registry. */
export async function exportOf(
  { home }: Pick<RunningApp, "home">,
  project: string,
): Promise<{ readonly spans: readonly string[]; readonly entities: readonly string[] }> {
  const { stdout } = await sayso(home, "export", project, "--format", "json", "--out", "-");
  const { articles, entities } = JSON.parse(stdout) as AnnotatedJson;
  const spans = articles[0]?.sets[0]?.spans ?? [];
  const start = ({ segments }: (typeof spans)[number]) => segments[0]?.start ?? 0;
  return {
    spans: [...spans]
      .sort((a, b) => start(a) - start(b))
      .map(({ type, segments }) => `${segments.map(({ quote }) => quote).join(" … ")}: ${type}`),
    entities: entities.map(({ name, type }) => `${name}: ${type}`).sort(),
  };
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Commands that only read, and so may be run in the process that has a host with the same project. */
const readOnlyCommands = ["export", "validate"];

/** Runs the command line with this home. */
export async function sayso(home: string, ...args: string[]): Promise<Ran> {
  if (readOnlyCommands.includes(args[0] ?? "")) return sharedHost.request("command", { home, args });
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(repository, "out/main/cli.js"), ...args],
      {
        env: { ...process.env, SAYSO_HOME: home },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

/** Takes the project over from Dana Analyst, who writes in it, by the button that offers that. */
export async function takeOver(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Take this project over?" });
  await expect(dialog).toContainText("Dana Analyst");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Take over" }).press("Enter");
  await expect(dialog).toHaveCount(0);
}

/** The tag of a journey that `endAbruptly` ends: a host that is killed is one of its own. */
export const killTag = hasRepetition ? "@own-host" : [];

/** Kills the application in `test:all`. In `npm test` it ends in order: there `tagging` and `tagset` show what a kill leaves. */
export const endAbruptly = (app: RunningApp): Promise<unknown> => (hasRepetition ? app.kill() : app.stop());

/** Opens the project that was open last. */
export async function openRecent(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
}

/** Saves a copy of what is not in the project, into a folder that can be written. */
export async function saveCopy(app: RunningApp, folder: string, name: string): Promise<void> {
  const { page } = app;
  await app.answerDialog(join(folder, name));
  await page.getByRole("button", { name: "Save a copy…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Save a copy elsewhere" });
  await expect(dialog).toBeVisible();
  if (!native(app)) {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill(name);
    await expect(dialog.getByRole("button", { name: "Save the copy" })).toBeEnabled();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save the copy" }).press("Enter");
  } else await dialog.getByRole("button", { name: "Choose where…" }).press("Enter");
  await expect(page.getByText(/^Saved a copy of 1 article/)).toBeVisible();
}
