// All cards of the sample project in one table: narrowed, sorted, opened in the text and come back to; many of them given another value, and
// that undone; and a concordance. By keyboard.
import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, openSample } from "./steps.ts";

const table = (page: Page) => page.getByRole("table", { name: /^Statements/u });
const lines = (page: Page) => table(page).locator("[data-row]");
const counted = (page: Page) => page.getByRole("status").getByText(/of \d+ cards?$/u);

/** By the palette, as whoever does not know where it stands. */
async function openStatements(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("searchbox", { name: "Command palette" }).fill("Insight: Statements");
  await page.keyboard.press("Enter");
  // The thread that reads the articles may have to wait for a busy machine.
  await expect(counted(page)).toBeVisible();
}

async function shownCards(page: Page): Promise<number> {
  return Number(/^\d+/u.exec((await counted(page).textContent()) ?? "")?.[0]);
}

/** Ticks a value of a facet in the filter, and leaves it. */
async function narrow(page: Page, facet: string, value: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Filter", exact: true }).press("Enter");
  const choices = page.getByRole("button", { name: new RegExp(`^${facet}: `, "u") });
  await choices.press("Enter");
  // Enter ticks it and closes the menu, whose button has the focus with the next frame.
  await page.getByRole("menuitemcheckbox", { name: value }).press("Enter");
  await expect(choices).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Filter" })).toHaveCount(0);
}

const cells = (column: Locator): Promise<readonly string[]> => column.allTextContents();

/** Selects all cards of direct speech and opens the dialog that changes them. */
async function editDirectCards(page: Page) {
  const all = await shownCards(page);
  await narrow(page, "Kind", /^direct \(\d+\)$/u);
  await expect.poll(() => shownCards(page)).toBeLessThan(all);
  const direct = await shownCards(page);
  await lines(page).first().focus();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(page.getByText(`${direct} selected`)).toBeVisible();
  await page.keyboard.press("e");
  return { direct, dialog: page.getByRole("dialog", { name: `Change ${direct} cards` }) };
}

test("statements are narrowed, sorted, opened in their article and come back to", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await openStatements(page);
  const all = await shownCards(page);
  expect(all).toBeGreaterThan(5);
  await expectAccessible(page);

  await narrow(page, "Polarity", /^denies \(\d+\)$/u);
  await expect.poll(() => shownCards(page)).toBeLessThan(all);
  const denied = await shownCards(page);
  await expect(lines(page)).toHaveCount(denied);
  await page.getByRole("button", { name: "Remove the condition Polarity: denies" }).press("Enter");
  await expect.poll(() => shownCards(page)).toBe(all);

  await page.getByRole("button", { name: "Sort by Cue" }).press("Enter");
  await expect(page.getByRole("columnheader", { name: "Sort by Cue" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const isSorted = async (): Promise<boolean> => {
    const words = await cells(lines(page).locator("td:nth-child(5)"));
    const cues = words.filter((cue) => cue !== "").map((cue) => cue.toLowerCase());
    return cues.join() === cues.toSorted().join();
  };
  await expect.poll(isSorted).toBe(true);

  // The third row: to its text by Enter, and back to it.
  const row = (at: number) => table(page).locator(`[data-row="${at}"]`);
  await row(0).focus();
  for (const at of [1, 2]) {
    await page.keyboard.press("ArrowDown");
    await expect(row(at)).toBeFocused();
  }
  const third = row(2);
  const words = await third.textContent();
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await expect(table(page)).toBeHidden();
  await expect(page.locator(".card.in-focus, .inspector .card-form").first()).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(third).toBeFocused();
  await expect(third).toHaveText(words ?? "");

  // The words around the cues, by those to the left.
  await page.getByRole("combobox", { name: "Layout" }).selectOption({ label: "Concordance of cues" });
  await expect(page.getByRole("columnheader", { name: "Sort by Words before" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(lines(page).first().locator(".node")).not.toHaveText("");
  await expectAccessible(page, { isRepetition: true });
});

test("many statements get another value as one step, and one undo takes it back", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await openStatements(page);
  const { direct, dialog } = await editDirectCards(page);
  await dialog.getByRole("combobox", { name: "Field" }).selectOption({ label: "Kind" });
  await dialog.getByRole("combobox", { name: "New value" }).selectOption({ label: "mixed" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Change", exact: true }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Changed ${direct} cards`)).toBeVisible();
  await expect(page.getByText("No card fits these filters.")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => shownCards(page)).toBe(direct);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.getByText("No card fits these filters.")).toBeVisible();
});

test("many claims are said to be about somebody as one step, are found by it, and one undo takes it back", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await openStatements(page);
  const { direct, dialog } = await editDirectCards(page);
  await dialog.getByRole("combobox", { name: "Field" }).selectOption({ label: "About: add an entity" });
  await expect(dialog.getByRole("button", { name: "Change", exact: true })).toBeDisabled();
  await dialog.getByRole("searchbox", { name: "Entities" }).fill("radio ellery");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("“Radio Ellery” will be added to “About”; others stay.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Change", exact: true }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Changed ${direct} cards`)).toBeVisible();
  await narrow(page, "About", new RegExp(`^Radio Ellery \\(${direct}\\)$`, "u"));
  await expect.poll(() => shownCards(page)).toBe(direct);

  await page.locator(".place-tabs").getByRole("button", { name: "Who speaks", exact: true }).click();
  const ranked = page.getByRole("main", { name: "Who speaks" });
  await ranked.getByText("Whom claims are about", { exact: true }).first().click();
  const first = ranked.getByRole("row").nth(1);
  await expect(first).toContainText("Radio Ellery");
  await expectAccessible(page);
  await first.getByRole("button", { name: /^Radio Ellery, Share of statements: / }).click();
  await expect(page.locator(".insight-cards").getByRole("listitem").first()).toBeVisible();

  await page.keyboard.press("ControlOrMeta+z");
  await expect(ranked.getByRole("row").nth(1)).not.toContainText("Radio Ellery");
});
