// A review package opened where no project is: chosen on the first page, or dropped on it, and a project started with it; by keyboard and
// accessible names alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deskOf, mark } from "./exchange.ts";
import { expect, type LaunchApp, test } from "./fixtures.ts";
import { expectAccessible, giveName, goToPath, pressWhenReady, sayso } from "./steps.ts";

const text = "Today the mayor said the bridge is safe. Her office told Radio Bay so.\n";

/** Ben's package with one mark. */
async function packageOfBen(folder: string, launchApp: LaunchApp): Promise<string> {
  const ben = await deskOf(folder, text, "Ben Ode", launchApp);
  await mark(ben.app, text, "said", "2");
  const file = join(folder, "from ben.json");
  expect((await sayso(ben.app.home, "package", ben.path, "--out", file)).status).toBe(0);
  return file;
}

test("a package chosen on the first page starts a project with its articles and sets", async ({
  launchApp,
  folder,
}) => {
  const file = await packageOfBen(folder, launchApp);
  const app = await launchApp();
  const { page } = app;
  const isNative = app.driver !== "browser";
  await app.answerDialog(file);
  await page.getByRole("button", { name: "Start from a review package" }).press("Enter");
  await giveName(page, "Dana Analyst");
  if (!isNative) await goToPath(page.getByRole("dialog"), file);
  const dialog = page.getByRole("dialog", { name: "Start from a review package" });
  await expect(dialog.getByText("“from ben.json” holds 1 article and 1 annotation set.")).toBeVisible();
  await expectAccessible(page);
  const path = join(folder, "started");
  await app.answerDialog(path);
  if (!isNative) await goToPath(dialog, folder);
  await dialog.getByLabel("Name", { exact: true }).fill("started");
  if (!isNative) await expect(dialog.getByText(path)).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).press("Enter");
  const taking = page.getByRole("dialog", { name: "Import a colleague’s work" });
  await expect(taking.getByText("Ben Ode", { exact: true })).toBeVisible();
  await pressWhenReady(taking.getByRole("button", { name: "Import", exact: true }));
  await expect(page.getByText("Imported from “from ben.json”")).toBeVisible();
  const made = await sayso(app.home, "export", path, "--format", "json", "--out", "-");
  const { annotators, articles } = JSON.parse(made.stdout);
  expect(annotators.map(({ name }: { name: string }) => name)).toEqual(["Ben Ode"]);
  expect(articles.map(({ sets }: { sets: unknown[] }) => sets.length)).toEqual([1]);
});

test("a package dropped on the first page is offered a project, and any other file is told off", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const file = await packageOfBen(folder, launchApp);
  const { page } = await launchApp();
  const drop = (name: string, content: string): Promise<void> =>
    page.evaluate(
      ([called, inside]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([inside ?? ""], called ?? ""));
        for (const type of ["dragover", "drop"])
          window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, content],
    );
  await expect(page.getByRole("button", { name: "Start from a review package" })).toBeVisible();
  await drop("note.txt", "not a package");
  await expect(page.getByText("This is not a review package.")).toBeVisible();
  await drop("from ben.json", readFileSync(file, "utf8"));
  await giveName(page, "Dana Analyst");
  const dialog = page.getByRole("dialog", { name: "Start from a review package" });
  await expect(dialog.getByText("“from ben.json” holds 1 article and 1 annotation set.")).toBeVisible();
  await expect(dialog.getByLabel("Name", { exact: true })).not.toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await drop("from ben.json", readFileSync(file, "utf8").replace('"blind"', '"blond"'));
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});
