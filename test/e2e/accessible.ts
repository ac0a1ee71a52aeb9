// A look at the page as it stands, for whoever cannot see it well: names, roles and structure by axe, and the contrast of every text in
// every theme. A theme changes colours and nothing else, so one look of axe is enough for all of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type axe from "axe-core";
import { expect, type Page } from "playwright/test";
import { repository } from "./drivers.ts";

const source = readFileSync(join(repository, "node_modules/axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** A tooltip lies over the page for as long as its button has the focus, and belongs to no part of it. */
const outsidePage = ["[data-overlay-container]:has(> [role=tooltip])", "[role=tooltip]"];

/** A text and what it stands on, in colours of CSS. */
interface InkOnGround {
  readonly theme: string;
  readonly text: string;
  readonly element: string;
  readonly ink: string;
  /** From the text outwards, the last one opaque. */
  readonly grounds: readonly string[];
  /** From 0 to 1: how much of the text shows. */
  readonly opacity: number;
  /** The contrast that WCAG 2.2 asks for (1.4.3): 3 for large text, 4.5 for any other. */
  readonly required: number;
}

/**
 * Expects the page to have nothing that axe finds wrong, and no text that is too faint in any theme. `targets`: nor anything that is too
 * small to be met by a pointer, which takes as long as all else.
 */
export async function expectAccessible(page: Page, { targets = false } = {}): Promise<void> {
  // A colour on its way to another is nobody's contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  expect(await violationsOf(page, targets)).toEqual([]);
  expect(await faintTextsOf(page), "texts with too little contrast").toEqual([]);
}

/** Axe's violations: the rule, the element, and why. */
function violationsOf(page: Page, targets: boolean): Promise<readonly string[]> {
  return page.evaluate(
    async ([values, exclude, enabled]) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
        { exclude },
        {
          runOnly: { type: "tag", values },
          resultTypes: ["violations"],
          // `faintTextsOf` does this in a fraction of the time, and in every theme.
          rules: { "color-contrast": { enabled: false }, "target-size": { enabled } },
          iframes: false,
          selectors: false,
          elementRef: false,
        },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} — ${failureSummary}`),
      );
    },
    [tags, outsidePage, targets] as const,
  );
}

/** The texts that are too faint to read, with their theme and contrast. */
async function faintTextsOf(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(inkOnGround);
  return page.evaluate((all) => {
    interface Colour {
      alpha: number;
      parseString(css: string): Colour;
    }
    const { axe } = window as unknown as {
      axe: {
        commons: {
          color: {
            Color: new () => Colour;
            flattenColors(upper: Colour, lower: Colour): Colour;
            getContrast(ground: Colour, ink: Colour): number;
          };
        };
      };
    };
    const { Color, flattenColors, getContrast } = axe.commons.color;
    const colourOf = (css: string): Colour => new Color().parseString(css);
    return all.flatMap(({ theme, text, element, ink, grounds, opacity, required }) => {
      const ground = grounds.map(colourOf).reduceRight((lower, upper) => flattenColors(upper, lower));
      const seen = colourOf(ink);
      seen.alpha *= opacity;
      const contrast = getContrast(ground, flattenColors(seen, ground));
      const rounded = Math.round(contrast * 100) / 100;
      return rounded < required ? [`${theme}: ${rounded} of ${required} for “${text}” in ${element}`] : [];
    });
  }, texts);
}

/**
 * Each text that is seen, in each theme. It runs in the page, and so refers to nothing outside itself. Left out is text that is disabled
 * or hidden, and text over a picture, whose ground has no one colour.
 */
function inkOnGround(): InkOnGround[] {
  const root = document.documentElement;

  function isSeen(element: Element): boolean {
    const isOff = element.closest(":disabled, [aria-disabled=true], [data-disabled=true], [inert]") !== null;
    const { width, height } = element.getBoundingClientRect();
    const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return !isOff && isShown && width > 1 && height > 1;
  }

  function textElements(): Element[] {
    const choices = "[type=checkbox], [type=radio], [type=range]";
    const fields = document.querySelectorAll<HTMLInputElement>(`input:not(${choices}), textarea, select`);
    const elements = new Set<Element>([...fields].filter(({ value }) => value !== ""));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement && /[\p{L}\p{N}]/u.test(node.textContent ?? ""))
        elements.add(node.parentElement);
    return [...elements].filter(isSeen);
  }

  function describe(element: Element, theme: string): InkOnGround | null {
    const grounds: string[] = [];
    let opacity = 1;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      opacity *= Number(style.opacity);
      // Only a colour that is not opaque is written with its alpha.
      if (grounds.at(-1)?.startsWith("rgb(")) continue;
      if (style.backgroundImage !== "none") return null;
      grounds.push(style.backgroundColor);
    }
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const words = "value" in element ? String(element.value) : (element.textContent ?? "");
    return {
      theme,
      text: words.trim().slice(0, 60),
      element: `${element.localName}.${element.className}`,
      ink: color,
      grounds: [...grounds, "rgb(255, 255, 255)"],
      opacity,
      required: isLarge ? 3 : 4.5,
    };
  }

  // A colour on its way to that of another theme is nobody's.
  const atOnce = new CSSStyleSheet();
  atOnce.replaceSync("*, ::before, ::after { transition: none !important; }");
  // The document's own list changes with it.
  const sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...sheets, atOnce];
  const shown = root.dataset.theme ?? "light";
  const elements = textElements();
  const all = ["light", "dark", "high-contrast"].flatMap((theme) => {
    root.dataset.theme = theme;
    return elements.flatMap((element) => describe(element, theme) ?? []);
  });
  root.dataset.theme = shown;
  // With the colours of before computed, none of them moves when transitions are back.
  for (const element of elements) getComputedStyle(element).color;
  document.adoptedStyleSheets = sheets;
  return all;
}
