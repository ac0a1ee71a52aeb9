// The matrix of sources that speak together: each number opens its cards, the stronger its ground the more of the places of the two they share. The arrows
// walk its cells.
import { type KeyboardEvent, useRef, useState } from "react";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import type { Words } from "../../../shared/words/say.ts";
import { heatOf } from "../../ui/heat.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { FigureDoor, valueText } from "./figure-door.tsx";
import { bySource, type MeetingMeasure, type MeetingSource, type Meetings } from "./meetings.ts";
import "../../styles/agreement.css";

/** A cell by the numbers of its row and its column. */
type Cell = readonly [row: number, column: number];

export function MeetingMatrix({ measure, sources, groupOf }: Meetings) {
  const { say } = useWords();
  const [entry, setEntry] = useState<Cell>([0, 1]);
  const grid = useRef<HTMLTableElement>(null);
  const last = sources.length - 1;
  const most = Math.max(
    ...sources.flatMap((one, at) => sources.slice(at + 1).map((other) => groupOf(one, other)?.value ?? 0)),
  );
  function press(event: KeyboardEvent): void {
    const cell = cellOf(event.target);
    const next = cell && cellAfterKey(event, cell, last);
    if (!next) return;
    event.preventDefault();
    setEntry(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join(" ")}"]`)?.focus();
  }
  const [row, column] = [Math.min(entry[0], last), Math.min(entry[1], last)];
  return (
    <div className="table-scroll">
      <table ref={grid} className="heat meeting-matrix" onKeyDown={press}>
        <caption className="visually-hidden">{say(`figures.matrix-${measure}`)}</caption>
        <thead>
          <tr>
            <td />
            {sources.map(({ id, name }) => (
              <th key={id} scope="col" title={plainText(name)}>
                <span className="meeting-head">
                  <OutsideText cut>{name}</OutsideText>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((one, at) => (
            <tr key={one.id} className={startsCommunity(sources, at) ? "meeting-start" : undefined}>
              <th scope="row" title={plainText(one.name)}>
                <OutsideText cut>{one.name}</OutsideText>
              </th>
              {sources.map((other, to) => (
                <MatrixCell
                  key={other.id}
                  {...{ measure, one, other, most }}
                  group={groupOf(one, other)}
                  cell={[at, to]}
                  isEntry={at === row && to === column}
                  onFocus={() => setEntry([at, to])}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether a row is the first of its community, in the order of communities. */
function startsCommunity(sources: readonly MeetingSource[], at: number): boolean {
  const isSorted = sources.every(
    ({ community }, number) => community >= (sources[number - 1]?.community ?? 0),
  );
  return isSorted && at > 0 && sources[at]?.community !== sources[at - 1]?.community;
}

function cellOf(target: EventTarget): Cell | null {
  const [row, column] = (target instanceof HTMLElement ? (target.dataset.cell ?? "") : "").split(" ");
  return row && column ? [Number(row), Number(column)] : null;
}

/** The cell that a key goes to; `null`: it is not one that moves. */
function cellAfterKey(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  [row, column]: Cell,
  last: number,
): Cell | null {
  if (altKey || metaKey || shiftKey) return null;
  const within = (value: number): number => Math.max(0, Math.min(last, value));
  switch (key) {
    case "ArrowUp":
      return [ctrlKey ? 0 : within(row - 1), column];
    case "ArrowDown":
      return [ctrlKey ? last : within(row + 1), column];
    case "ArrowLeft":
      return [row, ctrlKey ? 0 : within(column - 1)];
    case "ArrowRight":
      return [row, ctrlKey ? last : within(column + 1)];
    case "Home":
      return [ctrlKey ? 0 : row, 0];
    case "End":
      return [ctrlKey ? last : row, last];
    default:
      return null;
  }
}

interface CellProps {
  readonly measure: MeetingMeasure;
  readonly one: MeetingSource;
  readonly other: MeetingSource;
  readonly group: InsightGroup | undefined;
  readonly cell: Cell;
  /** The highest value, which has the strongest ground. */
  readonly most: number;
  /** Whether Tab leads to it. */
  readonly isEntry: boolean;
  onFocus(): void;
}

function MatrixCell({ measure, one, other, group, cell, most, isEntry, onFocus }: CellProps) {
  const words = useWords();
  const { say, number } = words;
  const place = { "data-cell": cell.join(" "), tabIndex: isEntry ? 0 : -1, onFocus };
  if (one.id === other.id) {
    const about = say("figures.meeting-own", { name: one.name, count: one.group.numerator });
    return (
      <td className="heat-self">
        <FigureDoor
          figure={{ measure: "appearances", by: bySource, group: one.group.by, part: "numerator" }}
          title={one.name}
          label={about}
          place={place}
        >
          {number(one.group.numerator)}
        </FigureDoor>
      </td>
    );
  }
  if (!group || group.numerator === 0) {
    const never = say("figures.meeting-never", { one: one.name, other: other.name });
    return (
      <td className="meeting-never" aria-label={plainText(never)} {...place}>
        <span aria-hidden>·</span>
      </td>
    );
  }
  const about = meetingWords(measure, [one, other], group, words);
  return (
    <td style={heatOf(most === 0 ? 0 : (group.value ?? 0) / most)} title={plainText(about)}>
      <FigureDoor
        figure={{ measure, by: [], group: group.by, part: "numerator" }}
        title={say("figures.meeting-title", { one: one.name, other: other.name })}
        label={about}
        place={place}
      >
        {number(group.numerator)}
        {group.isLopsided && <span aria-hidden>*</span>}
      </FigureDoor>
    </td>
  );
}

/** What a figure of two sources says: in how many places both speak, of how many in which either does, with the interval. */
export function meetingWords(
  measure: MeetingMeasure,
  [one, other]: readonly [MeetingSource, MeetingSource],
  { numerator, denominator, value, low, high, isLopsided }: InsightGroup,
  words: Words,
): string {
  const { say } = words;
  const sentence = say(`figures.meeting-${measure}`, {
    ...{ one: one.name, other: other.name, both: numerator, either: denominator },
    share: valueText(measure, value, words),
  });
  const interval =
    low === null || high === null
      ? []
      : [
          say("figures.interval", {
            low: valueText(measure, low, words),
            high: valueText(measure, high, words),
          }),
        ];
  return [sentence, ...interval, ...(isLopsided ? [say("figures.lopsided")] : [])].join("; ");
}
