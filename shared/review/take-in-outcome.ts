// Decides whether a colleague's set is kept, given what is here of it already.
import { type AnnotationSetJson, setFromJson, setToJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { sameValue } from "../model/same-value.ts";
import { type AgainCounts, type CameAgain, keepIds, type Registries } from "./keep-ids.ts";

/** A colleague's set that is here. `exportedAt` null: their own files lie in the project, so that nothing is put over them. */
export interface KeptSet {
  readonly set: AnnotationSetJson;
  readonly exportedAt: string | null;
  /** The id of the format of the other tool's file that it came from; absent for a file of ours, and where nobody wrote it down. */
  readonly importedFrom?: string;
  /**
   * Of a colleague whose journals are here: all of their set, where the file holds something of it that is not here. `behind`: what is here is in
   * the file as well; `apart`: not all of it is, as when it came from two machines by two ways.
   */
  readonly home?: { readonly set: AnnotationSetJson; readonly how: "behind" | "apart" };
}

/** The set under the id that its article has here. */
export const atHome = (set: AnnotationSetJson, articleId: Id): AnnotationSetJson => ({
  ...set,
  articleId,
  ...(set.progress && { progress: { ...set.progress, id: articleId } }),
});

export interface KeptVerdict {
  readonly outcome: ReturnType<typeof outcomeOfKept> | "worked-on";
  readonly set: AnnotationSetJson;
  /** Of a set that was here in an earlier version. */
  readonly again?: AgainCounts;
}

/** The same of a set from another tool's file: one that was here keeps its ids, and one that people worked on in Sayso stays. */
export function verdictOnImported(
  set: AnnotationSetJson,
  kept: KeptSet | null,
  { exportedAt, registries }: { readonly exportedAt: string; readonly registries: Registries },
): KeptVerdict {
  if (!kept || kept.exportedAt === null) return { set, outcome: outcomeOfKept(set, kept, exportedAt) };
  const cameAgain: CameAgain = keepIds(set, kept.set, registries);
  const since = outcomeOfKept(cameAgain.set, kept, exportedAt);
  // The same files say something else under another mapping, and are no older for it.
  const isOfOneTime = since === "older" && exportedAt === kept.exportedAt && kept.importedFrom !== undefined;
  const outcome = isOfOneTime ? "newer" : since;
  if (outcome === "newer" && kept.importedFrom === undefined && !isAsImported(kept.set))
    return { set, outcome: "worked-on" };
  return { set: cameAgain.set, outcome, again: cameAgain.counts };
}

/** Whether nobody has added to a set or changed it since it came from another tool. */
export function isAsImported(set: AnnotationSetJson): boolean {
  const { articleId: _a, annotatorId: _b, textHash: _c, spans, attributions, exclusions: _d, ...more } = set;
  const { remarks = [], ...others } = more;
  const isImported = ({ provenance }: { readonly provenance: Provenance }): boolean =>
    provenance.origin.by === "imported" && provenance.editedAt === undefined;
  return (
    [...spans, ...attributions, ...remarks].every(isImported) &&
    Object.values(others).every((value) => value === undefined)
  );
}

export function outcomeOfKept(
  set: AnnotationSetJson,
  kept: KeptSet | null,
  exportedAt: string,
): "new" | "newer" | "same" | "older" | "at-home" {
  if (!kept) return "new";
  const plain = (json: AnnotationSetJson): AnnotationSetJson => setToJson(setFromJson(json));
  if (sameValue(plain(kept.set), plain(set))) return "same";
  if (kept.exportedAt === null) return "at-home";
  return exportedAt > kept.exportedAt ? "newer" : "older";
}
