// Figures as people read them in a report: a table a measure, with words in place of ids, and the method note: how they were counted, written
// from the settings.
import type { Entity } from "../model/entity.ts";
import { entityFieldsOf, wordsOfAnswer } from "../model/entity-field.ts";
import type { Annotator } from "../model/project.ts";
import type { EntityField, Tagset } from "../model/tagset.ts";
import { isKey } from "../words/keys.ts";
import type { Words } from "../words/say.ts";
import { draws } from "./draws.ts";
import { insightMeasures } from "./index.ts";
import { leastArticles } from "./interval.ts";
import type { CommonArticles } from "./readings.ts";
import { hasSpread, type InsightGroup, type MeasuredInsight } from "./report.ts";
import { timeGroupings } from "./timeline.ts";

/** A card behind a figure, as a report shows it. */
interface ReportCard {
  /** Empty where the card has none. */
  readonly claim: string;
  readonly who: string;
  readonly title: string;
  /** `null`: not known, as the date. */
  readonly publisher: string | null;
  readonly date: string | null;
}

/** The cards that the numerator of a figure counts. */
export interface ReportCards {
  readonly cards: readonly ReportCard[];
  /** How many of them a report has no room for. */
  readonly more: number;
}

/** What stands in a report beside the figures. */
export interface FiguresAbout {
  /** The project's name. */
  readonly project: string;
  /** Of all that was counted: the same data have the same hash. */
  readonly projectHash: string;
  /** The program and its version. */
  readonly generator: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  readonly annotators: readonly Annotator[];
  readonly tagset: Tagset;
  readonly entities: readonly Entity[];
}

export interface FiguresReport {
  readonly measures: readonly MeasuredInsight[];
  /** By annotator: whose figures these are, over which articles. */
  readonly common: CommonArticles | null;
  /** Of a network: in how many articles each of its sources speaks. */
  readonly nodes: readonly InsightGroup[];
  /** Where cards were asked for: those of each group that counts any. */
  readonly cards: ReadonlyMap<InsightGroup, ReportCards>;
  readonly about: FiguresAbout;
}

export interface ReadableGroup {
  /** One for each of the columns; `null`: not known, which no text is. */
  readonly labels: readonly (string | null)[];
  readonly figure: InsightGroup;
  readonly cards: ReportCards | null;
}

export interface ReadableMeasure {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly formula: string;
  readonly source: string;
  /** What the figures are grouped by. */
  readonly columns: readonly string[];
  /** Which of the columns has the time of articles; -1: none. */
  readonly timeAt: number;
  readonly groups: readonly ReadableGroup[];
  /** Whether its groups say between which values those of all annotators lie. */
  readonly isByAnnotator: boolean;
  /** How many groups a report has no room for. */
  readonly more: number;
}

/** So many groups of a measure at most: tables for programs hold them all. */
export const mostShown = 500;

export const readableMeasures = (
  { measures, cards, about }: FiguresReport,
  words: Words,
): readonly ReadableMeasure[] =>
  measures.map(({ id, unit, groups }) => {
    const known = insightMeasures.find((one) => one.id === id);
    const columns = [...new Set(groups.flatMap(({ by }) => Object.keys(by)))].filter(isReadable);
    return {
      ...{ id, name: known ? words.tell(known.name) : id, unit: words.say(`method.unit-${unit}`) },
      definition: known ? words.tell(known.about) : "",
      ...{ formula: known?.formula ?? "", source: known?.source ?? "" },
      columns: columns.map((column) => columnName(column, about, words)),
      timeAt: columns.findIndex(isTime),
      groups: groups.slice(0, mostShown).map((figure) => ({
        labels: columns.map((column) => labelOf(column, figure.by[column] ?? null, about, words)),
        figure,
        cards: cards.get(figure) ?? null,
      })),
      isByAnnotator: groups.some(hasSpread),
      more: Math.max(0, groups.length - mostShown),
    };
  });

const isTime = (column: string): boolean => timeGroupings.some((one) => one === column);

/** The ids beside the names of entities are for programs. */
const isReadable = (column: string): boolean => !["entityId", "otherId", "annotatorId"].includes(column);

/** The field of entities that a column stands for. */
const fieldOf = (column: string, { tagset }: FiguresAbout): EntityField | undefined =>
  entityFieldsOf(tagset).find(({ id }) => id === column || `field:${id}` === column);

function columnName(column: string, about: FiguresAbout, { tell }: Words): string {
  const key = `method.by-${column}`;
  return isKey(key) ? tell({ key, values: {} }) : (fieldOf(column, about)?.name ?? column);
}

const declined = wordsOfAnswer(undefined, { declined: true });

/** The rooms of the words for values that are ours; all others are what people wrote. */
const rooms: Readonly<Record<string, string>> = { class: "entities", role: "entities", kind: "cards" };

function labelOf(
  column: string,
  value: string | null,
  about: FiguresAbout,
  { say, tell }: Words,
): string | null {
  if (value === null) return null;
  const key = `${rooms[column] ?? ""}.${column}-${value.replaceAll(" ", "-")}`;
  if (isKey(key)) return tell({ key, values: {} });
  return value === declined && fieldOf(column, about) ? say("entities.declined") : value;
}

