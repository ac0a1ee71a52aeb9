// The provenance of a mark or card as one value of it, for formats that keep values and no history: `origin: suggested; at: 2026-01-02T…; rule: …`.
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { provenance as provenanceSchema } from "../schema/model.ts";
import { escaped, unescaped } from "./escapes.ts";

/** The provenance of a mark or card in a standoff. `by`: who made it, where that is somebody else than the standoff's annotator. */
export interface MarkProvenance extends Omit<Provenance, "annotator"> {
  readonly by?: string;
}

const separator = "; ";
/** What is said of a way in which something comes to be. */
const namesOfWays: readonly string[] = ["rule", "reason", "confidence", "model", "from", "parents"];

export function provenanceValue({ at, editedAt, by, origin }: Partial<MarkProvenance>): string {
  const { by: way, ...more } = origin ?? {};
  const parts = Object.entries({ origin: way, at, edited_at: editedAt, by, ...more });
  return parts
    .flatMap(([name, part]) => (part === undefined ? [] : [`${name}: ${escaped(textOf(part), /;/gu)}`]))
    .join(separator);
}

/** The same of what is no mark of an annotator's set. `names`: those of the annotators. */
export const madeValue = ({ annotator, ...made }: Provenance, names: ReadonlyMap<Id, string>): string =>
  provenanceValue({ ...made, by: names.get(annotator) ?? annotator });

const textOf = (part: string | number | readonly string[]): string =>
  Array.isArray(part) ? part.join(" ") : String(part);

/** What such a value says, as far as it says it; `null` for any other value. */
export function provenanceIn(value: string): Partial<MarkProvenance> | null {
  const pairs = value.split(separator).map((part) => /^([a-z_]+):(?: (.*))?$/su.exec(part));
  const said = new Map(pairs.map((pair) => [pair?.[1] ?? "", unescaped(pair?.[2] ?? "")]));
  const { origin: way, at = "", edited_at: editedAt, by, ...more } = Object.fromEntries(said);
  const names = way === undefined ? [] : namesOfWays;
  if (!Object.keys(more).every((name) => names.includes(name))) return null;
  const origin = way === undefined ? { by: "human" } : originOf(way, more);
  const checked = provenanceSchema.safeParse({ annotator: "a", at, origin, ...(editedAt && { editedAt }) });
  if (!checked.success || ![at, editedAt ?? at].every(isTime)) return null;
  const { annotator: _annotator, origin: checkedOrigin, ...times } = checked.data;
  return { ...times, ...(way !== undefined && { origin: checkedOrigin }), ...(by !== undefined && { by }) };
}

/** As the model has it, to be checked against its schema. */
const originOf = (
  by: string,
  { confidence, parents, ...more }: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> => ({
  ...{ by, ...more },
  ...(confidence !== undefined && { confidence: Number(confidence) }),
  ...(parents !== undefined && { parents: parents.split(" ").filter((id) => id !== "") }),
});

/** ISO 8601, as the model has it. */
const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T/u.test(text) && !Number.isNaN(Date.parse(text));
