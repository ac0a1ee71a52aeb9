// One person counted twice: noticed when their work comes in once more, asked about where it is compared and measured, answered, and
// taken back; by keyboard and accessible names alone.
import { join } from "node:path";
import { deskOf, lookInto, mark } from "./exchange.ts";
import { expect, test } from "./fixtures.ts";
import { expectAccessible, sayso } from "./steps.ts";

const text = "Today the mayor said the bridge is safe. Her office told Radio Bay so.\n";

test("blind work beside the same open work is asked about, counts as one, and as two again", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const dana = await deskOf(folder, text, "Dana Analyst", launchApp);
  const { page } = dana.app;
  await mark(dana.app, text, "the mayor", "1");
  await mark(dana.app, text, "said", "2");
  const file = join(folder, "blind.json");
  const packed = await sayso(dana.app.home, "package", dana.path, "--out", file, "--blind", "seed");
  expect(packed.status).toBe(0);
  const { dialog, take } = await lookInto(dana.app, file);
  await expect(dialog.getByText("“Dana Analyst” and “A” look like one person.")).toBeVisible();
  await expectAccessible(page);
  await take.press("Enter");
  await expect(page.getByText("Imported from “blind.json”")).toBeVisible();

  const compare = page.getByRole("region", { name: "Compare", exact: true });
  await page.keyboard.press("ControlOrMeta+Alt+1");
  await expect(compare.getByText("“Dana Analyst” and “A” look like one person.")).toBeVisible();
  await expect(
    compare.getByText(/2 marks are on the same words \(out of 2 and 2\).*2 have the same id/),
  ).toBeVisible();
  await expectAccessible(page);
  await compare.getByRole("button", { name: "Count as one" }).press("Enter");
  await expect(compare.getByText("“A” counts as “Dana Analyst”.")).toBeVisible();
  await expect(compare.getByText("No one else has annotated this article yet")).toBeVisible();
  await expectAccessible(page);

  // Measured as one, too: there is nobody to agree with.
  const measure = page.getByRole("region", { name: "Agreement", exact: true });
  await page.keyboard.press("ControlOrMeta+Alt+3");
  await expect(measure.getByText("Agreement needs two people’s sets of the same article.")).toBeVisible();
  // The article has come in since the project was opened.
  await expect(measure.getByRole("button", { name: "1 article", exact: true })).toBeVisible();
  await measure.getByRole("button", { name: "Count separately" }).press("Enter");
  await expect(measure.getByText("“Dana Analyst” and “A” look like one person.")).toBeVisible();
  await measure.getByRole("button", { name: "They are two people" }).press("Enter");
  await expect(measure.getByText("look like one person")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Alt+1");
  await expect(compare.getByText("No differences: everybody marked the same.")).toBeVisible();
  await expect(compare.getByText("look like one person")).toBeHidden();
});
