// All of a card: its slots, whom it is about, where it lies, its kind and fields, flags, the note, and where it comes from.
import { X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { findingKey } from "../../../shared/checks/finding.ts";
import {
  linkSpan,
  nestAttribution,
  setNote,
  setViaRole,
  toggleFlag,
  unlinkSpan,
} from "../../../shared/commands/index.ts";
import { explainViolation } from "../../../shared/errors/explain.ts";
import { type Attribution, spansOf } from "../../../shared/model/attribution.ts";
import { cardLaw, spansIn } from "../../../shared/model/card-laws.ts";
import { cardWords } from "../../../shared/model/card-words.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Provenance } from "../../../shared/model/provenance.ts";
import { longestPart, shortened } from "../../../shared/model/shortened.ts";
import { spanHull, spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Slot } from "../../../shared/model/tagset.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { reasonKept } from "../../../shared/suggestions/reasons.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import {
  flagAbout,
  flagName,
  roleAbout,
  roleName,
  slotName,
  typeName,
} from "../../../shared/words/tagset-words.ts";
import { focusCard } from "../../actions/focus.ts";
import { useStore } from "../../lib/store.ts";
import { liveChecksOf } from "../../state/articles/live-checks.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ClippedMarkdown } from "../../ui/markdown.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useSettled } from "../../ui/settled-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { AppearanceField } from "../span/appearance-field.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { CardAbout, CardFields } from "./card-fields.tsx";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardForm({ session, card }: Props) {
  const { tell } = useWords();
  const { readOnly, tagset } = session;
  return (
    <div className="card-form">
      <CardGaps session={session} card={card} />
      <CardSlots session={session} card={card} />
      <CardAbout session={session} card={card} />
      <EnclosingCard session={session} card={card} />
      <CardFields session={session} card={card} />
      <div className="card-flags">
        {tagset.flags.map((flag) => (
          <SwitchField
            key={flag.id}
            label={tell(flagName(flag))}
            title={tell(flagAbout(flag))}
            value={card.flags.includes(flag.id)}
            isDisabled={readOnly}
            onChange={() => session.run(toggleFlag, { card: card.id, flag: flag.id })}
          />
        ))}
      </div>
      {(!readOnly || card.note !== "") && (
        <NoteField
          key={card.id}
          session={session}
          card={card.id}
          value={card.note}
          isReadOnly={readOnly}
          onSettle={(note) => session.run(setNote, { card: card.id, note })}
        />
      )}
      <ProvenanceLine provenance={card.provenance} />
    </div>
  );
}

interface CardGapsProps {
  readonly session: Session;
  readonly card: Attribution;
}

/** What a card still needs to be whole. */
function CardGaps({ session, card }: CardGapsProps) {
  const { say, tell } = useWords();
  // What is open in the list of findings is said there.
  const chosenKey = useStore(liveChecksOf(session).chosen, (one) => one?.key ?? null);
  const violations = cardLaw(card, session.annotations(), {
    text: session.text.text,
    articleId: session.article.id,
    tagset: session.tagset,
  }).filter(({ code }) => findingKey({ check: code, on: card.id }) !== chosenKey);
  if (violations.length === 0) return null;
  return (
    <ul className="card-gaps" aria-label={say("cards.missing")}>
      {violations.map((violation) => {
        const { what, advice } = explainViolation(violation);
        return (
          <li key={`${violation.code} ${JSON.stringify(violation.detail)}`}>
            {tell(what)} {tell(advice)}
          </li>
        );
      })}
    </ul>
  );
}

interface EnclosingCardProps {
  readonly session: Session;
  readonly card: Attribution;
}

