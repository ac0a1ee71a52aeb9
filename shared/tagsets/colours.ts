// Colours to choose from for span types: each with a contrast of 3:1 or more against the page of its theme, and apart from
// one another for colour-blind eyes (the hues of Okabe and Ito, 2008, darkened or lightened for each theme).
import type { ThemedColour } from "../model/tagset.ts";

export const colourChoices: readonly (ThemedColour & { readonly id: ColourName })[] = [
  { id: "blue", light: "#0b66b5", dark: "#6cb6ff", highContrast: "#0000c8" },
  { id: "violet", light: "#6b5f86", dark: "#b9aedb", highContrast: "#4b0082" },
  { id: "amber", light: "#b26a00", dark: "#f0b352", highContrast: "#8a4b00" },
  { id: "green", light: "#1d7a4f", dark: "#66d19e", highContrast: "#00582c" },
  { id: "vermilion", light: "#c4420c", dark: "#ff9a6b", highContrast: "#9a2600" },
  { id: "pink", light: "#a8447c", dark: "#ec9cc8", highContrast: "#8a0050" },
  { id: "teal", light: "#0f7c80", dark: "#5fcfd3", highContrast: "#00565a" },
  { id: "olive", light: "#6f6f00", dark: "#cfcf5a", highContrast: "#4a4a00" },
  { id: "slate", light: "#55606b", dark: "#aeb9c4", highContrast: "#2b343c" },
];

type ColourName = "blue" | "violet" | "amber" | "green" | "vermilion" | "pink" | "teal" | "olive" | "slate";

/** The page of each theme, against which a colour is seen. */
export const pageColours: ThemedColour = { light: "#ffffff", dark: "#1a1b1d", highContrast: "#ffffff" };

/** The least contrast of a mark against its page (WCAG 2.2, 1.4.11). */
export const leastContrast = 3;

/** The contrast of two colours given as `#rrggbb`, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
