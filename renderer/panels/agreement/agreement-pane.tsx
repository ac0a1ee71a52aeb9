// The agreement page: choices, figures with what to mind, each pair of people, who says what, everybody's spans, and what the guideline
// leaves open. Each number opens its disagreements beside it, and those open the comparison.
import { TriangleAlert, Users, X } from "lucide-react";
import { useEffect, useLayoutEffect } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { measureName } from "../../../shared/agreement/measure.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { How } from "../../../shared/review/agreement/answers.ts";
import type { DisputedUnit } from "../../../shared/review/agreement/disputed.ts";
import type { AgreementReport, QuestionReport } from "../../../shared/review/agreement/report.ts";
import { blindSeed, type Person, peopleOf } from "../../../shared/review/people.ts";
import { openComparison } from "../../actions/compare.ts";
import { typeColours } from "../../editor/mark-styles.ts";
import { addStyleSheet } from "../../editor/style-sheet.ts";
import { useStore } from "../../lib/store.ts";
import { comparingOf } from "../../state/review/comparing.ts";
import {
  doorOf,
  listedDisagreements,
  type Measuring,
  type MeasuringState,
  measuringOf,
} from "../../state/review/measuring.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { LikePeople } from "../review-compare/like-people.tsx";
import { aspectName } from "../review-compare/said-words.ts";
import { TypeForm } from "../span/type-form.tsx";
import { titleInSentence } from "../title-in-sentence.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { Choices } from "./choices.tsx";
import { Figure, FiguresTable, headlineOf, Interval, measureOf, questionName } from "./figure.tsx";
import { ByArticle, GuidelineTables, MeasuresTable, OverTime } from "./measures-table.tsx";
import { ConfusionTable, PairMatrix } from "./pair-matrix.tsx";
import { SpansStrip } from "./spans-strip.tsx";

import "../../styles/compare.css";
import "../../styles/agreement.css";

function AgreementPane({ project }: PageProps) {
  const panels = usePanels();
  const { workspace, ui } = panels;
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
  const annotatorIds = state.choice.annotators ?? report?.annotators.map(({ id }) => id) ?? [];
  const compare: OpenComparison = (article, units) =>
    openComparison(panels, { article, annotators: annotatorIds, policies: state.choice.policies, units });
  const { tagset } = project.project;
  useTypeColours(tagset);
  const question = report?.questions.find((one) => one.question === state.question) ?? report?.questions[0];
  return (
    <section className="compare agreement" aria-label={say("sidebar.agreement")}>
      <h1 className="visually-hidden">{say("sidebar.agreement")}</h1>
      <Choices
        {...{ measuring, state, project, people, chosen: annotatorIds }}
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
        <NothingMeasured state={state} people={people} chosen={annotatorIds} />
      ) : (
        <Group className="compare-panes" disableCursor>
          <Panel id="figures" className="pane" minSize={420}>
            <Figures {...{ measuring, state, report, question, tagset, people, compare }} />
          </Panel>
          <Separator className="pane-edge" disableDoubleClick />
          <SidePanel id="disagreements" width={{ least: 240, first: 340, most: 560 }}>
            <DisagreementList {...{ measuring, state, tagset }} onCompare={compare} />
          </SidePanel>
        </Group>
      )}
    </section>
  );
}

type OpenComparison = (article: Id, units: readonly DisputedUnit[] | null) => void;

function useTypeColours(tagset: Tagset): void {
  useLayoutEffect(() => {
    // The article, which else brings the colours of types, is away.
    const sheet = addStyleSheet(document);
    sheet.replace(typeColours(tagset));
    return sheet.remove;
  }, [tagset]);
}

interface FiguresProps extends Props {
  readonly question: QuestionReport;
  readonly people: readonly Person[];
  readonly compare: OpenComparison;
}

/** The figures, from all questions in a line to what the guideline leaves open. */
function Figures({ measuring, state, report, question, tagset, people, compare }: FiguresProps) {
  const { say, tell } = useWords();
  const measured = inOrderOf(report, people);
  return (
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
  const panels = usePanels();
  const { say, tell } = useWords();
  const takeIn = useKeyboard().action("take-in");
  const isAlone = result !== null && people.length < 2;
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
      {isAlone && <p className="empty-words">{say("measuring.nobody-advice")}</p>}
      {isAlone && takeIn?.enabled(panels) && (
        <Button look="primary" onPress={() => takeIn.run(panels)}>
          {tell(takeIn.title)}
        </Button>
      )}
    </div>
  );
}

interface Props {
  readonly measuring: Measuring;
  readonly state: MeasuringState;
  readonly report: AgreementReport;
  readonly tagset: Tagset;
}

/** Every question in a line: the measure it is shown by, strict beside lenient, with its interval, the mean of articles and n. */
function Overview({ measuring, state, report, tagset }: Props) {
  const { say } = useWords();
  return (
    <section>
      <h2 id="agreement-overview">{say("measuring.overview")}</h2>
      <FiguresTable
        heads={[
          say("measuring.question"),
          say("measuring.measure"),
          { number: say("measuring.strict") },
          say("measuring.interval"),
          { number: say("measuring.lenient") },
          { number: say("measuring.n") },
        ]}
      >
        {report.questions.map((question) => (
          <Line key={question.question} {...{ measuring, state, question, tagset }} />
        ))}
      </FiguresTable>
      <p className="quiet figures-about">{say("measuring.pooled")}</p>
    </section>
  );
}

