// Takes in one's own work that comes from another machine: merged into what is here, over the version that both come from, also where it
// was done on another text than the present one. Then both are carried over first; what finds no place waits.

import { type DecisionOn, type MergedSets, mergeSets } from "../merge/merge-sets.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  type Annotations,
  emptySet,
  setFromJson,
  setToJson,
} from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import { applyChange, type Change, removed } from "../model/change.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import type { Provenance } from "../model/provenance.ts";
import { type AnyRecord, type SetKind, setKinds, tableIn } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import { get, records, type Table, tableOf } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { carrierBetween, type Edited } from "../revise/carrier.ts";
import { carryRecords } from "../revise/carry-records.ts";
import { carrySides } from "../revise/carry-sides.ts";
import { type CarryReport, carryReport } from "./carry-to-text.ts";
import { keepIds } from "./keep-ids.ts";

/** This person's own set of an article, met by work on a text that is the article's or another. */
export interface OwnSet {
  readonly set: AnnotationSet;
  /** The version that was imported last, on the text of what comes; `null` where none is known. */
  readonly base: AnnotationSetJson | null;
  /** Where the article had that text before its present one: how it was changed since, and this person's set as it is there. */
  readonly before: { readonly edited: Edited; readonly set: AnnotationSetJson } | null;
}

interface OwnWork {
  /** Under the id that its article has here. */
  readonly set: AnnotationSetJson;
  /** The text that it was made on. */
  readonly text: string;
  /** The registry with what the file has beside it. */
  readonly entities: Table<Entity>;
  /** Whether it is from another tool's file, which knows none of our ids. */
  readonly isImported: boolean;
}

interface OwnPlace {
  readonly article: Pick<Article, "id" | "textHash">;
  /** The present text where that is another one; `null` where it is the same. */
  readonly otherText: string | null;
  readonly own: OwnSet | null;
  readonly entities: Table<Entity>;
  readonly tagset: Tagset;
}

interface OwnVerdict {
  readonly outcome: "own" | "same" | "other-text" | "other-tagset";
  /** On the present text; as it came where it is not taken. */
  readonly set: AnnotationSetJson;
  readonly carried?: CarryReport;
  /** Of a set that was carried over: on its own text, since the next one from there is merged over it. */
  readonly asItCame?: AnnotationSetJson;
  readonly merge?: MergedSets;
}

export function ownVerdict(came: OwnWork, here: OwnPlace, decisionOn: DecisionOn): OwnVerdict {
  const { text, entities } = came;
  const incomingSet = came.isImported ? withIdsOfHere(came, here) : came.set;
  const { article, tagset, own, otherText } = here;
  const laws = { text: otherText ?? text, articleId: article.id, tagset };
  const theirAnnotations = { set: setFromJson(incomingSet), entities };
  if (
    violations(theirAnnotations, { ...laws, text }).some(
      (one) => one.severity === "error" && one.kind !== "entities",
    )
  )
    return { outcome: "other-tagset", set: incomingSet };
  // Entities are the project's: those that are known here stay as they are here.
  const annotations = (of: AnnotationSet): Annotations => ({ set: of, entities: here.entities });
  const ownAnnotations = annotations(own?.set ?? emptySet({ ...incomingSet, textHash: article.textHash }));
  if (otherText === null) {
    const base = own?.base ? annotations(setFromJson(own.base)) : null;
    const merge = mergeSets(base, ownAnnotations, theirAnnotations, laws, decisionOn);
    return { outcome: outcomeOf(merge), set: incomingSet, merge };
  }
  const stateBefore = own?.before ?? null;
  const carrier = carrierBetween(text, otherText, stateBefore?.edited ?? "foreign");
  if (!stateBefore) {
    const alone = carryReport(incomingSet, carryRecords(incomingSet, carrier, article.textHash));
    if (isAnotherArticle(alone)) return { outcome: "other-text", set: incomingSet, carried: alone };
  }
  const sides = carrySides({ base: own?.base ?? null, theirs: incomingSet }, ownAnnotations.set, carrier);
  const report = carryReport(incomingSet, { set: sides.theirs, records: sides.records });
  const carriedSet = setFromJson(sides.theirs);
  const from = sides.base
    ? setFromJson(sides.base)
    : stateBefore && nothingNew(carriedSet, incomingSet, stateBefore.set);
  const base = from && annotations(from);
  // A set that is carried over breaks no law that it held to.
  const merge = mergeSets(base, ownAnnotations, { set: carriedSet, entities }, laws, decisionOn);
  return { outcome: outcomeOf(merge), set: sides.theirs, carried: report, asItCame: incomingSet, merge };
}

/** By the version that came last, where it came from; else by what was imported and is here on the same text. */
function withIdsOfHere({ set, entities }: OwnWork, { own, otherText, entities: here }: OwnPlace) {
  if (!own) return set;
  const { spans, attributions, exclusions, remarks = [] } = setToJson(own.set);
  const isImported = ({ provenance }: { readonly provenance: Provenance }): boolean =>
    provenance.origin.by === "imported";
  const base = own.base ?? { ...set, spans: [], attributions: [], exclusions: [], remarks: [] };
  const isOnText = otherText === null;
  const addMissing = <One extends { readonly id: Id }>(
    first: readonly One[],
    more: readonly One[],
  ): One[] => {
    const knownIds = new Set(first.map(({ id }) => id));
    return [...first, ...(isOnText ? more.filter(({ id }) => !knownIds.has(id)) : [])];
  };
  const extendedBase = {
    ...base,
    spans: addMissing(base.spans, spans.filter(isImported)),
    attributions: addMissing(base.attributions, attributions.filter(isImported)),
    exclusions: addMissing(base.exclusions, exclusions),
    remarks: addMissing(base.remarks ?? [], remarks.filter(isImported)),
  };
  return keepIds(set, extendedBase, { here, all: entities }).set;
}

const outcomeOf = ({ change, conflicts }: MergedSets): "own" | "same" =>
  Object.keys(change).length === 0 && conflicts.length === 0 ? "same" : "own";

/** Whether more marks lost their place than found one. */
const isAnotherArticle = ({ unmoved, moved, lost }: CarryReport): boolean => lost.length > unmoved + moved;

/**
 * The part of `carried` that both had alike on the earlier text. It stands for the version that both come from where none is known:
 * what the other machine did is not in it, and what was done here since stays done.
 */
function nothingNew(
  carried: AnnotationSet,
  theirs: AnnotationSetJson,
  here: AnnotationSetJson,
): AnnotationSet {
  const [then, known] = [setFromJson(theirs), setFromJson(here)];
  const alike = new Set<Id>();
  for (const kind of setKinds)
    for (const record of recordsOf(then, kind))
      if (sameValue(get(tableIn(known, kind), record.id), record)) alike.add(record.id);
  const others = setKinds.map((kind) => {
    const removedRecords = recordsOf(carried, kind).filter(({ id }) => !alike.has(id));
    return [kind, removed(...removedRecords)] as const;
  });
  return applyChange({ set: carried, entities: tableOf() }, Object.fromEntries(others) as Change).set;
}

const recordsOf = (set: AnnotationSet, kind: SetKind): readonly AnyRecord[] => [
  ...records(tableIn(set, kind)),
];
