// All measures of one question, each with what it says, its formula and its source a click away.
import { Info, TriangleAlert } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { aboutMeasure, type Measure, measureName } from "../../../shared/agreement/measure.ts";
import { checkTitle } from "../../../shared/checks/check.ts";
import { checkOf } from "../../../shared/checks/index.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { How } from "../../../shared/review/agreement/answers.ts";
import type { Figures } from "../../../shared/review/agreement/figures.ts";
import type { TimeStretch } from "../../../shared/review/agreement/over-time.ts";
import type { AgreementReport, MeasuredBy, QuestionReport } from "../../../shared/review/agreement/report.ts";
import type { AspectCount } from "../../../shared/review/agreement/rules.ts";
import { doorOf, type Measuring, type MeasuringState } from "../../state/review/measuring.ts";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { aspectName } from "../review-compare/said-words.ts";
import { Figure, FiguresTable, Interval, measureOf, questionName } from "./figure.tsx";

interface Props {
  readonly measuring: Measuring;
  readonly state: MeasuringState;
  readonly question: QuestionReport;
  readonly tagset: Tagset;
}

export function MeasuresTable({ measuring, state, question, tagset }: Props) {
  const { say, tell } = useWords();
  const name = tell(questionName(question.question, tagset));
  const heads = [
    say("measuring.measure"),
    { number: say("measuring.strict") },
    say("measuring.interval"),
    ...(["lenient", "macro", "n"] as const).map((column) => ({ number: say(`measuring.${column}`) })),
  ];
  return (
    <section>
      <h2 id="agreement-measures">{name}</h2>
      {question.warnings.map((warning) => (
        <p key={warning.key} className="figures-mind">
          <TriangleAlert size={14} aria-hidden />
          {tell(warning)}
        </p>
      ))}
      <FiguresTable heads={heads}>
        {question.measures.map((measured) => (
          <Line key={measured.measure} {...{ measuring, state, question, measured, tagset }} />
        ))}
      </FiguresTable>
    </section>
  );
}

function Line({ measuring, state, question, measured, tagset }: Props & { readonly measured: MeasuredBy }) {
  const { say, tell, figure, number } = useWords();
  const measure = measureOf(question.question, measured.measure);
  const name = tell(measureName(measure));
  const { pooled, macro } = measured.strict;
  const renderFigure = (how: How, { pooled: one }: Figures) => (
    <Figure
      figure={one}
      isOpen={state.door !== null && state.measure === measured.measure && state.how === how}
      label={(value) => say("measuring.open-figure", { measure: name, how: say(`measuring.${how}`), value })}
      onOpen={() =>
        measuring.show({
          measure: measured.measure,
          how,
          door: doorOf(question.question, measured.measure, how, questionName(question.question, tagset)),
        })
      }
    />
  );
  return (
    <tr className={state.measure === measured.measure ? "shown" : undefined}>
      <th scope="row">
        <span className="measure-name">
          {name}
          <About measure={measure} notes={[pooled.note, measured.lenient?.pooled.note]} />
        </span>
      </th>
      <td className="number">{renderFigure("strict", measured.strict)}</td>
      <td className="quiet">
        <Interval of={pooled} />
      </td>
      <td className="number">
        {measured.lenient ? (
          renderFigure("lenient", measured.lenient)
        ) : (
          <span className="quiet">{say("measuring.same-figure")}</span>
        )}
      </td>
      <td className="number quiet" title={macro.note && tell(macro.note)}>
        {macro.value === null ? <NoValue /> : figure(macro.value)}
      </td>
      <td className="number quiet">{number(pooled.n)}</td>
    </tr>
  );
}