/** The card that this one lies within. */
function EnclosingCard({ session, card }: EnclosingCardProps) {
  const { ui } = usePanels();
  const { say } = useWords();
  const words = useStore(session.shown, ({ annotations }) => {
    const outer = card.within === null ? undefined : get(annotations.set.attributions, card.within);
    return outer ? cardWords(outer, annotations) : null;
  });
  if (session.readOnly && words === null) return null;
  return (
    <dl className="slots">
      <div className="slot">
        <dt className="slot-name">{say("cards.within")}</dt>
        <dd className="slot-spans">
          {words === null ? (
            <Button look="quiet-button" onPress={() => ui.patch({ dialog: "choose-enclosing-card" })}>
              {say("cards.choose-enclosing")} <ActionKeys action="nest-card" />
            </Button>
          ) : (
            <div className="slot-span">
              <Press className="slot-words within" onPress={() => focusCard(session, card.within)}>
                <OutsideText>{words.slice(0, 160)}</OutsideText>
              </Press>
              {!session.readOnly && (
                <IconButton
                  label={say("cards.take-out-of-enclosing")}
                  tiny
                  onPress={() => session.run(nestAttribution, { card: card.id, within: null })}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </div>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** Who made it, when and how. */
function ProvenanceLine({ provenance }: { readonly provenance: Provenance }) {
  const { parts, tell, say, when, percent } = useWords();
  const maker = useStore(usePanels().workspace.state, ({ project }) => {
    if (project?.annotator?.id === provenance.annotator) return null;
    return project?.project.annotators.find(({ id }) => id === provenance.annotator)?.name ?? "?";
  });
  const currentDate = new Date();
  return (
    <p className="provenance">
      {parts("cards.made", {
        how: tell(originOf(provenance, percent)),
        who: maker === null ? say("cards.you") : <OutsideText key="who">{maker}</OutsideText>,
        when: when(new Date(provenance.at), currentDate),
      })}
      {provenance.editedAt !== undefined &&
        ` · ${say("cards.edited", { when: when(new Date(provenance.editedAt), currentDate) })}`}
    </p>
  );
}

function originOf({ origin }: Provenance, percent: (share: number) => string): Message {
  switch (origin.by) {
    case "human":
      return message("cards.origin-human");
    case "suggested":
      return origin.confidence === undefined
        ? message("cards.origin-suggested", { reason: reasonKept(origin) })
        : message("cards.origin-suggested-sure", {
            reason: reasonKept(origin),
            confidence: percent(origin.confidence),
          });
    case "imported":
      return message("cards.origin-imported", { from: origin.from });
    case "curated":
      return message("cards.origin-curated");
  }
}

interface NoteFieldProps {
  readonly session: Session;
  readonly card: Id;
  readonly value: string;
  readonly isReadOnly: boolean;
  onSettle(note: string): void;
}

/** The note of a card, in Markdown: shown as it will be read, and written in a plain field. */
function NoteField({ session, card, value, isReadOnly, onSettle }: NoteFieldProps) {
  const { ui } = usePanels();
  const { say } = useWords();
  const heading = useId();
  const writing = useStore(ui, ({ noteOf }) => noteOf === card);
  const setWriting = (isWriting: boolean): void => ui.patch({ noteOf: isWriting ? card : null });
  const { typed, type, settle } = useSettled(value, onSettle);
  const [refused, setRefused] = useState<number | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!writing) return;
    field.current?.focus();
    field.current?.scrollIntoView({ block: "nearest" });
  }, [writing]);
  return (
    <section
      className="card-note"
      aria-labelledby={heading}
      onBlur={({ currentTarget, relatedTarget }) => {
        settle();
        if (writing && !currentTarget.contains(relatedTarget)) setWriting(false);
      }}
    >
      <header className="note-head">
        <h3 className="field-label" id={heading}>
          {say("cards.note")}
        </h3>
        {typed !== "" && !isReadOnly && (
          <Button look="quiet-button" onPress={() => setWriting(!writing)}>
            {say(writing ? "cards.note-preview" : "cards.note-edit")}
          </Button>
        )}
      </header>
      {typed !== "" && !writing ? (
        <ClippedMarkdown text={typed} />
      ) : (
        <textarea
          ref={field}
          className="input"
          aria-labelledby={heading}
          rows={writing ? 6 : 1}
          placeholder={say("cards.note-placeholder")}
          spellCheck={false}
          value={typed}
          onFocus={() => setWriting(true)}
          onKeyDown={({ key }) => {
            if (key === "Escape") session.view.current?.focus();
          }}
          aria-invalid={refused !== null}
          onChange={({ target }) => {
            // What does not fit stays where it came from, the clipboard, and what stood here stays here.
            const isTooLong = target.value.length > limits.noteLength;
            setRefused(isTooLong ? target.value.length : null);
            if (!isTooLong) type(target.value);
          }}
        />
      )}
      {refused !== null && (
        <p className="field-error" role="alert">
          {say("cards.note-refused", { length: refused, most: limits.noteLength })}
        </p>
      )}
    </section>
  );
}

interface CardSlotsProps {
  readonly session: Session;
  readonly card: Attribution;
}

/** The slots of a card: which spans stand in each, what takes them out, and what puts the span in focus in. */
function CardSlots({ session, card }: CardSlotsProps) {
  return (
    <dl className="slots">
      {session.tagset.slots.map((slot) => (
        <SlotLine key={slot.id} session={session} card={card} slot={slot} />
      ))}
    </dl>
  );
}

function SlotLine({ session, card, slot }: CardSlotsProps & { readonly slot: Slot }) {
  const { tell, parts } = useWords();
  const spans = spansIn(card, slot.id);
  // A card that is hidden does not follow the focus.
  const focused = useStore(session.shown, ({ focus, annotations }) =>
    focus.span === null || focus.card !== card.id ? undefined : get(annotations.set.spans, focus.span),
  );
  const fits =
    focused !== undefined &&
    !session.readOnly &&
    slot.accepts.includes(focused.type) &&
    !spansOf(card).includes(focused.id);
  return (
    <div className="slot">
      <dt className="slot-name">{tell(slotName(slot))}</dt>
      <dd className="slot-spans">
        {spans.map((id) => (
          <SlotSpan key={id} session={session} card={card} slot={slot} span={id} />
        ))}
        {fits && (
          <Button
            look="quiet-button"
            onPress={() => session.run(linkSpan, { card: card.id, span: focused.id, slot: slot.id })}
          >
            {parts("cards.put-here", {
              words: (
                <OutsideText key="words" cut>
                  {spanText(focused).slice(0, 80)}
                </OutsideText>
              ),
            })}
          </Button>
        )}
        {spans.length === 0 && !fits && <EmptySlot session={session} slot={slot} />}
      </dd>
    </div>
  );
}

function EmptySlot({ session, slot }: { readonly session: Session; readonly slot: Slot }) {
  const { say, tell } = useWords();
  const keys = session.tagset.spanTypes.filter(({ id }) => slot.accepts.includes(id));
  return (
    <span className="slot-empty">
      {session.readOnly
        ? say("cards.empty-slot")
        : keys.map((type) => (
            <span key={type.id} className="status-key">
              <ActionKeys action={`mark-${type.id}`} />
              <OutsideText>{tell(typeName(type))}</OutsideText>
            </span>
          ))}
    </span>
  );
}

function SlotSpan({
  session,
  card,
  slot,
  span: id,
}: CardSlotsProps & { readonly slot: Slot; readonly span: Id }) {
  const { say, tell } = useWords();
  const span = useStore(session.shown, ({ annotations }) => get(annotations.set.spans, id));
  const entity = useStore(session.shown, ({ annotations }) =>
    span?.entity === undefined ? undefined : entityBehind(annotations.entities, span.entity),
  );
  // Its words stand above then, where its edges are changed.
  const isInFocus = useStore(session.shown, ({ focus }) => focus.span === id && focus.card === card.id);
  if (!span) return null;
  const words = shortened(spanText(span), longestPart);
  const via = slot.id === "via" ? card.via.find((one) => one.span === id) : undefined;
  return (
    <div className="slot-span">
      <TypeForm tagset={session.tagset} type={span.type} />
      <Press
        className={isInFocus ? "slot-words in-focus" : "slot-words"}
        onPress={() => {
          session.setFocus({ span: id, card: card.id });
          session.reveal(spanHull(span), "center");
        }}
      >
        <OutsideText>{words}</OutsideText>
      </Press>
      {via && (
        <ChoiceField
          label={say("cards.via-role")}
          labelHidden
          options={session.tagset.viaRoles.map((role) => ({
            id: role.id,
            name: tell(roleName(role)),
            description: tell(roleAbout(role)),
          }))}
          value={via.role}
          isDisabled={session.readOnly}
          onChange={(role) => session.run(setViaRole, { card: card.id, span: id, role })}
        />
      )}
      {!session.readOnly && (
        <IconButton
          label={say("cards.take-out-of", { slot: slotName(slot) })}
          tiny
          onPress={() => session.run(unlinkSpan, { card: card.id, span: id, slot: slot.id })}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
      {entity && !isInFocus && entity.name.toLowerCase() !== words.toLowerCase() && (
        <span className="slot-who">
          <OutsideText>{entity.name}</OutsideText>
        </span>
      )}
      {entity && !isInFocus && slot.id === "voice" && (
        <AppearanceField session={session} entity={entity} isInList />
      )}
    </div>
  );
}
