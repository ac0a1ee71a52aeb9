// The kinds of records: those of a set, and the entities that all sets of a project share. Whatever is done with the records of
// every kind goes by this table; what is done with some kinds alone lists those where it is done (CONTRIBUTING says where).
import type { Appearance } from "./appearance.ts";
import type { Attribution } from "./attribution.ts";
import type { Decision } from "./decision.ts";
import type { Entity } from "./entity.ts";
import type { Exclusion } from "./exclusion.ts";
import type { Orphan } from "./orphan.ts";
import type { Progress } from "./progress.ts";
import type { Provenance } from "./provenance.ts";
import type { Rejection } from "./rejection.ts";
import type { Remark } from "./remark.ts";
import type { Span } from "./span.ts";
import type { Table } from "./table.ts";
import type { Waiver } from "./waiver.ts";

/** What a record of each kind is. */
interface RecordTypes {
  readonly spans: Span;
  readonly attributions: Attribution;
  readonly exclusions: Exclusion;
  readonly waivers: Waiver;
  /** In a curated set: what was decided on. */
  readonly decisions: Decision;
  readonly remarks: Remark;
  /** At most one record, under the article's id. */
  readonly progress: Progress;
  /** Suggestions that are not wanted. */
  readonly rejections: Rejection;
  /** What lost its place when the text changed, and waits to be put back. */
  readonly orphans: Orphan;
  /** The roles in which sources appear. */
  readonly appearances: Appearance;
  readonly entities: Entity;
}

export type RecordKind = keyof RecordTypes;
export type RecordOf<Kind extends RecordKind> = RecordTypes[Kind];
export type AnyRecord = RecordOf<RecordKind>;

/** Those that a set holds; the registry is the project's. */
export type SetKind = Exclude<RecordKind, "entities">;

interface KindFacts<Kind extends RecordKind> {
  /** How the JSON of a set holds them. What is optional is left out where there is none. */
  readonly inJson: Kind extends SetKind ? "list" | "optional list" | "optional record" : "nowhere";
  /** Whether an edit stamps them with its time. */
  readonly isStamped: RecordOf<Kind> extends { readonly provenance: Provenance } ? boolean : false;
}

/** In the order in which files and messages have them. */
export const kindFacts = {
  spans: { inJson: "list", isStamped: true },
  attributions: { inJson: "list", isStamped: true },
  exclusions: { inJson: "list", isStamped: false },
  waivers: { inJson: "optional list", isStamped: false },
  decisions: { inJson: "optional list", isStamped: false },
  remarks: { inJson: "optional list", isStamped: true },
  progress: { inJson: "optional record", isStamped: false },
  rejections: { inJson: "optional list", isStamped: false },
  orphans: { inJson: "optional list", isStamped: false },
  appearances: { inJson: "optional list", isStamped: false },
  entities: { inJson: "nowhere", isStamped: false },
} as const satisfies { readonly [Kind in RecordKind]: KindFacts<Kind> };

export const recordKinds = Object.keys(kindFacts) as readonly RecordKind[];
export const setKinds = recordKinds.filter((kind) => kind !== "entities");

type KindsThatAre<Form extends string> = {
  [Kind in RecordKind]: (typeof kindFacts)[Kind]["inJson"] extends Form ? Kind : never;
}[RecordKind];
type RequiredLists = { readonly [Kind in KindsThatAre<"list">]: readonly RecordOf<Kind>[] };
type OptionalLists = { readonly [Kind in KindsThatAre<"optional list">]?: readonly RecordOf<Kind>[] };
type OptionalRecords = { readonly [Kind in KindsThatAre<"optional record">]?: RecordOf<Kind> };

export type OptionalKind = KindsThatAre<"optional list" | "optional record">;

/** The records of a set in files and messages. */
export interface SetRecordsJson extends RequiredLists, OptionalLists, OptionalRecords {}

/** The records of a set while one works on it. */
export type SetTables = { readonly [Kind in SetKind]: Table<RecordOf<Kind>> };

const isSetKind = (name: string): name is SetKind => name !== "entities" && Object.hasOwn(kindFacts, name);

/** The records of one kind. */
export const tableIn = <Kind extends SetKind>(tables: SetTables, kind: Kind): Table<RecordOf<Kind>> =>
  tables[kind];

/** The tables of a set, each as it is made for its kind. */
export function setTables(tableFor: <Kind extends SetKind>(kind: Kind) => Table<RecordOf<Kind>>): SetTables {
  return Object.fromEntries(setKinds.map((kind) => [kind, tableFor(kind)])) as unknown as SetTables;
}

/** The JSON of these records; what is optional is left out where there is none. */
export function recordsJson(
  recordsOf: <Kind extends SetKind>(kind: Kind) => readonly RecordOf<Kind>[],
): SetRecordsJson {
  const parts = setKinds.flatMap((kind) => {
    const list = recordsOf(kind);
    return list.length > 0 || kindFacts[kind].inJson === "list" ? [partOf(kind, list)] : [];
  });
  return Object.fromEntries(parts) as unknown as SetRecordsJson;
}

const partOf = (kind: SetKind, list: readonly AnyRecord[]) =>
  [kind, kindFacts[kind].inJson === "optional record" ? list[0] : list] as const;

/** The records of one kind; none where the JSON leaves them out. */
export function recordsIn<Kind extends SetKind>(json: SetRecordsJson, kind: Kind): readonly RecordOf<Kind>[] {
  const part = json[kind] as readonly RecordOf<Kind>[] | RecordOf<Kind> | undefined;
  if (part === undefined) return [];
  return Array.isArray(part) ? part : [part as RecordOf<Kind>];
}

/** The JSON with what `map` makes of each kind that it has. */
export function mapRecords<Json extends SetRecordsJson>(
  json: Json,
  map: <Kind extends SetKind>(kind: Kind, records: readonly RecordOf<Kind>[]) => readonly RecordOf<Kind>[],
): Json {
  const parts = Object.entries(json).flatMap(([name, value]) => {
    if (!isSetKind(name)) return [[name, value] as const];
    const [part, list] = [value, map(name, recordsIn(json, name))];
    return part === undefined || (list.length === 0 && !Array.isArray(part)) ? [] : [partOf(name, list)];
  });
  return Object.fromEntries(parts) as Json;
}

/** Of the JSON of a set the records alone, in the order of the kinds. */
export function recordsAlone(json: SetRecordsJson): SetRecordsJson {
  const parts = setKinds.flatMap((kind) => (json[kind] === undefined ? [] : [[kind, json[kind]]]));
  return Object.fromEntries(parts);
}

/** Of the JSON of a set what it says beside its records. */
export function withoutRecords<Json extends Partial<SetRecordsJson>>(json: Json): Omit<Json, SetKind> {
  return Object.fromEntries(Object.entries(json).filter(([name]) => !isSetKind(name))) as Omit<Json, SetKind>;
}
