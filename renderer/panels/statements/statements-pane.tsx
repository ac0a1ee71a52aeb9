// All cards of the project in one table: narrowed, sorted, opened in their articles, and many of them given another value as one step.
// Cards that cannot have it are told with their reasons, and nothing is changed until it is asked for without them.
import { useEffect, useMemo, useState } from "react";
import { statementFacets } from "../../../shared/statements/statement-facets.ts";
import { useStore } from "../../lib/store.ts";
import { insightOf } from "../../state/insight/insight.ts";
import {
  countNotListed,
  everyStatement,
  type StatementsState,
  statementsOf,
} from "../../state/insight/statements.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { BlindLine, EmptyPlace, ScopeBar, WhoseButtons } from "../insight/insight-frame.tsx";
import type { Page, PageProps } from "../page.ts";
import { ProblemLine } from "../problem-line.tsx";
import { StatementFilters } from "./statement-filters.tsx";
import { StatementTable } from "./statement-table.tsx";
import "../../styles/insight.css";
import "../../styles/statements.css";
import type { EditedCards } from "../../../shared/api/methods/statements.ts";
import type { CardEdit } from "../../../shared/commands/card-values.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import type { CardField, Tagset } from "../../../shared/model/tagset.ts";
import { type CardOfSet, cardKey } from "../../../shared/statements/list-statements.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, flagName } from "../../../shared/words/tagset-words.ts";
import { findEntities } from "../../state/session/find-entities.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Finder } from "../../ui/finder.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";

function StatementsPane({ project }: PageProps) {
  const { workspace } = usePanels();
  const statements = statementsOf(workspace);
  const { say } = useWords();
  const state = useStore(statements.state, (value) => value);
  const scope = useStore(insightOf(workspace).state, (value) => value.scope);
  const entities = useStore(workspace.state, (value) => value.entities);
  const { tagset } = project.project;
  const facets = useMemo(() => statementFacets({ tagset, entities }), [tagset, entities]);
  useEffect(() => statements.follow(), [statements]);
  const isOthers = scope.sets.of === "person" && scope.sets.id !== project.annotator?.id;
  const canEdit = project.readOnly === null && !isOthers;
  return (
    <section className="insight" aria-label={say("statements.title")} data-pane="page" tabIndex={-1}>
      <h1 className="visually-hidden">{say("statements.title")}</h1>
      <header className="insight-head">
        <ScopeBar scope={scope} project={project} hasPolicies={false} />
        <BlindLine />
        <StatementFilters facets={facets} />
        <ListingLine state={state} canEdit={canEdit} />
        <ProblemLine problem={state.problem} />
      </header>
      <StatementsBody {...{ state, project, facets }} canSelect={canEdit} />
      {state.isEditing && <EditCardsDialog tagset={tagset} />}
    </section>
  );
}

interface BodyProps extends PageProps {
  readonly state: StatementsState;
  readonly facets: ReturnType<typeof statementFacets>;
  readonly canSelect: boolean;
}

/** The table, or why there is none and what to do. */
function StatementsBody({ state: { refusal, listing }, project, facets, canSelect }: BodyProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  if (refusal)
    return (
      <EmptyPlace title={say("figures.whose-advice")} advice={tell(refusal)}>
        <WhoseButtons project={project} />
      </EmptyPlace>
    );
  if (listing?.all === 0)
    return <EmptyPlace title={say("statements.none-yet")} advice={say("statements.none-about")} />;
  if (listing?.total === 0)
    return (
      <EmptyPlace title={say("statements.nothing-fits")} advice="">
        <Button
          onPress={() => {
            insightOf(workspace).closeDetails();
            statementsOf(workspace).ask({ ...everyStatement });
          }}
        >
          {say("filters.clear")}
        </Button>
      </EmptyPlace>
    );
  return (
    <>
      <StatementTable facets={facets} canSelect={canSelect} />
      <KeyHelp canEdit={canSelect} />
    </>
  );
}

function KeyHelp({ canEdit }: { readonly canEdit: boolean }) {
  const { parts } = useWords();
  const keys = {
    open: <ActionKeys key="open" action="open-statement" />,
    mark: <ActionKeys key="mark" action="select-statement" />,
    all: <ActionKeys key="all" action="select-all-statements" />,
    edit: <ActionKeys key="edit" action="edit-statements" />,
  };
  return (
    <p className="statement-help quiet">
      {canEdit ? parts("statements.keys", keys) : parts("statements.keys-reading", { open: keys.open })}
    </p>
  );
}

/** How many cards are listed and what was left out, how far listing is, and what can be done with those that are selected. */
function ListingLine({ state, canEdit }: { readonly state: StatementsState; readonly canEdit: boolean }) {
  const statements = statementsOf(usePanels().workspace);
  const { say, tell } = useWords();
  const { listing, damaged, isListing, isStopped, progress, outcome, selected } = state;
  const notListed = countNotListed(selected);
  if (isListing && progress && progress.of > 0)
    return (
      <div className="insight-line insight-counting">
        <span role="status">{say("statements.reading", { done: progress.done, of: progress.of })}</span>
        <progress aria-label={say("figures.progress")} max={progress.of} value={progress.done} />
        <Button onPress={statements.stop}>{say("ui.cancel")}</Button>
      </div>
    );
  const told = [
    listing && say("cards.shown-of", { shown: listing.total, count: listing.all }),
    listing && listing.leftOut > 0 && say("statements.left-out", { count: listing.leftOut }),
    listing &&
      listing.curatedInPart > 0 &&
      say("statements.curated-in-part", { count: listing.curatedInPart }),
    damaged.length > 0 && say("statements.damaged", { count: damaged.length }),
    isStopped && say("statements.stopped"),
    !canEdit && listing && say("statements.not-yours"),
    outcome && tell(outcome),
  ].filter((words) => typeof words === "string");
  return (
    <div className="insight-line statement-line">
      {told.map((words) => (
        <span key={words} role="status" className="quiet">
          {words}
        </span>
      ))}
      {isStopped && <Button onPress={statements.again}>{say("figures.go-on")}</Button>}
      {selected.cards.size > 0 && (
        <>
          <span className="spring" />
          <span role="status">
            {say("statements.selected", { count: selected.cards.size, hidden: notListed })}
          </span>
          {notListed > 0 && (
            <Button look="quiet-button" onPress={statements.deselectNotListed}>
              {say("statements.deselect-hidden")}
            </Button>
          )}
          <Button onPress={() => statements.setEditing(true)}>{say("statements.edit")}</Button>
          <Button look="quiet-button" onPress={statements.clearSelection}>
            {say("statements.clear")}
          </Button>
        </>
      )}
    </div>
  );
}

export const statementsPage: Page = { Body: StatementsPane };

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

function EditCardsDialog({ tagset }: { readonly tagset: Tagset }) {
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
