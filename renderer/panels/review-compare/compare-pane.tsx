// Several annotators' sets of the article on the screen, compared: the list of what differs, the text, and what is different
// in words.
import { ChevronDown, ChevronUp, FileText, MessageSquarePlus, X } from "lucide-react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { explain } from "../../../shared/errors/explain.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { aspects } from "../../../shared/review/difference.ts";
import {
  type DifferenceQuery,
  differenceSorts,
  everyDifference,
  fieldsIn,
  type ListedQuestion,
  shownGroups,
} from "../../../shared/review/list-differences.ts";
import { questionStates } from "../../../shared/review/questions.ts";
import { runAction } from "../../actions/keyboard.ts";
import { useStore } from "../../lib/store.ts";
import {
  type ComparedReview,
  type Comparing,
  type ComparingState,
  comparingOf,
  isReadAlone,
  listedIn,
  rowOf,
  shownPeople,
} from "../../state/review/comparing.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { saidKey, useKeyboard } from "../use-keyboard.ts";
import { CompareHead } from "./compare-head.tsx";
import { ConflictDetails } from "./conflict-details.tsx";
import { DifferenceList, RoleDifferences } from "./difference-list.tsx";
import { LikePeople } from "./like-people.tsx";
import { DamagedSets, NothingToCompare, onlyColleague } from "./nothing-to-compare.tsx";
import { saidPerson } from "./person-mark.tsx";
import { aspectName } from "./said-words.ts";
import { type ShownColumn, shownColumns } from "./shown-columns.ts";
import { TextView } from "./text-view.tsx";
import { useRefreshing } from "./use-refreshing.ts";

import "../../styles/compare.css";

function ComparePane({ project }: PageProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const comparing = comparingOf(workspace);
  const article = useStore(workspace.state, ({ session }) => session?.article.id ?? null);
  useRefreshing(comparing, article);
  const state = useStore(comparing.state, (value) => value);
  const { sets, review, problem } = state;
  const people = shownPeople(state, project.project.id);
  const likePeople = sets && (
    <LikePeople
      alike={sets.alike}
      people={people}
      annotators={project.project.annotators}
      canWrite={project.readOnly === null}
    />
  );
  const isNothing = !sets || (sets.sets.length < 2 && onlyColleague(people) === null);
  if (article === null || problem || isNothing || sets.article.id !== article)
    return (
      <section className="compare" data-pane="page" tabIndex={-1} aria-label={say("sidebar.compare")}>
        {problem && <Banner tone="danger" title={tell(explain(problem).what)} />}
        {likePeople}
        <NothingToCompare
          people={people}
          article={article}
          sets={article !== null && sets?.article.id === article ? sets : null}
        />
      </section>
    );
  const { tagset } = project.project;
  const columns = review ? shownColumns(people, review.annotators) : [];
  const lanes = columns.length > 2 || !state.columns;
  const rows = listedIn(state);
  return (
    <section className="compare" aria-label={say("sidebar.compare")}>
      <h1 className="visually-hidden">{say("sidebar.compare")}</h1>
      <CompareHead comparing={comparing} state={state} people={people} lanes={lanes} />
      {likePeople}
      <DamagedSets sets={sets} areNamesHidden={people.some(({ role }) => role === "hidden")} />
      {!review ? (
        <NotCompared comparing={comparing} state={state} />
      ) : (
        <ComparisonPanels
          {...{ comparing, state, review, tagset, columns, rows, lanes }}
          article={sets.article}
        />
      )}
    </section>
  );
}

interface StateProps {
  readonly comparing: Comparing;
  readonly state: ComparingState;
}

/** That the comparison runs, that it was stopped, or that there is nobody to compare with. */
function NotCompared({ comparing, state }: StateProps) {
  const { say } = useWords();
  return (
    <div className="compare-empty" data-pane="page" tabIndex={-1}>
      {state.progress ? (
        say("compare.comparing")
      ) : state.chosen.length === 0 ? (
        say("compare.choose-two")
      ) : (
        <>
          <p>{say("compare.stopped")}</p>
          <Button onPress={() => void comparing.refresh()}>{say("compare.again")}</Button>
        </>
      )}
    </div>
  );
}

interface ComparisonProps extends StateProps {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ListedQuestion[];
}

interface ComparisonPanelsProps extends ComparisonProps {
  readonly article: Article;
  /** All sets lie below one another in one text, and not in columns. */
  readonly lanes: boolean;
}

