// While values are being picked by keys, the next key is a field's and the one after it a value's. Another letter does nothing,
// since a slip should not mark or delete; Escape ends it, and keys that are no characters end it and do what they always do.
import { useEffect, useRef } from "react";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
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
      const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isCharacter) take(event.key.toLowerCase());
      else end();
      if (!isCharacter && event.key !== "Escape") return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const take = (key: string): void => {
      const chosen = latest.current.find(({ id }) => id === ui.get().picking?.input);
      if (chosen) {
        const option = chosen.options?.find((one) => one.key === key);
        if (option) chosen.set(session, option.value);
        if (option) end();
        return;
      }
      const input = latest.current.find((one) => one.key === key);
      if (!input) return;
      if (input.options) ui.patch({ picking: { input: input.id } });
      else {
        input.set(session, input.value !== true);
        end();
      }
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
