// The kind and the fields of a card. The fields are the tagset's: another tagset shows others. Each value can be picked by
// two keys once picking has begun: that of the field, that of the value.

import { X } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { removeAbout, setField, setKind } from "../../../shared/commands/index.ts";
import type { Attribution, FieldValue, Kind } from "../../../shared/model/attribution.ts";
import { aboutOf, goneFrom } from "../../../shared/model/card-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import { kindOf } from "../../../shared/model/kind.ts";
import { get } from "../../../shared/model/table.ts";
import { type CardField, isAsked, type Tagset } from "../../../shared/model/tagset.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import { choiceAbout, choiceName, fieldAbout, fieldName } from "../../../shared/words/tagset-words.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import type { Picking } from "../../state/window/ui-state.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardFields({ session, card }: Props) {
  const { ui } = usePanels();
  const picking = useStore(ui, (state) => state.picking);
  const computed = useStore(session.shown, ({ annotations }) => {
    const claim = card.claim === null ? undefined : get(annotations.set.spans, card.claim);
    return claim ? kindOf(claim, card, session.text) : null;
  });
  const inputs = cardInputs(session.tagset, card, computed);
  usePickKeys(session, inputs);
  const part = useFieldsInView(card.id, picking);
  return (
    <div ref={part} className="card-fields-part">
      <PickHelp session={session} inputs={inputs} picking={picking} />
      <div className="card-fields">
        {inputs.map((input) => (
          <FieldInput
            key={input.id}
            session={session}
            input={input}
            pickKey={picking?.input === null ? input.key : null}
          />
        ))}
      </div>
    </div>
  );
}

/** Brings the fields into view while values are picked, since a long claim may push them out of the pane; the next card begins at its top. */
function useFieldsInView(card: Id, picking: Picking | null): RefObject<HTMLDivElement | null> {
  const part = useRef<HTMLDivElement>(null);
  const scrolledFor = useRef<Id | null>(null);
  useEffect(() => {
    if (scrolledFor.current !== null && scrolledFor.current !== card) {
      part.current?.closest(".inspector-body")?.scrollTo({ top: 0 });
      scrolledFor.current = null;
    }
    if (picking === null) return;
    part.current?.scrollIntoView({ block: "nearest" });
    scrolledFor.current = card;
  }, [card, picking]);
  return part;
}

interface FieldProps {
  readonly session: Session;
  readonly input: CardInput;
  /** Shown while a field is being picked. */
  readonly pickKey: string | null;
}

/** Stands for `null` in lists, which need an id for every entry. */
const unset = "(unset)";

function FieldInput({ session, input, pickKey }: FieldProps) {
  const { say, tell } = useWords();
  const { options, value } = input;
  const name = tell(input.name);
  if (options === null)
    return (
      <SwitchField
        label={name}
        title={tell(input.about)}
        pickKey={pickKey}
        value={value === true}
        isDisabled={session.readOnly}
        onChange={(to) => input.set(session, to)}
      />
    );
  const hasUnset = options.some((option) => option.value === null);
  return (
    <ChoiceField
      label={input.required ? say("cards.required-field", { name }) : name}
      title={tell(input.about)}
      pickKey={pickKey}
      isMissing={input.missing}
      value={typeof value === "string" ? value : hasUnset ? unset : null}
      isDisabled={session.readOnly}
      options={options.map((option) => ({
        id: option.value ?? unset,
        name: tell(option.name),
        description: option.about === undefined ? "" : tell(option.about),
      }))}
      onChange={(id) => input.set(session, id === unset ? null : id)}
    />
  );
}

interface PickHelpProps {
  readonly session: Session;
  readonly inputs: readonly CardInput[];
  readonly picking: Picking | null;
}

