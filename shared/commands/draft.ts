// A change in the making: records are read, put and taken away, and what differs from the state becomes the change. Lives
// only inside a command's run, so that a command stays a pure function.
import type { Exclusion } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Change, RecordsChange } from "../model/change.ts";
import type { Decision } from "../model/decision.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Orphan } from "../model/orphan.ts";
import type { Progress } from "../model/progress.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Rejection } from "../model/rejection.ts";
import type { Remark } from "../model/remark.ts";
import { sameValue } from "../model/same-value.ts";
import type { Span } from "../model/span.ts";
import { get, type Table } from "../model/table.ts";
import type { Waiver } from "../model/waiver.ts";
import type { CommandContext, Focus, Outcome, RefusalCode } from "./command.ts";

/** The records of one kind as the draft has them. */
interface DraftRecords<T> {
  /** The record as it would stand after the change. */
  get(id: Id): T | undefined;
  /** Adds the record or gives it another value. */
  put(record: T): void;
  remove(id: Id): void;
}

export interface Draft {
  readonly spans: DraftRecords<Span>;
  readonly cards: DraftRecords<Attribution>;
  readonly exclusions: DraftRecords<Exclusion>;
  readonly waivers: DraftRecords<Waiver>;
  readonly decisions: DraftRecords<Decision>;
  readonly remarks: DraftRecords<Remark>;
  readonly progress: DraftRecords<Progress>;
  readonly rejections: DraftRecords<Rejection>;
  readonly orphans: DraftRecords<Orphan>;
  readonly entities: DraftRecords<Entity>;
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

/** A draft on top of the context's annotations. Changed spans, cards and remarks are stamped with the time of the edit. */
export function draftOf(context: Pick<CommandContext, "annotations" | "focus" | "now">): Draft {
  const { set, entities } = context.annotations;
  let time: string | undefined;
  const plain = <T>(record: T): T => record;
  const stamped = <T extends { readonly provenance: Provenance }>(record: T): T => {
    time ??= context.now();
    return { ...record, provenance: { ...record.provenance, editedAt: time } };
  };
  const spans = recordsOf(set.spans, stamped);
  const cards = recordsOf(set.attributions, stamped);
  const exclusions = recordsOf(set.exclusions, plain);
  const waivers = recordsOf(set.waivers, plain);
  const decisions = recordsOf(set.decisions, plain);
  const remarks = recordsOf(set.remarks, stamped);
  const progress = recordsOf(set.progress, plain);
  const rejections = recordsOf(set.rejections, plain);
  const orphans = recordsOf(set.orphans, plain);
  const named = recordsOf(entities, plain);
  return {
    spans,
    cards,
    exclusions,
    waivers,
    decisions,
    remarks,
    progress,
    rejections,
    orphans,
    entities: named,
    outcome(focus = {}) {
      const change: Change = {
        ...present("spans", spans.change()),
        ...present("attributions", cards.change()),
        ...present("exclusions", exclusions.change()),
        ...present("waivers", waivers.change()),
        ...present("decisions", decisions.change()),
        ...present("remarks", remarks.change()),
        ...present("progress", progress.change()),
        ...present("rejections", rejections.change()),
        ...present("orphans", orphans.change()),
        ...present("entities", named.change()),
      };
      if (Object.keys(change).length === 0) return refuse("nothing-to-change");
      const nextFocus = { ...context.focus, ...focus };
      return {
        change,
        focus: {
          span: nextFocus.span !== null && spans.get(nextFocus.span) ? nextFocus.span : null,
          card: nextFocus.card !== null && cards.get(nextFocus.card) ? nextFocus.card : null,
        },
      };
    },
  };
}

function present<Kind extends keyof Change>(
  kind: Kind,
  change: NonNullable<Change[Kind]> | null,
): { readonly [K in Kind]?: NonNullable<Change[K]> } {
  return change === null ? {} : ({ [kind]: change } as { readonly [K in Kind]?: NonNullable<Change[K]> });
}

function recordsOf<T extends { readonly id: Id }>(
  table: Table<T>,
  edited: (record: T) => T,
): DraftRecords<T> & { change(): RecordsChange<T> | null } {
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
