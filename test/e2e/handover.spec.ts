// Work that goes from one person to another by file: two people exchange packages, taken in twice changes nothing, and one's own
// work from another machine is merged in a step that is taken back after a restart.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/schema/annotated-json.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import { articleBox, enterArticle, expectAccessible, exportOf, goToPath, saved, sayso } from "./steps.ts";

const text = "Today the mayor said the bridge is safe. Her office told Radio Bay so.\n";

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-handover-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Desk {
  readonly app: RunningApp;
  readonly path: string;
}

/** Somebody with a project of their own and the same article in it. */
async function deskOf(
  name: string,
  launchApp: (options: { project: string; home: string }) => Promise<RunningApp>,
): Promise<Desk> {
  const home = join(folder, `home of ${name}`);
  const path = join(folder, `project of ${name}`);
  const article = join(folder, "bridge.txt");
  writeFileSync(article, text);
  expect((await sayso(home, "import", path, article, "--create", "--as", name)).status).toBe(0);
  const settings = JSON.parse(readFileSync(join(home, "settings.json"), "utf8"));
  writeFileSync(join(home, "settings.json"), JSON.stringify({ ...settings, language: "en" }));
  const app = await launchApp({ project: path, home });
  await expect(articleBox(app.page)).toContainText("the bridge is safe");
  return { app, path };
}

async function mark({ page }: RunningApp, words: string, key: string): Promise<void> {
  await enterArticle(page);
  const keys = keyboardOn(page, text);
  await keys.select(keys.find(words));
  await keys.press(key);
  await saved(page);
}

const native = ({ driver }: RunningApp): boolean => driver !== "browser";

async function byPalette(page: Page, action: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(action);
  await page.keyboard.press("Enter");
}

/** Hands everything of one's own over, by keyboard. */
async function handOver(app: RunningApp, file: string): Promise<void> {
  const { page } = app;
  await app.answerDialog(file);
  await byPalette(page, "hand over");
  const dialog = page.getByRole("dialog", { name: "Hand over to a colleague" });
  if (!native(app)) {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill(basename(file));
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Hand over" }).press("Enter");
  } else await dialog.getByRole("button", { name: "Choose where…" }).press("Enter");
  await expect(dialog).toBeHidden();
}

/** Looks into a colleague's file; nothing is taken in yet. */
async function lookInto(app: RunningApp, file: string) {
  const { page } = app;
  await app.answerDialog(file);
  await byPalette(page, "take in");
  await page.getByRole("button", { name: "Choose a file…" }).press("Enter");
  if (!native(app)) await goToPath(page.getByRole("dialog"), file);
  const dialog = page.getByRole("dialog", { name: "Take in a colleague’s work" });
  await expect(dialog.getByText(basename(file))).toBeVisible();
  return { dialog, take: dialog.getByRole("button", { name: "Take in", exact: true }) };
}

/** Everybody's work in a project as it stands on the disk. */
async function everybodyIn(desk: Desk): Promise<Pick<AnnotatedJson, "annotators" | "articles">> {
  const { stdout } = await sayso(desk.app.home, "export", desk.path, "--format", "json", "--out", "-");
  const { annotators, articles } = JSON.parse(stdout) as AnnotatedJson;
  return { annotators, articles };
}

const setsIn = ({ annotators, articles }: Pick<AnnotatedJson, "annotators" | "articles">) =>
  Object.fromEntries(
    (articles[0]?.sets ?? []).map(({ annotator, spans }) => [
      annotators.find(({ id }) => id === annotator)?.name ?? annotator,
      spans.map(({ segments, type }) => `${segments[0]?.quote}: ${type}`),
    ]),
  );

