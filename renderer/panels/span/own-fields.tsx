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
import { useSettled } from "../../ui/settled-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
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
    <div>
      {field.kind === "choice" ? (
        <ChoiceAnswer {...fieldProps} known={known} choices={field.choices} onAnswer={onAnswer} />
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

/** Who entered what is known in the field, and when; `null`: nothing is known. */
export function madeOf(
  field: EntityField,
  group: EntityGroup,
  people: readonly Annotator[],
  words: Words,
): string | null {
  const own = enteredIn(group.entity, field.id);
  const { known } = knownIn(group, field);
  return known
    ? madeWords(own && isAnswerOf(field, own) ? own : undefined, known, { field, people, words })
    : null;
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

interface ChoiceAnswerProps extends AnswerProps, Pick<Extract<EntityField, { kind: "choice" }>, "choices"> {
  /** What is known from an entity that was merged into this one, where nothing was entered on itself. */
  readonly known: EntityValue | undefined;
}

function ChoiceAnswer({ field, choices, entered, known, isReadOnly, onAnswer }: ChoiceAnswerProps) {
  const words = useWords();
  const { say } = words;
  const unenteredName =
    !entered && known
      ? say("entities.from-merged", { value: answerWords(field, known, words) })
      : say("entities.not-known");
  const chosen = !entered ? unknown : "declined" in entered ? declined : String(entered.value);
  return (
    <ChoiceField
      label={field.name}
      value={chosen}
      isDisabled={isReadOnly}
      options={[
        { id: unknown, name: unenteredName },
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
  /** The words that the field did not take. */
  const [refused, setRefused] = useState<string | null>(null);
  const isDeclined = entered !== undefined && "declined" in entered;
  const value = entered && !isDeclined ? wordsOfAnswer(field, entered) : "";
  const { typed, type, settle } = useSettled(value, (words) => {
    const answer = answerIn(field, words);
    const isRefused = !answer && words.trim() !== "";
    setRefused(isRefused ? words : null);
    if (!isRefused) onAnswer(answer);
  });
  const error =
    refused === typed && !isDeclined && field.kind !== "choice" ? (
      <span role="alert">{say(`entities.takes-${field.kind}`)}</span>
    ) : null;
  return (
    <>
      <TextField
        label={field.name}
        value={typed}
        error={error}
        isReadOnly={isReadOnly || isDeclined}
        onChange={type}
        onBlur={settle}
        onEnter={settle}
      />
      <SwitchField
        label={say("entities.declined-of", { field: field.name })}
        value={isDeclined}
        isDisabled={isReadOnly}
        onChange={(on) => {
          type(value);
          onAnswer(on ? { declined: true } : null);
        }}
      />
    </>
  );
}
