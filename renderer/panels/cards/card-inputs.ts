// What a card asks for beside its slots, as one list: its kind and the tagset's fields, each with its values and the keys
// that pick them.
import { setField, setKind } from "../../../shared/commands/index.ts";
import type { Attribution, FieldValue, Kind } from "../../../shared/model/attribution.ts";
import { type CardField, isAsked, type Tagset } from "../../../shared/model/tagset.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import { choiceAbout, choiceName, fieldAbout, fieldName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session/session.ts";

/** One of the values to choose from. `value` is `null` for "not yet said", and for a kind that is read off the text. */
interface InputOption {
  readonly value: string | null;
  readonly name: Text;
  readonly about?: Text;
  /** The key that picks it once its input was picked. */
  readonly key: string;
}

export interface CardInput {
  readonly id: string;
  readonly name: Text;
  readonly about: Text;
  /** The key that picks it first. */
  readonly key: string;
  readonly value: FieldValue;
  /** The values to choose from; `null` for a switch. */
  readonly options: readonly InputOption[] | null;
  /** Whether a card without it is unfinished, and whether this one is. */
  readonly required: boolean;
  readonly missing: boolean;
  /** Gives the card another value. */
  set(session: Session, value: FieldValue): void;
}

/** Keys that pick, in the order in which they are given away; "not said" has the last. */
const pickKeys = "123456789abcdefghijklmnopqrstuvwxyz";
const emptyKey = "0";

const kinds: readonly Kind[] = ["direct", "indirect", "mixed"];
const kindName = (kind: Kind): Message => message(`cards.kind-${kind}`);

/** The inputs of a card, choices before switches, those that are not asked for left out. `computed`: see `kindOf`. */
export function cardInputs(tagset: Tagset, card: Attribution, computed: Kind | null): readonly CardInput[] {
  const askedFields = ["choice", "switch"].flatMap((input) =>
    tagset.fields.filter((field) => field.input === input && isAsked(field, card.fields)),
  );
  return [
    kindInput(card, computed),
    ...askedFields.map((field, at) => fieldInput(card, field, pickKeys.charAt(at + 1))),
  ];
}

function kindInput(card: Attribution, computed: Kind | null): CardInput {
  const computedName =
    computed === null
      ? message("cards.kind-needs-claim")
      : message("cards.kind-read", { kind: kindName(computed) });
  return {
    id: "kind",
    name: message("cards.kind"),
    about: message("cards.kind-about"),
    key: pickKeys.charAt(0),
    value: card.kind,
    options: [
      { value: null, name: computedName, about: message("cards.kind-about"), key: emptyKey },
      ...kinds.map((kind, at) => ({ value: kind, name: kindName(kind), key: pickKeys.charAt(at) })),
    ],
    required: false,
    missing: false,
    set(session, value) {
      const kind = kinds.find((one) => one === value) ?? null;
      if (kind !== card.kind) session.run(setKind, { card: card.id, kind });
    },
  };
}

function fieldInput(card: Attribution, field: CardField, key: string): CardInput {
  const value = card.fields[field.id] ?? null;
  const empty = { value: null, name: message("ui.not-said"), key: emptyKey };
  return {
    id: field.id,
    name: fieldName(field),
    about: fieldAbout(field),
    key,
    value,
    options:
      field.input === "switch"
        ? null
        : [
            ...(field.default === null ? [empty] : []),
            ...field.choices.map((choice, at) => ({
              value: choice.id,
              name: choiceName(field, choice),
              about: choiceAbout(field, choice),
              key: pickKeys.charAt(at),
            })),
          ],
    required: field.required ?? false,
    missing: (field.required ?? false) && value === null,
    set(session, to) {
      if (to !== value) session.run(setField, { card: card.id, field: field.id, value: to });
    },
  };
}
