// Deciding between colleagues' sets by keyboard alone: one key a decision, by hand, together and everywhere, blind, undone also
// after a restart, and exported as a log; as axe sees it in every theme.
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { articleBox, expectAccessible, giveName, saved, sayso } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const names = ["Annabel Quince", "Benvolio Quartz", "Cem Quill"];

/** The first of these people at a project in which all of them worked, on the page. */
async function colleagues(
  launchApp: (options: { project: string }) => Promise<RunningApp>,
  count: number,
): Promise<RunningApp & { readonly path: string }> {
  const { path } = await writeReviewProject(join(folder, "project"), names.slice(0, count));
  const app = await launchApp({ project: path });
  await giveName(app.page, names[0] ?? "");
  await expect(articleBox(app.page)).toBeVisible();
  await openDeciding(app.page);
  return Object.assign(app, { path });
}

async function openDeciding(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Alt+2");
  // Comparing begins a process, which takes its time on a machine that is busy.
  await expect(queue(page)).toBeVisible();
}

/** The claim of the first card whose claim has other edges, opened by itself. */
async function openEdgesOfClaim(page: Page): Promise<void> {
  while (!(await shown(page).textContent())?.includes("Claim: edges")) await page.keyboard.press("j");
  const parts = panel(page).getByRole("region", { name: "Parts" }).getByRole("button");
  const opened = panel(page).locator(".decide-part[aria-pressed=true]");
  for (let left = await parts.count(); left > 0; left -= 1) {
    const before = (await opened.textContent()) ?? "";
    if (before.includes("Claim")) return;
    await page.keyboard.press("d");
    await expect(opened).not.toHaveText(before);
  }
  await expect(opened).toContainText("Claim");
}

const queue = (page: Page) => page.getByRole("listbox", { name: "Conflicts" });
const panel = (page: Page) => page.getByRole("region", { name: "Decision", exact: true });
const shown = (page: Page) => queue(page).getByRole("option", { selected: true });
const progress = async (page: Page) => {
  const words = await page
    .getByText(/^\d+ of \d+ decided$/)
    .first()
    .textContent();
  return (words?.match(/\d+/gu) ?? []).map(Number);
};
const progressIs = (page: Page, decided: number) =>
  expect.poll(async () => (await progress(page))[0]).toBe(decided);

const bundle = async ({ home }: RunningApp, path: string): Promise<AnnotatedJson> =>
  JSON.parse((await sayso(home, "export", path, "--format", "json", "--out", "-")).stdout);
const curatedSet = ({ annotators, articles }: AnnotatedJson) => {
  const curation = annotators.find(({ kind }) => kind === "curation");
  return articles[0]?.sets.find(({ annotator }) => annotator === curation?.id);
};

