// Whole articles worked through by keyboard from what is suggested, until nothing is open: accepted, changed, rejected, passed over.
// Then all of it is held to the laws, exported and looked for after a restart.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codQuotaText } from "../../shared/sample/cod-quota.ts";
import { repository } from "./drivers.ts";
import { expect, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openRecent, openText, saved, sayso } from "./steps.ts";
import { counted, countNow, setOf, told } from "./suggested.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

/** What is done with one after the other, again and again. */
const ways = ["accept", "edit", "accept", "pass", "reject", "accept"] as const;

interface Tally {
  accepted: number;
  edited: number;
  rejected: number;
}

/** Works an article through until nothing is offered. */
async function workThrough(
  launchApp: LaunchApp,
  text: string,
): Promise<{ app: RunningApp; path: string; tally: Tally }> {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  await expect.poll(() => countNow(page)).toBeGreaterThan(5);
  const all = await countNow(page);
  await page.keyboard.press("ControlOrMeta+9");
  await enterArticle(page);
  const tally: Tally = { accepted: 0, edited: 0, rejected: 0 };
  for (let at = 0; (await countNow(page)) > 0; at += 1) {
    const before = await countNow(page);
    expect(at, "each round but the passing ones leaves one less").toBeLessThan(2 * all);
    if (at % 7 === 0) await keys.press("g");
    await told(page, /% sure\. Enter accepts/);
    const way = before < 3 ? "accept" : ways[at % ways.length];
    if (way === "pass") {
      await keys.press("g");
      continue;
    }
    if (way === "reject") {
      await keys.press("Backspace");
      tally.rejected += 1;
    } else if (way === "accept") {
      await keys.press("Enter");
      tally.accepted += 1;
    } else {
      await keys.press("Shift+Enter");
      tally.accepted += 1;
      tally.edited += 1;
      // The card is open: one of its values is changed; then on with the next one from the article.
      await expect(page.getByRole("heading", { name: /^Card \d+ of \d+$/ })).toBeVisible();
      await page.getByRole("switch", { name: "Hedged" }).press("Space");
      await enterArticle(page);
      await keys.press("g");
    }
    await expect.poll(() => countNow(page)).toBeLessThan(before);
    if (at === 3) await expectAccessible(page);
  }
  await expect(page.getByText("Nothing is suggested", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await saved(page);
  return { app, path, tally };
}

/** That everything that was decided is on the disk, is sound, and says where it comes from. */
async function holdsAll(app: RunningApp, path: string, text: string, tally: Tally): Promise<void> {
  await app.restart();
  await openRecent(app.page);
  await expect(articleBox(app.page)).toBeVisible();
  await expect(app.page.locator("mark[data-spans]").first()).toBeVisible();
  await expect(app.page.getByText("Nothing is suggested", { exact: true })).toBeVisible();
  await counted(app.page, 0);
  await app.stop();
  const { set, entities } = await setOf(app.home, path);
  const origins = set.attributions.map(({ provenance }) => provenance);
  expect(origins).toHaveLength(tally.accepted);
  for (const { origin } of origins)
    expect(origin).toMatchObject({ by: "suggested", rule: expect.any(String), reason: expect.any(String) });
  expect(origins.filter(({ editedAt }) => editedAt !== undefined)).toHaveLength(tally.edited);
  expect(set.rejections?.map(({ pattern }) => pattern)).toEqual(Array(tally.rejected).fill(null));
  for (const { segments } of set.spans)
    for (const { start, end, quote } of segments) expect(text.slice(start, end)).toBe(quote);
  expect(entities.length).toBeGreaterThan(2);
  const out = join(folder, "worked.json");
  expect(await sayso(app.home, "export", path, "--format", "json", "--out", out)).toMatchObject({
    status: 0,
  });
  expect(await sayso(app.home, "validate", out)).toMatchObject({ status: 0 });
}

const real = join(repository, "../shared/articles/peace-talks.txt");
const articles = [
  { name: "an article of the sample", text: codQuotaText },
  ...(existsSync(real) ? [{ name: "the real article", text: readFileSync(real, "utf8") }] : []),
];
if (articles.length === 1)
  process.stdout.write(
    "Skipped: the real article from its suggestions, because it is not beside the project.\n",
  );

// The keys are those of `suggestions.spec.ts`, in every article and every host.
for (const { name, text } of articles)
  test(`${name} is worked through from its suggestions until nothing is open`, {
    tag: ["@browser-host", "@repetition"],
  }, async ({ launchApp }) => {
    const { app, path, tally } = await workThrough(launchApp, text);
    await holdsAll(app, path, text, tally);
  });

const short = [
  "The bridge will stay shut, the harbour board said on Monday.",
  "“Nobody asked us,” Ana Hart, the mayor, told reporters. She denied that the city had known.",
  "“The steel is old.”",
  "“We will see.”",
].join("\n\n");

test("what is missed is opened in its article or said to need nothing, and stays so after a restart", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, short);
  await counted(page, 3);
  for (const key of ["g", "Enter", "Enter", "Enter"]) await keys.press(key);
  await counted(page, 0);
  await saved(page);

  const missed = app.page.getByRole("list", { name: "Possibly missed" });
  await page.keyboard.press("ControlOrMeta+Alt+6");
  await expect(missed.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  // The page has the keyboard; the arrows lead into its list.
  await keys.press("ArrowDown");
  await expect(missed.getByRole("button", { expanded: true })).toContainText("The steel is old.");
  await expectAccessible(page, { isRepetition: true });

  // Opened: the words are selected in the article, with the keyboard in it.
  await keys.press("Enter");
  await expect(articleBox(page)).toBeFocused();
  await expect.poll(async () => short.slice(...rangeOf(await keys.selection()))).toBe("“The steel is old.”");
  await expectAccessible(page, { isRepetition: true });

  // Said to need nothing: gone from the list, among what was put aside.
  await page.keyboard.press("ControlOrMeta+Alt+6");
  await missed.getByRole("button", { name: /We will see/ }).focus({ timeout: 5_000 });
  if ((await missed.getByRole("button", { name: /We will see/, expanded: true }).count()) === 0)
    await keys.press("Space");
  await keys.press("Backspace");
  await expect(missed.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("radio", { name: "Put aside" }).press("Space");
  await expect(page.getByRole("list", { name: "Put aside" }).getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page, { isRepetition: true });
  // Out of the page by Escape, wherever the keyboard is in it.
  await keys.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await saved(page);

  const later = await app.restart();
  await openRecent(later);
  await enterArticle(later);
  await later.keyboard.press("ControlOrMeta+Alt+6");
  const list = later.getByRole("list", { name: "Possibly missed" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText("The steel is old.");
  await later.getByRole("combobox", { name: "Where" }).focus({ timeout: 5_000 });
  await later.keyboard.press("Escape");
  await expect(articleBox(later)).toBeFocused();
  await app.stop();
  const { set } = await setOf(app.home, path);
  expect(set.rejections?.map(({ segment }) => segment.quote)).toEqual(["“We will see.”"]);
});

test("the key for proposals on a cue goes to the suggestion around it, and accepting it keeps the mark", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, page, path, keys } = await openText(launchApp, folder, short);
  await counted(page, 3);
  await keys.select(keys.find("denied"));
  await keys.press("2");
  await keys.press("y");
  await told(page, /“denied”, \d+% sure\. Enter accepts/);
  await expectAccessible(page, { isRepetition: true });
  await keys.press("Enter");
  await counted(page, 2);
  await saved(page);
  await app.stop();
  const { set } = await setOf(app.home, path);
  const [card] = set.attributions;
  expect(set.attributions).toHaveLength(1);
  expect(card?.provenance.origin.by).toBe("suggested");
  const cues = set.spans.filter(({ type }) => type === "cue");
  expect(cues.map(({ id, segments }) => [id, segments[0]?.quote])).toEqual([[card?.cue, "denied"]]);
  expect(cues[0]?.provenance.origin.by).toBe("human");
});

const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): [number, number] => [
  start,
  end,
];
