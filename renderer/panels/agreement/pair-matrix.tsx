// The figure of each two annotators as a heat map: a table whose cells are numbers, the stronger their ground the more alike.

import { useState } from "react";
import { measureName } from "../../../shared/agreement/measure.ts";
import { pairsOf } from "../../../shared/agreement/ratings.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { How } from "../../../shared/review/agreement/answers.ts";
import { filterOf } from "../../../shared/review/agreement/disputed.ts";
import type { Figures } from "../../../shared/review/agreement/figures.ts";
import type { QuestionReport } from "../../../shared/review/agreement/report.ts";
import type { Person } from "../../../shared/review/people.ts";
import { doorOf, type Measuring, type MeasuringState } from "../../state/review/measuring.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { heatOf } from "../../ui/heat.ts";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonLetter, PersonMark, saidPerson } from "../review-compare/person-mark.tsx";
import { cellFilter, Figure, headlineOf, measureOf, questionName, saidName } from "./figure.tsx";

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

// The table of confusions of two annotators: how often each said what where the other said what.

interface ConfusionTableProps {
  readonly measuring: Measuring;
  readonly question: QuestionReport;
  readonly tagset: Tagset;
  readonly people: readonly Person[];
}

export function ConfusionTable({ measuring, question, tagset, people }: ConfusionTableProps) {
  const { say } = useWords();
  const [chosen, setChosen] = useState(0);
  const pairs = pairsOf(people.length);
  const at = chosen < pairs.length ? chosen : 0;
  const pair = pairs[at];
  const [a, b] = [people[pair?.[0] ?? -1], people[pair?.[1] ?? -1]];
  const counts = question.confusions?.tables[at];
  if (!counts || !pair || !a || !b) return null;
  return (
    <section>
      <h2 id="agreement-confusions">{say("measuring.confusions")}</h2>
      {pairs.length > 1 && (
        <div className="pair-choices">
          <ChoiceField
            label={say("measuring.pair")}
            value={String(at)}
            options={pairs.map(([one, other], number) => ({
              id: String(number),
              name: [people[one], people[other]]
                .flatMap((who) => (who ? [saidPerson(who, say)] : []))
                .join(", "),
            }))}
            onChange={(id) => setChosen(Number(id))}
          />
        </div>
      )}
      <div className="table-scroll">
        <ConfusionsOfPair {...{ measuring, question, tagset, counts }} pair={pair} people={[a, b]} />
      </div>
    </section>
  );
}

interface ConfusionsOfPairProps extends ConfusionTableProps {
  /** The indexes of the two among the annotators of the report. */
  readonly pair: readonly [number, number];
  readonly people: readonly [Person, Person];
  /** How often the one says what the row says, and the other what the column says. */
  readonly counts: readonly (readonly number[])[];
}

function ConfusionsOfPair(props: ConfusionsOfPairProps) {
  const { question, tagset, counts, people } = props;
  const { say, tell, number } = useWords();
  const [a, b] = [saidPerson(people[0], say), saidPerson(people[1], say)];
  const categories = question.confusions?.categories ?? [];
  const names = categories.map((said) => tell(saidName(question.question, said, tagset)));
  const most = Math.max(1, ...counts.flat());
  return (
    <table className="heat confusions">
      <caption>{say("measuring.confusions-of", { a, b })}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, r) => (
          <tr key={names[r]}>
            <th scope="row">{names[r]}</th>
            {row.map((count, c) => (
              <td key={names[c]} style={heatOf(count / most)} className={r === c ? "heat-same" : undefined}>
                {count > 0 && r !== c ? (
                  <ConfusionDoor {...props} cell={[r, c]} names={[names[r] ?? "", names[c] ?? ""]} />
                ) : (
                  <span className={count === 0 ? "quiet" : undefined}>{number(count)}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ConfusionDoorProps extends ConfusionsOfPairProps {
  readonly cell: readonly [row: number, column: number];
  readonly names: readonly [string, string];
}

/** Opens the disagreements that are counted in a cell. */
function ConfusionDoor({ measuring, question, pair, people, counts, cell, names }: ConfusionDoorProps) {
  const { say, number } = useWords();
  const [row, column] = cell;
  const [first, second] = names;
  const count = counts[row]?.[column] ?? 0;
  const categories = question.confusions?.categories ?? [];
  return (
    <button
      type="button"
      className="figure-door"
      aria-label={say("measuring.confusion-cell", {
        a: saidPerson(people[0], say),
        first,
        b: saidPerson(people[1], say),
        second,
        count,
      })}
      onClick={() =>
        measuring.show({
          how: "strict",
          door: {
            title: `${first} – ${second}`,
            filter: cellFilter(
              filterOf(question.question, "observed", "strict"),
              question.question,
              [pair[0], pair[1]],
              [categories[row] ?? null, categories[column] ?? null],
            ),
          },
        })
      }
    >
      {number(count)}
    </button>
  );
}
