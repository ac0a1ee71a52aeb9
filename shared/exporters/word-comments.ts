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
import { type Thread, threadsOf } from "../model/threads.ts";
import {
  cardNumbers,
  type NamedRow,
  noteRows,
  notesInOrder,
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

/** The comments on an article, once a set: for each card, mark in no card, exclusion and remark, in reading order; replies behind what they answer. */
export function commentsIn(exported: ExportedArticle): (readable: ReadableArticle) => readonly Comment[] {
  const annotatorOf = annotatorConcerned(exported);
  const threads = threadsOf(exported.sets)
    .toReversed()
    .map((thread) => ({ thread, annotator: annotatorOf(thread) }));
  return (readable) => {
    const { json, set } = readable;
    if (!json || !set) return [];
    const ofNotes = noteComments(readable, json, set);
    const ofThreads = threads
      .filter(({ annotator }) => annotator === json.annotatorId)
      .map(({ thread }) => threadComments(thread, readable, set));
    const startOf = ([first]: readonly Comment[]): number => first?.place?.start ?? -1;
    return [...ofNotes, ...ofThreads].sort((a, b) => startOf(a) - startOf(b)).flat();
  };
}

/** Whose set has the mark or card that a thread is about, of several the first; where none has, whose remark began it. */
function annotatorConcerned({ sets }: ExportedArticle): (thread: Thread) => Id | undefined {
  const annotators = new Map(
    sets
      .toReversed()
      .flatMap(({ annotatorId, spans, attributions }) =>
        [...spans, ...attributions].map(({ id }) => [id, annotatorId]),
      ),
  );
  return ({ on, remarks }) => subjectIds(on).flatMap((id) => annotators.get(id) ?? [])[0] ?? remarks[0]?.by;
}

const nameIn = ({ names }: ReadableArticle, annotator: Id): string => names.get(annotator) ?? annotator;

function noteComments(
  readable: ReadableArticle,
  json: AnnotationSetJson,
  set: AnnotationSet,
): readonly (readonly Comment[])[] {
  const notes = notesInOrder(set);
  const around = { ...readable, set, numbers: cardNumbers(notes) };
  return notes.map((note): readonly Comment[] => {
    const record = "card" in note ? note.card : "span" in note ? note.span : null;
    const heading: readonly NamedRow[] =
      "card" in note ? [[`card ${around.numbers.get(note.card.id)}`, ""]] : [];
    return [
      {
        place: note.place,
        author: nameIn(readable, record?.provenance.annotator ?? json.annotatorId),
        ...(record && { at: record.provenance.at }),
        rows: () => [...heading, ...noteRows(note, around)],
        ...{ isReply: false, isDone: false },
      },
    ];
  });
}

function threadComments(thread: Thread, readable: ReadableArticle, set: AnnotationSet): readonly Comment[] {
  const place = placeOfThread(thread, set);
  return thread.remarks.map(
    (remark, index): Comment => ({
      place,
      author: nameIn(readable, remark.by),
      at: remark.provenance.at,
      rows: () => remarkRowsOf(remark, place === null && index === 0),
      isReply: index > 0,
      isDone: thread.isResolved,
    }),
  );
}

function remarkRowsOf({ kind, text, on }: Remark, withQuote: boolean): readonly NamedRow[] {
  const words = noteText(text);
  return [
    ...(withQuote && "quote" in on && on.quote !== "" ? [["", `“${on.quote}”`] as const] : []),
    ...(kind === "remark" ? [] : [[kind === "resolve" ? "resolved" : "reopened", ""] as const]),
    ...(words === "" ? [] : [["", words] as const]),
  ];
}

function placeOfThread({ on }: Thread, set: AnnotationSet): Range | null {
  for (const id of subjectIds(on)) {
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
