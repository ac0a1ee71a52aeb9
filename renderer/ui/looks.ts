// Puts a person's looks on the page: type size and measure of the article, density, and whether things move.
import { useEffect } from "react";
import type { Looks } from "../../shared/api/preferences.ts";

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
