// Gives the statements that are selected another value: which field, and which value. Cards that cannot have it are told with their reasons,
// and nothing is changed until it is asked for without them.
import { useState } from "react";
import type { EditedCards } from "../../../shared/api/methods/statements.ts";
import type { CardEdit } from "../../../shared/commands/edit-cards.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import type { CardField, Tagset } from "../../../shared/model/tagset.ts";
import { type CardOfSet, cardKey } from "../../../shared/statements/list-statements.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, flagName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import { countNotListed, statementsOf } from "../../state/insight/statements.ts";
import { findEntities } from "../../state/session/find-entities.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Finder } from "../../ui/finder.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";

/** A field of cards as it can be set for many of them, with its values; or with whatever entity is chosen. */
type Editable = { readonly id: string; readonly name: Text } & (
  | { readonly values: readonly { readonly id: string; readonly name: Text; readonly edit: CardEdit }[] }
  | { readonly isAbout: boolean }
);
type Values = Extract<Editable, { readonly values: unknown }>["values"];

const yesNo = (edit: (value: boolean) => CardEdit): Values => [
  { id: "yes", name: message("cards.yes"), edit: edit(true) },
  { id: "no", name: message("cards.no"), edit: edit(false) },
];

const kindValues: Values = [
  ...(["direct", "indirect", "mixed"] as const).map((kind) => ({
    id: kind,
    name: message(`cards.kind-${kind}`),
    edit: { of: "kind", kind } as const,
  })),
  { id: "-", name: message("statements.kind-read"), edit: { of: "kind", kind: null } },
];

function valuesOf(field: CardField): Values {
  const edit = (value: string | boolean | null): CardEdit => ({ of: "field", field: field.id, value });
  if (field.input === "switch") return yesNo(edit);
  const choices = field.choices.map((choice) => ({
    id: choice.id,
    name: choiceName(field, choice),
    edit: edit(choice.id),
  }));
  const unset = { id: "-", name: message("ui.not-said"), edit: edit(null) };
  return field.default === null ? [...choices, unset] : choices;
}

const editables = ({ fields, flags }: Tagset): readonly Editable[] => [
  { id: "kind", name: message("cards.kind"), values: kindValues },
  ...fields.map((field) => ({ id: `field ${field.id}`, name: fieldName(field), values: valuesOf(field) })),
  ...flags.map((flag) => ({
    id: `flag ${flag.id}`,
    name: message("statements.flag-of", { name: flagName(flag) }),
    values: yesNo((isSet) => ({ of: "flag", flag: flag.id, isSet })),
  })),
  { id: "about-add", name: message("statements.about-add"), isAbout: true },
  { id: "about-remove", name: message("statements.about-remove"), isAbout: false },
];

export function EditCardsDialog({ tagset }: { readonly tagset: Tagset }) {
  const statements = statementsOf(usePanels().workspace);
  const { say, tell } = useWords();
  const [fieldId, setField] = useState("kind");
  const [valueId, setValue] = useState<string | null>(null);
  const all = editables(tagset);
  const editable = all.find(({ id }) => id === fieldId) ?? all[0];
  const edit = editable ? editOf(editable, valueId) : null;
  const close = (): void => statements.setEditing(false);
  const editing = useEditing(edit, close);
  const options = (of: readonly { readonly id: string; readonly name: Text }[]) =>
    of.map(({ id, name }) => ({ id, name: plainText(tell(name)) }));
  return (
    <ModalDialog
      title={say("statements.edit-title", { count: editing.cards.length })}
      onClose={close}
      foot={
        <ConfirmButtons
          onCancel={close}
          isDisabled={edit === null || editing.isRunning}
          onPress={() => void editing.run(editing.cards)}
        >
          {say("statements.change")}
        </ConfirmButtons>
      }
    >
      <ChoiceField
        label={say("statements.field")}
        value={fieldId}
        options={options(all)}
        onChange={(id) => {
          setField(id);
          setValue(null);
          editing.forget();
        }}
      />
      {editable && "isAbout" in editable ? (
        <EntityChoice
          key={editable.id}
          isAbout={editable.isAbout}
          chosen={valueId}
          onChoose={(id) => {
            setValue(id);
            editing.forget();
          }}
        />
      ) : (
        <ChoiceField
          label={say("statements.value")}
          value={valueId}
          options={options(editable?.values ?? [])}
          onChange={(id) => {
            setValue(id);
            editing.forget();
          }}
        />
      )}
      {editing.hidden > 0 && <p>{say("statements.edit-hidden", { count: editing.hidden })}</p>}
      <p className="quiet">{say("statements.edit-about")}</p>
      {editing.refused.length > 0 && <Refused {...editing} />}
      <ProblemLine problem={editing.problem} />
    </ModalDialog>
  );
}