test("all of an article is decided by keyboard alone, and the log of it exported", async ({ launchApp }) => {
  const app = await colleagues(launchApp, 2);
  const { page, path } = app;
  const own = (await bundle(app, path)).articles[0]?.sets;
  const [, all = 0] = await progress(page);
  expect(all).toBeGreaterThan(6);
  await expectAccessible(page);

  // Every way but by hand, one key each; the next conflict comes by itself.
  const first = await shown(page).textContent();
  await page.keyboard.press("r");
  await page.keyboard.type("as the style book says");
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await progressIs(page, 1);
  expect(await shown(page).textContent()).not.toBe(first);
  for (const key of ["2", "u", "0"]) await page.keyboard.press(key);
  await progressIs(page, 4);
  await page.keyboard.press("q");
  await expect(page.getByText("1 not sure")).toBeVisible();
  await progressIs(page, 4);

  // Back to the first: what was decided, and why.
  await page.keyboard.press("ControlOrMeta+Home");
  await queue(page).focus();
  await page.keyboard.press("Home");
  await expect(panel(page)).toContainText("Decided: the version of Annabel Quince");
  await expect(panel(page)).toContainText("as the style book says");

  // Everything else as one of them has it, the one nobody was sure of at last. What was decided so may leave a card unfinished:
  // that is listed, and leads there.
  for (let left = all; left > 0 && (await progress(page))[0] !== all; left -= 1) {
    const open = queue(page).getByRole("option");
    await expect(open.first()).toBeVisible();
    const [decided = 0] = await progress(page);
    const isOpen = !(await panel(page)
      .getByText(/^Decided/)
      .isVisible());
    await page.keyboard.press(isOpen ? "1" : "j");
    if (isOpen) await progressIs(page, decided + 1);
  }
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog", { name: "Accept what annotators agree on" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await saved(page);
  await seeToUnfinished(page);

  // What is finished is said to be, and that can be taken back.
  await page.keyboard.press("m");
  await expect(panel(page)).toContainText("The article counts as curated.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(panel(page).getByRole("button", { name: "Mark as curated" })).toBeVisible();
  await page.keyboard.press("m");
  await expect(panel(page)).toContainText("The article counts as curated.");
  await saved(page);

  const after = await bundle(app, path);
  const curated = curatedSet(after);
  // One decision an attribution or a span outside of one, those that all have alike among them.
  expect(curated?.decisions?.length).toBeGreaterThan(all);
  expect(curated?.decisions?.length).toBeLessThan(curated?.spans.length ?? 0);
  const file = join(folder, "curated.json");
  await sayso(app.home, "export", path, "--curated", "--format", "json", "--out", file);
  const validated = JSON.parse((await sayso(app.home, "validate", file, "--json")).stdout);
  expect([validated.ok, validated.files[0].unfinished]).toEqual([true, []]);
  expect(curated?.spans.length).toBeGreaterThan(20);
  // Nobody's own set has changed.
  expect(after.articles[0]?.sets.filter((set) => set !== curated)).toEqual(own);
  const log = await sayso(app.home, "export", path, "--format", "decision-log", "--out", "-");
  expect(log.stdout.split("\r\n")[0]).toContain("decision,taken_from,result,reason,decided_by");
  expect(log.stdout).toContain("as the style book says");
});

test("a day of review costs one key a conflict and seven more, from the open article to its curated set and the agreement", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await colleagues(launchApp, 3);
  const [, all = 0] = await progress(page);
  // One key has opened the page.
  let presses = 1;
  const press = async (key: string): Promise<void> => {
    presses += 1;
    await page.keyboard.press(key);
  };
  for (let decided = 1; decided <= all; decided += 1) {
    await press("1");
    await progressIs(page, decided);
  }
  await press("a");
  const together = page.getByRole("dialog", { name: "Accept what annotators agree on" });
  await expect(together).toBeVisible();
  await press("Enter");
  await expect(together).toBeHidden();
  await saved(page);
  presses += await seeToUnfinished(page);
  await press("m");
  await expect(panel(page)).toContainText("The article counts as curated.");
  const title = page.locator(".top-title");
  await press("ControlOrMeta+Alt+3");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  expect(presses).toBeLessThanOrEqual(all + 7);

  // From one article to the next that is to be decided it is one key.
  await openDeciding(page);
  const first = await title.textContent();
  await page.keyboard.press("Shift+n");
  await expect(title).not.toHaveText(first ?? "");
  await expect(queue(page)).toBeFocused();
  await page.keyboard.press("1");
  await progressIs(page, 1);
  await page.keyboard.press("Shift+n");
  await expect(page.getByText("No other article is left to decide")).toBeVisible();
});

