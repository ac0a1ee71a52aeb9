// Whose annotations an export holds, and that it can be stopped while it is written.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright/test";
import { curationOf } from "../../shared/model/curation.ts";
import { writeCuratedProject } from "../helpers/curated-project.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, giveName, goToPath, pressWhenReady, sayso } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

async function openExport({ page }: RunningApp): Promise<Locator> {
  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog).toBeVisible();
  await dialog.getByText(/^All \(\d+ articles\)$/).click();
  return dialog;
}

async function writeAs(app: RunningApp, dialog: Locator, name: string): Promise<string> {
  const file = join(folder, name);
  await app.answerDialog(file);
  if (app.driver === "browser") {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill(name);
  }
  await pressWhenReady(dialog.getByRole("button", { name: /^(Export|Choose where…)$/ }));
  return file;
}

test("some people's annotations are exported, or the curated set alone", async ({ launchApp }) => {
  const names = ["Ana Lind", "Ben Okafor"];
  const { path, project, annotators, articles } = await writeCuratedProject(join(folder, "project"), names);
  const app = await launchApp({ project: path });
  await giveName(app.page, "Ben Okafor");
  await enterArticle(app.page);
  const dialog = await openExport(app);
  const whose = dialog.getByRole("group", { name: "Whose annotations" });
  const tick = (name: string) => whose.getByRole("checkbox", { name });
  await tick("Ana Lind").uncheck();
  await tick("The curated set").uncheck();
  await expectAccessible(app.page, { isRepetition: true });
  const ofBen = JSON.parse(readFileSync(await written(app, dialog, "ben.json"), "utf8"));
  expect(setsIn(ofBen)).toEqual(articles.map(() => annotators[1]?.id));

  const again = await openExport(app);
  const people = again.getByRole("group", { name: "Whose annotations" });
  for (const name of [...names, "The curated set"]) await people.getByRole("checkbox", { name }).uncheck();
  await expect(again.getByRole("button", { name: /^(Export|Choose where…)$/ })).toBeDisabled();
  await people.getByRole("checkbox", { name: "The curated set" }).check();
  const curated = JSON.parse(readFileSync(await written(app, again, "curated.json"), "utf8"));
  expect(setsIn(curated)).toEqual([curationOf(project).id]);
});

async function written(app: RunningApp, dialog: Locator, name: string): Promise<string> {
  const file = await writeAs(app, dialog, name);
  await expect(dialog).toBeHidden();
  return file;
}

interface Written {
  readonly articles: readonly { readonly sets: readonly { readonly annotator: string }[] }[];
}

/** Whose sets they are, article by article. */
const setsIn = ({ articles }: Written): string[] =>
  articles.flatMap(({ sets }) => sets.map(({ annotator }) => annotator));

test("an export is stopped while it is written, and leaves nothing behind", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const [home, texts, project] = ["home", "texts", "project"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(texts);
  // The first, which is opened, is short.
  for (let at = 0; at < 40; at += 1) {
    const words = `The mayor of place ${at} said it. `.repeat(at === 0 ? 1 : 9_000);
    writeFileSync(join(texts, `${at}.txt`), `Report ${at}\n\n${words}\n`);
  }
  const brought = await sayso(home, "import", project, texts, "--create", "--as", "Ben Okafor");
  expect(brought).toMatchObject({ status: 0 });
  const app = await launchApp({ home, project });
  await enterArticle(app.page);
  const dialog = await openExport(app);
  await dialog.getByLabel("Format", { exact: true }).selectOption({ label: "WebAnno TSV 3.3" });
  const before = readdirSync(folder).sort();
  await writeAs(app, dialog, "stopped.zip");
  await expect(dialog.getByRole("progressbar", { name: "Progress of the export" })).toBeVisible();
  await expectAccessible(app.page, { isRepetition: true });
  await dialog.getByRole("button", { name: "Stop" }).click();
  await expect(dialog.getByText("Stopped. Nothing was written.")).toBeVisible();
  expect(readdirSync(folder).sort()).toEqual(before);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
});
