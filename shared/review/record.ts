// The record of what was done to the sets of a project: who, when, what, with the values before and after.

import { type AnnotationSet, emptySet } from "../model/annotation-set.ts";
import { type Attribution, spansOf } from "../model/attribution.ts";
import type { Change } from "../model/change.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { type RecordKind, recordKinds } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import type { Span } from "../model/span.ts";
import type { StepNote } from "../model/step.ts";
import { get, records, type Table, tableOf } from "../model/table.ts";
import { type ConflictSide, quoteOf, valueWords } from "./conflict-words.ts";

/** One field of a record before and after, as people read values; empty for none. */
export interface RecordedField {
  /** As `segments`, `type`, or of a card `fields.polarity`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What happened to one span, card or other record. */
export interface RecordedLine {
  readonly kind: RecordKind;
  readonly id: Id;
  readonly what: "added" | "changed" | "removed";
  /** The words of the article that it is about; empty where it is about none. */
  readonly quote: string;
  readonly fields: readonly RecordedField[];
}

/** One change of one set. */
export interface RecordedChange extends Pick<StepNote, "command" | "at" | "undoes" | "redoes"> {
  /** The `opId` under which it was saved. */
  readonly id: Id;
  readonly article: Id;
  /** Whose set it is, by their name. */
  readonly annotator: string;
  /** Who did it, where that is somebody else: in the curated set. */
  readonly by: string | null;
  readonly lines: readonly RecordedLine[];
  /** Records that changed beside those told. */
  readonly more: number;
  /** From a colleague's package, which says what was done and when, and no values. */
  readonly isHandedOver: boolean;
}

export interface ChangeRecord {
  /** The latest first. */
  readonly changes: readonly RecordedChange[];
  /** How many there are in all. */
  readonly count: number;
  /** Whether some are missing: older ones that an older version of Sayso removed, or ones that cannot be read. */
  readonly isIncomplete: boolean;
}

// A change as lines that people can read: which span, card or other record was added, changed or removed, and what each of its
// fields said before and after.

type AnyRecord = { readonly id: Id } & Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;

/** What people never set by themselves, or what the line says already. */
const unsaid: ReadonlySet<string> = new Set([
  ...["id", "provenance", "annotator", "thread", "after"],
  ...["on", "members", "made", "place", "mentions", "aspects", "taken", "segment"],
]);

/**
 * From what references are put into words: every span that the changes and the set speak of, as it was last, since a card may have held one that is
 * gone.
 */
export function knownWords(
  changes: readonly Change[],
  set: AnnotationSet | null,
  entities: Table<Entity>,
): ConflictSide {
  const spans = new Map<Id, Span>();
  for (const span of set ? records(set.spans) : []) spans.set(span.id, span);
  for (const { spans: part } of changes)
    for (const span of [
      ...(part?.removed ?? []),
      ...(part?.added ?? []),
      ...(part?.updated ?? []).map(({ to }) => to),
    ])
      if (!spans.has(span.id)) spans.set(span.id, span);
  const named = new Map<Id, Entity>();
  for (const { entities: part } of changes)
    for (const entity of [...(part?.removed ?? []), ...(part?.added ?? [])]) named.set(entity.id, entity);
  for (const entity of records(entities)) named.set(entity.id, entity);
  const empty = emptySet({ articleId: "", annotatorId: "", textHash: "" });
  const attributions = set?.attributions ?? empty.attributions;
  return {
    set: { ...empty, attributions, spans: tableOf(spans.values()) },
    entities: tableOf(named.values()),
  };
}

/** `only`: of this span or card alone, and of the cards that took it in or let it go; `null`: of all. */
export function describeChange(
  change: Change,
  words: ConflictSide,
  only: Id | null,
): readonly RecordedLine[] {
  return recordKinds.flatMap((kind) => {
    const part = change[kind];
    if (!part) return [];
    const lines: RecordedLine[] = [];
    const addLine = (what: RecordedLine["what"], from: AnyRecord | null, to: AnyRecord | null): void => {
      const record = to ?? from;
      if (!record || (only !== null && !isAbout(kind, from, to, only))) return;
      const quote = kind === "entities" ? String(record.name) : quoteOf(kind, record as never, words);
      lines.push({ kind, id: record.id, what, quote, fields: fieldsOf(from, to, words) });
    };
    for (const record of part.added) addLine("added", null, record as never);
    for (const { from, to } of part.updated) addLine("changed", from as never, to as never);
    for (const record of part.removed) addLine("removed", record as never, null);
    return lines;
  });
}

function isAbout(kind: RecordKind, from: AnyRecord | null, to: AnyRecord | null, only: Id): boolean {
  if ((to ?? from)?.id === only) return true;
  const holds = (record: AnyRecord | null): boolean => {
    if (!record) return false;
    if (kind === "attributions") {
      const card = record as unknown as Attribution;
      return spansOf(card).includes(only) || card.within === only;
    }
    return kind === "waivers" && record.on === only;
  };
  return kind === "waivers" ? holds(to ?? from) : holds(from) !== holds(to);
}

function fieldsOf(
  from: AnyRecord | null,
  to: AnyRecord | null,
  words: ConflictSide,
): readonly RecordedField[] {
  const [before, after] = [flat(from), flat(to)];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    if (unsaid.has(name) || sameValue(before[name] ?? null, after[name] ?? null)) return [];
    const field = {
      name,
      from: saidOf(name, before[name], words),
      to: saidOf(name, after[name], words),
    };
    return field.from === field.to && name !== "segments" ? [] : [field];
  });
}

/** An enclosing card by the words of its claim. */
function saidOf(name: string, value: unknown, words: ConflictSide): string {
  const card =
    name === "within" && typeof value === "string" ? get(words.set.attributions, value) : undefined;
  return card ? quoteOf("attributions", card, words) : valueWords(name, value, words);
}

/** The fields of a record with those of a card's form beside them; what is empty is left out. */
function flat(record: AnyRecord | null): Values {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record ?? {})) {
    if (name !== "fields") values[name] = value;
    else for (const [field, said] of Object.entries(value as Values)) values[`fields.${field}`] = said;
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isNothing(value)));
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0);
