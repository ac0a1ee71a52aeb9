// The trash in the window: an article goes away with its annotations, and comes back with all of them, at once or after a
// restart, also where another window shows it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { schemaVersion } from "../../shared/model/project.ts";
import { copyGolden } from "../helpers/golden-projects.ts";
import { writeReviewProject } from "../helpers/review-project.ts";
import { byPalette } from "./exchange.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  exportOf,
  giveName,
  leaveText,
  openRecent,
  openText,
  saved,
  sayso,
} from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const text = "The mayor said the bridge is safe.\n";

test("an article is moved to the trash and restored, by keyboard, with a restart in between", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await saved(page);

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("move the article to the trash");
  await page.keyboard.press("Enter");
  const banner = page.getByText("and all its annotations to the trash");
  await expect(banner).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
  await expectAccessible(page, { isRepetition: true });
  expect((await exportOf(app, path)).spans).toEqual([]);
  await page.getByRole("button", { name: "Restore", exact: true }).press("Enter");
  await expect(page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await expect(banner).toHaveCount(0);

  await page.getByRole("button", { name: /^State of the article/ }).press("Enter");
  const item = page.getByRole("menuitem", { name: "Move the article to the trash" });
  await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(item).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(banner).toBeVisible();
  const again = await app.restart();
  await openRecent(again);
  await expect(again.getByRole("heading", { name: /^Articles/ })).toBeVisible();
  await again.keyboard.press("ControlOrMeta+k");
  await again.keyboard.type("trash");
  await again.keyboard.press("Enter");
  const dialog = again.getByRole("dialog", { name: "Trash" });
  await expect(dialog.getByRole("listitem")).toContainText(/text.*by Dana Analyst/);
  await expectAccessible(again);
  await dialog.getByRole("button", { name: /^Restore/ }).press("Enter");
  await expect(again.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker"]);
});

/** What is known of one entity of the sample project on the disk, and the words that mention it. */
async function entityIn({ home }: RunningApp, name: string) {
  const { stdout } = await sayso(home, "export", join(home, "sample"), "--format", "json", "--out", "-");
  const { entities, articles } = JSON.parse(stdout) as AnnotatedJson;
  const entity = entities.find((one) => one.name === name);
  const spans = articles.flatMap(({ sets }) => sets.flatMap((set) => set.spans));
  const mentions = spans.filter((span) => entity && span.entity === entity.id);
  return entity ? { entity, mentions: mentions.length } : null;
}

test("an entity is moved to the trash with a warning, undone at once, and restored from the trash tomorrow", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  await page.getByRole("button", { name: /sample/i }).press("Enter");
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();
  const before = await entityIn(app, "Ana Ruiz");
  expect(before?.mentions).toBe(9);

  const putAway = async (): Promise<void> => {
    await page.getByRole("searchbox", { name: "Find an entity" }).fill("ana ruiz");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Move to the trash" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Move “Ana Ruiz” to the trash?" });
    await expect(dialog).toContainText("9 mentions of yours in 6 articles will refer to nobody");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Move to the trash" }).press("Enter");
    await expect(
      page.getByText("Moved “Ana Ruiz” to the trash; its mentions now refer to nobody"),
    ).toBeVisible();
  };
  await page.getByRole("button", { name: "People & sources" }).click();
  await putAway();
  // The keyboard is in the list again.
  const pane = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane") ?? null);
  await expect.poll(pane).toBe("sidebar");
  expect(await entityIn(app, "Ana Ruiz")).toBeNull();
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => entityIn(app, "Ana Ruiz")).toEqual(before);

  await putAway();
  await expect.poll(() => entityIn(app, "Ana Ruiz")).toBeNull();
  const again = await app.restart();
  await again.getByRole("button", { name: /^Sample project/ }).press("Enter");
  await expect(articleBox(again)).toBeVisible();
  await byPalette(again, "trash");
  const dialog = again.getByRole("dialog", { name: "Trash" });
  await expect(dialog.getByRole("listitem")).toContainText(
    /Ana Ruiz.*Entity · moved here .* by Dana Analyst · 9 mentions · /,
  );
  await expectAccessible(again, { isRepetition: true });
  await dialog.getByRole("button", { name: "Restore “Ana Ruiz”" }).press("Enter");
  await expect(again.getByRole("status").filter({ hasText: "Restored “Ana Ruiz”" })).toBeVisible();
  await expectAccessible(again, { isRepetition: true });
  await expect.poll(() => entityIn(app, "Ana Ruiz")).toEqual(before);
});

