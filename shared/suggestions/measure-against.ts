// Measures suggestions against what an analyst made of the same articles, counted as `sayso evaluate` counts.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import type { Origin } from "../model/provenance.ts";
import { get, records } from "../model/table.ts";
import type { GoldLine, LineAttribution } from "../schema/attribution-lines.ts";
import { agreed } from "./agreeing.ts";
import { type Evaluation, evaluate, lineOf } from "./evaluate.ts";
import type { SuggestedCard } from "./suggested-card.ts";

export interface MeasuredWork {
  readonly id: Id;
  readonly text: ArticleText;
  readonly set: AnnotationSet;
  readonly cards: readonly SuggestedCard[];
}

/** Of all that is suggested, or of what one proposes alone. */
export interface OriginFigures extends Evaluation {
  readonly suggested: number;
  /** Cards of the analyst that began as suggestions, and how many of these were changed since. */
  readonly accepted: number;
  readonly edited: number;
}

export interface SuggestionFigures extends OriginFigures {
  /** Articles with cards of the analyst. */
  readonly articles: number;
  readonly cards: number;
  /** Of the rules (`null`) and of each model of the person's own; none where there are only the rules. */
  readonly origins: readonly (OriginFigures & { readonly model: string | null })[];
}

/** Articles without a card of the analyst are left out: nobody has said yet what is right there. */
export function measureAgainst(work: readonly MeasuredWork[], atLeast: number): SuggestionFigures {
  const done = work
    .filter(({ set }) => set.attributions.size > 0)
    .map((one) => ({ ...one, cards: one.cards.filter(({ confidence }) => confidence >= atLeast) }));
  const right = done.map(({ id, text, set }) => ({ id, text: text.text, attributions: linesOf(text, set) }));
  const annotatedCards = done.flatMap(({ set }) => [...records(set.attributions)]);
  const figures = (offered: (card: SuggestedCard) => boolean, began: (origin: Suggested) => boolean) =>
    figuresOf(done, right, annotatedCards, offered, began);
  const agreedOn = new Set(done.flatMap(({ cards }) => agreed(cards).map(({ card }) => card)));
  const origins = [...new Set([null, ...done.flatMap(({ cards }) => cards.map(({ model }) => model))])];
  return {
    ...figures(
      (card) => agreedOn.has(card),
      () => true,
    ),
    articles: done.length,
    cards: annotatedCards.length,
    origins:
      origins.length === 1
        ? []
        : origins.map((model) => ({
            model,
            ...figures(
              (card) => card.model === model,
              (origin) => (origin.model ?? null) === model,
            ),
          })),
  };
}

type Suggested = Extract<Origin, { readonly by: "suggested" }>;

function figuresOf(
  done: readonly MeasuredWork[],
  right: readonly GoldLine[],
  made: readonly Attribution[],
  isOffered: (card: SuggestedCard) => boolean,
  isBegun: (origin: Suggested) => boolean,
): OriginFigures {
  const offered = done.map(({ id, cards }) => ({
    id,
    attributions: cards.filter(isOffered).map((card) => ({ ...lineOf(card), type: card.kind })),
  }));
  const accepted = made.filter(({ provenance: { origin } }) => origin.by === "suggested" && isBegun(origin));
  return {
    ...evaluate(right, offered),
    suggested: offered.reduce((sum, { attributions }) => sum + attributions.length, 0),
    accepted: accepted.length,
    edited: accepted.filter(({ provenance }) => provenance.editedAt !== undefined).length,
  };
}

function linesOf(text: ArticleText, set: AnnotationSet): readonly LineAttribution[] {
  const segments = (ids: readonly (Id | null)[]) =>
    ids.flatMap((id) => (id === null ? undefined : get(set.spans, id))?.segments ?? []);
  return [...records(set.attributions)].map((card) => ({
    ...lineOf({ voice: segments(card.voice), cue: segments([card.cue]), claim: segments([card.claim]) }),
    type: effectiveKind(card, set, text),
  }));
}
