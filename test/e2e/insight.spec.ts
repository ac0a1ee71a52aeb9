// From a figure to the words that it counts, and back, by keyboard; and what the views of Insight show of the sample.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, goToPath, openSample, pressWhenReady } from "./steps.ts";

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
const tab = (page: Page, name: string) =>
  page.locator(".place-tabs").getByRole("button", { name, exact: true });
const view = (page: Page, name: string) => page.getByRole("main", { name });

test("a figure opens its cards, a card its words, and back leads to the figure", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  await place(page, "Insight").press("Enter");
  const overview = view(page, "Overview");
  await expect(overview.getByRole("heading", { name: "Articles with an unnamed source" })).toBeVisible();
  const unnamed = overview.getByRole("button", { name: /^Articles with an unnamed source: 50%/ });
  await expect(unnamed).toBeVisible();
  await expectAccessible(page);

  await unnamed.press("Enter");
  const cards = page.getByRole("region", { name: "Articles with an unnamed source" });
  const rows = cards.getByRole("listitem");
  await expect(cards.getByRole("status")).toHaveText(/^\d+ cards$/);
  const count = Number.parseInt((await cards.getByRole("status").textContent()) ?? "", 10);
  await expect(rows.first()).toHaveAttribute("aria-setsize", `${count}`);
  const official = rows.filter({ hasText: "the bill could pass 40 million crowns" }).getByRole("button");
  await expect(official).toBeVisible();
  await expect(rows.first().getByRole("button")).toBeFocused();
  await expectAccessible(page);
  await official.focus();
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await expect(page.locator(".page-place")).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText(
    "the bill could pass 40 million crowns",
  );

  await page.keyboard.press("Alt+ArrowLeft");
  await expect(view(page, "Overview")).toBeVisible();
  await expect(rows.first()).toHaveAttribute("aria-setsize", `${count}`);
  await expect(cards.locator("[aria-current=true]")).toContainText("40 million crowns");
  // The keyboard is where it was left, and leads from the cards back to their figure.
  await expect(cards.locator("[aria-current=true]")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(cards).toHaveCount(0);
  await expect(unnamed).toBeFocused();

  // A number that counts all articles leads to these.
  await overview.getByRole("button", { name: "6 of 12: show its articles" }).press("Enter");
  await expect(cards.getByRole("status")).toHaveText("12 articles");
  await expect(rows.first().getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await expect(page.locator(".page-place")).toHaveCount(0);
});

test("who speaks together is a matrix and a network, by keyboard, and is written to a file", async ({
  folder,
  launchApp,
}) => {
  const app = await openSample(launchApp);
  const { page } = app;
  await place(page, "Insight").click();
  await tab(page, "Together").click();
  const together = view(page, "Together");
  const matrix = together.getByRole("table", { name: /In how many articles two sources both speak/ });
  await expect(matrix).toBeVisible();
  await expect(together).toContainText(/20 of \d+ sources/);
  await expectAccessible(page);
  // One stop for Tab, and the arrows walk the cells.
  await expect(matrix.locator("[tabindex='0']")).toHaveCount(1);
  const cell = (row: number, column: number) => matrix.locator(`[data-cell="${row} ${column}"]`);
  await cell(0, 1).focus();
  for (const [key, row, column] of [
    ["ArrowDown", 1, 1],
    ["ArrowLeft", 1, 0],
    ["Control+End", 19, 19],
    ["Home", 19, 0],
    ["Control+Home", 0, 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(cell(row, column)).toBeFocused();
  }
  const meeting = matrix.getByRole("button", { name: /: both in / }).first();
  const name = (await meeting.getAttribute("aria-label")) ?? "";
  await meeting.press("Enter");
  const cards = page.locator(".insight-cards");
  await expect(cards.getByRole("listitem").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(meeting).toBeFocused();

  await together.getByText("Network", { exact: true }).click();
  const network = together.getByRole("figure", { name: /^Network of 20 sources/ });
  await expect(network.getByRole("button")).not.toHaveCount(0);
  await expectAccessible(page, { isRepetition: true });
  // The same figure, with the same words, opens from its tie.
  await expect(network.getByRole("button", { name, exact: true })).toHaveCount(1);
  const node = network.locator("[data-part^=node]");
  await node.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(node.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const tie = network.locator("[data-part^=tie]:focus");
  await expect(tie).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(cards.getByRole("listitem").first()).toBeVisible();

  await page.keyboard.press("ControlOrMeta+Shift+e");
  const dialog = page.getByRole("dialog", { name: "Export figures: Together" });
  await dialog.getByLabel("Format").selectOption({ label: "Network (GraphML)" });
  await expectAccessible(page, { isRepetition: true });
  const file = join(folder, "who.graphml");
  await app.answerDialog(file);
  if (app.driver === "browser") {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill("who.graphml");
  }
  const write = app.driver === "browser" ? "Export" : "Choose where…";
  await pressWhenReady(dialog.getByRole("button", { name: write, exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Exported the figures")).toBeVisible();
  const nodes = [...readFileSync(file, "utf8").matchAll(/<node id=/gu)];
  expect(nodes.length).toBeGreaterThan(5);
  expect(nodes.length).toBeLessThanOrEqual(20);
});

test("who speaks, the source mix and anonymity are tables whose numbers are doors", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await place(page, "Insight").click();
  await tab(page, "Who speaks").click();
  const speakers = view(page, "Who speaks");
  const first = speakers.getByRole("row").nth(1);
  await expect(first).toContainText("Ana Ruiz");
  await speakers.getByRole("button", { name: "First voice", exact: true }).click();
  await expect(speakers.getByRole("columnheader", { name: "First voice" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expectAccessible(page, { isRepetition: true });
  await first.getByRole("button", { name: /, Share of statements: / }).click();
  await expect(page.locator(".insight-cards").getByRole("listitem").first()).toBeVisible();

  await tab(page, "Source mix").click();
  const mix = view(page, "Source mix");
  await mix.getByLabel("Divided by").selectOption({ label: "Publisher" });
  await expect(mix.getByRole("columnheader", { name: "named person" })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await mix
    .getByRole("button", { name: /, named person: / })
    .first()
    .click();
  await expect(page.locator(".insight-cards")).toContainText("named person");

  await tab(page, "Anonymity").click();
  const anonymity = view(page, "Anonymity");
  await expect(anonymity.getByRole("row", { name: /senior city official/ })).toContainText(
    "on condition of anonymity",
  );
  await expectAccessible(page, { isRepetition: true });
});
