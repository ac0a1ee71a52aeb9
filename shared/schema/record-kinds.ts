// The schemas of the records of every kind: as the JSON of a set holds them, and as a change does.
import { z } from "zod";
import type { Change, RecordsChange } from "../model/change.ts";
import {
  type AnyRecord,
  kindFacts,
  type OptionalKind,
  type RecordKind,
  type RecordOf,
  recordKinds,
  type SetKind,
  type SetRecordsJson,
  setKinds,
} from "../model/record-kinds.ts";
import { limits } from "./limits.ts";
import * as model from "./model.ts";

const schemas: { readonly [Kind in RecordKind]: z.ZodType<RecordOf<Kind>> } = {
  spans: model.span,
  attributions: model.attribution,
  exclusions: model.exclusion,
  waivers: model.waiver,
  decisions: model.decision,
  remarks: model.remark,
  progress: model.progress,
  rejections: model.rejection,
  orphans: model.orphan,
  appearances: model.appearance,
  entities: model.entity,
};

/** One record of a kind. */
export const recordSchema = <Kind extends RecordKind>(kind: Kind): z.ZodType<RecordOf<Kind>> => schemas[kind];

type SetShape = {
  readonly [Kind in SetKind]: Kind extends OptionalKind
    ? z.ZodExactOptional<z.ZodType<NonNullable<SetRecordsJson[Kind]>>>
    : z.ZodType<SetRecordsJson[Kind]>;
};

/** What the JSON of a set holds, kind by kind. */
export const setRecords = Object.fromEntries(
  setKinds.map((kind) => {
    const { inJson } = kindFacts[kind];
    const part =
      inJson === "optional record" ? schemas[kind] : z.array(schemas[kind]).max(limits.annotations);
    return [kind, inJson === "list" ? part : part.exactOptional()];
  }),
) as unknown as SetShape;

/** What a change does to the records of one kind. */
export function recordsChange<T extends AnyRecord>(record: z.ZodType<T>): z.ZodType<RecordsChange<T>> {
  return z.strictObject({
    added: z.array(record).max(limits.annotations),
    updated: z.array(z.strictObject({ from: record, to: record })).max(limits.annotations),
    removed: z.array(record).max(limits.annotations),
  });
}

export const change = z.strictObject(
  Object.fromEntries(
    recordKinds.map((kind) => [kind, recordsChange<AnyRecord>(schemas[kind]).exactOptional()]),
  ),
) as z.ZodType<Change>;
