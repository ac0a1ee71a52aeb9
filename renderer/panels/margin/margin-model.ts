// Follows the article and its cards, and says which cards the margin shows and where: only those near the screen, laid out
// anew when the focus, a card or the text's own layout changes, and when scrolling comes near the end of what is there. Their heights
// are those that the page gave them.
import { type AnnotationSet, placeOf } from "../../../shared/model/annotation-set.ts";
import { type Attribution, spansOf } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import { followNear } from "../../editor/follow-near.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type CardSummary, summaryOf } from "../cards/card-face.tsx";
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
  /** Pixels that it takes with these lines, as far as was measured. */
  readonly height: number;
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

/** What a card takes on the page, in pixels: whatever is not text, and each of its two texts if none of it were cut. */
export interface MeasuredFace {
  readonly besides: number;
  readonly who: MeasuredText;
  readonly claim: MeasuredText;
}

interface MeasuredText {
  readonly lines: number;
  /** The height of one. */
  readonly line: number;
}

interface Margin {
  readonly view: ReadableStore<MarginView>;
  /** Those of the cards that are shown whose size in this look was not told yet. */
  unmeasured(): readonly PlacedCard[];
  /** Takes the sizes of cards as they are shown, and lays them out by these. */
  takeSizes(sizes: readonly (readonly [PlacedCard, MeasuredFace])[]): void;
  /** Measures all of them anew where one of those at these places has another height than it should have, such as in another size of text. */
  checkHeights(heights: ReadonlyMap<number, number>): void;
  /** Begins to follow, for cards that are put into `host`; returns how to stop. */
  follow(host: HTMLElement): () => void;
}

/** In the margin's own font size: what is kept free between two cards, and how far the middle of the first line is below the top. */
const distance = { gap: 0.5, firstLine: 1.2 };
/** Lines of those who say it at most; of the claim, those that have room in any case, and at most where nothing is below. */
const mostLines = { who: 3, claim: 8 };
const leastLines = { inFocus: 4, others: 2 };

const nothing: MarginView = { cards: [], count: 0, tie: null };

/** What was read off the page, which holds until the text or the margin is laid out anew. */
interface Measured {
  readonly near: Range;
  readonly fontSize: number;
  /** By where words begin: the middle of their first line. */
  readonly levels: Map<number, number>;
}

/** The sizes of cards as they look in focus and out of it, by what they show; and of each the latest, near that of its next look. */
interface Sizes {
  readonly inFocus: WeakMap<CardSummary, MeasuredFace>;
  readonly others: WeakMap<CardSummary, MeasuredFace>;
  readonly latest: Map<Id, MeasuredFace>;
}

const noSizes = (): Sizes => ({ inFocus: new WeakMap(), others: new WeakMap(), latest: new Map() });

interface MarginState {
  readonly session: Session;
  /** They hold as long as the margin has this width. */
  sizes: Sizes;
  width: number;
  readonly view: Store<MarginView>;
  /** `null` while the margin is not shown. */
  measured: Measured | null;
  /** The latest tie, and what it was made from. */
  tied: { readonly from: readonly unknown[]; readonly tie: Tie | null } | null;
}

