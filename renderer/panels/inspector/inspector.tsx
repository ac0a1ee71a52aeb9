// The span, card or suggestion in focus, with all that can be said of it. All parts stay mounted and only change their values, since
// the focus moves with every key.

import { History, Trash2, Undo2, X } from "lucide-react";
import { memo, type ReactNode, useEffect, useMemo, useState } from "react";
import { deleteAttribution, includeRange } from "../../../shared/commands/index.ts";
import { type Annotations, usersOf } from "../../../shared/model/annotation-set.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { cardWords } from "../../../shared/model/card-words.ts";
import type { Range } from "../../../shared/model/range.ts";
import { longestPart, shortened } from "../../../shared/model/shortened.ts";
import { type Span, spanText } from "../../../shared/model/span.ts";
import { get, records } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { sureOfMention } from "../../../shared/suggestions/person-confidence.ts";
import { reasonOf, reasonOfMention } from "../../../shared/suggestions/reasons.ts";
import type { MeantEntity } from "../../../shared/suggestions/resolve-entities.ts";
import type { Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, roleName, slotName, typeName } from "../../../shared/words/tagset-words.ts";
import { keySubject } from "../../actions/focus.ts";
import { useStore, whenDone } from "../../lib/store.ts";
import type { Session, SessionState } from "../../state/session/session.ts";
import { type Offered, suggestedType } from "../../state/suggestions/suggesting.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { Description } from "../../ui/description.tsx";
import { Kept } from "../../ui/kept.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { CardForm } from "../cards/card-form.tsx";
import { NoCards } from "../cards/no-cards.tsx";
import { SpanPanel } from "../span/span-panel.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { partWords } from "../suggestions/part-words.ts";
import { SuggestionButtons } from "../suggestions/suggestion-buttons.tsx";
import { useChosenSuggestion } from "../suggestions/use-suggestions.ts";
import { FocusThreads } from "../talk/focus-threads.tsx";
import { useKept } from "../use-kept.ts";
import "../../styles/inspector.css";

export function Inspector({ session }: { readonly session: Session }) {
  return (
    <div className="inspector" data-pane="cards" tabIndex={-1}>
      <div className="inspector-body">
        <SampleHints session={session} />
        <SpanPanel session={session} />
        <CardPanel session={session} />
        <SuggestionPanel session={session} />
        <FocusThreads session={session} />
        <NothingInFocus session={session} />
      </div>
      <ExclusionList session={session} />
    </div>
  );
}

interface Props {
  readonly session: Session;
  readonly readOnly: boolean;
}

/** What a newcomer to the sample project may try first, until they have tried all of it or put it away. */
function SampleHints({ session }: Pick<Props, "session">) {
  const { workspace } = usePanels();
  const isShown = useStore(
    workspace.state,
    ({ project, settings }) => project?.isSample === true && settings.sampleHints,
  );
  return isShown && <SampleHintList session={session} />;
}

/** Which of the hints were followed, each from the first time on. */
function useFollowedHints(session: Session): Readonly<Record<"card" | "suggestion" | "keys", boolean>> {
  const [followed, setFollowed] = useState({ card: false, suggestion: false, keys: false });
  const isInCard = useStore(session.shown, ({ focus }) => focus.card !== null);
  const hasAccepted = useStore(session.shown, ({ annotations }) =>
    [...records(annotations.set.attributions)].some(({ provenance }) => provenance.origin.by === "suggested"),
  );
  const isInKeys = useStore(usePanels().ui, ({ dialog }) => dialog === "keys");
  useEffect(
    () =>
      setFollowed(({ card, suggestion, keys }) => ({
        card: card || isInCard,
        suggestion: suggestion || hasAccepted,
        keys: keys || isInKeys,
      })),
    [isInCard, hasAccepted, isInKeys],
  );
  return followed;
}

function SampleHintList({ session }: Pick<Props, "session">) {
  const { workspace } = usePanels();
  const { say, parts } = useWords();
  const followed = useFollowedHints(session);
  const isDone = Object.values(followed).every(Boolean);
  useEffect(() => {
    if (isDone) void workspace.setPreferences({ sampleHints: false });
  }, [workspace, isDone]);
  return (
    <section className="sample-hints" aria-labelledby="sample-hints-heading">
      <header className="sample-hints-head">
        <h2 id="sample-hints-heading" className="pane-title">
          {say("cards.hints")}
        </h2>
        <IconButton
          label={say("cards.hints-dismiss")}
          tiny
          onPress={() => void workspace.setPreferences({ sampleHints: false })}
        >
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <ol className="steps">
        <SampleHint isDone={followed.card}>
          {parts("cards.hint-card", { key: <ActionKeys key="key" action="next-card" /> })}
        </SampleHint>
        <SampleHint isDone={followed.suggestion}>
          {parts("cards.hint-suggestions", {
            key: <ActionKeys key="key" action="next-suggestion" />,
            accept: <ActionKeys key="accept" action="open-card" />,
          })}
        </SampleHint>
        <SampleHint isDone={followed.keys}>
          {parts("cards.hint-keys", { key: <ActionKeys key="key" action="keys" /> })}
        </SampleHint>
      </ol>
    </section>
  );
}