test("a colleague is moved to the trash with everything, taken back, and deleted for good only after a question", async ({
  launchApp,
}) => {
  const review = await writeReviewProject(join(folder, "project"), ["Dana Analyst", "Ben Reviewer"]);
  const ben = review.project.annotators.find(({ name }) => name === "Ben Reviewer")?.id ?? "";
  const [article] = review.articles;
  const set = join(review.path, "annotations", article?.article.id ?? "", `${ben}.json`);
  const bytes = readFileSync(set);
  const app = await launchApp({ project: review.path });
  const { page } = app;
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+Alt+4");
  const ofBen = page.getByRole("button", { name: /^Ben Reviewer/ }).first();
  await expect(ofBen).toBeVisible();

  const putAway = async (): Promise<void> => {
    await page
      .getByRole("columnheader", { name: /Ben Reviewer/ })
      .getByRole("button")
      .press("Enter");
    await page.getByRole("menuitem", { name: "Move Ben Reviewer to the trash" }).press("Enter");
    await expect(page.getByText("Moved Ben Reviewer to the trash, with all sets")).toBeVisible();
    await expect(page.getByRole("columnheader", { name: /Ben Reviewer/ })).toHaveCount(0);
    expect(existsSync(set)).toBe(false);
  };
  await page
    .getByRole("columnheader", { name: /Dana Analyst/ })
    .getByRole("button")
    .press("Enter");
  await expect(page.getByRole("menuitem", { name: "Move Dana Analyst to the trash" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await putAway();
  await page.getByRole("button", { name: "Restore", exact: true }).press("Enter");
  await expect(page.getByRole("columnheader", { name: /Ben Reviewer/ })).toBeVisible();
  expect(readFileSync(set)).toEqual(bytes);

  await putAway();
  await byPalette(page, "trash");
  const dialog = page.getByRole("dialog", { name: "Trash" });
  await expect(dialog.getByRole("listitem")).toContainText(/Ben Reviewer.*Colleague · .* · 2 sets · \d+ kB/);
  await dialog.getByRole("button", { name: "Delete “Ben Reviewer” for good…" }).press("Enter");
  const question = page.getByRole("dialog", { name: "Delete for good?" });
  await expect(question).toContainText(/Ben Reviewer.*kB/);
  // What cannot be had back is no key away.
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await dialog.getByRole("button", { name: "Empty the trash…" }).press("Enter");
  await question.getByRole("button", { name: "Delete for good" }).press("Enter");
  await expect(dialog).toContainText("The trash is empty.");
  expect(existsSync(join(review.path, "trash", `annotator-${ben}`))).toBe(false);
});

test("a project is moved aside from the first page, and comes back; one that is open stays; deleting asks first", async ({
  launchApp,
}) => {
  const { home, path } = await leaveText(folder, text);
  const app = await launchApp({ home });
  const { page } = app;
  const name = "One text";
  await page.getByRole("button", { name: `Move “${name}” to the trash` }).press("Enter");
  await expect(page.getByText(`Moved “${name}” and everything in it to the trash`)).toBeVisible();
  expect(existsSync(path)).toBe(false);
  const trash = page.getByRole("region", { name: "In the trash" });
  await expect(trash.getByRole("listitem")).toContainText(
    /One text.*moved here .* by Dana Analyst · \d+ kB · was at/,
  );
  await expectAccessible(page);
  await trash.getByRole("button", { name: `Restore “${name}”` }).press("Enter");
  await expect(trash).toHaveCount(0);
  await openRecent(page);
  await expect(articleBox(page)).toContainText(text);

  const again = await app.restart();
  await again.getByRole("button", { name: `Move “${name}” to the trash` }).press("Enter");
  await again.getByRole("button", { name: `Delete “${name}” for good…` }).press("Enter");
  const question = again.getByRole("dialog", { name: "Delete for good?" });
  await expect(question).toContainText(/One text.*kB/);
  await expectAccessible(again, { isRepetition: true });
  await question.getByRole("button", { name: "Delete for good" }).press("Enter");
  await expect(again.getByRole("region", { name: "In the trash" })).toHaveCount(0);
  expect(existsSync(join(path, "..", ".sayso-trash"))).toBe(false);
});

test("an older project says before its first change is made that it was copied, and where", async ({
  launchApp,
}) => {
  const path = join(folder, "older");
  copyGolden("version-1-steps", path);
  const app = await launchApp({ project: path });
  const { page } = app;
  await giveName(page, "Ana");
  await expect(articleBox(page)).toBeVisible();
  expect(JSON.parse(readFileSync(join(path, "project.json"), "utf8")).schemaVersion).toBe(1);
  await enterArticle(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Delete");
  await expect(page.getByText("The project now has the format of this version of Sayso")).toBeVisible();
  await expect(page.getByText(/older-forms/)).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  expect(JSON.parse(readFileSync(join(path, "project.json"), "utf8")).schemaVersion).toBe(schemaVersion);
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await saved(page);
});
