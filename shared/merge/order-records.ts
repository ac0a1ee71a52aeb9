// The records of one set that several machines of a person have written, in one order in which they can be done again from the
// beginning. Each machine counts its own; what one of them took in of another stands after the record that it comes from.
import type { Change } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { recordKinds } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import type { StepNote } from "../model/step.ts";

interface MachineRecord {
  readonly revision: number;
  readonly change: Change;
  readonly step?: StepNote;
}

interface Machine<T> {
  readonly device: Id;
  readonly records: readonly T[];
}

/** By revision and machine, each machine's in its own order. */
export function inRevisionOrder<T extends MachineRecord>(
  machines: readonly Machine<T>[],
): { readonly device: Id; readonly record: T }[] {
  const queues = machines
    .filter(({ records }) => records.length > 0)
    .map((machine) => ({ ...machine, done: 0 }))
    .sort((a, b) => (a.device < b.device ? -1 : 1));
  const isEarly = earlyOnes(queues);
  const ordered: { device: Id; record: T }[] = [];
  for (;;) {
    const nonEmptyQueues = queues.filter(({ done, records }) => done < records.length);
    if (nonEmptyQueues.length === 0) return ordered;
    const free = nonEmptyQueues.filter((machine) => !isEarly(machine));
    const heads = (free.length > 0 ? free : nonEmptyQueues).map((machine) => ({
      machine,
      record: machine.records[machine.done] as T,
    }));
    const { machine, record } = heads.reduce((a, b) => (b.record.revision < a.record.revision ? b : a));
    ordered.push({ device: machine.device, record });
    machine.done += 1;
  }
}

interface RunningMachine<T> extends Machine<T> {
  done: number;
}

/** Whether the next record of a machine took something in whose origin has not been done yet. */
function earlyOnes<T extends MachineRecord>(
  machines: readonly RunningMachine<T>[],
): (machine: RunningMachine<T>) => boolean {
  if (machines.length < 2 || !machines.some(({ records }) => records.some(tookIn))) return () => false;
  const origins = new Map<string, { machine: RunningMachine<T>; at: number; value: unknown }[]>();
  for (const machine of machines)
    for (const [at, record] of machine.records.entries())
      for (const { key, value } of tookIn(record) ? [] : deedsOf(record)) {
        const originsOfKey = origins.get(key) ?? [];
        origins.set(key, originsOfKey);
        originsOfKey.push({ machine, at, value });
      }
  return (machine) => {
    const nextRecord = machine.records[machine.done];
    if (!nextRecord || !tookIn(nextRecord)) return false;
    return deedsOf(nextRecord).some(({ key, value }) => {
      const of = (origins.get(key) ?? []).filter(
        (one) => one.machine !== machine && sameValue(one.value, value),
      );
      return of.length > 0 && of.every((one) => one.machine.done <= one.at);
    });
  };
}

/** Not where a person took that back, or did it again. */
const tookIn = ({ step }: MachineRecord): boolean =>
  step?.command === "outside" && step.undoes === undefined && step.redoes === undefined;

function deedsOf({ change }: MachineRecord): { readonly key: string; readonly value: unknown }[] {
  return recordKinds.flatMap((kind) => {
    const { added, updated, removed } = change[kind] ?? { added: [], updated: [], removed: [] };
    return [
      ...[...added, ...updated.map(({ to }) => to)].map((value) => ({ key: `${kind} ${value.id}`, value })),
      ...removed.map((value) => ({ key: `no ${kind} ${value.id}`, value })),
    ];
  });
}
