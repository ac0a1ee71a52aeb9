// The snapshot of one annotator's set of one article: `annotations/<articleId>/<annotatorId>.json`. It says which journal
// records it holds, and carries a count and a hash by which damage shows.
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import { joinSets, type MergeConflict } from "../../../shared/merge/merge-sets.ts";
import { migratedFile } from "../../../shared/migrations/index.ts";
import type { AnnotationSet, AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import {
  type AnyRecord,
  kindFacts,
  recordsAlone,
  recordsIn,
  setKinds,
  withoutRecords,
} from "../../../shared/model/record-kinds.ts";
import { id, text } from "../../../shared/schema/model.ts";
import { setRecords } from "../../../shared/schema/record-kinds.ts";
import { hashOfValue } from "../files/json-text.ts";
import { joinReach, type Reach, reach, reachPart } from "./reach.ts";

/** A change that was applied not long ago: what a resend of it is answered. */
export interface AppliedChange {
  readonly opId: Id;
  readonly revision: number;
  readonly at: string;
}

export interface SetFile extends AnnotationSetJson {
  readonly format: "sayso-annotation-set";
  readonly schemaVersion: number;
  /** The last record of each device's journal that this snapshot holds. */
  readonly have: Readonly<Record<Id, number>>;
  /** How many changes were ever applied. */
  readonly revision: number;
  /** How many records of all kinds there are. */
  readonly count: number;
  /** Of the set alone, in canonical JSON. */
  readonly sha256: string;
  readonly recent: readonly AppliedChange[];
  /** What of sets of earlier texts is in this one; absent where nothing is. */
  readonly carried?: Reach;
}

const natural = z.number().int().min(0);

const ofToday = z.looseObject({
  format: z.literal("sayso-annotation-set"),
  schemaVersion: natural,
  articleId: id,
  annotatorId: id,
  textHash: text,
  revision: natural,
  have: z.record(id, natural),
  count: natural,
  sha256: text,
  ...setRecords,
  recent: z.array(z.strictObject({ opId: id, revision: natural, at: text })),
  carried: reach.exactOptional(),
});

/** One of an older form is brought into that of today. */
export const setFile: z.ZodType<SetFile> = z.preprocess(migratedSet, ofToday);

/** What the file says of itself is made anew with it; where it did not hold before, it does not hold after. */
function migratedSet(file: unknown): unknown {
  const fileAfter = migratedFile("set", file);
  if (fileAfter === file || !isSetLike(file) || !isSetLike(fileAfter)) return fileAfter;
  const saidOf = (set: AnnotationSetJson) => ({
    count: sizeOf(set),
    sha256: hashOfValue(setJsonIn(set)),
  });
  const { count, sha256 } = saidOf(file);
  return file.count === count && file.sha256 === sha256 ? { ...fileAfter, ...saidOf(fileAfter) } : fileAfter;
}

const isSetLike = (value: unknown): value is AnnotationSetJson & { readonly [said: string]: unknown } =>
  typeof value === "object" &&
  value !== null &&
  setKinds.every((kind) => kindFacts[kind].inJson !== "list" || Array.isArray(Reflect.get(value, kind)));

export interface SetFileParts extends SetFileFacts {
  readonly set: AnnotationSet;
}

/** What a snapshot says beside the set. */
export interface SetFileFacts {
  readonly revision: number;
  readonly seqByDevice: ReadonlyMap<Id, number>;
  readonly recent: readonly AppliedChange[];
  /** Absent: as in `before`. */
  readonly carried?: Reach;
  /** The file this one replaces: what this version does not know of it is carried over. */
  readonly before: Partial<SetFile> | null;
}

export const setFileOf = ({ set, ...facts }: SetFileParts): SetFile => setFileOfJson(setToJson(set), facts);

/** The same of a set that is plain data already. */
export function setFileOfJson(
  json: AnnotationSetJson,
  { revision, seqByDevice, recent, carried, before }: SetFileFacts,
): SetFile {
  return {
    ...besideTheSet(before ?? {}),
    ...json,
    format: "sayso-annotation-set",
    schemaVersion,
    revision,
    have: Object.fromEntries(seqByDevice),
    count: sizeOf(json),
    sha256: hashOfValue(json),
    recent,
    ...reachPart(carried),
  };
}

/** What a file says beside the set itself: what the set has no longer must not come back from the file before. */
export const besideTheSet: (file: Partial<SetFile>) => Partial<SetFile> = withoutRecords;

/** The set alone, without what the file says of itself. */
export function setJsonIn(file: AnnotationSetJson): AnnotationSetJson {
  const { articleId, annotatorId, textHash } = file;
  return { articleId, annotatorId, textHash, ...recordsAlone(file) };
}

/** Throws `set-damaged` when the content is not what the file says of itself, or belongs to another set. */
export function checkSetFile(
  file: SetFile,
  of: Pick<AnnotationSetJson, "articleId" | "annotatorId" | "textHash">,
) {
  const fail = (why: string): never => {
    throw new ApiError("set-damaged", { file: `${of.annotatorId}.json`, why, article: of.articleId });
  };
  const json = setJsonIn(file);
  if (json.articleId !== of.articleId || json.annotatorId !== of.annotatorId) fail("other-set");
  if (json.textHash !== of.textHash) fail("other-text");
  if (sizeOf(json) !== file.count) fail("count");
  if (!hasUniqueIds(json)) fail("repeated-id");
  if (hashOfValue(json) !== file.sha256) fail("hash");
}

/** Whatever its hash says: what was edited by hand is as good as what a program wrote, once it is held to the laws. */
export function isOfThisSet(
  file: SetFile,
  of: { readonly article: Id; readonly annotator: Id; readonly textHash: string },
): boolean {
  const { article, annotator, textHash } = of;
  if (file.articleId !== article || file.annotatorId !== annotator || file.textHash !== textHash)
    return false;
  return hasUniqueIds(file);
}

const hasUniqueIds = (json: AnnotationSetJson): boolean =>
  recordsByKind(json).every((records) => new Set(records.map(({ id }) => id)).size === records.length);

/** Both sides of a file with the marks of a conflict as one that holds what is on either. */
export function joinSetFiles(
  first: SetFile,
  second: SetFile,
): { readonly file: SetFile; readonly conflicts: readonly MergeConflict[] } {
  const { set, conflicts } = joinSets(setJsonIn(first), setJsonIn(second));
  const seqByDevice = new Map(Object.entries(first.have));
  for (const [device, seq] of Object.entries(second.have))
    seqByDevice.set(device, Math.max(seq, seqByDevice.get(device) ?? 0));
  const firstOpIds = new Set(first.recent.map(({ opId }) => opId));
  const recent = [...first.recent, ...second.recent.filter(({ opId }) => !firstOpIds.has(opId))];
  const revision = Math.max(first.revision, second.revision) + 1;
  const joinedReach = joinReach(first.carried, second.carried);
  return {
    file: setFileOfJson(set, { revision, seqByDevice, recent, carried: joinedReach, before: first }),
    conflicts,
  };
}

const recordsByKind = (json: AnnotationSetJson): readonly (readonly AnyRecord[])[] =>
  setKinds.map((kind) => recordsIn(json, kind));

const sizeOf = (json: AnnotationSetJson): number =>
  recordsByKind(json).reduce((sum, records) => sum + records.length, 0);
