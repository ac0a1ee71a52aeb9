// A table of figures: a row a group, a column a measure, each number a door with its share drawn as a bar and its interval as a line on it. It
// is a chart and the table of that chart in one.
import type { ReactNode } from "react";
import type { InsightGroup, MeasuredInsight } from "../../../shared/insight/report.ts";
import type { Text } from "../../../shared/words/message.ts";
import { NoValue } from "../../ui/no-value.tsx";
import { useWords } from "../../ui/words.tsx";
import { FigureDoor, isShare, measureTitle, type ShownMeasure, valueText } from "./figure-door.tsx";

/** A row of the table. */
interface MeasuredRow {
  readonly key: string;
  /** What the group is called. */
  readonly name: Text;
  /** The same on the screen, such as a button. */
  readonly head: ReactNode;
  /** Its figures, in the order of the measures. */
  readonly groups: readonly (InsightGroup | undefined)[];
}

interface Props {
  /** What the table shows, in a sentence. */
  readonly caption: string;
  /** What the rows are. */
  readonly rowHead: string;
  readonly measures: readonly ShownMeasure[];
  readonly by: readonly string[];
  readonly rows: readonly MeasuredRow[];
  /** The measure by which the rows are ranked, and how to rank them by another; absent: they stand in an order of their own. */
  readonly ranking?: { readonly by: ShownMeasure; onRank(measure: ShownMeasure): void };
  /** Rows at the foot, such as what is not known. */
  readonly foot?: ReactNode;
}

export function MeasuredTable({ caption, rowHead, measures, by, rows, ranking, foot }: Props) {
  const { tell } = useWords();
  // Shares are drawn of the whole, so that the bars of two columns or views can be compared.
  const most = measures.map((id, at) =>
    isShare(id) ? 1 : Math.max(0, ...rows.map(({ groups }) => reachOf(groups[at]))),
  );
  return (
    <div className="table-scroll">
      <table className="insight-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {measures.map((id) => (
              <th
                key={id}
                scope="col"
                className="number"
                {...(ranking?.by === id && { "aria-sort": "descending" as const })}
              >
                {ranking ? (
                  <button type="button" className="insight-rank" onClick={() => ranking.onRank(id)}>
                    {tell(measureTitle(id))}
                    <span aria-hidden>{ranking.by === id ? " ↓" : ""}</span>
                  </button>
                ) : (
                  tell(measureTitle(id))
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, head, groups }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {measures.map((id, at) => (
                <td key={id} className="number">
                  <MeasuredCell {...{ id, by, name, group: groups[at], most: most[at] ?? 0 }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}

/** How far a figure with its interval reaches. */
const reachOf = (group: InsightGroup | undefined): number => Math.max(group?.value ?? 0, group?.high ?? 0);

interface CellProps {
  readonly id: ShownMeasure;
  readonly by: readonly string[];
  readonly name: Text;
  readonly group: InsightGroup | undefined;
  /** Where the scale of the bars ends. */
  readonly most: number;
}

function MeasuredCell({ id, by, name, group, most }: CellProps) {
  const words = useWords();
  const { say, tell, number } = words;
  if (!group || group.value === null) return <NoValue />;
  const { value, numerator, denominator, low, high } = group;
  const text = valueText(id, value, words);
  const rests = say("figures.numerator-of", {
    numerator: number(numerator),
    denominator: number(denominator),
  });
  const interval =
    low === null || high === null
      ? ""
      : say("figures.interval", { low: valueText(id, low, words), high: valueText(id, high, words) });
  return (
    <span className="insight-cell" title={interval === "" ? rests : `${rests} · ${interval}`}>
      <FigureDoor
        figure={{ measure: id, by, group: group.by, part: "numerator" }}
        title={name}
        label={`${tell(name)}, ${tell(measureTitle(id))}: ${text} (${rests})`}
      >
        {text} <span className="quiet insight-count">{number(numerator)}</span>
      </FigureDoor>
      <Bar value={value} low={low} high={high} most={most} />
    </span>
  );
}

interface BarProps extends Pick<InsightGroup, "low" | "high"> {
  readonly value: number;
  readonly most: number;
}

function Bar({ value, low, high, most }: BarProps) {
  const x = (share: number): number => (most === 0 ? 0 : (100 * share) / most);
  return (
    <svg className="insight-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect className="insight-bar-ground" width={100} height={8} />
      <rect className="insight-bar-value" width={x(value)} height={8} />
      {low !== null && high !== null && (
        <line className="insight-bar-interval" x1={x(low)} x2={x(high)} y1={4} y2={4} />
      )}
    </svg>
  );
}

/** The figures of each group, in the order of the measures; groups are told apart by `keyOf`. */
export function rowsByGroup(
  figures: readonly MeasuredInsight[],
  keyOf: (by: InsightGroup["by"]) => string,
): ReadonlyMap<string, readonly (InsightGroup | undefined)[]> {
  const rows = new Map<string, (InsightGroup | undefined)[]>();
  for (const [at, { groups }] of figures.entries())
    for (const group of groups) {
      const row = rows.get(keyOf(group.by)) ?? [];
      row[at] = group;
      rows.set(keyOf(group.by), row);
    }
  return rows;
}
