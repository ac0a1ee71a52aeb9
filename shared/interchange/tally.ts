// Counts what became of the annotations of another tool's files, by file and in all, so that it adds up.
import { type FileFinding, type ValueOfMark, type WhyLeft, wrong } from "../files/finding.ts";
import { type Message, message } from "../words/message.ts";
import { addTo, countValues, type LeftValue, type Mapped } from "./mapping.ts";
import { fileOf, type Standoff } from "./standoff.ts";

/**
 * Each span and each relation of the files is one unit, and is counted once: `units` is the sum of `taken`, `rejected` and `unmapped`.
 * Values of spans and relations are no units: those that are left out of what was taken are counted beside, in `valuesLeft`.
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
  /** What stands beside the marks in layers, columns and elements that hold none: no units. */
  readonly passed: number;
  /** Values that were left out of spans and relations of which the mapping says something, and those that are said of nothing. */
  readonly valuesLeft: number;
}

export interface FileTally extends Tally {
  /** As the reader calls it; empty for what is of no file. */
  readonly file: string;
}

/** Of all files; each figure is the sum of those of `files`. */
export interface TallyInAll extends Tally {
  /** In the order in which they came. */
  readonly files: readonly FileTally[];
  /** One for each name and reason, the largest first. */
  readonly passedOver: readonly PassedOver[];
  /** One for each label, name and reason, the largest first. */
  readonly leftValues: readonly LeftValues[];
}

/** Values of one name that were left out of marks or relations of one label. */
export interface LeftValues extends ValueOfMark {
  readonly why: WhyLeft;
  readonly count: number;
}

const whyLeft: Readonly<Record<WhyLeft, Message>> = {
  "no-field": message("interchange.left-no-field"),
  "same-field": message("interchange.left-same-field"),
  "of-relation": message("interchange.left-of-relation"),
  again: message("interchange.left-again"),
  "no-mark": message("interchange.left-no-mark"),
  unfit: message("interchange.left-unfit"),
  "no-original": message("interchange.left-no-original"),
  "no-entity": message("interchange.left-no-entity"),
  "known-otherwise": message("interchange.left-known-otherwise"),
};

/** Values that were left out: of what, how many, and why. */
export const leftValuesMessage = ({ of, name, why, count }: LeftValues): Message =>
  of === ""
    ? message("interchange.values-left-of-nothing", { name, why: whyLeft[why], count })
    : message("interchange.values-left", { of, name, why: whyLeft[why], count });

/** What stands in a layer, a column or an element that holds no marks. */
export interface PassedOver {
  /** What the file calls it. */
  readonly name: string;
  readonly why: WhyPassed;
  readonly count: number;
}

const whyPassed = {
  "no-marks": message("interchange.passed-no-marks"),
  "divides-text": message("interchange.passed-divides-text"),
  "not-running-text": message("interchange.passed-not-running-text"),
  "no-place": message("interchange.passed-no-place"),
  "not-read": message("interchange.passed-not-read"),
} as const;
type WhyPassed = keyof typeof whyPassed;

/** A layer, column or element that was passed over, with the reason and how much it holds. */
export const passedMessage = ({ name, why, count }: PassedOver): Message =>
  message("interchange.passed", { name, why: whyPassed[why], count });

/** What a reader made of some files. */
export interface ReadUnits {
  readonly documents: readonly Standoff[];
  readonly rejected: readonly FileFinding[];
  readonly moved: readonly FileFinding[];
  readonly passed?: readonly (PassedOver & { readonly file: string })[];
}

/** What of that did not come to be, once it was mapped and put together. */
export interface LeftOut {
  readonly rejected: readonly FileFinding[];
  /** Of each file the units of a kind of which the mapping says nothing. */
  readonly unmapped: ReadonlyMap<string, number>;
  /** Of what the mapping takes of each file, the values for which it has nothing. */
  readonly values: readonly LeftValue[];
}

export interface Tallying {
  /** `taken`: what was taken in other units than spans and relations, as of our own format. */
  read(read: ReadUnits, taken?: number): void;
  leave(leftOut: LeftOut): void;
  result(): TallyInAll;
}

type Counts = { -readonly [Key in keyof Tally]: Tally[Key] };

const nothing = (): Counts => ({
  ...{ units: 0, taken: 0, moved: 0, rejected: 0, unmapped: 0, passed: 0, valuesLeft: 0 },
});
const figures = Object.keys(nothing()) as readonly (keyof Tally)[];

