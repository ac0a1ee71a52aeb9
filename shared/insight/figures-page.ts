// Figures as one page of HTML that stands by itself: to be read, printed and sent. Beside each figure of a group lies its bar, with its
// interval; over the table stands a chart of what it shows over time, or of parts of a whole: plain drawings, of which every number stands
// in the table too. Parts of a whole have numbers as well as shades, and times without articles a dashed frame, so that nothing is told by
// colour alone, also in grey and on paper.
import { htmlOf, lonePage } from "../files/lone-page.ts";
import type { Words } from "../words/say.ts";
import {
  type FiguresReport,
  figureText,
  intervalText,
  methodNote,
  type ReadableGroup,
  type ReadableMeasure,
  type ReportCards,
  readableMeasures,
  spreadText,
} from "./figures-report.ts";
import { sumOf } from "./measure.ts";
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
  const title = say("method.title", { project: report.about.project });
  const note = methodNote(report, words).map((sentence) => `<li>${htmlOf(sentence)}</li>`);
  return lonePage({
    ...{ locale, style, styleHash, title: title },
    body: `<main>
<h1 dir="auto">${htmlOf(title)}</h1>
${measures.map((measure) => measureOnPage(measure, words)).join("\n")}
<section>
<h2>${htmlOf(say("method.heading"))}</h2>
<ul>
${note.join("\n")}
</ul>
</section>
</main>`,
  });
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

/** In units of the drawing, which is as wide as the page at most. */
const drawingWidth = 640;
/** Of the values beside a lane, and of the names beside a whole. */
const valueRoom = 44;
const nameRoom = 170;
/** From one lane to the next: its name, its bars, and some air. */
const laneHeight = 70;
const nameHeight = 18;
const barRoom = 40;
/** From one whole to the next, and how high it is. */
const wholeRoom = 26;
const wholeHeight = 18;
/** A time or a name takes about so much beside its neighbour. */
const timeWidth = 76;
const longestName = { lane: 70, whole: 26 } as const;

/** So many are drawn at most; the table has them all. */
const mostLanes = 12;
const mostWholes = 24;
/** As many as there are shades in the style sheet. */
const mostParts = 8;

/** The chart of a measure; empty where its table shows as much, or has no room for all that a chart would have to be drawn from. */
function chartOnPage(measure: ReadableMeasure, words: Words): string {
  if (measure.more > 0) return "";
  return measure.timeAt >= 0 ? timeChart(measure, words) : wholesChart(measure, words);
}

interface Lane {
  readonly labels: readonly (string | null)[];
  readonly figures: ReadonlyMap<string, InsightGroup>;
}

/** The lanes with the greatest sums of numerators, in the order of the table. */
function lanesOf({ groups, timeAt }: ReadableMeasure): readonly Lane[] {
  const lanes = new Map<string, { labels: readonly (string | null)[]; figures: Map<string, InsightGroup> }>();
  for (const { labels, figure } of groups) {
    const time = labels[timeAt];
    if (time === undefined || time === null) continue;
    const others = labels.filter((_, at) => at !== timeAt);
    const key = JSON.stringify(others);
    const lane = lanes.get(key) ?? { labels: others, figures: new Map() };
    lane.figures.set(time, figure);
    lanes.set(key, lane);
  }
  const weightOf = ({ figures }: Lane): number =>
    [...figures.values()].reduce((sum, { numerator }) => sum + numerator, 0);
  const heaviest = new Set(
    [...lanes.values()].sort((one, other) => weightOf(other) - weightOf(one)).slice(0, mostLanes),
  );
  return [...lanes.values()].filter((lane) => heaviest.has(lane));
}

