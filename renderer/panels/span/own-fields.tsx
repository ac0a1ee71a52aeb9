// The project's own fields of an entity, to be filled in: each with its value or "declined to say", who entered it, and what differs where
// entities were merged.
import { useState } from "react";
import type { EntityValue } from "../../../shared/model/entity.ts";
import {
  answerIn,
  type EntityAnswer,
  enteredIn,
  entityFieldsOf,
  isAnswerOf,
  knownIn,
  wordsOfAnswer,
} from "../../../shared/model/entity-field.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { EntityField } from "../../../shared/model/tagset.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SettledField } from "../../ui/settled-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly group: EntityGroup;
  readonly isReadOnly: boolean;
  /** `null`: not known. */
  onEnter(field: string, answer: EntityAnswer | null): void;
}

const nobody: readonly Annotator[] = [];
const noFields: readonly EntityField[] = [];

export function OwnFields(props: Props) {
  const { workspace } = usePanels();
  const project = useStore(workspace.state, (state) => state.project?.project);
  const fields = project ? entityFieldsOf(project.tagset) : noFields;
  return fields.map((field) => (
    <OwnField
      key={`${props.group.entity.id} ${field.id}`}
      {...props}
      field={field}
      people={project?.annotators ?? nobody}
    />
  ));
}

interface FieldProps extends Props {
  readonly field: EntityField;
  readonly people: readonly Annotator[];
}

function OwnField({ field, group, people, isReadOnly, onEnter }: FieldProps) {
  const words = useWords();
  const own = enteredIn(group.entity, field.id);
  const entered = own && isAnswerOf(field, own) ? own : undefined;
  const { known, differing } = knownIn(group, field);
  const fieldProps = { field, entered, isReadOnly };
  const onAnswer = (answer: EntityAnswer | null): void => onEnter(field.id, answer);
  return (
    <div className="own-field">
      {field.kind === "choice" ? (
        <ChoiceAnswer {...fieldProps} choices={field.choices} onAnswer={onAnswer} />
      ) : (
        <TypedAnswer {...fieldProps} onAnswer={onAnswer} />
      )}
      {(entered ?? known) && (
        <p className="quiet small">{madeWords(entered, known, { field, people, words })}</p>
      )}
      {differing.length > 0 && (
        <p className="note caution">
          <OutsideText>
            {words.say("entities.merged-differs", {
              values: words.list([...new Set(differing.map((one) => answerWords(field, one, words)))]),
            })}
          </OutsideText>
        </p>
      )}
    </div>
  );
}

/** An answer in the language of the window. */
export function answerWords(field: EntityField, answer: EntityAnswer, { say }: Words): string {
  return "declined" in answer ? say("entities.declined") : wordsOfAnswer(field, answer);
}

/** Who entered it and when; or that it is known from an entity that was merged into this one. */
function madeWords(
  entered: EntityValue | undefined,
  known: EntityValue | undefined,
  { field, people, words }: Pick<FieldProps, "field" | "people"> & { readonly words: Words },
): string {
  const { say } = words;
  if (!entered) return known ? say("entities.merged-known", { value: answerWords(field, known, words) }) : "";
  const { annotator, at, origin } = entered.provenance;
  const name = people.find(({ id }) => id === annotator)?.name ?? annotator;
  const made = { name, at: new Date(at) };
  return origin.by === "imported"
    ? say("entities.imported-by", { ...made, file: origin.from })
    : say("entities.entered-by", made);
}

interface AnswerProps {
  readonly field: EntityField;
  readonly entered: EntityValue | undefined;
  readonly isReadOnly: boolean;
  onAnswer(answer: EntityAnswer | null): void;
}

/** No id of a choice has these characters (see `idFor`). */
const unknown = "\u0000";
const declined = "\u0001";

function ChoiceAnswer({
  field,
  choices,
  entered,
  isReadOnly,
  onAnswer,
}: AnswerProps & Pick<Extract<EntityField, { kind: "choice" }>, "choices">) {
  const { say } = useWords();
  const chosen = !entered ? unknown : "declined" in entered ? declined : String(entered.value);
  return (
    <ChoiceField
      label={field.name}
      value={chosen}
      isDisabled={isReadOnly}
      options={[
        { id: unknown, name: say("entities.not-known") },
        ...choices,
        { id: declined, name: say("entities.declined") },
      ]}
      onChange={(id) =>
        onAnswer(id === unknown ? null : id === declined ? { declined: true } : { value: id })
      }
    />
  );
}

function TypedAnswer({ field, entered, isReadOnly, onAnswer }: AnswerProps) {
  const { say } = useWords();
  const [refused, setRefused] = useState(false);
  const isDeclined = entered !== undefined && "declined" in entered;
  function settle(typed: string): void {
    const answer = answerIn(field, typed);
    setRefused(!answer && typed.trim() !== "");
    if (answer || typed.trim() === "") onAnswer(answer);
  }
  return (
    <>
      <SettledField
        label={field.name}
        value={entered && !isDeclined ? wordsOfAnswer(field, entered) : ""}
        isReadOnly={isReadOnly || isDeclined}
        onSettle={settle}
      />
      {refused && field.kind !== "choice" && (
        <p className="field-error" role="alert">
          {say(`entities.takes-${field.kind}`)}
        </p>
      )}
      <SwitchField
        label={say("entities.declined-of", { field: field.name })}
        value={isDeclined}
        isDisabled={isReadOnly}
        onChange={(on) => {
          setRefused(false);
          onAnswer(on ? { declined: true } : null);
        }}
      />
    </>
  );
}