test("two people exchange packages; what was taken in stands beside one's own, once", async ({
  launchApp,
}) => {
  const dana = await deskOf("Dana Analyst", launchApp);
  const ben = await deskOf("Ben Ode", launchApp);
  await mark(dana.app, "the mayor", "1");
  await mark(ben.app, "said", "2");
  const [fromBen, fromDana] = [join(folder, "from ben.json"), join(folder, "from dana.json")];
  await handOver(ben.app, fromBen);
  await handOver(dana.app, fromDana);

  const { page } = dana.app;
  const { dialog, take } = await lookInto(dana.app, fromBen);
  await expect(dialog.getByText("Ben Ode", { exact: true })).toBeVisible();
  await expect(dialog.getByText("1 mark, 0 cards")).toBeVisible();
  await expectAccessible(page);
  await take.press("Enter");
  await expect(page.getByText("Taken in from “from ben.json”")).toBeVisible();
  await expectAccessible(page);
  const both = await everybodyIn(dana);
  expect(setsIn(both)).toEqual({ "Dana Analyst": ["the mayor: speaker"], "Ben Ode": ["said: cue"] });

  const again = await lookInto(dana.app, fromBen);
  await expect(again.dialog.getByText("There is nothing new in it.")).toBeVisible();
  await expect(again.take).toBeDisabled();
  await page.keyboard.press("Escape");
  expect(await everybodyIn(dana)).toEqual(both);

  // Ben gets Dana's by dropping the file on his window.
  const content = readFileSync(fromDana, "utf8");
  await ben.app.page.evaluate((json) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([json], "from dana.json", { type: "application/json" }));
    for (const type of ["dragover", "drop"])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, content);
  const dropped = ben.app.page.getByRole("dialog", { name: "Take in a colleague’s work" });
  await expect(dropped.getByText("Dana Analyst", { exact: true })).toBeVisible();
  await dropped.getByRole("button", { name: "Take in", exact: true }).press("Enter");
  await expect(ben.app.page.getByText("Taken in from “from dana.json”")).toBeVisible();
  expect(setsIn(await everybodyIn(ben))).toEqual(setsIn(both));
});

test("one's own work from elsewhere is merged as it is decided, and taken back after a restart", async ({
  launchApp,
}) => {
  const dana = await deskOf("Dana Analyst", launchApp);
  await mark(dana.app, "said", "2");
  await mark(dana.app, "Radio Bay", "4");
  // The other machine took the cue for a source.
  const { stdout } = await sayso(dana.app.home, "export", dana.path, "--format", "json", "--out", "-");
  const laptop = join(folder, "laptop.json");
  writeFileSync(laptop, stdout.replace('"type": "cue"', '"type": "source"'));

  const { dialog, take } = await lookInto(dana.app, laptop);
  await expect(dialog.getByText("your own work")).toBeVisible();
  await expect(dialog.getByRole("list", { name: "Conflicts" }).getByRole("listitem")).toHaveCount(1);
  await dialog.getByRole("radio", { name: "Take the file’s" }).press("Space");
  await expectAccessible(dana.app.page);
  await take.press("Enter");
  await expect(dana.app.page.getByText("Your own work was merged in 1 article")).toBeVisible();
  await expect
    .poll(async () => (await exportOf(dana.app, dana.path)).spans)
    .toEqual(["said: source", "Radio Bay: source"]);

  await dana.app.kill();
  const page = await dana.app.restart();
  await expect(articleBox(page)).toContainText("the bridge is safe");
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect
    .poll(async () => (await exportOf(dana.app, dana.path)).spans)
    .toEqual(["said: cue", "Radio Bay: source"]);
});

test("a file that is not whole is refused with its place, and nothing is changed", async ({ launchApp }) => {
  const dana = await deskOf("Dana Analyst", launchApp);
  const before = await everybodyIn(dana);
  const broken = join(folder, "broken.json");
  const { stdout } = await sayso(dana.app.home, "export", dana.path, "--format", "json", "--out", "-");
  writeFileSync(broken, stdout.slice(0, 400));
  const { dialog, take } = await lookInto(dana.app, broken);
  await expect(dialog.getByText(/^line \d+, column \d+$/)).toBeVisible();
  await expect(take).toBeDisabled();
  await expectAccessible(dana.app.page);
  expect(await everybodyIn(dana)).toEqual(before);
});