/** The list, the text, and in words what is different; without room beside the text, that stands below the list. */
function ComparisonPanels({ article, lanes, ...comparison }: ComparisonPanelsProps) {
  const narrow = useStore(usePanels().ui, (value) => value.narrow);
  const { comparing, state, review, tagset, columns, rows } = comparison;
  const shownRow = rowOf(rows, state.current);
  const details = isReadAlone(review) ? null : (
    <DifferenceDetails {...{ review, tagset, columns, rows, shown: shownRow }} />
  );
  return (
    <Group className="compare-panes" disableCursor>
      <SidePanel id="list" width={{ least: 220, first: 300, most: 520 }}>
        <DifferencePart {...comparison} />
        {narrow && details}
      </SidePanel>
      <Separator className="pane-edge" disableDoubleClick />
      <Panel id="text" className="pane" minSize={320}>
        <TextView
          {...{ review, tagset, columns, lanes }}
          article={article}
          current={shownRow?.question.group ?? null}
          onChoose={(groups) => showGroup(comparing, rows, groups)}
        />
      </Panel>
      {details && !narrow && (
        <>
          <Separator className="pane-edge" disableDoubleClick />
          <SidePanel id="details" width={{ least: 240, first: 320, most: 560 }}>
            {details}
          </SidePanel>
        </>
      )}
    </Group>
  );
}

/** The list of what differs, and what narrows it. */
function DifferencePart({ comparing, state, review, tagset, columns, rows }: ComparisonProps) {
  const { say } = useWords();
  const { query, current } = state;
  return (
    <section className="compare-list" data-pane="page-list" aria-label={say("compare.list")}>
      <ListFilters {...{ review, tagset, columns, query }} count={rows.length} onAsk={comparing.ask} />
      {rows.length === 0 && (
        <p className="pane-empty quiet" role="status">
          {say(
            query.shown === "lenient" && query.groups === null
              ? "compare.nothing-differs"
              : "compare.nothing-listed",
          )}
        </p>
      )}
      <DifferenceList
        {...{ review, tagset, rows, columns }}
        current={rowOf(rows, current)?.key ?? null}
        onShow={comparing.show}
      />
    </section>
  );
}

/** Shows the first difference of the groups that were clicked, the innermost first. */
function showGroup(comparing: Comparing, rows: readonly ListedQuestion[], groups: readonly number[]): void {
  const [row] = groups.flatMap(
    (number) => rows.find(({ question }) => question.parts.some((part) => part.group === number)) ?? [],
  );
  if (row) comparing.show(row.key);
}

interface DifferenceDetailsProps {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ListedQuestion[];
  readonly shown: ListedQuestion | null;
}

/** The inspector of the comparison: the difference that is shown, in words, and the way to the next. */
function DifferenceDetails({ review, tagset, columns, rows, shown }: DifferenceDetailsProps) {
  const words = useWords();
  const { say } = words;
  const keyboard = useKeyboard();
  return (
    <section
      className="compare-details"
      data-pane="page-details"
      aria-label={say("compare.details")}
      ref={reachable}
    >
      <DetailsHead rows={rows} shown={shown} />
      <div role="status" className="details-body">
        {shown ? (
          <ConflictDetails {...{ review, tagset, columns, shown }} />
        ) : (
          <>
            <p className="quiet">{say("compare.details-none")}</p>
            <p className="quiet">
              {say("compare.details-keys", {
                next: saidKey(keyboard, "next-difference", words),
                previous: saidKey(keyboard, "previous-difference", words),
              })}
            </p>
          </>
        )}
      </div>
      <RoleDifferences review={review} columns={columns} />
    </section>
  );
}

/** The actions at the head of the details; those with `needsRows` only walk the list. */
const detailsButtons = [
  { id: "difference-in-article", needsRows: false, Picture: FileText, size: 14 },
  { id: "discuss-difference", needsRows: false, Picture: MessageSquarePlus, size: 14 },
  { id: "previous-difference", needsRows: true, Picture: ChevronUp, size: 15 },
  { id: "next-difference", needsRows: true, Picture: ChevronDown, size: 15 },
] as const;

function DetailsHead({ rows, shown }: Pick<DifferenceDetailsProps, "rows" | "shown">) {
  const panels = usePanels();
  const { say } = useWords();
  const keyboard = useKeyboard();
  return (
    <header className="details-head">
      <h2 className="pane-title">
        {shown
          ? say("compare.place-of", { at: rows.indexOf(shown) + 1, count: rows.length })
          : say("compare.details")}
      </h2>
      {detailsButtons.map(({ id, needsRows, Picture, size }) => (
        <IconButton
          key={id}
          tiny
          label={say(`actions.${id}`)}
          keys={keyboard.keysOf(id)}
          isDisabled={needsRows ? rows.length === 0 : !keyboard.action(id)?.enabled(panels)}
          onPress={() => runAction(panels, id)}
        >
          <Picture size={size} aria-hidden />
        </IconButton>
      ))}
    </header>
  );
}

