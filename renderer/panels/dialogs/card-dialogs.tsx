// Chooses a card of the article by its words or because it is near: for the span in focus to go into, for the card in focus to lie
// within, or as the other one that the card in focus is merged with or a span of it is moved to.
import { type ReactNode, useState } from "react";
import {
  createAttribution,
  excludeRange,
  linkSpan,
  mergeAttributions,
  moveToCard,
  nestAttribution,
} from "../../../shared/commands/index.ts";
import { type Annotations, placeOf } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { liesWithin } from "../../../shared/model/card-laws.ts";
import { cardWords, claimWords, cueWords, voiceWords } from "../../../shared/model/card-words.ts";
import { folded } from "../../../shared/model/folded-name.ts";
import type { Id } from "../../../shared/model/id.ts";
import { effectiveKind } from "../../../shared/model/kind.ts";
import type { Range } from "../../../shared/model/range.ts";
import { spanHull, spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { slotsFor, spanTypeOf } from "../../../shared/model/tagset.ts";
import type { Words } from "../../../shared/words/say.ts";
import { slotName, typeName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Finder, type FinderItem } from "../../ui/finder.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { TwoLines } from "./two-lines.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

const newCardId = "new-card";

/** Chooses the card that the span in focus goes into: the near ones first, or a new one. */
export function ChooseCardDialog({ session, onClose }: Props) {
  const { annotations, cardOrder, focus } = useStore(session.state, (state) => state);
  const words = useWords();
  const { say, tell } = words;
  const span = focus.span === null ? undefined : get(annotations.set.spans, focus.span);
  if (!span) return null;
  const [slot] = slotsFor(session.tagset, span.type);
  const type = spanTypeOf(session.tagset, span.type);
  // A claim mostly begins a card; what else is marked mostly joins one that is near.
  const newCardIndex = slot?.id === "claim" ? 0 : 3;
  const help = slot ? say("dialogs.new-card-with", { slot: slotName(slot) }) : "";
  const itemsFor = (typed: string): readonly FinderItem[] =>
    findCards(annotations, cardOrder, { typed, near: spanHull(span) })
      .map((card) => cardItem(card, annotations, session.text, words))
      .toSpliced(newCardIndex, 0, {
        id: newCardId,
        text: say("dialogs.new-card"),
        content: <TwoLines main={say("dialogs.new-card")} help={help} />,
      });
  return (
    <CardFinder
      title={say("dialogs.link-to-card")}
      label={say("dialogs.cards")}
      itemsFor={itemsFor}
      emptyFor={(typed) => say("dialogs.no-card-holds", { words: plainText(typed) })}
      onTake={(id) => {
        if (id === newCardId) session.run(createAttribution, { span: span.id });
        else session.run(linkSpan, { card: id, span: span.id });
      }}
      onClose={onClose}
    >
      <span className="quiet">{type ? tell(typeName(type)) : span.type}: </span>
      <OutsideText>{spanText(span).slice(0, 200)}</OutsideText>
    </CardFinder>
  );
}

const noCardId = "no-card";

/** Chooses the card that the one in focus lies within: the near ones first, and none that would lie within itself. */
export function ChooseEnclosingCardDialog({ session, onClose }: Props) {
  const { annotations, cardOrder, focus } = useStore(session.state, (state) => state);
  const words = useWords();
  const { say } = words;
  const card = focus.card === null ? undefined : get(annotations.set.attributions, focus.card);
  if (!card) return null;
  const noCard = {
    id: noCardId,
    text: say("dialogs.within-no-card"),
    content: <TwoLines main={say("dialogs.within-no-card")} help={say("dialogs.take-it-out")} />,
  };
  const itemsFor = (typed: string): readonly FinderItem[] => [
    ...findCards(annotations, cardOrder, { typed, near: placeOf(annotations.set, card) })
      .filter((found) => !liesWithin(annotations.set, found.card.id, card.id))
      .map((found) => cardItem(found, annotations, session.text, words)),
    ...(card.within === null ? [] : [noCard]),
  ];
  return (
    <CardFinder
      title={say("dialogs.put-within")}
      label={say("dialogs.enclosing-cards")}
      itemsFor={itemsFor}
      emptyFor={() => say("dialogs.no-enclosing-card")}
      onTake={(id) => session.run(nestAttribution, { card: card.id, within: id === noCardId ? null : id })}
      onClose={onClose}
    >
      <OutsideText>{cardWords(card, annotations).slice(0, 200)}</OutsideText>
    </CardFinder>
  );
}

interface OtherCardProps extends Props {
  readonly purpose: "move-to-card" | "merge-cards";
}

/** Chooses another card for the one in focus: to move the span in focus there, or to merge the two. */
export function OtherCardDialog({ session, purpose, onClose }: OtherCardProps) {
  const { annotations, cardOrder, focus } = useStore(session.state, (state) => state);
  const words = useWords();
  const { say } = words;
  const card = get(annotations.set.attributions, focus.card ?? "");
  const span = get(annotations.set.spans, focus.span ?? "");
  if (!card || (purpose === "move-to-card" && !span)) return null;
  const itemsFor = (typed: string): readonly FinderItem[] =>
    findCards(annotations, cardOrder, { typed, near: placeOf(annotations.set, card) })
      .filter((found) => found.card.id !== card.id)
      .map((found) => cardItem(found, annotations, session.text, words));
  const subject = purpose === "move-to-card" && span ? spanText(span) : cardWords(card, annotations);
  return (
    <CardFinder
      title={say(`proposals.${purpose}`)}
      label={say("dialogs.cards")}
      itemsFor={itemsFor}
      emptyFor={(typed) => say("proposals.no-other-card", { words: plainText(typed) })}
      onTake={(id) => {
        if (purpose === "merge-cards") session.run(mergeAttributions, { card: card.id, other: id });
        else if (span) session.run(moveToCard, { span: span.id, from: card.id, to: id });
      }}
      onClose={onClose}
    >
      <OutsideText>{subject.slice(0, 200)}</OutsideText>
    </CardFinder>
  );
}

interface CardFinderProps {
  readonly title: string;
  readonly label: string;
  /** What it is for which a card is chosen. */
  readonly children: ReactNode;
  itemsFor(typed: string): readonly FinderItem[];
  /** The words where nothing fits. */
  emptyFor(typed: string): string;
  onTake(id: string): void;
  onClose(): void;
}

function CardFinder({ title, label, children, itemsFor, emptyFor, onTake, onClose }: CardFinderProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState("");
  return (
    <ModalDialog title={title} wide onClose={onClose}>
      <p className="note">{children}</p>
      <Finder
        label={label}
        placeholder={say("dialogs.find-a-card")}
        typed={typed}
        items={itemsFor(typed)}
        empty={emptyFor(typed)}
        onType={setTyped}
        onTake={(id) => {
          onClose();
          onTake(id);
        }}
      />
    </ModalDialog>
  );
}

interface FoundCard {
  readonly card: Attribution;
  readonly words: string;
}

/** Cards that are offered at once. */
const mostFound = 100;

/** The cards that hold what is typed, nearest to `near` first, `mostFound` at most. `order`: all ids in reading order. */
function findCards(
  annotations: Annotations,
  order: readonly Id[],
  { typed, near }: { readonly typed: string; readonly near: Range | null },
): readonly FoundCard[] {
  const query = folded(typed.trim());
  const cardDistances = order.flatMap((id) => {
    const card = get(annotations.set.attributions, id);
    return card ? [{ card, distance: distance(placeOf(annotations.set, card), near) }] : [];
  });
  const byDistance = cardDistances.sort((a, b) => a.distance - b.distance);
  const worded = ({ card }: { readonly card: Attribution }): FoundCard => ({
    card,
    words: cardWords(card, annotations),
  });
  // An article has thousands of cards: only those that are shown, or searched, are put into words.
  return query === ""
    ? byDistance.slice(0, mostFound).map(worded)
    : byDistance
        .map(worded)
        .filter(({ words }) => folded(words).includes(query))
        .slice(0, mostFound);
}

/** Code units between two places; cards without a place come last. */
function distance(a: Range | null, b: Range | null): number {
  if (b === null) return 0;
  if (a === null) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** A card as an entry of the list to choose from. */
function cardItem(
  { card, words }: FoundCard,
  annotations: Annotations,
  text: ArticleText,
  { say }: Words,
): FinderItem {
  const who = [voiceWords(card, annotations), cueWords(card, annotations)].filter((part) => part !== "");
  const kind = effectiveKind(card, annotations.set, text);
  return {
    id: card.id,
    text: plainText(words),
    content: (
      <TwoLines
        main={[
          who.join(" ") || say("cards.no-voice-or-cue"),
          ...(kind === null ? [] : [say(`cards.kind-${kind}`)]),
        ].join(" · ")}
        help={claimWords(card, annotations) || say("dialogs.no-claim")}
      />
    ),
  };
}

// Asks why a stretch of the article is left out of the analysis, and leaves it out.

interface ExclusionReasonProps {
  readonly session: Session;
  onClose(): void;
}

export function ExclusionReasonDialog({ session, onClose }: ExclusionReasonProps) {
  const [range] = useState(() => session.view.current?.selection() ?? null);
  const [reason, setReason] = useState("");
  const { say } = useWords();
  const leaveOut = (): void => {
    onClose();
    session.run(excludeRange, { range: range ?? { start: 0, end: 0 }, reason: reason.trim() });
  };
  return (
    <ModalDialog
      title={say("dialogs.leave-out-title")}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={range === null} onPress={leaveOut}>
          {say("dialogs.leave-out")}
        </ConfirmButtons>
      }
    >
      <p className="note">
        {range === null ? (
          say("dialogs.select-first")
        ) : (
          <OutsideText>{session.text.text.slice(range.start, range.end).slice(0, 240)}</OutsideText>
        )}
      </p>
      <TextField
        autoFocus
        label={say("dialogs.why-out")}
        placeholder={say("dialogs.why-out-example")}
        value={reason}
        onChange={setReason}
        onEnter={() => {
          if (range !== null) leaveOut();
        }}
      />
    </ModalDialog>
  );
}
