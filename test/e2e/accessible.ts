// A look at the page as it stands, for whoever cannot see it well: names, roles and structure by axe, and the contrast of every text in
// every theme. A theme changes colours and nothing else, so one look of axe is enough for all of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type axe from "axe-core";
import { expect, type Page } from "playwright/test";
import { hasRepetition } from "../helpers/tier.ts";
import { repository } from "./drivers.ts";

const source = readFileSync(join(repository, "node_modules/axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** A tooltip lies over the page for as long as its button has the focus, and belongs to no part of it. */
const outsidePage = ["[data-overlay-container]:has(> [role=tooltip])", "[role=tooltip]"];

interface LookOptions {
  /** Nor anything that is too small to be met by a pointer, which takes as long as all else. */
  readonly targets?: boolean;
  /** Of this page, dialog or view `npm test` sees another state, or another journey in it does: this one is looked at in `test:all`. */
  readonly isRepetition?: boolean;
}

/** Expects the page to have nothing that axe finds wrong, and no text that is too faint in any theme. */
export async function expectAccessible(
  page: Page,
  { targets = false, isRepetition = false }: LookOptions = {},
): Promise<void> {
  if (isRepetition && !hasRepetition) return;
  // A colour on its way to another is nobody's contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  expect(await violationsOf(page, targets)).toEqual([]);
  expect(await page.evaluate(faintTexts), "texts with too little contrast").toEqual([]);
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
          // `faintTexts` does this in a fraction of the time, and in every theme.
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

/**
 * The texts that are too faint to read, each with its theme and contrast. It runs in the page, with axe in it, and so refers to nothing
 * outside itself. Left out is text that is disabled or hidden, and text over a picture, whose ground has no one colour.
 */
function faintTexts(): string[] {
  interface Colour {
    alpha: number;
    parseString(css: string): Colour;
  }
  const { Color, flattenColors, getContrast } = (
    window as unknown as {
      axe: {
        commons: {
          color: {
            Color: new () => Colour;
            flattenColors(upper: Colour, lower: Colour): Colour;
            getContrast(ground: Colour, ink: Colour): number;
          };
        };
      };
    }
  ).axe.commons.color;
  const colourOf = (css: string): Colour => new Color().parseString(css);
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

  /** What text in an element stands on. */
  interface Ground {
    /** From 0 to 1: how much of the text shows. */
    readonly opacity: number;
    /** `null`: a picture. */
    readonly colour: Colour | null;
  }

  function groundOf(element: Element | null, known: Map<Element, Ground>): Ground {
    if (element === null) return { opacity: 1, colour: colourOf("rgb(255, 255, 255)") };
    const before = known.get(element);
    if (before) return before;
    const { opacity, backgroundImage, backgroundColor } = getComputedStyle(element);
    const outer = groundOf(element.parentElement, known);
    const own = colourOf(backgroundColor);
    let colour: Colour | null = null;
    if (backgroundImage === "none" && own.alpha === 1) colour = own;
    else if (backgroundImage === "none" && outer.colour) colour = flattenColors(own, outer.colour);
    const ground = { opacity: outer.opacity * Number(opacity), colour };
    known.set(element, ground);
    return ground;
  }

  function faintness(element: Element, theme: string, known: Map<Element, Ground>): string | null {
    const { opacity, colour: ground } = groundOf(element, known);
    if (ground === null) return null;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    // What WCAG 2.2 asks for (1.4.3).
    const required = isLarge ? 3 : 4.5;
    const ink = colourOf(color);
    ink.alpha *= opacity;
    const contrast = Math.round(getContrast(ground, flattenColors(ink, ground)) * 100) / 100;
    if (contrast >= required) return null;
    const words = "value" in element ? String(element.value) : (element.textContent ?? "");
    const place = `“${words.trim().slice(0, 60)}” in ${element.localName}.${element.className}`;
    return `${theme}: ${contrast} of ${required} for ${place}`;
  }

  // A colour on its way to that of another theme is nobody's.
  const atOnce = new CSSStyleSheet();
  atOnce.replaceSync("*, ::before, ::after { transition: none !important; }");
  // The document's own list changes with it.
  const sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...sheets, atOnce];
  const { theme: shown = "light", contrast = "normal" } = root.dataset;
  const elements = textElements();
  const faint = ["light", "dark", "high-contrast"].flatMap((theme) => {
    root.dataset.theme = theme;
    root.dataset.contrast = theme === "high-contrast" ? "more" : "normal";
    const known = new Map<Element, Ground>();
    return elements.flatMap((element) => faintness(element, theme, known) ?? []);
  });
  root.dataset.theme = shown;
  root.dataset.contrast = contrast;
  // With the colours of before computed, none of them moves when transitions are back.
  for (const element of elements) getComputedStyle(element).color;
  document.adoptedStyleSheets = sheets;
  return faint;
}
