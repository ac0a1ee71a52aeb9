// The slots of a card: which spans stand in each, what takes them out, and what puts the span in focus in.
import { X } from "lucide-react";
import { linkSpan, setViaRole, unlinkSpan } from "../../../shared/commands/index.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { spansOf } from "../../../shared/model/attribution.ts";
import { spansIn } from "../../../shared/model/card-laws.ts";
import type { Id } from "../../../shared/model/id.ts";
import { spanHull, spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Slot } from "../../../shared/model/tagset.ts";
import { roleAbout, roleName, slotName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { TypeForm } from "../span/type-form.tsx";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardSlots({ session, card }: Props) {
  return (
    <dl className="slots">
      {session.tagset.slots.map((slot) => (
        <SlotLine key={slot.id} session={session} card={card} slot={slot} />
      ))}
    </dl>
  );
}

function SlotLine({ session, card, slot }: Props & { readonly slot: Slot }) {
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
  const { say } = useWords();
  const keys = session.tagset.spanTypes.filter(({ id }) => slot.accepts.includes(id));
  return (
    <span className="slot-empty">
      {session.readOnly
        ? say("cards.empty-slot")
        : keys.map((type) => <ActionKeys key={type.id} action={`mark-${type.id}`} />)}
    </span>
  );
}

function SlotSpan({ session, card, slot, span: id }: Props & { readonly slot: Slot; readonly span: Id }) {
  const { say, tell } = useWords();
  const span = useStore(session.shown, ({ annotations }) => get(annotations.set.spans, id));
  if (!span) return null;
  const via = slot.id === "via" ? card.via.find((one) => one.span === id) : undefined;
  return (
    <div className="slot-span">
      <TypeForm tagset={session.tagset} type={span.type} />
      <Press
        className="slot-words"
        onPress={() => {
          session.setFocus({ span: id, card: card.id });
          session.reveal(spanHull(span), "center");
        }}
      >
        <OutsideText>{shortened(spanText(span))}</OutsideText>
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
    </div>
  );
}

const shortened = (text: string): string =>
  text.length > 280 ? `${text.slice(0, 180)} … ${text.slice(-80)}` : text;
