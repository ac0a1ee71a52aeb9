// The first ten minutes of somebody new: everything can be looked at without a name, and the first mark asks for one and is made under it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import { articleBox, bringIn, enterArticle, expectAccessible, goToPath, saved } from "./steps.ts";
import { counted, countNow, setOf, told } from "./suggested.ts";

const question = (page: Page) => page.getByRole("dialog", { name: "Your name" });
const hints = (page: Page) => page.getByRole("region", { name: "Try the sample" });

const peopleIn = (path: string): readonly string[] =>
  JSON.parse(readFileSync(join(path, "project.json"), "utf8")).annotators.map(
    ({ name }: { name: string }) => name,
  );

test("the sample is looked at without a name, and the first suggestion that is accepted asks for it", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { page } = app;
  const sample = join(app.home, "sample");
  const pressed = (key: string) => page.keyboard.press(key);
  const lookedAt = () => page.getByRole("contentinfo").getByText(/Enter accepts/);
  await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  await expect(hints(page).getByRole("listitem")).toHaveCount(3);
  await expectAccessible(page);
  await enterArticle(page);
  await expect.poll(() => countNow(page)).toBeGreaterThan(0);
  const count = await countNow(page);
  const before = await setOf(app.home, sample);

  await test.step("no name is given, and nothing is done", async () => {
    await pressed("g");
    const looked = (await lookedAt().textContent()) ?? "";
    await pressed("Enter");
    await expect(question(page)).toContainText("so that colleagues can tell your work from theirs");
    await pressed("Escape");
    await expect(question(page)).toHaveCount(0);
    await expect(articleBox(page)).toBeFocused();
    await counted(page, count);
    await expect(lookedAt()).toHaveText(looked);
    expect(await setOf(app.home, sample)).toEqual(before);
    expect(peopleIn(sample)).toEqual(["Sayso"]);
  });

  await test.step("a name is given, and the suggestion is accepted under it", async () => {
    await pressed("Enter");
    const field = question(page).getByRole("textbox", { name: "Name" });
    await expect(field).toBeFocused();
    await page.keyboard.type("Dana Analyst");
    // The Enter that ends what an input method composes is the input method's.
    await field.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    await expect(question(page)).toBeVisible();
    await pressed("Enter");
    await expect(question(page)).toHaveCount(0);
    await counted(page, count - 1);
    await saved(page);
    const { set } = await setOf(app.home, sample);
    expect(set.attributions).toHaveLength(before.set.attributions.length + 1);
    expect(peopleIn(sample)).toEqual(["Dana Analyst"]);
    await expect(articleBox(page)).toBeFocused();
  });

  await test.step("hints that are dismissed do not come back, and what was open last stands before the sample", async () => {
    await pressed("Escape");
    await hints(page).getByRole("button", { name: "Dismiss these hints" }).press("Enter");
    await expect(hints(page)).toHaveCount(0);
    const again = await app.restart();
    const recent = again.getByRole("button", { name: /^Sample project/ });
    await expect(recent).toBeVisible();
    const order = await again.getByRole("main").getByRole("button").allInnerTexts();
    const at = (words: string) => order.findIndex((text) => text.startsWith(words));
    expect(at("Sample project")).toBeLessThan(at("Open the sample project"));
    await recent.press("Enter");
    await expect(articleBox(again)).toBeVisible();
    await expect(hints(again)).toHaveCount(0);
  });
});

test("a project is made and an article imported without a name, and the first words that are tagged ask for it", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const app = await launchApp();
  const { page } = app;
  const path = join(folder, "Bridge");
  const text = "“The bridge is safe,” Mayor Ines Duarte said. The board denied that it had known.\n";
  const file = join(folder, "bridge.txt");
  writeFileSync(file, text);
  await app.answerDialog(path);
  await page.getByRole("button", { name: "New project" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New project" });
  if (app.driver === "browser") await goToPath(dialog, folder);
  await dialog.getByLabel("Name", { exact: true }).fill("Bridge");
  if (app.driver === "browser") await expect(dialog.getByText(path)).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).press("Enter");
  await expect(page.getByText("No article yet")).toBeVisible();
  await bringIn(app, file);
  await expect(articleBox(page)).toContainText("known.");
  await expect(
    page.getByRole("listitem").filter({ hasText: /^Press G: \d+ suggestions? waits?$/ }),
  ).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  expect(peopleIn(path)).toEqual([]);

  await enterArticle(page);
  const keys = keyboardOn(page, text);
  await keys.select(keys.find("Mayor Ines Duarte"));
  await keys.press("1");
  await expect(question(page).getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Dana Analyst");
  await page.keyboard.press("Enter");
  await expect(page.locator("mark[data-spans]").first()).toHaveText("Mayor Ines Duarte");
  await saved(page);
  expect(peopleIn(path)).toEqual(["Dana Analyst"]);
});

test("once a name is given, the next suggestion is looked at as after any other", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const text =
    "The bridge will stay shut, the harbour board said. Luis Moreno said that the cracks were old.\n";
  const { page } = await launchApp({
    async prepare(client) {
      const { handle, path } = await client.call("project.create", {
        path: join(folder, "Bridge"),
        name: "Bridge",
      });
      await client.call("article.importText", { project: handle, text, name: null });
      await client.call("project.close", { project: handle });
      return path;
    },
  });
  await counted(page, 2);
  await enterArticle(page);
  const keys = keyboardOn(page, text);
  await keys.press("g");
  await told(page, /harbour board “said”/);
  await keys.press("Enter");
  await expect(question(page).getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Dana Analyst");
  await page.keyboard.press("Enter");
  await told(page, /Luis Moreno “said”/);
  await counted(page, 1);
  await keys.press("Enter");
  await counted(page, 0);
  await expect(question(page)).toHaveCount(0);
  await saved(page);
});
