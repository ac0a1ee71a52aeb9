// What became of the annotations of another tool's files, so that it adds up.
import { type Finding, wrong } from "../importers/finding.ts";
import { type Message, message } from "../words/message.ts";
import type { Mapped } from "./mapping.ts";

/**
 * Each span and each relation of the files is one unit, and is counted once: `units` is the sum of `taken`, `rejected` and `unmapped`.
 * Values of spans are no units: what is left out of them is told beside.
 */
export interface Tally {
  readonly units: number;
  readonly taken: number;
  /** Of those taken: spans that stood where their words do not, and were put where these stand. */
  readonly moved: number;
  /** What is wrong with itself, or finds no place here. */
  readonly rejected: number;
  /** What is of a kind of which the mapping says nothing. */
  readonly unmapped: number;
}

/** What a reader says of files. */
interface Read {
  /** Spans and relations that it understood. */
  readonly taken: number;
  readonly rejected: readonly Finding[];
  readonly moved: readonly Finding[];
}

/** `leftOut`: what of that did not come to be, once it was mapped and put together. */
export function tallyOf({ taken: read, rejected, moved }: Read, leftOut: readonly Finding[]): Tally {
  const unread = unitsOf(rejected);
  const unmapped = unitsOf(leftOut.filter(({ isUnmapped }) => isUnmapped));
  const unplaced = unitsOf(leftOut) - unmapped;
  return {
    units: read + unread,
    taken: read - unmapped - unplaced,
    moved: moved.length,
    rejected: unread + unplaced,
    unmapped,
  };
}

const unitsOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { units = 1 }) => sum + units, 0);

type LeftOut = Mapped["leftOut"];

export interface LeftOutCount {
  add(leftOut: LeftOut): void;
  /** A line a label. */
  findings(): readonly Finding[];
}

type Say = (count: number, label: string) => Message;

/** How each part is told, and whether it is of spans and relations, or only of what is said of them. */
const parts: Readonly<Record<keyof LeftOut, { readonly isUnit: boolean; readonly say: Say }>> = {
  spans: { isUnit: true, say: (count, label) => message("interchange.label-unmapped", { count, label }) },
  relations: {
    isUnit: true,
    say: (count, label) => message("interchange.relation-unmapped", { count, label }),
  },
  values: { isUnit: false, say: (count, label) => message("interchange.value-unmapped", { count, label }) },
  ends: { isUnit: true, say: (count, label) => message("interchange.relation-ends", { count, label }) },
  beside: { isUnit: false, say: (count, label) => message("interchange.value-beside", { count, label }) },
  relationValues: {
    isUnit: false,
    say: (count, label) => message("interchange.relation-value", { count, label }),
  },
};

const partNames = Object.keys(parts) as readonly (keyof LeftOut)[];

/** Counts what a mapping leaves out of many standoffs. */
export function countLeftOut(): LeftOutCount {
  const counts = new Map(partNames.map((part) => [part, new Map<string, number>()]));
  return {
    add(leftOut) {
      for (const [part, all] of counts)
        for (const [label, count] of leftOut[part]) all.set(label, (all.get(label) ?? 0) + count);
    },
    findings: () =>
      Array.from(counts, ([part, all]) =>
        Array.from(all, ([label, count]): Finding => {
          const { isUnit, say } = parts[part];
          const finding = wrong("", say(count, label), message("interchange.change-mapping"));
          return { ...finding, isUnmapped: true, units: isUnit ? count : 0 };
        }),
      ).flat(),
  };
}
