// The style sheet of the marks, generated from the tagset: forms and colours are data, so that no type's name stands in
// the editor. What does not depend on the tagset is in `styles/marks.css`.

import type { Id } from "../../shared/model/id.ts";
import type { MarkForm, SpanType, Tagset } from "../../shared/model/tagset.ts";
import type { DrawnStretch } from "./stretches.ts";

/** The custom property that holds a type's colour in the theme in use. */
export const typeColour = (type: number): string => `--span-colour-${type}`;

// The class names that tie the elements of marked text to the generated style sheets. One element is one stretch; its
// classes say which spans lie over it and how each is drawn.

/** Lanes drawn apart; what lies deeper shares the last one. */
export const laneCount = 7;
/** As many fit below the letters as they are; an element with more is told so by a class. */
const lanesWithoutMore = 2;
/** How many steps a ground deepens where spans of its type overlap. */
const groundSteps = 3;

/** On every element of the span. */
export const spanClass = (id: Id): string => `s-${id}`;
/** On the elements where a segment of the span begins and ends. */
export const beginClass = (id: Id): string => `b-${id}`;
export const endClass = (id: Id): string => `e-${id}`;
/** Says in which lane the span is drawn on this element, or that it is the ground (`null`). */
export const placeClass = (id: Id, lane: number | null): string => `${placeName(lane)}-${id}`;
/** Draws a line of a type in a lane; a broken one is that of a suggestion. */
const lineClass = (type: number, lane: number, broken: boolean): string =>
  `${placeName(lane)}-${broken ? "broken" : "t"}${type}`;
/** Draws the ground of a type, 1 to `groundSteps` steps deep. */
const groundClass = (type: number, depth: number): string => `ground-t${type}-${depth}`;
/** Draws the edge of a ground in the colour of a type. */
const edgeClass = (type: number): string => `edge-t${type}`;

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

const lanes = Array.from({ length: laneCount }, (_, lane) => lane);

/** The whole generated sheet. */
export function markStyles(tagset: Tagset): string {
  const types = tagset.spanTypes;
  return [
    typeColours(tagset),
    ...layers(types),
    `.article .${fullClass(null)}{--strength-edge:1}`,
    ...[null, ...lanes].map((lane) => `.article .${fullClass(lane)}{--strength-${placeName(lane)}:1}`),
    ...types.map((_, type) => `.article .${labelClass(type)}{--label-colour:var(${typeColour(type)})}`),
    ...types.flatMap((type, index) => (type.form === "ground" ? grounds(index) : lines(index, type.form))),
  ].join("\n");
}

/** Each theme's colours. The interface says on the root element which theme is in use. */
export function typeColours({ spanTypes: types }: Pick<Tagset, "spanTypes">): string {
  const colours = (theme: keyof SpanType["colour"]): string =>
    types.map(({ colour }, index) => `${typeColour(index)}:${colour[theme]}`).join(";");
  return [
    `:root{${colours("light")}}`,
    `:root[data-theme="dark"]{${colours("dark")}}`,
    `:root[data-theme="high-contrast"]{${colours("highContrast")}}`,
  ].join("\n");
}

/** One background for each lane and each type that is a ground, so that all can lie over one element at once. */
function layers(types: readonly SpanType[]): string[] {
  const grounds = types.flatMap(({ form }, index) =>
    form === "ground" ? [`var(--ground-${index},none)`] : [],
  );
  const backgrounds = (selectors: readonly string[], count: number, hatched: boolean): string => {
    const shownLanes = lanes.slice(0, count);
    const images = [
      ...shownLanes.map((lane) => `var(--line-${placeName(lane)},none)`),
      ...grounds,
      ...(hatched ? ["var(--hatch)"] : []),
    ];
    const sizes = [
      ...shownLanes.map((lane) => `var(--tile-${placeName(lane)},4px 3px)`),
      ...grounds.map(() => "100% calc(100% - var(--lanes-below) + 4px)"),
      ...(hatched ? ["auto"] : []),
    ];
    const positions = [
      ...shownLanes.map((lane) => `0 calc(100% - var(--lanes-below) + ${lane} * var(--lane-pitch))`),
      ...grounds.map(() => "0 0"),
      ...(hatched ? ["0 0"] : []),
    ];
    const repeats = images.map((image) => (image === "var(--hatch)" ? "repeat" : "repeat-x"));
    return `${selectors.map((selector) => [".article", selector].join(" "))}{background-image:${images};background-size:${sizes};background-position:${positions};background-repeat:${repeats}}`;
  };
  // Most elements have few lanes; a list of all of them is a third of what such an element's style costs.
  return [
    backgrounds([".mark"], lanesWithoutMore, false),
    backgrounds([".lanes-more", ".lanes-many"], laneCount, false),
    backgrounds([".ghost-aside"], lanesWithoutMore, true),
    backgrounds([".ghost", ".ghost-aside.lanes-more", ".ghost-aside.lanes-many"], laneCount, true),
  ];
}

