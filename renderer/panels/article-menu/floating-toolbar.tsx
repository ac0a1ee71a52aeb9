// The toolbar that floats over words selected with the pointer, or over a suggestion clicked while the inspector is hidden: what can be
// done there without the keyboard. Keys do all of it too, so it is gone with the first one that is pressed.
import { Search } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Range } from "../../../shared/model/range.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { cardParts, cardPlace } from "../../../shared/suggestions/suggested-card.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { keyboardOf, runAction } from "../../actions/keyboard.ts";
import { isModifier } from "../../lib/key-combination.ts";
import { useStore } from "../../lib/store.ts";
import { selectionIn, touches } from "../../state/session/cursor.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, sureOfOffered } from "../../state/suggestions/suggesting.ts";
import { isPaneShown } from "../../state/window/ui-state.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { SuggestionButtons } from "../suggestions/suggestion-buttons.tsx";
import { useChosenSuggestion } from "../suggestions/use-suggestions.ts";
import "../../styles/floating-toolbar.css";

export function FloatingToolbar({ session }: { readonly session: Session }) {
  const isPointing = usePointing();
  return isPointing && !session.readOnly && <PointerToolbar session={session} />;
}

/** Whether the pointer did something in the article last, and is up again. */
function usePointing(): boolean {
  const [isPointing, setPointing] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let isPressed = false;
    const within = (target: EventTarget | null, selector: string): boolean =>
      target instanceof Element && target.closest(selector) !== null;
    window.addEventListener(
      "pointerdown",
      ({ target, button }) => {
        if (within(target, ".floating-toolbar")) return;
        isPressed = button === 0 && within(target, ".article");
        setPointing(false);
      },
      { signal, capture: true },
    );
    window.addEventListener(
      "pointerup",
      () => {
        // The click comes after it.
        if (isPressed) requestAnimationFrame(() => setPointing(!signal.aborted));
        isPressed = false;
      },
      { signal },
    );
    window.addEventListener("pointercancel", () => (isPressed = false), { signal });
    window.addEventListener(
      "keydown",
      ({ key }) => {
        if (!isModifier(key)) setPointing(false);
      },
      { signal, capture: true },
    );
    return () => stop.abort();
  }, []);
  return isPointing;
}

function PointerToolbar({ session }: { readonly session: Session }) {
  const range = useStore(session.selected, (current) => current);
  const suggestion = useChosenSuggestion()?.suggestion;
  const isInspectorShown = useStore(usePanels().ui, (state) => isPaneShown(state, "cards"));
  if (range.start < range.end) return <SelectionToolbar session={session} range={range} />;
  return suggestion && !isInspectorShown && <SuggestionToolbar session={session} suggestion={suggestion} />;
}

interface SelectionToolbarProps {
  readonly session: Session;
  readonly range: Range;
}

/** The types with their keys, a new card, adding to the mark in focus, and finding the words. */
function SelectionToolbar({ session, range }: SelectionToolbarProps) {
  const panels = usePanels();
  const { say, tell } = useWords();
  const run = (id: string): void => runAction(panels, id);
  const isEnabled = (id: string): boolean => keyboardOf(panels).action(id)?.enabled(panels) ?? false;
  return (
    <Toolbar session={session} range={range} label={say("proposals.toolbar-selection")}>
      {session.tagset.spanTypes.map((type) => (
        <Press
          key={type.id}
          className="button quiet-button"
          tabIndex={-1}
          onPress={() => run(`mark-${type.id}`)}
        >
          <TypeForm tagset={session.tagset} type={type.id} />
          <OutsideText>{tell(typeName(type))}</OutsideText> <ActionKeys action={`mark-${type.id}`} />
        </Press>
      ))}
      {isEnabled("tag-in-new-card") && (
        <Press className="button quiet-button" tabIndex={-1} onPress={() => run("tag-in-new-card")}>
          {say("proposals.toolbar-new-card")}
        </Press>
      )}
      {isEnabled("add-segment") && (
        <Press className="button quiet-button" tabIndex={-1} onPress={() => run("add-segment")}>
          {say("proposals.toolbar-add")} <ActionKeys action="add-segment" />
        </Press>
      )}
      <IconButton
        label={say("actions.find-in-project")}
        keys={keyboardOf(panels).keysOf("find-in-project")}
        tabIndex={-1}
        onPress={() => run("find-in-project")}
      >
        <Search size={15} aria-hidden />
      </IconButton>
    </Toolbar>
  );
}

interface SuggestionToolbarProps {
  readonly session: Session;
  readonly suggestion: Offered;
}

/** Accepting, editing and rejecting it in one row, and how sure it is; the pointer is told why. */
function SuggestionToolbar({ session, suggestion }: SuggestionToolbarProps) {
  const { card } = suggestion;
  const { say, tell, percent } = useWords();
  const caret = selectionIn(session);
  const clicked = cardParts(card).find((part) => caret !== null && touches(part, caret));
  return (
    <Toolbar
      className="floating-toolbar of-suggestion"
      session={session}
      range={clicked ?? cardPlace(card)}
      label={say("proposals.toolbar-suggestion")}
    >
      <SuggestionButtons session={session} tabIndex={-1} />
      <span className="floating-sure quiet" data-hint={plainText(tell(reasonOf(card.rule, card.model)))}>
        {say("suggestions.sure", { share: percent(sureOfOffered(suggestion)) })}
      </span>
    </Toolbar>
  );
}

interface ToolbarProps {
  readonly session: Session;
  /** The words that it is about. */
  readonly range: Range;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What is common to both: the place beside the words. */
function Toolbar({ session, range, label, className = "floating-toolbar", children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  usePlaceAt(bar, session, range);
  return (
    <div ref={bar} className={className} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}

/** Pixels between the toolbar and the edges of what is in view, and the words, with the labels that stand over them. */
const gap = 8;
const labelHeight = 18;

/**
 * Keeps the toolbar above a range, below it where there is no room, and in view where it is put; it scrolls along with the words, and is
 * not seen while they are not laid out.
 */
function usePlaceAt(bar: RefObject<HTMLElement | null>, session: Session, range: Range): void {
  useLayoutEffect(() => {
    const element = bar.current;
    const view = session.view.current;
    const scroller = view?.scroller();
    if (!element || !view || !scroller) return;
    const place = (): void => {
      const words = view.rectOf(range);
      element.style.visibility = words ? "visible" : "hidden";
      if (words) placeAt(element, scroller, words);
    };
    // What has the keyboard keeps it, and the selection with it.
    const keepFocus = (event: Event): void => event.preventDefault();
    element.addEventListener("mousedown", keepFocus);
    const resizeObserver = new ResizeObserver(place);
    for (const box of [scroller, ...scroller.children]) if (box !== element) resizeObserver.observe(box);
    const stopDrawn = view.onDrawn(place);
    place();
    return () => {
      element.removeEventListener("mousedown", keepFocus);
      resizeObserver.disconnect();
      stopDrawn();
    };
  }, [bar, session, range]);
}

function placeAt(element: HTMLElement, scroller: HTMLElement, words: DOMRect): void {
  const frame = scroller.getBoundingClientRect();
  const size = element.getBoundingClientRect();
  const above = words.top - size.height - labelHeight;
  const top = above >= frame.top + gap ? above : words.bottom + gap;
  const lowest = frame.bottom - size.height - gap;
  const rightmost = frame.left + scroller.clientWidth - size.width - gap;
  element.style.top = `${Math.min(top, lowest) - frame.top + scroller.scrollTop}px`;
  element.style.left = `${Math.max(gap, Math.min(words.left, rightmost) - frame.left)}px`;
}
