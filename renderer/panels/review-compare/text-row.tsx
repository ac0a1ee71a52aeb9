// A paragraph as several annotators marked it: beside each other, or once with a lane for each. Elements carry the numbers of
// groups, nothing that tells whose they are.
import { memo, type ReactNode } from "react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { placeName, stretchClasses } from "../../editor/mark-classes.ts";
import { type Stretch, stretchesOf } from "../../editor/stretches.ts";
import { type ComparedText, groupOf } from "./compared-text.ts";
import { type DecidedLane, isDecided } from "./decided-lane.ts";
import { laneClasses, laneStretches } from "./lane-styles.ts";

export interface RowShape {
  readonly text: string;
  readonly compared: ComparedText;
  readonly tagset: Tagset;
  /** By place on the screen: which of the members are shown. */
  readonly columns: readonly number[];
  readonly lanes: boolean;
  /** A lane below all others; `null` for none. */
  readonly decided: DecidedLane | null;
}

interface Props {
  readonly shape: RowShape;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly role: string;
  /** Whether marks are drawn; far from the window the words alone are enough. */
  readonly near: boolean;
}

export const TextRow = memo(function TextRow({ shape, paragraph, start, end, role, near }: Props) {
  const { text, lanes, columns } = shape;
  const className = role === "" ? undefined : `metadata-line metadata-line-${role}`;
  const rowColumns = lanes ? [-1] : columns;
  return rowColumns.map((column, at) => (
    <p key={column} className={className} dir="auto" data-p={paragraph} data-column={at}>
      {near ? markedText(shape, paragraph, start, end, column) : text.slice(start, end)}
    </p>
  ));
});

function markedText(
  shape: RowShape,
  paragraph: number,
  start: number,
  end: number,
  column: number,
): ReactNode[] {
  const { text, compared, tagset, columns, lanes, decided } = shape;
  const inLanes = () => [
    ...columns.map((one) => compared.piecesOf(paragraph, one)),
    ...(decided ? [decided(paragraph)] : []),
  ];
  const drawn = lanes
    ? laneStretches(inLanes()).map((stretch) => ({
        ...stretch,
        className: laneClasses(stretch, tagset, (id) => !isDecided(id) && compared.isQuiet(groupOf(id))),
        groups: stretch.layers.map(({ id }) => groupOf(id)),
      }))
    : stretchesOf(
        { pieces: compared.piecesOf(paragraph, column), excluded: [] },
        (type) => tagset.spanTypes[type]?.form === "ground",
      ).map((stretch) => ({
        ...stretch,
        className: columnClasses(stretch, compared),
        groups: stretch.layers.map(({ id }) => groupOf(id)),
      }));
  const nodes: ReactNode[] = [];
  let at = start;
  for (const stretch of drawn) {
    if (stretch.start > at) nodes.push(text.slice(at, stretch.start));
    nodes.push(
      <mark
        key={stretch.start}
        className={stretch.className}
        data-groups={[...new Set(stretch.groups.filter((group) => !Number.isNaN(group)))].join(" ")}
      >
        {text.slice(stretch.start, stretch.end)}
      </mark>,
    );
    at = stretch.end;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

/** As in the article; what is alike steps back, what is absent shows its place alone. */
function columnClasses(stretch: Stretch, compared: ComparedText): string {
  const names = [stretchClasses(stretch)];
  for (const { id, lane, ghost } of stretch.layers) {
    if (ghost) names.push(`absent-${placeName(lane)}`);
    else if (compared.isQuiet(groupOf(id))) names.push(`quiet-${placeName(lane)}`);
  }
  return names.join(" ");
}
