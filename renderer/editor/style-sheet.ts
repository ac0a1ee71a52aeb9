// Style sheets made while running. They are constructed, not written into the page, because the content security
// policy refuses styles in the page's text.
import type { Annotations } from "../../shared/model/annotation-set.ts";
import type { Id } from "../../shared/model/id.ts";
import { get } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { laneCount, placeClass, placeName, spanClass, typeColour } from "./mark-styles.ts";

export interface RunningSheet {
  /** Replaces all rules. Does nothing when they are the same as before. */
  replace(css: string): void;
  remove(): void;
}

/** Adds an empty sheet after those that the document already has. */
export function addStyleSheet(document: Document): RunningSheet {
  const sheet = new CSSStyleSheet();
  let current = "";
  document.adoptedStyleSheets.push(sheet);
  return {
    replace(css) {
      if (css === current) return;
      current = css;
      sheet.replaceSync(css);
    },
    remove() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}

// The style sheet of what the pointer brings out: a few rules that name the spans in question, so that a pointer that passes
// over the text touches neither the document, its decorations nor the selection.

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
