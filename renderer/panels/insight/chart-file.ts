// A chart as a file that stands by itself: an SVG with its colours, its background and the letters of its font within, and a PNG of twice its
// size that is made of it. No script, no style sheet, nothing that is fetched.
import latinExtended from "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline";
import latin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline";
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
export function chartAsSvg(shown: SVGSVGElement, { title, lines }: ChartWords, hasFont: boolean): ChartSvg {
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
    ...(hasFont ? [fontOf([title, ...lines, shown.textContent ?? ""].join(""))] : []),
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
  const { text, width, height } = chartAsSvg(shown, words, false);
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

/** The parts of the page's own font that western languages need, with the characters that each holds; other letters are of a font of the system. */
const fonts = [
  {
    file: latin,
    holds: /./u,
    range: "U+0-FF,U+131,U+152-153,U+2000-206F,U+20AC,U+2122,U+2212",
  },
  {
    file: latinExtended,
    holds: /[\u0100-\u02ba\u1e00-\u1eff]/u,
    range: "U+100-130,U+132-151,U+154-2BA,U+1E00-1EFF",
  },
] as const;

/** A style element that holds the letters which these words need. */
function fontOf(words: string): SVGElement {
  const rules = fonts.flatMap(({ file, holds, range }) =>
    holds.test(words)
      ? [
          `@font-face{font-family:"Inter Variable";font-weight:100 900;unicode-range:${range};src:url(${file}) format("woff2")}`,
        ]
      : [],
  );
  return withText("style", rules.join("\n"));
}
