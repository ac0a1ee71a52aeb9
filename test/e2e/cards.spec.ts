// Cards beside the text, in the inspector and in their list: level with their words, changed by keys, found by what they say.
import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openSample, saved } from "./steps.ts";

const margin = (page: Page) => page.getByRole("region", { name: "Cards beside the text" });
const inspector = (page: Page) => page.getByRole("complementary", { name: "Inspector" });
const inFocus = (page: Page) => margin(page).locator("[aria-current=true]");

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It has no place on the page.");
  return box;
}

async function boxesOf(cards: Locator) {
  const boxes = await Promise.all((await cards.all()).map((card) => card.boundingBox()));
  return boxes.flatMap((box) => box ?? []).sort((a, b) => a.y - b.y);
}

test("cards stand level with their words, never over each other, and the text follows the arrows", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  for (const [presses, claim] of [
    [3, "the cut to take effect"],
    [2, "that the stock"],
  ] as const) {
    for (let press = 0; press < presses; press += 1) await page.keyboard.press("j");
    await expect(inFocus(page)).toContainText(claim);
    const words = await boxOf(articleBox(page).getByText(claim).first());
    const card = await boxOf(inFocus(page));
    expect(Math.abs(card.y - words.y)).toBeLessThan(16);
    // A card has the height of its words a frame after they change.
    const covered = async () => {
      const boxes = await boxesOf(margin(page).getByRole("listitem"));
      return boxes.filter(({ y, height }, at) => y + height > (boxes[at + 1]?.y ?? Infinity) + 0.5);
    };
    await expect.poll(covered).toEqual([]);
  }

  // A card that is clicked comes into focus where it stands.
  const other = margin(page).getByRole("button", { name: /It hurts, and I know it/ });
  await other.click();
  await expect(inFocus(page)).toContainText("It hurts");
  await page.keyboard.press("ArrowDown");
  await expect(inFocus(page)).toContainText("that the stock");
  await expect(inFocus(page)).toBeFocused();

  // F6 walks through the margin like through every pane.
  await enterArticle(page);
  await page.keyboard.press("F6");
  await expect(inFocus(page)).toBeFocused();
  await page.keyboard.press("F6");
  await expect(inFocus(page)).not.toBeFocused();
  await expectAccessible(page, { isRepetition: true });
});

test("in a window of 1280 pixels each card beside the text shows so much of its claim that one knows it again", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.setViewportSize({ width: 1280, height: 800 });
  const cards = margin(page).getByRole("listitem");
  await expect(cards.filter({ hasText: "several newspapers" })).toContainText("indirect");
  const shown = await cards.evaluateAll((all) =>
    all.map((card) => {
      const claim = card.querySelector(".card-claim");
      const words = claim && document.createTreeWalker(claim, NodeFilter.SHOW_TEXT).nextNode();
      if (!claim || !words) throw new Error("A card without a claim.");
      const box = claim.getBoundingClientRect();
      const face = card.getBoundingClientRect();
      const count = words.textContent?.length ?? 0;
      const range = document.createRange();
      let seen = 0;
      while (seen < count) {
        range.setStart(words, seen);
        range.setEnd(words, seen + 1);
        const { bottom, right } = range.getBoundingClientRect();
        if (bottom > Math.min(box.bottom, face.bottom) + 1 || right > box.right + 1) break;
        seen += 1;
      }
      return { claim: words.textContent, enough: seen >= Math.min(count, 30) };
    }),
  );
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter(({ enough }) => !enough)).toEqual([]);
});

/** Of each card in the margin: the lines of its claim that are seen and that there are, and the pixels from its foot to the next card. */
const claimsOf = (page: Page) =>
  margin(page)
    .getByRole("listitem")
    .evaluateAll((all) => {
      const boxes = all.map((card) => card.getBoundingClientRect());
      return all.map((card, at) => {
        const claim = card.querySelector(".card-claim");
        const face = card.querySelector("button");
        if (!claim || !face) throw new Error("A card without a claim.");
        const line = Number.parseFloat(getComputedStyle(claim).lineHeight);
        const [box, words] = [claim.getBoundingClientRect(), document.createRange()];
        words.selectNodeContents(claim);
        return {
          seen: Math.round(box.height / line),
          all: Math.round(claim.scrollHeight / line),
          written: words.getBoundingClientRect().height > 0,
          line,
          isWhole: box.bottom <= face.getBoundingClientRect().bottom,
          below: (boxes[at + 1]?.top ?? Number.POSITIVE_INFINITY) - (boxes[at]?.bottom ?? 0),
        };
      });
    });

