// Who says what where the other says what, for two annotators.
import { useState } from "react";
import { pairsOf } from "../../../shared/agreement/ratings.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { filterOf } from "../../../shared/review/agreement/disputed.ts";
import type { QuestionReport } from "../../../shared/review/agreement/report.ts";
import type { Person } from "../../../shared/review/people.ts";
import type { Measuring } from "../../state/review/measuring.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { saidPerson } from "../review-compare/person-mark.tsx";
import { cellFilter, saidName } from "./agreement-words.ts";
import { heatOf } from "./pair-matrix.tsx";

interface Props {
  readonly measuring: Measuring;
  readonly question: QuestionReport;
  readonly tagset: Tagset;
  readonly people: readonly Person[];
}

export function ConfusionTable({ measuring, question, tagset, people }: Props) {
  const { say, tell, number } = useWords();
  const [chosen, setChosen] = useState(0);
  const { confusions } = question;
  const pairs = pairsOf(people.length);
  const at = chosen < pairs.length ? chosen : 0;
  const pair = pairs[at];
  const table = confusions?.tables[at];
  const [a, b] = [people[pair?.[0] ?? -1], people[pair?.[1] ?? -1]];
  if (!confusions || !table || !pair || !a || !b) return null;
  const [first, second] = [saidPerson(a, say), saidPerson(b, say)];
  const names = confusions.categories.map((said) => tell(saidName(question.question, said, tagset)));
  const most = Math.max(1, ...table.flat());
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
        <table className="heat confusions">
          <caption>{say("measuring.confusions-of", { a: first, b: second })}</caption>
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
            {table.map((row, r) => (
              <tr key={names[r]}>
                <th scope="row">{names[r]}</th>
                {row.map((count, c) => (
                  <td
                    key={names[c]}
                    style={heatOf(count / most)}
                    className={r === c ? "heat-same" : undefined}
                  >
                    {count > 0 && r !== c ? (
                      <button
                        type="button"
                        className="figure-door"
                        aria-label={say("measuring.confusion-cell", {
                          a: first,
                          first: names[r] ?? "",
                          b: second,
                          second: names[c] ?? "",
                          count,
                        })}
                        onClick={() =>
                          measuring.show({
                            how: "strict",
                            door: {
                              title: `${names[r]} – ${names[c]}`,
                              filter: cellFilter(
                                filterOf(question.question, "observed", "strict"),
                                question.question,
                                [pair[0], pair[1]],
                                [confusions.categories[r] ?? null, confusions.categories[c] ?? null],
                              ),
                            },
                          })
                        }
                      >
                        {number(count)}
                      </button>
                    ) : (
                      <span className={count === 0 ? "quiet" : undefined}>{number(count)}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
