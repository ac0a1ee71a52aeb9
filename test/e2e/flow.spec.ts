// Tagging without friction: a claim with one key and what is proposed beside it, gaps, layers, the menu of a place, and edges
// that are dragged.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, leaveProposal, openText } from "./steps.ts";

const fixture = (name: string): string =>
  readFileSync(join(repository, "test/fixtures/journeys", name), "utf8");

const text = `The bridge will close in May, the council said on Tuesday.

“We will rebuild it,” mayor Ana Ruiz told reporters. Ruiz said that the ferry company had agreed to run boats. “Who pays?” asked Tom Vale.
`;

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const ghosts = (page: Page) => articleBox(page).locator("mark[data-proposed]");
const counts = (page: Page, words: RegExp) => expect(page.getByText(words).first()).toBeVisible();
const marked = (page: Page, words: string) =>
  articleBox(page).locator("mark[data-spans]", { hasText: words }).first();

test("a claim takes one key, its voice and cue another, and one step back takes them out", async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);

  await keys.select(keys.find("We will"));
  await keys.press("q");
  await keys.press("3");
  await expect(ghosts(page)).toHaveText(["mayor Ana Ruiz", "told"]);
  await expect(page.getByRole("status").getByText(/“mayor Ana Ruiz” “told”/)).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await keys.press("Enter");
  await expect(ghosts(page)).toHaveCount(0);
  await counts(page, /^3 marks$/);
  await counts(page, /^card 1 of 1$/i);

  await keys.press("Control+z");
  await counts(page, /^1 mark$/);
  await counts(page, /^0 cards$/);
  await keys.press("Control+Shift+z");
  await counts(page, /^3 marks$/);

  // Esc leaves what is proposed; any other key goes on.
  await keys.press("Escape");
  await keys.press("Escape");
  await keys.select(keys.find("ferry", { from: "that the" }));
  await keys.press("c");
  await keys.press("3");
  await expect(ghosts(page)).toHaveText(["Ruiz", "said"]);
  await keys.press("Escape");
  await expect(ghosts(page)).toHaveCount(0);
  await counts(page, /^4 marks$/);

  // N goes through what is still to be said, and proposes again.
  await keys.press("n");
  await expect(page.getByRole("heading", { name: /speaker in focus/i })).toBeVisible();
  await keys.press("n");
  await expect(ghosts(page)).toHaveText(["Ruiz", "said"]);
  await keys.press("Enter");
  await counts(page, /^card 2 of 2$/i);

  // Whoever is quoted within a claim gets a card within that claim's.
  await keys.press("Escape");
  await keys.press("Escape");
  await keys.select(keys.find("to run boats"));
  await keys.press("3");
  await expect(ghosts(page)).toHaveText(["the ferry company", "had agreed"]);
  await keys.press("Enter");
  await counts(page, /^card 3 of 3$/i);
  await expect(page.getByText(/^Ruiz said/).first()).toBeVisible();

  // The pointer takes them by a click.
  await keys.press("Escape");
  await keys.press("Escape");
  await keys.select(keys.find("Who pays"));
  await keys.press("q");
  await keys.press("3");
  await ghosts(page).filter({ hasText: "asked" }).click();
  await counts(page, /^card 4 of 4$/i);
});