/** How strong a layer is drawn: its own strength where one is set, else `otherwise`. */
function colourAt(type: number, place: string, percent: number, otherwise: string): string {
  const strength = `var(--strength-${place},${otherwise})`;
  return `color-mix(in srgb,var(${typeColour(type)}) calc(${percent}% * ${strength}),transparent)`;
}

/** The strength of all layers of an element. */
const elementStrength = "var(--strength,1)";

function grounds(type: number): string[] {
  const steps = Array.from({ length: groundSteps }, (_, step) => {
    const colour = colourAt(type, placeName(null), 17 + 13 * step, elementStrength);
    return `.article .${groundClass(type, step + 1)}{--ground-${type}:linear-gradient(${colour},${colour})}`;
  });
  const edge = colourAt(type, "edge", 100, "1");
  return [...steps, `.article .${edgeClass(type)}{--edge:${edge}}`];
}

function lines(type: number, form: Exclude<MarkForm, "ground">): string[] {
  return lanes.flatMap((lane) => {
    const place = placeName(lane);
    const rule = (broken: boolean, { image, tile }: LineForm): string =>
      `.article .${lineClass(type, lane, broken)}{--line-${place}:${image};--tile-${place}:${tile}}`;
    return [
      rule(false, lineForms[form](colourAt(type, place, 100, elementStrength))),
      // Its gaps make it faint already: it does not step back.
      rule(true, brokenForms[form](colourAt(type, place, 100, "1"))),
    ];
  });
}

/** A tile that repeats along the text. */
interface LineForm {
  readonly image: string;
  readonly tile: string;
}
type LineForms = Readonly<Record<Exclude<MarkForm, "ground">, (colour: string) => LineForm>>;

const lineForms: LineForms = {
  underline: (colour) => ({
    image: `linear-gradient(${colour} 2px,transparent 2px)`,
    tile: "4px var(--line-height,3px)",
  }),
  double: (colour) => ({
    image: `linear-gradient(${colour} 1px,transparent 1px 2px,${colour} 2px)`,
    tile: "4px var(--line-height,3px)",
  }),
  dashed: (colour) => ({
    image: `linear-gradient(90deg,${colour} 6px,transparent 6px)`,
    tile: "9px 2px",
  }),
  wavy: (colour) => ({
    image: `radial-gradient(circle at 50% 3px,transparent 1.7px,${colour} 1.8px 2.9px,transparent 3px)`,
    tile: "6px var(--line-height,3px)",
  }),
  dotted: (colour) => ({
    image: `radial-gradient(circle at 1.5px 1px,${colour} 1px,transparent 1.35px)`,
    tile: "4px var(--line-height,3px)",
  }),
};

/** The same forms with gaps, for what is only suggested: as dark as those of marks, and half as much of it. */
const brokenForms: LineForms = {
  underline: (colour) => ({
    image: `linear-gradient(90deg,${colour} 4px,transparent 4px)`,
    tile: "8px var(--line-height,2px)",
  }),
  double: (colour) => ({
    image: `conic-gradient(transparent 25%,${colour} 25% 50%,transparent 50% 75%,${colour} 75%)`,
    tile: "8px var(--line-height,4px)",
  }),
  dashed: (colour) => ({
    image: `linear-gradient(90deg,${colour} 3px,transparent 3px)`,
    tile: "9px 2px",
  }),
  wavy: (colour) => ({
    image: `radial-gradient(circle at 3px 3px,transparent 1.7px,${colour} 1.8px 2.9px,transparent 3px)`,
    tile: "12px var(--line-height,3px)",
  }),
  dotted: (colour) => ({
    image: `radial-gradient(circle at 1.5px 1px,${colour} 1px,transparent 1.35px)`,
    tile: "8px var(--line-height,3px)",
  }),
};
