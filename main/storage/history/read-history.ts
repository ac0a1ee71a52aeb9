// The latest steps of a person in a project, read from the journals of all their sets and from the history's own, as many
// files and generations as it takes. Changes nothing on the disk; what cannot be read is passed over.
import { join } from "node:path";
import { compareCodeUnits } from "../../../shared/model/compare-code-units.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { projectWork, type Step, type StepNote, setKey } from "../../../shared/model/step.ts";
import type { Disk } from "../files/disk.ts";
import { readDurable } from "../files/durable-file.ts";
import { ignoreFailure } from "../files/storage-error.ts";
import { decodeJournal } from "../sets/journal-format.ts";
import { decodeHistory, historyFolder, isDecidedStep } from "./history-format.ts";

interface HistoryOf {
  readonly root: string;
  readonly project: Id;
  readonly annotator: Id;
  /** In whose sets several people decide; of their steps those of this person are read. Absent: none. */
  readonly curation?: Id;
  /** The folders of the annotations of each article. */
  readonly folders: readonly string[];
  /** Steps of this person that stand elsewhere, such as the revisions of articles. */
  readonly more?: readonly Step[];
}

/** Limits of what is read: steps, and bytes of them as JSON. */
interface HistoryLimits {
  readonly steps: number;
  readonly bytes: number;
}

/** One generation of a journal. */
interface File {
  readonly path: string;
  /** 0 for the present one; otherwise the greater, the newer. */
  readonly generation: number;
  readonly modifiedAt: number;
}

/** A step with the place in its journal, which decides between steps of the same time. */
interface JournalStep {
  readonly step: Step;
  readonly journal: string;
  readonly seq: number;
  readonly isWhole: boolean;
}

/** What a change is called that no action of a person made. */
const unnamed = "change";
const maxFile = 400 * 1024 * 1024;
/** A step may be older than its file says by so many milliseconds less: clocks differ. */
const slack = 24 * 60 * 60 * 1_000;

/** Oldest first. */
export async function readHistory(disk: Disk, of: HistoryOf, limits: HistoryLimits): Promise<Step[]> {
  const journals = (
    await Promise.all([historyFolder(of.root), ...of.folders].map((folder) => journalsIn(disk, folder, of)))
  ).flat();
  /** The `seq` up to which an older generation of the journal counts. */
  const upTo = new Map<string, number>();
  const placedSteps: JournalStep[] = (of.more ?? []).map((step, seq) => ({
    step,
    seq,
    journal: "",
    isWhole: true,
  }));
  for (let journal = newest(journals); journal; journal = newest(journals)) {
    const file = journal.files.shift();
    if (!file || isEnough(placedSteps, limits.steps, file.modifiedAt)) break;
    const contents = await readFile(disk, file.path, of);
    if (!contents) continue;
    const limit = upTo.get(journal.path) ?? Number.POSITIVE_INFINITY;
    for (const placedStep of contents.steps)
      if (placedStep.seq <= limit) placedSteps.push({ ...placedStep, journal: journal.path });
    upTo.set(journal.path, Math.min(limit, contents.after));
  }
  return trimmed(joinSteps(placedSteps), limits);
}

interface JournalFiles {
  readonly path: string;
  /** Newest first. */
  readonly files: File[];
}

async function journalsIn(
  disk: Disk,
  folder: string,
  { annotator, curation }: HistoryOf,
): Promise<JournalFiles[]> {
  const form = /^([a-z2-7]+)\.([a-z2-7]+)\.journal(?:\.([1-9]\d*))?$/;
  const journals = new Map<string, File[]>();
  await ignoreFailure(async () => {
    for (const { name, kind } of await disk.list(folder)) {
      const [, by = "", device = "", generation = "0"] = form.exec(name) ?? [];
      if (kind !== "file" || ![annotator, curation].includes(by) || !isId(device)) continue;
      const path = join(folder, name);
      await ignoreFailure(async () => {
        const { modifiedAt } = await disk.status(path);
        const base = join(folder, `${by}.${device}.journal`);
        const files = journals.get(base) ?? [];
        journals.set(base, [...files, { path, generation: Number(generation), modifiedAt }]);
      });
    }
  });
  const age = ({ generation }: File): number => (generation === 0 ? Number.POSITIVE_INFINITY : generation);
  return Array.from(journals, ([path, files]) => ({ path, files: files.sort((a, b) => age(b) - age(a)) }));
}

