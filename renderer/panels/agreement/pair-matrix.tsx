// The figure of each two annotators as a heat map: a table whose cells are numbers, the stronger their ground the more alike.
import { measureName } from "../../../shared/agreement/measure.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { How } from "../../../shared/review/agreement/answers.ts";
import type { Figures } from "../../../shared/review/agreement/figures.ts";
import type { QuestionReport } from "../../../shared/review/agreement/report.ts";
import type { Person } from "../../../shared/review/people.ts";
import { doorOf, type Measuring, type MeasuringState } from "../../state/review/measuring.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { heatOf } from "../../ui/heat.ts";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonLetter, PersonMark, saidPerson } from "../review-compare/person-mark.tsx";
import { headlineOf, measureOf, questionName } from "./agreement-words.ts";
import { Figure } from "./figure.tsx";

interface Props {
  readonly measuring: Measuring;
  readonly state: MeasuringState;
  readonly question: QuestionReport;
  readonly tagset: Tagset;
  /** In the order of the figures. */
  readonly people: readonly Person[];
}

export function PairMatrix({ measuring, state, question, tagset, people }: Props) {
  const { say, tell } = useWords();
  const measured = question.measures.find(({ measure }) => measure === state.measure) ?? headlineOf(question);
  if (!measured) return null;
  const how: How = measured.lenient ? state.how : "strict";
  return (
    <section>
      <h2 id="agreement-pairs">{say("measuring.pairs")}</h2>
      <div className="pair-choices">
        <ChoiceField
          label={say("measuring.measure")}
          value={measured.measure}
          options={question.measures.map(({ measure }) => ({
            id: measure,
            name: tell(measureName(measureOf(question.question, measure))),
          }))}
          onChange={(measure) => measuring.show({ measure })}
        />
        {measured.lenient && (
          <SegmentedField
            label={say("measuring.figure")}
            options={[
              { id: "strict", name: say("measuring.strict") },
              { id: "lenient", name: say("measuring.lenient") },
            ]}
            value={how}
            onChange={(id) => measuring.show({ how: id })}
          />
        )}
      </div>
      <div className="table-scroll">
        <PairTable {...{ measuring, question, people, measured, how }} />
      </div>
      <p className="visually-hidden">{tell(questionName(question.question, tagset))}</p>
    </section>
  );
}

interface PairTableProps extends Pick<Props, "measuring" | "question" | "people"> {
  readonly measured: QuestionReport["measures"][number];
  readonly how: How;
}

function PairTable({ measuring, question, people, measured, how }: PairTableProps) {
  const { say, tell } = useWords();
  const name = tell(measureName(measureOf(question.question, measured.measure)));
  const figures: Figures = (how === "lenient" && measured.lenient) || measured.strict;
  return (
    <table className="heat">
      <caption className="visually-hidden">
        {say("measuring.pairs-of", { measure: name, how: say(`measuring.${how}`) })}
      </caption>
      <thead>
        <tr>
          <td />
          {people.map((person) => (
            <th key={person.letter} scope="col">
              <PersonLetter person={person} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((row, a) => (
          <tr key={row.letter}>
            <th scope="row">
              <PersonMark person={row} />
            </th>
            {people.map((column, b) => {
              const pairFigure = figures.pairs.find(
                ({ pair }) => pair[0] === Math.min(a, b) && pair[1] === Math.max(a, b),
              );
              if (!pairFigure || a === b) return <td key={column.letter} className="heat-self" />;
              const title = `${saidPerson(row, say)}, ${saidPerson(column, say)}`;
              return (
                <td key={column.letter} style={heatOf(pairFigure.value)}>
                  <Figure
                    figure={pairFigure}
                    label={(value) =>
                      say("measuring.pair-cell", {
                        a: saidPerson(row, say),
                        b: saidPerson(column, say),
                        value,
                      })
                    }
                    onOpen={() => {
                      const door = doorOf(question.question, measured.measure, how, title);
                      measuring.show({
                        how,
                        door: { ...door, filter: { ...door.filter, pair: pairFigure.pair } },
                      });
                    }}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