test("spans that lie over each other are walked by key and listed at the place", async ({ launchApp }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  const mark = async (words: { start: number; end: number }, key: string) => {
    await keys.select(words);
    await keys.press(key);
    for (let steps = 0; steps < 3; steps += 1) await keys.press("Escape");
  };
  await mark(keys.between("that the ferry", "boats"), "3");
  await mark(keys.find("the ferry company"), "1");
  await mark(keys.between("to run", "boats"), "3");
  await keys.select(keys.find("company", { from: "the ferry" }));
  const inFocus = (words: RegExp) => expect(page.getByRole("heading", { name: words })).toBeVisible();

  await keys.press("Alt+ArrowUp");
  await inFocus(/speaker in focus/i);
  await keys.press("Alt+ArrowUp");
  await inFocus(/claim in focus/i);
  await keys.press("Alt+ArrowDown");
  await inFocus(/speaker in focus/i);

  await keys.press("o");
  const menu = page.getByRole("menu", { name: "What is here" });
  await expect(menu.getByRole("menuitem", { name: /^Speaker the ferry company/ })).toBeFocused();
  await expect(menu.getByRole("menuitem", { name: /^Claim that the ferry/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await inFocus(/claim in focus/i);
  await expect(articleBox(page)).toBeFocused();

  // By the pointer: the same menu, from which the type is changed.
  await keys.press("Escape");
  await keys.press("ArrowLeft");
  await marked(page, "the ferry company").click({ button: "right" });
  await menu.getByRole("menuitem", { name: /Tag as source/i }).click();
  await inFocus(/source in focus/i);

  // Split before the company, and merged again.
  await keys.select(keys.find("company", { from: "the ferry" }));
  await keys.press("ArrowLeft");
  await keys.press("/");
  await counts(page, /^4 marks$/);
  await keys.press("m");
  await counts(page, /^3 marks$/);
});

test("the mark at the caret stands beside the text with what the next key makes of it, until it is taken back", async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("Tom Vale"));
  for (const key of ["1", "Enter", "Escape", "Escape"]) await keys.press(key);
  await keys.select(keys.find("The bridge will close in May"));
  await keys.press("3");
  await leaveProposal(page, keys);
  await keys.press("Escape");
  await keys.press("Escape");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowRight");
  const beside = page.getByRole("region", { name: "Nothing is in focus" });
  await expect(beside).toContainText(/At the caret\s*Claim\s*The bridge will close in May/u);
  await expect(beside).toContainText(/Enter\s*makes a card of it/u);
  await page.keyboard.press("ControlOrMeta+z");
  await counts(page, /^1 mark$/);
  await expect(beside).not.toContainText("At the caret");
});

test("a caret that comes into a mark is heard, and keys are about that mark", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  const claim = keys.find("The bridge will close in May");
  await keys.select(claim);
  await keys.press("3");
  await leaveProposal(page, keys);
  await keys.select(keys.find("Tom Vale"));
  await keys.press("1");
  await keys.press("Escape");
  await keys.press("Escape");
  await expect(page.getByRole("region", { name: "Nothing is in focus" })).toBeVisible();
  const heard = page.getByRole("status").filter({ hasText: "Claim: The bridge will close in May" });
  await expect(heard).toHaveCount(0);

  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(heard).toHaveCount(1);
  // The mark that the caret is in comes before the next one.
  await keys.press("Tab");
  await expect(page.getByRole("heading", { name: /claim in focus/i })).toBeVisible();
  await keys.press("Escape");
  await keys.press("Escape");
  await keys.press("y");
  await expect(ghosts(page)).toHaveText(["the council", "said"]);
});

test("an edge is dragged from word to word, given up by Esc, and taken back in one step", async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("Ana", { from: "mayor" }));
  await keys.press("1");
  const span = articleBox(page).locator("mark[data-spans]").first();
  const handle = (edge: "start" | "end") => page.locator(`.edge-handle-${edge}`);
  const drag = async (edge: "start" | "end", by: number) => {
    const box = await handle(edge).boundingBox();
    if (!box) throw new Error("There is no handle.");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 5 });
  };
  const width = async (words: string) =>
    articleBox(page).evaluate((article, wanted) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        return range.getBoundingClientRect().width;
      }
      throw new Error("These words are not there.");
    }, words);

  // Handles come with the pointer.
  await expect(handle("end")).toHaveCount(0);
  await articleBox(page).hover();
  await expect(handle("end")).toBeVisible();
  await drag("end", (await width(" Ruiz")) - 6);
  await page.mouse.up();
  await expect(span).toHaveText("Ana Ruiz");
  await expect(handle("start")).toBeVisible();
  await drag("start", -(await width("mayor ")) + 6);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(span).toHaveText("Ana Ruiz");
  await drag("start", -(await width("mayor ")) + 6);
  await page.mouse.up();
  await expect(span).toHaveText("mayor Ana Ruiz");
  await keys.press("Control+z");
  await expect(span).toHaveText("Ana Ruiz");
});

test("words right after the mark in focus are selected by dragging from the blank before them", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("Ana Ruiz", { from: "mayor" }));
  await keys.press("1");
  await articleBox(page).hover();
  const box = await page.locator(".edge-handle-end").boundingBox();
  if (!box) throw new Error("There is no handle.");
  const y = box.y + box.height / 2;
  // In the blank, a pixel behind the handle.
  await page.mouse.move(box.x + box.width + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 30, y, { steps: 5 });
  await page.mouse.up();
  await expect(articleBox(page).locator("mark[data-spans]").first()).toHaveText("Ana Ruiz");
  const { start, end } = await keys.selection();
  expect(start).toBe(keys.find("Ana Ruiz", { from: "mayor" }).end);
  expect(end).toBeGreaterThan(start);
});

test("in a text from right to left, marks, edges and handles follow the order of reading", async ({
  launchApp,
}) => {
  const hebrew = fixture("bridge-hebrew.txt").split("\n")[2] ?? "";
  const { page, keys } = await openText(launchApp, folder, hebrew);
  await keys.press("Control+Home");
  await keys.press("s");
  await keys.press("3");
  await articleBox(page).hover();
  const box = (edge: "start" | "end") => page.locator(`.edge-handle-${edge}`).boundingBox();
  await expect(page.locator(".edge-handle-start")).toBeVisible();
  expect((await box("start"))?.x ?? 0).toBeGreaterThan((await box("end"))?.x ?? 0);
  const span = articleBox(page).locator("mark[data-spans]");
  const [first, second] = hebrew.split(" ");
  await expect(span.first()).toHaveText(new RegExp(`^${first}`));
  // First past the quotation mark, then past a word.
  await keys.press("]");
  await keys.press("]");
  await expect(span.first()).toHaveText(new RegExp(`^${second}`));
});
