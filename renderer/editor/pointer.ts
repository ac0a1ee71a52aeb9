// The pointer over marks: a click puts the focus on the innermost span there, further clicks go to the suggestion for the same words and
// walk outwards through the spans that lie over each other; hovering names the layer under the pointer.
import type { Id } from "../../shared/model/id.ts";

/** What a click can put into focus: a span, or a suggestion by its place in the list of all. */
type Target = Id | number;

/** What lies under a click, in the order of clicks: what is marked goes before what is only suggested. */
export const clickTargets = (spans: readonly Id[], suggestion: number | null): readonly Target[] =>
  suggestion === null ? spans : [...spans.slice(0, 1), suggestion, ...spans.slice(1)];

/** What a click puts into focus: the first, or the one after what is in focus. */
export function nextInStack<T extends Target>(stack: readonly T[], focused: Target | null): T | null {
  const targets: readonly (Target | null)[] = stack;
  const at = targets.indexOf(focused);
  return stack[(at + 1) % stack.length] ?? null;
}

/** The spans that an element of marked text stands for, innermost first. */
function spansOfElement(target: EventTarget | null): readonly Id[] {
  const mark = target instanceof Element ? target.closest("mark[data-spans]") : null;
  return mark?.getAttribute("data-spans")?.split(" ") ?? [];
}

/** The suggestion that has words of the element. */
function suggestionOfElement(target: EventTarget | null): number | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>("mark[data-suggestion]") : null;
  return mark ? Number(mark.dataset.suggestion) : null;
}

interface PointerOptions {
  onPress(): void;
  /** The caret that the browser has set for this click becomes the view's, before what is drawn anew puts the old one back. */
  takeCaret(event: MouseEvent): void;
  focused(): Target | null;
  /** True when the click made or ended a selection, which is not a click on a mark. */
  hasSelection(): boolean;
  onFocusSpan(id: Id | null): void;
  onHoverSpan(id: Id | null): void;
  /** A click on words that are only proposed. */
  onTakeProposal(): void;
  /** A click on words of a suggestion, by its place in the list of all. */
  onChooseSuggestion(at: number): void;
  onMenu(event: MouseEvent): void;
}

/** Listens on the article's element; returns how to stop. */
export function followPointer(element: HTMLElement, options: PointerOptions): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let hovered: Id | null = null;
  const hover = (id: Id | null): void => {
    if (id === hovered) return;
    hovered = id;
    options.onHoverSpan(id);
  };
  element.addEventListener("mousedown", () => options.onPress(), { signal, capture: true });
  element.addEventListener(
    "click",
    (event) => {
      if (event.button !== 0) return;
      options.takeCaret(event);
      if (event.detail > 1 || options.hasSelection()) return;
      if (event.target instanceof Element && event.target.closest("mark[data-proposed]")) {
        options.onTakeProposal();
        return;
      }
      const targets = clickTargets(spansOfElement(event.target), suggestionOfElement(event.target));
      const focused = options.focused();
      const next = nextInStack(targets, focused);
      if (typeof next === "number") options.onChooseSuggestion(next);
      else if (next !== focused) options.onFocusSpan(next);
    },
    { signal },
  );
  element.addEventListener(
    "pointerover",
    ({ target, buttons }) => {
      if (buttons === 0) hover(spansOfElement(target)[0] ?? null);
    },
    { signal },
  );
  element.addEventListener(
    "contextmenu",
    (event) => {
      event.preventDefault();
      // A key asks for the menu through the list of actions; this is what the browser sends after it.
      if (event.button === 2 || event.ctrlKey) options.onMenu(event);
    },
    { signal },
  );
  element.addEventListener("pointerleave", () => hover(null), { signal });
  return () => stop.abort();
}
