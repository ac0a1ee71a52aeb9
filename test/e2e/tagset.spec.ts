// The tagset of a project changed in the window: what it would do is shown first, all of it is one step, and that step can
// be taken back after the application was killed.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  goToPath,
  openSample,
  pressWhenReady,
  sayso,
} from "./steps.ts";

/** What stands on the disk, without when it was exported. */
async function standsIn({ home }: RunningApp): Promise<Omit<AnnotatedJson, "exportedAt">> {
  const project = join(home, "sample");
  const { stdout, status } = await sayso(home, "export", project, "--format", "json", "--out", "-");
  expect(status).toBe(0);
  const { exportedAt: _at, ...rest } = JSON.parse(stdout) as AnnotatedJson;
  return rest;
}

async function editTagset(page: Page) {
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("Edit the tagset");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Tagset: News attribution" });
  await expect(dialog).toBeVisible();
  return dialog;
}

const typesUsed = ({ articles }: Pick<AnnotatedJson, "articles">): readonly string[] =>
  [
    ...new Set(articles.flatMap(({ sets }) => sets.flatMap(({ spans }) => spans.map(({ type }) => type)))),
  ].sort();

test("a type is merged into another, and all of it taken back after a kill", { tag: "@own-host" }, async ({
  launchApp,
}) => {
  const app = await openSample(launchApp);
  const before = await standsIn(app);
  const dialog = await editTagset(app.page);
  for (const tab of ["Card fields", "Roles and flags", "Checks", "Guideline", "Mark types"]) {
    await dialog.getByRole("tab", { name: tab }).click();
    await expectAccessible(app.page);
  }
  await dialog.getByRole("option", { name: "Cue" }).click();
  await dialog.getByLabel("Name", { exact: true }).fill("Speaker");
  await expect(dialog.getByText("Two are called “Speaker”: rename one.")).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill("Signal");
  await dialog.getByLabel("New mark type").fill("Expert");
  await dialog.getByLabel("New mark type").press("Enter");
  await dialog.getByRole("option", { name: "Source" }).click();
  await dialog.getByRole("button", { name: "Remove the type" }).press("Enter");
  await expect(dialog.getByLabel("What happens to its marks?")).toBeFocused();
  await dialog.getByRole("button", { name: "Keep it" }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Remove the type" })).toBeFocused();
  await app.page.keyboard.press("Enter");
  // Whoever removes something says what becomes of it: nothing is proposed.
  await expect(dialog.getByRole("button", { name: "Remove the type" })).toBeDisabled();
  await dialog.getByLabel("What happens to its marks?").selectOption("Speaker");
  await dialog.getByRole("button", { name: "Remove the type" }).press("Enter");
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();

  // Neither Escape nor a click beside it throws the work away.
  await app.page.keyboard.press("Escape");
  const question = app.page.getByRole("dialog", { name: "Discard your changes?" });
  await expect(question.getByRole("button", { name: "Continue editing" })).toBeFocused();
  await expectAccessible(app.page);
  await app.page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await app.page.mouse.click(3, 300);
  await expect(question).toBeVisible();
  await app.page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Review changes…" }).press("Enter");

  const preview = app.page.getByRole("dialog", { name: "What changes" });
  await expect(preview.getByText(/^\d+ marks get another type$/).first()).toBeVisible();
  await expect(preview.getByText("“Source” is removed: its marks become “Speaker”")).toBeVisible();
  await expect(preview.getByText("“Cue” is now called “Signal”")).toBeVisible();
  await expect(preview.getByText("“Expert” is new")).toBeVisible();
  await expectAccessible(app.page);
  expect(await standsIn(app)).toEqual(before);
  await expect(preview.getByRole("button", { name: "Apply" })).toBeFocused();
  await app.page.keyboard.press("Escape");
  await expect(preview).toBeHidden();
  await expect(dialog.getByRole("button", { name: "Review changes…" })).toBeFocused();
  await app.page.keyboard.press("Enter");
  await expect(preview.getByRole("button", { name: "Apply" })).toBeFocused();
  await app.page.keyboard.press("Enter");
  await expect(preview).toBeHidden();
  // The margin follows what was made of the article.
  await expect(articleBox(app.page)).toBeFocused();
  await app.page.keyboard.press("j");
  await expect(app.page.locator(".margin-card.in-focus")).toBeVisible();
  await expect(app.page.getByText("Signal").filter({ visible: true }).first()).toBeVisible();
  const after = await standsIn(app);
  expect(typesUsed(after)).toEqual(["claim", "cue", "speaker"]);
  expect(after.tagset.spanTypes.map(({ name }) => name)).toEqual(["Speaker", "Signal", "Claim", "Expert"]);

  await app.kill();
  const page = await app.restart();
  await page
    .getByRole("button", { name: /sample/i })
    .first()
    .press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Signal")).toHaveCount(0);
  expect(await standsIn(app)).toEqual(before);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.getByText("Signal").filter({ visible: true }).first()).toBeVisible();
  expect(await standsIn(app)).toEqual(after);
});

