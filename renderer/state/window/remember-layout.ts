// Keeps how the window is laid out for the next time, a moment after it was changed.
import type { Layout } from "../../../shared/api/preferences.ts";
import type { Store } from "../../lib/store.ts";
import { layoutOf, type UiState } from "./ui-state.ts";

/** Milliseconds without a change after which the layout is kept. */
const restTime = 200;

/** Calls `keep` with each layout that the window comes to rest in; returns how to stop, which keeps what is not yet kept. */
export function rememberLayout(ui: Store<UiState>, keep: (layout: Layout) => void): () => void {
  let keptLayout = layoutOf(ui.get());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    clearTimeout(timer);
    const currentLayout = layoutOf(ui.get());
    if (isSame(currentLayout, keptLayout)) return;
    keptLayout = currentLayout;
    keep(currentLayout);
  };
  const stop = ui.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(note, restTime);
  });
  return () => {
    stop();
    note();
  };
}

const isSame = (a: Layout, b: Layout): boolean =>
  (Object.keys(a) as (keyof Layout)[]).every((name) => a[name] === b[name]);
