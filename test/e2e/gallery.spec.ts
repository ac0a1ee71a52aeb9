// Pictures of the gallery guard the look: some of its states, each compared with the picture that was looked at and kept.
// `npx playwright test gallery --project browser --update-snapshots` takes them anew; then look at each.
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { type PreviewServer, preview } from "vite";
import { repository } from "./drivers.ts";

let server: PreviewServer;
test.beforeAll(async () => {
  server = await preview({
    configFile: join(repository, "test/gallery/vite.config.ts"),
    configLoader: "runner",
    logLevel: "error",
    preview: { host: "127.0.0.1", port: 0 },
  });
});
test.afterAll(() => server.close());

test.use({
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  locale: "en-GB",
  timezoneId: "UTC",
  reducedMotion: "reduce",
});

const pictures = [
  ["welcome", "light"],
  ["workbench", "light"],
  ["workbench", "dark"],
  ["card", "light"],
  ["card", "dark"],
  ["span", "high-contrast"],
  ["reading", "dark"],
  ["dialog-palette", "light"],
  ["dialog-keys", "high-contrast"],
  ["dialog-settings", "dark"],
  ["empty-project", "light"],
  ["suggestions", "light"],
  ["suggestions", "dark"],
  ["suggestions", "high-contrast"],
  ["correcting", "light"],
  ["correcting", "dark"],
  ["correcting", "high-contrast"],
  ["correcting-other-text", "light"],
  ["correcting-other-text", "dark"],
  ["correcting-left-draft", "light"],
  ["correcting-left-draft", "dark"],
  ["correcting-left-draft", "high-contrast"],
  ["other-texts", "light"],
  ["other-texts", "dark"],
  ["other-texts", "high-contrast"],
  ["orphans", "light"],
  ["orphans", "dark"],
  ["orphans", "high-contrast"],
  ["people-suggested", "light"],
  ["people-suggested", "dark"],
  ["missed", "high-contrast"],
  ["folder-away", "light"],
  ["folder-away", "dark"],
  ["folder-away", "high-contrast"],
  ["report", "light"],
  ["report", "dark"],
  ["report-for-a-look", "light"],
  ["report-for-a-look", "dark"],
] as const;

for (const [exhibit, theme] of pictures)
  test(`${exhibit} in ${theme} looks as it did`, async ({ page }) => {
    const problems: string[] = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    await page.clock.setFixedTime("2026-03-03T14:05:00Z");
    await page.goto(`${server.resolvedUrls?.local[0]}?exhibit=${exhibit}&theme=${theme}`);
    await page.locator("html[data-shown]").waitFor({ timeout: 15_000 });
    await expect(page).toHaveScreenshot(`${exhibit}-${theme}.png`);
    expect(problems).toEqual([]);
  });
