// The comments that a Word document has on an article: its cards, the marks in none, what is not annotated, and what was said of all these,
// each by who made it. And where in the text they begin and end.

import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { noteText } from "../interchange/note-text.ts";
import { type AnnotationSet, type AnnotationSetJson, placeOf } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { type Remark, subjectIds } from "../model/remark.ts";
import { spanHull } from "../model/span.ts";
import { get } from "../model/table.ts";
import {
  cardNumbers,
  type NamedRow,
  noteRows,
  notesOf,
  type ReadableArticle,
  withinParagraphs,
} from "./readable-article.ts";

/** What stands beside words, or beside the article as a whole. */
export interface Comment {
  /** `null`: it is about the article, or what it is about has no place. */
  readonly place: Range | null;
  readonly author: string;
  /** ISO 8601, UTC; absent: it is not known when. */
  readonly at?: string;
  rows(): readonly NamedRow[];
  /** Of the last one before it that is none. */
  readonly isReply: boolean;
  readonly isDone: boolean;
}

/** A comment for each card, mark in no card, exclusion and remark, in reading order; replies behind what they answer. */
export function commentsOn(readable: ReadableArticle, exported: ExportedArticle): readonly Comment[] {
  const { json, set, names } = readable;
  if (!json || !set) return [];
  const notes = notesOf(set);
  const around = { ...readable, set, numbers: cardNumbers(notes) };
  const nameOf = (id: Id): string => names.get(id) ?? id;
  const ofNotes = notes.map((note): readonly Comment[] => {
    const record = "card" in note ? note.card : "span" in note ? note.span : null;
    const heading: readonly NamedRow[] =
      "card" in note ? [[`card ${around.numbers.get(note.card.id)}`, ""]] : [];
    return [
      {
        place: note.place,
        author: nameOf(record?.provenance.annotator ?? json.annotatorId),
        ...(record && { at: record.provenance.at }),
        rows: () => [...heading, ...noteRows(note, around)],
        ...{ isReply: false, isDone: false },
      },
    ];
  });
  const ofThreads = threadsOn(json, exported).map((thread) => {
    const place = placeOfThread(thread, set);
    const lastTurn = thread.findLast(({ kind }) => kind !== "remark")?.kind;
    return thread.map(
      (remark, at): Comment => ({
        place,
        author: nameOf(remark.provenance.annotator),
        at: remark.provenance.at,
        rows: () => remarkRowsOf(remark, place === null && at === 0),
        isReply: at > 0,
        isDone: lastTurn === "resolve",
      }),
    );
  });
  const startOf = ([first]: readonly Comment[]): number => first?.place?.start ?? -1;
  return [...ofNotes, ...ofThreads].sort((a, b) => startOf(a) - startOf(b)).flat();
}

function remarkRowsOf({ kind, text, on }: Remark, withQuote: boolean): readonly NamedRow[] {
  const words = noteText(text);
  return [
    ...(withQuote && "quote" in on && on.quote !== "" ? [["", `“${on.quote}”`] as const] : []),
    ...(kind === "remark" ? [] : [[kind === "resolve" ? "resolved" : "reopened", ""] as const]),
    ...(words === "" ? [] : [["", words] as const]),
  ];
}

/** The threads about a mark or card of this set, and those begun in it about what is in none of the sets; the first remark first. */
function threadsOn(json: AnnotationSetJson, { sets }: ExportedArticle): readonly (readonly Remark[])[] {
  const threads = new Map<Id, Remark[]>();
  for (const remark of sets.flatMap(({ remarks = [] }) => remarks))
    threads.set(remark.thread, [...(threads.get(remark.thread) ?? []), remark]);
  const orderOf = ({ id, thread, provenance }: Remark): string => (id === thread ? "" : provenance.at);
  return [...threads.values()]
    .map((thread) => [...thread].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)))
    .filter(([first]) => {
      const ids = new Set(first ? subjectIds(first.on) : []);
      const about = sets.find(({ spans, attributions }) =>
        [...spans, ...attributions].some(({ id }) => ids.has(id)),
      );
      return (about ?? sets.find(({ remarks }) => first && remarks?.includes(first))) === json;
    });
}

function placeOfThread([first]: readonly Remark[], set: AnnotationSet): Range | null {
  for (const id of first ? subjectIds(first.on) : []) {
    const span = get(set.spans, id);
    if (span) return spanHull(span);
    const card = get(set.attributions, id);
    if (card) return placeOf(set, card);
  }
  return null;
}

/** Which comments begin and end where, by their ids. */
export interface Anchors {
  readonly onTitle: readonly number[];
  readonly begins: ReadonlyMap<number, readonly number[]>;
  readonly ends: ReadonlyMap<number, readonly number[]>;
  /** Of both. */
  readonly places: readonly number[];
}

export function anchorsOf(comments: readonly Comment[], firstId: number, article: ArticleText): Anchors {
  const onTitle: number[] = [];
  const begins = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  const add = (at: Map<number, number[]>, place: number, id: number): void => {
    at.set(place, [...(at.get(place) ?? []), id]);
  };
  for (const [index, { place }] of comments.entries()) {
    const range = place && withinParagraphs(place, article);
    if (!range) onTitle.push(firstId + index);
    else {
      add(begins, range.start, firstId + index);
      add(ends, range.end, firstId + index);
    }
  }
  return { onTitle, begins, ends, places: [...new Set([...begins.keys(), ...ends.keys()])] };
}
