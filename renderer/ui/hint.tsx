// One tooltip for whatever in the window has a `data-hint`: shown over what is pointed at for a moment, or has the keyboard.
// Hundreds of buttons share it, so that none of them costs more than a button.
import { type ReactElement, useEffect, useMemo, useState } from "react";
import {
  Tooltip,
  type TooltipProps,
  TooltipTrigger,
  TooltipTriggerStateContext,
} from "react-aria-components";
import { Keys } from "./keys.tsx";

/** Milliseconds that the pointer rests on something before its tooltip shows, and that it may be away before it goes. */
const opensAfter = 500;
const closesAfter = 120;

export function HintLayer() {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [later] = useState(() => createTimer(setTarget));
  useEffect(() => followTargets(later.set), [later]);
  const trigger = useMemo(() => ({ current: target }), [target]);
  const state = useMemo(
    () => ({
      isOpen: target !== null,
      shouldSkipAnimation: true,
      // The pointer may move onto the tooltip itself, which keeps it.
      open: later.cancel,
      close: (now?: boolean) => later.set(null, now ? 0 : closesAfter),
    }),
    [target, later],
  );
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip className="tooltip" triggerRef={trigger} placement={placementOf(target)} offset={6}>
        {target?.dataset.hint}
        {target?.dataset.hintKeys && <Keys combination={target.dataset.hintKeys} />}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}

/** Beside what stands in a column, otherwise above. */
const placementOf = (target: HTMLElement | null) => (target?.dataset.hintSide === "end" ? "end" : "top");

/** Takes a value after a while; a later one replaces the one that waits. */
function createTimer<T>(take: (value: T) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  return {
    cancel,
    set(value: T, after: number): void {
      cancel();
      timer = setTimeout(() => take(value), after);
    },
  };
}

/** Tells what should show its tooltip after how many milliseconds, `null` for nothing; returns how to stop. */
function followTargets(tell: (target: HTMLElement | null, after: number) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let current: HTMLElement | null = null;
  const go = (next: HTMLElement | null, after: number): void => {
    if (next === current) return;
    current = next;
    tell(next, after);
  };
  document.addEventListener(
    "pointerover",
    ({ target, pointerType }) => {
      if (pointerType === "touch") return;
      const hintTarget = hinted(target);
      go(hintTarget, hintTarget ? opensAfter : closesAfter);
    },
    { signal },
  );
  document.addEventListener(
    "focusin",
    ({ target }) => {
      const hintTarget = hinted(target);
      if (hintTarget?.matches(":focus-visible")) go(hintTarget, 0);
    },
    { signal },
  );
  document.addEventListener("focusout", () => go(null, 0), { signal });
  for (const event of ["pointerdown", "keydown"])
    document.addEventListener(event, () => go(null, 0), { signal, capture: true });
  return () => stop.abort();
}

function hinted(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-hint]") : null;
}

// A tooltip with the keys that do the same as what it belongs to.

interface Props {
  readonly text: string;
  /** Combinations such as `Mod+z`; only the first is shown. */
  readonly keys?: readonly string[];
  readonly placement?: TooltipProps["placement"];
  /** The element it belongs to: a button of `react-aria-components`. */
  readonly children: ReactElement;
}

export function Hint({ text, keys = [], placement = "top", children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {text}
        {keys[0] && <Keys combination={keys[0]} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
