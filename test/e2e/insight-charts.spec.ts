// From a number of a chart to the words that it counts, and back, by keyboard; strips of articles; and a chart as a file that stands by itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, goToPath, openSample, pressWhenReady } from "./steps.ts";

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
const tab = (page: Page, name: string) =>
  page.locator(".place-tabs").getByRole("button", { name, exact: true });
const view = (page: Page, name: string) => page.getByRole("main", { name });

test("a bar of the timeline opens its cards, a card its words, and back leads to the bar", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await place(page, "Insight").click();
  await tab(page, "Timeline").click();
  const timeline = view(page, "Timeline");
  const chart = timeline.getByRole("group", { name: "Statements over time" });
  const bars = chart.getByRole("button");
  await expect(bars.first()).toHaveAccessibleName(/^week of .+: \d+: show its cards$/);
  expect(await chart.locator("style").count()).toBe(0);
  await expectAccessible(page);

  await bars.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(bars.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(bars.last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(bars.first()).toBeFocused();
  const name = (await bars.first().getAttribute("aria-label")) ?? "";
  const count = /: (\d+):/u.exec(name)?.[1] ?? "";
  await page.keyboard.press("Enter");
  const rows = page.locator(".insight-cards").getByRole("listitem");
  await expect(rows.first()).toHaveAttribute("aria-setsize", /^\d+$/);
  await expect(bars.first()).toHaveAttribute("aria-pressed", "true");
  expect(Number(await rows.first().getAttribute("aria-setsize"))).toBeLessThanOrEqual(Number(count));
  await expect(rows.first().getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(chart).toBeVisible();
  await expect(bars.first()).toHaveAttribute("aria-pressed", "true");

  await timeline.getByLabel("Lanes").selectOption({ label: "Source" });
  await expect(chart.locator("text", { hasText: "Ana Ruiz" })).toBeVisible();
  await timeline.getByText("Table of this chart").click();
  const table = timeline.getByRole("table");
  await expect(table.getByRole("columnheader", { name: "Ana Ruiz" })).toBeVisible();
  await table
    .getByRole("button", { name: /^Ana Ruiz, week of / })
    .first()
    .click();
  await expect(page.locator(".insight-cards")).toContainText("Ana Ruiz");
  await expectAccessible(page, { isRepetition: true });

  await timeline.getByLabel("Figure").selectOption({ label: "Articles with an unnamed source" });
  await expect(
    timeline.getByRole("group", { name: "Articles with an unnamed source over time" }),
  ).toBeVisible();
});

test("a stretch of a strip opens its words, and back leads to the stretch", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await place(page, "Insight").click();
  await tab(page, "Space").click();
  const space = view(page, "Space");
  const strips = space.getByRole("list", { name: "Space" }).getByRole("listitem");
  await expect(strips.first()).toHaveAttribute("aria-setsize", "12");
  // The list scrolls by itself, or all of its rows would be there however many they are.
  const hidden = (list: Element): number => list.scrollHeight - list.clientHeight;
  await expect.poll(() => space.locator(".insight-strip-scroller").evaluate(hidden)).toBeGreaterThan(0);
  await expectAccessible(page);
  const first = strips
    .first()
    .getByRole("button", { name: /: words \d+ to \d+ of \d+: show in the article$/ });
  await first.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(first.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(first.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(strips.nth(1).locator("[data-strip]:focus")).toBeVisible();
  await space.getByLabel("Order").selectOption({ label: "Most attributed words first" });
  const shares = strips.locator(".insight-strip-share");
  await expect(shares.first()).toHaveText(/^\d+% of \d+ words$/);
  const percents = async (): Promise<readonly number[]> =>
    (await shares.allTextContents()).map((share) => Number.parseInt(share, 10));
  await expect
    .poll(async () => (await percents()).every((one, at, all) => one <= (all[at - 1] ?? 100)))
    .toBe(true);
  expect((await percents()).length).toBeGreaterThan(2);
});

test("a chart is saved as an SVG that stands by itself, and as a PNG of twice its size", async ({
  launchApp,
  folder,
}) => {
  const app = await openSample(launchApp);
  const { page } = app;
  await place(page, "Insight").click();
  await tab(page, "Timeline").click();
  const chart = view(page, "Timeline").getByRole("group", { name: "Statements over time" });
  await expect(chart).toBeVisible();
  for (const format of ["SVG", "PNG"] as const) {
    await page.getByRole("button", { name: "Save chart…" }).click();
    const dialog = page.getByRole("dialog", { name: "Save chart…" });
    await dialog.getByText(new RegExp(`^${format} `, "u")).click();
    const name = `chart.${format.toLowerCase()}`;
    if (app.driver === "browser") {
      await goToPath(dialog, folder);
      await dialog.getByLabel("File name").fill(name);
      await pressWhenReady(dialog.getByRole("button", { name: "Save", exact: true }));
    } else {
      await app.answerDialog(join(folder, name));
      await dialog.getByRole("button", { name: "Choose where…" }).press("Enter");
    }
    await expect(page.getByText("Saved the chart")).toBeVisible();
    await expect(dialog).toBeHidden();
  }
  const svg = readFileSync(join(folder, "chart.svg"), "utf8");
  expect(svg).toMatch(/^<svg [^>]*role="img"/u);
  expect(svg).toContain("<title>Statements over time</title>");
  expect(svg).not.toMatch(/<script|on\w+="|var\(--|href="http|url\(http|tabindex|role="button"/u);
  expect(svg).toContain("url(data:font/woff2;base64,");
  const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
  const png = readFileSync(join(folder, "chart.png"));
  expect(png.readUInt32BE(16)).toBe(Number(width) * 2);
  expect(png.readUInt32BE(20)).toBe(Number(height) * 2);
});
