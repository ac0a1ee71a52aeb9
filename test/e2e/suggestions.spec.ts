// Suggestions by keyboard: shown in the text and in a list, accepted one by one and several at once, edited, rejected with what
// that teaches, taken back, undone, and all of it still there after a restart.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openRecent, openText, saved } from "./steps.ts";
import { counted, countNow, setOf, told } from "./suggested.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const text = [
  "The bridge will stay shut, the harbour board said on Monday.",
  "“Nobody asked us,” Ana Hart, the mayor, told reporters. She denied that the city had known.",
  "Luis Moreno said that the cracks were old. Moreno added that the board believes the steel will hold.",
  "“We will sue,” said Ana Hart.",
].join("\n\n");

const rows = (page: Page) =>
  page.getByRole("list", { name: "Suggestions" }).getByRole("button", { name: /%$/ });
/** What the inspector shows of the suggestion that is looked at. */
const inFocus = (page: Page) => page.getByRole("region", { name: /^Suggestion \d+ of \d+$/ });

test("an article is worked through by accepting, editing and rejecting what is suggested", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  await counted(page, 7);
  await expect(page.locator("mark[data-suggestion]").first()).toBeVisible();
  // Nothing is ever committed by itself.
  expect(await page.locator("mark[data-spans]").count()).toBe(0);

  // The list, and the first suggestion with its reason.
  await page.keyboard.press("ControlOrMeta+9");
  await expect(rows(page)).toHaveCount(7);
  await keys.press("g");
  await told(page, /harbour board “said”, \d+% sure\. Enter accepts/);
  await expect(inFocus(page).getByText("The words after the clause say who says it.")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });

  // Accepted, from the list where the keyboard is: a card, and the next one is looked at.
  await keys.press("Enter");
  await counted(page, 6);
  await told(page, /Ana Hart “told”/);
  // Accepted and opened for editing.
  await keys.press("Shift+Enter");
  await counted(page, 5);
  await expect(page.getByRole("heading", { name: "Card 2 of 2" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Channel" })).toHaveValue("briefing");
  await page.getByRole("combobox", { name: "Channel" }).selectOption("interview");
  await saved(page);

  // Rejected here alone: the same pattern stays elsewhere.
  await enterArticle(page);
  await keys.press("g");
  await told(page, /“denied”/);
  await keys.press("Backspace");
  await counted(page, 4);
  // Rejected with all of its kind, taken back from the list of what was rejected.
  await told(page, /Luis Moreno “said”/);
  await keys.press("Shift+Backspace");
  await told(page, /1 “say” suggestion rejected.*Ctrl Z takes it back/);
  await counted(page, 3);
  await page.getByRole("button", { name: "Rejected suggestions" }).press("Enter");
  const backToList = page.getByRole("button", { name: "Back to the suggestions" });
  await expect(backToList).toBeFocused();
  await expect(page.getByRole("list").getByText("“say”")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page
    .getByRole("region", { name: "No longer suggested in this project" })
    .getByRole("button", { name: "Suggest it again" })
    .press("Enter");
  await counted(page, 4);
  await backToList.press("Enter");

  // Several at once, as one step.
  await enterArticle(page);
  await keys.press("Alt+g");
  const dialog = page.getByRole("dialog", { name: "Accept suggestions" });
  await dialog.getByRole("combobox", { name: "Scope" }).selectOption("Luis Moreno");
  await dialog.getByRole("slider", { name: "Confidence" }).press("Home");
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Accept 2 suggestions" }).press("Enter");
  await told(page, "Accepted 2 suggestions.");
  await counted(page, 2);
  await page.keyboard.press("ControlOrMeta+z");
  await counted(page, 4);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await counted(page, 2);
  await saved(page);

  // What is in no card yet, and how good the suggestions are against what was made of the article.
  const tabs = page.getByRole("navigation", { name: "Article", exact: true });
  await tabs.getByRole("button", { name: "Possibly missed" }).press("Enter");
  await expect(page.getByText("Nothing is left")).toBeVisible();
  await expect(tabs.getByRole("button", { name: "Possibly missed 0" })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await tabs.getByRole("button", { name: /^Suggestions/ }).press("Enter");
  await page.getByRole("button", { name: "How good they are" }).press("Enter");
  await expect(page.getByText("7 suggestions against 4 cards of yours in 1 article")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Voice, cue and claim .* 100 / })).toBeVisible();
  await expect(
    page.getByText("4 of your cards began as suggestions; 1 of them was changed since."),
  ).toBeVisible();
  await expectAccessible(page);
  await backToList.press("Enter");

  // Bolder or more careful: fewer are offered when they must be surer.
  await page.keyboard.press("ControlOrMeta+,");
  const settings = page.getByRole("dialog", { name: "Settings" });
  await expect(settings.getByRole("button", { name: "Change name…" })).toBeVisible();
  await settings.getByRole("slider", { name: "Minimum confidence" }).press("End");
  await expectAccessible(page, { isRepetition: true });
  await settings.getByRole("switch", { name: "Suggest cards for articles" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Suggestions are turned off.")).toBeVisible();
  await expect(page.locator("mark[data-suggestion]")).toHaveCount(0);
  await page.getByRole("button", { name: "Turn suggestions on" }).press("Enter");
  await counted(page, 1);
  await page.keyboard.press("ControlOrMeta+,");
  await settings.getByRole("slider", { name: "Minimum confidence" }).press("Home");
  await page.keyboard.press("Escape");

  // After a restart all of it stands, and nothing that was decided is offered again; bolder, there is one more.
  await app.restart();
  await openRecent(app.page);
  await counted(app.page, 3);
  await app.stop();
  const { set, entities } = await setOf(app.home, path);
  expect(entities.map(({ name, type }) => `${name}: ${type}`).sort()).toEqual([
    "Ana Hart: person",
    "Luis Moreno: person",
    "harbour board: organization",
  ]);
  expect(set.rejections?.map(({ segment, pattern }) => [segment.quote, pattern])).toEqual([["denied", null]]);
  const origins = set.attributions.map(({ provenance }) => provenance);
  expect(origins.map(({ origin }) => origin.by)).toEqual(Array.from({ length: 4 }, () => "suggested"));
  expect(origins.filter(({ editedAt }) => editedAt !== undefined)).toHaveLength(1);
});

test("the suggestion in focus stands in the inspector, where it is accepted, edited and rejected with mouse and keyboard", async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await counted(page, 7);
  const nothing = page.getByRole("region", { name: "Nothing is in focus" });
  await expect(nothing).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+9");
  await expect(page.getByRole("list", { name: "Suggestions" }).getByRole("button")).toHaveCount(7);

  // With the mouse: a row shows it beside the text, and the button stays where it is for the next one.
  await rows(page).first().click();
  const panel = inFocus(page);
  await expect(panel.getByRole("heading")).toHaveText("Suggestion 1 of 7");
  await expect(nothing).toHaveCount(0);
  for (const words of ["The bridge will stay shut", "said", "Kind", "indirect", "Confidence", "Reason"])
    await expect(panel.getByText(words, { exact: true })).toBeVisible();
  await expect(panel.getByText(/^new: organization, /)).toBeVisible();
  await expect(panel.getByText(/^\d+%$/)).toHaveCount(1);
  await expectAccessible(page);
  await panel.getByRole("button", { name: /^Accept/ }).click();
  await counted(page, 6);
  await expect(panel.getByRole("heading")).toHaveText("Suggestion 1 of 6");
  await panel.getByRole("button", { name: /^Reject(?! all)/ }).click();
  await counted(page, 5);

  // By key alone: from the article to the pane and through its buttons.
  await enterArticle(page);
  await keys.press("g");
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane"));
  while ((await pane()) !== "cards") await page.keyboard.press("F6");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("button", { name: /^Accept/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("button", { name: /^Edit/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await counted(page, 4);
  await expect(page.getByRole("heading", { name: /^Card \d of 2$/ })).toBeVisible();
  await expect(panel).toBeHidden();

  await enterArticle(page);
  await keys.press("g");
  await panel.getByRole("button", { name: /^Reject all like this/ }).press("Space");
  await told(page, /similar ones are hidden in this project/);
  await expect.poll(() => countNow(page)).toBeLessThan(4);
  await page.keyboard.press("ControlOrMeta+z");
  await counted(page, 4);
});

test("accepting several lists all of them, and leaves out those that are not ticked", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  await counted(page, 7);
  await keys.press("Alt+g");
  const dialog = page.getByRole("dialog", { name: "Accept suggestions" });
  const ticks = dialog.getByRole("list", { name: "Suggestions" }).getByRole("checkbox");
  await dialog.getByRole("slider", { name: "Confidence" }).press("Home");
  await expect(ticks).toHaveCount(7);
  await expect(dialog.getByRole("button", { name: "Accept 7 suggestions" })).toBeVisible();

  // With the keyboard: the list is one stop, the arrows walk it, and what is left out stays so when the list is another one.
  await ticks.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(ticks.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(dialog.getByText("6 of 7 selected")).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: "Select all" })).toHaveJSProperty("indeterminate", true);
  await expectAccessible(page, { isRepetition: true });
  await dialog.getByRole("combobox", { name: "Scope" }).selectOption("Ana Hart");
  await expect(ticks).toHaveCount(3);
  await dialog.getByRole("combobox", { name: "Scope" }).selectOption("whole article");
  await expect(ticks.nth(1)).not.toBeChecked();

  // With the mouse: none, all, and all but one.
  await dialog.getByRole("checkbox", { name: "Select all" }).click();
  await expect(dialog.getByRole("button", { name: "Accept 7 suggestions" })).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Select all" }).click();
  await expect(dialog.getByRole("button", { name: "Accept", exact: true })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "Select all" }).click();
  await ticks.nth(1).click();
  await dialog.getByRole("button", { name: "Accept 6 suggestions" }).click();
  await told(page, "Accepted 6 suggestions.");
  await counted(page, 1);
  await saved(page);
  await app.stop();
  const { set } = await setOf(app.home, path);
  expect(set.attributions).toHaveLength(6);
});

test("a mark tells its type and its card, and a suggestion that it is one", async ({ launchApp }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await counted(page, 7);
  const described = (words: string) => articleBox(page).locator("mark", { hasText: words }).first();
  const bridge = described("The bridge will stay shut");
  await expect(bridge).toHaveAttribute("aria-description", "Claim (suggested)");
  // The caret that comes into it hears the same.
  await enterArticle(page);
  const { start } = keys.find("stay shut");
  await keys.select({ start, end: start });
  await expect(
    page.getByRole("status").getByText("Suggestion: harbour board said: The bridge will stay shut"),
  ).toHaveCount(1);

  await keys.press("Shift+g");
  await expect(page.getByRole("status").getByText(/^Suggestion: .+ said: “We will sue,”/)).toHaveCount(1);
  await keys.press("g");
  await keys.press("Enter");
  await expect(bridge).toHaveAttribute(
    "aria-description",
    "Claim. Card: harbour board said: The bridge will stay shut",
  );
  // Another part of the card is another one: all of its marks say so.
  await described("said").click();
  await keys.press("u");
  await expect(bridge).toHaveAttribute(
    "aria-description",
    "Claim. Card: harbour board: The bridge will stay shut",
  );
  await expect(described("said")).toHaveAttribute("aria-description", /^Cue, in no card/);
});
