// The unknown values behind a number, given one after the other where they are counted: of sources a value of one of the project's own fields,
// of articles their publisher or date. Each that is given is a step of the history, and the figure follows.
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { setEntityField } from "../../../shared/commands/index.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { fieldGroupings } from "../../../shared/insight/groupings.ts";
import { lacksFact, type MissingFact } from "../../../shared/insight/missing-fact.ts";
import { isPlainDate } from "../../../shared/model/article-about.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { answerIn, type EntityAnswer, entityFieldsOf, knownIn } from "../../../shared/model/entity-field.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import type { EntityField, Tagset } from "../../../shared/model/tagset.ts";
import type { Text } from "../../../shared/words/message.ts";
import { goToArticle } from "../../actions/articles.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { giveFact } from "../../state/articles/describing.ts";
import { type FigureNumber, type FiguresQuery, insightOf } from "../../state/insight/insight.ts";
import { type LackingArticle, lackingOf } from "../../state/insight/lacking.ts";
import { Button, Press } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { DetailsPane } from "./details-pane.tsx";
import { useFigures } from "./use-figures.ts";

/** The field of the project whose unknown values a number counts; `null` where it counts something else. */
function fieldBehind({ by, part }: FigureNumber, tagset: Tagset): EntityField | null {
  if (part !== "unknown") return null;
  const fields = entityFieldsOf(tagset);
  const at = fieldGroupings({ tagset, entities: [] }).findIndex(({ id }) => by.includes(id));
  return fields[at] ?? null;
}

/** What gives the unknown values behind the number that is open, where they are those of a field. */
export function UnknownPart({ project }: { readonly project: OpenProject }) {
  const figure = useStore(insightOf(usePanels().workspace).state, ({ chosenCards }) => chosenCards?.figure);
  const field = figure ? fieldBehind(figure, project.project.tagset) : null;
  return figure && field ? (
    <UnknownInField {...{ field, figure }} isReadOnly={project.readOnly !== null} />
  ) : null;
}

/** Articles to be filled in, in the place of cards. */
export function FactsPanel({ fact, isReadOnly }: FactProps) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  return (
    <DetailsPane
      title={say(`figures.no-${fact === "date" ? "year" : fact}`)}
      closeLabel={say("figures.close-facts")}
      onClose={insight.closeDetails}
    >
      <UnknownFacts {...{ fact, isReadOnly }} />
    </DetailsPane>
  );
}

interface FieldProps {
  readonly field: EntityField;
  readonly figure: FigureNumber;
  readonly isReadOnly: boolean;
}

/** The sources of which a field says nothing, those that appear in the most articles first. */
function UnknownInField({ field, figure, isReadOnly }: FieldProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useUnknownEntities(field, figure);
  const give = async (entity: Entity, answer: EntityAnswer): Promise<Text | null> => {
    const refusal = await workspace.registry.run(setEntityField, {
      entity: entity.id,
      field: field.id,
      answer,
    });
    return refusal && { key: `refusals.${refusal}`, values: {} };
  };
  return (
    <OneAfterTheOther
      label={say("figures.give-field", { field: plainText(field.name) })}
      items={entities}
      count={entities.length}
      isReadOnly={isReadOnly}
      name={(entity) => (
        <Press className="insight-name" onPress={() => goToEntity(ui, entity.id)}>
          <OutsideText>{entity.name}</OutsideText>
        </Press>
      )}
      choices={
        field.kind === "choice"
          ? field.choices.map(({ id, name }) => ({ name: plainText(name), value: { value: id } }))
          : []
      }
      declined={{ declined: true }}
      read={field.kind === "choice" ? null : (words) => answerIn(field, words)}
      takes={field.kind === "choice" ? "" : say(`entities.takes-${field.kind}`)}
      give={give}
    />
  );
}

const appearances: readonly string[] = ["appearances"];

