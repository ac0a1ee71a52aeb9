// The provenance of an annotation: who made it, when, and by what way.
import type { Id } from "./id.ts";

/** The way an annotation came to be. */
export type Origin =
  | { readonly by: "human" }
  | {
      readonly by: "suggested";
      readonly rule: string;
      readonly reason: string;
      /** How sure the suggestion was, from 0 to 1; absent where it said nothing of that. */
      readonly confidence?: number;
      /** The name of the person's own model that made it. */
      readonly model?: string;
    }
  | { readonly by: "imported"; readonly from: string }
  | { readonly by: "curated"; readonly parents: readonly Id[] };

/** Stamped on every span and attribution. `editedAt` is absent until it has been changed. */
export interface Provenance {
  readonly annotator: Id;
  readonly at: string;
  readonly origin: Origin;
  readonly editedAt?: string;
}

/** Of what is only looked at: nobody enters it. */
export const noProvenance: Provenance = { annotator: "", at: "", origin: { by: "human" } };