function About({
  measure,
  notes,
}: {
  readonly measure: Measure;
  readonly notes: readonly (Parameters<ReturnType<typeof useWords>["tell"]>[0] | undefined)[];
}) {
  const { say, tell } = useWords();
  const label = say("measuring.about-measure", { measure: tell(measureName(measure)) });
  const noteTexts = [...new Set(notes.flatMap((note) => (note === undefined ? [] : [tell(note)])))];
  return (
    <DialogTrigger>
      <AriaButton className="button quiet-button icon tiny" aria-label={label}>
        <Info size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover measure-about" placement="right top" offset={6}>
        <Dialog aria-label={label}>
          <p className="measure-about-name">{tell(measureName(measure))}</p>
          <p>{tell(aboutMeasure(measure))}</p>
          <dl>
            <dt>{say("measuring.formula")}</dt>
            <dd className="measure-formula">{measure.formula}</dd>
            <dt>{say("measuring.source")}</dt>
            <dd>{measure.source}</dd>
            {noteTexts.map((note) => (
              <div key={note}>
                <dt>{say("measuring.note")}</dt>
                <dd>{note}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

// Tables of where people read the guideline differently, by what is said and by check; of agreement over time; and of agreement by
// article.

interface GuidelineTablesProps {
  readonly measuring: Measuring;
  readonly report: AgreementReport;
  readonly tagset: Tagset;
}

export function GuidelineTables({ measuring, report, tagset }: GuidelineTablesProps) {
  const { say, tell, number } = useWords();
  return (
    <section>
      <h2 id="agreement-guideline">{say("measuring.guideline")}</h2>
      <FiguresTable
        heads={[
          say("measuring.thing"),
          { number: say("measuring.units") },
          { number: say("measuring.differ") },
          { number: say("measuring.differ-lenient") },
          null,
        ]}
      >
        {report.aspects.map((count) => (
          <AspectLine
            key={`${count.kind} ${count.aspect} ${count.field ?? ""}`}
            {...{ measuring, tagset, count }}
          />
        ))}
      </FiguresTable>
      {report.checks.length > 0 && (
        <FiguresTable
          heads={[
            say("measuring.checks"),
            { number: say("measuring.units") },
            { number: say("measuring.check-differ") },
          ]}
        >
          {report.checks.map(({ check, units, differing }) => {
            const knownCheck = checkOf(check);
            return (
              <tr key={check}>
                <th scope="row">{knownCheck ? tell(checkTitle(knownCheck)) : check}</th>
                <td className="number quiet">{number(units)}</td>
                <td className="number">{number(differing)}</td>
              </tr>
            );
          })}
        </FiguresTable>
      )}
    </section>
  );
}

function AspectLine({
  measuring,
  tagset,
  count,
}: Omit<GuidelineTablesProps, "report"> & { readonly count: AspectCount }) {
  const { say, tell, number } = useWords();
  const { kind, aspect, field, units } = count;
  const of = say(kind === "span" ? "compare.of-span" : "compare.of-card");
  const thing = `${tell(aspectName({ aspect, ...(field !== undefined && { field }) }, tagset))} (${of})`;
  const door = (how: "strict" | "lenient") => (
    <button
      type="button"
      className="figure-door"
      aria-label={say("measuring.open-thing", { thing, count: count[how], units })}
      onClick={() =>
        measuring.show({
          how,
          door: {
            title: thing,
            filter: { how, kind, aspects: [aspect], ...(field !== undefined && { field }) },
          },
        })
      }
    >
      {number(count[how])}
    </button>
  );
  return (
    <tr>
      <th scope="row">{thing}</th>
      <td className="number quiet">{number(units)}</td>
      <td className="number">{door("strict")}</td>
      <td className="number">{door("lenient")}</td>
      <td className="bar-cell">
        <Bar share={units > 0 ? count.strict / units : 0} />
      </td>
    </tr>
  );
}

/** A picture of a share beside its number. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect className="share-all" width={100} height={8} />
      <rect className="share-part" width={100 * Math.min(1, Math.max(0, share))} height={8} />
    </svg>
  );
}

export function OverTime({ time }: { readonly time: readonly TimeStretch[] }) {
  const { say, date, percent, number } = useWords();
  return (
    <section>
      <h2 id="agreement-time">{say("measuring.time")}</h2>
      <p className="quiet figures-about">
        {say(time.length === 0 ? "measuring.time-few" : "measuring.time-about")}
      </p>
      {time.length > 0 && (
        <FiguresTable
          heads={[
            say("measuring.time-from"),
            say("measuring.time-to"),
            { number: say("measuring.units") },
            { number: say("measuring.strict") },
            { number: say("measuring.lenient") },
            null,
          ]}
        >
          {time.map(({ from, to, n, strict, lenient }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">{date(new Date(from))}</th>
              <td>{date(new Date(to))}</td>
              <td className="number quiet">{number(n)}</td>
              <td className="number">{percent(strict)}</td>
              <td className="number">{percent(lenient)}</td>
              <td className="bar-cell">
                <Bar share={strict} />
              </td>
            </tr>
          ))}
        </FiguresTable>
      )}
    </section>
  );
}

export function ByArticle({ measuring, report }: Omit<GuidelineTablesProps, "tagset">) {
  const { say, number } = useWords();
  return (
    <section>
      <h2 id="agreement-articles">{say("measuring.by-article")}</h2>
      <FiguresTable
        heads={[
          say("measuring.strip-article"),
          { number: say("measuring.units") },
          { number: say("measuring.disputed") },
          null,
        ]}
      >
        {report.articles.map(({ id, title, units, disputed }) => (
          <tr key={id}>
            <th scope="row">
              <OutsideText cut="after-two">{title}</OutsideText>
            </th>
            <td className="number quiet">{number(units)}</td>
            <td className="number">
              <button
                type="button"
                className="figure-door"
                aria-label={say("measuring.open-thing", { thing: title, count: disputed, units })}
                onClick={() =>
                  measuring.show({
                    how: "strict",
                    door: { title, filter: { how: "strict", articles: [id] } },
                  })
                }
              >
                {number(disputed)}
              </button>
            </td>
            <td className="bar-cell">
              <Bar share={units > 0 ? disputed / units : 0} />
            </td>
          </tr>
        ))}
      </FiguresTable>
    </section>
  );
}
