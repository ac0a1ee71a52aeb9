// Figures as one page of HTML that stands by itself: to be read, printed and sent. Nothing in it is run or fetched, and all that comes from
// outside is text. Beside each figure of a group lies its bar, with its interval; over the table stands a chart of what it shows over time, or of
// parts of a whole.
import type { Words } from "../words/say.ts";
import { chartOnPage, htmlOf } from "./figures-charts.ts";
import {
  type FiguresReport,
  figureText,
  intervalText,
  methodNote,
  type ReadableMeasure,
  type ReportCards,
  readableMeasures,
  spreadText,
} from "./figures-report.ts";
import { hasSpread, type InsightGroup } from "./report.ts";

/** The SHA-256 of the style sheet in Base64: the page allows this sheet and nothing else. A test holds it to the sheet. */
export const styleHash = "qBkQDxe69gw5m8ERQoaYzepbgkSInqJprhoQsDnOyk4=";

export const style = `
:root{color-scheme:light;--ink:#1d1d1b;--quiet:#55544f;--line:#d9d8d4;--bar:#7d93b2}
body{margin:0 auto;padding:32px 24px 64px;max-width:56rem;color:var(--ink);background:#fff;font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .3rem;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2.2rem 0 .4rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
h3{font-size:1rem;margin:1.2rem 0 .2rem;overflow-wrap:anywhere}
p{margin:.3rem 0}
.quiet{color:var(--quiet)}
table{border-collapse:collapse;margin:.6rem 0;font-variant-numeric:tabular-nums}
th,td{padding:.15rem 1.2rem .15rem 0;text-align:start;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400}
tbody th{overflow-wrap:break-word;max-width:18rem}
thead{display:table-header-group}
thead th{color:var(--quiet);font-size:.85em}
tr{break-inside:avoid}
td.number,th.number{text-align:end;white-space:nowrap}
svg{display:block;margin-top:.3em}
rect{fill:var(--bar)}
path{stroke:var(--ink);stroke-width:1.5;fill:none}
figure{margin:.8rem 0;break-inside:avoid}
figcaption{font-size:.85em}
figcaption ol{display:flex;flex-wrap:wrap;gap:0 2.4em;margin:.2rem 0;padding-inline-start:1.4em}
.chart{max-width:100%;height:auto}
text{font-size:11px;fill:var(--ink)}
.axis{stroke:var(--line);stroke-width:1}
.gap{fill:none;stroke:var(--quiet);stroke-dasharray:3 3}
.part{stroke:var(--ink);stroke-width:.75}
.p0{fill:#b9c9df}.p1{fill:#e3d9a8}.p2{fill:#9dbfa7}.p3{fill:#ecc4b4}.p4{fill:#c9b6d8}.p5{fill:#dadad6}.p6{fill:#a9c8cc}.p7{fill:#f0e6e0}
ul{margin:.3rem 0;padding-inline-start:1.2em}
li{overflow-wrap:anywhere;break-inside:avoid}
li p{margin:.1rem 0}
@page{margin:18mm}
@media print{body{padding:0;max-width:none;font-size:10pt}h2,h3{break-after:avoid}th,td{padding-inline-end:.6rem}}
`;

export function figuresPage(report: FiguresReport, words: Words): string {
  const { say, locale } = words;
  const measures = readableMeasures(report, words);
  const title = htmlOf(say("method.title", { project: report.about.project }));
  const note = methodNote(report, words).map((sentence) => `<li>${htmlOf(sentence)}</li>`);
  return `<!doctype html>
<html lang="${htmlOf(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
${measures.map((measure) => measureOnPage(measure, words)).join("\n")}
<section>
<h2>${htmlOf(say("method.heading"))}</h2>
<ul>
${note.join("\n")}
</ul>
</section>
</main>
</body>
</html>
`;
}