function useUnknownEntities(field: EntityField, { by, group }: FigureNumber): readonly Entity[] {
  const { workspace } = usePanels();
  const registry = useStore(workspace.state, (state) => state.entities);
  const division = by.length > 1 ? (by[0] ?? null) : null;
  const queries = useMemo(
    (): readonly FiguresQuery[] => [
      { measures: appearances, by: division === null ? ["entity"] : [division, "entity"] },
    ],
    [division],
  );
  const [figures] = useFigures(queries, { isBeside: true });
  return useMemo(() => {
    const groups = entityGroups(registry);
    return (figures?.[0]?.groups ?? [])
      .filter((one) => division === null || one.by[division] === (group[division] ?? null))
      .filter(({ numerator }) => numerator > 0)
      .toSorted((one, other) => other.numerator - one.numerator)
      .flatMap(({ by: { entityId } }) => {
        const known = groups.get(entityId ?? "");
        return known && knownIn(known, field).known === undefined ? [known.entity] : [];
      });
  }, [registry, figures, division, group, field]);
}

interface FactProps {
  readonly fact: MissingFact;
  readonly isReadOnly: boolean;
}

/** The articles among those counted of which the publisher or the date is not known, or of the date the month. */
function UnknownFacts({ fact, isReadOnly }: FactProps) {
  const panels = usePanels();
  const { workspace } = panels;
  const { say } = useWords();
  const { scope } = useStore(insightOf(workspace).state, (state) => state);
  const lacking = lackingOf(workspace);
  useEffect(() => lacking.follow({ scope, fact }), [lacking, scope, fact]);
  const { answer, problem } = useStore(lacking.state, (state) => state);
  if (problem) return <ProblemLine problem={problem} />;
  if (!answer) return null;
  return (
    <OneAfterTheOther<LackingArticle, string>
      label={say(`figures.give-${fact}`)}
      items={answer.articles}
      count={answer.total}
      isReadOnly={isReadOnly}
      name={({ id, title }) => (
        <Press className="insight-name" onPress={() => void goToArticle(panels, id)}>
          <OutsideText cut="after-two">{title}</OutsideText>
        </Press>
      )}
      choices={[]}
      declined={null}
      read={(words) => {
        const said = words.trim();
        if (fact === "publisher") return said === "" ? null : said;
        return isPlainDate(said) && !lacksFact({ publisher: null, date: said }, fact) ? said : null;
      }}
      takes={say(`figures.takes-${fact}`)}
      give={async ({ id }, words) => {
        const problem = await giveFact(workspace, id, fact === "month" ? "date" : fact, words);
        return problem && explain(problem).what;
      }}
    />
  );
}

interface GivingProps<Item extends { readonly id: string }, Answer> {
  readonly label: string;
  /** In their order; one to which a value was given is not among them any more. */
  readonly items: readonly Item[];
  /** How many are left, of which `items` may be the first. */
  readonly count: number;
  readonly isReadOnly: boolean;
  name(item: Item): ReactNode;
  /** By number, from 1 on. */
  readonly choices: readonly { readonly name: string; readonly value: NoInfer<Answer> }[];
  /** What says that somebody declined to say; `null`: nobody can. */
  readonly declined: NoInfer<Answer> | null;
  /** What typed words say; `null` where they say nothing. Absent: nothing is typed. */
  readonly read: ((words: string) => NoInfer<Answer> | null) | null;
  /** What can be typed. */
  readonly takes: string;
  /** The reason why it cannot be given; `null` when it was. */
  give(item: Item, answer: Answer): Promise<Text | null>;
}

/** The item that is given a value, and how to go to others: the arrows go to the one before or after, around the end. */
function useItem<Item>(items: readonly Item[]) {
  const [at, setAt] = useState(0);
  const shown = Math.min(at, items.length - 1);
  return {
    item: items[shown],
    walk: (step: number): void =>
      setAt(items.length === 0 ? 0 : (shown + step + items.length) % items.length),
  };
}

