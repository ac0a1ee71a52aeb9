// Caret and focus are one place, by mouse and by keyboard: a click puts the caret where it is made, what comes into focus takes it
// along, and a key acts there or says why not.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";
import { clickAt } from "./pointer.ts";
import { articleBox, leaveProposal, openText } from "./steps.ts";

const text = readFileSync(join(repository, "test/fixtures/journeys/harbour-bridge.txt"), "utf8");
/** So long that its ends are never on the screen together. */
const longText = Array.from({ length: 4 }, () => text).join("\n");

test("a click puts the caret where it is made, in plain words, marks and suggestions", async ({
  launchApp,
  folder,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await expect(articleBox(page).locator("mark[data-suggestion]").first()).toBeVisible();
  const claim = keys.find("We will rebuild it");
  await keys.select(claim);
  await keys.press("3");
  await leaveProposal(page, keys);
  for (const words of [
    "The harbour bridge",
    "told The Port",
    "the ferry company",
    "will rebuild",
    "rebuild it",
  ]) {
    const at = keys.find(words).start + 2;
    await clickAt(page, text, at);
    await expect.poll(() => keys.selection()).toEqual({ start: at, end: at });
  }
  // The mark that was clicked is in focus, and the keys that select begin at the click.
  await expect(page.getByRole("heading", { name: /claim in focus/i })).toBeVisible();
  await keys.press("w");
  expect(await keys.selection()).toEqual(keys.find("rebuild"));
});

test("the key for who is meant asks about the voice of the card in focus, by its words", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await expect(articleBox(page).locator("mark[data-suggestion]").first()).toBeVisible();
  // Another voice, where the caret was left.
  await keys.select(keys.find("Radio Bay"));
  await keys.press("1");
  await keys.press("Escape");
  await keys.press("Escape");
  await keys.press("g");
  await keys.press("Shift+Enter");
  await expect(page.getByText(/^card 1 of 1$/i).first()).toBeVisible();
  await keys.press("e");
  const dialog = page.getByRole("dialog", { name: /^Who does “.+” refer to\?$/u });
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleName(/spokesman/u);
  // The first row is marked from the start, so that the first arrow goes to the second.
  const rows = dialog.getByRole("option");
  await expect(rows.first()).toHaveAttribute("data-focused", "true");
  await keys.press("Escape");
});

test("words that are proposed for a claim can be corrected with the mouse before they are taken", async ({
  launchApp,
  folder,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("We will rebuild it"));
  await keys.press("3");
  const ghost = articleBox(page).locator("mark[data-proposed]", { hasText: "Ruiz" });
  const box = await ghost.boundingBox();
  if (!box) throw new Error("A voice is proposed.");
  // From its end: at its start the claim has its handle.
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 8, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  expect((await keys.selection()).end).toBeGreaterThan((await keys.selection()).start);
  await expect(ghost).toBeVisible();
  await clickAt(page, text, keys.find("Ruiz told").start + 2);
  await expect(page.getByText(/^card 1 of 1$/i).first()).toBeVisible();
});

test("a claim that the caret has left still takes words selected elsewhere", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("We will rebuild it"));
  await keys.press("3");
  await leaveProposal(page, keys);
  await clickAt(page, text, keys.find("will not raise").start + 1);
  await keys.press("q");
  const foot = page.getByRole("contentinfo");
  await expect(foot.getByText("+ adds them to Claim “We will rebuild it,”.")).toBeVisible();
  await keys.press("+");
  await expect(page.getByRole("heading", { name: /claim in focus/i })).toBeVisible();
  await expect(
    articleBox(page).locator("mark[data-spans]", { hasText: "will not raise" }).first(),
  ).toBeVisible();
});

test("a key about a place that was scrolled away goes back to it before it changes anything", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { page, keys } = await openText(launchApp, folder, longText);
  await keys.select(keys.find("We will rebuild it"));
  await keys.press("3");
  await leaveProposal(page, keys);
  const mark = articleBox(page).locator("mark[data-spans]").first();
  await expect(mark).toBeInViewport();
  await articleBox(page).hover();
  await page.mouse.wheel(0, 4_000);
  await expect(mark).not.toBeInViewport();
  await keys.press("Backspace");
  await expect(page.getByText(/^Scrolled back to what this key changes/u)).toBeVisible();
  await expect(mark).toBeInViewport();
  await keys.press("Backspace");
  await expect(mark).toHaveCount(0);
});

test("no key acts on what lies behind a dialog, wherever the focus is", async ({ launchApp, folder }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("We will rebuild it"));
  await keys.press("3");
  await leaveProposal(page, keys);
  const marks = () => articleBox(page).locator("mark[data-spans]").allTextContents();
  const before = await marks();
  for (const combination of ["ControlOrMeta+e", "ControlOrMeta+,", "?"]) {
    await clickAt(page, text, keys.find("rebuild it").start);
    await keys.press(combination);
    const dialog = page.getByRole("dialog").first();
    await expect(dialog).toBeVisible();
    for (const focus of ["dialog", "page"]) {
      if (focus === "dialog") await dialog.focus();
      else await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (const key of ["1", "2", "]", "s", "n", "Backspace", "ControlOrMeta+z"]) await keys.press(key);
    }
    await dialog.focus();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await marks()).toEqual(before);
  }
  // The same keys, with nothing over the page.
  await clickAt(page, text, keys.find("rebuild it").start);
  await keys.press("Backspace");
  await expect.poll(marks).not.toEqual(before);
});
