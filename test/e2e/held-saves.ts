// Saves that come too late for certain. Only the browser host lets a test hold one back.
import type { Page } from "playwright/test";

/** Holds back what this page saves from now on, until the returned function is called. */
export async function holdSaves(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"annotations.apply"') === true) await released;
    await route.continue();
  });
  return release;
}
