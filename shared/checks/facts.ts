// Facts that several checks ask for: which spans fit a slot, who a card's voices are, what stands in the same sentence.
import { mentionsOf, usersOf } from "../model/annotation-set.ts";
import { type ArticleText, paragraphAt } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { idsBehind } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { hull, overlaps, type Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import { shortened } from "../model/shortened.ts";
import { type Span, spanHull, spanText } from "../model/span.ts";
import { get } from "../model/table.ts";
import type { SlotId, Tagset } from "../model/tagset.ts";
import type { CheckContext } from "./check.ts";

/** Code units of words that a sentence about them quotes. */
const longestQuoted = 60;

/** True when spans of this type fit into the slot. */
export const fits = (tagset: Tagset, slot: SlotId, type: string): boolean =>
  tagset.slots.find(({ id }) => id === slot)?.accepts.includes(type) ?? false;

export function spanOf({ annotations }: CheckContext, id: Id | null): Span | undefined {
  return id === null ? undefined : get(annotations.set.spans, id);
}

/** The words of a span, short enough to stand in a sentence. */
export function quoted(span: Span): string {
  return shortened(spanText(span), longestQuoted);
}

/** Whom a mention means, after all merges. */
export function entityOf({ annotations }: CheckContext, span: Span): Entity | undefined {
  return span.entity === undefined ? undefined : entityBehind(annotations.entities, span.entity);
}

/** The mentions of an entity in the article and of those merged into it, in reading order. */
export function mentionsBehind({ annotations }: CheckContext, { id }: Entity): Span[] {
  const { set, entities } = annotations;
  return idsBehind(entities, id)
    .flatMap((each) => mentionsOf(set, each))
    .sort((a, b) => spanHull(a).start - spanHull(b).start);
}

/** The cards in which one of these spans is a voice, each once. */
export function cardsVoicedBy({ annotations }: CheckContext, spans: readonly Span[]): Attribution[] {
  const cards = spans.flatMap(({ id }) =>
    usersOf(annotations.set, id).filter(({ voice }) => voice.includes(id)),
  );
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}

/** The sentences that a range has a part in, as one stretch. */
export function sentenceAround(article: ArticleText, range: Range): Range {
  const paragraph = article.paragraphs[paragraphAt(article, range.start)];
  const sentences = paragraph ? sentencesIn(article, paragraph).filter((one) => overlaps(one, range)) : [];
  return hull([range, ...sentences]);
}

/** The spans around a place that fit the slot, nearest first; `among` leaves out others. */
export function nearest(
  { tagset, places }: CheckContext,
  slot: SlotId,
  { place, within }: { readonly place: Range; readonly within: Range },
  among: (span: Span) => boolean = () => true,
): Span[] {
  const distance = (span: Span): number => {
    const { start, end } = spanHull(span);
    return Math.max(0, start - place.end, place.start - end);
  };
  return places
    .overlapping(within)
    .filter((span) => fits(tagset, slot, span.type) && among(span))
    .sort((a, b) => distance(a) - distance(b) || spanHull(a).start - spanHull(b).start);
}

/** True when no card has the span. */
export const isFree = ({ annotations }: CheckContext, { id }: Span): boolean =>
  usersOf(annotations.set, id).length === 0;
