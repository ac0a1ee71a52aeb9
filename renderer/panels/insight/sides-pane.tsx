// Two scopes side by side: publishers, periods, article sets or annotators; each measure by both, with the difference and its interval, which is
// drawn in its row, those that lie furthest apart first.
import { useEffect, useMemo } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { leastArticles } from "../../../shared/insight/interval.ts";
import type { InsightCount } from "../../../shared/insight/measure.ts";
import type { InsightScope } from "../../../shared/insight/scope.ts";
import {
  isPairOfAnnotators,
  type SideBySide,
  type SideFigure,
  sidesCounted,
} from "../../../shared/insight/side-by-side.ts";
import type { SourceClass } from "../../../shared/model/entity.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { annotator, type FigureNumber, type FiguresQuery, insightOf } from "../../state/insight/insight.ts";
import { type SidesQuery, sidesOf } from "../../state/insight/sides.ts";
import { assigningOf } from "../../state/review/assigning.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { ProblemLine } from "../problem-line.tsx";
import { useMayTellApart } from "./between-annotators.tsx";
import { Definitions } from "./definitions.tsx";
import {
  differenceText,
  FigureDoor,
  isShare,
  measureTitle,
  type ShownMeasure,
  valueText,
} from "./figure-door.tsx";
import { EmptyPlace, InsightFrame, WhoseButtons } from "./insight-frame.tsx";
import {
  type PickedSide,
  type SideChoice,
  type SideKind,
  scopeOfSide,
  sideChoices,
  sideKinds,
} from "./sides.ts";
import { useFigures } from "./use-figures.ts";

/** Those that say something of a whole scope: shares of a source in all sources do not. */
const measures = [
  ...(["anonymity-articles", "anonymity-articles-with-cards", "solely-unnamed"] as const),
  ...(["anonymity-appearances", "reason-given", "described", "source-mix", "source-mix-known"] as const),
  ...(["single-source", "top-5", "top-10", "concentration", "diversity", "class-diversity"] as const),
  ...(["attributed-share", "verbatim-share", "kinds", "second-hand", "no-comment"] as const),
  ...(["distancing-cues", "new-voices", "mean-position", "sources-mean", "sources-median"] as const),
  ...(["sources-spread", "effective-sources", "effective-classes", "entropy", "class-entropy"] as const),
] satisfies readonly ShownMeasure[];

/** Nothing is counted beside the two sides. */
const none: readonly FiguresQuery[] = [];

function SidesPane({ project }: PageProps) {
  const { say } = useWords();
  useFigures(none);
  return (
    <InsightFrame project={project} title={say("figures.sides")}>
      <ScrollRegion label={say("figures.sides")} className="insight-scroll">
        <Sides project={project} />
        <Definitions measures={measures} />
      </ScrollRegion>
    </InsightFrame>
  );
}

/** Of what the sides can be, and the two that are picked; a side that nobody picked is the first that is left. */
function useSides(project: OpenProject) {
  const { workspace } = usePanels();
  const assigning = assigningOf(workspace);
  const { publications, done } = useStore(assigning.state, (state) => state);
  useEffect(() => {
    if (!done) void assigning.refresh();
  }, [assigning, done]);
  const picks = useStore(insightOf(workspace).state, (state) => state.picks);
  const mayTell = useMayTellApart(project);
  const kinds = sideKinds.filter((one) => one !== "annotator" || mayTell);
  const kind = kinds.find((one) => one === picks.sideKind) ?? "publisher";
  const choices = useMemo(() => sideChoices(kind, project, publications), [kind, project, publications]);
  const [first, second] = choices;
  const chosen = (picked: string | undefined): SideChoice | undefined =>
    choices.find(({ id }) => id === picked);
  const one = chosen(picks.sideOne) ?? first;
  const other = chosen(picks.sideOther) ?? (one === second ? first : second);
  return { kinds, kind, choices, one, other, picks, done };
}

