// A typing error in an article is corrected, and words of a mark are deleted: the marks go along, one waits, is put back by hand,
// and all of it is taken back; by keyboard.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { bringIn, createProject, expectAccessible } from "./steps.ts";

test("an article's text is corrected, and the correction taken back", async ({ launchApp, folder }) => {
  test.slow();
  const app = await launchApp();
  const { page: window } = app;
  await createProject(app, folder, "Bridges");
  const file = join(folder, "bridge.txt");
  writeFileSync(file, "The maior said the bridge would close.\n\nNobody was asked about it before.\n");
  await bringIn(app, file);
  const article = window.locator(".article[role=textbox]");
  await expect(article).toContainText("The maior said");
  // A claim on the first words of the second paragraph.
  await window.getByText("Nobody was asked").click();
  await window.keyboard.press("Home");
  for (let at = 0; at < "Nobody was asked".length; at += 1) await window.keyboard.press("Shift+ArrowRight");
  await window.keyboard.press("c");
  await expect(article.locator(".mark").first()).toHaveText("Nobody was asked");

  await window.keyboard.press("Alt+e");
  const editor = window.getByRole("textbox", { name: "Text of “" });
  await expect(editor).toBeFocused();
  await expect(editor.locator(".correct-mark")).toHaveText("Nobody was asked");
  await expectAccessible(window);
  // Escape leaves without a change, and asks where there is one.
  await window.keyboard.press("Escape");
  await expect(article).toContainText("The maior said");
  await window.keyboard.press("Alt+e");
  await editor.getByText("The maior").dblclick({ position: { x: 45, y: 12 } });
  await window.keyboard.type("mayor");
  await window.keyboard.press("Escape");
  await expect(window.getByRole("alert").filter({ hasText: "Escape once more" })).toBeVisible();
  await editor.locator(".correct-mark").click();
  await window.keyboard.press("Home");
  await window.keyboard.press("Shift+End");
  await window.keyboard.type("It came as it had to.");
  await expect(window.getByRole("status").filter({ hasText: "1 loses its place" })).toBeVisible();
  await window.keyboard.press("ControlOrMeta+Enter");
  const summary = window.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByText("Loses its place: “Nobody was asked”")).toBeVisible();
  await expectAccessible(window);
  await window.keyboard.type("As the paper has it.");
  await window.keyboard.press("Enter");
  await expect(summary).toBeHidden();
  await expect(article).toContainText("The mayor said");
  await expect(article).toContainText("It came as it had to.");

  await window.keyboard.press("Alt+o");
  const tray = window.getByRole("dialog", { name: "Marks without a place" });
  await expect(tray.getByText("Nobody was asked")).toBeVisible();
  await expectAccessible(window);
  await window.keyboard.press("Escape");
  await window.getByText("It came as it had to.").click();
  await window.keyboard.press("Home");
  await window.keyboard.press("Shift+End");
  await window.keyboard.press("Alt+o");
  await tray.getByRole("button", { name: "Put back at the selection" }).click();
  await expect(tray.getByText("Every mark has its place.")).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(article.locator(".mark").first()).toContainText("It came as it had to");

  await window.keyboard.press("ControlOrMeta+z");
  await window.keyboard.press("ControlOrMeta+z");
  await expect(article).toContainText("The maior said");
  await expect(article.locator(".mark").first()).toHaveText("Nobody was asked");
});
