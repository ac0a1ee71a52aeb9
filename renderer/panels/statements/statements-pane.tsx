// All cards of the project in one table: narrowed, sorted, opened in their articles, and many of them given another value as one step.
import { useEffect, useMemo } from "react";
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
import { EditCardsDialog } from "./edit-cards-dialog.tsx";
import { StatementFilters } from "./statement-filters.tsx";
import { StatementTable } from "./statement-table.tsx";

import "../../styles/insight.css";
import "../../styles/statements.css";

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
