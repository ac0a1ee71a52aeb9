// Whether a colleague's set is kept, given what is here of it already.
import { type AnnotationSetJson, setFromJson, setToJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";

/** A colleague's set that is here. `exportedAt` null: their own files lie in the project, so that nothing is put over them. */
export interface KeptSet {
  readonly set: AnnotationSetJson;
  readonly exportedAt: string | null;
}

/** The set under the id that its article has here. */
export const atHome = (set: AnnotationSetJson, articleId: Id): AnnotationSetJson => ({
  ...set,
  articleId,
  ...(set.progress && { progress: { ...set.progress, id: articleId } }),
});

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
