// The style sheet of the marks, generated from the tagset: forms and colours are data, so that no type's name stands in
// the editor. What does not depend on the tagset is in `styles/marks.css`.
import type { MarkForm, SpanType, Tagset } from "../../shared/model/tagset.ts";
import {
  edgeClass,
  fullClass,
  groundClass,
  groundSteps,
  labelClass,
  laneCount,
  lanesWithoutMore,
  lineClass,
  placeName,
} from "./mark-classes.ts";

/** The custom property that holds a type's colour in the theme in use. */
export const typeColour = (type: number): string => `--span-colour-${type}`;

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