function Sides({ project }: { readonly project: OpenProject }) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  const scope = useStore(insight.state, (state) => state.scope);
  const { kinds, kind, choices, one, other, picks, done } = useSides(project);
  const endOf = (side: SideChoice | undefined, picked: string | undefined): string =>
    picked !== undefined && side && picked > side.id ? picked : (side?.id ?? "");
  const [oneTo, otherTo] = [endOf(one, picks.sideOneTo), endOf(other, picks.sideOtherTo)];
  const asked = useMemo((): SidesQuery | null => {
    if (!one || !other) return null;
    const scopeOf = (side: PickedSide): InsightScope => scopeOfSide(side, scope, project);
    return {
      measures,
      one: scopeOf({ kind, id: one.id, to: oneTo }),
      other: scopeOf({ kind, id: other.id, to: otherTo }),
    };
  }, [one, other, oneTo, otherTo, kind, scope, project]);
  const nameOf = (side: SideChoice | undefined, to: string): string =>
    kind === "period" && side && to !== side.id
      ? say("figures.period", { from: side.id, to })
      : (side?.name ?? "");
  return (
    <>
      <div className="insight-line">
        <ChoiceField
          label={say("figures.side-by")}
          value={kind}
          options={kinds.map((id) => ({ id, name: say(`figures.side-${id}`) }))}
          onChange={(id) => insight.pick("sideKind", id)}
        />
        <SideFields {...{ kind, choices, side: one, to: oneTo }} which="sideOne" />
        <SideFields {...{ kind, choices, side: other, to: otherTo }} which="sideOther" />
      </div>
      {asked && one && other ? (
        <Compared {...{ asked, project }} names={[nameOf(one, oneTo), nameOf(other, otherTo)]} />
      ) : (
        done && <EmptyPlace title={say("figures.no-sides")} advice={say("figures.no-sides-advice")} />
      )}
    </>
  );
}

interface SideProps {
  readonly kind: SideKind;
  readonly choices: readonly SideChoice[];
  readonly side: SideChoice | undefined;
  /** The last month of a period. */
  readonly to: string;
  readonly which: "sideOne" | "sideOther";
}

function SideFields({ kind, choices, side, to, which }: SideProps) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  if (!side) return null;
  const isFirst = which === "sideOne";
  return (
    <>
      <ChoiceField
        label={say(isFirst ? "figures.first-side" : "figures.second-side")}
        value={side.id}
        options={choices}
        onChange={(id) => insight.pick(which, id)}
      />
      {kind === "period" && (
        <ChoiceField
          label={say(isFirst ? "figures.first-side-to" : "figures.second-side-to")}
          value={to}
          options={choices.filter(({ id }) => id >= side.id)}
          onChange={(id) => insight.pick(`${which}To`, id)}
        />
      )}
    </>
  );
}

interface ComparedProps {
  readonly asked: SidesQuery;
  readonly project: OpenProject;
  readonly names: readonly [string, string];
}

function Compared({ asked, project, names }: ComparedProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const sides = sidesOf(workspace);
  useEffect(() => sides.follow(asked), [sides, asked]);
  const { answer: report, progress, problem } = useStore(sides.state, (state) => state);
  if (report && !report.ok)
    return report.problem.key === "insight.several-people" ? (
      <EmptyPlace title={say("figures.whose-advice")} advice={tell(report.problem)}>
        <WhoseButtons project={project} />
      </EmptyPlace>
    ) : (
      <EmptyPlace title={tell(report.problem)} advice="" />
    );
  return (
    <div className="insight-sides">
      <ProblemLine problem={problem} />
      <p className="quiet" role="status">
        {report ? tell(sidesCounted(report)) : progress && say("figures.sides-counting")}
      </p>
      {report && (
        <p className="quiet">
          {report.figures.some(({ low }) => low !== null)
            ? say("insight.sides-about")
            : say("insight.cli-few-articles", { least: leastArticles })}
        </p>
      )}
      {report && <SidesTable {...{ asked, project, names, report }} />}
    </div>
  );
}

interface TableProps extends ComparedProps {
  readonly report: Extract<SideBySide, { readonly ok: true }>;
}

/** The two may be of one name, such as a publisher with itself. */
const sideIndexes = [0, 1] as const;

