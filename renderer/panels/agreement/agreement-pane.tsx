// How alike people annotated: choices, figures with what to mind, each two, who says what, everybody's spans, and what the
// guideline leaves open. Each number opens its disagreements beside it, and those open the comparison.
import { Users } from "lucide-react";
import { useEffect, useLayoutEffect } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { explain } from "../../../shared/errors/explain.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { DisputedUnit } from "../../../shared/review/agreement/disputed.ts";
import type { AgreementReport } from "../../../shared/review/agreement/report.ts";
import { everyDifference, groupKey } from "../../../shared/review/list-differences.ts";
import { blindSeed, type Person, peopleOf } from "../../../shared/review/people.ts";
import { typeColours } from "../../editor/mark-styles.ts";
import { addStyleSheet } from "../../editor/style-sheet.ts";
import { useStore } from "../../lib/store.ts";
import { comparingOf } from "../../state/review/comparing.ts";
import { type MeasuringState, measuringOf } from "../../state/review/measuring.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { PageProps } from "../page.ts";
import { LikePeople } from "../review-compare/like-people.tsx";
import { Choices } from "./choices.tsx";
import { ConfusionTable } from "./confusion-table.tsx";
import { DisagreementList } from "./disagreement-list.tsx";
import { ByArticle, GuidelineTables, OverTime } from "./guideline-tables.tsx";
import { MeasuresTable } from "./measures-table.tsx";
import { Overview } from "./overview.tsx";
import { PairMatrix } from "./pair-matrix.tsx";
import { SpansStrip } from "./spans-strip.tsx";
import "../../styles/compare.css";
import "../../styles/agreement.css";

export function AgreementPane({ project }: PageProps) {
  const { workspace, ui } = usePanels();
  const { say, tell } = useWords();
  const measuring = measuringOf(workspace);
  useEffect(() => measuring.look(), [measuring]);
  const state = useStore(measuring.state, (value) => value);
  const blind = useStore(comparingOf(workspace).state, (value) => value.blind);
  const { result, problem } = state;
  const seed = blind ? blindSeed(project.project.id, "agreement") : null;
  const people = peopleOf(
    (result?.people ?? []).map(({ annotator }) => annotator),
    seed,
  );
  const report = result?.report ?? null;
  const measured = report ? inOrderOf(report, people) : [];
  const chosen = state.choice.annotators ?? report?.annotators.map(({ id }) => id) ?? [];
  const compare = (article: Id, units: readonly DisputedUnit[] | null): void => {
    const comparing = comparingOf(workspace);
    showPage(ui, "compare");
    const groups =
      units?.map(({ kind, members }) => groupKey({ kind, members, place: null, differences: [] })) ?? null;
    const query = { ...everyDifference, shown: "strict" as const, groups };
    void comparing
      .open({ article, annotators: chosen, policies: state.choice.policies, query })
      .then(() => comparing.show(groups?.[0] ?? null));
  };
  const { tagset } = project.project;
  useLayoutEffect(() => {
    // The article, which else brings the colours of types, is away.
    const sheet = addStyleSheet(document);
    sheet.replace(typeColours(tagset));
    return sheet.remove;
  }, [tagset]);
  const question = report?.questions.find((one) => one.question === state.question) ?? report?.questions[0];
  return (
    <section className="compare agreement" aria-label={say("sidebar.agreement")}>
      <h1 className="visually-hidden">{say("sidebar.agreement")}</h1>
      <Choices
        {...{ measuring, state, project, people, chosen }}
        onFeedback={() => ui.patch({ dialog: "feedback" })}
      />
      {problem && <Banner tone="danger" title={tell(explain(problem).what)} />}
      {result && (
        <LikePeople
          alike={result.alike}
          people={people}
          annotators={project.project.annotators}
          canWrite={project.readOnly === null}
        />
      )}
      {result && result.damaged.length > 0 && (
        <Banner tone="caution" title={say("measuring.damaged", { count: result.damaged.length })} />
      )}
      {!report || !question ? (
        <NothingMeasured state={state} people={people} chosen={chosen} />
      ) : (
        <Group className="compare-panes" disableCursor>
          <Panel id="figures" className="pane" minSize={420}>
            <ScrollRegion className="agreement-figures" pane="page" label={say("measuring.figures")}>
              {report.warnings.map((warning) => (
                <p key={warning.key} className="figures-mind">
                  {tell(warning)}
                </p>
              ))}
              <Overview {...{ measuring, state, report, tagset }} />
              <MeasuresTable {...{ measuring, state, question, tagset }} />
              <div className="agreement-pair">
                <PairMatrix {...{ measuring, state, question, tagset }} people={measured} />
                <ConfusionTable {...{ measuring, question, tagset }} people={measured} />
              </div>
              <SpansStrip
                {...{ state, report, tagset }}
                people={measured}
                onCompare={(article) => compare(article, null)}
              />
              <GuidelineTables {...{ measuring, report, tagset }} />
              <ByArticle {...{ measuring, report }} />
              <OverTime time={report.time} />
            </ScrollRegion>
          </Panel>
          <Separator className="pane-edge" disableDoubleClick />
          <Panel
            id="disagreements"
            className="pane compare-side"
            defaultSize={340}
            minSize={240}
            maxSize={560}
            groupResizeBehavior="preserve-pixel-size"
          >
            <DisagreementList {...{ measuring, state, tagset }} onCompare={compare} />
          </Panel>
        </Group>
      )}
    </section>
  );
}

/** Those measured, in the order of the figures. */
const inOrderOf = ({ annotators }: AgreementReport, people: readonly Person[]): readonly Person[] =>
  annotators.flatMap(({ id }) => people.find((person) => person.id === id) ?? []);

interface NothingProps {
  readonly state: MeasuringState;
  readonly people: readonly Person[];
  readonly chosen: readonly Id[];
}

function NothingMeasured({ state: { result, progress }, people, chosen }: NothingProps) {
  const { say } = useWords();
  const title = (): string => {
    if (progress || !result) return say("measuring.running");
    if (!result.report) return say("measuring.stopped");
    if (people.length < 2) return say("measuring.nobody-yet");
    return say(chosen.length < 2 ? "measuring.choose-two" : "measuring.nothing-common");
  };
  return (
    <div className="empty-state" data-pane="page" tabIndex={-1}>
      <Users size={28} aria-hidden className="quiet" />
      <h2 className="empty-title">{title()}</h2>
      {result && people.length < 2 && <p className="empty-words">{say("measuring.nobody-advice")}</p>}
    </div>
  );
}
