// Decides what becomes of a curated set that comes in: the project's own where the article has none yet. One that is there is never touched; what
// comes is kept beside it then, as somebody's.
import type { AnnotationSet, AnnotationSetJson } from "../model/annotation-set.ts";
import { setFromJson, setToJson } from "../model/annotation-set.ts";
import { added, type Change, isEmptyChange, type SetKind, setKinds } from "../model/change.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import type { Annotator } from "../model/project.ts";
import type { Provenance } from "../model/provenance.ts";
import { sameValue } from "../model/same-value.ts";
import { has, records, type Table } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { type AgainCounts, keepIds, type Registries } from "./keep-ids.ts";

export interface CuratedPlace {
  readonly curation: Annotator;
  /** What is decided here already; `null` where nothing ever was. */
  readonly here: AnnotationSet | null;
  /** The one that stood before it in the same file, and becomes the project's: nobody can have worked on it since. */
  readonly adopted: AnnotationSet | null;
  readonly text: string;
  readonly articleId: Id;
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
  /** Of a set from another tool, whose files know no ids of ours: whence, and who the entities of both sides are. */
  readonly imported: { readonly from: string; readonly registries: Registries } | null;
}

export interface CuratedVerdict {
  /** `at-home`: it came before, and was worked on since. */
  readonly outcome: "curated" | "same" | "at-home";
  readonly annotator: Annotator;
  readonly set: AnnotationSetJson;
  /** What makes it the project's. */
  readonly adopt?: Change;
}

/**
 * Why a curated set cannot be the project's: its article has another; it has one that came from the same tool, and they differ by now; or it
 * breaks a law here, such as a type that the tagset lacks.
 */
export type BesideCurated = "another-here" | "differs" | "unlawful";

/** It is to be kept beside the project's curation. */
export interface KeptBeside {
  readonly why: BesideCurated;
  /** Where they differ by now: what of it is, to the one here, as it is there, changed, new and gone. */
  readonly against?: AgainCounts;
}

/** `set`: under the article's id and on its text. */
export function curatedVerdict(set: AnnotationSetJson, place: CuratedPlace): CuratedVerdict | KeptBeside {
  const { curation, here: standing, adopted, entities, imported, ...laws } = place;
  const here = adopted ?? standing;
  const ours = asAnnotatorsOwn(set, curation.id);
  const theirs = setFromJson(ours);
  const common = { annotator: curation, set: ours };
  // How far it is says nothing of what was decided.
  if (here && setKinds.some((kind) => kind !== "progress" && here[kind].size > 0)) {
    const isSame = setKinds.every((kind) => sameValue(recordsOf(here, kind), recordsOf(theirs, kind)));
    if (isSame) return { ...common, outcome: "same" };
    const isKnown = setKinds.some(
      (kind) => kind !== "progress" && recordsOf(theirs, kind).some(({ id }) => has(tableIn(here, kind), id)),
    );
    if (isKnown && !adopted) return { ...common, outcome: "at-home" };
    if (!imported) return { why: "another-here" };
    const { counts } = keepIds(ours, setToJson(here), imported.registries);
    if (counts.changed + counts.added + counts.removed === 0) return { ...common, outcome: "same" };
    return isFrom(imported.from, here) ? { why: "differs", against: counts } : { why: "another-here" };
  }
  const isWrong = violations({ set: theirs, entities }, laws).some(
    ({ severity, kind }) => severity === "error" && kind !== "entities",
  );
  if (isWrong) return { why: "unlawful" };
  const adopt: Change = Object.fromEntries(
    setKinds.flatMap((kind) => {
      const all = recordsOf(theirs, kind);
      const isSaid = kind === "progress" && here !== null && here.progress.size > 0;
      return all.length > 0 && !isSaid ? [[kind, added(...all)]] : [];
    }),
  );
  return isEmptyChange(adopt) ? { ...common, outcome: "same" } : { ...common, outcome: "curated", adopt };
}

/** Whether something in a set came from files of this format. */
const isFrom = (format: string, { spans, attributions }: AnnotationSet): boolean =>
  [...records(spans), ...records(attributions)].some(
    ({ provenance: { origin } }) => origin.by === "imported" && origin.from === format,
  );

/** A curated set under another annotator here: what its curation made itself is that one's. */
export function asAnnotatorsOwn(set: AnnotationSetJson, annotator: Id): AnnotationSetJson {
  const own = <T extends { readonly provenance: Provenance }>(record: T): T =>
    record.provenance.annotator === set.annotatorId
      ? { ...record, provenance: { ...record.provenance, annotator } }
      : record;
  return {
    ...set,
    annotatorId: annotator,
    spans: set.spans.map(own),
    attributions: set.attributions.map(own),
    ...(set.remarks && { remarks: set.remarks.map(own) }),
  };
}

const tableIn = (set: AnnotationSet, kind: SetKind) => set[kind] as Table<{ readonly id: Id }>;

const recordsOf = (set: AnnotationSet, kind: SetKind): readonly { readonly id: Id }[] => [
  ...records(tableIn(set, kind)),
];
