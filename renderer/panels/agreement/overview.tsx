// Every question in a line: the measure it is shown by, strict beside lenient, with its interval, the mean of articles and n.
import { TriangleAlert } from "lucide-react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { How } from "../../../shared/review/agreement/answers.ts";
import type { AgreementReport, QuestionReport } from "../../../shared/review/agreement/report.ts";
import { doorOf, type Measuring, type MeasuringState } from "../../state/review/measuring.ts";
import { useWords } from "../../ui/words.tsx";
import { headlineOf, measureOf, questionName } from "./agreement-words.ts";
import { Figure } from "./figure.tsx";

interface Props {
  readonly measuring: Measuring;
  readonly state: MeasuringState;
  readonly report: AgreementReport;
  readonly tagset: Tagset;
}

export function Overview({ measuring, state, report, tagset }: Props) {
  const { say } = useWords();
  return (
    <section>
      <h2 id="agreement-overview">{say("measuring.overview")}</h2>
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{say("measuring.question")}</th>
              <th scope="col">{say("measuring.measure")}</th>
              <th scope="col" className="number">
                {say("measuring.strict")}
              </th>
              <th scope="col">{say("measuring.interval")}</th>
              <th scope="col" className="number">
                {say("measuring.lenient")}
              </th>
              <th scope="col" className="number">
                {say("measuring.n")}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.questions.map((question) => (
              <Line key={question.question} {...{ measuring, state, question, tagset }} />
            ))}
          </tbody>
        </table>
      </div>
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
  const { say, tell, figure, number } = useWords();
  const headline = headlineOf(question);
  const name = questionName(question.question, tagset);
  if (!headline) return null;
  const measure = tell(measureOf(question.question, headline.measure).name);
  const open = (how: How): void =>
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
          onOpen={() => open("strict")}
        />
      </td>
      <td className="quiet">
        {pooled.interval ? (
          say("measuring.interval-of", { low: figure(pooled.interval[0]), high: figure(pooled.interval[1]) })
        ) : pooled.value === null ? null : (
          <span title={say("measuring.no-interval-why")}>{say("measuring.no-interval")}</span>
        )}
      </td>
      <td className="number">
        {headline.lenient ? (
          <Figure
            figure={headline.lenient.pooled}
            label={(value) => say("measuring.open-figure", { measure, how: say("measuring.lenient"), value })}
            onOpen={() => open("lenient")}
          />
        ) : (
          <span className="quiet">{say("measuring.same-figure")}</span>
        )}
      </td>
      <td className="number">{number(question.units)}</td>
    </tr>
  );
}
