// What the pointer does to marks: a click puts the focus on the innermost span there, further clicks walk outwards
// through the spans that lie over each other; hovering names the layer under the pointer.
import type { Id } from "../../shared/model/id.ts";

/** The span that a click puts into focus: the innermost, or the next one outwards from the one in focus. */
export function nextInStack(stack: readonly Id[], focused: Id | null): Id | null {
  const at = focused === null ? -1 : stack.indexOf(focused);
  return stack[(at + 1) % stack.length] ?? null;
}

/** The spans that an element of marked text stands for, innermost first. */
function spansOfElement(target: EventTarget | null): readonly Id[] {
  const mark = target instanceof Element ? target.closest("mark[data-spans]") : null;
  return mark?.getAttribute("data-spans")?.split(" ") ?? [];
}

interface PointerOptions {
  onPress(): void;
  /** The caret that the browser has set for this click becomes the view's, before what is drawn anew puts the old one back. */
  takeCaret(event: MouseEvent): void;
  focused(): Id | null;
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
      const suggested =
        event.target instanceof Element ? event.target.closest<HTMLElement>("mark[data-suggestion]") : null;
      if (suggested) {
        options.onChooseSuggestion(Number(suggested.dataset.suggestion));
        return;
      }
      const focused = options.focused();
      const nextSpanId = nextInStack(spansOfElement(event.target), focused);
      if (nextSpanId !== focused) options.onFocusSpan(nextSpanId);
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