const newest = (journals: readonly JournalFiles[]): JournalFiles | undefined =>
  journals
    .filter(({ files }) => files.length > 0)
    .reduce<JournalFiles | undefined>(
      (best, one) => ((one.files[0]?.modifiedAt ?? 0) > (best?.files[0]?.modifiedAt ?? -1) ? one : best),
      undefined,
    );

/** Whether nothing in a file that was last written then can be among the latest steps. */
function isEnough(found: readonly JournalStep[], steps: number, modifiedAt: number): boolean {
  if (found.length < steps) return false;
  const times = found.map(({ step }) => step.at).sort();
  return modifiedAt + slack < Date.parse(times.at(-steps) ?? "");
}

type ReadFile = { readonly after: number; readonly steps: readonly Omit<JournalStep, "journal">[] };

async function readFile(disk: Disk, path: string, of: HistoryOf): Promise<ReadFile | null> {
  let contents: ReadFile | null = null;
  await ignoreFailure(async () => {
    const bytes = await readDurable(disk, path, maxFile);
    if (bytes !== null)
      contents = path.startsWith(historyFolder(of.root)) ? ofHistory(bytes, of) : ofSet(bytes, of);
  });
  return contents;
}

function ofHistory(bytes: Uint8Array, of: HistoryOf): ReadFile | null {
  const { header, records } = decodeHistory(bytes);
  if (header?.project !== of.project || header.annotator !== of.annotator) return null;
  const steps = records.filter(isDecidedStep).map(({ opId, step, parts, seq, ...work }) => ({
    seq,
    isWhole: true,
    step: { ...step, id: opId, parts, ...projectWork(work) },
  }));
  return { after: header.after, steps };
}

function ofSet(bytes: Uint8Array, of: HistoryOf): ReadFile | null {
  const { header, records } = decodeJournal(bytes);
  const isCurated = of.curation !== undefined && header?.annotator === of.curation;
  if (header?.project !== of.project || (header.annotator !== of.annotator && !isCurated)) return null;
  const setRef = { article: header.article, ...(isCurated && { whose: "curation" as const }) };
  const ownRecords = records.filter(({ step }) => !isCurated || step?.by === of.annotator);
  const steps = ownRecords.map(({ opId, at, change, step, seq }) => {
    const note: StepNote = step ?? { command: unnamed, at };
    return { seq, isWhole: false, step: { ...note, id: opId, parts: [{ ...setRef, change }] } };
  });
  return { after: header.after, steps };
}

/** In their order, each once. What one step left in several sets is put together where its own record is gone. */
function joinSteps(found: readonly JournalStep[]): Step[] {
  const compare = (a: JournalStep, b: JournalStep): number =>
    compareCodeUnits(a.step.at, b.step.at) || compareCodeUnits(a.journal, b.journal) || a.seq - b.seq;
  const wholeSteps = new Map(found.filter(({ isWhole }) => isWhole).map(({ step }) => [step.id, step]));
  const steps = new Map<Id, Step>();
  for (const { step } of [...found].sort(compare)) {
    const earlierStep = steps.get(step.id);
    const [part] = step.parts;
    const isHere = earlierStep?.parts.some((one) => part && setKey(one) === setKey(part));
    if (wholeSteps.has(step.id)) steps.set(step.id, wholeSteps.get(step.id) ?? step);
    else if (!earlierStep) steps.set(step.id, step);
    else if (!isHere) steps.set(step.id, { ...earlierStep, parts: [...earlierStep.parts, ...step.parts] });
  }
  return [...steps.values()];
}

function trimmed(steps: readonly Step[], limits: HistoryLimits): Step[] {
  let bytes = 0;
  const newestSteps: Step[] = [];
  for (const step of [...steps].reverse()) {
    bytes += JSON.stringify(step).length;
    if (newestSteps.length >= limits.steps || bytes > limits.bytes) break;
    newestSteps.push(step);
  }
  return newestSteps.reverse();
}
