// The styles of one text that shows several annotators: each has a lane of their own below the words, in their colour; in it claims are a
// thin bar at the foot, other spans lie above in the form of their type. One element is one stretch, as in the article.
import type { Id } from "../../../shared/model/id.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import type { MarkForm, Tagset } from "../../../shared/model/tagset.ts";
import { beginClass, endClass, spanClass } from "../../editor/mark-classes.ts";
import { innermostFirst, type SpanPiece } from "../../editor/stretches.ts";

/** Pixels from one lane to the next, and those above the first. */
const lanePitch = 8;
const laneTop = 1;

/** A stretch of a paragraph over which the same spans of the same annotators lie. */
interface LaneStretch extends Range {
  readonly layers: readonly (SpanPiece & { readonly lane: number })[];
}

/** `lanes`: the pieces of each lane, ghosts left out. */
export function laneStretches(lanes: readonly (readonly SpanPiece[])[]): LaneStretch[] {
  const lanePieces = lanes.flatMap((pieces, lane) =>
    pieces.filter(({ ghost }) => !ghost).map((one) => ({ ...one, lane })),
  );
  const cuts = [...new Set(lanePieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const inner = lanePieces.sort((a, b) => innermostFirst(a, b) || a.lane - b.lane);
  return cuts.flatMap((start, at) => {
    const end = cuts[at + 1];
    if (end === undefined) return [];
    const layers = inner.filter((one) => overlaps(one, { start, end }));
    return layers.length > 0 ? [{ start, end, layers }] : [];
  });
}

export function laneClasses(
  { start, end, layers }: LaneStretch,
  tagset: Tagset,
  isQuiet: (piece: Id) => boolean,
): string {
  const names = new Set(["mark"]);
  for (const layer of layers) {
    const form = tagset.spanTypes[layer.type]?.form ?? "underline";
    names.add(spanClass(layer.id)).add(`lane${layer.lane}-${form}${isQuiet(layer.id) ? "-quiet" : ""}`);
    if (layer.begins && layer.start === start) names.add(beginClass(layer.id));
    if (layer.ends && layer.end === end) names.add(endClass(layer.id));
  }
  return [...names].join(" ");
}

/** The colour of an annotator, or that of what is decided. */
type LaneColour = number | "decided";

/** The sheet of as many lanes, each in its colour. */
export function laneStyles(colours: readonly LaneColour[]): string {
  const lanes = colours.map((_, lane) => lane);
  const images = lanes.flatMap((lane) => [`var(--line-${lane},none)`, `var(--bar-${lane},none)`]);
  const sizes = lanes.flatMap((lane) => [`var(--tile-${lane},4px 3px)`, "4px 2px"]);
  // Places of backgrounds are those of their feet: a line is 3 px high, a bar 2.
  const foot = (lane: number, height: number): string =>
    `0 calc(100% - var(--lanes-below) + ${laneTop + lane * lanePitch + height}px)`;
  const places = lanes.flatMap((lane) => [foot(lane, 3), foot(lane, 6)]);
  return [
    `.compared-lanes .mark{--lanes-below:${below(lanes.length)}px;background-image:${images};background-size:${sizes};background-position:${places};background-repeat:repeat-x}`,
    ...colours.flatMap((colour, lane) =>
      forms.flatMap((form) => [rule(lane, form, colour, false), rule(lane, form, colour, true)]),
    ),
  ].join("\n");
}

/** Pixels that so many lanes take. */
export const below = (lanes: number): number => laneTop + lanes * lanePitch;

const forms: readonly MarkForm[] = ["ground", "underline", "double", "dashed", "wavy", "dotted"];

function rule(lane: number, form: MarkForm, colour: LaneColour, isQuiet: boolean): string {
  const drawn = `color-mix(in srgb,var(--person-${colour}) ${isQuiet ? 34 : 100}%,transparent)`;
  const selector = `.compared-lanes .lane${lane}-${form}${isQuiet ? "-quiet" : ""}`;
  if (form === "ground") return `${selector}{--bar-${lane}:linear-gradient(${drawn},${drawn})}`;
  const { image, tile } = lines[form](drawn);
  return `${selector}{--line-${lane}:${image};--tile-${lane}:${tile}}`;
}

const lines: Readonly<
  Record<Exclude<MarkForm, "ground">, (colour: string) => { image: string; tile: string }>
> = {
  underline: (colour) => ({ image: `linear-gradient(${colour},${colour})`, tile: "4px 3px" }),
  double: (colour) => ({
    image: `linear-gradient(${colour} 1px,transparent 1px 2px,${colour} 2px)`,
    tile: "4px 3px",
  }),
  dashed: (colour) => ({ image: `linear-gradient(90deg,${colour} 6px,transparent 6px)`, tile: "9px 3px" }),
  wavy: (colour) => ({
    image: `radial-gradient(circle at 50% 3px,transparent 1.7px,${colour} 1.8px 2.9px,transparent 3px)`,
    tile: "6px 3px",
  }),
  dotted: (colour) => ({
    image: `radial-gradient(circle at 1.5px 1.5px,${colour} 1.3px,transparent 1.6px)`,
    tile: "4px 3px",
  }),
};
