// The margin of the article: cards level with their words, scrolling with them. The one in focus keeps its level and is
// tied to its words by a line; the others give way.
import { type KeyboardEvent, useEffect, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import { focusCard } from "../../actions/focus.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { useWords } from "../../ui/words.tsx";
import { usePreview } from "../cards/use-preview.ts";
import { MarginCard } from "./margin-card.tsx";
import { createMargin } from "./margin-model.ts";
import { TieLine } from "./tie-line.tsx";
import "../../styles/margin.css";

export function Margin({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const [margin] = useState(() => createMargin(session));
  const [host, setHost] = useState<HTMLElement | null>(null);
  useEffect(() => (host ? margin.follow(host) : undefined), [margin, host]);
  const { cards, count, tie } = useStore(margin.view, (view) => view);
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
    const next = session.state.get().cardOrder[at];
    if (next === undefined) return;
    event.preventDefault();
    focusCard(session, next);
    const list = event.currentTarget;
    whenThere(() => list.querySelector<HTMLElement>(`[data-at="${at}"]`)).then((card) => card?.focus());
  }

  const entry = cards.find(({ inFocus }) => inFocus) ?? cards[0];
  return (
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
            onToggle={toggle}
            onPreview={preview}
          />
        ))}
      </ol>
    </section>
  );
}

/** What a card that is about to be shown needs until it is: some frames, or it does not come. */
async function whenThere(find: () => HTMLElement | null): Promise<HTMLElement | null> {
  for (let frames = 0; frames < 12; frames += 1) {
    const found = find();
    if (found) return found;
    await new Promise((done) => requestAnimationFrame(done));
  }
  return null;
}
