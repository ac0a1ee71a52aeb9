// Deciding between annotators' sets of the article on the screen: the queue of conflicts, the text with everybody's marks, and
// what they have of the one that is shown, each a key away.

import { Group, Panel, Separator } from "react-resizable-panels";
import { explain } from "../../../shared/errors/explain.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Question } from "../../../shared/review/questions.ts";
import { createStore, type ReadableStore, useStore } from "../../lib/store.ts";
import { type ComparedReview, comparingOf, shownPeople } from "../../state/review/comparing.ts";
import {
  type Deciding,
  type DecidingState,
  type Decisions,
  decidingOf,
  decisionsIn,
  keyIn,
} from "../../state/review/deciding.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { DifferenceList } from "../review-compare/difference-list.tsx";
import { NothingToCompare } from "../review-compare/nothing-to-compare.tsx";
import { type ShownColumn, shownColumns } from "../review-compare/shown-columns.ts";
import { TextView } from "../review-compare/text-view.tsx";
import { useRefreshing } from "../review-compare/use-refreshing.ts";
import { DecidePanel } from "./decide-panel.tsx";

import "../../styles/compare.css";
import "../../styles/decide.css";

const noSet: ReadableStore<unknown> = createStore<unknown>(null);
const annotationsOf = (session: Session | null): ReadableStore<unknown> => session?.shown ?? noSet;

function DecidePane({ project }: PageProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const comparing = comparingOf(workspace);
  const deciding = decidingOf(workspace);
  const article = useStore(workspace.state, ({ session }) => session?.article.id ?? null);
  useRefreshing(deciding, article);
  const compared = useStore(comparing.state, (value) => value);
  const state = useStore(deciding.state, (value) => value);
  // Every decision shows in the queue, those of another window too.
  useStore(annotationsOf(state.session), (value) => value);
  const { sets, review, problem } = compared;
  if (article === null || problem || !sets || sets.article.id !== article || sets.sets.length < 2)
    return (
      <section className="compare" data-pane="page" tabIndex={-1} aria-label={say("sidebar.decide")}>
        {problem && <Banner tone="danger" title={tell(explain(problem).what)} />}
        <NothingToCompare
          people={shownPeople(compared, project.project.id)}
          article={article}
          sets={article !== null && sets?.article.id === article ? sets : null}
        />
      </section>
    );
  const decisions = decisionsIn(workspace);
  if (!review || !decisions || !state.session)
    return (
      <section className="compare" aria-label={say("sidebar.decide")}>
        <p className="compare-empty" data-pane="page" tabIndex={-1}>
          {say(
            compared.progress
              ? "compare.comparing"
              : compared.chosen.length < 2
                ? "compare.choose-two"
                : "decide.reading",
          )}
        </p>
      </section>
    );
  const people = shownPeople(compared, project.project.id);
  const { tagset } = project.project;
  const columns = shownColumns(people, review.annotators);
  return (
    <section className="compare" aria-label={say("sidebar.decide")}>
      <h1 className="visually-hidden">{say("sidebar.decide")}</h1>
      {state.session.readOnly && <Banner tone="plain" title={say("decide.read-only")} />}
      <DecidePanels
        {...{ review, tagset, columns, decisions, deciding, state }}
        session={state.session}
        article={sets.article}
      />
    </section>
  );
}

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly decisions: Decisions;
  readonly deciding: Deciding;
  readonly listed: "conflicts" | "agreed";
}

type DecideProps = Omit<Props, "listed">;

interface DecidePanelsProps extends DecideProps {
  readonly state: DecidingState;
  readonly session: Session;
  readonly article: Article;
}

/** The queue, the text, and the conflict that is shown; without room for all three side by side, the text stands below the queue. */
function DecidePanels({ state, session, article, ...decision }: DecidePanelsProps) {
  const { review, tagset, columns, decisions, deciding } = decision;
  const { rows, current } = decisions;
  // Where the curated set itself was chosen to be compared, it has a lane already.
  const isCompared = review.annotators.includes(session.annotations().set.annotatorId);
  const narrow = useStore(usePanels().ui, (value) => value.narrow);
  const text = (
    <TextView
      {...{ review, tagset, columns }}
      lanes
      {...(isCompared ? {} : { decided: session.annotations().set.spans })}
      article={article}
      current={current?.group ?? null}
      onChoose={(groups) => {
        const number = groups.find((one) => rows.some(({ group }) => group === one));
        if (number !== undefined) deciding.showGroup(number);
      }}
    />
  );
  return (
    <Group className="compare-panes" disableCursor>
      <SidePanel id="queue" width={{ least: 220, first: 300, most: 520 }}>
        <DecideQueue {...decision} listed={state.listed} />
        {narrow && <div className="compare-below">{text}</div>}
      </SidePanel>
      <Separator className="pane-edge" disableDoubleClick />
      {narrow ? (
        <Panel id="decision-beside-queue" className="pane compare-side" minSize={240}>
          <DecidePanel {...decision} state={state} session={session} />
        </Panel>
      ) : (
        <>
          <Panel id="text" className="pane" minSize={280}>
            {text}
          </Panel>
          <Separator className="pane-edge" disableDoubleClick />
          <SidePanel id="decision" width={{ least: 320, first: 420, most: 680 }}>
            <DecidePanel {...decision} state={state} session={session} />
          </SidePanel>
        </>
      )}
    </Group>
  );
}

/** The queue of what is to be decided, the smallest difference first, and how far it is. */
function DecideQueue({ review, tagset, columns, decisions, deciding, listed }: Props) {
  const { say } = useWords();
  const { ui } = usePanels();
  const { queue, rows, current } = decisions;
  return (
    <section className="compare-list" data-pane="page-list" aria-label={say("decide.queue")}>
      <header className="decide-head">
        <DecideProgress conflicts={queue.conflicts} />
        <SegmentedField
          label={say("decide.listed")}
          labelHidden
          options={[
            { id: "conflicts", name: `${say("decide.conflicts")} ${queue.conflicts.length}` },
            { id: "agreed", name: `${say("decide.agreed")} ${queue.agreed.length}` },
          ]}
          value={listed}
          onChange={deciding.list}
        />
        <Button look="quiet-button" onPress={() => ui.patch({ dialog: "accept-together" })}>
          {say("decide.together")}
        </Button>
      </header>
      {rows.length === 0 && (
        <p className="pane-empty quiet" role="status">
          {say(`decide.nothing-${listed}`)}
        </p>
      )}
      <DifferenceList
        {...{ review, tagset, columns }}
        rows={rows.flatMap((question) => {
          const group = review.comparison.groups[question.group];
          return group ? [{ key: keyIn(review, question.group), group, question }] : [];
        })}
        current={current && keyIn(review, current.group)}
        onShow={deciding.show}
      />
    </section>
  );
}

function DecideProgress({ conflicts }: { readonly conflicts: readonly Question[] }) {
  const { say } = useWords();
  const of = (state: Question["state"]): number => conflicts.filter((one) => one.state === state).length;
  const [decided, unsure, all] = [of("decided"), of("unsure"), conflicts.length];
  const words = say("decide.progress", { decided, all });
  return (
    <div className="decide-progress">
      <p>
        <span role="status">{words}</span>
        {unsure > 0 && <span className="decide-unsure"> · {say("decide.unsure", { count: unsure })}</span>}
      </p>
      <progress max={Math.max(1, all)} value={decided} aria-label={say("decide.progress-label")}>
        {words}
      </progress>
    </div>
  );
}

export const decidePage: Page = { Body: DecidePane };
