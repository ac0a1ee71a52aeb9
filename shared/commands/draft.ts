// A change in the making: records are read, put and taken away, and what differs from the state becomes the change. Lives
// only inside a command's run, so that a command stays a pure function.
import { tableFor } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Change, RecordsChange } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import {
  type AnyRecord,
  kindFacts,
  type RecordKind,
  type RecordOf,
  recordKinds,
} from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import { get, type Table } from "../model/table.ts";
import type { CommandContext, Focus, Outcome, RefusalCode } from "./command.ts";

/** The records of one kind as the draft has them. */
interface DraftRecords<T extends { readonly id: Id }> {
  /** The record as it would stand after the change. */
  get(id: Id): T | undefined;
  /** Adds the record or gives it another value. */
  put(record: T): void;
  remove(id: Id): void;
  /** What differs from the state; `null` where nothing does. */
  change(): RecordsChange<T> | null;
}

type RecordDrafts = { readonly [Kind in RecordKind]: DraftRecords<RecordOf<Kind>> };

export interface Draft extends RecordDrafts {
  /** The change so far as the command's outcome; the parts of the focus that are not given stay as they are. */
  outcome(focus?: Partial<Focus>): Outcome;
}

/** What a command that did nothing answers. */
export const refuse = (refusal: RefusalCode): Outcome => ({ refusal });

/** What a record that this annotator makes now is stamped with. */
export function newProvenance({
  annotator,
  now,
  origin = { by: "human" },
}: Pick<CommandContext, "annotator" | "now" | "origin">): Provenance {
  return { annotator, at: now(), origin };
}

/** A draft on top of the context's annotations. Changed records of the kinds that are stamped get the time of the edit. */
export function draftOf(context: Pick<CommandContext, "annotations" | "focus" | "now">): Draft {
  let time: string | undefined;
  const stamped = <T extends AnyRecord>(record: T): T => {
    if (!("provenance" in record)) return record;
    time ??= context.now();
    return { ...record, provenance: { ...record.provenance, editedAt: time } };
  };
  const plain = <T>(record: T): T => record;
  const drafts = Object.fromEntries(
    recordKinds.map((kind) => {
      const table = tableFor(context.annotations, kind);
      return [kind, recordsOf<AnyRecord>(table, kindFacts[kind].isStamped ? stamped : plain)];
    }),
  ) as unknown as RecordDrafts;
  return {
    ...drafts,
    outcome(focus = {}) {
      const change: Change = Object.fromEntries(
        recordKinds.flatMap((kind) => {
          const part = drafts[kind].change();
          return part ? [[kind, part]] : [];
        }),
      );
      if (Object.keys(change).length === 0) return refuse("nothing-to-change");
      const nextFocus = { ...context.focus, ...focus };
      return {
        change,
        focus: {
          span: nextFocus.span !== null && drafts.spans.get(nextFocus.span) ? nextFocus.span : null,
          card: nextFocus.card !== null && drafts.attributions.get(nextFocus.card) ? nextFocus.card : null,
        },
      };
    },
  };
}

function recordsOf<T extends { readonly id: Id }>(
  table: Table<T>,
  edited: (record: T) => T,
): DraftRecords<T> {
  /** The records that the draft put; `null` for those it took away. */
  const drafted = new Map<Id, T | null>();
  return {
    get: (id) => (drafted.has(id) ? (drafted.get(id) ?? undefined) : get(table, id)),
    put: (record) => void drafted.set(record.id, record),
    remove: (id) => void drafted.set(id, null),
    change() {
      const added: T[] = [];
      const updated: { from: T; to: T }[] = [];
      const removed: T[] = [];
      for (const [id, record] of drafted) {
        const from = get(table, id);
        if (from && record === null) removed.push(from);
        else if (!from && record) added.push(record);
        else if (from && record && !sameValue(from, record)) updated.push({ from, to: edited(record) });
      }
      return added.length + updated.length + removed.length > 0 ? { added, updated, removed } : null;
    },
  };
}

/** The outcome of an edit of one card: the card with another value, or why it cannot have it. */
export function cardEdited(
  context: CommandContext,
  id: Id,
  edit: (card: Attribution) => Attribution | RefusalCode,
): Outcome {
  const card = get(context.annotations.set.attributions, id);
  if (!card) return refuse("card-missing");
  const edited = edit(card);
  if (typeof edited === "string") return refuse(edited);
  const draft = draftOf(context);
  draft.attributions.put(edited);
  return draft.outcome({ card: id });
}
