// The table of a timeline: a row a bin, a column a lane, each number a door. Gaps that follow each other are one row.
import { useState } from "react";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import type { TimeGrouping, Timeline } from "../../../shared/insight/timeline.ts";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { ChartDoor } from "./chart.tsx";
import { FigureDoor } from "./figure-door.tsx";
import { timeName } from "./time-names.ts";
import type { NamedLane } from "./timeline-chart.tsx";

interface Props {
  /** What the chart shows. */
  readonly title: string;
  readonly time: TimeGrouping;
  readonly bins: Timeline["bins"];
  readonly lanes: readonly NamedLane[];
  readonly isCount: boolean;
  amountText(amount: number): string;
  doorOf(lane: NamedLane, bin: string, group: InsightGroup): Pick<ChartDoor, "figure" | "title" | "label">;
}

export function TimelineTable(props: Props) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="insight-chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("figures.chart-table")}</summary>
      {isOpen && <Table {...props} />}
    </details>
  );
}

function Table({ title, time, bins, lanes, isCount, amountText, doorOf }: Props) {
  const words = useWords();
  const { say } = words;
  return (
    <div className="table-scroll">
      <table className="insight-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say("figures.time")}</th>
            {lanes.map(({ lane, name }) => (
              <th key={JSON.stringify(lane.by)} scope="col" className="number">
                {name === null ? title : <OutsideText>{name}</OutsideText>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(bins, lanes).map(({ first, last, at }) => (
            <tr key={first}>
              <th scope="row">
                {at === null && first !== last
                  ? say("figures.no-articles-from", {
                      first: timeName(time, first, words),
                      last: timeName(time, last, words),
                    })
                  : timeName(time, first, words)}
              </th>
              {lanes.map((lane) => (
                <td key={JSON.stringify(lane.lane.by)} className="number">
                  {at === null ? (
                    first === last ? (
                      <span className="quiet">{say("figures.no-articles-in")}</span>
                    ) : (
                      <NoValue />
                    )
                  ) : (
                    <Cell {...{ lane, at, isCount, amountText, doorOf }} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TableRow {
  readonly first: string;
  readonly last: string;
  /** The index of its bin; `null`: no lane has articles here. */
  readonly at: number | null;
}

function rowsOf(bins: readonly string[], lanes: readonly NamedLane[]): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (const [at, bin] of bins.entries()) {
    const isGap = lanes.every(({ lane }) => lane.cells[at]?.articles === 0);
    const before = rows.at(-1);
    if (isGap && before?.at === null) rows.splice(-1, 1, { ...before, last: bin });
    else rows.push({ first: bin, last: bin, at: isGap ? null : at });
  }
  return rows;
}

interface CellProps extends Pick<Props, "isCount" | "amountText" | "doorOf"> {
  readonly lane: NamedLane;
  readonly at: number;
}

function Cell({ lane, at, isCount, amountText, doorOf }: CellProps) {
  const { say } = useWords();
  const cell = lane.lane.cells[at];
  if (!cell?.group || cell.articles === 0)
    return <span className="quiet">{say("figures.no-articles-in")}</span>;
  const amount = isCount ? cell.group.numerator : cell.group.value;
  if (amount === null) return <NoValue />;
  if (cell.group.numerator === 0) return <span className="quiet">{amountText(amount)}</span>;
  return <FigureDoor {...doorOf(lane, cell.bin, cell.group)}>{amountText(amount)}</FigureDoor>;
}