export function createMargin(session: Session): Margin {
  const margin: MarginState = {
    ...{ session, view: createStore(nothing), measured: null, tied: null },
    ...{ sizes: noSizes(), width: 0 },
  };
  const measureAnew = (): void => {
    margin.sizes = noSizes();
    place(margin);
  };
  return {
    view: margin.view,
    unmeasured: () => margin.view.get().cards.filter((card) => !sizeOf(margin, card)),
    takeSizes(sizes) {
      for (const [{ id, summary, inFocus }, size] of sizes) {
        margin.sizes[inFocus ? "inFocus" : "others"].set(summary, size);
        margin.sizes.latest.set(id, size);
      }
      place(margin);
    },
    checkHeights(heights) {
      const isOther = (card: PlacedCard): boolean =>
        sizeOf(margin, card) !== undefined &&
        Math.abs((heights.get(card.at) ?? card.height) - card.height) > 1;
      if (margin.view.get().cards.some(isOther)) measureAnew();
    },
    follow(host) {
      const handle = session.view.current;
      if (!handle) return () => undefined;
      document.fonts.addEventListener("loadingdone", measureAnew);
      const stops = [
        followNear(handle, (near) => measure(margin, host, near)),
        session.shown.subscribe(() => place(margin)),
        () => document.fonts.removeEventListener("loadingdone", measureAnew),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function measure(margin: MarginState, host: HTMLElement, near: Range): void {
  const fontSize = Number.parseFloat(getComputedStyle(host).fontSize);
  const width = host.clientWidth / fontSize;
  if (width !== margin.width) margin.sizes = noSizes();
  margin.width = width;
  // A margin that is not shown has no width.
  margin.measured = width > 0 ? { near, fontSize, levels: new Map() } : null;
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
  const cards = placedCards(margin, measured).map((card) => unlessSame(previousView.cards, card));
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
function placedCards(margin: MarginState, { near, fontSize, levels }: Measured): readonly PlacedCard[] {
  const { session } = margin;
  const { annotations, cardOrder, focus } = session.shown.get();
  const cards = cardsNear(annotations.set, cardOrder, near).flatMap((one) => {
    const level = levelOf(session, one.start, levels);
    if (level === null) return [];
    const inFocus = one.card.id === focus.card;
    const summary = summaryOf(one.card, annotations, session);
    const size = sizeOf(margin, { summary, inFocus }) ?? margin.sizes.latest.get(one.card.id);
    return {
      ...one,
      level,
      inFocus,
      summary,
      face: size ? faceOf(size, inFocus) : unmeasuredFace(fontSize, inFocus),
    };
  });
  const items = cards.map(({ level, face }) => ({
    anchor: level - distance.firstLine * fontSize,
    height: face.height,
  }));
  const gap = distance.gap * fontSize;
  const tops = marginTops(items, { gap, pinned: cards.findIndex(({ inFocus }) => inFocus) });
  const spare = spaceBelow(items, tops, gap);
  return cards.map(({ card: { id }, at, depth, inFocus, summary, face }, index) => {
    // What comes after the last one here is not laid out.
    const isFree = index < cards.length - 1 || at === cardOrder.length - 1;
    const more = isFree ? Math.floor((spare[index] ?? 0) / face.line) : 0;
    const lines = Math.min(face.wanted, face.least + more);
    return {
      id,
      at,
      depth,
      top: Math.round(tops[index] ?? 0),
      head: face.head,
      lines,
      height: face.height + (lines - face.least) * face.line,
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

const sizeOf = ({ sizes }: MarginState, { summary, inFocus }: Pick<PlacedCard, "summary" | "inFocus">) =>
  sizes[inFocus ? "inFocus" : "others"].get(summary);

/** Lines of a card: of those who say it, and of its claim at least and where there is room; its height with the least, and that of one more. */
interface Face {
  readonly head: number;
  readonly least: number;
  readonly wanted: number;
  readonly height: number;
  readonly line: number;
}

/** What most cards take, for the frame after which one is measured. */
function unmeasuredFace(fontSize: number, inFocus: boolean): Face {
  const height = (inFocus ? 5.9 : 4.4) * fontSize;
  return { head: 1, least: 2, wanted: 2, height, line: 1.46 * fontSize };
}

function faceOf({ besides, who, claim }: MeasuredFace, inFocus: boolean): Face {
  const head = Math.min(mostLines.who, who.lines);
  const wanted = Math.min(mostLines.claim, claim.lines);
  const least = Math.min(inFocus ? leastLines.inFocus : leastLines.others, wanted);
  return { head, least, wanted, height: besides + head * who.line + least * claim.line, line: claim.line };
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
    previousCard.height === next.height &&
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
