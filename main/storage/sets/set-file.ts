// The snapshot of one annotator's set of one article: `annotations/<articleId>/<annotatorId>.json`. It says which journal
// records it holds, and carries a count and a hash by which damage shows.
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import { joinSets, type MergeConflict } from "../../../shared/merge/merge-sets.ts";
import { migratedFile } from "../../../shared/migrations/index.ts";
import type { AnnotationSet, AnnotationSetJson, Exclusion } from "../../../shared/model/annotation-set.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Orphan } from "../../../shared/model/orphan.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import type { Rejection } from "../../../shared/model/rejection.ts";
import type { Remark } from "../../../shared/model/remark.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { Waiver } from "../../../shared/model/waiver.ts";
import { limits } from "../../../shared/schema/limits.ts";
import {
  attribution,
  decision,
  exclusion,
  id,
  orphan,
  progress,
  rejection,
  remark,
  span,
  text,
  waiver,
} from "../../../shared/schema/model.ts";
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
  spans: z.array(span).max(limits.annotations) as z.ZodType<readonly Span[]>,
  attributions: z.array(attribution).max(limits.annotations) as z.ZodType<readonly Attribution[]>,
  exclusions: z.array(exclusion).max(limits.annotations) as z.ZodType<readonly Exclusion[]>,
  waivers: (z.array(waiver).max(limits.annotations) as z.ZodType<readonly Waiver[]>).exactOptional(),
  remarks: (z.array(remark).max(limits.annotations) as z.ZodType<readonly Remark[]>).exactOptional(),
  decisions: (z.array(decision).max(limits.annotations) as z.ZodType<readonly Decision[]>).exactOptional(),
  progress: progress.exactOptional(),
  rejections: (z.array(rejection).max(limits.annotations) as z.ZodType<readonly Rejection[]>).exactOptional(),
  orphans: (z.array(orphan).max(limits.annotations) as z.ZodType<readonly Orphan[]>).exactOptional(),
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
    count: recordsIn(set).reduce((sum, records) => sum + records.length, 0),
    sha256: hashOfValue(setJsonIn(set)),
  });
  const { count, sha256 } = saidOf(file);
  return file.count === count && file.sha256 === sha256 ? { ...fileAfter, ...saidOf(fileAfter) } : fileAfter;
}

const isSetLike = (value: unknown): value is AnnotationSetJson & { readonly [said: string]: unknown } =>
  typeof value === "object" &&
  value !== null &&
  ["spans", "attributions", "exclusions"].every((kind) => Array.isArray(Reflect.get(value, kind)));

export interface SetFileParts extends SetFileFacts {
  readonly set: AnnotationSet;
}

/** What a snapshot says beside the set. */
export interface SetFileFacts {
  readonly revision: number;
  readonly have: ReadonlyMap<Id, number>;
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
  { revision, have, recent, carried, before }: SetFileFacts,
): SetFile {
  return {
    ...besideTheSet(before ?? {}),
    ...json,
    format: "sayso-annotation-set",
    schemaVersion,
    revision,
    have: Object.fromEntries(have),
    count: recordsIn(json).reduce((sum, records) => sum + records.length, 0),
    sha256: hashOfValue(json),
    recent,
    ...reachPart(carried),
  };
}

/** What a file says beside the set itself: what the set has no longer must not come back from the file before. */
export function besideTheSet({
  spans: _spans,
  attributions: _attributions,
  exclusions: _exclusions,
  waivers: _waivers,
  decisions: _decisions,
  remarks: _remarks,
  progress: _progress,
  rejections: _rejections,
  orphans: _orphans,
  ...rest
}: Partial<SetFile>): Partial<SetFile> {
  return rest;
}

/** The set alone, without what the file says of itself. */
export function setJsonIn(file: AnnotationSetJson): AnnotationSetJson {
  const { articleId, annotatorId, textHash, spans, attributions, exclusions } = file;
  const { waivers, decisions, remarks, progress, rejections, orphans } = file;
  return {
    articleId,
    annotatorId,
    textHash,
    spans,
    attributions,
    exclusions,
    ...(waivers && { waivers }),
    ...(decisions && { decisions }),
    ...(remarks && { remarks }),
    ...(progress && { progress }),
    ...(rejections && { rejections }),
    ...(orphans && { orphans }),
  };
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
  const kinds = recordsIn(json);
  if (kinds.reduce((sum, records) => sum + records.length, 0) !== file.count) fail("count");
  for (const records of kinds)
    if (new Set(records.map((record) => record.id)).size < records.length) fail("repeated-id");
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
  return recordsIn(file).every((records) => new Set(records.map(({ id }) => id)).size === records.length);
}

/** Both sides of a file with the marks of a conflict as one that holds what is on either. */
export function joinSetFiles(
  first: SetFile,
  second: SetFile,
): { readonly file: SetFile; readonly conflicts: readonly MergeConflict[] } {
  const { set, conflicts } = joinSets(setJsonIn(first), setJsonIn(second));
  const have = new Map(Object.entries(first.have));
  for (const [device, seq] of Object.entries(second.have))
    have.set(device, Math.max(seq, have.get(device) ?? 0));
  const firstOpIds = new Set(first.recent.map(({ opId }) => opId));
  const recent = [...first.recent, ...second.recent.filter(({ opId }) => !firstOpIds.has(opId))];
  const revision = Math.max(first.revision, second.revision) + 1;
  const joinedReach = joinReach(first.carried, second.carried);
  return {
    file: setFileOfJson(set, { revision, have, recent, carried: joinedReach, before: first }),
    conflicts,
  };
}

/** By kind. */
function recordsIn(json: AnnotationSetJson): readonly (readonly { readonly id: Id }[])[] {
  return [
    json.spans,
    json.attributions,
    json.exclusions,
    json.waivers ?? [],
    json.decisions ?? [],
    json.remarks ?? [],
    json.progress ? [json.progress] : [],
    json.rejections ?? [],
    json.orphans ?? [],
  ];
}
