// A report of figures as whoever is sent it reads it: opened as a file, with scripts off, on the screen and in print.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright/test";
import { defaultScope } from "../../shared/insight/scope.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

/** Opens a file with a page that runs no script of it. */
async function openedWithout(browser: Browser, path: string): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, asked };
}

test("a report is written and opened with scripts off", async ({ launchApp, folder, browser }) => {
  const path = join(folder, "report.html");
  await launchApp({
    async prepare(client) {
      await client.call("settings.set", { annotatorName: "Dana Analyst" });
      const { handle: project, path: opened } = await client.call("project.openSample", {});
      const { file } = await client.call("insight.write", {
        ...{ project, measures: ["appearances", "anonymity-articles"], by: ["publisher"], seed: 1, cards: 3 },
        ...{ scope: defaultScope, format: "html", language: "en", path, overwrite: false },
      });
      expect(file).toMatchObject({ ok: true, articles: 12 });
      await client.call("project.close", { project });
      return opened;
    },
  });
  const { page, asked } = await openedWithout(browser, path);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    "Appearances in articles",
    "Articles with an unnamed source",
    "How these figures were counted",
  ]);
  await expect(page.getByRole("table")).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 3 }).first()).toContainText("Cards counted");
  await expect(page.getByText("12 articles counted.")).toBeVisible();
  expect(asked).toEqual([pathToFileURL(path).href]);
  for (const media of ["screen", "print"] as const) {
    await page.emulateMedia({ media });
    // What a table or a drawing is too wide for would be cut off on paper.
    expect(await page.locator("main").evaluate(widthOf)).toBeLessThanOrEqual(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.context().close();
  const read = await browser.newPage();
  await read.setContent(
    readFileSync(path, "utf8").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, ""),
  );
  await expectAccessible(read);
  await read.close();
});

/** How much wider the contents are than the page. */
const widthOf = ({ scrollWidth, clientWidth }: Element): number => scrollWidth - clientWidth;
