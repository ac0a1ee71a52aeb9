// Puts a conflict of a merge into the words of the article and of the registry: which record, and what each side says.

import type { MergeConflict } from "../merge/merge-sets.ts";
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Appearance } from "../model/appearance.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { AnyRecord } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import type { Selector } from "../model/selector.ts";
import { type Span, spanText } from "../model/span.ts";
import { get, type Table } from "../model/table.ts";

export interface ConflictWords {
  /** Empty for what is about no words. */
  readonly quote: string;
  readonly fields: readonly { readonly name: string; readonly ours: string; readonly theirs: string }[];
}

/** One side of the merge, from which references are put into words. */
export interface ConflictSide {
  readonly set: AnnotationSet;
  readonly entities: Table<Entity>;
}

type Values = Readonly<Record<string, unknown>>;

export function conflictWords(
  conflict: MergeConflict,
  ours: ConflictSide,
  theirs: ConflictSide,
): ConflictWords {
  const { kind, fields } = conflict;
  const [mine, other] = [conflict.ours as Values | null, conflict.theirs as Values | null];
  const quote = quoteOf(kind, conflict.ours ?? conflict.theirs, conflict.ours ? ours : theirs);
  const names =
    fields.length > 0
      ? fields
      : mine && other
        ? Object.keys({ ...mine, ...other }).filter(
            (name) => name !== "provenance" && !sameValue(mine[name], other[name]),
          )
        : [];
  return {
    quote,
    fields: names.map((name) => ({
      name,
      ours: valueWords(name, fieldOf(mine, name), ours),
      // A mark that was made on both sides stands under our id.
      theirs: valueWords(name, fieldOf(other, name), theirs, ours),
    })),
  };
}

export function quoteOf(
  kind: MergeConflict["kind"],
  record: AnyRecord | null,
  { set, entities }: ConflictSide,
): string {
  if (!record) return "";
  if (kind === "appearances") return get(entities, (record as Appearance).entity)?.name ?? "";
  if (kind === "spans") return spanText(record as Span);
  if ("segment" in record) return record.segment.quote;
  if (kind === "entities") return (record as Entity).name;
  if (kind !== "attributions") return "";
  const { claim, cue, voice } = record as Attribution;
  const span = [claim, cue, ...voice].flatMap((id) => (id === null ? [] : (get(set.spans, id) ?? [])))[0];
  return span ? spanText(span) : "";
}

/** The value of a field, also of one within the card's `fields`. */
function fieldOf(record: Values | null, name: string): unknown {
  const inner = name.startsWith("fields.") ? name.slice("fields.".length) : null;
  const values = inner === null ? record : (record?.fields as Values | undefined);
  return values && Object.hasOwn(values, inner ?? name) ? values[inner ?? name] : null;
}

/** `other`: where what `side` does not have is looked for. */
export function valueWords(name: string, value: unknown, side: ConflictSide, other = side): string {
  const { entities } = side;
  const span = (id: unknown): string => {
    const referencedSpan = get(side.set.spans, String(id)) ?? get(other.set.spans, String(id));
    return referencedSpan ? spanText(referencedSpan) : String(id);
  };
  if (value === null || value === undefined) return "";
  if (name === "segments") return (value as readonly Selector[]).map(({ quote }) => quote).join(" … ");
  if (name === "segment") return (value as Selector).quote;
  if (name === "aliases" || name === "flags") return (value as readonly string[]).join("; ");
  if (name === "about") return (value as readonly Id[]).map((id) => get(entities, id)?.name ?? id).join("; ");
  if (name === "entity" || name === "mergedInto") return get(entities, value as Id)?.name ?? String(value);
  if (name === "cue" || name === "claim") return span(value);
  if (name === "voice") return (value as readonly Id[]).map(span).join("; ");
  if (name === "via") return (value as Attribution["via"]).map((via) => span(via.span)).join("; ");
  return typeof value === "string" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
}
