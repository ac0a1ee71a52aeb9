// Decides what becomes of a curated set that comes in: the project's own where the article has none yet. One that is there is never touched; what
// comes is kept beside it then, as somebody's.
import type { AnnotationSet, AnnotationSetJson } from "../model/annotation-set.ts";
import { setFromJson, setToJson } from "../model/annotation-set.ts";
import { added, type Change, isEmptyChange } from "../model/change.ts";
import { besideCuration } from "../model/curation.ts";
import { changeInValue } from "../model/difference.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import type { Annotator } from "../model/project.ts";
import type { Provenance } from "../model/provenance.ts";
import { type AnyRecord, type SetKind, setKinds, tableIn } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import { get, has, records, type Table } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { type AgainCounts, keepIds, type Registries } from "./keep-ids.ts";
import { isAsImported } from "./take-in-outcome.ts";

interface CuratedPlace {
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

interface CuratedVerdict {
  readonly outcome: "curated" | "same";
  readonly annotator: Annotator;
  readonly set: AnnotationSetJson;
  /** What makes it the project's. */
  readonly adopt?: Change;
  /** Where it takes the place of what the same files said under another mapping: what became of that. */
  readonly again?: AgainCounts;
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

/** `set`: under the article's id and on its text. Nothing of it that is not here already is left out. */
export function curatedVerdict(set: AnnotationSetJson, place: CuratedPlace): CuratedVerdict | KeptBeside {
  const { curation, here: standing, adopted } = place;
  const currentSet = adopted ?? standing;
  const setJson = asAnnotatorsOwn(set, curation.id);
  const common = { annotator: curation, set: setJson };
  if (currentSet && marked.some((kind) => currentSet[kind].size > 0))
    return verdictBeside(setJson, currentSet, place);
  const incomingSet = setFromJson(setJson);
  if (isUnlawful(incomingSet, place)) return { why: "unlawful" };
  const adopt: Change = Object.fromEntries(
    setKinds.flatMap((kind) => {
      const incomingRecords = recordsOf(incomingSet, kind);
      const isSaid = kind === "progress" && currentSet !== null && currentSet.progress.size > 0;
      return incomingRecords.length > 0 && !isSaid ? [[kind, added(...incomingRecords)]] : [];
    }),
  );
  return isEmptyChange(adopt) ? { ...common, outcome: "same" } : { ...common, outcome: "curated", adopt };
}

/** The same where something is decided: `ours` as the project's own. */
function verdictBeside(
  ours: AnnotationSetJson,
  here: AnnotationSet,
  place: CuratedPlace,
): CuratedVerdict | KeptBeside {
  const { curation, adopted, entities, imported } = place;
  const theirs = setFromJson(ours);
  const common = { annotator: curation, set: ours };
  const { progress, ...before } = setToJson(here);
  const isAnew = imported !== null && !adopted && isOfSameFiles(theirs, here) && isAsImported(before);
  if (!isAnew && isWithin(theirs, here)) return { ...common, outcome: "same" };
  if (!imported) return { why: "another-here" };
  const { set, counts } = keepIds(ours, setToJson(here), imported.registries);
  if (counts.changed + counts.added + counts.removed === 0) return { ...common, outcome: "same" };
  if (!isAnew)
    return isFrom(imported.from, here) ? { why: "differs", against: counts } : { why: "another-here" };
  const after = setFromJson({ ...set, ...(progress && { progress }) });
  if (isUnlawful(after, place)) return { why: "unlawful" };
  const adopt = changeInValue({ set: here, entities }, { set: after, entities });
  return { ...common, set: setToJson(after), outcome: "curated", adopt, again: counts };
}

const isUnlawful = (set: AnnotationSet, { entities, text, articleId, tagset }: CuratedPlace): boolean =>
  violations({ set, entities }, { text, articleId, tagset }).some(
    ({ severity, kind }) => severity === "error" && kind !== "entities",
  );

/** How far it is says nothing of what was decided. */
const marked = setKinds.filter((kind) => kind !== "progress");

/** Whether all that one set holds stands in another as it is. */
const isWithin = (set: AnnotationSet, other: AnnotationSet): boolean =>
  marked.every((kind) =>
    recordsOf(set, kind).every((one) => sameValue(get(tableIn(other, kind), one.id), one)),
  );

/** Ids follow from what another tool's files hold, so that under another mapping they are those that came before. */
const isOfSameFiles = (set: AnnotationSet, before: AnnotationSet): boolean =>
  marked.some((kind) => recordsOf(set, kind).some(({ id }) => has(tableIn(before, kind), id)));

/** Whether something in a set came from files of this format. */
const isFrom = (format: string, { spans, attributions }: AnnotationSet): boolean =>
  [...records(spans), ...records(attributions)].some(
    ({ provenance: { origin } }) => origin.by === "imported" && origin.from === format,
  );

/** Under whom a set that comes is kept here: its annotator, but for a set of this very curation from another machine. */
export const keptUnder = ({ annotatorId, decisions = [] }: AnnotationSetJson, curation: Id): Id =>
  annotatorId === curation
    ? besideCuration(
        curation,
        decisions.map(({ provenance }) => provenance.annotator),
      )
    : annotatorId;

/** Whether a set holds what was decided between people, as no person's does. */
export const isCuratedSet = ({ decisions = [], spans, attributions }: AnnotationSetJson): boolean =>
  decisions.length > 0 ||
  [...spans, ...attributions].some(({ provenance }) => provenance.origin.by === "curated");

/** A curated set under another annotator here: what its curation made itself is that one's. */
export function asAnnotatorsOwn(set: AnnotationSetJson, annotator: Id): AnnotationSetJson {
  const withAnnotator = <T extends { readonly provenance: Provenance }>(record: T): T =>
    record.provenance.annotator === set.annotatorId
      ? { ...record, provenance: { ...record.provenance, annotator } }
      : record;
  return {
    ...set,
    annotatorId: annotator,
    spans: set.spans.map(withAnnotator),
    attributions: set.attributions.map(withAnnotator),
    ...(set.remarks && { remarks: set.remarks.map(withAnnotator) }),
  };
}

const recordsOf = (set: AnnotationSet, kind: SetKind): readonly AnyRecord[] => [
  ...records(tableIn(set, kind)),
];