function measureOnPage(measure: ReadableMeasure, words: Words): string {
  const { id, name, definition, unit, formula, columns, groups, isByAnnotator, more } = measure;
  const { say } = words;
  const spread = isByAnnotator ? (["spread"] as const) : [];
  const head = [
    ...columns.map((column) => `<th scope="col"><bdi>${htmlOf(column)}</bdi></th>`),
    ...(["value", "chart", "interval", ...spread, "numerator", "denominator", "n", "unknown"] as const).map(
      (column) =>
        `<th scope="col"${column === "chart" ? "" : ' class="number"'}>${htmlOf(say(`method.column-${column}`))}</th>`,
    ),
  ];
  const scale = Math.max(...groups.map(({ figure: { value, high } }) => Math.max(value ?? 0, high ?? 0)), 0);
  const rows = groups.map(
    ({ labels, figure }) =>
      `<tr>${labels.map((label) => `<th scope="row">${labelled(label, words)}</th>`).join("")}${cellsOf(figure, scale, words)}</tr>`,
  );
  const left = more > 0 ? `<p class="quiet">${htmlOf(say("method.more", { count: more }))}</p>` : "";
  return `<section>
<h2>${htmlOf(name)}</h2>
<p>${htmlOf(definition)}</p>
<p class="quiet">${htmlOf(say("method.counted", { id, unit, formula }))}</p>
${chartOnPage(measure, words)}<table><thead><tr>${head.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>${left}${groups.map(({ labels, cards }) => (cards ? cardsOnPage(labels, cards, words) : "")).join("")}
</section>`;
}

/** What is not known is set apart from whatever something may be called. */
const labelled = (label: string | null, { say }: Words): string =>
  label === null ? `<i>${htmlOf(say("method.unknown"))}</i>` : `<bdi>${htmlOf(label)}</bdi>`;

function cardsOnPage(labels: readonly (string | null)[], { cards, more }: ReportCards, words: Words): string {
  const { say } = words;
  const heading = [htmlOf(say("method.cards")), ...labels.map((label) => labelled(label, words))].join(" · ");
  const items = cards.map(({ claim, who, title, publisher, date }) => {
    const said = claim === "" ? `<i>${htmlOf(say("cards.no-claim"))}</i>` : htmlOf(claim);
    const from = [
      who === "" ? `<i>${htmlOf(say("figures.no-voice"))}</i>` : labelled(who, words),
      ...[title, publisher, date].map((fact) => labelled(fact, words)),
    ];
    return `<li><p dir="auto">${said}</p><p class="quiet">${from.join(" · ")}</p></li>`;
  });
  const left = more > 0 ? `<p class="quiet">${htmlOf(say("method.cards-more", { count: more }))}</p>` : "";
  return `\n<h3>${heading}</h3>\n<ul>\n${items.join("\n")}\n</ul>${left}`;
}

function cellsOf(figure: InsightGroup, scale: number, words: Words): string {
  const number = (text: string): string => `<td class="number">${htmlOf(text)}</td>`;
  const { value, numerator, denominator, n, unknown } = figure;
  return [
    number(figureText(value, words, "share")),
    `<td>${barOf(figure, scale)}</td>`,
    number(intervalText(figure, words)),
    ...(hasSpread(figure) ? [number(spreadText(figure, words))] : []),
    ...[numerator, denominator, n, unknown].map((count) => number(figureText(count, words, "count"))),
  ].join("");
}

/** In units of its drawing. */
const barWidth = 120;

/** Says what the cells beside it say, so that nobody has to have it read to them. */
function barOf({ value, low, high }: InsightGroup, scale: number): string {
  if (value === null || scale === 0) return "";
  const at = (figure: number): string =>
    String(Number(((Math.max(0, figure) / scale) * barWidth).toFixed(2)));
  const whisker =
    low === null || high === null
      ? ""
      : `<path d="M${at(low)} 6H${at(high)}M${at(low)} 3V9M${at(high)} 3V9"/>`;
  return `<svg viewBox="-1 0 ${barWidth + 2} 12" width="${barWidth + 2}" height="12" aria-hidden="true" focusable="false"><rect x="0" y="2" width="${at(value)}" height="8"/>${whisker}</svg>`;
}
