// Goes through the mentions that are nobody’s yet, by the key for the next gap, and says who each is: somebody new, or one of
// those named before. Whom one key would link is read before it is pressed.
import { expect, type Page } from "playwright/test";
import { isPronoun } from "../../../shared/commands/entity-names.ts";
import type { Keyboard } from "../keyboard.ts";
import { articleBox } from "../steps.ts";
import type { Mention, Wanted } from "./described.ts";

/** Resolves with how many keys that took. */
export async function nameByKeyboard(
  page: Page,
  keys: Keyboard,
  text: string,
  script: readonly Wanted[],
): Promise<number> {
  const begun = keys.presses();
  const wordsOf = ({ range }: Mention): string => text.slice(range.start, range.end);
  const left = script.flatMap(({ mentions }) => mentions).sort((a, b) => a.range.start - b.range.start);
  /** What somebody is called in the registry, once they are in it. */
  const known = new Map<number, string>();
  /** The fullest words for somebody, for whom a pronoun came first. */
  const fullest = (who: number): string =>
    script
      .flatMap(({ mentions }) => mentions.filter((mention) => mention.who === who).map(wordsOf))
      .reduce((longest, words) => (words.length > longest.length ? words : longest));
  const dialog = page.getByRole("dialog", { name: /^Who does “.+” refer to\?$/u });
  for (const key of ["Escape", "Escape", "ControlOrMeta+Home"]) await keys.press(key);
  // Other gaps, such as a card that has no claim, are passed by; after some of them nothing is left.
  for (let passed = 0; passed < 4; ) {
    await keys.press("n");
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })));
    if ((await page.getByRole("button", { name: "Link to an entity" }).count()) === 0) {
      passed += 1;
      continue;
    }
    passed = 0;
    const words = (await page.getByRole("list", { name: "Words" }).textContent())?.trim() ?? "";
    const at = left.findIndex((mention) => wordsOf(mention) === words);
    const [mention] = at < 0 ? [] : left.splice(at, 1);
    if (!mention) throw new RangeError(`Nobody is known to be meant by “${words}”.`);
    const name = known.get(mention.who);
    const offered = await offeredOn(page);
    if (offered && (name === undefined ? offered.isNew : offered.name === name)) {
      known.set(mention.who, offered.name);
      await keys.press("Shift+e");
      await expect(page.getByRole("button", { name: "Link to an entity" })).toHaveCount(0);
      continue;
    }
    await keys.press("e");
    await expect(dialog.getByRole("option").first()).toBeVisible();
    const find = async (): Promise<number> => {
      const options = (await dialog.getByRole("option").allInnerTexts()).slice(0, 6);
      const isWanted = (option: string): boolean =>
        name === undefined ? /^New: /.test(option) : option.split("\n")[0] === name;
      return options.findIndex(isWanted);
    };
    // A new name has to be typed in full where the words are none; of a known one so much that it is among the first.
    const isNameless = name === undefined && words.length < 4;
    let place = isNameless ? -1 : await find();
    // For a pronoun nobody is marked, so that the first arrow leads to the first row.
    let isMarked = !isPronoun(words);
    const letters = [...(name ?? fullest(mention.who))];
    while (letters.length > 0 && (isNameless || place < 0 || place > 2)) {
      await keys.type(letters.shift() ?? "");
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      place = await find();
      isMarked = true;
    }
    await expect.poll(find).toBeGreaterThanOrEqual(0);
    const [chosen = ""] = (await dialog.getByRole("option").allInnerTexts())[place]?.split("\n") ?? [];
    known.set(mention.who, name ?? chosen.replace(/^New: /u, ""));
    for (let down = place + (isMarked ? 0 : 1); down > 0; down -= 1) await keys.press("ArrowDown");
    await keys.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(articleBox(page)).toBeFocused();
  }
  return keys.presses() - begun;
}

/** Whom the line at the foot says that one key would link the mention with. */
async function offeredOn(page: Page): Promise<{ readonly name: string; readonly isNew: boolean } | null> {
  // It is looked for in an idle moment, and shown with the next frame.
  await page.evaluate(
    () =>
      new Promise((done) =>
        requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done)), {
          timeout: 2_000,
        }),
      ),
  );
  const line = (await page.locator(".status-next").textContent()) ?? "";
  const known = /Shift E links it to (.+?)\. Enter /u.exec(line)?.[1];
  const added = /Shift E adds (.+?) to the registry\./u.exec(line)?.[1];
  return known !== undefined
    ? { name: known, isNew: false }
    : added !== undefined
      ? { name: added, isNew: true }
      : null;
}
