// Roles of sources in an article, by key and by list, kept and taken back; and external ids of entities, which lead to their pages on request alone.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openSample, saved } from "./steps.ts";

const roleField = (page: Page) =>
  page.getByRole("combobox", { name: /^Role of .+ in this article$/u }).first();

test("a source has a role in the article, by key and by list, after a reload, and taken back", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  await page.keyboard.press("j");
  const role = roleField(page);
  await expect(role).toHaveValue("none");
  await page.keyboard.press("r");
  await expect(role).toHaveValue("chosen");
  await expect(page.getByText(/^.+: chosen$/u).first()).toBeVisible();
  await page.keyboard.press("r");
  await expect(role).toHaveValue("newsmaker");
  await page.keyboard.press("r");
  await expect(role).toHaveValue("official");
  await page.keyboard.press("r");
  await expect(role).toHaveValue("none");
  await role.selectOption("official");
  await expectAccessible(page);
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(role).toHaveValue("none");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(role).toHaveValue("official");
  await saved(page);

  // The card that was in focus is so again.
  await page.reload();
  await enterArticle(page);
  await expect(roleField(page)).toHaveValue("official");
});

// The desktop has a button in place of the link, which asks first: `desktop.spec.ts`.
test("an external id leads to the page whose address it shows, and a script to none", {
  tag: "@browser-host",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+5");
  await page.getByRole("searchbox", { name: "Find an entity" }).fill("ana ruis");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Details" }).click();
  const details = page.getByRole("tabpanel", { name: "Details" });
  const field = details.getByRole("textbox", { name: "External ID" });
  await field.fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(details.getByText(/^This leads to no page/u)).toBeVisible();
  await expect(details.getByRole("link")).toHaveCount(0);
  await field.fill("Q42");
  await page.keyboard.press("Enter");
  await expect(details.getByText("https://www.wikidata.org/wiki/Q42")).toBeVisible();
  const link = details.getByRole("link", { name: "Open this page" });
  await expect(link).toHaveAttribute("href", "https://www.wikidata.org/wiki/Q42");
  await expect(link).toHaveAttribute("rel", "noreferrer");
  await expectAccessible(page);
});
