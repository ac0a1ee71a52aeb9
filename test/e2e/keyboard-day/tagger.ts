// Tags an article by keyboard from a script of its attributions, as an analyst who knows the keys does: one key makes the
// claim, what is proposed beside it is taken when it is right, and the rest is marked by hand.
import { expect, type Page } from "playwright/test";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { type Range, sameRange } from "../../../shared/model/range.ts";
import { snapToQuotation, snapToWords } from "../../../shared/model/text-units.ts";
import type { Keyboard } from "../keyboard.ts";
import { articleBox } from "../steps.ts";
import type { Wanted } from "./described.ts";
import { type Move, movesTo } from "./planner.ts";
import { lettersOn, type Proposed, proposedOn, shownOn } from "./reader.ts";

/** What the work took. */
export interface Tally {
  readonly attributions: number;
  /** Keys pressed, those that move the caret among them. */
  readonly presses: number;
  /** Keys that moved the caret or made a selection. */
  readonly moves: number;
  /** Everything else: marking, taking, linking, nesting. */
  readonly steps: number;
  /** Attributions whose voice and cue were taken as they were proposed. */
  readonly taken: number;
}

const keyOf = { speaker: "1", cue: "2", claim: "3", source: "4" } as const;
export async function tagByKeyboard(
  page: Page,
  keys: Keyboard,
  text: string,
  script: readonly Wanted[],
): Promise<Tally> {
  const article = articleTextOf(text);
  const begun = keys.presses();
  let moves = 0;
  let taken = 0;

  /** Selects what snaps to the range, with few keys; where one did something else than was expected, it is looked at anew. */
  async function select(range: Range, snap: typeof snapToWords): Promise<void> {
    const before = keys.presses();
    const isMeant = (selected: Range): boolean => {
      const snapped = snap(article, selected);
      return snapped !== null && sameRange(snapped, range);
    };
    for (let selected = await keys.selection(); !isMeant(selected); selected = await keys.selection()) {
      const places = { goal: range, shown: await shownOn(page, text) };
      const [move] = movesTo(article, selected, places, isMeant) ?? [];
      if (move === undefined || keys.presses() - before > 200) {
        await keys.select(range);
        break;
      }
      await make(move);
    }
    moves += keys.presses() - before;
  }

  /** Presses a key, and the letters at the place that it leads to. */
  async function make(move: Move): Promise<void> {
    await keys.press(move.key);
    if (!("to" in move)) return;
    const letters = (await lettersOn(page)).get(move.to);
    if (letters === undefined) throw new RangeError(`No letters are shown at ${move.to}.`);
    for (const [at, letter] of [...letters].entries())
      await keys.press(move.isExtended && at === letters.length - 1 ? `Shift+${letter}` : letter);
  }

  async function mark(range: Range, type: keyof typeof keyOf): Promise<void> {
    await select(range, type === "claim" ? snapToQuotation : snapToWords);
    await keys.press(keyOf[type]);
  }

  /** Looks through what is proposed, and takes it when it is what is wanted. */
  async function takeProposed({ voice, cue }: Wanted): Promise<boolean> {
    let proposed = await proposedOn(page, text);
    const first = proposed;
    for (let looked = 0; proposed; looked += 1) {
      if (isSame(proposed.voice, voice) && isSame(proposed.cue, cue)) {
        await keys.press("Enter");
        return true;
      }
      if (looked === 3) break;
      await keys.press("Space");
      proposed = await proposedOn(page, text);
      if (proposed && first && isSameProposal(proposed, first)) break;
    }
    if (proposed) await keys.press("Escape");
    return false;
  }

  for (const wanted of script) {
    const { claim, voice, cue, via, bySource, within } = wanted;
    const [head, ...more] = claim;
    const voiceType = bySource ? "source" : "speaker";
    if (head) {
      await mark(head, "claim");
      for (const segment of more) {
        await select(segment, snapToQuotation);
        await keys.press("+");
      }
    } else if (voice) {
      // Otherwise the card in focus would take the voice.
      for (const key of ["Escape", "Escape"]) await keys.press(key);
      await mark(voice, voiceType);
    }
    if (head && (await takeProposed(wanted))) taken += 1;
    else {
      await keys.press("Enter");
      if (head && voice) await mark(voice, voiceType);
      if (cue) await mark(cue, "cue");
    }
    if (via) await mark(via, "source");
    if (within !== null) await nest(page, keys, within);
    // A card that has no claim would take the next one.
    if (!head) for (const key of ["Escape", "Escape"]) await keys.press(key);
  }
  const presses = keys.presses() - begun;
  return { attributions: script.length, presses, moves, steps: presses - moves, taken };
}

/** Puts the card in focus within the nearest one of those that hold it. */
async function nest(page: Page, keys: Keyboard, _within: number): Promise<void> {
  await keys.press("i");
  await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
  await keys.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(articleBox(page)).toBeFocused();
}

const isSame = (a: Range | null, b: Range | null): boolean => (a && b ? sameRange(a, b) : a === b);

const isSameProposal = (a: Proposed, b: Proposed): boolean =>
  isSame(a.voice, b.voice) && isSame(a.cue, b.cue);
