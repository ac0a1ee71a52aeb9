// Lines of brat's standoff that more than one format of it has.
import { escaped, notInName } from "../interchange/escapes.ts";
import { cutAtLineEnds } from "../interchange/fit.ts";
import type { StandoffSpan } from "../interchange/standoff.ts";
import type { Counting } from "../interchange/units.ts";

export const bratName = (label: string): string => escaped(label, notInName);

/** Fragments never hold a line end: brat asks for one on each line. */
export function textBound(
  name: string,
  { label, segments }: Pick<StandoffSpan, "label" | "segments">,
  text: string,
  counting: Counting,
): string {
  const fragments = segments.flatMap((segment) => cutAtLineEnds(text, segment));
  const places = fragments.map(({ start, end }) => `${counting.to(start)} ${counting.to(end)}`).join(";");
  const words = fragments.map(({ start, end }) => text.slice(start, end)).join(" ");
  return `${name}\t${bratName(label)} ${places}\t${words}`;
}
