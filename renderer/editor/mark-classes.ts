// The class names that tie the elements of marked text to the generated style sheets. One element is one stretch; its
// classes say which spans lie over it and how each is drawn.
import type { Id } from "../../shared/model/id.ts";
import type { DrawnStretch } from "./stretches.ts";

/** Lanes drawn apart; what lies deeper shares the last one. */
export const laneCount = 7;
/** As many fit below the letters as they are; an element with more is told so by a class. */
export const lanesWithoutMore = 2;
/** How many steps a ground deepens where spans of its type overlap. */
export const groundSteps = 3;

/** On every element of the span. */
export const spanClass = (id: Id): string => `s-${id}`;
/** On the elements where a segment of the span begins and ends. */
export const beginClass = (id: Id): string => `b-${id}`;
export const endClass = (id: Id): string => `e-${id}`;
/** Says in which lane the span is drawn on this element, or that it is the ground (`null`). */
export const placeClass = (id: Id, lane: number | null): string => `${placeName(lane)}-${id}`;
/** Draws a line of a type in a lane; a broken one is that of a suggestion. */
export const lineClass = (type: number, lane: number, broken: boolean): string =>
  `${placeName(lane)}-${broken ? "broken" : "t"}${type}`;
/** Draws the ground of a type, 1 to `groundSteps` steps deep. */
export const groundClass = (type: number, depth: number): string => `ground-t${type}-${depth}`;
/** Draws the edge of a ground in the colour of a type. */
export const edgeClass = (type: number): string => `edge-t${type}`;

/** Keeps at full strength what is drawn in a lane, or the ground, while all else steps back. */
export const fullClass = (lane: number | null): string => `full-${placeName(lane)}`;
/** Gives the label of an element the colour of a type. */
export const labelClass = (type: number): string => `label-t${type}`;

/** The short name of a lane, or of the ground. */
export const placeName = (lane: number | null): string => (lane === null ? "g" : `l${shownLane(lane)}`);

const shownLane = (lane: number): number => Math.min(lane, laneCount - 1);

/** All classes of a stretch's element. */
export function stretchClasses({ layers, excluded }: DrawnStretch): string {
  const names = new Set<string>(layers.length > 0 ? ["mark"] : []);
  if (excluded) names.add("excluded");
  const depths = new Map<number, number>();
  // A mark is no fainter for what is suggested over it.
  const isMarked = layers.some(({ lane, ghost }) => lane === null && !ghost);
  let lines = 0;
  for (const { id, type, lane, first, last, ghost, aside } of layers) {
    names.add(spanClass(id)).add(placeClass(id, lane));
    if (ghost) {
      names.add(aside ? "ghost-aside" : "ghost").add(`ghost-t${type}`);
      if (lane === null && isMarked) continue;
    }
    if (first) names.add(beginClass(id));
    if (last) names.add(endClass(id));
    if (lane === null) {
      names.add("ground").add(edgeClass(type));
      if (ghost) names.add(aside ? "ground-aside" : "ground-proposed");
      if (!aside) depths.set(type, (depths.get(type) ?? 0) + 1);
      if (first) names.add("ground-begins");
      if (last) names.add("ground-ends");
    } else {
      names.add(lineClass(type, lane, ghost === true));
      lines = Math.max(lines, lane + 1);
    }
  }
  for (const [type, depth] of depths) names.add(groundClass(type, Math.min(depth, groundSteps)));
  if (lines > lanesWithoutMore) names.add(lines > 4 ? "lanes-many" : "lanes-more");
  return [...names].join(" ");
}
