// The charts of a report that stands by itself: figures over time as bars in lanes, and shares that make up a whole as stacked bars. Plain
// drawings in the page: nothing in them is run or fetched. Every number of a chart stands in the table below it. Parts of a whole have numbers
// as well as shades, and times without articles a dashed frame, so that nothing is told by colour alone, also in grey and on paper.
import { escapedHtml, writtenOut } from "../errors/visible-text.ts";
import type { Words } from "../words/say.ts";
import { figureText, type ReadableGroup, type ReadableMeasure } from "./figures-report.ts";
import { sumOf } from "./measure.ts";
import type { InsightGroup } from "./report.ts";

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
export function chartOnPage(measure: ReadableMeasure, words: Words): string {
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

/** Controls and marks of direction that came with a name are written out. */
export const htmlOf = (text: string): string => escapedHtml(writtenOut(text));
