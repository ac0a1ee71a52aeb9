// How near suggestions come to what an analyst made of the same articles, counted as `sayso evaluate` counts.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import type { Range } from "../model/range.ts";
import { get, records } from "../model/table.ts";
import type { LineAttribution, LineRange } from "../schema/attribution-lines.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { ProposedCard } from "./proposed-card.ts";

export interface MeasuredWork {
  readonly id: Id;
  readonly text: ArticleText;
  readonly set: AnnotationSet;
  readonly cards: readonly ProposedCard[];
}

export interface SuggestionFigures extends Evaluation {
  /** Articles with cards of the analyst. */
  readonly articles: number;
  readonly cards: number;
  readonly suggested: number;
  /** Cards of the analyst that began as suggestions, and how many of these were changed since. */
  readonly accepted: number;
  readonly edited: number;
}

/** Articles without a card of the analyst are left out: nobody has said yet what is right there. */
export function measureAgainst(work: readonly MeasuredWork[], atLeast: number): SuggestionFigures {
  const done = work.filter(({ set }) => set.attributions.size > 0);
  const offered = done.map(({ id, cards }) => ({
    id,
    attributions: cards.filter(({ confidence }) => confidence >= atLeast).map(lineOfCard),
  }));
  const right = done.map(({ id, text, set }) => ({ id, text: text.text, attributions: linesOf(text, set) }));
  const cards = done.flatMap(({ set }) => [...records(set.attributions)]);
  const accepted = cards.filter(({ provenance }) => provenance.origin.by === "suggested");
  return {
    ...evaluate(right, offered),
    articles: done.length,
    cards: cards.length,
    suggested: offered.reduce((sum, { attributions }) => sum + attributions.length, 0),
    accepted: accepted.length,
    edited: accepted.filter(({ provenance }) => provenance.editedAt !== undefined).length,
  };
}

const pairs = (ranges: readonly Range[]): LineRange[] =>
  ranges.map(({ start, end }): LineRange => [start, end]);

const lineOfCard = ({ voice, cue, claim, kind }: ProposedCard): LineAttribution => ({
  source: pairs(voice),
  cue: pairs(cue),
  content: pairs(claim),
  type: kind,
});

function linesOf(text: ArticleText, set: AnnotationSet): readonly LineAttribution[] {
  const segments = (ids: readonly (Id | null)[]): LineRange[] =>
    ids.flatMap((id) => pairs((id === null ? undefined : get(set.spans, id))?.segments ?? []));
  return [...records(set.attributions)].map((card) => ({
    source: segments(card.voice),
    cue: segments([card.cue]),
    content: segments([card.claim]),
    type: effectiveKind(card, set, text),
  }));
}
