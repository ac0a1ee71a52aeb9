// A chart as a file that stands by itself: an SVG with its colours, its background and the letters of its font within, and a PNG of twice its
// size that is made of it. No script, no style sheet, nothing that is fetched.
import { base64Of } from "../../state/articles/carried-files.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

export interface ChartWords {
  readonly title: string;
  /** What can be seen in it, its definition, and what it rests on: a line each below the chart. */
  readonly lines: readonly string[];
}

/** Properties that style sheets may set; attributes of the same names hold them in the file. */
const looks = ["fill", "stroke", "stroke-width", "font-weight", "opacity", "stroke-dasharray"] as const;

/** Pixels around the chart, and from one line of words to the next. */
const margin = 16;
const lineHeight = 17;
const fontSize = 12;
const titleSize = 15;

/** The file's text, and the size of the picture in pixels. */
interface ChartSvg {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The chart as it looks now, as a drawing on its own, with the letters that it needs or in a font of the system. */
export async function chartAsSvg(
  shown: SVGSVGElement,
  { title, lines }: ChartWords,
  hasFont: boolean,
): Promise<ChartSvg> {
  const page = getComputedStyle(shown);
  const chart = plainCopy(shown);
  const width = shown.width.baseVal.value + 2 * margin;
  const wrapped = lines.flatMap((line) => wrap(line, width - 2 * margin));
  const chartTop = margin + titleSize + 8;
  const wordsTop = chartTop + shown.height.baseVal.value + 8;
  const height = wordsTop + wrapped.length * lineHeight + margin;
  const file = element("svg", {
    ...{ xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
    ...{ "font-family": page.fontFamily, "font-size": fontSize, color: page.color },
  });
  file.append(
    withText("title", title),
    withText("desc", lines.join(" ")),
    ...(hasFont ? [await fontOf(page.fontFamily, [title, ...lines, shown.textContent ?? ""].join(""))] : []),
    element("rect", { width, height, fill: property("--ground") }),
    withText("text", title, {
      ...{ x: margin, y: margin + titleSize, "font-size": titleSize, "font-weight": 600 },
      fill: property("--text"),
    }),
  );
  const placed = element("g", { transform: `translate(${margin} ${chartTop})`, "text-anchor": "middle" });
  placed.append(...chart.childNodes);
  file.append(placed);
  for (const [at, line] of wrapped.entries())
    file.append(
      withText("text", line, {
        ...{ x: margin, y: wordsTop + (at + 1) * lineHeight - 4, fill: property("--text-quiet") },
      }),
    );
  return { text: new XMLSerializer().serializeToString(file), width, height };
}

/** The same as pixels, twice as many to each side. Words are in a font of the system: one within an SVG may not be there yet when it is drawn. */
export async function chartAsPng(shown: SVGSVGElement, words: ChartWords): Promise<Blob> {
  const { text, width, height } = await chartAsSvg(shown, words, false);
  const picture = new Image(width, height);
  picture.src = `data:image/svg+xml;base64,${await asBase64(new Blob([text]))}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The window cannot draw pictures.");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The picture is too large for this window.");
  return blob;
}

export const asBase64 = (bytes: Blob): Promise<string> =>
  base64Of({ name: "chart", file: new File([bytes], "chart") });

const property = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function element(tag: string, attributes: Readonly<Record<string, string | number>> = {}): SVGElement {
  const made = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes))
    if (name !== "xmlns") made.setAttribute(name, String(value));
  return made;
}

function withText(
  tag: string,
  text: string,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElement {
  const made = element(tag, attributes);
  made.textContent = text;
  return made;
}

/** A copy of which every part says how it looks; doors and what is for screen readers stay in the page. */
function plainCopy(shown: SVGSVGElement): Element {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const pairs = [...shown.querySelectorAll("*")].map(
    (one, at) => [one, copy.querySelectorAll("*")[at]] as const,
  );
  for (const [original, part] of pairs) {
    if (!part) continue;
    if (original.matches("[role=button], style")) {
      part.remove();
      continue;
    }
    const computed = getComputedStyle(original);
    if (original.closest("defs") === null || original.matches("line"))
      for (const name of looks) {
        const value = computed.getPropertyValue(name);
        if (value !== "") part.setAttribute(name, value);
      }
    for (const { name } of [...part.attributes])
      if (/^(?:aria-|data-|class$|role$|tabindex$|style$)/u.test(name)) part.removeAttribute(name);
  }
  return copy;
}

/** Characters of this size that a line of so many pixels holds, by the width of an average letter. */
function wrap(text: string, width: number): readonly string[] {
  const most = Math.max(20, Math.floor(width / (fontSize * 0.52)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < most) lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** The parts of the page's own font that these words need, within a style element of the file. */
async function fontOf(family: string, words: string): Promise<SVGElement> {
  const codePoints = [...new Set(words)].map((character) => character.codePointAt(0) ?? 0);
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => {
      const name = style.getPropertyValue("font-family").replaceAll(/["']/gu, "");
      const isUpright = style.getPropertyValue("font-style") !== "italic";
      return (
        isUpright && family.includes(name) && holdsAny(style.getPropertyValue("unicode-range"), codePoints)
      );
    });
  const written = await Promise.all(faces.map(embedded));
  return withText("style", written.join("\n"));
}

/** Whether a `unicode-range` holds one of the code points. */
function holdsAny(ranges: string, codePoints: readonly number[]): boolean {
  const bounds = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/giu)].map(
    ([, from = "", to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
  );
  return codePoints.some((point) => bounds.some(([from, to]) => point >= from && point <= to));
}

/** The rule with its font within; a font of another form than the page's own is left out. */
async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const source = /url\("?([^")]+\.woff2)"?\)/u.exec(rule.style.getPropertyValue("src"))?.[1];
  if (source === undefined) return "";
  const file = await fetch(new URL(source, rule.parentStyleSheet?.href ?? document.baseURI));
  const bytes = await asBase64(await file.blob());
  const facts = ["font-family", "font-weight", "unicode-range"].map(
    (name) => `${name}:${rule.style.getPropertyValue(name)};`,
  );
  return `@font-face{${facts.join("")}src:url(data:font/woff2;base64,${bytes}) format("woff2")}`;
}
