// Notes in the window's state whether there is room for panes beside the article.
import { useEffect } from "react";
import type { Store } from "../../lib/store.ts";
import type { UiState } from "../../state/window/ui-state.ts";

const narrow = "(max-width: 1000px)";

/** `article`: the one on the screen; another one is to be seen, so what lies over it goes. */
export function useNarrow(ui: Store<UiState>, article: string | null): void {
  useEffect(() => {
    const list = matchMedia(narrow);
    const follow = (): void => ui.patch({ narrow: list.matches, drawer: null });
    follow();
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, [ui]);
  useEffect(() => {
    if (article !== null) ui.patch({ drawer: null });
  }, [ui, article]);
}