/** `value`: of the field, or the id of an entity. */
function editOf(editable: Editable, value: string | null): CardEdit | null {
  if ("values" in editable) return editable.values.find(({ id }) => id === value)?.edit ?? null;
  return value === null ? null : { of: "about", entity: value, isAbout: editable.isAbout };
}

interface EntityChoiceProps {
  readonly isAbout: boolean;
  readonly chosen: Id | null;
  onChoose(entity: Id | null): void;
}

/** Chooses the entity that the claims are to be about, or no longer about. */
function EntityChoice({ isAbout, chosen, onChoose }: EntityChoiceProps) {
  const { say } = useWords();
  const entities = useStore(usePanels().workspace.state, (state) => state.entities);
  const [typed, setTyped] = useState("");
  const { sure, fitting, others } = findEntities(entities, typed, "");
  const entity = chosen === null ? undefined : get(entities, chosen);
  return (
    <>
      <Finder
        label={say("dialogs.entities")}
        placeholder={say("entities.find")}
        typed={typed}
        items={[...sure, ...fitting, ...others].map(({ id, name }) => ({
          ...{ id, text: plainText(name) },
          content: <OutsideText cut>{name}</OutsideText>,
        }))}
        empty={say("entities.none-fits")}
        marksFirst={false}
        takesFocus={false}
        onType={(words) => {
          setTyped(words);
          onChoose(null);
        }}
        onTake={onChoose}
      />
      <p role="status">
        <OutsideText>
          {entity
            ? say(isAbout ? "statements.adds-about" : "statements.removes-about", { name: entity.name })
            : say("statements.choose-entity")}
        </OutsideText>
      </p>
    </>
  );
}

/** The change of the cards that are selected, and what came of it. */
function useEditing(edit: CardEdit | null, onDone: () => void) {
  const statements = statementsOf(usePanels().workspace);
  const selected = useStore(statements.state, (state) => state.selected);
  const [refused, setRefused] = useState<EditedCards["refused"]>([]);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const [isRunning, setRunning] = useState(false);
  const cards = [...selected.cards.values()];
  const hidden = countNotListed(selected);
  async function run(which: readonly CardOfSet[]): Promise<void> {
    if (edit === null || which.length === 0) return;
    setRunning(true);
    setProblem(null);
    try {
      const edited = await statements.edit(which, edit);
      setRefused(edited.refused);
      if (edited.refused.length === 0) onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.toData());
    } finally {
      setRunning(false);
    }
  }
  return { cards, hidden, refused, problem, isRunning, run, forget: () => setRefused([]) };
}

/** Refused cards that are named. */
const mostNamed = 5;

function Refused({ cards, refused, isRunning, run }: ReturnType<typeof useEditing>) {
  const statements = statementsOf(usePanels().workspace);
  const { say } = useWords();
  const rows = useStore(statements.state, (state) => state.rows);
  const keys = new Set(refused.map(cardKey));
  const others = cards.filter((one) => !keys.has(cardKey(one)));
  const wordsOf = (key: string): string => {
    const row = [...rows.values()].find((one) => cardKey(one) === key);
    return row ? [row.who, row.cue, row.claim].join(" ") : key;
  };
  return (
    <div role="alert">
      <p className="field-error">{say("statements.refused", { count: refused.length })}</p>
      <ul>
        {refused.slice(0, mostNamed).map((one) => (
          <li key={cardKey(one)}>
            <OutsideText>
              {say("statements.refused-card", {
                words: plainText(wordsOf(cardKey(one))),
                reason: say(`refusals.${one.refusal}`),
              })}
            </OutsideText>
          </li>
        ))}
      </ul>
      {refused.length > mostNamed && (
        <p>{say("statements.and-more", { count: refused.length - mostNamed })}</p>
      )}
      {others.length > 0 && (
        <Button isDisabled={isRunning} onPress={() => void run(others)}>
          {say("statements.without-refused", { count: others.length })}
        </Button>
      )}
    </div>
  );
}