function timeChart(measure: ReadableMeasure, words: Words): string {
  const { say } = words;
  const times = [...new Set(measure.groups.flatMap(({ labels }) => labels[measure.timeAt] ?? []))].sort();
  const lanes = lanesOf(measure);
  const drawn = lanes.flatMap(({ figures }) => [...figures.values()]);
  const most = Math.max(0, ...drawn.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)));
  const [first, last] = [times[0], times.at(-1)];
  if (times.length < 2 || first === undefined || last === undefined || most === 0) return "";
  const slot = (drawingWidth - valueRoom) / times.length;
  const height = lanes.length * laneHeight + 14;
  const parts = lanes.flatMap((lane, at) =>
    laneParts(lane, { times, slot, most, top: at * laneHeight }, words),
  );
  const step = Math.ceil(timeWidth / slot);
  const axis = times.flatMap((time, at) =>
    at % step === 0 ? [textAt(valueRoom + (at + 0.5) * slot, height - 2, time, "middle")] : [],
  );
  const about = say("method.chart-time", {
    most: figureText(most, words, "share"),
    ...amountsOf(drawn, measure),
  });
  const label = say("method.chart-time-label", {
    ...{ measure: measure.name, lanes: lanes.length, times: times.length, first, last },
    most: figureText(most, words, "share"),
  });
  return figure({ label, height, parts: [...parts, ...axis], about: htmlOf(about) });
}

interface LanePlace {
  readonly times: readonly string[];
  readonly slot: number;
  /** The value at the top of a lane. */
  readonly most: number;
  readonly top: number;
}

function laneParts({ labels, figures }: Lane, place: LanePlace, words: Words): readonly string[] {
  const { times, slot, most, top } = place;
  const bottom = top + nameHeight + barRoom;
  const heightOf = (value: number): number => (Math.max(0, value) / most) * barRoom;
  const width = Math.min(slot * 0.7, 40);
  const bars = times.map((time, at) => {
    const middle = valueRoom + (at + 0.5) * slot;
    const known = figures.get(time);
    if (!known) return "";
    if (known.value === null)
      return `<rect class="gap" x="${placed(middle - width / 2)}" y="${top + nameHeight}" width="${placed(width)}" height="${barRoom}"/>`;
    const tall = heightOf(known.value);
    return `<rect x="${placed(middle - width / 2)}" y="${placed(bottom - tall)}" width="${placed(width)}" height="${placed(tall)}"/>${whisker(known, middle, (value) => bottom - heightOf(value))}`;
  });
  const name = labels.map((label) => label ?? words.say("method.unknown")).join(" · ");
  return [
    ...(name === "" ? [] : [textAt(valueRoom, top + 12, cut(name, longestName.lane), "start")]),
    textAt(valueRoom - 6, top + nameHeight + 8, figureText(most, words, "share"), "end"),
    textAt(valueRoom - 6, bottom, "0", "end"),
    ...bars,
    `<path class="axis" d="M${valueRoom} ${bottom}H${drawingWidth}"/>`,
  ];
}

function whisker({ low, high }: InsightGroup, middle: number, heightAt: (value: number) => number): string {
  if (low === null || high === null) return "";
  const [left, right] = [placed(middle - 3), placed(middle + 3)];
  const [from, to] = [placed(heightAt(low)), placed(heightAt(high))];
  return `<path d="M${placed(middle)} ${from}V${to}M${left} ${from}H${right}M${left} ${to}H${right}"/>`;
}

/** How many units the figures rest on, each of them. */
function amountsOf(figures: readonly InsightGroup[], { unit }: ReadableMeasure) {
  const amounts = figures.map(({ n }) => n);
  const [least, greatest] = [Math.min(...amounts), Math.max(...amounts)];
  return { least, greatest, unit, isOne: least === greatest ? "yes" : "no" } as const;
}

interface Whole {
  readonly labels: readonly (string | null)[];
  readonly parts: readonly ReadableGroup[];
}

/** Groups whose values are shares of one denominator and add up to a whole at most, by what stands before the last column; `null`: they are not. */
function wholesOf({ groups, columns }: ReadableMeasure): readonly Whole[] | null {
  if (columns.length === 0) return null;
  const wholes = new Map<string, { labels: readonly (string | null)[]; parts: ReadableGroup[] }>();
  for (const group of groups) {
    const labels = group.labels.slice(0, -1);
    const key = JSON.stringify(labels);
    const whole = wholes.get(key) ?? { labels, parts: [] };
    whole.parts.push(group);
    wholes.set(key, whole);
  }
  const all = [...wholes.values()];
  const isWhole = ({ parts }: Whole): boolean =>
    new Set(parts.map(({ figure: { denominator } }) => denominator)).size === 1 &&
    parts.every(({ figure: { value } }) => value === null || (value >= 0 && value <= 1)) &&
    wholeOf(parts) <= 1.000_001;
  const isShown = all.every(isWhole) && all.some(hasParts);
  return isShown ? all.filter(({ parts }) => wholeOf(parts) > 0) : null;
}