function SampleHint({ isDone, children }: { readonly isDone: boolean; readonly children: ReactNode }) {
  const { say } = useWords();
  return (
    <li className={isDone ? "done" : undefined}>
      {isDone && <span className="visually-hidden">{say("cards.hint-done")} </span>}
      {children}
    </li>
  );
}

/** What the inspector says while nothing is in focus: how to get something there, or how to make the first card. */
function NothingInFocus({ session }: Pick<Props, "session">) {
  const empty = useStore(session.shown, ({ focus }) => focus.span === null && focus.card === null);
  const chosen = useChosenSuggestion();
  return (
    <Kept shown={empty && chosen === null}>
      <HowToBegin session={session} readOnly={session.readOnly} />
    </Kept>
  );
}

const HowToBegin = memo(function HowToBegin({ session, readOnly }: Props) {
  const { say } = useWords();
  const none = useStore(session.shown, ({ cardOrder }) => cardOrder.length === 0);
  return (
    <section className="nothing-in-focus" aria-label={say("cards.nothing-in-focus")}>
      {none ? <NoCards tagset={session.tagset} readOnly={readOnly} /> : <AtCaret session={session} />}
    </section>
  );
});

/** The mark at the caret, which the next key would be about; how to get to one where none is there. */
function AtCaret({ session }: { readonly session: Session }) {
  const { say, parts } = useWords();
  const selected = useMemo(() => whenDone(session.selected), [session]);
  useStore(selected, (range) => range);
  // While a page is shown the article has no caret.
  useStore(usePanels().ui, ({ page }) => page);
  const annotations = useStore(session.shown, (state) => state.annotations);
  const subject = keySubject(session);
  const span = subject?.kind === "span" ? get(annotations.set.spans, subject.span) : undefined;
  if (span) return <MarkAtCaret session={session} annotations={annotations} span={span} />;
  return (
    <>
      <p className="no-cards-title">{say("cards.nothing-in-focus")}</p>
      <p className="quiet">
        {parts("cards.nothing-in-focus-about", {
          span: <ActionKeys key="span" action="next-span" />,
          next: <ActionKeys key="next" action="next-card" />,
          previous: <ActionKeys key="previous" action="previous-card" />,
        })}
      </p>
    </>
  );
}

interface MarkAtCaretProps {
  readonly session: Session;
  readonly annotations: Annotations;
  readonly span: Span;
}

interface CardAtCaretProps {
  readonly card: Attribution;
  readonly annotations: Annotations;
}

/** The words of a card; of one without voice and cue, that it has none. */
function CardAtCaret({ card, annotations }: CardAtCaretProps) {
  const { say } = useWords();
  if (card.voice.length === 0 && card.cue === null)
    return <span className="card-missing">{say("cards.no-voice-or-cue")}</span>;
  return <OutsideText>{shortened(cardWords(card, annotations), longestPart)}</OutsideText>;
}

/** The words of a mark and its card, and the keys that go on from there. */
function MarkAtCaret({ session, annotations, span }: MarkAtCaretProps) {
  const { say, tell, parts } = useWords();
  const { tagset } = session;
  const type = spanTypeOf(tagset, span.type);
  const [card] = usersOf(annotations.set, span.id);
  return (
    <>
      <p className="no-cards-title">{say("cards.at-caret")}</p>
      <dl className="slots">
        <div className="slot">
          <dt className="slot-name">{type ? tell(typeName(type)) : span.type}</dt>
          <dd className="slot-span">
            <TypeForm tagset={tagset} type={span.type} />
            <span className="suggested-words">
              <OutsideText>{shortened(spanText(span), longestPart)}</OutsideText>
            </span>
          </dd>
        </div>
        {card && (
          <div className="slot">
            <dt className="slot-name">{say("cards.card")}</dt>
            <dd className="suggested-words">
              <CardAtCaret card={card} annotations={annotations} />
            </dd>
          </div>
        )}
      </dl>
      {!session.readOnly && (
        <p className="quiet">
          {parts(card ? "workbench.next-used" : "workbench.next-unused", {
            open: <ActionKeys key="open" action="open-card" />,
            link: <ActionKeys key="link" action="link-to-card" />,
          })}
        </p>
      )}
    </>
  );
}

