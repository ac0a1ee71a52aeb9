// Follows the article and its cards, and says which cards the margin shows and where: only those near the screen, laid out
// anew when the focus, a card or the text's own layout changes, and when scrolling comes near the end of what is there.
import { type AnnotationSet, placeOf } from "../../../shared/model/annotation-set.ts";
import { type Attribution, spansOf } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import { followNear } from "../../editor/follow-near.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type CardSummary, summaryOf } from "../cards/card-summary.ts";
import { marginTops, spaceBelow } from "./margin-layout.ts";

/** A card as the margin shows it. The same object until something of it changes. */
export interface PlacedCard {
  readonly id: Id;
  /** Its index in the reading order. */
  readonly at: number;
  readonly depth: number;
  /** Pixels from the article's start. */
  readonly top: number;
  /** Lines of those who say it. */
  readonly head: number;
  /** Lines of the claim that are shown. */
  readonly lines: number;
  readonly inFocus: boolean;
  readonly summary: CardSummary;
}

interface MarginView {
  readonly cards: readonly PlacedCard[];
  /** How many cards the article has. */
  readonly count: number;
  /** From the card in focus to its words. */
  readonly tie: Tie | null;
}

interface Margin {
  readonly view: ReadableStore<MarginView>;
  /** Begins to follow, for cards that are put into `host`; returns how to stop. */
  follow(host: HTMLElement): () => void;
}

/** Heights in the margin's own font size, from which they follow; `margin.css` gives cards the same. */
const height = { card: 4.4, inFocus: 5.9, line: 1.46, gap: 0.5, firstLine: 1.2 };
/** Lines of the claim that have room in any case, and at most where nothing is below; how many characters go on an em, and ems that take none. */
const claimLines = { inFocus: 4, others: 2, most: 8, perEm: 1.85, besides: 2.8 };
/** Characters whose room is taken by a value that stands out before the claim, by a flag or note, and by a role such as “told to”. */
const besideWords = { value: 10, sign: 3, role: 10 };

const nothing: MarginView = { cards: [], count: 0, tie: null };

/** What was read off the page, which holds until the text or the margin is laid out anew. */
interface Measured {
  readonly near: Range;
  readonly fontSize: number;
  readonly charactersPerLine: number;
  /** By where words begin: the middle of their first line. */
  readonly levels: Map<number, number>;
}

interface MarginState {
  readonly session: Session;
  readonly view: Store<MarginView>;
  /** `null` while the margin is not shown. */
  measured: Measured | null;
  /** The latest tie, and what it was made from. */
  tied: { readonly from: readonly unknown[]; readonly tie: Tie | null } | null;
}

