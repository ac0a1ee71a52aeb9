// Work that goes from one person to another by file: two people exchange packages, imported twice changes nothing, and one's own
// work from another machine is merged in a step that is taken back after a restart.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { type Desk, deskOf, handOver, lookInto, mark } from "./exchange.ts";
import { expect, test } from "./fixtures.ts";
import {
  articleBox,
  endAbruptly,
  enterArticle,
  expectAccessible,
  exportOf,
  killTag,
  sayso,
} from "./steps.ts";

const text = "Today the mayor said the bridge is safe. Her office told Radio Bay so.\n";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

/** Everybody's work in a project as it stands on the disk. */
async function everybodyIn(desk: Desk): Promise<Pick<AnnotatedJson, "annotators" | "articles">> {
  const { stdout } = await sayso(desk.app.home, "export", desk.path, "--format", "json", "--out", "-");
  const { annotators, articles } = JSON.parse(stdout) as AnnotatedJson;
  return { annotators, articles };
}

const setsIn = ({ annotators, articles }: Pick<AnnotatedJson, "annotators" | "articles">) =>
  Object.fromEntries(
    (articles[0]?.sets ?? []).map(({ annotator, spans }) => [
      annotators.find(({ id }) => id === annotator)?.name ?? annotator,
      spans.map(({ segments, type }) => `${segments[0]?.quote}: ${type}`),
    ]),
  );

test("two people exchange packages; what was imported stands beside one's own, once", async ({
  launchApp,
}) => {
  const dana = await deskOf(folder, text, "Dana Analyst", launchApp);
  const ben = await deskOf(folder, text, "Ben Ode", launchApp);
  await mark(dana.app, text, "the mayor", "1");
  await mark(ben.app, text, "said", "2");
  const [fromBen, fromDana] = [join(folder, "from ben.json"), join(folder, "from dana.json")];
  await handOver(ben.app, folder, fromBen);
  await handOver(dana.app, folder, fromDana);

  const { page } = dana.app;
  const { dialog, take } = await lookInto(dana.app, fromBen);
  await expect(dialog.getByText("Ben Ode", { exact: true })).toBeVisible();
  await expect(dialog.getByText("1 mark, 0 cards")).toBeVisible();
  await expectAccessible(page);
  await take.press("Enter");
  await expect(page.getByText("Imported from “from ben.json”")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  const both = await everybodyIn(dana);
  expect(setsIn(both)).toEqual({ "Dana Analyst": ["the mayor: speaker"], "Ben Ode": ["said: cue"] });

  const again = await lookInto(dana.app, fromBen);
  await expect(again.dialog.getByText("There is nothing new in it.")).toBeVisible();
  await expect(again.take).toBeDisabled();
  await page.keyboard.press("Escape");
  expect(await everybodyIn(dana)).toEqual(both);

  // Ben gets Dana's by dropping the file on his window.
  const content = readFileSync(fromDana, "utf8");
  await ben.app.page.evaluate((json) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([json], "from dana.json", { type: "application/json" }));
    for (const type of ["dragover", "drop"])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, content);
  const dropped = ben.app.page.getByRole("dialog", { name: "Import a colleague’s work" });
  await expect(dropped.getByText("Dana Analyst", { exact: true })).toBeVisible();
  await dropped.getByRole("button", { name: "Import", exact: true }).press("Enter");
  await expect(ben.app.page.getByText("Imported from “from dana.json”")).toBeVisible();
  expect(setsIn(await everybodyIn(ben))).toEqual(setsIn(both));
});

test("one's own work from elsewhere is merged as it is decided, and taken back after a restart", {
  tag: killTag,
}, async ({ launchApp }) => {
  const dana = await deskOf(folder, text, "Dana Analyst", launchApp);
  await mark(dana.app, text, "said", "2");
  await mark(dana.app, text, "Radio Bay", "4");
  // The other machine took the cue for a source.
  const { stdout } = await sayso(dana.app.home, "export", dana.path, "--format", "json", "--out", "-");
  const laptop = join(folder, "laptop.json");
  writeFileSync(laptop, stdout.replace('"type": "cue"', '"type": "source"'));

  const { dialog, take } = await lookInto(dana.app, laptop);
  // Anybody can write a file that says whose work it is.
  await expect(dialog.getByText("says it is yours", { exact: true })).toBeVisible();
  await expect(take).toBeDisabled();
  await dialog.getByRole("radio", { name: "Yes, merge them" }).press("Space");
  await expect(dialog.getByText("your own work", { exact: true })).toBeVisible();
  await expect(dialog.getByRole("list", { name: "Conflicts" }).getByRole("listitem")).toHaveCount(1);
  await dialog.getByRole("radio", { name: "Use the file’s" }).press("Space");
  await expectAccessible(dana.app.page, { isRepetition: true });
  await take.press("Enter");
  await expect(dana.app.page.getByText("Your own work was merged in 1 article")).toBeVisible();
  await expect
    .poll(async () => (await exportOf(dana.app, dana.path)).spans)
    .toEqual(["said: source", "Radio Bay: source"]);

  await endAbruptly(dana.app);
  const page = await dana.app.restart();
  await expect(articleBox(page)).toContainText("the bridge is safe");
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect
    .poll(async () => (await exportOf(dana.app, dana.path)).spans)
    .toEqual(["said: cue", "Radio Bay: source"]);
});

test("a file that is not whole is refused with its place, and nothing is changed", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const dana = await deskOf(folder, text, "Dana Analyst", launchApp);
  const before = await everybodyIn(dana);
  const broken = join(folder, "broken.json");
  const { stdout } = await sayso(dana.app.home, "export", dana.path, "--format", "json", "--out", "-");
  writeFileSync(broken, stdout.slice(0, 400));
  const { dialog, take } = await lookInto(dana.app, broken);
  await expect(dialog.getByText(/^line \d+, column \d+$/)).toBeVisible();
  await expect(take).toBeDisabled();
  await expectAccessible(dana.app.page);
  expect(await everybodyIn(dana)).toEqual(before);
});
