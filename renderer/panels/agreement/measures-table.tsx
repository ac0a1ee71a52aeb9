// All measures of one question, each with what it says, its formula and its source a click away.
import { Info, TriangleAlert } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { aboutMeasure, type Measure, measureName } from "../../../shared/agreement/measure.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { How } from "../../../shared/review/agreement/answers.ts";
import type { Figures } from "../../../shared/review/agreement/figures.ts";
import type { MeasuredBy, QuestionReport } from "../../../shared/review/agreement/report.ts";
import { doorOf, type Measuring, type MeasuringState } from "../../state/review/measuring.ts";
import { useWords } from "../../ui/words.tsx";
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
        {macro.value === null ? "–" : figure(macro.value)}
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
