// Deciding between annotators' sets of the article on the screen: the queue of conflicts, the text with everybody's marks, and
// what they have of the one that is shown, each a key away.
import { useEffect } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { explain } from "../../../shared/errors/explain.ts";
import { createStore, type ReadableStore, useStore } from "../../lib/store.ts";
import { comparingOf, shownPeople } from "../../state/review/comparing.ts";
import { decidingOf, decisionsIn } from "../../state/review/deciding.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { PageProps } from "../page.ts";
import { NothingToCompare } from "../review-compare/nothing-to-compare.tsx";
import { shownColumns } from "../review-compare/shown-columns.ts";
import { TextView } from "../review-compare/text-view.tsx";
import { DecidePanel } from "./decide-panel.tsx";
import { DecideQueue } from "./decide-queue.tsx";
import "../../styles/compare.css";
import "../../styles/decide.css";

const noSet: ReadableStore<unknown> = createStore<unknown>(null);
const annotationsOf = (session: Session | null): ReadableStore<unknown> => session?.shown ?? noSet;

export function DecidePane({ project }: PageProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const comparing = comparingOf(workspace);
  const deciding = decidingOf(workspace);
  const article = useStore(workspace.state, ({ session }) => session?.article.id ?? null);
  useEffect(() => {
    // Another article, or a page that was away while sets changed.
    void article;
    void deciding.refresh();
    // A synchronised folder changes while nobody looks.
    const look = (): void => void deciding.refresh();
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [deciding, article]);
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
          {say(compared.progress ? "compare.comparing" : review ? "decide.reading" : "compare.choose-two")}
        </p>
      </section>
    );
  const people = shownPeople(compared, project.project.id);
  const { tagset } = project.project;
  const columns = shownColumns(people, review.annotators);
  const { rows, current } = decisions;
  // Where the curated set itself was chosen to be compared, it has a lane already.
  const isCompared = review.annotators.includes(state.session.annotations().set.annotatorId);
  return (
    <section className="compare" aria-label={say("sidebar.decide")}>
      <h1 className="visually-hidden">{say("sidebar.decide")}</h1>
      {state.session.readOnly && <Banner tone="plain" title={say("decide.read-only")} />}
      <Group className="compare-panes" disableCursor>
        <Panel
          id="queue"
          className="pane compare-side"
          defaultSize={300}
          minSize={220}
          maxSize={520}
          groupResizeBehavior="preserve-pixel-size"
        >
          <DecideQueue {...{ review, tagset, columns, decisions, deciding }} listed={state.listed} />
        </Panel>
        <Separator className="pane-edge" disableDoubleClick />
        <Panel id="text" className="pane" minSize={280}>
          <TextView
            {...{ review, tagset, columns }}
            lanes
            {...(isCompared ? {} : { decided: state.session.annotations().set.spans })}
            article={sets.article}
            current={current?.group ?? null}
            onChoose={(groups) => {
              const number = groups.find((one) => rows.some(({ group }) => group === one));
              if (number !== undefined) deciding.showGroup(number);
            }}
          />
        </Panel>
        <Separator className="pane-edge" disableDoubleClick />
        <Panel
          id="decision"
          className="pane compare-side"
          defaultSize={420}
          minSize={320}
          maxSize={680}
          groupResizeBehavior="preserve-pixel-size"
        >
          <DecidePanel {...{ review, tagset, columns, decisions, deciding, state }} session={state.session} />
        </Panel>
      </Group>
    </section>
  );
}
