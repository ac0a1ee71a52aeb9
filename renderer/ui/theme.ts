// Puts on the page how a person wants it to look: the theme that was chosen, or what the system asks for while that is followed; type size and
// measure of the article, density, and whether things move.
import { useEffect } from "react";
import type { Theme } from "../../shared/api/contract.ts";
import type { Looks } from "../../shared/api/preferences.ts";

const dark = "(prefers-color-scheme: dark)";
const contrast = "(prefers-contrast: more)";
const forced = "(forced-colors: active)";

/**
 * The theme to show. Where the system forces its own colours, only the marks keep ours, and those must stand out from the
 * system's ground.
 */
function shownTheme(theme: Theme): Exclude<Theme, "system"> {
  if (matchMedia(forced).matches) return matchMedia(dark).matches ? "dark" : "high-contrast";
  if (theme !== "system") return theme;
  if (matchMedia(contrast).matches) return "high-contrast";
  return matchMedia(dark).matches ? "dark" : "light";
}

/**
 * Sets `data-theme` on the root element to what `theme` means now, and `data-contrast` to `more` where edges have to tell what
 * grounds tell elsewhere.
 */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = shownTheme(theme);
  const hasEdges = shownTheme(theme) === "high-contrast" || matchMedia(forced).matches;
  document.documentElement.dataset.contrast = hasEdges ? "more" : "normal";
}

export function useTheme(theme: Theme): void {
  useEffect(() => {
    const follow = (): void => showTheme(theme);
    follow();
    // Paper is white, whatever the window is.
    const showOnPaper = (): void => {
      document.documentElement.dataset.theme = "light";
      document.documentElement.dataset.contrast = "normal";
    };
    window.addEventListener("beforeprint", showOnPaper);
    window.addEventListener("afterprint", follow);
    const lists = [dark, contrast, forced].map((query) => matchMedia(query));
    for (const list of lists) list.addEventListener("change", follow);
    return () => {
      for (const list of lists) list.removeEventListener("change", follow);
      window.removeEventListener("beforeprint", showOnPaper);
      window.removeEventListener("afterprint", follow);
    };
  }, [theme]);
}

function showLooks({ textSize, measure, density, motion }: Looks): void {
  const { style, dataset } = document.documentElement;
  style.setProperty("--text-size", `${textSize}px`);
  style.setProperty("--measure", `${measure}ch`);
  dataset.density = density;
  dataset.motion = motion;
}

export function useLooks(looks: Looks): void {
  useEffect(() => showLooks(looks), [looks]);
}

export const themeChoices = ["system", "light", "dark", "high-contrast"] as const satisfies readonly Theme[];
