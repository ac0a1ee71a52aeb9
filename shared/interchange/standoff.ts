// The common form of all foreign formats: a text with labelled spans, labelled relations between them and named values on them. Exporters
// write it, importers read it; `flatten.ts` and `build-sets.ts` lead from our sets and back.
import type { ArticleFact, Metadata } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Progress } from "../model/progress.ts";
import type { Range } from "../model/range.ts";
import type { MarkProvenance } from "./provenance-value.ts";

/** A value on a span. A name stands at most once on one. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  /** Of a note that a mapping made of several values: these. Absent: it is one. */
  readonly parts?: readonly string[];
}

/** Each of the values that this one is made of. */
export const singleValues = ({ name, value, parts = [value] }: NamedValue): readonly NamedValue[] =>
  parts.map((part) => ({ name, value: part }));

/** `segments` holds at least one stretch, none of them empty, in reading order and apart from each other. */
export interface StandoffSpan {
  /** Tells spans of one standoff apart; says nothing else. */
  readonly id: string;
  readonly label: string;
  readonly segments: readonly Range[];
  readonly values: readonly NamedValue[];
  /** How it came to be, of what is written; what is read has it among its values. */
  readonly provenance?: MarkProvenance;
  /** The file that it stands in, where that is another one than its standoff's. */
  readonly file?: string;
  /** It stands on the words that trigger an event, which no other span of that event marks: as a card it has its cue there. */
  readonly isTrigger?: true;
}

/** `from` and `to` are ids of spans of the same standoff. It stands in the file of the span that it leads from. */
export interface StandoffRelation {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** What else is said of it; absent where that is nothing. */
  readonly values?: readonly NamedValue[];
}

/** Evidence that has no place in the text of its standoff is none of it: the words say it. */
export type StandoffEntity = Omit<Entity, "mergedInto" | "fields">;

/** One annotator's annotations of one text. */
export interface Standoff {
  /** What the files call the text. Standoffs are of one article where this and the text are the same (`sort-by-text.ts`). */
  readonly article: string;
  readonly title: string;
  readonly text: string;
  /** A name for people; `null` where nobody is named. */
  readonly annotator: string | null;
  /** The folder of its file, with slashes, where it may be an annotator's or a part of the article's name; absent: of no meaning. */
  readonly folder?: string;
  /** The file that it was read from; absent where it is from none. It decides nothing, and no id depends on it. */
  readonly file?: string;
  /** What the file says of the article beside its text; absent: nothing. */
  readonly about?: readonly ArticleFact[];
  /** Labels that people put on the article; absent: none. */
  readonly tags?: readonly string[];
  /** Which stretches of the text say such things; absent: none, or the file does not say. */
  readonly metadata?: readonly Metadata[];
  /** The name of the file that the article came from. */
  readonly original?: string;
  /** Those whom spans mention by their keys, with all that is known of them. */
  readonly entities?: readonly StandoffEntity[];
  /** Not what the annotator made, but what was decided between several in the other tool. */
  readonly isCurated?: true;
  /** What was said of the marks and the article, or beside them, a line each: of what is written. */
  readonly remarks?: readonly string[];
  /** What the annotator said of the text as a whole. */
  readonly progress?: Pick<Progress, "state" | "note">;
  readonly spans: readonly StandoffSpan[];
  readonly relations: readonly StandoffRelation[];
}

/** The file that a span of a standoff stands in; empty where it is from none. */
export const fileOf = ({ file = "" }: Pick<Standoff, "file">, span?: Pick<StandoffSpan, "file">): string =>
  span?.file ?? file;

/** The standoff without what says which files it is from; all else in the order in which it was. */
export function withoutFiles({ file: _file, ...document }: Standoff): Standoff {
  if (document.spans.every((span) => span.file === undefined)) return document;
  return { ...document, spans: document.spans.map(({ file: _of, ...span }) => span) };
}

/** What a span says under this name. */
export const namedValue = ({ values }: Pick<StandoffSpan, "values">, name: string): string | undefined =>
  values.find((one) => one.name === name)?.value;

/** The words of a span as read, its segments joined by a blank. */
export function wordsOfSpan(text: string, { segments }: Pick<StandoffSpan, "segments">): string {
  return segments.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** Code units of these words, which overlapping segments of a hostile file could make longer than any text can be. */
export const lengthOfWords = (segments: readonly Range[]): number =>
  segments.reduce((sum, { start, end }) => sum + Math.max(0, end - start), Math.max(0, segments.length - 1));

/** The relations of each span that they lead from, in their order. */
export function relationsFrom(
  relations: readonly StandoffRelation[],
): ReadonlyMap<string, readonly StandoffRelation[]> {
  const outgoingRelations = new Map<string, StandoffRelation[]>();
  for (const relation of relations) {
    const spanRelations = outgoingRelations.get(relation.from);
    if (spanRelations) spanRelations.push(relation);
    else outgoingRelations.set(relation.from, [relation]);
  }
  return outgoingRelations;
}