/** Goes where the list of what is unfinished leads, and takes the first annotator's way there; the keys that took. */
async function seeToUnfinished(page: Page): Promise<number> {
  const done = page.getByText("Everything is decided.");
  const list = page.getByRole("region", { name: "Not finished yet" });
  for (let turn = 0; turn <= 12; turn += 1) {
    await expect(done.or(list)).toBeVisible();
    if (await done.isVisible()) return 2 * turn;
    const before = await list.textContent();
    // Of what is unanimous only that is left which somebody is to look at: it is shown, not the dialog that would accept nothing.
    await page.keyboard.press("g");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.keyboard.press("1");
    await expect
      .poll(async () => ((await done.isVisible()) ? "" : await list.textContent()))
      .not.toBe(before);
  }
  throw new Error("What is unfinished does not end.");
}

test("a card is decided with its spans in one go, by key and by mouse, and a part of it by itself", async ({
  launchApp,
}) => {
  const app = await colleagues(launchApp, 2);
  const { page, path } = app;
  const parts = panel(page).getByRole("region", { name: "Parts" });
  const decisions = async () => curatedSet(await bundle(app, path))?.decisions ?? [];
  while (!(await shown(page).textContent())?.includes("Claim: edges")) await page.keyboard.press("j");
  const card = (await shown(page).textContent()) ?? "";

  // By key: one decision, and every part of it is settled.
  await page.keyboard.press("1");
  await progressIs(page, 1);
  await page.keyboard.press("k");
  await expect(panel(page)).toContainText("Decided: the version of Annabel Quince");
  await expect(parts.getByText("decided", { exact: true })).toHaveCount(
    await parts
      .getByRole("listitem")
      .count()
      .then((all) => all - 1),
  );
  await saved(page);
  expect((await decisions()).map(({ about, how }) => `${about} ${how}`)).toEqual(["card take"]);

  // Undo takes all of it back.
  await page.keyboard.press("ControlOrMeta+z");
  await progressIs(page, 0);
  await expect(parts.getByText("decided", { exact: true })).toHaveCount(0);
  await saved(page);
  expect(curatedSet(await bundle(app, path))?.spans).toEqual([]);

  // By mouse: a part by itself, after which the question is partly decided; then the rest, and the part stays as it was decided.
  await parts.getByRole("button", { name: /^Claim/ }).click();
  await expect(panel(page)).toContainText("One part of the card");
  await panel(page)
    .getByRole("button", { name: /Benvolio Quartz/ })
    .click();
  await expect(queue(page).getByRole("option", { name: /partly decided/ })).toHaveCount(1);
  await progressIs(page, 0);
  await parts.getByRole("button", { name: "The whole card" }).click();
  await panel(page)
    .getByRole("button", { name: /Annabel Quince/ })
    .click();
  await progressIs(page, 1);
  await saved(page);
  const both = await decisions();
  expect(both.map(({ about, how }) => `${about} ${how}`).sort()).toEqual(["card take", "span take"]);
  expect(new Set(both.map(({ taken }) => taken)).size).toBe(2);
  expect(card).not.toBe("");
});

test("all is decided only when nothing is left over, and what is left over leads there", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await colleagues(launchApp, 2);
  const [, all = 0] = await progress(page);
  const list = page.getByRole("region", { name: "Not finished yet" });
  // The second of them left claims out.
  for (let decided = 1; decided <= all; decided += 1) {
    await page.keyboard.press("2");
    await progressIs(page, decided);
  }
  await expect(page.getByText("Everything is decided.")).toBeHidden();
  await expect(list).toBeVisible();
  await list.getByRole("button", { name: /unanimous .* not accepted yet/ }).click();
  await expect(page.getByRole("dialog", { name: "Accept what annotators agree on" })).toBeVisible();
  await page.getByRole("slider", { name: "Left to check" }).press("Home");
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page.getByText("Everything is decided.")).toBeHidden();
  const unfinished = list.getByRole("button", { name: /no claim/ }).first();
  const words = ((await unfinished.textContent()) ?? "").split(":")[0] ?? "";
  await unfinished.click();
  await expect(panel(page).locator(".conflict-words").first()).toContainText(words.slice(0, 20));
  await queue(page).focus();
  await seeToUnfinished(page);
});

