// The file of the steps that are about several articles, or about the project as a whole:
// `history/<annotatorId>.<deviceId>.journal`, in the lines of a journal. A step is written here before anything of it is
// applied, and said to be done afterwards, so that what a crash interrupts is finished at the next opening.
import { join } from "node:path";
import { z } from "zod";
import { migratedLine } from "../../../shared/migrations/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import type { StepNote, StepWork } from "../../../shared/model/step.ts";
import { limits } from "../../../shared/schema/limits.ts";
import {
  aboutChange,
  articleSetsChange,
  articlesChange,
  assignmentsChange,
  entity,
  id,
  stepNote,
  tagsetChange,
  text,
  whose,
} from "../../../shared/schema/model.ts";
import { change, recordsChange } from "../../../shared/schema/record-kinds.ts";
import { bothSidesOf, type DecodedLines, decodeLines, lineForm } from "../sets/journal-format.ts";
import { type Reach, reach } from "../sets/reach.ts";

export interface HistoryOwner {
  readonly project: Id;
  readonly annotator: Id;
  readonly device: Id;
}

/** `after`: the `seq` of the last record before this file, which an older generation holds. */
interface HistoryHeader extends HistoryOwner {
  readonly v: number;
  readonly format: "sayso-history";
  readonly after: number;
}

interface HistoryLine {
  readonly v: number;
  readonly seq: number;
  readonly at: string;
}

/** A step that was decided: it held against everything, and is now to be applied whatever happens. */
export interface DecidedStep extends HistoryLine, StepWork {
  readonly opId: Id;
  readonly step: StepNote;
  /** From which articles come back that are not in the trash. */
  readonly version?: Id;
  /** The work on earlier texts of its one article that it brings in. */
  readonly carried?: Reach;
}

/** Says that all of the step with this `opId` is in the registry and the sets. */
export interface DoneLine extends HistoryLine {
  readonly done: Id;
}

export type HistoryRecord = DecidedStep | DoneLine;

export const isDecidedStep = (record: HistoryRecord): record is DecidedStep => "opId" in record;

const count = z.number().int().min(0);
const line = { v: lineForm, seq: count, at: text };

const header: z.ZodType<HistoryHeader> = z.looseObject({
  v: lineForm,
  format: z.literal("sayso-history"),
  project: id,
  annotator: id,
  device: id,
  after: count,
});

const decided: z.ZodType<DecidedStep> = z.looseObject({
  ...line,
  opId: id,
  step: stepNote,
  parts: z.array(z.looseObject({ article: id, whose: whose.exactOptional(), change })).max(limits.stepParts),
  entities: recordsChange(entity).exactOptional(),
  tagset: tagsetChange.exactOptional(),
  assignments: assignmentsChange.exactOptional(),
  articleSets: articleSetsChange.exactOptional(),
  about: z.array(aboutChange).max(limits.stepParts).exactOptional(),
  articles: articlesChange.exactOptional(),
  version: id.exactOptional(),
  carried: reach.exactOptional(),
});

const done: z.ZodType<DoneLine> = z.looseObject({ ...line, done: id });

const historySchemas = {
  header,
  record: z.preprocess((one) => migratedLine("step", one), z.union([decided, done])),
};

interface DecodedHistory extends DecodedLines<HistoryHeader, HistoryRecord> {
  /** Both sides of a conflict are in it: what the second has more comes after the first, with numbers of its own. */
  readonly hasConflictMarkers: boolean;
}

export function decodeHistory(bytes: Uint8Array): DecodedHistory {
  const decode = (part: Uint8Array) => decodeLines(part, historySchemas);
  const decoded = decode(bytes);
  const isGood = decoded.state === "whole" || decoded.state === "newer";
  const sides = isGood ? null : bothSidesOf(bytes, decode);
  if (!sides) return { ...decoded, hasConflictMarkers: false };
  const [first, second] = sides;
  const keyOf = (one: HistoryRecord): string => (isDecidedStep(one) ? one.opId : `done ${one.done}`);
  const knownKeys = new Set(first.records.map(keyOf));
  const lastSeq = first.records.at(-1)?.seq ?? first.header?.after ?? 0;
  const more = second.records
    .filter((one) => !knownKeys.has(keyOf(one)))
    .map((one, at) => ({ ...one, seq: lastSeq + at + 1 }));
  return { ...first, records: [...first.records, ...more], hasConflictMarkers: true };
}

const folderName = "history";

export const historyFolder = (root: string): string => join(root, folderName);

export const historyPath = (root: string, { annotator, device }: Omit<HistoryOwner, "project">): string =>
  join(historyFolder(root), `${annotator}.${device}.journal`);

export const historyHeaderOf = (owner: HistoryOwner, after: number): HistoryHeader => {
  const { project, annotator, device } = owner;
  return { v: schemaVersion, format: "sayso-history", project, annotator, device, after };
};