function SidesTable({ asked, project, names, report: { figures } }: TableProps) {
  const { say } = useWords();
  const reach = useMemo(
    () => Math.max(0, ...figures.filter(({ id }) => isShare(id)).map(reachOf)),
    [figures],
  );
  return (
    <div className="table-scroll">
      <table className="insight-table">
        <caption className="visually-hidden">
          {say("figures.sides-caption", { one: names[0], other: names[1] })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("figures.figure")}</th>
            {sideIndexes.map((side) => (
              <th key={side} scope="col" className="number">
                <OutsideText>{names[side]}</OutsideText>
              </th>
            ))}
            <th scope="col" className="number" aria-sort="other">
              {say("figures.difference")}
            </th>
            <th scope="col">{say("figures.difference-interval")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <SideRow
              key={`${figure.id} ${Object.values(figure.by).join(" ")}`}
              {...{ figure, asked, project, names }}
              reach={isShare(figure.id) ? reach : reachOf(figure)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How far a difference with its interval reaches from nought. */
const reachOf = ({ difference, low, high }: SideFigure): number =>
  Math.max(...[difference, low, high].map((one) => Math.abs(one ?? 0)));

interface RowProps extends ComparedProps {
  readonly figure: SideFigure;
  /** Where the scale of the drawing ends, on both sides of nought. */
  readonly reach: number;
}

function SideRow({ figure, asked, project, names, reach }: RowProps) {
  const words = useWords();
  const { say } = words;
  const { id, difference, low, high } = figure;
  const title = figureName(figure, words);
  const signed = (value: number): string =>
    value > 0 ? `+${differenceText(id, value, words)}` : differenceText(id, value, words);
  return (
    <tr>
      <th scope="row">{title}</th>
      {sideIndexes.map((side) => (
        <td key={side} className="number">
          <SideNumber
            {...{ id, title, name: names[side], count: side === 0 ? figure.one : figure.other }}
            figure={numberOf(figure, side, asked, project)}
          />
        </td>
      ))}
      <td className="number">{difference === null ? <NoValue /> : signed(difference)}</td>
      <td>
        {low !== null && high !== null ? (
          <>
            <span className="insight-between">
              {say("measuring.interval-of", { low: signed(low), high: signed(high) })}
            </span>
            <DifferenceBar {...{ difference: difference ?? 0, low, high, reach }} />
          </>
        ) : (
          <NoValue />
        )}
      </td>
    </tr>
  );
}

/** The number of a side, which opens its cards. Two annotators are counted over what both annotated. */
function numberOf(
  { id: measure, by: group }: SideFigure,
  side: 0 | 1,
  asked: SidesQuery,
  { project }: OpenProject,
): FigureNumber {
  const by = Object.keys(group).filter((column) => column === "class" || column === "kind");
  const scope = side === 0 ? asked.one : asked.other;
  if (!isPairOfAnnotators(asked) || scope.sets.of !== "person")
    return { measure, by, group, part: "numerator", scope };
  const { id } = scope.sets;
  const ids = [asked.one, asked.other].flatMap(({ sets }) => (sets.of === "person" ? [sets.id] : []));
  const name = project.annotators.find((one) => one.id === id)?.name ?? id;
  return {
    ...{ measure, by: [annotator, ...by], part: "numerator" },
    group: { annotator: name, annotatorId: id, ...group },
    scope: { ...scope, sets: { of: "people", ids } },
  };
}

interface NumberProps {
  readonly id: string;
  readonly title: string;
  /** Of the side. */
  readonly name: string;
  readonly count: InsightCount;
  readonly figure: FigureNumber;
}

function SideNumber({ id, title, name, count, figure }: NumberProps) {
  const words = useWords();
  const { say, number } = words;
  const { value, numerator, denominator } = count;
  if (value === null) return <NoValue />;
  const text = valueText(id, value, words);
  const rests = say("figures.numerator-of", {
    numerator: number(numerator),
    denominator: number(denominator),
  });
  return (
    <span title={rests}>
      <FigureDoor figure={figure} title={`${title}: ${name}`} label={`${name}, ${title}: ${text} (${rests})`}>
        {text}
      </FigureDoor>
    </span>
  );
}

/** What a figure is called, with the class or kind that it is of. */
function figureName({ id, by }: SideFigure, { say, tell }: Pick<Words, "say" | "tell">): string {
  const measure = measures.find((one) => one === id);
  const title = measure ? tell(measureTitle(measure)) : id;
  if (by.class != null)
    return say("figures.of-group", { title, group: say(classKey(by.class as SourceClass)) });
  if (by.kind === "direct" || by.kind === "indirect" || by.kind === "mixed")
    return say("figures.of-group", { title, group: say(`cards.kind-${by.kind}`) });
  return title;
}

interface BarProps {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly reach: number;
}

/** The difference as a point on its interval, with a line at nought. The words before it say the same. */
function DifferenceBar({ difference, low, high, reach }: BarProps) {
  const x = (value: number): number => (reach === 0 ? 50 : 50 + (48 * value) / reach);
  return (
    <svg className="insight-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect className="insight-bar-ground" width={100} height={8} />
      <line className="insight-bar-interval" x1={50} x2={50} y1={0} y2={8} strokeDasharray="1 1" />
      <line className="insight-bar-interval" x1={x(low)} x2={x(high)} y1={4} y2={4} />
      <rect className="insight-bar-value" x={x(difference) - 0.8} y={1} width={1.6} height={6} />
    </svg>
  );
}

export const sidesPage: Page = { Body: SidesPane };
