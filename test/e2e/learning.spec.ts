// Suggestions that learn from one's cards: asked to by key, with figures, looked at, switched off and taken back.
import { join } from "node:path";
import { annotatedProject } from "../helpers/annotated-project.ts";
import { houseArticles } from "../helpers/learning.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible } from "./steps.ts";

test("suggestions learn from the cards of a house style, say how much better they are, and forget it again", async ({
  launchApp,
  folder,
}) => {
  const path = join(folder, "project");
  const { page } = await launchApp({
    async prepare(client) {
      await client.call("settings.set", { annotatorName: "Dana Analyst" });
      const { handle } = await annotatedProject(client, path, houseArticles().slice(0, 8));
      await client.call("project.close", { project: handle });
      return path;
    },
  });
  await expect(articleBox(page)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+9");
  await page.getByRole("button", { name: "Learning" }).press("Enter");
  await expect(page.getByText("Nothing has been learned in this project.")).toBeVisible();
  await page.getByRole("button", { name: "Learn from my cards" }).press("Enter");
  // It computes for seconds, in a process that has to load the tagger first.
  await expect(page.getByText(/^Better, so suggestions go by it: exact F1 .* in 8 articles/u)).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Verbs" }).getByText("“growl”, used like “say”"),
  ).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Patterns" }).getByText("per [Voice], [Claim]"),
  ).toBeVisible();
  await expectAccessible(page);
  const used = page.getByRole("switch", { name: "Use what was learned" });
  await expect(used).toBeChecked();
  await used.press("Space");
  await expect(used).not.toBeChecked();
  await page.getByRole("button", { name: "Take back the last learning" }).press("Enter");
  await expect(page.getByRole("region", { name: "Verbs" })).toHaveCount(0);
  await expect(used).toHaveCount(0);
});
