// The style sheet of what the pointer brings out: a few rules that name the spans in question, so that a pointer that passes
// over the text touches neither the document, its decorations nor the selection.
import type { Annotations } from "../../shared/model/annotation-set.ts";
import type { Id } from "../../shared/model/id.ts";
import { get } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { laneCount, placeClass, placeName, spanClass } from "./mark-classes.ts";
import { typeColour } from "./mark-styles.ts";

/** Every place a span can be drawn in: the ground and the lanes. */
const places = [null, ...Array.from({ length: laneCount }, (_, lane) => lane)];

/** Rules for the span under the pointer: all its segments are washed in its colour, the layers over them step back. */
export function hoverStyles(span: Id | null, annotations: Pick<Annotations, "set">, tagset: Tagset): string {
  if (span === null) return "";
  const wash = `color-mix(in srgb,${colourOf(span, annotations, tagset)} 16%,transparent)`;
  return [
    `.article .${spanClass(span)}{--strength:0.3;${places.map((lane) => `--strength-${placeName(lane)}:initial`).join(";")};background-color:${wash}}`,
    ...places.map((lane) => `.article .${placeClass(span, lane)}{--strength-${placeName(lane)}:1}`),
  ].join("\n");
}

function colourOf(id: Id, { set }: Pick<Annotations, "set">, tagset: Tagset): string {
  const type = get(set.spans, id)?.type;
  const index = tagset.spanTypes.findIndex((spanType) => spanType.id === type);
  return index === -1 ? "currentColor" : `var(${typeColour(index)})`;
}