/** Says how values are picked by keys: the key that begins it, and while it goes on, which keys there are now. */
function PickHelp({ session, inputs, picking }: PickHelpProps) {
  const { ui } = usePanels();
  const { say, tell, parts } = useWords();
  if (session.readOnly) return null;
  const pickedInput = picking && inputs.find(({ id }) => id === picking.input);
  return (
    <div className={picking ? "pick-help picking" : "pick-help"}>
      <p role="status">
        {picking === null &&
          parts("cards.pick-by-keys", { key: <ActionKeys key="key" action="pick-value" /> })}
        {picking && !pickedInput && say("cards.pick-field")}
        {pickedInput && say("cards.pick-value", { field: tell(pickedInput.name) })}
      </p>
      {pickedInput?.options && (
        <ol className="pick-list" aria-label={tell(pickedInput.name)}>
          {pickedInput.options.map((option) => (
            <li key={option.key}>
              <Press
                className="pick-option"
                aria-pressed={option.value === pickedInput.value}
                onPress={() => {
                  pickedInput.set(session, option.value);
                  ui.patch({ picking: null });
                }}
              >
                <kbd>{option.key.toUpperCase()}</kbd> {tell(option.name)}
              </Press>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** While values are being picked by keys, the next key is a field's and the one after it a value's. Another letter does nothing, since a slip should not mark or delete; Escape ends it, and keys that are no characters end it and do what they always do. */
function usePickKeys(session: Session, inputs: readonly CardInput[]): void {
  const { ui } = usePanels();
  const isPicking = useStore(ui, ({ picking }) => picking !== null);
  const latest = useRef(inputs);
  useEffect(() => {
    latest.current = inputs;
  });
  useEffect(() => {
    if (!isPicking) return;
    const stop = new AbortController();
    const end = (): void => ui.patch({ picking: null });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isCharacter) pickByKey(event.key.toLowerCase());
      else end();
      if (!isCharacter && event.key !== "Escape") return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const pickByKey = (key: string): void => {
      const pickedInput = latest.current.find(({ id }) => id === ui.get().picking?.input);
      if (pickedInput) {
        const option = pickedInput.options?.find((one) => one.key === key);
        if (option) pickedInput.set(session, option.value);
        if (option) end();
        return;
      }
      const input = latest.current.find((one) => one.key === key);
      if (!input) return;
      if (input.options) ui.patch({ picking: { input: input.id } });
      else {
        input.set(session, input.value !== true);
        end();
      }
    };
    window.addEventListener("keydown", onKeyDown, { capture: true, signal: stop.signal });
    window.addEventListener(
      "pointerdown",
      ({ target }) => {
        if (!(target instanceof Element && target.closest(".pick-help"))) end();
      },
      { capture: true, signal: stop.signal },
    );
    const unsubscribe = session.state.subscribe(() => {
      if (session.focus().card === null) end();
    });
    return () => {
      stop.abort();
      unsubscribe();
    };
  }, [session, ui, isPicking]);
}

// The inputs of a card beside its slots, as one list: its kind and the tagset's fields, each with its values and the keys that pick them.

/** One of the values to choose from. `value` is `null` for "not yet said", and for a kind that is read off the text. */
interface InputOption {
  readonly value: string | null;
  readonly name: Text;
  readonly about?: Text;
  /** The key that picks it once its input was picked. */
  readonly key: string;
}

interface CardInput {
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

// A line of the card that says whom its claim is about: who they are, what takes them out, and what opens the choice.

interface CardAboutProps {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardAbout({ session, card }: CardAboutProps) {
  const { ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(session.shown, ({ annotations }) => annotations.entities);
  const about = aboutOf(card, entities);
  const gone = goneFrom(card, entities);
  if (session.readOnly && about.length + gone.length === 0) return null;
  const takeOut = (id: Id, name: string) =>
    !session.readOnly && (
      <IconButton
        label={say("cards.take-out-of-about", { name })}
        tiny
        onPress={() => session.run(removeAbout, { card: card.id, entity: id })}
      >
        <X size={14} aria-hidden />
      </IconButton>
    );
  return (
    <dl className="slots">
      <div className="slot">
        <dt className="slot-name">{say("cards.about")}</dt>
        <dd className="slot-spans">
          {about.map(({ id, name }) => (
            <div key={id} className="slot-span">
              <Press className="slot-words" onPress={() => goToEntity(ui, id)}>
                <OutsideText>{name}</OutsideText>
              </Press>
              {takeOut(id, plainText(name))}
            </div>
          ))}
          {gone.map((id) => (
            <div key={id} className="slot-span">
              <span className="slot-empty">{say("cards.about-gone")}</span>
              {takeOut(id, say("cards.about-gone"))}
            </div>
          ))}
          {!session.readOnly && (
            <Button look="quiet-button" onPress={() => ui.patch({ dialog: "choose-about" })}>
              {say("cards.choose-about")} <ActionKeys action="choose-about" />
            </Button>
          )}
        </dd>
      </div>
    </dl>
  );
}
