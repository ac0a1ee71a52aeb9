// Follows the article and its cards, and says which cards the margin shows and where: only those near the screen, laid out
// anew when the focus, a card or the text's own layout changes, and when scrolling comes near the end of what is there.
import type { Attribution } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import type { Session } from "../../state/session.ts";
import { createStore, type ReadableStore } from "../../state/store.ts";
import { type CardSummary, summaryOf } from "../cards/card-summary.ts";
import { cardsNear, type NearCard } from "./cards-near.ts";
import { marginTops } from "./margin-layout.ts";
import { type Tie, tieOf } from "./tie.ts";

/** A card as the margin shows it. The same object until something of it changes. */
export interface PlacedCard {
  readonly id: Id;
  /** Its index in the reading order. */
  readonly at: number;
  readonly depth: number;
  /** Pixels from the article's start. */
  readonly top: number;
  /** In the margin's own font size. */
  readonly height: number;
  readonly inFocus: boolean;
  readonly summary: CardSummary;
}

export interface MarginView {
  readonly cards: readonly PlacedCard[];
  /** How many cards the article has. */
  readonly count: number;
  /** From the card in focus to its words. */
  readonly tie: Tie | null;
}

export interface Margin {
  readonly view: ReadableStore<MarginView>;
  /** Begins to follow, for cards that are put into `host`; returns how to stop. */
  follow(host: HTMLElement): () => void;
}

/** Heights in the margin's own font size, from which they follow, so that nothing needs to be measured. */
const height = { card: 4.4, line: 1.46, gap: 0.5, firstLine: 1.2 };
/** Lines of the claim that the card in focus shows at most, and how many characters of it go on an em. */
const claimLines = { most: 4, charactersPerEm: 1.9 };
/** Cards stand ready this far beyond the screen, in screens; and are looked at again when less than this is left. */
const spare = 0.75;
const least = 0.25;

const nothing: MarginView = { cards: [], count: 0, tie: null };

export function createMargin(session: Session): Margin {
  const view = createStore<MarginView>(nothing);
  /** Levels by where the words begin, as long as the text's layout stays. */
  let levels = new Map<number, number>();
  let covered = { top: 0, bottom: 0 };

  function levelOf(handle: ArticleEditorHandle, origin: number, start: number): number | null {
    const known = levels.get(start);
    if (known !== undefined) return known;
    const box = handle.rectOf({ start, end: Math.min(start + 1, session.text.text.length) });
    if (!box) return null;
    const level = box.top + box.height / 2 - origin;
    levels.set(start, level);
    return level;
  }

  function place(host: HTMLElement): void {
    const handle = session.view.current;
    const scroller = handle?.scroller();
    if (!handle || !scroller || host.clientWidth === 0) {
      view.set(nothing);
      return;
    }
    const { annotations, cardOrder, focus } = session.shown.get();
    const frame = scroller.getBoundingClientRect();
    const origin = frame.top - scroller.scrollTop;
    const reach = spare * frame.height;
    covered = { top: scroller.scrollTop - reach, bottom: scroller.scrollTop + frame.height + reach };
    const range = handle.rangeBetween(frame.top - reach, frame.bottom + reach);
    const em = Number.parseFloat(getComputedStyle(host).fontSize);
    const near = cardsNear(annotations.set, cardOrder, range).flatMap((card) => {
      const level = levelOf(handle, origin, card.start);
      return level === null ? [] : { ...card, level };
    });
    const isInFocus = ({ id }: Attribution): boolean => id === focus.card;
    const charactersPerLine = ((host.clientWidth / em) * claimLines.charactersPerEm) | 0;
    const heightOf = (card: Attribution): number =>
      isInFocus(card)
        ? heightInFocus(summaryOf(card, annotations, session.text), charactersPerLine)
        : height.card;
    const tops = marginTops(
      near.map(({ card, level }) => ({
        anchor: level - height.firstLine * em,
        height: heightOf(card) * em,
      })),
      { gap: height.gap * em, pinned: near.findIndex(({ card }) => isInFocus(card)) },
    );
    const before = view.get();
    const placed = (one: NearCard, at: number): PlacedCard =>
      unlessSame(before.cards, {
        id: one.card.id,
        at: one.at,
        depth: one.depth,
        top: Math.round(tops[at] ?? 0),
        height: heightOf(one.card),
        inFocus: isInFocus(one.card),
        summary: summaryOf(one.card, annotations, session.text),
      });
    const cards = near.map(placed);
    const inFocus = near.find(({ card }) => isInFocus(card));
    const tie = inFocus ? tieOf(inFocus.card, annotations.set, handle.rectOf, origin) : null;
    const next: MarginView = {
      cards: sameItems(cards, before.cards) ? before.cards : cards,
      count: cardOrder.length,
      tie: sameValue(tie, before.tie) ? before.tie : tie,
    };
    if (next.cards !== before.cards || next.tie !== before.tie || next.count !== before.count) view.set(next);
  }

  function follow(host: HTMLElement): () => void {
    const scroller = session.view.current?.scroller();
    if (!scroller) return () => undefined;
    const again = (): void => place(host);
    const scrolled = (): void => {
      const { scrollTop, clientHeight } = scroller;
      const left = Math.min(scrollTop - covered.top, covered.bottom - scrollTop - clientHeight);
      if (left < least * clientHeight) again();
    };
    const laidOut = (): void => {
      levels = new Map();
      again();
    };
    const sizes = new ResizeObserver(laidOut);
    for (const element of scroller.children) sizes.observe(element);
    scroller.addEventListener("scroll", scrolled, { passive: true });
    const stop = session.shown.subscribe(again);
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", scrolled);
      stop();
    };
  }

  return { view, follow };
}

function heightInFocus({ claim }: CardSummary, charactersPerLine: number): number {
  const lines = Math.min(claimLines.most, Math.ceil(claim.length / Math.max(1, charactersPerLine)));
  return height.card + height.line * Math.max(0, lines - 1);
}

function unlessSame(before: readonly PlacedCard[], next: PlacedCard): PlacedCard {
  const one = before.find(({ id }) => id === next.id);
  const same =
    one &&
    one.at === next.at &&
    one.depth === next.depth &&
    one.top === next.top &&
    one.height === next.height &&
    one.inFocus === next.inFocus &&
    one.summary === next.summary;
  return same ? one : next;
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);