export function createMargin(session: Session): Margin {
  const margin: MarginState = { session, view: createStore(nothing), measured: null, tied: null };
  return {
    view: margin.view,
    follow(host) {
      const handle = session.view.current;
      if (!handle) return () => undefined;
      const stops = [
        followNear(handle, (near) => measure(margin, host, near)),
        session.shown.subscribe(() => place(margin)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function measure(margin: MarginState, host: HTMLElement, near: Range): void {
  const fontSize = Number.parseFloat(getComputedStyle(host).fontSize);
  const charactersPerLine = (host.clientWidth / fontSize - claimLines.besides) * claimLines.perEm;
  // A margin that is not shown has no width.
  margin.measured = host.clientWidth > 0 ? { near, fontSize, charactersPerLine, levels: new Map() } : null;
  margin.tied = null;
  place(margin);
}

/** Follows a change of the annotations or the focus; asks the page only for levels that are not known yet. */
function place(margin: MarginState): void {
  const { session, view, measured } = margin;
  if (!measured) {
    view.set(nothing);
    return;
  }
  const { annotations, cardOrder, focus } = session.shown.get();
  const previousView = view.get();
  const cards = placedCards(session, measured).map((card) => unlessSame(previousView.cards, card));
  const cardInFocus =
    focus.card !== null && cards.some(({ inFocus }) => inFocus)
      ? get(annotations.set.attributions, focus.card)
      : undefined;
  const nextView: MarginView = {
    cards: sameItems(cards, previousView.cards) ? previousView.cards : cards,
    count: cardOrder.length,
    tie: cardInFocus ? tieFor(margin, cardInFocus, annotations.set) : null,
  };
  if (
    nextView.cards !== previousView.cards ||
    nextView.tie !== previousView.tie ||
    nextView.count !== previousView.count
  )
    view.set(nextView);
}

/** The cards near the screen, each beside its words as far as there is room. */
function placedCards(session: Session, measured: Measured): readonly PlacedCard[] {
  const { near, fontSize, charactersPerLine, levels } = measured;
  const { annotations, cardOrder, focus } = session.shown.get();
  const cards = cardsNear(annotations.set, cardOrder, near).flatMap((one) => {
    const level = levelOf(session, one.start, levels);
    if (level === null) return [];
    const inFocus = one.card.id === focus.card;
    const summary = summaryOf(one.card, annotations, session);
    return { ...one, level, inFocus, summary, face: faceOf(summary, charactersPerLine, inFocus) };
  });
  const items = cards.map(({ level, inFocus, face: { head, least } }) => ({
    anchor: level - height.firstLine * fontSize,
    height: ((inFocus ? height.inFocus : height.card) + height.line * (head + least - 2)) * fontSize,
  }));
  const gap = height.gap * fontSize;
  const tops = marginTops(items, { gap, pinned: cards.findIndex(({ inFocus }) => inFocus) });
  const spare = spaceBelow(items, tops, gap);
  return cards.map(({ card: { id }, at, depth, inFocus, summary, face }, index) => {
    // What comes after the last one here is not laid out.
    const isFree = index < cards.length - 1 || at === cardOrder.length - 1;
    const more = isFree ? Math.floor((spare[index] ?? 0) / (height.line * fontSize)) : 0;
    return {
      id,
      at,
      depth,
      top: Math.round(tops[index] ?? 0),
      head: face.head,
      lines: Math.min(face.wanted, face.least + more),
      inFocus,
      summary,
    };
  });
}

function levelOf(session: Session, start: number, levels: Map<number, number>): number | null {
  const knownLevel = levels.get(start);
  if (knownLevel !== undefined) return knownLevel;
  const box = rectOf(session, { start, end: Math.min(start + 1, session.text.text.length) });
  if (!box) return null;
  const level = box.top + box.height / 2 - origin(session);
  levels.set(start, level);
  return level;
}

function tieFor(margin: MarginState, card: Attribution, set: AnnotationSet): Tie | null {
  const { session, tied } = margin;
  const from = [card, ...spansOf(card).map((id) => get(set.spans, id))];
  if (tied && sameItems(from, tied.from)) return tied.tie;
  const tie = tieOf(card, set, (range) => rectOf(session, range), origin(session));
  margin.tied = { from, tie };
  return tie;
}

const rectOf = (session: Session, range: Range): DOMRect | null =>
  session.view.current?.rectOf(range) ?? null;

/** Where the article starts in the viewport. */
function origin(session: Session): number {
  const scroller = session.view.current?.scroller();
  return scroller ? scroller.getBoundingClientRect().top - scroller.scrollTop : 0;
}

/** Lines of a card: of those who say it, and of its claim at least and where there is room. */
interface Face {
  readonly head: number;
  readonly least: number;
  readonly wanted: number;
}

function faceOf(summary: CardSummary, perLine: number, inFocus: boolean): Face {
  const { who, cue, via, claim, standsOut, flagged, noted } = summary;
  const signs = inFocus ? 0 : [flagged, noted].filter(Boolean).length;
  const viaLength = via.reduce((sum, one) => sum + besideWords.role + one.who.length, 0);
  const voiceLength = who.length + 1 + cue.length + viaLength + besideWords.sign * signs;
  const head = voiceLength <= perLine ? 1 : 2;
  const length = claim.length + besideWords.value * standsOut.length;
  // Lines are reckoned short: what is hardly longer than one fits on it, and another would stand empty.
  if (!inFocus && length <= perLine * 1.15) return { head, least: 1, wanted: 1 };
  const wanted = Math.min(claimLines.most, Math.max(1, Math.ceil(length / Math.max(1, perLine))));
  return { head, least: Math.min(inFocus ? claimLines.inFocus : claimLines.others, wanted), wanted };
}

function unlessSame(before: readonly PlacedCard[], next: PlacedCard): PlacedCard {
  const previousCard = before.find(({ id }) => id === next.id);
  const isSame =
    previousCard &&
    previousCard.at === next.at &&
    previousCard.depth === next.depth &&
    previousCard.top === next.top &&
    previousCard.head === next.head &&
    previousCard.lines === next.lines &&
    previousCard.inFocus === next.inFocus &&
    previousCard.summary === next.summary;
  return isSame ? previousCard : next;
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

// Finds the cards whose words lie in a part of the article, by binary searches in the reading order, so that ten thousand cards cost what
// thirty cost.

interface NearCard {
  readonly card: Attribution;
  /** Its index in the reading order. */
  readonly at: number;
  /** Where its words begin. */
  readonly start: number;
  /** How many cards it lies within; counted up to `deepest`. */
  readonly depth: number;
}

/** Cards deeper than this look like this. */
const deepest = 4;

/** The cards whose words begin in the range. `order`: all ids in reading order, those without a place last. */
export function cardsNear(set: AnnotationSet, order: readonly Id[], range: Range): readonly NearCard[] {
  const nearCards: NearCard[] = [];
  for (let at = firstFrom(set, order, range.start); at < order.length; at += 1) {
    const card = get(set.attributions, order[at] ?? "");
    const place = card && placeOf(set, card);
    if (!card || !place || place.start > range.end) break;
    nearCards.push({ card, at, start: place.start, depth: depthOf(set, card) });
  }
  return nearCards;
}

/** The index of the first card whose words begin at or behind an offset, or that has none. */
function firstFrom(set: AnnotationSet, order: readonly Id[], offset: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const card = get(set.attributions, order[middle] ?? "");
    const start = (card && placeOf(set, card))?.start ?? Number.POSITIVE_INFINITY;
    if (start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function depthOf(set: AnnotationSet, card: Attribution): number {
  let depth = 0;
  for (let outer = card.within; outer !== null && depth < deepest; depth += 1) {
    const enclosingCard = get(set.attributions, outer);
    if (!enclosingCard) break;
    outer = enclosingCard.within;
  }
  return depth;
}

// The line in the margin that ties the card in focus to its words: as tall as all of them, with a tick where each begins.

/** Pixels from the article's start. */
export interface Tie {
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly id: Id; readonly type: string; readonly top: number }[];
}

/**
 * `null` where none of the card's words is laid out. `rectOf` gives viewport rectangles, `origin` is where the article
 * starts in the viewport.
 */
function tieOf(
  card: Attribution,
  set: AnnotationSet,
  rectOf: (segment: Range) => DOMRect | null,
  origin: number,
): Tie | null {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const ticks = spansOf(card).flatMap((id) => {
    const span = get(set.spans, id);
    return (span?.segments ?? []).flatMap((segment, at) => {
      const box = rectOf({ start: segment.start, end: segment.end });
      const startBox = rectOf({ start: segment.start, end: segment.start + 1 });
      if (!span || !box || !startBox) return [];
      top = Math.min(top, box.top - origin);
      bottom = Math.max(bottom, box.bottom - origin);
      return {
        id: `${id} ${at}`,
        type: span.type,
        top: Math.round(startBox.top + startBox.height / 2 - origin),
      };
    });
  });
  return ticks.length === 0 ? null : { top: Math.round(top), bottom: Math.round(bottom), ticks };
}
