// Late work, done on an earlier text of an article after a set was carried over from it: the records of the journals there that are not in
// the present set. It is only read: nothing of an earlier text is ever written again.

import { inRevisionOrder } from "../../../shared/merge/order-records.ts";
import { type AnnotationSet, setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, invertChange } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { SetSides } from "../../../shared/revise/carry-sides.ts";
import type { Disk } from "../files/disk.ts";
import { type ReadJournal, readJournals } from "./read-journals.ts";
import { type ReadSet, type SetPlace, withoutEntities } from "./read-set.ts";

/** By device, the last record that is known. */
type LastRecords = Readonly<Record<Id, number>>;

/** The set there as it was at what is known, and as it is. `base` null: the records since are not all there, or not yet. */
export interface LateWork extends SetSides {
  readonly reach: LastRecords;
}

/** `read`: the set there as it is; it must be safe. `null`: nothing of it is new. Throws an `ApiError` when it cannot be looked at. */
export async function lateWork(
  disk: Disk,
  place: SetPlace,
  read: ReadSet,
  known: LastRecords,
): Promise<LateWork | null> {
  const fresh = [...read.seqByDevice].filter(([device, seq]) => seq > (known[device] ?? 0));
  if (fresh.length === 0) return null;
  const devices = new Map(fresh.map(([device]) => [device, known[device] ?? 0]));
  const fromKnown = (journals: readonly ReadJournal[]): readonly ReadJournal[] =>
    journals.flatMap((journal) => {
      const from = devices.get(journal.device);
      return from === undefined
        ? []
        : [{ ...journal, records: journal.records.filter(({ seq }) => seq > from) }];
    });
  const isWhole = (journals: readonly ReadJournal[]): boolean =>
    [...devices].every(([device, from]) => {
      const { records = [], problem } = journals.find((one) => one.device === device) ?? { problem: null };
      return !problem && records[0]?.seq === from + 1 && records.at(-1)?.seq === read.seqByDevice.get(device);
    });
  // What its snapshot holds already is in older generations.
  const inRead = fromKnown(read.journals);
  const journals = isWhole(inRead) ? inRead : fromKnown(await readJournals(disk, place, devices));
  return {
    base: isWhole(journals) ? setToJson(withoutRecords(read.set, journals)) : null,
    theirs: setToJson(read.set),
    reach: Object.fromEntries(read.seqByDevice),
  };
}

/** The set as it was before these records: each says what it was made from. */
function withoutRecords(set: AnnotationSet, journals: readonly ReadJournal[]): AnnotationSet {
  let earlierSet = set;
  for (const { record } of inRevisionOrder(journals).reverse()) {
    const back = invertChange(withoutEntities(record.change));
    earlierSet = applyChange({ set: earlierSet, entities: tableOf<never>() }, back).set;
  }
  return earlierSet;
}
