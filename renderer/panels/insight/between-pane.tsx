// A figure between annotators: what it is by the sets of each, over which articles, and the open disagreements by how far each moves it. A
// disagreement leads to its place in Compare, where it can be decided.
import { useEffect, useMemo, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Disagreement } from "../../../shared/insight/disagreements.ts";
import type { CommonArticles } from "../../../shared/insight/readings.ts";
import type { MeasuredInsight } from "../../../shared/insight/report.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { openComparison } from "../../actions/compare.ts";
import { useStore } from "../../lib/store.ts";
import { disagreementsOf } from "../../state/insight/disagreements.ts";
import { type FiguresQuery, insightOf } from "../../state/insight/insight.ts";
import { comparingOf } from "../../state/review/comparing.ts";
import { Button, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { ProblemLine } from "../problem-line.tsx";
import { aspectName } from "../review-compare/said-words.ts";
import { byAnnotator, spreadWords, useMayTellApart } from "./between-annotators.tsx";
import { Definitions } from "./definitions.tsx";
import { differenceText, measureTitle, type ShownMeasure, valueText } from "./figure-door.tsx";
import { EmptyPlace, InsightFrame } from "./insight-frame.tsx";
import { MeasuredTable } from "./measured-table.tsx";
import { useFigures } from "./use-figures.ts";

const measures = [
  "anonymity-articles",
  "anonymity-appearances",
  "solely-unnamed",
  "reason-given",
  "sources-mean",
  "single-source",
  "top-5",
  "attributed-share",
  "verbatim-share",
  "second-hand",
] as const satisfies readonly ShownMeasure[];

function BetweenPane({ project }: PageProps) {
  const insight = insightOf(usePanels().workspace);
  const { say, tell } = useWords();
  const mayTell = useMayTellApart(project);
  const picked = useStore(insight.state, ({ picks }) => picks.between);
  const measure = measures.find((id) => id === picked) ?? measures[0];
  const queries = useMemo(
    (): readonly FiguresQuery[] => (mayTell ? [{ measures, by: byAnnotator }] : []),
    [mayTell],
  );
  const [figures = null] = useFigures(queries);
  return (
    <InsightFrame project={project} title={say("figures.between")}>
      <ScrollRegion label={say("figures.between")} className="insight-scroll">
        {mayTell ? (
          <>
            <div className="insight-line">
              <ChoiceField
                label={say("figures.figure")}
                value={measure}
                options={measures.map((id) => ({ id, name: tell(measureTitle(id)) }))}
                onChange={(id) => insight.pick("between", id)}
              />
            </div>
            <Between {...{ project, measure }} figures={figures} />
            <Definitions measures={[measure]} />
          </>
        ) : (
          <NobodyApart project={project} />
        )}
      </ScrollRegion>
    </InsightFrame>
  );
}

/** Why nobody is told apart. */
function NobodyApart({ project }: { readonly project: OpenProject }) {
  const isBlind = useStore(comparingOf(usePanels().workspace).state, ({ blind }) => blind);
  const { say } = useWords();
  return isBlind && project.project.annotators.length > 1 ? (
    <EmptyPlace title={say("figures.between-blind")} advice={say("figures.between-blind-advice")} />
  ) : (
    <EmptyPlace title={say("figures.between-alone")} advice={say("figures.between-alone-advice")} />
  );
}

interface BetweenProps {
  readonly project: OpenProject;
  readonly measure: ShownMeasure;
  readonly figures: readonly MeasuredInsight[] | null;
}

function Between({ project, measure, figures }: BetweenProps) {
  const insight = insightOf(usePanels().workspace);
  const { tell } = useWords();
  const { common, notInCommon } = useStore(insight.state, (state) => state);
  if (notInCommon) return <EmptyPlace title={tell(notInCommon)} advice="" />;
  const measured = figures?.find(({ id }) => id === measure);
  if (!measured || !common) return null;
  return (
    <>
      <ByAnnotator {...{ measure, measured, common }} />
      <DisagreementTable {...{ measure, common }} tagset={project.project.tagset} />
    </>
  );
}

interface ByAnnotatorProps {
  readonly measure: ShownMeasure;
  readonly measured: MeasuredInsight;
  readonly common: CommonArticles;
}

function ByAnnotator({ measure, measured: { groups, scope }, common }: ByAnnotatorProps) {
  const words = useWords();
  const { say, list } = words;
  const names = list(common.annotators.map(({ name }) => plainText(name)));
  return (
    <section aria-label={say("figures.by-annotator")}>
      <p>
        <OutsideText>
          {say("figures.over-common", {
            ...{ articles: scope.articles, leftOut: scope.leftOut },
            ...{ names, count: common.annotators.length },
          })}
        </OutsideText>{" "}
        {spreadWords(measure, groups, words)}
      </p>
      <MeasuredTable
        caption={say("figures.by-annotator")}
        rowHead={say("method.by-annotator")}
        measures={[measure]}
        by={byAnnotator}
        rows={groups.map((group) => {
          const name = plainText(group.by.annotator ?? "");
          return {
            key: group.by.annotatorId ?? "",
            name,
            head: <OutsideText>{name}</OutsideText>,
            groups: [group],
          };
        })}
      />
      <details>
        <summary>{say("figures.common-articles", { count: common.articles.length })}</summary>
        <ul>
          {common.articles.map(({ id, title }) => (
            <li key={id}>
              <OutsideText cut="after-two">{title}</OutsideText>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

interface TableProps {
  readonly measure: ShownMeasure;
  readonly common: CommonArticles;
  readonly tagset: Tagset;
}

/** Rows that are shown at first, and more each time. */
const rowsAtOnce = 50;

function DisagreementTable({ measure, common, tagset }: TableProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const policies = useStore(comparingOf(workspace).state, (state) => state.policies);
  const scope = useStore(insightOf(workspace).state, (state) => state.scope);
  const disagreements = disagreementsOf(workspace);
  useEffect(
    () => disagreements.follow({ measure, scope, policies }),
    [disagreements, measure, scope, policies],
  );
  const { answer, progress, problem } = useStore(disagreements.state, (state) => state);
  const [shown, setShown] = useState(rowsAtOnce);
  const moving = answer?.ok ? answer.moving : [];
  return (
    <section aria-labelledby="insight-disagreements">
      <h2 id="insight-disagreements">{say("figures.disagreements")}</h2>
      <ProblemLine problem={problem} />
      <p className="quiet" role="status">
        {answer?.ok && say("figures.disagreements-counted", { moving: moving.length, others: answer.others })}
        {!answer &&
          progress &&
          (progress.of > 0
            ? say("figures.comparing", { done: progress.done, of: progress.of })
            : say("figures.comparing-begins"))}
      </p>
      {moving.length > 0 && (
        <div className="table-scroll">
          <table className="insight-table">
            <caption className="visually-hidden">{say("figures.disagreements-about")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("figures.disagreement")}</th>
                <th scope="col">{say("figures.differ-in")}</th>
                {common.annotators.map(({ id, name }) => (
                  <th key={id} scope="col" className="number">
                    <OutsideText>{say("figures.decided-as", { name })}</OutsideText>
                  </th>
                ))}
                <th scope="col" className="number" aria-sort="descending">
                  {say("figures.moves")}
                </th>
              </tr>
            </thead>
            <tbody>
              {moving.slice(0, shown).map((one) => (
                <DisagreementRow
                  key={`${one.article} ${one.members.join(" ")}`}
                  {...{ one, measure, common, tagset, policies }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moving.length > shown && (
        <Button onPress={() => setShown(shown + rowsAtOnce)}>
          {say("figures.show-more", { count: Math.min(rowsAtOnce, moving.length - shown) })}
        </Button>
      )}
      {moving.length > 0 && <p className="quiet">{say("figures.decided-about")}</p>}
    </section>
  );
}

interface RowProps extends TableProps {
  readonly one: Disagreement;
  readonly policies: readonly string[];
}

function DisagreementRow({ one, measure, common, tagset, policies }: RowProps) {
  const panels = usePanels();
  const words = useWords();
  const { say, tell } = words;
  const { article, title, members, quote, differences, values, movement } = one;
  const names = [...new Set(differences.map((difference) => tell(aspectName(difference, tagset))))];
  const annotators = common.annotators.map(({ id }) => id);
  return (
    <tr>
      <th scope="row">
        <Press
          className="insight-name"
          aria-label={say("figures.open-disagreement", { quote: plainText(quote), title: plainText(title) })}
          onPress={() =>
            openComparison(panels, { article, annotators, policies, units: [{ kind: "card", members }] })
          }
        >
          {quote === "" ? <NoValue /> : <OutsideText>{quote}</OutsideText>}
        </Press>
        <span className="quiet insight-in-article">
          <OutsideText cut="after-two">{title}</OutsideText>
        </span>
      </th>
      <td>{names.join(" · ")}</td>
      {values.map((value, at) => (
        <td key={annotators[at]} className="number">
          {valueText(measure, value, words)}
        </td>
      ))}
      <td className="number">{differenceText(measure, movement, words)}</td>
    </tr>
  );
}

export const betweenPage: Page = { Body: BetweenPane };
