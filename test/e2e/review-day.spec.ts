// A day of review, from end to end: two people mark one article differently and apart, exchange packages, one of them asks, the
// other compares blind, decides by keyboard alone, hands the curated set and the log on, and writes feedback.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { repository } from "./drivers.ts";
import { byPalette, deskOf, handOver, lookInto, mark } from "./exchange.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, goToPath, pressWhenReady, saved, sayso } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const real = join(repository, "../shared/articles/peace-talks.txt");
const isReal = existsSync(real);
if (!isReal)
  process.stderr.write(
    "The day of review uses an article of our own: the real one is not beside the project.\n",
  );
const text = readFileSync(
  isReal ? real : join(repository, "test/fixtures/journeys/harbour-bridge.txt"),
  "utf8",
);

/** Quotations that stand once in the article, so that their words find them. */
const quotations = [...text.matchAll(/“[^”\n]{15,120}”/gu)]
  .map(([words]) => words)
  .filter((words) => text.indexOf(words) === text.lastIndexOf(words))
  .slice(0, 4);

/** Counts the keys that are pressed in a window from now on; as many as these are a day. */
async function countedKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    window.addEventListener("keydown", () => (dataset.keys = String(Number(dataset.keys ?? 0) + 1)), true);
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.keys));
}
/** Of Dana, who marks, imports, compares blind, decides each conflict and has the feedback written. */
const mostKeys = 368;

// Each of its steps is a journey elsewhere; that they follow from one another is what this one shows.
test("two people mark one article, and one of them decides between them", { tag: "@repetition" }, async ({
  launchApp,
  driver,
}) => {
  expect(quotations.length).toBeGreaterThan(2);
  const dana = await deskOf(folder, text, "Dana Quince", launchApp);
  const ben = await deskOf(folder, text, "Ben Quartz", launchApp);

  const keys = await countedKeys(dana.app.page);

  await test.step("apart, differently", async () => {
    const [first = "", second = "", ...rest] = quotations;
    for (const words of [first, second]) await mark(dana.app, text, words, "3");
    await mark(ben.app, text, first, "3");
    // Without its last word, and some that Dana has not.
    await mark(ben.app, text, second.replace(/\s\S+$/u, ""), "Alt+3");
    for (const words of rest) await mark(ben.app, text, words, "3");
    const { page } = ben.app;
    await enterArticle(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+T");
    await expect(page.getByRole("textbox", { name: "Start a thread" })).toBeFocused();
    await page.keyboard.type("Is this all of it?");
    await page.keyboard.press("ControlOrMeta+Enter");
    await saved(page);
  });

  const { page } = dana.app;
  const fromBen = join(folder, "from ben.json");
  await test.step("by file, and twice changes nothing", async () => {
    await handOver(ben.app, folder, fromBen);
    const { take } = await lookInto(dana.app, fromBen);
    await pressWhenReady(take);
    await expect(page.getByText("Imported from “from ben.json”")).toBeVisible();
    const again = await lookInto(dana.app, fromBen);
    await expect(again.dialog.getByText("There is nothing new in it.")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(again.dialog).toHaveCount(0);
  });

  await test.step("what Ben asked is heard", async () => {
    await byPalette(page, "article: discussion");
    await expect(page.getByText("Is this all of it?").first()).toBeVisible();
  });

  await test.step("blind", async () => {
    await page.keyboard.press("ControlOrMeta+Alt+1");
    await page.getByRole("region", { name: "What differs" }).waitFor();
    await page.keyboard.press("b");
    await page.keyboard.press("ControlOrMeta+Alt+2");
    await expect(page.getByRole("listbox", { name: "Conflicts" })).toBeVisible();
    const main = page.getByRole("main");
    const told = `${await main.evaluate((element) => element.outerHTML)} ${await main.ariaSnapshot()}`;
    for (const name of ["Quince", "Quartz"]) expect(told).not.toContain(name);
  });

  await test.step("decided by keyboard alone", async () => {
    const queue = page.getByRole("listbox", { name: "Conflicts" });
    const progress = page.getByText(/^\d+ of \d+ decided$/).first();
    const counts = async () => ((await progress.textContent()) ?? "").match(/\d+/gu)?.map(Number) ?? [];
    const [, all = 0] = await counts();
    expect(all).toBeGreaterThan(1);
    await queue.focus();
    await page.keyboard.press("Home");
    for (let decided = 0; decided < all; decided += 1) {
      await page.keyboard.press("u");
      await expect.poll(async () => (await counts())[0]).toBe(decided + 1);
    }
    await page.keyboard.press("a");
    const together = page.getByRole("dialog", { name: "Accept what annotators agree on" });
    await together.getByRole("slider", { name: /Left to check/ }).press("Home");
    await together.getByRole("button", { name: "Accept", exact: true }).press("Enter");
    await expect(together).toHaveCount(0);
    await saved(page);
  });

  await test.step("the curated set and the log are handed on", async () => {
    const out = join(folder, "curated.json");
    const { status } = await sayso(dana.app.home, "export", dana.path, "--format", "json", "--out", out);
    expect(status).toBe(0);
    expect((await sayso(dana.app.home, "validate", out)).status).toBe(0);
    const { annotators, articles } = JSON.parse(readFileSync(out, "utf8")) as AnnotatedJson;
    const curation = annotators.find(({ kind }) => kind === "curation");
    const curated = articles[0]?.sets.find(({ annotator }) => annotator === curation?.id);
    expect(curated?.spans.map(({ segments }) => segments[0]?.quote)).toEqual(quotations);
    expect(curated?.decisions?.length).toBeGreaterThan(1);
    const log = await sayso(dana.app.home, "export", dana.path, "--format", "decision-log", "--out", "-");
    expect(log.stdout.trim().split("\r\n").length).toBeGreaterThan(2);
  });

  await test.step("and Ben gets feedback, in words of his own work", async () => {
    const file = join(folder, "Feedback for Ben Quartz.html");
    await dana.app.answerDialog(file);
    await page.keyboard.press("Escape");
    await expect(articleBox(page)).toBeVisible();
    await byPalette(page, "write feedback");
    const dialog = page.getByRole("dialog", { name: "Feedback for an annotator" });
    await expect(dialog).toBeVisible();
    if (driver === "browser") await goToPath(dialog, folder);
    await pressWhenReady(dialog.getByRole("button", { name: /^(Write report|Choose where…)$/ }));
    await expect(dialog).toHaveCount(0);
    expect(readFileSync(file, "utf8")).toContain("<title>Feedback for Ben Quartz</title>");
  });
  expect(await keys()).toBeLessThanOrEqual(mostKeys);
});
