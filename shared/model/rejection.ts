// A suggestion that an annotator rejected: where it was, and what kind of suggestion is not wanted again in the project.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";
import type { Selector } from "./selector.ts";

/** What suggestions have in common that stand or fall together: their rule, the lemma of the cue, and the shape around it. */
export interface SuggestionPattern {
  readonly rule: string;
  readonly cue: string;
  readonly shape: string;
}

export interface Rejection {
  readonly id: Id;
  /** The words of the cue that was proposed: nothing is proposed there again. */
  readonly segment: Selector;
  /** What is not proposed anywhere in the project; `null`: only this place was meant. */
  readonly pattern: SuggestionPattern | null;
  readonly provenance: Provenance;
}

/** A pattern as a key: two are the same when this is. */
export const patternKey = ({ rule, cue, shape }: SuggestionPattern): string => `${rule}\n${cue}\n${shape}`;