const hasParts = ({ parts }: Whole): boolean =>
  parts.filter(({ figure: { value } }) => (value ?? 0) > 0).length > 1;

const wholeOf = (parts: readonly ReadableGroup[]): number =>
  sumOf(parts, ({ figure: { value } }) => value ?? 0);

function wholesChart(measure: ReadableMeasure, words: Words): string {
  const { say } = words;
  const all = wholesOf(measure);
  const names = [...new Set(measure.groups.map(({ labels }) => labels.at(-1) ?? null))];
  if (!all || names.length > mostParts) return "";
  const wholes = all.slice(0, mostWholes);
  const left = measure.columns.length > 1 ? nameRoom : 0;
  const parts = wholes.flatMap(({ labels, parts: shares }, at) => {
    const top = at * wholeRoom + 4;
    const name = labels.map((label) => label ?? say("method.unknown")).join(" · ");
    return [
      ...(left > 0 ? [textAt(left - 8, top + 13, cut(name, longestName.whole), "end")] : []),
      ...shareParts(shares, names, { top, left }),
    ];
  });
  const drawn = wholes.flatMap(({ parts: shares }) => shares.map(({ figure: one }) => one));
  const about = say("method.chart-parts", {
    ...amountsOf(drawn, measure),
    more: all.length - wholes.length,
  });
  const legend = names.map(
    (name) =>
      `<li>${name === null ? `<i>${htmlOf(say("method.unknown"))}</i>` : `<bdi>${htmlOf(name)}</bdi>`}</li>`,
  );
  return figure({
    label: say("method.chart-parts-label", {
      measure: measure.name,
      wholes: wholes.length,
      parts: names.length,
    }),
    height: wholes.length * wholeRoom + 4,
    parts,
    about: `${htmlOf(about)}<ol>${legend.join("")}</ol>`,
  });
}

/** The parts of a whole beside each other, each with its number as far as there is room. */
function shareParts(
  shares: readonly ReadableGroup[],
  names: readonly (string | null)[],
  { top, left }: { readonly top: number; readonly left: number },
): readonly string[] {
  const room = drawingWidth - left - 1;
  let start = left;
  return shares.flatMap(({ labels, figure: { value } }) => {
    const width = (value ?? 0) * room;
    if (width === 0) return [];
    const at = names.indexOf(labels.at(-1) ?? null);
    const x = start;
    start += width;
    const number = width < 14 ? [] : [textAt(x + width / 2, top + 13, String(at + 1), "middle")];
    return [
      `<rect class="part p${at}" x="${placed(x)}" y="${top}" width="${placed(width)}" height="${wholeHeight}"/>`,
      ...number,
    ];
  });
}

interface Drawing {
  /** What can be seen in it, for those who do not see it. */
  readonly label: string;
  readonly height: number;
  readonly parts: readonly string[];
  /** HTML. */
  readonly about: string;
}

const figure = ({ label, height, parts, about }: Drawing): string =>
  `<figure><svg class="chart" viewBox="0 0 ${drawingWidth} ${height}" width="${drawingWidth}" height="${height}" role="img" aria-label="${htmlOf(label)}">${parts.join("")}</svg><figcaption class="quiet">${about}</figcaption></figure>`;

const textAt = (x: number, y: number, words: string, anchor: "start" | "middle" | "end"): string =>
  `<text x="${placed(x)}" y="${placed(y)}" text-anchor="${anchor}">${htmlOf(words)}</text>`;

/** A place in the drawing, to two digits behind the point. */
const placed = (place: number): string => String(Number(place.toFixed(2)));

/** The beginning of a name that has no room; the table has it whole. */
function cut(name: string, longest: number): string {
  const characters = [...name];
  return characters.length <= longest ? name : `${characters.slice(0, longest - 1).join("")}…`;
}
