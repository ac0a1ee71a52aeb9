// Whole articles tagged by keyboard alone, with the keys counted: this number is our speed (docs/performance.md). Then all of
// it is undone and redone, with a restart in the middle, and must come out byte for byte the same.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Range } from "../../shared/model/range.ts";
import { repository } from "./drivers.ts";
import { expect, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import { type Described, type Wanted, wantedIn } from "./keyboard-day/described.ts";
import { harbourBridge } from "./keyboard-day/harbour-bridge.ts";
import { nameByKeyboard } from "./keyboard-day/namer.ts";
import { peaceTalks } from "./keyboard-day/peace-talks.ts";
import { type Tally, tagByKeyboard } from "./keyboard-day/tagger.ts";
import { articleBox, enterArticle, expectAccessible, openText, saved, sayso } from "./steps.ts";

const ours = join(repository, "test/fixtures/journeys/harbour-bridge.txt");
const real = join(repository, "../shared/articles/peace-talks.txt");

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const told = (name: string, naming: number, { attributions, presses, moves, steps, taken }: Tally): string =>
  `${name}: ${attributions} attributions with ${presses} keys: ${moves} to select, ${steps} to mark and tie; ` +
  `${taken} voices and cues taken as proposed; ${naming} more keys to say who each mention is`;

/** What stands on the disk, byte for byte but for the time of the export. */
async function exported(app: RunningApp, project: string): Promise<string> {
  const { stdout, status } = await sayso(app.home, "export", project, "--format", "json", "--out", "-");
  expect(status).toBe(0);
  return stdout.replace(/"exportedAt": "[^"]*",/u, "");
}

/** Each card as the ranges of its parts, in the order of the script. */
function cardsOf(json: string): readonly unknown[] {
  const set = (JSON.parse(json) as AnnotatedJson).articles[0]?.sets[0];
  const places = (id: string | null) =>
    set?.spans
      .find((span) => span.id === id)
      ?.segments.map(({ start, end }) => `${start}-${end}`)
      .join() ?? null;
  return (set?.attributions ?? []).map(({ voice, cue, claim, via, within }) => ({
    claim: places(claim),
    voice: voice.map(places).join() || null,
    cue: places(cue),
    via: via.map(({ span }) => places(span)).join() || null,
    within: places(set?.attributions.find(({ id }) => id === within)?.claim ?? null),
  }));
}

/** How many there are in the registry, where every mention is somebody's. */
function entitiesOf(json: string): number {
  const { articles, entities } = JSON.parse(json) as AnnotatedJson;
  const mentions =
    articles[0]?.sets[0]?.spans.filter(({ type }) => ["speaker", "source"].includes(type)) ?? [];
  expect(mentions.filter(({ entity }) => entity === undefined || entity === null)).toEqual([]);
  return entities.length;
}

/** What the script wants, in the same form. */
function wantedCards(script: readonly Wanted[]): readonly unknown[] {
  const written = (ranges: readonly Range[]): string | null =>
    ranges.map(({ start, end }) => `${start}-${end}`).join() || null;
  return script.map(({ claim, voice, cue, via, within }, at) => ({
    claim: written(claim),
    voice: written(voice ? [voice] : []),
    cue: written(cue ? [cue] : []),
    via: written(via ? [via] : []),
    within: within === null ? null : written(script[at - within]?.claim ?? []),
  }));
}

const inAnyOrder = (cards: readonly unknown[]): readonly string[] =>
  cards.map((card) => JSON.stringify(card)).sort();

/** Presses a key as long as its button in the window can be pressed, at most `most` times. */
async function pressWhilePossible(
  app: RunningApp,
  keys: Keyboard,
  way: "Undo" | "Redo",
  most = 2_000,
): Promise<void> {
  const button = app.page.getByRole("button", { name: way, exact: true });
  for (let pressed = 0; pressed < most && (await button.isEnabled()); pressed += 1)
    await keys.press(way === "Undo" ? "Control+z" : "Control+Shift+z");
  await saved(app.page);
}

/** Starts the application again, after a kill, and goes back into the article. */
async function startOver(app: RunningApp, text: string): Promise<Keyboard> {
  await app.kill();
  const page = await app.restart();
  await page
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
  return keyboardOn(page, text);
}

/**
 * Tags all of an article, takes all of it back and does it again, with a kill half way in each direction. `mostKeys`: so many were
 * needed when that was last counted (docs/performance.md).
 */
async function wholeDay(
  launchApp: LaunchApp,
  file: string,
  { described, mostKeys }: { readonly described: readonly Described[]; readonly mostKeys: number },
): Promise<void> {
  const text = readFileSync(file, "utf8");
  const { app, path, keys } = await openText(launchApp, folder, text);
  // What is proposed first is what is suggested, so the keys are counted once that is there.
  await expect(articleBox(app.page).locator("mark[data-suggestion]").first()).toBeVisible();
  // A set is there once something was marked in it.
  for (const key of ["w", "1", "Control+z"]) await keys.press(key);
  await saved(app.page);
  const nothing = await exported(app, path);
  const script = described.map((one) => wantedIn(articleTextOf(text), one));
  const tally = await tagByKeyboard(app.page, keys, text, script);
  const naming = await nameByKeyboard(app.page, keys, text, script);
  say(told(file === real ? "The real article" : "Our own article", naming, tally));
  await saved(app.page);
  const everything = await exported(app, path);
  expect(entitiesOf(everything)).toBe(
    new Set(script.flatMap(({ mentions }) => mentions.map(({ who }) => who))).size,
  );
  expect(inAnyOrder(cardsOf(everything))).toEqual(inAnyOrder(wantedCards(script)));
  await expectAccessible(app.page);
  const out = join(folder, "day.json");
  expect(await sayso(app.home, "export", path, "--format", "json", "--out", out)).toMatchObject({
    status: 0,
  });
  expect(await sayso(app.home, "validate", out)).toMatchObject({ status: 0 });

  await pressWhilePossible(app, keys, "Undo", tally.attributions);
  const later = await startOver(app, text);
  await pressWhilePossible(app, later, "Undo");
  expect(await exported(app, path)).toBe(nothing);
  await pressWhilePossible(app, later, "Redo", tally.attributions);
  const latest = await startOver(app, text);
  await pressWhilePossible(app, latest, "Redo");
  expect(await exported(app, path)).toBe(everything);
  expect(tally.presses + naming).toBeLessThanOrEqual(mostKeys);
}

test("our own article is tagged completely by keyboard, taken back and done again", {
  tag: ["@own-host", "@repetition"],
}, async ({ launchApp }) => {
  await wholeDay(launchApp, ours, { described: harbourBridge, mostKeys: 96 });
});

const isHere = existsSync(real);
if (!isHere) say("Skipped: the whole day on the real article, because it is not beside the project.");

// The keys are the same in every host; for the long one, one is enough.
test("the real article is tagged completely by keyboard, taken back and done again", {
  tag: ["@browser-host", "@own-host", "@repetition"],
}, async ({ launchApp }) => {
  test.skip(!isHere, "The real article is not beside the project.");
  test.setTimeout(900_000);
  await wholeDay(launchApp, real, { described: peaceTalks, mostKeys: 615 });
});