/** One of them with what it can be, and how many are left. Keys 1 to 9 give a choice, 0 says declined, and the arrows go to others. */
function OneAfterTheOther<Item extends { readonly id: string }, Answer>(props: GivingProps<Item, Answer>) {
  const { label, items, isReadOnly, name, choices, declined, read, give } = props;
  const { say, tell } = useWords();
  const { item, walk } = useItem(items);
  const [problem, setProblem] = useState<Text | null>(null);
  const section = useRef<HTMLElement>(null);
  async function answer(value: Answer): Promise<void> {
    if (!item || isReadOnly) return;
    setProblem(await give(item, value));
    // The button that was pressed may have gone with its source.
    if (read === null) section.current?.focus();
  }
  const next = (step: number): void => {
    setProblem(null);
    walk(step);
  };
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = event.key === "0" ? declined : choices[Number.parseInt(event.key, 10) - 1]?.value;
    if (event.key === "ArrowDown") next(1);
    else if (event.key === "ArrowUp") next(-1);
    else if (isTyping(event)) return;
    else if (chosen !== undefined && chosen !== null) void answer(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <section
      ref={section}
      className="insight-giving"
      aria-label={label}
      tabIndex={-1}
      {...(read === null && { "data-pane-start": true })}
      onKeyDown={onKeyDown}
    >
      <h3>{label}</h3>
      <p className="quiet" role="status">
        {say("figures.left-to-give", { count: props.count })}
      </p>
      {item && <p className="insight-given">{name(item)}</p>}
      {item && <Answers<Answer> {...props} key={item.id} onGive={(value) => void answer(value)} />}
      {items.length > 1 && (
        <Button look="quiet-button" onPress={() => next(1)}>
          {say("figures.give-next")}
        </Button>
      )}
      {problem && (
        <p className="field-error" role="alert">
          {tell(problem)}
        </p>
      )}
    </section>
  );
}

const isTyping = ({ target }: KeyboardEvent): boolean => target instanceof HTMLInputElement;

interface AnswersProps<Answer>
  extends Pick<
    GivingProps<{ readonly id: string }, Answer>,
    "label" | "isReadOnly" | "choices" | "declined" | "read" | "takes"
  > {
  onGive(answer: Answer): void;
}

/** What can be said of one: a button for each choice with its key, or a field to type into, and that somebody declined to say. */
function Answers<Answer>(props: AnswersProps<Answer>) {
  const { label, isReadOnly, choices, declined, read, takes, onGive } = props;
  const { say } = useWords();
  return (
    <>
      {choices.map(({ name, value }, index) => (
        <Button
          key={name}
          isDisabled={isReadOnly}
          {...(index < 9 && { "aria-keyshortcuts": String(index + 1) })}
          onPress={() => onGive(value)}
        >
          {index < 9 && <kbd aria-hidden>{index + 1}</kbd>} {name}
        </Button>
      ))}
      {read !== null && <TypedValue {...{ label, takes, read, isReadOnly, onGive }} />}
      {declined !== null && (
        <Button isDisabled={isReadOnly} aria-keyshortcuts="0" onPress={() => onGive(declined)}>
          <kbd aria-hidden>0</kbd> {say("entities.declined")}
        </Button>
      )}
    </>
  );
}

interface TypedProps<Answer> {
  readonly label: string;
  readonly takes: string;
  readonly isReadOnly: boolean;
  read(words: string): Answer | null;
  onGive(answer: Answer): void;
}

function TypedValue<Answer>({ label, takes, isReadOnly, read, onGive }: TypedProps<Answer>) {
  const [typed, setTyped] = useState("");
  const [isRefused, setRefused] = useState(false);
  function give(): void {
    const answer = read(typed);
    setRefused(answer === null);
    if (answer !== null) onGive(answer);
  }
  return (
    <TextField
      label={label}
      labelHidden
      autoFocus
      value={typed}
      isReadOnly={isReadOnly}
      error={isRefused && <span role="alert">{takes}</span>}
      onChange={(words) => {
        setTyped(words);
        setRefused(false);
      }}
      onEnter={give}
    />
  );
}
