// The margin of the article: cards level with their words, scrolling with them. The one in focus keeps its level and is
// tied to its words by a line; the others give way.
import { type KeyboardEvent, memo, type RefCallback, useEffect, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { focusCard } from "../../actions/focus.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { typeColour } from "../../editor/mark-styles.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { showView } from "../../state/window/ui-state.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { CardFace, usePreview } from "../cards/card-face.tsx";
import { createMargin, type MeasuredFace, type PlacedCard, type Tie } from "./margin-model.ts";
import "../../styles/margin.css";

export function Margin({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const [margin] = useState(() => createMargin(session));
  const [host, setHost] = useState<HTMLElement | null>(null);
  useEffect(() => (host ? margin.follow(host) : undefined), [margin, host]);
  const { cards, count, tie } = useStore(margin.view, (view) => view);
  useEffect(
    () =>
      cards.length === 0
        ? undefined
        : afterFrame(() => {
            const unmeasured = margin.unmeasured();
            if (unmeasured.length > 0) margin.takeSizes(sizesOf(unmeasured, host));
          }),
    [margin, host, cards],
  );
  const observe = useHeights(margin);
  const preview = usePreview(session);
  const [toggle] = useState(() => (id: Id) => {
    preview(null);
    const focused = session.focus().card;
    session.setFocus({ span: null, card: id === focused ? null : id });
  });

  /** The arrows walk the cards, and the text follows. */
  function walk(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset.at ?? Number.NaN) + step;
    const nextId = session.state.get().cardOrder[at];
    if (nextId === undefined) return;
    event.preventDefault();
    focusCard(session, nextId);
    const list = event.currentTarget;
    whenThere(() => list.querySelector<HTMLElement>(`[data-at="${at}"]`)).then((card) => card?.focus());
  }

  const entry = cards.find(({ inFocus }) => inFocus) ?? cards[0];
  return (
    <>
      <CardsElsewhere session={session} />
      <section
        className="margin"
        aria-label={say("cards.margin")}
        ref={setHost}
        data-pane={entry ? "margin" : undefined}
      >
        {tie && <TieLine tie={tie} tagset={session.tagset} />}
        <ol aria-label={say("cards.margin")} onKeyDown={walk}>
          {cards.map((card) => (
            <MarginCard
              key={card.id}
              card={card}
              count={count}
              isEntry={card === entry}
              observe={observe}
              onToggle={toggle}
              onPreview={preview}
            />
          ))}
        </ol>
      </section>
    </>
  );
}

/** Follows the heights of cards by what the browser tells of them anyway; returns the reference that a card is to have. */
function useHeights(margin: ReturnType<typeof createMargin>): RefCallback<HTMLElement> {
  const [observe] = useState(() => {
    const observer = new ResizeObserver((entries) => {
      const heights = entries.map(({ target, borderBoxSize: [box] }) => {
        const at = Number(target.querySelector<HTMLElement>("[data-at]")?.dataset.at);
        return [at, box?.blockSize ?? 0] as const;
      });
      // It is told within a frame, which is the text's.
      setTimeout(() => margin.checkHeights(new Map(heights)));
    });
    return (card: HTMLElement | null) => {
      if (!card) return undefined;
      observer.observe(card);
      return () => observer.unobserve(card);
    };
  });
  return observe;
}

/** In the task after the next frame, when the page is laid out and reading it off costs nothing; returns how to call it off. */
function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Reads all of it off the page at once. */
const sizesOf = (cards: readonly PlacedCard[], host: HTMLElement | null) =>
  cards.flatMap((card) => {
    const face = host?.querySelector(`[data-at="${card.at}"]`);
    const who = face?.querySelector(".card-who");
    const claim = face?.querySelector(".card-claim");
    if (!face || !who || !claim) return [];
    const texts = who.getBoundingClientRect().height + claim.getBoundingClientRect().height;
    const besides = face.getBoundingClientRect().height - texts;
    const size: MeasuredFace = { besides, who: textSize(who), claim: textSize(claim) };
    return [[card, size] as const];
  });

/** A text of which some lines are hidden has the height of all of them as what could be scrolled through. */
function textSize(text: Element): MeasuredFace["claim"] {
  const line = Number.parseFloat(getComputedStyle(text).lineHeight);
  return { line, lines: Math.max(1, Math.round(text.scrollHeight / line)) };
}

/** Where the cards are while the article is too narrow for a margin; the style sheet shows it only then. */
function CardsElsewhere({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const count = useStore(session.shown, ({ cardOrder }) => cardOrder.length);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="cards-elsewhere"
      onClick={() => {
        showView(ui, "cards");
        enterPaneOnceShown("sidebar");
      }}
    >
      {say("cards.margin-elsewhere", { count })}
    </button>
  );
}

/** What a card that is about to be shown needs until it is: some frames, or it does not come. */
async function whenThere(find: () => HTMLElement | null): Promise<HTMLElement | null> {
  for (let frames = 0; frames < 12; frames += 1) {
    const element = find();
    if (element) return element;
    await new Promise((done) => requestAnimationFrame(done));
  }
  return null;
}

interface Props {
  readonly tie: Tie;
  readonly tagset: Tagset;
}

/** Draws the line that ties the card in focus to its words. */
function TieLine({ tie: { top, bottom, ticks }, tagset }: Props) {
  return (
    <div className="tie" aria-hidden style={{ top, height: bottom - top }}>
      {ticks.map(({ id, type, top: level }) => (
        <span
          key={id}
          className="tie-tick"
          style={{
            top: level - top,
            background: `var(${typeColour(tagset.spanTypes.findIndex((one) => one.id === type))})`,
          }}
        />
      ))}
    </div>
  );
}

interface MarginCardProps {
  readonly card: PlacedCard;
  readonly count: number;
  /** Whether the Tab key comes to the margin here. */
  readonly isEntry: boolean;
  readonly observe: RefCallback<HTMLElement>;
  onToggle(id: Id): void;
  onPreview(id: Id | null): void;
}

/** One card of the margin. */
const MarginCard = memo(function MarginCard(props: MarginCardProps) {
  const { card, count, isEntry, observe, onToggle, onPreview } = props;
  const { say } = useWords();
  const { id, at, depth, top, head, lines, inFocus, summary } = card;
  return (
    <li
      ref={observe}
      className={inFocus ? "margin-card in-focus" : "margin-card"}
      style={{ ...{ "--head": head, "--lines": lines }, top, paddingInlineStart: `${depth}em` }}
      aria-setsize={count}
      aria-posinset={at + 1}
      onPointerEnter={() => onPreview(inFocus ? null : id)}
      onPointerLeave={() => onPreview(null)}
    >
      <button
        type="button"
        className="margin-face"
        data-at={at}
        data-pane-start=""
        tabIndex={isEntry ? 0 : -1}
        aria-current={inFocus}
        onClick={() => onToggle(id)}
      >
        <CardFace summary={summary} />
        {depth > 0 && <span className="visually-hidden"> {say("cards.nested")}</span>}
      </button>
    </li>
  );
});
