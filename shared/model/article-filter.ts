// Filters of articles as data, so that they can be kept by a name, and whether an article fits one. Pure.
import { foldedName } from "./folded-name.ts";
import type { Id } from "./id.ts";
import { type ArticleState, type WorkState, workStates } from "./progress.ts";

/** Stands for nobody among people, and for an article that no one is to annotate among the states of its work. */
export const nobody = "nobody";

/** What a filter can ask of an article. */
export interface ArticleFacts {
  readonly article: Id;
  readonly title: string;
  /** How far this person is with it. */
  readonly state: ArticleState;
  /** How far it is with everybody; `null`: nobody is to annotate it and nobody does. */
  readonly work: WorkState | null;
  readonly assigned: readonly Id[];
  /** Who marked or said anything in it. */
  readonly annotated: readonly Id[];
  /** `null`: not known. */
  readonly publisher: string | null;
  /** A year, a month or a day in ISO 8601, perhaps with a time; `null`: not known. */
  readonly date: string | null;
  readonly tags: readonly string[];
  /** Gaps of this person's marks. */
  readonly gaps: number;
  readonly hasNote: boolean;
}

/** Every condition must hold, of a list of values one; an empty list or `null` asks nothing. */
export interface ArticleFilter {
  /** Words of the title, in any order, whatever their case and their forms of characters. */
  readonly words: string;
  readonly states: readonly ArticleState[];
  readonly work: readonly (WorkState | typeof nobody)[];
  /** Ids of people, or `nobody`. */
  readonly assigned: readonly string[];
  readonly annotated: readonly string[];
  /** Empty: articles whose publisher is not known. */
  readonly publishers: readonly string[];
  /** However they are written. Empty: articles without tags. */
  readonly tags: readonly string[];
  /** The first and the last day: a year, a month or a day in ISO 8601. An article without a date is in no time. */
  readonly from: string | null;
  readonly to: string | null;
  readonly gaps: "some" | "none" | null;
  readonly note: boolean | null;
  /** Picked by hand. */
  readonly articles: readonly Id[];
}

export const everyArticle: ArticleFilter = {
  words: "",
  states: [],
  work: [],
  assigned: [],
  annotated: [],
  publishers: [],
  tags: [],
  from: null,
  to: null,
  gaps: null,
  note: null,
  articles: [],
};

/** A filter that a person keeps by a name. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: ArticleFilter;
}

/** The states of work that can be asked for, in the order in which they are shown. */
export const filterWork = [nobody, ...workStates] as const;

const conditions: {
  readonly [Name in keyof ArticleFilter]: (wanted: ArticleFilter[Name], facts: ArticleFacts) => boolean;
} = {
  words: (words, { title }) => {
    const inTitle = foldedName(title);
    return foldedName(words)
      .split(" ")
      .every((word) => inTitle.includes(word));
  },
  states: (states, { state }) => states.length === 0 || states.includes(state),
  work: (wanted, { work }) => wanted.length === 0 || wanted.includes(work ?? nobody),
  assigned: (wanted, { assigned }) => hasOneOf(wanted, assigned),
  annotated: (wanted, { annotated }) => hasOneOf(wanted, annotated),
  publishers: (wanted, { publisher }) => wanted.length === 0 || wanted.includes(publisher ?? ""),
  tags: (wanted, { tags }) => {
    if (wanted.length === 0) return true;
    const names = new Set(tags.length === 0 ? [""] : tags.map(foldedName));
    return wanted.some((tag) => names.has(foldedName(tag)));
  },
  from: (from, { date }) => from === null || (date !== null && date >= from),
  // A day lies in the month or year that is the last one.
  to: (to, { date }) => to === null || (date !== null && date.slice(0, to.length) <= to),
  gaps: (wanted, { gaps }) => wanted === null || (wanted === "some") === gaps > 0,
  note: (wanted, { hasNote }) => wanted === null || wanted === hasNote,
  articles: (picked, { article }) => picked.length === 0 || picked.includes(article),
};

const hasOneOf = (wanted: readonly string[], people: readonly Id[]): boolean =>
  wanted.length === 0 || wanted.some((one) => (one === nobody ? people.length === 0 : people.includes(one)));

type Condition = keyof ArticleFilter;
const conditionNames = Object.keys(conditions) as readonly Condition[];

const holds = <Name extends Condition>(name: Name, filter: ArticleFilter, facts: ArticleFacts): boolean =>
  conditions[name](filter[name], facts);

/** Whether an article fits. */
export const matches = (filter: ArticleFilter, facts: ArticleFacts): boolean =>
  conditionNames.every((name) => holds(name, filter, facts));

/** The conditions that ask anything, in their order. */
export const activeConditions = (filter: ArticleFilter): readonly Condition[] =>
  conditionNames.filter((name) => {
    const wanted = filter[name];
    return Array.isArray(wanted)
      ? wanted.length > 0
      : typeof wanted === "string"
        ? wanted.trim() !== ""
        : wanted !== null;
  });

/** The filter without one of its conditions. */
export const withoutCondition = (filter: ArticleFilter, name: Condition): ArticleFilter => ({
  ...filter,
  [name]: everyArticle[name],
});

/** Whether they ask the same. */
export const isSameFilter = (one: ArticleFilter, other: ArticleFilter): boolean =>
  conditionNames.every(
    (name) => JSON.stringify(sortedValue(one[name])) === JSON.stringify(sortedValue(other[name])),
  );

const sortedValue = (value: ArticleFilter[Condition]): unknown =>
  Array.isArray(value)
    ? [...value].sort()
    : typeof value === "string"
      ? value.trim().split(/\s+/u).sort()
      : value;
