// Puts the theme on the page: the one chosen, or what the system asks for, and follows the system while it is followed.
import { useEffect } from "react";
import type { Theme } from "../../shared/api/contract.ts";

const dark = "(prefers-color-scheme: dark)";
const contrast = "(prefers-contrast: more)";

/** The theme to show when the system decides. */
function systemTheme(): Exclude<Theme, "system"> {
  if (matchMedia(contrast).matches) return "high-contrast";
  return matchMedia(dark).matches ? "dark" : "light";
}

/** Sets `data-theme` on the root element to what `theme` means now. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme === "system" ? systemTheme() : theme;
}

export function useTheme(theme: Theme): void {
  useEffect(() => {
    showTheme(theme);
    if (theme !== "system") return;
    const lists = [matchMedia(dark), matchMedia(contrast)];
    const follow = (): void => showTheme("system");
    for (const list of lists) list.addEventListener("change", follow);
    return () => {
      for (const list of lists) list.removeEventListener("change", follow);
    };
  }, [theme]);
}
