// Comparing colleagues' sets by keyboard alone: side by side and in lanes, from difference to difference, narrowed and sorted,
// under policies, blind, while somebody else works on, and with nobody to compare with; as axe sees it in every theme.
import { join } from "node:path";
import type { Page } from "playwright/test";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, giveName, saved } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const names = ["Annabel Quince", "Benvolio Quartz", "Cem Quill", "Dora Quarrel"];

/** The first of these people at a project in which all of them worked. */
async function colleagues(
  launchApp: (options: { project: string }) => Promise<RunningApp>,
  count: number,
): Promise<RunningApp & { readonly path: string }> {
  const { path } = await writeReviewProject(join(folder, "project"), names.slice(0, count));
  const app = await launchApp({ project: path });
  await giveName(app.page, names[0] ?? "");
  await expect(articleBox(app.page)).toBeVisible();
  return Object.assign(app, { path });
}

async function compare({ page }: Pick<RunningApp, "page">): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Alt+1");
  // Comparing begins a process, which takes its time on a machine that is busy.
  await expect(list(page)).toBeVisible();
}

const list = (page: Page) => page.getByRole("listbox", { name: "Conflicts" });
const shown = (page: Page) => list(page).getByRole("option", { selected: true });
const details = (page: Page) => page.getByRole("region", { name: "What differs" });
const text = (page: Page) => page.getByRole("region", { name: /as .* marked it$/ });
const place = (page: Page) => details(page).getByRole("heading", { level: 2 });
/** The marks that are brought out, and whether one of them is in view. */
const broughtOut = (page: Page) =>
  text(page).evaluate((box) =>
    [...box.querySelectorAll("mark")].some((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      const { top: from, bottom: to } = box.getBoundingClientRect();
      return getComputedStyle(mark).boxShadow !== "none" && top >= from && bottom <= to;
    }),
  );

test("two sets are walked by keyboard: the text follows, and words say what differs", async ({
  launchApp,
}) => {
  const app = await colleagues(launchApp, 2);
  const { page } = app;
  await compare(app);
  await expect(text(page).getByRole("heading", { name: /Annabel Quince/ })).toBeVisible();
  await expect(text(page).getByRole("heading", { name: /Benvolio Quartz/ })).toBeVisible();
  const count = Number(
    (await page.getByRole("button", { name: /^\d+ conflicts \(\d+ differences\)$/ }).textContent())?.split(
      " ",
    )[0],
  );
  expect(count).toBeGreaterThan(5);
  await expectAccessible(page);

  // Every difference has its words and its place in the text.
  for (let at = 1; at <= count; at += 1) {
    await page.keyboard.press("j");
    await expect(place(page)).toHaveText(`${at} of ${count}`);
    await expect(details(page).getByRole("listitem").first()).toContainText("Annabel Quince");
    await expect(shown(page)).toHaveCount(1);
    await expect.poll(() => broughtOut(page)).toBe(true);
  }
  await page.keyboard.press("j");
  await expect(place(page)).toHaveText(`1 of ${count}`);
  await page.keyboard.press("k");
  await expect(place(page)).toHaveText(`${count} of ${count}`);

  // The list itself, by its arrows; then the other way to show the text.
  await list(page).focus();
  await page.keyboard.press("Home");
  await expect(place(page)).toHaveText(`1 of ${count}`);
  await page.keyboard.press("ArrowDown");
  await expect(place(page)).toHaveText(`2 of ${count}`);
  await page.keyboard.press("c");
  await expect(
    text(page)
      .getByRole("list", { name: /^Lanes/ })
      .getByRole("listitem"),
  ).toHaveCount(2);
  await expect.poll(() => broughtOut(page)).toBe(true);
  await page.keyboard.press("c");
  await expect(text(page).getByRole("heading", { name: /Benvolio Quartz/ })).toBeVisible();

  // F6 walks the parts of the page, Escape leaves it, and the article has the keyboard.
  await page.keyboard.press("F6");
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("F6");
  await expect(details(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();

  // The number of people is a door back, to where one was.
  await page.getByRole("button", { name: "2 annotators" }).press("Enter");
  await expect(place(page)).toHaveText(`2 of ${count}`);

  // From a difference to its place in the article, with one's own card in focus.
  await list(page).press("Enter");
  await expect(articleBox(page)).toBeFocused();
  await expect(page.getByRole("contentinfo").getByRole("button", { name: /^card \d+ of/ })).toBeVisible();
});

test("no key of the article reaches the marks while they are compared", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const app = await colleagues(launchApp, 2);
  const { page } = app;
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
  await page.keyboard.press("Tab");
  const spans = page.getByRole("contentinfo").getByRole("button", { name: /marks$/ });
  const before = await spans.textContent();
  await compare(app);
  for (const key of ["Backspace", "1", "3", "]", "["]) await page.keyboard.press(key);
  await expect(spans).toHaveText(before ?? "");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("the list is narrowed and sorted, and policies change what counts", async ({ launchApp }) => {
  const app = await colleagues(launchApp, 2);
  const { page } = app;
  await compare(app);
  const rows = () => list(page).getByRole("option");
  const all = await rows().first().getAttribute("aria-setsize");
  await page.getByLabel("Sort by").selectOption("smallest difference first");
  await expect(rows().first()).toContainText(/Polarity|Hedged/);
  await page.getByText("Filter", { exact: true }).press("Enter");
  await expectAccessible(page);
  await page.getByLabel("Differs in").selectOption("edges");
  await expect(rows().first()).toContainText("edges");
  const edges = Number(await rows().first().getAttribute("aria-setsize"));
  expect(edges).toBeLessThan(Number(all));

  // What policies pass over, with them and without.
  await page.getByRole("button", { name: /with policies$/ }).press("Enter");
  await expect(rows().first()).toContainText("ignored");
  const passed = Number(await rows().first().getAttribute("aria-setsize"));
  const strict = await page.getByRole("button", { name: /the same$/ }).textContent();
  await page.getByRole("button", { name: "4 policies" }).press("Enter");
  await page.getByRole("menuitemcheckbox", { name: /^Quotation marks/ }).press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "3 policies" })).toBeVisible();
  await expect(rows()).toHaveCount(0);
  await page.getByRole("button", { name: /^\d+ conflicts? \(\d+ differences?\)$/ }).press("Enter");
  await expect(rows().first()).toHaveAttribute("aria-setsize", String(Number(all) + passed));
  // The strict figure knows no policies.
  await expect(page.getByRole("button", { name: /the same$/ })).toHaveText(strict ?? "");
});

