// What is known of an article: seen with where it is from, put right, taken back, also from the list; by keyboard.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { bringIn, expectAccessible, openEmpty } from "./steps.ts";

const page = `<html lang="en"><head><title>Old</title><meta property="og:site_name" content="The Ledger">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closes","author":{"name":"Ana Ruiz"}}</script></head>
<body><nav>Home and News</nav><article><p>The harbour bridge will close for a year, the mayor said on Tuesday, after cracks.</p></article></body></html>`;

test("what is known of an article is put right and taken back", async ({ launchApp, folder }) => {
  const { app, page: window } = await openEmpty(launchApp, folder, "About");
  const file = join(folder, "page.html");
  writeFileSync(file, page);
  await bringIn(app, file);
  await expect(window.getByRole("heading", { name: "Bridge closes" })).toBeVisible();

  await window.keyboard.press("Alt+i");
  const dialog = window.getByRole("dialog", { name: "About the article" });
  const title = dialog.getByLabel("Title", { exact: true });
  await expect(title).toHaveValue("Bridge closes");
  await expect(dialog.getByText("From: the page’s structured data.").first()).toBeVisible();
  await expect(dialog.getByText("From: the page’s data for search and sharing.")).toBeVisible();
  await expectAccessible(window);
  await dialog.getByLabel("Published on").fill("last Tuesday");
  await expect(dialog.getByText("“last Tuesday” is not a date.", { exact: false })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByLabel("Published on").fill("2025-08-19");
  const role = app.driver === "browser" ? "link" : "button";
  const original = dialog.getByRole(role, { name: "Open the original page" });
  await expect(original).toHaveCount(0);
  await dialog.getByLabel("Address", { exact: true }).fill("https://example.org/bridge");
  await expect(original).toBeVisible();
  // The desktop asks before it opens the browser.
  if (app.driver === "browser") await expect(original).toHaveAttribute("href", "https://example.org/bridge");
  await expect(dialog.getByRole("button", { name: "Copy the address" })).toBeVisible();
  await dialog.getByLabel("Authors").fill("Ana Ruiz\nBen Okafor");
  await title.fill("The bridge closes");
  await expect(dialog.getByText("Entered by you.").first()).toBeVisible();
  await title.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(window.getByRole("heading", { name: "The bridge closes" })).toBeVisible();
  await expect(window.getByRole("option", { name: /^The bridge closes/ })).toBeVisible();
  await expect(window.getByRole("textbox", { name: "Article: The bridge closes" })).toBeVisible();
  // The desktop asks for the name in a dialog of the system.
  if (app.driver === "browser") {
    await window.keyboard.press("ControlOrMeta+e");
    await expect(window.getByRole("textbox", { name: "File" })).toHaveValue(/The bridge closes\.json$/);
    await window.keyboard.press("Escape");
  }

  await window.getByRole("option", { name: /^The bridge closes/ }).click({ button: "right" });
  await window.getByRole("menuitem", { name: "About the article" }).click();
  await expect(title).toHaveValue("The bridge closes");
  await expect(dialog.getByLabel("Authors")).toHaveValue("Ana Ruiz\nBen Okafor");
  await expect(dialog.getByText("From: a person.").first()).toBeVisible();
  await window.keyboard.press("Escape");
  await window.keyboard.press("ControlOrMeta+z");
  await expect(window.getByRole("option", { name: /^Bridge closes/ })).toBeVisible();
  await window.keyboard.press("Alt+i");
  await expect(dialog.getByLabel("Authors")).toHaveValue("Ana Ruiz");

  await dialog.getByRole("button", { name: "See what was left out" }).press("Enter");
  await expect(dialog.getByText("1 part was left out.")).toBeVisible();
  await dialog.getByRole("checkbox", { name: /Navigation.*Home and News/ }).press("Space");
  await expectAccessible(window, { isRepetition: true });
  await dialog.getByRole("button", { name: "Import again with this part" }).press("Enter");
  await expect(window.getByRole("textbox", { name: /^Article:/ })).toContainText("Home and News");
  await expect(window.getByRole("option")).toHaveCount(2);
});
