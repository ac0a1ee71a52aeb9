// The table of confusions of two annotators: how often each said what where the other said what.
import { useState } from "react";
import { pairsOf } from "../../../shared/agreement/ratings.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { filterOf } from "../../../shared/review/agreement/disputed.ts";
import type { QuestionReport } from "../../../shared/review/agreement/report.ts";
import type { Person } from "../../../shared/review/people.ts";
import type { Measuring } from "../../state/review/measuring.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { heatOf } from "../../ui/heat.ts";
import { useWords } from "../../ui/words.tsx";
import { saidPerson } from "../review-compare/person-mark.tsx";
import { cellFilter, saidName } from "./agreement-words.ts";

interface Props {
  readonly measuring: Measuring;
  readonly question: QuestionReport;
  readonly tagset: Tagset;
  readonly people: readonly Person[];
}

export function ConfusionTable({ measuring, question, tagset, people }: Props) {
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
        <PairTable {...{ measuring, question, tagset, counts }} pair={pair} people={[a, b]} />
      </div>
    </section>
  );
}

interface PairTableProps extends Props {
  /** The indexes of the two among the annotators of the report. */
  readonly pair: readonly [number, number];
  readonly people: readonly [Person, Person];
  /** How often the one says what the row says, and the other what the column says. */
  readonly counts: readonly (readonly number[])[];
}

function PairTable(props: PairTableProps) {
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

interface ConfusionDoorProps extends PairTableProps {
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
