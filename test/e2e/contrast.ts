// The contrast of every text that is seen, as WCAG 2.2 counts it (1.4.3), in each theme: what colour it has and what it stands on.

export interface FaintText {
  readonly theme: string;
  readonly text: string;
  readonly where: string;
  /** Of the two colours, from 1 to 21. */
  readonly ratio: number;
  readonly wanted: number;
}

/**
 * The texts of the document that are too faint to read. It runs in the page, whole: it may refer to nothing outside itself. Text that is
 * disabled, hidden or of no size, and text over a picture, has no contrast to be held to.
 */
export function faintTexts(): FaintText[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const root = document.documentElement;
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  if (!brush) throw new Error("There is no canvas to read colours from.");
  const known = new Map<string, Colour>();

  function colourOf(css: string): Colour {
    const before = known.get(css);
    if (before || !brush) return before ?? [0, 0, 0, 0];
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = css;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    known.set(css, colour);
    return colour;
  }

  const over = (upper: Colour, lower: Colour): Colour => {
    const share = upper[3];
    const mix = (at: 0 | 1 | 2): number => upper[at] * share + lower[at] * (1 - share);
    return [mix(0), mix(1), mix(2), share + lower[3] * (1 - share)];
  };

  /** Relative luminance, by WCAG's definition. */
  function luminance([red, green, blue]: Colour): number {
    const linear = (value: number): number => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  function ratioOf(one: Colour, other: Colour): number {
    const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  const isDisabled = (element: Element): boolean =>
    element.closest(":disabled, [aria-disabled=true], [data-disabled=true], [inert]") !== null;

  /** What lies behind the text of an element, from the element outwards, and how much of it shows; `null` where a picture does. */
  function groundOf(element: Element): { readonly ground: Colour; readonly opacity: number } | null {
    let ground: Colour = [0, 0, 0, 0];
    let opacity = 1;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      opacity *= Number(style.opacity);
      if (ground[3] >= 0.999) continue;
      if (style.backgroundImage !== "none") return null;
      ground = over(ground, colourOf(style.backgroundColor));
    }
    return { ground: over(ground, colourOf("canvas")), opacity };
  }

  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  }

  function textElements(): Element[] {
    const fields = document.querySelectorAll<HTMLInputElement>(
      "input:not([type=checkbox], [type=radio], [type=range]), textarea, select",
    );
    const elements = new Set<Element>([...fields].filter(({ value }) => value !== ""));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement && /[\p{L}\p{N}]/u.test(node.textContent ?? ""))
        elements.add(node.parentElement);
    return [...elements].filter((element) => !isDisabled(element) && isSeen(element));
  }

  // A colour on its way to that of another theme is nobody's.
  const atOnce = new CSSStyleSheet();
  atOnce.replaceSync("*, ::before, ::after { transition: none !important; }");
  // The document's own list changes with it.
  const sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...sheets, atOnce];
  const shown = root.dataset.theme ?? "light";
  const elements = textElements();
  const faint: FaintText[] = [];
  for (const theme of ["light", "dark", "high-contrast"]) {
    root.dataset.theme = theme;
    for (const element of elements) {
      const behind = groundOf(element);
      if (!behind) continue;
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      const [red, green, blue, alpha] = colourOf(color);
      const ink = over([red, green, blue, alpha * behind.opacity], behind.ground);
      const size = Number.parseFloat(fontSize);
      const wanted = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
      const ratio = Math.round(ratioOf(ink, behind.ground) * 100) / 100;
      if (ratio >= wanted) continue;
      const words = "value" in element ? String(element.value) : (element.textContent ?? "");
      const text = words.trim().slice(0, 60);
      faint.push({ theme, text, where: `${element.localName}.${element.className}`, ratio, wanted });
    }
  }
  root.dataset.theme = shown;
  for (const element of elements) getComputedStyle(element).color;
  document.adoptedStyleSheets = sheets;
  return faint;
}
