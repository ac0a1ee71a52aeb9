// Jumping by letters: each clause or word on the screen shows one or two, and typing them selects it. With Shift at the last one the
// selection is extended to there.
import { hull, type Range } from "../../shared/model/range.ts";
import { unitsFrom } from "../../shared/model/unit-ranges.ts";
import { message } from "../../shared/words/message.ts";
import type { ArticleEditorHandle } from "../editor/editor-model.ts";
import { isModifier, type KeyPress } from "../lib/key-combination.ts";
import { selectionIn } from "../state/session/cursor.ts";
import type { Session } from "../state/session/session.ts";
import { type ActionEntry, inSession } from "./action.ts";

type JumpUnit = "clause" | "word";

/** A place to jump to, and the letters that lead there. */
interface JumpTarget {
  readonly range: Range;
  readonly letters: string;
}

/** The letters under the fingers first, then those of the row above and the row below. */
export const labelLetters = "asdfghjklqwertyuiopzxcvbnm";

/**
 * As many labels as there are places: the shortest come first, and of those of one letter the ones under the fingers. No label begins
 * with another, so that typing one ends with its last letter, and none is longer than it needs to be.
 */
export function jumpLabels(count: number): readonly string[] {
  const letters = [...labelLetters];
  const labels = [...letters];
  // Where there are too few, the last of the shortest gives way to longer ones that begin with it.
  for (let shortest = labels.length - 1; labels.length < count; shortest -= 1) {
    if (shortest < 0) shortest = labels.length - 1;
    const [prefix = ""] = labels.splice(shortest, 1);
    labels.push(...letters.map((letter) => prefix + letter));
  }
  return labels.slice(0, count);
}

/** The units that begin on the screen, with their letters: those nearest the caret have the fewest. */
function targetsInView(session: Session, view: ArticleEditorHandle, unit: JumpUnit): readonly JumpTarget[] {
  const firstOffset = view.firstVisibleOffset();
  const ranges: Range[] = [];
  for (const range of unitsFrom(session.text, firstOffset, unit)) {
    if (!view.isInView({ start: range.start, end: range.start + 1 })) break;
    ranges.push(range);
  }
  const caret = view.caret() ?? firstOffset;
  const distance = ({ start, end }: Range): number => Math.max(start - caret, caret - end, 0);
  const labels = jumpLabels(ranges.length);
  return ranges
    .sort((a, b) => distance(a) - distance(b))
    .map((range, at) => ({ range, letters: labels[at] ?? "" }));
}

/** The letter that a key types, in lower case; `null` for a key that types none or is a command of its own. */
export function letterOf({ key, code, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  // In Cyrillic, Greek or Hebrew the place of the key tells which letter was meant.
  const letter = /^[a-z]$/iu.test(key) ? key : /^Key([A-Z])$/u.exec(code)?.[1];
  return letter?.toLowerCase() ?? null;
}

/** What is typed after a key; `null`: the letters are left. */
function typedAfter(event: KeyboardEvent, typed: string): string | null {
  const letter = letterOf(event);
  if (letter !== null) return typed + letter;
  return event.key === "Backspace" && typed !== "" ? typed.slice(0, -1) : null;
}

/** Keys that mean something else beside the letters, and nothing more while they are shown. */
const isForLetters = (event: KeyboardEvent): boolean =>
  letterOf(event) !== null || event.key === "Escape" || event.key === "Backspace";

/** Shows the letters of these places, and calls `onTarget` once those of one are typed. Whatever else is done leaves them. */
function askForLetters(
  session: Session,
  view: ArticleEditorHandle,
  { unit, targets }: { readonly unit: JumpUnit; readonly targets: readonly JumpTarget[] },
  onTarget: (target: JumpTarget, isExtended: boolean) => void,
): void {
  const stop = new AbortController();
  const { signal } = stop;
  let typed = "";
  const show = (): void => {
    const fittingTargets = targets.filter(({ letters }) => letters.startsWith(typed));
    const labelOf = ({ range, letters }: JumpTarget) => ({
      offset: range.start,
      letters: letters.slice(typed.length),
    });
    view.showLabels(fittingTargets.map(labelOf));
    session.say({ kind: "jump-letters", unit, count: fittingTargets.length });
  };
  const leave = (): void => {
    stop.abort();
    view.showLabels([]);
    session.dismissNotice();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isModifier(event.key)) return;
    if (isForLetters(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    const nextTyped = typedAfter(event, typed);
    const target = targets.find(({ letters }) => letters === nextTyped);
    if (nextTyped === null || target) leave();
    if (target) onTarget(target, event.shiftKey);
    else if (nextTyped !== null && targets.some(({ letters }) => letters.startsWith(nextTyped))) {
      typed = nextTyped;
      show();
    }
  };
  window.addEventListener("keydown", onKeyDown, { capture: true, signal });
  window.addEventListener("pointerdown", leave, { capture: true, signal });
  window.addEventListener("blur", leave, { signal });
  signal.addEventListener("abort", session.view.subscribe(leave));
  show();
}

function jump(session: Session, unit: JumpUnit): void {
  const view = session.view.current;
  const targets = view ? targetsInView(session, view, unit) : [];
  if (!view || targets.length === 0) {
    session.say({ kind: "result", says: message("workbench.jump-nowhere"), isRefused: true });
    return;
  }
  askForLetters(session, view, { unit, targets }, ({ range }, isExtended) => {
    const selection = isExtended ? selectionIn(session) : null;
    view.select(selection ? hull([selection, range]) : range);
  });
}

const jumpTo = (unit: JumpUnit, key: string): ActionEntry =>
  inSession({
    id: `jump-to-${unit}` as const,
    group: "select",
    keys: [key],
    changesNothing: true,
    enabled: ({ session }) => session.view.current !== null,
    run: ({ session }) => jump(session, unit),
  });

/** A comma parts clauses; the semicolon lies near it, on many keyboards on the same key. */
export const jumpActions: readonly ActionEntry[] = [jumpTo("clause", ","), jumpTo("word", ";")];