test("blind, nothing on the page says whose work it is", async ({ launchApp }) => {
  const app = await colleagues(launchApp, 4);
  const { page } = app;
  await compare(app);
  await expect(page.getByText("Benvolio Quartz").first()).toBeVisible();
  await page.keyboard.press("b");
  await expect(page.getByText("Names are hidden until everything is decided.")).toBeVisible();
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press("j");
    const main = page.getByRole("main");
    const told = `${await main.evaluate((element) => element.outerHTML)} ${await main.ariaSnapshot()} ${await page.title()}`;
    expect(names.filter((name) => told.includes(name) || told.includes(name.split(" ")[1] ?? name))).toEqual(
      [],
    );
    expect(told).not.toMatch(/\byou\b/);
  }
  const order = () =>
    page.getByRole("toolbar", { name: "Whose sets are compared" }).getByRole("button").allTextContents();
  const hidden = await order();
  expect(hidden.map((words) => words.replace(/\s+/gu, " "))).toEqual(
    ["A", "B", "C", "D"].map((letter) => `${letter}Annotator ${letter}`),
  );
  await expectAccessible(page);
  await page.keyboard.press("b");
  await expect(page.getByText("Benvolio Quartz").first()).toBeVisible();
});

test("what another window saves is compared at once", { tag: "@repetition" }, async ({ launchApp }) => {
  const app = await colleagues(launchApp, 3);
  const { page } = app;
  await compare(app);
  await expect(
    text(page)
      .getByRole("list", { name: /^Lanes/ })
      .getByRole("listitem"),
  ).toHaveCount(3);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const before = await shown(page).textContent();
  const same = page.getByRole("button", { name: /the same$/ });
  const [, all = ""] = /of (\d+)/.exec((await same.textContent()) ?? "") ?? [];
  const other = await app.openWindow(app.path);
  // The desktop's second window opens what it was given; a browser's begins at the first page.
  if (app.driver === "browser")
    await other
      .getByRole("button", { name: /^Sample project/ })
      .first()
      .press("Enter");
  // It begins on the page that was shown last.
  await other
    .getByRole("navigation", { name: "Places" })
    .getByRole("button", { name: "Article", exact: true })
    .press("Enter");
  await expect(articleBox(other)).toBeVisible();
  await enterArticle(other);
  await other.keyboard.press("Control+Home");
  await other.keyboard.press("Shift+Control+ArrowRight");
  await other.keyboard.press("1");
  await saved(other);
  await expect(same).toHaveText(new RegExp(`of ${Number(all) + 1} the same`));
  expect(await shown(page).textContent()).toBe(before);
});

test("who is alone with an article is told how to get a colleague’s set", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const app = await colleagues(launchApp, 1);
  const { page } = app;
  await expect(articleBox(page)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Alt+1");
  await expect(
    page.getByRole("heading", { name: "No one else has annotated this article yet" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Back to the article" }).press("Enter");
  await expect(articleBox(page)).toBeVisible();
});

test("the comparison stands in nobody's way", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const app = await colleagues(launchApp, 4);
  const { page } = app;
  await expect(articleBox(page)).toBeVisible();
  await compare(app);
  await expectAccessible(page);
  await page.keyboard.press("j");
  await page.getByText("Filter", { exact: true }).press("Enter");
  await expectAccessible(page);
  await page.keyboard.press("b");
  await expectAccessible(page);
  for (const letter of ["C", "D"])
    await page.getByRole("button", { name: `Annotator ${letter}` }).press("Enter");
  await expect(text(page).getByRole("heading", { name: "Annotator B" })).toBeVisible();
  await expectAccessible(page);
});