/** Counts while files come in; keeps a handful of numbers a file. */
export function startTally(): Tallying {
  const files = new Map<string, Counts>();
  const passedOver = new Map<string, { -readonly [Key in keyof PassedOver]: PassedOver[Key] }>();
  const values = countValues();
  const of = (file: string): Counts => {
    const counts = files.get(file) ?? nothing();
    files.set(file, counts);
    return counts;
  };
  const countTaken = (file: string, units: number): void => {
    of(file).units += units;
    of(file).taken += units;
  };
  const leaveValues = (all: readonly LeftValue[]): void => {
    for (const one of all) {
      of(one.file).valuesLeft += one.count;
      values.add({ ...one, file: "" });
    }
  };
  return {
    read({ documents, rejected, moved, passed = [] }, taken) {
      for (const document of documents) countTaken(fileOf(document), 0);
      if (taken !== undefined) countTaken(documents[0] ? fileOf(documents[0]) : "", taken);
      else for (const document of documents) for (const file of filesOfUnits(document)) countTaken(file, 1);
      for (const { file = "", units = 1 } of rejected) {
        of(file).units += units;
        of(file).rejected += units;
      }
      leaveValues(valuesOf(rejected));
      for (const { file = "" } of moved) of(file).moved += 1;
      for (const { file, name, why, count } of passed) {
        of(file).passed += count;
        const key = `${why} ${name}`;
        const entry = passedOver.get(key);
        if (entry) entry.count += count;
        else passedOver.set(key, { name, why, count });
      }
    },
    leave({ rejected, unmapped, values: left }) {
      leaveValues([...left, ...valuesOf(rejected)]);
      for (const [file, units] of unmapped) {
        of(file).taken -= units;
        of(file).unmapped += units;
      }
      for (const { file = "", units = 1, isUnmapped } of rejected) {
        if (isUnmapped) continue;
        of(file).taken -= units;
        of(file).rejected += units;
      }
    },
    result() {
      const totals = nothing();
      for (const counts of files.values()) for (const figure of figures) totals[figure] += counts[figure];
      const listed = Array.from(files, ([file, counts]): FileTally => ({ file, ...counts }));
      return {
        ...totals,
        files: listed.filter(
          ({ file, ...counts }) => file !== "" || figures.some((one) => counts[one] !== 0),
        ),
        passedOver: [...passedOver.values()].sort((a, b) => b.count - a.count),
        leftValues: values
          .all()
          .map(({ file: _file, ...one }) => one)
          .sort((a, b) => b.count - a.count),
      };
    },
  };
}

/** The values that findings are about. */
const valuesOf = (findings: readonly FileFinding[]): readonly LeftValue[] =>
  findings.flatMap(({ value, file = "" }) => (value ? [{ ...value, file, count: 1 }] : []));

/** The file of each span and each relation. */
function* filesOfUnits(document: Standoff): Iterable<string> {
  const apart = new Map<string, string>();
  for (const span of document.spans) {
    if (span.file !== undefined) apart.set(span.id, span.file);
    yield fileOf(document, span);
  }
  for (const { from } of document.relations) yield apart.get(from) ?? fileOf(document);
}

type UnmappedParts = Mapped["leftOut"];

interface LeftOutCount {
  add(mapped: Pick<Mapped, "leftOut" | "unmapped" | "values">): void;
  /** A line a label. */
  findings(): readonly FileFinding[];
  /** Units by file. */
  unmapped(): ReadonlyMap<string, number>;
  values(): readonly LeftValue[];
}

/** How each part is told. */
const parts: Readonly<Record<keyof UnmappedParts, (count: number, label: string) => Message>> = {
  spans: (count, label) => message("interchange.label-unmapped", { count, label }),
  relations: (count, label) => message("interchange.relation-unmapped", { count, label }),
  ends: (count, label) => message("interchange.relation-ends", { count, label }),
};

const partNames = Object.keys(parts) as readonly (keyof UnmappedParts)[];

/** Counts what a mapping leaves out of many standoffs. */
export function countLeftOut(): LeftOutCount {
  const counts = new Map(partNames.map((part) => [part, new Map<string, number>()]));
  const byFile = new Map<string, number>();
  const byLabel = countValues();
  return {
    add({ leftOut, unmapped, values }) {
      for (const one of values) byLabel.add(one);
      for (const [part, all] of counts) for (const [label, count] of leftOut[part]) addTo(all, label, count);
      for (const [file, count] of unmapped) addTo(byFile, file, count);
    },
    findings: () =>
      Array.from(counts, ([part, all]) =>
        Array.from(all, ([label, count]): FileFinding => {
          const finding = wrong("", parts[part](count, label), message("interchange.change-mapping"));
          return { ...finding, isUnmapped: true, units: count };
        }),
      ).flat(),
    unmapped: () => byFile,
    values: byLabel.all,
  };
}
