// While values are being picked by keys, the next key is a field's and the one after it a value's. Any other key ends it and
// does what it always does.
import { useEffect, useRef } from "react";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { usePanels } from "../app-context.tsx";
import type { CardInput } from "./card-inputs.ts";

export function usePickKeys(session: Session, inputs: readonly CardInput[]): void {
  const { ui } = usePanels();
  const isPicking = useStore(ui, ({ picking }) => picking !== null);
  const latest = useRef(inputs);
  useEffect(() => {
    latest.current = inputs;
  });
  useEffect(() => {
    if (!isPicking) return;
    const stop = new AbortController();
    const end = (): void => ui.patch({ picking: null });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      const taken = event.ctrlKey || event.metaKey || event.altKey ? false : take(event.key.toLowerCase());
      if (!taken) end();
      if (!taken && event.key !== "Escape") return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    /** Whether the key picked something. */
    const take = (key: string): boolean => {
      const chosen = latest.current.find(({ id }) => id === ui.get().picking?.input);
      if (chosen) {
        const option = chosen.options?.find((one) => one.key === key);
        if (option) chosen.set(session, option.value);
        if (option) end();
        return option !== undefined;
      }
      const input = latest.current.find((one) => one.key === key);
      if (!input) return false;
      if (input.options) ui.patch({ picking: { input: input.id } });
      else {
        input.set(session, input.value !== true);
        end();
      }
      return true;
    };
    window.addEventListener("keydown", onKeyDown, { capture: true, signal: stop.signal });
    window.addEventListener(
      "pointerdown",
      ({ target }) => {
        if (!(target instanceof Element && target.closest(".pick-help"))) end();
      },
      { capture: true, signal: stop.signal },
    );
    const unsubscribe = session.state.subscribe(() => {
      if (session.focus().card === null) end();
    });
    return () => {
      stop.abort();
      unsubscribe();
    };
  }, [session, ui, isPicking]);
}
