// What a mark has the browser do. Times are the benchmark's; here is what they come from. Marking is rehearsed once an article
// is open: the first mark finds its functions compiled, and nobody finds a trace of it.
import type { CDPSession, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, openText, saved } from "./steps.ts";

const text = "The mayor said that the bridge would open in May.\n";

/** The functions of the page that ran since this was last asked, each by its place. */
async function ranBy(session: CDPSession): Promise<ReadonlySet<string>> {
  const { result } = await session.send("Profiler.takePreciseCoverage");
  return new Set(
    result.flatMap(({ url, functions }) =>
      functions.flatMap(({ ranges: [whole] }) =>
        whole && whole.count > 0 ? [`${url} ${whole.startOffset} ${whole.endOffset}`] : [],
      ),
    ),
  );
}

/** Until what an open article has the page do by itself is done: marking is rehearsed, its suggestions are shown, and the page is idle. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("marking-rehearsed").length > 0);
  await expect(page.locator("mark[data-suggestion]").first()).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
}

test("the first mark of a window runs little that has not run before", {
  tag: ["@browser-host", "@repetition"],
}, async ({ launchApp, folder }) => {
  const { page, keys } = await openText(launchApp, folder, text);
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await page.reload();
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
  const applied: string[] = [];
  page.on("request", (request) => {
    if (request.postData()?.includes("annotations.apply")) applied.push(request.url());
  });
  await keys.select(keys.find("mayor"));
  await atRest(page);
  const before = await ranBy(session);
  expect(applied).toEqual([]);
  await expect(articleBox(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await keys.press("1");
  await saved(page);
  const ran = await ranBy(session);
  expect(applied).toHaveLength(1);
  // 185 when this was written, and 310 without a rehearsal.
  expect([...ran].filter((one) => !before.has(one)).length).toBeLessThan(240);
});

test("a mark changes the classes of each element of its paragraph once at most", async ({
  launchApp,
  folder,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  await atRest(page);
  for (const [words, key] of [
    ["said", "2"],
    ["bridge", "4"],
    ["May", "1"],
  ] as const) {
    await keys.select(keys.find(words));
    await keys.press(key);
  }
  await keys.select(keys.find("mayor"));
  await page.evaluate(() => {
    const changes = new Map<Node, number>();
    new MutationObserver((records) => {
      for (const { target } of records) changes.set(target, (changes.get(target) ?? 0) + 1);
      document.body.dataset.classChanges = JSON.stringify([...changes.values()]);
    }).observe(document.querySelector(".article p") as Node, { attributeFilter: ["class"], subtree: true });
  });
  await keys.press("1");
  await saved(page);
  const changes: number[] = JSON.parse(
    (await page.evaluate(() => document.body.dataset.classChanges)) ?? "[]",
  );
  expect(changes.length).toBeGreaterThan(0);
  expect(Math.max(...changes)).toBe(1);
});
