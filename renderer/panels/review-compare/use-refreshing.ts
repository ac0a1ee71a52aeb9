// Looks anew at the sets that a page compares, where they may have become others.
import { useEffect } from "react";
import type { Id } from "../../../shared/model/id.ts";

/** With another article, when the page comes up after it was away, and when the window does: a synchronised folder changes while nobody looks. */
export function useRefreshing(sets: { refresh(): Promise<void> }, article: Id | null): void {
  useEffect(() => {
    void article;
    const refresh = (): void => void sets.refresh();
    refresh();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, [sets, article]);
}
