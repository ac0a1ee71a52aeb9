// All about one suggestion: why it is made, what it would enter into the card, who is meant, and what to do with it.
import { get } from "../../../shared/model/table.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import type { Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, roleName } from "../../../shared/words/tagset-words.ts";
import { dropSuggestion, takeSuggestion } from "../../actions/suggest.ts";
import type { Session } from "../../state/session/session.ts";
import type { Offered } from "../../state/suggestions/offered.ts";
import { Button } from "../../ui/button.tsx";
import { Description } from "../../ui/description.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { cardWords } from "../card-words.ts";
import { partWords } from "./part-words.ts";

interface Props {
  readonly session: Session;
  readonly one: Offered;
}

export function SuggestionDetail({ session, one }: Props) {
  const panels = usePanels();
  const { say, tell, percent } = useWords();
  const { card, who, also } = one;
  const context = { ...panels, session };
  const outer = one.holder === null ? undefined : get(session.annotations().set.attributions, one.holder);
  return (
    <>
      <p className="suggestion-why">
        <OutsideText>{tell(reasonOf(card.rule, card.model))}</OutsideText>
      </p>
      {also.map((model) => (
        <p key={model ?? ""} className="quiet">
          <OutsideText>
            {model === null ? say("models.also-rules") : say("models.also", { model })}
          </OutsideText>
        </p>
      ))}
      <p className="quiet">{say("suggestions.sure", { share: percent(card.confidence) })}</p>
      <dl className="suggestion-parts">
        <dt>{say("suggestions.part-kind")}</dt>
        <dd>{say(`cards.kind-${card.kind}`)}</dd>
        {valuesOf(session, one).map(({ name, value }) => (
          <Description key={tell(name)} name={tell(name)} value={tell(value)} />
        ))}
        {card.via.map((via) => {
          const role = session.tagset.viaRoles.find(({ id }) => id === via.role);
          return (
            role && (
              <Description
                key={`${via.start} ${via.role}`}
                name={tell(roleName(role))}
                value={partWords(session.text.text, [via])}
              />
            )
          );
        })}
        {who && (
          <Description
            name={say(who.known ? "suggestions.part-known" : "suggestions.part-new")}
            value={
              who.known
                ? who.known.name
                : say("suggestions.new-entity", {
                    name: who.suggested.name,
                    type: say(`entities.type-${who.suggested.type}`),
                    naming: say(`entities.naming-${who.suggested.naming}`),
                  })
            }
          />
        )}
        {card.within !== null && (
          <Description name={say("suggestions.part-within")} value={say("suggestions.within")} />
        )}
        {outer && (
          <Description
            name={say("suggestions.part-within")}
            value={cardWords(outer, session.annotations())}
          />
        )}
      </dl>
      <div className="suggestion-buttons">
        <Button look="primary" onPress={() => void takeSuggestion(context, "next")}>
          {say("suggestions.accept")} <ActionKeys action="open-card" />
        </Button>
        <Button title={say("suggestions.edit-about")} onPress={() => void takeSuggestion(context, "open")}>
          {say("suggestions.edit")} <ActionKeys action="edit-suggestion" />
        </Button>
        <Button
          title={say("suggestions.reject-about")}
          onPress={() => void dropSuggestion(context, "everywhere")}
        >
          {say("suggestions.reject")} <ActionKeys action="delete" />
        </Button>
        <Button
          title={say("suggestions.reject-here-about")}
          onPress={() => void dropSuggestion(context, "here")}
        >
          {say("suggestions.reject-here")} <ActionKeys action="reject-suggestion-here" />
        </Button>
      </div>
    </>
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
