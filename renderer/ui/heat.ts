// The ground of a cell of a heat map, as strong as its value.
import type { CSSProperties } from "react";

/** One hue, from none at 0 to half of it at 1, so that the number on it stays readable in every theme. */
export const heatOf = (value: number | null): CSSProperties =>
  ({ "--heat": `${Math.round(46 * Math.min(1, Math.max(0, value ?? 0)))}%` }) as CSSProperties;
