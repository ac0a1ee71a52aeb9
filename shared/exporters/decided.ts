// What a bundle tells of each decision in it, for those who write it down as a log: names instead of ids, and the words it is about.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { type Decision, isSettled } from "../model/decision.ts";
import type { Id } from "../model/id.ts";
import { compareRanges } from "../model/range.ts";
import type { ExportedArticle, ExportHead } from "./bundle.ts";

export interface LoggedDecision {
  readonly article: { readonly id: Id; readonly title: string };
  readonly id: Id;
  readonly about: Decision["about"];
  /** UTF-16 code units; `null` where nothing was marked. */
  readonly start: number | null;
  readonly end: number | null;
  readonly words: string;
  readonly differed: readonly string[];
  readonly how: Decision["how"];
  readonly settled: boolean;
  /** The name of whose way was taken; empty where it was nobody's alone. */
  readonly taken: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  /** What each annotator had; `words` is empty where their set is not in the bundle, `unit` null where they had none. */
  readonly had: readonly { readonly annotator: string; readonly unit: Id | null; readonly words: string }[];
  /** The words of what the decision made, as they are now. */
  readonly made: string;
}

/** Those of an article, in reading order. */
export function loggedDecisions({
  annotators,
}: ExportHead): (article: ExportedArticle) => readonly LoggedDecision[] {
  const names = new Map(annotators.map(({ id, name }) => [id, name]));
  const nameOf = (id: Id): string => names.get(id) ?? id;
  return (article) =>
    article.sets.flatMap((set) =>
      [...(set.decisions ?? [])].sort(inOrder).map((decision) => logged(article, set, decision, nameOf)),
    );
}

const inOrder = (a: Decision, b: Decision): number =>
  compareRanges(a.place ?? nowhere, b.place ?? nowhere) ||
  (a.about === b.about ? 0 : a.about === "span" ? -1 : 1) ||
  (a.id < b.id ? -1 : 1);
const nowhere = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

function logged(
  { article, text, sets }: ExportedArticle,
  curated: AnnotationSetJson,
  decision: Decision,
  nameOf: (id: Id) => string,
): LoggedDecision {
  const { id, about, place, aspects, how, taken, reason, provenance, members, made } = decision;
  return {
    article: { id: article.id, title: article.title },
    id,
    about,
    start: place?.start ?? null,
    end: place?.end ?? null,
    words: place ? text.slice(place.start, place.end) : "",
    differed: aspects,
    how,
    settled: isSettled(decision),
    taken: taken === null ? "" : nameOf(taken),
    reason,
    decidedBy: nameOf(provenance.annotator),
    decidedAt: provenance.at,
    had: members.map(({ annotator, unit }) => {
      const set = sets.find(({ annotatorId }) => annotatorId === annotator);
      return { annotator: nameOf(annotator), unit, words: unit === null || !set ? "" : wordsOf(set, unit) };
    }),
    made: made.map((one) => wordsOf(curated, one)).join(" / "),
  };
}

/** The words of a span, or of what a card is about: its claim, else its cue, else its voices. */
function wordsOf({ spans, attributions }: AnnotationSetJson, id: Id): string {
  const spanWords = (one: Id | null): string =>
    spans
      .find((span) => span.id === one)
      ?.segments.map(({ quote }) => quote)
      .join(" … ") ?? "";
  const card = attributions.find((one) => one.id === id);
  if (!card) return spanWords(id);
  return spanWords(card.claim) || spanWords(card.cue) || card.voice.map(spanWords).join(", ");
}