/** The card in focus. Stays mounted, hidden, while none is. */
function CardPanel({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const { card, at, count } = useStore(session.shown, ({ annotations, focus, cardOrder }) => {
    const focusedCard = focus.card === null ? undefined : get(annotations.set.attributions, focus.card);
    return focusedCard
      ? { card: focusedCard, at: cardOrder.indexOf(focusedCard.id) + 1, count: cardOrder.length }
      : { card: null, at: 0, count: 0 };
  });
  const shownCard = useKept(session, card, firstCard);
  return (
    shownCard && (
      <Kept shown={card !== null}>
        <section className="card-panel" aria-labelledby="card-heading">
          <header className="pane-head">
            <h2 id="card-heading" className="pane-title">
              {say("cards.at-of", { at, count })}
            </h2>
            <IconButton
              label={say("history.record-card")}
              tiny
              onPress={() => ui.patch({ dialog: "history-of-card" })}
            >
              <History size={14} aria-hidden />
            </IconButton>
            {!session.readOnly && (
              <IconButton
                label={say("cards.delete")}
                tiny
                onPress={() => session.run(deleteAttribution, { card: shownCard.id })}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            )}
          </header>
          <CardForm session={session} card={shownCard} />
        </section>
      </Kept>
    )
  );
}

const firstCard = ({ annotations, cardOrder }: SessionState): Attribution | null =>
  get(annotations.set.attributions, cardOrder[0] ?? "") ?? null;

const noSuggestion = () => null;

/** The suggestion in focus: what can be done with it, what would become of it, and why it is made. Stays mounted, hidden, while none is. */
function SuggestionPanel({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const chosen = useChosenSuggestion();
  const shown = useKept(session, chosen, noSuggestion);
  return (
    shown && (
      <Kept shown={chosen !== null}>
        <section className="suggestion-panel" aria-labelledby="suggestion-heading">
          <header className="pane-head">
            <h2 id="suggestion-heading" className="pane-title">
              {say("suggestions.at-of", { at: shown.at, count: shown.count })}
            </h2>
          </header>
          <SuggestionButtons session={session} />
          <SuggestionReason suggestion={shown.suggestion} />
          <SuggestedSlots session={session} suggestion={shown.suggestion} />
          <SuggestedValues session={session} suggestion={shown.suggestion} />
        </section>
      </Kept>
    )
  );
}

interface SuggestionProps {
  readonly session: Session;
  readonly suggestion: Offered;
}

/** What a slot of the card would hold. */
interface SuggestedPart {
  /** The same in every suggestion, so that the next one fills the parts that are there. */
  readonly key: string;
  readonly name: Text;
  readonly type: string | undefined;
  readonly ranges: readonly Range[];
  /** Who is meant by the words. */
  readonly who: MeantEntity | null;
}

function suggestedParts({ tagset }: Session, suggestion: Offered): readonly SuggestedPart[] {
  const { card, who, via } = suggestion;
  return tagset.slots.flatMap((slot): readonly SuggestedPart[] => {
    const { id } = slot;
    const type = suggestedType(suggestion, id, tagset);
    if (id !== "via")
      return [{ key: id, name: slotName(slot), type, ranges: card[id], who: id === "voice" ? who : null }];
    return card.via.flatMap((source, at) => {
      const role = tagset.viaRoles.find((viaRole) => viaRole.id === source.role);
      if (!role) return [];
      return [{ key: `via-${at}`, name: roleName(role), type, ranges: [source], who: via[at] ?? null }];
    });
  });
}

/** The words that would fill the slots of the card. */
function SuggestedSlots({ session, suggestion }: SuggestionProps) {
  const { say, tell } = useWords();
  return (
    <dl className="slots">
      {suggestedParts(session, suggestion).map(({ key, name, type, ranges, who }) => (
        <div key={key} className="slot">
          <dt className="slot-name">{tell(name)}</dt>
          <dd className="slot-spans">
            {type === undefined || ranges.length === 0 ? (
              <span className="slot-empty">{say("cards.empty-slot")}</span>
            ) : (
              <div className="slot-span">
                <TypeForm tagset={session.tagset} type={type} />
                <span className="suggested-words">
                  <OutsideText>{partWords(session.text.text, ranges, longestPart)}</OutsideText>
                </span>
              </div>
            )}
            {who && <WhoIsMeant session={session} who={who} at={ranges[0]} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface WhoIsMeantProps {
  readonly session: Session;
  readonly who: MeantEntity;
  readonly at: Range | undefined;
}

/** The entity that the words would be linked to, and why they are taken for it. */
function WhoIsMeant({ session, who: { known, candidates, suggested }, at }: WhoIsMeantProps) {
  const { say, tell, percent } = useWords();
  const { text } = session.text;
  const mention = suggested.mentions.find(({ range }) => range.start === at?.start);
  const before = mention?.antecedent;
  return (
    <p className="suggested-who">
      <strong>
        <OutsideText>{known?.name ?? suggested.name}</OutsideText>
      </strong>{" "}
      <span className="quiet">
        {known
          ? say("suggestions.who-known")
          : candidates.length > 0
            ? say("suggestions.who-open", { names: candidates.map(({ name }) => name).join(", ") })
            : say("suggestions.who-new", {
                type: say(`entities.type-${suggested.type}`),
                naming: say(`entities.naming-${suggested.naming}`),
              })}
      </span>
      {mention && before && (
        <span className="suggested-reason quiet">
          <OutsideText>
            {[
              tell(reasonOfMention(mention.reason, partWords(text, [before]))),
              ...(mention.rival
                ? [say("suggestions.who-rival", { words: partWords(text, [mention.rival]) })]
                : []),
            ].join(" ")}
          </OutsideText>{" "}
          {say("suggestions.who-sure", { share: percent(sureOfMention(mention)) })}
        </span>
      )}
    </p>
  );
}

/** How sure all of it is, and why it is made. */
function SuggestionReason({ suggestion: { card, also } }: Pick<SuggestionProps, "suggestion">) {
  const { say, tell, percent } = useWords();
  return (
    <dl className="suggestion-parts">
      <Description name={say("suggestions.by-confidence")} value={percent(card.confidence)} />
      <Description name={say("suggestions.by-rule")} value={tell(reasonOf(card.rule, card.model))} />
      {also.map((model) => (
        <dd key={model ?? ""} className="suggestion-also">
          <OutsideText>
            {model === null ? say("models.also-rules") : say("models.also", { model })}
          </OutsideText>
        </dd>
      ))}
    </dl>
  );
}

/** The values that the card would have, and where it would lie. */
function SuggestedValues({ session, suggestion }: SuggestionProps) {
  const { say, tell } = useWords();
  const { card, holder } = suggestion;
  const outer = holder === null ? undefined : get(session.annotations().set.attributions, holder);
  const within =
    card.within !== null ? say("suggestions.within") : outer && cardWords(outer, session.annotations());
  return (
    <dl className="suggestion-parts">
      <Description name={say("suggestions.by-kind")} value={say(`cards.kind-${card.kind}`)} />
      {valuesOf(session, suggestion).map(({ name, value }) => (
        <Description key={tell(name)} name={tell(name)} value={tell(value)} />
      ))}
      {within !== undefined && <Description name={say("suggestions.part-within")} value={within} />}
    </dl>
  );
}

/** The fields that differ from what a new card has. */
function valuesOf(
  { tagset }: Session,
  { card }: Offered,
): readonly { readonly name: Text; readonly value: Text }[] {
  return tagset.fields.flatMap((field) => {
    const value = Object.hasOwn(card.fields, field.id) ? card.fields[field.id] : undefined;
    if (value === undefined || value === field.default) return [];
    if (field.input === "switch") return [{ name: fieldName(field), value: "✓" }];
    const choice = field.choices.find(({ id }) => id === value);
    return choice ? [{ name: fieldName(field), value: choiceName(field, choice) }] : [];
  });
}

// The stretches that are left out of the analysis, each with the way to take it back in.

function ExclusionList({ session }: { readonly session: Session }) {
  const table = useStore(session.shown, ({ annotations }) => annotations.set.exclusions);
  const { say } = useWords();
  if (table.size === 0) return null;
  const exclusions = [...records(table)].sort((a, b) => a.segment.start - b.segment.start);
  return (
    <details className="exclusions">
      <summary>{say("cards.left-out", { count: exclusions.length })}</summary>
      <ul aria-label={say("cards.exclusions")}>
        {exclusions.map(({ id, segment, reason }) => (
          <li key={id} className="segment">
            <Press
              className="segment-words"
              onPress={() => session.reveal({ start: segment.start, end: segment.end }, "center")}
            >
              <OutsideText cut>{reason === "" ? shortened(segment.quote, 120) : reason}</OutsideText>
            </Press>
            {!session.readOnly && (
              <IconButton
                label={say("cards.include")}
                tiny
                onPress={() => session.run(includeRange, { exclusion: id })}
              >
                <Undo2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