/** It scrolls, so that the keyboard must be able to enter it. */
function reachable(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0;
}

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly query: DifferenceQuery;
  readonly count: number;
  onAsk(query: Partial<DifferenceQuery>): void;
}

/** Stands for "any" in a list of choices. */
const any = "";

/** How the list of differences is narrowed and sorted. */
function ListFilters({ review, tagset, columns, query, count, onAsk }: Props) {
  const { say } = useWords();
  const { sort: _sort, ...narrowed } = query;
  const isNarrowed = Object.entries(narrowed).some(
    ([name, value]) => String(value) !== String(everyDifference[name as keyof DifferenceQuery]),
  );
  return (
    <div className="list-filters">
      {query.groups !== null && <p className="list-only">{say("compare.groups-only", { count })}</p>}
      <div className="list-two">
        {!isReadAlone(review) && (
          <ChoiceField
            label={say("compare.shown")}
            value={query.shown}
            options={shownGroups.map((id) => ({ id, name: say(`compare.shown-${id}`) }))}
            onChange={(shown) => onAsk({ shown })}
          />
        )}
        <ChoiceField
          label={say("compare.sort")}
          value={query.sort}
          options={differenceSorts.map((id) => ({ id, name: say(`compare.sort-${id}`) }))}
          onChange={(sort) => onAsk({ sort })}
        />
      </div>
      <details className="filter-choices" open={isNarrowed && query.groups === null ? true : undefined}>
        <summary>{say("compare.filters")}</summary>
        <NarrowingFields {...{ review, tagset, columns, query, onAsk }} />
      </details>
      {isNarrowed && (
        <Button look="quiet-button" onPress={() => onAsk({ ...everyDifference, sort: query.sort })}>
          <X size={12} aria-hidden /> {say("compare.show-all")}
        </Button>
      )}
    </div>
  );
}

/** What the list is narrowed to: an aspect, a field, spans or cards, an annotator, a state. */
function NarrowingFields({ review, tagset, columns, query, onAsk }: Omit<Props, "count">) {
  const { say, tell } = useWords();
  const anything = { id: any, name: say("compare.any") } as const;
  return (
    <div className="list-two">
      <ChoiceField
        label={say("compare.aspect")}
        value={query.aspects[0] ?? any}
        options={[
          anything,
          ...aspects.map((aspect) => ({
            id: aspect,
            name: aspect === "field" ? say("compare.field") : tell(aspectName({ aspect }, tagset)),
          })),
        ]}
        onChange={(id) => onAsk({ aspects: aspects.filter((one) => one === id), field: null })}
      />
      <ChoiceField
        label={say("compare.field")}
        value={query.field ?? any}
        options={[
          anything,
          ...fieldsIn(review.comparison).map((field) => ({
            id: field,
            name: tell(aspectName({ aspect: "field", field }, tagset)),
          })),
        ]}
        onChange={(id) => onAsk({ field: id === any ? null : id })}
      />
      <ChoiceField
        label={say("compare.of")}
        value={query.of ?? any}
        options={[
          { id: any, name: say("compare.of-all") },
          { id: "span", name: say("compare.of-span") },
          { id: "card", name: say("compare.of-card") },
        ]}
        onChange={(id) => onAsk({ of: id === any ? null : id })}
      />
      <ChoiceField
        label={say("compare.annotator")}
        value={columns.find(({ person }) => person.id === query.annotator)?.person.letter ?? any}
        options={[
          anything,
          ...columns.map(({ person }) => ({ id: person.letter, name: saidPerson(person, say) })),
        ]}
        onChange={(letter) =>
          onAsk({
            annotator: columns.find(({ person }) => person.letter === letter)?.person.id ?? null,
          })
        }
      />
      <ChoiceField
        label={say("compare.state")}
        value={query.state ?? any}
        options={[anything, ...questionStates.map((id) => ({ id, name: say(`compare.state-${id}`) }))]}
        onChange={(id) => onAsk({ state: id === any ? null : id })}
      />
    </div>
  );
}

export const comparePage: Page = { Body: ComparePane };