test("law: a card beside the text is as tall as its words, of which none is cut while there is room below", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  for (const width of [1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    for (const size of ["13px", "17px"]) {
      await page.evaluate((to) => document.documentElement.style.setProperty("--size-ui", to), size);
      await page.keyboard.press("j");
      await expect(inFocus(page)).toBeVisible();
      const odd = async () =>
        (await claimsOf(page)).filter(
          ({ seen, all, written, isWhole, below, line }, at, { length }) =>
            !(written && isWhole) ||
            below < 0 ||
            seen > all ||
            (seen < Math.min(all, 8) && below >= line + 8 && at < length - 1),
        );
      await expect.poll(odd).toEqual([]);
    }
  }
  expect((await claimsOf(page)).length).toBeGreaterThan(5);
  expect(new Set((await claimsOf(page)).map(({ seen }) => seen)).size).toBeGreaterThan(1);
});

test("values are picked by keys, a note is read as Markdown, and a flag is shown in the margin", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("j");
  const polarity = inspector(page).getByLabel("Polarity");
  await expect(polarity).toHaveValue("asserts");
  // In a low window the fields stand below the fold until they are needed.
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ ...usual, height: 360 });
  await expect(polarity).not.toBeInViewport();
  await page.keyboard.press("v");
  await expect(inspector(page).getByText("Press the key of a field.")).toBeInViewport();
  await expect(polarity).toBeInViewport();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(inspector(page).getByRole("heading", { name: /^Card 4 of/ })).toBeInViewport();
  await page.keyboard.press("k");
  await page.setViewportSize(usual);
  await page.keyboard.press("v");
  await page.keyboard.press("2");
  await expect(inspector(page).getByRole("list", { name: "Polarity" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("2");
  await expect(polarity).toHaveValue("denies");
  await expect(inspector(page).getByText("Press the key of a field.")).toHaveCount(0);

  // A slip does nothing, Escape ends the picking and nothing else, and then a key does what it always does.
  await page.keyboard.press("v");
  await page.keyboard.press("k");
  await expect(inspector(page).getByText("Press the key of a field.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(inspector(page).getByText("Press the key of a field.")).toHaveCount(0);
  await expect(inspector(page).getByRole("heading", { name: /^Card 3 of/ })).toBeVisible();
  await page.keyboard.press("k");
  await expect(inspector(page).getByRole("heading", { name: /^Card 2 of/ })).toBeVisible();

  await page.keyboard.press("Alt+n");
  await expect(inspector(page).getByRole("textbox", { name: "Note" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await inspector(page)
    .getByRole("textbox", { name: "Note" })
    .fill("Ask **twice**, see [there](https://example.org).");
  await inspector(page).getByRole("button", { name: "Preview" }).press("Enter");
  const note = inspector(page).getByRole("region", { name: "Note" });
  await expect(note.locator("strong")).toHaveText("twice");
  await expect(note.getByRole("link")).toHaveCount(0);
  await expect(note).toContainText("(https://example.org)");
  await page.keyboard.press("Alt+n");
  await expect(note.getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(note.locator("strong")).toHaveText("twice");
  await inspector(page).getByRole("switch", { name: "Discuss" }).press("Space");
  await expect(inFocus(page).getByRole("img", { name: "flagged" })).toBeVisible();
  await expect(inFocus(page).getByRole("img", { name: "has a note" })).toBeVisible();
  await saved(page);
  await expectAccessible(page, { isRepetition: true });
  // Of a very long one the beginning is shown until somebody asks for more.
  await inspector(page).getByRole("button", { name: "Edit", exact: true }).press("Enter");
  await inspector(page)
    .getByRole("textbox", { name: "Note" })
    .fill(`${"a ".repeat(5_000)}the end`);
  await inspector(page).getByRole("button", { name: "Preview" }).press("Enter");
  await expect(note).not.toContainText("the end");
  await note.getByRole("button", { name: "Show all 10,007 characters" }).press("Enter");
  await expect(note).toContainText("the end");
});

test("the list finds, sorts and narrows cards, and leads to them", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.getByRole("button", { name: "Article", exact: true }).press("Enter");
  const list = page.getByRole("list", { name: "Cards", exact: true });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Find a card" });
  await search.fill("stock");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await search.fill("");
  await page.getByText("Sort and filter").click();
  await page.getByLabel("Polarity").first().selectOption("denies");
  await expect(page.getByText(/^\d+ of 14 cards$/)).toBeVisible();
  await expectAccessible(page);
  const first = list.getByRole("button").first();
  await first.press("Enter");
  await expect(first).toHaveAttribute("aria-current", "true");
  await expect(inspector(page).getByLabel("Polarity")).toHaveValue("denies");
  await page.getByRole("button", { name: /^Polarity: .*Remove this filter$/u }).press("Enter");
  await expect(page.getByText(/of 14 cards$/)).toHaveCount(0);
});