test("a decision is taken back by undo, also after a kill", { tag: ["@own-host", "@repetition"] }, async ({
  launchApp,
}) => {
  const app = await colleagues(launchApp, 2);
  await app.page.keyboard.press("2");
  await app.page.keyboard.press("0");
  await progressIs(app.page, 2);
  await saved(app.page);
  await app.kill();
  const page = await app.restart();
  // The window may open the project by itself, while that is looked at; it begins on the page that was shown last.
  const recent = page.getByRole("button", { name: /^Sample project/ }).first();
  await expect(async () => {
    if (!(await page.locator(".workbench").isVisible())) await recent.press("Enter", { timeout: 2_000 });
    await expect(queue(page)).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await progressIs(page, 2);
  await page.keyboard.press("ControlOrMeta+z");
  await progressIs(page, 1);
  await page.keyboard.press("ControlOrMeta+z");
  await progressIs(page, 0);
  await expect(panel(page).getByText(/^Decided/)).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await progressIs(page, 1);
  await saved(page);
  expect(curatedSet(await bundle(app, app.path))?.decisions).toHaveLength(1);
});

test("edges are set by hand with the arrows, and a card by its form", async ({ launchApp }) => {
  const app = await colleagues(launchApp, 2);
  const { page } = app;
  // A span in a card is a part of its question, opened by itself.
  await openEdgesOfClaim(page);
  await page.keyboard.press("e");
  const box = panel(page).getByRole("group", { name: /^Left and Right move/ });
  await expect(box).toBeFocused();
  await expectAccessible(page);
  const words = async () => (await box.locator("mark").textContent()) ?? "";
  const before = await words();
  await page.keyboard.press("ArrowRight");
  expect((await words()).length).toBeGreaterThan(before.length);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowRight");
  const chosen = await words();
  expect(before).toContain(chosen);
  await page.keyboard.press("Enter");
  await expect(queue(page).getByRole("option", { name: /partly decided/ })).toHaveCount(1);
  await saved(page);
  const curated = curatedSet(await bundle(app, app.path));
  expect(curated?.spans.map(({ segments }) => segments[0]?.quote)).toEqual([chosen]);

  await queue(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("e");
  await progressIs(page, 1);
  await expect(panel(page)).toContainText("Decided by hand");
  const form = panel(page).getByRole("region", { name: "In the curated set" });
  await expect(form.getByText("Voice", { exact: true })).toBeInViewport();
  await form.getByLabel("Polarity").selectOption("denies");
  await saved(page);
  const card = curatedSet(await bundle(app, app.path))?.attributions[0];
  expect(card?.fields.polarity).toBe("denies");
});

test("blind, nothing on the page says whose work it is, and the keys follow the letters", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const app = await colleagues(launchApp, 3);
  const { page } = app;
  await page.keyboard.press("ControlOrMeta+Alt+1");
  await page.getByRole("region", { name: "What differs" }).waitFor();
  await page.keyboard.press("b");
  await openDeciding(page);
  const main = page.getByRole("main");
  const told = `${await main.evaluate((element) => element.outerHTML)} ${await main.ariaSnapshot()}`;
  expect(names.filter((name) => told.includes(name.split(" ")[1] ?? name))).toEqual([]);
  await page.keyboard.press("2");
  await progressIs(page, 1);
  await page.keyboard.press("k");
  await expect(panel(page)).toContainText("Decided: the version of Annotator B");
});

test("deciding stands in nobody's way", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const app = await colleagues(launchApp, 3);
  const { page } = app;
  await expectAccessible(page);
  await queue(page).focus();
  await page.keyboard.press("1");
  await page.keyboard.press("q");
  await page.keyboard.press("k");
  await expectAccessible(page);
  await page.keyboard.press("k");
  await expectAccessible(page);
  await openEdgesOfClaim(page);
  await page.keyboard.press("e");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await expectAccessible(page);
});