test("a tagset imported from a file asks what becomes of what it does not have", async ({
  launchApp,
}, testInfo) => {
  const app = await openSample(launchApp);
  const { tagset } = await standsIn(app);
  const file = testInfo.outputPath("three.tagset");
  const own = testInfo.outputPath("News attribution.tagset");
  const three = {
    ...tagset,
    spanTypes: tagset.spanTypes.filter(({ id }) => id !== "source"),
    slots: tagset.slots.map((slot) => ({ ...slot, accepts: slot.accepts.filter((id) => id !== "source") })),
  };
  writeFileSync(file, JSON.stringify({ format: "sayso-tagset", version: 1, tagset: three }));
  const dialog = await editTagset(app.page);
  await test.step("and the own one is exported from its editor", async () => {
    await app.answerDialog(own);
    await dialog.getByRole("button", { name: "Export the tagset…" }).press("Enter");
    const exporting = app.page.getByRole("dialog", { name: "Export the tagset" });
    await expect(exporting.getByText("This article")).toHaveCount(0);
    if (app.driver === "browser") {
      await goToPath(exporting, testInfo.outputPath());
      await expect(exporting.getByLabel("File name")).toHaveValue("News attribution.tagset");
      await pressWhenReady(exporting.getByRole("button", { name: "Export", exact: true }));
    } else await exporting.getByRole("button", { name: "Choose where…" }).press("Enter");
    await expect(exporting).toBeHidden();
    await expect(app.page.getByText("Exported the tagset")).toBeVisible();
    expect(JSON.parse(readFileSync(own, "utf8")).tagset).toEqual(tagset);
  });
  await app.answerDialog(file);
  await dialog.getByRole("button", { name: "Import a tagset…" }).press("Enter");
  if (app.driver === "browser")
    await goToPath(app.page.getByRole("dialog", { name: "Choose a tagset" }), file);
  const question = dialog.getByLabel("Marks of the type “Source” become");
  await expect(question).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Review changes…" })).toBeDisabled();
  await expectAccessible(app.page, { isRepetition: true });
  await question.selectOption("They are removed");
  await dialog.getByRole("button", { name: "Review changes…" }).press("Enter");
  const preview = app.page.getByRole("dialog", { name: "What changes" });
  await expect(preview.getByText(/^\d+ marks are removed$/).first()).toBeVisible();
  await preview.getByRole("button", { name: "Back" }).press("Enter");
  await expect(preview).toHaveCount(0);
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await app.page.keyboard.press("Escape");
  await app.page.getByRole("button", { name: "Discard" }).press("Enter");
  await expect(articleBox(app.page)).toBeFocused();
  expect((await standsIn(app)).tagset).toEqual(tagset);
});

test("the guideline opens at what is in focus, and an edit of it is a step like any other", async ({
  launchApp,
}) => {
  const app = await openSample(launchApp);
  const { page } = app;
  await enterArticle(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("F1");
  const guideline = page.getByRole("complementary", { name: "Guideline" });
  await expectAccessible(page, { isRepetition: true });
  await guideline.getByRole("button", { name: "Edit this page" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Tagset: News attribution" });
  await dialog.getByRole("textbox", { name: "Text" }).fill("Mark **the whole name**, <b>always</b>.");
  await dialog.getByRole("button", { name: "Review changes…" }).press("Enter");
  await expect(page.getByText("No annotation changes.")).toBeVisible();
  await page.getByRole("button", { name: "Apply" }).press("Enter");
  await expect(guideline.getByRole("region").getByText("the whole name")).toBeVisible();
  await expect(guideline.locator("b")).toHaveCount(0);
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(guideline.getByText("the whole name")).toHaveCount(0);
});
