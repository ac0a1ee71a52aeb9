// What only the browser host can meet: a page that outlives its host, and a port that somebody else has.
import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { holdSaves } from "./held-saves.ts";
import { openText, saved, sayso } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

test("a page that is loaded anew in the moment it gets its session has it all the same", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp, context }) => {
  const app = await launchApp();
  await expect(app.page.getByRole("button", { name: "New project" })).toBeVisible();
  await app.kill();
  const page = await context.newPage();
  const answered = new Promise<void>((resolve) =>
    page.route("**/session", async (route) => {
      await page.unroute("**/session");
      await route.fetch();
      resolve();
    }),
  );
  await page.goto(await app.startAgain());
  await answered;
  await page.reload();
  await expect(page.getByRole("button", { name: "New project" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
});

test("work goes on when the host is gone, and what is not saved is said", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, page, path, keys } = await openText(launchApp, folder, "The mayor said the bridge is safe.");
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await saved(page);
  await app.kill();
  await keys.select(keys.find("said"));
  await keys.press("2");
  await expect(page.getByText(/Not saved/).first()).toBeVisible();
  await expect(page.getByText(/2 marks/).first()).toBeVisible();
  // What was acknowledged is on the disk; what was not is still in the window.
  const exported = await sayso(app.home, "export", path, "--format", "json", "--out", "-");
  expect(exported.stdout).toContain('"quote": "The mayor"');
  expect(exported.stdout).not.toContain('"quote": "said"');
});

test("what a living window has not saved is left to it", async ({ launchApp }) => {
  const { app, page, path, keys } = await openText(launchApp, folder, "The mayor said the bridge is safe.");
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await saved(page);
  // A disk that is pulled out.
  renameSync(path, join(folder, "away"));
  await keys.select(keys.find("said"));
  await keys.press("2");
  await expect(page.getByText(/Not saved/).first()).toBeVisible();
  const beside = await app.openWindow(path);
  await beside
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await expect(beside.getByText(/1 mark\b/).first()).toBeVisible();
  await expect(beside.getByText(/could not be saved at the time/)).toHaveCount(0);
  renameSync(join(folder, "away"), path);
  await page.getByRole("button", { name: "Retry" }).press("Enter");
  await saved(page);
  await expect(beside.getByText(/2 marks/).first()).toBeVisible();
});

test("a save that waits long for its answer says so, below the keys of the types", async ({ launchApp }) => {
  const { page, keys } = await openText(launchApp, folder, "The mayor said the bridge is safe.");
  const legend = page.getByRole("contentinfo").getByText("Speaker", { exact: true });
  await expect(legend).toBeVisible();
  const release = await holdSaves(page);
  await page.clock.install();
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await expect(page.getByRole("status").getByText("Saving…")).toBeVisible();
  await expect(legend).toBeVisible();
  await page.clock.fastForward(10_000);
  await expect(
    page.getByRole("status").getByText("Not saved yet: 1 change. Saving takes longer than usual."),
  ).toBeVisible();
  await expect(legend).toBeVisible();
  release();
  await saved(page);
});

test("a fixed port that is taken is said, and nobody else's port is used", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const app = await launchApp();
  const port = new URL(app.page.url()).port;
  const second = await sayso(app.home, "serve", "--no-open", "--port", port);
  expect(second.status).toBe(1);
  expect(second.stderr).toMatch(new RegExp(`port ${port}`, "i"));
});