/** How the figures were counted, in sentences. */
export function methodNote(
  { measures, common, cards, about }: FiguresReport,
  words: Words,
): readonly string[] {
  const { say, date } = words;
  const { project, projectHash, generator, writtenAt } = about;
  return [
    ...scopeNote(measures, about, words),
    ...(common ? commonNote(common, words) : []),
    ...pairsNote(measures, words),
    ...duplicatesNote(measures, words),
    ...intervalNote(measures, words),
    ...(cards.size > 0 ? [say("method.cards-shown")] : []),
    say("method.unknown-about"),
    say("method.made", { project, generator, date: date(new Date(writtenAt)), hash: projectHash }),
  ];
}

function scopeNote(
  [first]: readonly MeasuredInsight[],
  about: FiguresAbout,
  words: Words,
): readonly string[] {
  if (!first) return [];
  const { say, list } = words;
  const { articles, leftOut, curatedInPart, excludedCards, set, sets, filter, nested, weights } = first.scope;
  const { publishers, tags, words: titleWords, from, to } = filter;
  const named = (values: readonly string[]): string =>
    list(values.map((value) => (value === "" ? say("method.unknown") : value)));
  const person = sets.of === "person" ? about.annotators.find(({ id }) => id === sets.id) : undefined;
  return [
    say(sets.of === "people" ? "method.scope-common" : "insight.cli-scope", {
      articles,
      leftOut,
      curatedInPart,
      excludedCards,
    }),
    ...(set ? [say("method.scope-set", { name: set.name })] : []),
    ...(publishers.length > 0 ? [say("method.scope-publishers", { names: named(publishers) })] : []),
    ...(tags.length > 0 ? [say("method.scope-tags", { names: named(tags) })] : []),
    ...(titleWords === "" ? [] : [say("method.scope-words", { words: titleWords })]),
    ...(from === null && to === null ? [] : [daysNote({ from, to }, words)]),
    ...(sets.of === "people"
      ? []
      : [
          sets.of === "person"
            ? say("method.sets-person", { name: person?.name ?? sets.id })
            : say(`method.sets-${sets.of}`),
        ]),
    say("method.exclusions"),
    say("method.nested", { nested: nested ? "yes" : "no" }),
    say(`method.weights-${weights}`),
  ];
}

/** So many titles of articles are told. */
const mostTitles = 50;

/** The first titles of the articles that all annotated, and how many more there are. */
export function commonTitles(
  { articles }: CommonArticles,
  { say, list }: Words,
): { readonly titles: string; readonly more: number } {
  const titles = articles.slice(0, mostTitles).map(({ title }) => say("method.quoted-title", { title }));
  return { titles: list(titles), more: articles.length - titles.length };
}

function commonNote(common: CommonArticles, words: Words): readonly string[] {
  const { say, list } = words;
  const names = list(common.annotators.map(({ name }) => name));
  return [say("method.sets-people", { names }), say("method.common", commonTitles(common, words))];
}

const daysNote = (
  { from, to }: { readonly from: string | null; readonly to: string | null },
  { say }: Words,
): string =>
  say("method.scope-days", {
    which: from === null ? "to" : to === null ? "from" : "both",
    from: from ?? "",
    to: to ?? "",
  });

function pairsNote(measures: readonly MeasuredInsight[], { say }: Words): readonly string[] {
  const count = measures.find(({ pairSources }) => pairSources !== undefined)?.pairSources;
  return count === undefined ? [] : [say("method.pair-sources", { count })];
}

/** A policy is told where a measure heeds it: those that do not count everything. */
function duplicatesNote(measures: readonly MeasuredInsight[], { say }: Words): readonly string[] {
  const policies = new Set(measures.map(({ policy }) => policy));
  const [policy] = [...policies].filter((one) => one !== "all");
  if (policy === undefined) return policies.size > 0 ? [say("method.duplicates-all")] : [];
  return [say(`method.duplicates-${policy}`), ...(policies.has("all") ? [say("method.duplicates-not")] : [])];
}

function intervalNote(measures: readonly MeasuredInsight[], { say }: Words): readonly string[] {
  const [first] = measures;
  if (!first) return [];
  return first.scope.articles < leastArticles
    ? [say("insight.cli-few-articles", { least: leastArticles })]
    : [say("method.interval", { draws, seed: String(first.seed), least: leastArticles })];
}

/** A figure in the language's way of writing numbers, with three digits behind the point where it is no count. */
export function figureText(value: number | null, { number, figure }: Words, kind: "count" | "share"): string {
  if (value === null) return "–";
  return kind === "count" && Number.isInteger(value) ? number(value) : figure(value);
}

/** `0.120–0.190`. */
export const intervalText = ({ low, high }: InsightGroup, words: Words): string =>
  rangeText(low, high, words);

/** Between which values those of all annotators lie. */
export const spreadText = ({ least = null, most = null }: InsightGroup, words: Words): string =>
  rangeText(least, most, words);

const rangeText = (from: number | null, to: number | null, words: Words): string =>
  from === null || to === null
    ? "–"
    : `${figureText(from, words, "share")}–${figureText(to, words, "share")}`;