function Line({
  measuring,
  state,
  question,
  tagset,
}: Omit<Props, "report"> & { readonly question: QuestionReport }) {
  const { say, tell, number } = useWords();
  const headline = headlineOf(question);
  const name = questionName(question.question, tagset);
  if (!headline) return null;
  const measure = tell(measureName(measureOf(question.question, headline.measure)));
  const openFigure = (how: How): void =>
    measuring.show({
      question: question.question,
      measure: headline.measure,
      how,
      door: doorOf(question.question, headline.measure, how, name),
    });
  const { pooled } = headline.strict;
  const isShown = state.question === question.question;
  return (
    <tr className={isShown ? "shown" : undefined}>
      <th scope="row">
        <button
          type="button"
          className="question-door"
          aria-pressed={isShown}
          onClick={() => measuring.show({ question: question.question })}
        >
          {tell(name)}
        </button>
        {question.warnings.length > 0 && (
          <span className="figure-warning" title={question.warnings.map(tell).join(" ")}>
            <TriangleAlert size={13} aria-hidden />
            <span className="visually-hidden">{question.warnings.map(tell).join(" ")}</span>
          </span>
        )}
      </th>
      <td className="quiet">{measure}</td>
      <td className="number">
        <Figure
          figure={pooled}
          label={(value) => say("measuring.open-figure", { measure, how: say("measuring.strict"), value })}
          onOpen={() => openFigure("strict")}
        />
      </td>
      <td className="quiet">
        <Interval of={pooled} />
      </td>
      <td className="number">
        {headline.lenient ? (
          <Figure
            figure={headline.lenient.pooled}
            label={(value) => say("measuring.open-figure", { measure, how: say("measuring.lenient"), value })}
            onOpen={() => openFigure("lenient")}
          />
        ) : (
          <span className="quiet">{say("measuring.same-figure")}</span>
        )}
      </td>
      <td className="number">{number(question.units)}</td>
    </tr>
  );
}

interface DisagreementListProps {
  readonly measuring: Measuring;
  readonly state: MeasuringState;
  readonly tagset: Tagset;
  /** Opens the comparison on these units of one article. */
  onCompare(article: Id, units: readonly DisputedUnit[]): void;
}

/** More than these are counted, and opened article by article. */
const mostShown = 200;

/** The disagreements behind a number, or all of them, the most disputed first; each leads to the comparison. */
function DisagreementList({ measuring, state, tagset, onCompare }: DisagreementListProps) {
  const { say, tell } = useWords();
  const report = state.result?.report;
  if (!report) return null;
  const units = listedDisagreements(state);
  const articles = report.articles.filter(({ id }) => units.some(({ article }) => article === id));
  return (
    <section
      className="disagreements"
      data-pane="page-details"
      tabIndex={-1}
      aria-labelledby="disagreements-title"
    >
      <header className="disagreements-head">
        <h2 id="disagreements-title">
          {state.door ? (
            <OutsideText cut="after-two">{tell(state.door.title)}</OutsideText>
          ) : (
            say("measuring.all-disputed")
          )}
        </h2>
        <p className="quiet" role="status">
          {say("measuring.counted", { count: units.length })}
          {units.length > 0 &&
            `, ${say(`measuring.${state.door ? state.door.filter.how : state.how}`).toLowerCase()}`}
        </p>
        {state.door && (
          <Button look="quiet-button" onPress={() => measuring.show({ door: null })}>
            <X size={12} aria-hidden /> {say("measuring.show-everything")}
          </Button>
        )}
        {articles.map(({ id, title }) => (
          <Button
            key={id}
            look="quiet-button"
            onPress={() =>
              onCompare(
                id,
                units.filter(({ article }) => article === id),
              )
            }
          >
            <OutsideText cut="after-two">
              {say("measuring.open-all", { title: titleInSentence(title) })}
            </OutsideText>
          </Button>
        ))}
      </header>
      {units.length === 0 && <p className="pane-empty quiet">{say("measuring.none")}</p>}
      <ul className="disagreement-list">
        {units.slice(0, mostShown).map((unit) => (
          <Unit
            key={`${unit.article} ${unit.kind} ${unit.members.join()}`}
            {...{ unit, tagset }}
            title={report.articles.find(({ id }) => id === unit.article)?.title ?? ""}
            how={state.door?.filter.how ?? state.how}
            onOpen={() => onCompare(unit.article, [unit])}
          />
        ))}
      </ul>
      {units.length > mostShown && (
        <p className="quiet disagreements-more">{say("measuring.shown-first", { count: mostShown })}</p>
      )}
      {report.unlisted > 0 && (
        <p className="quiet disagreements-more">{say("measuring.unlisted", { count: report.unlisted })}</p>
      )}
    </section>
  );
}

interface UnitProps {
  readonly unit: DisputedUnit;
  readonly tagset: Tagset;
  readonly title: string;
  readonly how: "strict" | "lenient";
  onOpen(): void;
}

function Unit({ unit, tagset, title, how, onOpen }: UnitProps) {
  const { say, tell, list } = useWords();
  const differing = unit.differences.filter(({ isPassed }) => how === "strict" || !isPassed);
  const names = [...new Set(differing.map((one) => tell(aspectName(one, tagset))))];
  return (
    <li>
      <button
        type="button"
        className="disagreement"
        aria-label={`${say("measuring.open-unit", { quote: plainText(unit.quote) })} (${list(names)}; ${plainText(title)})`}
        onClick={onOpen}
      >
        <span className="disagreement-quote">
          {unit.type !== null && <TypeForm tagset={tagset} type={unit.type} />}
          {unit.quote === "" ? <NoValue /> : <OutsideText>{unit.quote}</OutsideText>}
        </span>
        <span className="disagreement-what">
          {list(names)}
          <span className="quiet">
            <OutsideText cut="after-two">{title}</OutsideText>
          </span>
        </span>
      </button>
    </li>
  );
}

export const agreementPage: Page = { Body: AgreementPane };
