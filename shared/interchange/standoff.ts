// What all foreign formats have in common, and nothing more: a text with labelled spans, labelled relations between them and
// named values on them. Exporters write it, importers read it; `flatten.ts` and `build-sets.ts` lead from our sets and back.
import type { Range } from "../model/range.ts";

/** A value on a span. A name stands at most once on one. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** `segments` holds at least one stretch, none of them empty, in reading order and apart from each other. */
export interface StandoffSpan {
  /** Tells spans of one standoff apart; says nothing else. */
  readonly id: string;
  readonly label: string;
  readonly segments: readonly Range[];
  readonly values: readonly NamedValue[];
}

/** `from` and `to` are ids of spans of the same standoff. */
export interface StandoffRelation {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** One annotator's annotations of one text. */
export interface Standoff {
  /** What texts are told apart by: the standoffs of several annotators of one article have the same. */
  readonly article: string;
  readonly title: string;
  readonly text: string;
  /** A name for people; `null` where nobody is named. */
  readonly annotator: string | null;
  readonly spans: readonly StandoffSpan[];
  readonly relations: readonly StandoffRelation[];
}

/** The words of a span as read, its segments joined by a blank. */
export function wordsOfSpan(text: string, { segments }: Pick<StandoffSpan, "segments">): string {
  return segments.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** The standoffs of each article, in the order in which they came first. */
export function byArticle(documents: readonly Standoff[]): readonly (readonly [Standoff, ...Standoff[]])[] {
  const groups = new Map<string, [Standoff, ...Standoff[]]>();
  for (const document of documents) {
    const group = groups.get(document.article);
    if (group) group.push(document);
    else groups.set(document.article, [document]);
  }
  return [...groups.values()];
}

/** The relations of each span that they lead from, in their order. */
export function relationsFrom(
  relations: readonly StandoffRelation[],
): ReadonlyMap<string, readonly StandoffRelation[]> {
  const found = new Map<string, StandoffRelation[]>();
  for (const relation of relations) {
    const own = found.get(relation.from);
    if (own) own.push(relation);
    else found.set(relation.from, [relation]);
  }
  return found;
}
